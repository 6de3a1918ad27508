"""Findings without repetition: what one rule says over neighboring periods, told once with its dates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from compliance.model.finding import STATUSES, Finding, Period, PracticeReport


@dataclass(frozen=True, slots=True)
class Run:
    """A rule's finding over days in which it stays the same. `always`: over the whole practice."""

    since: date
    until: date | None
    finding: Finding
    always: bool = False


def runs(practice: PracticeReport) -> list[Run]:
    """The findings of rules that apply at some time: the gravest rule first, each rule's in order of time."""
    by_rule: dict[str, list[Run]] = {}
    for rule, periods in _by_rule(practice).items():
        found = [run for run in _joined(periods) if run.finding.status != "not-applicable"]
        if found:
            by_rule[rule] = [replace(run, always=_whole(practice, run)) for run in found]
    ordered = sorted(by_rule.values(), key=lambda own: min(_gravity(run.finding) for run in own))
    return [run for own in ordered for run in own]


def never(practice: PracticeReport) -> list[Finding]:
    """For each rule that applies at no time a finding that says why."""
    found: list[Finding] = []
    for periods in _by_rule(practice).values():
        findings = [finding for _, finding in periods]
        if all(finding.status == "not-applicable" for finding in findings):
            found.append(next(filter(about, findings), findings[0]))
    return found


def about(finding: Finding) -> bool:
    """Whether the rule is about such conduct, though it does not apply."""
    return finding.reaches and finding.reason != "out-of-scope"


def spans(practice: PracticeReport) -> list[Period]:
    """The timeline without findings, neighboring periods of one status joined."""
    joined: list[Period] = []
    for period in practice.timeline:
        if joined and joined[-1].status == period.status:
            joined[-1] = replace(joined[-1], until=period.until)
        else:
            joined.append(replace(period, findings=()))
    return joined


def _by_rule(practice: PracticeReport) -> dict[str, list[tuple[Period, Finding]]]:
    found: dict[str, list[tuple[Period, Finding]]] = {}
    for period in practice.timeline:
        for finding in period.findings:
            found.setdefault(finding.rule, []).append((period, finding))
    return found


def _joined(periods: Iterable[tuple[Period, Finding]]) -> Iterator[Run]:
    told = [Run(period.since, period.until, finding) for period, finding in periods]
    first = told[0]
    for one, other in pairwise(told):
        if _essence(one.finding) != _essence(other.finding):
            yield Run(first.since, one.until, first.finding)
            first = other
    yield Run(first.since, told[-1].until, first.finding)


def _whole(practice: PracticeReport, run: Run) -> bool:
    return run.since == practice.timeline[0].since and run.until == practice.timeline[-1].until


def _essence(finding: Finding) -> tuple[object, ...]:
    """All that a reader is told of a finding, but for days named in its reasons."""
    return (
        finding.status,
        dict(finding.positions),
        finding.possible,
        finding.turns_on,
        tuple((tried.id, tried.status) for tried in finding.exceptions),
        finding.missing,
        finding.flags,
        finding.as_alleged,
        finding.conflicts_with,
        finding.overridden_by,
    )


def _gravity(finding: Finding) -> int:
    """The place in `STATUSES`; what is open but cannot be a violation comes behind what can."""
    harmless = finding.status in ("contested", "undetermined") and not finding.can_be_violated
    return STATUSES.index("undetermined" if harmless else finding.status)
