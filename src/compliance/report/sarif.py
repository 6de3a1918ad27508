"""SARIF 2.1.0: of findings, every encoded rule and a result for each finding that needs attention; of scenarios, a
result for each that failed, at the step that did not hold.

Violated is an error; contested, not settled and in conflict are warnings; a practice that no rule governs,
and an open finding under which no violation is possible, are notes. What is waived is a note with a suppression,
since code scanning on GitHub does not read suppressions. Input that could not be read is a notification.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from compliance import __version__
from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import PracticeReport, Report
from compliance.model.library import Library, LinkedRule
from compliance.model.scenario import Played, PlayedFeature, ScenarioReport
from compliance.model.span import Span
from compliance.model.waiver import Waived
from compliance.report import words
from compliance.report.plain import gap, headline, level, message, scenario_headline, scenario_message
from compliance.report.runs import Run, runs

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
NO_RULE = "no-rule"
FAILED = "failed-scenario"
LONGEST = 1024
"""The most letters that GitHub shows of a rule's description."""
Node = dict[str, Any]
"""A piece of a log, as JSON has it."""


def render(report: Report, library: Library, *, diagnostics: Sequence[Diagnostic] = ()) -> str:
    """The report as a SARIF log; `diagnostics` on the input go in as notifications."""
    rules = [rule_node(rule, library) for rule in library.rules] + [_no_rule()]
    receipt = report.receipt
    results = [result for practice in report.practices for result in _results(practice, library)]
    properties = {
        "engines": list(receipt.engines),
        "positions": list(receipt.positions),
        "standard": receipt.standard,
        "lawAsOf": receipt.law_as_of and receipt.law_as_of.isoformat(),
        "bills": {bill: signed.isoformat() for bill, signed in receipt.bills.items()},
    }
    errors = (*report.errors, *diagnostics)
    return log_text(run_node("check", receipt.program, rules, results, errors, properties))


def scenarios(report: ScenarioReport) -> str:
    """What came of scenarios as a SARIF log."""
    results = [
        _scenario(feature, played)
        for feature in report.features
        for played in feature.scenarios
        if played.outcome in ("failed", "waived")
    ]
    return log_text(run_node("scenarios", report.program, [_failed()], results, report.errors))


def of_diagnostics(found: Sequence[Diagnostic]) -> str:
    """What lint finds as a SARIF log: a result for each diagnostic, by its code."""
    rules = [
        described(code, code.replace("-", " "), f"See 'compliance explain {code}'.")
        for code in dict.fromkeys(one.code for one in found)
    ]
    results = [
        {
            "ruleId": one.code,
            "level": one.severity,
            "message": _complaint(one),
            "locations": [physical(one.span)],
            "partialFingerprints": fingerprint("codeAndMessage", one.code, one.message),
        }
        for one in found
    ]
    return log_text(run_node("lint", f"policy-compliance {__version__}", rules, results, ()))


def log_text(run: Node) -> str:
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def run_node(
    name: str,
    program: str,
    rules: list[Node],
    results: list[Node],
    errors: Sequence[Diagnostic],
    properties: Node | None = None,
) -> Node:
    """One run. Its name keeps uploads apart that GitHub would else take for one another's successors."""
    tool, _, version = program.rpartition(" ")
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    known = [
        {"ruleId": one["ruleId"], "ruleIndex": places[one["ruleId"]], **one}
        if one["ruleId"] in places
        else one
        for one in _told_apart(results)
    ]
    run = {
        "tool": {"driver": {"name": tool or version, "version": version, "rules": rules}},
        "automationDetails": {"id": f"compliance/{name}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(errors)],
        "results": known,
    }
    return run if properties is None else {**run, "properties": properties}


def _told_apart(results: list[Node]) -> Iterator[Node]:
    """Results, with a fingerprint of their own where several of one rule stand on one line.

    Whoever uploads them to GitHub computes that fingerprint from the line, and would make one alert of several.
    """
    lines = Counter(map(_line, results))
    for one in results:
        prints = one["partialFingerprints"]
        own = {"primaryLocationLineHash": next(iter(prints.values()))} if lines[_line(one)] > 1 else {}
        yield {**one, "partialFingerprints": {**prints, **own}}


def _line(result: Node) -> tuple[str, str, int]:
    place = result["locations"][0]["physicalLocation"]
    return result["ruleId"], place["artifactLocation"]["uri"], place["region"]["startLine"]


def fingerprint(name: str, *parts: str) -> dict[str, str]:
    return {f"{name}/v1": sha256("\0".join(parts).encode()).hexdigest()}


def described(id_: str, short: str, full: str, help_: Node | None = None, level: str = "error") -> Node:
    """A rule of the tool."""
    cut = {"text": full if len(full) <= LONGEST else f"{full[: LONGEST - 1]}…"}
    return {
        "id": id_,
        "shortDescription": {"text": short},
        "fullDescription": cut,
        "help": help_ or {"text": full},
        "defaultConfiguration": {"level": level},
    }


def _suppressed(waived: Waived | None) -> Node:
    if waived is None:
        return {}
    kind = {"kind": "external", "status": "accepted", "justification": words.waiver(waived)}
    return {"suppressions": [kind]}


# --- findings ------------------------------------------------------------------------------------------


def rule_node(rule: LinkedRule, library: Library) -> Node:
    cite = library.cite(rule.instrument, rule.provision)
    provision = library.provision(rule.instrument, rule.provision)
    full = library.instruments[rule.instrument].cite
    draft = f" {words.DRAFT}" if rule.draft else ""
    quoted = "".join(f" “{text}”" for text in provision.words)
    help_ = {
        "text": f"{cite}: {provision.gist}{quoted} Source: {full}.{draft}",
        "markdown": f"**{cite}**: {provision.gist}{quoted}\n\nSource: {full}.{draft}",
    }
    properties = {
        "instrument": rule.instrument,
        "provision": rule.provision,
        "modality": rule.modality,
        "sourceSeen": library.source(rule.instrument, rule.provision).seen,
        "tags": [rule.modality, rule.instrument],
        "problem.severity": "error",
    }
    node = described(rule.id, rule.rule.title, f"{provision.gist} ({cite})", help_)
    return {**node, "properties": properties}


def _no_rule() -> Node:
    full = f"Nothing encoded governs the practice. {words.GAP}"
    return described(NO_RULE, "No encoded rule governs the practice", full, level="note")


def _results(practice: PracticeReport, library: Library) -> Iterator[Node]:
    nothing = gap(practice)
    if nothing is not None:
        yield _result(practice, NO_RULE, "note", nothing, "", {"status": practice.status})
    for run in runs(practice):
        grave = level(run.finding)
        if grave is None:
            continue
        text = f"{headline(run.finding)}. {practice.title}. {message(run, library)}"
        rule = library.rule_by_id.get(run.finding.rule)
        related = (
            {"relatedLocations": [_related(run.finding.citation, rule.span)]} if rule is not None else {}
        )
        result = _result(
            practice, run.finding.rule, grave, text, run.since.isoformat(), _properties(practice, run)
        )
        yield {**result, **related, **_suppressed(run.finding.waived)}


def _result(practice: PracticeReport, rule: str, grave: str, text: str, since: str, properties: Node) -> Node:
    place = {
        **physical(Span(practice.file)),
        "logicalLocations": [{"name": practice.id, "kind": "object"}],
    }
    return {
        "ruleId": rule,
        "level": grave,
        "message": {"text": text},
        "locations": [place],
        "partialFingerprints": fingerprint("practiceRuleAndFirstDay", practice.id, rule, since),
        "properties": properties,
    }


def _properties(practice: PracticeReport, run: Run) -> Node:
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


# --- scenarios -----------------------------------------------------------------------------------------


def _failed() -> Node:
    full = "The encoded law does not find what the scenario says. Either the law, as encoded, or the scenario is wrong."
    return described(FAILED, "A scenario about the law does not hold", full)


def _scenario(feature: PlayedFeature, played: Played) -> Node:
    scenario, failure = played.scenario, played.failure
    found = f"\n{failure.found}" if failure is not None and failure.found else ""
    text = f"{scenario_headline(played)}. {feature.title}. {scenario_message(played)}{found}"
    place = {**physical(played.place), "logicalLocations": [{"name": scenario.title, "kind": "function"}]}
    return {
        "ruleId": FAILED,
        "level": "error" if played.waived is None else "note",
        "message": {"text": text},
        "locations": [place],
        "relatedLocations": [_related(scenario.title, scenario.span)],
        "partialFingerprints": fingerprint("featureAndScenario", feature.file, scenario.title),
        "properties": {"feature": feature.title, "scenario": scenario.title, "tags": list(scenario.tags)},
        **_suppressed(played.waived),
    }


# --- places --------------------------------------------------------------------------------------------


def _related(text: str, span: Span) -> Node:
    return {"id": 1, "message": {"text": text}, **physical(span)}


def physical(span: Span) -> Node:
    """A place in a file; an end that is not behind its start is left out."""
    region: Node = {"startLine": max(1, span.line), "startColumn": max(1, span.column)}
    if (span.end_line, span.end_column) > (span.line, span.column):
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    path = PurePosixPath(span.file)
    uri = path.as_uri() if path.is_absolute() else quote(span.file)
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _complaint(one: Diagnostic) -> Node:
    return {"text": one.message if one.help is None else f"{one.message} ({one.help})"}


def _invocation(diagnostics: Sequence[Diagnostic]) -> Node:
    found = [
        {
            "descriptor": {"id": one.code},
            "level": one.severity,
            "message": _complaint(one),
            "locations": [physical(one.span)],
        }
        for one in diagnostics
    ]
    failed = any(one.severity == "error" for one in diagnostics)
    invocation: Node = {"executionSuccessful": not failed}
    return {**invocation, "toolExecutionNotifications": found} if found else invocation
