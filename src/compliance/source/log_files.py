"""The files of a log: patterns expanded, in a fixed order, and what kind of files they are."""

import os
from collections.abc import Iterator, Mapping
from glob import glob
from pathlib import Path

from compliance.model.log import Kind

KINDS: Mapping[str, Kind] = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
}
"""The suffixes of files that say what they are."""
_HIDDEN = (".", "_")
"""What the names of files begin with that other programs leave beside the data."""


def expand(pattern: str, folder: Path, *, any_suffix: bool) -> list[Path]:
    """The files that a path or a pattern names, from a folder on, in the order of their paths.

    A folder stands for every file below it that is not hidden; unless `any_suffix`, for those of a known kind.
    Raises OSError where a folder cannot be opened.
    """
    whole = folder / pattern
    if os.path.exists(whole):  # noqa: PTH110 - Path.exists raises where the folder may not be read
        found = [whole]
    else:
        every = str(Path(_as_pattern(folder)) / pattern)
        found = [Path(one) for one in glob(every, recursive=True)]  # noqa: PTH207 - Path.glob raises on some patterns
    files = {one for path in found for one in _below(path, any_suffix)}
    return sorted(files)


def _as_pattern(folder: Path) -> str:
    """A folder as a pattern that matches it alone."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(folder))


def kind_of(path: Path) -> Kind | None:
    """What kind of file it is, by its suffix; None where that does not say."""
    return KINDS.get(path.suffix.lower())


def _below(path: Path, any_suffix: bool) -> Iterator[Path]:
    """A file itself; of a folder the files below it, links followed."""
    if os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises where the folder may not be read
        yield path
        return
    seen: set[str] = set()
    for top, folders, names in os.walk(path, onerror=_refuse, followlinks=True):
        real = os.path.realpath(top)
        if real in seen:  # a link that leads back up
            folders.clear()
            continue
        seen.add(real)
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        for name in names:
            one = Path(top, name)
            if not name.startswith(_HIDDEN) and (any_suffix or kind_of(one) is not None):
                yield one


def _refuse(error: OSError) -> None:
    raise error
