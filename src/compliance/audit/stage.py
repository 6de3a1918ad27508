"""Text files to Parquet, once and before any engine reads them; rows that cannot be read apart, with the reason.

A staged file has `c0`, `c1` ... (by the place in `sources_of`) for the columns that are read as text; `time:NAME` for
each column of times, in UTC; `last:time` where times may be days alone; `file` and `line`. Parquet is staged only where
it has times in text.
"""

import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from compliance.audit.batches import checked
from compliance.audit.error import AuditError
from compliance.audit.footers import footers
from compliance.audit.sources import (
    labels,
    last_of,
    may_be_days,
    sources_of,
    staged_name,
    staged_time,
    text_sources,
)
from compliance.audit.text_rows import ROWS, Batch, check_keys, csv_rows, json_rows
from compliance.audit.times import check_format
from compliance.audit.zones import find
from compliance.model.log import LinkedLog, LinkedTable
from compliance.model.measure import TableName

_GROUP = 50_000
"""Rows of a row group."""
_LARGE = 64_000_000
"""Bytes with which a row group is written though it has fewer rows."""
_KEY = b"staged"
_VERSION = "2"
"""Counts up where staged files change, so that older ones are not taken for new."""


@dataclass(frozen=True, slots=True)
class Staged:
    """The tables of a log that were text, as Parquet."""

    files: Mapping[TableName, Path]
    rejected: Mapping[TableName, Path]
    """For each table of `files`; with `id`, `file`, `line`, `reason` and the columns of text."""


def stage(log: LinkedLog, folder: Path, tell: Callable[[int], None]) -> Staged:
    """Stage what is text in a log, into a folder that is made where it is not there.

    `tell` is called with the number of rows read so far, of all tables. What was staged before from the same files
    is kept. Raises AuditError where a file cannot be read at all, lacks a column, or the disk is full.
    """
    files: dict[TableName, Path] = {}
    rejected: dict[TableName, Path] = {}
    done = 0
    for table in log.tables.values():
        _check_times(table)
        if _is_staged(table):
            good, bad = folder / f"{table.name}.parquet", folder / f"{table.name}.rejected.parquet"
            files[table.name], rejected[table.name] = good, bad
            key = _fingerprint(table)
            if not (_has_key(good, key) and _has_key(bad, key)):
                done = _stage(table, good, bad, key, done, tell)
    return Staged(files, rejected)


def _check_times(table: LinkedTable) -> None:
    for column in table.columns:
        if column.type == "time":
            find(column.zone)
            if column.format is not None:
                check_format(column.format)


def _is_staged(table: LinkedTable) -> bool:
    """Whether a table is in text files, or has times in text."""
    if table.table is not None:
        return False
    if not table.files:
        raise AuditError(f"the table '{table.name}' has no files: name them in the log format")
    if table.kind != "parquet":
        return True
    found = footers(table)
    return any(found[column.source].dtype.is_string() for column in table.columns if column.type == "time")


def _stage(
    table: LinkedTable, good: Path, bad: Path, key: bytes, done: int, tell: Callable[[int], None]
) -> int:
    import pyarrow

    texts = [(staged_name(table, source), pyarrow.string()) for source in text_sources(table)]
    times = [(staged_time(one), pyarrow.timestamp("us")) for one in table.columns if one.type == "time"]
    where = [("file", pyarrow.string()), ("line", pyarrow.int64())]
    times += [(last_of(one.name), pyarrow.timestamp("us")) for one in table.columns if may_be_days(one)]
    schema = pyarrow.schema([*texts, *times, *where], {_KEY: key})
    lost_schema = pyarrow.schema(
        [("id", pyarrow.string()), *where, ("reason", pyarrow.string()), *texts], {_KEY: key}
    )
    names = labels(table.files)
    with _whole(bad, lost_schema) as write_bad, _whole(good, schema) as write_good:
        for path, batch in _batches(table):
            rows, lost = checked(table, batch, names[path], schema)
            write_good(rows)
            write_bad(pyarrow.RecordBatch.from_pylist(lost, schema=lost_schema))
            done += rows.num_rows + len(lost)
            tell(done)
    return done


def _batches(table: LinkedTable) -> Iterator[tuple[Path, Batch]]:
    """The rows of all files of a table."""
    sources = sources_of(table)
    seen: dict[str, None] = {}
    for path in table.files:
        if table.kind == "csv":
            batches = csv_rows(path, sources, table.delimiter, table.encoding)
        elif table.kind == "json-lines":
            batches = json_rows(path, sources, table.encoding, seen)
        else:
            batches = _parquet_rows(table, path)
        for batch in batches:
            yield path, batch
    if table.kind == "json-lines":
        check_keys(seen, sources, " or ".join(str(path) for path in table.files[:3]))


def _parquet_rows(table: LinkedTable, path: Path) -> Iterator[Batch]:
    import pyarrow
    from pyarrow import parquet

    found = footers(table)
    texts = set(text_sources(table))
    names = [found[source].name for source in sources_of(table)]
    with parquet.ParquetFile(path) as file:
        for rows in file.iter_batches(ROWS, columns=names):
            columns = []
            for source in sources_of(table):
                cells = rows.column(found[source].name)
                if source in texts or found[source].dtype.is_string():
                    cells = cells.cast(pyarrow.string())
                    blank = pyarrow.compute.equal(cells, "")
                    cells = pyarrow.compute.if_else(blank, pyarrow.scalar(None, pyarrow.string()), cells)
                columns.append(cells)
            yield Batch(columns, None)


def _fingerprint(table: LinkedTable) -> bytes:
    """What a staged file is made from: files by size and time, and how they are read."""
    found: list[object] = [_VERSION, table.kind, table.delimiter, table.encoding, sources_of(table)]
    found += [(one.name, one.type, one.source, one.format, one.zone, one.end_of_day) for one in table.columns]
    for path in table.files:
        try:
            about = path.stat()
        except OSError as error:
            raise AuditError(f"{path} cannot be read: {error.strerror}") from None
        found.append((str(path.resolve()), about.st_size, about.st_mtime_ns))
    return hashlib.sha256(repr(found).encode("utf-8", "surrogateescape")).hexdigest().encode()


def _has_key(path: Path, key: bytes) -> bool:
    import pyarrow
    from pyarrow import parquet

    try:
        return (parquet.read_schema(path).metadata or {}).get(_KEY) == key
    except (OSError, pyarrow.ArrowException):
        return False


@dataclass(slots=True)
class _Groups:
    """Batches, gathered to row groups."""

    writer: Any
    waiting: list[Any] = field(default_factory=list)
    rows: int = 0
    bytes: int = 0

    def add(self, batch: Any) -> None:
        self.waiting.append(batch)
        self.rows += batch.num_rows
        self.bytes += batch.nbytes
        if self.rows >= _GROUP or self.bytes >= _LARGE:
            self.write()

    def write(self) -> None:
        import pyarrow

        if self.rows:
            self.writer.write_table(pyarrow.Table.from_batches(self.waiting))
        self.waiting, self.rows, self.bytes = [], 0, 0


@contextmanager
def _whole(path: Path, schema: Any) -> Iterator[Callable[[Any], None]]:
    """A Parquet file that is there under its name once all of it is, and not at all where something fails."""
    from pyarrow import parquet

    half = path.with_name(f".{path.name}.half")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        try:
            with parquet.ParquetWriter(half, schema, compression="zstd") as writer:
                groups = _Groups(writer)
                yield groups.add
                groups.write()
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            message = (
                f"the disk of {path.parent} is full: make room there, or name another folder with --work"
            )
        else:
            message = f"{path.parent} cannot be written to: {error.strerror or error}"
        raise AuditError(message) from None
