"""The plan of a made-up log: its days, offices, users with their certifications, cases, and what stands out."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import gcd
from zoneinfo import ZoneInfo

import numpy as np

from compliance.audit.synthetic_dice import Dice, Flags, Ints

ZONE = "America/New_York"
DAY = 86_400
_EPOCH = date(1970, 1, 1)
_BEFORE, _AFTER = 12 * 366, 400
"""Days around the log for which local midnights are known."""
SMALL = 5_000
"""A log of fewer queries is of one year, and more often shows what rules are about."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A body with an agreement, as a party of the library, and the log's own code for it."""

    code: str
    actor: str
    signed: date
    """Made up, within the years that are known for the agreements, where any are."""
    audited: tuple[date, ...] = ()
    """Made up; which of the ten were audited is not known."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office of an agency; the weight is its share of the users."""

    code: str
    title: str
    agency: int
    weight: int


AGENCIES = (
    Agency("NYICENYC0", "ice-new-york-city", date(2008, 3, 17), (date(2011, 5, 9), date(2014, 4, 7))),
    Agency("NYICEBAT0", "ice-batavia", date(2007, 6, 4), (date(2010, 2, 8), date(2016, 9, 12))),
    Agency("NYICELAT0", "ice-latham", date(2009, 1, 12)),
    Agency("NYICERPT0", "ice-rouses-point", date(2010, 10, 18)),
    Agency(
        "NYICEFIU0",
        "ice-northeast-field-intelligence",
        date(2011, 4, 11),
        (date(2013, 11, 4), date(2016, 8, 15), date(2018, 6, 11)),
    ),
    Agency("NYCBPGRI0", "cbp-grand-island", date(2006, 5, 22), (date(2008, 9, 15), date(2011, 6, 20))),
    Agency(
        "NYTSA0000",
        "tsa",
        date(2008, 9, 8),
        (date(2011, 3, 14), date(2013, 12, 9), date(2016, 10, 3), date(2018, 10, 15)),
    ),
    Agency("NYCUS0000", "us-customs-office", date(2006, 11, 6)),
    Agency("NYDHS0009", "dhs-body-nine", date(2009, 7, 27)),
    Agency("NYDHS0010", "dhs-body-ten", date(2011, 8, 1)),
)
OFFICES = (
    Office("11", "New York City, desk 1", 0, 22),
    Office("12", "New York City, desk 2", 0, 13),
    Office("13", "New York City, desk 3", 0, 7),
    Office("21", "Batavia, desk 1", 1, 9),
    Office("22", "Batavia, desk 2", 1, 5),
    Office("31", "Latham, desk 1", 2, 6),
    Office("32", "Latham, desk 2", 2, 3),
    Office("41", "Rouses Point", 3, 5),
    Office("51", "Field intelligence", 4, 4),
    Office("61", "Grand Island, desk 1", 5, 8),
    Office("62", "Grand Island, desk 2", 5, 5),
    Office("71", "Security, desk 1", 6, 4),
    Office("72", "Security, desk 2", 6, 2),
    Office("81", "Customs", 7, 3),
    Office("91", "Ninth body", 8, 2),
    Office("92", "Tenth body", 9, 2),
)
AUDITS_FROM = date(2006, 1, 1)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a query is of each kind."""

    no_reason: float = 0.010
    no_case: float = 0.030
    closed_case: float = 0.008
    unlisted_case: float = 0.004
    reentry: float = 0.060
    reentry_without_case: float = 0.300
    """Of those with the label of re-entry."""
    civil: float = 0.012
    other_official: float = 0.020
    private: float = 0.001
    unlisted_purpose: float = 0.003
    blank_purpose: float = 0.002
    blank_subject: float = 0.0005
    blank_office: float = 0.001
    never_reviewed: float = 0.025
    reviewed_late: float = 0.012
    reviewed_alone: float = 0.006
    questioned: float = 0.010
    reviewed_twice: float = 0.005
    disseminated: float = 0.015

    def crowded(self) -> "Rates":
        """For a small log."""
        return Rates(
            no_reason=0.03,
            no_case=0.06,
            closed_case=0.03,
            unlisted_case=0.015,
            reentry=0.12,
            reentry_without_case=0.4,
            civil=0.03,
            other_official=0.04,
            private=0.01,
            unlisted_purpose=0.015,
            blank_purpose=0.01,
            blank_subject=0.01,
            blank_office=0.02,
            never_reviewed=0.03,
            reviewed_late=0.03,
            reviewed_alone=0.03,
            questioned=0.03,
            reviewed_twice=0.02,
            disseminated=0.12,
        )


@dataclass(frozen=True, slots=True)
class Users:
    """Per user: the office, and the days on which certifications begin and end."""

    office: Ints
    begins: Ints
    """Users × certifications; a day number, or NEVER where there is none."""
    ends: Ints
    """The last day; NEVER where the end is open."""

    def __len__(self) -> int:
        return len(self.office)

    def certified(self, user: Ints, day: Ints) -> Flags:
        """Whether the user was certified on that day."""
        begins, ends = self.begins[user], self.ends[user]
        inside = (begins != NEVER) & (begins <= day[:, None]) & ((ends == NEVER) | (day[:, None] <= ends))
        found: Flags = inside.any(axis=1)
        return found


NEVER = -(10**6)


@dataclass(frozen=True, slots=True)
class Apart:
    """Queries that stand out: series about one subject, and searches outside of the hours; in order of time."""

    day: Ints
    second: Ints
    user: Ints
    subject: Ints
    of_subject: Ints
    """How many searches of this subject by this user lie in the 24 hours up to this one."""
    after_hours: Ints
    """How many searches of this user outside of 06:00 to 21:00 lie in the hour up to this one."""

    def __len__(self) -> int:
        return len(self.day)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything about a log but its rows. Days are numbered from the log's first day on."""

    queries: int
    dice: Dice
    rates: Rates
    first: date
    days: int
    midnight: Ints
    """Local midnight of each day as UTC seconds, from `_BEFORE` days before the first on."""
    per_day: Ints
    """Ordinary queries of each day; those that stand apart come on top."""
    users: Users
    case_step: int
    """Seconds between two new cases of an office."""
    subjects: int
    """How many different subjects the ordinary queries have."""
    apart: Apart

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.days - 1)

    @property
    def end(self) -> int:
        """The first UTC second after the log."""
        return int(self.utc(np.array([self.days]), np.array([0]))[0])

    def utc(self, day: Ints, second: Ints) -> Ints:
        """Of a local time; the second is one from 03:00 on, or 0."""
        # From the end of the day on, since clocks change early in the morning.
        after = self.midnight[day + _BEFORE + 1] - (DAY - second)
        return np.where(second == 0, self.midnight[day + _BEFORE], after)

    def number(self, day: date) -> int:
        """Of a day."""
        return (day - self.first).days

    def day(self, number: int) -> date:
        """Of a number."""
        return self.first + timedelta(days=int(number))


def plan(queries: int, seed: int) -> Plan:
    """The plan of a log of so many queries. Raises ValueError for fewer than 100."""
    if queries < 100:
        raise ValueError("a made-up log has 100 queries or more")
    dice, small = Dice(seed), queries < SMALL
    first = date(2018, 1, 1) if small else date(2016, 1, 1)
    days = (date(2019, 1, 1) - first).days
    users = _users(dice, max(20, min(5_000, queries // 2_000)), days, small)
    rows = _apart(dice, queries, first, days, len(users))
    ordinary = queries - len(rows)
    weekday = (np.arange(days) + first.weekday()) % 7
    weight = np.cumsum(np.where(weekday < 5, 20, np.where(weekday == 5, 3, 2)))
    per_day = np.diff(weight * ordinary // int(weight[-1]), prepend=0)
    subjects = max(ordinary // 3, 10)
    return Plan(
        queries=queries,
        dice=dice,
        rates=Rates().crowded() if small else Rates(),
        first=first,
        days=days,
        midnight=_midnights(first, days),
        per_day=per_day,
        users=users,
        case_step=int(max(1_000, min(30 * DAY, days * DAY * len(OFFICES) * 150 // queries))),
        subjects=subjects,
        apart=replace(rows, subject=rows.subject + subjects),
    )


def stride(size: int) -> int:
    """A step that visits each of so many places once."""
    step = max(1, int(size * 0.6180339887))
    while gcd(step, size) != 1:
        step += 1
    return step


def _midnights(first: date, days: int) -> Ints:
    zone = ZoneInfo(ZONE)
    found = []
    for number in range(-_BEFORE, days + _AFTER):
        local = datetime.combine(first + timedelta(days=number), time(), zone)
        found.append(int(local.timestamp()))
    return np.array(found, np.int64)


def _users(dice: Dice, count: int, days: int, small: bool) -> Users:
    number = np.arange(count)
    weights = np.cumsum([office.weight for office in OFFICES])
    office = np.searchsorted(weights, (number * 2 + 1) * int(weights[-1]) // (2 * count), side="right")
    begins, ends = np.full((count, 4), NEVER), np.full((count, 4), NEVER)
    # Certified well before the log; renewed once a year or two; most renewals leave no gap, some overlap.
    begins[:, 0] = -400 - dice.below(600, "certified", number)
    previous = begins[:, 0]
    gaps = dice.below(4 if small else 8, "gap", number) == 0
    for at in range(1, 4):
        span = 300 + dice.below(430, f"span {at}", number) + np.where(at == 1, 400, 0)
        ends[:, at - 1] = np.where(previous == NEVER, NEVER, previous + span)
        lapse = 15 + dice.below(60, f"lapse {at}", number)
        overlap = -dice.below(3, f"overlap {at}", number) * 20
        previous = previous + span + 1 + np.where(gaps, lapse, overlap)
        begins[:, at] = previous
    last = begins[:, 3] + 2_000
    ends[:, 3] = np.where(dice.chance(0.5, "open end", number), NEVER, last)
    begins[begins > days] = NEVER
    begins[number % 250 == 10] = NEVER
    return Users(office, begins, ends)


def _apart(dice: Dice, queries: int, first: date, days: int, users: int) -> Apart:
    day_of = np.array([day for day in range(2, days - 2) if (day + first.weekday()) % 7 < 3])
    series = _series(dice, max(4, queries // 400), day_of, users)
    nights = _nights(dice, max(4, queries // 500), day_of, users, int(series.subject.max()) + 1)
    columns = [
        np.concatenate([getattr(one, name) for one in (series, nights)])
        for name in ("day", "second", "user", "subject", "of_subject", "after_hours")
    ]
    order = np.lexsort((columns[1], columns[0]))
    return Apart(*(column[order] for column in columns))


def _members(sizes: Ints) -> tuple[Ints, Ints]:
    """For each row, the number of its event and its place in it."""
    event = np.repeat(np.arange(len(sizes)), sizes)
    return event, np.arange(len(event)) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def _series(dice: Dice, count: int, day_of: Ints, users: int) -> Apart:
    """Searches of one subject by one user: within a day, over two days within 24 hours, or just not within them."""
    number = np.arange(count)
    large = (dice.below(10, "large", number) < 3) | (number < 3)
    size = np.where(large, 6 + dice.below(7, "large size", number), 2 + dice.below(3, "small size", number))
    shape = np.where(
        large, (dice.below(4, "shape", number) - 1).clip(0), 0
    )  # 0 a day, 1 within 24 hours, 2 not
    shape[:3] = (0, 1, 2)
    event, place = _members(size)
    minutes = 4 + dice.below(40, "minutes", number)
    half = (size // 2)[event]
    late, two = place >= half, (shape > 0)[event]
    day = day_of[dice.below(len(day_of), "series day", number)][event] + (two & late)
    one_day = 8 * 3_600 + place * minutes[event] * 60
    # The first half ends before 17:00 of a day; the second one begins at 08:00 or, past 24 hours, at 18:00 of the next.
    evening = np.where(shape[event] == 1, 8 * 3_600, 18 * 3_600)
    two_days = np.where(late, evening + (place - half) * 600, 15 * 3_600 + place * 600)
    second = np.where(two, two_days, one_day) + dice.below(60, "series second", number)[event]
    of_subject = np.where((shape == 2)[event] & late, place - half, place) + 1
    user = dice.below(users, "series user", number)[event]
    return Apart(day, second, user, event, of_subject, np.zeros(len(event), np.int64))


def _nights(dice: Dice, count: int, day_of: Ints, users: int, subject: int) -> Apart:
    """Evenings on which a user searches once, a few times or in a burst, each time another subject."""
    number = np.arange(count)
    kind = dice.below(10, "night", number)
    kind[:2] = (9, 8)
    size = np.where(kind < 7, 1, np.where(kind < 9, 2 + kind - 7, 12 + dice.below(5, "burst", number)))
    nights = np.sort(dice.below(len(day_of), "night day", number))
    # Users of one evening are different people, so that no two events of one user lie within an hour.
    same = np.arange(count) - np.searchsorted(nights, nights)
    user = (dice.below(users, "night user", nights) + same * stride(users)) % users
    if int(same.max()) >= users:
        raise ValueError("there are more evenings than users")
    event, place = _members(size)
    second = 21 * 3_600 + 300 + dice.below(5_400, "night second", number)[event] + place * 100
    subjects = subject + np.arange(len(event))
    ones = np.ones(len(event), np.int64)
    return Apart(day_of[nights][event], second, user[event], subjects, ones, place + 1)
