"""A generated population under the shipped law before and after a bill: columns beside the ordinary engine."""

from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter

from tests.bills.ordinary import counted

from benchmarks.batch import Mismatch
from compliance.analysis.enact import enact
from compliance.bills.tally import tally
from compliance.columns.draw import draw
from compliance.columns.population import Population
from compliance.model.library import Library
from compliance.model.logic import NotOf
from compliance.source.library import load_library

SIGNED, DAY = date(2027, 1, 1), date(2030, 1, 1)
SAMPLE = 100
"""Practices that the ordinary engine decides."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The outcome, in seconds."""

    practices: int
    bill: str
    rules_before: int
    rules_after: int
    touched: int
    drawing: float
    counting: float
    """Compiling, the table, and the counts."""
    ordinary: float
    """The ordinary engine on as many practices, by what it takes for a sample."""

    @property
    def seconds(self) -> float:
        return self.drawing + self.counting


def compared(count: int, seed: int = 1) -> Compared:
    """Draw and count, from a law that is loaded. Raises Mismatch where the ordinary engine counts otherwise."""
    before = load_library()
    bill, after = with_bill(before)
    positions = tuple(before.positions)
    began = perf_counter()
    population = draw(before, count, seed, also=(after,))
    drawn = perf_counter()
    found = tally(before, after, population, positions, DAY)
    done = perf_counter()
    sample = Population(seed, population.unknown, population.rows[:SAMPLE])
    start = perf_counter()
    wanted = counted(before, after, sample, positions, DAY, inference=True)
    ordinary = (perf_counter() - start) / len(sample) * count
    small = tally(before, after, sample, positions, DAY)
    shifts = [(one.rule, shift) for one in small.rules for shift in one.shifts]
    shifts += [("", shift) for shift in small.whole]
    for rule, one in shifts:
        other = wanted.get((rule, one.position, one.kind, one.before, one.after))
        if other != (one.count, one.example):
            raise Mismatch(f"{rule or 'whole'} for {one.position}: {one}, and the ordinary engine {other}")
    return Compared(
        count,
        bill,
        len(before.rules),
        len(after.rules),
        len(found.rules),
        drawn - began,
        done - drawn,
        ordinary,
    )


def with_bill(library: Library) -> tuple[str, Library]:
    """The shipped bill with the most clauses, and the law once all of it counts; a made-up one where none ships."""
    if library.bills:
        size = {name: len(one.rules) + len(one.amendments) for name, one in library.bills.items()}
        name = max(size, key=lambda name: (size[name], name))
        return name, enact(library, [name], SIGNED).library
    more = tuple(
        replace(rule, id=f"{rule.id}-more", core=NotOf(rule.core))
        for place, rule in enumerate(library.rules)
        if place % 3
    )
    return "made up", replace(library, rules=(*library.rules[::-1], *more))
