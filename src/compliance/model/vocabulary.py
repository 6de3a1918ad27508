"""The typed facts, the roles parties play, and the positions that hold readings."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Frozen, Text
from compliance.model.reference import Name

FactType = Literal["yes-no", "choice", "set", "number", "day"]

UNKNOWN = "unknown"
"""The value that says nobody knows; the same as not giving the fact, but on record."""


class Fact(Frozen):
    """One thing that can be known about a practice, and how it is asked."""

    type: FactType
    ask: Text
    """The question, as put to a person; `{party}` stands for the party in an attribute of a role."""
    values: dict[Name, Text] = {}
    """For a choice or a set: each value and what it means."""
    unit: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _values_where_needed(self) -> Self:
        listed = self.type in ("choice", "set")
        if listed and not self.values:
            raise PydanticCustomError("fact-values", "a {type} fact lists its values", {"type": self.type})
        if self.values and not listed:
            raise PydanticCustomError(
                "fact-values", "a {type} fact has no list of values", {"type": self.type}
            )
        if UNKNOWN in self.values:
            raise PydanticCustomError(
                "fact-values", "'unknown' is never a value; it is what a fact is until known"
            )
        return self


class Role(Frozen):
    """A part that a party plays in a practice."""

    title: Text
    ask: Text


class Position(Frozen):
    """Who holds which readings: a side in the argument."""

    title: Text
    note: Text | None = None


class Vocabulary(Frozen):
    """rules/…/vocabulary.yaml: facts, roles and the attributes of parties."""

    vocabulary: Name
    roles: dict[Name, Role] = {}
    attributes: dict[Name, Fact] = {}
    """Facts about a party; each becomes the fact `ROLE.ATTRIBUTE` of every role."""
    facts: dict[Name, Fact] = {}
    positions: dict[Name, Position] = {}


class Actor(Frozen):
    """A body or office that can be a party, with its attributes."""

    title: Text
    attributes: Annotated[dict[Name, bool | int | float | str | tuple[str, ...]], Field(alias="is")] = {}
    notes: tuple[Text, ...] = ()


class Actors(Frozen):
    """policies/…/actors.yaml: the actors, as data."""

    actors: Name
    members: dict[Name, Actor]
