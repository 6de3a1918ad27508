"""Text for a terminal: findings, short by default, with the whole tree of reasons on demand; and scenarios."""

import shutil
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING

from compliance.model.finding import Report, Status
from compliance.model.library import Library
from compliance.model.scenario import Outcome, Played, ScenarioReport
from compliance.report import words
from compliance.report.blocks import (
    KEY,
    MARKS,
    Aside,
    Block,
    Code,
    Heading,
    Item,
    Line,
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
from compliance.report.plain import outcomes
from compliance.report.words import STATUS, clean, visible

if TYPE_CHECKING:
    from rich.text import Text

NARROWEST, WIDEST = 60, 100
STYLES: dict[Status, str] = {
    "violated": "bold red",
    "conflict": "bold magenta",
    "contested": "bold yellow",
    "undetermined": "bold yellow",
    "excused": "bold green",
    "satisfied": "bold green",
    "permitted": "bold green",
    "not-applicable": "bold cyan",
    "no-rule": "bold cyan",
}
_MARK_STYLES = {True: "green", False: "red", None: "yellow"}


def render(
    report: Report,
    library: Library,
    *,
    explain: bool = False,
    color: bool = False,
    width: int | None = None,
    further: Iterable[Block] = (),
) -> str:
    """The report as text.

    `width` in columns, by default the terminal's, between 60 and 100. Without `color` no escape sequence is
    written; with it nothing is said by color alone. `explain` adds the whole tree of reasons,
    and `further` goes between the practices and what closes the report.
    """
    columns = max(NARROWEST, width or min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST))
    page = _Page(columns, color)
    for practice in report.practices:
        page.rule()
        page.blocks(practice_blocks(practice, library, explain))
    if blocks := tuple(further):
        page.rule()
        page.blocks(blocks)
    page.rule()
    page.blocks(closing_blocks(report, library))
    return page.text()


def scenarios(report: ScenarioReport, *, color: bool = False) -> str:
    """What came of scenarios: a line for each feature, then what failed or is waived, then what could not be read."""
    lines = [f"{words.clean(feature.file)}: {outcomes(feature)}" for feature in report.features]
    for outcome in ("waived", "failed"):
        for one in report.played:
            if one.outcome == outcome:
                lines += ["", *_scenario(one, color)]
    if report.errors:
        from compliance.report.diagnostics import render as complaints

        lines += ["", complaints(report.errors, color=color).rstrip()]
    scenarios = words.number(len(report.played), "scenario")
    features = words.number(len(report.features), "feature")
    lines += ["", f"{scenarios} in {features}: {outcomes(report)}."]
    if report.waivers is not None:
        lines.append(f"Waivers of {report.waivers.file}, as of {words.day(report.waivers.today)}.")
    return "\n".join(lines).lstrip("\n") + "\n"


_OUTCOME_CODES: dict[Outcome, str] = {"failed": "1;31", "waived": "1;33"}


def _scenario(played: Played, color: bool) -> list[str]:
    """What failed, where, and what was found."""
    failure, span = played.failure, played.place
    assert failure is not None
    label = played.outcome.upper()
    if color:
        label = f"\x1b[{_OUTCOME_CODES[played.outcome]}m{label}\x1b[0m"
    lines = [
        f"{label} {words.clean(played.scenario.title)}",
        f"  --> {words.clean(span.file)}:{span.line}",
    ]
    if played.waived is not None:
        lines.append(f"  {words.clean(words.waiver(played.waived))}")
    if failure.line is not None:
        lines.append(f"  {words.clean(failure.line.said)}")
    lines.append(f"    {words.clean(failure.difference)}")
    return lines + [f"    {words.visible(line)}" for line in failure.found.splitlines()]


def render_blocks(blocks: Iterable[Block], width: int = WIDEST, *, color: bool = False) -> str:
    """Blocks as text, for other reports and for formats that hold a piece of this one."""
    page = _Page(width, color)
    page.blocks(blocks)
    return page.text()


class _Page:
    """Lays out blocks line by line. Nothing of what is written is read as markup."""

    def __init__(self, width: int, color: bool) -> None:
        from rich.console import Console

        self.width = width
        self.out = StringIO()
        self.console = Console(
            file=self.out,
            width=width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            highlight=False,
            legacy_windows=False,
        )

    def text(self) -> str:
        return self.out.getvalue()

    def rule(self) -> None:
        """A thin line across, with air around it."""
        if self.out.tell():
            self._blank()
        self._put("─" * self.width, style="dim")
        self._blank()

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks under the heading they follow."""
        indent = 0
        before: Block | None = None
        for block in blocks:
            if isinstance(block, Heading):
                indent = 0 if block.level == 1 else 2
            if before is not None and _parted(before, block):
                self._blank()
            self._block(block, indent)
            before = block

    def _block(self, block: Block, indent: int) -> None:
        match block:
            case Heading(_, text):
                self._put(text, indent, style="bold")
            case Verdict(status, text):
                self._put(text, indent, style=STYLES[status])
            case Aside(text):
                self._put(text, indent, style="dim")
            case Paragraph(text):
                self._put(text, indent)
            case Points(label, items, marks):
                self._put(label, indent, style="underline")
                for place, item in enumerate(items):
                    self._item(item, _mark(marks, place, len(items)), indent + 2)
            case Reasons(label, lines, full):
                self._put(label, indent, style="underline")
                if full:
                    self._put(KEY, indent + 2, style="dim")
                for line in lines:
                    self._reason(line, indent + 2, full)
            case Rows(rows):
                self._rows(rows, indent + 2)
            case Table(label, head, rows):
                self._put(label, indent, style="underline")
                self._table((head, *rows), indent + 2)
            case Code(text):
                self._code(text, indent + 2)
            case Marked():
                self._put(in_words(block), indent + 2)

    def _item(self, item: Item, mark: str, indent: int) -> None:
        from rich.text import Text

        text = Text()
        if item.lead:
            text.append(clean(item.lead), STYLES[item.status] if item.status else "bold")
        if item.text:
            text.append((" " if item.lead else "") + clean(item.text))
        self._wrapped(text, indent, mark)
        for depth, note in item.notes:
            self._put(note, indent + len(mark) + 2 + 2 * depth)

    def _reason(self, line: Line, indent: int, full: bool) -> None:
        from rich.text import Text

        mark = Text("")
        if full:
            mark = Text(f"{MARKS[line.holds]} ", _MARK_STYLES[line.holds])
        elif line.depth == 0:
            mark = Text("? ", _MARK_STYLES[None]) if line.holds is None else Text("- ", "dim")
        text = Text(clean(line.says))
        if line.rests_on:
            text.append(f" [{clean(line.rests_on)}]", "dim")
        self._wrapped(text, indent, mark, 2 * line.depth)

    def _rows(self, rows: tuple[tuple[str, Status], ...], indent: int) -> None:
        from rich.text import Text

        widest = max(len(when) for when, _ in rows)
        for when, status in rows:
            self._wrapped(Text(STATUS[status], STYLES[status]), indent, f"{when:<{widest}}  ")

    def _code(self, text: str, indent: int) -> None:
        """Lines as they are."""
        from rich.text import Text

        for line in text.splitlines():
            self.console.print(Text(" " * indent + visible(line)), soft_wrap=True)

    def _table(self, rows: tuple[tuple[str, ...], ...], indent: int) -> None:
        """Rows whose cells are wrapped within their columns, the head first with a line below it."""
        from rich.text import Text

        widths = _widths(rows, self.width - indent)
        for place, row in enumerate(rows):
            style = "bold" if place == 0 else ""
            cells = [
                Text(clean(cell), style).wrap(self.console, width)
                for cell, width in zip(row, widths, strict=True)
            ]
            for line in range(max(map(len, cells))):
                pieces: list[Text | str] = [" " * indent]
                for cell, width in zip(cells, widths, strict=True):
                    piece = cell[line] if line < len(cell) else Text()
                    piece.rstrip()
                    pieces += [piece, " " * (width - piece.cell_len + 2)]
                told = Text.assemble(*pieces)
                told.rstrip()
                self.console.print(told, soft_wrap=True)
            if place == 0:
                line_across = "  ".join("─" * width for width in widths)
                self.console.print(Text(" " * indent + line_across, "dim"), soft_wrap=True)

    def _put(self, text: str, indent: int = 0, style: str = "") -> None:
        from rich.text import Text

        self._wrapped(Text(clean(text), style), indent, "")

    def _wrapped(self, text: "Text", indent: int, mark: "str | Text", deeper: int = 0) -> None:
        """Text in the room that is left, its further lines below its first, with the mark before it."""
        from rich.text import Text

        lead = Text.assemble(" " * indent, mark, " " * deeper)
        below = Text(" " * lead.cell_len)
        for place, line in enumerate(text.wrap(self.console, max(20, self.width - lead.cell_len))):
            line.rstrip()
            self.console.print(Text.assemble(lead if place == 0 else below, line), soft_wrap=True)

    def _blank(self) -> None:
        self.out.write("\n")


def _parted(before: Block, block: Block) -> bool:
    """Whether a blank line goes between two blocks."""
    if isinstance(block, Heading) or isinstance(before, Points | Reasons | Rows | Table | Marked | Code):
        return True
    if isinstance(block, Points | Reasons | Rows | Table | Marked | Code):
        return True
    return isinstance(block, Paragraph) and not isinstance(before, Paragraph)


def _widths(rows: tuple[tuple[str, ...], ...], room: int) -> list[int]:
    """The widths of columns: as wide as they need, and where there is no room for that, the wide ones alike."""
    wanted = [max(len(clean(cell)) for cell in column) for column in zip(*rows, strict=True)]
    left, found = room - 2 * (len(wanted) - 1), dict[int, int]()
    for place in sorted(range(len(wanted)), key=lambda place: wanted[place]):
        found[place] = max(1, min(wanted[place], left // (len(wanted) - len(found))))
        left -= found[place]
    return [found[place] for place in range(len(wanted))]


def _mark(marks: str, place: int, count: int) -> str:
    if marks == "numbers":
        return f"{place + 1:>{len(str(count))}}. "
    return f"{letter(place)} " if marks == "letters" else ""
