"""Whether two findings differ, and in which way."""

from collections.abc import Iterable, Mapping, Sequence

from compliance.analysis.check import gravest
from compliance.engine.readings import SOLE
from compliance.model.comparison import Kind, kind_of
from compliance.model.finding import Finding, Status


def differ(before: Finding | None, after: Finding | None) -> bool:
    """Whether a reader is told anything else of a rule: a status, what stays possible, what excuses it, a conflict, or
    a risk of preemption. Rules that do not apply are alike, whatever the reason."""
    return _essence(before) != _essence(after)


def _essence(finding: Finding | None) -> tuple[object, ...] | None:
    if finding is None or finding.status == "not-applicable":
        return None
    excused = "excused" in finding.positions.values()
    return (
        finding.status,
        {position: (held.status, held.possible) for position, held in finding.held.items()},
        {tried.id for tried in finding.exceptions if tried.status == "shown"} if excused else None,
        finding.conflicts_with,
        finding.overridden_by,
        {flag.because for flag in finding.flags if flag.name == "preemption-risk"},
    )


def differ_for(position: str, before: Finding | None, after: Finding) -> bool:
    """The same for one position: whether its own finding, or what stays possible for it, is another one."""
    if position not in after.held:
        return True
    now = after.held[position]
    was = None if before is None else before.held.get(position)
    if was is None or was.status == now.status == "not-applicable":
        return now.status != "not-applicable"
    return (was.status, was.possible) != (now.status, now.possible)


def kind_between(before: Finding | None, after: Finding) -> Kind:
    """What the change of a finding is; a rule that is not law yet counts as not applicable."""
    kind = kind_of("not-applicable" if before is None else before.status, after.status)
    return "alters" if kind == "leaves" and differ(before, after) else kind


def kinds_between(before: Finding | None, after: Finding) -> dict[str, Kind]:
    """The same for each position."""
    was: Mapping[str, Status] = {} if before is None else before.positions
    return {
        position: kind_of(was.get(position, "not-applicable"), status)
        for position, status in after.positions.items()
    }


def status_for(position: str, findings: Sequence[Finding]) -> Status:
    """The status of a practice for one position: as that of a period, from what the position finds alone."""
    applied = [(status, may) for status, may in _found(position, findings) if status != "not-applicable"]
    if not applied:
        return "not-applicable" if any(finding.reaches for finding in findings) else "no-rule"
    counted = [status for status, may in applied if may or status not in ("contested", "undetermined")]
    return gravest(counted or [status for status, _ in applied])


def _found(position: str, findings: Sequence[Finding]) -> Iterable[tuple[Status, bool]]:
    """Each finding with whether it is or may be a violation; a rule that the position does not argue about has the
    finding of those that do."""
    for finding in findings:
        held = finding.held.get(position) or finding.held.get(SOLE)
        if held is None:
            yield finding.status, finding.can_be_violated
        else:
            yield held.status, held.status in ("violated", "conflict") or "violated" in held.possible
