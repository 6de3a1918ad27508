"""Scenarios as they are read, and what came of playing them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Status, Tried
from compliance.model.span import Span
from compliance.model.waiver import Waived, WaiverRecord

Keyword = Literal["given", "when", "then"]
Outcome = Literal["failed", "waived", "skipped", "passed"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
KEYWORDS: tuple[Keyword, ...] = get_args(Keyword)


@dataclass(frozen=True, slots=True)
class Line:
    """One step of a scenario as it stands in its file."""

    keyword: Keyword
    text: str
    span: Span
    rows: tuple[tuple[str, ...], ...] = ()
    """The table below it, its header first."""
    row_lines: tuple[int, ...] = ()
    """The line in the file of each row."""
    cells: tuple[tuple[Span, ...], ...] = ()
    """The place of each cell."""
    text_below: bool = False
    """Whether a text in triple quotes stands below it."""

    @property
    def said(self) -> str:
        """With its keyword."""
        return f"{self.keyword.capitalize()} {self.text}"


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario, or one row of an outline's examples, with the steps of its backgrounds in front."""

    feature: str
    group: str
    """The title of the Gherkin rule that it stands under; empty where it stands under none."""
    name: str
    span: Span
    tags: tuple[str, ...]
    lines: tuple[Line, ...]
    example: Mapping[str, str] = field(default_factory=dict)
    """The row of the examples that it was made from."""

    @property
    def title(self) -> str:
        """Its name, with the values of its row."""
        row = ", ".join(f"{name}: {value}" for name, value in self.example.items())
        return f"{self.name} [{row}]" if row else self.name


@dataclass(frozen=True, slots=True)
class Side:
    """What one position found, as far as coverage wants to know it."""

    status: Status
    reason: str = ""
    """Why the rule does not apply, where it does not."""
    turns_on: frozenset[str] = frozenset()
    """The terms (INSTRUMENT#TERM) that, read the other way, change it."""
    excused_by: frozenset[str] = frozenset()
    """The exceptions that are shown to it, where it finds the conduct excused."""


@dataclass(frozen=True, slots=True)
class Touch:
    """What a scenario looked at: one rule's finding in one period."""

    rule: str
    status: Status
    positions: Mapping[str, Status]
    exceptions: Mapping[str, Tried]
    named: frozenset[str] = frozenset()
    """Exceptions that a step spoke of by name."""
    heard: frozenset[str] = frozenset()
    """Positions that a step spoke of by name."""
    cited: frozenset[str] = frozenset()
    """Provisions (INSTRUMENT#PROVISION) that a step cited."""
    reason: str = ""
    """Why the rule does not apply, where it does not."""
    sides: Mapping[str, Side] = field(default_factory=dict)
    """What each position found."""
    overridden_by: str | None = None
    """The rule that prevails over it, where one does."""
    since: date = date.min
    until: date | None = None
    """The days of law that were looked at; `until` None: they go on."""
    written: Span | None = None
    """Where the rule is written: a scenario may bring law of its own."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The step that did not hold, and why."""

    line: Line | None
    span: Span
    message: str

    @property
    def difference(self) -> str:
        """What differs, in a line."""
        return self.message.partition("\n")[0] or "it does not hold"

    @property
    def found(self) -> str:
        """The finding that the step looked at, in several lines; empty where it looked at none."""
        return self.message.partition("\n")[2]


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one scenario."""

    scenario: Scenario
    failure: Failure | None
    touches: tuple[Touch, ...] = ()
    practices: tuple[str, ...] = ()
    """The practice files that it read."""
    whole: bool = False
    """Whether a step speaks of the practice as a whole, so that every rule may matter to it."""
    named: Mapping[str, Span | None] = field(default_factory=dict)
    """Provisions (INSTRUMENT#PROVISION) that a step named as bearing on the practice, each with where it is written."""
    skipped: str | None = None
    """Why it was not played, where pytest was told to skip it."""
    waived: Waived | None = None
    """The decision to live with its failure, where there is one."""

    @property
    def outcome(self) -> Outcome:
        """What came of it, in a word."""
        if self.skipped is not None:
            return "skipped"
        if self.failure is None:
            return "passed"
        return "failed" if self.waived is None else "waived"

    @property
    def place(self) -> Span:
        """The step that failed, else the scenario."""
        return self.scenario.span if self.failure is None else self.failure.span


@dataclass(frozen=True, slots=True)
class PlayedFeature:
    """A feature file and what came of its scenarios."""

    title: str
    file: str
    scenarios: tuple[Played, ...]


@dataclass(frozen=True, slots=True)
class ScenarioReport:
    """What came of playing feature files."""

    features: tuple[PlayedFeature, ...]
    program: str
    errors: tuple[Diagnostic, ...] = ()
    """What was wrong with files that therefore were not played."""
    waivers: WaiverRecord | None = None

    @property
    def played(self) -> tuple[Played, ...]:
        """Every scenario, feature by feature."""
        return tuple(one for feature in self.features for one in feature.scenarios)

    def count(self, outcome: Outcome) -> int:
        """How many scenarios came out so."""
        return sum(one.outcome == outcome for one in self.played)
