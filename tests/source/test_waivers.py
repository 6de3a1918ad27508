"""Waiver files: what can be wrong with them, in place, as tests/broken/waivers says; and what they cover."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.source.support import BASE
from tests.source.test_broken import BROKEN, expected

from compliance.analysis.check import check
from compliance.analysis.waive import Judged, waive, waive_scenarios
from compliance.engine.decide import Decider
from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Report
from compliance.model.scenario import Failure, Line, Played, PlayedFeature, Scenario, ScenarioReport
from compliance.model.span import Span
from compliance.source.codes import EXPLAINED, WAIVER_CODES
from compliance.source.from_data import practice_from
from compliance.source.library import load_library
from compliance.source.waivers import WaiverFile, read_waivers

TODAY = date(2026, 11, 24)
LAW = load_library([BASE], shipped=False)
UNFAIR = {
    "term": "city/ordinance/1#fair",
    "holds": False,
    "by": "city court",
    "why": "it was a gift to the buyer",
}
PRACTICES = (
    {
        "practice": "sale",
        "title": "A sale",
        "during": {"from": "2019-01-01", "to": "2021-01-01"},
        "parties": {"keeper": "police"},
        "facts": {"act": ["sale"]},
        "judgments": [UNFAIR],
    },
    {"practice": "gift", "title": "A gift", "on": "2020-05-08", "facts": {"act": ["sharing"]}},
)
REPORT = check([practice_from(one, f"{one['practice']}.yaml", LAW) for one in PRACTICES], Decider(LAW))
CASES = sorted((BROKEN / "waivers").glob("*.yaml"))
SALE = """\
waivers:
  - practice: sale
    rule: ord1-1
    reason: It is nearly over.
    approver: city attorney
    expires: 2026-11-24
"""


def diagnosed(path: Path, judged: Judged = "all") -> tuple[list[Diagnostic], Report]:
    """What is wrong with a waiver file, and the report that it was laid over."""
    file, problems = read_waivers(path, TODAY, LAW.rule_by_id)
    report = REPORT if file is None else waive(REPORT, file, judged)
    return sorted([*problems, *report.errors], key=lambda one: one.sort_key), report


def text_diagnosed(folder: Path, text: str, judged: Judged = "all") -> tuple[list[str], list[bool]]:
    """(codes, whether each violation is waived) for a waiver file of this text."""
    path = folder / "waivers.yaml"
    path.write_text(text)
    problems, report = diagnosed(path, judged)
    findings = [
        one for practice in report.practices for period in practice.timeline for one in period.findings
    ]
    return [one.code for one in problems], [
        one.waived is not None for one in findings if one.status == "violated"
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_broken(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "waivers.yaml").write_bytes(case.read_bytes())
    monkeypatch.chdir(tmp_path)
    found, _ = diagnosed(Path("waivers.yaml"))
    said = [f"{d.span.file} {d.code} {d.span.line}:{d.span.column} {d.message} | {d.help}" for d in found]
    wanted = expected(case)
    assert [(d.span.file, d.code, d.span.line, d.span.column) for d in found] == [w[:4] for w in wanted], said
    for one, (*_, words) in zip(found, wanted, strict=True):
        assert all(word in f"{one.message} {one.help}" for word in words), said
        assert one.help and one.line_text and one.code in EXPLAINED


def test_every_code_has_a_broken_file() -> None:
    assert {code for case in CASES for _, code, *_ in expected(case)} >= set(WAIVER_CODES)


def test_a_waiver_holds_through_its_last_day_and_the_status_stays(tmp_path: Path) -> None:
    assert text_diagnosed(tmp_path, SALE) == ([], [True])
    assert text_diagnosed(tmp_path, SALE.replace("11-24", "11-23")) == (["expired-waiver"], [False])


def test_a_waiver_covers_the_statuses_that_it_names(tmp_path: Path) -> None:
    named = SALE.replace("    reason", "    statuses: [violated]\n    reason")
    assert text_diagnosed(tmp_path, named) == ([], [True])
    other = named.replace("violated", "undetermined")
    assert text_diagnosed(tmp_path, other) == (["unused-waiver"], [False])


def test_two_waivers_share_a_finding_by_its_statuses(tmp_path: Path) -> None:
    first = SALE.replace("    reason", "    statuses: [violated]\n    reason")
    second = first.replace("waivers:\n", "").replace("[violated]", "[undetermined]")
    assert text_diagnosed(tmp_path, first + second) == (["unused-waiver"], [True])
    assert text_diagnosed(tmp_path, first + second, "none") == ([], [True])


def test_a_part_of_everything_judges_only_the_waivers_about_it(tmp_path: Path) -> None:
    elsewhere = SALE.replace("sale", "another")
    assert text_diagnosed(tmp_path, elsewhere, "all")[0] == ["unused-waiver"]
    assert text_diagnosed(tmp_path, elsewhere, "seen")[0] == []
    settled = SALE.replace("sale", "gift")
    assert text_diagnosed(tmp_path, settled, "seen")[0] == ["unused-waiver"]
    assert text_diagnosed(tmp_path, settled, "none")[0] == []


def test_a_practice_that_could_not_be_read_may_be_the_one_that_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(SALE.replace("sale", "another"))
    file, _ = read_waivers(path, TODAY)
    assert file is not None
    broken = replace(REPORT, errors=(Diagnostic("missing-key", "a key is missing", Span("another.yaml")),))
    assert waive(broken, file, "all").errors == broken.errors


def test_no_waivers_are_fine(tmp_path: Path) -> None:
    assert text_diagnosed(tmp_path, "waivers: []\n") == ([], [False])


def test_the_receipt_names_the_file_its_digest_and_the_day(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(SALE)
    record = diagnosed(path)[1].receipt.waivers
    assert record is not None
    assert (record.file, len(record.digest), record.today) == (str(path), 64, TODAY)


# --- scenarios -----------------------------------------------------------------------------------------


def _scenario(name: str, fails: bool, **example: str) -> Played:
    line = Line("then", "it is so", Span("features/sale.feature", 3))
    scenario = Scenario("Sales", "", name, Span("features/sale.feature", 2), (), (line,), example)
    return Played(scenario, Failure(line, line.span, "it is not so") if fails else None)


def _waived(folder: Path, feature: str, name: str, judged: Judged = "all") -> tuple[list[str], list[str]]:
    """(outcomes, codes and messages) of a feature under one waiver."""
    path = folder / "waivers.yaml"
    path.write_text(
        f'waivers:\n  - scenario: {{feature: {feature}, name: "{name}"}}\n'
        "    reason: Soon.\n    approver: city attorney\n    expires: 2027-01-01\n"
    )
    file, problems = read_waivers(path, TODAY)
    assert isinstance(file, WaiverFile) and not problems
    scenarios = (
        _scenario("It holds", False),
        _scenario("It fails", True),
        _scenario("A row", True, n="1"),
        _scenario("A row", True, n="2"),
    )
    report = ScenarioReport((PlayedFeature("Sales", "features/sale.feature", scenarios),), "p 1")
    found = waive_scenarios(report, file, judged)
    return [one.outcome for one in found.played], [f"{one.message} | {one.help}" for one in found.errors]


@pytest.mark.parametrize("feature", ["features/sale.feature", "sale.feature"])
def test_a_scenario_is_named_by_the_end_of_its_path(tmp_path: Path, feature: str) -> None:
    assert _waived(tmp_path, feature, "It fails") == (["passed", "waived", "failed", "failed"], [])


def test_an_outline_is_waived_whole_or_by_the_row(tmp_path: Path) -> None:
    assert _waived(tmp_path, "sale.feature", "A row")[0] == ["passed", "failed", "waived", "waived"]
    assert _waived(tmp_path, "sale.feature", "A row [n: 2]")[0] == ["passed", "failed", "failed", "waived"]


@pytest.mark.parametrize(
    ("feature", "name", "judged", "says"),
    [
        ("sale.feature", "It holds", "all", "the scenario 'It holds' holds"),
        ("sale.feature", "It holds", "seen", "the scenario 'It holds' holds"),
        ("sale.feature", "It failed", "all", "did you mean 'It fails'?"),
        ("sale.feature", "It failed", "seen", None),
        ("ale.feature", "It fails", "all", "no feature file 'ale.feature' was played"),
        ("features/sales.feature", "It fails", "all", "did you mean 'features/sale.feature'?"),
        ("ale.feature", "It fails", "seen", None),
        ("sale.feature", "It holds", "none", None),
    ],
)
def test_a_waiver_of_a_scenario_that_covers_nothing(
    tmp_path: Path, feature: str, name: str, judged: Judged, says: str | None
) -> None:
    outcomes, errors = _waived(tmp_path, feature, name, judged)
    assert "waived" not in outcomes
    assert len(errors) == (says is not None)
    assert all(says in one for one in errors if says)
