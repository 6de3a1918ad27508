"""Waivers: findings and failed scenarios that somebody has decided to live with, for a reason and until a day."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal, Self, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Day, Frozen, Text
from compliance.model.reference import Name

Waivable = Literal["violated", "conflict", "contested", "undetermined"]
"""The statuses that a waiver can cover: those that call for something to be done."""
WAIVABLE: tuple[Waivable, ...] = get_args(Waivable)

SUBJECT: Final = "waiver-subject"
_SUBJECT: Final = "a waiver is about a 'practice:' and a 'rule:', or about a 'scenario:'"


class ScenarioName(Frozen):
    """A scenario, by its file and its name."""

    feature: Text
    """The path of the feature file, or the end of it."""
    name: Text
    """The scenario's name; of an outline one row is named as reports name it, with its values in brackets."""


class Waiver(Frozen):
    """A decision to live with one rule's finding on one practice, or with one failed scenario."""

    practice: Name | None = None
    """The practice, together with `rule`."""
    rule: Name | None = None
    scenario: ScenarioName | None = None
    """A scenario that may fail, in place of a practice and a rule."""
    statuses: Annotated[tuple[Waivable, ...], Field(min_length=1)] | None = None
    """The statuses covered; without it all of these. A finding that takes another status is waived no longer."""
    reason: Text
    """Why it can be lived with."""
    approver: Text
    """Who decided so, by role; no private person is named."""
    expires: Day
    """The last day on which it is waived."""

    @model_validator(mode="after")
    def _about_one_thing(self) -> Self:
        finding = self.practice is not None and self.rule is not None
        stray = self.practice is not None or self.rule is not None or self.statuses is not None
        if not finding if self.scenario is None else stray:
            raise PydanticCustomError(SUBJECT, _SUBJECT)
        return self

    @property
    def covers(self) -> tuple[Waivable, ...]:
        """The statuses that it waives."""
        return self.statuses or WAIVABLE


class Waivers(Frozen):
    """A file of waivers."""

    waivers: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True)
class Waived:
    """What a finding or a scenario was waived by."""

    reason: str
    approver: str
    expires: date


@dataclass(frozen=True, slots=True)
class WaiverRecord:
    """The waivers that a report was made with, and the day that they were held against."""

    file: str
    digest: str
    """SHA-256 of its bytes."""
    today: date
