"""One layout for YAML files: two spaces a level, lists indented below their key, no stray white space.

Only white space between the parts of a file changes. Comments, quotes, the breaks of long texts and the
brackets of short lists stay as somebody wrote them.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from compliance.source.yaml_text import parse_yaml

STEP = 2
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def format_text(text: str) -> str:
    """The text in the one layout; formatting it again changes nothing, and it reads as the same data.

    A text that cannot be read, or that would not read as the same data afterwards, is given back as it is.
    """
    whole, text = text, text.lstrip("\ufeff")
    data = _data(text)
    if data is None:
        return whole
    done = _laid_out(text)
    if done == text:
        return text
    if _data(done) != data or _letters(done) != _letters(text) or _laid_out(done) != done:
        return whole
    return done


def _data(text: str) -> Any:
    """The data of a text with every number told apart from other numbers, or None where it cannot be read."""
    document, problems = parse_yaml(text.encode("utf-8", "surrogatepass"), "")
    return None if problems else repr(document.data)


def _letters(text: str) -> str:
    return "".join(text.split())


@dataclass
class _Layout:
    """Where each line goes."""

    columns: dict[int, int] = field(default_factory=dict)
    """Line to the column that its first word moves to."""
    moved: dict[int, int] = field(default_factory=dict)
    """Line inside of a text to how far it moves along."""
    kept: set[int] = field(default_factory=set)
    """Lines inside of a text, where white space means something."""
    gaps: list[tuple[int, int, int, str]] = field(default_factory=list)
    """(line, from, to, instead): the white space around a colon or behind a dash."""


def _laid_out(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    layout = _Layout()
    _Walk(lines, layout).run(text)
    _place_comments(lines, layout)
    for at, begin, end, instead in sorted(layout.gaps, reverse=True):
        lines[at] = lines[at][:begin] + instead + lines[at][end:]
    done: list[str] = []
    for i, line in enumerate(lines):
        if i in layout.kept:
            moved = layout.moved.get(i, 0)
            done.append(
                line if not line.strip() else " " * moved + line if moved >= 0 else _cut(line, -moved)
            )
        elif not line.strip():
            if done and done[-1] != "":
                done.append("")
        else:
            done.append(" " * layout.columns.get(i, _indent(line)) + line.strip(" \t"))
    while done and not done[-1].strip():
        done.pop()
    return "\n".join(done) + "\n"


def _after(mark: Any, dash: int) -> Any:
    """The mark behind a dash on the line of another mark."""
    return yaml.Mark(mark.name, 0, mark.line, dash + 1, None, 0)


def _cut(line: str, count: int) -> str:
    """A line moved to the left, but never into its text."""
    return line[min(count, _indent(line)) :]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class _Walk:
    """Through the structure of a text, from its first line to its last, noting where each line goes."""

    def __init__(self, lines: list[str], layout: _Layout) -> None:
        self.lines = lines
        self.layout = layout

    def run(self, text: str) -> None:
        self.events: Iterator[Any] = iter(list(yaml.parse(text, Loader=_LOADER)))
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._node(next(self.events), 0, 0)

    def _node(self, event: Any, column: int, inner: int) -> None:
        """Lay out a value: `column` is where a block of its own goes, `inner` where lines of its text go."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, inner)
        elif isinstance(event, yaml.CollectionStartEvent) and event.flow_style:
            self._brackets(event, inner)
        elif isinstance(event, yaml.MappingStartEvent):
            self._mapping(column)
        else:
            self._list(event, column)

    def _mapping(self, column: int) -> None:
        while not isinstance(key := next(self.events), yaml.MappingEndEvent):
            self._begin(key, column)
            value = next(self.events)
            self._gap(key.end_mark, value.start_mark, ":", ": ")
            self._node(value, column + STEP, column + STEP)

    def _list(self, start: Any, column: int) -> None:
        dash: int = start.start_mark.column
        while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
            line = item.start_mark.line
            if self.lines[line][dash : dash + 1] == "-" and not self.lines[line][:dash].strip():
                self.layout.columns[line] = column
                self._gap(_after(item.start_mark, dash), item.start_mark, "", " ")
            self._node(item, column + STEP, column + STEP)

    def _gap(self, begin: Any, end: Any, sign: str, instead: str) -> None:
        """Note the white space between two marks of a line, if nothing but a sign stands between them."""
        between = self.lines[begin.line][begin.column : end.column]
        if (
            begin.line == end.line
            and between.strip() == sign
            and between != instead
            and between[-1:].isspace()
        ):
            self.layout.gaps.append((begin.line, begin.column, end.column, instead))

    def _begin(self, event: Any, column: int) -> None:
        """Put a line at a column, if the word begins it."""
        line = event.start_mark.line
        if not self.lines[line][: event.start_mark.column].strip():
            self.layout.columns[line] = column

    def _scalar(self, event: Any, inner: int) -> None:
        first, last = event.start_mark.line, event.end_mark.line
        if event.style in ("|", ">"):
            self._block_text(event, inner)
            return
        self._begin(event, inner)
        for line in range(first + 1, last + 1):
            if line < len(self.lines) and self.lines[line].strip():
                self.layout.columns[line] = inner
            else:
                self.layout.kept.add(line)

    def _block_text(self, event: Any, inner: int) -> None:
        self._begin(event, inner)
        first, last = event.start_mark.line + 1, event.end_mark.line
        if event.end_mark.column:
            last += 1
        body = [i for i in range(first, min(last, len(self.lines))) if self.lines[i].strip()]
        while body and not event.value.strip():
            body.pop()
        header = self.lines[event.start_mark.line][event.start_mark.column :].split("#")[0]
        told = any(sign.isdigit() for sign in header)
        shift = 0 if told or not body else inner - _indent(self.lines[body[0]])
        stop = body[-1] if body else first - 1
        keep_end = "+" in header
        for line in range(first, last if keep_end else stop + 1):
            self.layout.kept.add(line)
            self.layout.moved[line] = shift

    def _brackets(self, start: Any, inner: int) -> None:
        """Lines inside of brackets move along with their opening."""
        depth, end = 1, start
        self._begin(start, inner)
        while depth:
            end = next(self.events)
            depth += isinstance(end, yaml.CollectionStartEvent)
            depth -= isinstance(end, yaml.CollectionEndEvent)
        first, last = start.start_mark.line, end.end_mark.line
        for line in range(first + 1, min(last + 1, len(self.lines))):
            closing = self.lines[line].lstrip()[:1] in ("]", "}")
            self.layout.columns[line] = inner - STEP if closing else inner


def _place_comments(lines: list[str], layout: _Layout) -> None:
    """A comment on a line of its own moves with a line beside it: one at its column, else the next."""
    placed = sorted(layout.columns)
    for i, line in enumerate(lines):
        if i in layout.columns or i in layout.kept or not line.lstrip().startswith("#"):
            continue
        at = bisect(placed, i)
        column = _indent(line)
        beside = [*placed[at : at + 1], *_up_to(placed[:at], lines, column)]
        same = [other for other in beside if _indent(lines[other]) == column]
        if beside:
            layout.columns[i] = layout.columns[(same or beside)[0]]


def _up_to(placed: list[int], lines: list[str], column: int) -> Iterator[int]:
    """The lines above, from the nearest up, until one begins further to the left than a column."""
    for other in reversed(placed):
        yield other
        if _indent(lines[other]) < column:
            return
