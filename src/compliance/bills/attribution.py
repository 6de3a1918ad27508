"""Which clause causes a change: where several touch a rule, each is left out to see whether the change is undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from compliance.bills.difference import differ
from compliance.bills.law import DraftLaw, findings_on
from compliance.model.case import Case
from compliance.model.compared import Cause
from compliance.model.enactment import Clause, Enactment
from compliance.model.finding import Finding, Reason


def cause_of(
    draft: DraftLaw, case: Case, day: date, standard: str, before: Finding | None, after: Finding
) -> Cause:
    """The clauses of a draft that cause a change of a finding."""
    suspects = tuple(dict.fromkeys(_suspects(draft.enactment, before, after)))
    if len(suspects) < 2:
        return Cause(suspects)

    needed, alone, unsure = [], [], False
    for clause in suspects:
        found = _finding_without(draft, (clause,), case, day, standard, after.rule)
        if found is None:
            unsure = True
        elif not differ(before, found.finding):
            needed.append(clause)
    if needed and not unsure:
        return Cause(tuple(needed), "alone" if len(needed) == 1 else "together")
    for clause in suspects:
        others = tuple(one for one in suspects if one != clause)
        found = _finding_without(draft, others, case, day, standard, after.rule)
        if found is not None and found.finding is not None and not differ(found.finding, after):
            alone.append(clause)
    if alone:
        return Cause(tuple(alone), "alone" if len(alone) == 1 else "each")
    return Cause(suspects, "among")


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
            if priority.over == after.rule and priority.prevails in others:
                yield Clause(bill, priority.provision.rpartition("#")[2])


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
