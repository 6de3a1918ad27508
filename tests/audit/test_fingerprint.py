"""Only an equal audit goes on with what another one finished, and none is told of files that changed under it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest

from compliance.audit.error import AuditError
from compliance.audit.fingerprint import check_unchanged, fingerprint, input_files
from compliance.model.log import LinkedLog, LinkedTable


def log_of(*files: Path) -> LinkedLog:
    table = LinkedTable("queries", None, files, None, (), {}, (), None)
    return LinkedLog("log", "A log", "a.log.yaml", "d0", "UTC", {"queries": table}, {}, (), {}, {})


def parquet(path: Path, values: list[str]) -> Path:
    pyarrow.parquet.write_table(pyarrow.table({"id": values}), path)
    return path


def text(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def stamped(path: Path, write: Callable[[], object]) -> None:
    """Change a file and set its time back, so that only its contents tell."""
    was = path.stat()
    write()
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))


GIVEN: dict[str, Any] = {
    "program": "1.0",
    "log": "d0",
    "library": {"a.yaml": "1", "b.yaml": "2"},
    "positions": ("dcjs", "nyclu"),
    "options": {"since": "2016-01-01"},
    "files": (),
}


@pytest.mark.parametrize(
    "changed",
    [
        {"program": "1.1"},
        {"log": "d1"},
        {"library": {"a.yaml": "1", "b.yaml": "3"}},
        {"library": {"a.yaml": "1"}},
        {"positions": ("dcjs",)},
        {"options": {"since": "2016-01-02"}},
        {"options": {}},
    ],
)
def test_what_results_depend_on_tells_audits_apart(changed: dict[str, Any]) -> None:
    assert fingerprint(**GIVEN) == fingerprint(**GIVEN)
    assert fingerprint(**(GIVEN | changed)) != fingerprint(**GIVEN)


def test_the_order_of_the_library_does_not_matter() -> None:
    turned = dict(reversed(GIVEN["library"].items()))
    assert fingerprint(**(GIVEN | {"library": turned})) == fingerprint(**GIVEN)


def test_files_are_named_from_the_log_format_on(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    files = input_files(
        log_of(text(tmp_path / "q.csv", "id\n1\n"), text(tmp_path / "logs" / "r.csv", "id\n")),
        tmp_path / "logs",
    )
    assert {one.path for one in files} == {"../q.csv", "r.csv"}
    assert {"file ../q.csv", "file r.csv"} <= set(fingerprint(**(GIVEN | {"files": files})))


@pytest.mark.parametrize("place", ["first", "last"])
def test_both_ends_of_a_text_file_are_looked_at(tmp_path: Path, place: str) -> None:
    path = text(tmp_path / "q.csv", "a" * 3_000_000)
    before = input_files(log_of(path), tmp_path)
    changed = {"first": "b" + "a" * 2_999_999, "last": "a" * 2_999_999 + "b"}[place]
    stamped(path, lambda: text(path, changed))
    assert input_files(log_of(path), tmp_path) != before


def test_a_parquet_file_is_told_by_its_footer(tmp_path: Path) -> None:
    path = parquet(tmp_path / "q.parquet", ["a", "b"])
    before = input_files(log_of(path), tmp_path)
    stamped(path, lambda: parquet(path, ["a", "c"]))
    (now,) = input_files(log_of(path), tmp_path)
    assert (now.size, now.changed) == (before[0].size, before[0].changed), "else this test shows nothing"
    assert now != before[0]


@pytest.mark.parametrize(
    "contents", [b"", b"PAR1", b"PAR1PAR1", b"PAR1xxxx\xff\xff\xff\xffPAR1", b"PAR1" + b"x" * 99]
)
def test_a_file_that_is_cut_off_or_empty_has_a_state_too(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "q.parquet"
    path.write_bytes(contents)
    (one,) = input_files(log_of(path), tmp_path)
    assert one.size == len(contents)


def test_a_long_footer_is_looked_at_in_its_middle_too(tmp_path: Path) -> None:
    values = [f"{number:0100}" for number in range(20_000)]
    path = tmp_path / "q.parquet"

    def write() -> None:
        pyarrow.parquet.write_table(
            pyarrow.table({"id": values}), path, row_group_size=1, compression="none", use_dictionary=False
        )

    write()
    before = input_files(log_of(path), tmp_path)
    values[12_000] = "x" * 100
    stamped(path, write)
    (now,) = input_files(log_of(path), tmp_path)
    assert (now.size, now.changed) == (before[0].size, before[0].changed), "else this test shows nothing"
    assert now != before[0]


def test_a_file_that_changes_while_the_audit_runs_stops_it(tmp_path: Path) -> None:
    log = log_of(text(tmp_path / "q.csv", "id\n1\n"), text(tmp_path / "r.csv", "id\n"))
    before = input_files(log, tmp_path)
    check_unchanged(before, log, tmp_path)
    with (tmp_path / "q.csv").open("a", encoding="utf-8") as file:
        file.write("2\n")
    with pytest.raises(AuditError, match=r"running: q\.csv\. .*run it again") as told:
        check_unchanged(before, log, tmp_path)
    assert "r.csv" not in str(told.value)


def test_a_file_that_is_only_written_anew_is_another_state(tmp_path: Path) -> None:
    path = text(tmp_path / "q.csv", "id\n1\n")
    before = input_files(log_of(path), tmp_path)
    os.utime(path, ns=(1, 1))
    with pytest.raises(AuditError):
        check_unchanged(before, log_of(path), tmp_path)


@pytest.mark.parametrize("when", ["before", "while it runs"])
def test_a_file_that_is_gone_is_named(tmp_path: Path, when: str) -> None:
    path = text(tmp_path / "q.csv", "id\n1\n")
    log = log_of(path)
    before = input_files(log, tmp_path)
    path.unlink()
    with pytest.raises(AuditError, match=r"q\.csv cannot be read \(No such file or directory\)"):
        if when == "before":
            input_files(log, tmp_path)
        else:
            check_unchanged(before, log, tmp_path)
