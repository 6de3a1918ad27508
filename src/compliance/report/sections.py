"""Blocks as HTML: the sections of a page that stands alone and prints well."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from compliance.model.compared import Words
from compliance.report.blocks import (
    MARKS,
    Aside,
    Block,
    Code,
    Heading,
    Item,
    Marked,
    Paragraph,
    Points,
    Reasons,
    Rows,
    Table,
    Verdict,
    spaced,
)
from compliance.report.markup import NEWLINE, Html, joined, lines, table, tag
from compliance.report.words import STATUS, sentence


def style() -> str:
    """How blocks look, on a screen and printed."""
    return files("compliance.report").joinpath("blocks.css").read_text("utf-8")


def sections(told: Iterable[Block | Html]) -> Iterator[Html]:
    """A section from each heading of the first level to the next; the first of them heads the page.

    What is markup already, such as a plot, stands where it is put.
    """
    sections: list[list[Block | Html]] = []
    for block in told:
        if isinstance(block, Heading) and block.level == 1:
            sections.append([])
        sections[-1].append(block)
    for place, section in enumerate(sections):
        top = 1 if place == 0 else 2
        yield tag("section", NEWLINE, lines(_block(block, top) for block in section))


def _block(block: Block | Html, top: int) -> Html:
    match block:
        case Html():
            return block
        case Heading(level, text):
            return tag(f"h{top if level == 1 else level + 1}", text)
        case Verdict(_, text):
            return tag("p", tag("strong", text))
        case Aside(text):
            return tag("p", text, class_="aside")
        case Paragraph(text):
            return tag("p", text)
        case Points(label, items, marks):
            listed = tag("ul" if marks == "none" else "ol", NEWLINE, lines(map(_item, items)))
            return joined([tag("p", label, class_="label"), NEWLINE, listed])
        case Reasons(label, reasons, full):
            said = (tag("li", f"{MARKS[one.holds]} " if full else "", one.says) for one in reasons)
            return joined([tag("p", label, class_="label"), NEWLINE, tag("ul", NEWLINE, lines(said))])
        case Rows(rows):
            return table(
                "Over time", ("When", "Status"), [(sentence(when), STATUS[one]) for when, one in rows]
            )
        case Table(label, head, cells):
            return table(label, head, cells)
        case Code(text):
            return tag("pre", text)
        case Marked():
            return tag("blockquote", tag("p", [[gap, _words(one)] for gap, one in spaced(block)]))


def _item(item: Item) -> Html:
    lead = [tag("b", item.lead), " "] if item.lead else []
    notes = tag("ul", [tag("li", says, class_=f"depth-{min(depth, 3)}") for depth, says in item.notes])
    return tag("li", lead, item.text, notes if item.notes else "")


def _words(one: Words) -> Html:
    """Words as they are, or marked as deleted or inserted, which is said besides."""
    if one.part == "kept":
        return joined([one.text])
    name = "del" if one.part == "deleted" else "ins"
    return tag(name, tag("span", f"[{one.part}: ", class_="said"), one.text.strip(), "]")
