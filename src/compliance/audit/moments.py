"""Days on a log's own clock as moments in UTC, which inside of an audit every time is, without a zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MICROSECOND = timedelta(microseconds=1)


def begins(day: date, zone: str) -> datetime:
    """The first moment of a day on the clocks of a time zone."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None)


def ends(day: date, zone: str) -> datetime:
    """The last moment of a day on the clocks of a time zone."""
    return begins(day + timedelta(days=1), zone) - MICROSECOND


def day_of(moment: datetime, zone: str) -> date:
    """The day that it is at a moment on the clocks of a time zone."""
    return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date()
