"""Logs that are damaged, broken or meant to do harm: nothing about them passes for a finding or for a clearance."""

import csv
import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import yaml
from tests.cli.conftest import Run
from tests.cli.shares import FINE, HEAD, LOG, VIOLATED

MOMENT = datetime(2019, 5, 8, 10)


def told(run: Run, *options: str) -> dict[str, Any]:
    """The report of an audit in JSON."""
    ran = run("audit", "shares.log.yaml", "--format", "json", *options)
    assert ran.err == ""
    found: dict[str, Any] = json.loads(ran.out)
    return found


def rows(count: int, **columns: Any) -> pa.Table:
    """Rows that are fine, but for some columns."""
    whole = {
        "NO": pa.array([str(i) for i in range(count)], pa.string()),
        "WHEN": pa.array([MOMENT] * count, pa.timestamp("us")),
        "WHO": pa.array(["u"] * count, pa.string()),
        "WHY": pa.array(["K"] * count, pa.string()),
        "WARRANT": pa.array(["N"] * count, pa.string()),
    }
    return pa.table(whole | columns)


def parquet(table: pa.Table) -> bytes:
    file = BytesIO()
    pq.write_table(table, file)
    return file.getvalue()


# --- files that are no log ---------------------------------------------------------------------------------

WHOLE = parquet(rows(1000))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (WHOLE[: len(WHOLE) // 2], "queries.parquet is no whole Parquet file"),
        (WHOLE[:-1], "queries.parquet is no whole Parquet file"),
        (WHOLE[:4] + b"\xff" * 200 + WHOLE[204:], "queries.parquet is damaged"),
        (b"PK\x03\x04" + bytes(500), "queries.parquet is no whole Parquet file"),
        ((HEAD + FINE).encode(), "queries.parquet is no whole Parquet file"),
        (b"", "queries.parquet is no whole Parquet file"),
        (parquet(rows(0)), "no row could be decided about"),
        (parquet(pa.table({"x": [1]})), "queries.parquet has no column 'NO'"),
        (parquet(rows(2, NO=pa.array(["1", "1"]))), "most often since the id is on more than one row"),
    ],
    ids=["half", "a byte less", "damaged", "zip", "csv", "empty", "no rows", "other columns", "one id"],
)
def test_a_parquet_file_that_is_no_log_is_bad_input(run: Run, shares: Path, data: bytes, says: str) -> None:
    (shares / "shares.log.yaml").write_text(LOG.replace("queries.csv", "queries.parquet"))
    (shares / "queries.parquet").write_bytes(data)
    check_refused(run, shares, says)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "queries.csv is empty"),
        (HEAD.encode(), "no row could be decided about: the log has none"),
        (WHOLE, "queries.csv:1: the header has NUL characters"),
        ((HEAD + FINE).encode("utf-16"), "name the file's encoding in the log format, such as utf-16"),
        ((HEAD + FINE + '7,2019-05-10 10:00:00,"u2,K,N\n' + VIOLATED).encode(), "queries.csv:3: a quotation"),
        ((HEAD + "1,at noon,u,K,N\n").encode(), "rejected were 1, most often since the time 'at noon'"),
        ((HEAD + FINE + FINE).encode(), "rejected were 2, most often since the id is on more than one row"),
    ],
    ids=["empty", "header", "parquet", "utf-16", "quotation mark", "no times", "one id"],
)
def test_a_text_file_that_is_no_log_is_bad_input(run: Run, shares: Path, data: bytes, says: str) -> None:
    (shares / "queries.csv").write_bytes(data)
    check_refused(run, shares, says)


def check_refused(run: Run, shares: Path, says: str) -> None:
    """Exit 2, a message of one line, and nothing left behind."""
    ran = run(
        "audit", "shares.log.yaml", "--rows", "rows.csv", "--output", "report.txt", "--fail-on", "never"
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ") and ran.err.count("\n") == 1
    assert says in ran.err
    assert not [path.name for path in shares.iterdir() if path.name.startswith((".", "rows", "report"))]


def test_where_all_rows_are_rejected_they_are_listed_all_the_same(run: Run, shares: Path) -> None:
    (shares / "queries.csv").write_text(HEAD + FINE + FINE)
    assert run("audit", "shares.log.yaml", "--rejected", "rejected.csv").code == 2
    assert (shares / "rejected.csv").read_text().count("the id is on more than one row") == 2


def test_a_time_zone_that_is_none_is_shown_in_the_log_format(run: Run, shares: Path) -> None:
    (shares / "shares.log.yaml").write_text(LOG.replace("UTC", "America/New_Yrok"))
    ran = run("audit", "shares.log.yaml")
    assert ran.code == 2
    assert "shares.log.yaml:4:12" in ran.err and "'America/New_York'" in ran.err


# --- rows that nothing can be said of ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('9,2019-05-10 10:00:00,"u"2,K,N', "a quotation mark is out of place"),
        ("9,2019-05-10 10:00:00,u2,K", "the row has 4 cells, and the header has 5"),
        (f"9,2019-05-10 10:00:00,{'u' * 10_000_000},K,N", "longer than a million bytes"),
        (f"{'9' * 10_000_000},2019-05-10 10:00:00,u,K,N", "longer than a million bytes"),
        ("9,2019-05-10 10:00:00,u\0,K,N", "has a NUL character"),
        (",2019-05-10 10:00:00,u,K,N", "the column NO (id) is empty"),
        ("9,,u,K,N", "the column WHEN (time) is empty"),
        ("9,2019-02-30 10:00:00,u,K,N", "cannot be read"),
        ("9,2019-05-10 25:00:00,u,K,N", "cannot be read"),
        ("9,0000-01-01 00:00:00,u,K,N", "is not in the years"),
        ("9,9999-12-31 23:59:59,u,K,N", "is not in the years"),
        ("9,99999-01-01 00:00:00,u,K,N", "cannot be read"),
        ("9,2019-05-10 10:00:00,\udce4,K,N", "is not in the encoding utf-8"),
    ],
)
def test_a_row_that_is_broken_is_listed_and_the_others_are_decided(
    run: Run, shares: Path, row: str, reason: str
) -> None:
    text = HEAD + FINE + row + "\n" + VIOLATED
    (shares / "queries.csv").write_bytes(text.encode("utf-8", "surrogateescape"))
    found = told(run, "--rejected", "rejected.csv")
    (unit,) = found["units"]
    assert (unit["read"], unit["rejected"], unit["statuses"]) == (3, 1, {"violated": 1, "satisfied": 1})
    (group,) = found["rejected"]
    assert reason in group["reason"] and group["places"][0].startswith("queries.csv:3")
    with (shares / "rejected.csv").open(newline="", encoding="utf-8") as file:
        (listed,) = csv.DictReader(file)
    assert reason in listed["reason"] and listed["line"] == "3"


def test_rows_that_share_an_id_are_listed_and_none_is_decided(run: Run, shares: Path) -> None:
    (shares / "queries.csv").write_text(HEAD + VIOLATED + VIOLATED.replace("C", "K") + FINE)
    (unit,) = told(run)["units"]
    assert (unit["read"], unit["rejected"], unit["statuses"]) == (3, 2, {"satisfied": 1})
    assert run("audit", "shares.log.yaml").code == 3


@pytest.mark.parametrize("cells", ["X,Z", ","])
def test_where_the_log_tells_nothing_all_is_unknown_and_never_fine(
    run: Run, shares: Path, cells: str
) -> None:
    lines = [f"{i},2019-05-08 10:00:00,u,{cells}\n" for i in range(3)]
    (shares / "queries.csv").write_text(HEAD + "".join(lines))
    found = told(run)
    assert found["units"][0]["statuses"] == {"undetermined": 3}
    counted = {(one["fact"], one["code"]): one["rows"] for one in found["untold"]}
    purpose, warrant = cells.split(",")
    assert counted == {("purpose", purpose): 3, ("warrant", warrant): 3}
    assert run("audit", "shares.log.yaml").code == 3


def test_facts_that_no_row_of_a_table_shows_are_told_for_the_table(run: Run, shares: Path) -> None:
    (shares / "shares.log.yaml").write_text(LOG.replace("      warrant: {column", "      hours: {column"))
    text = (shares / "shares.log.yaml").read_text().replace("{Y: true, N: false}", "{Y: 1, N: 2}")
    (shares / "shares.log.yaml").write_text(text)
    assert "warrant" in told(run)["unmapped"]["queries"]


# --- text that means harm ----------------------------------------------------------------------------------

EVIL = (
    *("'; DROP TABLE queries; --", 'a"b', "=cmd()|'/C calc'!A1", "<script>alert(1)</script>", "a\nb"),
    *("a|b`c`", "%0A::error::x", "é☃", "{0}", "\\", "$1", "?", "--", "/*", "%s", "CON", "NULL", "-1", "@x"),
)
EVIL_COLUMNS = {
    "id": "NO'; DROP TABLE q; --",
    "time": 'WH"EN',
    "user": "<b>WHO</b>\n",
    "agency": "=cmd()",
    "office": "of|f`",
}
FACTS = ("WHY$1 {x}", "WAR?RANT%s")
PLAIN = ("WHY", "WARRANT")


def evil_format(source: dict[str, Any], columns: dict[str, str], facts: tuple[str, str]) -> str:
    table = {
        **source,
        "columns": columns,
        "facts": {
            "act": ["share"],
            "purpose": {
                "column": facts[0],
                "codes": {"C'": "civil", 'K"': "crime", "=B()": "both", "a\nb": "both"},
            },
            "warrant": {"column": facts[1], "codes": {"'; DROP TABLE q; --": True, "<script>": False}},
        },
    }
    return yaml.safe_dump(
        {
            "log": "shares",
            "title": "<script>alert(1)</script> | `x`\n::error::y",
            "time-zone": "UTC",
            "parties": {"actor": "town-police"},
            "offices": {"=1+1": "<img src=x onerror=alert(1)>"},
            "tables": {"queries": table},
        },
        allow_unicode=True,
    )


def evil_rows() -> list[tuple[str, ...]]:
    day = "2019-05-08 10:00:00"
    found = [(f"{evil}{i}", day, evil, evil, "=1+1", "C'", "<script>") for i, evil in enumerate(EVIL)]
    return [
        *found,
        ("fine", day, "u", "a", "o", 'K"', "<script>"),
        ("contested", day, "u", "a", "o", "a\nb", "<script>"),
        ("excused", day, "u", "a", "o", "C'", "'; DROP TABLE q; --"),
        ("unknown", day, "u", "a", "o", "<script>1</script>", "; DROP"),
    ]


def evil(folder: Path, kind: str, plain: bool = False) -> tuple[str, ...]:
    """A log whose names and cells are full of harm, as a kind of files or in a database; options for the audit."""
    columns = {name: name for name in EVIL_COLUMNS} if plain else EVIL_COLUMNS
    facts = PLAIN if plain else FACTS
    name = "queries" if plain else 'que\'ries [1]*?; "DROP" TABLE'
    head, found = [*columns.values(), *facts], evil_rows()
    typed = [list(cells) for cells in zip(*found, strict=True)]
    typed[1] = [MOMENT] * len(found)
    table = pa.table(dict(zip(head, typed, strict=True)))
    (folder / "data").mkdir()
    source: dict[str, Any] = {"files": "data", "kind": kind}
    if kind == "csv":
        with (folder / "data" / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([head, *found])
    elif kind == "parquet":
        pq.write_table(table, folder / "data" / f"{name}.parquet")
    else:
        source = {"table": name}
        with duckdb.connect(str(folder / "log.duckdb")) as base:
            base.register("given", table)
            quoted = name.replace('"', '""')
            base.execute(f'CREATE TABLE "{quoted}" AS SELECT * FROM given')
    (folder / "shares.log.yaml").write_text(evil_format(source, columns, facts), encoding="utf-8")
    return ("--engine", f"duckdb://{folder}/log.duckdb") if kind == "database" else ()


@pytest.mark.parametrize("kind", ["csv", "parquet", "database"])
@pytest.mark.parametrize("plain", [False, True], ids=["harm", "plain names"])
def test_names_and_cells_that_mean_harm_stay_data(run: Run, shares: Path, kind: str, plain: bool) -> None:
    found = told(run, "--rows", "rows.csv", *evil(shares, kind, plain))
    (unit,) = found["units"]
    assert (unit["read"], unit["rejected"]) == (len(EVIL) + 4, 0)
    counts = {"violated": len(EVIL), "contested": 1, "undetermined": 1, "excused": 1, "satisfied": 1}
    assert unit["statuses"] == counts
    (rule,) = (one for one in found["rules"] if "by" in one and one["statuses"].get("violated"))
    users = {one["value"]: one["statuses"] for one in rule["by"]["user"]}
    assert {evil: {"violated": 1} for evil in EVIL}.items() <= users.items()
    assert {one["code"] for one in found["untold"]} == {"<script>1</script>", "; DROP"}
    with (shares / "rows.csv").open(newline="", encoding="utf-8") as file:
        listed = {row["id"]: row["user"] for row in csv.DictReader(file)}
    assert listed == {f"{one}{i}": one for i, one in enumerate(EVIL)} | {"contested": "u"}


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "sarif", "github", "json"])
def test_no_report_lets_a_cell_or_a_name_be_more_than_text(run: Run, shares: Path, format_: str) -> None:
    evil(shares, "csv")
    ran = run("audit", "shares.log.yaml", "--format", format_)
    assert (ran.code, ran.err) == (1, "")
    if format_ in ("html", "markdown"):
        assert "<script>alert" not in ran.out.replace("`<script>alert", "")
        assert "<img src" not in ran.out.replace("\\<img src", "")
    if format_ in ("json", "sarif"):
        assert json.loads(ran.out)
    if format_ in ("text", "github"):
        assert not [line for line in ran.out.splitlines() if line.startswith("::error::")]


@pytest.mark.parametrize("number", range(len(EVIL)))
def test_one_row_is_explained_by_its_id_whatever_that_is(run: Run, shares: Path, number: int) -> None:
    evil(shares, "csv")
    ran = run("audit", "shares.log.yaml", f"--explain={EVIL[number]}{number}", "--format", "json")
    assert ran.code == 1, ran.err
    assert json.loads(ran.out)["practices"][0]["status"] == "violated"


@pytest.mark.parametrize("id_", ["' OR '1'='1", "%", "*", '" OR ""="', ""])
def test_an_id_is_no_condition(run: Run, shares: Path, id_: str) -> None:
    ran = run("audit", "shares.log.yaml", f"--explain={id_}")
    assert ran.code == 2
    assert "no row of queries that could be read has the id" in ran.err
