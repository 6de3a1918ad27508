"""`compliance compare`: drafts, exit codes, errors with a place, and formats."""

import json
import sys
from pathlib import Path

import pytest
from tests.bill_text import OWN, RULES, write_bill
from tests.bills.comparing import ANY_PURPOSE, NO_WARRANT
from tests.cli.conftest import Run
from tests.law_text import write_law

BILL, OTHER = "test/bill/1", "test/bill/2"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small law, two bills and practices; the current folder of the test."""
    write_law(tmp_path / "law", RULES)
    write_bill(tmp_path / "law", f"[{ANY_PURPOSE}]")
    write_bill(tmp_path / "law", rules=OWN, name=OTHER)
    (tmp_path / "practices").mkdir()
    for name, facts in {
        "civil": "{act: [share], purpose: civil, warrant: false}",
        "both": "{act: [share], purpose: both, warrant: false}",
        "hold": "{act: [hold], told: true}",
    }.items():
        text = f"practice: {name}\ntitle: Practice {name}\non: 2019-05-08\nfacts: {facts}\n"
        (tmp_path / f"practices/{name}.yaml").write_text(text)
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nlibrary = ["law"]\nshipped = false\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bill(town: Path, *amendments: str, rules: str = "", terms: str = "") -> None:
    """Write the first bill anew."""
    write_bill(town / "law", f"[{', '.join(amendments)}]" if amendments else "", rules=rules, bill=terms)


def said(text: str) -> str:
    return " ".join(text.split())


def test_it_says_what_the_bill_forbids_and_what_it_leaves(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", BILL)
    assert (ran.code, ran.err) == (0, "")
    out = said(ran.out)
    assert "Would forbid what is open now: both." in out
    assert "Would newly forbid:" not in out and "Would newly forbid, for the lenient side: both." in out
    assert "Would leave as it is: civil and hold." in out
    assert "Because of Bill 1, 1, which would redefine “civil” in Order 1" in out


def test_each_bill_is_a_column_and_a_comma_stacks_them(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", BILL, "--bill", f"{OTHER},{BILL}", "--format", "json")
    data = json.loads(ran.out)
    assert [draft["name"] for draft in data["drafts"]] == ["Bill 1", "Bill 2 + Bill 1"]
    both = next(one for one in data["practices"] if one["id"] == "both")
    assert [[change["rule"] for change in draft["changes"]] for draft in both["drafts"]] == [
        ["ban"],
        ["ban", "share-ban"],
    ]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ([], 0),
        (["newly-forbids"], 1),
        (["newly-permits"], 0),
        (["unsettles"], 0),
        (["conflict"], 0),
        (["newly-permits", "newly-forbids"], 1),
        (["any"], 1),
    ],
)
def test_what_it_may_not_find_can_be_named(run: Run, town: Path, asked: list[str], code: int) -> None:
    options = [part for one in asked for part in ("--fail-on", one)]
    assert run("compare", "practices", "--bill", BILL, *options).code == code


def test_what_fails_it_is_said_though_the_report_goes_to_a_file(run: Run, town: Path) -> None:
    found = ("--fail-on", "newly-forbids", "--fail-on", "newly-permits")
    ran = run("compare", "practices", "--bill", BILL, "--bill", OTHER, *found, "-o", "report.txt")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "Bill 1: newly-forbids: both\nBill 2: newly-forbids: both\n"


def test_a_job_that_could_never_fail_is_refused(run: Run, town: Path) -> None:
    """Practices that are drawn at random fail nothing, so that there have to be others."""
    ran = run("compare", "--population", "10", "--bill", BILL, "--fail-on", "newly-forbids")
    assert ran.code == 2
    assert "name practices that it can look at" in said(ran.err)


def test_any_change_counts_where_every_change_does(run: Run, town: Path) -> None:
    assert run("compare", "practices/hold.yaml", "--bill", BILL, "--fail-on", "any").code == 0
    assert run("compare", "practices/civil.yaml", "--bill", OTHER, "--fail-on", "any").code == 1


def test_a_conflict_can_fail_it(run: Run, town: Path) -> None:
    allows = OWN.replace("forbids:", "permits:").replace("share-ban", "share-permit")
    bill(town, rules=allows)
    assert run("compare", "practices/civil.yaml", "--bill", BILL, "--fail-on", "conflict").code == 1


def test_only_some_positions_can_be_heard(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", BILL, "--positions", "strict", "--format", "json")
    data = json.loads(ran.out)
    assert data["receipt"]["positions"] == ["strict"]
    assert data["drafts"][0]["left"] == ["both", "civil", "hold"]


def test_the_day_of_signing_can_be_named(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", BILL, "--signed", "2031-03-01", "--format", "json")
    data = json.loads(ran.out)
    assert data["law_of"] == "2031-03-01"
    assert data["receipt"]["bills"] == {BILL: "2031-03-01"}


def test_the_day_of_the_law_can_be_named(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", BILL, "--on", "2029-12-31")
    assert ran.code == 0
    out = said(ran.out)
    assert "Would leave as it is: both, civil and hold." in out
    assert "Clauses that are not law on 31 December 2029" in out


def test_equal_input_gives_equal_bytes(run: Run, town: Path) -> None:
    for form in ("text", "markdown", "json", "html"):
        first, second = (run("compare", "practices", "--bill", BILL, "-f", form).out for _ in range(2))
        assert first == second and first


def test_it_writes_to_a_file(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", BILL, "-f", "html", "-o", "out.html")
    assert (ran.code, ran.out) == (0, "")
    assert (town / "out.html").read_text().startswith("<!DOCTYPE html>")


# --- what can be wrong ------------------------------------------------------------------------------------


def test_a_bill_that_does_not_exist_has_its_nearest_name(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", "test/bil/1")
    assert ran.code == 2
    assert "no bill is called 'test/bil/1'" in said(ran.err) and BILL in ran.err


def test_law_is_no_bill(run: Run, town: Path) -> None:
    ran = run("compare", "practices", "--bill", "test/order/1")
    assert ran.code == 2
    assert "'test/order/1' is no bill, but law already" in said(ran.err)


def test_a_bill_of_which_nothing_is_encoded_says_so(run: Run, town: Path) -> None:
    (town / "law/rules/test/bill/2.yaml").unlink()
    ran = run("compare", "practices", "--bill", OTHER)
    assert ran.code == 2
    assert "nothing of 'test/bill/2' is encoded" in said(ran.err)


@pytest.mark.parametrize("options", [(), ("--bill", ""), ("--bill", ",")])
def test_a_bill_must_be_named(run: Run, town: Path, options: tuple[str, ...]) -> None:
    ran = run("compare", "practices", *options)
    assert ran.code == 2
    assert "name a bill" in said(ran.err)


def test_practices_must_be_named(run: Run, town: Path) -> None:
    ran = run("compare", "--bill", BILL)
    assert ran.code == 2
    assert "name practices to compare" in said(ran.err)


def test_a_misspelt_strike_has_its_place_and_the_nearest_words(run: Run, town: Path) -> None:
    bill(
        town,
        """{amendment: a, clause: "1", amend: test/order/1#A, text: [{strike: a civl purpose, insert: it}],
        changes: [{rule: ban, forbids: {act: share}}]}""",
    )
    ran = run("compare", "practices", "--bill", BILL)
    assert (ran.code, ran.out) == (2, "")
    assert "error[strike-not-found]" in ran.err
    assert "law/rules/test/bill/1.yaml:" in ran.err
    assert "did you mean 'a civil purpose'?" in ran.err


def test_an_amendment_of_what_is_repealed_before_is_an_error(run: Run, town: Path) -> None:
    bill(town, '{amendment: gone, clause: "1", repeal: test/order/1#A}')
    late = '[{amendment: late, clause: "1", amend: test/order/1#A, changes: [{rule: ban, forbids: {act: share}}]}]'
    write_bill(town / "law", late, name=OTHER, bill=f"takes-effect: {{days: 30}}\nbuilds-on: [{BILL}]")
    ran = run("compare", "practices", "--bill", f"{BILL},{OTHER}")
    assert (ran.code, ran.out) == (2, "")
    assert "error[target-not-in-force]" in ran.err
    assert "'gone' (Bill 1, 1) ends it from 2030-01-01" in said(ran.err)


def test_an_amendment_that_means_nothing_for_any_rule_is_an_error(run: Run, town: Path) -> None:
    bill(
        town,
        """{amendment: idle, clause: "1", amend: test/order/1#A, text: [{strike: civil, insert: private}]}""",
    )
    ran = run("compare", "practices", "--bill", BILL)
    assert (ran.code, ran.out) == (2, "")
    assert "error[idle-amendment]" in ran.err


def test_a_clause_that_changes_no_finding_on_any_facts_is_an_error_with_the_report(
    run: Run, town: Path
) -> None:
    same = """{amendment: same, clause: "3", amend: test/order/1#B,
      changes: [{rule: tell, must: {all: [{told: true}, {act: hold}]}}]}"""
    bill(town, ANY_PURPOSE, same)
    ran = run("compare", "practices", "--bill", BILL)
    assert ran.code == 2
    assert "error[idle-amendment]: 'same' (Bill 1, 3) changes nothing" in ran.err
    assert "it changes no finding on any facts" in said(ran.out)
    assert "Would forbid what is open now: both." in said(ran.out)
    data = json.loads(run("compare", "practices", "--bill", BILL, "-f", "json").out)
    assert [error["code"] for error in data["errors"]] == ["idle-amendment"]


def test_bills_that_fight_cannot_share_a_column(run: Run, town: Path) -> None:
    bill(town, NO_WARRANT)
    write_bill(town / "law", f"[{NO_WARRANT}]", name=OTHER)
    ran = run("compare", "practices", "--bill", f"{BILL},{OTHER}")
    assert ran.code == 2
    assert "error[amendments-fight]" in ran.err
    assert run("compare", "practices", "--bill", BILL, "--bill", OTHER).code == 0


def test_a_practice_that_cannot_be_read_is_an_error_and_the_others_are_compared(run: Run, town: Path) -> None:
    (town / "practices/wrong.yaml").write_text(
        "practice: wrong\ntitle: W\non: 2019-05-08\nfacts: {purpos: civil}\n"
    )
    ran = run("compare", "practices", "--bill", BILL)
    assert ran.code == 2
    assert "error[unknown-fact]" in ran.err
    assert "Would forbid what is open now: both." in said(ran.out)


def test_nothing_to_compare_is_no_success(run: Run, town: Path) -> None:
    (town / "none").mkdir()
    assert run("compare", "none", "--bill", BILL).code == 2


# --- practices drawn at random ----------------------------------------------------------------------------


def test_drawn_practices_are_counted_with_an_example_of_each_change(run: Run, town: Path) -> None:
    ran = run("compare", "--population", 200, "--seed", 3, "--bill", OTHER)
    assert (ran.code, ran.err) == (0, "")
    assert "Bill 2: 200 practices drawn at random" in ran.out
    assert "Seed 3;" in ran.out
    data = json.loads(run("compare", "--population", 200, "--seed", 3, "--bill", OTHER, "-f", "json").out)
    (draft,) = data["drafts"]
    whole = [one for one in draft["population"]["whole"] if one["position"] == "strict"]
    assert sum(one["count"] for one in whole) == 200
    forbidden = [one for one in whole if one["kind"] == "forbids"]
    assert forbidden
    examples = {one["row"]: one for one in draft["population"]["examples"]}
    for one in forbidden:
        assert examples[one["example"]]["with_draft"]["status"] == "violated"


def test_an_example_can_be_checked_as_the_practice_file_that_it_is(run: Run, town: Path) -> None:
    data = json.loads(run("compare", "--population", 50, "--bill", OTHER, "-f", "json").out)
    one = data["drafts"][0]["population"]["examples"][0]
    (town / "example.yaml").write_text(one["file"])
    checked = json.loads(run("compare", "example.yaml", "--bill", OTHER, "-f", "json").out)
    practice = checked["practices"][0]
    assert practice["current"] == one["current"]
    assert practice["drafts"][0]["status"] == one["with_draft"]["status"]


def test_another_seed_is_another_draw(run: Run, town: Path) -> None:
    first, second = (
        run("compare", "--population", 100, "--seed", seed, "--bill", OTHER).out for seed in (1, 2)
    )
    assert first != second


def test_drawing_wants_packages_and_says_which(run: Run, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compliance.cli.compare.find_spec", lambda name: None)
    ran = run("compare", "--population", 10, "--bill", BILL)
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'policy-compliance[audit]'" in ran.err


def test_without_drawing_nothing_heavy_is_loaded(run: Run, town: Path) -> None:
    before = {"pyarrow", "ibis", "duckdb"} & set(sys.modules)
    run("compare", "practices", "--bill", BILL)
    assert {"pyarrow", "ibis", "duckdb"} & set(sys.modules) == before
