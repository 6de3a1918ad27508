"""Both engines on the same case; where they differ nothing is reported."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.engine import durable
from compliance.engine.evaluate import Evaluation
from compliance.engine.program import Program
from compliance.engine.readings import SOLE, Choice, arguing, choice_of
from compliance.engine.status import Outcome, Parts, chosen, statuses
from compliance.engine.truth import Truth
from compliance.model.case import Case
from compliance.model.finding import Status
from compliance.model.library import Library, LinkedRule

DURABLE = "durable_rules"
EVALUATE = "evaluate"


class EnginesDisagree(Exception):
    """The engines differ on a case: a defect of this program, never a finding. `case` is the case as text."""

    def __init__(self, rule: str, position: str, durable: object, evaluate: object, case: str) -> None:
        super().__init__(f"the engines differ on {rule} for {position}: {durable} against {evaluate}")
        self.case = case


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about one rule for one position."""

    outcome: Outcome
    parts: Parts


Decisions = Mapping[tuple[str, str], Decision]
"""(rule, position) to the decision."""


class Decider:
    """A library under the readings of its positions, ready to decide cases."""

    def __init__(
        self, library: Library, positions: Sequence[str] | None = None, *, inference: bool = True
    ) -> None:
        """`positions` are those to decide for, by default all. Without `inference`, or where durable_rules
        cannot be imported, only the second engine decides; `engines` and `why_alone` say so."""
        self.library = library
        self.positions = tuple(library.positions) if positions is None else tuple(positions)
        self.choices: dict[str, Choice] = {
            position: choice_of(library, position) for position in (self.positions or (SOLE,))
        }
        self._positions: dict[str, tuple[str, ...]] = {}
        self.alike = _alike(library, self.choices)
        """(rule, position) to the first position that reads all of the rule's terms the same way."""
        self.why_alone = durable.available() if inference else "it was switched off"
        self._program = None if self.why_alone else Program(library.rules, self.choices)
        self.engines = (EVALUATE,) if self._program is None else (DURABLE, EVALUATE)

    def positions_of(self, rule: LinkedRule) -> tuple[str, ...]:
        """The positions that argue about a rule; never none."""
        home = rule.instrument
        if home not in self._positions:
            self._positions[home] = arguing(self.library, home, self.choices)
        return self._positions[home]

    def decide(self, case: Case, day: date) -> Decisions:
        """Every rule for every position, under the law of a day. Raises EnginesDisagree or InferenceError."""
        inferred = None if self._program is None else self._program.statuses(case, day)
        decisions: dict[tuple[str, str], Decision] = {}
        evaluated: dict[tuple[str, str], dict[Status, Truth]] = {}
        forces: dict[int, Truth] = {}
        for position, choice in self.choices.items():
            evaluation = Evaluation(case, choice, day, forces)
            for rule in self.library.rules:
                key, first = (rule.id, position), (rule.id, self.alike[rule.id, position])
                if first != key:
                    decisions[key], evaluated[key] = decisions[first], evaluated[first]
                else:
                    parts = evaluation.parts(rule)
                    evaluated[key] = statuses(rule.modality, parts, rule.burdens)
                    decisions[key] = Decision(chosen(evaluated[key], parts), parts)
                if inferred is not None and inferred[key] != evaluated[key]:
                    text = case_text(case, day)
                    raise EnginesDisagree(rule.id, position, inferred[key], evaluated[key], text)
        return decisions


def _alike(library: Library, choices: Mapping[str, Choice]) -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for rule in library.rules:
        first: dict[tuple[str, ...], str] = {}
        for position, choice in choices.items():
            readings = tuple(choice[key].name for key in library.support_of[rule.id].terms)
            found[rule.id, position] = first.setdefault(readings, position)
    return found


def case_text(case: Case, day: date) -> str:
    """A case as JSON, for the record of an internal error."""
    facts = {name: repr(known.value) for name, known in sorted(case.facts.items())}
    judged = {key: judgment.holds for key, judgment in sorted(case.judgments.items())}
    return json.dumps(
        {"practice": case.id, "law-of": str(day), "facts": facts, "judgments": judged},
        indent=2,
        sort_keys=True,
    )
