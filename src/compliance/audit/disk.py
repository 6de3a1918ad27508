"""Files that are there as a whole or not at all, and what a disk says when it takes no more."""

import errno
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

from compliance.audit.error import AuditError

T = TypeVar("T")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_LOCKED = (errno.EROFS, errno.EACCES, errno.EPERM)
_SPILL = "max_temp_directory_size"
"""DuckDB names this setting where the disk has no room for what memory does not hold."""


def write_whole(target: Path, write: Callable[[IO[bytes]], T], instead: str) -> T:
    """Write a file under a temporary name beside it, and give it its name once all of it is on the disk.

    What was there before stays until then. A run that is killed leaves `.NAME.half`, which the next one takes
    over. `instead` is the option that names another place. Raises AuditError where the place takes no file, or
    another run is writing the same one.
    """
    target = target.resolve()
    half = target.with_name(f".{target.name}.half")
    with told(target.parent, instead):
        if target.exists() and not target.is_file():
            raise AuditError(f"{target} is no file: name another with {instead}")
        if not target.parent.is_dir():
            raise AuditError(f"{target.parent} is no folder: make it, or name another file with {instead}")
        with locked(half) as file:
            if file is None:
                raise AuditError(
                    f"another run is writing {target}: wait for it, or name another with {instead}"
                )
            try:
                file.truncate()
                result = write(file)
                file.flush()
                os.fsync(file.fileno())
                half.replace(target)
            except BaseException:
                half.unlink(missing_ok=True)
                raise
        flush_names(target.parent)
    return result


@contextmanager
def locked(path: Path) -> Iterator[IO[bytes] | None]:
    """A file held by this run alone, made where there is none; None while another run holds it."""
    while True:
        with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), "r+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield None
                return
            # Whoever held it may have renamed or removed it since we opened it.
            if path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno())):
                yield file
                return


def flush(path: Path) -> None:
    """Have a file, or a folder with all that is in it, on the disk before this returns."""
    for one in (*path.rglob("*"), path) if path.is_dir() else (path,):
        flush_names(one)


def flush_names(path: Path) -> None:
    """Have a folder's names on the disk, so that a renamed file keeps its new one when the power fails."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def remove(path: Path) -> None:
    """Remove a file or a folder, if there is one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def told(folder: Path, instead: str) -> Iterator[None]:
    """Tell what to do where a folder takes no more, or nothing at all: AuditError; other errors pass."""
    try:
        yield
    except AuditError:
        raise
    except Exception as error:
        why = _why(error, folder)
        if why in _FULL:
            raise AuditError(
                f"{folder} takes no more ({os.strerror(why)}; {_free(folder)} free): "
                f"make room, or name another place with {instead}"
            ) from error
        if why in _LOCKED:
            raise AuditError(
                f"{folder} may not be written to ({os.strerror(why)}): name another place with {instead}"
            ) from error
        raise


def _why(error: BaseException | None, folder: Path) -> int | None:
    """What the system said: engines pass it on as an OSError, as the cause of theirs, or in its words only."""
    while error is not None:
        text = str(error)
        if isinstance(error, OSError) and error.errno in _FULL:
            return error.errno
        if _SPILL in text:
            return errno.ENOSPC
        for code in _FULL:
            if os.strerror(code) in text:
                return code
        for code in _LOCKED:
            if os.strerror(code) in text and _is_about(error, folder):
                return code
        error = error.__cause__ or error.__context__
    return None


def _is_about(error: BaseException, folder: Path) -> bool:
    """Whether a refusal is one to write here: that a file of the log may not be read is another matter."""
    if isinstance(error, OSError) and isinstance(error.filename, str | os.PathLike):
        path = Path(error.filename).absolute()
        return path == folder or folder in path.parents or path in folder.parents
    return str(folder) in str(error)


def _free(folder: Path) -> str:
    """How much a folder's disk still takes."""
    there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    free = float(shutil.disk_usage(there).free)
    for unit in ("bytes", "KB", "MB"):
        if free < 1000:
            return f"{free:.0f} {unit}"
        free /= 1000
    return f"{free:.1f} GB"
