"""The work folder: the finished parts of an audit outlive a run that is stopped, and nothing half does."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from compliance.audit.disk import flush, flush_names, locked, remove, told
from compliance.audit.error import AuditError

OPTION = "--work"
PLACE = "place"
"""The part of a fingerprint that says which log is audited, whatever its state."""
_MANIFEST, _LOCK, _HALF, _SCRATCH = "manifest.json", "lock", ".half-", ".scratch"
_IGNORED = ".gitignore"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Work:
    """What is finished of one audit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.forgotten = False

    @property
    def scratch(self) -> Path:
        """A folder for what need not outlive the run, such as what an engine cannot hold in memory."""
        return self.folder / _SCRATCH

    def done(self, name: str) -> Path | None:
        """A finished part by its name; None where there is none yet."""
        path = self._path(name)
        return path if path.exists() else None

    def keep(self, name: str, write: Callable[[Path], None]) -> Path:
        """Have a part written, as a file or as a folder, and keep it once all of it is on the disk.

        `write` gets the path to write to; its own errors pass, after what it wrote has been removed. Raises
        AuditError where the disk takes no more.
        """
        path = self._path(name)
        half = self.folder / (_HALF + name)
        with told(self.folder, OPTION):
            try:
                remove(half)
                write(half)
                flush(half)
                if path.is_dir():  # a folder is not renamed over another one
                    remove(path)
                half.replace(path)
                flush_names(self.folder)
            except BaseException:
                remove(half)
                raise
        return path

    def forget(self) -> None:
        """Remove all that is kept: the audit is done. The folder around it goes too, if it is empty."""
        # The manifest goes after all parts, so that what a killed run leaves is still known as this audit's.
        last = (self.folder / _MANIFEST, self.folder / _LOCK)
        for path in (*(one for one in self.folder.iterdir() if one not in last), *last):
            remove(path)
        self.forgotten = True
        with suppress(OSError):  # another run may have begun in it, and the folder around it holds others
            self.folder.rmdir()
            self.folder.parent.rmdir()

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name) or name in (_MANIFEST, _LOCK):
            raise ValueError(f"'{name}' is no name for a part")
        return self.folder / name


@contextmanager
def open_work(root: Path, fingerprint: Mapping[str, str]) -> Iterator[Work]:
    """The folder of an audit, held by this run alone: a new one, or that of an equal audit which was stopped.

    `fingerprint` is all that the results depend on. Raises AuditError where the same audit is running already,
    and where the folder cannot be made or written to.
    """
    manifest = json.dumps(dict(sorted(fingerprint.items())), indent=1, ensure_ascii=False) + "\n"
    folder = root.absolute() / hashlib.sha256(manifest.encode()).hexdigest()[:16]
    with ExitStack() as held:
        while True:
            _make(folder)
            with suppress(FileNotFoundError), told(folder, OPTION):  # an equal run just removed it
                lock = held.enter_context(locked(folder / _LOCK))
                break
        if lock is None:
            raise AuditError(
                f"the same audit is running already, in {folder}: wait for it, or give this one "
                f"a folder of its own with {OPTION}"
            )
        work = Work(folder)
        with told(folder, OPTION):
            _begin(work, manifest)
        try:
            with told(folder, OPTION):
                _clear(folder, fingerprint)
                work.scratch.mkdir()
            yield work
        finally:
            with suppress(OSError):  # what stays is removed when the audit is gone on with
                _end(work)


def _make(folder: Path) -> None:
    with told(folder, OPTION):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds what the log holds
        except (FileExistsError, NotADirectoryError) as error:
            raise AuditError(f"{folder.parent} is no folder: name another with {OPTION}") from error


def _begin(work: Work, manifest: str) -> None:
    """Take over what an equal audit left, or write down whose folder it is from now on."""
    path = work.folder / _MANIFEST
    if _parts(work) if not path.exists() else path.read_text(encoding="utf-8") != manifest:
        raise AuditError(
            f"{work.folder} is not as an audit leaves it: remove it, or name another place with {OPTION}"
        )
    _sweep(work)
    if path.exists():
        return
    half = work.folder / (_HALF + _MANIFEST)
    try:
        (work.folder / _IGNORED).write_text("*\n", encoding="utf-8")
        half.write_text(manifest, encoding="utf-8")
        flush(half)
        half.replace(path)
        flush_names(work.folder)
    except BaseException:
        work.forget()  # nothing is in it
        raise


def _end(work: Work) -> None:
    if work.forgotten:
        return
    _sweep(work)
    if not _parts(work):
        work.forget()


def _sweep(work: Work) -> None:
    """Remove what a run that was stopped began."""
    for path in work.folder.iterdir():
        if path.name.startswith(".") and path.name != _IGNORED:
            remove(path)


def _parts(work: Work) -> list[Path]:
    names = (path for path in work.folder.iterdir() if not path.name.startswith("."))
    return [path for path in names if path.name not in (_MANIFEST, _LOCK) and not _is_bare(path)]


def _is_bare(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _clear(folder: Path, fingerprint: Mapping[str, str]) -> None:
    """Remove what was kept of the same log in another state: no audit goes on with that any more."""
    for other in folder.parent.iterdir():
        if other == folder or not _is_outdated(other, fingerprint):
            continue
        with locked(other / _LOCK) as lock:
            if lock is not None:  # else it is running, and finds out by itself
                Work(other).forget()


def _is_outdated(folder: Path, fingerprint: Mapping[str, str]) -> bool:
    try:
        kept = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(kept, dict) or PLACE not in fingerprint or kept.get(PLACE) != fingerprint[PLACE]:
        return False
    return _state(kept) != _state(fingerprint)


def _state(fingerprint: Mapping[str, str]) -> dict[str, str]:
    """Log format, law and files; with other options an equal state is gone on with later."""
    asked = ("option ", "positions")
    return {name: value for name, value in fingerprint.items() if not name.startswith(asked)}
