"""What is kept of a finding that a scenario looked at."""

from datetime import date

from compliance.model.finding import Finding
from compliance.model.scenario import Side, Touch
from compliance.model.span import Span


def touch_of(finding: Finding, since: date, until: date | None, written: Span) -> Touch:
    """A finding as coverage wants it; `since` and `until` are the days of law, `written` is where its rule stands."""
    return Touch(
        finding.rule,
        finding.status,
        dict(finding.positions),
        {one.id: one.status for one in finding.exceptions},
        reason=finding.reason if finding.status == "not-applicable" else "",
        sides={position: _side(finding, position) for position in finding.held},
        overridden_by=finding.overridden_by,
        since=since,
        until=until,
        written=written,
    )


def _side(finding: Finding, position: str) -> Side:
    held = finding.held[position]
    shown = (node.name for node in held.because.of if node.part == "exception" and node.holds)
    return Side(
        held.status,
        held.reason if held.status == "not-applicable" else "",
        frozenset(term for terms in finding.turns_for.get(position, ()) for term in terms),
        frozenset(name for name in shown if name) if held.status == "excused" else frozenset(),
    )
