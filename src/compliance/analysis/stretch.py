"""One case under one stretch of unchanging law: both engines' decisions, and the collisions among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.analysis.changed import changed_rules
from compliance.engine.decide import Decider, Decisions
from compliance.engine.evaluate import Evaluation
from compliance.engine.priority import Collision, collisions
from compliance.engine.reasons import Reasoner
from compliance.engine.status import Outcome
from compliance.model.case import Case
from compliance.model.finding import Contradiction, Status
from compliance.model.library import LinkedRule


@dataclass(frozen=True)
class Stretch:
    """What every finding on a stretch is made from."""

    decider: Decider
    stated: Case
    counted: Case
    """The case with the facts that count under the standard of proof."""
    since: date
    until: date | None
    day: date
    """The day whose law is applied."""
    decisions: Decisions
    reasoners: Mapping[str, Reasoner]
    """By position."""
    collisions: Mapping[str, Sequence[Collision]]
    """By position."""
    alleged: Mapping[str, Status] | None
    """By rule, the status with alleged and disputed facts taken as stated; None where there are none."""
    contradictions: tuple[Contradiction, ...]


def stretch(
    decider: Decider,
    stated: Case,
    counted: Case,
    span: tuple[date, date | None],
    day: date,
    contradicted: tuple[Contradiction, ...],
) -> Stretch:
    """A case decided under the law of a day. Raises EnginesDisagree or InferenceError."""
    decisions = decider.decide(counted, day)
    alleged = None
    if counted is not stated:
        alleged = _statuses(decider, decider.decide(stated, day), stated)
    reasoners = {
        position: Reasoner(decider.library, Evaluation(counted, choice, day), stated)
        for position, choice in decider.choices.items()
    }
    collided = {position: _collisions(decider, decisions, counted, position) for position in decider.choices}
    since, until = span
    return Stretch(
        decider, stated, counted, since, until, day, decisions, reasoners, collided, alleged, contradicted
    )


def alike(one: Stretch, other: Stretch) -> bool:
    """Whether the findings of two stretches can differ in nothing but why rules do not apply."""
    return _likeness(one) == _likeness(other) and _same_law(one, other)


def _same_law(one: Stretch, other: Stretch) -> bool:
    """Whether every rule that applies says the same in both."""
    first, second = one.decider.library, other.decider.library
    if first is second:
        return True
    applied = {rule for (rule, _), made in one.decisions.items() if made.outcome.status != "not-applicable"}
    return applied.isdisjoint(changed_rules(first, second))


def _likeness(stretch: Stretch) -> tuple[object, ...]:
    decided = tuple(
        None if decision.outcome.status == "not-applicable" else (decision.parts, decision.outcome.possible)
        for decision in stretch.decisions.values()
    )
    return decided, stretch.alleged


def speaking(stretches: Sequence[Stretch], rule: LinkedRule) -> Stretch:
    """Of stretches alike, the first whose reason for a rule not to apply holds for all of them."""
    position = stretches[0].decider.positions_of(rule)[0]
    for stretch in stretches:
        if stretch.decisions[rule.id, position].outcome.why_not != "not-in-force":
            return stretch
    return stretches[0]


def settled(rule: LinkedRule, outcome: Outcome, found: Sequence[Collision]) -> Outcome:
    """A rule's outcome after its collisions with other rules."""
    for collision in found:
        if rule.id not in (collision.forbids, collision.allows):
            continue
        if collision.priority is None:
            return Outcome("conflict")
        if collision.loser == rule.id and not collision.certain:
            return Outcome("undetermined", None, (outcome.status, "not-applicable"))
        if collision.loser == rule.id:
            lost = Outcome("not-applicable", "overridden")
            return Outcome("excused") if rule.modality == "prohibition" else lost
    return outcome


def joined(statuses: Sequence[Status]) -> Status:
    """The status over several positions: theirs where they agree, else contested."""
    return statuses[0] if len(set(statuses)) == 1 else "contested"


def _collisions(decider: Decider, decisions: Decisions, case: Case, position: str) -> tuple[Collision, ...]:
    outcomes = {
        rule.id: decisions[rule.id, position].outcome
        for rule in decider.library.rules
        if position in decider.positions_of(rule)
    }
    return collisions(decider.library, case, outcomes)


def _statuses(decider: Decider, decisions: Decisions, case: Case) -> dict[str, Status]:
    """By rule, the status over all its positions."""
    by_position = {position: _collisions(decider, decisions, case, position) for position in decider.choices}
    return {
        rule.id: joined(
            [
                settled(rule, decisions[rule.id, position].outcome, by_position[position]).status
                for position in decider.positions_of(rule)
            ]
        )
        for rule in decider.library.rules
    }
