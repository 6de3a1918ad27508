"""Time zones as data: the UTC offsets of a zone between two days, as constants in expressions and over arrays.

No engine's own time-zone data matters. All times are naive. A local time that was twice is taken as the first of the
two, and one that never was, since the clocks went forward over it, as if they had not gone forward yet.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from compliance.audit.error import AuditError
from compliance.source.nearest import did_you_mean, short

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""No log has times of other years."""
_EPOCH = datetime(1970, 1, 1)
_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """When the clocks of a zone are changed, and by how much they differ from UTC before and after, in seconds."""

    instant: datetime
    before: int
    after: int

    @property
    def local(self) -> datetime:
        """The first local time that is read with the new offset: the later of the two that the clocks show."""
        return self.instant + timedelta(seconds=max(self.before, self.after))

    @property
    def gap(self) -> tuple[datetime, datetime] | None:
        """The local times that never were, from the first on and up to the second."""
        if self.after <= self.before:
            return None
        return self.instant + timedelta(seconds=self.before), self.local


@dataclass(frozen=True, slots=True)
class Offsets:
    """The offsets of a zone in a stretch of time."""

    first: int
    changes: tuple[Change, ...]


def find(zone: str) -> ZoneInfo:
    """A time zone by its name. Raises AuditError where there is none."""
    from zoneinfo import ZoneInfoNotFoundError, available_timezones

    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        help_ = did_you_mean(zone, available_timezones(), "write it as America/New_York")
        raise AuditError(f"there is no time zone '{short(zone)}': {help_}") from None


def offsets(zone: str, since: date, until: date) -> Offsets:
    """The offsets of a zone for all times, local or UTC, of the days from `since` to `until`."""
    low = _start(max(since, date(FIRST_YEAR, 1, 3))) - timedelta(days=2)
    high = _start(min(until, date(LAST_YEAR, 12, 29))) + timedelta(days=3)
    every = [one for year in range(low.year, high.year + 1) for one in _changes(zone, year)]
    near = tuple(one for one in every if low <= one.instant <= high)
    return Offsets(near[0].before if near else _offset(find(zone), low), near)


def utc(local: Any, zone: str, since: date, until: date) -> Any:
    """The UTC time of a local time, as an Ibis expression that is right for local times of these days."""
    found = offsets(zone, since, until)
    return _shifted(local, [(one.local, -one.before, -one.after) for one in found.changes], -found.first)


def local(time: Any, zone: str, since: date, until: date) -> Any:
    """The local time of a UTC time, as an Ibis expression that is right for times of these days in UTC."""
    found = offsets(zone, since, until)
    return _shifted(time, [(one.instant, one.before, one.after) for one in found.changes], found.first)


def gap(local: Any, zone: str, since: date, until: date) -> Any:
    """Whether the clocks went forward over a local time, as an Ibis expression; None where no local time of these days
    is such a one."""
    found: Any = None
    for one in offsets(zone, since, until).changes:
        if one.gap is not None:
            start, end = one.gap
            inside = (local >= start) & (local < end)
            found = inside if found is None else found | inside
    return found


def utc_array(local: Any, zone: str) -> tuple[Any, Any]:
    """The UTC times of an array of local times, and which of them never were.

    In and out are numpy arrays of int64, microseconds since 1970. Times of years that no log has are not changed.
    """
    import numpy

    never = numpy.zeros(len(local), bool)
    low, high = micros(_EARLIEST), micros(datetime(LAST_YEAR, 12, 31, 23, 59, 59, 999999))
    possible = (local >= low) & (local <= high)
    if not possible.any() or zone == "UTC":
        return local, never
    seen = local[possible]
    found = offsets(zone, moment(int(seen.min())).date(), moment(int(seen.max())).date())
    shift = numpy.array([found.first, *(one.after for one in found.changes)], numpy.int64) * _SECOND
    edges = numpy.array([micros(one.local) for one in found.changes], numpy.int64)
    place = numpy.searchsorted(edges, local, side="right")
    for one in found.changes:
        if one.gap is not None:
            start, end = one.gap
            never |= (local >= micros(start)) & (local < micros(end))
    return numpy.where(possible, local - shift[place], local), never & possible


def micros(moment: datetime) -> int:
    """A naive time as microseconds since 1970."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(microseconds: int) -> datetime:
    """The naive time so many microseconds after the start of 1970."""
    return _EPOCH + timedelta(microseconds=microseconds)


def micros_of_year(year: int) -> int:
    """The start of a year as microseconds since 1970."""
    return micros(datetime(year, 1, 1))


def _shifted(time: Any, changes: list[tuple[datetime, int, int]], first: int) -> Any:
    """A time with the number of seconds added that holds up to each of the changes and then after the last."""
    import ibis

    def by(seconds: int) -> Any:
        return time + ibis.interval(seconds=seconds) if seconds else time

    if not changes:
        return by(first)
    cases = [(time < edge, by(before)) for edge, before, _ in changes]
    return ibis.cases(*cases, else_=by(changes[-1][2]))


@lru_cache(maxsize=4096)
def _changes(zone: str, year: int) -> tuple[Change, ...]:
    """The changes of a zone in a year, by UTC: found by looking at each day, and halving those that differ."""
    info = find(zone)
    found: list[Change] = []
    day, end = datetime(year, 1, 1), datetime(year + 1, 1, 1)
    before = _offset(info, day)
    while day < end:
        step = min(end, day + timedelta(days=1))
        after = _offset(info, step)
        if after != before:
            low, high = day, step
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=int((high - low).total_seconds()) // 2)
                low, high = (middle, high) if _offset(info, middle) == before else (low, middle)
            found.append(Change(high, before, after))
        day, before = step, after
    return tuple(found)


def _offset(info: ZoneInfo, instant: datetime) -> int:
    shift = instant.replace(tzinfo=UTC).astimezone(info).utcoffset()
    assert shift is not None
    return int(shift.total_seconds())


def _start(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


_EARLIEST = datetime(FIRST_YEAR, 1, 1)
