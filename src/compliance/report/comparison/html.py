"""A comparison as one page that stands alone and prints well; nothing on it is said by color alone."""

from collections.abc import Iterator

from compliance.model.compared import Comparison
from compliance.report.blocks import Heading
from compliance.report.comparison.outline import blocks
from compliance.report.markup import Html, page, table
from compliance.report.sections import sections, style


def render(comparison: Comparison) -> str:
    """The comparison as a page: no script, no other file. All text from the data is escaped."""
    told = list(blocks(comparison))
    title = next(block.text for block in told if isinstance(block, Heading))
    return page(title, style(), [*_errors(comparison), *sections(told)])


def _errors(comparison: Comparison) -> Iterator[Html]:
    if comparison.errors:
        rows = [
            (f"{one.span.file}:{one.span.line}", one.message, one.help or "–") for one in comparison.errors
        ]
        yield table("Errors", ("Where", "What is wrong", "What to do"), rows)
