"""A practice with every name resolved: what the engines decide about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from compliance.model.logic import Value
from compliance.model.practice import COUNTS, Standing


@dataclass(frozen=True, slots=True)
class Members:
    """What is known about a set: members it has, members it lacks; the rest is unknown."""

    has: frozenset[str]
    lacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """A fact as a practice has it; `value` None says that it is on record as unknown."""

    value: Value | Members | None
    standing: Standing = "established"
    evidence: tuple[str, ...] = ()
    """Titles of what it rests on."""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision on a term left to judgment."""

    holds: bool
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim: who said what, with the facts it asserts."""

    by: str
    gist: str
    facts: Mapping[str, Value | Members]


@dataclass(frozen=True, slots=True)
class Given:
    """Facts and judgments alone: all that a condition asks of a case."""

    facts: Mapping[str, Known]
    judgments: Mapping[str, Judged]


@dataclass(frozen=True)
class Case:
    """One practice, ready to be checked."""

    id: str
    title: str
    file: str
    since: date
    until: date | None
    facts: Mapping[str, Known]
    judgments: Mapping[str, Judged] = field(default_factory=dict)
    """By term key: INSTRUMENT#TERM, with @ROLE for a term about a party."""
    parties: Mapping[str, str] = field(default_factory=dict)
    """Role to the party's title."""
    actors: Mapping[str, str] = field(default_factory=dict)
    """Role to the actor's name, or to its title where it is described on the spot."""
    claims: tuple[Assertion, ...] = ()
    digest: str = ""
    notes: tuple[str, ...] = ()

    def under(self, standard: str) -> "Case":
        """The case with the facts that count: under `proven` alleged and disputed ones are unknown."""
        if standard == "alleged" or not self.has_unproven:
            return self
        facts = {
            name: known
            if known.standing in COUNTS
            else Known(None, known.standing, known.evidence, known.note)
            for name, known in self.facts.items()
        }
        return self.with_facts(facts)

    def with_facts(self, facts: Mapping[str, Known], judgments: Mapping[str, Judged] | None = None) -> "Case":
        """The same case on other facts, and on other judgments where they are given."""
        return Case(
            self.id,
            self.title,
            self.file,
            self.since,
            self.until,
            facts,
            self.judgments if judgments is None else judgments,
            self.parties,
            self.actors,
            self.claims,
            self.digest,
            self.notes,
        )

    @property
    def has_unproven(self) -> bool:
        """Whether any fact is only alleged, or disputed."""
        return any(known.standing not in COUNTS for known in self.facts.values())
