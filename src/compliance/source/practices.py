"""Practice files to cases: parties, facts, judgments and claims resolved against a library."""

import os
from collections.abc import Iterable, Mapping, Sequence
from glob import glob
from pathlib import Path
from typing import Any

from compliance.model.case import Assertion, Case, Judged, Known, Members
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.model.logic import Value
from compliance.model.practice import PartyDescription, Practice, StatedFact
from compliance.model.span import Span
from compliance.model.vocabulary import UNKNOWN, Fact
from compliance.source.complaints import Complaints
from compliance.source.conditions import typed
from compliance.source.files import SUFFIXES, SourceFile, display_name, yaml_files
from compliance.source.forms import Read, read_practices
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.yaml_text import Document, Loc

OTHER_FORMS = (".csv", ".json", ".feature")
"""Suffixes of files that hold practices in another form; a folder is searched for YAML files alone."""
LOG_SUFFIXES = tuple(f".log{suffix}" for suffix in SUFFIXES)
"""Suffixes of log formats, which may lie among practices."""

EMPTY = ("none", "nothing", "empty")
"""Words that somebody may try for a set with nothing in it."""


def find_practices(paths: Sequence[Path]) -> tuple[list[Path], tuple[Diagnostic, ...]]:
    """The practice files that paths name: files as they are, folders with everything below them, globs."""
    found: dict[str, Path] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        files: list[Path] = []
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder may not be read
            every, closed = yaml_files(path)
            files = [file for file in every if not file.name.lower().endswith(LOG_SUFFIXES)]
            problems.extend(closed)
            if not files and not closed:
                problems.append(_nothing(path, "there is no YAML file in this folder"))
        elif os.path.isfile(path):  # noqa: PTH113 - and so does Path.is_file
            files = [path]
        elif any(sign in str(path) for sign in "*?["):
            matches = glob(str(path), recursive=True)  # noqa: PTH207 - Path.glob raises on some patterns
            files = sorted(
                Path(match) for match in matches if match.lower().endswith((*SUFFIXES, *OTHER_FORMS))
            )
            if not files:
                problems.append(_nothing(path, "no practice file matches this pattern"))
        else:
            problems.append(_nothing(path, "there is no such file or folder"))
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values()), tuple(problems)


def _nothing(path: Path, message: str) -> Diagnostic:
    name = display_name(path)
    return Diagnostic("no-practice", f"{message}: {short(name)}", Span(name), "check the path")


def read_cases(paths: Iterable[Path], library: Library) -> tuple[list[Case], tuple[Diagnostic, ...]]:
    """Every practice in some files as a case, and everything that is wrong with them."""
    found = Read()
    for path in paths:
        found.add(read_practices(path, library))
    cases, problems = cases_of(found.files, library)
    return cases, tuple(sorted((*found.problems, *problems), key=lambda problem: problem.sort_key))


def cases_of(files: Iterable[SourceFile], library: Library) -> tuple[list[Case], tuple[Diagnostic, ...]]:
    """Practices that were read as cases; no two have the same name.

    One with a mistake in it is no case: its finding would rest on less than its author meant to say.
    """
    cases: list[Case] = []
    problems: list[Diagnostic] = []
    names: dict[str, str] = {}
    for file in files:
        case, found = link_practice(file, library)
        problems.extend(found)
        sound = not found
        if case.id in names:
            span = file.document.span(("practice",))
            message = f"two practices are called '{short(case.id)}'"
            help_ = f"the other is in {names[case.id]}; rename one"
            problems.append(file.document.complain("defined-twice", message, span, help_))
            sound = False
        names.setdefault(case.id, file.name)
        if sound:
            cases.append(case)
    return cases, tuple(problems)


class Linker:
    """The names and values in one file, looked up in a library; `complaints` has what was found wrong."""

    def __init__(self, document: Document, library: Library) -> None:
        self.document = document
        self.library = library
        self.complaints = Complaints()

    def complain(self, code: str, message: str, loc: Loc, help_: str, *, key: bool = False) -> None:
        """Complain about the value at a place, or about its key."""
        span = self.document.key_span(loc) if key else self.document.span(loc)
        self.complaints.add(self.document, code, message, span, help_)

    def source(self, name: str, known: Mapping[str, str], loc: Loc) -> None:
        if name not in known:
            help_ = did_you_mean(name, known, "list it under 'evidence:'")
            self.complain("unknown-evidence", f"no evidence is called '{short(name)}'", loc, help_)

    def fact(self, name: str, loc: Loc) -> Fact | None:
        """The fact that a key names; None after a complaint."""
        fact = self.library.facts.get(name)
        if fact is None:
            help_ = did_you_mean(name, self.library.facts, "facts are declared in a vocabulary file")
            self.complain("unknown-fact", f"no fact is called '{short(name)}'", loc, help_, key=True)
        return fact

    def role(self, name: str, loc: Loc) -> bool:
        """Whether a key names a role; False after a complaint."""
        known = name in self.library.roles
        if not known:
            help_ = did_you_mean(name, self.library.roles, "the roles are " + listed(self.library.roles))
            self.complain("unknown-role", f"no role is called '{short(name)}'", loc, help_, key=True)
        return known

    def one(self, name: str, fact: Fact, value: Any, loc: Loc) -> Value | None:
        good, problem, help_ = typed(fact, value)
        if problem:
            self.complain("wrong-value", f"'{name}' {problem}", loc, help_)
            return None
        return good

    def value(self, name: str, fact: Fact, value: Any, loc: Loc) -> Value | Members | None:
        """A whole value: one, or for a set all members (a single word is a set of one)."""
        if value == UNKNOWN:
            return None
        if fact.type == "set" and value in EMPTY and value not in fact.values:
            message = f"'{name}' has no value '{value}'"
            self.complain("wrong-value", message, loc, "a set with nothing in it is written []")
            return None
        if fact.type == "set":
            items = value if isinstance(value, tuple) else (value,)
            has = frozenset(
                str(self.one(name, fact, item, (*loc, i) if isinstance(value, tuple) else loc))
                for i, item in enumerate(items)
            )
            return Members(has, frozenset(fact.values) - has)
        if isinstance(value, tuple):
            self.complain("wrong-value", f"'{name}' has one value, not a list", loc, "take the list out")
            return None
        return self.one(name, fact, value, loc)

    def stated(self, name: str, fact: Fact, stated: StatedFact, loc: Loc) -> Value | Members | None:
        if stated.is_ is not None:
            inner = (*loc, "is")
            return self.value(name, fact, stated.is_, inner if inner in self.document.values else loc)
        if fact.type != "set":
            message = f"'{name}' is a {fact.type} fact; only a set is known in part"
            self.complain("wrong-value", message, loc, "write 'is: VALUE'", key=True)
            return None
        both = frozenset(stated.includes) & frozenset(stated.excludes)
        if both:
            message = f"'{name}' both includes and excludes {listed(sorted(both))}"
            self.complain("wrong-value", message, loc, "take it out of one of the two", key=True)
        for key, items in (("includes", stated.includes), ("excludes", stated.excludes)):
            for i, item in enumerate(items):
                self.one(name, fact, item, (*loc, key, i))
        return Members(frozenset(stated.includes), frozenset(stated.excludes))


def link_practice(file: SourceFile, library: Library) -> tuple[Case, tuple[Diagnostic, ...]]:
    """A practice as a case; names that lead nowhere and values of the wrong type are complained about."""
    practice: Practice = file.model
    linker = Linker(file.document, library)
    titles = {name: evidence.title for name, evidence in practice.evidence.items()}
    facts: dict[str, Known] = {}
    parties: dict[str, str] = {}
    actors: dict[str, str] = {}
    for role, party in practice.parties.items():
        facts.update(_party(role, party, linker, parties, actors))
    for name, stated in practice.facts.items():
        fact = linker.fact(name, ("facts", name))
        for i, source in enumerate(stated.source):
            linker.source(source, titles, ("facts", name, "source", i))
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
        practice.notes,
    )
    return case, linker.complaints.result()


def _party(
    role: str, party: str | PartyDescription, linker: Linker, parties: dict[str, str], actors: dict[str, str]
) -> Mapping[str, Known]:
    """The facts that a party brings along, as facts of its role."""
    library = linker.library
    loc: Loc = ("parties", role)
    if not linker.role(role, loc):
        return {}
    if isinstance(party, str):
        actor = library.actors.get(party)
        if actor is None:
            help_ = did_you_mean(party, library.actors, _describe(role, library))
            linker.complain("unknown-actor", f"no actor is called '{short(party)}'", loc, help_)
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
            help_ = did_you_mean(
                attribute, library.attributes, "attributes are declared in a vocabulary file"
            )
            message = f"no attribute is called '{short(attribute)}'"
            linker.complain("unknown-attribute", message, inner, help_, key=True)
            continue
        name = f"{role}.{attribute}"
        facts[name] = Known(linker.value(name, fact, value, inner), "established", (where,))
    return facts


def _describe(role: str, library: Library) -> str:
    """What to do where a party is none of the actors."""
    known = (
        f"the actors are {listed(library.actors)}; 'compliance explain actors' tells who they are; "
        if library.actors
        else ""
    )
    here = f"describe it here: {{title: …, is: {{…}}}}, or in a scenario with the step 'the {role} is this body:'"
    return f"{known}for another body, {here}"


def _judgments(practice: Practice, linker: Linker) -> Mapping[str, Judged]:
    found: dict[str, Judged] = {}
    for i, judgment in enumerate(practice.judgments):
        key, loc = judgment.term + (f"@{judgment.of}" if judgment.of else ""), ("judgments", i, "term")
        use = linker.library.terms.get(key)
        if use is not None and not use.term.judgment:
            help_ = "its condition decides it; take the judgment out"
            linker.complain("unknown-term", f"'{short(key)}' is not left to judgment", loc, help_)
        elif use is None:
            known = [key for key, use in linker.library.terms.items() if use.term.judgment]
            help_ = did_you_mean(key, known, "a judgment names INSTRUMENT#TERM, and the role under 'of:'")
            linker.complain("unknown-term", f"no term left to judgment is called '{short(key)}'", loc, help_)
        if key in found:
            linker.complain(
                "defined-twice", f"'{short(key)}' is judged twice", loc, "keep one of the two judgments"
            )
        found[key] = Judged(judgment.holds, judgment.by, judgment.why)
    return found


def _claims(practice: Practice, linker: Linker, titles: Mapping[str, str]) -> Iterable[Assertion]:
    for i, claim in enumerate(practice.claims):
        if claim.source is not None:
            linker.source(claim.source, titles, ("claims", i, "source"))
        facts: dict[str, Value | Members] = {}
        for name, value in claim.says.items():
            loc: Loc = ("claims", i, "says", name)
            fact = linker.fact(name, loc)
            if fact is not None:
                read = linker.value(name, fact, value, loc)
                if read is not None:
                    facts[name] = read
        yield Assertion(claim.by, claim.gist, facts)
