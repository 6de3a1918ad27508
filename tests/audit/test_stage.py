"""Text files become rows with their lines, and what is no row is rejected with its place and the reason."""

import csv
import io
import json
import re
import resource
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from tests.audit.logs import NEW_YORK, at, csv_file, log, opened, rejected, rows, staged, table

from compliance.audit.error import AuditError
from compliance.audit.stage import stage
from compliance.model.log import LinkedTable

COLUMNS = {"id": "NO", "time": "AT", "user": "WHO"}


def queries(*files: Path, kind: str = "csv", delimiter: str = ",", encoding: str = "utf-8") -> LinkedTable:
    assert kind in ("csv", "json-lines")
    return table(
        "queries",
        "csv" if kind == "csv" else "json-lines",
        files,
        COLUMNS,
        facts={"records.purpose": "PURP"},
        delimiter=delimiter,
        encoding=encoding,
    )


def read_csv(folder: Path, text: str | bytes, **more: str) -> tuple[list[tuple], list[tuple]]:
    """Rows (id, user, purpose, line) and rejections (line, reason) of a file."""
    found = opened(queries(csv_file(folder, text), **more), folder / "work")
    kept = [(one["id"], one["user"], one["fact:records.purpose"], one["line"]) for one in rows(found.rows)]
    return kept, [(line, reason) for _, _, line, reason in rejected(found)]


HEADER = "NO,AT,WHO,PURP\n"
GOOD = "q9,2018-01-05,u,C\n"


def test_a_csv_file_is_read_with_its_lines(tmp_path: Path) -> None:
    text = '\ufeffWHO,PURP,NO,OTHER,AT\r\nann,C,1,x,2018-01-05 10:30:00\r\n\r\n"b, ""B""\nben",,2,,2018-01-06\r\n'
    found = opened(queries(csv_file(tmp_path, text)), tmp_path / "work")
    assert rows(found.rows) == [
        {
            "id": "1",
            "time": at("2018-01-05 10:30"),
            "user": "ann",
            "last:time": None,
            "fact:records.purpose": "C",
            "file": "queries.csv",
            "line": 2,
        },
        {
            "id": "2",
            "time": at("2018-01-06"),
            "user": 'b, "B"\nben',
            "last:time": at("2018-01-06 23:59:59.999999"),
            "fact:records.purpose": None,
            "file": "queries.csv",
            "line": 4,
        },
    ]
    assert rejected(found) == []


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("q1,2018-01-05,u\n", "the row has 3 cells, and the header has 4"),
        ("q1\n", "the row has 1 cell, and the header has 4"),
        ("q1,2018-01-05,u,C,\n", "the row has 5 cells, and the header has 4"),
        ('q1,2018-01-05,"u"x,C\n', "a quotation mark is out of place"),
        (
            'q1,2018-01-05,"u\nv"x,C\n',
            "a quotation mark is out of place; what was read as one row ends on line 4",
        ),
        ("q1,2018-01-05,u\0,C\n", "the cell in WHO has a NUL character, and is no text"),
        ("q1,2018-01-05,\udcff,C\n", "the text in WHO is not in the encoding utf-8"),
        (",2018-01-05,u,C\n", "the column NO (id) is empty"),
        ("q1,,u,C\n", "the column AT (time) is empty"),
        (
            "q1,soon,u,C\n",
            "the time 'soon' in AT cannot be read as year-month-day and time of day (ISO 8601)",
        ),
        (
            f"q1,{'9' * 300},u,C\n",
            f"the time '{'9' * 79}…' in AT cannot be read as year-month-day and time of day (ISO 8601)",
        ),
        ("q1,1899-12-31,u,C\n", "the time in AT is not in the years 1900 to 2200"),
        ("q1,2201-01-01,u,C\n", "the time in AT is not in the years 1900 to 2200"),
        (f"q1,2018-01-05,{'u' * 1_000_001},C\n", "the cell in WHO is longer than a million bytes"),
        (f"q1,2018-01-05,{'u' * 10_000_000},C\n", "the cell in WHO is longer than a million bytes"),
    ],
)
def test_a_row_that_cannot_be_read_is_rejected_and_the_rows_around_it_are_not(
    tmp_path: Path, bad: str, reason: str
) -> None:
    text = (HEADER + GOOD + bad + GOOD).encode("utf-8", "surrogateescape")
    kept, lost = read_csv(tmp_path, text)
    after = 4 if "\n" not in bad[:-1] else 5
    assert kept == [("q9", "u", "C", 2), ("q9", "u", "C", after)]
    assert lost == [(3, reason)]


def test_a_rejected_row_has_its_id_where_it_can_be_told(tmp_path: Path) -> None:
    text = HEADER + "q1,soon,u,C\nq2,2018-01-05,u\n"
    found = opened(queries(csv_file(tmp_path, text)), tmp_path / "work")
    assert [(id_, file, line) for id_, file, line, _ in rejected(found)] == [
        ("q1", "queries.csv", 2),
        (None, "queries.csv", 3),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEADER + GOOD + 'q1,2018-01-05,"a\nb","never closed,C\n' + GOOD * 3,
            "queries.csv:4: a quotation mark that is opened on this line is never closed: close it",
        ),
        (
            HEADER + '"' + GOOD * 3,
            "queries.csv:2: a quotation mark that is opened on this line is never closed",
        ),
        ('"NO,AT\n' + GOOD, "queries.csv:1: a quotation mark that is opened on this line is never closed"),
        ("NO,AT,PURP\n" + GOOD, "queries.csv has no column 'WHO': its columns are NO, AT, PURP"),
        ("NO,AT,WH0,PURP\n" + GOOD, "queries.csv has no column 'WHO': did you mean 'WH0'?"),
        ("NO;AT;WHO;PURP\n" + GOOD, "queries.csv has no column 'NO': "),
        ("NO,AT,WHO,WHO,PURP\n" + GOOD, "queries.csv has 2 columns called 'WHO': rename all but one"),
        ("", "queries.csv is empty: a CSV file needs a first row that names its columns"),
        ("\n\n", "queries.csv is empty: a CSV file needs a first row that names its columns"),
    ],
)
def test_a_file_that_nothing_can_be_said_of_is_an_error_and_leaves_nothing_behind(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(AuditError, match=re.escape(message)):
        staged(queries(csv_file(tmp_path, text)), tmp_path / "work")
    assert list((tmp_path / "work").iterdir()) == []


def test_a_column_with_the_same_name_twice_is_no_matter_where_it_is_not_mapped(tmp_path: Path) -> None:
    kept, lost = read_csv(tmp_path, "NO,AT,WHO,PURP,X,X\nq1,2018-01-05,u,C,,\n")
    assert (kept, lost) == ([("q1", "u", "C", 2)], [])


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=r"no\.csv cannot be read: No such file"):
        staged(queries(tmp_path / "no.csv"), tmp_path)


def test_each_of_several_files_must_have_the_columns(tmp_path: Path) -> None:
    one = csv_file(tmp_path, HEADER + GOOD, "a.csv")
    other = csv_file(tmp_path, "PURP,NO,AT,WHO\nC,q2,2018-01-05,v\n", "b.csv")
    found = opened(queries(one, other), tmp_path / "work")
    assert [(row["id"], row["file"], row["line"]) for row in rows(found.rows)] == [
        ("q9", "a.csv", 2),
        ("q2", "b.csv", 2),
    ]
    with pytest.raises(AuditError, match=r"c\.csv has no column 'WHO'"):
        staged(queries(one, csv_file(tmp_path, "NO,AT,PURP\n", "c.csv")), tmp_path / "work")


def test_other_encodings_and_delimiters(tmp_path: Path) -> None:
    text = "NO|AT|WHO|PURP\nq1|2018-01-05|Zoë|C\n"
    kept, lost = read_csv(tmp_path, text.encode("cp1252"), delimiter="|", encoding="cp1252")
    assert (kept, lost) == ([("q1", "Zoë", "C", 2)], [])
    kept, lost = read_csv(tmp_path, text.encode("utf-16"), delimiter="|", encoding="utf-16")
    assert (kept, lost) == ([("q1", "Zoë", "C", 2)], [])
    with pytest.raises(AuditError, match="there is no encoding 'klingon'"):
        read_csv(tmp_path, text, encoding="klingon")
    with pytest.raises(AuditError, match=r"queries\.csv is not in the encoding utf-16"):
        read_csv(tmp_path, text, encoding="utf-16")
    with pytest.raises(AuditError, match=r"the delimiter '\|\|' of .* must be one letter"):
        read_csv(tmp_path, text, delimiter="||")


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


@settings(max_examples=40, deadline=None)
@given(rows_=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=12), data=st.data())
def test_whatever_a_csv_writer_writes_is_read_again_with_its_lines(
    tmp_path_factory: pytest.TempPathFactory, rows_: Sequence[tuple[str, str]], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    ending = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=ending)
    if ending != "\r\n":  # else a line break of another kind would not be quoted
        writer = csv.writer(text, lineterminator=ending, quoting=csv.QUOTE_ALL)
    writer.writerow(["NO", "AT", "WHO", "PURP"])
    expected = []
    for number, (user, purpose) in enumerate(rows_):
        line = len(re.findall("\r\n|\r|\n", text.getvalue())) + 1
        writer.writerow([f"q{number}", "2018-01-05", user, purpose])
        expected.append((f"q{number}", user or None, purpose or None, line))
    assert read_csv(folder, text.getvalue()) == (expected, [])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(['"', ",", "\n", "q", "\0", "2018-01-05", GOOD, "\udcff"]), max_size=30))
def test_no_file_is_too_broken_for_a_rejection_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("csv")
    text = (HEADER + "".join(parts)).encode("utf-8", "surrogateescape")
    try:
        kept, lost = read_csv(folder, text)
    except AuditError as error:
        assert "queries.csv:" in str(error)
    else:
        assert len(kept) + len(lost) <= text.count(b"\n")
        assert all(1 < line <= text.count(b"\n") + 1 for line, _ in lost)


def test_json_lines_are_read_with_their_lines(tmp_path: Path) -> None:
    text = (
        json.dumps({"NO": 12, "AT": "2018-01-05T10:30:00Z", "WHO": "a\nb", "PURP": True, "more": [1]})
        + '\r\n\n{"NO": 1.50, "AT": "2018-01-06", "PURP": null}\n'
    )
    found = opened(queries(csv_file(tmp_path, text, "q.jsonl"), kind="json-lines"), tmp_path / "work")
    assert [tuple(row.values()) for row in rows(found.rows)] == [
        ("12", at("2018-01-05 10:30"), "a\nb", None, "true", "q.jsonl", 1),
        ("1.50", at("2018-01-06"), None, at("2018-01-06 23:59:59.999999"), None, "q.jsonl", 3),
    ]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("[1]", "the line is no JSON object"),
        ("{'NO': 1}", "the line is no JSON object"),
        ('{"NO": "q1"', "the line is no JSON object"),
        ('{"NO": NaN, "AT": "2018-01-05"}', "the line is no JSON object"),
        ("[" * 100_000, "the line is no JSON object"),
        ('{"NO": "q1", "NO": "q2"}', "the key 'NO' is in the object more than once"),
        ('{"NO": "q1", "WHO": ["u"]}', "the value of 'WHO' is a list or an object, and no text"),
        (
            '{"NO": "q1", "AT": "2018-01-05", "WHO": "\\ud800"}',
            "the text in WHO is not in the encoding utf-8",
        ),
        (
            '{"NO": "q1", "AT": "2018-01-05", "WHO": "\\u0000"}',
            "the cell in WHO has a NUL character, and is no text",
        ),
    ],
)
def test_a_line_that_is_no_object_of_texts_is_rejected(tmp_path: Path, bad: str, reason: str) -> None:
    good = json.dumps({"NO": "q9", "AT": "2018-01-05", "WHO": "u", "PURP": "C"})
    found = opened(
        queries(csv_file(tmp_path, f"{good}\n{bad}\n{good}", "q.jsonl"), kind="json-lines"), tmp_path / "work"
    )
    assert [row["line"] for row in rows(found.rows)] == [1, 3]
    assert [(line, why) for _, _, line, why in rejected(found)] == [(2, reason)]


def test_a_key_that_no_line_has_is_an_error(tmp_path: Path) -> None:
    file = csv_file(tmp_path, '{"NO": 1, "AT": "2018-01-05", "WHOM": "u", "PURP": "C"}\n', "q.jsonl")
    with pytest.raises(AuditError, match=r"no line of .*q\.jsonl has the key 'WHO': did you mean 'WHOM'"):
        staged(queries(file, kind="json-lines"), tmp_path / "work")
    with pytest.raises(AuditError, match=r"q\.jsonl is empty"):
        staged(queries(csv_file(tmp_path, "\n", "q.jsonl"), kind="json-lines"), tmp_path / "work")


def test_times_are_in_the_zone_of_the_log_unless_they_name_an_offset(tmp_path: Path) -> None:
    text = (
        "U,F,T\n"
        "a,2018-03-11 01:59:59,2018-03-11\n"
        "b,2018-03-11 02:30:00,\n"
        "c,2018-11-04 01:30:00,2018-11-04 01:30:00-05:00\n"
        "d,2018-01-05,2018-01-04\n"
    )
    one = table(
        "certifications",
        "csv",
        [csv_file(tmp_path, text)],
        {"user": "U", "from": "F", "to": "T"},
        zone=NEW_YORK,
    )
    found = opened(one, tmp_path / "work")
    assert [tuple(row.values())[:3] for row in rows(found.rows)] == [
        ("a", at("2018-03-11 06:59:59"), at("2018-03-12 03:59:59.999999")),
        ("c", at("2018-11-04 05:30"), at("2018-11-04 06:30")),
    ]
    assert rejected(found) == [
        (
            None,
            "queries.csv",
            3,
            "the clocks had gone forward: 2018-03-11 02:30:00 never was in America/New_York",
        ),
        (None, "queries.csv", 5, "T (to) is before F (from)"),
    ]


def test_what_was_staged_is_kept_until_a_file_or_the_format_changes(tmp_path: Path) -> None:
    file = csv_file(tmp_path, HEADER + GOOD)
    told: list[int] = []
    first = stage(log(queries(file)), tmp_path / "work", told.append)
    assert told == [1]
    stage(log(queries(file)), tmp_path / "work", told.append)
    assert told == [1]
    file.write_text(HEADER + GOOD * 2)
    stage(log(queries(file)), tmp_path / "work", told.append)
    assert told == [1, 2]
    first.files["queries"].write_bytes(b"cut")
    stage(log(queries(file)), tmp_path / "work", told.append)
    assert told == [1, 2, 2]
    assert parquet.read_table(first.files["queries"]).num_rows == 2


def test_a_full_disk_is_an_error_and_no_half_file_stays(tmp_path: Path) -> None:
    file = csv_file(
        tmp_path, HEADER + "".join(f"q{number},2018-01-05,{number * 7919},C\n" for number in range(20_000))
    )
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(AuditError, match=r"the disk of .*work is full: make room there"):
            staged(queries(file), tmp_path / "work")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list((tmp_path / "work").iterdir()) == []


def test_every_row_of_a_long_file_is_kept_or_rejected_once(tmp_path: Path) -> None:
    lines = [
        f"q{number},2018-01-05,{'u' * (number % 5)},{'' if number % 97 else ',,'}" for number in range(23_456)
    ]
    kept, lost = read_csv(tmp_path, HEADER + "\n".join(lines))
    assert len(kept) + len(lost) == len(lines)
    assert sorted([line for *_, line in kept] + [line for line, _ in lost]) == list(range(2, len(lines) + 2))
    assert all(id_ == f"q{line - 2}" for id_, _, _, line in kept)
