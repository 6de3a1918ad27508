"""A practice that another file gives: its data as a practice file would have it, its places in that file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.practice import Practice
from compliance.model.span import Span
from compliance.source.files import SourceFile
from compliance.source.validate import validate
from compliance.source.yaml_text import Document, Loc


def practice_file(path: Path, document: Document) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """A document that has a practice's data, as if it had been read from a practice file."""
    practice, problems = validate(document, Practice)
    if practice is None:
        return None, problems
    return SourceFile(path, document.file, "practice", document, practice), ()


def located(
    data: Mapping[str, Any],
    places: Mapping[Loc, Span],
    around: Span,
    text: str = "",
    digest: str = "",
    names: Mapping[Loc, Span] | None = None,
) -> Document:
    """A practice's data as a document whose places lie in another file.

    `places` has where values stand, by path, and `names` where they are named; what has no place lies `around`,
    or where the part it belongs to does. `text` is that of the file, for the lines that messages show.
    """
    named = names or {}
    values: dict[Loc, Span] = {}
    keys: dict[Loc, Span] = {}

    def place(value: Any, loc: Loc, outer: Span) -> None:
        values[loc] = span = places.get(loc, outer)
        if isinstance(value, dict):
            for key, inner in value.items():
                keys[*loc, key] = named.get((*loc, key)) or places.get((*loc, key), span)
                place(inner, (*loc, key), span)
        elif isinstance(value, list):
            for i, inner in enumerate(value):
                place(inner, (*loc, i), span)

    place(data, (), around)
    return Document(around.file, text, data, digest, values, keys)
