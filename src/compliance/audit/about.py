"""What measures are asked of: a unit, the tables beside it, and what is made ready of these once for all rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from compliance.audit import naive
from compliance.audit.naive import pairs, written
from compliance.audit.read import ReadTable
from compliance.audit.related import Two, askable, intervals, keys
from compliance.audit.sources import last_of, lost_key
from compliance.audit.statements import Statements
from compliance.model.log import NEEDED
from compliance.model.measure import Measure, TableName, UnitName

Way = Literal["intervals", "keys", "grouped"]


@dataclass(frozen=True, slots=True)
class Settled:
    """A measure that holds of all rows of a part but those of a table, which says what it is for them."""

    others: Any
    """Ibis table with the column `other`, the key of a row, and for each measure whether it holds and does not."""
    column: str
    """What the two columns of the measure are called, but for `_yes` and `_no`."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a unit that are looked at together."""

    rows: Any
    """Ibis table, with a `key` that no two rows share."""
    counts: Mapping[str, Any]
    """For each count, by `key_of`: the rows of which more is to be said than that it is at most its floor, as
    `windows.counted` gives them."""
    near: Mapping[tuple[TableName, str], Any] = field(default_factory=dict)
    """Tables about single rows, by the column that names the row: those of their rows that can be about this part's."""
    settled: Mapping[str, Settled] = field(default_factory=dict)
    """Measures, by `key_of`, that were looked into before."""
    unmatched: bool = False
    """Whether it is known that no row has a match that is sure, of any measure that is asked."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The rows of a table that could not be read, by what a measure looks rows up by."""

    keys: Any
    """The keys that could be read, each once: Ibis table of `k0`, `k1` and so on, and how many `rows` have them; None
    where there are none."""
    keyless: int
    """How many lack a key, so that they may be any."""


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
    _ready: dict[str, Two] = field(default_factory=dict)
    lost_in: dict[tuple[TableName, tuple[str, ...]], Lost] = field(default_factory=dict)
    """What was asked of rows that could not be read, by the table and the columns that it is looked up by."""
    _unclear: dict[tuple[TableName, str], bool] = field(default_factory=dict)

    def way(self, measure: Measure) -> Way:
        """How a match is looked for."""
        if own_key(measure) is not None or measure.differs or measure.before or self.days_alone:
            return "grouped"
        return "intervals" if measure.valid_at or measure.within else "keys"

    def ready(self, measure: Measure) -> Two:
        """The other table's intervals or keys, worked out once."""
        key = key_of(measure)
        if key not in self._ready:
            other = self.tables[other_table(measure)]
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
        if measure.count is not None and self.days_alone:
            return False
        if measure.given is not None:
            return measure.given in own
        if measure.kind == "exists":
            other = self.tables.get(other_table(measure))
            return other is not None and askable(measure, other) and all(name in own for name in ours)
        return all(name in own for name in ours)

    def shows(self, measure: Measure) -> bool:
        """Whether anything is known of it for any row; what is chosen hangs on the first option."""
        if measure.choose:
            return self.shows(measure.choose[0].when)
        return any(self.shows(one) for one in measure.parts) if measure.parts else self.known(measure)

    def unclear(self, measure: Measure) -> bool:
        """Whether a missing match says nothing, since some row of the other table lacks what it is looked up by."""
        table = other_table(measure)
        asked = (theirs for theirs, _ in pairs(measure.same) if theirs not in NEEDED[table])
        return any(self._empty(table, theirs) for theirs in asked) or self.lost(measure).keyless > 0

    @property
    def days_alone(self) -> bool:
        """Whether of some row of ours the log gives the day alone, and not its time of day."""
        return last_of("time") in self.tables[self.unit].rows.columns

    def _empty(self, table: TableName, column: str) -> bool:
        """Whether a column is empty in some row."""
        if (table, column) not in self._unclear:
            rows = self.tables[table].rows
            empty = rows.filter(rows[column].isnull()).limit(1).select(column)
            self._unclear[table, column] = self.statements.fetch(empty).num_rows > 0
        return self._unclear[table, column]

    def lost(self, measure: Measure) -> Lost:
        """What a missing match may be among, worked out once."""
        table, names = other_table(measure), tuple(theirs for theirs, _ in pairs(measure.same))
        if (table, names) not in self.lost_in:
            rejected = self.tables[table].rejected
            keys = {f"k{i}": _told(rejected, name) for i, name in enumerate(names)}
            told = rejected.select(**keys)
            kept = self.statements.keep(
                f"{self.unit}_lost_{len(self.lost_in)}", told.group_by(list(keys)).agg(rows=told.count())
            )
            whole = kept.filter([kept[key].notnull() for key in keys])
            every, read = (
                int(self.statements.fetch(one.agg(n=one["rows"].sum())).column("n").to_pylist()[0] or 0)
                for one in (kept, whole)
            )
            self.lost_in[table, names] = Lost(whole if read else None, every - read)
        return self.lost_in[table, names]


def _told(rejected: Any, column: str) -> Any:
    import ibis

    key = lost_key(column)
    return rejected[key] if key in rejected.columns else ibis.null("string")


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


def other_table(measure: Measure) -> TableName:
    """The table in which a measure looks for a match, or of which it counts rows."""
    table = measure.exists or measure.count
    assert table is not None
    return table
