"""Which rules speak against each other on the same conduct, and which of them prevails."""

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.engine.status import Outcome
from compliance.model.case import Case
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, UseTerm
from compliance.model.rule import Priority

ACT = "act"
"""The fact that says what was done; two rules can only collide about the same act."""


@dataclass(frozen=True, slots=True)
class Collision:
    """A prohibition that was broken, and a rule that allows or demands the same act of the same party."""

    forbids: str
    allows: str
    priority: Priority | None
    """The declared priority that decides it; none means conflict."""

    certain: bool = True
    """False where it is not settled that the prohibition was broken."""

    @property
    def loser(self) -> str | None:
        return None if self.priority is None else self.priority.over


def collisions(library: Library, case: Case, outcomes: Mapping[str, Outcome]) -> tuple[Collision, ...]:
    """The collisions under one position's outcomes, by rule.

    A prohibition that may have been broken collides too, where it is declared to prevail.
    """
    allowing = [rule for rule in library.rules if rule.id in outcomes and _allows(rule, outcomes[rule.id])]
    found: list[Collision] = []
    for one in library.rules if allowing else ():
        if one.modality != "prohibition" or one.id not in outcomes:
            continue
        outcome = outcomes[one.id]
        if outcome.status != "violated" and "violated" not in outcome.possible:
            continue
        for other in allowing:
            if _same_party(case, one, other) and acts(library, one) & acts(library, other):
                collision = Collision(
                    one.id, other.id, _declared(library, one.id, other.id), outcome.status == "violated"
                )
                if collision.certain or collision.loser == other.id:
                    found.append(collision)
    return tuple(found)


def _allows(rule: LinkedRule, outcome: Outcome) -> bool:
    return (rule.modality == "permission" and outcome.status == "permitted") or (
        rule.modality == "obligation" and outcome.status == "satisfied"
    )


def _same_party(case: Case, one: LinkedRule, other: LinkedRule) -> bool:
    return one.role == other.role or (
        one.role in case.actors and case.actors[one.role] == case.actors.get(other.role)
    )


def _declared(library: Library, one: str, other: str) -> Priority | None:
    for priority in library.priorities:
        if {priority.prevails, priority.over} == {one, other}:
            return priority
    return None


def acts(library: Library, rule: LinkedRule) -> frozenset[str]:
    """The acts that a rule is about, whichever reading its terms have.

    A prohibition and a permission name them in their scope or their elements. An obligation is only about an act
    that it demands: to log every search is not to command searches.
    """
    conditions = [rule.core] if rule.modality == "obligation" else [rule.scope, rule.core]
    found: set[str] = set()
    seen: set[str] = set()
    queue: list[Logic] = conditions
    while queue:
        match queue.pop():
            case Compare(fact=fact, operator="includes", value=str(value)) if fact == ACT:
                found.add(value)
            case UseTerm(key) if key not in seen:
                seen.add(key)
                queue.extend(reading.logic for reading in library.terms[key].readings)
            case AllOf(of) | AnyOf(of):
                queue.extend(of)
    return frozenset(found)
