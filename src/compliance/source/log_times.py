"""Time zones and ways of writing times, as log formats name them."""

import re
from datetime import UTC, datetime
from functools import cache
from zoneinfo import available_timezones

from compliance.source.nearest import did_you_mean, short

DIRECTIVES = "YymdbBjHIMSfpzaA%"
"""The letters of strptime that log formats take: those that mean the same on every machine."""
_SAMPLE = datetime(2016, 11, 23, 17, 8, 9, tzinfo=UTC)
_TOLD = ((17, 8, 9), (17, 8, 0), (17, 0, 0), (0, 0, 0))
"""How much of the time of day a format may tell: all of it, or all but its last parts."""


@cache
def _zones() -> frozenset[str]:
    # 'localtime' and 'Factory' stand for whatever a machine was set to.
    return frozenset(available_timezones() - {"localtime", "Factory"})


def zone_problem(name: str) -> tuple[str, str] | None:
    """(what is wrong with the name of a time zone, what to do); None where nothing is."""
    zones = _zones()
    if name in zones:
        return None
    if not zones:
        return "no time zone is known here", "install the extra 'audit', which brings them along"
    known = {zone.lower(): zone for zone in zones}
    if name.lower() in known:
        help_ = f"did you mean '{known[name.lower()]}'?"
    else:
        help_ = did_you_mean(name, zones, "a time zone is called like America/New_York, or UTC")
    return f"no time zone is called '{short(name)}'", help_


def format_problem(written: str) -> tuple[str, str] | None:
    """(what is wrong with a way of writing times, what to do); None where it can be read without a doubt."""
    used = re.findall("%(.?)", written, re.DOTALL)
    wrong = [letter for letter in used if letter not in DIRECTIVES or not letter]
    if wrong:
        message = f"'%{short(wrong[0])}' in a way of writing times is not read here"
        return message, "the letters are %" + " %".join(DIRECTIVES)
    twice = sorted({letter for letter in used if used.count(letter) > 1 and letter != "%"})
    if twice:
        return f"'%{twice[0]}' stands twice in a way of writing times", "each part of a time is written once"
    try:
        read = datetime.strptime(_SAMPLE.strftime(written), written)
    except (ValueError, re.error):
        return f"times cannot be read as '{short(written)}'", "write it like %m/%d/%Y %H:%M:%S"
    if read.date() != _SAMPLE.date():
        help_ = "year (%Y), month (%m) and day (%d) are needed; two columns for date and time must be joined first"
        return f"'{short(written)}' does not tell the day", help_
    if (read.hour, read.minute, read.second) not in _TOLD:
        help_ = "write hours as %H, or as %I with %p; minutes as %M and seconds as %S go with hours"
        return f"'{short(written)}' does not tell the time of day without a doubt", help_
    return None
