"""Mutants of law: every small change of rules, terms, days and priorities that a scenario should notice.

Left out is what cannot make a difference: a condition that means the same on every side's reading, a reading that
nobody holds, a day that moves into another stretch of the same law, and what no rule rests on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from compliance.analysis.edits import APPLIES, ELEMENTS, UNLESS, edited
from compliance.analysis.mutant_conditions import Place, condition_mutants
from compliance.analysis.mutant_days import moved
from compliance.engine.decide import Decider
from compliance.model.interval import InForce, edges, in_force
from compliance.model.library import Library, LinkedException, LinkedReading, LinkedRule, TermUse
from compliance.model.logic import NotEncoded
from compliance.model.mutant import (
    DropException,
    DropFlag,
    DropPriority,
    EditCondition,
    Mutant,
    SetForce,
    SetModality,
    SetReading,
    SwapBurden,
)
from compliance.model.reference import split_reference
from compliance.model.rule import Modality

DOES: dict[Modality, str] = {"prohibition": "forbids", "obligation": "requires", "permission": "permits"}
_KEYS: dict[Modality, str] = {"prohibition": "forbids", "obligation": "must", "permission": "permits"}
_PLAIN = "means"


def mutants(library: Library) -> tuple[Mutant, ...]:
    """Every mutant of a library, in the order of its rules, terms, days and priorities."""
    ground = _Ground(library)
    return (
        *(mutant for rule in library.rules for mutant in _of_rule(ground, rule)),
        *(mutant for use in ground.terms for mutant in _of_term(ground, use)),
        *_of_days(library),
        *_of_priorities(library),
    )


@dataclass(frozen=True)
class _Ground:
    """A library, with what decides which changes matter."""

    library: Library

    @cached_property
    def decider(self) -> Decider:
        return Decider(self.library, inference=False)

    @cached_property
    def terms(self) -> tuple[TermUse, ...]:
        """Each term that something rests on, once, however many roles it is used of."""
        found: dict[str, TermUse] = {}
        for key in self.positions_by_term:
            found.setdefault(self.library.terms[key].address, self.library.terms[key])
        return tuple(found.values())

    @cached_property
    def positions_by_term(self) -> dict[str, frozenset[str]]:
        """The positions whose reading of a term some finding, flag or related provision depends on, by term key."""
        library, decider = self.library, self.decider
        found: dict[str, set[str]] = {}
        for rule in library.rules:
            for key in library.support_of[rule.id].terms:
                found.setdefault(key, set()).update(decider.positions_of(rule))
            for flag in rule.flags:
                for key in library.support(flag.logic).terms if flag.logic else ():
                    found.setdefault(key, set()).update(decider.choices)
        for _, _, logic in library.related:
            for key in library.support(logic).terms:
                found.setdefault(key, set()).add(next(iter(decider.choices)))
        return {key: frozenset(found[key]) for key in library.terms if key in found}

    def positions(self, use: TermUse) -> tuple[str, ...]:
        """The positions whose reading of a term matters, whichever role it is used of."""
        keys = [key for key in self.positions_by_term if self.library.terms[key].address == use.address]
        found = frozenset[str]().union(*(self.positions_by_term[key] for key in keys))
        return tuple(position for position in self.decider.choices if position in found)


# --- rules -----------------------------------------------------------------------------------------------


def _of_rule(ground: _Ground, rule: LinkedRule) -> Iterator[Mutant]:
    choices = list(ground.decider.choices.values())
    title = f"“{rule.rule.title}”"
    home = (rule.instrument, rule.provision)
    key, does = _KEYS[rule.modality], DOES[rule.modality]
    scope = Place(*home, rule.id, APPLIES, "applies", f"The scope of {title}", rule.scope)
    yield from condition_mutants(ground.library, choices, scope)
    elements = Place(
        *home,
        rule.id,
        ELEMENTS,
        key,
        f"What {title} {does}",
        rule.core,
        # To forbid the opposite is to require it, which is the modality's own mutant.
        negates_whole=rule.modality == "permission",
    )
    yield from condition_mutants(ground.library, choices, elements)
    for other, would in DOES.items():
        if other != rule.modality:
            change = f"{title} {would} what it {does}."
            id_ = f"{rule.id}/swap-modality/{does}/{would}"
            yield Mutant(id_, "swap-modality", *home, rule.id, change, SetModality(rule.id, other))
    for exception in rule.exceptions:
        yield from _of_exception(ground, rule, exception)
    names: list[str] = []
    for place, flag in enumerate(rule.flags):
        names.append(flag.flag.flag)
        name = _numbered(flag.flag.flag, names)
        change = f"{title} is no longer flagged with “{flag.flag.flag}”."
        id_ = f"{rule.id}/drop-flag/{name}"
        yield Mutant(id_, "drop-flag", *home, rule.id, change, DropFlag(rule.id, place))


def _of_exception(ground: _Ground, rule: LinkedRule, exception: LinkedException) -> Iterator[Mutant]:
    title = f"the exception “{exception.title}” to “{rule.rule.title}”"
    home = (exception.instrument, exception.provision)
    dropped = DropException(rule.id, exception.name)
    id_ = f"{rule.id}/drop-exception/{exception.name}"
    yield Mutant(id_, "drop-exception", *home, rule.id, f"There is no more {title[4:]}.", dropped)
    id_ = f"{rule.id}/swap-burden/{exception.name}"
    change = (
        f"Nobody in particular has to show {title}, so that it leaves the finding open while it is unknown."
        if exception.actor_shows
        else f"The actor has to show {title}, so that it excuses nothing while it is unknown."
    )
    yield Mutant(id_, "swap-burden", *home, rule.id, change, SwapBurden(rule.id, exception.name))
    part, name = UNLESS + exception.name, f"unless.{exception.name}"
    place = Place(*home, rule.id, part, name, title[0].upper() + title[1:], exception.logic)
    yield from condition_mutants(ground.library, list(ground.decider.choices.values()), place)


def _numbered(name: str, names: list[str]) -> str:
    """A name, with its number where it is not the first of its kind among those so far."""
    count = names.count(name)
    return name if count == 1 else f"{name}~{count}"


# --- terms -----------------------------------------------------------------------------------------------


def _of_term(ground: _Ground, use: TermUse) -> Iterator[Mutant]:
    library = ground.library
    home = split_reference(use.term.provision, use.instrument)
    choices = {position: ground.decider.choices[position] for position in ground.positions(use)}
    held = {position: choice[use.key] for position, choice in choices.items()}
    for reading in use.readings:
        if reading in held.values():
            name = reading.name if reading.reading else _PLAIN
            place = Place(
                *home, use.address, reading.name, name, _term_words(use, reading), reading.logic, use.role
            )
            yield from condition_mutants(library, list(choices.values()), place)
    for position, own in held.items():
        for other in use.readings:
            if other.name == own.name or own.reading is None or position not in library.positions:
                continue
            title = library.positions[position].title
            change = f"{title} reads “{_spoken(use.name)}” as “{_spoken(other.name)}”, not as “{_spoken(own.name)}”."
            id_ = f"{use.address}/swap-reading/{position}/{other.name}"
            edit = SetReading(use.address, position, other.name)
            if other.logic != own.logic:
                yield Mutant(id_, "swap-reading", *home, use.address, change, edit)


def _term_words(use: TermUse, reading: LinkedReading) -> str:
    if reading.reading is None:
        return f"The meaning of “{_spoken(use.name)}”"
    return f"The reading “{_spoken(reading.name)}” of “{_spoken(use.name)}”"


def _spoken(name: str) -> str:
    return name.replace("-", " ")


# --- days and priorities ---------------------------------------------------------------------------------


def _of_days(library: Library) -> Iterator[Mutant]:
    for rule in library.rules:
        if rule.rule.in_force is not None:
            yield from _moves(
                library, rule.id, rule.instrument, rule.provision, f"“{rule.rule.title}”", rule.in_force
            )
    for home, instrument in library.instruments.items():
        yield from _moves(library, home, home, None, instrument.short, instrument.in_force)
        for name, provision in instrument.provisions.items():
            if provision.in_force is not None:
                cite = library.cite(home, name)
                yield from _moves(library, f"{home}#{name}", home, name, cite, provision.in_force)


def _moves(
    library: Library,
    owner: str,
    instrument: str,
    provision: str | None,
    words: str,
    intervals: tuple[InForce, ...],
) -> Iterator[Mutant]:
    for name, change, others in moved(intervals, words):
        edit = SetForce(owner, others)
        if _matters(library, edit):
            yield Mutant(f"{owner}/move-date/{name}", "move-date", instrument, provision, owner, change, edit)


def _matters(library: Library, edit: SetForce) -> bool:
    """Whether a rule or one of its exceptions is law on other days, or a provision that practices are shown."""
    other = edited(library, edit)
    if any(_differ(one, two) for one, two in zip(library.rules, other.rules, strict=True) if one is not two):
        return True
    return any(
        _ends(library, instrument, name) != _ends(other, instrument, name)
        for instrument, name, _ in library.related
    )


def _differ(one: LinkedRule, two: LinkedRule) -> bool:
    days = {day for rule in (one, two) for force in rule.forces for day in edges(force)}
    days |= {day - timedelta(days=1) for day in days if day > date.min}
    return any(_law_on(one, day) != _law_on(two, day) for day in days)


def _law_on(rule: LinkedRule, day: date) -> tuple[bool | None, ...]:
    """Whether a rule is law on a day, and as far as it may be, whether its exceptions are.

    Nobody can say whether an exception that is not encoded applies, even while it is law for certain.
    """
    force = in_force(rule.in_force, day)
    if force is False:
        return (False,)
    exceptions = (
        True if one.in_force == rule.in_force else in_force(one.in_force, day) for one in rule.exceptions
    )
    return force, *(
        None if law and isinstance(one.logic, NotEncoded) else law
        for law, one in zip(exceptions, rule.exceptions, strict=True)
    )


def _ends(library: Library, instrument: str, name: str) -> list[object]:
    intervals = library.provision(instrument, name).in_force or library.instruments[instrument].in_force
    return [(one.earliest, one.to) for one in intervals]


def _of_priorities(library: Library) -> Iterator[Mutant]:
    for home, ruleset in library.rulesets.items():
        for one in ruleset.priorities if home in library.law else ():
            first, second = library.rule_by_id[one.prevails], library.rule_by_id[one.over]
            change = f"“{first.rule.title}” no longer prevails over “{second.rule.title}”."
            id_ = f"{one.prevails}/drop-priority/{one.over}"
            where = split_reference(one.provision, home)
            edit = DropPriority(one.prevails, one.over)
            yield Mutant(id_, "drop-priority", *where, one.prevails, change, edit)


def bears_on(library: Library, mutant: Mutant, rule: str) -> bool:
    """Whether a mutant changes a rule, or something that the rule rests on: a term, its days, a priority."""
    edit = mutant.edit
    match edit:
        case DropPriority():
            return rule in (edit.prevails, edit.over)
        case EditCondition(owner) | SetReading(owner) if "#" in owner:
            found = library.rule_by_id[rule]
            flags = [flag.logic for flag in found.flags if flag.logic is not None]
            support = library.support(*found.conditions, *flags)
            return any(library.terms[key].address == owner for key in support.terms)
        case SetForce():
            return edited(library, edit).rule_by_id[rule] is not library.rule_by_id[rule]
    return mutant.subject == rule
