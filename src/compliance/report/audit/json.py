"""An audit as JSON, schema `compliance/audit/1`; `audit.schema.json` beside this file describes it."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from compliance.analysis.audit_verdict import verdict
from compliance.model.audit import AuditReport, Dimension, RuleCount, Tally, UnitCount
from compliance.model.finding import STATUSES, Status
from compliance.model.library import Library
from compliance.report.audit import words
from compliance.report.json import receipt_data

SCHEMA = "compliance/audit/1"


def render(report: AuditReport, library: Library) -> str:
    """The audit as JSON text: keys in a fixed order, no time stamps; equal audits are equal bytes."""
    return json.dumps(as_data(report, library), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_data(report: AuditReport, library: Library) -> dict[str, Any]:
    """The audit as plain lists, dictionaries and scalars. Nothing is cut: every agency, office, user and code."""
    return {
        "schema": SCHEMA,
        "log": {"name": report.log, "title": report.title, "file": report.file, "time_zone": report.zone},
        "verdict": verdict(report),
        "units": [_unit(one) for one in report.units],
        "rules": [_rule(one, report, library) for one in words.ordered(report, library)],
        "rejected": [
            {"table": one.table, "reason": one.reason, "rows": one.rows, "places": list(one.places)}
            for one in report.rejected
        ],
        "untold": [
            {
                "table": one.table,
                "column": one.column,
                "fact": one.fact,
                "code": one.code,
                "rows": one.rows,
            }
            for one in report.untold
        ],
        "unmapped": {unit: list(facts) for unit, facts in report.unmapped.items()},
        "warnings": list(report.warnings),
        "notes": list(report.notes),
        "rows_file": report.rows_file,
        "rejected_file": report.rejected_file,
        "engine": report.engine,
        "receipt": receipt_data(report.receipt),
    }


def _unit(one: UnitCount) -> dict[str, Any]:
    return {
        "unit": one.unit,
        "read": one.read,
        "rejected": one.rejected,
        "decided": one.decided,
        "from": _day(one.since),
        "to": _day(one.until),
        **_tally(one.tally),
    }


def _rule(rule: RuleCount, report: AuditReport, library: Library) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "title": rule.title,
        "instrument": rule.instrument,
        "provision": rule.provision,
        "citation": rule.citation,
        "modality": rule.modality,
        "source_seen": rule.source_seen,
        "draft": words.is_draft(rule, library),
        "is_law": not words.is_test(rule.instrument, library),
        "unit": rule.unit,
        "rows": rule.tally.rows,
        **_tally(rule.tally),
        "by": {one: _by(one, rule, report) for one in words.DIMENSIONS if one in rule.by},
        "turns_on": list(rule.turns_on),
        "examples": [{"id": one.id, "status": one.status, "reason": one.reason} for one in rule.examples],
    }


def _by(dimension: Dimension, rule: RuleCount, report: AuditReport) -> list[dict[str, Any]]:
    return [
        {
            "value": value,
            "name": words.named(dimension, value, report) if value else None,
            "rows": tally.rows,
            **_tally(tally),
        }
        for value, tally in sorted(rule.by[dimension].items())
    ]


def _tally(tally: Tally) -> dict[str, Any]:
    positions = {one: _counts(counts) for one, counts in tally.positions.items()}
    return {"statuses": _counts(tally.statuses), "positions": positions}


def _counts(counts: Mapping[Status, int]) -> dict[str, int]:
    return {status: counts[status] for status in STATUSES if counts.get(status)}


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
