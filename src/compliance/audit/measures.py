"""Measures as Ibis expressions over the rows of a table, joined with what they ask about.

    joined, names = join(part, measures, about)
    of = held(measure, joined, names)

`naive` says what each means; tests hold the two equal.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import and_, or_
from typing import Any

from compliance.audit import naive
from compliance.audit.about import About, Part, asked_of_us, key_of, other_table, own_key
from compliance.audit.naive import by_days, pairs
from compliance.audit.related import FAR
from compliance.audit.sources import last_of
from compliance.audit.windows import KEY
from compliance.model.measure import Measure, leaves

# --- joining ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Held:
    """Of which rows a yes-no measure holds, and of which it does not: Ibis booleans, neither of them ever null.

    Of rows for which both are false it is unknown. Two plain columns are quicker than one that can be null, and mean
    the same on every engine.
    """

    yes: Any
    no: Any


def join(part: Part, measures: Sequence[Measure], about: About) -> tuple[Any, dict[str, str]]:
    """The part's rows with columns for every single measure, and the names of these by `key_of`.

    Rows stay as many. A yes-no measure has two columns, `NAME_yes` and `NAME_no`, as in `Held`. A count has its own and
    `NAME_most`, both null where it is at most its floor, else as `windows.counted` has them. All joins come first:
    whatever is worked out before one has to pass through it.
    """
    asked = {key_of(one): one for one in leaves(measures) if about.known(one)}
    names = {key: f"m{i}" for i, key in enumerate(asked)}
    joined = part.rows
    settled: dict[int, str] = {}
    for key in (key for key in asked if key in part.settled):
        others = part.settled[key].others
        if id(others) not in settled:
            settled[id(others)] = f"{names[key]}_settled"
            joined = _with_other(joined, others, settled[id(others)], {"other": KEY})
    for key, measure in asked.items():
        if measure.kind == "count":
            joined = _with_other(joined, part.counts[key], names[key], {KEY: KEY})
        elif measure.kind == "exists" and key not in part.settled:
            joined = _with_match(joined, names[key], part, measure, about)
    columns: dict[str, Any] = {}
    for key, measure in asked.items():
        name = names[key]
        if measure.kind == "count":
            columns |= {name: joined[f"{name}_n"], f"{name}_most": joined[f"{name}_most"]}
            continue
        if key in part.settled:
            of = _of_settled(joined, settled[id(part.settled[key].others)], part.settled[key].column)
        else:
            of = _of_given(joined, measure) if measure.given else _of_match(joined, name, measure, about)
        columns |= {f"{name}_yes": of.yes, f"{name}_no": of.no}
    return joined.select(*part.rows.columns, **columns), names


def _with_other(joined: Any, other: Any, mark: str, same: Mapping[str, str], between: str = "") -> Any:
    """With the columns of another table, as `MARK_COLUMN`, where its columns are the `same` as ours.

    `between`: a column of ours that lies between its `lo` and `hi`.
    """
    marked = other.select(**{f"{mark}_{column}": other[column] for column in other.columns})
    on = [joined[ours] == marked[f"{mark}_{theirs}"] for theirs, ours in same.items()]
    if between:
        on += [joined[between] >= marked[f"{mark}_lo"], joined[between] <= marked[f"{mark}_hi"]]
    return joined.left_join(marked, on)


def _with_match(joined: Any, name: str, part: Part, measure: Measure, about: About) -> Any:
    """With what was found in another table: of what is sure (`_s`), is possible (`_d`) and could not be read."""
    keys = {f"k{i}": ours for i, (_, ours) in enumerate(pairs(measure.same))}
    if about.way(measure) == "grouped":
        joined = _with_other(joined, _grouped(f"{name}_o", part, measure, about), name, {"row": KEY})
    else:
        for mark, ready in zip((f"{name}_s", f"{name}_d"), about.ready(measure), strict=True):
            if ready is not None:
                at = (measure.valid_at or "time") if "lo" in ready.columns else ""
                joined = _with_other(joined, ready, mark, keys, at)
    lost = _lost(measure, about)
    return joined if lost is None else _with_other(joined, lost, f"{name}_lost", keys)


def _of_match(joined: Any, name: str, measure: Measure, about: About) -> Held:
    """It holds where a match is sure; it does not where none is, none is possible and a missing one says something."""
    import ibis

    if about.way(measure) == "grouped":
        sure, maybe = (joined[f"{name}_{mark}"].fill_null(False) for mark in ("s", "d"))
    else:
        sure, maybe = (
            None if ready is None else joined[f"{mark}_k0"].notnull()
            for mark, ready in zip((f"{name}_s", f"{name}_d"), about.ready(measure), strict=True)
        )
    never = [one for one in (sure, maybe) if one is not None]
    never += [joined[f"{name}_lost_k0"].notnull()] if _lost(measure, about) is not None else []
    never += [joined[ours].isnull() for _, ours in pairs(measure.same)]
    covered = _covered(joined, measure, about)
    yes = ibis.literal(False) if sure is None else sure
    no = ibis.literal(False) if covered is None else reduce(and_, [*(~one for one in never), covered])
    return Held(yes, no)


def _lost(measure: Measure, about: About) -> Any:
    """The keys of rows of another table that could not be read, where one would tell; else None."""
    return about.lost(measure).keys if other_table(measure) in about.complete else None


def _of_given(joined: Any, measure: Measure) -> Held:
    cells = [one for one in asked_of_us(measure) if one in joined.columns]
    return Held(joined[cells[-1]].notnull(), joined[cells[-1]].isnull())


def _of_settled(joined: Any, mark: str, column: str) -> Held:
    """Of a measure that holds of all rows but others, of which a table says what they are."""
    usual = joined[f"{mark}_other"].isnull()
    yes, no = (joined[f"{mark}_{column}_{which}"] for which in ("yes", "no"))
    return Held(usual | yes, ~usual & no)


def _covered(joined: Any, measure: Measure, about: About) -> Any:
    """Whether a missing match says that there is none (Ibis boolean); None where it never does."""
    import ibis

    complete = about.complete.get(other_table(measure))
    if complete is None or about.unclear(measure):
        return None
    since = complete[0] + (measure.before or timedelta())
    until = complete[1] - (measure.within or timedelta())
    first, last = _moments(joined, measure.valid_at or "time")
    lies = (first >= ibis.literal(since, type="timestamp")) & (last <= ibis.literal(until, type="timestamp"))
    return lies if measure.valid_at in (None, "time") else lies.fill_null(False)


def _moments(ours: Any, column: str = "time") -> tuple[Any, Any]:
    """The first and the last moment that a time of ours may be; the same one, but where days are alone."""
    last = last_of(column)
    return ours[column], ours[last].coalesce(ours[column]) if last in ours.columns else ours[column]


def _grouped(mark: str, part: Part, measure: Measure, about: About) -> Any:
    """Each `row` of ours that has matches in another table, and whether one is sure (`s`) or possible (`d`)."""
    import ibis

    table = other_table(measure)
    rows = part.near.get((table, own_key(measure) or ""), about.tables[table].rows)
    wanted = dict.fromkeys(_wanted(measure))
    other = rows.select(**{f"{mark}_{column}": rows[column] for column in wanted if column in rows.columns})
    mine = part.rows.select(*own_columns([measure], part.rows))

    def met(mine: Any, other: Any) -> Any:
        on = [mine[own_] == other[f"{mark}_{theirs}"] for theirs, own_ in pairs(measure.same)]
        joined = mine.inner_join(other, on)
        condition = _condition(joined, measure, mark)
        sure = ibis.literal(True) if condition is None else condition.fill_null(False)
        open_ = ibis.literal(False) if condition is None else unsure(condition)
        return joined.select(row=KEY, sure=sure, open=open_)

    if part.unmatched and measure.differs and not _asks_days(measure, mine, rows):
        # Only an empty cell leaves a match in doubt, and few rows have one: the others need not be joined.
        empty, theirs = (
            _any_empty(mine, measure.differs.values()),
            [f"{mark}_{one}" for one in measure.differs],
        )
        theirs += [f"{mark}_{one}" for one in (*measure.has, *(one for one, _ in pairs(measure.same)))]
        found = met(mine.filter(empty), other).union(met(mine, other.filter(_any_empty(other, theirs))))
    else:
        found = met(mine, other)
    return found.group_by("row").agg(s=found.sure.any(), d=found.open.any())


def _asks_days(measure: Measure, *tables: Any) -> bool:
    """Whether it hangs on something else than cells that are empty: a period, or times that are days."""
    return measure.valid_at is not None or any(last_of("time") in table.columns for table in tables)


def _any_empty(rows: Any, columns: Iterable[str]) -> Any:
    return reduce(or_, (rows[column].isnull() for column in columns))


def own_columns(measures: Sequence[Measure], rows: Any) -> list[str]:
    """The columns of our own rows that have to do with measures."""
    asked = [KEY, "id", "time", *(column for one in measures for column in asked_of_us(one))]
    last = last_of("time")
    return [*dict.fromkeys([*asked, last] if last in rows.columns else asked)]


def _wanted(measure: Measure) -> list[str]:
    asked = naive.asked_of_them(measure) + (["to"] if measure.valid_at else [])
    return asked + ([last_of("time")] if measure.span else [])


def _condition(joined: Any, measure: Measure, mark: str) -> Any:
    """What a match has to fulfil beside its first key (Ibis boolean, null where unknown); None for nothing more."""
    theirs = {name.removeprefix(f"{mark}_") for name in joined.columns if name.startswith(f"{mark}_")}
    truths = conditions(joined, lambda column: joined[f"{mark}_{column}"], measure, theirs)
    return reduce(and_, truths) if truths else None


def conditions(
    ours: Any, theirs: Callable[[str], Any], measure: Measure, having: Collection[str]
) -> list[Any]:
    """The same one by one, of our rows and their columns; `having` are those that there are."""
    import ibis

    truths = [
        theirs(column) == ours[own] for column, own in pairs(measure.same) if column != own_key(measure)
    ]
    truths += [theirs(column) != ours[own] for column, own in measure.differs.items()]
    truths += [theirs(column).isin(list(values)) for column, values in measure.has.items()]
    if measure.valid_at is not None:
        first, last = _moments(ours, measure.valid_at)
        far = ibis.literal(FAR, type="timestamp")
        until = theirs("to").coalesce(far) if "to" in having else None
        day = last_of(measure.valid_at) in ours.columns
        truths.append(_all_day(first >= theirs("from"), last >= theirs("from"), day))
        truths.append(ibis.null("boolean") if until is None else _all_day(last <= until, first <= until, day))
    if measure.span:
        first, last = _moments(ours)
        begin = end = theirs("time")
        if last_of("time") in having:
            end = theirs(last_of("time")).coalesce(begin)
        truths += [end >= _moved(first, measure.before, -1), begin <= _moved(last, measure.within, 1)]
        days = [ours[last_of("time")]] if last_of("time") in ours.columns else []
        days += [theirs(last_of("time"))] if last_of("time") in having else []
        if days and not by_days(measure):
            exact = reduce(and_, (one.isnull() for one in days))
            truths.append(ibis.cases((exact, ibis.literal(True)), else_=ibis.null("boolean")))
    return truths


def _all_day(whole: Any, part: Any, day: bool) -> Any:
    """What holds of every moment of a day, or of some; of a time that is known to the moment both are the same."""
    import ibis

    if not day:
        return whole
    return ibis.cases((whole, ibis.literal(True)), (part, ibis.null("boolean")), else_=ibis.literal(False))


def _moved(time: Any, span: timedelta | None, sign: int) -> Any:
    import ibis

    return time if span is None else time + ibis.interval(seconds=sign * int(span.total_seconds()))


# --- putting them together --------------------------------------------------------------------------------


def held(measure: Measure, joined: Any, names: Mapping[str, str]) -> Held:
    """Of which of the joined rows a yes-no measure holds."""
    import ibis

    parts = [held(one, joined, names) for one in measure.parts]
    match measure.kind:
        case "all":
            return Held(reduce(and_, (one.yes for one in parts)), reduce(or_, (one.no for one in parts)))
        case "any":
            return Held(reduce(or_, (one.yes for one in parts)), reduce(and_, (one.no for one in parts)))
        case "not":
            return Held(parts[0].no, parts[0].yes)
        case _ if (name := names.get(key_of(measure))) is not None:
            return Held(joined[f"{name}_yes"], joined[f"{name}_no"])
        case _:
            return Held(ibis.literal(False), ibis.literal(False))


def unsure(truth: Any) -> Any:
    """Whether a truth is unknown (Ibis boolean, never null).

    It is asked of a number: Ibis writes `NOT (a) IS NULL` and `a IN ('b') IS NULL` without parentheses, of which the
    first is about something else, and Spark does not read the second.
    """
    return truth.cast("int32").isnull()


def asks_minutes(measures: Sequence[Measure]) -> bool:
    """Whether any of them asks about hours of the day, so that rows need the column `minute`."""
    return any(measure.outside is not None for measure in leaves(measures))
