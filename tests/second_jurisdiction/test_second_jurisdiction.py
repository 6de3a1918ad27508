"""Another jurisdiction needs data files, no Python: an invented city with words and positions of its own."""

from pathlib import Path

import pytest

from compliance.analysis.check import check_case
from compliance.engine.decide import Decider
from compliance.model.finding import Finding, PracticeReport
from compliance.source.library import load_library
from compliance.source.practices import find_practices, read_cases

HERE = Path(__file__).parent
INSTRUMENT = "us-zz-harbor/ordinance/12-2031"


@pytest.fixture(scope="module", params=[False, True], ids=["alone", "beside the shipped law"])
def decider(request: pytest.FixtureRequest) -> Decider:
    return Decider(load_library([HERE / "library"], shipped=request.param))


@pytest.fixture(scope="module")
def reports(decider: Decider) -> dict[str, PracticeReport]:
    paths, unfound = find_practices([HERE / "practices"])
    cases, problems = read_cases(paths, decider.library)
    assert not unfound
    assert not problems
    return {case.id: check_case(case, decider) for case in cases}


def finding(report: PracticeReport, rule: str, period: int = 0) -> Finding:
    return next(finding for finding in report.timeline[period].findings if finding.rule == rule)


def test_its_own_positions_argue(decider: Decider) -> None:
    assert decider.library.positions_of[INSTRUMENT] == ("harbor-city", "harbor-resident")
    rule = decider.library.rule_by_id["harbor-3a"]
    assert decider.positions_of(rule) == ("harbor-city", "harbor-resident")


def test_plates_may_not_be_given_away(reports: dict[str, PracticeReport]) -> None:
    found = finding(reports["plates-to-sheriff"], "harbor-3a")
    assert (found.status, found.citation) == ("violated", "Ord. 12-2031, 3.a")
    assert found.bearer == "Harbor Police Department"
    assert found.positions == {"harbor-city": "violated", "harbor-resident": "violated"}
    order, emergency = found.exceptions
    assert (order.id, order.status) == ("court-order", "not shown")
    assert (emergency.id, emergency.status) == ("emergency", "fails")
    assert reports["plates-to-sheriff"].status == "violated"


def test_totals_turn_on_what_a_read_is(reports: dict[str, PracticeReport]) -> None:
    found = finding(reports["totals-to-sheriff"], "harbor-3a")
    assert found.status == "contested"
    assert found.positions == {"harbor-city": "satisfied", "harbor-resident": "violated"}
    assert found.turns_on == ((f"{INSTRUMENT}#read",),)


def test_a_court_order_excuses(reports: dict[str, PracticeReport]) -> None:
    found = finding(reports["plates-by-court-order"], "harbor-3a")
    assert found.status == "excused"
    assert found.exceptions[0].citation == "Ord. 12-2031, 3.b"


def test_an_unknown_exception_without_burden_leaves_it_open(reports: dict[str, PracticeReport]) -> None:
    found = finding(reports["plates-in-doubt"], "harbor-3a")
    assert found.status == "undetermined"
    assert set(found.possible) == {"violated", "excused"}
    assert [[question.fact for question in questions] for questions in found.missing] == [
        ["reads.life-at-risk"]
    ]


def test_a_duty_binds_whoever_works_for_the_city_while_it_is_law(reports: dict[str, PracticeReport]) -> None:
    report = reports["vendor-keeps-reads"]
    statuses = [
        (period.since.isoformat(), found.status, found.reason if found.status == "not-applicable" else "")
        for i, period in enumerate(report.timeline)
        for found in [finding(report, "harbor-4", i)]
    ]
    assert statuses == [
        ("2031-01-01", "not-applicable", "not-in-force"),
        ("2031-03-01", "violated", ""),
        ("2032-01-01", "not-applicable", "not-in-force"),
        ("2033-01-01", "violated", ""),
    ]


def test_nobody_else_is_bound(reports: dict[str, PracticeReport]) -> None:
    found = finding(reports["shop-keeps-reads"], "harbor-4")
    assert (found.status, found.reason) == ("not-applicable", "not-bound")
    assert finding(reports["shop-keeps-reads"], "harbor-3a").status == "not-applicable"


def test_other_law_finds_nothing_in_facts_that_it_does_not_know(reports: dict[str, PracticeReport]) -> None:
    for report in reports.values():
        for period in report.timeline:
            elsewhere = [one for one in period.findings if one.instrument != INSTRUMENT]
            assert {one.status for one in elsewhere} <= {"not-applicable", "undetermined"}
