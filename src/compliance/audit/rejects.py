"""Rows that nothing can be said of: all of them kept, and counted by reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from compliance.audit.read import ReadTable
from compliance.audit.rows import rejected_schema
from compliance.audit.statements import Statements
from compliance.audit.work import Work
from compliance.model.audit import Rejected, UnitCount
from compliance.model.measure import TableName

PLACES = 5
"""How many rows are named in a report for each reason."""
TWICE = "the id is on more than one row"
_QUOTED = re.compile(r"'[^']*'|[0-9]{4}-[0-9]{2}-[0-9]{2}[0-9T:. ]*|\b[0-9][0-9,]*\b")


@dataclass
class _Group:
    reason: str
    rows: int = 0
    places: list[str] = field(default_factory=list)


class Rejects:
    """The rejected rows of an audit's tables."""

    def __init__(self, statements: Statements, work: Work) -> None:
        self._on, self._work = statements, work
        self._groups: dict[tuple[TableName, str], _Group] = {}
        self.files: list[Path] = []
        """What was kept, as files with the columns of `rejected_schema`."""

    def table(self, table: ReadTable) -> None:
        """Take in the rows of a table that could not be read."""
        rejected = table.rejected
        self._take(table.linked.name, "unread", rejected.select("id", "file", "line", "reason"))

    def twice(self, table: TableName, rows: Any, twice: set[str]) -> None:
        """Take in those rows of a table that have an id which others have too."""
        import ibis
        import pyarrow as pa

        if twice:
            ids = self._on.put("twice", pa.table({"twice": pa.array(sorted(twice), pa.string())}))
            found = rows.semi_join(ids, rows.id == ids.twice)
            self._take(table, "twice", found.select("id", "file", "line", reason=ibis.literal(TWICE)))

    def _take(self, table: TableName, kind: str, rows: Any) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        schema = rejected_schema()

        def write(path: Path) -> None:
            with pq.ParquetWriter(path, schema, compression="zstd") as writer:
                for batch in self._on.batches(rows.order_by(["file", "line", "id", "reason"])):
                    found = pa.Table.from_batches([batch])
                    found = found.add_column(0, "table", pa.array([table] * found.num_rows, pa.string()))
                    writer.write_table(found.select(schema.names).cast(schema))

        path = self._work.keep(f"{table}.{kind}", write)
        self.files.append(path)
        for one in _records(path):
            self._count(table, one)

    def _count(self, table: TableName, row: dict[str, Any]) -> None:
        # What differs from row to row stands in quotes, or is a number or a time.
        reason = str(row["reason"])
        group = self._groups.setdefault((table, _QUOTED.sub("…", reason)), _Group(reason))
        group.rows += 1
        if len(group.places) < PLACES:
            group.places.append(_place(row))

    def found(self) -> tuple[Rejected, ...]:
        """All of them, by table and reason."""
        groups = sorted(self._groups.items(), key=lambda item: (item[0][0], -item[1].rows, item[1].reason))
        return tuple(
            Rejected(table, group.reason if group.rows == 1 else general, group.rows, tuple(group.places))
            for (table, general), group in groups
        )

    def counted(self, unit: UnitCount) -> UnitCount:
        """A table's counts with the rows that were rejected among those that were read."""
        rejected = sum(group.rows for (table, _), group in self._groups.items() if table == unit.unit)
        return replace(unit, read=unit.read + rejected, rejected=rejected)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches():
            yield from batch.to_pylist()


def _place(row: dict[str, Any]) -> str:
    where = f"{row['file']}:{row['line']}" if row["file"] is not None else ""
    named = f"id {row['id']}" if row["id"] is not None else ""
    return ", ".join(one for one in (where, named) if one) or "a row without an id"
