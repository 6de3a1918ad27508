"""A project of many scenarios: pytest with two workers, and the player without pytest."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from compliance.analysis.check import check_case
from compliance.engine.decide import Decider
from compliance.model.finding import Finding, PracticeReport
from compliance.source.library import load_library
from compliance.source.practices import find_practices, read_cases
from compliance.testing.features import read_features
from compliance.testing.play import play_all

PRACTICES = Path(__file__).parents[1] / "features" / "practices"
IN_A_FILE = 50
"""Scenarios in each feature file."""
MOST_RULES = 3
"""Rules that a scenario looks at."""


@dataclass(frozen=True, slots=True)
class Scenarios:
    """The outcome, in seconds."""

    count: int
    workers: int
    pytest: float | None
    """`pytest -n 2` on the whole project, from a cold start; None where it failed."""
    play: float
    """Reading the feature files and playing every scenario, in one process; the law loaded once."""
    why_not: str = ""


def scenarios(count: int, workers: int = 2) -> Scenarios:
    """Generate a project of so many scenarios, and run them."""
    with tempfile.TemporaryDirectory(prefix="compliance-scenarios-") as name:
        folder = Path(name)
        generate(folder, count)
        began = perf_counter()
        features, problems = read_features([folder])
        played = play_all(features)
        seconds = perf_counter() - began
        wrong = [str(one.failure.message) for one in played if one.failure is not None]
        if problems or wrong or len(played) != count:
            why = (wrong or [one.message for one in problems] or [f"{len(played)} were played"])[0]
            return Scenarios(count, workers, None, seconds, why)
        return _pytest(folder, count, workers, seconds)


def generate(folder: Path, count: int) -> None:
    """Feature files of IN_A_FILE scenarios each, which check the shipped practices in turn."""
    (folder / "practices").mkdir()
    for practice in sorted(PRACTICES.glob("*.yaml"))[:count]:
        shutil.copy(practice, folder / "practices")
    (folder / "pytest.ini").write_text("[pytest]\n")
    library = load_library()
    decider = Decider(library)
    cases, _ = read_cases(find_practices([folder / "practices"])[0], library)
    steps = [list(_steps(Path(case.file).stem, check_case(case, decider))) for case in cases]
    for first in range(0, count, IN_A_FILE):
        lines = [f"Feature: Generated scenarios from {first} on", ""]
        for number in range(first, min(first + IN_A_FILE, count)):
            lines += [f"  Scenario: Number {number}", *steps[number % len(steps)], ""]
        (folder / f"from-{first:06}.feature").write_text("\n".join(lines))


def _steps(name: str, report: PracticeReport) -> Iterator[str]:
    last = report.timeline[-1]
    yield f'    Given the practice "{name}"'
    yield "    When it is checked"
    yield f"    Then the practice is {last.status}"
    applied = [one for one in last.findings if one.status != "not-applicable"] or list(last.findings)
    for finding in applied[:MOST_RULES]:
        yield from _found(finding)


def _found(finding: Finding) -> Iterator[str]:
    yield f'    And "{finding.rule}" is {finding.status}'
    yield f'    And it cites "{finding.citation}"'
    for position, status in finding.positions.items():
        yield f'    And the position "{position}" finds it {status}'


def _pytest(folder: Path, count: int, workers: int, seconds: float) -> Scenarios:
    """pytest in a process of its own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", str(workers)]
    began = perf_counter()
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "NO_COLOR": "1"}
    )
    took = perf_counter() - began
    tests = count + len(list((folder / "practices").iterdir()))
    if done.returncode or f"{tests} passed" not in done.stdout:
        last = (done.stdout.strip() or done.stderr.strip() or "it printed nothing").splitlines()[-1]
        return Scenarios(count, workers, None, seconds, f"exit {done.returncode}: {last}")
    return Scenarios(count, workers, took, seconds)
