"""What is kept of a chunk: how many rows have which verdict, by place and month and by user, as Arrow tables."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from compliance.audit.verdicts import BY_USER, Verdicts
from compliance.model.audit import NOT_GIVEN, Dimension, Tally
from compliance.model.finding import STATUSES, Status

PLACES, USERS, NUMBERS = "places", "users", "numbers"
"""The kinds of cells: rows by agency, office and month; broken rules by user; an example for each profile."""


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
        import pyarrow.parquet as pq

        self._verdicts = verdicts
        self._places = self._users = self.numbers = schema().empty_table()
        for path in parts:
            part = pq.read_table(path, schema=schema())
            self._places = _added(self._places, part, PLACES, "verdict", "agency", "office", "month")
            self._users = _added(self._users, part, USERS, "verdict", "user")
            self.numbers = _added(self.numbers, part, NUMBERS, "number", "verdict")
        self._by: dict[Dimension, dict[str, list[tuple[str, int]]]] = {}

    @property
    def rows(self) -> int:
        """How many rows were decided about."""
        return sum(self._places.column("rows").to_pylist())

    def of_rows(self) -> Tally:
        """Each row with the gravest status of its rules."""
        statuses: dict[Status, int] = {}
        for verdict, rows in _sums(self._places, "verdict").items():
            status = self._verdicts.row_status(verdict)
            statuses[status] = statuses.get(status, 0) + rows
        return Tally(_ordered(statuses), {})

    def of_rule(self, rule: str) -> Tally:
        """The rows that a rule is about, by status."""
        return self._tally(rule, _sums(self._places, "verdict").items(), STATUSES)

    def by(self, rule: str, dimension: Dimension) -> Mapping[str, Tally]:
        """The same for each agency, office and month; of each user only what is violated or contested."""
        statuses = BY_USER if dimension == "user" else STATUSES
        cells = self._cells(dimension)
        tallies = {name: self._tally(rule, cells[name], statuses) for name in sorted(cells)}
        return {name: tally for name, tally in tallies.items() if tally.rows}

    def _cells(self, dimension: Dimension) -> Mapping[str, list[tuple[str, int]]]:
        if dimension not in self._by:
            table = self._users if dimension == "user" else self._places
            found: dict[str, list[tuple[str, int]]] = {}
            for (verdict, value), rows in _sums(table, "verdict", dimension).items():
                name = (
                    NOT_GIVEN if value is None else month_name(value) if dimension == "month" else str(value)
                )
                found.setdefault(name, []).append((verdict, rows))
            self._by[dimension] = found
        return self._by[dimension]

    def _tally(self, rule: str, cells: Iterable[tuple[str, int]], wanted: Sequence[Status]) -> Tally:
        statuses: dict[Status, int] = {}
        positions: dict[str, dict[Status, int]] = {}
        for verdict, rows in cells:
            ruling = self._verdicts.rulings(verdict).get(rule)
            if ruling is None or ruling.status not in wanted:
                continue
            statuses[ruling.status] = statuses.get(ruling.status, 0) + rows
            for position, status in ruling.positions.items():
                own = positions.setdefault(position, {})
                own[status] = own.get(status, 0) + rows
        return Tally(_ordered(statuses), {position: _ordered(own) for position, own in positions.items()})


def _added(whole: Any, part: Any, kind: str, *by: str) -> Any:
    """Cells with those of one kind of another part, each once; the first of examples is kept."""
    import pyarrow as pa
    import pyarrow.compute as pc

    both = pa.concat_tables([whole, part.filter(pc.equal(part.column("kind"), kind))])
    summed = both.group_by(list(by)).aggregate([("rows", "sum"), ("example", "min")])
    named = summed.rename_columns([*by, "rows", "example"])
    missing = [field for field in schema() if field.name not in named.column_names]
    for field in missing:
        named = named.append_column(field, pa.nulls(named.num_rows, field.type))
    return named.select(schema().names)


def _sums(table: Any, *by: str) -> dict[Any, int]:
    grouped = table.group_by(list(by)).aggregate([("rows", "sum")])
    keys = [grouped.column(name).to_pylist() for name in by]
    rows = grouped.column("rows_sum").to_pylist()
    return dict(zip(keys[0] if len(by) == 1 else zip(*keys, strict=True), rows, strict=True))


def _ordered(statuses: Mapping[Status, int]) -> dict[Status, int]:
    return {status: statuses[status] for status in STATUSES if status in statuses}
