"""An audit as one page that stands alone and prints well, with plots over time and by user."""

from collections.abc import Iterator
from importlib.resources import files

from compliance.model.audit import AuditReport
from compliance.model.library import Library
from compliance.report.audit.outline import head, rules, tail
from compliance.report.audit.plots import plots
from compliance.report.blocks import Block, Heading
from compliance.report.markup import Html, page
from compliance.report.sections import sections, style


def render(report: AuditReport, library: Library) -> str:
    """The audit as a page: no script, no other file. All text from the data is escaped."""
    told = list(_told(report, library))
    title = next(one.text for one in told if isinstance(one, Heading))
    drawn = files("compliance.report.audit").joinpath("plots.css").read_text("utf-8")
    return page(title, style() + drawn, sections(told))


def _told(report: AuditReport, library: Library) -> Iterator[Block | Html]:
    yield from head(report, library)
    for place, (rule, blocks) in enumerate(rules(report, library)):
        yield from blocks
        if rule is not None:
            yield from plots(rule, f"plot-{place}")
    yield from tail(report, library)
