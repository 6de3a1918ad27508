"""One table of an audit: which rules are about its rows, and what is run on an engine for each chunk of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from compliance.audit.about import About, Part, Settled, key_of, own_key
from compliance.audit.measures import asks_minutes, conditions, join, own_columns
from compliance.audit.moments import begins, day_of
from compliance.audit.plan import Chunk
from compliance.audit.profile import Profiles, constants_of, digits_of, measured
from compliance.audit.read import ROW, ReadTable
from compliance.audit.statements import Statements
from compliance.audit.verdicts import Verdicts, rules_about
from compliance.audit.windows import KEY, MINUTE, SURE, bins, bins_of_keys, counted, crowded, hash_of
from compliance.audit.zones import local
from compliance.engine.decide import Decider
from compliance.model.library import LinkedRule
from compliance.model.log import LinkedLog
from compliance.model.measure import Measure, TableName, leaves

COUNTED_BY = ("agency", "office", "user")
"""The columns that come along with a row's number, where the log has them."""
MONTHS = 24
LARGE = 4
"""A table about single rows is large when it has at least one row for so many of ours."""
MONTH = "month"
"""The column of the local month of a row, counted from 0 on."""


@dataclass(frozen=True)
class Unit:
    """A table whose rows are audited, ready to run."""

    log: LinkedLog
    table: ReadTable
    about: About
    profiles: Profiles
    verdicts: Verdicts
    measures: tuple[Measure, ...]
    chunks: tuple[Chunk, ...]
    statements: Statements

    @property
    def lookback(self) -> timedelta:
        """How long before a row other rows count for it."""
        return max(
            (one.within for one in leaves(self.measures) if one.count and one.within), default=timedelta()
        )

    @cached_property
    def near(self) -> dict[tuple[TableName, str], str]:
        """Tables about single rows that are asked, by the column that names the row: what is near a chunk is called."""
        asked = dict.fromkeys(
            (one.exists, theirs)
            for one in leaves(self.measures)
            if one.exists and self.about.known(one) and (theirs := own_key(one)) is not None
        )
        return {key: f"{self.table.linked.name}_near_{i}" for i, key in enumerate(asked)}

    def name(self, what: str) -> str:
        """What a view or table of this unit is called."""
        return f"{self.table.linked.name}_{what}"

    # --- rows ---------------------------------------------------------------------------------------------

    def clocked(self, rows: Any, since: datetime, until: datetime) -> Any:
        """Rows of a span of time with a key and their month, and their minute of the day where it is asked for."""
        key = rows[ROW] if ROW in rows.columns else rows.id
        columns = {KEY: key, MONTH: _month(rows.time, self.log.zone, since, until)}
        if asks_minutes(self.measures):
            clock = local(rows.time, self.log.zone, since.date(), until.date())
            columns[MINUTE] = clock.hour().cast("int64") * 60 + clock.minute().cast("int64")
        return rows.mutate(**columns)

    def around(self, chunk: Chunk) -> Any:
        """The rows of a chunk and those before it that count for them: spans are of whole seconds.

        They are `sure`, as long as it is not known which of them share their ids.
        """
        import ibis

        since = chunk.since.replace(microsecond=0) - self.lookback
        rows = self.clocked(self.table.between(since, chunk.until), since, chunk.until)
        return rows.mutate(**{SURE: ibis.literal(True)})

    def within(self, chunk: Chunk) -> Any:
        """The rows of a chunk."""
        return self.clocked(self.table.between(chunk.since, chunk.until), chunk.since, chunk.until)

    @cached_property
    def usual(self) -> Mapping[tuple[TableName, str], tuple[Measure, ...]]:
        """Of tables about single rows that are as large as ours: the measures that one match can fulfil all at once.

        Of most rows it does, and an engine finds the others by one join, however many matches there are.
        """
        rows = sum(chunk.rows for chunk in self.chunks)
        found: dict[tuple[TableName, str], tuple[Measure, ...]] = {}
        for table, theirs in self.near:
            other = self.about.tables[table].rows
            (count,) = self.statements.fetch(other.agg(n=other.count())).column("n").to_pylist()
            if count * LARGE >= rows:
                found[table, theirs] = _together(
                    one
                    for one in leaves(self.measures)
                    if one.exists == table and own_key(one) == theirs and self.about.known(one)
                )
        return found

    @property
    def largest(self) -> tuple[int, int]:
        """About how many rows a chunk has at most, and the rows around one."""
        chunks = self.chunks

        def share(other: Chunk, since: datetime) -> float:
            """How much of a chunk lies behind a moment, if its rows are spread evenly."""
            return min(max((other.until - since) / (other.until - other.since), 0), 1)

        around = (
            one.rows + sum(other.rows * share(other, one.since - self.lookback) for other in chunks[:i])
            for i, one in enumerate(chunks)
        )
        return max((one.rows for one in chunks), default=1), int(max(around, default=1))

    @cached_property
    def floors(self) -> Mapping[str, tuple[Measure, int]]:
        """Each count that is asked for, by `key_of`, with the number up to which the rules tell no counts apart."""
        counts = {key_of(one): one for one in leaves(self.measures) if one.count and self.about.known(one)}
        return {key: (one, self.about.floors.get(key, 0)) for key, one in counts.items()}

    def numbered(self, part: Part, of_each: bool = True) -> Any:
        """Each row's number, with what it is counted by and where it stands: Ibis table.

        Not `of_each` row, it is the number without the digits that hang on what rows are counted by.
        """
        joined, names = join(part, self.measures, self.about)
        columns = [name for name in COUNTED_BY if name in joined.columns]
        number = self.profiles.number(joined, names, of_each)
        return joined.select("id", *columns, "time", "file", "line", MONTH, number=number)

    @cached_property
    def queries(self) -> "Queries":
        """What is run for each chunk."""
        return Queries(self)


def _month(time: Any, zone: str, since: datetime, until: datetime) -> Any:
    """The local month of times of a span, counted from 0 on; of few months by where they begin, which is quicker."""
    import ibis

    first, last = (day.year * 12 + day.month - 1 for day in (day_of(since, zone), day_of(until, zone)))
    if last - first > MONTHS:
        clock = local(time, zone, since.date(), until.date())
        return clock.year().cast("int64") * 12 + clock.month().cast("int64") - 1
    starts = [
        (begins(date(month // 12, month % 12 + 1, 1), zone), month - 1)
        for month in range(first + 1, last + 1)
    ]
    before = [
        (time < ibis.literal(start, type="timestamp"), ibis.literal(month, type="int64"))
        for start, month in starts
    ]
    return (
        ibis.cases(*before, else_=ibis.literal(last, type="int64"))
        if before
        else ibis.literal(last, type="int64")
    )


def _together(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Measures that one match can fulfil all at once; the first ones, where values exclude each other."""
    found: list[Measure] = []
    for one in measures:
        if all(
            set(values) & set(other.has.get(column, values))
            for other in found
            for column, values in one.has.items()
        ):
            found.append(one)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Bins:
    """What is asked to find crowded keys by their bins."""

    rows: Any
    """Ibis table, as `windows.bins` has it."""
    number: int
    floor: int
    """How many rows of a bin are too few."""
    others: tuple[Any, ...]
    """Bins that come along in any case, as Ibis tables."""


class Queries:
    """The expressions that are run for every chunk, over names that stand for what the chunk has."""

    def __init__(self, unit: Unit) -> None:
        on, name = unit.statements, unit.name
        schema = unit.clocked(unit.table.rows, datetime(2000, 1, 1), datetime(2000, 1, 2)).schema()
        rows = on.named(name("part"), schema)
        around = on.named(name("around"), {**dict(schema.items()), SURE: "boolean"})
        id_ = hash_of()(rows.id) if on.hashes else rows.id
        self.extent = rows.agg(rows=rows.count(), different=id_.nunique())
        """How many rows there are, and how many ids at least."""
        self.in_order = _in_order(rows) if on.hashes else None
        """How many rows there are, and how many have an id behind that of the row before them."""
        self.edges = rows.agg(least=rows.id.min(), most=rows.id.max())
        """Between which texts the ids lie."""
        self.twice = _repeated(around)
        near = {
            key: on.named(near, unit.about.tables[key[0]].rows.schema()) for key, near in unit.near.items()
        }
        self.kept: dict[str, Any] = {}
        """What is worked out and kept first, in this order, by name."""
        counts: dict[str, Any] = {}
        self.bins: dict[str, Bins] = {}
        """Where an engine has hashes, what is found in `bins` before that."""
        # At least a bin for each row, so that few are crowded by chance; none where spans take in many chunks.
        chunk, around_one = unit.largest
        number = 1 << around_one.bit_length() if on.hashes and around_one <= 2 * chunk else 0
        for i, (key, (measure, floor)) in enumerate(unit.floors.items()):
            lost = unit.about.lost(measure).keys
            if number:
                many = bins(measure, around, number)
                others = () if lost is None else (bins_of_keys(lost, number),)
                self.bins[f"crowded_{i}"] = Bins(many, number, floor, others)
            else:
                many = self.kept[name(f"crowded_{i}")] = crowded(measure, around, floor, lost)
            among = on.named(name(f"crowded_{i}"), many.schema())
            found = counted(measure, around, floor, lost, among, number)
            self.kept[name(f"count_{i}")] = found
            counts[key] = on.named(name(f"count_{i}"), found.schema())
        settled: dict[str, Settled] = {}
        for i, (key_, measures) in enumerate(unit.usual.items()):
            unusual = _unusual(rows, near[key_], key_[1], measures)
            few = on.named(name(f"unusual_{i}"), unusual.schema())
            joined, columns = join(Part(few, {}, near, {}, len(measures) == 1), measures, unit.about)
            truths = [f"{column}_{which}" for column in columns.values() for which in ("yes", "no")]
            looked_into = joined.select(*truths, other=KEY)
            self.kept |= {name(f"unusual_{i}"): unusual, name(f"settled_{i}"): looked_into}
            others = on.named(name(f"settled_{i}"), looked_into.schema())
            settled |= {key: Settled(others, column) for key, column in columns.items()}
        part = Part(rows, counts, near, settled)
        self.rows = unit.numbered(part)
        """All rows of the chunk with their numbers; worked out again each time."""
        by = [column for column in COUNTED_BY if column in self.rows.columns]
        plain = unit.numbered(part, of_each=False)
        grouped = plain.group_by(["number", *by, MONTH]).agg(rows=plain.count(), example=plain.id.min())
        grouped = grouped.mutate(number=unit.profiles.completed(grouped.number, grouped))
        self.kept[name("groups")] = grouped
        groups = on.named(name("groups"), grouped.schema())
        self.numbers = (
            groups.group_by("number")
            .agg(rows=_total(groups), example=groups.example.min())
            .order_by("number")
        )
        known = on.named(name("known"), _KNOWN)
        met = groups.inner_join(known, groups.number == known.n)
        places = [column for column in ("agency", "office") if column in met.columns]
        self.by_place = met.group_by(["verdict", *places, MONTH]).agg(rows=_total(met))
        wrong = met.filter(met.broken)
        self.by_user = (
            wrong.group_by(["verdict", "user"]).agg(rows=_total(wrong)) if "user" in met.columns else None
        )


_KNOWN = {"n": "int64", "verdict": "string", "broken": "boolean"}


def _unusual(rows: Any, other: Any, theirs: str, measures: tuple[Measure, ...]) -> Any:
    """The rows, as far as measures ask of them, without a match in another table that fulfils all of these at once."""
    on = [rows.id == other[theirs]]
    for measure in measures:
        on += conditions(rows, other.__getitem__, measure, other.columns)
    return rows.select(*own_columns(measures, rows)).anti_join(other, on)


def _total(groups: Any) -> Any:
    return groups.rows.sum().cast("int64")


def _in_order(rows: Any) -> Any:
    """Of rows in whatever order an engine has them: each id is there once if all but one come behind the one before.

    An engine that reads them in several runs has more first rows, so that nothing is shown.
    """
    following = rows.select("id", before=rows.id.lag())
    behind = (following.id > following.before).cast("int64").sum()
    return following.agg(rows=following.count(), behind=behind)


def _repeated(rows: Any) -> Any:
    groups = rows.group_by("id").agg(n=rows.count())
    return groups.filter(groups.n > 1).select("id")


def unit(
    log: LinkedLog,
    decider: Decider,
    table: ReadTable,
    about: About,
    chunks: tuple[Chunk, ...],
) -> Unit:
    """A table of a log under a library. `chunks` are all of its rows that are asked for, in order of time."""
    library = decider.library
    constants = constants_of(log, table.linked, library)
    rules = rules_about(decider, constants)
    asked = {fact for rule in rules for fact in library.support_of[rule.id].facts}
    digits = tuple(digits_of(log, table.linked, library, rules, about))
    days, cuts = _stretches(log, decider, rules, chunks)
    profiles = Profiles(
        digits, {fact: known for fact, known in constants.items() if fact in asked}, days, cuts
    )
    measures = tuple(measured(library, table.linked, asked, about).values())
    verdicts = Verdicts(decider, rules, profiles)
    return Unit(log, table, about, profiles, verdicts, measures, chunks, about.statements)


def _stretches(
    log: LinkedLog, decider: Decider, rules: tuple[LinkedRule, ...], chunks: Sequence[Chunk]
) -> tuple[tuple[date, ...], tuple[datetime, ...]]:
    """A day of each stretch of unchanging law that rows are of, and when those behind the first begin."""
    if not chunks:
        return (date.min,), ()
    first, last = day_of(chunks[0].since, log.zone), day_of(chunks[-1].last, log.zone)
    changes = [day for day in replace(decider.library, rules=rules).changes if first < day <= last]
    return (first, *changes), tuple(begins(day, log.zone) for day in changes)
