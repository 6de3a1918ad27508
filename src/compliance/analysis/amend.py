"""One clause of a bill applied to a library: a pure function from library to library."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from compliance.analysis.strike import NotOnce, strike
from compliance.model.instrument import Instrument, Provision
from compliance.model.interval import Between, InForce
from compliance.model.library import Library, LinkedReading, LinkedRule, TermUse
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf
from compliance.model.overlay import LinkedAmendment, LinkedBill, LinkedChange
from compliance.model.rule import Rule

Forces = tuple[InForce, ...]
NEVER = AnyOf(())
"""A condition that nothing meets."""
_DAY = timedelta(days=1)


def with_bill(library: Library, bill: LinkedBill, whole: Forces, own: Mapping[str, Forces]) -> Library:
    """The library with a bill's own provisions and rules as law. `whole` are the bill's days, `own` those of
    provisions with other ones."""
    found = library.instruments[bill.instrument]
    provisions = {
        name: provision.model_copy(update={"in_force": own[name]}) if name in own else provision
        for name, provision in found.provisions.items()
    }
    enacted = found.model_copy(update={"in_force": whole, "provisions": provisions})
    instruments = {**library.instruments, bill.instrument: enacted}
    return replace(
        library,
        instruments=instruments,
        rules=(*library.rules, *(in_its_days(rule, instruments) for rule in bill.rules)),
        priorities=(*library.priorities, *bill.priorities),
        related=(*library.related, *bill.related),
    )


def in_its_days(rule: LinkedRule, instruments: Mapping[str, Instrument]) -> LinkedRule:
    """A rule that becomes law, and its exceptions, on the days of their provisions."""

    def force(instrument: str, provision: str) -> Forces:
        found = instruments[instrument]
        return found.provisions[provision].in_force or found.in_force

    exceptions = tuple(replace(one, in_force=force(one.instrument, one.provision)) for one in rule.exceptions)
    own = rule.rule.in_force or force(rule.instrument, rule.provision)
    return replace(rule, in_force=own, exceptions=exceptions)


def added(library: Library, amendment: LinkedAmendment, days: Forces) -> Library:
    """The library with a new provision of an instrument, and its rules, on some days."""
    provision = amendment.written.provision
    assert provision is not None
    new = provision.model_copy(update={"in_force": days})
    instruments = _with_provision(library, amendment.instrument, amendment.target, new)
    rules = tuple(in_its_days(rule, instruments) for rule in amendment.rules)
    return replace(library, instruments=instruments, rules=(*library.rules, *rules))


def ended(library: Library, amendment: LinkedAmendment, last: date, again: date | None) -> Library:
    """The library without a provision and all below it, or an instrument, after the day `last`, until `again`."""
    home = library.instruments[amendment.instrument]
    gone = provisions_of(home, amendment.target)

    def cut(forces: Forces) -> Forces:
        return without_days(forces, last, again)

    provisions = {
        name: one.model_copy(update={"in_force": cut(one.in_force or home.in_force)}) if name in gone else one
        for name, one in home.provisions.items()
    }
    update: dict[str, object] = {"provisions": provisions}
    if not amendment.target:
        update["in_force"] = cut(home.in_force)
    instruments = {**library.instruments, amendment.instrument: home.model_copy(update=update)}

    def left(rule: LinkedRule) -> LinkedRule:
        exceptions = tuple(
            replace(one, in_force=cut(one.in_force))
            if one.instrument == amendment.instrument and one.provision in gone
            else one
            for one in rule.exceptions
        )
        if rule.instrument == amendment.instrument and rule.provision in gone:
            return replace(rule, in_force=cut(rule.in_force), exceptions=exceptions)
        return rule if exceptions == rule.exceptions else replace(rule, exceptions=exceptions)

    return replace(library, instruments=instruments, rules=tuple(map(left, library.rules)))


def provisions_of(instrument: Instrument, target: str) -> frozenset[str]:
    """A provision with all below it (B.2 with B.2.s2); all of them for the whole instrument."""
    return frozenset(
        name
        for name in instrument.provisions
        if not target or name == target or name.startswith((f"{target}.", f"{target}("))
    )


def without_days(forces: Forces, last: date, again: date | None) -> Forces:
    """The days of some stretches up to `last`, and from `again` on."""
    found: list[InForce] = []
    for one in forces:
        if one.earliest <= last:
            ends = last if one.to is None else min(one.to, last)
            found.append(one.model_copy(update={"to": ends}))
        if again is not None and (one.to is None or one.to >= again):
            found.append(one.model_copy(update={"from_": _not_before(one.from_, again)}))
    return tuple(found)


def _not_before(start: date | Between, first: date) -> date | Between:
    """A first day, or the days between which it lies, without those before another day."""
    if not isinstance(start, Between):
        return max(start, first)
    if start.earliest >= first:
        return start
    certain = start.latest is not None and start.latest <= first
    return first if certain else Between(earliest=first, latest=start.latest)


# --- amendments that change what a rule or a term says ----------------------------------------------------


def amended(library: Library, amendment: LinkedAmendment) -> Library:
    """The library with the words of a provision changed, and with what that means for rules.

    The words must be found exactly once, or ValueError.
    """
    home = library.instruments[amendment.instrument]
    provision = home.provisions[amendment.target]
    for change in amendment.written.text:
        found = [(i, strike(text, change)) for i, text in enumerate(texts_of(provision, change.in_))]
        once = [(i, one) for i, one in found if not isinstance(one, NotOnce)]
        if len(once) != 1:
            raise ValueError(change.strike or change.after)
        ((place, struck),) = once
        if change.in_ == "gist":
            provision = provision.model_copy(update={"gist": struck.text})
        else:
            words = (*provision.words[:place], struck.text, *provision.words[place + 1 :])
            provision = provision.model_copy(update={"words": words})
    instruments = _with_provision(library, amendment.instrument, amendment.target, provision)
    rules = {rule.id: rule for rule in library.rules}
    for of_rule in amendment.changes:
        if of_rule.rule in rules:
            rules[of_rule.rule] = _changed(rules[of_rule.rule], of_rule)
    return replace(library, instruments=instruments, rules=tuple(rules.values()))


def texts_of(provision: Provision, part: str) -> tuple[str, ...]:
    """The texts of a provision that words are struck from: each of its quotations, or its gist."""
    return (provision.gist,) if part == "gist" else provision.words


def _changed(rule: LinkedRule, change: LinkedChange) -> LinkedRule:
    written = change.written
    kept = tuple(one for one in rule.exceptions if one.name not in written.drops_exceptions)
    new = tuple(replace(one, in_force=rule.in_force) for one in change.exceptions)
    update: dict[str, object] = {
        key: value for key in ("title", "binds", "applies") if (value := getattr(written, key)) is not None
    }
    if change.modality is not None:
        update |= {key: getattr(written, key) for key in ("forbids", "must", "permits")}
    update["unless"] = (
        *(one for one in rule.rule.unless if one.exception not in written.drops_exceptions),
        *written.adds_exceptions,
    )
    update["flags"] = (*rule.rule.flags, *written.adds_flags)
    as_written: Rule = rule.rule.model_copy(update=update)
    return replace(
        rule,
        rule=as_written,
        role=change.role or rule.role,
        bound=rule.bound if change.bound is None else change.bound,
        scope=rule.scope if change.scope is None else change.scope,
        core=rule.core if change.core is None else change.core,
        modality=change.modality or rule.modality,
        exceptions=(*kept, *new),
        flags=(*rule.flags, *change.flags),
    )


def redefined(library: Library, amendment: LinkedAmendment) -> Library:
    """The library with another meaning of a term."""
    term = amendment.written.term
    assert term is not None
    readings: Mapping[str, tuple[LinkedReading, ...]] = amendment.readings
    terms: dict[str, TermUse] = {
        key: replace(use, term=term, readings=readings[key]) if key in readings else use
        for key, use in library.terms.items()
    }
    return replace(library, terms=terms)


def without_values(library: Library, values: Collection[tuple[str, str]]) -> Library:
    """The library in which some values of facts (fact, value) meet no condition any more, since the law that they stand
    for has ended."""

    def less(logic: Logic) -> Logic:
        return _without(logic, values)

    return mapped(library, less)


def _without(logic: Logic, values: Collection[tuple[str, str]]) -> Logic:
    match logic:
        case AllOf(of):
            return AllOf(tuple(_without(part, values) for part in of))
        case AnyOf(of):
            return AnyOf(tuple(_without(part, values) for part in of))
        case NotOf(part):
            return NotOf(_without(part, values))
        case Compare(fact, "one-of", tuple(listed)):
            left = tuple(one for one in listed if (fact, one) not in values)
            return logic if left == listed else Compare(fact, "one-of", left) if left else NEVER
        case Compare(fact, "is" | "includes", str(value)) if (fact, value) in values:
            return NEVER
    return logic


def mapped(library: Library, change: Callable[[Logic], Logic]) -> Library:
    """The library with every condition changed; what stays the same is kept as it is."""

    def of_rule(rule: LinkedRule) -> LinkedRule:
        exceptions = tuple(replace(one, logic=change(one.logic)) for one in rule.exceptions)
        flags = tuple(
            one if one.logic is None else replace(one, logic=change(one.logic)) for one in rule.flags
        )
        other = replace(
            rule,
            bound=change(rule.bound),
            scope=change(rule.scope),
            core=change(rule.core),
            exceptions=exceptions,
            flags=flags,
        )
        return rule if other == rule else other

    def of_term(use: TermUse) -> TermUse:
        readings = tuple(replace(one, logic=change(one.logic)) for one in use.readings)
        return use if readings == use.readings else replace(use, readings=readings)

    return replace(
        library,
        rules=tuple(map(of_rule, library.rules)),
        terms={key: of_term(use) for key, use in library.terms.items()},
        related=tuple((home, name, change(logic)) for home, name, logic in library.related),
    )


def _with_provision(library: Library, home: str, name: str, provision: Provision) -> dict[str, Instrument]:
    found = library.instruments[home]
    changed = found.model_copy(update={"provisions": {**found.provisions, name: provision}})
    return {**library.instruments, home: changed}
