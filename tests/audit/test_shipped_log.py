"""The log that ships, audited with the example of an auditor's own tests: the counts are those it was made with."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from compliance.audit.run import Options, audit
from compliance.engine.decide import Decider
from compliance.model.audit import RuleCount
from compliance.source.library import load_library
from compliance.source.logs import read_log

FOLDER = Path(__file__).parent.parent.parent / "features" / "logs" / "federal-offices"
MADE: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
KINDS: dict[str, int] = MADE["kinds"]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RuleCount]:
    return audited(FOLDER, tmp_path_factory.mktemp("audit"))


def audited(folder: Path, work: Path) -> dict[str, RuleCount]:
    """What an audit of the log in a folder counts, by rule and table."""
    library = load_library([folder / "tests"])
    log = read_log(folder / "federal-offices.log.yaml", library)
    report = audit(log, Decider(library), Options(work=work / "work"), lambda *_, **__: None)
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


def test_a_reason_that_no_code_is_listed_for_is_given_all_the_same(tmp_path: Path) -> None:
    copy = tmp_path / "log"
    copytree(FOLDER, copy)
    format_ = copy / "federal-offices.log.yaml"
    coded = "reason: {column: REASON_TXT, codes: {Warrant check: warrant}}"
    text = format_.read_text(encoding="utf-8")
    assert "reason: REASON_TXT" in text
    format_.write_text(text.replace("reason: REASON_TXT", coded), encoding="utf-8")
    assert audited(copy, tmp_path)["log-test-reason of queries"].tally.statuses == {
        "violated": KINDS["no-reason"],
        "satisfied": MADE["queries"] - KINDS["no-reason"],
    }
