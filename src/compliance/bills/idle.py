"""Clauses that change nothing: over the practices at hand, or over all possible facts."""

from collections.abc import Sequence
from datetime import date

from compliance.analysis.changed import changed_rules
from compliance.analysis.satisfiable import can_hold
from compliance.analysis.telling import Laws
from compliance.analysis.witness import witness
from compliance.bills.law import DraftLaw, last_day_of, never_law, speaking_clauses
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.comparison import ClauseUse, Column
from compliance.model.enactment import Clause


def uses(draft: DraftLaw, day: date, columns: Sequence[tuple[str, Column]]) -> tuple[ClauseUse, ...]:
    """What each clause that speaks changed over practices (name, column), in the order of the bills.

    Of one that changed nothing it is said whether it can change anything at all.
    """
    enactment = draft.enactment
    found: list[ClauseUse] = []
    for clause in speaking_clauses(enactment):
        caused = [name for name, one in columns for change in one.changes if clause in change.cause.clauses]
        gone = never_law(enactment.library, clause)
        found.append(
            ClauseUse(
                clause,
                None if gone else enactment.days[clause],
                last_day_of(enactment.library, clause),
                tuple(dict.fromkeys(caused)),
                len(caused),
                True if caused else can_matter(draft, clause, day),
            )
        )
    return tuple(found)


def can_matter(draft: DraftLaw, clause: Clause, day: date) -> bool | None:
    """Whether a clause changes a finding on any facts on a day; None: not proved.

    What it says is that it would not: for that every rule it touches is tried on every combination of facts that makes
    a difference to it, up to a limit. Its rules are looked at one by one, without what collides with them.
    """
    before = draft.without([clause], day)
    if before is None:
        return None
    after = Decider(draft.law.at(day, day).library, before.positions, inference=False)
    if before.library.related != after.library.related:
        return True
    answers = [_can_differ(before, after, rule, day) for rule in changed_rules(before.library, after.library)]
    if any(answers):
        return True
    return None if None in answers else False


def _can_differ(before: Decider, after: Decider, rule: str, day: date) -> bool | None:
    """Whether a rule comes out otherwise on any facts; None: not proved."""
    now, was = after.library.rule_by_id[rule], before.library.rule_by_id.get(rule)
    if was is None:
        sides = [after.choices[position] for position in after.positions_of(now)]
        reached = [can_hold(after.library, choice, now.bound, now.scope) for choice in sides]
        return True if any(reached) else None if None in reached else False
    if was.flags != now.flags:
        return True
    nowhere = Case("", "", "", day, day, {})
    found = witness(Laws(before, after, rule), nowhere, day)
    return False if found.none else True if found.settled or found.waiting else None
