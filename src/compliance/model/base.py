"""What every file model shares: frozen, strict about unknown keys, kebab-case in YAML."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError


def _kebab(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Frozen(BaseModel):
    """A value read from a file: immutable, and every key in it is known."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=_kebab,
        populate_by_name=True,
    )


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(text: str) -> date | None:
    """A day written year-month-day; None where the text is no such day."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    day = read_day(value) if isinstance(value, str) else None
    if day is not None:
        return day
    raise PydanticCustomError(
        "day", "'{value}' is not a date; write it as year-month-day, 2019-05-08", {"value": value}
    )


Day = Annotated[
    date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
"""A calendar day, written year-month-day."""


def _text(value: Any) -> str:
    if isinstance(value, str):
        if value.strip():
            return " ".join(value.split())
        raise PydanticCustomError("empty-text", "this text is empty; write it or take the key out")
    raise PydanticCustomError("text", "this must be text; put it in quotes if it looks like a number", {})


Text = Annotated[str, BeforeValidator(_text)]
"""Prose, with its line breaks folded into single spaces; never empty."""


def _exact(value: Any) -> str:
    if isinstance(value, str):
        if value:
            return value
        raise PydanticCustomError("empty-text", "this text is empty; write it or take the key out")
    raise PydanticCustomError("text", "this must be text; put it in quotes if it looks like a number", {})


ExactText = Annotated[str, BeforeValidator(_exact)]
"""Text of somebody else's making, kept letter by letter, blanks included; never empty."""

Scalar = bool | int | float | str
"""A value that a fact can have: yes/no, a number, or a word; days are written as text."""
