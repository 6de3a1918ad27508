"""Practices that were not read from a practice file: from an interview, a log, a scenario, a program."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.library import Library
from compliance.model.practice import Practice
from compliance.model.span import Span
from compliance.source.files import SourceFile
from compliance.source.practices import link_practice
from compliance.source.validate import validate
from compliance.source.write import practice_text
from compliance.source.yaml_text import Document, Loc, parse_yaml


def practice_from(data: Mapping[str, Any], name: str, library: Library) -> Case:
    """Data with the keys of a practice file, as a case; messages name places of the file it would make.

    Raises InputError with everything that is wrong with it.
    """
    document, problems = parse_yaml(practice_text(data).encode(), name)
    if problems:
        raise InputError(problems)
    return case_of(document, library)


def case_of(document: Document, library: Library) -> Case:
    """A document that has a practice's data, as a case. Raises InputError with everything that is wrong with it."""
    file, problems = practice_file(Path(document.file), document)
    if file is None:
        raise InputError(problems)
    case, problems = link_practice(file, library)
    if problems:
        raise InputError(problems)
    return case


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
