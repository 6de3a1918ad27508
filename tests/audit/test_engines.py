"""Naming an engine: what is started, and what is said where it cannot be."""

from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pyarrow.parquet
import pytest

from compliance.audit import spark
from compliance.audit.engines import connect, duckdb_settings
from compliance.audit.error import AuditError

MB = 1_000_000


def refused(spec: str, folder: Path, memory: int | None = None) -> str:
    with pytest.raises(AuditError) as caught, connect(spec, memory, folder):
        pass
    return str(caught.value)


# --- what cannot be started --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spec", ["duck", "sparkle", "local[0]", "local[two]", "", "postgresql", "/some/file"]
)
def test_an_engine_that_nobody_knows(tmp_path: Path, spec: str) -> None:
    assert refused(spec, tmp_path).startswith(f"there is no engine '{spec}'; write duckdb, spark, local[4]")


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    assert refused("spark://127.0.0.1:1", tmp_path).startswith(
        "no Spark master answers at spark://127.0.0.1:1:"
    )


@pytest.mark.parametrize(
    ("package", "spec", "said"),
    [
        ("duckdb", "duckdb", "pip install 'policy-compliance[audit]'"),
        ("ibis", "duckdb", "pip install 'policy-compliance[audit]'"),
        ("pyspark", "spark", "pip install 'policy-compliance[audit,spark]'"),
        ("psycopg", "postgresql://127.0.0.1/x", "pip install 'policy-compliance[audit,postgres]'"),
        ("MySQLdb", "mysql://127.0.0.1/x", "pip install 'ibis-framework[mysql]'"),
    ],
)
def test_a_package_that_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, spec: str, said: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    monkeypatch.delitem(__import__("sys").modules, "ibis.backends.postgres", raising=False)
    assert said in refused(spec, tmp_path)


def test_no_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AuditError, match="install version 17 or newer"):
        spark.check_java()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(AuditError, match="JAVA_HOME is "):
        spark.check_java()


@pytest.mark.parametrize(
    "spec",
    [
        "foo://zelda:s%40cret@host/db?password=s%40cret&token=s@cret",
        "duckdb://zelda:s@cret@nowhere/file.duckdb",
        "mysql://zelda:s@cret@127.0.0.1:1/x?password=s@cret",
        "zelda:s@cret@host",
        "spark://zelda:s@cret@host",
    ],
)
def test_passwords_are_not_shown(tmp_path: Path, spec: str) -> None:
    said = refused(spec, tmp_path)
    assert "cret" not in said
    assert "zelda" not in said


# --- DuckDB ------------------------------------------------------------------------------------------------


def test_memory_covers_the_process_and_not_only_duckdb(tmp_path: Path) -> None:
    """Each of its threads keeps enough to work with."""
    settings = duckdb_settings(1000 * MB, tmp_path)
    assert settings["memory_limit"] == "450000KB"
    assert 1 <= settings["threads"] <= 4
    assert duckdb_settings(500 * MB, tmp_path)["threads"] == 1
    assert "memory_limit" not in duckdb_settings(None, tmp_path)


def test_too_little_memory(tmp_path: Path) -> None:
    assert refused("duckdb", tmp_path, 400 * MB) == (
        "an audit needs at least 500 MB of memory; give it more with --memory"
    )


def test_duckdb_keeps_to_its_folder_and_fetches_nothing(tmp_path: Path) -> None:
    with connect("duckdb", 1000 * MB, tmp_path / "spill") as engine:
        assert (engine.name, engine.reads_files) == ("DuckDB", True)
        (folder, installs, loads) = engine.backend.raw_sql(
            "SELECT current_setting('temp_directory'), current_setting('autoinstall_known_extensions'),"
            " current_setting('autoload_known_extensions')"
        ).fetchone()
    assert (folder, installs, loads) == (str(tmp_path / "spill"), False, False)


def test_no_memory_left(tmp_path: Path) -> None:
    """As when what must be kept cannot be spilled: what to do is said."""
    with connect("duckdb", 500 * MB, tmp_path / "spill") as engine:
        engine.backend.raw_sql("SET memory_limit = '20MB'; SET max_temp_directory_size = '0KB'")
        with (
            pytest.raises(AuditError, match="DuckDB failed counting: Out of Memory Error: ") as caught,
            engine.errors("counting"),
        ):
            engine.backend.raw_sql(
                "CREATE TABLE big AS SELECT range AS n, hash(range) AS m FROM range(9000000)"
            )
    assert "--memory" in str(caught.value) or "make room" in str(caught.value)


def test_a_database_file_is_only_read(tmp_path: Path) -> None:
    file = tmp_path / "log.duckdb"
    with duckdb.connect(str(file)) as made:
        made.execute("CREATE TABLE queries AS SELECT 'q1' AS id")
    with connect(f"duckdb://{file}", None, tmp_path / "spill") as engine:
        kept = engine.backend.table("queries").cache()
        assert [batch.to_pylist() for batch in engine.batches(kept)] == [[{"id": "q1"}]]
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            engine.backend.raw_sql("DROP TABLE queries")
    assert refused(f"duckdb://{tmp_path}/none.duckdb", tmp_path).startswith(
        f"cannot connect to duckdb://{tmp_path}"
    )
    assert not (tmp_path / "none.duckdb").exists()


def test_a_file_name_is_no_pattern(tmp_path: Path) -> None:
    """What fits the name as a pattern is not read with it, or instead of it."""
    for number, name in enumerate(["w1.parquet", "w[1].parquet", "w*.parquet", "w?.parquet"]):
        pyarrow.parquet.write_table(pyarrow.table({"n": [number]}), tmp_path / name)
    with connect("duckdb", None, tmp_path / "spill") as engine:
        for number, name in enumerate(["w1.parquet", "w[1].parquet", "w*.parquet", "w?.parquet"]):
            (batch,) = engine.batches(engine.parquet([tmp_path / name]))
            assert batch.to_pylist() == [{"n": number}]


# --- Spark -------------------------------------------------------------------------------------------------


def written(path: Path, **columns: list[Any]) -> Path:
    pyarrow.parquet.write_table(pyarrow.table(columns), path, row_group_size=2)
    return path


def test_each_row_of_several_files_has_a_number_that_stays_the_same(tmp_path: Path) -> None:
    files = [written(tmp_path / f"{name}.parquet", n=[1, 2, 3, 4, 5]) for name in "ba"]
    with connect("duckdb", None, tmp_path / "work") as engine:
        rows, number = engine.numbered(files)
        assert number is not None
        found = rows.order_by(number).to_pyarrow()
        assert len(set(found.column(number).to_pylist())) == 10
        some = rows.filter(rows.n > 3).order_by(number).to_pyarrow()
        assert some.to_pylist() == [row for row in found.to_pylist() if row["n"] > 3]


@pytest.mark.parametrize(
    ("column", "numbered"), [("file_row_number", False), ("FILE_INDEX", False), ("row number", True)]
)
def test_a_column_of_the_log_is_never_taken_for_the_number_of_a_row(
    tmp_path: Path, column: str, numbered: bool
) -> None:
    file = written(tmp_path / "rows.parquet", **{column: ["a", "a"]})
    with connect("duckdb", None, tmp_path / "work") as engine:
        rows, number = engine.numbered([file])
        assert (number is not None) == numbered
        assert number not in (column, *rows.columns[:1])
        assert rows.to_pyarrow().column(column).to_pylist() == ["a", "a"]


def test_folders_are_no_columns(tmp_path: Path) -> None:
    """A path such as n=7 would else set a column of the rows below it."""
    folder = tmp_path / "n=7"
    folder.mkdir()
    file = written(folder / "rows.parquet", n=[1, 2])
    with connect("duckdb", None, tmp_path / "work") as engine:
        for rows in (engine.parquet([file]), engine.numbered([file])[0]):
            assert rows.n.to_pyarrow().to_pylist() == [1, 2]


@pytest.mark.parametrize(
    ("spec", "master"),
    [
        ("spark", "local[*]"),
        ("local[2]", "local[2]"),
        ("local[*]", "local[*]"),
        ("local", "local"),
        ("spark://one:7077,two:7077", "spark://one:7077,two:7077"),
        ("local[2", None),
        ("duckdb", None),
        ("spark://user:word@host:7077", None),
    ],
)
def test_masters(spec: str, master: str | None) -> None:
    assert spark.master_of(spec) == master


def test_memory_of_spark_covers_python_and_java(tmp_path: Path) -> None:
    assert spark.settings("local[2]", 2000 * MB, tmp_path)["spark.driver.memory"] == "1201m"
    with pytest.raises(AuditError, match="at least 1169 MB"):
        spark.settings("local[2]", 1000 * MB, tmp_path)
