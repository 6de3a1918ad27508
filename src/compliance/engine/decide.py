"""Both engines on the same case; where they differ nothing is reported."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.engine import durable
from compliance.engine.evaluate import Evaluation
from compliance.engine.program import Program
from compliance.engine.readings import SOLE, Choice, choice_of
from compliance.engine.status import Outcome, Parts, chosen, statuses
from compliance.model.case import Case
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
        self.why_alone = durable.available() if inference else "it was switched off"
        self._program = None if self.why_alone else Program(library.rules, self.choices)
        self.engines = (EVALUATE,) if self._program is None else (DURABLE, EVALUATE)

    def positions_of(self, rule: LinkedRule) -> tuple[str, ...]:
        """The positions that argue about a rule; never none."""
        own = self.library.positions_of.get(rule.instrument, ())
        return tuple(position for position in self.choices if position in own or position == SOLE) or (
            next(iter(self.choices)),
        )

    def decide(self, case: Case, day: date) -> Decisions:
        """Every rule for every position, under the law of a day. Raises EnginesDisagree or InferenceError."""
        inferred = None if self._program is None else self._program.statuses(case, day)
        decisions: dict[tuple[str, str], Decision] = {}
        for position, choice in self.choices.items():
            evaluation = Evaluation(case, choice, day)
            for rule in self.library.rules:
                parts = evaluation.parts(rule)
                evaluated = statuses(rule.modality, parts, rule.burdens)
                if inferred is not None and inferred[rule.id, position] != evaluated:
                    differing = inferred[rule.id, position]
                    raise EnginesDisagree(rule.id, position, differing, evaluated, case_text(case, day))
                decisions[rule.id, position] = Decision(chosen(evaluated, parts), parts)
        return decisions


def case_text(case: Case, day: date) -> str:
    """A case as JSON, for the record of an internal error."""
    facts = {name: repr(known.value) for name, known in sorted(case.facts.items())}
    judged = {key: judgment.holds for key, judgment in sorted(case.judgments.items())}
    return json.dumps(
        {"practice": case.id, "law-of": str(day), "facts": facts, "judgments": judged},
        indent=2,
        sort_keys=True,
    )
