"""The tables of a log on an Ibis backend, with the columns of the audit; rows that nothing can be said of apart.

Files that were staged are read as they are. Of Parquet and of tables of a database only what their types and
statistics leave open is checked, so that columns of good types cost no more than the scan.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from compliance.audit.batches import empty, impossible_year, never_was, wrong_way
from compliance.audit.engines import records
from compliance.audit.error import AuditError
from compliance.audit.footers import Extent, Found, footers
from compliance.audit.sources import (
    check_type,
    last_of,
    lost_key,
    may_be_days,
    place,
    sources_of,
    staged_name,
    staged_time,
)
from compliance.audit.stage import Staged
from compliance.audit.zones import FIRST_YEAR, LAST_YEAR, gap, utc
from compliance.model.log import NEEDED, LinkedColumn, LinkedLog, LinkedTable
from compliance.model.measure import TableName
from compliance.source.nearest import did_you_mean, listed, short

ROW = "row number"
"""The column with a number of each row that stays the same: it is quicker to join than an id."""
_EARLIEST, _LATEST = datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR + 1, 1, 1)


class Reader(Protocol):
    """What is needed of an engine."""

    @property
    def backend(self) -> Any:
        """An Ibis backend."""

    def parquet(self, files: Sequence[Path]) -> Any:
        """The rows of Parquet files, as one Ibis table."""

    def numbered(self, files: Sequence[Path]) -> tuple[Any, str | None]:
        """The same with a number for each row, and the name of its column; None where there is none."""


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table of the log, as Ibis tables."""

    linked: LinkedTable
    rows: Any
    """The columns that are mapped, by the audit's names: text, and times in UTC. For text with codes what they stand
    for, and `code:COLUMN` as it is written; `fact:NAME` as it is written; `last:time`, if the time of some row
    is a day alone; `file` and `line`, null if not of text; `ROW` where the engine numbers rows."""
    rejected: Any
    """`id`, `file`, `line` and `reason` of rows that nothing can be said of; `key:COLUMN`, as far as text was read."""
    between: Callable[[datetime, datetime], Any] = field(repr=False, compare=False)
    """Those of `rows` whose `time` in UTC lies from the first up to the second, which is not part of it; so that a
    scan skips what its statistics show to lie elsewhere."""


def read(log: LinkedLog, engine: Reader, staged: Staged) -> Mapping[TableName, ReadTable]:
    """The tables of a log. Raises AuditError where a table or column is missing, or its type is of no use."""
    found: dict[TableName, ReadTable] = {}
    for name, table in log.tables.items():
        if name in staged.files:
            found[name] = _of_staged(table, engine, staged.files[name], staged.rejected[name])
        elif table.table is not None:
            found[name] = _of_database(table, engine, table.table)
        else:
            found[name] = _typed(table, engine, *_numbered(engine, table.files), footers(table))
    return found


def _numbered(engine: Reader, files: Sequence[Path]) -> tuple[Any, dict[str, Any]]:
    raw, row = engine.numbered(files)
    return raw, {} if row is None else {ROW: raw[row]}


# --- staged files ---------------------------------------------------------------------------------------


def _of_staged(table: LinkedTable, engine: Reader, good: Path, bad: Path) -> ReadTable:
    raw, number = _numbered(engine, (good,))
    texts = {
        source: raw[name]
        for source in sources_of(table)
        if (name := staged_name(table, source)) in raw.columns
    }
    times = {column.name: raw[staged_time(column)] for column in table.columns if column.type == "time"}
    if last_of("time") in raw.columns and _some(good, last_of("time")):
        times[last_of("time")] = raw[last_of("time")]
    rows = raw.select(**_columns(table, texts, times), file=raw.file, line=raw.line, **number)

    def between(since: datetime, until: datetime) -> Any:
        return rows.filter(rows.time >= since, rows.time < until)

    lost = engine.parquet((bad,))
    told = {source: lost[staged_name(table, source)] for source in texts}
    rejected = lost.select("id", "file", "line", "reason", **_keys(table, told))
    return ReadTable(table, rows, rejected, between)


def _some(file: Path, column: str) -> bool:
    """Whether a column of a staged file has anything in some row."""
    from pyarrow import parquet

    of = parquet.read_metadata(file)
    place_ = [of.schema.column(number).path for number in range(of.num_columns)].index(column)
    groups = (of.row_group(number) for number in range(of.num_row_groups))
    return any(group.column(place_).statistics.null_count < group.num_rows for group in groups)


def _columns(table: LinkedTable, texts: Mapping[str, Any], times: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the audit, from texts by source and times by name."""
    found: dict[str, Any] = {}
    for column in table.columns:
        if column.type == "time":
            found[column.name] = times[column.name]
        else:
            found[column.name] = _meant(column, texts[column.source])
            if column.codes:
                found[f"code:{column.name}"] = texts[column.source]
    found |= {last: one for last, one in times.items() if last == last_of("time")}
    found |= {f"fact:{fact.fact}": texts[fact.source] for fact in table.facts}
    return found


def _keys(table: LinkedTable, texts: Mapping[str, Any]) -> dict[str, Any]:
    """What rejected rows keep, so that what is looked up can be told to be among them."""
    return {
        lost_key(column.name): _meant(column, texts[column.source])
        for column in table.columns
        if column.type == "text"
    }


def _meant(column: LinkedColumn, text: Any) -> Any:
    """What a column's texts stand for."""
    import ibis

    if not column.codes:
        return text
    cases = [(text == code, ibis.literal(value)) for code, value in column.codes.items()]
    return ibis.cases(*cases, else_=ibis.null("string"))


# --- tables of a database, and Parquet -------------------------------------------------------------------


def _of_database(table: LinkedTable, engine: Reader, named: str) -> ReadTable:
    schema, _, name = named.rpartition(".")
    backend = engine.backend
    try:
        known = backend.list_tables(database=schema) if schema else backend.list_tables()
    except Exception as error:  # each backend has exceptions of its own
        raise AuditError(
            f"the tables of '{short(schema or 'the database')}' cannot be read: {short(error)}"
        ) from None
    if name not in known:
        help_ = did_you_mean(
            name, known, f"its tables are {listed(short(one) for one in known) if known else 'none'}"
        )
        raise AuditError(f"the database has no table '{short(named)}' for '{table.name}': {help_}")
    raw = backend.table(name, database=schema) if schema else backend.table(name)
    where = f"the table {short(named)}"
    found: dict[str, Found] = {}
    types = raw.schema()
    for source in sources_of(table):
        column = types.names[place(types.names, source, where)]
        found[source] = Found(column, types[column])
    for mapped in table.columns:
        check_type(mapped.source, found[mapped.source].dtype, where, mapped)
        if mapped.type == "time" and found[mapped.source].dtype.is_string():
            raise AuditError(
                f"the column '{short(mapped.source)}' of {where} has times in text: "
                "make a view of the table in which it is a timestamp, and name the view"
            )
    for fact in table.facts:
        check_type(fact.source, found[fact.source].dtype, where, None)
    return _typed(table, engine, raw, {}, found)


@dataclass(frozen=True, slots=True)
class _Check:
    """What holds of every row that can be read: an expression that is never null, and the reason where it is false."""

    keep: Any
    reason: Any


def _typed(
    table: LinkedTable, engine: Reader, raw: Any, number: Mapping[str, Any], found: Mapping[str, Found]
) -> ReadTable:
    import ibis

    checks: list[_Check] = []
    times: dict[str, Any] = {}
    texts: dict[str, Any] = {}
    mapped = {column.source for column in table.columns if column.type == "text"}
    mapped |= {fact.source for fact in table.facts}
    for source in sources_of(table):
        if source in mapped:
            texts[source] = _text(raw[found[source].name], found[source])
    for column in table.columns:
        if column.type == "time":
            of = found[column.source]
            local = _moment(raw[of.name], of, engine)
            times[column.name] = _time(local, column, of, checks)
            if may_be_days(column) and of.dtype.is_date():
                times[last_of(column.name)] = _time(local, replace(column, end_of_day=True), of, [])
    for name in NEEDED[table.name]:
        needed = table.column(name)
        if needed is not None:
            extent, time = found[needed.source].extent, needed.type == "time"
            if not (extent.complete and (time or _never_blank(extent))):
                value = times[name] if time else texts[needed.source]
                checks.append(_Check(value.notnull(), ibis.literal(empty(needed))))
    start, end = table.column("from"), table.column("to")
    if start is not None and end is not None:
        keep = (times["to"] >= times["from"]).fill_null(True)
        checks.append(_Check(keep, ibis.literal(wrong_way(start, end))))
    columns = _columns(table, texts, times)
    columns |= {"file": ibis.null("string"), "line": ibis.null("int64"), **number}

    def rows(*more: Any) -> Any:
        wanted = [*more, *(check.keep for check in checks)]
        return (raw.filter(*wanted) if wanted else raw).select(**columns)

    def between(since: datetime, until: datetime) -> Any:
        column = table.column("time")
        assert column is not None
        near: list[Any] = []
        if found[column.source].dtype.is_timestamp():
            stored = raw[found[column.source].name]
            zone = found[column.source].dtype.timezone
            low, high = since - timedelta(days=2), until + timedelta(days=2)
            near = [stored >= _literal(low, zone), stored < _literal(high, zone)]
        return rows(*near, times["time"] >= since, times["time"] < until)

    id_ = table.column("id")
    reason = ibis.cases(*((~check.keep, check.reason) for check in checks)) if checks else ibis.null("string")
    rejected = raw.select(
        id=ibis.null("string") if id_ is None else texts[id_.source],
        file=ibis.null("string"),
        line=ibis.null("int64"),
        reason=reason,
        **_keys(table, texts),
    )
    rejected = rejected.filter(rejected.reason.notnull()) if checks else rejected.limit(0)
    return ReadTable(table, rows(), rejected, between)


def _never_blank(extent: Extent) -> bool:
    """Whether no text of a column is empty: the empty text comes before all others."""
    return extent.known and extent.low != ""


def _text(raw: Any, found: Found) -> Any:
    """A column as text, null where it is empty."""
    import ibis

    if found.dtype.is_boolean():
        return ibis.cases((raw, "true"), (~raw, "false"))
    if not found.dtype.is_string():
        return raw.cast("string")
    return raw if _never_blank(found.extent) else raw.nullif("")


def _moment(raw: Any, found: Found, engine: Reader) -> Any:
    """A column as a naive timestamp in microseconds: local, or in UTC where the column's type has a zone."""
    dtype = found.dtype
    if dtype.is_timestamp() and dtype.timezone is not None and engine.backend.name == "duckdb":
        return _from_epoch()(raw)
    if dtype.is_timestamp() and dtype.timezone is None and dtype.scale in (None, 6):
        return raw
    return raw.cast("timestamp" if engine.backend.name != "duckdb" else "timestamp(6)")


@cache
def _from_epoch() -> Callable[[Any], Any]:
    """The naive UTC time of a time with a zone, on DuckDB.

    It is several times as fast as a cast there, and does not hang on the time zone of the session.
    """
    import ibis
    from ibis.expr import datatypes

    def epoch_us(moment: Any) -> Any: ...
    def make_timestamp(microseconds: Any) -> Any: ...

    whole = datatypes.int64
    count = ibis.udf.scalar.builtin(epoch_us, signature=((datatypes.Timestamp(timezone="UTC"),), whole))
    made = ibis.udf.scalar.builtin(make_timestamp, signature=((whole,), datatypes.Timestamp()))
    return lambda moment: made(count(moment))


def _span(local: Any, extent: Extent) -> tuple[date, date]:
    """The first and the last day that a column can have, from its statistics or else by looking."""
    import ibis

    low, high = extent.low, extent.high
    if not extent.known:
        both = local.as_table().aggregate(
            low=ibis._[local.get_name()].min(), high=ibis._[local.get_name()].max()
        )
        row = records(both)[0]
        low, high = row["low"], row["high"]
    days = [
        one.astimezone(UTC).date() if isinstance(one, datetime) and one.tzinfo else one for one in (low, high)
    ]
    first, last = (one.date() if isinstance(one, datetime) else one for one in days)
    if first is None or last is None:
        return _EARLIEST.date(), _EARLIEST.date()
    return first, last


def _time(local: Any, column: LinkedColumn, found: Found, checks: list[_Check]) -> Any:
    """A column of times in UTC; what has to be checked of it is added to the checks."""
    import ibis

    low, high = _span(local, found.extent)
    if low < _EARLIEST.date() or high >= _LATEST.date():
        keep = ((local >= _EARLIEST) & (local < _LATEST)).fill_null(True)
        checks.append(_Check(keep, ibis.literal(impossible_year(column))))
        low, high = max(low, _EARLIEST.date()), min(high, date(LAST_YEAR, 12, 31))
    if found.dtype.is_timestamp() and found.dtype.timezone is not None:
        return local
    if found.dtype.is_date():
        end = local + ibis.interval(days=1) - ibis.interval(microseconds=1)
        return utc(end if column.end_of_day else local, column.zone, low, high)
    never = gap(local, column.zone, low, high)
    if never is not None:
        keep = ~never if found.extent.complete else (~never).fill_null(True)
        shown = ibis.literal(never_was("\n", column.zone)).replace("\n", local.strftime("%Y-%m-%d %H:%M:%S"))
        checks.append(_Check(keep, shown))
    return utc(local, column.zone, low, high)


def _literal(moment: datetime, zone: str | None) -> Any:
    import ibis

    return ibis.literal(moment.replace(tzinfo=UTC) if zone else moment)
