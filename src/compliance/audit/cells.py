"""What is kept of a chunk: how many rows have which verdict, by place and month and by user, as Arrow tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from compliance.audit.verdicts import BY_USER, Ruling, Verdicts
from compliance.model.audit import NOT_GIVEN, Dimension, Tally
from compliance.model.finding import STATUSES, Status

PLACES, USERS, NUMBERS = "places", "users", "numbers"
"""The kinds of cells: rows by agency, office and month; broken rules by user; an example for each profile."""

AT_A_TIME = 8
"""So many chunks are added up together: fewer take longer, more need more memory."""


def schema() -> Any:
    """The columns of kept cells (pyarrow)."""
    import pyarrow as pa

    text = pa.string()
    return pa.schema(
        [
            ("kind", text),
            ("verdict", text),
            ("agency", text),
            ("office", text),
            ("month", pa.int64()),
            ("user", text),
            ("number", pa.int64()),
            ("example", text),
            ("rows", pa.int64()),
        ]
    )


def write(tables: Sequence[Any], path: Path) -> None:
    """Cells of several kinds into one Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    wanted = schema()
    parts = []
    for table in tables:
        missing = [
            pa.nulls(table.num_rows, field.type) for field in wanted if field.name not in table.column_names
        ]
        names = [field.name for field in wanted if field.name not in table.column_names]
        whole = pa.table([*table.columns, *missing], names=[*table.column_names, *names])
        parts.append(whole.select(wanted.names).cast(wanted))
    pq.write_table(pa.concat_tables(parts), path, compression="zstd")


def month_name(month: int) -> str:
    """A month as it is counted in cells, from 0 on, as text: 2018-03."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


class Counts:
    """The cells of all chunks of a table, added up."""

    def __init__(self, parts: Iterable[Path], verdicts: Verdicts) -> None:
        import pyarrow as pa

        self._verdicts = verdicts
        self._places = self._users = self.numbers = schema().empty_table()
        listed = list(parts)
        for first in range(0, len(listed), AT_A_TIME):
            some = pa.concat_tables(map(_read, listed[first : first + AT_A_TIME]))
            self._places = _added(self._places, some, PLACES, "verdict", "agency", "office", "month")
            self._users = _added(self._users, some, USERS, "verdict", "user")
            self.numbers = _added(self.numbers, some, NUMBERS, "number", "verdict")
        self._by: dict[Dimension, _Cells] = {}

    @property
    def rows(self) -> int:
        """How many rows were decided about."""
        return sum(self._places.column("rows").to_pylist())

    @property
    def agencies(self) -> dict[str | None, int]:
        """How many of them name each agency, as the log writes it."""
        return _sums(self._places, "agency")

    def of_rows(self) -> Tally:
        """Each row with the gravest status of its rules."""
        statuses: dict[Status, int] = {}
        for verdict, rows in _sums(self._places, "verdict").items():
            status = self._verdicts.row_status(verdict)
            statuses[status] = statuses.get(status, 0) + rows
        return Tally({status: statuses[status] for status in STATUSES if status in statuses}, {})

    def of_rule(self, rule: str) -> Tally:
        """The rows that a rule is about, by status."""
        return self._whole.by_name(self._ruled(rule), STATUSES).get("", Tally({}, {}))

    def by(self, rule: str, dimension: Dimension) -> Mapping[str, Tally]:
        """The same for each agency, office and month; of each user only what is violated or contested."""
        return self._cells(dimension).by_name(self._ruled(rule), BY_USER if dimension == "user" else STATUSES)

    def _ruled(self, rule: str) -> Callable[[str], Ruling | None]:
        return lambda verdict: self._verdicts.rulings(verdict).get(rule)

    @cached_property
    def _whole(self) -> "_Cells":
        return _Cells(self._places, None, str)

    def _cells(self, dimension: Dimension) -> "_Cells":
        if dimension not in self._by:
            table = self._users if dimension == "user" else self._places
            self._by[dimension] = _Cells(table, dimension, month_name if dimension == "month" else str)
        return self._by[dimension]


class _Cells:
    """How many rows have which verdict, by one name; counted with arrays, since users can be many thousands."""

    def __init__(self, table: Any, column: str | None, name: Callable[[Any], str]) -> None:
        """Cells of a pyarrow.Table. `name` is how a value of the column is called; None for no column is no name."""
        import numpy as np

        by = ["verdict"] if column is None else ["verdict", column]
        sums = table.group_by(by, use_threads=False).aggregate([("rows", "sum")])
        self._rows = sums.column("rows_sum").to_numpy()
        self._verdict, self._verdicts = _encoded(sums.column("verdict"))
        if column is None:
            self._name, self._names = np.zeros(len(self._rows), dtype=np.int64), [""]
            return
        numbers, values = _encoded(sums.column(column))
        named = [NOT_GIVEN if value is None else name(value) for value in values]
        self._names = sorted(set(named))
        places = {one: i for i, one in enumerate(self._names)}
        self._name = np.array([places[one] for one in named], dtype=np.int64)[numbers]

    def by_name(self, ruled: Callable[[str], Ruling | None], wanted: Sequence[Status]) -> Mapping[str, Tally]:
        """The tally of each name that has any, in order. `ruled` is a rule's part of a verdict."""
        rulings = [
            one if (one := ruled(verdict)) is not None and one.status in wanted else None
            for verdict in self._verdicts
        ]
        positions = dict.fromkeys(position for one in rulings if one for position in one.positions)
        whole = self._by_status([one.status if one else None for one in rulings])
        by_position = {
            position: self._by_status([one.positions.get(position) if one else None for one in rulings])
            for position in positions
        }
        return {
            name: Tally(
                whole[name], {position: of[name] for position, of in by_position.items() if name in of}
            )
            for name in self._names
            if name in whole
        }

    def _by_status(self, statuses: Sequence[Status | None]) -> dict[str, dict[Status, int]]:
        """By name, how many rows have each status; `statuses` has one for each verdict, or None for no row of it."""
        import numpy as np

        found: dict[str, dict[Status, int]] = {}
        if not any(statuses):
            return found
        numbers = np.array([-1 if one is None else STATUSES.index(one) for one in statuses], dtype=np.int64)
        status = numbers[self._verdict]
        counted = np.zeros((len(self._names), len(STATUSES)), dtype=np.int64)
        np.add.at(counted, (self._name[status >= 0], status[status >= 0]), self._rows[status >= 0])
        names, columns = counted.nonzero()
        rows = counted[names, columns].tolist()
        for name, column, number in zip(names.tolist(), columns.tolist(), rows, strict=True):
            found.setdefault(self._names[name], {})[STATUSES[column]] = number
        return found


def _read(path: Path) -> Any:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        return file.read(use_threads=False)  # here and below: each thread keeps memory of its own


def _encoded(column: Any) -> tuple[Any, list[Any]]:
    """A column's values by number (numpy array), and the values."""
    encoded = column.combine_chunks().dictionary_encode(null_encoding="encode")
    return encoded.indices.to_numpy(), encoded.dictionary.to_pylist()


def _added(whole: Any, part: Any, kind: str, *by: str) -> Any:
    """Cells with those of one kind of another part, each once; the first of examples is kept."""
    import pyarrow as pa
    import pyarrow.compute as pc

    both = pa.concat_tables([whole, part.filter(pc.equal(part.column("kind"), kind))])
    summed = both.group_by(list(by), use_threads=False).aggregate([("rows", "sum"), ("example", "min")])
    named = summed.rename_columns([*by, "rows", "example"])
    missing = [field for field in schema() if field.name not in named.column_names]
    for field in missing:
        named = named.append_column(field, pa.nulls(named.num_rows, field.type))
    return named.select(schema().names)


def _sums(table: Any, *by: str) -> dict[Any, int]:
    grouped = table.group_by(list(by), use_threads=False).aggregate([("rows", "sum")])
    keys = [grouped.column(name).to_pylist() for name in by]
    rows = grouped.column("rows_sum").to_pylist()
    return dict(zip(keys[0] if len(by) == 1 else zip(*keys, strict=True), rows, strict=True))
