"""One table of an audit: which rules are about its rows, and what is run on an engine for each chunk of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from compliance.audit.measures import (
    About,
    Part,
    asked_of_us,
    asks_minutes,
    join,
    key_of,
    leaves,
    own_key,
)
from compliance.audit.moments import begins, day_of
from compliance.audit.plan import Chunk
from compliance.audit.profile import Profiles, constants_of, digits_of, is_late, measured
from compliance.audit.read import ReadTable
from compliance.audit.statements import Statements
from compliance.audit.verdicts import Verdicts, rules_about
from compliance.audit.windows import MINUTE
from compliance.audit.zones import local
from compliance.engine.decide import Decider
from compliance.model.library import LinkedRule
from compliance.model.log import LinkedLog
from compliance.model.measure import Measure, TableName

COUNTED_BY = ("agency", "office", "user")
"""The columns that come along with a row's number, where the log has them."""
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
        """Rows of a span of time with their month, and their minute of the day where it is asked for."""
        clock = local(rows.time, self.log.zone, since.date(), until.date())
        columns = {MONTH: clock.year().cast("int64") * 12 + clock.month().cast("int64") - 1}
        if asks_minutes(self.measures):
            columns[MINUTE] = clock.hour().cast("int64") * 60 + clock.minute().cast("int64")
        return rows.mutate(**columns)

    def around(self, chunk: Chunk) -> Any:
        """The rows of a chunk and those before it that count for them: spans are of whole seconds."""
        since = chunk.since.replace(microsecond=0) - self.lookback
        return self.clocked(self.table.between(since, chunk.until), since, chunk.until)

    def within(self, chunk: Chunk) -> Any:
        """The rows of a chunk."""
        return self.clocked(self.table.between(chunk.since, chunk.until), chunk.since, chunk.until)

    def numbered(self, part: Part, one_each: bool) -> Any:
        """Each row's number, with what it is counted by and where it stands: Ibis table.

        Tables about single rows are large. They are joined last, to rows that are narrow by then.
        """
        about = replace(self.about, one_each=one_each)
        late = [one for one in self.measures if is_late(one)]
        early = [one for one in self.measures if not is_late(one)]
        joined, names = join(part.rows, part, early, about)
        kept = dict.fromkeys(["id", *COUNTED_BY, "time", "file", "line", MONTH])
        for one in leaves(late):
            kept |= dict.fromkeys(ours for ours in asked_of_us(one))
            if (found := names.get(key_of(one))) is not None:
                kept[found] = None
        narrow = joined.select(
            *(name for name in kept if name in joined.columns), number=self.profiles.early(joined, names)
        )
        wide, more = join(narrow, part, [one for one in leaves(late) if key_of(one) not in names], about, "n")
        columns = [name for name in COUNTED_BY if name in wide.columns]
        number = wide.number + self.profiles.late(wide, {**names, **more})
        return wide.select("id", *columns, "time", "file", "line", MONTH, number=number)

    @cached_property
    def queries(self) -> "Queries":
        """What is run for each chunk."""
        return Queries(self)


class Queries:
    """The expressions that are run for every chunk, over tables that stand for the chunk at hand."""

    def __init__(self, unit: Unit) -> None:
        named = unit.statements.named
        schema = unit.clocked(unit.table.rows, datetime(2000, 1, 1), datetime(2000, 1, 2)).schema()
        rows, around = named(unit.name("part"), schema), named(unit.name("around"), schema)
        near = {key: named(name, unit.about.tables[key[0]].rows.schema()) for key, name in unit.near.items()}
        self.extent = rows.agg(least=rows.id.min(), most=rows.id.max())
        self.numbered = unit.numbered(Part(rows, around, near), True)
        """The rows with their numbers, as if each had one match at most in tables about single rows."""
        once = named(unit.name("numbered"), self.numbered.schema())
        self.suspects = _repeated(once)
        """The ids that then come more than once."""
        suspects = named(unit.name("suspects"), {"suspect": "string"})
        few = rows.semi_join(suspects, rows.id == suspects.suspect)
        self.twice = _repeated(few)
        """Those of them that more than one row has."""
        self.several = unit.numbered(Part(few, around, near), False)
        """The rows of the suspects with their numbers, all their matches looked at."""
        again = named(unit.name("several"), self.several.schema())
        self.mended = once.anti_join(suspects, once.id == suspects.suspect).union(again)
        self.rows = named(unit.name("rows"), self.numbered.schema())
        """All rows of the chunk with their numbers."""
        numbered = self.rows
        self.numbers = (
            numbered.group_by("number")
            .agg(rows=numbered.count(), example=numbered.id.min())
            .order_by("number")
        )
        known = named(unit.name("known"), _known_schema())
        met = numbered.inner_join(known, numbered.number == known.n)
        places = [name for name in ("agency", "office") if name in met.columns]
        self.by_place = met.group_by(["verdict", *places, MONTH]).agg(rows=met.count())
        wrong = met.filter(met.broken)
        self.by_user = (
            wrong.group_by(["verdict", "user"]).agg(rows=wrong.count()) if "user" in met.columns else None
        )


def _repeated(rows: Any) -> Any:
    groups = rows.group_by("id").agg(n=rows.count())
    return groups.filter(groups.n > 1).select("id")


def _known_schema() -> Mapping[str, str]:
    return {"n": "int64", "verdict": "string", "broken": "boolean"}


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
