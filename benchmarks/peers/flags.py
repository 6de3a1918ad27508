"""Three values for engines that have two: whether a condition certainly holds, and whether it may hold."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from compliance.model.interval import InForce
from compliance.model.library import LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm

Flags = tuple[str, str]
"""(certainly, possibly), as text in an engine's language."""


@dataclass(frozen=True)
class Language:
    """How an engine writes conditions."""

    true: str
    false: str
    compare: Callable[[Compare], Flags]
    judged: Callable[[str], Flags]
    in_force: Callable[[tuple[InForce, ...]], Flags]


@dataclass(frozen=True)
class Parts:
    """The parts of a rule that decide its status."""

    reach: Flags
    core: Flags
    excused: Flags


def flags(logic: Logic, language: Language, terms: Mapping[str, Flags]) -> Flags:
    """A condition; `terms` has the flags of each term, under the readings of a position."""
    match logic:
        case AllOf(of):
            return both([flags(part, language, terms) for part in of], language)
        case AnyOf(of):
            return either([flags(part, language, terms) for part in of], language)
        case NotOf(part):
            return fails(flags(part, language, terms))
        case UseTerm(key):
            return terms[key]
        case Judged(key):
            return language.judged(key)
        case NotEncoded():
            return language.false, language.true
        case Compare():
            return language.compare(logic)


def both(parts: list[Flags], language: Language) -> Flags:
    """All of the parts."""
    if not parts:
        return language.true, language.true
    return "(" + " and ".join(one for one, _ in parts) + ")", "(" + " and ".join(
        one for _, one in parts
    ) + ")"


def either(parts: list[Flags], language: Language) -> Flags:
    """Any of the parts."""
    if not parts:
        return language.false, language.false
    return "(" + " or ".join(one for one, _ in parts) + ")", "(" + " or ".join(one for _, one in parts) + ")"


def fails(part: Flags) -> Flags:
    """The opposite of a part."""
    certainly, possibly = part
    return f"(not {possibly})", f"(not {certainly})"


def parts_of(rule: LinkedRule, language: Language, terms: Mapping[str, Flags]) -> Parts:
    """What a rule's status is decided by."""
    force = language.in_force(rule.in_force)
    bound, scope, core = (flags(part, language, terms) for part in (rule.bound, rule.scope, rule.core))
    exceptions: list[Flags] = []
    for exception in rule.exceptions:
        applies = flags(exception.logic, language, terms)
        if exception.in_force != rule.in_force:
            applies = both([language.in_force(exception.in_force), applies], language)
        exceptions.append((applies[0], applies[0]) if exception.actor_shows else applies)
    breach = fails(core) if rule.modality == "obligation" else core
    return Parts(both([force, bound, scope], language), breach, either(exceptions, language))
