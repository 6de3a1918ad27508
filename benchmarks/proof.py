"""`compliance prove covers` on generated laws, beside a hand-written encoding of the same question for z3."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from random import Random
from statistics import median
from time import perf_counter

from tests.generate import Shape, random_library

from benchmarks.batch import Mismatch
from compliance.engine.priority import acts
from compliance.engine.readings import choice_of
from compliance.model.library import Library, LinkedRule
from compliance.prove.covers import covered
from compliance.prove.ground import Ground
from compliance.prove.solver import Deadline

LAW, BILL = 100, 200
DAY = date(2015, 6, 1)
SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A law, and a bill that may forbid as much."""

    name: str
    law: Library
    bill: Library


@dataclass(frozen=True, slots=True)
class Proved:
    """The outcome for one pair, in seconds."""

    name: str
    covered: bool
    ours: float
    by_hand: float

    @property
    def ratio(self) -> float:
        return self.by_hand / self.ours


def pairs(seed: int = 1, law: int = LAW, bill: int = BILL) -> tuple[Pair, ...]:
    """A bill of other rules, and one that has every rule of the law without its exceptions, among others.

    Rules that could collide with others, and what is not encoded, are left out: the encoding by hand knows neither.
    """
    shape = Shape(
        rules=3 * (law + bill),
        terms=12,
        facts=8,
        depth=2,
        always_law=0.8,
        not_encoded=0,
        positions=("agency",),
    )
    library = random_library(Random(seed), shape)
    plain = [rule for rule in library.rules if rule.modality != "permission" and not _collides(library, rule)]
    first, rest = plain[:law], plain[law : law + bill]
    wide = [replace(rule, id=f"{rule.id}-wide", exceptions=()) for rule in first]
    base = replace(library, priorities=())
    of_law = replace(base, rules=tuple(first))
    return (
        Pair("other rules", of_law, replace(base, rules=tuple(rest))),
        Pair("the same rules, wider", of_law, replace(base, rules=(*rest[: bill - law], *wide))),
    )


def _collides(library: Library, rule: LinkedRule) -> bool:
    return rule.modality == "obligation" and bool(acts(library, rule))


def proofs(repeat: int, of: tuple[Pair, ...] | None = None) -> tuple[Proved, ...]:
    """Each pair, once loaded: encoded and decided, in turns. Raises Mismatch where the answers differ."""
    from benchmarks.peers import by_z3

    found = []
    for pair in pairs() if of is None else of:
        choice = choice_of(pair.law, "agency")
        ours = partial(_ours, pair)
        by_hand = partial(by_z3.covered, pair.law, pair.bill, choice, DAY)
        answers = ours(), by_hand()
        if answers[0] != answers[1]:
            raise Mismatch(f"covers, {pair.name}: ours says {answers[0]}, by hand {answers[1]}")
        times = [(_time(ours), _time(by_hand)) for _ in range(max(3, repeat))]
        found.append(Proved(pair.name, answers[0], *(median(one) for one in zip(*times, strict=True))))
    return tuple(found)


def _ours(pair: Pair) -> bool:
    return covered(Ground((pair.law, pair.bill), "agency", DAY, Deadline(SECONDS)))


def _time(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
