"""Conditions as they are written: all, any, not, a term, or one typed comparison on a fact."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Discriminator, Field, RootModel, Strict, Tag, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Day, Frozen, Scalar

OPERATORS = ("is", "one-of", "includes", "at-least", "at-most", "before", "after")


class All(Frozen):
    """Every one of these holds."""

    all: Annotated[tuple["Condition", ...], Field(min_length=1)]


class Any_(Frozen):
    """At least one of these holds."""

    any: Annotated[tuple["Condition", ...], Field(min_length=1)]


class Not(Frozen):
    """This does not hold."""

    not_: Annotated["Condition", Field(alias="not")]


Number = Annotated[int, Strict()] | Annotated[float, Strict()]


class Operation(Frozen):
    """One typed comparison; exactly one operator."""

    is_: Annotated[Scalar | None, Field(alias="is")] = None
    one_of: Annotated[tuple[Scalar, ...] | None, Field(min_length=1)] = None
    includes: Scalar | None = None
    at_least: Number | None = None
    at_most: Number | None = None
    before: Day | None = None
    after: Day | None = None

    @model_validator(mode="after")
    def _one_operator(self) -> Self:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError(
                "one-operator", "a comparison takes exactly one of {names}", {"names": ", ".join(OPERATORS)}
            )
        return self


class Test(RootModel[Annotated[dict[str, Scalar | Operation], Field(min_length=1, max_length=1)]]):
    """`fact: value`, `fact: {operator: value}`, or `role: term`; exactly one key."""

    model_config = {"frozen": True}

    @property
    def subject(self) -> str:
        return next(iter(self.root))

    @property
    def value(self) -> Scalar | Operation:
        return next(iter(self.root.values()))


def _kind(value: Any) -> str:
    if isinstance(value, str):
        return "term"
    if isinstance(value, dict) and len(value) == 1:
        return _KEYS.get(next(iter(value)), "comparison")
    return _KINDS.get(type(value), "")


def _readable(value: Any) -> Any:
    if isinstance(value, dict) and len(value) != 1:
        raise PydanticCustomError(
            "one-condition",
            "a condition has one key and this has {count}; join several under 'all:' or 'any:'",
            {"count": len(value)},
        )
    if not _kind(value):
        raise PydanticCustomError(
            "not-a-condition",
            "this is not a condition; write a term, 'fact: value', or 'all:', 'any:', 'not:'",
        )
    return value


_KEYS = {"all": "all-of", "any": "any-of", "not": "not-of"}
_KINDS: dict[type, str] = {All: "all-of", Any_: "any-of", Not: "not-of", Test: "comparison"}

Condition = Annotated[
    Annotated[All, Tag("all-of")]
    | Annotated[Any_, Tag("any-of")]
    | Annotated[Not, Tag("not-of")]
    | Annotated[Test, Tag("comparison")]
    | Annotated[str, Tag("term")],
    Discriminator(_kind),
    BeforeValidator(_readable),
]

All.model_rebuild()
Any_.model_rebuild()
Not.model_rebuild()
