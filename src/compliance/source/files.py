"""Which files make a library, and each of them as a model with its places."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from compliance.model.diagnostic import Diagnostic
from compliance.model.instrument import Instrument
from compliance.model.practice import Practice
from compliance.model.rule import RuleSet
from compliance.model.span import Span
from compliance.model.vocabulary import Actors, Vocabulary
from compliance.source.nearest import did_you_mean
from compliance.source.validate import validate
from compliance.source.yaml_text import Document, read_yaml

KINDS: dict[str, type[BaseModel]] = {
    "instrument": Instrument,
    "encodes": RuleSet,
    "vocabulary": Vocabulary,
    "actors": Actors,
    "practice": Practice,
}
"""The key that says what a file is, and the model it is read as."""

LIBRARY_KINDS = ("instrument", "encodes", "vocabulary", "actors")
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
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def yaml_files(folder: Path) -> list[Path]:
    """Every YAML file below a folder, in path order; hidden ones left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def read_file(path: Path, expected: tuple[str, ...]) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """One file as its model, or what is wrong with it. `expected` are the kinds that belong here."""
    name = display_name(path)
    document, problems = read_yaml(path, name)
    if problems:
        return None, problems
    kind, problem = _kind(document, expected)
    if problem is not None:
        return None, (problem,)
    model, problems = validate(document, KINDS[kind])
    if model is None:
        return None, problems
    return SourceFile(path, name, kind, document, model), ()


def _kind(document: Document, expected: tuple[str, ...]) -> tuple[str, Diagnostic | None]:
    data = document.data
    if not isinstance(data, dict):
        return "", document.complain(
            "not-a-mapping", "this file is not a list of 'key: value' pairs", document.span(()), _first_keys(expected)
        )
    for kind in expected:
        if kind in data:
            return kind, None
    for kind in KINDS:
        if kind in data:
            return "", document.complain(
                "wrong-place",
                f"a file that begins with '{kind}:' does not belong here",
                document.key_span((kind,)),
                _first_keys(expected),
            )
    first = next(iter(data), None)
    span = document.key_span((first,)) if first is not None else Span(document.file)
    return "", document.complain(
        "unknown-kind",
        "this file does not say what it is",
        span,
        did_you_mean(str(first), KINDS, _first_keys(expected)),
    )


def _first_keys(kinds: tuple[str, ...]) -> str:
    return "a file here begins with " + " or ".join(f"'{kind}:'" for kind in kinds)


def read_library_files(root: Path) -> tuple[list[SourceFile], list[Diagnostic]]:
    """Every file below `policies/` and `rules/` of one library folder."""
    files: list[SourceFile] = []
    problems: list[Diagnostic] = []
    folders = [(root / "policies", ("instrument", "actors")), (root / "rules", ("encodes", "vocabulary"))]
    if not any(folder.is_dir() for folder, _ in folders):
        name = display_name(root)
        help_ = "a library is a folder that holds 'policies' and 'rules'; check the path"
        return [], [Diagnostic("no-library", f"there is no library in '{name}'", Span(name), help_)]
    for folder, expected in folders:
        for path in yaml_files(folder):
            file, found = read_file(path, expected)
            problems.extend(found)
            if file is not None:
                files.append(file)
                problems.extend(_misplaced(file, folder))
    return files, problems


def _misplaced(file: SourceFile, folder: Path) -> list[Diagnostic]:
    if file.kind not in ("instrument", "encodes"):
        return []
    named = str(getattr(file.model, file.kind))
    here = file.path.relative_to(folder).as_posix().rsplit(".", 1)[0]
    if named == here:
        return []
    return [
        file.document.complain(
            "misplaced-file",
            f"this file is about '{named}' and lies at '{here}'",
            file.document.span((file.kind,)),
            f"move it to '{folder.name}/{named}.yaml'",
        )
    ]
