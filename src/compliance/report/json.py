"""JSON: findings, schema `compliance/report/1`, and scenarios, schema `compliance/scenarios/1`.

`report.schema.json` and `scenarios.schema.json` beside this file describe them.
"""

import json
from datetime import date
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import (
    STATUSES,
    Finding,
    Flag,
    Held,
    Period,
    PracticeReport,
    Question,
    Reason,
    Receipt,
    Report,
    TriedException,
)
from compliance.model.library import Library
from compliance.model.scenario import OUTCOMES, Failure, Played, PlayedFeature, ScenarioReport
from compliance.model.waiver import Waived, WaiverRecord
from compliance.report.words import NOTICE

SCHEMA = "compliance/report/1"
SCENARIOS = "compliance/scenarios/1"


def render(report: Report, library: Library | None = None) -> str:
    """The report as JSON text: keys in a fixed order, no time stamps; equal reports are equal bytes."""
    return _text(as_data(report))


def scenarios(report: ScenarioReport) -> str:
    """What came of scenarios as JSON text."""
    return _text(
        {
            "schema": SCENARIOS,
            "notice": NOTICE,
            "counts": {outcome: report.count(outcome) for outcome in OUTCOMES if report.count(outcome)},
            "features": [_feature(feature) for feature in report.features],
            "receipt": {"program": report.program, "waivers": _waivers(report.waivers)},
            "errors": [error_data(one) for one in report.errors],
        }
    )


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain lists, dictionaries and scalars."""
    statuses = [practice.status for practice in report.practices]
    return {
        "schema": SCHEMA,
        "notice": NOTICE,
        "counts": {status: statuses.count(status) for status in STATUSES if status in statuses},
        "practices": [_practice(practice) for practice in report.practices],
        "receipt": receipt_data(report.receipt),
        "errors": [error_data(one) for one in report.errors],
    }


def error_data(one: Diagnostic) -> dict[str, Any]:
    """What was wrong with input."""
    return {
        "code": one.code,
        "message": one.message,
        "file": one.span.file,
        "line": one.span.line,
        "column": one.span.column,
        "help": one.help,
    }


def _practice(practice: PracticeReport) -> dict[str, Any]:
    return {
        "id": practice.id,
        "title": practice.title,
        "file": practice.file,
        "status": practice.status,
        "flags": [_flag(flag) for flag in practice.flags],
        "timeline": [_period(period) for period in practice.timeline],
        "contradictions": [
            {"by": one.by, "gist": one.gist, "fact": one.fact, "claimed": one.claimed, "stated": one.stated}
            for one in practice.contradictions
        ],
        "related": [
            {
                "instrument": one.instrument,
                "provision": one.provision,
                "citation": one.citation,
                "gist": one.gist,
                "source_seen": one.seen,
                "since": _day(one.since),
                "why_not_encoded": one.why_not_encoded,
            }
            for one in practice.related
        ],
        "notes": list(practice.notes),
    }


def _period(period: Period) -> dict[str, Any]:
    return {
        "from": _day(period.since),
        "to": _day(period.until),
        "status": period.status,
        "findings": [finding_data(finding) for finding in period.findings],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding, with its tree of reasons."""
    return {
        "rule": finding.rule,
        "title": finding.title,
        "instrument": finding.instrument,
        "provision": finding.provision,
        "citation": finding.citation,
        "modality": finding.modality,
        "bearer": finding.bearer,
        "status": finding.status,
        "reason": finding.reason,
        "possible": list(finding.possible),
        "can_be_violated": finding.can_be_violated,
        "positions": dict(finding.positions),
        "held": {position: _held(held, finding.divided) for position, held in finding.held.items()},
        "turns_on": [list(terms) for terms in finding.turns_on],
        "turns_for": {
            position: [list(terms) for terms in sets] for position, sets in finding.turns_for.items()
        },
        "exceptions": [_exception(tried) for tried in finding.exceptions],
        "missing": [[_question(question) for question in facts] for facts in finding.missing],
        "because": _reason(finding.because),
        "flags": [_flag(flag) for flag in finding.flags],
        "as_alleged": finding.as_alleged,
        "source_seen": finding.source_seen,
        "conflicts_with": list(finding.conflicts_with),
        "overridden_by": finding.overridden_by,
        "reaches": finding.reaches,
        "waived": _waived(finding.waived),
    }


def _held(held: Held, with_reasons: bool) -> dict[str, Any]:
    """A position's own finding; its reasons only where positions differ, else they are the finding's."""
    data: dict[str, Any] = {
        "status": held.status,
        "reason": held.reason,
        "possible": list(held.possible),
        "readings": dict(held.readings),
    }
    return {**data, "because": _reason(held.because)} if with_reasons else data


def _exception(tried: TriedException) -> dict[str, Any]:
    return {
        "id": tried.id,
        "title": tried.title,
        "citation": tried.citation,
        "status": tried.status,
        "because": tried.because,
    }


def _question(question: Question) -> dict[str, Any]:
    settles = [{"answer": answer, "status": status} for answer, status in question.settles]
    return {"fact": question.fact, "ask": question.ask, "settles": settles}


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "says": reason.says,
        "holds": reason.holds,
        "citation": reason.citation,
        "fact": reason.fact,
        "evidence": list(reason.evidence),
        "standing": reason.standing,
        "of": [_reason(part) for part in reason.of],
    }


def _flag(flag: Flag) -> dict[str, Any]:
    return {"name": flag.name, "because": flag.because, "citation": flag.citation}


def receipt_data(receipt: Receipt) -> dict[str, Any]:
    """What findings were computed from."""
    return {
        "program": receipt.program,
        "engines": list(receipt.engines),
        "positions": list(receipt.positions),
        "standard": receipt.standard,
        "law_as_of": _day(receipt.law_as_of),
        "counterfactual": receipt.law_as_of is not None,
        "bills": {bill: _day(signed) for bill, signed in receipt.bills.items()},
        "files": dict(sorted(receipt.files.items())),
        "waivers": _waivers(receipt.waivers),
    }


def _waived(waived: Waived | None) -> dict[str, Any] | None:
    if waived is None:
        return None
    return {"reason": waived.reason, "approver": waived.approver, "expires": _day(waived.expires)}


def _waivers(record: WaiverRecord | None) -> dict[str, Any] | None:
    if record is None:
        return None
    return {"file": record.file, "digest": record.digest, "today": _day(record.today)}


def _feature(feature: PlayedFeature) -> dict[str, Any]:
    return {
        "file": feature.file,
        "title": feature.title,
        "scenarios": [_scenario(played) for played in feature.scenarios],
    }


def _scenario(played: Played) -> dict[str, Any]:
    scenario = played.scenario
    return {
        "name": scenario.name,
        "group": scenario.group,
        "example": dict(scenario.example),
        "tags": list(scenario.tags),
        "line": scenario.span.line,
        "outcome": played.outcome,
        "failure": _failure(played.failure),
        "skipped": played.skipped,
        "waived": _waived(played.waived),
    }


def _failure(failure: Failure | None) -> dict[str, Any] | None:
    if failure is None:
        return None
    return {
        "step": failure.line and failure.line.said,
        "file": failure.span.file,
        "line": failure.span.line,
        "column": failure.span.column,
        "difference": failure.difference,
        "found": failure.found,
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
