"""A practice's days, cut where the law changes."""

from datetime import date, timedelta

from compliance.model.case import Case
from compliance.model.library import Library


def stretches(case: Case, library: Library) -> tuple[tuple[date, date | None], ...]:
    """The case's days as stretches (first, last) under unchanging law; the last is None while it goes on."""
    cuts = [day for day in library.changes if day > case.since and (case.until is None or day <= case.until)]
    starts = [case.since, *cuts]
    ends: list[date | None] = [*(day - timedelta(days=1) for day in cuts), case.until]
    return tuple(zip(starts, ends, strict=True))
