"""One batch of rows, checked: times in UTC, and rows that nothing can be said of apart, with the reason."""

from typing import Any

from compliance.audit.sources import (
    last_of,
    may_be_days,
    sources_of,
    staged_name,
    staged_time,
    text_sources,
)
from compliance.audit.text_rows import Batch
from compliance.audit.times import ISO, Parsed, parse
from compliance.audit.zones import FIRST_YEAR, LAST_YEAR, micros_of_year, moment, utc_array
from compliance.model.log import NEEDED, LinkedColumn, LinkedTable
from compliance.source.nearest import short

LONGEST_CELL = 1_000_000
"""The most bytes of a cell that is read."""
LONGEST_NAME = 200
"""The most letters of what is kept of a cell of a row that is rejected."""
DAY = 86_400_000_000


def empty(column: LinkedColumn) -> str:
    """Why a row is rejected that lacks what is needed."""
    return f"the column {short(column.source)} ({column.name}) is empty"


def wrong_way(start: LinkedColumn, end: LinkedColumn) -> str:
    """Why a row is rejected whose period ends before it begins."""
    return f"{short(end.source)} ({end.name}) is before {short(start.source)} ({start.name})"


def impossible_year(column: LinkedColumn) -> str:
    """Why a row is rejected whose time no log has."""
    return f"the time in {short(column.source)} is not in the years {FIRST_YEAR} to {LAST_YEAR}"


def never_was(local: str, zone: str) -> str:
    """Why a row is rejected whose local time the clocks went over."""
    return f"the clocks had gone forward: {local} never was in {zone}"


def checked(table: LinkedTable, batch: Batch, file: str, schema: Any) -> tuple[Any, list[dict[str, Any]]]:
    """The rows of a batch that can be read, as a RecordBatch of the staged schema; and what is to be told of others."""
    import numpy
    import pyarrow

    faults = dict(batch.faults)
    given = dict(zip(sources_of(table), batch.columns, strict=True))
    rows = len(batch.columns[0])
    arrays: dict[str, Any] = {}
    for source in text_sources(table):
        arrays[staged_name(table, source)] = given[source]
        _check_text(given[source], source, faults)
    for column in table.columns:
        if column.type == "time":
            arrays[staged_time(column)], last = _times(given[column.source], column, faults)
            if may_be_days(column):
                arrays[last_of(column.name)] = last
    for name in NEEDED[table.name]:
        needed = table.column(name)
        if needed is not None:
            values = arrays[
                staged_time(needed) if needed.type == "time" else staged_name(table, needed.source)
            ]
            if values.null_count:
                for number in numpy.flatnonzero(values.is_null().to_numpy(zero_copy_only=False)):
                    faults.setdefault(int(number), empty(needed))
    _check_order(table, arrays, faults)
    arrays["file"] = pyarrow.array([file], pyarrow.string()).take(
        pyarrow.array(numpy.zeros(rows, numpy.int8))
    )
    arrays["line"] = (
        pyarrow.nulls(rows, pyarrow.int64()) if batch.lines is None else pyarrow.array(batch.lines)
    )
    good = pyarrow.RecordBatch.from_arrays([arrays[name] for name in schema.names], schema=schema)
    lost: list[dict[str, Any]] = [
        {"id": None, "file": file, "line": line, "reason": reason} for line, reason in batch.lost
    ]
    if faults:
        keep = numpy.ones(rows, bool)
        keep[list(faults)] = False
        good = good.filter(pyarrow.array(keep))
        id_ = table.column("id")
        for row, reason in sorted(faults.items()):
            texts = {
                name: _named(arrays[name][row].as_py())
                for name in (staged_name(table, source) for source in text_sources(table))
            }
            named = None if id_ is None else texts[staged_name(table, id_.source)]
            line = None if batch.lines is None else batch.lines[row]
            lost.append({"id": named, "file": file, "line": line, "reason": reason, **texts})
    return good, lost


def _named(cell: str | None) -> str | None:
    return None if cell is None or "\0" in cell or len(cell) > LONGEST_NAME else cell


def _check_text(cells: Any, source: str, faults: dict[int, str]) -> None:
    import numpy
    import pyarrow.compute as pc

    lengths = pc.binary_length(cells)
    longest = pc.max(lengths).as_py()
    if longest is not None and longest > LONGEST_CELL:
        over = pc.fill_null(pc.greater(lengths, LONGEST_CELL), False)
        for number in numpy.flatnonzero(over.to_numpy(zero_copy_only=False)):
            faults.setdefault(int(number), f"the cell in {short(source)} is longer than a million bytes")
    bare = pc.fill_null(pc.match_substring(cells, "\0"), False)
    if pc.any(bare).as_py():
        for number in numpy.flatnonzero(bare.to_numpy(zero_copy_only=False)):
            faults.setdefault(int(number), f"the cell in {short(source)} has a NUL character, and is no text")


def _times(cells: Any, column: LinkedColumn, faults: dict[int, str]) -> tuple[Any, Any]:
    """A column of times in UTC, null where there is none, or a fault; and the last moments of days alone."""
    import numpy
    import pyarrow

    there = cells.is_valid().to_numpy(zero_copy_only=False)
    found = _parsed(cells, column.format)
    for number in numpy.flatnonzero(there & ~found.read):
        faults.setdefault(
            int(number),
            f"the time '{short(cells[number].as_py())}' in {short(column.source)} "
            f"cannot be read as {column.format or ISO}",
        )
    times, days = found.micros, found.whole_day
    ends = times + numpy.where(days, DAY - 1, 0) if days.any() else times
    if column.end_of_day:
        times = ends
    okay = there & found.read
    impossible = okay & ((times < micros_of_year(FIRST_YEAR)) | (times >= micros_of_year(LAST_YEAR + 1)))
    for number in numpy.flatnonzero(impossible):
        faults.setdefault(int(number), impossible_year(column))
    okay &= ~impossible
    local = okay & ~found.instant
    if local.any() and column.zone != "UTC":
        shifted, never = utc_array(numpy.where(local, times, 0), column.zone)
        for number in numpy.flatnonzero(never & local & ~days):
            shown = f"{moment(int(times[number])):%Y-%m-%d %H:%M:%S}"
            faults.setdefault(int(number), never_was(shown, column.zone))
        times = numpy.where(local, shifted, times)
        if days.any():
            ends = numpy.where(local, utc_array(numpy.where(local, ends, 0), column.zone)[0], ends)
    first, last = (
        pyarrow.array(one, pyarrow.int64(), mask=~there_).cast(pyarrow.timestamp("us"))
        for one, there_ in ((times, okay), (ends, okay & days))
    )
    return first, last


def _parsed(cells: Any, written: str | None) -> Parsed:
    """Times that are text, or that a Parquet file has typed already."""
    import numpy
    import pyarrow

    kind = cells.type
    if pyarrow.types.is_string(kind):
        return parse(cells, written)
    there = cells.is_valid().to_numpy(zero_copy_only=False)
    none = numpy.zeros(len(cells), bool)
    day = pyarrow.types.is_date(kind)
    typed = cells.cast(pyarrow.timestamp("us", None if day else kind.tz), safe=False).cast("int64")
    times = typed.fill_null(0).to_numpy(zero_copy_only=False)
    return Parsed(times, there, there if not day and kind.tz else none, there if day else none)


def _check_order(table: LinkedTable, arrays: dict[str, Any], faults: dict[int, str]) -> None:
    import numpy
    import pyarrow.compute as pc

    start, end = table.column("from"), table.column("to")
    if start is None or end is None:
        return
    before = pc.fill_null(pc.less(arrays[staged_time(end)], arrays[staged_time(start)]), False)
    for number in numpy.flatnonzero(before.to_numpy(zero_copy_only=False)):
        faults.setdefault(int(number), wrong_way(start, end))
