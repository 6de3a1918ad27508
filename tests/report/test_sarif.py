"""The SARIF report against the published schema, which the package `schemastore` carries."""

import json
from typing import Any

import pytest
from tests.report.played import NO_SCENARIOS, SCENARIOS, WAIVED, hostile_scenarios
from tests.report.sample import EMPTY, LAW, OTHER, REPORT, hostile
from tests.report.sarif_schema import VALIDATOR

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Report
from compliance.model.scenario import ScenarioReport
from compliance.model.span import Span
from compliance.report import sarif

PROBLEMS = (
    Diagnostic("unknown-fact", "no fact 'x'", Span("rules/a b.yaml", 4, 3, 4, 9), "did you mean 'y'?"),
    Diagnostic("unused", "nothing uses it", Span("/abs/ü.yaml"), severity="warning"),
)  # fmt: skip


def log(report: Report, *problems: Diagnostic) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sarif.render(report, LAW, diagnostics=problems))
    return data


def results(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(report)["runs"][0]["results"]
    return found


@pytest.mark.parametrize("report", [REPORT, OTHER, EMPTY, hostile("\x1b \u2028 %20 <>")])
@pytest.mark.parametrize("problems", [(), PROBLEMS])
def test_it_is_valid(report: Report, problems: tuple[Diagnostic, ...]) -> None:
    errors = [
        (list(error.absolute_path), error.message) for error in VALIDATOR.iter_errors(log(report, *problems))
    ]
    assert not errors


def test_the_schema_would_notice() -> None:
    broken = log(REPORT)
    broken["runs"][0]["results"][0]["level"] = "grave"
    assert not VALIDATOR.is_valid(broken)


def test_levels_by_status() -> None:
    levels = {(one["properties"]["status"], one["level"]) for one in results(REPORT)}
    assert levels == {
        ("violated", "error"),
        ("contested", "warning"),
        ("conflict", "warning"),
        ("undetermined", "warning"),
        ("undetermined", "note"),
        ("not-applicable", "note"),
        ("no-rule", "note"),
    }


def test_every_encoded_rule_is_there_and_results_point_to_theirs() -> None:
    run = log(REPORT)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == [*(rule.id for rule in LAW.rules), "no-rule"]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


def test_fingerprints_are_unique_and_do_not_move_with_the_wording() -> None:
    prints = [one["partialFingerprints"]["practiceRuleAndFirstDay/v1"] for one in results(REPORT)]
    assert len(set(prints)) == len(prints)
    assert prints[:2] == [one["partialFingerprints"]["practiceRuleAndFirstDay/v1"] for one in results(OTHER)]


def test_places_are_uris() -> None:
    notes = log(EMPTY, *PROBLEMS)["runs"][0]["invocations"][0]
    uris = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in notes["toolExecutionNotifications"]
    ]
    assert uris == ["rules/a%20b.yaml", "file:///abs/%C3%BC.yaml"]
    assert notes["executionSuccessful"] is False


# --- waivers, scenarios, lint --------------------------------------------------------------------------


@pytest.mark.parametrize("report", [SCENARIOS, NO_SCENARIOS, hostile_scenarios("\x1b \u2028 %20 <>")])
def test_scenarios_are_valid(report: ScenarioReport) -> None:
    assert not [error.message for error in VALIDATOR.iter_errors(json.loads(sarif.scenarios(report)))]


@pytest.mark.parametrize("found", [(), PROBLEMS])
def test_what_lint_finds_is_valid(found: tuple[Diagnostic, ...]) -> None:
    data = json.loads(sarif.of_diagnostics(found))
    assert not [error.message for error in VALIDATOR.iter_errors(data)]
    assert [one["ruleId"] for one in data["runs"][0]["results"]] == [one.code for one in found]


def test_what_is_waived_is_valid_suppressed_and_no_more_than_a_note() -> None:
    assert not list(VALIDATOR.iter_errors(log(WAIVED)))
    (one,) = [one for one in results(WAIVED) if "suppressions" in one]
    assert (one["level"], one["properties"]["status"]) == ("note", "violated")
    assert one["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "Waived through 31 March 2027 by the general counsel: A new jail opens.",
        }
    ]
    assert log(WAIVED)["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_a_failed_scenario_is_a_result_at_its_step() -> None:
    found = json.loads(sarif.scenarios(SCENARIOS))["runs"][0]["results"]
    lines = [one["locations"][0]["physicalLocation"]["region"]["startLine"] for one in found]
    assert (lines, [one["level"] for one in found]) == ([12, 18, 18, 42], ["error", "error", "note", "error"])


def test_results_of_one_rule_on_one_line_are_told_apart() -> None:
    """Whoever uploads to GitHub computes the fingerprint that is missing from the line alone."""
    found = json.loads(sarif.scenarios(SCENARIOS))["runs"][0]["results"] + results(REPORT)
    keys = [
        (
            one["ruleId"],
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            one["locations"][0]["physicalLocation"]["region"]["startLine"],
            one["partialFingerprints"].get("primaryLocationLineHash"),
        )
        for one in found
    ]
    assert len(set(keys)) == len(keys)
    assert [bool(key[3]) for key in keys[:4]] == [False, True, True, False]


def test_what_github_asks_for() -> None:
    """The subset that code scanning reads: described rules, at most 20 tags, relative files, distinct uploads."""
    runs = [log(REPORT)["runs"][0], json.loads(sarif.scenarios(SCENARIOS))["runs"][0]]
    for run in runs:
        for rule in run["tool"]["driver"]["rules"]:
            assert rule["shortDescription"]["text"] and rule["help"]["text"]
            assert 0 < len(rule["fullDescription"]["text"]) <= 1024
            assert len(rule.get("properties", {}).get("tags", ())) <= 20
        for one in run["results"]:
            assert one["message"]["text"]
            assert len(one["locations"]) == 1
            assert not one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("/")
            assert one["partialFingerprints"]
    assert len({run["automationDetails"]["id"] for run in runs}) == len(runs)
