"""How many rows of the same keys lie in the span of time that ends with a row."""

from collections.abc import Callable
from functools import cache, reduce
from operator import xor
from typing import Any

from compliance.audit.naive import pairs
from compliance.model.measure import Hours, Measure

KEY = "key"
"""The column that tells rows apart: a number where an engine has one, else the id."""
MINUTE = "minute"
"""The column of the local minute of the day, where a measure asks about hours."""


def crowded(measure: Measure, rows: Any, floor: int) -> Any:
    """The keys that more than `floor` rows have in all: Ibis table. Of most keys there are few rows."""
    keyed = _keyed(measure, rows)
    names = [name for name in keyed.columns if name.startswith("by")]
    groups = keyed.group_by(names).agg(n=keyed.count())
    return groups.filter(groups.n > floor).select(*names)


def bins(measure: Measure, rows: Any, number: int) -> Any:
    """Which of so many bins the keys of each row fall into: Ibis table of `by0`, by DuckDB's hash.

    All rows of the same keys are in one bin, so that counting bins finds `crowded` keys, and some others.
    """
    return _keyed(measure, rows, number).select("by0")


def crowded_bins(found: Any, number: int, floor: int) -> Any:
    """Of what `bins` gave (pyarrow.Table) those with more than `floor` rows, as pyarrow.Table."""
    import numpy as np
    import pyarrow as pa

    counts = np.bincount(found.column("by0").to_numpy(), minlength=number)
    return pa.table({"by0": pa.array(np.flatnonzero(counts > floor), pa.uint32())})


def counted(measure: Measure, rows: Any, floor: int, among: Any = None, number: int = 0) -> Any:
    """The rows with more than `floor` in the span that ends with them: Ibis table of `key` and `n`.

    `rows` are those that are asked about and those in the span before them; `among` is what `crowded` found of them,
    or `crowded_bins` of so many, since only those have to be put in order of time.
    """
    import ibis

    assert measure.within is not None
    keyed = _keyed(measure, rows, number)
    if among is not None:
        keyed = keyed.semi_join(among, among.columns)
    timed = keyed.mutate(second=keyed.time.truncate("s").epoch_seconds().cast("int64"))
    by = [name for name in timed.columns if name.startswith("own")]
    span = int(measure.within.total_seconds())
    window = ibis.range_window(group_by=by, order_by="second", preceding=span, following=0)
    found = timed.mutate(n=timed.count().over(window))
    return found.filter(found.n > floor).select(KEY, "n")


def _keyed(measure: Measure, rows: Any, number: int = 0) -> Any:
    """The rows that can count, with their key columns `own0`, `own1` and so on, and what they are told apart by first:

    copies of these, `by0` and so on, or which of a number of bins they fall into.
    """
    columns = [ours for ours, _ in pairs(measure.same)]
    if measure.outside is not None:
        rows = rows.filter(~inside(measure.outside, rows[MINUTE]))
    rows = rows.filter([rows[column].notnull() for column in columns])
    own = {f"own{i}": rows[column] for i, column in enumerate(columns)}
    by = {f"by{i}": column for i, column in enumerate(own.values())}
    if number:
        hashes = reduce(xor, (hash_of()(column) for column in own.values()))
        by = {"by0": (hashes % number).cast("uint32")}
    return rows.select(KEY, "time", **own, **by)


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
