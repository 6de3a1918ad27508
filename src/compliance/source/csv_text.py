"""CSV text to rows of cells that know their places: RFC 4180, with commas."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Span
from compliance.source.yaml_text import line_of


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and where it stands, quotes included."""

    text: str
    span: Span


@dataclass
class _Scan:
    """One pass over a text."""

    text: str
    file: str
    at: int = 0
    line: int = 1
    start: int = 0
    """Where the line at hand begins."""
    problems: list[Diagnostic] = field(default_factory=list)

    def rows(self) -> Iterator[list[Cell]]:
        while self.at < len(self.text):
            cells = [self._cell()]
            while self.text.startswith(",", self.at):
                self.at += 1
                cells.append(self._cell())
            self._break()
            if len(cells) > 1 or cells[0].text.strip():
                yield cells

    def _break(self) -> None:
        for ending in ("\r\n", "\n", "\r"):
            if self.text.startswith(ending, self.at):
                self.at += len(ending)
                self.line, self.start = self.line + 1, self.at
                return

    def _cell(self) -> Cell:
        line, column = self.line, self.at - self.start + 1
        found = self._quoted(line, column) if self.text.startswith('"', self.at) else self._plain()
        return Cell(found, Span(self.file, line, column, self.line, self.at - self.start + 1))

    def _plain(self) -> str:
        begin = self.at
        while self.at < len(self.text) and self.text[self.at] not in ",\r\n":
            self.at += 1
        return self.text[begin : self.at].strip()

    def _quoted(self, line: int, column: int) -> str:
        parts: list[str] = []
        self.at += 1
        while self.at < len(self.text):
            if self.text.startswith('""', self.at):
                parts.append('"')
                self.at += 2
            elif self.text[self.at] == '"':
                self.at += 1
                if rest := self._plain():
                    message = f"'{rest[:40]}' stands behind the closing quotation mark of this cell"
                    self._complain(line, column, message, 'write a quotation mark inside of a cell twice: ""')
                return "".join(parts)
            elif self.text[self.at] in "\r\n":
                parts.append("\n")
                self._break()
            else:
                parts.append(self.text[self.at])
                self.at += 1
        self._complain(line, column, "this quotation mark is not closed", "close it, or take it out")
        return "".join(parts)

    def _complain(self, line: int, column: int, message: str, help_: str) -> None:
        row = line_of(self.text, line)
        span = Span(self.file, line, column, line, column + 1)
        self.problems.append(Diagnostic("csv-syntax", message, span, help_, line_text=row))


def parse_csv(text: str, file: str) -> tuple[list[list[Cell]], tuple[Diagnostic, ...]]:
    """The rows of a text, empty lines left out; and every quotation mark that is wrong."""
    scan = _Scan(text, file)
    rows = list(scan.rows())
    return rows, tuple(scan.problems)
