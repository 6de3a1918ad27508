"""Practices to a table: a row for each practice and day of law, a column for each fact."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from compliance.columns.layout import DAY, PRACTICE, ColumnType, FactColumn, Layout
from compliance.model.case import Case, Members


def table(rows: Iterable[tuple[Case, date]], layout: Layout) -> Any:
    """A pyarrow.Table of practices, each under the law of a day; null is unknown.

    Facts count as the cases have them: `Case.under` leaves out those that are not proven. A practice that
    lasts over a change of law has a row for each stretch. Raises ValueError for a number that a double cannot
    hold, and TypeError for a value that does not fit its fact.
    """
    import pyarrow

    pairs = list(rows)
    cases = [case for case, _ in pairs]
    types = arrow_types()
    columns: dict[str, Any] = {
        PRACTICE: pyarrow.array([case.id for case in cases], types["string"]),
        DAY: pyarrow.array([day for _, day in pairs], types["date"]),
    }
    values = _values(cases, layout.facts)
    for column in layout.facts:
        columns[column.name] = pyarrow.array(values[column.name], types[column.type])
    for judgment in layout.judgments:
        held = [case.judgments.get(judgment.key) for case in cases]
        columns[judgment.name] = pyarrow.array(
            [None if one is None else one.holds for one in held], types["boolean"]
        )
    return pyarrow.table(columns)


def arrow_types() -> dict[ColumnType, Any]:
    """The Arrow type of each type of column."""
    import pyarrow

    return {
        "string": pyarrow.string(),
        "date": pyarrow.date32(),
        "boolean": pyarrow.bool_(),
        "double": pyarrow.float64(),
    }


def double(number: object) -> float:
    """A number as a double. Raises ValueError where that would be another number, or for one that is none."""
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise TypeError(f"{number!r} is not a number")
    try:
        exact = float(number)
    except OverflowError:
        exact = float("nan")
    if exact != number:
        raise ValueError(f"{number!r} cannot be held in a column of doubles")
    return exact


def _of(kind: type) -> Callable[[object], object]:
    def one(value: object) -> object:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not a {kind.__name__}")
        return value

    return one


_READ: dict[ColumnType, Callable[[object], object]] = {
    "boolean": _of(bool),
    "string": _of(str),
    "double": double,
    "date": _of(date),
}


def _values(cases: Sequence[Case], columns: Iterable[FactColumn]) -> dict[str, list[object]]:
    """The values of each column by its name. Most cases know few of the facts: only these are looked at."""
    found: dict[str, list[object]] = {}
    of_fact: dict[str, list[tuple[FactColumn, list[object]]]] = {}
    for column in columns:
        found[column.name] = [None] * len(cases)
        of_fact.setdefault(column.fact, []).append((column, found[column.name]))
    for row, case in enumerate(cases):
        for fact, known in case.facts.items():
            value = known.value
            if value is not None:
                for column, cells in of_fact.get(fact, ()):
                    if column.member is None:
                        cells[row] = _READ[column.type](value)
                    else:
                        cells[row] = _has(value, column.member, fact)
    return found


def _has(value: object, member: str, fact: str) -> bool | None:
    if not isinstance(value, Members):
        raise TypeError(f"{fact} is not a set")
    return True if member in value.has else False if member in value.lacks else None
