"""Expressions over tables of fixed names, each compiled once and run for one chunk after another."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from compliance.audit import spark
from compliance.audit.engines import Engine

PREFIX = "compliance_"
"""The names of what lives in a connection as long as an audit: views and tables that it alone sees."""


class Statements:
    """What is run on an engine. Names of views and tables are without the prefix."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._backend = engine.backend
        self._compiled: dict[int, tuple[Any, str]] = {}
        self._kept: dict[str, str] = {}
        self._frames: dict[str, Any] = {}

    @property
    def hashes(self) -> bool:
        """Whether the engine has a quick hash of texts."""
        return bool(self._backend.name == "duckdb")

    def view(self, name: str, rows: Any) -> Any:
        """Let a name stand for an Ibis table from now on; as the table of that name."""
        sql = self._sql(rows)
        if self._backend.name == "pyspark":
            spark.view(self._backend, PREFIX + name, sql)
        else:
            if self._backend.name == "postgres":
                self.drop(name)  # it replaces a view only by one with the same columns
            self._run(f"CREATE OR REPLACE TEMPORARY VIEW {PREFIX}{name} AS {sql}")
        self._kept[name] = "VIEW"
        return self.named(name, rows.schema())

    def keep(self, name: str, rows: Any) -> Any:
        """Have an Ibis table worked out, and kept under a name until the next one; as the table of that name."""
        self.drop(name)
        sql = self._once(rows)
        if self._backend.name == "pyspark":
            self._frames[name] = spark.keep(self._backend, PREFIX + name, sql)
            self._kept[name] = "VIEW"
        else:
            self._run(f"CREATE TEMPORARY TABLE {PREFIX}{name} AS {sql}")
            self._kept[name] = "TABLE"
        return self.named(name, rows.schema())

    def put(self, name: str, rows: Any) -> Any:
        """Have a small pyarrow.Table under a name; as the table of that name."""
        import ibis

        schema = ibis.Schema.from_pyarrow(rows.schema)
        if self._backend.name == "duckdb":
            self._backend.con.register(PREFIX + name, rows)
        elif self._backend.name == "pyspark":
            frame = self._backend._session.createDataFrame(rows)
            frame.createOrReplaceTempView(PREFIX + name)
            self._kept[name] = "VIEW"
        else:
            self.drop(name)
            self._backend.create_table(PREFIX + name, rows, schema=schema, temp=True)
            self._kept[name] = "TABLE"
        return self.named(name, schema)

    def fetch(self, rows: Any) -> Any:
        """The rows of an Ibis table, as pyarrow.Table."""
        import pyarrow as pa

        if self._backend.name == "duckdb":
            return self._backend.con.execute(self._once(rows)).to_arrow_table()
        schema = rows.schema().to_pyarrow()
        if self._backend.name == "pyspark":
            return spark.fetch(self._backend, self._once(rows), schema)
        return pa.Table.from_batches((one.cast(schema) for one in self.engine.batches(rows)), schema)

    def batches(self, rows: Any) -> Iterator[Any]:
        """The rows of an Ibis table in batches (pyarrow.RecordBatch), so that they need not fit in memory."""
        return self.engine.batches(rows)

    @staticmethod
    def named(name: str, schema: Any) -> Any:
        """The table that a name stands for, whatever it is at the time."""
        import ibis

        return ibis.table(schema, name=PREFIX + name)

    def drop(self, name: str) -> None:
        """Let go of what a name stands for, if anything."""
        kind = self._kept.pop(name, None)
        if kind is not None:
            # PostgreSQL lets go of nothing that views are about, unless they go with it.
            with_views = " CASCADE" if self._backend.name == "postgres" else ""
            self._run(f"DROP {kind} IF EXISTS {PREFIX}{name}{with_views}")
        if name in self._frames:
            self._frames.pop(name).unpersist()

    def _once(self, rows: Any) -> str:
        key = id(rows)
        if key not in self._compiled:
            self._compiled[key] = (
                rows,
                self._sql(rows),
            )  # the expression is held, so that its id stays its own
        return self._compiled[key][1]

    def _sql(self, rows: Any) -> str:
        return str(self._backend.compile(rows))

    def _run(self, sql: str) -> None:
        cursor = self._backend.raw_sql(sql)
        if self._backend.name not in ("duckdb", "pyspark"):
            cursor.close()


@contextmanager
def statements(engine: Engine) -> Iterator[Statements]:
    """What is run on an engine; at the end nothing of it is left there."""
    found = Statements(engine)
    try:
        yield found
    finally:
        for name in reversed(list(found._kept)):
            with suppress(Exception):  # an engine that has gone has nothing left
                found.drop(name)
