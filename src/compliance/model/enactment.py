"""The law with bills enacted in it: what it is from which day on, and which clause made it so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from compliance.model.library import Library


@dataclass(frozen=True, slots=True, order=True)
class Clause:
    """What in a bill made a difference: one of its own provisions, or an amendment that a clause of it makes."""

    bill: str
    provision: str
    """The bill's own provision, or the clause that makes the amendment."""
    amendment: str = ""
    """Empty where the provision is law by itself."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The law from a day on, until the next stage; None is the first one."""

    since: date | None
    library: Library


@dataclass(frozen=True, slots=True)
class TextEdit:
    """How an amendment changes the words of a provision, or what it says in our words."""

    clause: Clause
    instrument: str
    provision: str
    part: str
    """`words` or `gist`."""
    before: str
    struck: str
    inserted: str
    start: int
    """Where in `before` the struck words begin, or the inserted ones go."""
    since: date


@dataclass(frozen=True)
class Enactment:
    """Bills enacted in a library, in order."""

    bills: tuple[str, ...]
    signed: Mapping[str, date]
    """By bill, the day of signing that is assumed."""
    current: Library
    """The law without them."""
    stages: tuple[Stage, ...]
    days: Mapping[Clause, date]
    """When each clause takes effect."""
    causes: Mapping[str, tuple[Clause, ...]]
    """By rule, the clauses that make it, change it, or end it."""
    ended: Mapping[str, Clause]
    """By rule, the clause that ends it."""
    edits: tuple[TextEdit, ...] = ()

    @property
    def library(self) -> Library:
        """The law once every clause has taken effect; a clause that ends by itself counts until it does."""
        return self.on(max(self.days.values(), default=date.max))

    def on(self, day: date) -> Library:
        """The law as it is amended on a day."""
        found = self.stages[0].library
        for stage in self.stages[1:]:
            if stage.since is not None and stage.since <= day:
                found = stage.library
        return found
