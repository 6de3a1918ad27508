"""What a report comes to, for whoever only sees an exit code."""

from collections.abc import Iterator
from typing import Literal

from compliance.model.finding import Finding, PracticeReport, Report

FailOn = Literal["unsettled", "violated", "never"]
Verdict = Literal["clear", "violated", "unsettled", "nothing-checked"]


def verdict(report: Report) -> Verdict:
    """The gravest outcome of a report; what is waived does not count.

    `nothing-checked` where no encoded rule governed any practice: a gap must not pass for a clearance. A practice
    that no rule governs, among others that some rule does, leaves the report unsettled.
    """
    practices = report.practices
    if any(one.status == "violated" for practice in practices for one in _counting(practice)):
        return "violated"
    if not any(_governed(practice) for practice in practices):
        return "nothing-checked"
    if any(not _governed(practice) or any(_counting(practice)) for practice in practices):
        return "unsettled"
    return "clear"


def _governed(practice: PracticeReport) -> bool:
    return practice.status not in ("not-applicable", "no-rule")


def _counting(practice: PracticeReport) -> Iterator[Finding]:
    """The findings that call for action."""
    for period in practice.timeline:
        yield from (finding for finding in period.findings if finding.calls_for_action)


CODES: dict[Verdict, int] = {"clear": 0, "violated": 1, "nothing-checked": 2, "unsettled": 3}


def exit_code(report: Report, fail_on: FailOn = "unsettled") -> int:
    """0 nothing violated, 1 violated, 2 nothing was checked, 3 unsettled; `fail_on` moves the line.

    `violated` lets what is unsettled pass; `never` lets every finding pass.
    """
    if fail_on == "never":
        return 0
    found = verdict(report)
    if fail_on == "violated" and found == "unsettled":
        return 0
    return CODES[found]
