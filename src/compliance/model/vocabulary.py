"""The typed facts, the roles parties play, and the positions that hold readings."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Frozen, Text
from compliance.model.condition import Condition, Number
from compliance.model.measure import Measure
from compliance.model.reference import Name, ProvisionRef

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
    laws: dict[Name, ProvisionRef] = {}
    """For values that stand for what a provision (INSTRUMENT#PROVISION) commands or allows: which one. A bill that ends
    the provision ends what rests on the value."""
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
        if not self.laws.keys() <= self.values.keys():
            raise PydanticCustomError("fact-laws", "'laws:' names values of the fact, and no others")
        return self


class Role(Frozen):
    """A part that a party plays in a practice."""

    title: Text
    ask: Text


class Position(Frozen):
    """Who holds which readings: a side in the argument."""

    title: Text
    note: Text | None = None


class Constraint(Frozen):
    """What holds of every practice that there can be: facts that go together, and facts that exclude each other."""

    of: Literal["party"] | None = None
    """About one party: it holds of every role, and its condition asks `party.ATTRIBUTE`."""
    holds: Condition
    """A condition over facts; a vocabulary has no terms."""
    because: Text


class Harm(Frozen):
    """An outcome that a law may be meant to prevent; `compliance prove` looks for lawful practices that do it."""

    title: Text
    when: Condition
    """A condition over facts; a vocabulary has no terms."""
    weight: Annotated[Number, Field(gt=0)] = 1
    """How grave it is beside the other harms."""
    note: Text | None = None


class Vocabulary(Frozen):
    """rules/…/vocabulary.yaml: facts, roles and the attributes of parties."""

    vocabulary: Name
    roles: dict[Name, Role] = {}
    attributes: dict[Name, Fact] = {}
    """Facts about a party; each becomes the fact `ROLE.ATTRIBUTE` of every role."""
    facts: dict[Name, Fact] = {}
    positions: dict[Name, Position] = {}
    constraints: dict[Name, Constraint] = {}
    harms: dict[Name, Harm] = {}
    measures: dict[Name, Measure] = {}
    """Fact to how a query log shows it."""


class Actor(Frozen):
    """A body or office that can be a party, with its attributes."""

    title: Text
    attributes: Annotated[dict[Name, bool | int | float | str | tuple[str, ...]], Field(alias="is")] = {}
    notes: tuple[Text, ...] = ()


class Actors(Frozen):
    """policies/…/actors.yaml: the actors, as data."""

    actors: Name
    members: dict[Name, Actor]
