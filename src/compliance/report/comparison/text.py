"""A comparison as text for a terminal, at most 100 columns wide."""

from compliance.model.compared import Comparison
from compliance.report.comparison.outline import blocks
from compliance.report.text import render_blocks


def render(comparison: Comparison, *, color: bool = False) -> str:
    """The comparison as text; without `color` no escape sequence is written."""
    return render_blocks(blocks(comparison), color=color)
