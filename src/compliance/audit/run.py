"""An audit from end to end: the log read, each table run in chunks, counts and rows put together.

audit(log, decider, Options(engine="duckdb"), tell)
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

from compliance import __version__
from compliance.audit import agreements
from compliance.audit.counted import UnitFound, agreement_counts, unit_counts
from compliance.audit.engines import Engine, connect
from compliance.audit.error import AuditError
from compliance.audit.evidence import Evidence
from compliance.audit.fingerprint import InputFile, check_unchanged, fingerprint, input_files
from compliance.audit.measures import About
from compliance.audit.moments import begins, ends
from compliance.audit.plan import Chunk, plan, rows_a_chunk
from compliance.audit.read import ReadTable, read
from compliance.audit.reasons import Reasons
from compliance.audit.rejects import Rejects
from compliance.audit.rows import rejected_schema, write_rows
from compliance.audit.stage import stage
from compliance.audit.unit import Unit, run, unit
from compliance.audit.untold import of_table, of_unit
from compliance.audit.work import Work, open_work
from compliance.engine.decide import Decider
from compliance.model.audit import AuditReport, RuleCount, UnitCount, Untold
from compliance.model.finding import Receipt
from compliance.model.log import LinkedLog
from compliance.model.measure import TableName, UnitName

Progress = Callable[[int, int], None]
"""Is told how many rows are done, of how many."""
MEMORY = 1_000_000_000
"""Bytes that an audit keeps to when nothing else is said."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an audit is run, and what it writes beside its report."""

    engine: str = "duckdb"
    memory: int | None = None
    rows: Path | None = None
    """Where the rows that break a rule go: a .parquet or .csv file."""
    rejected: Path | None = None
    work: Path = field(default_factory=lambda: Path(".compliance-audit"))
    """Where finished chunks are kept until the audit is done."""
    since: date | None = None
    until: date | None = None
    """Only rows from the one day to the other, on the log's clock."""


def audit(log: LinkedLog, decider: Decider, options: Options, tell: Progress) -> AuditReport:
    """Every row of a log against the rules that it can be about.

    Raises AuditError with what stands in the way and what to do. Nothing is written then; finished chunks are kept.
    """
    folder = Path(log.file).parent
    before = input_files(log, folder)
    if not before and not any(table.table for table in log.tables.values()):
        raise AuditError("the log has no files")
    seen = _fingerprint(log, decider, options, before)
    with open_work(options.work, seen) as work:
        memory = options.memory or MEMORY
        with connect(options.engine, memory, work.scratch) as engine:
            with statements(engine) as on:
                report = _audit(log, decider, options, work, on, memory, tell)
        check_unchanged(before, log, folder)
        work.forget()
    return report


def _fingerprint(
    log: LinkedLog, decider: Decider, options: Options, files: tuple[InputFile, ...]
) -> dict[str, str]:
    told = {
        "engine": options.engine.rpartition("@")[2],
        "memory": str(options.memory),
        "since": str(options.since),
        "until": str(options.until),
        "rows": str(options.rows is not None),
    }
    return fingerprint(__version__, log.digest, decider.library.files, decider.positions, told, files)


def _audit(
    log: LinkedLog,
    decider: Decider,
    options: Options,
    work: Work,
    on: Statements,
    memory: int,
    tell: Progress,
) -> AuditReport:
    tables = tables_of(log, work, on.engine)
    complete = spans(log)
    units: list[UnitCount] = []
    rules: list[RuleCount] = []
    kept: list[Path] = []
    unmapped: dict[str, None] = {}
    rejects = Rejects(on, work)
    not_told: list[Untold] = []
    for name in ("queries", "disseminations"):
        if name in tables:
            one = made(log, decider, tables, complete, name, on, options, memory)
            chunks, evidence = _ready(one, decider, work, options)
            units.append(found.unit)
            rules += found.rules
            kept += rows
            not_told += of_unit(one, found.numbers)
            unmapped.update(dict.fromkeys(one.verdicts.unmapped))
            rejects.twice(tables[name], chunks.twice)
    for table in tables.values():
        rejects.table(table)
        not_told += of_table(table)
    last = max((one.until for one in units if one.until), default=date.today())
    if "agreements" in tables:
        small = agreements.small_tables(tables, agreements.measures_of(decider).values(), complete)
        checked = agreements.checked(log, decider, small, last)
        counted = agreement_counts(decider.library, checked)
        units.append(counted.unit)
        rules += counted.rules
    if not any(one.decided for one in units):
        raise AuditError("no row could be decided about: see what the log format says of columns and times")
    rejected = rejects.found()
    read_files = [path for table in log.tables.values() for path in table.files]
    if options.rows is not None:
        schema = Evidence(Reasons(decider.library, decider), decider.positions, engine).schema
        write_rows(kept, options.rows, schema, read_files)
    if options.rejected is not None:
        write_rows(rejects.files, options.rejected, rejected_schema(), read_files, "--rejected")
    return AuditReport(
        log.name,
        log.title,
        log.file,
        log.zone,
        tuple(rejects.counted(one) for one in units),
        tuple(rules),
        rejected,
        tuple(not_told),
        tuple(unmapped),
        tuple(_warnings(rejected)),
        _receipt(log, decider),
        engine.name,
        str(options.rows) if options.rows else None,
        str(options.rejected) if options.rejected else None,
        log.notes,
        log.offices,
        {code: decider.library.actors[actor].title for code, actor in log.agencies.items()},
    )


def tables_of(log: LinkedLog, work: Work, engine: Engine) -> Mapping[TableName, ReadTable]:
    """The log's tables on an engine; what is text is staged into the work folder first, once."""
    staged = stage(log, work.folder / "staged", lambda rows: None)
    return read(log, engine, staged)


def spans(log: LinkedLog) -> dict[TableName, tuple[datetime, datetime]]:
    """From when until when, in UTC, each table holds all there is."""
    return {
        name: (begins(table.complete[0], log.zone), ends(table.complete[1], log.zone))
        for name, table in log.tables.items()
        if table.complete is not None
    }


def made(
    log: LinkedLog,
    decider: Decider,
    tables: Mapping[TableName, ReadTable],
    complete: Mapping[TableName, tuple[datetime, datetime]],
    name: UnitName,
    engine: Engine,
    options: Options,
    memory: int,
) -> Unit:
    """One table of the log, ready to run on the days that are asked for."""
    chunks = plan(tables[name], rows_a_chunk(memory))
    asked = tuple(_asked(chunks, log, options))
    return unit(log, decider, tables[name], About(name, tables, complete), asked, engine)


def _asked(chunks: tuple[Chunk, ...], log: LinkedLog, options: Options) -> Iterator[Chunk]:
    """The chunks, cut to the days that are asked for."""
    first = begins(options.since, log.zone) if options.since else datetime.min
    behind = ends(options.until, log.zone) if options.until else datetime.max
    for chunk in chunks:
        since, until = max(chunk.since, first), min(chunk.until, behind)
        if since < until:
            cut = (since, until) != (chunk.since, chunk.until)
            yield replace(chunk, since=since, until=until, ids=None) if cut else chunk


def _run(
    one: Unit, decider: Decider, work: Work, engine: Engine, options: Options, tell: Progress
) -> tuple[UnitFound, list[Path]]:
    total, done = sum(chunk.rows for chunk in one.chunks), 0

    def more(rows: int) -> None:
        nonlocal done
        done += rows
        tell(done, total)

    tell(0, total)
    reasons = Reasons(one.verdicts.library, decider)
    evidence = Evidence(reasons, decider.positions, engine) if options.rows is not None else None
    counted, rows = run(one, work, evidence, more)
    return unit_counts(one, counted, reasons), rows


def _warnings(rejected: Any) -> Iterator[str]:
    for table in dict.fromkeys(one.table for one in rejected):
        count = sum(one.rows for one in rejected if one.table == table)
        if table not in get_args(UnitName):
            yield (
                f"{count} rows of {table} could not be read. What is said to be missing from {table} may be among them."
            )


def _receipt(log: LinkedLog, decider: Decider) -> Receipt:
    files = {**decider.library.files, log.file: log.digest}
    return Receipt(
        f"policy-compliance {__version__}",
        ("columns", *decider.engines),
        dict(sorted(files.items())),
        decider.positions,
        "proven",
        None,
    )
