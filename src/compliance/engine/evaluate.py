"""The second engine: a plain Kleene evaluator over resolved conditions."""

from datetime import date

from compliance.engine.atoms import truth_of
from compliance.engine.readings import Choice
from compliance.engine.status import Outcome, Parts, outcome
from compliance.engine.truth import Truth
from compliance.model.case import Case, Given
from compliance.model.interval import InForce, in_force
from compliance.model.library import LinkedException, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm


class Evaluation:
    """One case under one choice of readings on one day of law; remembers what it has worked out."""

    def __init__(
        self, case: Case | Given, choice: Choice, day: date, forces: dict[int, Truth] | None = None
    ) -> None:
        """`forces` remembers which intervals hold the day; evaluations on one day may share it."""
        self.case = case
        self.choice = choice
        self.day = day
        self._terms: dict[str, Truth] = {}
        self._forces = {} if forces is None else forces

    def in_force(self, intervals: tuple[InForce, ...]) -> Truth:
        """Whether any of the intervals, which belong to the library, holds the day."""
        key = id(intervals)
        if key not in self._forces:
            self._forces[key] = in_force(intervals, self.day)
        return self._forces[key]

    def truth(self, logic: Logic) -> Truth:
        """Whether a condition holds: true, false, or unknown."""
        if isinstance(logic, Compare):
            return truth_of(logic, self.case.facts.get(logic.fact))
        if isinstance(logic, UseTerm):
            return self.term(logic.term)
        match logic:
            case AllOf(of):
                unknown = False
                for part in of:
                    value = self.truth(part)
                    if value is False:
                        return False
                    unknown = unknown or value is None
                return None if unknown else True
            case AnyOf(of):
                unknown = False
                for part in of:
                    value = self.truth(part)
                    if value is True:
                        return True
                    unknown = unknown or value is None
                return None if unknown else False
            case NotOf(part):
                value = self.truth(part)
                return None if value is None else not value
            case Judged(key):
                judgment = self.case.judgments.get(key)
                return None if judgment is None else judgment.holds
            case NotEncoded():
                return None
        raise TypeError(logic)

    def term(self, key: str) -> Truth:
        """Whether a term holds under the reading chosen for it."""
        if key not in self._terms:
            self._terms[key] = self.truth(self.choice[key].logic)
        return self._terms[key]

    def exception(self, rule: LinkedRule, exception: LinkedException) -> Truth:
        """Whether an exception applies where its rule does; its law may begin or end on other days."""
        if exception.in_force == rule.in_force:
            return self.truth(exception.logic)
        force = self.in_force(exception.in_force)
        if force is False:
            return False
        value = self.truth(exception.logic)
        return value if force or value is False else None

    def parts(self, rule: LinkedRule) -> Parts:
        """The truth of every part of a rule that its status can depend on."""
        force = self.in_force(rule.in_force)
        bound, scope = self.truth(rule.bound), self.truth(rule.scope)
        if force is False or bound is False or scope is False:
            return Parts(force, bound, scope, None, (None,) * len(rule.exceptions))
        core = self.truth(rule.core)
        exceptions = tuple(self.exception(rule, exception) for exception in rule.exceptions)
        return Parts(force, bound, scope, core, exceptions)

    def outcome(self, rule: LinkedRule) -> Outcome:
        """The rule's status."""
        return outcome(rule.modality, self.parts(rule), rule.burdens)
