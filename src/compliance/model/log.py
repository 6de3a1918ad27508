"""Log formats: what an agency's columns mean, as a file; and the tables that an audit reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Day, ExactText, Frozen, Text
from compliance.model.case import Known
from compliance.model.logic import Value
from compliance.model.measure import TableName
from compliance.model.reference import Name

ColumnType = Literal["text", "time"]

TABLES: Mapping[TableName, Mapping[str, ColumnType]] = {
    "queries": {
        "id": "text",
        "time": "time",
        "user": "text",
        "agency": "text",
        "office": "text",
        "subject": "text",
        "case": "text",
        "reason": "text",
    },
    "reviews": {"query": "text", "time": "time", "reviewer": "text", "outcome": "text"},
    "certifications": {"user": "text", "from": "time", "to": "time"},
    "cases": {"number": "text", "offense": "text", "from": "time", "to": "time"},
    "disseminations": {
        "id": "text",
        "time": "time",
        "query": "text",
        "user": "text",
        "agency": "text",
        "office": "text",
        "recipient": "text",
    },
    "audits": {"agency": "text", "time": "time"},
    "agreements": {"agency": "text", "from": "time", "to": "time"},
}
"""The columns of each table. Cases are criminal cases and no others; `from` and `to` are the days on which a case was
opened and closed."""
NEEDED: Mapping[TableName, tuple[str, ...]] = {
    "queries": ("id", "time"),
    "reviews": ("query", "time"),
    "certifications": ("user", "from"),
    "cases": ("number", "from"),
    "disseminations": ("id", "time"),
    "audits": ("agency", "time"),
    "agreements": ("agency", "from"),
}
"""What a row needs, so that anything can be said of it; a row without it is rejected."""

Kind = Literal["csv", "parquet", "json-lines"]


class ColumnFormat(Frozen):
    """Where a column is found in the agency's log, and how its cells are read."""

    column: ExactText
    format: ExactText | None = None
    """For a time in text: how it is written, in the letters of strptime. By default year-month-day and ISO 8601."""
    time_zone: Text | None = None
    codes: dict[str, ExactText] = {}
    """For text: what the agency's codes stand for. A code that is not listed is unknown."""


class CodedFact(Frozen):
    """A fact that a column shows, by codes."""

    column: ExactText
    codes: Annotated[dict[str, bool | int | float | str | tuple[str, ...]], Field(min_length=1)]
    """Each code and the value of the fact. A code that is not listed is unknown."""


class Covered(Frozen):
    """The days for which a table holds all there is: only there does a missing row say anything."""

    from_: Day
    to: Day

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.to < self.from_:
            raise PydanticCustomError("interval", "this ends before it begins")
        return self


class TableFormat(Frozen):
    """One table of the audit in the agency's log: files, or a table of a database."""

    files: ExactText | Annotated[tuple[ExactText, ...], Field(min_length=1)] | None = None
    """A file, a folder or a pattern, from the folder of the log format on."""
    table: ExactText | None = None
    """The name of a table in the database that the audit is run on; with its schema before a dot."""
    kind: Kind | None = None
    """What the files are, where their names do not end in .csv, .parquet, .jsonl or .ndjson."""
    delimiter: ExactText | None = None
    """Between the cells of CSV; a comma where it is not given."""
    encoding: ExactText | None = None
    """Of CSV and JSON lines; UTF-8 where it is not given."""
    columns: dict[Name, ExactText | ColumnFormat]
    """Column of the audit's table to where it is found in the log; a word alone is the name of a column."""
    facts: dict[Name, bool | int | float | str | tuple[str, ...] | CodedFact] = {}
    """Facts of every row, or facts that a column shows by codes."""
    complete: Covered | None = None

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if (self.files is None) == (self.table is None):
            raise PydanticCustomError("log-source", "a table of a log is read from 'files:' or from 'table:'")
        for key in ("kind", "delimiter", "encoding"):
            if self.table is not None and getattr(self, key) is not None:
                raise PydanticCustomError(
                    "log-source", "'{key}:' is about files, and this is a table of a database", {"key": key}
                )
        return self


class AgencyParty(Frozen):
    """A role played by the agency in the row."""

    by: Literal["agency"]


class LogFormat(Frozen):
    """NAME.log.yaml: how an agency's log is read for an audit."""

    log: Name
    title: Text
    time_zone: Text
    """Of times that do not name one, and of hours and months in the report: America/New_York."""
    parties: dict[Name, Name | AgencyParty] = {}
    """Role to an actor, or to the agency in each row."""
    agencies: dict[str, Name] = {}
    """The log's codes for agencies, to actors."""
    offices: dict[str, Text] = {}
    """The log's codes for offices, to how reports name them."""
    tables: Annotated[dict[TableName, TableFormat], Field(min_length=1)]
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkedColumn:
    """A column of an audit's table, as it is read."""

    name: str
    """In the audit's table."""
    type: ColumnType
    source: str
    """In the agency's log; any text at all."""
    format: str | None = None
    zone: str = "UTC"
    """The time zone of times that do not name one."""
    codes: Mapping[str, str] = field(default_factory=dict)
    end_of_day: bool = False
    """Whether a day without a time of day stands for its last moment; else for its first."""


@dataclass(frozen=True, slots=True)
class LinkedFact:
    """A fact that a column of the agency's log shows; a code that is not there is unknown."""

    fact: str
    source: str
    codes: Mapping[str, Known]


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """A table of the audit, ready to be read."""

    name: TableName
    kind: Kind | None
    files: tuple[Path, ...]
    """In a fixed order; none for a table of a database."""
    table: str | None
    columns: tuple[LinkedColumn, ...]
    constants: Mapping[str, Known]
    """Facts of every row."""
    facts: tuple[LinkedFact, ...]
    complete: tuple[date, date] | None
    """First and last day, on the log's clock, for which it holds all there is."""
    delimiter: str = ","
    encoding: str = "utf-8"

    def column(self, name: str) -> LinkedColumn | None:
        """A column by its name in the audit's table; None where it is not mapped."""
        return next((one for one in self.columns if one.name == name), None)


@dataclass(frozen=True, slots=True)
class LinkedLog:
    """A log format with every name resolved against a library."""

    name: str
    title: str
    file: str
    digest: str
    zone: str
    tables: Mapping[TableName, LinkedTable]
    parties: Mapping[str, str]
    """Role to an actor of the library, the same in every row."""
    agency_roles: tuple[str, ...]
    """Roles that the row's agency plays."""
    agencies: Mapping[str, str]
    """The log's codes for agencies, to actors of the library."""
    offices: Mapping[str, str]
    notes: tuple[str, ...] = ()


__all__ = [
    "NEEDED",
    "TABLES",
    "AgencyParty",
    "CodedFact",
    "ColumnFormat",
    "ColumnType",
    "Covered",
    "Kind",
    "LinkedColumn",
    "LinkedFact",
    "LinkedLog",
    "LinkedTable",
    "LogFormat",
    "TableFormat",
    "Value",
]
