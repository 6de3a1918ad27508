"""The library: shipped law, and folders that add to it or replace parts of it."""

from collections.abc import Sequence
from pathlib import Path

from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.library import Library
from compliance.source.complaints import Unread
from compliance.source.files import Folder, SourceFile, read_library_files, shipped_root
from compliance.source.link import link


def load_library(added: Sequence[Path] = (), *, shipped: bool = True) -> Library:
    """All law of the shipped library and of the folders `added`, in order.

    Raises InputError with everything that is wrong in any of the files.
    """
    library, problems = read_library(added, shipped=shipped)
    if problems:
        raise InputError(problems)
    return library


def read_library(
    added: Sequence[Path] = (), *, shipped: bool = True
) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The library as far as it could be linked, and everything that is wrong with it, by file and place."""
    folders = [read_library_files(root) for root in [*([shipped_root()] if shipped else []), *added]]
    unread = tuple(one for folder in folders for one in folder.unread)
    library, in_links = link(_without_outdated(folders), unread)
    problems = dict.fromkeys([*(problem for folder in folders for problem in folder.problems), *in_links])
    return library, tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _without_outdated(folders: Sequence[Folder]) -> list[list[SourceFile]]:
    """The files of each folder without those that an unreadable file of a later folder would replace."""
    kept: list[list[SourceFile]] = []
    for i, folder in enumerate(folders):
        later = [one for other in folders[i + 1 :] for one in other.unread]
        kept.append([file for file in folder.files if not any(_replaces(one, file) for one in later)])
    return kept


def _replaces(unread: Unread, file: SourceFile) -> bool:
    return file.kind in unread.kinds and unread.name == str(getattr(file.model, file.kind))
