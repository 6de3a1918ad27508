"""An audit as text for a terminal, at most 100 columns wide."""

from compliance.model.audit import AuditReport
from compliance.model.library import Library
from compliance.report.audit.outline import blocks
from compliance.report.text import render_blocks


def render(report: AuditReport, library: Library, *, color: bool = False) -> str:
    """The audit as text; without `color` no escape sequence is written."""
    return render_blocks(blocks(report, library), color=color)
