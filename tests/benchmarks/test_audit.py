"""The contenders of the audit's benchmark count what the log was made with, and are compared before times are told."""

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from benchmarks.audit_log import Counts
from benchmarks.batch import Mismatch

from benchmarks import audit, audit_ours, audit_sql
from compliance.audit.synthesize import synthesize

QUERIES = 30_000
PEERS = ["audit_polars"] if find_spec("polars") else ["audit_sql"]
"""Polars comes with the dependency group `bench`."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("bench")
    synthesize(made, QUERIES, seed=5)
    return made


@pytest.fixture(scope="module")
def by_sql(folder: Path) -> Counts:
    return audit_sql.counts(folder)


def summed(counts: Counts, term: str, dimension: str) -> list[int]:
    """Violated and unknown, over all values of the dimension."""
    found = [numbers for key, numbers in counts.items() if key.startswith(f"{term} {dimension} ")]
    return [sum(column) for column in zip(*found, strict=True)]


def test_the_sql_counts_what_was_put_into_the_log(folder: Path, by_sql: Counts) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    kinds = expected["kinds"]
    forbidden = ("purpose-civil-immigration", "purpose-other-official", "purpose-private")
    unread = kinds["purpose-unlisted-code"] + kinds["purpose-blank"]
    late = kinds["never-reviewed"] + kinds["reviewed-late"] + kinds["reviewed-alone"]
    for dimension in ("agency", "office", "month"):
        assert summed(by_sql, "purpose", dimension) == [sum(kinds[kind] for kind in forbidden), unread]
        assert summed(by_sql, "reason", dimension) == [kinds["no-reason"], 0]
        assert summed(by_sql, "certified", dimension) == [kinds["uncertified"], 0]
        assert summed(by_sql, "case", dimension) == [kinds["case-none"] + kinds["case-not-open"], 0]
        assert summed(by_sql, "searches", dimension) == [kinds["over-five-searches"], kinds["subject-blank"]]
        assert summed(by_sql, "review", dimension) == [late, kinds["review-not-due"]]
    assert by_sql["rows"] == [QUERIES]
    assert by_sql["duplicates"] == [0]


def test_a_chunk_of_any_size_gives_the_same(folder: Path, by_sql: Counts) -> None:
    assert audit_sql.counts(folder, at_a_time="2000") == by_sql


def test_the_sql_sees_an_id_that_is_twice(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    rows = pq.read_table(folder / "queries.parquet")
    ids = rows.column("id").to_pylist()
    ids[10] = ids[-10]
    changed = rows.set_column(0, "id", [ids])
    pq.write_table(changed, tmp_path / "queries.parquet")
    assert audit_sql.counts(tmp_path)["duplicates"] == [2]


def test_ours_counts_the_same(folder: Path, by_sql: Counts) -> None:
    assert audit_ours.ours(folder) == by_sql


@pytest.mark.parametrize("module", PEERS)
def test_peers_count_the_same(folder: Path, by_sql: Counts, module: str) -> None:
    assert import_module(f"benchmarks.{module}").counts(folder, at_a_time="5000") == by_sql


def test_each_runs_in_a_process_of_its_own_and_tells_its_time(folder: Path) -> None:
    found = audit.compared(folder, QUERIES, 1, ("scan", "sql", "ours"))
    assert [one.name for one in found.contenders] == [
        audit.CONTENDERS[name].name for name in ("scan", "sql", "ours")
    ]
    assert all(one.seconds > 0 and one.peak > 10_000_000 for one in found.contenders)
    assert [bar.unit for bar in audit.bars(found)] == ["×", "MB"]


def test_a_contender_that_counts_otherwise_is_named() -> None:
    with pytest.raises(
        Mismatch, match=r"Polars differs from SQL on 1 of 2 counts:\n  rows: \[2\]; SQL: \[1\]"
    ):
        audit._compare("Polars", {"rows": [2], "a": [1]}, "SQL", {"rows": [1], "a": [1]})


def test_a_log_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.made_up(100, 1, tmp_path) == audit.made_up(100, 1, tmp_path) == tmp_path
    assert capsys.readouterr().err.count("making up 100 queries") == 1
