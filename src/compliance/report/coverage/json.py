"""The coverage of law as JSON, schema `compliance/coverage/1`; `coverage.schema.json` beside this file describes it."""

import json
from typing import Any

from compliance.model.coverage import (
    Coverage,
    ExceptionCoverage,
    Exercise,
    InstrumentCoverage,
    PriorityCoverage,
    ProvisionCoverage,
    ReadingCoverage,
    RuleCoverage,
    ScenarioRef,
    TermCoverage,
    Total,
    tally,
)
from compliance.model.library import Library
from compliance.report.words import NOTICE

SCHEMA = "compliance/coverage/1"


def render(coverage: Coverage, library: Library) -> str:
    """The coverage as JSON text: keys in a fixed order, no time stamps; equal coverage is equal bytes."""
    return json.dumps(as_data(coverage, library), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_data(coverage: Coverage, library: Library) -> dict[str, Any]:
    """The coverage as plain lists, dictionaries and scalars."""
    return {
        "schema": SCHEMA,
        "notice": NOTICE,
        "totals": {total.measure: _total(total) for total in coverage.totals},
        "scenarios": {
            "played": coverage.scenarios,
            "failed": [
                {**_scenario(one.scenario), "failed_at": one.line, "message": one.message}
                for one in coverage.failed
            ],
            "idle": [_scenario(one) for one in coverage.idle],
        },
        "instruments": [_instrument(one, library) for one in coverage.instruments],
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "covered": total.covered,
        "count": total.count,
        "percent": total.percent,
        "not_covered": list(total.missing),
        "not_counted": list(total.apart),
    }


def _instrument(one: InstrumentCoverage, library: Library) -> dict[str, Any]:
    found = library.instruments[one.id]
    return {
        "instrument": one.id,
        "title": found.title,
        "cite": found.cite,
        "provisions": [_provision(provision, one.id, library) for provision in one.provisions],
        "rules": [_rule(rule, library) for rule in one.rules],
        "terms": [_term(term, library) for term in one.terms],
        "priorities": [_priority(priority, library) for priority in one.priorities],
    }


def _provision(one: ProvisionCoverage, instrument: str, library: Library) -> dict[str, Any]:
    provision = library.provision(instrument, one.name)
    return {
        "provision": one.name,
        "citation": library.cite(instrument, one.name),
        "state": one.state,
        "why_not_encoded": provision.not_encoded,
        "source_seen": library.source(instrument, one.name).seen,
        "encoded": [
            {"kind": encoded.kind, "name": encoded.name, "covered": encoded.covered}
            for encoded in one.encoded
        ],
        **_seen(one.exercises),
    }


def _rule(one: RuleCoverage, library: Library) -> dict[str, Any]:
    rule = library.rule_by_id[one.id]
    return {
        "rule": one.id,
        "title": rule.rule.title,
        "provision": one.provision,
        "citation": library.cite(one.instrument, one.provision),
        "modality": rule.modality,
        "draft": rule.draft,
        "covered": one.covered,
        **_seen(one.exercises),
        "never_seen": list(one.never),
        "exceptions": [_exception(unless, library) for unless in one.exceptions],
    }


def _exception(one: ExceptionCoverage, library: Library) -> dict[str, Any]:
    return {
        "exception": one.name,
        "citation": library.cite(one.instrument, one.provision),
        "encoded": one.encoded,
        "covered": one.covered,
        **_seen(one.exercises),
        "never_seen": list(one.never),
    }


def _term(one: TermCoverage, library: Library) -> dict[str, Any]:
    term = library.term_by_address[one.address]
    return {
        "term": one.address,
        "ask": term.ask,
        "citation": library.cite(one.instrument, one.provision),
        "covered": one.covered,
        "rules": list(one.rules),
        "readings": [
            _reading(reading, list(term.readings[reading.name].held_by)) for reading in one.readings
        ],
    }


def _reading(one: ReadingCoverage, held_by: list[str]) -> dict[str, Any]:
    return {
        "reading": one.name,
        "held_by": held_by,
        "in_use": one.in_use,
        "covered": one.covered,
        "decisive": one.decisive,
        **_seen(one.exercises),
    }


def _priority(one: PriorityCoverage, library: Library) -> dict[str, Any]:
    return {
        "prevails": one.prevails,
        "over": one.over,
        "citation": library.cite(one.instrument, one.provision),
        "covered": one.covered,
        **_seen(one.exercises),
    }


def _seen(exercises: tuple[Exercise, ...]) -> dict[str, Any]:
    """The outcomes with their numbers of scenarios, and the scenarios with their outcomes."""
    return {
        "outcomes": tally(exercises),
        "scenarios": [
            {
                **_scenario(one.scenario),
                "outcomes": [
                    {"outcome": outcome.what, "position": outcome.position} for outcome in one.outcomes
                ],
            }
            for one in exercises
        ],
    }


def _scenario(one: ScenarioRef) -> dict[str, Any]:
    return {"file": one.file, "line": one.line, "feature": one.feature, "scenario": one.title}
