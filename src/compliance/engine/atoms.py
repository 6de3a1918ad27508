"""Typed comparisons on facts, three-valued."""

from datetime import date

from compliance.engine.truth import Truth
from compliance.model.case import Known, Members
from compliance.model.logic import Compare


def truth_of(compare: Compare, known: Known | None) -> Truth:
    """Whether a comparison holds; unknown where the fact is unknown or was not given.

    A comparison between types that do not fit is a TypeError: linking has to have refused it.
    """
    if known is None or known.value is None:
        return None
    value, wanted = known.value, compare.value
    if compare.operator == "includes":
        if not isinstance(value, Members):
            raise TypeError(f"{compare.fact} is not a set")
        if wanted in value.has:
            return True
        return False if wanted in value.lacks else None
    if isinstance(value, Members):
        raise TypeError(f"{compare.fact} is a set")
    match compare.operator:
        case "is":
            return _same(value, wanted)
        case "one-of":
            assert isinstance(wanted, tuple)
            return any(_same(value, item) for item in wanted)
        case "at-least":
            return _number(value) >= _number(wanted)
        case "at-most":
            return _number(value) <= _number(wanted)
        case "before":
            return _day(value) < _day(wanted)
        case "after":
            return _day(value) > _day(wanted)


def _same(value: object, wanted: object) -> bool:
    """Equality that keeps true apart from 1."""
    return isinstance(value, bool) == isinstance(wanted, bool) and value == wanted


def _number(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise TypeError(f"{value!r} is not a number")


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    raise TypeError(f"{value!r} is not a day")
