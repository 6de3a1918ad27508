"""How many rows of the same keys lie in the span of time that ends with a row."""

from typing import Any

from compliance.audit.naive import pairs
from compliance.model.measure import Hours, Measure

MINUTE = "minute"
"""The column of the local minute of the day, where a measure asks about hours."""


def counted(measure: Measure, rows: Any, floor: int) -> Any:
    """The rows with more than `floor` in the span that ends with them: Ibis table of `id` and `n`.

    `rows` are those that are asked about and those in the span before them. Only keys that have more than `floor` rows
    at all are sorted by time: of most there are few.
    """
    import ibis

    columns = [ours for ours, _ in pairs(measure.same)]
    assert measure.within is not None
    span = int(measure.within.total_seconds())
    if measure.outside is not None:
        rows = rows.filter(~inside(measure.outside, rows[MINUTE]))
    named = {f"k{i}": rows[column] for i, column in enumerate(columns)}
    keyed = rows.select("id", "time", **named).filter([rows[column].notnull() for column in columns])
    groups = keyed.group_by(list(named)).agg(n=keyed.count())
    many = groups.filter(groups.n > floor).select(*named)
    few = keyed.semi_join(many, list(named))
    # Some engines round to a second where others cut off.
    timed = few.mutate(second=few.time.truncate("s").epoch_seconds().cast("int64"))
    window = ibis.range_window(group_by=list(named), order_by="second", preceding=span, following=0)
    found = timed.mutate(n=timed.count().over(window))
    return found.filter(found.n > floor).select("id", "n")


def inside(hours: Hours, minute: Any) -> Any:
    """Whether a minute of the day (Ibis column) lies in these hours, which may pass midnight."""
    if hours.from_ <= hours.to:
        return (minute >= hours.from_) & (minute < hours.to)
    return (minute >= hours.from_) | (minute < hours.to)
