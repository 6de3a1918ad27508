"""Measures as Ibis expressions over the rows of a table, joined with what they ask about.

    joined = join(rows, measures, about)
    truth = about.truth(measure, joined)

`naive` says what each means; tests hold the two equal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any, Literal

from compliance.audit import naive
from compliance.audit.naive import pairs, written
from compliance.audit.read import ReadTable
from compliance.audit.related import Two, askable, intervals, keys
from compliance.audit.statements import Statements
from compliance.audit.windows import counted
from compliance.model.log import NEEDED
from compliance.model.measure import Measure, TableName, UnitName

Way = Literal["own", "intervals", "keys", "grouped"]


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a unit that are looked at together."""

    rows: Any
    """Ibis table; no id is there twice."""
    around: Any
    """The same and those before them that a span can reach, for counting."""
    near: Mapping[tuple[TableName, str], Any] = field(default_factory=dict)
    """Tables about single rows, by the column that names the row: those of their rows that can be about this part's."""


@dataclass
class About:
    """A unit, the tables beside it, and what was made ready of them once for all parts."""

    unit: UnitName
    tables: Mapping[TableName, ReadTable]
    complete: Mapping[TableName, tuple[datetime, datetime]]
    """From when until when, in UTC, a table holds all there is."""
    statements: Statements
    floors: dict[str, int] = field(default_factory=dict)
    """For each count, by its key: up to which number the rules tell no numbers apart."""
    one_each: bool = True
    """Whether a row is taken to have one match at most in tables about single rows; `grouped` asks nothing of them."""
    _ready: dict[str, Two] = field(default_factory=dict)
    _unclear: dict[tuple[TableName, str], bool] = field(default_factory=dict)

    def way(self, measure: Measure) -> Way:
        """How a match is looked for."""
        if own_key(measure) is not None:
            return "own" if self.one_each else "grouped"
        if measure.differs:
            return "grouped"
        return "intervals" if measure.valid_at or measure.within else "keys"

    def ready(self, measure: Measure) -> Two:
        """The other table's intervals or keys, worked out once."""
        key = key_of(measure)
        if key not in self._ready:
            other = self.tables[_other(measure)]
            made = intervals(measure, other) if self.way(measure) == "intervals" else keys(measure, other)
            name = f"{self.unit}_ready_{len(self._ready)}"
            sure, maybe = (
                None if one is None else self.statements.keep(f"{name}_{i}", one)
                for i, one in enumerate(made)
            )
            self._ready[key] = (sure, maybe)
        return self._ready[key]

    def known(self, measure: Measure) -> bool:
        """Whether the log can show anything of it at all."""
        own, ours = self.tables[self.unit].rows.columns, asked_of_us(measure)
        if measure.given is not None:
            return measure.given in own
        if measure.kind == "exists":
            other = self.tables.get(_other(measure))
            return other is not None and askable(measure, other) and all(name in own for name in ours)
        return all(name in own for name in ours)

    def shows(self, measure: Measure) -> bool:
        """Whether anything is known of it for any row; what is chosen hangs on the first option."""
        if measure.choose:
            return self.shows(measure.choose[0].when)
        return any(self.shows(one) for one in measure.parts) if measure.parts else self.known(measure)

    def unclear(self, measure: Measure) -> bool:
        """Whether a missing match says nothing, since some row of the other table lacks what it is looked up by."""
        table = _other(measure)
        for theirs, _ in pairs(measure.same):
            if theirs not in NEEDED[table]:
                if (table, theirs) not in self._unclear:
                    rows = self.tables[table].rows
                    empty = rows.filter(rows[theirs].isnull()).limit(1).select(theirs)
                    self._unclear[table, theirs] = self.statements.fetch(empty).num_rows > 0
                if self._unclear[table, theirs]:
                    return True
        return False


def key_of(measure: Measure) -> str:
    """A measure by its content."""
    return measure.model_dump_json(exclude_defaults=True, exclude={"of"})


def asked_of_us(measure: Measure) -> list[str]:
    """The columns of our own rows that a measure looks at."""
    if measure.given is not None:
        return [measure.given, written(measure.given)]
    return naive.asked_of_us(measure)


def own_key(measure: Measure) -> str | None:
    """The column of another table that names a row of ours by its id; None where the measure asks for no such one."""
    return next((theirs for theirs, ours in pairs(measure.same) if ours == "id"), None)


def leaves(measures: Sequence[Measure]) -> Iterator[Measure]:
    """The measures inside of which there are no others."""
    for measure in measures:
        if measure.parts:
            yield from leaves(measure.parts)
        else:
            yield measure


def _other(measure: Measure) -> TableName:
    assert measure.exists is not None
    return measure.exists


# --- joining ----------------------------------------------------------------------------------------------


def join(
    rows: Any, part: Part, measures: Sequence[Measure], about: About, mark: str = "m"
) -> tuple[Any, dict[str, str]]:
    """The part's rows with a column for every single measure, and the names of these by `key_of`.

    `rows` are those of the part, with what they keep. A yes-no measure's column is a boolean, null where unknown;
    a count's is null up to its floor. Rows stay as many as they are where `about.one_each` is true of the tables; who
    calls compares.
    """
    asked = {key_of(one): one for one in leaves(measures) if about.known(one)}
    joined, names = rows, {key: f"{mark}{i}" for i, key in enumerate(asked)}
    own: dict[tuple[TableName, str], list[str]] = {}
    for key, measure in asked.items():
        match measure.kind:
            case "given":
                cells = [one for one in asked_of_us(measure) if one in joined.columns]
                joined = joined.mutate(**{names[key]: joined[cells[-1]].notnull()})
            case "count":
                joined = _with_count(joined, names[key], part, measure, about.floors.get(key, 0))
            case "exists" if about.way(measure) == "own":
                own.setdefault((_other(measure), str(own_key(measure))), []).append(key)
            case "exists" if about.way(measure) == "grouped":
                joined = _with_group(joined, names[key], part, measure, about)
            case "exists":
                joined = _with_keys(joined, names[key], measure, about)
    for i, ((table, theirs), keys_) in enumerate(own.items()):
        measures_ = {names[key]: asked[key] for key in keys_}
        joined = _with_own(joined, f"o{i}", part, (table, theirs), measures_, about)
    return joined, names


def _with_count(joined: Any, name: str, part: Part, measure: Measure, floor: int) -> Any:
    found = counted(measure, part.around, floor)
    found = found.select(**{f"{name}_id": found.id, name: found.n})
    return joined.left_join(found, joined.id == found[f"{name}_id"]).drop(f"{name}_id")


def _with_keys(joined: Any, name: str, measure: Measure, about: About) -> Any:
    """With whether the row's keys are found, where there are intervals at its time."""
    marks = []
    for suffix, ready in zip(("s", "d"), about.ready(measure), strict=True):
        if ready is None:
            continue
        mark = f"{name}_{suffix}"
        columns = {f"{mark}_{key}": ready[key] for key in ready.columns}
        other = ready.select(**columns)
        on = [joined[ours] == other[f"{mark}_k{i}"] for i, (_, ours) in enumerate(pairs(measure.same))]
        if "lo" in ready.columns:
            at = joined[measure.valid_at or "time"]
            on += [at >= other[f"{mark}_lo"], at <= other[f"{mark}_hi"]]
        joined = joined.left_join(other, on)
        joined = joined.mutate(**{mark: joined[f"{mark}_k0"].notnull()}).drop(*columns)
        marks.append(mark)
    sure = joined[f"{name}_s"] if f"{name}_s" in marks else None
    maybe = joined[f"{name}_d"] if f"{name}_d" in marks else None
    return joined.mutate(**{name: _settled(joined, measure, about, sure, maybe)}).drop(*marks)


def _settled(joined: Any, measure: Measure, about: About, sure: Any, maybe: Any) -> Any:
    """True where a match is sure, unknown where one is possible or a missing one says nothing, else false."""
    import ibis

    unknown = ibis.null("boolean")
    branches = [] if sure is None else [(sure, ibis.literal(True))]
    branches += [] if maybe is None else [(maybe, unknown)]
    asked = [joined[ours].isnull() for _, ours in pairs(measure.same)]
    branches.append((reduce(or_, asked), unknown))
    covered = _covered(joined, measure, about)
    if covered is None:
        return ibis.cases(*branches, else_=unknown)
    return ibis.cases(*branches, (covered, ibis.literal(False)), else_=unknown)


def _covered(joined: Any, measure: Measure, about: About) -> Any:
    """Whether a missing match says that there is none (Ibis boolean); None where it never does."""
    import ibis

    complete = about.complete.get(_other(measure))
    if complete is None or about.unclear(measure):
        return None
    first, last = complete[0], complete[1] - (measure.within or timedelta())
    at = joined[measure.valid_at or "time"]
    return (at >= ibis.literal(first, type="timestamp")) & (at <= ibis.literal(last, type="timestamp"))


def _with_own(
    joined: Any,
    mark: str,
    part: Part,
    by: tuple[TableName, str],
    measures: Mapping[str, Measure],
    about: About,
) -> Any:
    """With what the one row of another table about each row shows, of several measures at once."""
    table, theirs = by
    rows = part.near.get(by, about.tables[table].rows)
    wanted = dict.fromkeys([theirs])
    for measure in measures.values():
        wanted.update(dict.fromkeys(_wanted(measure)))
    columns = {f"{mark}_{column}": rows[column] for column in wanted if column in rows.columns}
    other = rows.select(**columns)
    joined = joined.left_join(other, joined.id == other[f"{mark}_{theirs}"])
    found = joined[f"{mark}_{theirs}"].notnull()
    truths = {
        name: _one_match(joined, found, _condition(joined, measure, mark), measure, about)
        for name, measure in measures.items()
    }
    return joined.mutate(**truths).drop(*columns)


def _one_match(joined: Any, found: Any, condition: Any, measure: Measure, about: About) -> Any:
    if condition is None:
        return _settled(joined, measure, about, found, None)
    return _settled(joined, measure, about, found & condition, found & condition.isnull())


def _with_group(joined: Any, name: str, part: Part, measure: Measure, about: About) -> Any:
    """With whether any of several matching rows of another table is one, worked out by row."""
    import ibis

    table = _other(measure)
    rows = part.near.get((table, own_key(measure) or ""), about.tables[table].rows)
    wanted = dict.fromkeys(_wanted(measure))
    other = rows.select(**{f"{name}_{column}": rows[column] for column in wanted if column in rows.columns})
    mine = part.rows.select(*dict.fromkeys(["id", *asked_of_us(measure)]))
    on = [mine[own_] == other[f"{name}_{theirs}"] for theirs, own_ in pairs(measure.same)]
    met = mine.inner_join(other, on)
    condition = _condition(met, measure, name)
    sure = ibis.literal(True) if condition is None else condition.fill_null(False)
    open_ = ibis.literal(False) if condition is None else condition.isnull()
    met = met.select(**{f"{name}_row": met.id, "sure": sure, "open": open_})
    best = met.group_by(f"{name}_row").agg(**{f"{name}_s": met.sure.any(), f"{name}_d": met.open.any()})
    joined = joined.left_join(best, joined.id == best[f"{name}_row"])
    truth = _settled(joined, measure, about, joined[f"{name}_s"], joined[f"{name}_d"])
    return joined.mutate(**{name: truth}).drop(f"{name}_row", f"{name}_s", f"{name}_d")


def _wanted(measure: Measure) -> list[str]:
    return naive.asked_of_them(measure) + (["to"] if measure.valid_at else [])


def _condition(joined: Any, measure: Measure, mark: str) -> Any:
    """What a match has to fulfil beside the key that names our row (Ibis boolean, null if unknown); None if no more."""
    import ibis

    def theirs(column: str) -> Any:
        return joined[f"{mark}_{column}"]

    others = [(column, ours) for column, ours in pairs(measure.same) if column != own_key(measure)]
    truths = [theirs(column) == joined[ours] for column, ours in others]
    truths += [theirs(column) != joined[ours] for column, ours in measure.differs.items()]
    truths += [theirs(column).isin(list(values)) for column, values in measure.has.items()]
    if measure.valid_at is not None:
        at = joined[measure.valid_at]
        truths.append(at >= theirs("from"))
        if f"{mark}_to" in joined.columns:
            truths.append(theirs("to").isnull() | (at <= theirs("to")))
        else:
            truths.append(ibis.null("boolean"))
    if measure.within is not None:
        span = ibis.interval(seconds=int(measure.within.total_seconds()))
        truths += [theirs("time") >= joined["time"], theirs("time") <= joined["time"] + span]
    return reduce(and_, truths) if truths else None


# --- putting them together --------------------------------------------------------------------------------


def truth(measure: Measure, joined: Any, names: Mapping[str, str]) -> Any:
    """A yes-no measure of the rows that were joined (Ibis boolean, null where unknown)."""
    import ibis

    match measure.kind:
        case "all":
            return reduce(and_, (truth(one, joined, names) for one in measure.all or ()))
        case "any":
            return reduce(or_, (truth(one, joined, names) for one in measure.any or ()))
        case "not":
            return ~truth(measure.parts[0], joined, names)
        case _:
            key = key_of(measure)
            return joined[names[key]] if key in names else ibis.null("boolean")


def open_(measure: Measure, joined: Any, names: Mapping[str, str]) -> Any:
    """Whether a yes-no measure is unknown (Ibis boolean, never null).

    What a negation is of is asked itself: `NOT (a) IS NULL`, as Ibis writes it, would be about something else. What has
    one part is as open as that.
    """
    while len(measure.parts) == 1:
        (measure,) = measure.parts
    return truth(measure, joined, names).isnull()


def asks_minutes(measures: Sequence[Measure]) -> bool:
    """Whether any of them asks about hours of the day, so that rows need the column `minute`."""
    return any(measure.outside is not None for measure in leaves(measures))
