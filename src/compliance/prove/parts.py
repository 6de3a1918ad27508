"""The parts of a rule, each of which can let conduct go that all the others would reach."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.analysis.answers import comparisons
from compliance.engine.priority import ACT
from compliance.engine.readings import Choice
from compliance.model.library import Library, LinkedException, LinkedRule
from compliance.model.logic import ALWAYS, AllOf, Logic, NotOf, UseTerm
from compliance.prove.statuses import Said, Statuses

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


def only_lets_go(statuses: Statuses, part: Part) -> list[Said]:
    """What holds, all of it, where one part alone lets conduct go."""
    rule, choice = part.rule, statuses.certain.choice

    def held(logic: Logic, fails: bool) -> Said:
        return statuses.holds(NotOf(logic) if fails else logic)

    found = [statuses.in_force(rule), held(rule.bound, part.kind == "bearer")]
    for place, logic in enumerate(conjuncts(rule.scope, statuses.library, choice), 1):
        found.append(held(logic, part.name == f"scope-{place}"))
    if rule.modality == "obligation":
        found.append(statuses.breach(rule))
    else:
        for place, logic in enumerate(_listed(rule.core), 1):
            found.append(held(logic, part.name == f"element-{place}"))
    if part.exception is not None:
        found.append(statuses.shown(rule, part.exception))
    excused = statuses.excused(rule, part.exception)
    found.append(Said(excused.never, excused.yes, excused.yes))
    if part.rival is not None:
        found.append(statuses.allows(part.rival))
    return found
