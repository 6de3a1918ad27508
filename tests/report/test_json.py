"""The JSON report against its schema and the contract that other tools lean on."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.report.sample import EMPTY, OTHER, REPORT, hostile

from compliance.model.finding import STATUSES, Report
from compliance.report import json as as_json

SCHEMA: dict[str, Any] = json.loads(
    files("compliance.report").joinpath("report.schema.json").read_text("utf-8")
)
CONTRACT = {
    "rule", "instrument", "provision", "citation", "modality", "status", "reason", "possible", "positions",
    "turns_on", "exceptions", "missing", "because", "flags", "as_alleged",
}  # fmt: skip


@pytest.mark.parametrize("report", [REPORT, OTHER, EMPTY, hostile("\x1b\u2028 \"'")])
def test_it_has_the_shape_that_the_schema_tells(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(as_json.render(report)))


def test_the_schema_knows_every_status() -> None:
    assert SCHEMA["$defs"]["status"]["enum"] == list(STATUSES)


def test_it_keeps_the_contract() -> None:
    data = json.loads(as_json.render(REPORT))
    assert data["schema"] == "compliance/report/1"
    for practice in data["practices"]:
        assert {"id", "status", "flags", "timeline"} <= practice.keys()
        for period in practice["timeline"]:
            assert {"from", "to", "status", "findings"} == period.keys()
            assert all(finding.keys() >= CONTRACT for finding in period["findings"])


def test_open_ends_unknowns_and_what_settles() -> None:
    period = json.loads(as_json.render(REPORT))["practices"][0]["timeline"][2]
    contested, _, open_ = period["findings"]
    assert (period["from"], period["to"]) == ("2018-11-14", None)
    assert contested["held"]["agency"]["because"]["holds"] is False
    assert "because" not in open_["held"]["agency"]
    assert open_["because"]["holds"] is None
    assert open_["missing"][0][0]["settles"][1] == {"answer": "no", "status": "violated"}
    assert open_["as_alleged"] == "violated"
    assert contested["can_be_violated"] is True


def test_the_receipt_says_what_is_counterfactual() -> None:
    receipts = [json.loads(as_json.render(report))["receipt"] for report in (REPORT, OTHER)]
    assert [(one["law_as_of"], one["counterfactual"]) for one in receipts] == [
        (None, False),
        ("2026-05-27", True),
    ]
    assert list(receipts[0]["files"]) == ["policies/a.yaml", "rules/b.yaml"]
