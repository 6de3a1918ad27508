"""The rows of a made-up log as Arrow tables, under plain names."""

from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from compliance.audit.synthetic_dice import Flags, Ints
from compliance.audit.synthetic_plan import AGENCIES, AUDITS_FROM, NEVER, OFFICES, Plan
from compliance.audit.synthetic_rows import (
    NEVER_CLOSED,
    NONE,
    PURPOSES,
    REASONS,
    RECIPIENTS,
    Cases,
    Disseminations,
    Queries,
    Reviews,
)

_OFFENSES = ("drugs", "weapons", "fraud", "smuggling", "re-entry", "assault", "theft")
_OUTCOMES = ("OK", "Q")


def queries(rows: Queries) -> Any:
    """The columns of the table of queries; times as UTC seconds without a zone."""
    return pa.table(
        {
            "id": _numbered("Q", rows.id, 9),
            "time": _times(rows.time),
            "user": _users(rows.user),
            "agency": _listed([AGENCIES[office.agency].code for office in OFFICES], rows.office),
            "office": _offices(rows.office, rows.office_given),
            "subject": _subjects(rows.subject),
            "case": _numbered("C", rows.case, 7),
            "reason": _listed(REASONS, rows.reason),
            "purpose": _listed(PURPOSES, rows.purpose),
        }
    )


def reviews(rows: Reviews) -> Any:
    """The columns of the table of reviews."""
    own = rows.reviewer != NONE
    reviewer = _numbered("U", np.where(own, rows.reviewer, 90_000 + rows.office), 5)
    return pa.table(
        {
            "query": _numbered("Q", rows.query, 9),
            "time": _times(rows.time),
            "reviewer": reviewer,
            "outcome": _listed(_OUTCOMES, rows.outcome),
        }
    )


def disseminations(rows: Disseminations) -> Any:
    """The columns of the table of secondary disseminations."""
    return pa.table(
        {
            "id": _numbered("D", rows.id, 9),
            "time": _times(rows.time),
            "query": _numbered("Q", rows.query, 9),
            "user": _users(rows.user),
            "agency": _listed([AGENCIES[office.agency].code for office in OFFICES], rows.office),
            "office": _offices(rows.office, np.ones(len(rows.id), np.bool_)),
            "recipient": _listed(RECIPIENTS, rows.recipient),
        }
    )


def certifications(plan: Plan) -> Any:
    """One row for each certification of each user; without an end where it is open."""
    user, at = np.nonzero(plan.users.begins != NEVER)
    begins, ends = plan.users.begins[user, at], plan.users.ends[user, at]
    return pa.table(
        {
            "user": _users(user),
            "from": _times(_starts(plan, begins)),
            "to": _times(_lasts(plan, ends), ends != NEVER),
        }
    )


def cases(plan: Plan, rows: Cases) -> Any:
    """One row for each case; without an end where it is open."""
    return pa.table(
        {
            "number": _numbered("C", rows.number, 7),
            "offense": _listed(_OFFENSES, plan.dice.below(len(_OFFENSES), "offense", rows.number)),
            "from": _times(_starts(plan, rows.opened)),
            "to": _times(_lasts(plan, rows.closed), rows.closed != NEVER_CLOSED),
        }
    )


def audits(plan: Plan) -> Any:
    """One row for each audit that was held of an agency."""
    held = [(one.code, plan.number(day)) for one in AGENCIES for day in one.audited if day <= plan.last]
    days = np.array([day for _, day in held], np.int64)
    return pa.table({"agency": [code for code, _ in held], "time": _times(_starts(plan, days))})


def agreements(plan: Plan) -> Any:
    """One row for each agency; none of the agreements has ended."""
    days = np.array([plan.number(one.signed) for one in AGENCIES], np.int64)
    return pa.table(
        {
            "agency": [one.code for one in AGENCIES],
            "from": _times(_starts(plan, days)),
            "to": _times(days, np.zeros(len(days), np.bool_)),
        }
    )


def covered(plan: Plan) -> dict[str, tuple[date, date]]:
    """Table to the days for which it holds all there is."""
    whole = (plan.first, plan.last)
    tables = ("queries", "reviews", "certifications", "cases", "disseminations")
    return {**dict.fromkeys(tables, whole), "audits": (AUDITS_FROM, plan.last)}


def _starts(plan: Plan, days: Ints) -> Ints:
    return plan.utc(days, np.zeros(len(days), np.int64))


def _lasts(plan: Plan, days: Ints) -> Ints:
    """The last second of each day; of one that never comes, anything."""
    return _starts(plan, np.where(days == NEVER, 0, days).clip(None, plan.days + 300) + 1) - 1


def _times(seconds: Ints, given: Flags | None = None) -> Any:
    mask = None if given is None else ~given
    return pa.array((seconds * 1_000_000).astype("datetime64[us]"), pa.timestamp("us"), mask=mask)


def _users(user: Ints) -> Any:
    return _numbered("U", user, 5)


def _subjects(subject: Ints) -> Any:
    """Eight digits and a letter, in no order."""
    number = (subject * 61_803_399 + 31_415_926) % 100_000_000
    letter = (ord("A") + number % 23).astype(np.uint8)
    return _numbered("", np.where(subject == NONE, NONE, number), 8, letter)


def _offices(office: Ints, given: Flags) -> Any:
    return _listed([one.code for one in OFFICES], np.where(given, office, NONE))


def _listed(values: Any, places: Ints) -> Any:
    """Values by their place; blank where it is NONE or past the last of them."""
    blank = (places == NONE) | (places >= len(values))
    indices = pa.array(places.astype(np.int32), mask=blank)
    return pa.DictionaryArray.from_arrays(indices, pa.array(list(values), pa.string()))


def _numbered(prefix: str, numbers: Ints, digits: int, letter: Any = None) -> Any:
    """Texts of one width: a prefix, the number with zeros before it, a letter; blank where it is NONE."""
    count, start = len(numbers), len(prefix)
    width = start + digits + (letter is not None)
    cells = np.empty((count, width), np.uint8)
    cells[:, :start] = np.frombuffer(prefix.encode(), np.uint8)
    rest = numbers.clip(0).astype(np.uint32)
    for at in range(start + digits - 1, start - 1, -1):
        rest, digit = np.divmod(rest, np.uint32(10))
        cells[:, at] = digit + ord("0")
    if letter is not None:
        cells[:, -1] = letter
    offsets = np.arange(0, (count + 1) * width, width, dtype=np.int32)
    given = pa.py_buffer(np.packbits(numbers != NONE, bitorder="little"))
    buffers = [given, pa.py_buffer(offsets), pa.py_buffer(cells)]
    return pa.Array.from_buffers(pa.string(), count, buffers)
