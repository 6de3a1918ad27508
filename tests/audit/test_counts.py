"""Counts are as great as they are, whatever limit a rule sets, and one row's is told exactly."""

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from compliance.audit import explain
from compliance.audit.run import Options, audit
from compliance.engine.decide import Decider
from compliance.model.audit import RuleCount
from compliance.model.log import LinkedLog
from compliance.source.library import load_library
from compliance.source.logs import read_log

SHIPPED = Path("features/logs/federal-offices/tests")
FACT, RULE = "query.searches-of-subject", "log-test-repeated-searches"
LOG = """
log: portal
title: Searches of one person within an hour
time-zone: America/New_York
parties: {user-agency: {by: agency}}
agencies: {BUF: ice-batavia}
tables:
  queries:
    files: queries.csv
    columns: {id: no, time: at, user: who, agency: where, subject: whom}
    facts: {act: [record-query]}
"""
SEARCHES = 400


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of 400 searches of one person within 24 hours; the last but one shares its id with a search of another."""
    rows = [f"Q{i:04},2018-03-05T14:{i // 60:02}:{i % 60:02},u1,BUF,p1" for i in range(1, SEARCHES + 1)]
    rows.append(f"Q{SEARCHES - 1:04},2018-07-05T14:00:00,u1,BUF,p2")
    (tmp_path / "queries.csv").write_text("\n".join(["no,at,who,where,whom", *rows]) + "\n")
    (tmp_path / "portal.log.yaml").write_text(LOG)
    return tmp_path


def limited(folder: Path, limit: int) -> tuple[LinkedLog, Decider]:
    """The log, and the example's tests with another limit on searches of one person."""
    shutil.copytree(SHIPPED, folder / "own")
    rules = folder / "own/rules/us-ny/audit/example-log-tests.yaml"
    text = rules.read_text(encoding="utf-8")
    assert f"{FACT}: {{at-most: 5}}" in text
    rules.write_text(
        text.replace(f"{FACT}: {{at-most: 5}}", f"{FACT}: {{at-most: {limit}}}"), encoding="utf-8"
    )
    library = load_library([folder / "own"])
    return read_log(folder / "portal.log.yaml", library), Decider(library)


def counted(folder: Path, limit: int) -> RuleCount:
    log, decider = limited(folder, limit)
    options = Options(work=folder / "work", rows=folder / "rows.parquet")
    report = audit(log, decider, options, lambda *_: None)
    return next(one for one in report.rules if one.rule == RULE)


@pytest.mark.parametrize("limit", [5, 255, 300, SEARCHES - 1])
def test_a_limit_of_any_size_counts(log: Path, limit: int) -> None:
    found = counted(log, limit)
    assert found.tally.statuses.get("violated", 0) == max(0, SEARCHES - 1 - limit)


def test_a_reason_says_where_a_count_stands_for_greater_ones(log: Path) -> None:
    counted(log, 5)
    reasons = {
        row["id"]: row["reason"]
        for row in pq.read_table(log / "rows.parquet").to_pylist()
        if row["rule"] == RULE
    }
    assert reasons["Q0007"].endswith(f"{FACT} is 7.")
    assert reasons[f"Q{SEARCHES - 2:04}"].endswith(f"{FACT} is 260 or more.")
    assert reasons[f"Q{SEARCHES:04}"].endswith(f"{FACT} is 6 or more."), (
        "another may count, whose id is on two rows"
    )


@pytest.mark.parametrize(("id_", "number"), [("Q0001", 1), ("Q0300", 300), ("Q0398", SEARCHES - 2)])
def test_one_row_has_its_own_count(log: Path, id_: str, number: int) -> None:
    format_, decider = limited(log, 5)
    case = explain.case(format_, decider, Options(), "queries", id_)
    assert case.facts[FACT].value == number
    assert not case.notes


def test_a_row_for_which_others_may_count_is_said_to_have_at_least_as_many_as_break_the_limit(
    log: Path,
) -> None:
    format_, decider = limited(log, 5)
    case = explain.case(format_, decider, Options(), "queries", f"Q{SEARCHES:04}")
    assert case.facts[FACT].value == 6
    assert case.notes == (
        f"{FACT} is 6 or more: rows that share their ids, or that could not be read, may count too.",
    )
