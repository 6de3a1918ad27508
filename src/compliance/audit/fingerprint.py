"""What the results of an audit depend on, so that only an equal audit goes on with what another one finished."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO

from compliance.audit.error import AuditError
from compliance.model.log import LinkedLog

_MAGIC = b"PAR1"
_END = 1_000_000
"""How many bytes of the first and last of a text file are looked at."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as it was when it was looked at."""

    path: str
    """From the folder of the log format on."""
    size: int
    changed: int
    """When it was written last, in nanoseconds."""
    digest: str
    """Of a Parquet file's footer, which holds the places and ranges of all its data; else of both ends."""


def input_files(log: LinkedLog, folder: Path) -> tuple[InputFile, ...]:
    """All files that an audit reads, as they are now; `folder` is that of the log format.

    Raises AuditError for a file that is gone or may not be read.
    """
    paths = {path for table in log.tables.values() for path in table.files}
    return tuple(_seen(path, folder) for path in sorted(paths))


def fingerprint(
    program: str,
    log: str,
    library: Mapping[str, str],
    positions: Sequence[str],
    options: Mapping[str, str],
    files: Iterable[InputFile],
) -> dict[str, str]:
    """What the results depend on, by name.

    `program` is the version, `log` the digest of the log format, `library` has the digest of each of its files, and
    `options` are those that change results or how they are cut into parts. Tables of a database are not files: what
    tells their state, such as counts of rows, belongs to `options`.
    """
    law = sha256("".join(f"{name}\0{digest}\n" for name, digest in sorted(library.items())).encode())
    return {
        "program": program,
        "log": log,
        "library": law.hexdigest(),
        "positions": ",".join(positions),
        **{f"option {name}": value for name, value in options.items()},
        **{f"file {one.path}": f"{one.size} {one.changed} {one.digest}" for one in files},
    }


def check_unchanged(before: Sequence[InputFile], log: LinkedLog, folder: Path) -> None:
    """AuditError where a file is not as it was before: what was counted then may be of two states of it."""
    if changed := [was.path for was, now in zip(before, input_files(log, folder), strict=True) if was != now]:
        raise AuditError(
            f"changed while the audit was running: {', '.join(changed)}. Nothing was written; run it again "
            "when no one writes there"
        )


def _seen(path: Path, folder: Path) -> InputFile:
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            digest = sha256(_footer(file, status.st_size) or _ends(file, status.st_size)).hexdigest()
    except OSError as error:
        raise AuditError(f"{path} cannot be read ({error.strerror}): it is a file of the log") from error
    return InputFile(
        Path(os.path.relpath(path, folder)).as_posix(), status.st_size, status.st_mtime_ns, digest
    )


def _footer(file: IO[bytes], size: int) -> bytes:
    """The footer of a Parquet file; nothing for other files and for one that is cut off."""
    if size < 12 or file.read(4) != _MAGIC:
        return b""
    file.seek(size - 8)
    length, magic = int.from_bytes(file.read(4), "little"), file.read(4)
    if magic != _MAGIC or length > size - 12:
        return b""
    file.seek(size - 8 - length)
    return file.read(length)


def _ends(file: IO[bytes], size: int) -> bytes:
    file.seek(0)
    first = file.read(_END)
    file.seek(max(size - _END, len(first)))
    return first + file.read(_END)
