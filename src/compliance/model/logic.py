"""Conditions with every name resolved: what the engines run."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Operator = Literal["is", "one-of", "includes", "at-least", "at-most", "before", "after"]
Single = bool | int | float | str | date
Value = Single | tuple[Single, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    of: tuple["Logic", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    of: tuple["Logic", ...]


@dataclass(frozen=True, slots=True)
class NotOf:
    """The part does not hold."""

    of: "Logic"


@dataclass(frozen=True, slots=True)
class Compare:
    """One typed comparison on a fact."""

    fact: str
    operator: Operator
    value: Value


@dataclass(frozen=True, slots=True)
class UseTerm:
    """A term, of one role where it is about a party."""

    term: str
    """The key of a `TermUse` in the library."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question left to a person; the practice records the answer."""

    key: str


@dataclass(frozen=True, slots=True)
class NotEncoded:
    """A provision that could not be encoded: always unknown."""

    instrument: str
    provision: str


Logic = AllOf | AnyOf | NotOf | Compare | UseTerm | Judged | NotEncoded
ALWAYS = AllOf(())
"""A condition that holds for everything."""


def parts(logic: Logic) -> tuple[Logic, ...]:
    """The conditions directly inside a condition."""
    match logic:
        case AllOf(of) | AnyOf(of):
            return of
        case NotOf(of):
            return (of,)
        case _:
            return ()
