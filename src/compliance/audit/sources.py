"""The columns of an agency's log that a format maps: found by their names, and checked for their types."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from compliance.audit.error import AuditError
from compliance.model.log import LinkedColumn, LinkedTable
from compliance.source.nearest import did_you_mean, listed, short


def sources_of(table: LinkedTable) -> tuple[str, ...]:
    """Every column of the log that a table maps, once each, in the order of its columns and then its facts."""
    names = (*(column.source for column in table.columns), *(fact.source for fact in table.facts))
    return tuple(dict.fromkeys(names))


def text_sources(table: LinkedTable) -> tuple[str, ...]:
    """Those of `sources_of` that are read as text."""
    names = (
        *(column.source for column in table.columns if column.type == "text"),
        *(fact.source for fact in table.facts),
    )
    return tuple(name for name in sources_of(table) if name in names)


def place(names: Sequence[str], source: str, where: str) -> int:
    """Where a column stands among names; how much white space there is does not matter where no name is the same.

    Raises AuditError where it is missing or there twice; `where` names the file or table.
    """
    same = [number for number, name in enumerate(names) if name == source]
    if not same:
        same = [number for number, name in enumerate(names) if " ".join(name.split()) == source]
    if not same:
        help_ = did_you_mean(
            source, names, f"its columns are {listed(short(name) for name in names) if names else 'none'}"
        )
        raise AuditError(f"{where} has no column '{short(source)}': {help_}")
    if len(same) > 1:
        raise AuditError(f"{where} has {len(same)} columns called '{short(source)}': rename all but one")
    return same[0]


def check_type(source: str, dtype: Any, where: str, column: LinkedColumn | None) -> None:
    """Raises AuditError where a column of this Ibis type cannot be read as a time or, for a fact, as text."""
    if column is not None and column.type == "time":
        if not (dtype.is_timestamp() or dtype.is_date() or dtype.is_string()):
            raise AuditError(
                f"the column '{short(source)}' of {where} is of type {dtype}, and is no time: "
                f"make it a timestamp, a date, or text with a format"
            )
    elif not (
        dtype.is_string()
        or dtype.is_integer()
        or dtype.is_uuid()
        or (dtype.is_decimal() and dtype.scale == 0)
        or (dtype.is_boolean() and column is None)
    ):
        raise AuditError(
            f"the column '{short(source)}' of {where} is of type {dtype}, and is no text: "
            f"make it text or whole numbers"
        )


def labels(files: Iterable[Path]) -> dict[Path, str]:
    """How a report names each file: by its name, or by its path where several have the same name."""
    every = list(files)
    names = [file.name for file in every]
    return {file: file.name if names.count(file.name) == 1 else str(file) for file in every}


def staged_name(table: LinkedTable, source: str) -> str:
    """The name in staged files of a column that is read as text."""
    return f"c{sources_of(table).index(source)}"


def last_of(column: str) -> str:
    """The column with the last moment that a time can be of which the log gives the day alone; null for others."""
    return f"last:{column}"


def lost_key(column: str) -> str:
    """The column of rejected rows with what could be read of a column of text."""
    return f"key:{column}"


def may_be_days(column: LinkedColumn) -> bool:
    """Whether a column of text can have times of which it gives the day alone, and that matters.

    Where a period begins and ends is the first and the last moment of such a day.
    """
    letters = set(re.findall("%(.)", column.format or ""))
    return column.name == "time" and not letters & set("HIMSfTRcXp")


def staged_time(column: LinkedColumn) -> str:
    """The name in staged files of a column of times."""
    return f"time:{column.name}"
