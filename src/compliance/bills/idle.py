"""Clauses that change nothing: over the practices at hand, or over all possible facts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from compliance.analysis.changed import changed_rules
from compliance.analysis.satisfiable import can_hold
from compliance.analysis.telling import Laws
from compliance.analysis.witness import witness
from compliance.bills.law import DraftLaw, last_day_of, never_law, speaking_clauses
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.compared import ClauseUse, Column, Draft
from compliance.model.diagnostic import Diagnostic
from compliance.model.enactment import Clause
from compliance.model.interval import edges
from compliance.model.library import LinkedRule


def uses(draft: DraftLaw, day: date, columns: Sequence[tuple[str, Column]]) -> tuple[ClauseUse, ...]:
    """What each clause that speaks changed over practices (name, column), in the order of the bills.

    Of one that changed nothing it is said whether it can change anything at all.
    """
    enactment = draft.enactment
    found: list[ClauseUse] = []
    for clause in speaking_clauses(enactment):
        caused = [name for name, one in columns for change in one.changes if clause in change.cause.clauses]
        since = None if never_law(enactment.library, clause) else enactment.days[clause]
        until = last_day_of(enactment.library, clause)
        matters = True if caused else can_matter(draft, clause, day)
        found.append(ClauseUse(clause, since, until, tuple(dict.fromkeys(caused)), len(caused), matters))
    return tuple(found)


def complaints(draft: Draft) -> Iterator[Diagnostic]:
    """Each clause that changes no finding on any facts, as an error."""
    bills = draft.enactment.current.bills
    for use in draft.clauses:
        if use.matters is not False:
            continue
        clause, bill = use.clause, bills[use.clause.bill]
        cite = draft.library.cite(clause.bill, clause.provision)
        if clause.amendment:
            place = next(one.place for one in bill.amendments if one.name == clause.amendment)
            message = f"'{clause.amendment}' ({cite}) changes nothing: no finding is another one with it, on any facts"
            help_ = "correct it or take it out, or say under 'not-encoded:' why no rule changes"
            yield Diagnostic("idle-amendment", message, place.span, help_, line_text=place.line_text)
        else:
            span = next(rule.span for rule in bill.rules if rule.provision == clause.provision)
            message = f"{cite} changes nothing: no rule of it can apply to any practice"
            yield Diagnostic("idle-clause", message, span, "correct whom it binds, or what it applies to")


def can_matter(draft: DraftLaw, clause: Clause, day: date) -> bool | None:
    """Whether a clause changes a finding on any facts, whoever argues; None: not proved.

    False says that it does not, beside the other clauses or by itself, on any day on which the law that it touches is
    another: every rule was tried on every combination of facts that makes a difference to it. Rules are tried one by
    one, without what collides with them.
    """
    if never_law(draft.enactment.library, clause):
        return None
    every = frozenset(draft.enactment.days)
    beside, alone = (frozenset({clause}), frozenset[Clause]()), (every, every - {clause})
    found: bool | None = False
    for without, left in (beside, alone):
        for one in _days(draft, clause, day, without, left):
            answer = _matters_on(draft, without, left, one)
            if answer:
                return True
            found = None if answer is None else found
    return found


def _days(
    draft: DraftLaw, clause: Clause, day: date, without: frozenset[Clause], left: frozenset[Clause]
) -> list[date]:
    """The day that is looked at, the clause's first one, and each later one from which rules that it touches are law,
    or are law no more, until it ends."""
    first, last = draft.enactment.days[clause], last_day_of(draft.enactment.library, clause)
    before, after = (draft.library_without(clauses, first) for clauses in (without, left))
    if before is None or after is None:
        return [first]
    later = {
        edge
        for rule in changed_rules(before, after)
        for law in (before, after)
        if rule in law.rule_by_id
        for force in law.rule_by_id[rule].forces
        for edge in edges(force)
        if first < edge and (last is None or edge <= last)
    }
    later |= {one.since for one in draft.enactment.stages if one.since is not None and first < one.since}
    return list(dict.fromkeys((day, first, *sorted(later))))


def _matters_on(
    draft: DraftLaw, without: frozenset[Clause], left: frozenset[Clause], day: date
) -> bool | None:
    laws = [draft.library_without(clauses, day) for clauses in (without, left)]
    before, after = (None if law is None else Decider(law, inference=False) for law in laws)
    if before is None or after is None:
        return None
    if before.library.related != after.library.related:
        return True
    changed = changed_rules(before.library, after.library)
    answers = [_can_differ(before, after, rule, day) for rule in changed]
    return True if any(answers) else None if None in answers else False


def _can_differ(before: Decider, after: Decider, rule: str, day: date) -> bool | None:
    """Whether a rule comes out otherwise on any facts; None: not proved."""
    now, was = after.library.rule_by_id[rule], before.library.rule_by_id.get(rule)
    if was is None:
        sides = [after.choices[position] for position in after.positions_of(now)]
        reached = [can_hold(after.library, choice, now.bound, now.scope) for choice in sides]
        return True if any(reached) else None if None in reached else False
    if was.flags != now.flags:
        return True
    # Whoever has to show an exception, it excuses once all facts are known; while they are not, the rule is settled
    # without it, and the search would stop before it comes to the exception.
    plain = [
        Decider(replace(law.library, rules=(_without_burdens(rule_),)), law.positions, inference=False)
        for law, rule_ in ((before, was), (after, now))
    ]
    found = witness(Laws(plain[0], plain[1], rule), Case("", "", "", day, day, {}), day)
    if found.settled or found.waiting:
        return True
    return False if found.none and was.burdens == now.burdens else None


def _without_burdens(rule: LinkedRule) -> LinkedRule:
    return replace(rule, exceptions=tuple(replace(one, actor_shows=False) for one in rule.exceptions))
