"""Which New York law was in force on which day, as the library has it."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

import pytest

from compliance.model.interval import in_force
from compliance.model.library import Library
from compliance.source.library import load_library

Changes = Mapping[str, Mapping[str, bool | None]]
"""Day to what changes on it: an instrument or provision begins (True), ends (False), or becomes uncertain (None)."""

BEFORE = ("us-ny/agreement/use-and-dissemination",)
"""What was law on all of these days."""

CHANGES: Changes = {
    "2016-11-23": {},
    "2017-09-15": {"us-ny/executive-order/170": True},
    "2018-04-25": {"us-ny/executive-order/170.1-2018": True},
    "2018-11-14": {"us-ny/case/wells-v-demarco": True},
    "2019-04-17": {"us-ny/directive/oca-1-2019": True},
    "2019-05-08": {},
    "2019-12-14": {"us-ny/statute/vehicle-and-traffic-law-201": True},
    "2020-12-15": {"us-ny/statute/civil-rights-law-28": True, "us-ny/statute/judiciary-law": True},
    "2021-08-24": {"us-ny/executive-order/1-2021": True},
    "2021-10-08": {"us-ny/executive-order/6-2021": True, "us-ny/executive-order/170.1-2018": None},
    "2021-10-09": {"us-ny/executive-order/1-2021": False},
    "2024-11-16": {"us-ny/statute/criminal-procedure-law-160#160.57": True},
    "2025-01-16": {"us-ny/executive-order/6.1-2025": True, "us-ny/executive-order/170.1-2018": True},
    "2026-05-27": {
        "us-ny/statute/executive-law-170-k": True,
        "us-ny/statute/executive-law-170-k#2.a": True,
        "us-ny/statute/executive-law-170-k#7": True,
        "us-ny/statute/executive-law-319-a": None,
        "us-ny/statute/general-municipal-law-996-a": None,
    },
    "2026-08-25": {
        "us-ny/statute/executive-law-170-k#7": False,
        "us-ny/statute/executive-law-170-k#7.void": True,
    },
    "2026-11-22": {},
}


@cache
def library() -> Library:
    return load_library()


def expected(day: date, changes: Changes) -> dict[str, bool | None]:
    """The state of everything in the table on a day: what changed last, and not in force before that."""
    state: dict[str, bool | None] = {name: False for on in changes.values() for name in on}
    state.update(dict.fromkeys(BEFORE, True))
    for on in sorted(changes):
        if date.fromisoformat(on) <= day:
            state.update(changes[on])
    return state


def found(name: str, day: date) -> bool | None:
    """Whether an instrument, or a provision of one, is in force as the library has it."""
    home, _, provision = name.partition("#")
    instrument = library().instruments[home]
    own = library().provision(home, provision).in_force if provision else None
    return in_force(own or instrument.in_force, day)


@pytest.mark.parametrize("days", [0, -1], ids=["on the day", "the day before"])
@pytest.mark.parametrize("on", CHANGES)
def test_the_law_in_force_on_each_day_is_exactly_this(on: str, days: int) -> None:
    day = date.fromisoformat(on) + timedelta(days)
    wanted = expected(day, CHANGES)
    assert {name: found(name, day) for name in wanted} == wanted


def test_no_other_instrument_of_new_york_begins_on_one_of_these_days() -> None:
    named = {name.partition("#")[0] for on in CHANGES.values() for name in on}
    first, *others = (date.fromisoformat(on) for on in CHANGES)
    begun = {
        home
        for home, instrument in library().instruments.items()
        if home.startswith("us-ny/") and not in_force(instrument.in_force, first - timedelta(1))
        for day in others
        if in_force(instrument.in_force, day) and not in_force(instrument.in_force, day - timedelta(1))
    }
    assert begun <= named
