"""A comparison as Markdown, for memoranda and pages."""

from compliance.model.compared import Comparison
from compliance.report.comparison.outline import blocks
from compliance.report.markdown import laid_out, problems


def render(comparison: Comparison) -> str:
    """The comparison as Markdown; what was wrong with input comes first."""
    unread = problems(comparison.errors)
    page = [unread.head, *unread.parts, "\n" if unread.parts else "", laid_out(blocks(comparison))]
    return "".join(page).rstrip() + "\n"
