"""The words that law is written in: facts, roles, attributes, positions and actors, each declared once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.model.measure import Measure
from compliance.model.rule import ANYONE
from compliance.model.span import Span
from compliance.model.vocabulary import Actor, Constraint, Fact, Harm, Position, Role
from compliance.source.complaints import Complaints
from compliance.source.conditions import PARTY, Names, typed
from compliance.source.files import SourceFile
from compliance.source.nearest import did_you_mean
from compliance.source.yaml_text import Document, Loc

RESERVED = frozenset({"all", "any", "not", PARTY, ANYONE, "everyone", "unknown"})
"""Words that mean something where names stand, so that nothing can be called so."""

MAX_FACTS = 200_000
"""The most facts that roles and attributes may add up to."""


@dataclass
class Words:
    """The vocabulary of a library, and the actors it knows."""

    facts: dict[str, Fact] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    attributes: dict[str, Fact] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    positions: dict[str, tuple[Position, int]] = field(default_factory=dict)
    """Each with the rank of the folder that declares it."""
    constraints: dict[str, Constraint] = field(default_factory=dict)
    harms: dict[str, Harm] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    places: dict[str, tuple[Document, Span]] = field(default_factory=dict)
    """SECTION:NAME to where it is declared."""

    @property
    def names(self) -> Names:
        """What conditions may refer to."""
        return Names(self.facts, frozenset(self.roles), self.attributes)

    def positions_at(self, rank: int) -> tuple[str, ...]:
        """The positions that argue about the law of a folder: its own, else those of one before it."""
        for level in range(rank, -1, -1):
            found = tuple(name for name, (_, own) in self.positions.items() if own == level)
            if found:
                return found
        return ()


def collect_words(files: Iterable[tuple[int, SourceFile]], complaints: Complaints) -> Words:
    """The words of all vocabulary and actor files (with their ranks); clashes are complained about."""
    words = Words()
    shelved = list(files)
    for rank, file in shelved:
        _collect(file, rank, words, complaints)
    _spread_attributes(words, complaints)
    for _, file in shelved:
        if file.kind == "actors":
            _check_actors(file, words, complaints)
    return words


def _collect(file: SourceFile, rank: int, words: Words, complaints: Complaints) -> None:
    shelves: list[tuple[str, Mapping[str, Any], dict[str, Any]]] = []
    if file.kind == "vocabulary":
        positions = {name: (position, rank) for name, position in file.model.positions.items()}
        shelves = [
            ("roles", file.model.roles, words.roles),
            ("attributes", file.model.attributes, words.attributes),
            ("facts", file.model.facts, words.facts),
            ("positions", positions, words.positions),
            ("constraints", file.model.constraints, words.constraints),
            ("harms", file.model.harms, words.harms),
            ("measures", file.model.measures, words.measures),
        ]
    elif file.kind == "actors":
        shelves = [("members", file.model.members, words.actors)]
    document = file.document
    for section, items, shelf in shelves:
        for name, item in items.items():
            span = document.key_span((section, name))
            if name in RESERVED or name.startswith(f"{PARTY}."):
                complaints.add(
                    document, "reserved-name", f"nothing can be called '{name}'", span, "choose another name"
                )
            elif name in shelf:
                first = words.places[f"{section}:{name}"][1]
                help_ = f"its first is in {first.file}, line {first.line}; rename one, or take it out"
                complaints.add(document, "defined-twice", f"'{name}' is declared twice", span, help_)
            else:
                shelf[name] = item
                words.places[f"{section}:{name}"] = (document, span)


def _spread_attributes(words: Words, complaints: Complaints) -> None:
    """Each attribute of a party becomes a fact of every role."""
    for name in words.roles:
        if name in words.facts:
            document, span = words.places[f"facts:{name}"]
            message = f"'{name}' is a role and cannot be a fact"
            complaints.add(document, "defined-twice", message, span, "rename one of the two")
    if len(words.roles) * len(words.attributes) > MAX_FACTS:
        document, span = words.places[f"attributes:{next(iter(words.attributes))}"]
        message = f"{len(words.roles):,} roles with {len(words.attributes):,} attributes each are too many"
        complaints.add(document, "too-many-facts", message, span, "declare fewer of them")
        return
    spread: dict[str, str] = {}
    for role, item in words.roles.items():
        for attribute, fact in words.attributes.items():
            name = f"{role}.{attribute}"
            if name in words.facts:
                section = f"attributes:{attribute}" if name in spread else f"facts:{name}"
                document, span = words.places[section]
                other = spread.get(name, role)
                message = f"'{name}' is already an attribute of the role '{other}'"
                complaints.add(document, "defined-twice", message, span, "rename one of the two")
                continue
            spread[name] = role
            words.facts[name] = fact.model_copy(update={"ask": fact.ask.replace("{party}", item.title)})


def _check_actors(file: SourceFile, words: Words, complaints: Complaints) -> None:
    for name, actor in file.model.members.items():
        for attribute, value in actor.attributes.items():
            loc: Loc = ("members", name, "is", attribute)
            fact = words.attributes.get(attribute)
            if fact is None:
                message = f"no attribute is called '{attribute}'"
                help_ = did_you_mean(
                    attribute, words.attributes, "attributes are declared in a vocabulary file"
                )
                complaints.add(
                    file.document, "unknown-attribute", message, file.document.key_span(loc), help_
                )
            else:
                _check_value(file.document, attribute, fact, value, loc, complaints)


def _check_value(
    document: Document, name: str, fact: Fact, value: Any, loc: Loc, complaints: Complaints
) -> None:
    many = isinstance(value, tuple)
    if many and fact.type != "set":
        complaints.add(
            document, "wrong-value", f"'{name}' has one value", document.span(loc), "take the list out"
        )
        return
    if not many and value == "unknown":
        return
    for i, item in enumerate(value if many else (value,)):
        _, problem, help_ = typed(fact, item)
        if problem:
            span = document.span((*loc, i) if many else loc)
            complaints.add(document, "wrong-value", f"'{name}' {problem}", span, help_)
