"""What is true of a made-up log, counted while it is made, so that an audit of it can be compared."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from compliance.audit import synthetic_rows as rows
from compliance.audit.synthetic_plan import AGENCIES, DAY, OFFICES, Plan
from compliance.audit.synthetic_rows import Disseminations, Queries

_PURPOSES = ("crime", "entry-or-reentry", "civil-immigration", "other-official", "private-purpose")
_CASES = ("open", "not-open", "not-open", "none")
_WITHIN = (True, False, False, None, False)
_OUTCOMES = ("validated", "questioned", "not-reviewed")

COLUMNS = (
    "purpose",
    "case",
    "reason-given",
    "user-certified",
    "log-review",
    "reviewed-by-another-in-30-days",
    "searches-of-subject",
    "after-hours-searches",
)
"""What each profile of a query says, in this order; null where the log does not tell."""


@dataclass(slots=True)
class Truth:
    """Counts so far."""

    profiles: Counter[tuple[int, ...]] = field(default_factory=Counter)
    agencies: Counter[tuple[str, str]] = field(default_factory=Counter)
    passed_on: Counter[tuple[int, int]] = field(default_factory=Counter)
    reviews: int = 0

    def add(self, queries: Queries, reviews: int, passed_on: Disseminations) -> None:
        """Count some more rows."""
        columns = (
            queries.purpose,
            queries.case_state,
            queries.reason != rows.NONE,
            queries.certified,
            queries.outcome,
            queries.review,
            queries.of_subject,
            queries.after_hours,
        )
        _count(self.profiles, columns)
        for kind, which in _kinds(queries).items():
            numbers = np.bincount(queries.office[which], minlength=len(OFFICES))
            for office, number in zip(OFFICES, numbers.tolist(), strict=True):
                self.agencies[kind, AGENCIES[office.agency].code] += number
        _count(self.passed_on, (passed_on.state, passed_on.recipient != rows.NONE))
        self.reviews += reviews

    def as_json(self, plan: Plan, seed: int) -> dict[str, Any]:
        """The file expected.json."""
        kinds: dict[str, int] = {}
        by_agency: dict[str, dict[str, int]] = {}
        for (kind, agency), number in self.agencies.items():
            kinds[kind] = kinds.get(kind, 0) + number
            if number:
                by_agency.setdefault(kind, {})[agency] = number
        return {
            "schema": "compliance/made-up-log/1",
            "seed": seed,
            "first-day": plan.first.isoformat(),
            "last-day": plan.last.isoformat(),
            "queries": plan.queries,
            "reviews": self.reviews,
            "kinds": kinds,
            "by-agency": by_agency,
            "searches-of-subject": self._by_number(6),
            "after-hours-searches": self._by_number(7),
            "disseminations": {
                "all": sum(self.passed_on.values()),
                "query-in-log": self._passed_on(rows.IN_LOG),
                "query-not-in-log": self._passed_on(rows.NOT_IN_LOG),
                "no-query": self._passed_on(rows.NO_QUERY),
                "no-recipient": sum(number for (_, given), number in self.passed_on.items() if not given),
            },
            "agencies": _agencies(plan),
            "profiles": {"columns": [*COLUMNS, "queries"], "rows": self._profiles()},
        }

    def _by_number(self, column: int) -> dict[str, int]:
        found: Counter[int] = Counter()
        for profile, number in self.profiles.items():
            found[profile[column]] += number
        return {"unknown" if value == rows.NONE else str(value): found[value] for value in sorted(found)}

    def _passed_on(self, state: int) -> int:
        return sum(number for (one, _), number in self.passed_on.items() if one == state)

    def _profiles(self) -> list[list[Any]]:
        merged: Counter[tuple[Any, ...]] = Counter()
        for profile, number in sorted(self.profiles.items()):
            purpose, case, reason, certified, outcome, review, of_subject, after_hours = profile
            merged[
                _PURPOSES[purpose] if purpose < len(_PURPOSES) else None,
                _CASES[case],
                bool(reason),
                bool(certified),
                _OUTCOMES[outcome],
                _WITHIN[review],
                None if of_subject == rows.NONE else of_subject,
                after_hours,
            ] += number
        return [[*profile, number] for profile, number in merged.items()]


def _count(counter: Counter[Any], columns: tuple[Any, ...]) -> None:
    """Add how often each combination of small numbers occurs."""
    packed = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        packed = packed * 64 + (column.astype(np.int64) + 1)
    values, numbers = np.unique(packed, return_counts=True)
    for value, number in zip(values.tolist(), numbers.tolist(), strict=True):
        digits = (value // 64**place % 64 - 1 for place in reversed(range(len(columns))))
        counter[tuple(digits)] += number


def _kinds(queries: Queries) -> dict[str, Any]:
    """What a query was seeded with, and which queries were; a query can be of several kinds."""
    reentry, without = queries.purpose == rows.REENTRY, queries.case_state == rows.NO_CASE
    return {
        "uncertified": ~queries.certified,
        "no-reason": queries.reason == rows.NONE,
        "case-none": without,
        "case-not-open": np.isin(queries.case_state, (rows.CLOSED_CASE, rows.UNLISTED_CASE)),
        "purpose-civil-immigration": queries.purpose == rows.CIVIL,
        "purpose-other-official": queries.purpose == rows.OTHER,
        "purpose-private": queries.purpose == rows.PRIVATE,
        "purpose-unlisted-code": queries.purpose == rows.UNLISTED,
        "purpose-blank": queries.purpose == rows.BLANK,
        "reentry": reentry,
        "reentry-without-case-number": reentry & without,
        "never-reviewed": queries.review == rows.NEVER_REVIEWED,
        "reviewed-late": queries.review == rows.LATE,
        "reviewed-alone": queries.review == rows.ALONE,
        "review-not-due": queries.review == rows.NOT_DUE,
        "questioned": queries.outcome == rows.QUESTIONED,
        "over-five-searches": queries.of_subject > 5,
        "subject-blank": queries.subject == rows.NONE,
        "office-blank": ~queries.office_given,
        "after-hours": queries.after_hours > 0,
    }


def _agencies(plan: Plan) -> dict[str, dict[str, Any]]:
    """Whether each was audited, and the longest time without, in years of 365.25 days."""
    found = {}
    for one in AGENCIES:
        days = [one.signed, *(day for day in one.audited if day <= plan.last)]
        numbers = np.array([plan.number(day) for day in days])
        moments = [*plan.utc(numbers, np.zeros(len(days), np.int64)).tolist(), plan.end]
        longest = max(b - a for a, b in pairwise(moments))
        found[one.code] = {
            "actor": one.actor,
            "audited": len(days) > 1,
            "longest-gap-in-years": round(longest / DAY / 365.25, 3),
        }
    return found
