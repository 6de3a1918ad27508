"""The engines that the tests of audits run on: those named in COMPLIANCE_AUDIT_ENGINES, by default DuckDB alone."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pyarrow
import pyarrow.parquet
import pytest

from compliance.audit.engines import Engine, connect

HERE = Path(__file__).parent
ENGINES = tuple(os.environ.get("COMPLIANCE_AUDIT_ENGINES", "duckdb").split())
if not ENGINES:
    raise pytest.UsageError("COMPLIANCE_AUDIT_ENGINES names no engine")
_POSTGRES = {
    pyarrow.string(): "text",
    pyarrow.bool_(): "boolean",
    pyarrow.int16(): "smallint",
    pyarrow.int64(): "bigint",
    pyarrow.timestamp("us"): "timestamp",
    pyarrow.date32(): "date",
    pyarrow.timestamp("us", "UTC"): "timestamptz",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that are run on each engine are marked, so that they can be run alone."""
    for item in items:
        if "engine_spec" in getattr(item, "fixturenames", ()) and item.path.is_relative_to(HERE):
            item.add_marker("engines")


@pytest.fixture(scope="session", params=ENGINES, ids=lambda spec: spec.partition(":")[0])
def engine_spec(request: pytest.FixtureRequest) -> str:
    """What names the engine."""
    return str(request.param)


@pytest.fixture(scope="session")
def engine(engine_spec: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Each of the engines, once for all tests: Spark is slow to start, and another connection shares it."""
    with connect(engine_spec, None, tmp_path_factory.mktemp("spill")) as opened:
        yield opened


def loaded(engine: Engine, table: pyarrow.Table, folder: Path) -> object:
    """The rows as an Ibis table of the engine: from a Parquet file, or in a database from a table of its own."""
    if engine.reads_files:
        file = folder / f"{uuid4().hex}.parquet"
        pyarrow.parquet.write_table(table, file)
        return engine.parquet([file])
    return engine.backend.table(stored(engine, table))


def stored(engine: Engine, table: pyarrow.Table) -> str:
    """The name of a new table in PostgreSQL that holds the rows, until the connection ends."""
    from psycopg import sql

    name = f"t{uuid4().hex}"
    columns = sql.SQL(", ").join(
        sql.SQL("{} {}").format(sql.Identifier(field.name), sql.SQL(_POSTGRES[field.type]))
        for field in table.schema
    )
    with engine.backend.con.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE TEMPORARY TABLE {} ({})").format(sql.Identifier(name), columns))
        with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(name))) as copy:
            for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
                copy.write_row(row)
    return name
