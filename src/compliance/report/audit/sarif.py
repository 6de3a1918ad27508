"""An audit as SARIF 2.1.0: a result with its counts for each rule that some row calls into question, at the log format.

Totals only, no rows. A rule of law that is violated is an error; what is contested or not settled, and a test that is
no law, is a warning. A rule in whose favor every row is settled has no result, since code scanning on GitHub would
make an alert of it; all totals are among the properties of the run.
"""

from collections.abc import Iterator

from compliance.analysis.audit_verdict import verdict
from compliance.model.audit import AuditReport, RuleCount
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.model.span import Span
from compliance.report.audit import words
from compliance.report.audit.json import as_data
from compliance.report.audit.plain import headline, level, message
from compliance.report.sarif import Node, described, fingerprint, log_text, physical, rule_node, run_node
from compliance.report.words import number, stop


def render(report: AuditReport, library: Library) -> str:
    """The audit as a SARIF log."""
    every = words.ordered(report, library)
    data = as_data(report, library)
    totals = [
        {key: one[key] for key in ("rule", "unit", "rows", "statuses", "positions")} for one in data["rules"]
    ]
    properties = {"verdict": verdict(report), "units": data["units"], "totals": totals}
    rules = [_described(rule, library) for rule in every]
    results = [result for rule in every for result in _results(rule, report, library)]
    problems = list(_problems(report, library))
    return log_text(run_node("audit", report.receipt.program, rules, results, problems, properties))


def _described(rule: RuleCount, library: Library) -> Node:
    linked = library.rule_by_id.get(rule.rule)
    if linked is None:
        return described(rule.rule, rule.title, f"{rule.title} ({rule.citation})")
    return rule_node(linked, library)


def _results(rule: RuleCount, report: AuditReport, library: Library) -> Iterator[Node]:
    grave = level(rule, library)
    if grave is not None:
        yield {
            "ruleId": rule.rule,
            "level": grave,
            "message": {"text": f"{headline(rule, library)}. {message(rule, library)}"},
            "locations": [
                {
                    **physical(Span(report.file)),
                    "logicalLocations": [{"name": report.log, "kind": "object"}],
                }
            ],
            "partialFingerprints": fingerprint("logAndRule", report.log, rule.rule),
            "properties": {
                "status": words.gravest(rule.tally),
                "citation": rule.citation,
                "isLaw": not words.is_test(rule.instrument, library),
                "rows": rule.tally.rows,
            },
        }


def _problems(report: AuditReport, library: Library) -> Iterator[Diagnostic]:
    """What was rejected, as warnings; that nothing was decided, as an error."""
    place = Span(report.file)
    if verdict(report) == "nothing-checked":
        yield Diagnostic("nothing-audited", words.headline(report, library), place)
    for one in report.rejected:
        told = f"{number(one.rows, 'row')} of {one.table} rejected: {stop(one.reason)}"
        yield Diagnostic("rejected-rows", told, place, severity="warning")
