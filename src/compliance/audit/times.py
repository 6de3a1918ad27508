"""Times that a log writes as text: read by the column's format, for all rows of a batch at once.

A format is in the letters of strptime, of which those that say something about a time are known here. Without one,
times are year-month-day as ISO 8601 has them, with or without a time of day, a fraction and an offset. What is read
does not hang on an engine or on the machine's language.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from compliance.audit.error import AuditError
from compliance.source.nearest import short

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OFFSET = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})"
_LETTERS = {
    "Y": r"(?P<Y>[0-9]{4})",
    "y": r"(?P<y>[0-9]{2})",
    "m": r"(?P<m>[0-9]{1,2})",
    "d": r"(?P<d> ?[0-9]{1,2})",
    "e": r"(?P<d> ?[0-9]{1,2})",
    "H": r"(?P<H> ?[0-9]{1,2})",
    "I": r"(?P<I> ?[0-9]{1,2})",
    "M": r"(?P<M>[0-9]{1,2})",
    "S": r"(?P<S>[0-9]{1,2})",
    "f": r"(?P<f>[0-9]{1,9})",
    "p": r"(?P<p>(?i:[AP]M))",
    "b": "(?P<b>(?i:" + "|".join(name[:3] for name in _MONTHS) + "))",
    "B": "(?P<B>(?i:" + "|".join(_MONTHS) + "))",
    "a": "(?i:" + "|".join(name[:3] for name in _DAYS) + ")",
    "A": "(?i:" + "|".join(_DAYS) + ")",
    "z": rf"(?P<z>{_OFFSET})",
    "Z": r"(?:UTC|GMT)",
    "%": "%",
}
"""What each letter stands for in a text."""
_WHOLE = {"T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d", "D": "%m/%d/%y"}
_ISO = (
    r"(?P<Y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
    r"(?:[T ](?P<H>[0-9]{2}):(?P<M>[0-9]{2})(?::(?P<S>[0-9]{2})(?:[.,](?P<f>[0-9]{1,9}))?)?"
    rf"(?P<z>{_OFFSET})?)?"
)
ISO = "year-month-day and time of day (ISO 8601)"
_SECOND = 1_000_000
_DAY = 86_400 * _SECOND


@dataclass(frozen=True, slots=True)
class Parsed:
    """Times read from text; numpy arrays, one item a row."""

    micros: Any
    """int64: since 1970, as the clock showed it; 0 where nothing was read."""
    read: Any
    """bool: whether the text is a time."""
    instant: Any
    """bool: whether the text names its offset, so that `micros` is in UTC already."""
    whole_day: Any
    """bool: whether it is a day without a time of day."""


def check_format(written: str) -> None:
    """Raises AuditError where a format cannot be used."""
    _pattern(written)


def parse(texts: Any, written: str | None) -> Parsed:
    """The times of a pyarrow string array; a null is not read. Raises AuditError for a format that cannot be used."""
    import numpy
    import pyarrow.compute as pc

    if written is None and (quick := _plain_iso(texts)) is not None:
        return quick
    found = pc.extract_regex(texts, pattern=f"^(?:{_pattern(written)})$")
    names = {field.name for field in found.type}
    parts = {name: found.field(name) for name in names}
    if found.null_count:
        parts = {name: pc.if_else(found.is_valid(), part, "") for name, part in parts.items()}
    matched = found.is_valid().to_numpy(zero_copy_only=False)
    year, okay = _year(parts, len(texts))
    month = _month(parts, okay)
    day = _number(parts, "d", 1)
    first = (year - 1970).astype("M8[Y]").astype("M8[M]") + (month - 1)
    date = first.astype("M8[D]") + (day - 1)
    okay &= matched & (month >= 1) & (month <= 12) & (date.astype("M8[M]") == first)
    hour = _number(parts, "H", 0) if "I" not in names else _twelve(parts, okay)
    minute, second = _number(parts, "M", 0), _number(parts, "S", 0)
    okay &= (hour <= 23) & (minute <= 59) & (second <= 59) & (day >= 1)
    micros = date.astype(numpy.int64) * _DAY + ((hour * 60 + minute) * 60 + second) * _SECOND
    if "f" in names:
        padded = pc.utf8_slice_codeunits(pc.utf8_rpad(parts["f"], width=6, padding="0"), 0, 6)
        micros += pc.cast(padded, "int64").to_numpy(zero_copy_only=False)
    instant = numpy.zeros(len(texts), bool)
    if "z" in names:
        instant = pc.not_equal(parts["z"], "").to_numpy(zero_copy_only=False) & okay
        micros -= _offset(parts["z"], okay)
    elif written and "%Z" in written:
        instant = okay.copy()
    if written is None:
        whole = pc.equal(parts["H"], "").to_numpy(zero_copy_only=False)
    else:
        whole = numpy.full(len(texts), not names & {"H", "I", "M", "S", "f"})
    return Parsed(numpy.where(okay, micros, 0), okay, instant & okay, whole & okay)


@lru_cache(maxsize=64)
def _pattern(written: str | None) -> str:
    """The regular expression of a format."""
    if written is None:
        return _ISO
    whole = re.sub(r"%([TRFD])", lambda found: _WHOLE[found[1]], written)
    pattern = ""
    for letter, other in re.findall(r"%(.?)|([^%]+)", whole, re.DOTALL):
        if other:
            pattern += re.escape(other)
        elif letter in _LETTERS:
            pattern += _LETTERS[letter]
        else:
            raise AuditError(
                f"the time format '{short(written)}' has %{short(letter)}, which is not known here: "
                f"use {' '.join('%' + one for one in _LETTERS)}"
            )
    names = re.findall(r"\?P<(.)>", pattern)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise AuditError(f"the time format '{short(written)}' has %{twice} more than once: take one out")
    for wanted, what in (("Yy", "a year: %Y"), ("mbB", "a month: %m"), ("d", "a day: %d")):
        if not set(wanted) & set(names):
            raise AuditError(f"the time format '{short(written)}' lacks {what}")
    if ("I" in names) != ("p" in names):
        raise AuditError(f"the time format '{short(written)}' needs %I and %p together, or %H")
    return pattern


def _plain_iso(texts: Any) -> Parsed | None:
    """The times of texts that all are of the most common form, 2018-01-05 10:30:00; None where one is not."""
    import numpy
    import pyarrow
    import pyarrow.compute as pc

    if texts.null_count or not len(texts):
        return None
    lengths = pc.min_max(pc.binary_length(texts)).as_py()
    if lengths != {"min": 19, "max": 19}:
        return None
    try:
        times = pc.cast(texts, pyarrow.timestamp("us"))
    except pyarrow.ArrowInvalid:
        return None
    every, none = numpy.ones(len(texts), bool), numpy.zeros(len(texts), bool)
    return Parsed(times.cast("int64").to_numpy(), every, none, none)


def _number(parts: dict[str, Any], name: str, otherwise: int) -> Any:
    """A part of each text as a number; `otherwise` where it is not there."""
    import numpy
    import pyarrow.compute as pc

    if name not in parts:
        return numpy.full(len(next(iter(parts.values()))), otherwise, numpy.int64)
    digits = pc.utf8_trim_whitespace(parts[name])
    digits = pc.if_else(pc.equal(digits, ""), str(otherwise), digits)
    return pc.cast(digits, "int64").to_numpy(zero_copy_only=False).copy()


def _year(parts: dict[str, Any], rows: int) -> tuple[Any, Any]:
    import numpy

    if "Y" in parts:
        return _number(parts, "Y", 1970), numpy.ones(rows, bool)
    short_year = _number(parts, "y", 70)
    return short_year + numpy.where(short_year < 69, 2000, 1900), numpy.ones(rows, bool)


def _month(parts: dict[str, Any], okay: Any) -> Any:
    import numpy
    import pyarrow
    import pyarrow.compute as pc

    name = next((one for one in "bB" if one in parts), None)
    if name is None:
        return _number(parts, "m", 1)
    known = pyarrow.array([month[:3].lower() for month in _MONTHS])
    index = pc.index_in(pc.utf8_slice_codeunits(pc.utf8_lower(parts[name]), 0, 3), value_set=known)
    return pc.fill_null(index, 0).to_numpy(zero_copy_only=False).astype(numpy.int64) + 1


def _twelve(parts: dict[str, Any], okay: Any) -> Any:
    """Hours of a clock that shows twelve of them."""
    import pyarrow.compute as pc

    shown = _number(parts, "I", 12)
    okay &= (shown >= 1) & (shown <= 12)
    return shown % 12 + pc.equal(pc.utf8_upper(parts["p"]), "PM").to_numpy(zero_copy_only=False) * 12


def _offset(texts: Any, okay: Any) -> Any:
    """Offsets from UTC in microseconds; 0 where there is none."""
    import numpy
    import pyarrow.compute as pc

    digits = pc.replace_substring_regex(texts, pattern=r"^[+-]([0-9]{2}):?([0-9]{2})$", replacement=r"\1\2")
    digits = pc.if_else(pc.match_substring_regex(digits, "^[0-9]{4}$"), digits, "0000")
    both = pc.cast(digits, "int64").to_numpy(zero_copy_only=False)
    okay &= (both // 100 <= 23) & (both % 100 <= 59)
    sign = numpy.where(pc.starts_with(texts, "-").to_numpy(zero_copy_only=False), -1, 1)
    return sign * ((both // 100) * 60 + both % 100) * 60 * _SECOND
