"""An audit that is stopped: killed, interrupted, told to end; what the next run of it does with what is there."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from tests.audit.killing import Audit, audit_of, check_survives
from tests.audit.stopped import PATIENCE, kill, names, wait_for

from compliance.audit.synthesize import synthesize

EXAMPLE = Path("features/logs/federal-offices/tests").resolve()
IN_SMALL_CHUNKS = """
import sys
from compliance.audit import run
run.rows_a_chunk = lambda memory: 300
sys.argv = ["compliance", "audit", *sys.argv[1:]]
from compliance.cli import main
main()
"""
"""The command, with chunks so small that a log of a few thousand rows has several."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log in text, with rows that break rules and one that nothing can be said of."""
    path = synthesize(tmp_path_factory.mktemp("text"), 3000, kind="csv")
    with path.with_name("queries.csv").open("a", encoding="utf-8") as file:
        file.write("one cell\n")
    return path


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log in Parquet."""
    return synthesize(tmp_path_factory.mktemp("typed"), 3000)


def in_chunks(log: Path, parts: str = "*-*.cells") -> Audit:
    whole = audit_of(log, "--library", str(EXAMPLE), parts=parts)
    return Audit(whole.arguments, whole.outputs, (sys.executable, "-c", IN_SMALL_CHUNKS), whole.parts)


def test_an_audit_of_text_that_is_killed_comes_to_the_same_outputs_in_the_end(
    tmp_path: Path, log: Path
) -> None:
    check_survives(in_chunks(log), tmp_path, (1, 4, 9))
    told = json.loads((tmp_path / "killed/report.json").read_text(encoding="utf-8"))
    assert told["verdict"] == "violated" and told["rejected"]


def test_an_audit_of_parquet_does_too(tmp_path: Path, typed: Path) -> None:
    check_survives(in_chunks(typed), tmp_path, (2, 7))


def test_an_audit_that_is_killed_while_text_is_read_does_too(tmp_path: Path, log: Path) -> None:
    # Of each table the rows that could be read come first, and then the others: it is finished with these.
    check_survives(in_chunks(log, "staged/*.rejected.parquet"), tmp_path, (1, 4))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_audit_that_is_told_to_end_says_how_it_goes_on(
    tmp_path: Path, log: Path, number: signal.Signals
) -> None:
    audit, undisturbed, stopped = in_chunks(log), tmp_path / "undisturbed", tmp_path / "stopped"
    undisturbed.mkdir()
    stopped.mkdir()
    code = audit.end(undisturbed)
    process = audit.begin(stopped)
    try:
        wait_for(lambda: audit.has(stopped, 2), process)
        os.kill(process.pid, number)
        assert process.wait(PATIENCE) == 128 + number
    finally:
        kill(process)
    said = (tmp_path / "stopped.said").read_text(encoding="utf-8")
    assert said == (
        f"stopped by {number.name}: what is finished is kept in work; "
        "the same command again goes on from there\n"
    )
    kept = audit.finished(stopped)
    assert len(kept) >= 2
    assert not [name for name in names(stopped) if "half" in name or "scratch" in name]
    assert audit.end(stopped) == code
    for name in audit.outputs.values():
        assert (stopped / name).read_bytes() == (undisturbed / name).read_bytes()
    assert names(stopped) == sorted(audit.outputs.values())


WITH_LITTLE_ROOM = (
    """
import resource, sys
most = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
"""
    + IN_SMALL_CHUNKS
)
"""The command, where no file may be larger than so many bytes."""


@pytest.mark.parametrize(
    ("most", "folder", "option"),
    [(1_000, "work", "--work"), (20_000, "work", "--work"), (120_000, "", "--rows")],
)
def test_where_no_file_may_grow_nothing_half_is_left(
    tmp_path: Path, log: Path, most: int, folder: str, option: str
) -> None:
    audit = in_chunks(log)
    outputs = {**audit.outputs, "--rows": "rows.csv"}
    little = Audit(audit.arguments, outputs, (sys.executable, "-c", WITH_LITTLE_ROOM, str(most)), "*-*.cells")
    there = tmp_path / "there"
    there.mkdir()
    process = little.begin(there)
    try:
        assert process.wait(PATIENCE) == 2
    finally:
        kill(process)
    said = (tmp_path / "there.said").read_text(encoding="utf-8")
    assert said.startswith("error: ") and said.count("\n") == 1
    assert str(there / folder) in said and option in said and "make room" in said
    assert not {"rows.csv", "report.json"} & set(names(there))
    assert not [name for name in names(there) if "half" in name or "scratch" in name]
    enough = Audit(audit.arguments, outputs, audit.command, audit.parts)
    assert enough.end(there) == 1
    assert names(there) == sorted(outputs.values())
