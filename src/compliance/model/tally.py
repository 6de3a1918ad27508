"""How many practices of a population come out otherwise under changed law, counted by kind of change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from compliance.model.comparison import KINDS, Kind
from compliance.model.finding import Status

NOTE = (
    "Each rule is counted by itself: where rules collide, declared priorities and conflicts are left out of account. "
    "The practices were drawn at random from the vocabulary, so that the counts say nothing about how often such "
    "conduct happens."
)


@dataclass(frozen=True, slots=True)
class Shift:
    """So many practices go from one status to another for one position."""

    position: str
    kind: Kind
    before: Status
    after: Status
    count: int
    example: int
    """The first practice of them, by its row in the population."""


def by_kind(shifts: Iterable[Shift], position: str) -> Mapping[Kind, int]:
    """How many practices each kind of change comes about in for a position; every kind is there."""
    found = dict.fromkeys(KINDS, 0)
    for shift in shifts:
        if shift.position == position:
            found[shift.kind] += shift.count
    return found


@dataclass(frozen=True, slots=True)
class RuleTally:
    """What becomes of one rule; before it was law, and after it ceased to be, it is not applicable."""

    rule: str
    title: str
    shifts: tuple[Shift, ...]
    """For each position that argues about the rule every practice once, those included that are left as they were."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A population under the law before and after a change, on one day."""

    seed: int
    unknown: float
    practices: int
    day: date
    positions: tuple[str, ...]
    rules: tuple[RuleTally, ...]
    """The rules that the change can touch, those of the law before first."""
    untouched: tuple[str, ...]
    """The rules that stand as they were, so that nothing can change about their findings."""
    whole: tuple[Shift, ...]
    """The practices as a whole, each by the gravest of its findings; every practice once for each position."""
    note: str = NOTE

    def moved(self, position: str) -> int:
        """How many practices as a whole do not stay as they were."""
        return self.practices - by_kind(self.whole, position)["leaves"]
