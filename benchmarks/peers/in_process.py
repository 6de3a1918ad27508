"""Ours: the engines for one practice, one practice after another."""

from benchmarks.peers import Engine
from benchmarks.workload import STATUSES, Counts, Workload
from compliance.engine.decide import Decider, Decisions

MOST = 400
"""Practices it is run on."""


def engine(work: Workload, inference: bool) -> Engine:
    """Both engines, or without `inference` the evaluator alone, on the first practices."""
    decider = Decider(work.library, tuple(work.choices), inference=inference)
    rows = work.rows[:MOST]

    def run() -> list[Decisions]:
        return [decider.decide(case, day) for case, day in rows]

    name = "both engines, in process (ours)" if inference else "evaluator alone, in process (ours)"
    notes = f"one practice after another; scaled up from {len(rows)}"
    return Engine(name, run, lambda answers: counted(work, answers), notes, len(rows))


def counted(work: Workload, answers: list[Decisions]) -> Counts:
    found = {key: [0] * len(STATUSES) for key in work.columns}
    for decisions in answers:
        for key, decision in decisions.items():
            found[key][STATUSES.index(decision.outcome.status)] += 1
    return {key: tuple(numbers) for key, numbers in found.items()}
