"""The report as Markdown, for job summaries and memoranda: what the text says, with headings and lists."""

import re
from collections.abc import Iterable, Iterator

from compliance.model.finding import Report
from compliance.model.library import Library
from compliance.report import words
from compliance.report.blocks import (
    KEY,
    MARKS,
    Aside,
    Block,
    Heading,
    Item,
    Paragraph,
    Points,
    Reasons,
    Rows,
    Verdict,
    letter,
)
from compliance.report.outline import closing_blocks, practice_blocks


def render(report: Report, library: Library, *, explain: bool = False) -> str:
    """The report as Markdown; `explain` adds the whole tree of reasons."""
    lines = ["# Findings", ""]
    if len(report.practices) > 1:
        lines += _table(report)
    for practice in report.practices:
        lines += _blocks(practice_blocks(practice, library, explain))
    lines += ["---", "", *_blocks(closing_blocks(report))]
    return "\n".join(lines).rstrip() + "\n"


def _table(report: Report) -> Iterator[str]:
    yield "| Practice | Status |"
    yield "| --- | --- |"
    for practice in report.practices:
        yield f"| {safe(practice.title)} | {safe(words.STATUS[practice.status])} |"
    yield ""


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Every block as lines, a blank one behind each."""
    for block in blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * (level + 1)} {safe(text)}"
        case Verdict(_, text):
            yield f"**{safe(text)}**"
        case Aside(text) | Paragraph(text):
            yield safe(text)
        case Points(label, items, marks):
            yield f"**{safe(label)}**"
            yield ""
            for place, item in enumerate(items):
                mark = f"{place + 1}." if marks == "numbers" else "-"
                yield from _item(item, mark, f"{letter(place)} " if marks == "letters" else "")
        case Reasons(label, reasons, full):
            yield f"**{safe(label)}**" + (f" ({safe(KEY)})" if full else "")
            yield ""
            for reason in reasons:
                shown = full or reason.holds is None
                mark = f"`{MARKS[reason.holds]}` " if shown else ""
                rests = f" *{safe(reason.rests_on)}*" if reason.rests_on else ""
                yield f"{'  ' * reason.depth}- {mark}{safe(reason.says)}{rests}"
        case Rows(rows):
            yield "| When | Status |"
            yield "| --- | --- |"
            for when, status in rows:
                yield f"| {safe(words.sentence(when))} | {safe(words.STATUS[status])} |"


def _item(item: Item, mark: str, name: str) -> Iterator[str]:
    lead = f"**{safe(item.lead)}** " if item.lead else ""
    yield f"{mark} {name}{lead}{safe(item.text)}".rstrip()
    for depth, note in item.notes:
        yield f"{' ' * (len(mark) + 1)}{'  ' * depth}- {safe(note)}"


_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+])(?=\s)")


def safe(text: str) -> str:
    """Text that Markdown leaves as it is."""
    escaped = _SPECIAL.sub(r"\\\1", words.clean(text)).replace("&", "&amp;")
    return _LEADING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)
