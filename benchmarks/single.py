"""One practice: in process, and the command from a cold start."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.workload import Workload
from compliance.analysis.check import check_case
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.engine.reasons import Reasoner
from compliance.model.case import Case
from compliance.model.finding import Reason

PRACTICE = Path(__file__).parents[1] / "features" / "practices" / "dcjs-arrest-notice.yaml"
MOST = 100
"""Practices that are checked in process."""


@dataclass(frozen=True, slots=True)
class Single:
    """The outcome, in seconds."""

    decision: float
    """One practice, all rules and positions, both engines, with the tree of reasons of each finding: the median."""
    check: float
    """The whole check: beside that, the questions that settle what is open, and what each dispute turns on."""
    slowest: float
    engines: tuple[str, ...]
    command: float | None
    """`compliance check` on a shipped practice; None where it failed."""
    why_not: str = ""


def single(work: Workload, repeat: int) -> Single:
    """Each of the first practices by itself, then the command."""
    decider = Decider(work.library)
    rounds = max(3, repeat // 2)
    decisions = [_time(partial(_decide, case, decider), rounds) for case, _ in work.rows[:MOST]]
    checks = [_time(partial(check_case, case, decider), rounds) for case, _ in work.rows[:MOST]]
    command, why_not = _command(repeat)
    return Single(median(decisions), median(checks), max(checks), decider.engines, command, why_not)


def _time(work: Callable[[], object], rounds: int) -> float:
    """The median of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)


def _decide(case: Case, decider: Decider) -> list[Reason]:
    """Both engines on every rule for every position, and the reasons of what they found."""
    decisions = decider.decide(case, case.since)
    trees = []
    for position, choice in decider.choices.items():
        reasoner = Reasoner(decider.library, Evaluation(case, choice, case.since), case)
        for rule in decider.library.rules:
            if decider.alike[rule.id, position] == position:
                trees.append(reasoner.rule(rule, decisions[rule.id, position].parts))
    return trees


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
