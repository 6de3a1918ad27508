"""Which clause causes a change: where several touch a rule, each is left out to see whether the change is undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from compliance.analysis.dated import clause_of
from compliance.bills.difference import differ
from compliance.bills.law import DraftLaw, findings_on
from compliance.model.case import Case
from compliance.model.compared import Cause
from compliance.model.enactment import Clause, Enactment
from compliance.model.finding import Finding, Reason


def cause_of(
    draft: DraftLaw, case: Case, day: date, standard: str, before: Finding | None, after: Finding
) -> Cause:
    """The clauses of a draft that cause a change of a finding: those without which it would not be what it is; where
    there is none, those that would cause it by themselves."""
    suspects = tuple(dict.fromkeys(_suspects(draft.enactment, before, after)))
    if len(suspects) < 2:
        return Cause(suspects)

    def without(*clauses: Clause) -> _Found | None:
        return _finding_without(draft, clauses, case, day, standard, after.rule)

    found = {clause: without(clause) for clause in suspects}
    if None in found.values():
        return Cause(suspects, "among")
    needed = tuple(clause for clause, one in found.items() if one is not None and differ(one.finding, after))
    if needed:
        return Cause(needed, "alone" if len(needed) == 1 else "together")
    alone = []
    for clause in suspects:
        one = without(*(other for other in suspects if other != clause))
        if one is not None and not differ(one.finding, after):
            alone.append(clause)
    return Cause(tuple(alone), "alone" if len(alone) == 1 else "each") if alone else Cause(suspects, "among")


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding; None where the rule falls with the clauses that are left out."""

    finding: Finding | None


def _finding_without(
    draft: DraftLaw, clauses: tuple[Clause, ...], case: Case, day: date, standard: str, rule: str
) -> _Found | None:
    """The finding of a rule without some clauses; None where the other ones cannot be enacted without them."""
    decider = draft.without(clauses, day)
    if decider is None:
        return None
    if rule not in decider.library.rule_by_id:
        return _Found(None)
    return _Found(findings_on(case, decider, day, standard, rule)[0])


def _suspects(enactment: Enactment, before: Finding | None, after: Finding) -> Iterator[Clause]:
    """The clauses that touch the rule, or another one with which it collides or collided."""
    yield from enactment.causes.get(after.rule, ())
    others = sorted({name for one in (before, after) if one is not None for name in _others(one)})
    for rule in others:
        yield from enactment.causes.get(rule, ())
    for bill in enactment.bills:
        for priority in enactment.current.bills[bill].priorities:
            clause, ranked = clause_of(bill, priority), {priority.prevails, priority.over}
            if clause is not None and after.rule in ranked and ranked & set(others):
                yield clause


def _others(finding: Finding) -> Iterator[str]:
    yield from finding.conflicts_with
    if finding.overridden_by is not None:
        yield finding.overridden_by


def own_terms(enactment: Enactment, after: Finding) -> tuple[str, ...]:
    """The terms of the draft's bills, and those it redefines, that a finding rests on, but for exceptions that do not
    excuse it."""
    redefined = {
        one.address
        for bill in enactment.bills
        for one in enactment.current.bills[bill].amendments
        if one.verb == "redefine"
    }
    trees = [held.because for held in after.held.values()] or [after.because]
    excused = "excused" in after.positions.values()
    parts = [
        part for tree in trees for part in tree.of if part.part != "exception" or (excused and part.holds)
    ]
    named = dict.fromkeys(name for part in parts for name in _terms(part))
    return tuple(name for name in named if name.partition("#")[0] in enactment.bills or name in redefined)


def _terms(reason: Reason) -> Iterator[str]:
    if reason.part == "term" and reason.name is not None:
        yield reason.name
    for part in reason.of:
        yield from _terms(part)
