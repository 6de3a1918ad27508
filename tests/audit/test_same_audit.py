"""An audit on any engine, in one chunk or in several, is the audit on DuckDB; names may be odd."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, LiteralString

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml

from compliance.audit import run
from compliance.audit.explain import row as explained
from compliance.audit.run import Options, audit
from compliance.audit.synthesize import NAME, synthesize
from compliance.engine.decide import Decider
from compliance.model.audit import AuditReport
from compliance.source.library import load_library
from compliance.source.logs import read_log

LIBRARY = Path(__file__).parent.parent.parent / "features" / "logs" / "federal-offices" / "tests"
ODD = ' of "it"; -- \'`ü ${x} %s'
"""Behind the name of each table and column."""
QUERIES = 300
TWICE = 3


@pytest.fixture(scope="module")
def decider() -> Decider:
    return Decider(load_library((LIBRARY,)))


@pytest.fixture(scope="module")
def in_parquet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up log with odd names and values, some ids twice, and in which some times never were."""
    folder = tmp_path_factory.mktemp("log")
    synthesize(folder, QUERIES, 1)
    path = folder / f"{NAME}.log.yaml"
    log = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, table in log["tables"].items():
        rows = pq.read_table(folder / table["files"])
        if name == "queries":
            rows = pa.concat_tables([rows, rows.slice(QUERIES // 2, TWICE)])
            reason = rows.column_names.index("reason")
            odd = [ODD if i % 3 else one for i, one in enumerate(rows.column("reason").to_pylist())]
            rows = rows.set_column(reason, "reason", pa.array(odd, pa.string()))
        pq.write_table(rows.rename_columns([one + ODD for one in rows.column_names]), folder / table["files"])
        for columns in (table["columns"], table.get("facts", {})):
            for key, column in columns.items():
                if isinstance(column, dict):
                    column["column"] += ODD
                elif columns is table["columns"]:
                    columns[key] = column + ODD
    path.write_text(yaml.safe_dump(log, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def log(in_parquet: Path, engine_spec: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The same where the engine reads it: in Parquet, or in the tables of a database."""
    if not engine_spec.startswith("postgres"):
        yield in_parquet
        return
    import psycopg
    from psycopg import sql

    text = yaml.safe_load(in_parquet.read_text(encoding="utf-8"))
    with psycopg.connect(engine_spec, autocommit=True) as database:
        for name, table in text["tables"].items():
            rows = pq.read_table(in_parquet.parent / table.pop("files"))
            table["table"] = name + ODD
            columns = [
                sql.SQL("{} {}").format(sql.Identifier(field.name), sql.SQL(_type(field.type)))
                for field in rows.schema
            ]
            made = sql.Identifier(name + ODD)
            database.execute(sql.SQL("CREATE TABLE {} ({})").format(made, sql.SQL(", ").join(columns)))
            with database.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(made)) as copy:
                for row in rows.to_pylist():
                    copy.write_row([row[one] for one in rows.column_names])
        path = tmp_path_factory.mktemp("tables") / f"{NAME}.log.yaml"
        path.write_text(yaml.safe_dump(text, sort_keys=False, allow_unicode=True), encoding="utf-8")
        yield path
        for table in text["tables"].values():
            database.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(table["table"])))


def _type(type_: pa.DataType) -> LiteralString:
    if pa.types.is_timestamp(type_):
        return "timestamptz" if type_.tz else "timestamp"
    return {"string": "text", "large_string": "text", "int64": "bigint", "date32[day]": "date"}[str(type_)]


def audited(path: Path, decider: Decider, engine: str, work: Path) -> tuple[AuditReport, list[Any]]:
    """What an audit reports, but for where it ran; and the rows that it wrote, in an order of their own."""
    rows = work / "rows.parquet"
    options = Options(engine=engine, work=work / "work", rows=rows)
    report = audit(read_log(path, decider.library), decider, options, lambda done, of: None)
    same = replace(report, engine="", file="", rows_file=None, receipt=replace(report.receipt, files={}))
    return same, sorted(map(repr, pq.read_table(rows).to_pylist()))


@pytest.mark.parametrize("most", [10**6, 110], ids=["in one chunk", "in several chunks"])
def test_the_report_and_the_rows_are_the_same_on_every_engine(
    log: Path, in_parquet: Path, decider: Decider, engine_spec: str, tmp_path: Path, most: int,
    monkeypatch: pytest.MonkeyPatch, engine: Any,
) -> None:  # fmt: skip
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    expected, rows = audited(in_parquet, decider, "duckdb", tmp_path / "here")
    monkeypatch.setattr(run, "rows_a_chunk", lambda memory: most)
    found, found_rows = audited(log, decider, engine_spec, tmp_path / "there")
    assert found == expected
    assert found_rows == rows
    assert rows
    assert sum(one.rows for one in found.rejected if one.table == "queries") == 2 * TWICE


def test_a_row_is_explained_the_same_on_every_engine(
    log: Path, in_parquet: Path, decider: Decider, engine_spec: str, tmp_path: Path, engine: Any
) -> None:
    id_ = pq.read_table(in_parquet.parent / "queries.parquet").column(f"id{ODD}")[0].as_py()
    found = []
    for path, spec in ((in_parquet, "duckdb"), (log, engine_spec)):
        options = Options(engine=spec, work=tmp_path / spec[:3])
        found.append(explained(read_log(path, decider.library), decider, options, "queries", id_))
    assert found[0].timeline == found[1].timeline
