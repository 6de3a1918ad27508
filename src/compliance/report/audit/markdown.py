"""An audit as Markdown, for memoranda and pages."""

from compliance.model.audit import AuditReport
from compliance.model.library import Library
from compliance.report.audit.outline import blocks
from compliance.report.markdown import laid_out


def render(report: AuditReport, library: Library) -> str:
    """The audit as Markdown."""
    return laid_out(blocks(report, library)).rstrip() + "\n"
