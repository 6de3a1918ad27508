"""The outcomes that a rule and an exception can have at all, on any facts and under any position."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from compliance.analysis.satisfiable import can_hold
from compliance.engine.readings import Choice, arguing, disputed_terms
from compliance.model.coverage import ORDER, UNAPPLIED
from compliance.model.library import Library, LinkedException, LinkedRule
from compliance.model.logic import ALWAYS, AnyOf, Logic, NotEncoded, NotOf


def of_rule(library: Library, rule: LinkedRule, choices: Mapping[str, Choice]) -> tuple[str, ...]:
    """What can become of a rule: statuses, and the reasons for which it may not apply.

    `choices` are the readings of each position. A conflict is not among them: it is a collision that nobody
    declared, and no rule has it by itself.
    """
    own = [choices[position] for position in arguing(library, rule.instrument, choices)]
    reach = (rule.bound, rule.scope)
    breach = NotOf(rule.core) if rule.modality == "obligation" else rule.core
    excepted = [one for one in rule.exceptions if not isinstance(one.logic, NotEncoded)]
    unless = [one.logic for one in excepted]
    loses = any(priority.over == rule.id for priority in library.priorities)

    def possible(*conditions: Logic) -> bool:
        return any(can_hold(library, choice, *conditions) is not False for choice in own)

    def found() -> Iterator[str]:
        support = library.support_of[rule.id]
        if support.facts or support.judgments or len(unless) < len(rule.exceptions):
            yield "undetermined"
        if any(disputed_terms(library, one, two, *rule.conditions) for one, two in combinations(own, 2)):
            yield "contested"
        if rule.modality == "permission":
            yield "permitted"
            yield UNAPPLIED["out-of-scope"]
        else:
            if not _always_open(rule) and possible(*reach, breach, NotOf(AnyOf(tuple(unless)))):
                yield "violated"
            if possible(*reach, NotOf(breach)):
                yield "satisfied"
            prevailed_over = loses and rule.modality == "prohibition"
            if prevailed_over or any(possible(*reach, breach, logic) for logic in unless):
                yield "excused"
        if loses and rule.modality != "prohibition":
            yield UNAPPLIED["overridden"]
        if possible(NotOf(rule.scope)):
            yield UNAPPLIED["out-of-scope"]
        if rule.bound != ALWAYS and possible(rule.scope, NotOf(rule.bound)):
            yield UNAPPLIED["not-bound"]
        yield UNAPPLIED["not-in-force"]

    return tuple(sorted(set(found()), key=ORDER.index))


def _always_open(rule: LinkedRule) -> bool:
    """Whether an exception that nobody could encode, and nobody has to show, keeps every breach open."""
    return any(
        isinstance(one.logic, NotEncoded) and not one.actor_shows and one.in_force == rule.in_force
        for one in rule.exceptions
    )


def of_exception(rule: LinkedRule, exception: LinkedException) -> tuple[str, ...]:
    """What can become of an exception where its rule reaches the conduct."""
    found = ["not encoded"]
    if not isinstance(exception.logic, NotEncoded):
        found = ["shown", "not shown" if exception.actor_shows else "unsettled", "fails"]
    if exception.in_force != rule.in_force:
        found.append("not in force")
    return tuple(sorted(found, key=ORDER.index))
