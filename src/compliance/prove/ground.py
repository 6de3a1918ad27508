"""What a question is asked on: laws under one position's readings on one day, over every practice; and the smallest
practice of which a claim is true."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from compliance.engine.readings import choice_of
from compliance.model.library import Library
from compliance.model.logic import Logic, Value
from compliance.prove.circuit import TRUE, Circuit
from compliance.prove.practices import Practices, Stated, Unit
from compliance.prove.solver import Deadline, Model, NotDecided, Solver
from compliance.prove.statuses import Conditions, Statuses, complete, in_part

MOST_STATED = 24
"""Practices that need more than so many facts are not made as small as they could be."""


class View:
    """Laws over all practices; in a complete view every fact is known."""

    def __init__(self, practices: Practices, laws: Sequence[Statuses]) -> None:
        self.practices = practices
        self.laws = tuple(laws)
        self.circuit = laws[0].circuit

    @property
    def law(self) -> Statuses:
        """The first of the laws."""
        return self.laws[0]

    @property
    def other(self) -> Statuses:
        """The last of the laws."""
        return self.laws[-1]


Claim = Callable[[View], int]
"""What is said of a practice, as a literal: with unknown facts, that it holds however they come out."""


@dataclass(frozen=True)
class Found:
    """A practice of which a claim is true."""

    stated: Stated
    smallest: bool
    """Whether it is proved that none that states less will do."""
    instead: tuple[tuple[Unit, tuple[Value, ...]], ...] = ()
    """Facts with the other values that would do as well, each by itself."""


class Ground:
    """Laws under one position's readings on one day."""

    def __init__(
        self,
        laws: Sequence[Library],
        position: str,
        day: date,
        deadline: Deadline,
        also: Sequence[Logic] = (),
    ) -> None:
        """`also` are conditions beside those of the rules that will be asked about."""
        self.libraries = tuple(laws)
        self.position = position
        self.day = day
        self.deadline = deadline
        self.circuit = Circuit()
        self._choices = [choice_of(library, position) for library in laws]
        asked = [
            (library, [*(logic for rule in library.rules for logic in rule.conditions), *also])
            for library in laws
        ]
        self.practices = Practices(self.circuit, asked)
        self.solver = Solver(self.circuit, deadline)
        own = Conditions(self.circuit, {}, day, complete(self.practices))
        self.solver.add(
            *self.practices.whole(), *(own.truth(logic)[0] for logic in self.practices.constraints)
        )

    @cached_property
    def whole(self) -> View:
        """Complete practices."""
        atoms = complete(self.practices)
        return View(
            self.practices,
            [
                Statuses(library, Conditions(self.circuit, choice, self.day, atoms), None)
                for library, choice in zip(self.libraries, self._choices, strict=True)
            ],
        )

    @cached_property
    def partial(self) -> View:
        """Practices of which some facts are not known."""
        certain, ever = in_part(self.practices), in_part(self.practices, (TRUE, TRUE))
        return View(
            self.practices,
            [
                Statuses(
                    library,
                    Conditions(self.circuit, choice, self.day, certain),
                    Conditions(self.circuit, choice, self.day, ever),
                )
                for library, choice in zip(self.libraries, self._choices, strict=True)
            ],
        )

    def possible(self, claim: Claim) -> bool:
        """Whether a claim is true of some complete practice. Raises NotDecided."""
        return self.solver.holds(claim(self.whole)) is not None

    def find(self, claim: Claim, *without: int) -> Found | None:
        """The smallest practice of which a claim is true, the first of these in the order of the vocabulary.

        `without` are literals that must hold beside it. Where the time is up before the smallest is found, one that
        is not proved smallest. Raises NotDecided where it is up before any is found.
        """
        model = self.solver.holds(claim(self.whole), *without)
        if model is None:
            return None
        shrunk = self._shrunk(model, claim)
        try:
            found = _Smallest(self, (claim(self.partial), *without), len(shrunk.values)).find()
        except NotDecided:
            found = None
        return found or Found(shrunk, False)

    def _shrunk(self, model: Model, claim: Claim) -> Stated:
        """A practice without facts that the claim does not need, by trying each once."""
        holds = _Evaluated(self.circuit, claim(self.partial))
        stated = dict(self.practices.stated(model).values)
        if not holds.of(stated):
            return Stated(stated)
        for unit in list(stated):
            if unit.known != TRUE:
                fewer = {one: value for one, value in stated.items() if one is not unit}
                stated = fewer if holds.of(fewer) else stated
        return Stated(stated)


class _Evaluated:
    """A claim, evaluated on practices without a solver."""

    def __init__(self, circuit: Circuit, goal: int) -> None:
        self.circuit = circuit
        self.goal = goal
        self.nodes = list(circuit.below([goal], set()))

    def of(self, stated: dict[Unit, Value]) -> bool:
        values: dict[int, bool] = {TRUE: True}
        for unit, value in stated.items():
            values[unit.known] = True
            for one, literal in unit.values:
                values[abs(literal)] = (one == value) is (literal > 0)
        gates = self.circuit.gates
        for node in self.nodes:
            if node in gates:
                values[node] = all(values.get(abs(part), False) is (part > 0) for part in gates[node])
        return values.get(abs(self.goal), False) is (self.goal > 0)


class _Smallest:
    """The search for the smallest practice."""

    def __init__(self, ground: Ground, goals: Sequence[int], bound: int) -> None:
        """`bound` is how many facts will do for certain."""
        self.bound = bound
        self.ground = ground
        self.claim = tuple(goals)
        self.goals = list(goals)
        self.solver = ground.solver
        below = set(ground.circuit.below(goals, set()))
        self.units = [
            unit
            for unit in ground.practices.units
            if any(abs(literal) in below for _, literal in unit.values)
        ]
        """Those on which the claim rests; no other is stated."""

    def find(self) -> Found | None:
        """None where the claim needs every fact, or more than MOST_STATED. Raises NotDecided."""
        smaller = self._fewest()
        if smaller is None:
            return None
        model = self._first(smaller)
        stated = Stated(
            {
                unit: next(value for value, literal in unit.values if model[literal])
                for unit in self.units
                if model[unit.known]
            }
        )
        return Found(stated, True, tuple(self._instead(stated)))

    def _fewest(self) -> Model | None:
        """A model of the fewest facts."""
        costs = [unit.cost for unit in self.units]
        bound = min(self.bound, MOST_STATED)
        counts = [*self.ground.circuit.at_least(costs, bound + 1)]
        self.goals.append(-counts[bound + 1])
        model = self.solver.holds(*self.goals)
        if model is None:
            return None
        size = sum(model[cost] for cost in costs)
        while size and (smaller := self.solver.holds(*self.goals, -counts[size])) is not None:
            model = smaller
            size = sum(model[cost] for cost in costs)
        self.goals.append(-counts[size + 1])
        return model

    def _first(self, model: Model) -> Model:
        """The first in the order of the vocabulary: known before not known, earlier values before later ones."""
        for unit in self.units:
            model = self._fix(model, [unit.known])
        for unit in self.units:
            if model[unit.known]:
                model = self._fix(model, [literal for _, literal in unit.values])
        return model

    def _fix(self, model: Model, literals: Sequence[int]) -> Model:
        """Fix the first of some literals that can be true; none where none can."""
        for literal in literals:
            found = model if model[literal] else self.solver.holds(*self.goals, literal)
            if found is not None:
                self.goals.append(literal)
                return found
            self.goals.append(-literal)
        return model

    def _instead(self, stated: Stated) -> Iterator[tuple[Unit, tuple[Value, ...]]]:
        """Facts with the other values that would do as well."""
        for unit, value in stated.values.items():
            if unit.member is None and not unit.judged:
                others = self._others(stated, unit, value)
                if others:
                    yield unit, others

    def _others(self, stated: Stated, unit: Unit, value: Value) -> tuple[Value, ...]:
        kept = [literal for one, literal in stated.literals().items() if one is not unit]
        kept += [one.known if one in stated.values else -one.known for one in self.units]
        found: list[Value] = []
        literals = dict(unit.values)
        for way in self.ground.practices.ways(unit.fact):
            if value in way or self.solver.holds(*self.claim, *kept, literals[way[0]]):
                found += [one for one in way if one != value]
        return tuple(found)
