"""A practice: facts about conduct, with their evidence, and what was said about it."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Day, Frozen, Scalar, Text
from compliance.model.reference import Name, RowIds

Standing = Literal["established", "admitted", "alleged", "disputed"]
COUNTS: frozenset[Standing] = frozenset({"established", "admitted"})
"""Standings that count as known under the standard `proven`."""


class StatedFact(Frozen):
    """A fact as a practice states it."""

    is_: Annotated[Scalar | tuple[str, ...] | None, Field(alias="is")] = None
    """The value; for a set the whole set."""
    includes: tuple[str, ...] = ()
    """For a set that is known in part: members it has."""
    excludes: tuple[str, ...] = ()
    """For a set that is known in part: members it lacks."""
    standing: Standing = "established"
    source: Annotated[
        tuple[Name, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
    ] = ()
    """Evidence, by its name in the practice."""
    note: Text | None = None

    @model_validator(mode="after")
    def _value_or_parts(self) -> Self:
        parts = bool(self.includes or self.excludes)
        if (self.is_ is not None) == parts:
            raise PydanticCustomError(
                "fact-value",
                "a fact has either 'is:' or, for a set known in part, 'includes:' and 'excludes:'",
            )
        return self


def _stated(value: Any) -> Any:
    return value if isinstance(value, dict | StatedFact) else {"is": value}


class Claim(Frozen):
    """What somebody said about the practice; never a fact by itself."""

    by: Text
    """Who, by role; no private person is named."""
    on: Day | None = None
    says: dict[Name, Scalar | tuple[str, ...]] = {}
    """Facts it asserts, where it asserts any that the vocabulary knows."""
    gist: Text
    source: Name | None = None
    row: RowIds = ()
    note: Text | None = None


class Evidence(Frozen):
    """Something a fact rests on."""

    title: Text
    date: Day | None = None
    kind: Text | None = None
    note: Text | None = None


class Judgment(Frozen):
    """A decision on a term that is left to judgment."""

    term: Text
    """INSTRUMENT#TERM."""
    of: Name | None = None
    """The role it is about, for a term about a party."""
    holds: StrictBool
    by: Text
    why: Text


class During(Frozen):
    """A span of days; without `to` it goes on."""

    from_: Annotated[Day, Field(alias="from")]
    to: Day | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.to is not None and self.to < self.from_:
            raise PydanticCustomError("interval", "this ends before it begins")
        return self


class PartyDescription(Frozen):
    """A party described on the spot, for one that is not among the actors."""

    title: Text
    attributes: Annotated[dict[Name, Scalar | tuple[str, ...]], Field(alias="is")] = {}


class Practice(Frozen):
    """features/practices/NAME.yaml."""

    practice: Name
    title: Text
    parties: dict[Name, Name | PartyDescription] = {}
    on: Day | None = None
    during: During | None = None
    facts: dict[Name, Annotated[StatedFact, BeforeValidator(_stated)]] = {}
    judgments: tuple[Judgment, ...] = ()
    claims: tuple[Claim, ...] = ()
    evidence: dict[Name, Evidence] = {}
    row: RowIds = ()
    notes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _dated(self) -> Self:
        if (self.on is None) == (self.during is None):
            raise PydanticCustomError(
                "practice-date", "a practice says when: either 'on: 2019-05-08' or 'during: {from: …, to: …}'"
            )
        return self

    @property
    def span(self) -> tuple[date, date | None]:
        """First and last day; the last is None while the practice goes on."""
        if self.during is not None:
            return self.during.from_, self.during.to
        assert self.on is not None
        return self.on, self.on
