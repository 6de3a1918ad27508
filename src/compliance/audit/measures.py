"""Measures as Ibis expressions over the rows of a table, joined with what they ask about.

    joined, names = join(part, measures, about)
    held = truth(measure, joined, names)

`naive` says what each means; tests hold the two equal.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import timedelta
from functools import reduce
from operator import and_, or_
from typing import Any

from compliance.audit import naive
from compliance.audit.about import About, Part, asked_of_us, key_of, other_table, own_key
from compliance.audit.naive import by_days, pairs
from compliance.audit.related import FAR
from compliance.audit.sources import last_of
from compliance.model.measure import Measure, leaves

# --- joining ----------------------------------------------------------------------------------------------


def join(part: Part, measures: Sequence[Measure], about: About) -> tuple[Any, dict[str, str]]:
    """The part's rows with a column for every single measure, and the names of these by `key_of`.

    Rows stay as many. A yes-no measure's column is a boolean, null where unknown; a count's is null up to its floor.
    """
    asked = {key_of(one): one for one in leaves(measures) if about.known(one)}
    joined, names = part.rows, {key: f"m{i}" for i, key in enumerate(asked)}
    for others in {id(one.others): one.others for one in part.settled.values()}.values():
        of_others = {
            key: one.column for key, one in part.settled.items() if one.others is others and key in asked
        }
        joined = _with_settled(joined, others, {names[key]: column for key, column in of_others.items()})
    for key, measure in asked.items():
        match measure.kind:
            case "given":
                cells = [one for one in asked_of_us(measure) if one in joined.columns]
                joined = joined.mutate(**{names[key]: joined[cells[-1]].notnull()})
            case "count":
                joined = _with_count(joined, names[key], part, key)
            case "exists" if key in part.settled:
                pass
            case "exists" if about.way(measure) == "grouped":
                joined = _with_group(joined, names[key], part, measure, about)
            case "exists":
                joined = _with_keys(joined, names[key], measure, about)
    return joined, names


def _with_settled(joined: Any, others: Any, columns: Mapping[str, str]) -> Any:
    """With measures that hold of all rows but others, of which a table says what they are."""
    import ibis

    theirs = others.select("other", **{f"{name}_other": others[column] for name, column in columns.items()})
    joined = joined.left_join(theirs, joined.id == theirs.other)
    usual = joined.other.isnull()
    truths = {
        name: ibis.cases((usual, ibis.literal(True)), else_=joined[f"{name}_other"]) for name in columns
    }
    return joined.mutate(**truths).drop("other", *(f"{name}_other" for name in columns))


def _with_count(joined: Any, name: str, part: Part, key: str) -> Any:
    found = part.counts[key]
    found = found.select(**{f"{name}_id": found.id, name: found.n})
    return joined.left_join(found, joined.id == found[f"{name}_id"]).drop(f"{name}_id")


def _with_keys(joined: Any, name: str, measure: Measure, about: About) -> Any:
    """With whether the row's keys are found, where there are intervals at its time."""
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
    return _settled(joined, name, measure, about)


def _settled(joined: Any, name: str, measure: Measure, about: About) -> Any:
    """With the column of a measure, from what is sure (`_s`) and what is possible (`_d`), which go.

    True where a match is sure, unknown where one is possible or a missing one says nothing, else false.
    """
    import ibis

    unknown = ibis.null("boolean")
    keys = about.lost(measure).keys if other_table(measure) in about.complete else None
    lost: dict[str, str] = {}
    if keys is not None:
        lost = {f"{name}_{key}": key for key in keys.columns}
        other = keys.select(**{mine: keys[key] for mine, key in lost.items()})
        met = [joined[ours] == other[f"{name}_k{i}"] for i, (_, ours) in enumerate(pairs(measure.same))]
        joined = joined.left_join(other, met)
    sure, maybe = (one if one in joined.columns else None for one in (f"{name}_s", f"{name}_d"))
    branches = [] if sure is None else [(joined[sure], ibis.literal(True))]
    branches += [] if maybe is None else [(joined[maybe], unknown)]
    branches += [(joined[f"{name}_k0"].notnull(), unknown)] if lost else []
    asked = [joined[ours].isnull() for _, ours in pairs(measure.same)]
    branches.append((reduce(or_, asked), unknown))
    covered = _covered(joined, measure, about)
    branches += [] if covered is None else [(covered, ibis.literal(False))]
    used = [one for one in (sure, maybe, *lost) if one is not None]
    return joined.mutate(**{name: ibis.cases(*branches, else_=unknown)}).drop(*used)


def _covered(joined: Any, measure: Measure, about: About) -> Any:
    """Whether a missing match says that there is none (Ibis boolean); None where it never does."""
    import ibis

    complete = about.complete.get(other_table(measure))
    if complete is None or about.unclear(measure):
        return None
    since = complete[0] + (measure.before or timedelta())
    until = complete[1] - (measure.within or timedelta())
    first, last = _moments(joined, measure.valid_at or "time")
    return (first >= ibis.literal(since, type="timestamp")) & (last <= ibis.literal(until, type="timestamp"))


def _moments(ours: Any, column: str = "time") -> tuple[Any, Any]:
    """The first and the last moment that a time of ours may be; the same one, but where days are alone."""
    last = last_of(column)
    return ours[column], ours[last].coalesce(ours[column]) if last in ours.columns else ours[column]


def _with_group(joined: Any, name: str, part: Part, measure: Measure, about: About) -> Any:
    """With whether any of several matching rows of another table is one, worked out by row."""
    import ibis

    table = other_table(measure)
    rows = part.near.get((table, own_key(measure) or ""), about.tables[table].rows)
    wanted = dict.fromkeys(_wanted(measure))
    other = rows.select(**{f"{name}_{column}": rows[column] for column in wanted if column in rows.columns})
    mine = part.rows.select(*own_columns([measure], part.rows))
    on = [mine[own_] == other[f"{name}_{theirs}"] for theirs, own_ in pairs(measure.same)]
    met = mine.inner_join(other, on)
    condition = _condition(met, measure, name)
    sure = ibis.literal(True) if condition is None else condition.fill_null(False)
    open_ = ibis.literal(False) if condition is None else unsure(condition)
    met = met.select(**{f"{name}_row": met.id, "sure": sure, "open": open_})
    best = met.group_by(f"{name}_row").agg(**{f"{name}_s": met.sure.any(), f"{name}_d": met.open.any()})
    joined = joined.left_join(best, joined.id == best[f"{name}_row"])
    return _settled(joined.drop(f"{name}_row"), name, measure, about)


def own_columns(measures: Sequence[Measure], rows: Any) -> list[str]:
    """The columns of our own rows that have to do with measures."""
    asked = ["id", "time", *(column for one in measures for column in asked_of_us(one))]
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
    """Whether a yes-no measure is unknown (Ibis boolean, never null)."""
    return unsure(truth(measure, joined, names))


def unsure(truth: Any) -> Any:
    """Whether a truth is unknown (Ibis boolean, never null).

    It is asked of a number: Ibis writes `NOT (a) IS NULL` and `a IN ('b') IS NULL` without parentheses, of which the
    first is about something else, and Spark does not read the second.
    """
    return truth.cast("int32").isnull()


def asks_minutes(measures: Sequence[Measure]) -> bool:
    """Whether any of them asks about hours of the day, so that rows need the column `minute`."""
    return any(measure.outside is not None for measure in leaves(measures))
