"""Mutants of law: one small change each, which scenarios should notice; and what became of them."""

from dataclasses import dataclass
from typing import Literal

from pydantic import StrictBool

from compliance.model.base import Frozen, Text
from compliance.model.interval import InForce
from compliance.model.logic import Value
from compliance.model.rule import Modality
from compliance.model.span import Span

MutantOperator = Literal[
    "drop-exception",
    "drop-element",
    "negate-element",
    "swap-all-any",
    "swap-modality",
    "move-date",
    "swap-reading",
    "swap-burden",
    "drop-value",
    "shift-threshold",
    "drop-flag",
    "drop-priority",
]

Path = tuple[int, ...]
"""Where a condition stands inside another: at each level which of its parts."""


@dataclass(frozen=True, slots=True)
class EditCondition:
    """One condition inside a rule or a term is dropped, negated, swapped (all for any), or has another value."""

    owner: str
    """The rule, or the term (INSTRUMENT#TERM)."""
    part: str
    """Of a rule `applies`, `elements` or `unless:EXCEPTION`; of a term the reading."""
    path: Path
    how: Literal["drop", "negate", "swap", "value"]
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class DropException:
    """A rule loses an exception."""

    rule: str
    exception: str


@dataclass(frozen=True, slots=True)
class SwapBurden:
    """Who has to show an exception: the actor, or nobody in particular."""

    rule: str
    exception: str


@dataclass(frozen=True, slots=True)
class DropFlag:
    """A rule loses a flag, counted from 0."""

    rule: str
    place: int


@dataclass(frozen=True, slots=True)
class SetModality:
    """A rule forbids, requires or permits what it permitted, forbade or required."""

    rule: str
    modality: Modality


@dataclass(frozen=True, slots=True)
class SetForce:
    """A rule, a provision (INSTRUMENT#PROVISION) or an instrument is law on other days."""

    owner: str
    intervals: tuple[InForce, ...]


@dataclass(frozen=True, slots=True)
class SetReading:
    """A position holds another reading of a term (INSTRUMENT#TERM)."""

    term: str
    position: str
    reading: str


@dataclass(frozen=True, slots=True)
class DropPriority:
    """A rule no longer prevails over another."""

    prevails: str
    over: str


Edit = (
    EditCondition | DropException | SwapBurden | DropFlag | SetModality | SetForce | SetReading | DropPriority
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """The law with one small change."""

    id: str
    """Made of names, so that it stays while the law around it changes."""
    operator: MutantOperator
    instrument: str
    provision: str | None
    """None where the whole instrument changes."""
    subject: str
    """The rule, the term (INSTRUMENT#TERM), the provision (INSTRUMENT#PROVISION) or the instrument that changes."""
    change: str
    """What changed, in words."""
    edit: Edit


class Explanation(Frozen):
    """Why a mutant survives, as a person explained it."""

    mutant: Text
    reason: Text
    equivalent: StrictBool = False
    """Whether it is the same law, so that no scenario can ever tell; then it leaves the score."""


class Explanations(Frozen):
    """The file of explained survivors."""

    explained: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Killer:
    """The scenario that noticed a mutant, and the step that failed."""

    feature: str
    scenario: str
    span: Span
    step: str


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A scenario that would notice a mutant, written with the published steps."""

    feature: str
    """The feature file beside whose practices it can stand."""
    text: str


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a mutant."""

    mutant: Mutant
    killer: Killer | None
    skeleton: Skeleton | None = None
    same: bool = False
    """Whether no facts that are known in full can tell it from the law; every way was tried."""
    explanation: Explanation | None = None

    @property
    def equivalent(self) -> bool:
        """Whether it leaves the score: it is the same law, as was proved or explained."""
        return self.killer is None and (
            self.same or (self.explanation is not None and self.explanation.equivalent)
        )


@dataclass(frozen=True, slots=True)
class MutationReport:
    """What scenarios make of mutants of the law."""

    fates: tuple[Fate, ...]
    """In the order of the law."""
    scenarios: int
    engines: tuple[str, ...]
    left_out: int = 0
    """Mutants that were not tried, because of a limit."""

    @property
    def counted(self) -> tuple[Fate, ...]:
        """The mutants in the score."""
        return tuple(fate for fate in self.fates if not fate.equivalent)

    @property
    def killed(self) -> int:
        """How many some scenario noticed."""
        return sum(fate.killer is not None for fate in self.fates)

    @property
    def score(self) -> float:
        """Percent killed of those that count; 100 where none counts."""
        counted = len(self.counted)
        return 100 * self.killed / counted if counted else 100.0

    @property
    def open(self) -> tuple[Fate, ...]:
        """Survivors that nobody explained."""
        return tuple(fate for fate in self.counted if fate.killer is None and fate.explanation is None)
