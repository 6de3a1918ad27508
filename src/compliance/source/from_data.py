"""Practices that were not read from a file: from an interview, a scenario, a program."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compliance.model.case import Case
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.model.practice import Practice
from compliance.source.files import SourceFile
from compliance.source.practices import link_practice
from compliance.source.validate import validate
from compliance.source.write import practice_text
from compliance.source.yaml_text import parse_yaml


def practice_from(data: Mapping[str, Any], name: str, library: Library) -> Case:
    """Data with the keys of a practice file, as a case; messages name places of the file it would make.

    Raises InputError with everything that is wrong with it.
    """
    document, problems = parse_yaml(practice_text(data).encode(), name)
    if not problems:
        practice, problems = validate(document, Practice)
    if problems:
        raise InputError(problems)
    case, problems = link_practice(SourceFile(Path(name), name, "practice", document, practice), library)
    if problems:
        raise InputError(problems)
    return case
