"""Practice files to cases: parties, facts, judgments and claims resolved against a library."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from compliance.model.case import Assertion, Case, Judged, Known, Members
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.model.logic import Value
from compliance.model.practice import PartyDescription, Practice, StatedFact
from compliance.model.span import Span
from compliance.model.vocabulary import UNKNOWN, Fact
from compliance.source.conditions import typed
from compliance.source.files import SUFFIXES, SourceFile, display_name, read_file, yaml_files
from compliance.source.nearest import did_you_mean
from compliance.source.yaml_text import Document, Loc


def find_practices(paths: Sequence[Path]) -> tuple[list[Path], tuple[Diagnostic, ...]]:
    """The practice files that paths name: files as they are, folders with everything below them, globs."""
    found: dict[Path, None] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        if path.is_dir():
            files = yaml_files(path)
            if not files:
                problems.append(_nothing(path, "there is no YAML file in this folder"))
            found.update(dict.fromkeys(files))
        elif path.is_file():
            found[path] = None
        elif any(sign in str(path) for sign in "*?["):
            pattern = str(path)
            anchor, relative = (Path(path.anchor), pattern[len(path.anchor) :]) if path.anchor else (Path(), pattern)
            files = sorted(p for p in anchor.glob(relative) if p.suffix in SUFFIXES and p.is_file())
            if not files:
                problems.append(_nothing(path, "no YAML file matches this pattern"))
            found.update(dict.fromkeys(files))
        else:
            problems.append(_nothing(path, "there is no such file or folder"))
    return list(found), tuple(problems)


def _nothing(path: Path, message: str) -> Diagnostic:
    name = display_name(path)
    return Diagnostic("no-practice", f"{message}: {name}", Span(name), "check the path")


def read_cases(paths: Iterable[Path], library: Library) -> tuple[list[Case], tuple[Diagnostic, ...]]:
    """Each file as a case, or everything that is wrong with it."""
    cases: list[Case] = []
    problems: list[Diagnostic] = []
    names: dict[str, str] = {}
    for path in paths:
        file, found = read_file(path, ("practice",))
        problems.extend(found)
        if file is None:
            continue
        case, found = link_practice(file, library)
        problems.extend(found)
        if case.id in names:
            span = file.document.span(("practice",))
            message = f"two practices are called '{case.id}'"
            problems.append(
                file.document.complain("defined-twice", message, span, f"the other is in {names[case.id]}; rename one")
            )
        names.setdefault(case.id, file.name)
        cases.append(case)
    return cases, tuple(problems)


class _Linker:
    def __init__(self, document: Document, library: Library) -> None:
        self.document = document
        self.library = library
        self.problems: list[Diagnostic] = []

    def complain(self, code: str, message: str, span: Span, help_: str) -> None:
        self.problems.append(self.document.complain(code, message, span, help_))

    def fact(self, name: str, loc: Loc) -> Fact | None:
        fact = self.library.facts.get(name)
        if fact is None:
            help_ = did_you_mean(name, self.library.facts, "facts are declared in a vocabulary file")
            self.complain("unknown-fact", f"no fact is called '{name}'", self.document.key_span(loc), help_)
        return fact

    def one(self, name: str, fact: Fact, value: Any, loc: Loc) -> Value | None:
        good, problem, help_ = typed(fact, value)
        if problem:
            self.complain("wrong-value", f"'{name}' {problem}", self.document.span(loc), help_)
            return None
        return good

    def value(self, name: str, fact: Fact, value: Any, loc: Loc) -> Value | Members | None:
        """A whole value: one, or for a set all members (a single word is a set of one)."""
        if value == UNKNOWN:
            return None
        if fact.type == "set":
            items = value if isinstance(value, tuple) else (value,)
            has = frozenset(
                str(self.one(name, fact, item, (*loc, i) if isinstance(value, tuple) else loc))
                for i, item in enumerate(items)
            )
            return Members(has, frozenset(fact.values) - has)
        if isinstance(value, tuple):
            span = self.document.span(loc)
            self.complain("wrong-value", f"'{name}' has one value, not a list", span, "take the list out")
            return None
        return self.one(name, fact, value, loc)

    def stated(self, name: str, fact: Fact, stated: StatedFact, loc: Loc) -> Value | Members | None:
        if stated.is_ is not None:
            inner = (*loc, "is")
            return self.value(name, fact, stated.is_, inner if inner in self.document.values else loc)
        if fact.type != "set":
            message = f"'{name}' is a {fact.type} fact; only a set is known in part"
            self.complain("wrong-value", message, self.document.span(loc), "write 'is: VALUE'")
            return None
        both = frozenset(stated.includes) & frozenset(stated.excludes)
        if both:
            message = f"'{name}' both includes and excludes {', '.join(sorted(both))}"
            self.complain("wrong-value", message, self.document.span(loc), "take it out of one of the two")
        for key, items in (("includes", stated.includes), ("excludes", stated.excludes)):
            for i, item in enumerate(items):
                self.one(name, fact, item, (*loc, key, i))
        return Members(frozenset(stated.includes), frozenset(stated.excludes))


def link_practice(file: SourceFile, library: Library) -> tuple[Case, tuple[Diagnostic, ...]]:
    """A practice as a case; names that lead nowhere and values of the wrong type are complained about."""
    practice: Practice = file.model
    linker = _Linker(file.document, library)
    titles = {name: evidence.title for name, evidence in practice.evidence.items()}
    facts: dict[str, Known] = {}
    parties: dict[str, str] = {}
    actors: dict[str, str] = {}
    for role, party in practice.parties.items():
        facts.update(_party(role, party, linker, parties, actors))
    for name, stated in practice.facts.items():
        fact = linker.fact(name, ("facts", name))
        for i, source in enumerate(stated.source):
            if source not in titles:
                loc: Loc = ("facts", name, "source")
                span = file.document.span((*loc, i) if (*loc, i) in file.document.values else loc)
                help_ = did_you_mean(source, titles, "list it under 'evidence:'")
                linker.complain("unknown-evidence", f"no evidence is called '{source}'", span, help_)
        if fact is not None:
            value = linker.stated(name, fact, stated, ("facts", name))
            evidence = tuple(titles.get(source, source) for source in stated.source)
            facts[name] = Known(value, stated.standing, evidence, stated.note)
    since, until = practice.span
    case = Case(
        practice.practice,
        practice.title,
        file.name,
        since,
        until,
        facts,
        _judgments(practice, linker),
        parties,
        actors,
        tuple(_claims(practice, linker, titles)),
        file.document.digest,
    )
    return case, tuple(linker.problems)


def _party(
    role: str, party: str | PartyDescription, linker: _Linker, parties: dict[str, str], actors: dict[str, str]
) -> Mapping[str, Known]:
    """The facts that a party brings along, as facts of its role."""
    library = linker.library
    loc: Loc = ("parties", role)
    if role not in library.roles:
        help_ = did_you_mean(role, library.roles, "the roles are " + ", ".join(library.roles))
        linker.complain("unknown-role", f"no role is called '{role}'", linker.document.key_span(loc), help_)
        return {}
    if isinstance(party, str):
        actor = library.actors.get(party)
        if actor is None:
            help_ = did_you_mean(party, library.actors, "describe it here: {title: …, is: {…}}")
            linker.complain("unknown-actor", f"no actor is called '{party}'", linker.document.span(loc), help_)
            return {}
        title, attributes, where = actor.title, actor.attributes, f"the record of {actor.title}"
    else:
        title, attributes, where = party.title, party.attributes, "the description of the party"
    parties[role], actors[role] = title, party if isinstance(party, str) else title
    facts: dict[str, Known] = {}
    for attribute, value in attributes.items():
        fact = library.attributes.get(attribute)
        inner: Loc = (*loc, "is", attribute)
        if fact is None:
            help_ = did_you_mean(attribute, library.attributes, "attributes are declared in a vocabulary file")
            span = linker.document.key_span(inner)
            linker.complain("unknown-attribute", f"no attribute is called '{attribute}'", span, help_)
            continue
        name = f"{role}.{attribute}"
        facts[name] = Known(linker.value(name, fact, value, inner), "established", (where,))
    return facts


def _judgments(practice: Practice, linker: _Linker) -> Mapping[str, Judged]:
    found: dict[str, Judged] = {}
    for i, judgment in enumerate(practice.judgments):
        key = judgment.term + (f"@{judgment.of}" if judgment.of else "")
        use = linker.library.terms.get(key)
        if use is None or not use.term.judgment:
            known = [key for key, use in linker.library.terms.items() if use.term.judgment]
            help_ = did_you_mean(key, known, "a judgment names INSTRUMENT#TERM, and the role under 'of:'")
            span = linker.document.span(("judgments", i, "term"))
            linker.complain("unknown-term", f"no term left to judgment is called '{key}'", span, help_)
        found[key] = Judged(judgment.holds, judgment.by, judgment.why)
    return found


def _claims(practice: Practice, linker: _Linker, titles: Mapping[str, str]) -> Iterable[Assertion]:
    for i, claim in enumerate(practice.claims):
        if claim.source is not None and claim.source not in titles:
            span = linker.document.span(("claims", i, "source"))
            help_ = did_you_mean(claim.source, titles, "list it under 'evidence:'")
            linker.complain("unknown-evidence", f"no evidence is called '{claim.source}'", span, help_)
        facts: dict[str, Value | Members] = {}
        for name, value in claim.says.items():
            loc: Loc = ("claims", i, "says", name)
            fact = linker.fact(name, loc)
            if fact is not None:
                read = linker.value(name, fact, value, loc)
                if read is not None:
                    facts[name] = read
        yield Assertion(claim.by, claim.gist, facts)
