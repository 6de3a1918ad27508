"""The question of `covers` as a person would write it down for z3: its own sorts, and an expression for each rule."""

from datetime import date
from typing import Any

import z3

from compliance.engine.readings import Choice
from compliance.model.interval import in_force
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotOf, UseTerm


class Encoded:
    """Facts as constants of z3, and conditions over them."""

    def __init__(self, library: Library, choice: Choice, day: date) -> None:
        self.library, self.choice, self.day = library, choice, day
        self.limits: list[Any] = []
        self._facts: dict[str, Any] = {}
        self._terms: dict[str, Any] = {}

    def fact(self, name: str) -> Any:
        if name not in self._facts:
            match self.library.facts[name].type:
                case "yes-no":
                    found = z3.Bool(name)
                case "number":
                    found = z3.Real(name)
                case "choice":
                    found = z3.Int(name)
                    self.limits += [found >= 0, found < len(self.library.facts[name].values)]
                case _:
                    found = z3.Int(name)
            self._facts[name] = found
        return self._facts[name]

    def value(self, fact: str, value: object) -> Any:
        declared = self.library.facts[fact]
        if isinstance(value, date):
            return value.toordinal()
        return list(declared.values).index(str(value)) if declared.type == "choice" else value

    def truth(self, logic: Logic) -> Any:
        match logic:
            case AllOf(of):
                return z3.And(*map(self.truth, of))
            case AnyOf(of):
                return z3.Or(*map(self.truth, of))
            case NotOf(part):
                return z3.Not(self.truth(part))
            case UseTerm(key):
                if key not in self._terms:
                    self._terms[key] = self.truth(self.choice[key].logic)
                return self._terms[key]
            case Judged(key):
                return z3.Bool(f"judged {key}")
            case Compare(fact, "includes", value):
                return z3.Bool(f"{fact} includes {value}")
            case Compare(fact, "one-of", tuple(values)):
                return z3.Or(*(self.fact(fact) == self.value(fact, one) for one in values))
            case Compare(fact, operator, value):
                left, right = self.fact(fact), self.value(fact, value)
                match operator:
                    case "at-least":
                        return left >= right
                    case "at-most":
                        return left <= right
                    case "before":
                        return left < right
                    case "after":
                        return left > right
                return left == right
        raise TypeError(logic)

    def violated(self, rule: LinkedRule) -> Any:
        if not in_force(rule.in_force, self.day):
            return z3.BoolVal(False)
        core = self.truth(rule.core)
        breach = z3.Not(core) if rule.modality == "obligation" else core
        excused = [
            self.truth(one.logic)
            for one in rule.exceptions
            if one.in_force == rule.in_force or in_force(one.in_force, self.day)
        ]
        return z3.And(self.truth(rule.bound), self.truth(rule.scope), breach, z3.Not(z3.Or(*excused)))


def covered(law: Library, bill: Library, choice: Choice, day: date) -> bool:
    """Whether every practice that violates a rule of the law violates one of the bill."""
    encoded = Encoded(law, choice, day)
    solver = z3.Solver()
    solver.add(z3.Or(*(encoded.violated(rule) for rule in law.rules)))
    solver.add(z3.Not(z3.Or(*(encoded.violated(rule) for rule in bill.rules))))
    solver.add(*encoded.limits)
    return bool(solver.check() == z3.unsat)
