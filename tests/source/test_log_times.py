"""Ways of writing times and names of time zones: those that leave no doubt."""

import pytest

from compliance.source.log_times import format_problem, zone_problem


@pytest.mark.parametrize(
    "written",
    [
        "%Y-%m-%d",
        "%m/%d/%Y %H:%M:%S",
        "%d.%m.%y %H:%M",
        "%d %B %Y, %I:%M:%S.%f %p",
        "%a %b %d %H:%M:%S %Y",
        "%Y%j",
        "%Y-%m-%dT%H:%M:%S%z",
        "100%% %Y-%m-%d",
    ],
)
def test_ways_of_writing_times(written: str) -> None:
    assert format_problem(written) is None


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("%H:%M", "the day"),
        ("%Y-%m", "the day"),
        ("%d %H:%M", "the day"),
        ("%m/%d/%Y %I:%M", "the time of day"),
        ("%Y-%m-%d %S", "the time of day"),
        ("%x", "not read here"),
        ("%Y-%m-%d %Z", "not read here"),
        ("%Y-%m-%d %", "not read here"),
        ("%Y-%m-%d %m", "twice"),
        ("", "the day"),
    ],
)
def test_ways_that_leave_a_doubt(written: str, why: str) -> None:
    problem = format_problem(written)
    assert problem is not None
    assert why in problem[0]


def test_time_zones() -> None:
    assert zone_problem("America/New_York") is None
    assert zone_problem("UTC") is None
    for name in (
        "America",
        "../UTC",
        "/usr/share/zoneinfo/UTC",
        "EDT",
        "america/new_york",
        "",
        "a\0b",
        "localtime",
    ):
        assert zone_problem(name) is not None


def test_a_machine_without_time_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compliance.source.log_times._zones", frozenset)
    problem = zone_problem("UTC")
    assert problem is not None
    assert "'audit'" in problem[1]
