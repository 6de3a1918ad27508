"""Which files make a library, and each of them as a model with its places."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from compliance.model.diagnostic import Diagnostic
from compliance.model.instrument import Instrument
from compliance.model.interview import Interview
from compliance.model.log import LogFormat
from compliance.model.memorandum import Memorandum
from compliance.model.practice import Practice
from compliance.model.ruleset import RuleSet
from compliance.model.span import Span
from compliance.model.vocabulary import Actors, Vocabulary
from compliance.model.waiver import Waivers
from compliance.source.complaints import Unread
from compliance.source.nearest import did_you_mean, short, visible
from compliance.source.validate import validate
from compliance.source.yaml_text import Document, read_yaml

KINDS: dict[str, type[BaseModel]] = {
    "instrument": Instrument,
    "encodes": RuleSet,
    "vocabulary": Vocabulary,
    "actors": Actors,
    "memorandum": Memorandum,
    "practice": Practice,
    "waivers": Waivers,
    "interview": Interview,
    "log": LogFormat,
}
"""The key that says what a file is, and the model it is read as."""

LIBRARY_FOLDERS: dict[str, tuple[str, ...]] = {
    "policies": ("instrument", "actors", "memorandum"),
    "rules": ("encodes", "vocabulary"),
}
"""The folders of a library, and the kinds of files that belong into each."""

LIBRARY_KINDS = tuple(kind for kinds in LIBRARY_FOLDERS.values() for kind in kinds)
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class SourceFile:
    """A file of a library or a practice, read as far as it could be."""

    path: Path
    name: str
    """How the file is called in messages and receipts."""
    kind: str
    document: Document
    model: Any


@dataclass(frozen=True)
class Folder:
    """What was found in one library folder."""

    files: tuple[SourceFile, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Diagnostic, ...]


def shipped_root() -> Path:
    """The folder that holds the `policies/` and `rules/` that come with the program.

    In an installed wheel they lie inside the package; in a checkout or an editable install, beside `src/`.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent.parent


def display_name(path: Path) -> str:
    """A path as people write it: below the current folder without that folder's name."""
    try:
        inside = Path(os.path.abspath(path)).relative_to(Path.cwd())  # noqa: PTH100 - links keep their own names
    except (ValueError, OSError):
        inside = path
    return visible(inside.as_posix())


def yaml_files(folder: Path) -> tuple[list[Path], tuple[Diagnostic, ...]]:
    """Every YAML file below a folder, in path order, without hidden ones; and what cannot be opened."""
    found: list[Path] = []
    problems: list[Diagnostic] = []
    seen: set[str] = set()

    def closed(error: OSError) -> None:
        name = display_name(Path(error.filename or folder))
        message = f"this folder cannot be opened: {error.strerror}"
        problems.append(Diagnostic("unreadable-folder", message, Span(name), "check who may read it"))

    for top, folders, names in os.walk(folder, onerror=closed, followlinks=True):
        real = os.path.realpath(top)
        if real in seen:  # a link that leads back up
            folders.clear()
            continue
        seen.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(
            Path(top, name) for name in names if not name.startswith(".") and name.lower().endswith(SUFFIXES)
        )
    return sorted(found), tuple(problems)


def read_file(path: Path, expected: tuple[str, ...]) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """One file as its model, or what is wrong with it. `expected` are the kinds that belong here."""
    file, problems, _ = _read(path, expected)
    return file, problems


def _read(path: Path, expected: tuple[str, ...]) -> tuple[SourceFile | None, tuple[Diagnostic, ...], Unread]:
    name = display_name(path)
    document, problems = read_yaml(path, name)
    unread = Unread(expected, None, Span(name))
    if problems:
        return None, problems, unread
    kind, problem = _kind(document, expected)
    if problem is not None:
        return None, (problem,), unread
    about = document.data[kind]
    unread = Unread((kind,), about if isinstance(about, str) else None, Span(name))
    model, problems = validate(document, KINDS[kind])
    if model is None:
        return None, problems, unread
    return SourceFile(path, name, kind, document, model), (), unread


def _kind(document: Document, expected: tuple[str, ...]) -> tuple[str, Diagnostic | None]:
    data = document.data
    if not isinstance(data, dict):
        message = "this file is not a list of 'key: value' pairs"
        return "", document.complain("not-a-mapping", message, document.span(()), _first_keys(expected))
    for kind in expected:
        if kind in data:
            return kind, None
    for kind in KINDS:
        if kind in data:
            message = f"a file that begins with '{kind}:' does not belong here"
            span = document.key_span((kind,))
            return "", document.complain("wrong-place", message, span, _first_keys(expected))
    first = next(iter(data), None)
    message = "this file does not say what it is"
    if first is None:
        return "", document.complain("unknown-kind", message, document.span(()), _first_keys(expected))
    help_ = did_you_mean(str(first), expected, _first_keys(expected))
    return "", document.complain("unknown-kind", message, document.key_span((first,)), help_)


def _first_keys(kinds: Iterable[str]) -> str:
    return "a file here begins with " + " or ".join(f"'{kind}:'" for kind in kinds)


def read_library_files(root: Path) -> Folder:
    """Every file below `policies/` and `rules/` of one library folder."""
    files: list[SourceFile] = []
    unread: list[Unread] = []
    problems: list[Diagnostic] = []
    name = display_name(root)
    count = 0
    for inner, expected in LIBRARY_FOLDERS.items():
        folder = root / inner
        if not os.path.isdir(folder):  # noqa: PTH112 - Path.is_dir raises where the folder may not be read
            continue
        paths, closed = yaml_files(folder)
        problems.extend(closed)
        unread.extend(Unread(expected, None, problem.span) for problem in closed)
        count += len(paths) + len(closed)
        for path in paths:
            file, found, missed = _read(path, expected)
            problems.extend(found)
            if file is None:
                unread.append(missed)
            else:
                files.append(file)
                problems.extend(_misplaced(file, folder))
    if not count:
        message = f"there is no library in '{short(name)}'"
        help_ = "a library is a folder with YAML files below 'policies' and 'rules'; check the path"
        problems.append(Diagnostic("no-library", message, Span(name), help_))
        unread.append(Unread(LIBRARY_KINDS, None, Span(name)))
    return Folder(tuple(files), tuple(unread), tuple(problems))


def _misplaced(file: SourceFile, folder: Path) -> list[Diagnostic]:
    if file.kind not in ("instrument", "encodes"):
        return []
    named = str(getattr(file.model, file.kind))
    here = file.path.relative_to(folder).as_posix().rsplit(".", 1)[0]
    if named == here:
        return []
    message = f"this file is about '{short(named)}' and lies at '{short(here)}'"
    help_ = f"move it to '{folder.name}/{named}.yaml', or correct its first line"
    return [file.document.complain("misplaced-file", message, file.document.span((file.kind,)), help_)]
