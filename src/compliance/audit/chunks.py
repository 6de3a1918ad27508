"""Runs a table chunk by chunk: what a chunk needs is named, worked out, counted and kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from compliance.audit import cells
from compliance.audit.evidence import Evidence
from compliance.audit.plan import Chunk, apart
from compliance.audit.unit import Unit
from compliance.audit.windows import SURE, crowded_bins
from compliance.audit.work import Work


class Chunks:
    """The chunks of a table, run one after another."""

    def __init__(self, unit: Unit, work: Work, evidence: Evidence | None) -> None:
        self._unit, self._work, self._evidence = unit, work, evidence
        self._on, self._queries = unit.statements, unit.queries
        self._in_order = self._queries.in_order is not None
        """Whether ids may stand in order in the table, which is the quickest way to tell that each is there once."""
        self.twice: set[str] = set()
        """Ids that are on more than one row, as far as was looked."""

    def run(self, tell: Callable[[int], None]) -> tuple[list[Path], list[Path]]:
        """The kept cells and rows of every chunk. `tell` is told of rows as they are done."""
        chunks, table = self._unit.chunks, self._unit.table
        if any(chunk.cut for chunk in chunks):
            # Rows of other days are in no chunk, but may have the id of one, or count for some.
            asked = table.between(chunks[0].since - self._unit.lookback, chunks[-1].until)
            self.twice = self._repeated(table.rows.semi_join(asked, "id"))
        elif not apart(chunks):
            self.twice = self._repeated(table.rows)
        counted, rows = [], []
        for chunk in self._unit.chunks:
            if self._work.done(f"{chunk.name}.cells") is None:
                self._chunk(chunk)
            self.twice |= set(self._kept(f"{chunk.name}.twice").read_text(encoding="utf-8").split("\0")) - {
                ""
            }
            counted.append(self._kept(f"{chunk.name}.cells"))
            if self._evidence is not None:
                rows.append(self._kept(f"{chunk.name}.rows"))
            tell(chunk.rows)
        return counted, rows

    def _kept(self, name: str) -> Path:
        path = self._work.done(name)
        assert path is not None
        return path

    def _repeated(self, rows: Any) -> set[str]:
        """The ids that are on more than one of these rows."""
        groups = rows.group_by("id").agg(n=rows.count())
        return _texts(self._on.fetch(groups.filter(groups.n > 1).select("id")))

    def _chunk(self, chunk: Chunk) -> None:
        unit, on, queries = self._unit, self._on, self._queries
        new = self._name_rows(chunk)
        work_out(unit)
        numbers = on.fetch(queries.numbers)
        unit.verdicts.decide(numbers.column("number").to_pylist())
        tables = self._cells(numbers)
        evidence = self._evidence
        if evidence is not None:
            self._work.keep(f"{chunk.name}.rows", lambda path: evidence.write(unit, numbers, path))
        self._work.keep(f"{chunk.name}.twice", lambda path: _write_texts(new, path))
        self._work.keep(f"{chunk.name}.cells", lambda path: cells.write(tables, path))
        for name in reversed(queries.kept):
            on.drop(name)

    def _name_rows(self, chunk: Chunk) -> set[str]:
        """Let the names that queries are about stand for a chunk; the ids that more than one of its rows has."""
        on, queries = self._on, self._queries
        self._name(chunk, self.twice)
        twice = set[str]()
        if not self._each_once():
            twice = _texts(on.fetch(queries.twice))
            self._name(chunk, self.twice | twice)
        # Texts are ordered here as on DuckDB; a database may have an order of its own.
        known = chunk.ids if on.hashes else None
        edges = known or tuple(on.fetch(queries.edges).to_pylist()[0].values())
        self._name_near(*edges)
        return twice

    def _each_once(self) -> bool:
        """Whether no two rows of the chunk at hand have the same id."""
        on, queries = self._on, self._queries
        if self._in_order:
            found = on.fetch(queries.in_order).to_pylist()[0]
            if (found["behind"] or 0) >= found["rows"] - 1:
                return True
            self._in_order = False  # nor will those of other chunks be
        extent = on.fetch(queries.extent).to_pylist()[0]
        return bool(extent["different"] == extent["rows"])

    def _name_near(self, least: str | None, most: str | None) -> None:
        """Let names stand for those rows of tables about single rows that can be about the chunk's."""
        unit, on = self._unit, self._on
        for (table, theirs), name in unit.near.items():
            rows = unit.about.tables[table].rows
            if least is not None and len(unit.chunks) > 1:
                rows = rows.filter((rows[theirs] >= least) & (rows[theirs] <= most))
            on.view(name, rows)

    def _put(self, name: str, column: str, texts: set[str]) -> Any:
        import pyarrow as pa

        return self._on.put(self._unit.name(name), pa.table({column: pa.array(sorted(texts), pa.string())}))

    def _name(self, chunk: Chunk, twice: set[str]) -> None:
        """Let names stand for a chunk's rows and those around it, without rows that share their id."""
        unit, on = self._unit, self._on
        within, around = unit.within(chunk), unit.around(chunk)
        if twice:
            ids = self._put("twice", "twice", twice)
            within = within.anti_join(ids, within.id == ids.twice)
            around = unsure_of(around, ids)
        on.view(unit.name("part"), within)
        on.view(unit.name("around"), around)

    def _cells(self, numbers: Any) -> list[Any]:
        import pyarrow as pa

        unit, on, queries = self._unit, self._on, self._queries
        listed = numbers.column("number").to_pylist()
        verdicts = [unit.verdicts.of(number) for number in listed]
        texts = pa.array(verdicts, pa.string())
        broken = pa.array([unit.verdicts.by_user(one) for one in verdicts], pa.bool_())
        on.put(
            unit.name("known"),
            pa.table({"n": pa.array(listed, pa.int64()), "verdict": texts, "broken": broken}),
        )
        found = [
            _kind(numbers.append_column("verdict", texts), cells.NUMBERS),
            _kind(on.fetch(queries.by_place), cells.PLACES),
        ]
        if queries.by_user is not None:
            found.append(_kind(on.fetch(queries.by_user), cells.USERS))
        return found


def work_out(unit: Unit) -> None:
    """Work out and keep what the numbers of the rows hang on, of the chunk that names stand for."""
    on, queries = unit.statements, unit.queries
    for what, asked in queries.bins.items():
        others = [on.fetch(one) for one in asked.others]
        found = crowded_bins(on.fetch(asked.rows), asked.number, asked.floor, others)
        on.put(unit.name(what), found)
    for name, rows in queries.kept.items():
        on.keep(name, rows)


def unsure_of(around: Any, ids: Any) -> Any:
    """The rows around a chunk, which are `sure` where their id is not among those that are there `twice`."""
    joined = around.drop(SURE).left_join(ids, around.id == ids.twice)
    return joined.mutate(**{SURE: joined.twice.isnull()}).drop("twice")


def _kind(table: Any, kind: str) -> Any:
    import pyarrow as pa

    return table.append_column("kind", pa.array([kind] * table.num_rows, pa.string()))


def _texts(table: Any) -> set[str]:
    return {str(one) for one in table.column("id").to_pylist()}


def _write_texts(texts: set[str], path: Path) -> None:
    path.write_text("\0".join(sorted(texts)), encoding="utf-8")
