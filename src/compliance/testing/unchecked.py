"""Practice files that no scenario checks."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Span
from compliance.source.files import display_name
from compliance.source.settings import settings_at
from compliance.testing.features import read_feature
from compliance.testing.proceeding import Proceeding
from compliance.testing.recognize import file_is_ours

FOLDER = "practices"
_IS_PRACTICE = re.compile(rb"^(?:practice|[\"']practice[\"'])\s*:\s*(\S.*?)?\s*$", re.M)
_NAMES = re.compile(r'the practice "([^"<>]*)"')


def is_seen(path: Path, root: Path, pruned: Sequence[str]) -> bool:
    """Whether a YAML file is a practice in a folder `practices` that some of our feature files can see.

    Those that can are all beside that folder or below it, and those in the folders above it, up to `root`.
    """
    if FOLDER not in path.parts[:-1] or not _IS_PRACTICE.search(_bytes(path)):
        return False
    return any(True for _ in _seeing(path, root, pruned))


def unchecked(path: Path, root: Path, pruned: Sequence[str]) -> Diagnostic | None:
    """What is wrong with a practice file that no scenario in sight names; None where one does.

    Nothing is run to find out: the text of the feature files decides. `unchecked-practices` in [tool.compliance]
    lists files that no scenario has to check.
    """
    if settings_at(path.parent).covers("unchecked-practices", path):
        return None
    here = os.path.realpath(path)
    if any(here in _named(one, one.stat().st_mtime_ns) for one in _seeing(path, root, pruned)):
        return None
    raw = _bytes(path)
    found = _IS_PRACTICE.search(raw)
    line = raw[: found.start()].count(b"\n") + 1 if found else 1
    row = raw.splitlines()[line - 1].decode("utf-8", "replace") if raw else ""
    message = f"no scenario checks the practice '{path.stem}'"
    help_ = (
        f"write one that begins 'Given the practice \"{path.stem}\"', "
        "or list the file under 'unchecked-practices' in [tool.compliance]"
    )
    span = Span(display_name(path), line, 1, line, len(row) + 1)
    return Diagnostic("unchecked-practice", message, span, help_, line_text=row)


def _seeing(path: Path, root: Path, pruned: Sequence[str]) -> Iterator[Path]:
    """Our feature files that can see a practice file."""
    last = len(path.parts) - 2 - list(reversed(path.parts[:-1])).index(FOLDER)
    beside = Path(*path.parts[:last])
    for top, folders, files in os.walk(beside):
        folders[:] = sorted(one for one in folders if not _is_pruned(one, pruned))
        yield from _ours(Path(top), files)
    for place in beside.parents:
        if place.is_relative_to(root):
            yield from _ours(place, (path.name for path in place.iterdir()))


def _is_pruned(name: str, pruned: Sequence[str]) -> bool:
    return name.startswith(".") or any(fnmatch(name, pattern) for pattern in pruned)


def _ours(folder: Path, files: Iterable[str]) -> Iterator[Path]:
    for name in sorted(files):
        if name.endswith(".feature") and file_is_ours(folder / name):
            yield folder / name


@lru_cache(maxsize=4096)
def _named(feature: Path, changed: int) -> frozenset[str]:
    """The practice files that a feature file names; of one that cannot be read, those that its text names."""
    del changed
    read, _ = read_feature(feature, published=False)
    if read is None:
        names = set(_NAMES.findall(_bytes(feature).decode("utf-8", "replace")))
    else:
        lines = {line.text for one in read.scenarios for line in one.lines if line.keyword == "given"}
        names = {found[1] for line in lines if (found := _NAMES.fullmatch(line))}
    paths: set[str] = set()
    for name in names:
        try:
            paths.add(os.path.realpath(Proceeding(feature).find(name, FOLDER)))
        except AssertionError:
            continue  # the scenario itself fails and says so
    return frozenset(paths)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
