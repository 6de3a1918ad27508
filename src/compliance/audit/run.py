"""An audit from end to end: the log read, each table run in chunks, counts and rows put together.

audit(log, decider, Options(engine="duckdb"), tell)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import get_args
from uuid import uuid4

from compliance import __version__
from compliance.audit import agreements, spark
from compliance.audit.about import About
from compliance.audit.chunks import Chunks
from compliance.audit.counted import UnitFound, agreement_counts, unit_counts
from compliance.audit.engines import Engine, connect
from compliance.audit.error import AuditError
from compliance.audit.evidence import Evidence
from compliance.audit.failures import explained
from compliance.audit.fingerprint import check_unchanged, fingerprint, input_files
from compliance.audit.moments import MICROSECOND, begins, day_of, ends
from compliance.audit.plan import Chunk, plan, rows_a_chunk
from compliance.audit.read import ReadTable, read
from compliance.audit.reasons import Reasons
from compliance.audit.rejects import TWICE, Rejects
from compliance.audit.rows import rejected_schema, violations_schema, write_rows
from compliance.audit.stage import stage
from compliance.audit.statements import Statements, statements
from compliance.audit.unit import Unit, unit
from compliance.audit.untold import of_table, of_unit
from compliance.audit.work import PLACE, Work, open_work
from compliance.engine.decide import Decider
from compliance.model.audit import AuditReport, Rejected, Untold
from compliance.model.finding import Receipt
from compliance.model.log import LinkedLog
from compliance.model.measure import TableName, UnitName, leaves

Progress = Callable[[int, int | None], None]
"""Is told how many rows are done, of how many; of None while text is read, where no one knows how many there are."""
MEMORY = 1_000_000_000
"""Bytes that an audit keeps to when nothing else is said."""
SPARK_MEMORY = 2 * MEMORY
"""The same with Spark, whose Java takes much of that for itself."""
LARGE: tuple[UnitName, ...] = ("queries", "disseminations")
"""The tables that are run in chunks."""


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
    under: tuple[str, ...] = ()
    """The options of a command that choose the law; the report repeats them."""

    @property
    def bytes(self) -> int:
        """How much memory it keeps to."""
        return self.memory or (SPARK_MEMORY if spark.master_of(self.engine.strip()) else MEMORY)


@dataclass(frozen=True)
class Tables:
    """A log's tables on an engine."""

    log: LinkedLog
    tables: Mapping[TableName, ReadTable]
    complete: Mapping[TableName, tuple[datetime, datetime]]
    """From when until when, in UTC, each holds all there is."""
    statements: Statements

    def unit(self, name: UnitName, decider: Decider, options: Options) -> Unit:
        """One of the tables, ready to run on the days that are asked for."""
        chunks = plan(self.tables[name], rows_a_chunk(options.bytes))
        about = About(name, self.tables, self.complete, self.statements)
        return unit(self.log, decider, self.tables[name], about, tuple(asked(chunks, self.log.zone, options)))

    def days(self, options: Options) -> tuple[date, date]:
        """The days that an audit of agreements is about: those asked for, else those that the log has rows of."""
        spans = [
            (day_of(chunks[0].since, self.log.zone), day_of(chunks[-1].last, self.log.zone))
            for name in LARGE
            if name in self.tables and (chunks := plan(self.tables[name], MEMORY))
        ]
        spans += [table.complete for table in self.log.tables.values() if table.complete and not spans]
        if not spans and not (options.since and options.until):
            raise AuditError(
                "no table says which days the agreements are audited for; give --since and --until"
            )
        first = options.since or min(span[0] for span in spans)
        return first, options.until or max(span[1] for span in spans)


def audit(
    log: LinkedLog,
    decider: Decider,
    options: Options,
    tell: Progress,
    then: Callable[[AuditReport], None] = lambda report: None,
) -> AuditReport:
    """Every row of a log against the rules that it can be about.

    `then` is given the report; what was kept is removed once it is done with it. Raises AuditError with what stands in
    the way and what to do; finished chunks are kept then.
    """
    folder = Path(log.file).parent
    before = input_files(log, folder)
    told = {
        "engine": options.engine.rpartition("@")[2],
        "memory": str(options.memory),
        "since": str(options.since),
        "until": str(options.until),
        "rows": str(options.rows is not None),
    }
    seen = fingerprint(__version__, log.digest, decider.library.files, decider.positions, told, before)
    seen[PLACE] = str(Path(log.file).resolve())
    if any(table.table is not None for table in log.tables.values()):
        seen["run"] = (
            uuid4().hex
        )  # nothing tells whether a database is as it was, so that no run goes on with another's
    with open_work(options.work, seen) as work:
        with (
            explained(log, work.folder),
            connect(options.engine, options.bytes, work.scratch) as engine,
            statements(engine) as on,
        ):
            found = _Audit(tables_of(log, work, on, tell), decider, options, work)
            for name in LARGE:
                if name in log.tables:
                    found.run(name, tell)
            if "agreements" in log.tables:
                found.check_agreements()
            found.reject()
            check_unchanged(before, log, folder)
            report = found.report(engine)
        then(report)
        work.forget()
    return report


def tables_of(
    log: LinkedLog, work: Work, on: Statements, tell: Progress = lambda done, total: None
) -> Tables:
    """The log's tables on an engine; what is text is staged into the work folder first, once.

    `tell` is told how many rows were read for that.
    """
    staged = stage(log, work.folder / "staged", lambda rows: tell(rows, None))
    complete = {
        name: (begins(table.complete[0], log.zone), ends(table.complete[1], log.zone))
        for name, table in log.tables.items()
        if table.complete is not None
    }
    return Tables(log, read(log, on.engine, staged), complete, on)


def asked(chunks: Iterable[Chunk], zone: str, options: Options) -> Iterator[Chunk]:
    """The chunks, cut to the days that are asked for."""
    first = begins(options.since, zone) if options.since else datetime.min
    behind = ends(options.until, zone) + MICROSECOND if options.until else datetime.max
    for chunk in chunks:
        since, until = max(chunk.since, first), min(chunk.until, behind)
        if since < until:
            yield replace(chunk, since=since, until=until, cut=bool(options.since or options.until))


class _Audit:
    """What was found so far."""

    def __init__(self, tables: Tables, decider: Decider, options: Options, work: Work) -> None:
        self._tables, self._decider, self._options, self._work = tables, decider, options, work
        self._rejects = Rejects(tables.statements, work)
        self._found: list[UnitFound] = []
        self._rows: list[Path] = []
        self._untold: list[Untold] = []
        self._unmapped: dict[UnitName, tuple[str, ...]] = {}

    def run(self, name: UnitName, tell: Progress) -> None:
        """Run a table chunk by chunk."""
        one = self._tables.unit(name, self._decider, self._options)
        reasons = Reasons(one.verdicts.library, self._decider)
        evidence = None
        if self._options.rows is not None:
            evidence = Evidence(reasons, self._decider.positions, one.statements)
        chunks = Chunks(one, self._work, evidence)
        counted, rows = chunks.run(_adding(tell, sum(chunk.rows for chunk in one.chunks)))
        found = unit_counts(one, counted, reasons)
        self._found.append(found)
        self._rows += rows
        self._untold += of_unit(one, found.numbers, found.agencies)
        self._unmapped[name] = one.verdicts.unmapped
        if one.chunks:
            rows_ = one.table.between(one.chunks[0].since, one.chunks[-1].until)
            self._rejects.twice(name, rows_, chunks.twice)

    def check_agreements(self) -> None:
        """Check each agency with access."""
        log, decider = self._tables.log, self._decider
        measures = agreements.measures_of(decider).values()
        small = agreements.small_tables(self._tables.tables, measures, self._tables.complete)
        days = self._tables.days(self._options)
        self._found.append(agreement_counts(decider.library, agreements.checked(log, decider, small, days)))

    def reject(self) -> None:
        """Take in the rows that could not be read, and what columns do not tell."""
        for table in self._tables.tables.values():
            self._rejects.table(table)
            self._untold += of_table(table, self._tables.statements)

    @property
    def _looked_into(self) -> set[TableName | None]:
        """The tables that only help, and those that measures of other tables look into."""
        asked = [one for one in self._decider.library.measures.values() if one.of in self._tables.tables]
        helping = set(self._tables.tables) - set(get_args(UnitName))
        return helping | {leaf.exists or leaf.longest_gap for leaf in leaves(asked)}

    @property
    def _counted(self) -> set[TableName | None]:
        """The tables whose rows measures count."""
        return {leaf.count for leaf in leaves(list(self._decider.library.measures.values())) if leaf.count}

    def report(self, engine: Engine) -> AuditReport:
        """All of it, once the rows are written."""
        log, options, rejected = self._tables.log, self._options, self._rejects.found()
        files = [path for table in log.tables.values() for path in table.files]
        if options.rejected is not None:
            write_rows(self._rejects.files, options.rejected, rejected_schema(), files, "--rejected")
        if not any(one.unit.decided for one in self._found):
            self._work.forget()  # nothing in it would come out differently
            raise AuditError(_nothing(rejected, options))
        if options.rows is not None:
            write_rows(self._rows, options.rows, violations_schema(self._decider.positions), files)
        return AuditReport(
            log.name,
            log.title,
            log.file,
            log.zone,
            tuple(self._rejects.counted(one.unit) for one in self._found),
            tuple(rule for one in self._found for rule in one.rules),
            rejected,
            tuple(self._untold),
            {unit: facts for unit, facts in self._unmapped.items() if facts},
            (*_warnings(rejected, self._looked_into), *_short_counts(rejected, self._counted)),
            _receipt(log, self._decider),
            engine.name,
            str(options.rows) if options.rows else None,
            str(options.rejected) if options.rejected else None,
            log.notes,
            log.offices,
            {code: self._decider.library.actors[actor].title for code, actor in log.agencies.items()},
            options.under,
        )


def _adding(tell: Progress, total: int) -> Callable[[int], None]:
    done = 0

    def more(rows: int) -> None:
        nonlocal done
        done += rows
        tell(done, total)

    tell(0, total)
    return more


def _nothing(rejected: Sequence[Rejected], options: Options) -> str:
    """Why no row was decided about, and what to do."""
    told = "no row could be decided about: "
    if rejected:
        most = max(rejected, key=lambda one: one.rows)
        where = f" ({most.places[0]})" if most.places else ""
        return told + (
            f"rejected were {sum(one.rows for one in rejected):,}, most often since {most.reason}{where}; "
            "see what the log format says of columns and times"
        )
    if options.since or options.until:
        return told + f"none is from {options.since or 'the first'} to {options.until or 'the last day'}"
    return told + "the log has none"


def _warnings(rejected: Iterable[Rejected], looked_into: set[TableName | None]) -> Iterator[str]:
    counts: dict[TableName, int] = {}
    for one in (one for one in rejected if one.table in looked_into and one.reason != TWICE):
        counts[one.table] = counts.get(one.table, 0) + one.rows
    for table, rows in counts.items():
        told = f"{rows:,} rows of {table}" if rows != 1 else f"1 row of {table}"
        yield (
            f"{told} could not be read. What seems to be missing from {table} may be among them, and counts as "
            "unknown: where such a row names it, or everywhere if one of them names nothing."
        )


def _short_counts(rejected: Iterable[Rejected], counted: set[TableName | None]) -> Iterator[str]:
    counts: dict[TableName, int] = {}
    for one in (one for one in rejected if one.table in counted):
        counts[one.table] = counts.get(one.table, 0) + one.rows
    for table, rows in counts.items():
        told = f"{rows:,} rows of {table}" if rows != 1 else f"1 row of {table}"
        yield (
            f"Counts within a span of time may be greater by what was rejected: {told}. Where they could pass a limit "
            "with such rows that name the same, or lack what is compared, they count as unknown."
        )


def _receipt(log: LinkedLog, decider: Decider) -> Receipt:
    files = {**decider.library.files, log.file: log.digest}
    engines = ("columns", *decider.engines)
    return Receipt(
        f"policy-compliance {__version__}",
        engines,
        dict(sorted(files.items())),
        decider.positions,
        "proven",
        None,
    )
