"""Files to a library: every cross-reference resolved, or complained about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.instrument import Instrument
from compliance.model.interval import InForce
from compliance.model.library import (
    LinkedException,
    LinkedFlag,
    LinkedReading,
    LinkedRule,
    Library,
    TermUse,
)
from compliance.model.logic import ALWAYS, Judged, Logic, NotEncoded, UseTerm
from compliance.model.reference import split_reference
from compliance.model.rule import ANYONE, Priority, Rule, RuleSet, Term
from compliance.model.span import Span
from compliance.model.vocabulary import Actor, Fact, Position, Role
from compliance.source.conditions import Names, Scope, resolve, typed
from compliance.source.files import SourceFile
from compliance.source.nearest import did_you_mean
from compliance.source.yaml_text import Document, Loc

PLAIN = "plain"
"""The name of the only reading of a term with a plain meaning."""


@dataclass
class _Link:
    """What has been resolved so far, and what is wrong."""

    instruments: dict[str, tuple[Instrument, Document, int]] = field(default_factory=dict)
    rulesets: dict[str, tuple[RuleSet, Document, int]] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    attributes: dict[str, Fact] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    positions: dict[str, tuple[Position, int]] = field(default_factory=dict)
    terms: dict[str, TermUse] = field(default_factory=dict)
    open_terms: list[str] = field(default_factory=list)
    places: dict[str, Span] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)

    @property
    def names(self) -> Names:
        return Names(self.facts, frozenset(self.roles), self.attributes)

    def complain(self, document: Document, code: str, message: str, span: Span, help_: str) -> None:
        self.problems.append(document.complain(code, message, span, help_))


def link(roots: list[list[SourceFile]]) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The files of each library folder, in order, as one library; a later folder replaces files of an earlier one."""
    state = _Link()
    files = _replaced(roots, state)
    for rank, file in files:
        _collect_words(file, rank, state)
    _spread_attributes(files, state)
    for _, file in files:
        if file.kind == "actors":
            _check_actors(file, state)
    for rank, file in files:
        if file.kind == "instrument":
            state.instruments[file.model.instrument] = (file.model, file.document, rank)
            _note_places(file, state)
    for rank, file in files:
        if file.kind == "encodes":
            _collect_ruleset(file, rank, state)
    rules: list[LinkedRule] = []
    for ruleset, document, rank in state.rulesets.values():
        rules.extend(_link_ruleset(ruleset, document, rank, state))
    related = [item for _, file in files if file.kind == "instrument" for item in _related(file, state)]
    _check_references(files, state)
    library = Library(
        instruments={key: value[0] for key, value in state.instruments.items()},
        rulesets={key: value[0] for key, value in state.rulesets.items()},
        rules=tuple(rules),
        terms=state.terms,
        facts=state.facts,
        roles=state.roles,
        attributes=state.attributes,
        actors=state.actors,
        positions={name: position for name, (position, _) in state.positions.items()},
        priorities=_link_priorities(rules, state),
        related=tuple(related),
        files={file.name: file.document.digest for _, file in files},
        places=state.places,
        positions_of={key: _positions_at(value[2], state) for key, value in state.instruments.items()},
    )
    return library, tuple(state.problems)


def _replaced(roots: list[list[SourceFile]], state: _Link) -> list[tuple[int, SourceFile]]:
    """All files with the rank of their folder; of two that are about the same thing, the later folder's."""
    chosen: dict[tuple[str, str], tuple[int, SourceFile]] = {}
    for rank, files in enumerate(roots):
        for file in files:
            key = (file.kind, str(getattr(file.model, file.kind)))
            if key in chosen and chosen[key][0] == rank:
                other = chosen[key][1]
                state.complain(
                    file.document,
                    "defined-twice",
                    f"'{key[1]}' is defined in two files",
                    file.document.span((file.kind,)),
                    f"the other is {other.name}; rename one or join them",
                )
            else:
                chosen[key] = (rank, file)
    return sorted(chosen.values(), key=lambda item: (item[0], item[1].name))


def _collect_words(file: SourceFile, rank: int, state: _Link) -> None:
    """Facts, roles, attributes, positions and actors, each declared once."""
    if file.kind == "vocabulary":
        shelves: list[tuple[str, Mapping[str, Any], dict[str, Any]]] = [
            ("roles", file.model.roles, state.roles),
            ("attributes", file.model.attributes, state.attributes),
            ("facts", file.model.facts, state.facts),
            ("positions", {name: (p, rank) for name, p in file.model.positions.items()}, state.positions),
        ]
    elif file.kind == "actors":
        shelves = [("members", file.model.members, state.actors)]
    else:
        return
    for section, items, shelf in shelves:
        for name, item in items.items():
            span = file.document.key_span((section, name))
            if name in shelf:
                first = state.places.get(f"{section}:{name}")
                where = f"first in {first.file}, line {first.line}" if first else "rename one"
                state.complain(file.document, "defined-twice", f"'{name}' is declared twice", span, where)
            elif section == "facts" and name in state.roles:
                state.complain(
                    file.document, "defined-twice", f"'{name}' is a role and cannot be a fact", span, "rename one"
                )
            else:
                shelf[name] = item
                state.places[f"{section}:{name}"] = span


def _spread_attributes(files: list[tuple[int, SourceFile]], state: _Link) -> None:
    """Each attribute of a party becomes a fact of every role."""
    for role in state.roles:
        for attribute, fact in state.attributes.items():
            name = f"{role}.{attribute}"
            if name in state.facts:
                file = next(f for _, f in files if f.kind == "vocabulary" and name in f.model.facts)
                state.complain(
                    file.document,
                    "defined-twice",
                    f"'{name}' is already the attribute '{attribute}' of the role '{role}'",
                    file.document.key_span(("facts", name)),
                    "take one of the two out",
                )
                continue
            title = state.roles[role].title
            state.facts[name] = fact.model_copy(update={"ask": fact.ask.replace("{party}", title)})


def _check_actors(file: SourceFile, state: _Link) -> None:
    for name, actor in file.model.members.items():
        for attribute, value in actor.attributes.items():
            loc = ("members", name, "is", attribute)
            fact = state.attributes.get(attribute)
            if fact is None:
                state.complain(
                    file.document,
                    "unknown-attribute",
                    f"no attribute is called '{attribute}'",
                    file.document.key_span(loc),
                    did_you_mean(attribute, state.attributes, "attributes are declared in a vocabulary file"),
                )
            else:
                _check_value(file.document, attribute, fact, value, loc, state)


def _check_value(document: Document, name: str, fact: Fact, value: Any, loc: Loc, state: _Link) -> None:
    many = isinstance(value, tuple)
    if many and fact.type != "set":
        state.complain(document, "wrong-value", f"'{name}' has one value", document.span(loc), "take the list out")
        return
    for i, item in enumerate(value if many else (value,)):
        if item == "unknown":
            continue
        _, problem, help_ = typed(fact, item)
        if problem:
            span = document.span((*loc, i) if many else loc)
            state.complain(document, "wrong-value", f"'{name}' {problem}", span, help_)


def _note_places(file: SourceFile, state: _Link) -> None:
    home = file.model.instrument
    state.places[home] = file.document.span(("instrument",))
    for provision in file.model.provisions:
        state.places[f"{home}#{provision}"] = file.document.key_span(("provisions", provision))


def _collect_ruleset(file: SourceFile, rank: int, state: _Link) -> None:
    home = file.model.encodes
    if home not in state.instruments:
        state.complain(
            file.document,
            "unknown-instrument",
            f"no instrument is called '{home}'",
            file.document.span(("encodes",)),
            did_you_mean(home, state.instruments, f"add 'policies/{home}.yaml'"),
        )
        return
    state.rulesets[home] = (file.model, file.document, rank)
    for name in file.model.terms:
        state.places[f"{home}#{name}"] = file.document.key_span(("terms", name))


def _positions_at(rank: int, state: _Link) -> tuple[str, ...]:
    """The positions that argue about a library folder's law: its own, else those of the folders before it."""
    for level in range(rank, -1, -1):
        found = tuple(name for name, (_, own) in state.positions.items() if own == level)
        if found:
            return found
    return ()


def _provision(reference: str, home: str, document: Document, loc: Loc, state: _Link) -> tuple[str, str]:
    """(instrument, provision) of a reference, complained about where there is none."""
    instrument, inner = split_reference(reference, home)
    span = document.span(loc)
    if instrument not in state.instruments:
        help_ = did_you_mean(instrument, state.instruments, f"add 'policies/{instrument}.yaml'")
        state.complain(document, "unknown-instrument", f"no instrument is called '{instrument}'", span, help_)
    elif inner not in state.instruments[instrument][0].provisions:
        known = state.instruments[instrument][0].provisions
        help_ = did_you_mean(inner, known, "its provisions are " + ", ".join(known))
        state.complain(document, "unknown-provision", f"'{instrument}' has no provision '{inner}'", span, help_)
    else:
        return instrument, inner
    return "", ""


def _scope(home: str, document: Document, rank: int, role: str | None, state: _Link) -> Scope:
    def use(name: str, wanted: str | None, loc: Loc) -> UseTerm | None:
        return _use_term(home, document, rank, name, wanted, loc, state)

    return Scope(state.names, document, use, role, state.problems)


def _use_term(
    home: str, document: Document, rank: int, name: str, role: str | None, loc: Loc, state: _Link
) -> UseTerm | None:
    ruleset = state.rulesets[home][0] if home in state.rulesets else None
    term = ruleset.terms.get(name) if ruleset else None
    if ruleset is None or term is None:
        known = ruleset.terms if ruleset else ()
        help_ = did_you_mean(name, known, "terms are local to their instrument; declare it under 'terms:'")
        state.complain(
            document, "unknown-term", f"'{home}' has no term '{name}'", document.span(loc), help_
        )
        return None
    if term.of == "party" and role is None:
        state.complain(
            document,
            "term-wants-role",
            f"'{name}' is about a party",
            document.span(loc),
            f"write 'ROLE: {name}', such as '{next(iter(state.roles), 'recipient')}: {name}'",
        )
        return None
    if term.of is None and role is not None and _is_role_value(document, loc):
        state.complain(
            document,
            "term-not-of-party",
            f"'{name}' is not about a party",
            document.span(loc),
            "write the term alone, or give it 'of: party'",
        )
        return None
    key = f"{home}#{name}" + (f"@{role}" if term.of == "party" else "")
    if key in state.open_terms:
        chain = [*state.open_terms[state.open_terms.index(key) :], key]
        state.complain(
            document,
            "circular-term",
            f"'{name}' is defined by itself",
            document.span(loc),
            " → ".join(step.rpartition("#")[2] for step in chain),
        )
        return None
    if key not in state.terms:
        state.open_terms.append(key)
        state.terms[key] = _link_term(home, document, rank, name, term, role, key, state)
        state.open_terms.pop()
    return UseTerm(key)


def _is_role_value(document: Document, loc: Loc) -> bool:
    """Whether the word at a place is written as `role: term`."""
    return loc in document.keys


def _link_term(
    home: str, document: Document, rank: int, name: str, term: Term, role: str | None, key: str, state: _Link
) -> TermUse:
    of = role if term.of == "party" else None
    scope = _scope(home, document, rank, of, state)
    loc: Loc = ("terms", name)
    readings: tuple[LinkedReading, ...]
    if term.judgment:
        readings = (LinkedReading(PLAIN, Judged(key), None),)
    elif term.means is not None:
        readings = (LinkedReading(PLAIN, resolve(term.means, scope, (*loc, "means")), None),)
    else:
        readings = tuple(
            LinkedReading(reading, resolve(item.means, scope, (*loc, "readings", reading, "means")), item)
            for reading, item in term.readings.items()
        )
    return TermUse(key, home, name, of, term, readings, document.key_span(loc))


def _link_ruleset(ruleset: RuleSet, document: Document, rank: int, state: _Link) -> Iterable[LinkedRule]:
    home = ruleset.encodes
    for name, term in ruleset.terms.items():
        _check_term(home, document, rank, name, term, state)
        roles = list(state.roles)[:1] if term.of == "party" else [None]
        used = any(use.startswith(f"{home}#{name}@") for use in state.terms)
        for role in [] if used else roles:
            if term.of == "party":
                probe = _link_term(home, document, rank, name, term, role, f"{home}#{name}@{role}", state)
                del probe
            else:
                _use_term(home, document, rank, name, None, ("terms", name), state)
    for i, rule in enumerate(ruleset.rules):
        linked = _link_rule(ruleset, rule, document, rank, ("rules", i), state)
        if linked is not None:
            yield linked


def _check_term(home: str, document: Document, rank: int, name: str, term: Term, state: _Link) -> None:
    loc: Loc = ("terms", name)
    _provision(term.provision, home, document, (*loc, "provision"), state)
    for i, fact in enumerate(term.settled_by):
        if fact not in state.facts:
            span = document.span((*loc, "settled-by", i))
            help_ = did_you_mean(fact, state.facts, "facts are declared in a vocabulary file")
            state.complain(document, "unknown-fact", f"no fact is called '{fact}'", span, help_)
    if not term.readings:
        return
    if term.default is not None and term.default not in term.readings:
        help_ = did_you_mean(term.default, term.readings, "its readings are " + ", ".join(term.readings))
        span = document.span((*loc, "default"))
        state.complain(document, "unknown-reading", f"'{name}' has no reading '{term.default}'", span, help_)
    holders: dict[str, str] = {}
    known = _positions_at(rank, state)
    for reading, item in term.readings.items():
        for i, position in enumerate(item.held_by):
            span = document.span((*loc, "readings", reading, "held-by", i))
            if position not in known:
                help_ = did_you_mean(position, known, "positions are declared in a vocabulary file")
                state.complain(document, "unknown-position", f"no position is called '{position}'", span, help_)
            elif position in holders:
                state.complain(
                    document,
                    "reading-held-twice",
                    f"'{position}' already holds the reading '{holders[position]}' of '{name}'",
                    span,
                    "a position holds one reading of a term",
                )
            holders[position] = reading
    idle = [position for position in known if position not in holders]
    if idle and term.default is None:
        state.complain(
            document,
            "reading-not-held",
            f"no reading of '{name}' is held by {', '.join(idle)}",
            document.key_span(loc),
            "add it to a reading's 'held-by:', or name a 'default:' reading",
        )


def _link_rule(
    ruleset: RuleSet, rule: Rule, document: Document, rank: int, loc: Loc, state: _Link
) -> LinkedRule | None:
    home = ruleset.encodes
    before = len(state.problems)
    instrument, provision = _provision(rule.provision, home, document, (*loc, "provision"), state)
    ((role, bearer),) = rule.binds.items()
    if role not in state.roles:
        state.complain(
            document,
            "unknown-role",
            f"no role is called '{role}'",
            document.key_span((*loc, "binds", role)),
            did_you_mean(role, state.roles, "roles are declared in a vocabulary file"),
        )
    scope = _scope(home, document, rank, None, state)
    bound: Logic = ALWAYS
    if bearer != ANYONE and role in state.roles:
        bound = _use_term(home, document, rank, bearer, role, (*loc, "binds", role), state) or ALWAYS
    core_key = {"prohibition": "forbids", "obligation": "must", "permission": "permits"}[rule.modality]
    written = rule.forbids or rule.must or rule.permits
    assert written is not None
    scoped = resolve(rule.applies, scope, (*loc, "applies"))
    core = resolve(written, scope, (*loc, core_key))
    exceptions = tuple(
        linked
        for i, _ in enumerate(rule.unless)
        if (linked := _link_exception(home, rule, i, document, scope, (*loc, "unless", i), state)) is not None
    )
    flags = tuple(
        LinkedFlag(flag, None if flag.when is None else resolve(flag.when, scope, (*loc, "flags", i, "when")))
        for i, flag in enumerate(rule.flags)
    )
    for i, flag in enumerate(rule.flags):
        if flag.provision is not None:
            _provision(flag.provision, home, document, (*loc, "flags", i, "provision"), state)
    if len(state.problems) > before:
        return None
    return LinkedRule(
        rule.rule,
        instrument,
        provision,
        rule,
        rule.modality,
        role,
        bound,
        scoped,
        core,
        exceptions,
        flags,
        rule.in_force or _interval(instrument, provision, state),
        ruleset.review.status == "draft",
        document.span((*loc, "rule")),
    )


def _interval(instrument: str, provision: str, state: _Link) -> tuple[InForce, ...]:
    found = state.instruments[instrument][0]
    return found.provisions[provision].in_force or found.in_force


def _link_exception(
    home: str, rule: Rule, i: int, document: Document, scope: Scope, loc: Loc, state: _Link
) -> LinkedException | None:
    written = rule.unless[i]
    instrument, provision = _provision(written.provision, home, document, (*loc, "provision"), state)
    if not instrument:
        return None
    if any(other.exception == written.exception for other in rule.unless[:i]):
        span = document.span((*loc, "exception"))
        state.complain(
            document, "defined-twice", f"'{written.exception}' is declared twice in this rule", span, "rename one"
        )
    found = state.instruments[instrument][0].provisions[provision]
    if written.when is not None:
        logic = resolve(written.when, scope, (*loc, "when"))
    elif found.not_encoded is not None:
        logic = NotEncoded(instrument, provision)
    else:
        state.complain(
            document,
            "exception-without-condition",
            f"the exception '{written.exception}' does not say when it applies",
            document.span((*loc, "exception")),
            "add 'when:', or mark its provision 'not-encoded:' with the reason",
        )
        return None
    title = written.title or written.exception.replace("-", " ")
    return LinkedException(
        written.exception,
        title,
        instrument,
        provision,
        logic,
        written.burden == "actor",
        _interval(instrument, provision, state),
    )


def _related(file: SourceFile, state: _Link) -> Iterable[tuple[str, str, Logic]]:
    home = file.model.instrument
    rank = state.instruments[home][2]
    for name, provision in file.model.provisions.items():
        if provision.bears_on is not None:
            scope = _scope(home, file.document, rank, None, state)
            yield home, name, resolve(provision.bears_on, scope, ("provisions", name, "bears-on"))


def _check_references(files: list[tuple[int, SourceFile]], state: _Link) -> None:
    """References that carry no meaning for the engine, but must lead somewhere."""
    seen: dict[str, Span] = {}
    for _, file in files:
        document = file.document
        if file.kind == "encodes":
            for i, rule in enumerate(file.model.rules):
                span = document.span(("rules", i, "rule"))
                if rule.rule in seen:
                    where = f"its first is in {seen[rule.rule].file}, line {seen[rule.rule].line}"
                    state.complain(document, "defined-twice", f"two rules are called '{rule.rule}'", span, where)
                seen.setdefault(rule.rule, span)
        if file.kind != "instrument":
            continue
        for i, execution in enumerate(file.model.executed):
            if execution.with_ not in state.actors:
                span = document.span(("executed", i, "with"))
                help_ = did_you_mean(execution.with_, state.actors, "actors are declared in an actors file")
                state.complain(document, "unknown-actor", f"no actor is called '{execution.with_}'", span, help_)
        _check_continuations(file, state)


def _check_continuations(file: SourceFile, state: _Link) -> None:
    home, document = file.model.instrument, file.document
    for i, interval in enumerate(file.model.in_force):
        if interval.by is not None:
            loc: Loc = ("in-force", i, "by")
            _provision(interval.by, home, document, loc if loc in document.values else ("in-force", "by"), state)
    for name, provision in file.model.provisions.items():
        for i, target in enumerate(provision.continues):
            if target not in state.instruments:
                span = document.span(("provisions", name, "continues", i))
                help_ = did_you_mean(target, state.instruments, f"add 'policies/{target}.yaml'")
                state.complain(document, "unknown-instrument", f"no instrument is called '{target}'", span, help_)


def _link_priorities(rules: list[LinkedRule], state: _Link) -> tuple[Priority, ...]:
    known = {rule.id for rule in rules}
    found: list[Priority] = []
    for ruleset, document, _ in state.rulesets.values():
        for i, priority in enumerate(ruleset.priorities):
            loc: Loc = ("priorities", i)
            good = bool(_provision(priority.provision, ruleset.encodes, document, (*loc, "provision"), state)[0])
            for key in ("prevails", "over"):
                name = getattr(priority, key)
                if name not in known:
                    span = document.span((*loc, key))
                    help_ = did_you_mean(name, known, "rules are named by their 'rule:'")
                    state.complain(document, "unknown-rule", f"no rule is called '{name}'", span, help_)
                    good = False
            if good:
                found.append(priority)
    return tuple(found)
