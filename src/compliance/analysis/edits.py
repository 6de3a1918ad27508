"""One small change of a linked library, as a new library. Only what the engines run changes, not what is written."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import assert_never

from compliance.model.instrument import Instrument
from compliance.model.interval import InForce
from compliance.model.library import Library, LinkedException, LinkedReading, LinkedRule, TermUse
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, parts
from compliance.model.mutant import (
    DropException,
    DropFlag,
    DropPriority,
    Edit,
    EditCondition,
    Path,
    SetForce,
    SetModality,
    SetReading,
    SwapBurden,
)
from compliance.model.rule import Reading

APPLIES, ELEMENTS, UNLESS = "applies", "elements", "unless:"
"""Parts of a rule, as a change names them; the name of an exception follows the last."""


def edited(library: Library, edit: Edit) -> Library:
    """The library with the change; what the change is about must be in it, or KeyError."""
    match edit:
        case EditCondition(owner) if "#" in owner:
            return _with_term(library, owner, lambda use: _with_condition(use, edit))
        case EditCondition(owner):
            return _with_rule(library, owner, lambda rule: _with_part(rule, edit))
        case SetReading(term, position, reading):
            return _with_term(library, term, lambda use: _held(use, position, reading))
        case DropException(name, exception):
            return _with_rule(library, name, lambda rule: _without(rule, exception))
        case SwapBurden(name, exception):
            return _with_rule(library, name, lambda rule: _with_burden_swapped(rule, exception))
        case DropFlag(name, place):
            return _with_rule(
                library,
                name,
                lambda rule: replace(rule, flags=rule.flags[:place] + rule.flags[place + 1 :]),
            )
        case SetModality(name, modality):
            return _with_rule(library, name, lambda rule: replace(rule, modality=modality))
        case SetForce(owner, intervals):
            return _with_force(library, owner, intervals)
        case DropPriority(prevails, over):
            kept = tuple(one for one in library.priorities if (one.prevails, one.over) != (prevails, over))
            if len(kept) == len(library.priorities):
                raise KeyError(prevails)
            return replace(library, priorities=kept)
    assert_never(edit)


def holds(library: Library, other: Library, edit: Edit) -> bool:
    """Whether what a change of the first library is about stands in the other one too, and is the same there."""
    match edit:
        case EditCondition(owner) | SetReading(owner) if "#" in owner:
            return _uses(library, owner) == _uses(other, owner)
        case SetForce(owner) if owner not in library.rule_by_id:
            instrument = owner.partition("#")[0]
            return library.instruments.get(instrument) == other.instruments.get(instrument)
        case DropPriority():
            return all(one in other.priorities for one in library.priorities if one.prevails == edit.prevails)
        case _:
            name = edit.owner if isinstance(edit, EditCondition | SetForce) else getattr(edit, "rule", "")
            return library.rule_by_id[name] == other.rule_by_id.get(name)


def _uses(library: Library, address: str) -> list[TermUse]:
    return [use for use in library.terms.values() if use.address == address]


# --- rules and terms -------------------------------------------------------------------------------------


def _with_rule(library: Library, name: str, change: Callable[[LinkedRule], LinkedRule]) -> Library:
    found = library.rule_by_id[name]
    changed = change(found)
    return replace(library, rules=tuple(changed if rule is found else rule for rule in library.rules))


def _with_term(library: Library, address: str, change: Callable[[TermUse], TermUse]) -> Library:
    if not _uses(library, address):
        raise KeyError(address)
    terms = {key: change(use) if use.address == address else use for key, use in library.terms.items()}
    return replace(library, terms=terms)


def _with_part(rule: LinkedRule, edit: EditCondition) -> LinkedRule:
    if edit.part == APPLIES:
        return replace(rule, scope=changed(rule.scope, edit))
    if edit.part == ELEMENTS:
        return replace(rule, core=changed(rule.core, edit))
    exceptions = tuple(
        replace(one, logic=changed(one.logic, edit)) if UNLESS + one.name == edit.part else one
        for one in rule.exceptions
    )
    return replace(rule, exceptions=exceptions)


def _with_condition(use: TermUse, edit: EditCondition) -> TermUse:
    readings = tuple(
        replace(reading, logic=changed(reading.logic, edit)) if reading.name == edit.part else reading
        for reading in use.readings
    )
    return replace(use, readings=readings)


def _without(rule: LinkedRule, exception: str) -> LinkedRule:
    return replace(rule, exceptions=tuple(one for one in rule.exceptions if one.name != exception))


def _with_burden_swapped(rule: LinkedRule, exception: str) -> LinkedRule:
    def swapped(one: LinkedException) -> LinkedException:
        return replace(one, actor_shows=not one.actor_shows) if one.name == exception else one

    return replace(rule, exceptions=tuple(map(swapped, rule.exceptions)))


def _held(use: TermUse, position: str, wanted: str) -> TermUse:
    """The term with a position holding one reading and no other."""

    def held_by(linked: LinkedReading, reading: Reading) -> LinkedReading:
        others = tuple(one for one in reading.held_by if one != position)
        now = (*others, position) if linked.name == wanted else others
        return replace(linked, reading=reading.model_copy(update={"held_by": now}))

    readings = tuple(held_by(one, one.reading) if one.reading else one for one in use.readings)
    return replace(use, readings=readings)


# --- conditions ------------------------------------------------------------------------------------------


def changed(logic: Logic, edit: EditCondition) -> Logic:
    """A condition with the change at its place."""
    return _at(logic, edit.path, edit)


def at(logic: Logic, path: Path) -> Logic:
    """The condition at a place inside another."""
    for step in path:
        logic = parts(logic)[step]
    return logic


def _at(logic: Logic, path: Path, edit: EditCondition) -> Logic:
    if not path:
        return _edit(logic, edit)
    step, rest = path[0], path[1:]
    match logic:
        case NotOf(of):
            return NotOf(_at(of, rest, edit))
        case AllOf(of) | AnyOf(of):
            if not rest and edit.how == "drop":
                return type(logic)(of[:step] + of[step + 1 :])
            return type(logic)((*of[:step], _at(of[step], rest, edit), *of[step + 1 :]))
        case _:
            raise KeyError(path)


def _edit(logic: Logic, edit: EditCondition) -> Logic:
    match edit.how, logic:
        case "negate", NotOf(of):
            return of
        case "negate", _:
            return NotOf(logic)
        case "swap", AllOf(of):
            return AnyOf(of)
        case "swap", AnyOf(of):
            return AllOf(of)
        case "value", Compare() if edit.value is not None:
            return replace(logic, value=edit.value)
    raise KeyError(edit.path)


# --- days of law -----------------------------------------------------------------------------------------


def _with_force(library: Library, owner: str, intervals: tuple[InForce, ...]) -> Library:
    if owner in library.rule_by_id:
        return _with_rule(library, owner, lambda rule: replace(rule, in_force=intervals))
    home, _, name = owner.partition("#")
    instrument = library.instruments[home]
    if name:
        provision = instrument.provisions[name].model_copy(update={"in_force": intervals})
        moved = instrument.model_copy(update={"provisions": {**instrument.provisions, name: provision}})
    else:
        moved = instrument.model_copy(update={"in_force": intervals})
    instruments = {**library.instruments, home: moved}
    rules = tuple(_in_force(rule, instruments) for rule in library.rules)
    return replace(library, instruments=instruments, rules=rules)


def force_of(library: Library, owner: str) -> tuple[InForce, ...]:
    """The days on which a rule, a provision (INSTRUMENT#PROVISION) or an instrument is law."""
    if owner in library.rule_by_id:
        return library.rule_by_id[owner].in_force
    home, _, name = owner.partition("#")
    own = library.instruments[home].provisions[name].in_force if name else None
    return own or library.instruments[home].in_force


def _in_force(rule: LinkedRule, instruments: Mapping[str, Instrument]) -> LinkedRule:
    """The rule with the days of its own provision and of its exceptions'; the same rule where none moved."""

    def force(instrument: str, provision: str) -> tuple[InForce, ...]:
        found = instruments[instrument]
        return found.provisions[provision].in_force or found.in_force

    own = rule.rule.in_force or force(rule.instrument, rule.provision)
    exceptions = tuple(replace(one, in_force=force(one.instrument, one.provision)) for one in rule.exceptions)
    if own == rule.in_force and exceptions == rule.exceptions:
        return rule
    return replace(rule, in_force=own, exceptions=exceptions)
