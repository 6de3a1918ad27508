"""The log that ships, audited with the example of an auditor's own tests: the counts are those it was made with."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pyarrow.csv as pcsv
import pytest

from compliance.audit import explain
from compliance.audit.cells import Counts
from compliance.audit.chunks import Chunks
from compliance.audit.engines import connect
from compliance.audit.run import Options, audit, tables_of
from compliance.audit.statements import statements
from compliance.audit.work import open_work
from compliance.engine.decide import Decider
from compliance.model.audit import AuditReport, RuleCount
from compliance.model.measure import UnitName
from compliance.source.library import load_library
from compliance.source.logs import read_log

FOLDER = Path(__file__).parent.parent.parent / "features" / "logs" / "federal-offices"
MADE: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
KINDS: dict[str, int] = MADE["kinds"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("audit")


@pytest.fixture(scope="module")
def report(folder: Path) -> AuditReport:
    return audited(FOLDER, folder)


@pytest.fixture(scope="module")
def rules(report: AuditReport) -> dict[str, RuleCount]:
    return by_name(report)


def audited(folder: Path, work: Path) -> AuditReport:
    """An audit of the log in a folder."""
    library = load_library([folder / "tests"])
    log = read_log(folder / "federal-offices.log.yaml", library)
    options = Options(work=work / "work", rows=work / "rows.csv")
    return audit(log, Decider(library), options, lambda *_, **__: None)


def by_name(report: AuditReport) -> dict[str, RuleCount]:
    """What it counts, by rule and table."""
    return {f"{one.rule} of {one.unit}": one for one in report.rules}


def rows() -> Iterator[tuple[dict[str, Any], int]]:
    """What queries of the log show, and how many of them."""
    *columns, _ = MADE["profiles"]["columns"]
    for *shown, number in MADE["profiles"]["rows"]:
        yield dict(zip(columns, shown, strict=True)), number


@pytest.mark.parametrize(
    ("rule", "violated", "undetermined"),
    [
        ("ud-certified of queries", KINDS["uncertified"], 0),
        ("log-test-reason of queries", KINDS["no-reason"], 0),
        ("log-test-open-case of queries", KINDS["case-not-open"], 0),
        ("log-test-repeated-searches of queries", KINDS["over-five-searches"], KINDS["subject-blank"]),
        (
            "log-test-review of queries",
            KINDS["never-reviewed"] + KINDS["reviewed-late"] + KINDS["reviewed-alone"],
            KINDS["review-not-due"],
        ),
        (
            # A row of the log of searches has no number, so that it may be the search which an entry names.
            "log-test-dissemination-search of disseminations",
            MADE["disseminations"]["no-query"],
            MADE["disseminations"]["query-not-in-log"],
        ),
        ("log-test-dissemination-entry of queries", 0, MADE["queries"]),
    ],
)
def test_counts(rules: dict[str, RuleCount], rule: str, violated: int, undetermined: int) -> None:
    found = rules[rule].tally.statuses
    assert (found.get("violated", 0), found.get("undetermined", 0)) == (violated, undetermined)


def test_a_search_on_reentry_without_a_case_number_divides_the_sides(rules: dict[str, RuleCount]) -> None:
    found = rules["ud-purpose of queries"].tally
    crimes = ("crime", "entry-or-reentry")
    searched = Counter[bool]()
    for row, number in rows():
        if row["purpose"] in crimes:
            searched[row["case"] == "open"] += number
    otherwise = sum(number for row, number in rows() if row["purpose"] not in (*crimes, None))
    assert found.positions["agency"].get("violated", 0) == otherwise
    assert found.positions["agency"]["satisfied"] == searched.total()
    assert found.statuses["contested"] >= searched[False] > 0


def test_a_search_at_the_end_of_the_log_is_not_said_to_go_unreviewed(rules: dict[str, RuleCount]) -> None:
    found = rules["ud-coordinator of queries"].tally.positions["agency"]
    expected = Counter[str]()
    for row, number in rows():
        match row["log-review"], row["reviewed-by-another-in-30-days"], row["purpose"]:
            case "questioned", _, _:
                expected["satisfied"] += number
            case "not-reviewed", within, _:
                expected["undetermined" if within is None else "violated"] += number
            case _, _, None:
                expected["undetermined"] += number
            case _, _, purpose:
                expected["violated" if purpose == "private-purpose" else "satisfied"] += number
    assert expected["undetermined"] > 0
    assert found == expected


def test_every_profile_is_on_as_many_rows_as_the_log_was_made_with(tmp_path: Path) -> None:
    library = load_library([FOLDER / "tests"])
    log = read_log(FOLDER / "federal-offices.log.yaml", library)
    options = Options()
    with (
        open_work(tmp_path, {}) as work,
        connect("duckdb", None, work.scratch) as engine,
        statements(engine) as on,
    ):
        one = tables_of(log, work, on).unit("queries", Decider(library), options)
        parts, _ = Chunks(one, work, None).run(lambda rows: None)
        numbers = Counts(parts, one.verdicts).numbers.to_pylist()
        work.forget()
    found = Counter[tuple[object, ...]]()
    for cell in numbers:
        facts = {fact: known.value for fact, known in one.profiles.facts(cell["number"])[1].items()}
        open_ = facts.get("query.case-open")
        case = "none" if open_ is None else "open" if open_ else "not-open"
        assert facts["query.case-number-given"] is (case != "none")
        found[
            facts.get("records.purpose"),
            case,
            facts["query.reason-given"],
            facts["query.user-certified"],
            facts.get("query.log-review"),
            facts.get("query.reviewed-by-another-in-30-days"),
            facts.get("query.searches-of-subject"),
            facts["query.after-hours-searches"],
        ] += cell["rows"]
    expected = Counter[tuple[object, ...]]()
    for row, number in rows():
        undue = row["log-review"] == "not-reviewed" and row["reviewed-by-another-in-30-days"] is None
        subject = row["searches-of-subject"]
        expected[
            row["purpose"],
            row["case"],
            row["reason-given"],
            row["user-certified"],
            None if undue else row["log-review"],
            row["reviewed-by-another-in-30-days"],
            None if subject is None else max(subject, 5),  # up to a test's limit no test tells them apart
            max(row["after-hours-searches"], 10),
        ] += number
    assert found == expected


def test_the_rows_are_those_that_break_a_rule_and_each_is_explained_with_the_same_status(
    report: AuditReport, folder: Path
) -> None:
    written = pcsv.read_csv(folder / "rows.csv").to_pylist()
    found = Counter((row["rule"], row["agency"]) for row in written if row["status"] == "violated")
    counted = {
        (one.rule, agency): tally.statuses["violated"]
        for one in report.rules
        for agency, tally in one.by["agency"].items()
        if "violated" in tally.statuses and one.unit != "agreements"
    }
    assert found == counted
    library = load_library([FOLDER / "tests"])
    log, decider = read_log(FOLDER / "federal-offices.log.yaml", library), Decider(library)
    by_row: dict[tuple[str, UnitName], dict[str, str]] = {}
    for one in report.rules:
        for example in one.examples:
            by_row.setdefault((example.id, one.unit), {})[one.rule] = example.status
    met = {status for statuses in by_row.values() for status in statuses.values()}
    assert met == {"violated", "contested", "undetermined"}
    few: dict[tuple[UnitName, str], tuple[str, UnitName]] = {}
    for row, statuses in by_row.items():
        few |= {(row[1], status): row for status in statuses.values()}
    for id_, unit in set(few.values()):
        statuses = by_row[id_, unit]
        (period,) = explain.row(log, decider, Options(), unit, id_).timeline[:1]
        shown = {finding.rule: finding.status for finding in period.findings}
        assert {rule: shown[rule] for rule in statuses} == statuses, id_


def test_a_reason_that_no_code_is_listed_for_is_given_all_the_same(tmp_path: Path) -> None:
    copy = tmp_path / "log"
    copytree(FOLDER, copy)
    format_ = copy / "federal-offices.log.yaml"
    coded = "reason: {column: REASON_TXT, codes: {Warrant check: warrant}}"
    text = format_.read_text(encoding="utf-8")
    assert "reason: REASON_TXT" in text
    format_.write_text(text.replace("reason: REASON_TXT", coded), encoding="utf-8")
    assert by_name(audited(copy, tmp_path))["log-test-reason of queries"].tally.statuses == {
        "violated": KINDS["no-reason"],
        "satisfied": MADE["queries"] - KINDS["no-reason"],
    }


def test_users_and_months_add_up_to_the_whole(rules: dict[str, RuleCount]) -> None:
    """Each query of the log has a user, an agency and a month, so that none is lost by counting it by them."""
    for rule in rules.values():
        if rule.unit == "queries":
            for dimension, found in rule.by.items():
                for status in ("violated", "contested"):
                    counted = sum(tally.statuses.get(status, 0) for tally in found.values())
                    assert counted == rule.tally.statuses.get(status, 0), (rule.rule, dimension, status)
