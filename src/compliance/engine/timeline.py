"""A practice's days, cut where the law changes."""

from datetime import date, timedelta

from compliance.model.library import Library


def stretches(since: date, until: date | None, library: Library) -> tuple[tuple[date, date | None], ...]:
    """Days as stretches (first, last) under unchanging law; `until` and the last are None while they go on."""
    cuts = [day for day in library.changes if day > since and (until is None or day <= until)]
    starts = [since, *cuts]
    ends: list[date | None] = [*(day - timedelta(days=1) for day in cuts), until]
    return tuple(zip(starts, ends, strict=True))
