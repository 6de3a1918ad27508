"""`compliance audit`: what it is told, how it ends, and what it writes."""

import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.cli.shares import BROKEN, CONTESTED, FINE, HEAD, LOG, UNKNOWN, VIOLATED
from tests.report.audited import REPORT, with_rows

from compliance.audit import run as auditing
from compliance.audit import synthesize as making
from compliance.audit.error import AuditError
from compliance.audit.run import Options
from compliance.model.audit import AuditReport

Audit = Callable[..., list[Options]]


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Audit:
    """`found(report)` has every audit find this; gives the options that audits were asked with."""

    def finds(told: AuditReport | AuditError) -> list[Options]:
        asked: list[Options] = []

        def audit(
            log: object,
            decider: object,
            options: Options,
            tell: Callable[[int, int], None],
            then: Callable[[AuditReport], None],
        ) -> Any:
            del log, decider
            asked.append(options)
            tell(0, 10)
            tell(10, 10)
            if isinstance(told, AuditError):
                raise told
            then(told)
            return told

        monkeypatch.setattr(auditing, "audit", audit)
        return asked

    return finds


# --- how it ends -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "code", "says"),
    [
        ((FINE,), 0, "Nothing violated: 1 query was decided"),
        ((FINE, VIOLATED), 1, "Violated: 1 rule, by 1 of 2 queries."),
        ((FINE, CONTESTED), 3, "Not settled: no row is violated, but 1 of 2 queries"),
        ((FINE, UNKNOWN), 3, "Not settled: no row is violated, but 1 of 2 queries"),
        ((FINE, BROKEN), 3, "Not settled: no row is violated, but 1 row could not be read."),
        ((BROKEN,), 2, ""),
        ((), 2, ""),
    ],
)
def test_the_exit_code_says_what_came_out(
    run: Run, shares: Path, rows: tuple[str, ...], code: int, says: str
) -> None:
    (shares / "queries.csv").write_text(HEAD + "".join(rows))
    ran = run("audit", "shares.log.yaml")
    assert ran.code == code
    assert says in " ".join(ran.out.split())
    assert ran.out or ran.err.startswith("error: ")


@pytest.mark.parametrize(("fail_on", "codes"), [("violated", (1, 0, 2)), ("never", (0, 0, 2))])
def test_fail_on_moves_the_line_but_never_for_an_audit_of_nothing(
    run: Run, shares: Path, found: Audit, fail_on: str, codes: tuple[int, ...]
) -> None:
    for report_, code in zip(
        (REPORT, with_rows({"satisfied": 1, "contested": 1}), with_rows()), codes, strict=True
    ):
        found(report_)
        assert run("audit", "shares.log.yaml", "--fail-on", fail_on).code == code


def test_what_stops_an_audit_is_told_without_a_trace(run: Run, shares: Path, found: Audit) -> None:
    found(AuditError("the disk is full; make room, or name another folder with --work"))
    ran = run("audit", "shares.log.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: the disk is full; make room, or name another folder with --work\n"


def test_a_log_format_that_is_wrong_is_bad_input(run: Run, shares: Path) -> None:
    (shares / "shares.log.yaml").write_text(LOG.replace("act:", "actt:"))
    ran = run("audit", "shares.log.yaml")
    assert ran.code == 2
    assert "shares.log.yaml:" in ran.err and "did you mean 'act'?" in ran.err
    assert run("audit", "none.log.yaml").code == 2


def test_a_missing_package_is_named(run: Run, shares: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        "compliance.cli.audit.find_spec", lambda name: None if name == "duckdb" else find(name)
    )
    ran = run("audit", "shares.log.yaml")
    assert ran.code == 2
    assert "pip install 'policy-compliance[audit]'" in ran.err


def test_heavy_packages_are_left_alone_until_an_audit_runs(shares: Path) -> None:
    heavy = "[name for name in ('ibis', 'duckdb', 'pyarrow') if name in sys.modules]"
    told = f"import sys; import compliance.cli.audit; print({heavy})"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


# --- what it is told ---------------------------------------------------------------------------------------


def test_options_reach_the_audit(run: Run, shares: Path, found: Audit) -> None:
    asked = found(REPORT)
    run(
        "audit", "shares.log.yaml", "--engine", "local[2]", "--memory", "1.5GB", "--rows", "rows.parquet",
        "--rejected", "rejected.csv", "--work", "kept", "--since", "2019-01-01", "--until", "2019-12-31",
    )  # fmt: skip
    assert asked == [
        Options(
            engine="local[2]",
            memory=1_500_000_000,
            rows=Path("rows.parquet"),
            rejected=Path("rejected.csv"),
            work=Path("kept"),
            since=date(2019, 1, 1),
            until=date(2019, 12, 31),
            under=("--library", str(shares / "law"), "--no-shipped"),
        )
    ]


@pytest.mark.parametrize(
    ("size", "count"),
    [("1GB", 10**9), ("512 mb", 512 * 10**6), ("2GiB", 2 * 2**30), ("1.5G", 1_500_000_000)],
)
def test_sizes_of_memory(run: Run, shares: Path, found: Audit, size: str, count: int) -> None:
    asked = found(REPORT)
    run("audit", "shares.log.yaml", "--memory", size)
    assert asked[0].memory == count


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "name a log format"),
        (("shares.log.yaml", "--synthesize", "made"), "one of the two"),
        (("shares.log.yaml", "--memory", "much"), "'much' is no size of memory; write it as 1GB or 512MB"),
        (("shares.log.yaml", "--memory", "0GB"), "is no size of memory"),
        (("shares.log.yaml", "--rows", "rows.txt"), "'rows.txt' has to end in .parquet or .csv"),
        (("shares.log.yaml", "--rejected", "rows"), "has to end in .parquet or .csv"),
        (("shares.log.yaml", "--rows", "no/rows.csv"), "there is no folder 'no'; make it first"),
        (
            ("shares.log.yaml", "--rows", "a.csv", "--rejected", "./a.csv"),
            "'a.csv' is what --rows names too",
        ),
        (
            ("shares.log.yaml", "--output", "shares.log.yaml"),
            "is the log format too",
        ),
        (("shares.log.yaml", "--since", "2019-05-08", "--until", "2019-05-07"), "is before the first"),
        (("shares.log.yaml", "--explain", "1", "--format", "html"), "one row is explained as"),
        (("shares.log.yaml", "--positions", "nobody"), "no position is called 'nobody'"),
    ],
)
def test_bad_usage_is_told_before_the_work_begins(
    run: Run, shares: Path, found: Audit, options: tuple[str, ...], says: str
) -> None:
    asked = found(REPORT)
    ran = run("audit", *options)
    assert (ran.code, ran.out, asked) == (2, "", [])
    assert says in " ".join(ran.err.replace("│", " ").split())


def test_a_report_never_goes_over_the_rows_that_were_read(run: Run, shares: Path) -> None:
    ran = run("audit", "shares.log.yaml", "--output", "queries.csv")
    assert ran.code == 2
    assert (shares / "queries.csv").read_text() == HEAD + FINE


# --- what it writes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("text", "Audit of Made-up query log"),
        ("markdown", "## Audit of Made-up query log"),
        ("html", "<!DOCTYPE html>"),
        ("json", '{\n  "schema": "compliance/audit/1"'),
        ("sarif", '{\n  "$schema"'),
        ("github", "::error file=logs/offices.log.yaml"),
    ],
)
def test_every_format(run: Run, shares: Path, found: Audit, name: str, begins: str) -> None:
    found(REPORT)
    assert run("audit", "shares.log.yaml", "--format", name).out.startswith(begins)
    ran = run("audit", "shares.log.yaml", "--format", name, "--output", "report")
    assert ran.out == ""
    assert (shares / "report").read_text().startswith(begins)


def test_where_there_is_no_terminal_no_progress_is_shown(run: Run, shares: Path, found: Audit) -> None:
    found(REPORT)
    assert run("audit", "shares.log.yaml").err == ""


def test_on_a_terminal_rows_and_time_left_are_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from compliance.cli.session import rows_done

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    with rows_done("Auditing") as done:
        done(1_000, None)
        time.sleep(0.3)  # it is drawn ten times a second
        done(1_500, 20_000)
    told = capsys.readouterr().err
    assert "Reading" in told and "1,000 rows" in told
    assert "Auditing" in told and "1,500 of 20,000 rows" in told


def test_rows_are_told_of_while_text_is_read(run: Run, shares: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[int, int | None]] = []

    @contextmanager
    def listening(doing: str) -> Iterator[Callable[[int, int | None], None]]:
        yield lambda done, total: heard.append((done, total))

    monkeypatch.setattr("compliance.cli.audit.rows_done", listening)
    (shares / "queries.csv").write_text(HEAD + FINE + VIOLATED)
    assert run("audit", "shares.log.yaml").code == 1
    assert heard == [(2, None), (0, 2), (2, 2)]


def test_positions_are_those_that_were_asked_for(run: Run, shares: Path) -> None:
    (shares / "queries.csv").write_text(HEAD + CONTESTED)
    ran = run("audit", "shares.log.yaml", "--positions", "strict", "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["receipt"]["positions"] == ["strict"]


# --- one row, and logs that are made up --------------------------------------------------------------------


def test_one_row_is_explained_by_the_ordinary_report(run: Run, shares: Path) -> None:
    (shares / "queries.csv").write_text(HEAD + FINE + CONTESTED)
    ran = run("audit", "shares.log.yaml", "--explain", "2")
    assert ran.code == 3
    assert "Contested: the sides differ" in ran.out and "Reasons in full" in ran.out
    told = json.loads(run("audit", "shares.log.yaml", "--explain", "2", "--format", "json").out)
    assert told["schema"] == "compliance/report/1"
    assert "shares.log.yaml" in told["receipt"]["files"]
    assert run("audit", "shares.log.yaml", "--explain", "2", "--fail-on", "violated").code == 0
    assert run("audit", "shares.log.yaml", "--explain", "3").code == 0


@pytest.mark.parametrize("options", [("--explain", "none"), ("--explain", "3", "--unit", "disseminations")])
def test_a_row_that_is_not_there_is_told(run: Run, shares: Path, options: tuple[str, ...]) -> None:
    ran = run("audit", "shares.log.yaml", *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: ")


def test_a_log_is_made_up_where_it_is_asked_for(run: Run, shares: Path) -> None:
    ran = run("audit", "--synthesize", "made", "--queries", "100", "--seed", "3", "--kind", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "100 queries made up; audit them with: compliance audit made/federal-offices.log.yaml\n"
    assert (shares / "made/federal-offices.log.yaml").is_file()


def test_what_keeps_a_log_from_being_made_up_is_told(
    run: Run, shares: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "is not a folder" in run("audit", "--synthesize", "queries.csv").err

    def full(*arguments: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(making, "synthesize", full)
    ran = run("audit", "--synthesize", "made")
    assert ran.code == 2
    assert "No space left on device" in ran.err
    assert run("audit", "--synthesize", "made", "--queries", "10").code == 2
