"""Scenarios in every format: byte by byte, and what holds for all of them."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.report import golden
from tests.report.played import FEATURE, NO_SCENARIOS, SCENARIOS, hostile_scenarios

from compliance.report import SCENARIO_FORMATS, render_scenarios

SCHEMA: dict[str, Any] = json.loads(
    files("compliance.report").joinpath("scenarios.schema.json").read_text("utf-8")
)
GOLDEN = {
    "scenarios.txt": "text",
    "scenarios.json": "json",
    "scenarios-github.txt": "github",
    "scenarios.sarif": "sarif",
    "scenarios-junit.xml": "junit",
    "scenarios.md": "markdown",
}


@pytest.mark.parametrize("name", GOLDEN)
def test_output(name: str) -> None:
    golden.check(name, render_scenarios(GOLDEN[name], SCENARIOS, links="https://forge/blob/1"))


@pytest.mark.parametrize("name", SCENARIO_FORMATS)
def test_every_format_has_the_failed_step_the_difference_the_citation_and_what_could_not_be_played(
    name: str,
) -> None:
    out = render_scenarios(name, SCENARIOS).replace("%0A", "\n").replace("\\", "")
    assert "order-disclosure" in out and "is violated" in out
    assert "order-disclosure is contested, not violated" in out
    assert "Order 7 (2017), 2" in out
    assert FEATURE in out and "12" in out
    assert "has no Then, so it can never fail" in out
    assert "A new jail opens" in out and "the general counsel" in out


@pytest.mark.parametrize("name", SCENARIO_FORMATS)
def test_no_scenarios_and_equal_bytes(name: str) -> None:
    assert render_scenarios(name, NO_SCENARIOS) == render_scenarios(name, NO_SCENARIOS)
    assert render_scenarios(name, SCENARIOS) == render_scenarios(name, SCENARIOS)


@pytest.mark.parametrize("name", SCENARIO_FORMATS)
@pytest.mark.parametrize(
    "text",
    ["[bold]x[/] {y} ``", "a\x1b[31mb\x00\x07c", "<a&b>]]>\"'", "", "%0A::error::,:", "\u202eabc", "```"],
)
def test_no_input_breaks_a_format(name: str, text: str) -> None:
    every: tuple[dict[str, Any], ...] = ({}, {"color": True}, {"links": "https://forge"})
    for options in every:
        out = render_scenarios(name, hostile_scenarios(text), **options)
        assert out.endswith("\n") and "\x00" not in out


@pytest.mark.parametrize("report", [SCENARIOS, NO_SCENARIOS, hostile_scenarios("\x1b\u2028 \"'")])
def test_json_has_the_shape_that_its_schema_tells(report: Any) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(render_scenarios("json", report)))


def test_json_tells_each_outcome() -> None:
    data = json.loads(render_scenarios("json", SCENARIOS))
    assert data["schema"] == "compliance/scenarios/1"
    assert data["counts"] == {"failed": 3, "waived": 1, "skipped": 1, "passed": 2}
    found = [one for feature in data["features"] for one in feature["scenarios"]]
    assert [one["outcome"] for one in found] == [
        "passed", "failed", "failed", "waived", "skipped", "failed", "passed",
    ]  # fmt: skip
    assert found[3]["waived"]["expires"] == "2027-03-31"
    assert found[3]["failure"]["step"] == 'Then "order-disclosure" is violated'
    assert found[5]["failure"]["step"] is None
    assert data["receipt"]["waivers"] == {"file": "waivers.yaml", "digest": "a" * 64, "today": "2026-11-24"}


def test_text_is_colored_on_demand_and_says_nothing_by_color_alone() -> None:
    colored = render_scenarios("text", SCENARIOS, color=True)
    assert "\x1b[1;31mFAILED\x1b[0m" in colored
    assert "\x1b" not in render_scenarios("text", SCENARIOS)
