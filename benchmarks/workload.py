"""What every engine is given: the same generated rules, the same generated practices."""

from dataclasses import dataclass
from datetime import date
from random import Random

from tests.generate import Shape, random_case, random_day, random_library

from compliance.engine.readings import Choice, choice_of
from compliance.model.case import Case
from compliance.model.finding import Status
from compliance.model.library import Library

STATUSES: tuple[Status, ...] = (
    "undetermined",
    "violated",
    "excused",
    "satisfied",
    "permitted",
    "not-applicable",
)
"""An engine answers with the number of a status in this list."""
UNDETERMINED, VIOLATED, EXCUSED, SATISFIED, PERMITTED, NOT_APPLICABLE = range(6)

Row = tuple[Case, date]
"""A practice and the day whose law applies."""
Counts = dict[tuple[str, str], tuple[int, ...]]
"""(rule, position) to how many practices have each of STATUSES."""


@dataclass(frozen=True)
class Workload:
    """Rules under the readings of every position, and practices."""

    library: Library
    choices: dict[str, Choice]
    rows: tuple[Row, ...]

    @property
    def terms(self) -> list[str]:
        """The terms that rules rest on, each behind those that it rests on itself."""
        used = self.library.support(
            *(logic for rule in self.library.rules for logic in rule.conditions)
        ).terms
        return [key for key in self.library.terms if key in used]

    @property
    def columns(self) -> list[tuple[str, str]]:
        """(rule, position), in the order in which engines answer."""
        return [(rule.id, position) for position in self.choices for rule in self.library.rules]


def workload(practices: int, rules: int, seed: int = 1) -> Workload:
    """Rules with terms in several readings, exceptions, burdens, uncertain dates; one fact in six unknown."""
    random = Random(seed)
    shape = Shape(rules=rules, terms=12, facts=8, depth=2, always_law=0.8, unknown=0.15, not_encoded=0.01)
    library = random_library(random, shape)
    choices: dict[str, Choice] = {name: choice_of(library, name) for name in library.positions}
    rows = tuple(
        (random_case(random, library, shape, number), random_day(random)) for number in range(practices)
    )
    return Workload(library, choices, rows)
