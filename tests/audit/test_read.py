"""The audit's tables on a backend: Parquet, tables of a database, staged text; what cannot be read, apart."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import ibis
import pyarrow
import pytest
from pyarrow import parquet
from tests.audit.logs import (
    NEW_YORK,
    DuckDB,
    at,
    csv_file,
    engine,
    log,
    opened,
    parquet_file,
    rejected,
    rows,
    table,
)

from compliance.audit.error import AuditError
from compliance.audit.read import ReadTable, read
from compliance.audit.stage import Staged
from compliance.model.log import LinkedTable

NOON = at("2018-01-05 12:00")


def queries(*files: Path, zone: str = "UTC", formats: Mapping[str, str] | None = None) -> LinkedTable:
    return table(
        "queries",
        "parquet",
        files,
        {"id": "NO", "time": "AT", "case": "CASE"},
        zone=zone,
        formats=formats,
    )


def times(unit: str = "us", tz: str | None = None, *moments: datetime) -> Any:
    return pyarrow.array(moments or [NOON], pyarrow.timestamp(unit, tz))


def sql(found: ReadTable) -> str:
    return " ".join(str(ibis.to_sql(found.rows, dialect="duckdb")).split())


def test_parquet_of_good_types_is_a_plain_scan(tmp_path: Path) -> None:
    file = parquet_file(
        tmp_path, NO=["q1", "q2"], AT=times("us", None, NOON, NOON), CASE=["c", None], MORE=[1, 2]
    )
    found = opened(queries(file), tmp_path / "work")
    assert sql(found).partition(" FROM ")[0] == (
        'SELECT "t0"."NO" AS "id", "t0"."AT" AS "time", "t0"."CASE" AS "case", '
        'CAST(NULL AS TEXT) AS "file", CAST(NULL AS BIGINT) AS "line"'
    )
    assert "WHERE" not in sql(found)
    assert [tuple(row.values())[:3] for row in rows(found.rows)] == [("q1", NOON, "c"), ("q2", NOON, None)]
    assert rejected(found) == []
    assert not (tmp_path / "work").exists()


def test_what_statistics_leave_open_is_checked(tmp_path: Path) -> None:
    file = parquet_file(
        tmp_path,
        NO=["q1", "", None, "q4", "q5", "q6"],
        AT=times("us", None, NOON, NOON, NOON, *[at("1700-01-01"), at("2018-03-11 02:30"), at("2018-07-01")])
        .to_pandas()
        .where([True, True, True, True, True, False]),
        CASE=["", "c", "c", "c", "c", "c"],
    )
    found = opened(queries(file, zone=NEW_YORK), tmp_path / "work")
    assert [tuple(row.values())[:3] for row in rows(found.rows)] == [("q1", at("2018-01-05 17:00"), None)]
    empty = "the column NO (id) is empty"
    assert sorted((id_ or "", reason) for id_, _, _, reason in rejected(found)) == [
        ("", empty),
        ("", empty),
        ("q4", "the time in AT is not in the years 1900 to 2200"),
        ("q5", "the clocks had gone forward: 2018-03-11 02:30:00 never was in America/New_York"),
        ("q6", "the column AT (time) is empty"),
    ]


@pytest.mark.parametrize(
    ("cells", "zone", "expected"),
    [
        (times("ns"), "UTC", NOON),
        (times("ms"), "UTC", NOON),
        (times("s"), "UTC", NOON),
        (times("us", "America/Los_Angeles"), NEW_YORK, NOON),
        (times("ns", "UTC"), NEW_YORK, NOON),
        (times("us"), NEW_YORK, at("2018-01-05 17:00")),
        (times("us", None, at("2018-11-04 01:30")), NEW_YORK, at("2018-11-04 05:30")),
        (pyarrow.array([date(2018, 1, 5)]), NEW_YORK, at("2018-01-05 05:00")),
        (pyarrow.array(["2018-01-05 12:00"]), NEW_YORK, at("2018-01-05 17:00")),
        (pyarrow.array(["2018-01-05 12:00+01:00"]).dictionary_encode(), NEW_YORK, at("2018-01-05 11:00")),
    ],
)
def test_every_type_of_time_becomes_utc(tmp_path: Path, cells: Any, zone: str, expected: datetime) -> None:
    file = parquet_file(tmp_path, NO=["q1"], AT=cells, CASE=["c"])
    found = opened(queries(file, zone=zone), tmp_path / "work")
    assert rows(found.rows)[0]["time"] == expected
    assert found.rows.schema()["time"].timezone is None
    assert rejected(found) == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (pyarrow.array([12], pyarrow.int32()), "12"),
        (pyarrow.array([2**63], pyarrow.uint64()), str(2**63)),
        (pyarrow.array(["x"], pyarrow.large_string()), "x"),
        (pyarrow.array(["x"]).dictionary_encode(), "x"),
        (pyarrow.array([""]), None),
    ],
)
def test_text_and_whole_numbers_become_text(tmp_path: Path, cells: Any, expected: str | None) -> None:
    file = parquet_file(tmp_path, NO=["q1"], AT=times(), CASE=cells)
    assert rows(opened(queries(file), tmp_path / "work").rows)[0]["case"] == expected


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"CASE": pyarrow.array([1.5])}, "the column 'CASE' of .* is of type float64, and is no text"),
        ({"CASE": pyarrow.array([[1]])}, "the column 'CASE' of .* is of type array<int64>, and is no text"),
        ({"AT": pyarrow.array([1])}, "the column 'AT' of .* is of type int64, and is no time"),
        ({"CASE": None}, r"queries\.parquet has no column 'CASE': did you mean 'CAS'\?"),
    ],
)
def test_a_column_that_cannot_be_used_is_an_error(tmp_path: Path, more: dict[str, Any], message: str) -> None:
    columns = {"NO": ["q1"], "AT": times(), "CASE": ["c"], "CAS": ["c"], **more}
    file = parquet_file(tmp_path, **{name: cells for name, cells in columns.items() if cells is not None})
    with pytest.raises(AuditError, match=message):
        opened(queries(file), tmp_path / "work")


def test_a_parquet_file_that_was_cut_off_is_an_error(tmp_path: Path) -> None:
    file = parquet_file(tmp_path, NO=["q1"], AT=times(), CASE=["c"])
    whole = file.read_bytes()
    for size in (0, 3, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:size])
        with pytest.raises(AuditError, match=r"queries\.parquet is no whole Parquet file"):
            opened(queries(file), tmp_path / "work")
    with pytest.raises(AuditError, match=r"no\.parquet cannot be read: .*No such file"):
        opened(queries(tmp_path / "no.parquet"), tmp_path / "work")


def test_files_of_one_table_have_the_same_types_in_any_order(tmp_path: Path) -> None:
    one = parquet_file(tmp_path, "a[1]*.parquet", NO=["q1"], AT=times("us"), CASE=["c"])
    other = parquet_file(tmp_path, "b.parquet", CASE=["d"], MORE=[1], AT=times("ms"), NO=["q2"])
    found = opened(queries(one, other), tmp_path / "work")
    assert sorted(row["id"] + row["case"] for row in rows(found.rows)) == ["q1c", "q2d"]
    third = parquet_file(tmp_path, "c.parquet", NO=[1], AT=times(), CASE=["c"])
    with pytest.raises(
        AuditError, match=r"the column 'NO' is string in .*b\.parquet and int64 in .*c\.parquet"
    ):
        opened(queries(other, third), tmp_path / "work")


def test_codes_are_mapped_and_those_that_are_not_listed_are_unknown(tmp_path: Path) -> None:
    one = table(
        "reviews",
        "csv",
        [
            csv_file(
                tmp_path, "Q,AT,RESULT\n1,2018-01-05,OK\n2,2018-01-05,ok\n3,2018-01-05,\n4,2018-01-05,D'oh\n"
            )
        ],
        {"query": "Q", "time": "AT", "outcome": "RESULT"},
        codes={"outcome": {"OK": "validated", "D'oh": "'; DROP TABLE reviews; --"}},
        facts={"query.log-review": "RESULT"},
    )
    found = rows(opened(one, tmp_path / "work").rows)
    assert [(row["outcome"], row["code:outcome"], row["fact:query.log-review"]) for row in found] == [
        ("validated", "OK", "OK"),
        (None, "ok", "ok"),
        (None, None, None),
        ("'; DROP TABLE reviews; --", "D'oh", "D'oh"),
    ]


HOSTILE = ['a"b', "'; DROP TABLE t; --", "x\ny", "%s {0} $1 ?", "SELECT", "ünï", "\\", "c0", "file", "line"]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["csv", "parquet", "table"])
def test_sql_in_names_and_cells_stays_data(tmp_path: Path, name: str, kind: str) -> None:
    columns = {"NO": ["q1"], name: [name], "AT": [NOON]}
    on = engine()
    files: list[Path] = []
    named = None
    if kind == "csv":
        quoted = name.replace('"', '""')
        files = [csv_file(tmp_path, f'NO,"{quoted}",AT\nq1,"{quoted}",2018-01-05 12:00\n', "a';b.csv")]
    elif kind == "parquet":
        files = [parquet_file(tmp_path, "a';b.parquet", **columns)]
    else:
        on = DuckDB(ibis.duckdb.connect())
        named = name
        on.backend.create_table(name, schema={"NO": "string", name: "string", "AT": "timestamp"})
        on.backend.insert(name, pyarrow.table(columns))
    one = table(
        "queries",
        "csv" if kind == "csv" else "parquet" if kind == "parquet" else None,
        files,
        {"id": "NO", "time": "AT", "case": name},
        facts={"records.purpose": name},
        named=named,
    )
    found = opened(one, tmp_path / "work", on)
    (row,) = rows(found.rows)
    assert (row["id"], row["time"], row["case"], row["fact:records.purpose"]) == ("q1", NOON, name, name)


def database() -> DuckDB:
    on = DuckDB(ibis.duckdb.connect())
    on.backend.raw_sql("create schema dcjs")
    on.backend.raw_sql('create table dcjs.log (NO bigint, "AT" timestamp, CASE_NO varchar, DAY varchar)')
    values = "(1, '2018-03-11 02:30', 'c', ''), (2, '2018-01-05 12:00', '', ''), (null, '2018-01-05', '', '')"
    on.backend.raw_sql(f"insert into dcjs.log values {values}")
    return on


def of_database(named: str, **columns: str) -> LinkedTable:
    mapped = {"id": "NO", "time": "AT", **columns}
    return table("queries", None, [], mapped, zone=NEW_YORK, named=named)


def test_a_table_of_a_database_is_read_and_checked(tmp_path: Path) -> None:
    found = opened(of_database("dcjs.log", case="CASE_NO"), tmp_path, database())
    assert [tuple(row.values())[:3] for row in rows(found.rows)] == [("2", at("2018-01-05 17:00"), None)]
    assert [(id_, reason) for id_, _, _, reason in rejected(found)] == [
        (None, "the column NO (id) is empty"),
        ("1", "the clocks had gone forward: 2018-03-11 02:30:00 never was in America/New_York"),
    ]


@pytest.mark.parametrize(
    ("named", "columns", "message"),
    [
        ("dcjs.logs", {}, r"the database has no table 'dcjs\.logs' for 'queries': did you mean 'log'\?"),
        ("log", {}, "the database has no table 'log' for 'queries': its tables are none"),
        ("dcj.log", {}, r"'dcj"),
        (
            "dcjs.log",
            {"case": "CASE_N"},
            r"the table dcjs\.log has no column 'CASE_N': did you mean 'CASE_NO'",
        ),
        (
            "dcjs.log",
            {"time": "DAY"},
            r"the column 'DAY' of the table dcjs\.log has times in text: make a view",
        ),
    ],
)
def test_a_table_that_cannot_be_used_is_an_error(named: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(AuditError, match=message):
        read(log(of_database(named, **columns)), database(), Staged({}, {}))


def test_a_day_stands_for_its_start_and_as_an_end_for_its_last_moment(tmp_path: Path) -> None:
    days = [date(2018, 1, 5), None, date(2018, 1, 4), date(2018, 1, 5)]
    file = parquet_file(tmp_path, U=["a", "b", "c", "d"], F=[date(2018, 1, 5)] * 4, T=days)
    one = table("certifications", "parquet", [file], {"user": "U", "from": "F", "to": "T"}, zone=NEW_YORK)
    found = opened(one, tmp_path / "work")
    start, end = at("2018-01-05 05:00"), at("2018-01-06 04:59:59.999999")
    assert [tuple(row.values())[:3] for row in rows(found.rows)] == [
        ("a", start, end),
        ("b", start, None),
        ("d", start, end),
    ]
    assert [reason for *_, reason in rejected(found)] == ["T (to) is before F (from)"]


@pytest.mark.parametrize("kind", ["naive", "aware", "text", "date"])
def test_a_stretch_of_time_has_its_rows_and_no_others(tmp_path: Path, kind: str) -> None:
    moments = [at("2018-03-09") + timedelta(minutes=37 * number) for number in range(200)]
    cells = {
        "naive": times("us", None, *moments),
        "aware": times("us", "UTC", *moments),
        "text": pyarrow.array([one.isoformat() for one in moments]),
        "date": pyarrow.array([one.date() for one in moments]),
    }
    file = parquet_file(tmp_path, NO=[str(number) for number in range(200)], AT=cells[kind], CASE=["c"] * 200)
    found = opened(queries(file, zone=NEW_YORK), tmp_path / "work")
    edges = [
        at("2018-03-01"),
        at("2018-03-10 05:00"),
        at("2018-03-11 07:10"),
        at("2018-03-12"),
        at("2018-04-01"),
    ]
    parts = [row for first, last in pairwise(edges) for row in rows(found.between(first, last))]
    assert sorted(parts, key=lambda row: int(row["id"])) == rows(found.rows)
    assert len(parts) + len(rejected(found)) == 200


def test_text_and_parquet_of_one_log_are_read_the_same(tmp_path: Path) -> None:
    moments = [at("2018-03-11") + timedelta(minutes=11 * number) for number in range(300)]
    names = [str(number) if number % 7 else "" for number in range(300)]
    text = "NO,AT,CASE\n" + "".join(f"{name},{one}," + "\n" for name, one in zip(names, moments, strict=True))
    csv_ = table(
        "queries",
        "csv",
        [csv_file(tmp_path, text)],
        {"id": "NO", "time": "AT", "case": "CASE"},
        zone=NEW_YORK,
    )
    file = parquet_file(tmp_path, NO=names, AT=times("us", None, *moments), CASE=[""] * 300)
    one = opened(csv_, tmp_path / "work")
    other = opened(queries(file, zone=NEW_YORK), tmp_path / "work")
    shown = [[(row["id"], row["time"], row["case"]) for row in rows(found.rows)] for found in (one, other)]
    assert shown[0] == shown[1]
    reasons = [sorted((id_ or "", reason) for id_, _, _, reason in rejected(found)) for found in (one, other)]
    assert reasons[0] == reasons[1]
    assert len(shown[0]) + len(reasons[0]) == 300


def test_an_empty_parquet_file_has_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "queries.parquet"
    fields = [("NO", pyarrow.string()), ("AT", pyarrow.timestamp("us")), ("CASE", pyarrow.string())]
    parquet.write_table(pyarrow.schema(fields).empty_table(), path)
    found = opened(queries(path, zone=NEW_YORK), tmp_path / "work")
    assert (rows(found.rows), rejected(found)) == ([], [])
