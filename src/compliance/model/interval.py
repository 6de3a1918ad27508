"""When a provision is law: intervals of days, some with an end that is not known."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Day, Frozen, Text
from compliance.model.reference import ProvisionRef


class Between(Frozen):
    """A day known only to lie between two others; without `latest` it may not have come yet."""

    earliest: Day
    latest: Day | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Between":
        if self.latest is not None and self.latest < self.earliest:
            raise PydanticCustomError("interval", "this ends before it begins")
        return self


class InForce(Frozen):
    """One stretch of days on which something is law; both ends belong to it."""

    from_: Annotated[Day | Between, Field(alias="from")]
    """The first day, or the days between which it lies."""
    to: Day | None = None
    """The last day; none while it goes on."""
    by: ProvisionRef | None = None
    """The instrument that keeps it in force for this stretch, where it is not its own force."""
    note: Text | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "InForce":
        if self.to is not None and self.to < self.earliest:
            raise PydanticCustomError("interval", "this ends before it begins")
        return self

    @property
    def earliest(self) -> date:
        return self.from_.earliest if isinstance(self.from_, Between) else self.from_

    @property
    def certain_from(self) -> date | None:
        """The first day on which it is certainly in force, if there is one."""
        return self.from_.latest if isinstance(self.from_, Between) else self.from_

    def holds_on(self, day: date) -> bool | None:
        """True, false, or None where the first day is not known well enough."""
        if day < self.earliest or (self.to is not None and day > self.to):
            return False
        certain = self.certain_from
        return True if certain is not None and day >= certain else None


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


Intervals = Annotated[tuple[InForce, ...], BeforeValidator(_one_or_many), Field(min_length=1)]
"""One stretch, or a list of them in order."""


def in_force(intervals: tuple[InForce, ...], day: date) -> bool | None:
    """Whether any stretch holds the day: true, false, or None when that cannot be known."""
    unknown = False
    for interval in intervals:
        value = interval.holds_on(day)
        if value:
            return True
        unknown = unknown or value is None
    return None if unknown else False


def edges(intervals: tuple[InForce, ...]) -> Iterator[date]:
    """Every day on which a stretch begins, certainly does, or has ceased."""
    for interval in intervals:
        yield interval.earliest
        if interval.certain_from is not None:
            yield interval.certain_from
        if interval.to is not None and interval.to < date.max:
            yield interval.to + timedelta(days=1)
