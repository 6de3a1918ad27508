"""An audit as GitHub workflow commands: one for each rule that some row calls into question, at the log format."""

from compliance.analysis.audit_verdict import rejected, verdict
from compliance.model.audit import AuditReport
from compliance.model.library import Library
from compliance.model.span import Span
from compliance.report.audit import words
from compliance.report.audit.plain import headline, level, message
from compliance.report.github import command


def render(report: AuditReport, library: Library) -> str:
    """One command to a line, the gravest first; nothing where nothing needs attention."""
    place = Span(report.file)
    told = [
        (grave, command(grave, message(rule, library), place, title=headline(rule, library)))
        for rule in words.ordered(report, library)
        if (grave := level(rule, library)) is not None
    ]
    if rejected(report) or verdict(report) == "nothing-checked":
        told.append(("warning", command("warning", words.headline(report, library), place, title="Audit")))
    return "".join(line for grave in ("error", "warning", "note") for own, line in told if own == grave)
