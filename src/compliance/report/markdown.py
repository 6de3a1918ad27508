"""Markdown, for memoranda and pages: what the text says, with headings, lists and tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Report
from compliance.model.library import Library
from compliance.model.scenario import Played, PlayedFeature, ScenarioReport
from compliance.model.span import Span
from compliance.report import words
from compliance.report.blocks import (
    KEY,
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
    in_words,
    letter,
)
from compliance.report.outline import closing_blocks, practice_blocks
from compliance.report.plain import outcomes, scenario_headline


def render(report: Report, library: Library, *, explain: bool = False) -> str:
    """The report as Markdown; `explain` adds the whole tree of reasons."""
    unread = problems(report.errors)
    page = ["# Findings\n\n", unread.head, *unread.parts, "\n" if unread.parts else ""]
    if len(report.practices) > 1:
        rows = (row(safe(one.title), safe(words.of_practice(one))) for one in report.practices)
        page += [table("Practice", "Status"), *rows, "\n"]
    for practice in report.practices:
        page.append(laid_out(practice_blocks(practice, library, explain)))
    page += ["---\n\n", laid_out(closing_blocks(report, library))]
    return "".join(page).rstrip() + "\n"


def scenarios(report: ScenarioReport, *, links: str = "") -> str:
    """What came of scenarios: how many, what was wrong with files, a table of failures, then each of them.

    `links` is the address of the folder that the files lie in, for links to them.
    """
    return "".join(one.head + "".join(one.parts) for one in scenario_sections(report, links)).rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a page: what stands above, and its parts, each whole; `noun` is what a part tells of."""

    head: str
    parts: tuple[str, ...] = ()
    noun: str = ""


def scenario_sections(report: ScenarioReport, links: str) -> Iterator[Section]:
    """The page about scenarios, the most important first."""
    features = words.number(len(report.features), "feature")
    yield Section(f"# Scenarios\n\n**{words.sentence(outcomes(report))}** in {features}.\n\n")
    yield problems(report.errors, links)
    told = [
        (feature, played)
        for outcome in ("failed", "waived")
        for feature in report.features
        for played in feature.scenarios
        if played.outcome == outcome
    ]
    if told:
        header = table("Outcome", "Scenario", "Feature", "Place")
        yield Section(f"\n{header}", tuple(_row(*one, links) for one in told), "failure")
        yield Section("\n", tuple(_failure(*one, links) for one in told), "failure")


def _row(feature: PlayedFeature, played: Played, links: str) -> str:
    title, outcome = safe(played.scenario.title), words.sentence(played.outcome)
    return row(outcome, title, safe(feature.title), place(played.place, links))


def _failure(feature: PlayedFeature, played: Played, links: str) -> str:
    failure = played.failure
    assert failure is not None
    paragraphs = [
        f"## {safe(scenario_headline(played))}",
        f"{safe(feature.title)}, {place(failure.span, links)}",
        "" if played.waived is None else safe(words.waiver(played.waived)),
        "" if failure.line is None else f"**{safe(failure.line.said)}**",
        safe(words.stop(failure.difference)),
        fenced(failure.found) if failure.found else "",
    ]
    return "".join(f"{one}\n\n" for one in paragraphs if one)


def problems(errors: Sequence[Diagnostic], links: str = "") -> Section:
    """What was wrong with input that therefore counts for nothing; an empty section where all was well."""
    return Section(
        "## Not read\n\n" if errors else "", tuple(_problem(one, links) for one in errors), "error"
    )


def _problem(one: Diagnostic, links: str) -> str:
    help_ = "" if one.help is None else f" ({safe(one.help)})"
    return f"- {place(one.span, links)}: {safe(one.message)}{help_} `{one.code}`\n"


def table(*header: str) -> str:
    """The head of a table."""
    return row(*header) + row(*("---" for _ in header))


def row(*cells: str) -> str:
    """A row of a table, of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |\n"


def fenced(text: str) -> str:
    """A text as it is, in a fence that is longer than any in it."""
    ticks = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, ticks + 1)
    return "\n".join((f"{fence}text", *map(words.visible, text.splitlines()), fence))


def place(span: Span, links: str) -> str:
    """A file and its line; linked where `links` is the address of the folder that the files lie in."""
    line = f":{span.line}" if span.line > 1 else ""
    named = f"{safe(span.file)}{line}"
    if not links or span.file.startswith("/"):
        return named
    return f"[{named}]({links}/{quote(span.file)}{f'#L{span.line}' if line else ''})"


def laid_out(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown, a blank line behind each."""
    return "".join(f"{line}\n" for block in blocks for line in (*_block(block), ""))


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
        case Table(label, head, cells):
            yield f"**{safe(label)}**"
            yield ""
            yield table(*map(safe, head)).rstrip("\n")
            yield from (row(*map(safe, one)).rstrip("\n") for one in cells)
        case Code(text):
            yield fenced(text)
        case Marked():
            yield f"> {safe(in_words(block))}"


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
