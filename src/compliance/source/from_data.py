"""Practices that were not read from a file: from an interview that goes on, a scenario, a program."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compliance.model.case import Case
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.source.located import practice_file
from compliance.source.practices import link_practice
from compliance.source.write import practice_text
from compliance.source.yaml_text import Document, parse_yaml


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
