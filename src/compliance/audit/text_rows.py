"""The rows of CSV and JSON lines, in batches of Arrow arrays; what is no row, with its line and the reason."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from compliance.audit.error import AuditError
from compliance.audit.sources import place
from compliance.source.nearest import did_you_mean, short

ROWS = 5_000
"""The most rows of a batch: so few that their cells stay in the processor's cache, which is twice as fast."""
_LETTERS = 16_000_000
"""When a batch ends though it has fewer rows."""
_LONGEST_CELL = 64_000_000
"""No quotation mark is meant to be closed so far away."""
_LONGEST_LINE = 2 * _LONGEST_CELL


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of a file."""

    columns: list[Any]
    """A pyarrow array for each source asked for; null where there is nothing."""
    lines: list[int] | None
    """Where each row begins, from 1; None where rows have no lines."""
    faults: dict[int, str] = field(default_factory=dict)
    """Rows (by number) of which a cell is no text, and why."""
    lost: list[tuple[int, str]] = field(default_factory=list)
    """Lines on which a row begins that has no cells to tell apart, and why."""


class _Lines:
    """The lines of a text file; counts letters."""

    def __init__(self, file: TextIO, name: str) -> None:
        self.file, self.name, self.letters, self.number = file, name, 0, 0

    def __iter__(self) -> Iterator[str]:
        read = self.file.readline
        while line := read(_LONGEST_LINE):
            self.letters += len(line)
            self.number += 1
            if len(line) == _LONGEST_LINE:
                raise AuditError(
                    f"{self.name}:{self.number}: this line has more than {_LONGEST_LINE // 1_000_000} million letters: "
                    "check that the file is text with one row a line"
                )
            yield line


def csv_rows(path: Path, sources: Sequence[str], delimiter: str, encoding: str) -> Iterator[Batch]:
    """The rows of a CSV file with a header.

    Raises AuditError where nothing can be said of the file: it is not there, is empty, has no header with these
    columns, is not in the encoding at all, or has a quotation mark that is never closed.
    """
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with _opened(path, encoding, newline="") as file:
            yield from _csv_batches(file, path, sources, delimiter, encoding)
    finally:
        csv.field_size_limit(before)


def _csv_batches(
    file: TextIO, path: Path, sources: Sequence[str], delimiter: str, encoding: str
) -> Iterator[Batch]:
    lines = _Lines(file, str(path))
    try:
        reader = csv.reader(lines, strict=True, delimiter=delimiter)
    except (TypeError, ValueError):
        raise AuditError(
            f"the delimiter '{short(delimiter)}' of {path} must be one letter, such as ; or |"
        ) from None
    header = _header(reader, path, delimiter, encoding)
    places = [place(header, source, str(path)) for source in sources]
    width, ended = len(header), False
    while not ended:
        rows: list[list[str]] = []
        starts: list[int] = []
        lost: list[tuple[int, str]] = []
        lines.letters = 0
        while len(rows) + len(lost) < ROWS and lines.letters < _LETTERS:
            start = reader.line_num + 1
            try:
                row = next(reader)
            except StopIteration:
                ended = True
                break
            except csv.Error as error:
                lost.append((start, _broken(error, path, start, reader.line_num, delimiter, encoding)))
                continue
            if len(row) == width:
                rows.append(row)
                starts.append(start)
            elif row:
                cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
                lost.append((start, f"the row has {cells}, and the header has {width}"))
        faults: dict[int, str] = {}
        columns = [
            _texts([row[at] or None for row in rows], source, encoding, faults)
            for at, source in zip(places, sources, strict=True)
        ]
        if rows or lost:
            yield Batch(columns, starts, faults, lost)


def _header(reader: Any, path: Path, delimiter: str, encoding: str) -> list[str]:
    try:
        for row in reader:
            if row:
                if any("\0" in cell for cell in row):
                    raise AuditError(
                        f"{path}:1: the header has NUL characters, and is no text in {encoding}: "
                        "name the file's encoding in the log format, such as utf-16, or its kind if it is no CSV"
                    )
                return list(row)
    except csv.Error as error:
        reason = _broken(error, path, 1, reader.line_num, delimiter, encoding)
        raise AuditError(f"{path}:1: the header cannot be read: {reason}") from None
    raise AuditError(f"{path} is empty: a CSV file needs a first row that names its columns")


def _broken(error: csv.Error, path: Path, start: int, end: int, delimiter: str, encoding: str) -> str:
    """Why a row cannot be read. Raises AuditError where nothing after it can be either."""
    if "unexpected end" in str(error):
        line = _opening(path, start, delimiter, encoding)
        raise AuditError(
            f"{path}:{line}: a quotation mark that is opened on this line is never closed: "
            'close it, take it out, or write it twice ("") where it belongs to the text'
        )
    if "field limit" in str(error):
        raise AuditError(
            f"{path}:{start}: a cell of this row is longer than {_LONGEST_CELL // 1_000_000} million letters: "
            "look for a quotation mark that is not closed"
        )
    through = "" if end <= start else f"; what was read as one row ends on line {end}"
    return f"a quotation mark is out of place{through}"


def _opening(path: Path, start: int, delimiter: str, encoding: str) -> int:
    """The line of the quotation mark that the last cell of the file opens, in the row that begins on `start`."""
    with _opened(path, encoding, newline="") as file:
        for _ in range(start - 1):
            file.readline()
        row = next(csv.reader(file, delimiter=delimiter))
    total = start + sum(len(cell.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1 for cell in row)
    return total - (len(row[-1].replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1)


class _TwiceError(ValueError):
    """A key that is in an object more than once."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _no_constant(text: str) -> Any:
    raise ValueError(text)


def json_rows(path: Path, sources: Sequence[str], encoding: str, seen: dict[str, None]) -> Iterator[Batch]:
    """The rows of a file with a JSON object on each line; numbers and booleans stay the text that they are.

    Keys of its objects are added to `seen`. Raises AuditError where the file is not there, is empty, or is not in the
    encoding at all.
    """
    decode = json.JSONDecoder(
        object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=_no_constant
    ).decode
    with _opened(path, encoding, newline="\n") as file:
        lines = _Lines(file, str(path))
        each, ended, nothing = iter(lines), False, True
        while not ended:
            rows: list[list[str | None]] = []
            starts: list[int] = []
            lost: list[tuple[int, str]] = []
            lines.letters = 0
            while len(rows) + len(lost) < ROWS and lines.letters < _LETTERS:
                line = next(each, None)
                if line is None:
                    ended = True
                    break
                if line.isspace():
                    continue
                try:
                    rows.append(_cells(decode(line), sources, seen))
                    starts.append(lines.number)
                except _TwiceError as error:
                    lost.append((lines.number, f"the key '{short(error)}' is in the object more than once"))
                except _NestedError as error:
                    lost.append(
                        (lines.number, f"the value of '{short(error)}' is a list or an object, and no text")
                    )
                except (ValueError, TypeError, RecursionError):
                    lost.append((lines.number, "the line is no JSON object"))
            faults: dict[int, str] = {}
            columns = [
                _texts([row[at] for row in rows], source, encoding, faults)
                for at, source in enumerate(sources)
            ]
            if rows or lost:
                nothing = False
                yield Batch(columns, starts, faults, lost)
    if nothing:
        raise AuditError(f"{path} is empty: it needs a JSON object on each line")


class _NestedError(ValueError):
    """A list or an object where a text is wanted."""


def _cells(row: Any, sources: Sequence[str], seen: dict[str, None]) -> list[str | None]:
    if type(row) is not dict:
        raise TypeError
    if len(seen) < 1000:
        seen.update(dict.fromkeys(row))
    found: list[str | None] = []
    for source in sources:
        value = row.get(source)
        if value is None or type(value) is str:
            found.append(value or None)
        elif value is True or value is False:
            found.append("true" if value else "false")
        else:
            raise _NestedError(source)
    return found


def check_keys(seen: Mapping[str, None], sources: Sequence[str], where: str) -> None:
    """Raises AuditError where no object of a table had one of its columns."""
    for source in sources:
        if source not in seen and len(seen) < 1000:
            help_ = did_you_mean(source, seen, "take the column out of the log format if this log has none")
            raise AuditError(f"no line of {where} has the key '{short(source)}': {help_}")


def _texts(cells: list[str | None], source: str, encoding: str, faults: dict[int, str]) -> Any:
    """Cells as an array; what is not in the encoding is null, and told."""
    import pyarrow

    try:
        return pyarrow.array(cells, pyarrow.string())
    except UnicodeEncodeError:
        for number, cell in enumerate(cells):
            if cell is not None and not _is_text(cell):
                faults.setdefault(number, f"the text in {short(source)} is not in the encoding {encoding}")
        return pyarrow.array([cell if cell and _is_text(cell) else None for cell in cells], pyarrow.string())


def _is_text(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def _opened(path: Path, encoding: str, newline: str) -> Iterator[TextIO]:
    """A text file, in which bytes that are not in the encoding are marked. Raises AuditError for what fails on it."""
    name = "utf-8-sig" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding
    try:
        with path.open("rb", buffering=1 << 20) as raw:
            file = TextIOWrapper(raw, encoding=name, errors="surrogateescape", newline=newline)
            yield file
    except LookupError:
        raise AuditError(f"there is no encoding '{short(encoding)}': write it as utf-8 or cp1252") from None
    except UnicodeError as error:
        raise AuditError(
            f"{path} is not in the encoding {encoding} ({short(error)}): name its encoding in the log format"
        ) from None
    except OSError as error:
        raise AuditError(f"{path} cannot be read: {error.strerror or error}") from None
