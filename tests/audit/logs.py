"""Logs made by hand for the tests of their reading."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow
from pyarrow import parquet

from compliance.audit.read import ReadTable, read
from compliance.audit.stage import Staged, stage
from compliance.model.log import TABLES, Kind, LinkedColumn, LinkedFact, LinkedLog, LinkedTable
from compliance.model.measure import TableName

NEW_YORK = "America/New_York"


@dataclass(frozen=True)
class DuckDB:
    """An engine of the tests' own."""

    backend: Any

    def numbered(self, files: Sequence[Path]) -> tuple[Any, None]:
        return self.parquet(files), None

    def parquet(self, files: Sequence[Path]) -> Any:
        plain = [re.sub(r"([*?\[])", r"[\1]", str(file)) for file in files]
        return self.backend.read_parquet(plain)


@cache
def engine() -> DuckDB:
    """The engine that tests share, which saves them the start of one."""
    return DuckDB(ibis.duckdb.connect())


def column(
    table: TableName, name: str, source: str, format_: str | None = None, zone: str = "UTC", **codes: str
) -> LinkedColumn:
    """A column of the audit; a period's end is the end of its day, as in every log."""
    return LinkedColumn(name, TABLES[table][name], source, format_, zone, codes, end_of_day=name == "to")


def table(
    name: TableName,
    kind: Kind | None,
    files: Sequence[Path],
    columns: Mapping[str, str],
    *,
    formats: Mapping[str, str] | None = None,
    zone: str = "UTC",
    facts: Mapping[str, str] | None = None,
    codes: Mapping[str, Mapping[str, str]] | None = None,
    named: str | None = None,
    delimiter: str = ",",
    encoding: str = "utf-8",
) -> LinkedTable:
    """A table whose columns are found under these names."""
    return LinkedTable(
        name,
        kind,
        tuple(files),
        named,
        tuple(
            column(name, one, source, (formats or {}).get(one), zone, **(codes or {}).get(one, {}))
            for one, source in columns.items()
        ),
        {},
        tuple(LinkedFact(fact, source, {}) for fact, source in (facts or {}).items()),
        None,
        delimiter,
        encoding,
    )


def log(*tables: LinkedTable) -> LinkedLog:
    every = {one.name: one for one in tables}
    return LinkedLog("made-up", "Made up", "made-up.log.yaml", "0", "UTC", every, {}, (), {}, {})


def staged(one: LinkedTable, folder: Path) -> Staged:
    return stage(log(one), folder, lambda rows: None)


def opened(one: LinkedTable, folder: Path, on: DuckDB | None = None) -> ReadTable:
    """A table as it is read on DuckDB."""
    on = on or engine()
    return read(log(one), on, staged(one, folder))[one.name]


def rows(found: Any) -> list[dict[str, Any]]:
    """The rows of an Ibis table."""
    return list(found.to_pyarrow().to_pylist())


def rejected(found: ReadTable) -> list[tuple[str | None, str | None, int | None, str]]:
    """What was rejected: id, file, line and reason."""
    lost = [(one["id"], one["file"], one["line"], one["reason"]) for one in rows(found.rejected)]
    return sorted(lost, key=lambda one: (one[1] or "", one[2] or 0, one[0] or ""))


def csv_file(folder: Path, text: str | bytes, name: str = "queries.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def parquet_file(folder: Path, name: str = "queries.parquet", **columns: Any) -> Path:
    path = folder / name
    parquet.write_table(pyarrow.table(columns), path)
    return path


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)
