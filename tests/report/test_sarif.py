"""The SARIF report against the published schema, which the package `schemastore` carries."""

import json
import pickletools
import sqlite3
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.report.sample import EMPTY, LAW, OTHER, REPORT, hostile

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Report
from compliance.model.span import Span
from compliance.report import sarif

TITLE = b"Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


def published() -> dict[str, Any]:
    """The schema as `schemastore` has it: a body in its cache of web answers, read without unpickling."""
    path = Path(str(distribution("schemastore").locate_file("schemastore/cache.sqlite")))
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    rows = connection.execute("SELECT value FROM responses WHERE instr(value, ?)", (TITLE,)).fetchall()
    connection.close()
    bodies = [arg for row in rows for _, arg, _ in pickletools.genops(row[0]) if isinstance(arg, bytes)]
    schema: dict[str, Any] = json.loads(next(body for body in bodies if TITLE in body))
    return schema


VALIDATOR = Draft7Validator(published())
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
