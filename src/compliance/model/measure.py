"""Measures: how a row of a query log shows a fact, from the row itself and from the tables beside it."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import ExactText, Frozen
from compliance.model.reference import Name

TableName = Literal["queries", "reviews", "certifications", "cases", "disseminations", "audits", "agreements"]
"""The tables of an audit."""
UnitName = Literal["queries", "disseminations", "agreements"]
"""The tables whose rows are conduct that is audited: each query, each dissemination, each agency with access."""

_SPAN = re.compile(r"([1-9][0-9]{0,5}) (second|minute|hour|day)s?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


def _span(value: Any) -> timedelta:
    if isinstance(value, timedelta):
        return value
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError(
            "time-span", "'{value}' is no span of time; write it as 24 hours or 30 days", {"value": value}
        )
    return timedelta(**{found[2] + "s": int(found[1])})


def _clock(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise PydanticCustomError(
            "clock", "'{value}' is no time of day; write it in quotes as \"07:00\"", {"value": value}
        )
    return int(found[1]) * 60 + int(found[2])


TimeSpan = Annotated[
    timedelta, BeforeValidator(_span), WithJsonSchema({"type": "string", "pattern": f"^{_SPAN.pattern}$"})
]
"""A length of time, in whole seconds: `24 hours`, `30 days`."""
Clock = Annotated[
    int, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK.pattern}$"})
]
"""A time of day on the log's own clock, as minutes after midnight: `"07:00"` is 420."""


class Hours(Frozen):
    """Part of every day, from a minute on and up to another one, which is not part of it."""

    from_: Clock
    to: Clock


class Option(Frozen):
    """A value that a fact has when a measure holds."""

    value: Name
    when: "Measure"


MeasureKind = Literal["given", "exists", "count", "longest-gap", "choose", "members", "all", "any", "not"]


class Measure(Frozen):
    """How a log shows a fact. Exactly one of the kinds is given; the other keys say more about it.

    given          yes-no: the row has something in this column.
    exists         yes-no: another table has a row that matches: `same` (its column: ours), `differs` (its column:
                   ours), `has` (its column: a value), and `valid-at` (our time lies in its from and to), `within`
                   (its time lies in so long a span from our time on) or `before` (in so long a span up to our time).
    count          number: how many rows of our own table, this one included, are the `same` in these columns and lie
                   `within` the span that ends with this row; with `outside`, only those outside of these hours, and
                   0 where this row lies in them.
    longest-gap    number, in years of 365.25 days: the longest time that passed between rows of another table that
                   match `same`, from our `from` to our `to` or else to the end of what that table covers.
    choose         choice: the first of the options whose measure holds, else `otherwise`.
    members        set: each member with the measure that says whether it is in.
    all, any, not  yes-no, of other measures.

    Each is unknown, and never false, where the log does not show it: a column that is not mapped or, but for `given`,
    empty; a row that is missing from a table that is not complete for the time asked about, or that may be one of
    those that could not be read: one with the same key, or with none that can be read.

    Rows that share their ids or could not be read may count as well. A `count` has a least and a most for that, and is
    unknown where a limit of the rules lies between the two. A row that was read and is empty in one of the `same`
    columns counts for no other.

    Of a time of which the log gives the day alone, nobody knows the moment. A span of whole days is then counted by
    days, as people count them: what was done on the day of a search is within 30 days of it, and so is what was done
    on the thirtieth day after. In any other span it is unknown where some moments of the day lie in the span.
    `valid-at` is unknown where it holds at some moments of the day and not at others. A `count` is unknown as soon as
    some row of its table gives its day alone.
    """

    of: UnitName | None = None
    """Whose rows it measures; named on the outermost measure only."""
    given: Name | None = None
    exists: TableName | None = None
    count: UnitName | None = None
    longest_gap: TableName | None = None
    choose: Annotated[tuple[Option, ...] | None, Field(min_length=1)] = None
    members: Annotated[dict[Name, "Measure"] | None, Field(min_length=1)] = None
    all: Annotated[tuple["Measure", ...] | None, Field(min_length=1)] = None
    any: Annotated[tuple["Measure", ...] | None, Field(min_length=1)] = None
    not_: Annotated["Measure | None", Field(alias="not")] = None

    same: dict[Name, Name] | tuple[Name, ...] = ()
    """Their column to ours; of a count, columns of its own."""
    differs: dict[Name, Name] = {}
    has: dict[Name, Annotated[tuple[ExactText, ...], Field(min_length=1)]] = {}
    """Their column to the values it may have, as the log format maps them."""
    valid_at: Name | None = None
    within: TimeSpan | None = None
    before: TimeSpan | None = None
    outside: Hours | None = None
    otherwise: Name | None = None

    @property
    def kind(self) -> MeasureKind:
        """Which of the kinds it is."""
        return self._kinds()[0]

    @property
    def span(self) -> timedelta | None:
        """How long a span the other row's time lies in, whether it begins or ends with our time."""
        return self.within or self.before

    def _kinds(self) -> list[MeasureKind]:
        found: dict[MeasureKind, object] = {
            "given": self.given,
            "exists": self.exists,
            "count": self.count,
            "longest-gap": self.longest_gap,
            "choose": self.choose,
            "members": self.members,
            "all": self.all,
            "any": self.any,
            "not": self.not_,
        }
        return [kind for kind, value in found.items() if value is not None]

    @property
    def parts(self) -> tuple["Measure", ...]:
        """The measures that it is made of."""
        options = tuple(option.when for option in self.choose or ())
        members = tuple((self.members or {}).values())
        return (
            *options,
            *members,
            *(self.all or ()),
            *(self.any or ()),
            *((self.not_,) if self.not_ else ()),
        )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = self._kinds()
        if len(kinds) != 1:
            raise PydanticCustomError(
                "measure",
                "a measure is exactly one of: given, exists, count, longest-gap, choose, members, all, any, not",
            )
        allowed = _ALLOWED[kinds[0]]
        for key in ("same", "differs", "has", "valid-at", "within", "before", "outside", "otherwise"):
            value = getattr(self, key.replace("-", "_"))
            if value not in (None, (), {}) and key not in allowed:
                raise PydanticCustomError(
                    "measure",
                    "'{key}:' says nothing about '{kind}:'; take it out",
                    {"key": key, "kind": kinds[0]},
                )
            if value in (None, (), {}) and allowed.get(key):
                raise PydanticCustomError(
                    "measure", "'{kind}:' needs '{key}:'; add it", {"key": key, "kind": kinds[0]}
                )
        if kinds[0] == "exists" and sum(map(bool, (self.valid_at, self.within, self.before))) > 1:
            raise PydanticCustomError(
                "measure", "'exists:' takes one of 'valid-at:', 'within:' and 'before:', not several"
            )
        if isinstance(self.same, dict) != (kinds[0] in ("exists", "longest-gap")) and self.same:
            raise PydanticCustomError(
                "measure",
                "'same:' is a map from the other table's columns to ours, and for 'count:' a list of columns",
            )
        return self


_ALLOWED: dict[MeasureKind, dict[str, bool]] = {
    "given": {},
    "exists": {
        "same": True,
        "differs": False,
        "has": False,
        "valid-at": False,
        "within": False,
        "before": False,
    },
    "count": {"same": True, "within": True, "outside": False},
    "longest-gap": {"same": True},
    "choose": {"otherwise": True},
    "members": {},
    "all": {},
    "any": {},
    "not": {},
}
"""The keys beside each kind, and whether it needs them."""

Option.model_rebuild()
Measure.model_rebuild()


def leaves(measures: Iterable[Measure]) -> Iterator[Measure]:
    """The measures inside of which there are no others."""
    for measure in measures:
        if measure.parts:
            yield from leaves(measure.parts)
        else:
            yield measure
