"""How many rows of the same keys lie in the span of time that ends with a row."""

from collections.abc import Callable, Sequence
from functools import cache, reduce
from operator import or_, xor
from typing import Any

from compliance.audit.naive import pairs
from compliance.model.measure import Hours, Measure

KEY = "key"
"""The column that tells rows apart: a number where an engine has one, else the id."""
SURE = "sure"
"""The column that says whether a row is one that is decided about; the others share their ids."""
MINUTE = "minute"
"""The column of the local minute of the day, where a measure asks about hours."""
UNKNOWN = -1
"""Stands for a count of which nothing is known, since the row lacks a key."""


def crowded(measure: Measure, rows: Any, floor: int, lost: Any = None) -> Any:
    """The keys that more than `floor` rows have in all, and those of rows that could not be read: Ibis table.

    Of most keys there are few rows. `lost` is as `About.lost` has it.
    """
    keyed = _keyed(measure, rows)
    names = [name for name in keyed.columns if name.startswith("by")]
    groups = keyed.group_by(names).agg(n=keyed.count())
    found = groups.filter(groups.n > floor).select(*names)
    if lost is None:
        return found
    return found.union(lost.select(**{name: lost[f"k{i}"] for i, name in enumerate(names)})).distinct()


def bins(measure: Measure, rows: Any, number: int) -> Any:
    """Which of so many bins the keys of each row fall into: Ibis table of `by0`, by DuckDB's hash.

    All rows of the same keys are in one bin, so that counting bins finds `crowded` keys, and some others. Rows that
    lack a key are in a bin behind the last one.
    """
    return _keyed(measure, rows, number).select("by0")


def bins_of_keys(keys: Any, number: int) -> Any:
    """The same of keys alone, as `About.lost` has them."""
    return keys.select(by0=_bin([keys[name] for name in keys.columns if name.startswith("k")], number))


def crowded_bins(found: Any, number: int, floor: int, others: Sequence[Any] = ()) -> Any:
    """Of what `bins` gave (pyarrow.Table) those with more than `floor` rows, and the one for rows that lack a key.

    `others` are bins that come along in any case. As pyarrow.Table.
    """
    import numpy as np
    import pyarrow as pa

    counts = np.bincount(found.column("by0").to_numpy(), minlength=number)[:number]
    listed = [np.flatnonzero(counts > floor), *(one.column("by0").to_numpy() for one in others), [number]]
    return pa.table({"by0": pa.array(np.unique(np.concatenate(listed)), pa.uint32())})


def counted(
    measure: Measure, rows: Any, floor: int, lost: Any = None, among: Any = None, number: int = 0
) -> Any:
    """The rows whose count may be above `floor`: Ibis table of `key`, `n` and `most`.

    `n` is how many rows there are in the span that ends with one, and `most` how many there may be, with those that
    share their ids or could not be read. `n` is `UNKNOWN` where the row lacks a key.
    `rows` are those that are asked about and those in the span before them; `lost` is as in `crowded`; `among` is what
    `crowded` found, or `crowded_bins` of so many, since only those have to be put in order of time.
    """
    import ibis

    assert measure.within is not None
    keyed = _keyed(measure, rows, number)
    by = [name for name in keyed.columns if name.startswith("own")]
    nameless = reduce(or_, (keyed[name].isnull() for name in by))
    if among is not None:
        without = None if number else keyed.filter(nameless)
        keyed = keyed.semi_join(among, among.columns)
        keyed = keyed if without is None else keyed.union(without)
    second = keyed.time.truncate("s").epoch_seconds().cast("int64")
    # A row that lacks a key stands alone: together they could be many, and nothing is asked of their order.
    lone = ibis.cases((reduce(or_, (keyed[name].isnull() for name in by)), keyed[KEY]))
    timed = keyed.mutate(second=second, one=ibis.cases((keyed[SURE], 1)), lone=lone)
    span = int(measure.within.total_seconds())
    window = ibis.range_window(group_by=[*by, "lone"], order_by="second", preceding=span, following=0)
    found = timed.mutate(n=timed.one.count().over(window), most=timed.count().over(window))
    if lost is not None:
        theirs = lost.select(**{f"lost{i}": lost[f"k{i}"] for i, _ in enumerate(by)}, more=lost["rows"])
        found = found.left_join(theirs, [found[name] == theirs[f"lost{i}"] for i, name in enumerate(by)])
        found = found.mutate(most=found.most + found.more.fill_null(0))
    nameless = reduce(or_, (found[name].isnull() for name in by))
    told = found.select(KEY, "most", n=ibis.cases((nameless, ibis.literal(UNKNOWN, "int64")), else_=found.n))
    return told.filter((told.most > floor) | (told.n == UNKNOWN))


def _keyed(measure: Measure, rows: Any, number: int = 0) -> Any:
    """The rows that can count, with their keys `own0`, `own1` and so on, and what they are told apart by first:

    copies of these, `by0` and so on, or which of a number of bins they fall into. Rows that lack a key come along.
    """
    columns = [ours for ours, _ in pairs(measure.same)]
    if measure.outside is not None:
        lacking = reduce(or_, (rows[column].isnull() for column in columns))
        rows = rows.filter(lacking | ~inside(measure.outside, rows[MINUTE]))
    own = {f"own{i}": rows[column] for i, column in enumerate(columns)}
    by = {f"by{i}": column for i, column in enumerate(own.values())}
    if number:
        by = {"by0": _bin(list(own.values()), number)}
    return rows.select(KEY, SURE, "time", **own, **by)


def _bin(keys: Sequence[Any], number: int) -> Any:
    import ibis

    hashes = reduce(xor, (hash_of()(key) for key in keys)) % number
    lacking = reduce(or_, (key.isnull() for key in keys))
    return ibis.cases((lacking, ibis.literal(number, "uint32")), else_=hashes.cast("uint32"))


@cache
def hash_of() -> Callable[[Any], Any]:
    """DuckDB's hash of a text (Ibis uint64); as Ibis itself writes it, it goes through a string of bits."""
    import ibis
    from ibis.expr import datatypes

    def hash(text: Any) -> Any: ...

    made: Callable[[Any], Any] = ibis.udf.scalar.builtin(
        hash, signature=((datatypes.string,), datatypes.uint64)
    )
    return made


def inside(hours: Hours, minute: Any) -> Any:
    """Whether a minute of the day (Ibis column) lies in these hours, which may pass midnight."""
    if hours.from_ <= hours.to:
        return (minute >= hours.from_) & (minute < hours.to)
    return (minute >= hours.from_) | (minute < hours.to)
