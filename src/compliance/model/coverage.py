"""What scenarios exercise of the law: each provision, rule, exception and reading, with the outcomes seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from compliance.model.finding import STATUSES, NotApplicable, Tried

Measure = Literal["rules", "exceptions", "readings", "provisions"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

WHY_NOT: tuple[NotApplicable, ...] = get_args(NotApplicable)
UNAPPLIED: Mapping[str, str] = {reason: f"not-applicable because {reason}" for reason in WHY_NOT}
"""The outcomes of a rule that does not apply, by reason; said as the steps of scenarios say them."""

ORDER: tuple[str, ...] = (
    *STATUSES,
    *UNAPPLIED.values(),
    *get_args(Tried),
    "decisive",
    "applied",
    "named",
    "cited",
    "kept law in force",
)
"""Every outcome that something can have, in the order in which they are told."""


@dataclass(frozen=True, slots=True, order=True)
class ScenarioRef:
    """A scenario, by where it stands."""

    file: str
    line: int
    title: str
    feature: str


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """What a scenario saw of a thing, and for which position where it spoke of one."""

    what: str
    position: str | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """One scenario that exercises something, and the outcomes it saw."""

    scenario: ScenarioRef
    outcomes: tuple[Outcome, ...]


Exercises = tuple[Exercise, ...]
"""In the order of files and lines."""


def tally(exercises: Iterable[Exercise]) -> dict[str, int]:
    """Each outcome seen, with the number of scenarios that saw it."""
    seen: dict[str, int] = {}
    for exercise in exercises:
        for what in {outcome.what for outcome in exercise.outcomes}:
            seen[what] = seen.get(what, 0) + 1
    return {what: seen[what] for what in sorted(seen, key=ORDER.index)}


@dataclass(frozen=True, slots=True)
class ExceptionCoverage:
    """An exception of a rule. `encoded` is false where its provision could not be encoded."""

    name: str
    instrument: str
    provision: str
    encoded: bool
    covered: bool
    exercises: Exercises
    never: tuple[str, ...]
    """The outcomes that it can have and no scenario saw."""


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """A rule with its exceptions."""

    id: str
    instrument: str
    provision: str
    covered: bool
    exercises: Exercises
    never: tuple[str, ...]
    """The outcomes that it can have and no scenario saw."""
    exceptions: tuple[ExceptionCoverage, ...]


@dataclass(frozen=True, slots=True)
class ReadingCoverage:
    """A reading of a term. `in_use`: some position decides by it; the others are on record only."""

    name: str
    in_use: bool
    covered: bool
    exercises: Exercises

    @property
    def decisive(self) -> bool:
        """Whether a finding that a scenario looked at turned on it."""
        return "decisive" in tally(self.exercises)


@dataclass(frozen=True, slots=True)
class TermCoverage:
    """A term; `readings` only where there are several."""

    address: str
    """INSTRUMENT#TERM."""
    instrument: str
    """Of the provision that it is a word of."""
    provision: str
    rules: tuple[str, ...]
    """The rules that rest on it, as some position reads them."""
    covered: bool
    readings: tuple[ReadingCoverage, ...]


@dataclass(frozen=True, slots=True)
class PriorityCoverage:
    """A declared priority of one rule over another."""

    prevails: str
    over: str
    instrument: str
    provision: str
    covered: bool
    exercises: Exercises


State = Literal["covered", "not covered", "not encoded", "on record"]
"""`not encoded` and `on record` (nothing encoded from it) are neither covered nor gaps."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """Something encoded from a provision."""

    kind: Literal["rule", "exception", "term", "priority", "bearing", "continuation"]
    name: str
    covered: bool


@dataclass(frozen=True, slots=True)
class ProvisionCoverage:
    """A provision, what is encoded from it, and the scenarios that speak of it by name."""

    name: str
    state: State
    encoded: tuple[Encoded, ...]
    exercises: Exercises


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """An instrument with all that belongs to it; rules and priorities stand with the provision they cite."""

    id: str
    provisions: tuple[ProvisionCoverage, ...]
    rules: tuple[RuleCoverage, ...]
    terms: tuple[TermCoverage, ...]
    priorities: tuple[PriorityCoverage, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """How much is covered of one kind of thing."""

    measure: Measure
    covered: int
    count: int
    missing: tuple[str, ...]
    """What no scenario covers, by name."""
    apart: tuple[str, ...] = ()
    """What is on record and not counted: readings that nobody decides by, provisions without an encoding."""

    def reaches(self, percent: float) -> bool:
        """Whether at least so many percent are covered; true where there is nothing to cover."""
        return 100 * self.covered >= Fraction(str(percent)) * self.count

    @property
    def percent(self) -> float | None:
        """Rounded down to a tenth, so that 100 means all; None where there is nothing to cover."""
        return 1000 * self.covered // self.count / 10 if self.count else None


@dataclass(frozen=True, slots=True)
class FailedScenario:
    """A scenario that did not hold; it covers nothing."""

    scenario: ScenarioRef
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What scenarios exercise of a library."""

    instruments: tuple[InstrumentCoverage, ...]
    totals: tuple[Total, ...]
    """Of the kinds that were asked for."""
    scenarios: int
    failed: tuple[FailedScenario, ...]
    idle: tuple[ScenarioRef, ...]
    """Scenarios that passed and exercise nothing here: they speak of practices as a whole, or of other law."""
