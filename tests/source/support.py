"""Small libraries and practices, written as YAML in the tests that need them."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.source.library import read_library
from compliance.source.practices import read_cases

ROOT = Path(__file__).parent.parent.parent
BASE = ROOT / "tests/broken/base"
"""A small sound library: two ordinances of a city, one of them without rules."""

TERMS = "encodes: city/ordinance/2\nreview: {status: draft}\nterms:\n"
RULES = "rules:\n"
RULE = """\
  - rule: r
    provision: A
    title: A rule
    binds: {keeper: anyone}
    applies: {act: sharing}
"""
PRACTICE = "practice: p\ntitle: A practice\non: 2020-05-08\n"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Files below a folder, by their paths."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def base(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """The base library in a folder, with files laid over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    return write(folder, files or {})


def loaded(folder: Path, files: Mapping[str, str] | None = None) -> Library:
    """The base library with files laid over it, without fault."""
    library, problems = read_library([base(folder, files)], shipped=False)
    assert not problems, problems
    return library


def case_of(text: str, library: Library, folder: Path) -> tuple[Case, tuple[Diagnostic, ...]]:
    """A practice as a case, with what is wrong with it."""
    path = folder / "case.yaml"
    path.write_text(PRACTICE + text, encoding="utf-8")
    (case,), problems = read_cases([path], library)
    return case, problems
