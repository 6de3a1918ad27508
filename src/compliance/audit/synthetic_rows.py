"""The rows of a made-up log, some days at a time, each with what is true of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from compliance.audit.synthetic_dice import Flags, Ints
from compliance.audit.synthetic_plan import DAY, OFFICES, Plan, stride

NONE = -1
REASONS = (
    "Controlled substances investigation",
    "Weapons investigation",
    "Fraud investigation",
    "Identity check of a suspect",
    "Smuggling investigation",
    "Warrant check",
    "Follow-up to an arrest",
    "Request of a task force",
    "Preparation of a hearing",
    "Report of a crime",
)
CRIME, REENTRY, CIVIL, OTHER, PRIVATE, UNLISTED, BLANK = range(7)
"""Purposes."""
PURPOSES = ("C", "R", "A", "O", "P", "Z")
"""Their codes in the log; Z is one that the log's format does not list."""
OPEN_CASE, CLOSED_CASE, UNLISTED_CASE, NO_CASE = range(4)
REVIEWED, LATE, ALONE, NOT_DUE, NEVER_REVIEWED = range(5)
"""Of a review within 30 days by another than the searcher: the last but one is a query whose 30 days go on."""
VALIDATED, QUESTIONED, NOT_REVIEWED = range(3)
_QUESTIONED, _TWICE = 10, 11
"""More kinds of review, which come to one of these."""
IN_LOG, NOT_IN_LOG, NO_QUERY = range(3)
RECIPIENTS = ("ICE-ERO", "ICE-OPLA", "CBP", "COUNTY", "STATE")

OPEN_DAYS = (60, 300)
"""How long a case stays open, in days, at least and at most."""
CASES_OF_OFFICE = 200_000
NEVER_CLOSED = -(10**6)

_HOURS = np.repeat(np.arange(6, 21), [1, 3, 8, 12, 12, 11, 9, 11, 12, 11, 9, 4, 2, 1, 1])
"""Hours of the day on which ordinary searches are made, as often as they are."""


@dataclass(frozen=True, slots=True)
class Queries:
    """Queries in order of time, with what is true of them. Numbers, times as UTC seconds, NONE where it is blank."""

    id: Ints
    time: Ints
    user: Ints
    office: Ints
    """The place in OFFICES; also where the log leaves the office blank."""
    office_given: Flags
    subject: Ints
    case: Ints
    reason: Ints
    purpose: Ints
    certified: Flags
    case_state: Ints
    of_subject: Ints
    after_hours: Ints
    review: Ints
    outcome: Ints


@dataclass(frozen=True, slots=True)
class Reviews:
    """Reviews in order of their queries; the reviewer is a user, or NONE for the coordinator of the office."""

    query: Ints
    time: Ints
    office: Ints
    reviewer: Ints
    outcome: Ints


@dataclass(frozen=True, slots=True)
class Disseminations:
    """Disseminations in order of their queries."""

    id: Ints
    time: Ints
    query: Ints
    user: Ints
    office: Ints
    recipient: Ints
    state: Ints


def batches(plan: Plan, size: int) -> Iterator[tuple[Queries, Reviews, Disseminations]]:
    """All rows in order of the queries' time, about so many queries of whole days at a time."""
    start, ordinary, passed_on = 1, 0, 1
    number = np.cumsum(plan.per_day)
    since = 0
    while since < plan.days:
        until = int(np.searchsorted(number, ordinary + size, side="right"))
        until = min(max(until, since + 1), plan.days)
        days = np.arange(since, until)
        queries, key = _queries(plan, days, ordinary, start)
        queries, reviews = _reviews(plan, queries, key)
        disseminations = _disseminations(plan, queries, key, passed_on)
        yield queries, reviews, disseminations
        start += len(queries.id)
        passed_on += len(disseminations.id)
        ordinary, since = int(number[until - 1]), until


def _queries(plan: Plan, days: Ints, ordinary: int, start: int) -> tuple[Queries, Ints]:
    dice, rates = plan.dice, plan.rates
    day = np.repeat(days, plan.per_day[days])
    place = np.arange(ordinary, ordinary + len(day))
    apart = plan.apart
    some = slice(*np.searchsorted(apart.day, [days[0], days[-1] + 1]))
    ones = np.ones(len(day), np.int64)
    hour = _HOURS[dice.below(len(_HOURS), "hour", place)]
    user = _user(plan, place)
    # Each subject comes back once in so many queries, so that no two searches of one lie within two days.
    subject = np.where(
        dice.chance(rates.blank_subject, "blank subject", place),
        NONE,
        place % plan.subjects * stride(plan.subjects) % plan.subjects,
    )
    key = np.concatenate([place, np.arange(plan.queries, plan.queries + len(apart))[some]])
    columns = (
        np.concatenate([day, apart.day[some]]),
        np.concatenate([hour * 3_600 + dice.below(3_600, "second", place), apart.second[some]]),
        np.concatenate([user, apart.user[some]]),
        np.concatenate([subject, apart.subject[some]]),
        np.concatenate([np.where(subject == NONE, NONE, ones), apart.of_subject[some]]),
        np.concatenate([ones - 1, apart.after_hours[some]]),
    )
    time = plan.utc(columns[0], columns[1])
    order = np.argsort(time, kind="stable")
    day, second, user, subject, of_subject, after_hours = (column[order] for column in columns)
    key = key[order]
    office = plan.users.office[user]
    purpose = _purpose(plan, key)
    case_state, case = _case(plan, key, day * DAY + second, office, purpose)
    no_reason = dice.chance(rates.no_reason, "no reason", key)
    none = np.zeros(len(key), np.int64)
    queries = Queries(
        id=np.arange(start, start + len(key)),
        time=time[order],
        user=user,
        office=office,
        office_given=~dice.chance(rates.blank_office, "blank office", key),
        subject=subject,
        case=case,
        reason=np.where(no_reason, NONE, dice.below(len(REASONS), "reason", key)),
        purpose=purpose,
        certified=plan.users.certified(user, day),
        case_state=case_state,
        of_subject=of_subject,
        after_hours=after_hours,
        review=none,
        outcome=none,
    )
    return queries, key


def _user(plan: Plan, place: Ints) -> Ints:
    """Some search far more often than others, in all offices."""
    count = len(plan.users)
    rank = np.minimum(
        plan.dice.below(count, "user", place),
        plan.dice.below(count, "other user", place),
    )
    found: Ints = rank * stride(count) % count
    return found


def _purpose(plan: Plan, key: Ints) -> Ints:
    rates = plan.rates
    shares = (
        rates.reentry,
        rates.civil,
        rates.other_official,
        rates.private,
        rates.unlisted_purpose,
        rates.blank_purpose,
    )
    return _kind(plan, "purpose", key, shares, (REENTRY, CIVIL, OTHER, PRIVATE, UNLISTED, BLANK), CRIME)


def _kind(
    plan: Plan, stream: str, key: Ints, shares: tuple[float, ...], kinds: tuple[int, ...], usual: int
) -> Ints:
    """One kind of several for each place, at these rates."""
    drawn = plan.dice.below(1_000_000, stream, key)
    limits = np.array([round(sum(shares[: at + 1]) * 1_000_000) for at in range(len(shares))])
    found: Ints = np.array((*kinds, usual))[np.searchsorted(limits, drawn, side="right")]
    return found


def _case(plan: Plan, key: Ints, second: Ints, office: Ints, purpose: Ints) -> tuple[Ints, Ints]:
    """How it stands with the case, and its number: an office's cases are numbered as they are opened."""
    dice, rates = plan.dice, plan.rates
    shares = (rates.no_case, rates.closed_case, rates.unlisted_case)
    state = _kind(plan, "case", key, shares, (NO_CASE, CLOSED_CASE, UNLISTED_CASE), OPEN_CASE)
    lacking = (purpose == REENTRY) & dice.chance(rates.reentry_without_case, "no case", key)
    state = np.where(lacking, NO_CASE, state)
    newest = second // plan.case_step
    open_ = newest - dice.below(OPEN_DAYS[0] * DAY // plan.case_step, "open case", key)
    # Cases are open for at most so long, so that one from before is closed.
    closed = newest - (OPEN_DAYS[1] + 2) * DAY // plan.case_step - 1 - dice.below(5, "closed case", key)
    number = np.select([state == OPEN_CASE, state == CLOSED_CASE], [open_, closed], newest)
    number = office * CASES_OF_OFFICE + CASES_OF_OFFICE // 4 + number
    number = np.where(state == UNLISTED_CASE, len(OFFICES) * CASES_OF_OFFICE + number, number)
    return state, np.where(state == NO_CASE, NONE, number)


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases, with the day on which they were opened, and closed or NONE."""

    number: Ints
    opened: Ints
    closed: Ints


def cases(plan: Plan) -> Cases:
    """All cases that queries name."""
    before = (OPEN_DAYS[1] + 2) * DAY // plan.case_step + 6
    numbers = np.arange(-before, plan.days * DAY // plan.case_step + 1)
    office = np.repeat(np.arange(len(OFFICES)), len(numbers))
    number = np.tile(numbers, len(OFFICES))
    opened = number * plan.case_step // DAY
    key = office * CASES_OF_OFFICE + CASES_OF_OFFICE // 4 + number
    closed = opened + OPEN_DAYS[0] + plan.dice.below(OPEN_DAYS[1] - OPEN_DAYS[0], "closed", key)
    return Cases(key, opened, np.where(closed >= plan.days, NEVER_CLOSED, closed))


def _reviews(plan: Plan, queries: Queries, key: Ints) -> tuple[Queries, Reviews]:
    dice, rates = plan.dice, plan.rates
    kinds = (NEVER_REVIEWED, LATE, ALONE, _QUESTIONED, _TWICE)
    shares = (
        rates.never_reviewed,
        rates.reviewed_late,
        rates.reviewed_alone,
        rates.questioned,
        rates.reviewed_twice,
    )
    kind = _kind(plan, "review", key, shares, kinds, REVIEWED)
    spread = dice.below(7_200, "review second", key)
    days = np.select(
        [kind == LATE, kind == ALONE, kind == _TWICE],
        [31 + dice.below(60, "late", key), dice.below(6, "alone", key), 6 + dice.below(20, "twice", key)],
        1 + dice.below(20, "review day", key),
    )
    by_another = queries.time + days * DAY + 600 + spread
    alone = queries.time + dice.below(6, "first review", key) * DAY + 300 + spread
    time = np.where(kind == ALONE, alone, by_another)
    end = plan.end
    written = (kind != NEVER_REVIEWED) & (time < end)
    first = (kind == _TWICE) & (alone < end)
    due = queries.time + 30 * DAY < end
    good = written & (kind != LATE) & (kind != ALONE)
    self_only = (written & (kind == ALONE)) | (first & ~written)
    review = np.select(
        [good, ~due, written & (kind == LATE), self_only],
        [REVIEWED, NOT_DUE, LATE, ALONE],
        NEVER_REVIEWED,
    )
    outcome = np.where(kind == _QUESTIONED, QUESTIONED, VALIDATED)
    known = np.where(written | first, outcome, NOT_REVIEWED)
    done = replace(queries, review=review, outcome=known)
    query = np.concatenate([queries.id[first], queries.id[written]])
    order = np.argsort(query, kind="stable")
    return done, Reviews(
        query=query[order],
        time=np.concatenate([alone[first], time[written]])[order],
        office=np.concatenate([queries.office[first], queries.office[written]])[order],
        reviewer=np.concatenate([queries.user[first], np.where(kind == ALONE, queries.user, NONE)[written]])[
            order
        ],
        outcome=np.concatenate([outcome[first], outcome[written]])[order],
    )


def _disseminations(plan: Plan, queries: Queries, key: Ints, start: int) -> Disseminations:
    """What was passed on within a day of some queries; of the last days of the log nothing was."""
    dice = plan.dice
    some = dice.chance(plan.rates.disseminated, "passed on", key) & (queries.time < plan.end - 3 * DAY)
    key = key[some]
    state = _kind(plan, "dissemination", key, (0.04, 0.02), (NOT_IN_LOG, NO_QUERY), IN_LOG)
    query = queries.id[some]
    return Disseminations(
        id=np.arange(start, start + len(key)),
        time=queries.time[some] + 600 + dice.below(20 * 3_600, "passed on at", key),
        query=np.select([state == IN_LOG, state == NOT_IN_LOG], [query, 900_000_000 + query], NONE),
        user=queries.user[some],
        office=queries.office[some],
        recipient=_recipient(plan, key),
        state=state,
    )


def _recipient(plan: Plan, key: Ints) -> Ints:
    known = plan.dice.below(len(RECIPIENTS), "recipient", key)
    return np.where(plan.dice.chance(0.03, "no recipient", key), NONE, known)
