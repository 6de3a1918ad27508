"""Places in files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file: 1-based lines and columns; the end column is the first one behind it."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file, with the text of the line that it starts on."""

    span: Span
    line_text: str | None = None
