"""Rules as named formulas: what is compared, then what rests on it, each thing named once.

Equal conditions share a name, whichever rule, term or position they come from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from compliance.engine.formula import And, Formula, Is, Neg, Or, names
from compliance.engine.readings import Choice
from compliance.model.interval import InForce
from compliance.model.library import LinkedException, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm
from compliance.model.rule import Modality

Given = Compare | Judged | tuple[InForce, ...] | None
"""What a name stands for at the bottom: a comparison, a judgment, intervals of law; None is never known."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Holds where another name certainly holds, else fails: an exception that the actor has to show."""

    name: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The names of what a rule's status is decided by, under one choice of readings."""

    modality: Modality
    force: str
    bound: str
    scope: str
    core: str
    excused: str


@dataclass
class Formulas:
    """The rules of a library under several choices of readings."""

    given: dict[str, Given] = field(default_factory=dict)
    named: dict[str, Formula | Shown] = field(default_factory=dict)
    """In an order in which each rests on earlier ones only."""
    level: dict[str, int] = field(default_factory=dict)
    """Given names have level 0; a named formula is one above the highest that it rests on."""
    decided: dict[tuple[str, str], Decided] = field(default_factory=dict)
    """By rule and position."""
    _names: dict[object, str] = field(default_factory=dict)

    def bottom(self, given: Given) -> Is:
        """The name of something given."""
        if given not in self._names:
            name = f"g{len(self.given)}"
            self._names[given] = name
            self.given[name] = given
            self.level[name] = 0
        return Is(self._names[given])

    def name(self, formula: Formula | Shown) -> Is:
        """The name of a formula."""
        if isinstance(formula, Is):
            return formula
        if isinstance(formula, And | Or) and len(formula.of) == 1:
            return self.name(formula.of[0])
        if formula not in self._names:
            name = f"p{len(self.named)}"
            below = {formula.name} if isinstance(formula, Shown) else names(formula)
            self._names[formula] = name
            self.named[name] = formula
            self.level[name] = 1 + max((self.level[other] for other in below), default=0)
        return Is(self._names[formula])


def formulas(
    rules: tuple[LinkedRule, ...], choices: Mapping[str, Choice], found: Formulas | None = None
) -> Formulas:
    """Every rule under every choice of readings; with `found`, added to formulas that are there already."""
    found = Formulas() if found is None else found
    for position, choice in choices.items():
        terms: dict[str, Is] = {}
        for rule in rules:
            found.decided[rule.id, position] = _decided(found, rule, choice, terms)
    return found


def _decided(found: Formulas, rule: LinkedRule, choice: Choice, terms: dict[str, Is]) -> Decided:
    force = found.bottom(rule.in_force)
    bound = found.name(_formula(found, rule.bound, choice, terms))
    scope = found.name(_formula(found, rule.scope, choice, terms))
    core = found.name(_formula(found, rule.core, choice, terms))
    exceptions = (_exception(found, rule, exception, choice, terms) for exception in rule.exceptions)
    excused = found.name(Or(tuple(exceptions)))
    return Decided(rule.modality, force.name, bound.name, scope.name, core.name, excused.name)


def _exception(
    found: Formulas, rule: LinkedRule, exception: LinkedException, choice: Choice, terms: dict[str, Is]
) -> Is:
    """Whether an exception excuses; law that begins and ends with the rule's need not be looked at again."""
    formula = _formula(found, exception.logic, choice, terms)
    if exception.in_force != rule.in_force:
        formula = And((found.bottom(exception.in_force), formula))
    applies = found.name(formula)
    return found.name(Shown(applies.name)) if exception.actor_shows else applies


def _formula(found: Formulas, logic: Logic, choice: Choice, terms: dict[str, Is]) -> Formula:
    match logic:
        case AllOf(of):
            return And(tuple(_formula(found, part, choice, terms) for part in of))
        case AnyOf(of):
            return Or(tuple(_formula(found, part, choice, terms) for part in of))
        case NotOf(part):
            return Neg(_formula(found, part, choice, terms))
        case Compare() | Judged():
            return found.bottom(logic)
        case NotEncoded():
            return found.bottom(None)
        case UseTerm(key):
            if key not in terms:
                terms[key] = found.name(_formula(found, choice[key].logic, choice, terms))
            return terms[key]
