"""What an audit of a query log found: counts by rule, what could not be read, what could not be told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from compliance.model.finding import Receipt, Status
from compliance.model.measure import TableName, UnitName
from compliance.model.rule import Modality

Dimension = Literal["agency", "office", "user", "month"]
NOT_GIVEN = ""
"""The value of a dimension where the row does not say."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows have each status."""

    statuses: Mapping[Status, int]
    """Over all positions: `contested` where these differ. Rows that the rule is not about are not counted."""
    positions: Mapping[str, Mapping[Status, int]]

    @property
    def rows(self) -> int:
        """Rows that the rule is about."""
        return sum(self.statuses.values())


@dataclass(frozen=True, slots=True)
class Example:
    """A row to look at: what to give to --explain."""

    id: str
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule over all rows of a table."""

    rule: str
    title: str
    instrument: str
    provision: str
    citation: str
    modality: Modality
    source_seen: str
    unit: UnitName
    tally: Tally
    by: Mapping[Dimension, Mapping[str, Tally]]
    examples: tuple[Example, ...] = ()
    """At most one for each status that is not settled in favor of the practice."""
    turns_on: tuple[str, ...] = ()
    """The terms (INSTRUMENT#TERM) on whose reading a contest turns."""


@dataclass(frozen=True, slots=True)
class UnitCount:
    """All rows of one table that is audited."""

    unit: UnitName
    read: int
    rejected: int
    tally: Tally
    """Each row with the gravest status of its rules; `no-rule` where none is about it."""
    since: date | None
    until: date | None

    @property
    def decided(self) -> int:
        """Rows that were decided about."""
        return self.read - self.rejected


@dataclass(frozen=True, slots=True)
class Rejected:
    """Rows of a table that nothing can be said about, for one reason."""

    table: TableName
    reason: str
    """A sentence: `the id is on more than one row`."""
    rows: int
    places: tuple[str, ...]
    """The first few: FILE:LINE, or the row's id."""


@dataclass(frozen=True, slots=True)
class Untold:
    """What a column does not tell: codes that the log format does not list, or cells with nothing in them."""

    table: TableName
    column: str
    """In the agency's log."""
    fact: str
    """The fact, or the column of the audit's table, that is unknown for it."""
    code: str
    """Empty where the cell is."""
    rows: int


@dataclass(frozen=True, slots=True)
class AuditReport:
    """An audit of a log."""

    log: str
    title: str
    file: str
    zone: str
    units: tuple[UnitCount, ...]
    rules: tuple[RuleCount, ...]
    rejected: tuple[Rejected, ...]
    untold: tuple[Untold, ...]
    unmapped: Mapping[UnitName, tuple[str, ...]]
    """For each table, facts that rules about its rows ask for and none of its rows shows."""
    warnings: tuple[str, ...]
    receipt: Receipt
    engine: str
    rows_file: str | None = None
    rejected_file: str | None = None
    notes: tuple[str, ...] = ()
    offices: Mapping[str, str] = field(default_factory=dict)
    """How reports name the log's offices."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    """How reports name the log's agencies."""
    under: tuple[str, ...] = ()
    """The options of the command that choose the law and the positions, under which one row can be explained."""
