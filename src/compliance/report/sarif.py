"""The report as SARIF 2.1.0: every encoded rule, and a result for each finding that needs attention.

Violated is an error; contested, not settled and in conflict are warnings; a practice that no rule governs,
and an open finding under which no violation is possible, are notes.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Finding, PracticeReport, Report
from compliance.model.library import Library, LinkedRule
from compliance.model.span import Span
from compliance.report import words
from compliance.report.plain import gap, headline, message
from compliance.report.runs import Run, runs

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
NO_RULE = "no-rule"


def render(report: Report, library: Library, *, diagnostics: Sequence[Diagnostic] = ()) -> str:
    """The report as a SARIF log; `diagnostics` on the input go in as notifications."""
    rules = [_rule(rule, library) for rule in library.rules] + [_no_rule()]
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    program, _, version = report.receipt.program.rpartition(" ")
    run = {
        "tool": {"driver": {"name": program or version, "version": version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation((*report.errors, *diagnostics))],
        "results": [
            result for practice in report.practices for result in _results(practice, library, places)
        ],
        "properties": {
            "engines": list(report.receipt.engines),
            "positions": list(report.receipt.positions),
            "standard": report.receipt.standard,
            "lawAsOf": report.receipt.law_as_of and report.receipt.law_as_of.isoformat(),
        },
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(rule: LinkedRule, library: Library) -> dict[str, Any]:
    cite = library.cite(rule.instrument, rule.provision)
    provision = library.provision(rule.instrument, rule.provision)
    full = library.instruments[rule.instrument].cite
    draft = f" {words.DRAFT}" if rule.draft else ""
    quoted = "".join(f" “{text}”" for text in provision.words)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.rule.title},
        "fullDescription": {"text": f"{provision.gist} ({cite})"},
        "help": {
            "text": f"{cite}: {provision.gist}{quoted} Source: {full}.{draft}",
            "markdown": f"**{cite}**: {provision.gist}{quoted}\n\nSource: {full}.{draft}",
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "instrument": rule.instrument,
            "provision": rule.provision,
            "modality": rule.modality,
            "sourceSeen": library.source(rule.instrument, rule.provision).seen,
        },
    }


def _no_rule() -> dict[str, Any]:
    return {
        "id": NO_RULE,
        "shortDescription": {"text": "No encoded rule governs the practice"},
        "fullDescription": {"text": f"Nothing encoded governs the practice. {words.GAP}"},
        "help": {"text": f"Nothing encoded governs the practice. {words.GAP}"},
        "defaultConfiguration": {"level": "note"},
    }


def _results(
    practice: PracticeReport, library: Library, places: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    nothing = gap(practice)
    if nothing is not None:
        yield _result(practice, NO_RULE, "note", nothing, "", places, {"status": practice.status})
    for run in runs(practice):
        level = _level(run.finding)
        if level is None:
            continue
        text = f"{headline(run.finding)}. {practice.title}. {message(run, library)}"
        result = _result(
            practice, run.finding.rule, level, text, run.since.isoformat(), places, _properties(practice, run)
        )
        rule = library.rule_by_id.get(run.finding.rule)
        if rule is not None:
            result["relatedLocations"] = [
                {"id": 1, "message": {"text": run.finding.citation}, **_physical(rule.span)}
            ]
        yield result


def _level(finding: Finding) -> str | None:
    if finding.status == "violated":
        return "error"
    if finding.status not in ("contested", "undetermined", "conflict"):
        return None
    return "warning" if finding.can_be_violated else "note"


def _result(
    practice: PracticeReport,
    rule: str,
    level: str,
    text: str,
    since: str,
    places: Mapping[str, int],
    properties: dict[str, Any],
) -> dict[str, Any]:
    known = {"ruleIndex": places[rule]} if rule in places else {}
    fingerprint = sha256("\0".join((practice.id, rule, since)).encode()).hexdigest()
    place = {
        **_physical(Span(practice.file)),
        "logicalLocations": [{"name": practice.id, "kind": "object"}],
    }
    return {
        "ruleId": rule,
        **known,
        "level": level,
        "message": {"text": text},
        "locations": [place],
        "partialFingerprints": {"practiceRuleAndFirstDay/v1": fingerprint},
        "properties": properties,
    }


def _properties(practice: PracticeReport, run: Run) -> dict[str, Any]:
    finding = run.finding
    return {
        "practice": practice.id,
        "status": finding.status,
        "from": run.since.isoformat(),
        "to": run.until and run.until.isoformat(),
        "citation": finding.citation,
        "positions": dict(finding.positions),
        "flags": list(dict.fromkeys(flag.name for flag in finding.flags)),
    }


def _physical(span: Span) -> dict[str, Any]:
    """A place in a file; an end that is not behind its start is left out."""
    region: dict[str, Any] = {"startLine": max(1, span.line), "startColumn": max(1, span.column)}
    if (span.end_line, span.end_column) > (span.line, span.column):
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    path = PurePosixPath(span.file)
    uri = path.as_uri() if path.is_absolute() else quote(span.file)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _invocation(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    found = [
        {
            "descriptor": {"id": one.code},
            "level": one.severity,
            "message": {"text": one.message if one.help is None else f"{one.message} ({one.help})"},
            "locations": [_physical(one.span)],
        }
        for one in diagnostics
    ]
    failed = any(one.severity == "error" for one in diagnostics)
    invocation: dict[str, Any] = {"executionSuccessful": not failed}
    return {**invocation, "toolExecutionNotifications": found} if found else invocation
