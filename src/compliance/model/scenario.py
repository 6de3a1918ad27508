"""Scenarios as they are read, and what came of playing them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from compliance.model.finding import Status, Tried
from compliance.model.span import Span

Keyword = Literal["given", "when", "then"]
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
class Touch:
    """What a scenario looked at: one rule's finding in one period."""

    rule: str
    status: Status
    positions: Mapping[str, Status]
    exceptions: Mapping[str, Tried]
    named: frozenset[str] = frozenset()
    """Exceptions that a step spoke of by name."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The step that did not hold, and why."""

    line: Line | None
    span: Span
    message: str


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
