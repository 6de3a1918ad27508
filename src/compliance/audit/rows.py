"""Rows out: the finished parts of an audit as one Parquet or CSV file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from compliance.audit.disk import write_whole
from compliance.audit.error import AuditError

PIECE = 4096
"""Rows read at a time."""
GROUP_ROWS, GROUP_BYTES = 16 * PIECE, 64_000_000
"""How much of a file is written at a time: whole pieces, so that equal rows give equal files."""
TIME = pa.timestamp("us")


def violations_schema(positions: Sequence[str]) -> pa.Schema:
    """The columns of the rows that break a rule: one for each position, with its status."""
    first = ("agency", "office", "user", "rule", "provision", "citation", "status")
    return pa.schema(
        [
            ("unit", pa.string()),
            ("id", pa.string()),
            ("time", TIME),
            *((name, pa.string()) for name in first),
            *((f"position:{name}", pa.string()) for name in positions),
            ("reason", pa.string()),
            ("file", pa.string()),
            ("line", pa.int64()),
        ]
    )


def rejected_schema() -> pa.Schema:
    """The columns of the rows that nothing can be said about."""
    return pa.schema(
        [
            ("table", pa.string()),
            ("id", pa.string()),
            ("file", pa.string()),
            ("line", pa.int64()),
            ("reason", pa.string()),
        ]
    )


def write_rows(
    parts: Iterable[Path],
    target: Path,
    schema: pa.Schema,
    inputs: Iterable[Path] = (),
    option: str = "--rows",
) -> int:
    """Join Parquet files, or folders of them, into one .parquet or .csv, and give the number of rows.

    A time is written to CSV in UTC and ISO 8601, as 2017-03-01T17:30:00Z; a cell with nothing in it is empty there,
    and one with an empty text is "". Raises AuditError for another ending of the name, a target that is one of
    the `inputs`, parts that are damaged, and a disk that takes no more; nothing is under the name then but what
    was there before.
    """
    ending = target.suffix.lower()
    if ending not in (".parquet", ".csv"):
        raise AuditError(f"{target} does not say how to write rows: let its name end in .parquet or .csv")
    if target.exists() and any(one.exists() and one.samefile(target) for one in inputs):
        raise AuditError(f"{target} is read by this audit: name another file with {option}")
    files = [file for part in parts for file in _files(part)]
    write: Callable[[IO[bytes], Iterable[Any], pa.Schema], int] = (
        _write_parquet if ending == ".parquet" else _write_csv
    )

    def whole(file: IO[bytes]) -> int:
        expected = sum(pq.read_metadata(one).num_rows for one in files)
        found = write(file, groups(pieces(files, schema)), schema)
        if found != expected:
            raise AuditError(f"{target} would have {found} rows and not {expected}: nothing was written")
        return found

    try:
        return write_whole(target, whole, option)
    except (pa.ArrowInvalid, FileNotFoundError) as error:
        raise AuditError(
            f"the finished parts of this audit are damaged: remove the work folder. {error}"
        ) from error


def _files(part: Path) -> list[Path]:
    """The files of a part: Spark writes folders, with files of its own beside."""
    return sorted(part.glob("[!._]*.parquet")) if part.is_dir() else [part]


def pieces(files: Iterable[Path], schema: pa.Schema) -> Iterator[Any]:
    """Tables of `PIECE` rows (the last one of less) from files with these columns."""
    held = schema.empty_table()
    for path in files:
        with pq.ParquetFile(path) as file:
            if file.schema_arrow.names != schema.names:
                raise pa.ArrowInvalid(f"{path.name} has other columns")
            for batch in file.iter_batches(PIECE):
                held = pa.concat_tables([held, pa.Table.from_batches([batch]).cast(schema)])
                if held.num_rows >= PIECE:
                    yield held.slice(0, PIECE)
                    held = held.slice(PIECE)
    if held.num_rows:
        yield held


def groups(tables: Iterable[Any]) -> Iterator[Any]:
    """Tables joined up to `GROUP_ROWS` rows or `GROUP_BYTES` bytes."""
    held: list[Any] = []
    for table in tables:
        held.append(table)
        if len(held) * PIECE >= GROUP_ROWS or sum(one.nbytes for one in held) >= GROUP_BYTES:
            yield pa.concat_tables(held).combine_chunks()
            held = []
    if held:
        yield pa.concat_tables(held).combine_chunks()


def _write_parquet(file: IO[bytes], tables: Iterable[Any], schema: pa.Schema) -> int:
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for table in tables:
            writer.write_table(table)
    file.seek(0)
    rows: int = pq.read_metadata(file).num_rows
    return rows


def _write_csv(file: IO[bytes], tables: Iterable[Any], schema: pa.Schema) -> int:
    texts = pa.schema([(one.name, pa.string() if one.type == TIME else one.type) for one in schema])
    with pcsv.CSVWriter(file, texts) as writer:
        for table in tables:
            writer.write_table(pa.table([_text(column) for column in table.columns], schema=texts))
    file.seek(0)
    return _lines(file) - 1


def _text(column: Any) -> Any:
    if column.type != TIME:
        return column
    text = pc.replace_substring(column.cast(pa.string()), " ", "T", max_replacements=1)
    return pc.binary_join_element_wise(pc.replace_substring_regex(text, r"\.0+$", ""), "Z", "")


def _lines(file: IO[bytes]) -> int:
    """How many lines end outside of quotes."""
    lines, inside = 0, 0
    while block := file.read(1 << 20):
        runs = block.split(b'"')
        lines += sum(run.count(b"\n") for run in runs[inside::2])
        inside = (inside + len(runs) - 1) % 2
    return lines
