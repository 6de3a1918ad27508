"""What Parquet files say of themselves: their columns, the types, and between which values each column lies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compliance.audit.error import AuditError
from compliance.audit.sources import check_type, place, sources_of
from compliance.model.log import LinkedTable
from compliance.source.nearest import short


@dataclass(frozen=True, slots=True)
class Extent:
    """What is known of the values of a column before any is read."""

    low: Any = None
    high: Any = None
    known: bool = False
    """Whether every value that is there lies from `low` to `high`; both are None where there is none."""
    complete: bool = False
    """Whether it is known that no value is missing."""


@dataclass(frozen=True, slots=True)
class Found:
    """A column of a log's files or table."""

    name: str
    """As the files have it."""
    dtype: Any
    """Its Ibis type."""
    extent: Extent = Extent()


def footers(table: LinkedTable) -> Mapping[str, Found]:
    """The columns of a table in Parquet, by their names in the log format.

    Raises AuditError for a file that is not there or is damaged, a column that is missing or of no use, and files
    of one table that have different types for a column.
    """
    import ibis
    import pyarrow
    from pyarrow import parquet

    if not table.files:
        raise AuditError(f"the table '{table.name}' has no files: name them in the log format")
    schemas: list[tuple[Path, Any]] = []
    groups: list[Any] = []
    for path in table.files:
        try:
            with parquet.ParquetFile(path) as file:
                schemas.append((path, file.schema_arrow))
                groups.append(file.metadata)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise AuditError(f"{path} cannot be read: {error.strerror or error}") from None
            raise AuditError(
                f"{path} is no whole Parquet file (it may have been cut off): write or copy it again"
            ) from None
    found: dict[str, Found] = {}
    for source in sources_of(table):
        kinds: dict[Any, tuple[Path, str, Any]] = {}
        for path, schema in schemas:
            name = schema.names[place(schema.names, source, str(path))]
            try:
                dtype = ibis.Schema.from_pyarrow(pyarrow.schema([schema.field(name)]))[name](nullable=True)
            except (NotImplementedError, KeyError, TypeError):
                dtype = ibis.dtype("unknown")
            for column in (None, *table.columns):
                if source in ([f.source for f in table.facts] if column is None else [column.source]):
                    check_type(source, dtype, str(path), column)
            kinds.setdefault((_kind(dtype), name), (path, name, dtype))
        if len(kinds) > 1:
            (one, _, first), (other, _, second) = list(kinds.values())[:2]
            raise AuditError(
                f"the column '{short(source)}' is {first} in {one} and {second} in {other}: "
                "write the files of one table with the same names and types"
            )
        _, name, dtype = next(iter(kinds.values()))
        found[source] = Found(name, dtype, _extent(groups, name))
    return found


def _kind(dtype: Any) -> Any:
    """Types that are read in the same way; a time may be in milliseconds in one file, and microseconds in another."""
    return ("timestamp", dtype.timezone is None) if dtype.is_timestamp() else dtype


def _extent(files: Iterable[Any], name: str) -> Extent:
    """What the statistics of all row groups say of a column together."""
    low: Any = None
    high: Any = None
    known, complete = True, True
    for metadata in files:
        paths = [metadata.schema.column(number).path for number in range(metadata.num_columns)]
        if paths.count(name) != 1:
            return Extent()
        number = paths.index(name)
        for group in range(metadata.num_row_groups):
            column = metadata.row_group(group).column(number)
            told = column.statistics
            if told is None:
                return Extent()
            complete &= told.has_null_count and told.null_count == 0
            if told.has_null_count and told.null_count == column.num_values:
                continue
            try:
                if not told.has_min_max:
                    known = False
                    continue
                low = told.min if low is None else min(low, told.min)
                high = told.max if high is None else max(high, told.max)
            except (
                ValueError,
                TypeError,
                OverflowError,
            ):  # statistics of another kind, or of a year past 9999
                known = False
    return Extent(low if known else None, high if known else None, known, complete)
