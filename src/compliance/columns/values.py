"""Values that are drawn for facts: on and beside those that conditions compare with, since there the law turns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from compliance.columns.dice import Dice
from compliance.columns.layout import comparisons
from compliance.model.case import Members
from compliance.model.library import Library
from compliance.model.logic import Value
from compliance.model.vocabulary import Fact

MEMBERS = (0.1, 0.5, 0.25, 0.15)
"""How often a set has no member, one, two and three."""
NOT_COMPARED: Mapping[str, Value] = {"number": 0, "day": date(2000, 1, 1)}
"""What a number or a day is that no condition compares with anything."""


def value(dice: Dice, fact: Fact, edges: Sequence[Value]) -> Value | Members:
    """A value for a fact, a set as a whole; `edges` are what a number or a day is drawn from."""
    match fact.type:
        case "yes-no":
            return dice.chance(0.5)
        case "choice":
            return dice.pick(list(fact.values))
        case "set":
            has = frozenset(dice.some(list(fact.values), dice.weighted(MEMBERS)))
            return Members(has, frozenset(fact.values) - has)
        case "number" | "day":
            return dice.pick(edges) if edges else NOT_COMPARED[fact.type]


def edges_of(libraries: Iterable[Library]) -> Mapping[str, tuple[Value, ...]]:
    """For every number and day that rules or constraints compare, the values there and right beside, in order."""
    found: dict[str, dict[Value, None]] = {}
    for library in libraries:
        logics = [logic for rule in library.rules for logic in rule.conditions]
        logics += [one.logic for one in library.constraints]
        for compare in comparisons(library, logics):
            if library.facts[compare.fact].type in ("number", "day"):
                found.setdefault(compare.fact, {}).update(dict.fromkeys(_beside(compare.value)))
    return {fact: tuple(sorted(near, key=_order)) for fact, near in found.items()}


def _beside(compared: Value) -> Iterable[Value]:
    """A number or a day that is compared with, and those around it; no negative number but one that is asked about."""
    match compared:
        case tuple():
            for one in compared:
                yield from _beside(one)
        case date():
            yield from (compared + timedelta(days=days) for days in (-1, 0, 1))
        case int() | float():
            yield from (compared + step for step in (-1, 0, 1) if compared + step >= 0 or step == 0)


def _order(one: Value) -> float:
    if isinstance(one, date):
        return one.toordinal()
    return float(one) if isinstance(one, int | float) else 0.0
