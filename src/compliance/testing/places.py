"""Where each part of a practice was said, as the steps of a scenario say it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.model.scenario import Line
from compliance.model.span import Span
from compliance.source.yaml_text import Document, Loc


@dataclass
class Places:
    """The places of a practice's parts: of their values, and of their names."""

    values: dict[Loc, Span] = field(default_factory=dict)
    names: dict[Loc, Span] = field(default_factory=dict)
    _known: Mapping[Loc, Any] = field(default_factory=dict)
    """The parts that have their places."""

    def of_file(self, document: Document) -> None:
        """Start from a practice file."""
        self.values, self.names = dict(document.values), dict(document.keys)
        self._known = dict(_leaves(document.data, ()))

    def of_step(self, line: Line, data: Mapping[str, Any]) -> None:
        """Whatever the practice has now and had not before was said by a step."""
        leaves = dict(_leaves(data, ()))
        for loc, value in leaves.items():
            if loc not in self._known or self._known[loc] != value:
                named, said = _cells(line, loc, self._length(loc[:1]))
                for end in range(1, len(loc)):
                    self.values.setdefault(loc[:end], named)
                self.values[loc] = said
                self.names[loc[:2]] = named
        self._known = leaves

    def _length(self, loc: Loc) -> int:
        """How many items a list had before the step."""
        return len({known[1] for known in self._known if known[:1] == loc and len(known) > 1})


def _leaves(value: Any, loc: Loc) -> Iterator[tuple[Loc, Any]]:
    """Every value without parts, with its path."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from _leaves(inner, (*loc, key))
    elif isinstance(value, list) and value:
        for i, inner in enumerate(value):
            yield from _leaves(inner, (*loc, i))
    else:
        yield loc, value


def _cells(line: Line, loc: Loc, before: int) -> tuple[Span, Span]:
    """Where a step names a part of the practice and where it gives its value: cells of its table, or the step.

    `before` is how many items the list that the part is in had before.
    """
    if not line.cells or len(loc) < 2:
        return line.span, line.span
    header = line.rows[0]
    for i, (row, cells) in enumerate(zip(line.rows[1:], line.cells[1:], strict=True)):
        if loc[1] in (row[0], before + i):
            column = next((header.index(str(part)) for part in loc[2:] if part in header), 1)
            return cells[0], cells[min(column, len(cells) - 1)]
    return line.span, line.span
