"""Stretches of days with one end moved by a day."""

from collections.abc import Iterator
from datetime import date, timedelta

from compliance.engine.wording import in_words
from compliance.model.interval import Between, InForce, edges, in_force

_DAY = timedelta(days=1)


def moved(intervals: tuple[InForce, ...], words: str) -> Iterator[tuple[str, str, tuple[InForce, ...]]]:
    """(name, what changed in words, the intervals) for every end, a day earlier and a day later.

    Left out are moves after which the same days are law, and those that would end before they begin.
    """
    for i, one in enumerate(intervals):
        for name, day, said in _ends(one):
            for step, word in ((-_DAY, "earlier"), (_DAY, "later")):
                if not date.min < day < date.max:
                    continue
                other = _with_end(one, name, day + step)
                others = (*intervals[:i], other, *intervals[i + 1 :]) if other else intervals
                if not _same(intervals, others):
                    change = f"{words} {said} a day {word}, {in_words(day + step)}, not {in_words(day)}."
                    yield f"{name}-{day}/{word}", change, others


def _ends(one: InForce) -> Iterator[tuple[str, date, str]]:
    if isinstance(one.from_, Between):
        yield "earliest", one.from_.earliest, "may have begun"
        if one.from_.latest is not None:
            yield "latest", one.from_.latest, "has begun for certain"
    else:
        yield "first", one.from_, "begins"
    if one.to is not None:
        yield "last", one.to, "has its last day"


def _with_end(one: InForce, name: str, day: date) -> InForce | None:
    """The interval with one end on another day; None where it would end before it begins."""
    if isinstance(one.from_, Between) and name in ("earliest", "latest"):
        begins = one.from_.model_copy(update={name: day})
        if begins.latest is not None and begins.latest < begins.earliest:
            return None
        other = one.model_copy(update={"from_": begins})
    else:
        other = one.model_copy(update={"to" if name == "last" else "from_": day})
    return None if other.to is not None and other.to < other.earliest else other


def _same(intervals: tuple[InForce, ...], others: tuple[InForce, ...]) -> bool:
    days = {*edges(intervals), *edges(others)}
    days |= {day - _DAY for day in days if day > date.min}
    return all(in_force(intervals, day) is in_force(others, day) for day in days)
