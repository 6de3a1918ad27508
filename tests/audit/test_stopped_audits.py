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
KILLS = (1, 4, 9)
"""At how many finished parts."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["csv", "parquet"])
def log(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with rows that break rules, and in CSV with rows that nothing can be said of."""
    path = synthesize(tmp_path_factory.mktemp("log"), 3000, kind=request.param)
    if request.param == "csv":
        with path.with_name("queries.csv").open("a", encoding="utf-8") as file:
            file.write("one cell\n")
    return path


def in_chunks(log: Path) -> Audit:
    whole = audit_of(log, "--library", str(EXAMPLE), parts="*-*.cells")
    return Audit(whole.arguments, whole.outputs, (sys.executable, "-c", IN_SMALL_CHUNKS), whole.parts)


def test_an_audit_that_is_killed_comes_to_the_same_outputs_in_the_end(tmp_path: Path, log: Path) -> None:
    check_survives(in_chunks(log), tmp_path, KILLS)
    told = json.loads((tmp_path / "killed/report.json").read_text(encoding="utf-8"))
    assert told["verdict"] == "violated"
    assert bool(told["rejected"]) == (log.with_name("queries.csv").exists())


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
