"""What comes out: findings, their reasons, and the report that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from compliance.model.diagnostic import Diagnostic
from compliance.model.rule import FlagName, Modality
from compliance.model.waiver import Waived, WaiverRecord

Status = Literal[
    "violated",
    "conflict",
    "contested",
    "undetermined",
    "excused",
    "satisfied",
    "permitted",
    "not-applicable",
    "no-rule",
]
STATUSES: tuple[Status, ...] = get_args(Status)
"""From the gravest to the least; a practice has the gravest status of its findings."""

NotApplicable = Literal["not-in-force", "not-bound", "out-of-scope", "overridden"]


@dataclass(frozen=True, slots=True)
class Reason:
    """A node of the tree of reasons: a statement, whether it bears out the one above, and what it rests on."""

    says: str
    holds: bool | None
    citation: str | None = None
    fact: str | None = None
    evidence: tuple[str, ...] = ()
    standing: str | None = None
    of: tuple["Reason", ...] = ()
    part: Literal["scope", "in-force", "bearer", "elements", "exception", "term"] | None = None
    """Which part of a rule it is the answer to, where it is one."""
    name: str | None = None
    """The exception, or the term (INSTRUMENT#TERM), that it is about."""


Tried = Literal["shown", "not shown", "fails", "unsettled", "not encoded", "not in force"]


@dataclass(frozen=True, slots=True)
class TriedException:
    """An exception and what became of it."""

    id: str
    title: str
    citation: str
    status: Tried
    because: str
    actor_shows: bool = False
    """Whether it fails until the actor shows it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that is missing, as the question to ask."""

    fact: str
    """A fact; a role, where the question is who plays it; or judgment:TERM for what is left to judgment."""
    ask: str
    settles: tuple[tuple[str, Status], ...] = ()
    """Answers that settle the finding by themselves, each with the status it leads to."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A warning that rides on a finding."""

    name: FlagName
    because: str
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One position's finding, and the reading of each contested term that leads to it."""

    status: Status
    reason: str
    possible: tuple[Status, ...]
    because: Reason
    readings: Mapping[str, str] = field(default_factory=dict)
    """Term (INSTRUMENT#TERM) to the name of the reading it has."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one rule on one practice over one stretch of law."""

    rule: str
    title: str
    instrument: str
    provision: str
    citation: str
    modality: Modality
    bearer: str
    """The party bound, by its title."""
    status: Status
    reason: str
    """For not-applicable one of `not-in-force`, `not-bound`, `out-of-scope`, `overridden`; else a sentence."""
    possible: tuple[Status, ...]
    positions: Mapping[str, Status]
    held: Mapping[str, Held]
    turns_on: tuple[tuple[str, ...], ...]
    turns_for: Mapping[str, tuple[tuple[str, ...], ...]]
    """For each position the sets of terms that, read the other way, change its own finding."""
    exceptions: tuple[TriedException, ...]
    missing: tuple[tuple[Question, ...], ...]
    because: Reason
    flags: tuple[Flag, ...]
    as_alleged: Status | None
    source_seen: str
    notes: tuple[str, ...] = ()
    """What whoever encoded the rule wants its readers to know."""
    conflicts_with: tuple[str, ...] = ()
    overridden_by: str | None = None
    """The rule that prevails over this one; where this one is undetermined, the one that may."""
    reaches: bool = True
    """Whether conduct of this kind is, or may be, what the rule is about, whoever it binds and whenever."""
    waived: Waived | None = None
    """The decision to live with it, where there is one; its status stays what it is."""

    @property
    def can_be_violated(self) -> bool:
        """Whether it is a violation, or some side or completion of the facts would make it one."""
        return self.status in ("violated", "conflict") or "violated" in self.possible

    @property
    def divided(self) -> bool:
        """Whether the sides differ: in their findings, or in what is still possible for them."""
        found = {(held.status, held.possible) for held in self.held.values()}
        return self.status == "contested" or len(found) > 1

    @property
    def unseen(self) -> tuple[TriedException, ...]:
        """The exceptions that may decide, and that nobody could encode."""
        return tuple(
            tried for tried in self.exceptions if tried.status == "not encoded" and not tried.actor_shows
        )

    @property
    def force_unknown(self) -> bool:
        """Whether it is not known that the rule was in force."""
        parts = (part for held in self.held.values() for part in held.because.of)
        return any(part.part == "in-force" and part.holds is None for part in parts)

    @property
    def unsettled(self) -> bool:
        """Contested, undetermined or in conflict, and a violation for some side or on some answer."""
        return self.status in ("contested", "undetermined", "conflict") and self.can_be_violated

    @property
    def waivable(self) -> bool:
        """Whether it is something that a waiver can cover."""
        return self.status == "violated" or self.unsettled

    @property
    def calls_for_action(self) -> bool:
        """Whether it is a violation, or unsettled, and nobody decided to live with it."""
        return self.waivable and self.waived is None

    @property
    def waits_for_text(self) -> bool:
        """Whether it may be a violation on every reading, and an exception that nobody could encode decides."""
        return (
            self.status == "undetermined"
            and self.can_be_violated
            and all("violated" in held.possible for held in self.held.values())
            and bool(self.unseen)
        )


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days under the same law, with every rule's finding. `until` None: it goes on."""

    since: date
    until: date | None
    status: Status
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A provision on record that bears on the practice, though no finding comes of it."""

    instrument: str
    provision: str
    citation: str
    gist: str
    seen: str
    """How far its source was seen."""
    since: date
    """Its first day, or the earliest it can be."""
    why_not_encoded: str | None
    """None where a rule does stand for it."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that established facts contradict."""

    by: str
    gist: str
    fact: str
    claimed: str
    stated: str


@dataclass(frozen=True, slots=True)
class PracticeReport:
    """Everything found about one practice."""

    id: str
    title: str
    file: str
    status: Status
    flags: tuple[Flag, ...]
    timeline: tuple[Period, ...]
    contradictions: tuple[Contradiction, ...] = ()
    related: tuple[Related, ...] = ()
    notes: tuple[str, ...] = ()
    """What whoever described the practice wants its readers to know."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the findings were computed from; the same receipt means the same findings."""

    program: str
    engines: tuple[str, ...]
    files: Mapping[str, str]
    """Name to SHA-256."""
    positions: tuple[str, ...]
    standard: str
    law_as_of: date | None
    waivers: WaiverRecord | None = None
    bills: Mapping[str, date] = field(default_factory=dict)
    """Bills that were taken to be law, each with the day of signing that is assumed."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check."""

    practices: tuple[PracticeReport, ...]
    receipt: Receipt
    errors: tuple[Diagnostic, ...] = ()
    """What was wrong with input that therefore was not checked."""
