"""One practice: in process, and the command from a cold start."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.workload import Workload
from compliance.analysis.check import check_case
from compliance.engine.decide import Decider

PRACTICE = Path(__file__).parents[1] / "features" / "practices" / "dcjs-arrest-notice.yaml"
MOST = 100
"""Practices that are checked in process."""


@dataclass(frozen=True, slots=True)
class Single:
    """The outcome, in seconds."""

    check: float
    """One practice, all rules, both engines, with reasons: the median over practices."""
    slowest: float
    engines: tuple[str, ...]
    command: float | None
    """`compliance check` on a shipped practice; None where it failed."""
    why_not: str = ""


def single(work: Workload, repeat: int) -> Single:
    """Each of the first practices by itself, then the command."""
    decider = Decider(work.library)
    times: list[float] = []
    for case, _ in work.rows[:MOST]:
        own = []
        for _ in range(max(3, repeat // 2)):
            began = perf_counter()
            check_case(case, decider)
            own.append(perf_counter() - began)
        times.append(median(own))
    command, why_not = _command(repeat)
    return Single(median(times), max(times), decider.engines, command, why_not)


def _command(repeat: int) -> tuple[float | None, str]:
    """The median time of the command in a process of its own, without the first, which may compile."""
    command = [sys.executable, "-m", "compliance.cli", "check", str(PRACTICE), "--fail-on", "never"]
    times: list[float] = []
    for _ in range(1 + repeat):
        began = perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        times.append(perf_counter() - began)
        if done.returncode or not done.stdout:
            last = (done.stderr.strip() or "it printed nothing").splitlines()[-1]
            return None, f"exit {done.returncode}: {last}"
    return median(times[1:]), ""
