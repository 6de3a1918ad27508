"""The answers a question can have, as far as they make a difference to conditions."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from compliance.engine.atoms import truth_of
from compliance.model.case import Known, Members
from compliance.model.library import Library
from compliance.model.logic import Compare, Logic, UseTerm, Value, parts


def comparisons(library: Library, *conditions: Logic) -> dict[str, list[Compare]]:
    """Every comparison under conditions, through every reading, by fact."""
    found: dict[str, list[Compare]] = {}
    seen: set[str] = set()
    queue = list(reversed(conditions))
    while queue:
        match logic := queue.pop():
            case Compare(fact):
                if logic not in found.setdefault(fact, []):
                    found[fact].append(logic)
            case UseTerm(key):
                if key not in seen:
                    seen.add(key)
                    queue.extend(reading.logic for reading in library.terms[key].readings)
            case _:
                queue.extend(parts(logic))
    return found


def answers(library: Library, fact: str, compares: list[Compare], known: Known | None = None) -> list[Known]:
    """One full answer for each way in which a fact can come out under its comparisons.

    A set that is known in part keeps what is known of it.
    """
    candidates = (
        _set_answers(compares, known)
        if _is_set(library, fact)
        else map(Known, values(library, fact, compares))
    )
    distinct: dict[tuple[bool | None, ...], Known] = {}
    for candidate in candidates:
        distinct.setdefault(tuple(truth_of(compare, candidate) for compare in compares), candidate)
    return list(distinct.values())


def _is_set(library: Library, fact: str) -> bool:
    return library.facts[fact].type == "set"


def _set_answers(compares: list[Compare], known: Known | None) -> Iterable[Known]:
    """A set's members matter one by one; at most eight open ones are combined, the rest counted as lacking."""
    members = (
        known.value
        if known is not None and isinstance(known.value, Members)
        else Members(frozenset(), frozenset())
    )
    asked = [str(compare.value) for compare in compares]
    open_ = [name for name in dict.fromkeys(asked) if name not in members.has | members.lacks][:8]
    for bits in range(1 << len(open_)):
        has = {name for i, name in enumerate(open_) if bits >> i & 1}
        yield Known(Members(members.has | has, members.lacks | (frozenset(asked) - members.has - has)))


def values(library: Library, fact: str, compares: list[Compare]) -> Iterable[Value]:
    """Values of a fact that is no set, of every kind that comparisons can tell apart; plain numbers before those that
    only lie between two others."""
    declared = library.facts[fact]
    match declared.type:
        case "yes-no":
            yield from (True, False)
        case "choice":
            yield from declared.values
        case "number":
            points = sorted({number for compare in compares for number in _numbers(compare.value)})
            yield from sorted({point + step for point in points for step in (-1, 0, 1)})
            yield from ((one + other) / 2 for one, other in pairwise(points))
        case "day":
            days = {compare.value for compare in compares if isinstance(compare.value, date)}
            one = timedelta(days=1)
            yield from sorted(days | {day - one for day in days} | {day + one for day in days})


def _numbers(value: Value) -> Iterable[int | float]:
    for item in value if isinstance(value, tuple) else (value,):
        if isinstance(item, int | float):
            yield item


_T = TypeVar("_T")


class Recorder(Mapping[str, _T]):
    """Facts, or judgments, that remember, in order, which of them were looked at."""

    def __init__(self, facts: Mapping[str, _T]) -> None:
        self._facts = facts
        self.read: dict[str, None] = {}

    def __getitem__(self, fact: str) -> _T:
        self.read[fact] = None
        return self._facts[fact]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)
