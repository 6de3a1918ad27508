"""The harness that kills audits, tried on small audits that are right or wrong in a known way."""

import sys
from pathlib import Path

import pytest
from tests.audit.killing import Audit, check_survives

SMALL = """
import sys, time
from pathlib import Path
import pyarrow, pyarrow.parquet
from compliance.audit.rows import rejected_schema, write_rows
from compliance.audit.work import open_work

fault, options = sys.argv[1], dict(zip(sys.argv[2::2], sys.argv[3::2], strict=True))
schema, rows = rejected_schema(), Path(options["--rows"])
if fault == "wrong exit":
    print("no such log")
    sys.exit(2)
if fault == "early output":
    rows.touch()

def write(number):
    def one(path):
        row = {"table": "queries", "id": f"{number}", "file": "q.csv", "line": number, "reason": "no time"}
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist([row], schema=schema), path)
    return one

with open_work(Path(options["--work"]), {"log": "a"}) as work:
    resumed = work.done("chunk-0") is not None
    parts = []
    for number in range(6):
        name = f"chunk-{number}"
        old = None if fault == "starts again" else work.done(name)
        if old is None:
            time.sleep(0.1)
            old = work.keep(name, write(number))
        parts.append(old)
    if fault == "other rows" and resumed:
        parts.pop()
    write_rows(parts, rows, schema)
    if fault == "leaves a file" and resumed:
        Path(".rows.csv.partial").touch()
    if fault != "leaves its work":
        work.forget()
"""

pytestmark = pytest.mark.slow


def small(fault: str) -> Audit:
    return Audit((fault,), {"--rows": "rows.csv"}, (sys.executable, "-c", SMALL), "chunk-*")


def test_an_audit_that_keeps_its_parts_survives(tmp_path: Path) -> None:
    check_survives(small("none"), tmp_path, kills=(1, 2, 4))


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        ("other rows", "rows.csv is not as in an undisturbed run"),
        ("starts again", "finished parts were done again"),
        ("early output", "there before the audit was done: rows.csv"),
        ("leaves a file", "the run after a kill leaves more or less"),
        ("leaves its work", "an undisturbed run leaves more or less"),
        ("wrong exit", "no such log"),
    ],
)
def test_one_that_does_not_is_caught(tmp_path: Path, fault: str, complaint: str) -> None:
    with pytest.raises(AssertionError, match=complaint):
        check_survives(small(fault), tmp_path, kills=(2, 3))


def test_an_audit_that_is_over_too_soon_shows_nothing(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="before it could be killed"):
        check_survives(small("none"), tmp_path, kills=(7,))
