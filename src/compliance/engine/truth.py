"""Strong Kleene logic: true, false, and unknown."""

from collections.abc import Iterable

Truth = bool | None
"""None means unknown: the facts given do not settle it."""


def negate(value: Truth) -> Truth:
    """The opposite of a value; unknown stays unknown."""
    return None if value is None else not value


def all_of(values: Iterable[Truth]) -> Truth:
    """False when any value is false, else unknown when any is unknown, else true."""
    unknown = False
    for value in values:
        if value is False:
            return False
        unknown = unknown or value is None
    return None if unknown else True


def any_of(values: Iterable[Truth]) -> Truth:
    """True when any value is true, else unknown when any is unknown, else false."""
    unknown = False
    for value in values:
        if value is True:
            return True
        unknown = unknown or value is None
    return None if unknown else False
