"""A practice's days, cut where the law changes."""

from collections.abc import Iterable
from datetime import date, timedelta

from compliance.model.case import Case
from compliance.model.interval import InForce
from compliance.model.library import Library


def stretches(case: Case, library: Library) -> tuple[tuple[date, date | None], ...]:
    """The case's days as stretches (first, last) under unchanging law; the last is None while it goes on."""
    cuts = sorted(
        day
        for day in set(_changes(library))
        if day > case.since and (case.until is None or day <= case.until)
    )
    starts = [case.since, *cuts]
    ends: list[date | None] = [*(day - timedelta(days=1) for day in cuts), case.until]
    return tuple(zip(starts, ends, strict=True))


def _changes(library: Library) -> Iterable[date]:
    """Every day on which a rule or an exception comes into force, certainly does, or has ceased."""
    for rule in library.rules:
        yield from _edges(rule.in_force)
        for exception in rule.exceptions:
            yield from _edges(exception.in_force)


def _edges(intervals: tuple[InForce, ...]) -> Iterable[date]:
    for interval in intervals:
        yield interval.earliest
        if interval.certain_from is not None:
            yield interval.certain_from
        if interval.to is not None and interval.to < date.max:
            yield interval.to + timedelta(days=1)
