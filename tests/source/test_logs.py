"""Log formats: an agency's columns, codes and files, as an audit will read them."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.source.mutate import spoiled
from tests.source.support import loaded, write

from compliance.model.case import Members
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.model.log import LinkedLog, LinkedTable
from compliance.source.format import format_text
from compliance.source.logs import read_log
from compliance.source.practices import find_practices

HEAD = "log: police\ntitle: The log of the police\ntime-zone: America/New_York\n"
QUERIES = """\
  queries:
    files: queries.csv
    columns: {id: ID, time: WHEN}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return loaded(tmp_path / "law")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a log in it."""
    return write(tmp_path / "logs", {"queries.csv": "ID,WHEN\n"})


def read(folder: Path, library: Library, tables: str, head: str = "") -> LinkedLog:
    path = folder / "police.log.yaml"
    path.write_text(HEAD + head + "tables:\n" + tables, encoding="utf-8")
    return read_log(path, library)


def queries(folder: Path, library: Library, inside: str, head: str = "") -> LinkedTable:
    return read(folder, library, QUERIES + inside, head).tables["queries"]


def complaints(folder: Path, library: Library, tables: str) -> list[str]:
    with pytest.raises(InputError) as raised:
        read(folder, library, tables)
    return [f"{d.code}: {d.message}" for d in raised.value.diagnostics]


# --- what a log says -----------------------------------------------------------------------------------


def test_a_log_is_read_whole(folder: Path, library: Library) -> None:
    head = """\
parties: {recipient: vendor, keeper: {by: agency}}
agencies: {"007": police}
offices: {"11": Main Street}
notes: [Made up.]
"""
    tables = """\
  queries:
    files: queries.csv
    delimiter: "\\t"
    encoding: latin-1
    columns:
      id: ID
      time: {column: WHEN, format: "%m/%d/%Y %I:%M %p"}
      agency: ORI
  reviews:
    table: audit.reviews
    columns: {query: Q, time: {column: T, time-zone: UTC}, outcome: {column: R, codes: {"1": validated}}}
    complete: {from: 2016-01-01, to: 2016-12-31}
  certifications:
    files: queries.csv
    columns: {user: U, from: F, to: T}
"""
    log = read(folder, library, tables, head)
    assert (log.name, log.title, log.zone) == ("police", "The log of the police", "America/New_York")
    assert (log.parties, log.agency_roles) == ({"recipient": "vendor"}, ("keeper",))
    assert (log.agencies, log.offices, log.notes) == (
        {"007": "police"},
        {"11": "Main Street"},
        ("Made up.",),
    )
    assert log.digest and log.file.endswith("logs/police.log.yaml")
    assert [*log.tables] == ["queries", "reviews", "certifications"]
    rows = log.tables["queries"]
    assert (rows.kind, rows.files, rows.table) == ("csv", (folder / "queries.csv",), None)
    assert (rows.delimiter, rows.encoding, rows.complete) == ("\t", "latin-1", None)
    time = rows.column("time")
    assert time is not None
    assert (time.source, time.type, time.format, time.zone) == (
        "WHEN",
        "time",
        "%m/%d/%Y %I:%M %p",
        "America/New_York",
    )
    assert rows.column("user") is None
    reviews = log.tables["reviews"]
    assert (reviews.kind, reviews.files, reviews.table) == (None, (), "audit.reviews")
    assert reviews.complete == (date(2016, 1, 1), date(2016, 12, 31))
    assert [(one.name, one.zone, dict(one.codes)) for one in reviews.columns] == [
        ("query", "America/New_York", {}),
        ("time", "UTC", {}),
        ("outcome", "America/New_York", {"1": "validated"}),
    ]
    assert [one.end_of_day for one in log.tables["certifications"].columns] == [False, False, True]


def test_a_word_alone_is_the_name_of_a_column(folder: Path, library: Library) -> None:
    short = read(folder, library, QUERIES).tables
    long = QUERIES.replace("{id: ID, time: WHEN}", "{id: {column: ID}, time: {column: WHEN}}")
    assert read(folder, library, long).tables == short


def test_two_columns_may_be_read_from_one(folder: Path, library: Library) -> None:
    rows = read(folder, library, QUERIES.replace("{id: ID", "{id: ID, case: ID")).tables["queries"]
    assert [one.source for one in rows.columns] == ["ID", "ID", "WHEN"]


def test_facts_are_typed_as_in_practices(folder: Path, library: Library) -> None:
    facts = """\
    facts:
      act: [sharing]
      consent: unknown
      days: 3
      keeper.level: city
      purpose: {column: P, codes: {"01": crime, X: unknown}}
      signed: {column: D, codes: {first: 2020-01-01}}
      keeper.services: {column: S, codes: {none: [], one: patrol}}
"""
    rows = queries(folder, library, facts)
    assert {name: known.value for name, known in rows.constants.items()} == {
        "act": Members(frozenset({"sharing"}), frozenset({"sale"})),
        "consent": None,
        "days": 3,
        "keeper.level": "city",
    }
    assert [
        (one.fact, one.source, {code: k.value for code, k in one.codes.items()}) for one in rows.facts
    ] == [
        ("purpose", "P", {"01": "crime", "X": None}),
        ("signed", "D", {"first": date(2020, 1, 1)}),
        (
            "keeper.services",
            "S",
            {
                "none": Members(frozenset(), frozenset({"patrol", "parking"})),
                "one": Members(frozenset({"patrol"}), frozenset({"parking"})),
            },
        ),
    ]
    assert rows.constants["days"].evidence == ("The log of the police",)
    assert rows.facts[0].codes["01"].evidence == ("The log of the police, column 'P'",)


ODD = [
    "A  B",
    " trailing ",
    " ",
    "\\t",
    "two\\nlines",
    "x'; DROP TABLE queries; --",
    'say \\"so\\"',
    "Größe/Ørsted №1 検索",
    "true",
    "01",
    "<<",
    "{a: b}",
    "a\\\\b",
    "%s",
]


@pytest.mark.parametrize("odd", ODD)
def test_names_and_codes_are_data_whatever_they_say(odd: str, folder: Path, library: Library) -> None:
    meant = odd.replace("\\t", "\t").replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")
    head = f'agencies: {{"{odd}": police}}\noffices: {{"{odd}": Main Street}}\n'
    columns = f'{{id: "{odd}", time: WHEN, reason: {{column: "{odd}", codes: {{"{odd}": "{odd}"}}}}}}'
    tables = QUERIES.replace("{id: ID, time: WHEN}", columns)
    tables += f'    facts: {{consent: {{column: "{odd}", codes: {{"{odd}": true}}}}}}\n'
    log = read(folder, library, tables, head)
    rows = log.tables["queries"]
    assert [one.source for one in rows.columns] == [meant, "WHEN", meant]
    assert dict(rows.columns[2].codes) == {meant: meant}
    assert (rows.facts[0].source, [*rows.facts[0].codes]) == (meant, [meant])
    assert ([*log.agencies], [*log.offices]) == ([meant], [meant])
    path = folder / "police.log.yaml"
    path.write_text(format_text(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert read_log(path, library).tables == log.tables


# --- its files -----------------------------------------------------------------------------------------


def named(folder: Path, library: Library, files: str, kind: str = "") -> list[str]:
    tables = f"  queries:\n    files: {files}\n{kind}    columns: {{id: ID, time: WHEN}}\n"
    found = read(folder, library, tables).tables["queries"].files
    return [path.relative_to(folder).as_posix() for path in found]


def test_folders_and_patterns_in_the_order_of_paths(folder: Path, library: Library) -> None:
    names = [
        "b/2.csv",
        "b/10.csv",
        "a/deep/x.CSV",
        "a/_SUCCESS",
        "a/.hidden.csv",
        "a/notes.txt",
        "a/_tmp/1.csv",
    ]
    write(folder, dict.fromkeys(names, ""))
    assert named(folder, library, "b") == ["b/10.csv", "b/2.csv"]
    assert named(folder, library, "a") == ["a/deep/x.CSV"]
    assert named(folder, library, "a", "    kind: csv\n") == ["a/deep/x.CSV", "a/notes.txt"]
    assert named(folder, library, "'*/*.csv'") == ["b/10.csv", "b/2.csv"]
    assert named(folder, library, "'**/*.csv'") == ["a/_tmp/1.csv", "b/10.csv", "b/2.csv", "queries.csv"]
    assert named(folder, library, "[b/2.csv, b, queries.csv]") == ["b/2.csv", "b/10.csv", "queries.csv"]
    assert named(folder, library, str(folder / "b")) == ["b/10.csv", "b/2.csv"]


def test_a_file_whose_name_looks_like_a_pattern(folder: Path, library: Library) -> None:
    write(folder, {"[1]/a[b].csv": "", "1/ab.csv": ""})
    assert named(folder, library, '"[1]/a[b].csv"') == ["[1]/a[b].csv"]
    inner = write(folder / "[1]", {"queries.csv": ""})
    assert named(inner, library, '"q*.csv"') == ["queries.csv"]


def test_linked_folders_are_read_once(folder: Path, library: Library) -> None:
    write(folder, {"months/a.csv": "", "elsewhere/b.csv": ""})
    (folder / "months/linked").symlink_to(folder / "elsewhere")
    (folder / "months/up").symlink_to(folder / "months")
    assert named(folder, library, "[months, elsewhere/b.csv]") == ["months/a.csv", "months/linked/b.csv"]


def test_a_folder_that_cannot_be_opened_is_an_error(
    folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"months/a.csv": "", "months/closed/b.csv": ""})
    scandir = os.scandir

    def closed(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    tables = QUERIES.replace("queries.csv", "months")
    assert complaints(folder, library, tables) == [
        "log-files: 'months' cannot be searched: Permission denied"
    ]


def test_a_pattern_without_files_names_the_folder(folder: Path, library: Library) -> None:
    (found,) = complaints(folder, library, QUERIES.replace("queries.csv", "nothing-*.csv"))
    assert "'nothing-*.csv'" in found
    assert "logs'" in found


def test_everything_wrong_is_said_at_once(folder: Path, library: Library) -> None:
    tables = QUERIES.replace("queries.csv", "none.csv").replace("id: ID", "di: ID")
    assert [one.partition(":")[0] for one in complaints(folder, library, tables)] == [
        "log-files",
        "missing-column",
        "audit-column",
    ]


def test_what_is_no_log_format_is_not_read_as_one(folder: Path, library: Library) -> None:
    path = folder / "case.log.yaml"
    path.write_text("practice: p\ntitle: A practice\non: 2020-05-08\n")
    with pytest.raises(InputError, match="wrong-place"):
        read_log(path, library)
    with pytest.raises(InputError, match="unreadable-file"):
        read_log(folder / "none.log.yaml", library)


def test_log_formats_may_lie_among_practices(folder: Path, library: Library) -> None:
    read(folder, library, QUERIES)
    practice = folder / "case.yaml"
    practice.write_text("practice: p\ntitle: A practice\non: 2020-05-08\n")
    assert find_practices([folder])[0] == [practice]


def test_a_spoiled_log_format_is_read_or_complained_about(folder: Path, library: Library) -> None:
    text = (
        HEAD
        + "parties: {recipient: vendor, keeper: {by: agency}}\nagencies: {A: police}\ntables:\n"
        + QUERIES.replace("WHEN", '{column: W, format: "%Y-%m-%d", time-zone: UTC}, agency: O')
        + "    facts: {act: [sale], consent: {column: C, codes: {Y: true}}}\n"
    )
    path, chance, read_whole = folder / "police.log.yaml", Random(5), 0
    for _ in range(200):
        path.write_bytes(spoiled(text.encode(), chance))
        try:
            read_log(path, library)
            read_whole += 1
        except InputError as error:
            assert error.diagnostics
    assert 0 < read_whole < 200
