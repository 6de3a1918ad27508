"""What stands in an audit's way: what it says, what it leaves, and that the same command goes on from there."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.cli.conftest import Run
from tests.cli.shares import CONTESTED, FINE, HEAD, LOG, VIOLATED

from compliance.audit import cells, rows
from compliance.audit.disk import locked
from compliance.audit.statements import Statements

OUTPUTS = (
    "--rows",
    "rows.csv",
    "--rejected",
    "rejected.parquet",
    "--output",
    "report.json",
    "--format",
    "json",
)
WORK = ".compliance-audit"


def full(*arguments: Any, **options: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


def left(folder: Path) -> set[str]:
    """What an audit wrote, in a folder where it is run."""
    known = ("law", "pyproject.toml", "shares.log.yaml", "queries.csv")
    return {path.name for path in folder.iterdir() if path.name not in known and path.suffix != ".yaml"}


def goes_on(run: Run, shares: Path) -> None:
    """The same command comes to its end, and leaves its outputs and nothing else."""
    ran = run("audit", "shares.log.yaml", *OUTPUTS)
    assert (ran.code, ran.err) == (1, "")
    assert left(shares) == {"rows.csv", "rejected.parquet", "report.json"}
    assert json.loads((shares / "report.json").read_text())["units"][0]["statuses"]["violated"] == 1


@pytest.fixture
def two(shares: Path) -> Path:
    """A log with a row that is fine and one that is violated."""
    (shares / "queries.csv").write_text(HEAD + FINE + VIOLATED)
    return shares


# --- no room -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "says", "written"),
    [
        ("compliance.audit.stage._Groups.write", "staged is full: make room there, or name another", set()),
        ("compliance.audit.cells.write", "takes no more (No space left on device; ", {WORK}),
        ("compliance.audit.rejects.Rejects._take", "or name another place with --work", {WORK}),
        ("compliance.audit.rows._write_parquet", "or name another place with --rejected", {WORK}),
        (
            "compliance.audit.rows._write_csv",
            "or name another place with --rows",
            {WORK, "rejected.parquet"},
        ),
    ],
)
def test_a_full_disk_is_told_with_what_to_do_and_leaves_nothing_half(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch, target: str, says: str, written: set[str]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(target, full)
        ran = run("audit", "shares.log.yaml", *OUTPUTS)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ") and says in ran.err and str(two) in ran.err
    assert left(two) == written
    goes_on(run, two)


def test_a_report_that_finds_no_room_does_not_lose_what_was_done(run: Run, two: Path) -> None:
    ran = run("audit", "shares.log.yaml", "--output", "/dev/full")
    assert ran.code == 2
    assert "--output" in ran.err and "No space left on device" in ran.err
    assert list((two / WORK).glob("*/queries-00001.cells"))
    assert Path("/dev/full").is_char_device()
    assert run("audit", "shares.log.yaml").code == 1
    assert left(two) == set()


def test_a_terminal_that_takes_nothing_is_no_finding(two: Path) -> None:
    command = [sys.executable, "-m", "compliance.cli", "audit", "shares.log.yaml"]
    with Path("/dev/full").open("w") as nowhere:
        done = subprocess.run(command, cwd=two, stdout=nowhere, stderr=nowhere, check=False)
    assert done.returncode not in (0, 1, 3)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (
            duckdb.OutOfMemoryException("failed to offload data block; see max_temp_directory_size"),
            "make room, or name another place with --work",
        ),
        (duckdb.OutOfMemoryException("could not allocate block"), "give the audit more with --memory"),
        (MemoryError(), "give the audit more with --memory"),
    ],
)
def test_what_an_engine_has_no_room_for_is_told(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, says: str
) -> None:
    def fail(*arguments: Any) -> Any:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(Statements, "fetch", fail)
        ran = run("audit", "shares.log.yaml", *OUTPUTS)
    assert ran.code == 2
    assert says in ran.err
    goes_on(run, two)


def test_another_error_of_an_engine_is_a_defect_and_no_finding(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> Any:
        raise duckdb.InternalException("broken")

    monkeypatch.setattr(Statements, "fetch", fail)
    assert run("audit", "shares.log.yaml").code == 70


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_a_folder_that_may_not_be_written_to_is_told_with_the_option(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(path: Path, *arguments: Any, **options: Any) -> None:
        raise OSError(code, os.strerror(code), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    ran = run("audit", "shares.log.yaml")
    assert ran.code == 2
    assert ran.err.endswith(f"may not be written to ({os.strerror(code)}): name another place with --work\n")


# --- stopped, and begun again ------------------------------------------------------------------------------


def stopped(run: Run, shares: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Path:
    """Have an audit stop once its only chunk is finished; its folder."""
    with monkeypatch.context() as patched:
        patched.setattr(rows, "_write_csv", full)
        assert run("audit", "shares.log.yaml", "--rows", "rows.csv", *options).code == 2
    folders = [path for path in (shares / WORK).iterdir() if (path / "queries-00001.cells").exists()]
    return folders[-1]


def test_what_is_finished_is_not_done_again(run: Run, two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped(run, two, monkeypatch)
    monkeypatch.setattr(cells, "write", full)
    assert run("audit", "shares.log.yaml", "--rows", "rows.csv").code == 1
    assert left(two) == {"rows.csv"}


Change = Callable[[Path], None]


def other_rows(folder: Path) -> None:
    (folder / "queries.csv").write_text(HEAD + FINE + CONTESTED)


def other_format(folder: Path) -> None:
    (folder / "shares.log.yaml").write_text(LOG.replace("C: civil", "C: both"))


def other_law(folder: Path) -> None:
    (path,) = [path for path in (folder / "law").rglob("*.yaml") if "- rule: ban" in path.read_text()]
    path.write_text(path.read_text() + "# a remark\n")


@pytest.mark.parametrize(
    ("change", "code"), [(other_rows, 3), (other_format, 3), (other_law, 1)], ids=["rows", "format", "law"]
)
def test_an_audit_of_something_else_by_now_begins_anew_and_clears_up(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch, change: Change, code: int
) -> None:
    stopped(run, two, monkeypatch)
    change(two)
    assert run("audit", "shares.log.yaml", "--rows", "rows.csv").code == code
    assert left(two) == {"rows.csv"}


def test_an_audit_of_another_log_or_with_other_options_is_left_alone(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (two / "other.log.yaml").write_text(LOG)
    kept = stopped(run, two, monkeypatch)
    assert run("audit", "shares.log.yaml", "--since", "2019-01-01").code == 1
    assert run("audit", "other.log.yaml").code == 1
    assert (kept / "queries-00001.cells").exists()


def test_two_at_once_are_told_apart(run: Run, two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = stopped(run, two, monkeypatch)
    with locked(folder / "lock") as lock:
        assert lock is not None
        ran = run("audit", "shares.log.yaml", "--rows", "rows.csv")
        assert ran.code == 2
        assert "the same audit is running already" in ran.err
        other_rows(two)
        assert run("audit", "shares.log.yaml").code == 3
        assert (folder / "queries-00001.cells").exists()


def test_a_log_that_changes_under_an_audit_is_told(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = cells.write

    def meanwhile(*arguments: Any) -> None:
        other_rows(two)
        write(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(cells, "write", meanwhile)
        ran = run("audit", "shares.log.yaml", *OUTPUTS)
    assert ran.code == 2
    assert "changed while the audit was running: queries.csv" in ran.err
    assert run("audit", "shares.log.yaml").code == 3
    assert left(two) == set()


# --- what is asked for -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "code", "read"),
    [
        ((), 1, 2),
        (("--since", "2019-05-08"), 1, 2),
        (("--since", "2019-05-09"), 0, 1),
        (("--until", "2019-05-08"), 1, 1),
        (("--since", "2019-05-08", "--until", "2019-05-08"), 1, 1),
        (("--since", "2019-05-10", "--until", "2019-05-10"), 0, 1),
    ],
)
def test_only_rows_of_the_days_asked_for_are_decided(
    run: Run, two: Path, options: tuple[str, ...], code: int, read: int
) -> None:
    ran = run("audit", "shares.log.yaml", "--format", "json", *options)
    assert ran.code == code
    assert json.loads(ran.out)["units"][0]["read"] == read


@pytest.mark.parametrize("options", [("--since", "2019-05-11"), ("--until", "2019-05-07")])
def test_days_without_a_row_are_no_clearance(run: Run, two: Path, options: tuple[str, ...]) -> None:
    ran = run("audit", "shares.log.yaml", "--fail-on", "never", *options)
    assert (ran.code, ran.out) == (2, "")
    assert "none is from" in ran.err and options[1] in ran.err
    assert left(two) == set()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--memory", "1MB"), "an audit needs at least 500 MB of memory; give it more with --memory"),
        (("--engine", "nosuch"), "there is no engine 'nosuch'; write duckdb, spark, "),
        (("--engine", "nosuch://u:secret@h/x"), "cannot connect to nosuch://h/x"),
        (("--engine", "duckdb://none.db"), "cannot connect to duckdb://none.db"),
        (("--work", "queries.csv"), "queries.csv is no folder: name another with --work"),
    ],
)
def test_an_option_that_cannot_be_is_told(run: Run, two: Path, options: tuple[str, ...], says: str) -> None:
    ran = run("audit", "shares.log.yaml", *options)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err and "secret" not in ran.err
    assert left(two) == set()


@pytest.mark.parametrize("option", ["--rows", "--rejected", "--output"])
def test_nothing_is_written_over_what_is_read_or_over_a_folder(run: Run, two: Path, option: str) -> None:
    (two / "folder.csv").mkdir()
    (two / "link.csv").symlink_to("queries.csv")
    for name in ("folder.csv", "link.csv", "queries.csv"):
        ran = run("audit", "shares.log.yaml", option, name)
        assert ran.code == 2
        assert option in ran.err and "name another" in " ".join(ran.err.split())
    assert (two / "queries.csv").read_text() == HEAD + FINE + VIOLATED
    assert left(two) == {"folder.csv", "link.csv"}


def test_rows_of_tables_that_only_help_are_warned_of(run: Run, two: Path) -> None:
    reviews = "  reviews:\n    files: reviews.csv\n    columns: {query: Q, time: T}\n"
    (two / "shares.log.yaml").write_text(LOG + reviews)
    for count, told in ((1, "1 row of reviews"), (1200, "1,200 rows of reviews")):
        (two / "reviews.csv").write_text("Q,T\n" + "1,at noon\n" * count)
        found = json.loads(run("audit", "shares.log.yaml", "--format", "json").out)
        assert found["warnings"] == [
            f"{told} could not be read. What seems to be missing from reviews may be among them, and counts as "
            "unknown: where such a row names it, or everywhere if one of them names nothing."
        ]
        (two / "reviews.csv").unlink()
