"""Other tables, made ready to be joined with rows in such a way that no row comes out twice.

Each has a column for each of a measure's keys, `k0`, `k1` and so on. Of each there are two: what certainly matches,
and what only may, since a cell that the measure asks about is empty or has a day for a time; the second is None where
nothing is in doubt.
"""

from datetime import datetime
from typing import Any

from compliance.audit.naive import asked_of_them, by_days, pairs
from compliance.audit.read import ReadTable
from compliance.audit.sources import last_of
from compliance.model.measure import Measure

FAR = datetime(9999, 12, 31)
"""Stands for an end that has not come: an OR in the condition of a join would keep engines from hashing."""

Two = tuple[Any, Any]
"""Ibis tables: what certainly matches, and what may. Either can be None."""


def key_names(measure: Measure) -> list[str]:
    """The names of the key columns."""
    return [f"k{i}" for i, _ in enumerate(pairs(measure.same))]


def askable(measure: Measure, other: ReadTable) -> bool:
    """Whether the log format maps every column of the other table that the measure needs to find a match."""
    return all(name in other.rows.columns for name in asked_of_them(measure))


def intervals(measure: Measure, other: ReadTable) -> Two:
    """When a row's time makes the measure hold: keys, `lo` and `hi`. Those of one key do not overlap."""
    sure, maybe = _matching(measure, other)
    if measure.valid_at is not None and "to" not in other.rows.columns:
        # Nobody knows when anything ended: from its beginning on it is in doubt.
        return None, _apart(measure, sure if maybe is None else sure.union(maybe))
    return _apart(measure, sure), _apart(measure, maybe)


def _apart(measure: Measure, rows: Any) -> Any:
    return None if rows is None else _merged(_spans(measure, rows), key_names(measure))


def keys(measure: Measure, other: ReadTable) -> Two:
    """The keys for which the measure holds at any time, each once."""
    sure, maybe = (
        None if one is None else _keyed(measure, one).distinct() for one in _matching(measure, other)
    )
    return sure, maybe


def _matching(measure: Measure, other: ReadTable) -> Two:
    import ibis

    rows, holds, may = other.rows, None, None
    for theirs, values in measure.has.items():
        one = rows[theirs].isin(list(values))
        open_ = one | rows[theirs].isnull()
        holds, may = (one, open_) if holds is None else (holds & one, may & open_)
    if measure.within and last_of("time") in rows.columns and not by_days(measure):
        one = rows[last_of("time")].isnull()
        holds, may = (one, ibis.literal(True)) if holds is None else (holds & one, may)
    if holds is None:
        return rows, None
    return rows.filter(holds), rows.filter(may & ~holds.fill_null(False))


def _keyed(measure: Measure, rows: Any, **more: Any) -> Any:
    named = {f"k{i}": rows[theirs] for i, (theirs, _) in enumerate(pairs(measure.same))}
    chosen = rows.select(**named, **more)
    return chosen.filter([chosen[name].notnull() for name in named])


def _spans(measure: Measure, rows: Any) -> Any:
    import ibis

    if measure.valid_at is not None:
        far = ibis.literal(FAR, type="timestamp")
        until = rows["to"].coalesce(far) if "to" in rows.columns else far
        return _keyed(measure, rows, lo=rows["from"], hi=until)
    assert measure.within is not None
    span = ibis.interval(seconds=int(measure.within.total_seconds()))
    last = rows["time"]
    if last_of("time") in rows.columns:
        last = rows[last_of("time")].coalesce(last)
    return _keyed(measure, rows, lo=rows["time"] - span, hi=last)


def _merged(spans: Any, by: list[str]) -> Any:
    """Spans that overlap, as one: an island begins where all that began before has ended."""
    import ibis

    earlier = ibis.window(group_by=by, order_by=["lo", "hi"], preceding=(None, 1))
    so_far = ibis.window(group_by=by, order_by=["lo", "hi"], preceding=None, following=0)
    ended = spans.mutate(ended=spans.hi.max().over(earlier))
    begun = ended.mutate(
        begins=ibis.cases((ended.ended.isnull() | (ended.lo > ended.ended), 1), else_=0).cast("int64")
    )
    islands = begun.mutate(island=begun.begins.sum().over(so_far))
    merged = islands.group_by([*by, "island"]).agg(lo=islands.lo.min(), hi=islands.hi.max())
    return merged.select(*by, "lo", "hi")
