"""The library: shipped law, and folders that add to it or replace parts of it."""

from collections.abc import Sequence
from pathlib import Path

from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.library import Library
from compliance.source.files import SourceFile, read_library_files, shipped_root
from compliance.source.link import link


def load_library(added: Sequence[Path] = (), *, shipped: bool = True) -> Library:
    """All law of the shipped library and of the folders `added`, in order.

    Raises InputError with everything that is wrong in any of the files.
    """
    library, problems = read_library(added, shipped=shipped)
    if problems:
        raise InputError(problems)
    return library


def read_library(added: Sequence[Path] = (), *, shipped: bool = True) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library as far as it could be linked, and everything that is wrong with it."""
    roots: list[list[SourceFile]] = []
    problems: list[Diagnostic] = []
    for folder in [*([shipped_root()] if shipped else []), *added]:
        files, found = read_library_files(folder)
        roots.append(files)
        problems.extend(found)
    library, found_in_links = link(roots)
    return library, (*problems, *found_in_links)
