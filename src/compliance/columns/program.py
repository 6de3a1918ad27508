"""A library compiled once into an expression over columns, to run on any number of tables."""

from collections.abc import Mapping
from functools import cache
from threading import Lock
from typing import Any

from compliance.columns.expressions import PARTS, decided_names, expression, unpacked
from compliance.columns.formulas import formulas
from compliance.columns.layout import Layout, layout_of
from compliance.columns.statuses import code_of, column_name
from compliance.columns.table import arrow_types
from compliance.engine.readings import SOLE, Choice, choice_of
from compliance.model.library import Library
from compliance.model.rule import Modality

ROWS_A_THREAD = 50_000
"""A thread more takes longer to get ready than it saves on fewer rows; batches of this size can run apart."""
_IBIS_TYPES = {"string": "string", "date": "date", "boolean": "boolean", "double": "float64"}


class ColumnsError(Exception):
    """A table does not fit the library, or rows were lost; the message says which."""


class ColumnProgram:
    """The rules of a library under the readings of several positions, over columns."""

    def __init__(
        self,
        library: Library,
        choices: Mapping[str, Choice] | None = None,
        beside: tuple[Library, Mapping[str, Choice]] | None = None,
    ) -> None:
        """`choices` are by position; by default those of every position of the library.

        `beside` is another state of the law, to be decided in the same run: what both have in common is worked out
        once. Its choices go by names of their own, which its columns have.
        """
        if choices is None:
            choices = {name: choice_of(library, name) for name in tuple(library.positions) or (SOLE,)}
        self._formulas = formulas(library.rules, choices)
        self.layout: Layout = layout_of(library)
        if beside is not None:
            other, readings = beside
            if choices.keys() & readings.keys():
                raise ValueError("the choices of the law beside go by names of their own")
            self._formulas = formulas(other.rules, readings, self._formulas)
            self.layout = layout_of(library, other)
        self._names = decided_names(self._formulas)
        self._engine: _DuckDB | None = None
        self._lock = Lock()

    def compile(self) -> None:
        """Gets DuckDB ready to run; the first run does it otherwise."""
        with self._lock:
            self._ready()

    def run(self, practices: Any) -> Any:
        """Codes from practices, row by row, both pyarrow.Table.

        Practices have the layout's columns; codes `practice`, `day`, and a column for each rule and position.
        Raises ColumnsError for a table that lacks a column or has it in another type.
        """
        fitted = self._fitted(practices)
        with self._lock:
            decided = self._ready().run(fitted)
        if decided.num_rows != practices.num_rows:
            raise ColumnsError(f"{practices.num_rows} rows went in and {decided.num_rows} came out")
        return self.codes(decided)

    def expression(self, practices: Any) -> Any:
        """An Ibis table from an Ibis table of practices, on whatever backend that is; `codes` reads it."""
        return expression(self._formulas, self.layout, practices)

    def codes(self, decided: Any) -> Any:
        """Codes (pyarrow.Table) from what `expression` worked out (pyarrow.Table)."""
        import pyarrow

        found = {ways: _codes(ways.modality).take(decided.column(name)) for ways, name in self._names.items()}
        columns = {name: decided.column(name) for name in decided.column_names[:2]}
        columns.update({column_name(*key): found[ways] for key, ways in self._formulas.decided.items()})
        return pyarrow.table(columns)

    def _ready(self) -> "_DuckDB":
        if self._engine is None:
            self._engine = _DuckDB(self)
        return self._engine

    def _fitted(self, practices: Any) -> Any:
        types = arrow_types()
        for name, type_ in self.layout.types.items():
            if name not in practices.column_names:
                raise ColumnsError(f"the table has no column '{name}'; the rules need it, if only as unknown")
            found = practices.schema.field(name).type
            if found != types[type_]:
                raise ColumnsError(f"the column '{name}' is of type {found}, not {types[type_]}")
        if practices.column("day").null_count:
            raise ColumnsError("the column 'day' says whose law applies and cannot be unknown")
        return practices.select(list(self.layout.types))


@cache
def _codes(modality: Modality) -> Any:
    """An array (pyarrow) of the code for each number of packed truths."""
    import pyarrow

    truths = (unpacked(number) for number in range(4**PARTS))
    return pyarrow.array([None if one is None else code_of(modality, *one) for one in truths], pyarrow.int8())


class _Practices:
    """The table that the prepared statement reads, which every run replaces: Arrow's stream interface."""

    def __init__(self, table: Any) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


def _in_batches(table: Any) -> Any:
    """The same rows (pyarrow.Table), cut into batches; nothing is copied."""
    import pyarrow

    return pyarrow.Table.from_batches(table.to_batches(max_chunksize=ROWS_A_THREAD), table.schema)


class _DuckDB:
    """The statement, prepared over a table that stands in for those to come.

    DuckDB plans a statement with what it knows of a table's values at the time, such as that a column has no
    nulls, and a prepared one keeps the plan: that is switched off. So is the search for common expressions,
    of which there are none left.
    """

    def __init__(self, program: ColumnProgram) -> None:
        import ibis
        import pyarrow

        types = arrow_types()
        schema = pyarrow.schema([(name, types[type_]) for name, type_ in program.layout.types.items()])
        self._practices = _Practices(schema.empty_table())
        self._backend = ibis.duckdb.connect()
        self._connection = self._backend.con
        self._connection.execute("SET disabled_optimizers = 'statistics_propagation,common_subexpressions'")
        (self._threads,) = self._connection.execute("SELECT current_setting('threads')").fetchone()
        self._connection.register("practices", self._practices)
        unbound = ibis.table(
            {name: _IBIS_TYPES[type_] for name, type_ in program.layout.types.items()}, name="practices"
        )
        self.sql = self._sql(program.expression(unbound))
        self._connection.execute(f"PREPARE decided AS {self.sql}")

    def run(self, practices: Any) -> Any:
        threads = min(self._threads, 1 + practices.num_rows // ROWS_A_THREAD)
        self._connection.execute(f"SET threads = {threads}")
        empty, self._practices.table = self._practices.table, _in_batches(practices)
        try:
            return self._connection.execute("EXECUTE decided").to_arrow_table()
        finally:
            self._practices.table = empty

    def _sql(self, decided: Any) -> str:
        """The SQL of an Ibis table, its selects not fused: fused, each works out again what they share."""
        import ibis

        fused = ibis.options.sql.fuse_selects
        ibis.options.sql.fuse_selects = False
        try:
            return str(self._backend.compile(decided))
        finally:
            ibis.options.sql.fuse_selects = fused
