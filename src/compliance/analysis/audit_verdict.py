"""What an audit of a log comes to, for whoever only sees an exit code."""

from compliance.analysis.verdict import CODES, FailOn, Verdict
from compliance.model.audit import AuditReport
from compliance.model.finding import Status

UNSETTLED: tuple[Status, ...] = ("conflict", "contested", "undetermined", "not-applicable", "no-rule")
"""What keeps a row from being called settled, where no other row is violated; a gap is never a clearance."""


def verdict(report: AuditReport) -> Verdict:
    """The gravest outcome of an audit.

    `nothing-checked` where no row was decided, or no rule is about any: that must not pass for a clearance. Rows
    that were rejected, from whatever table, leave the audit unsettled.
    """
    if _rows(report, "violated"):
        return "violated"
    decided = sum(one.tally.rows for one in report.units)
    if decided == _rows(report, "no-rule", "not-applicable"):
        return "nothing-checked"
    return "unsettled" if rejected(report) or _rows(report, *UNSETTLED) else "clear"


def rejected(report: AuditReport) -> int:
    """How many rows nothing can be said about, over all tables."""
    return max(sum(one.rows for one in report.rejected), sum(one.rejected for one in report.units))


def exit_code(report: AuditReport, fail_on: FailOn = "unsettled") -> int:
    """0 nothing violated, 1 violated, 2 nothing was decided, 3 unsettled; `fail_on` moves the line.

    `violated` lets what is unsettled pass; `never` lets every finding pass, but not that there is none.
    """
    found = verdict(report)
    if found == "nothing-checked":
        return CODES[found]
    if fail_on == "never" or (fail_on == "violated" and found == "unsettled"):
        return 0
    return CODES[found]


def _rows(report: AuditReport, *statuses: Status) -> int:
    return sum(one.tally.statuses.get(status, 0) for one in report.units for status in statuses)
