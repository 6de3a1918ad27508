"""What is odd about the structure of a library, though it loads: each check is a function, `CHECKS` lists them."""

from collections.abc import Iterator, Sequence

from compliance.analysis.satisfiable import can_hold
from compliance.engine.consistency import broken
from compliance.engine.parties import brought
from compliance.engine.readings import SOLE, choice_of
from compliance.model.case import Given
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.model.logic import ALWAYS, Logic, NotEncoded
from compliance.model.reference import split_reference
from compliance.model.span import Span
from compliance.source.nearest import did_you_mean

_SPEAKS = ("prohibits", "requires", "permits", "excepts", "voids")
"""Effects that a rule or an exception is expected to stand for."""


def lint(library: Library) -> tuple[Diagnostic, ...]:
    """Everything the checks find, in file order. Warnings call for a change; notes are for the record."""
    found = [diagnostic for check in CHECKS for diagnostic in check(library)]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def _at(library: Library, key: str) -> Span:
    return library.places.get(key, Span(key.partition("#")[0]))


def _warn(code: str, message: str, span: Span, help_: str) -> Diagnostic:
    return Diagnostic(code, message, span, help_, severity="warning")


def _conditions(library: Library) -> list[Logic]:
    """Every condition of rules and of their flags, and those that bills would give them."""
    found = [logic for rule in library.written.values() for logic in rule.conditions]
    found += [one.logic for rule in library.written.values() for one in rule.flags if one.logic is not None]
    for amendment in (one for bill in library.bills.values() for one in bill.amendments):
        found += [reading.logic for readings in amendment.readings.values() for reading in readings]
        for change in amendment.changes:
            parts = (change.bound, change.scope, change.core, *(one.logic for one in change.flags))
            found += [one for one in parts if one is not None]
            found += [one.logic for one in change.exceptions]
    return found


def dead_terms(library: Library) -> Iterator[Diagnostic]:
    """Terms that no rule of their instrument leads to."""
    used = {library.terms[key].address for key in library.support(*_conditions(library)).terms}
    for instrument, ruleset in library.rulesets.items():
        for name in ruleset.terms:
            if f"{instrument}#{name}" not in used:
                span = _at(library, f"{instrument}#{name}")
                yield _warn(
                    "dead-term", f"no rule uses the term '{name}'", span, "use it in a rule, or take it out"
                )


def unused_facts(library: Library) -> Iterator[Diagnostic]:
    """Facts and attributes that no rule, reading or open question asks about."""
    used = set(library.support(*_conditions(library)).facts)
    related = [*library.related, *(one for bill in library.bills.values() for one in bill.related)]
    used |= set(library.support(*(logic for _, _, logic in related)).facts)
    limits = [*(one.logic for one in library.constraints), *(one.logic for one in library.harms.values())]
    used |= set(library.support(*limits).facts)
    for ruleset in library.rulesets.values():
        for term in ruleset.terms.values():
            used |= set(term.settled_by)
    inherited = {f"{role}.{attribute}" for role in library.roles for attribute in library.attributes}
    for name in library.facts:
        if name not in used and name not in inherited:
            span = _at(library, f"facts:{name}")
            yield _warn(
                "unused-fact", f"no rule asks about '{name}'", span, "use it in a rule, or take it out"
            )
    for attribute in library.attributes:
        if not any(f"{role}.{attribute}" in used for role in library.roles):
            span = _at(library, f"attributes:{attribute}")
            yield _warn(
                "unused-fact",
                f"no rule asks about the attribute '{attribute}'",
                span,
                "use it or take it out",
            )


def unreachable_exceptions(library: Library) -> Iterator[Diagnostic]:
    """Exceptions that cannot apply where the elements of their rule hold, on anybody's reading."""
    choices = [choice_of(library, position) for position in library.positions or (SOLE,)]
    for rule in library.written.values():
        elements = rule.core if rule.modality != "obligation" else ALWAYS
        for exception in rule.exceptions:
            if isinstance(exception.logic, NotEncoded):
                continue
            if all(
                can_hold(library, choice, rule.bound, rule.scope, elements, exception.logic) is False
                for choice in choices
            ):
                message = (
                    f"the exception '{exception.name}' can never apply where the elements of '{rule.id}' hold"
                )
                yield _warn("unreachable-exception", message, rule.span, "correct one of the two conditions")


def rules_without_effect(library: Library) -> Iterator[Diagnostic]:
    """Rules whose scope and elements cannot hold together, on anybody's reading."""
    choices = [choice_of(library, position) for position in library.positions or (SOLE,)]
    for rule in library.written.values():
        elements = rule.core if rule.modality != "obligation" else ALWAYS
        if all(can_hold(library, choice, rule.bound, rule.scope, elements) is False for choice in choices):
            message = f"no facts can bring about what the rule '{rule.id}' is about"
            yield _warn("impossible-rule", message, rule.span, "correct its conditions")


def provisions_without_rule(library: Library) -> Iterator[Diagnostic]:
    """Provisions that speak, and for which no rule, exception or term stands and no reason is given; and, as notes,
    those that are on record as not encoded."""
    encoded: set[str] = set()
    for bill in library.bills.values():
        encoded |= {f"{bill.instrument}#{amendment.clause}" for amendment in bill.amendments}
    for rule in library.written.values():
        encoded.add(f"{rule.instrument}#{rule.provision}")
        encoded |= {f"{exception.instrument}#{exception.provision}" for exception in rule.exceptions}
    for home, ruleset in library.rulesets.items():
        for term in ruleset.terms.values():
            encoded.add("#".join(split_reference(term.provision, home)))
        for priority in ruleset.priorities:
            encoded.add("#".join(split_reference(priority.provision, home)))
    for home, instrument in library.instruments.items():
        for name, provision in instrument.provisions.items():
            key = f"{home}#{name}"
            if provision.not_encoded is not None:
                message = f"'{name}' is not encoded: {provision.not_encoded}"
                yield Diagnostic("not-encoded", message, _at(library, key), None, severity="note")
            elif key not in encoded and provision.effect in _SPEAKS:
                message = f"'{name}' {provision.effect}, and no rule stands for it"
                help_ = "encode it, or give the reason under 'not-encoded:'"
                yield _warn("provision-without-rule", message, _at(library, key), help_)


def misquotations(library: Library) -> Iterator[Diagnostic]:
    """Words that a rule or a term quotes and its provision does not have."""
    for home, ruleset in library.rulesets.items():
        quotes = [(f"{home}#{name}", term.provision, term.words) for name, term in ruleset.terms.items()]
        quotes += [(rule.rule, rule.provision, rule.words) for rule in ruleset.rules]
        for where, reference, words in quotes:
            if words is None:
                continue
            instrument, name = split_reference(reference, home)
            provision = library.instruments[instrument].provisions[name]
            if not any(words in passage for passage in provision.words):
                known = library.written.get(where)
                span = known.span if known else _at(library, where)
                message = f"'{words}' is not among the words of '{name}'"
                yield _warn(
                    "misquotation", message, span, "quote what stands under 'words:' of the provision"
                )


def same_readings(library: Library) -> Iterator[Diagnostic]:
    """Readings of a term that mean the same."""
    seen: set[str] = set()
    for use in library.terms.values():
        for i, one in enumerate(use.readings):
            for other in use.readings[:i]:
                if one.logic == other.logic and use.address not in seen:
                    seen.add(use.address)
                    message = f"the readings '{other.name}' and '{one.name}' of '{use.name}' mean the same"
                    yield _warn("same-readings", message, use.span, "make them differ, or take one out")


def ambiguous_numbers(library: Library) -> Iterator[Diagnostic]:
    """Instruments that issuer, kind, number and date do not tell apart."""
    seen: dict[tuple[object, ...], str] = {}
    for home, instrument in library.instruments.items():
        if instrument.number is None:
            continue
        key = (instrument.issuer, instrument.kind, instrument.number, instrument.made)
        if key in seen:
            message = f"'{home}' has the issuer, number and date of '{seen[key]}'"
            yield _warn("ambiguous-number", message, _at(library, home), "tell them apart by their date")
        seen.setdefault(key, home)


def inconsistent_actors(library: Library) -> Iterator[Diagnostic]:
    """Actors whose attributes no body can have together, by the constraints of the vocabulary."""
    role = next(iter(library.roles), None)
    constraints = [one for one in library.constraints if one.role is not None and one.role == role]
    for name, actor in library.actors.items():
        facts = brought(library, actor, role) if role is not None else {}
        for constraint in broken(constraints, Given(facts, {})):
            asked = (fact.rpartition(".")[2] for fact in library.support(constraint.logic).facts)
            help_ = f"correct one of {', '.join(one for one in asked if one in actor.attributes)}"
            message = (
                f"the attributes of '{name}' cannot go together ('{constraint.name}'): {constraint.because}"
            )
            yield _warn("inconsistent-actor", message, _at(library, f"members:{name}"), help_)


def rows_of_memoranda(library: Library) -> Iterator[Diagnostic]:
    """Rows of a memorandum for which nothing stands and no reason is given, and rows that no memorandum has."""
    rows = {name: row for memorandum in library.memoranda.values() for name, row in memorandum.rows.items()}
    known = {
        name for memorandum in library.memoranda.values() for name in (*memorandum.rows, *memorandum.cases)
    }
    carried = carried_rows(library)
    for name, row in rows.items():
        if name not in carried and row.not_encoded is None:
            yield _warn(
                "row-without-law",
                f"nothing stands for the row '{name}' ({row.about})",
                _at(library, f"row:{name}"),
                "name it under 'row:' of a provision, term or rule, or give the reason under 'not-encoded:'",
            )
    for name, place in carried.items():
        if library.memoranda and name not in known:
            help_ = did_you_mean(name, known, "rows are listed in a register, below 'rows:'")
            yield _warn("unknown-row", f"no memorandum has a row '{name}'", _at(library, place), help_)


def carried_rows(library: Library) -> dict[str, str]:
    """Each row that a provision, term or rule carries, with the place of the first that does."""
    found: dict[str, str] = {}
    for home, instrument in library.instruments.items():
        for name, provision in instrument.provisions.items():
            for row in (*provision.row, *(row for one in provision.differences for row in one.row)):
                found.setdefault(row, f"{home}#{name}")
    for home, ruleset in library.rulesets.items():
        for name, term in ruleset.terms.items():
            for row in term.row:
                found.setdefault(row, f"{home}#{name}")
        for rule in ruleset.rules:
            for row in rule.row:
                found.setdefault(row, f"{home}#{rule.provision}")
    return found


CHECKS = (
    dead_terms,
    unused_facts,
    unreachable_exceptions,
    rules_without_effect,
    provisions_without_rule,
    misquotations,
    same_readings,
    ambiguous_numbers,
    inconsistent_actors,
    rows_of_memoranda,
)


def summary(found: Sequence[Diagnostic]) -> str:
    """How many warnings and notes, in words."""
    warnings = sum(diagnostic.severity == "warning" for diagnostic in found)
    notes = sum(diagnostic.severity == "note" for diagnostic in found)
    return f"{warnings} {'warning' if warnings == 1 else 'warnings'}, {notes} {'note' if notes == 1 else 'notes'}"
