"""One table of an audit, chunk by chunk: rows joined and numbered, verdicts looked up, counts and rows kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from compliance.audit import cells
from compliance.audit.engines import Engine
from compliance.audit.evidence import Evidence
from compliance.audit.measures import MINUTE, About, Part, asks_minutes, join, leaves
from compliance.audit.moments import begins, day_of
from compliance.audit.plan import Chunk, apart
from compliance.audit.profile import Profiles, constants_of, digits_of, measured
from compliance.audit.read import ReadTable
from compliance.audit.verdicts import Verdicts, rules_about
from compliance.audit.work import Work
from compliance.audit.zones import local
from compliance.engine.decide import Decider
from compliance.model.log import LinkedLog
from compliance.model.measure import Measure

KEPT = ("id", "agency", "office", "user")
"""The columns that come along with the numbers, where the log has them."""


@dataclass
class Unit:
    """A table whose rows are audited, ready to run."""

    log: LinkedLog
    table: ReadTable
    about: About
    profiles: Profiles
    verdicts: Verdicts
    measures: tuple[Measure, ...]
    chunks: tuple[Chunk, ...]
    engine: Engine
    twice: list[str] = field(default_factory=list)
    """Ids that are on more than one row, as far as was looked."""

    @property
    def lookback(self) -> timedelta:
        """How long before a row other rows count for it."""
        return max(
            (one.within for one in leaves(self.measures) if one.count and one.within), default=timedelta()
        )

    # --- the rows -----------------------------------------------------------------------------------------

    def once(self, rows: Any) -> Any:
        """Rows without those whose id is on more than one."""
        import ibis

        if not self.twice:
            return rows
        twice = ibis.memtable({"twice": sorted(set(self.twice))})
        return rows.anti_join(twice, rows.id == twice.twice)

    def part(self, chunk: Chunk) -> Part:
        """The rows of a chunk, and those before it that count for them."""
        within = self.once(self.table.between(chunk.since, chunk.until))
        around = self.once(self.table.between(chunk.since - self.lookback, chunk.until))
        return Part(self._timed(within, chunk), self._timed(around, chunk), chunk.since, chunk.ids)

    def _timed(self, rows: Any, chunk: Chunk) -> Any:
        if not asks_minutes(self.measures):
            return rows
        clock = local(rows.time, self.log.zone, (chunk.since - self.lookback).date(), chunk.until.date())
        return rows.mutate(**{MINUTE: (clock.hour() * 60 + clock.minute()).cast("int64")})

    def numbered(self, part: Part, span: tuple[datetime, datetime], about: About) -> Any:
        """Each row's number, with what it is counted by: Ibis table."""
        joined, names = join(part, self.measures, about)
        clock = local(joined.time, self.log.zone, span[0].date(), span[1].date())
        columns = {name: joined[name] for name in KEPT if name in joined.columns}
        month = (clock.year().cast("int64") * 12 + clock.month().cast("int64") - 1).cast("int64")
        numbered = joined.mutate(number=self.profiles.number(joined, names), month=month)
        return numbered.select(*columns, "time", "file", "line", "number", "month")

    def twice_in(self, since: datetime | None, until: datetime | None) -> list[str]:
        """The ids that are on more than one row of a span of time."""
        rows = self.table.rows if since is None or until is None else self.table.between(since, until)
        groups = rows.group_by("id").agg(n=rows.count())
        found = groups.filter(groups.n > 1).select("id").to_pyarrow()
        return [str(one) for one in found.column("id").to_pylist()]


def unit(
    log: LinkedLog,
    decider: Decider,
    table: ReadTable,
    about: About,
    chunks: tuple[Chunk, ...],
    engine: Engine,
) -> Unit:
    """A table of a log under a library. `chunks` are all of its rows, in order of time."""
    library = decider.library
    constants = constants_of(log, table.linked, library)
    rules = rules_about(decider, constants)
    asked = {fact for rule in rules for fact in library.support_of[rule.id].facts}
    digits = tuple(digits_of(log, table.linked, library, rules, about))
    days, cuts = _stretches(log, decider, rules, chunks)
    profiles = Profiles(
        digits, {fact: known for fact, known in constants.items() if fact in asked}, days, cuts
    )
    measures = tuple(measured(library, table.linked, asked).values())
    return Unit(log, table, about, profiles, Verdicts(decider, rules, profiles), measures, chunks, engine)


def _stretches(
    log: LinkedLog, decider: Decider, rules: Sequence[Any], chunks: Sequence[Chunk]
) -> tuple[tuple[date, ...], tuple[datetime, ...]]:
    """A day of each stretch of unchanging law that rows are of, and when those behind the first begin."""
    if not chunks:
        return (date.min,), ()
    first, last = day_of(chunks[0].since, log.zone), day_of(chunks[-1].last, log.zone)
    changes = [day for day in replace(decider.library, rules=tuple(rules)).changes if first < day <= last]
    return (first, *changes), tuple(begins(day, log.zone) for day in changes)


# --- running ------------------------------------------------------------------------------------------------


def run(
    one: Unit, work: Work, evidence: Evidence | None, tell: Callable[[int], None]
) -> tuple[list[Path], list[Path]]:
    """Every chunk that is not finished yet; the kept cells and rows of all. `tell` is told of rows as they are done."""
    separate = apart(one.chunks)
    if not separate:
        one.twice = one.twice_in(None, None)
    counted, rows = [], []
    for chunk in one.chunks:
        name = f"{chunk.name}.cells"
        if separate:
            one.twice += one.twice_in(chunk.since, chunk.until)
        path = work.done(name)
        if path is None:
            _chunk(one, chunk, work, evidence)
            path = work.done(name)
        assert path is not None
        counted.append(path)
        if evidence is not None:
            kept = work.done(f"{chunk.name}.rows")
            assert kept is not None
            rows.append(kept)
        tell(chunk.rows)
    return counted, rows


def _chunk(one: Unit, chunk: Chunk, work: Work, evidence: Evidence | None) -> None:
    part = one.part(chunk)
    if part.ids is None:
        part = replace(part, ids=_ids(part.rows))
    span = (chunk.since, chunk.until)
    numbered = one.numbered(part, span, one.about).cache()
    if one.about.one_each:
        there, expected = (rows.count().execute() for rows in (numbered, part.rows))
        if there != expected:
            # Some row has several matches where one is usual: these are looked at together, which takes longer.
            numbered = one.numbered(part, span, replace(one.about, one_each=False)).cache()
    groups = numbered.group_by("number").agg(rows=numbered.count(), example=numbered.id.min())
    numbers = groups.order_by("number").to_pyarrow()
    one.verdicts.decide(numbers.column("number").to_pylist())
    tables = _cells(one, numbered, numbers)
    if evidence is not None:
        work.keep(f"{chunk.name}.rows", lambda path: evidence.write(one, numbered, numbers, path))
    work.keep(f"{chunk.name}.cells", lambda path: cells.write(tables, path))


def _ids(rows: Any) -> tuple[str, str] | None:
    found = rows.agg(least=rows.id.min(), most=rows.id.max()).to_pyarrow().to_pylist()[0]
    return None if found["least"] is None else (found["least"], found["most"])


def _cells(one: Unit, numbered: Any, numbers: Any) -> list[Any]:
    import ibis
    import pyarrow as pa

    listed = numbers.column("number").to_pylist()
    verdicts = [one.verdicts.of(number) for number in listed]
    broken = [bool(one.verdicts.broken(verdict)) for verdict in verdicts]
    examples = numbers.append_column("kind", pa.array([cells.NUMBERS] * len(listed), pa.string()))
    examples = examples.append_column("verdict", pa.array(verdicts, pa.string()))
    known = ibis.memtable(
        pa.table(
            {"n": pa.array(listed, pa.int64()), "verdict": pa.array(verdicts, pa.string()), "broken": broken}
        )
    )
    met = numbered.inner_join(known, numbered.number == known.n)
    places = [name for name in ("agency", "office") if name in met.columns]
    by_place = met.group_by(["verdict", *places, "month"]).agg(rows=met.count())
    found = [examples, _kind(by_place.to_pyarrow(), cells.PLACES)]
    if "user" in met.columns:
        wrong = met.filter(met.broken)
        by_user = wrong.group_by(["verdict", "user"]).agg(rows=wrong.count())
        found.append(_kind(by_user.to_pyarrow(), cells.USERS))
    return found


def _kind(table: Any, kind: str) -> Any:
    import pyarrow as pa

    return table.append_column("kind", pa.array([kind] * table.num_rows, pa.string()))
