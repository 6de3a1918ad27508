"""What workers of pytest noted about scenarios, gathered in the process that was started, and written as reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from compliance.model.diagnostic import Diagnostic
from compliance.model.scenario import Failure, Played, PlayedFeature, Scenario, ScenarioReport
from compliance.model.span import Span
from compliance.report import render_scenarios
from compliance.source.files import display_name
from compliance.source.write import write_whole
from compliance.testing.features import read_feature
from compliance.testing.pytest_report import NOTE, PROBLEM
from compliance.testing.run import PROGRAM


@dataclass(eq=False)  # pytest keeps plugins in sets
class Gathered:
    """The scenarios of a run, by the tests that they are."""

    root: Path
    wanted: list[tuple[str, Path]]
    """Formats and files."""
    found: dict[str, tuple[Mapping[str, Any], str | None]] = field(default_factory=dict)
    """By test: which scenario it was and how it failed; and why it was skipped, where it was."""
    broken: dict[Path, str] = field(default_factory=dict)
    """Feature files that could not be collected, and what pytest says of them."""
    problems: list[Diagnostic] = field(default_factory=list)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in one phase of a test; the first that fails or is skipped says what came of it."""
        problem = getattr(report, PROBLEM, None)
        if problem is not None:
            self.problems.append(Diagnostic(**{**problem, "span": Span(**problem["span"])}))
        note = getattr(report, NOTE, None)
        if note is None:
            return
        before = self.found.get(report.nodeid)
        if before is None or report.when == "setup" or (before[0]["failure"] is None and before[1] is None):
            self.found[report.nodeid] = (note, _why_skipped(report))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Take in a feature file that could not be collected."""
        path = self.root / report.nodeid
        if report.failed and path.suffix == ".feature":
            self.broken[path] = str(report.longrepr)

    def pytest_sessionfinish(self) -> None:
        """Write every file that was asked for."""
        report = self.report()
        for format_, path in self.wanted:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(render_scenarios(format_, report), path)
            except OSError as error:
                pytest.exit(f"{path} cannot be written: {error.strerror}", pytest.ExitCode.USAGE_ERROR)

    def report(self) -> ScenarioReport:
        """What came of the scenarios, in the order of their files."""
        by_file: dict[Path, list[tuple[Mapping[str, Any], str | None]]] = {}
        for note, skipped in self.found.values():
            by_file.setdefault(Path(note["file"]), []).append((note, skipped))
        features = (_feature(path, by_file[path]) for path in sorted(by_file))
        errors = [problem for path, said in self.broken.items() for problem in _problems(path, said)]
        errors += self.problems
        return ScenarioReport(tuple(features), PROGRAM, tuple(sorted(errors, key=lambda one: one.sort_key)))


def _why_skipped(report: pytest.TestReport) -> str | None:
    if not report.skipped:
        return None
    expected = getattr(report, "wasxfail", None)
    if expected is not None:
        return f"it was expected to fail{f': {expected}' if expected else ''}"
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return told.removeprefix("Skipped: ")


def _problems(path: Path, said: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a file that could not be collected."""
    _, problems = read_feature(path, published=False)
    if problems:
        return problems
    message = f"pytest cannot collect this file: {said.strip().splitlines()[-1]}"
    help_ = "pytest says more; run it on this file alone"
    return (Diagnostic("unreadable-file", message, Span(display_name(path)), help_),)


def _feature(path: Path, notes: list[tuple[Mapping[str, Any], str | None]]) -> PlayedFeature:
    """A feature with those of its scenarios that were run, in the order of the file."""
    feature, _ = read_feature(path, published=False)
    left = list(notes)
    played: list[Played] = []
    for scenario in feature.scenarios if feature is not None else ():
        own = next((one for one in left if _is(scenario, one[0])), None)
        if own is not None:
            left.remove(own)
            played.append(_played(scenario, *own))
    played += [_played(_unknown(path, note), note, skipped) for note, skipped in left]
    title = feature.title if feature is not None else str(notes[0][0]["feature"])
    return PlayedFeature(title, display_name(path), tuple(played))


def _is(scenario: Scenario, note: Mapping[str, Any]) -> bool:
    return (scenario.name, dict(scenario.example)) == (note["name"], note["example"])


def _unknown(path: Path, note: Mapping[str, Any]) -> Scenario:
    """A scenario that the file, as it is now, does not have."""
    span = Span(display_name(path), note["line"])
    return Scenario(note["feature"], "", note["name"], span, (), (), note["example"])


def _played(scenario: Scenario, note: Mapping[str, Any], skipped: str | None) -> Played:
    if note["failure"] is None:
        return Played(scenario, None, skipped=skipped)
    number, message = note["failure"]
    line = next((one for one in scenario.lines if one.span.line == number), None)
    span = line.span if line is not None else Span(scenario.span.file, number or scenario.span.line)
    return Played(scenario, Failure(line, span, message))
