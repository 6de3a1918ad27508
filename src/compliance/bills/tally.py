"""Counts what a change of the law does to a population of practices, through the columns engine.

    population = draw(before, 10_000, seed=1, also=(after,))
    tally(before, after, population, ("agency", "advocate"), day)

It takes the extra `audit`. Statuses are those of each rule by itself, before collisions between rules and declared
priorities (decision 0009), so that `check` may find another status for a practice that is given as an example.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from compliance.columns.population import Population
from compliance.columns.program import ColumnProgram
from compliance.columns.statuses import BITS, CODES, column_name, outcome_of
from compliance.engine.readings import SOLE, Choice, arguing, choice_of
from compliance.model.comparison import KINDS, kind_of
from compliance.model.finding import STATUSES, Status
from compliance.model.library import Library, LinkedRule
from compliance.model.tally import RuleTally, Shift, Tally

Choices = Mapping[str, Choice]

GRAVITY: tuple[tuple[Status, bool], ...] = (
    ("violated", True),
    ("undetermined", True),
    ("excused", False),
    ("satisfied", False),
    ("permitted", False),
    ("undetermined", False),
    ("not-applicable", False),
)
"""What one finding can be, and whether it can be a violation, from the gravest; open and harmless counts only alone."""


class BeforeAndAfter:
    """Two states of the law as one program over columns, compiled once, for any number of populations and days."""

    def __init__(self, before: Library, after: Library, positions: Sequence[str]) -> None:
        """`positions` are names that both libraries know; none, where they have no positions."""
        self.before, self.after, self.positions = before, after, tuple(positions)
        names = self.positions or (SOLE,)
        old = {name: choice_of(before, name) for name in names}
        new = {name: choice_of(after, name) for name in names}
        self.untouched = tuple(rule.id for rule in before.rules if _stands(rule, after, old, new))
        """The rules that stand as they were: they need columns on one side only."""
        kept = set(self.untouched)
        touched = tuple(rule for rule in after.rules if rule.id not in kept)
        beside = {_after(name): choice for name, choice in new.items()}
        self._program = ColumnProgram(before, old, (replace(after, rules=touched), beside))

    def tally(self, population: Population, day: date) -> Tally:
        """The counts for conduct of a day under the law of that day. Statuses are before collisions and priorities."""
        names = self.positions or (SOLE,)
        codes = self._program.run(population.table(self._program.layout, day))
        count = _Count(self.before, self.after, names, frozenset(self.untouched), codes)
        rules = dict.fromkeys(rule.id for rule in chain(self.before.rules, self.after.rules))
        return Tally(
            population.seed,
            population.unknown,
            len(population),
            day,
            self.positions,
            tuple(count.rule(rule) for rule in rules if rule not in count.untouched),
            self.untouched,
            tuple(shift for name in names for shift in count.whole(name)),
        )


def tally(
    before: Library, after: Library, population: Population, positions: Sequence[str], day: date
) -> Tally:
    """For each rule that can differ, and for practices as a whole, how many go from which status to which, on one day.

    Statuses are before collisions and priorities. For several days or populations compile once: `BeforeAndAfter`.
    """
    return BeforeAndAfter(before, after, positions).tally(population, day)


def _after(position: str) -> str:
    return f"{position} after"


def _stands(rule: LinkedRule, after: Library, old: Choices, new: Choices) -> bool:
    """Whether a rule is in the law after the change, and nothing that decides it is otherwise."""
    other = after.rule_by_id.get(rule.id)
    if other is None or _decides(rule) != _decides(other):
        return False
    terms = after.support_of[rule.id].terms
    return all(
        key in old[name] and old[name][key].logic == new[name][key].logic for name in old for key in terms
    )


def _decides(rule: LinkedRule) -> tuple[object, ...]:
    return rule.modality, rule.role, rule.conditions, rule.burdens, rule.forces


@dataclass(frozen=True)
class _Count:
    """Reads the table of codes (pyarrow)."""

    before: Library
    after: Library
    positions: tuple[str, ...]
    untouched: frozenset[str]
    codes: Any

    def rule(self, rule: str) -> RuleTally:
        """What becomes of one rule, for the positions that argue about it."""
        found = self.after.rule_by_id.get(rule) or self.before.rule_by_id[rule]
        shifts = [
            shift
            for position in self._heard(found)
            for shift in _shifts(
                position,
                self._column(rule, position, _words()),
                self._column(rule, _after(position), _words()),
                STATUSES,
            )
        ]
        return RuleTally(rule, found.rule.title, tuple(shifts))

    def whole(self, position: str) -> list[Shift]:
        """What becomes of practices, by the gravest finding of the rules that a position argues about."""
        old = [(rule.id, position) for rule in self.before.rules if position in self._heard(rule)]
        new = [
            (rule.id, position if rule.id in self.untouched else _after(position))
            for rule in self.after.rules
            if position in self._heard(rule)
        ]
        words = tuple(status for status, _ in GRAVITY)
        return _shifts(position, self._gravest(old), self._gravest(new), words)

    def _heard(self, rule: LinkedRule) -> tuple[str, ...]:
        library = self.after if rule.id in self.after.rule_by_id else self.before
        return arguing(library, rule.instrument, self.positions)

    def _column(self, rule: str, position: str, words: Any) -> Any:
        name = column_name(rule, position)
        if name not in self.codes.column_names:
            return self._nothing(words)
        return words.take(self.codes.column(name).combine_chunks())

    def _nothing(self, words: Any) -> Any:
        """A column of 'not-applicable'."""
        import pyarrow

        return pyarrow.repeat(words[BITS["not-applicable"]], self.codes.num_rows)

    def _gravest(self, keys: Sequence[tuple[str, str]]) -> Any:
        from pyarrow import compute

        ranks = [self._column(rule, position, _ranks()) for rule, position in keys]
        return compute.min_element_wise(self._nothing(_ranks()), *ranks)


def _shifts(position: str, before: Any, after: Any, words: Sequence[Status]) -> list[Shift]:
    """Counts from two columns (pyarrow) of places in a list of statuses, in the order of kinds."""
    import pyarrow
    from pyarrow import compute

    both = compute.add(
        compute.multiply(before.cast(pyarrow.int16()), len(words)), after.cast(pyarrow.int16())
    )
    found: dict[tuple[Status, Status], tuple[int, int]] = {}
    for item in both.value_counts().to_pylist():
        key = (words[item["values"] // len(words)], words[item["values"] % len(words)])
        first = compute.index(both, item["values"]).as_py()
        count, example = found.get(key, (0, first))
        found[key] = (count + item["counts"], min(example, first))
    shifts = [Shift(position, kind_of(*key), *key, *counted) for key, counted in found.items()]
    return sorted(
        shifts,
        key=lambda one: (KINDS.index(one.kind), STATUSES.index(one.before), STATUSES.index(one.after)),
    )


@cache
def _words() -> Any:
    """An array (pyarrow) of the place in STATUSES of what each code stands for."""
    return _looked_up(lambda status, _: STATUSES.index(status))


@cache
def _ranks() -> Any:
    """An array (pyarrow) of the place in GRAVITY of what each code stands for."""
    return _looked_up(lambda status, breach: GRAVITY.index((status, breach)))


def _looked_up(place: Any) -> Any:
    import pyarrow

    found = []
    for code in range(CODES):
        outcome = outcome_of(code) if code & sum(BITS.values()) else None
        breach = outcome is not None and (outcome.status == "violated" or "violated" in outcome.possible)
        found.append(None if outcome is None else place(outcome.status, breach))
    return pyarrow.array(found, pyarrow.int8())
