"""Measures over small tables in memory, row by row: what the columns are held against, and what decides on agreements.

    shown(measure, row, "queries", tables)

Nothing here is fast. It says what a measure means.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from compliance.audit.sources import last_of
from compliance.engine.truth import Truth, all_of, any_of, negate
from compliance.model.case import Members
from compliance.model.measure import Hours, Measure, TableName

Cell = str | datetime | None
Row = Mapping[str, Cell]
DAY = timedelta(days=1)
YEAR = timedelta(days=365.25)


@dataclass(frozen=True)
class Rows:
    """A table of the audit in memory. Times are naive, in UTC; `minute` is the local minute of the day of each row.

    A time of which the log gives the day alone is its first moment, and `last:time` its last one.
    """

    columns: frozenset[str]
    """Those that the log format maps."""
    rows: Sequence[Row]
    complete: tuple[datetime, datetime] | None = None
    """From when until when it holds all there is."""
    minutes: Sequence[int | None] = ()
    rejected: Sequence[Row] = ()
    """What could be read of the texts of rows that nothing can be said of."""
    twice: Sequence[tuple[Row, int | None]] = ()
    """Rows whose id others have too, with their minutes: they are not decided about, but may each be a row that was."""


Tables = Mapping[TableName, Rows]
Shown = bool | int | float | str | Members | None


def shown(
    measure: Measure,
    row: Row,
    unit: TableName,
    tables: Tables,
    minute: int | None = None,
    limits: tuple[int, int] | None = None,
) -> Shown:
    """What a row shows of a fact; None where it is unknown. `minute` is the local minute of the row's day.

    `limits` are the least and the greatest number of which rules tell a count from the next one. A count that may be
    greater than what was found is known where it stays within the first one, and above the last one, as the next one.
    """
    match measure.kind:
        case "count":
            return _count(measure, row, tables[unit], minute, limits)
        case "longest-gap":
            return _longest_gap(measure, row, tables)
        case "choose":
            return _chosen(measure, row, unit, tables)
        case "members":
            truths = {name: truth(one, row, unit, tables) for name, one in (measure.members or {}).items()}
            return Members(
                frozenset(name for name, value in truths.items() if value is True),
                frozenset(name for name, value in truths.items() if value is False),
            )
        case _:
            return truth(measure, row, unit, tables)


def truth(measure: Measure, row: Row, unit: TableName, tables: Tables) -> Truth:
    """Whether a yes-no measure holds of a row."""
    match measure.kind:
        case "all":
            return all_of(truth(one, row, unit, tables) for one in measure.all or ())
        case "any":
            return any_of(truth(one, row, unit, tables) for one in measure.any or ())
        case "not":
            return negate(truth(measure.parts[0], row, unit, tables))
        case "given":
            column = str(measure.given)
            cell = row.get(written(column), row.get(column))
            return cell is not None if column in tables[unit].columns else None
        case "exists":
            return _exists(measure, row, unit, tables)
        case kind:
            raise TypeError(f"'{kind}' is no yes-no measure")


def _chosen(measure: Measure, row: Row, unit: TableName, tables: Tables) -> str | None:
    for option in measure.choose or ():
        held = truth(option.when, row, unit, tables)
        if held is None:
            return None
        if held:
            return option.value
    return measure.otherwise


def written(column: str) -> str:
    """The column of a table's rows that has the codes of a column as they stand in the log, listed or not."""
    return f"code:{column}"


def pairs(same: Mapping[str, str] | Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Their column and ours, for each that is compared."""
    return tuple(same.items()) if isinstance(same, Mapping) else tuple((one, one) for one in same)


def asked_of_us(measure: Measure) -> list[str]:
    """The columns of our own rows that are needed to find a match."""
    ours = [ours for _, ours in pairs(measure.same)] + list(measure.differs.values())
    return ours + ([measure.valid_at] if measure.valid_at else []) + (["time"] if measure.span else [])


def asked_of_them(measure: Measure) -> list[str]:
    """The columns of another table that are needed to find a match; where only `to` is missing, one is possible."""
    theirs = [theirs for theirs, _ in pairs(measure.same)] + [*measure.has, *measure.differs]
    return theirs + (["from"] if measure.valid_at else []) + (["time"] if measure.span else [])


def _exists(measure: Measure, row: Row, unit: TableName, tables: Tables) -> Truth:
    other = tables.get(measure.exists) if measure.exists else None
    if other is None:
        return None
    keys = pairs(measure.same)
    if any(row.get(ours) is None for _, ours in keys):
        return None
    if any(one not in tables[unit].columns for one in asked_of_us(measure)):
        return None
    if any(one not in other.columns for one in asked_of_them(measure)):
        return None
    found = any_of(_matches(measure, row, one, other) for one in other.rows)
    if found is not False:
        return found
    unclear = any(one.get(theirs) is None for one in other.rows for theirs, _ in keys)
    unclear = unclear or _lost(measure, row, other) > 0
    return None if unclear or not _covered(measure, row, unit, other) else False


def _lost(measure: Measure, row: Row, other: Rows) -> int:
    """How many of the rows that could not be read may be ones that are missing."""
    mine = [row.get(ours) for _, ours in pairs(measure.same)]
    keys = [[one.get(theirs) for theirs, _ in pairs(measure.same)] for one in other.rejected]
    return sum(None in key or key == mine for key in keys)


def _matches(measure: Measure, row: Row, one: Row, other: Rows) -> Truth:
    truths: list[Truth] = []
    for theirs, ours in pairs(measure.same):
        truths.append(one.get(theirs) == row.get(ours))
    for theirs, ours in measure.differs.items():
        mine, own = one.get(theirs), row.get(ours)
        truths.append(None if mine is None or own is None else mine != own)
    for theirs, values in measure.has.items():
        mine = one.get(theirs)
        truths.append(None if mine is None else mine in values)
    if measure.valid_at is not None:
        truths.append(_valid(one, _moments(row, measure.valid_at), other))
    if measure.span:
        truths.append(_near(measure, _moments(row), _moments(one)))
    return all_of(truths)


def _moments(row: Row, column: str = "time") -> tuple[datetime, datetime] | None:
    """The first and the last moment that a time may be: one, but where the log gives the day alone."""
    first, last = row.get(column), row.get(last_of(column))
    if not isinstance(first, datetime):
        return None
    return first, last if isinstance(last, datetime) else first


def _near(
    measure: Measure, own: tuple[datetime, datetime] | None, theirs: tuple[datetime, datetime] | None
) -> Truth:
    if own is None or theirs is None:
        return None
    before, within = measure.before or timedelta(), measure.within or timedelta()
    if theirs[1] < own[0] - before or theirs[0] > own[1] + within:
        return False
    return True if by_days(measure) or (own[0] == own[1] and theirs[0] == theirs[1]) else None


def by_days(measure: Measure) -> bool:
    """Whether the span of a measure is of whole days, so that days without a time of day can be counted."""
    return not ((measure.span or timedelta()) % DAY)


def _valid(one: Row, at: tuple[datetime, datetime] | None, other: Rows) -> Truth:
    since, until = one.get("from"), one.get("to")
    if at is None or not isinstance(since, datetime):
        return None
    begun = True if since <= at[0] else None if since <= at[1] else False
    if "to" not in other.columns:
        return all_of((begun, None))
    if not isinstance(until, datetime):
        return begun
    return all_of((begun, True if at[1] <= until else None if at[0] <= until else False))


def _covered(measure: Measure, row: Row, unit: TableName, other: Rows) -> bool:
    """Whether the other table holds all there is for the time asked about."""
    if other.complete is None:
        return False
    first, last = other.complete
    if unit == "agreements":
        since, until = row.get("from"), row.get("to")
        begins = since if isinstance(since, datetime) else None
        ends = until if isinstance(until, datetime) else None
        return begins is not None and begins <= last and (ends is None or ends >= first)
    at = _moments(row, measure.valid_at or "time")
    if at is None:
        return False
    before, within = measure.before or timedelta(), measure.within or timedelta()
    return first <= at[0] - before and at[1] + within <= last


def _count(
    measure: Measure, row: Row, own: Rows, minute: int | None, limits: tuple[int, int] | None
) -> int | None:
    columns = [ours for ours, _ in pairs(measure.same)]
    at = row.get("time")
    if any(row.get(column) is None for column in columns) or not isinstance(at, datetime):
        return None
    if any(one.get(last_of("time")) is not None for one in own.rows):
        return None
    if measure.outside is not None:
        if minute is None:
            return None
        if inside(measure.outside, minute):
            return 0
    assert measure.within is not None
    end, span = seconds(at), int(measure.within.total_seconds())

    def counts(one: Row, other: int | None) -> bool:
        when = one.get("time")
        if not isinstance(when, datetime) or any(one.get(column) != row[column] for column in columns):
            return False
        if measure.outside is not None and (other is None or inside(measure.outside, other)):
            return False
        return end - span <= seconds(when) <= end

    minutes = own.minutes or [None] * len(own.rows)
    found = sum(counts(one, other) for one, other in zip(own.rows, minutes, strict=True))
    most = found + _lost(measure, row, own) + sum(counts(*one) for one in own.twice)
    if found == most or (limits and most <= limits[0]):
        return found
    return limits[1] + 1 if limits and found > limits[1] else None


def inside(hours: Hours, minute: int) -> bool:
    """Whether a minute of the day lies in these hours, which may pass midnight."""
    if hours.from_ <= hours.to:
        return hours.from_ <= minute < hours.to
    return minute >= hours.from_ or minute < hours.to


def seconds(time: datetime) -> int:
    """The whole second that a naive time in UTC lies in, counted from 1970."""
    return (time - datetime(1970, 1, 1)) // timedelta(seconds=1)


def _longest_gap(measure: Measure, row: Row, tables: Tables) -> float | None:
    """The longest time without a row of the other table in the days that both it and our term cover.

    Unknown where our term began before those: how long nothing had happened by then cannot be told.
    """
    other = tables.get(measure.longest_gap) if measure.longest_gap else None
    since, until = row.get("from"), row.get("to")
    if other is None or other.complete is None or not isinstance(since, datetime):
        return None
    begin = max(since, other.complete[0])
    end = min(until, other.complete[1]) if isinstance(until, datetime) else other.complete[1]
    if since < begin or begin > end or any(row.get(ours) is None for _, ours in pairs(measure.same)):
        return None
    keys = [theirs for theirs, _ in pairs(measure.same)]
    if any(one not in other.columns for one in (*keys, "time")):
        return None
    if any(one.get(theirs) is None for one in other.rows for theirs in keys):
        return None
    if _lost(measure, row, other):
        return None
    times = sorted(
        when
        for one in other.rows
        if all(one.get(theirs) == row[ours] for theirs, ours in pairs(measure.same))
        and isinstance(when := one.get("time"), datetime)
        and begin <= when <= end
    )
    edges = [begin, *times, end]
    return max((b - a for a, b in pairwise(edges)), default=timedelta()) / YEAR
