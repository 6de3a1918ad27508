"""Offsets as constants say the same as Python's time zones."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import ibis
import numpy
import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.audit import zones
from compliance.audit.error import AuditError

ZONES = sorted(name for name in available_timezones() if not name.startswith(("right/", "posix/")))


def never(local: datetime, zone: str) -> bool:
    """Whether a local time is not the same after it went through UTC."""
    return as_utc(local, zone).replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local


def as_utc(local: datetime, zone: str) -> datetime:
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None)


def near_changes(zone: str, year: int) -> list[datetime]:
    """Times around each change of a year's clocks."""
    found = zones.offsets(zone, date(year, 1, 1), date(year, 12, 31)).changes
    steps = [
        timedelta(minutes=15 * number, microseconds=delta) for number in range(-16, 17) for delta in (-1, 0)
    ]
    return [one.instant + timedelta(seconds=one.before) + step for one in found for step in steps]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ZONES), st.integers(1901, 2199), st.lists(st.integers(0, 365 * 86_400), max_size=8))
def test_local_times_of_any_zone_and_year_become_the_utc_that_python_says(
    zone: str, year: int, seconds: list[int]
) -> None:
    moments = [datetime(year, 1, 1) + timedelta(seconds=one) for one in (0, *seconds)] + near_changes(
        zone, year
    )
    found, lost = zones.utc_array(numpy.array([zones.micros(one) for one in moments], numpy.int64), zone)
    for one, micros, gone in zip(moments, found, lost, strict=True):
        assert (zones.moment(int(micros)), bool(gone)) == (as_utc(one, zone), never(one, zone))


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
def test_expressions_say_the_same_as_python(zone: str) -> None:
    moments = [datetime(2016, 1, 1) + timedelta(hours=7 * number) for number in range(1400)]
    moments += near_changes(zone, 2017)
    table = ibis.memtable(pyarrow.table({"t": pyarrow.array(moments, pyarrow.timestamp("us"))}))
    days = date(2016, 1, 1), date(2017, 12, 31)
    gap = zones.gap(table.t, zone, *days)
    found = table.select(
        "t",
        utc=zones.utc(table.t, zone, *days),
        local=zones.local(table.t, zone, *days),
        gap=ibis.literal(False) if gap is None else gap,
    )
    for row in ibis.duckdb.connect().to_pyarrow(found).to_pylist():
        assert row["utc"] == as_utc(row["t"], zone)
        assert row["local"] == row["t"].replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        assert row["gap"] == never(row["t"], zone)


def test_utc_costs_nothing() -> None:
    time = ibis.table({"t": "timestamp"}, name="t").t
    assert zones.utc(time, "UTC", date(1900, 1, 1), date(2200, 12, 31)) is time
    assert zones.gap(time, "UTC", date(1900, 1, 1), date(2200, 12, 31)) is None


def test_a_zone_that_there_is_not_is_told_with_the_nearest() -> None:
    with pytest.raises(AuditError, match=r"no time zone 'America/New_Yrok': did you mean 'America/New_York'"):
        zones.find("America/New_Yrok")
    with pytest.raises(AuditError, match=r"no time zone '\.\./\.\./etc/passwd'"):
        zones.find("../../etc/passwd")
