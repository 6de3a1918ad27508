"""Times that are written as text."""

from datetime import datetime

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.audit.error import AuditError
from compliance.audit.times import check_format, parse
from compliance.audit.zones import moment


def read(text: str | None, written: str | None = None) -> str | None:
    """A text's time, with Z where it is in UTC; None where it is none."""
    found = parse(pyarrow.array([text, "x"], pyarrow.string()), written)
    assert not found.read[1]
    if not found.read[0]:
        return None
    shown = moment(int(found.micros[0])).isoformat(" ")
    return ("day " if found.whole_day[0] else "") + shown + ("Z" if found.instant[0] else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-01-05 10:30:00", "2018-01-05 10:30:00"),
        ("2018-01-05T10:30:00", "2018-01-05 10:30:00"),
        ("2018-01-05 10:30", "2018-01-05 10:30:00"),
        ("2018-01-05", "day 2018-01-05 00:00:00"),
        ("2018-01-05T10:30:00.5", "2018-01-05 10:30:00.500000"),
        ("2018-01-05T10:30:00.123456789", "2018-01-05 10:30:00.123456"),
        ("2018-01-05T10:30:00Z", "2018-01-05 10:30:00Z"),
        ("2018-01-05T00:30:00+05:30", "2018-01-04 19:00:00Z"),
        ("2018-01-05T00:30:00-0500", "2018-01-05 05:30:00Z"),
        ("2016-02-29 00:00:00", "2016-02-29 00:00:00"),
        ("2018-02-29 00:00:00", None),
        ("2018-13-01", None),
        ("2018-00-01", None),
        ("2018-01-00", None),
        ("2018-01-05 24:00:00", None),
        ("2018-01-05 23:60:00", None),
        ("2018-01-05 23:59:60", None),
        ("2018-01-05T10:30:00+25:00", None),
        ("2018-1-5", None),
        ("01/05/2018", None),
        (" 2018-01-05", None),
        ("2018-01-05\n", None),
        ("２０１８-01-05", None),
        ("", None),
        (None, None),
    ],
)
def test_iso_is_read_without_a_format(text: str | None, expected: str | None) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("written", "text", "expected"),
    [
        ("%m/%d/%Y %H:%M:%S", "01/05/2018 10:30:00", "2018-01-05 10:30:00"),
        ("%m/%d/%Y %H:%M:%S", "1/5/2018 9:05:07", "2018-01-05 09:05:07"),
        ("%m/%d/%Y %H:%M:%S", "13/05/2018 10:30:00", None),
        ("%m/%d/%Y %H:%M:%S", "01/05/2018 10:30:00 ", None),
        ("%m/%d/%Y %I:%M %p", "01/05/2018 12:30 AM", "2018-01-05 00:30:00"),
        ("%m/%d/%Y %I:%M %p", "01/05/2018 12:30 pm", "2018-01-05 12:30:00"),
        ("%m/%d/%Y %I:%M %p", "01/05/2018 13:30 pm", None),
        ("%m/%d/%Y %I:%M %p", "01/05/2018 00:30 am", None),
        ("%d-%b-%y", "05-JAN-18", "day 2018-01-05 00:00:00"),
        ("%d-%b-%y", "05-Jan-68", "day 2068-01-05 00:00:00"),
        ("%d-%b-%y", "05-Jan-69", "day 1969-01-05 00:00:00"),
        ("%B %e, %Y", "September  5, 2018", "day 2018-09-05 00:00:00"),
        ("%a, %d %b %Y %T %z", "Fri, 05 Jan 2018 10:30:00 -0500", "2018-01-05 15:30:00Z"),
        ("%Y%m%d%H%M%S", "20180105103000", "2018-01-05 10:30:00"),
        ("%Y-%m-%dT%H:%M:%S.%f%z", "2018-01-05T10:30:00.25Z", "2018-01-05 10:30:00.250000Z"),
        ("%Y.%m.%d [%H]", "2018.01.05 [10]", "2018-01-05 10:00:00"),
        ("%Y.%m.%d", "2018x01x05", None),
        ("100%% %F", "100% 2018-01-05", "day 2018-01-05 00:00:00"),
    ],
)
def test_other_times_are_read_by_their_format(written: str, text: str, expected: str | None) -> None:
    assert read(text, written) == expected


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31)))
def test_every_time_that_python_writes_is_read_as_the_same(time: datetime) -> None:
    written = "%d %B %Y at %I.%M.%S %p and %f"
    assert read(time.strftime(written), written) == read(time.isoformat()) == time.isoformat(" ")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("%Y-%m-%d %Q", "has %Q, which is not known here: use %Y %y %m"),
        ("%Y-%m-%d %", "has %, which is not known here"),
        ("%Y-%m", "lacks a day: %d"),
        ("%d %m", "lacks a year: %Y"),
        ("%d %Y", "lacks a month: %m"),
        ("%d %d %m %Y", "has %d more than once"),
        ("%Y-%m-%d %I:%M", "needs %I and %p together"),
    ],
)
def test_a_format_that_cannot_be_used_is_told(written: str, message: str) -> None:
    with pytest.raises(AuditError) as told:
        check_format(written)
    assert message in str(told.value)
