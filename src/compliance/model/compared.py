"""Practices under the law as it is beside the law with drafts of bills: what changes, by which clause, from when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from compliance.model.comparison import Kind
from compliance.model.diagnostic import Diagnostic
from compliance.model.enactment import Clause, Enactment
from compliance.model.finding import Finding, Flag, Receipt, Related, Status
from compliance.model.library import Library
from compliance.model.tally import Tally

How = Literal["alone", "together", "each", "among"]
"""How several clauses cause a change: `together` none of them without the others, `each` any of them by itself, `among`
one or several of them, which could not be told apart."""


@dataclass(frozen=True, slots=True)
class Cause:
    """The clauses that cause a change."""

    clauses: tuple[Clause, ...]
    """None where the change comes of the bills as a whole."""
    how: How = "alone"


@dataclass(frozen=True, slots=True)
class Change:
    """What a draft does to the finding of one rule on one practice."""

    before: Finding | None
    """None where the rule is not law without the draft."""
    after: Finding
    kind: Kind
    positions: Mapping[str, Kind]
    """The kind of change for each position."""
    cause: Cause
    since: date | None
    """The day from which, for conduct that begins then; None where no clause by itself causes it."""
    existing: date | None = None
    """The day from which for this conduct, where it began before and is given longer."""
    until: date | None = None
    """The last day, where it ends by itself."""
    ended_by: Clause | None = None
    """The clause that ends the rule, where one does."""
    terms: tuple[str, ...] = ()
    """Terms (INSTRUMENT#TERM) of the draft that the finding rests on."""

    @property
    def rule(self) -> str:
        return self.after.rule

    @property
    def was(self) -> Status:
        """The status under the law as it is."""
        return "not-applicable" if self.before is None else self.before.status

    @property
    def new_duty(self) -> bool:
        """Whether it is an obligation that did not apply before, whatever came of it."""
        applies = self.after.status != "not-applicable"
        return self.after.modality == "obligation" and self.was == "not-applicable" and applies

    @property
    def new_conflicts(self) -> tuple[str, ...]:
        """The rules that command the opposite, and did not before."""
        known = () if self.before is None else self.before.conflicts_with
        return tuple(rule for rule in self.after.conflicts_with if rule not in known)

    @property
    def newly_overridden(self) -> bool:
        """Whether another rule prevails over it, or may, and none did before."""
        before = None if self.before is None else self.before.overridden_by
        return self.after.overridden_by is not None and before is None

    @property
    def new_risks(self) -> tuple[Flag, ...]:
        """The warnings of preemption that did not ride on it before."""
        known = () if self.before is None else self.before.flags
        return tuple(one for one in self.after.flags if one.name == "preemption-risk" and one not in known)


@dataclass(frozen=True, slots=True)
class Turn:
    """A finding that is otherwise from a day on."""

    rule: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Edge:
    """A day on which clauses take effect or end for conduct that goes on, and what becomes of the practice."""

    day: date
    begins: tuple[Clause, ...]
    ends: tuple[Clause, ...]
    """Those that counted for the last time on the day before."""
    before: Status
    """The day before."""
    on: Status
    after: Status | None
    """The day after; None where the conduct ended."""
    current: Status
    """On the day, under the law as it is."""
    turns: tuple[Turn, ...]
    """The findings that change on the day, and would not without the draft."""


@dataclass(frozen=True, slots=True)
class Overall:
    """What is found of a practice as a whole under one law, and for each position."""

    status: Status
    positions: Mapping[str, Status]


Reach = Literal["ended", "goes-on", "later"]
"""Whether conduct ended before a draft takes effect, goes on then, or begins later."""


@dataclass(frozen=True, slots=True)
class Column:
    """One practice under one draft."""

    overall: Overall
    kind: Kind
    positions: Mapping[str, Kind]
    changes: tuple[Change, ...]
    """In the order of kinds, and else of the rules."""
    reach: Reach
    edges: tuple[Edge, ...] = ()
    bearing: tuple[Related, ...] = ()
    """Provisions that newly bear on it, though no finding comes of them."""

    @property
    def left(self) -> bool:
        """Whether every finding stays as it is."""
        return not self.changes


@dataclass(frozen=True, slots=True)
class ComparedPractice:
    """One practice under the law as it is and under each draft."""

    id: str
    title: str
    file: str
    since: date
    until: date | None
    current: Overall
    columns: tuple[Column, ...]
    """In the order of the drafts."""


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """A clause that could change findings, and what it changed."""

    clause: Clause
    since: date | None
    """None where it never takes effect."""
    until: date | None
    practices: tuple[str, ...]
    """Those of which it changed a finding, by name."""
    changes: int
    matters: bool | None = None
    """Whether it can change a finding on any facts; None: not proved."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words as an amendment leaves them."""

    text: str
    part: Literal["kept", "deleted", "inserted"]


@dataclass(frozen=True, slots=True)
class Redline:
    """How a draft changes the words of a provision, or what it says in our words."""

    instrument: str
    provision: str
    part: str
    """`words` or `gist`."""
    clauses: tuple[Clause, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A practice of a population, as both engines compare it, collisions between rules included."""

    row: int
    id: str
    title: str
    before: Overall
    after: Overall
    file: str
    """The text of its practice file."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a draft does to a population of practices that was drawn."""

    tally: Tally
    examples: tuple[Example, ...]
    """The first practice of each change of practices as a whole."""


@dataclass(frozen=True)
class Draft:
    """One or several bills, enacted together and in order: a column of the comparison."""

    enactment: Enactment
    clauses: tuple[ClauseUse, ...]
    redlines: tuple[Redline, ...]
    sample: Sample | None = None

    @property
    def library(self) -> Library:
        """The law with the draft."""
        return self.enactment.library

    @property
    def name(self) -> str:
        """How it is called in a line: its bills as they are cited."""
        return " + ".join(self.enactment.current.instruments[bill].short for bill in self.enactment.bills)


@dataclass(frozen=True)
class Comparison:
    """Practices under the law as it is and under drafts of bills."""

    day: date
    """The day whose law is compared."""
    drafts: tuple[Draft, ...]
    practices: tuple[ComparedPractice, ...]
    receipt: Receipt
    errors: tuple[Diagnostic, ...] = ()
    """What was wrong with input that therefore was not compared, and clauses that are idle."""
