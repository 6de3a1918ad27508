"""Rows out: every row of the finished parts, in one file that is there as a whole or not at all."""

import csv
import random
from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.audit.stopped import kill, names, run, start, wait_for

from compliance.audit import rows as module
from compliance.audit.error import AuditError
from compliance.audit.rows import rejected_schema, violations_schema, write_rows

Row = Mapping[str, Any]
SCHEMA = rejected_schema()
HOSTILE = (
    "",
    " ",
    '"',
    '""',
    ",",
    "\n",
    "\r",
    "\r\n",
    'a"b,c\r\nd',
    "'; drop table queries; --",
    "=1+1",
    "\x00",
    "\u2028",
    "\ufeff",
    "N\u0301",
    "\U0001f4a9",
    "NULL",
    "NaN",
    "1e9",
    "x" * 100_000,
)


def rejected(id_: str | None = "1", reason: str = "no time", line: int | None = 2) -> Row:
    return {"table": "queries", "id": id_, "file": "queries.csv", "line": line, "reason": reason}


def part(path: Path, rows: Sequence[Row], schema: Any = SCHEMA) -> Path:
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema), path)
    return path


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_the_columns_of_a_violation_name_the_rule_and_every_position() -> None:
    assert violations_schema(["dcjs", "nyclu"]).names == [
        *("unit", "id", "time", "agency", "office", "user", "rule", "provision", "citation", "status"),
        *("position:dcjs", "position:nyclu", "reason", "file", "line"),
    ]


def test_parts_are_joined_in_order_and_all_rows_are_there(tmp_path: Path) -> None:
    rows = [rejected(str(number)) for number in range(7)]
    parts = [
        part(tmp_path / "1", rows[:3]),
        part(tmp_path / "2", []),
        part(tmp_path / "3", rows[3:]),
    ]
    assert write_rows(parts, tmp_path / "out.parquet", SCHEMA) == 7
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist() == rows
    assert pyarrow.parquet.read_schema(tmp_path / "out.parquet").equals(SCHEMA)
    assert write_rows(parts, tmp_path / "out.csv", SCHEMA) == 7
    assert [row[1] for row in read_csv(tmp_path / "out.csv")] == ["id", *"0123456"]


@pytest.mark.parametrize("name", ["out.csv", "out.parquet", "OUT.CSV"])
def test_no_rows_are_a_file_with_its_columns(tmp_path: Path, name: str) -> None:
    assert write_rows([], tmp_path / name, SCHEMA) == 0
    found = duckdb.connect().from_query(
        f"from {'read_csv' if 'csv' in name.lower() else 'read_parquet'}('{tmp_path / name}')"
    )
    assert found.columns == SCHEMA.names
    assert found.fetchall() == []


def test_a_part_may_be_a_folder_as_spark_writes_it(tmp_path: Path) -> None:
    folder = tmp_path / "chunk"
    folder.mkdir()
    part(folder / "part-00001.parquet", [rejected("b")])
    part(folder / "part-00000.parquet", [rejected("a")])
    (folder / "_SUCCESS").touch()
    (folder / ".part-00000.parquet.crc").write_bytes(b"sum")
    assert write_rows([folder], tmp_path / "out.csv", SCHEMA) == 2
    assert [row[1] for row in read_csv(tmp_path / "out.csv")] == ["id", "a", "b"]


def test_times_are_written_in_utc_and_say_so(tmp_path: Path) -> None:
    schema = violations_schema([])
    blank: Row = dict.fromkeys(schema.names)
    times = [
        datetime(2017, 3, 1, 17, 30),
        datetime(2017, 3, 1, 17, 30, 10),
        datetime(1969, 7, 20, 20, 17, 0, 500_000),
        None,
    ]
    one = part(tmp_path / "1", [{**blank, "time": time} for time in times], schema)
    write_rows([one], tmp_path / "out.csv", schema)
    assert [row[2] for row in read_csv(tmp_path / "out.csv")] == [
        "time",
        "2017-03-01T17:30:00Z",
        "2017-03-01T17:30:10Z",
        "1969-07-20T20:17:00.500000Z",
        "",
    ]
    write_rows([one], tmp_path / "out.parquet", schema)
    assert pyarrow.parquet.read_table(tmp_path / "out.parquet")["time"].to_pylist() == times


def test_parts_of_an_engine_get_the_types_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "1"
    duckdb.connect().execute(
        "copy (select 'queries' as \"table\", null as id, 'q.csv' as file, 3::integer as line, 'x' as reason) "
        f"to '{path}' (format parquet)"
    )
    write_rows([path], tmp_path / "out.parquet", SCHEMA)
    assert pyarrow.parquet.read_schema(tmp_path / "out.parquet").equals(SCHEMA)


@given(
    st.lists(
        st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(), st.none()), min_size=3, max_size=3),
        max_size=8,
    )
)
def test_any_text_comes_back_from_csv(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    rows = [
        {"table": "queries", "id": id_, "file": file, "line": number, "reason": reason}
        for number, (id_, file, reason) in enumerate(cells)
    ]
    target = folder / "out.csv"
    assert write_rows([part(folder / "1", rows)], target, SCHEMA) == len(rows)
    expected = [["" if cell is None else str(cell) for cell in row.values()] for row in rows]
    assert read_csv(target) == [SCHEMA.names, *expected]


def test_in_csv_nothing_is_not_an_empty_text(tmp_path: Path) -> None:
    write_rows([part(tmp_path / "1", [rejected(None), rejected("")])], tmp_path / "out.csv", SCHEMA)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ['"queries",,"queries.csv",2,"no time"', '"queries","","queries.csv",2,"no time"']


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_equal_rows_give_equal_files_however_they_are_cut(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PIECE", 50)
    monkeypatch.setattr(module, "GROUP_ROWS", 200)
    rows = [rejected(str(number), "some reason" * (number % 3)) for number in range(1234)]
    dice, written = random.Random(1), set()
    for run_ in range(5):
        cuts = [0, *sorted(dice.sample(range(len(rows)), run_ * 3)), len(rows)]
        parts = []
        for number, (start_, end) in enumerate(pairwise(cuts)):
            table = pyarrow.Table.from_pylist(rows[start_:end], schema=SCHEMA)
            path = tmp_path / f"{run_}-{number}"
            pyarrow.parquet.write_table(table, path, row_group_size=dice.randint(1, 99))
            parts.append(path)
        target = tmp_path / f"out.{ending}"
        assert write_rows(parts, target, SCHEMA) == len(rows)
        written.add(target.read_bytes())
    assert len(written) == 1


def test_groups_stay_small_where_cells_are_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PIECE", 10)
    monkeypatch.setattr(module, "GROUP_BYTES", 1_000_000)
    path = part(tmp_path / "1", [rejected(reason="x" * 50_000) for _ in range(100)])
    write_rows([path], tmp_path / "out.parquet", SCHEMA)
    metadata = pyarrow.parquet.read_metadata(tmp_path / "out.parquet")
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [20] * 5


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_what_a_killed_run_left_is_not_part_of_the_next_file(tmp_path: Path, name: str) -> None:
    write_rows([], tmp_path / name, SCHEMA)
    undisturbed = (tmp_path / name).read_bytes()
    (tmp_path / f".{name}.half").write_text('"half",,,,\n' * 1000, encoding="utf-8")
    write_rows([], tmp_path / name, SCHEMA)
    assert (tmp_path / name).read_bytes() == undisturbed
    assert names(tmp_path) == [name]


# --- what is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["rows.xlsx", "rows", "rows.csv.gz", ".csv"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(AuditError, match=r"let its name end in \.parquet or \.csv"):
        write_rows([], tmp_path / name, SCHEMA)
    assert names(tmp_path) == []


@pytest.mark.parametrize("link", [None, "symbolic", "hard"])
def test_a_file_of_the_log_is_not_overwritten(tmp_path: Path, link: str | None) -> None:
    log = tmp_path / "queries.csv"
    log.write_text("id\n1\n", encoding="utf-8")
    target = log if link is None else tmp_path / "rows.csv"
    if link == "symbolic":
        target.symlink_to(log)
    elif link == "hard":
        target.hardlink_to(log)
    with pytest.raises(AuditError, match="is read by this audit: name another file with --rows"):
        write_rows([], target, SCHEMA, inputs=[tmp_path / "gone.csv", log])
    assert log.read_text(encoding="utf-8") == "id\n1\n"


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "rows.csv").symlink_to(tmp_path / "far" / "real.csv")
    write_rows([], tmp_path / "rows.csv", SCHEMA)
    assert names(tmp_path) == ["far", "far/real.csv", "rows.csv"]
    assert (tmp_path / "rows.csv").is_symlink()


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").mkdir()
    with pytest.raises(AuditError, match=r"rows\.csv is no file: name another with --rejected"):
        write_rows([], tmp_path / "rows.csv", SCHEMA, option="--rejected")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=r"gone is no folder: make it"):
        write_rows([], tmp_path / "gone" / "rows.csv", SCHEMA)


@pytest.mark.parametrize("damage", ["cut off", "other columns", "gone"])
def test_damaged_parts_give_no_file_and_leave_the_old_one(tmp_path: Path, damage: str) -> None:
    good, bad = part(tmp_path / "1", [rejected()]), part(tmp_path / "2", [rejected()])
    if damage == "cut off":
        bad.write_bytes(bad.read_bytes()[:-20])
    elif damage == "gone":
        bad.unlink()
    else:
        part(bad, [{"other": "x"}], pyarrow.schema([("other", pyarrow.string())]))
    (tmp_path / "out.csv").write_text("the last one", encoding="utf-8")
    before = names(tmp_path)
    with pytest.raises(AuditError, match="finished parts of this audit are damaged: remove the work folder"):
        write_rows([good, bad], tmp_path / "out.csv", SCHEMA)
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "the last one"
    assert names(tmp_path) == before


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_row_that_got_lost_on_the_way_gives_no_file(
    tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "groups", lambda tables: list(tables)[:-1])
    path = part(tmp_path / "1", [rejected(str(number)) for number in range(5000)])
    with pytest.raises(AuditError, match="would have 4096 rows and not 5000: nothing was written"):
        write_rows([path], tmp_path / f"out.{ending}", SCHEMA)
    assert names(tmp_path) == ["1"]


# --- killed, two at once, full disk -----------------------------------------------------------------------

SLOW = """
import sys, time
from pathlib import Path
from compliance.audit import rows

def slowly(tables):
    yield next(iter(tables))
    (Path(sys.argv[1]) / "begun").touch()
    time.sleep(600)

rows.groups = slowly
folder = Path(sys.argv[1])
rows.write_rows([folder / "1"], folder / sys.argv[2], rows.rejected_schema())
"""


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_kill_9_in_the_middle_leaves_the_old_file_and_the_next_run_takes_over(
    tmp_path: Path, name: str
) -> None:
    target = tmp_path / name
    target.write_text("the last one", encoding="utf-8")
    one = part(tmp_path / "1", [rejected(str(number)) for number in range(9000)])
    process = start(SLOW, tmp_path, name)
    try:
        wait_for((tmp_path / "begun").exists, process)
        with pytest.raises(AuditError, match="another run is writing"):
            write_rows([one], target, SCHEMA)
    finally:
        kill(process)
    assert target.read_text(encoding="utf-8") == "the last one"
    assert f".{name}.half" in names(tmp_path), "else this test shows nothing"

    write_rows([one], target, SCHEMA)
    undisturbed = tmp_path / f"undisturbed-{name}"
    write_rows([one], undisturbed, SCHEMA)
    assert target.read_bytes() == undisturbed.read_bytes()
    assert names(tmp_path) == sorted(["1", "begun", name, undisturbed.name])


LIMITED = """
import resource, sys
from pathlib import Path
from compliance.audit import rows
from compliance.audit.error import AuditError

resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
folder = Path(sys.argv[1])
try:
    rows.write_rows([folder / "1"], folder / sys.argv[2], rows.rejected_schema())
except AuditError as error:
    print(error)
"""


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_a_disk_that_takes_no_more_is_told_and_the_old_file_stays(tmp_path: Path, name: str) -> None:
    dice = random.Random(1)
    part(tmp_path / "1", [rejected(str(dice.random()), str(dice.random())) for _ in range(20_000)])
    (tmp_path / name).write_text("the last one", encoding="utf-8")
    message = run(LIMITED, tmp_path, name)
    assert message.startswith(f"{tmp_path} takes no more (File too large; ")
    assert "--rows" in message
    assert (tmp_path / name).read_text(encoding="utf-8") == "the last one"
    assert names(tmp_path) == ["1", name]
