"""How a table is cut into chunks of time, each of which fits in memory and is finished by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from compliance.audit.engines import records
from compliance.audit.moments import MICROSECOND
from compliance.audit.read import ReadTable
from compliance.model.log import LinkedColumn

_ORDERED = ("duckdb", "pyspark")
"""Engines that order texts by code points."""
MORE = 1.05
"""As far as chunks may be larger rather than be one more: each has a cost of its own."""
BYTES_A_ROW = 500
"""About what a row takes up while it is worked on, joined with what belongs to it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The rows of a span of time."""

    name: str
    since: datetime
    until: datetime
    """The first moment behind it."""
    rows: int
    """About how many; exact where the table was counted."""
    ids: tuple[str, str] | None = None
    """The least and the greatest id."""
    cut: bool = False
    """Whether the table may have rows outside of all chunks."""

    @property
    def last(self) -> datetime:
        """The last moment of it."""
        return self.until - MICROSECOND


@dataclass(frozen=True, slots=True)
class _Piece:
    since: datetime
    last: datetime
    rows: int
    ids: tuple[str, str] | None


def rows_a_chunk(memory: int) -> int:
    """How many rows are taken at a time for so many bytes of memory."""
    return max(50_000, memory // BYTES_A_ROW)


def plan(table: ReadTable, most: int) -> tuple[Chunk, ...]:
    """The table's rows in even chunks of at most about `most`, in order of time.

    No row with a time is in none or in two.
    """
    pieces = _of_footers(table, most) or _counted(table)
    rows = sum(piece.rows for piece in pieces)
    even = rows / ceil(rows / (MORE * max(most, 1))) if rows else 1
    groups: list[list[_Piece]] = []
    begun = place = 0
    for piece in pieces:
        before, place = place, int((begun + piece.rows / 2) / even)
        full = groups and sum(one.rows for one in groups[-1]) + piece.rows > MORE * max(most, 1)
        if not groups or place > before or full:
            groups.append([])
        groups[-1].append(piece)
        begun += piece.rows
    return tuple(_chunk(table.linked.name, i, group) for i, group in enumerate(groups, 1))


def apart(chunks: Sequence[Chunk]) -> bool:
    """Whether no id can be in two chunks."""
    ids = [chunk.ids for chunk in chunks]
    if len(chunks) <= 1:
        return True
    known = sorted(one for one in ids if one is not None)
    return len(known) == len(ids) and all(a[1] < b[0] for a, b in pairwise(known))


def _chunk(table: str, number: int, pieces: Sequence[_Piece]) -> Chunk:
    ids = [piece.ids for piece in pieces]
    known = [one for one in ids if one is not None]
    span = (min(one[0] for one in known), max(one[1] for one in known)) if len(known) == len(ids) else None
    last = max(piece.last for piece in pieces)
    rows = sum(piece.rows for piece in pieces)
    return Chunk(f"{table}-{number:05}", pieces[0].since, last + MICROSECOND, rows, span)


def _counted(table: ReadTable) -> list[_Piece]:
    """The days that rows are of, as the table itself counts them.

    Ids are left out where the engine does not order texts as Python does: a database may put `a` before `B`.
    """
    rows = table.rows
    ordered = rows.get_backend().name in _ORDERED
    days = rows.group_by(day=rows.time.truncate("D")).agg(
        n=rows.count(), first=rows.time.min(), last=rows.time.max(), least=rows.id.min(), most=rows.id.max()
    )
    found = records(days.order_by("day"))
    return [
        _Piece(
            _naive(one["first"]),
            _naive(one["last"]),
            one["n"],
            (one["least"], one["most"]) if ordered else None,
        )
        for one in found
    ]


def _naive(moment: datetime) -> datetime:
    return datetime(*moment.timetuple()[:6], moment.microsecond)


# --- Parquet footers --------------------------------------------------------------------------------------


def _of_footers(table: ReadTable, most: int) -> list[_Piece]:
    """Runs of row groups that lie behind each other in time; none where the files' footers do not show it."""
    linked = table.linked
    time, id_ = linked.column("time"), linked.column("id")
    if linked.kind != "parquet" or time is None or id_ is None or time.format:
        return []
    groups: list[_Piece] = []
    for path in linked.files:
        found = _row_groups(path, time, id_.source)
        if found is None:
            return []
        groups += found
    groups.sort(key=lambda group: group.since)
    return _runs(groups, most)


def _row_groups(path: Path, time: LinkedColumn, id_: str) -> list[_Piece] | None:
    import pyarrow.parquet as pq

    metadata = pq.read_metadata(path)
    names = [metadata.schema.column(i).path for i in range(metadata.num_columns)]
    if time.source not in names or id_ not in names:
        return None
    found: list[_Piece] = []
    for i in range(metadata.num_row_groups):
        group = metadata.row_group(i)
        times, ids = _edges(group, names.index(time.source)), _edges(group, names.index(id_))
        if times is None or not isinstance(times[0], datetime):
            return None
        span = (ids[0], ids[1]) if ids is not None and isinstance(ids[0], str) else None
        found.append(_Piece(*_utc(times, time.zone), group.num_rows, span))
    return found


def _edges(group: Any, column: int) -> tuple[Any, Any] | None:
    statistics = group.column(column).statistics
    return (statistics.min, statistics.max) if statistics is not None and statistics.has_min_max else None


def _utc(edges: tuple[datetime, datetime], zone: str) -> tuple[datetime, datetime]:
    """The span in UTC that holds all times between two, also where one is a time that never was or was twice."""
    least, most = (_moments(edge, zone) for edge in edges)
    return min(least), max(most)


def _moments(edge: datetime, zone: str) -> list[datetime]:
    if edge.tzinfo is not None:
        return [_naive(edge.astimezone(UTC))]
    there = (_naive(edge).replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    return [_naive(one.astimezone(UTC)) for one in there]


def _runs(groups: Iterable[_Piece], most: int) -> list[_Piece]:
    """Groups joined until the next one begins in a second behind them; none where a run would be far too large."""
    runs: list[_Piece] = []
    for group in groups:
        last = runs[-1] if runs else None
        if last is not None and group.since.replace(microsecond=0) <= last.last:
            ids = (
                (min(last.ids[0], group.ids[0]), max(last.ids[1], group.ids[1]))
                if last.ids and group.ids
                else None
            )
            runs[-1] = replace(last, last=max(last.last, group.last), rows=last.rows + group.rows, ids=ids)
        else:
            runs.append(group)
    return runs if all(run.rows <= 2 * most for run in runs) else []
