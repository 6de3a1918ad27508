"""The parts of a rule, each of which can let conduct go that all the others would reach."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.analysis.answers import comparisons
from compliance.engine.priority import ACT
from compliance.engine.readings import Choice
from compliance.model.library import Library, LinkedException, LinkedRule
from compliance.model.logic import ALWAYS, AllOf, Logic, UseTerm
from compliance.prove.practices import Pair
from compliance.prove.statuses import Statuses

Kind = Literal["bearer", "scope", "element", "exception", "priority"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a rule that can be violated."""

    rule: LinkedRule
    kind: Kind
    name: str
    """What tells it from the other parts of the rule."""
    logic: Logic = ALWAYS
    exception: LinkedException | None = None
    rival: LinkedRule | None = None
    """The rule that prevails over it."""


def parts_of(statuses: Statuses, rule: LinkedRule) -> Iterator[Part]:
    """The parts of a rule: who is bound, its scope but for the act, its elements, exceptions, and what prevails."""
    library, choice = statuses.library, statuses.certain.choice
    if rule.bound != ALWAYS:
        yield Part(rule, "bearer", "bearer", rule.bound)
    for place, logic in enumerate(conjuncts(rule.scope, library, choice), 1):
        if not about_act(logic, library):
            yield Part(rule, "scope", f"scope-{place}", logic)
    if rule.modality == "prohibition":
        for place, logic in enumerate(_listed(rule.core), 1):
            yield Part(rule, "element", f"element-{place}", logic)
    for exception in rule.exceptions:
        yield Part(rule, "exception", exception.name, exception.logic, exception)
    for other, wins in statuses.against[rule.id]:
        if wins == other.id and rule.modality == "prohibition":
            yield Part(rule, "priority", other.id, rival=other)


def conjuncts(logic: Logic, library: Library, choice: Choice) -> Iterator[Logic]:
    """What has to hold together; terms that speak of the act, among other things, are taken apart."""
    for part in _listed(logic):
        inner = choice[part.term].logic if isinstance(part, UseTerm) and about_act(part, library) else part
        if inner is not part and isinstance(inner, AllOf):
            yield from conjuncts(inner, library, choice)
        else:
            yield part


def _listed(logic: Logic) -> tuple[Logic, ...]:
    return logic.of if isinstance(logic, AllOf) else (logic,)


def about_act(logic: Logic, library: Library) -> bool:
    """Whether a condition asks what was done."""
    return ACT in comparisons(library, logic)


def only_lets_go(statuses: Statuses, part: Part) -> list[Pair]:
    """What holds where one part alone lets conduct go: each statement where it certainly does, and does not."""
    rule, conditions = part.rule, statuses.certain
    held: list[Pair] = [conditions.force(rule.in_force)]
    held.append(_turned_if(conditions.truth(rule.bound), part.kind == "bearer"))
    for place, logic in enumerate(conjuncts(rule.scope, statuses.library, conditions.choice), 1):
        held.append(_turned_if(conditions.truth(logic), part.name == f"scope-{place}"))
    if rule.modality == "obligation":
        breach = statuses.breach(rule)
        held.append((breach.yes, breach.no))
    else:
        for place, logic in enumerate(_listed(rule.core), 1):
            held.append(_turned_if(conditions.truth(logic), part.name == f"element-{place}"))
    if part.exception is not None:
        shown = statuses.shown(rule, part.exception)
        held.append((shown.yes, shown.no))
    excused = statuses.excused(rule, part.exception)
    held.append((excused.never, excused.yes))
    if part.rival is not None:
        allows = statuses.allows(part.rival)
        held.append((allows.yes, allows.no))
    return held


def _turned_if(pair: Pair, turned: bool) -> Pair:
    return (pair[1], pair[0]) if turned else pair
