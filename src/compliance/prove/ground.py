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

MOST_STATED = 64
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
        self._asked: list[tuple[tuple[int, ...], bool]] = []
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
        return self._ask(claim(self.whole)) is not None

    def leaves_open(self, proved: Claim, may: Claim) -> bool:
        """Of a claim that is true of no complete practice, whether it may be true of one, as far as law that is not
        encoded leaves that open. Raises NotDecided."""
        wider = may(self.whole)
        return wider != proved(self.whole) and self._ask(wider) is not None

    def _ask(self, *goals: int) -> Model | None:
        model = self.solver.holds(*goals)
        self._asked.append((goals, model is not None))
        return model

    def scripts(self) -> Iterator[str]:
        """Every question so far about complete practices, in SMT-LIB, with the answer that it had."""
        for goals, answer in self._asked:
            yield f"; {'sat' if answer else 'unsat'}\n{self.solver.script(goals)}"

    def find(self, claim: Claim, *without: int) -> Found | None:
        """The smallest practice of which a claim is true, the first of these in the order of the vocabulary.

        `without` are literals that must hold beside it. Where the time is up before the smallest is found, one that
        is not proved smallest. Raises NotDecided where it is up before any is found.
        """
        model = self._ask(claim(self.whole), *without)
        if model is None:
            return None
        shrunk = self._shrunk(model, claim)
        try:
            found = _Smallest(self, (claim(self.partial), *without), len(shrunk.values)).find()
        except NotDecided:
            found = None
        return found or Found(shrunk, False)

    def _shrunk(self, model: Model, claim: Claim) -> Stated:
        """The practice of a model without what the claim does not need, as far as the solver sees at once."""
        whole = self.practices.stated(model)
        literals = whole.literals()
        stated = [*literals.values(), *(unit.known for unit in literals)]
        needed = self.solver.apart(*stated, -claim(self.partial))
        if needed is None:
            return whole
        kept = set(needed)
        return Stated(
            {
                unit: value
                for unit, value in whole.values.items()
                if unit.known == TRUE or kept & {unit.known, literals[unit]}
            }
        )


class _Smallest:
    """The search for the smallest practice; what is decided on the way is added to the goal."""

    def __init__(self, ground: Ground, goals: Sequence[int], bound: int) -> None:
        """`bound` is how many facts will do for certain."""
        self.bound = bound
        self.ground = ground
        self.circuit = ground.circuit
        self.claim = self.goal = ground.circuit.all_of(goals)
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
        model = self._fewest()
        if model is None:
            return None
        model = self._first(model)
        stated = Stated(
            {
                unit: next(value for value, literal in unit.values if model[literal])
                for unit in self.units
                if model[unit.known]
            }
        )
        return Found(stated, True, tuple(self._instead(stated)))

    def _holds(self, *literals: int) -> Model | None:
        return self.solver.holds(self.circuit.all_of((self.goal, *literals)))

    def _decide(self, *literals: int) -> None:
        self.goal = self.circuit.all_of((self.goal, *literals))

    def _fewest(self) -> Model | None:
        """A model of the fewest facts; looked for from below, since there are mostly few."""
        most = min(self.bound, MOST_STATED)
        counts = self.circuit.at_least([unit.cost for unit in self.units], most + 1)
        for size in range(most + 1):
            model = self._holds(-counts[size + 1])
            if model is not None:
                self._decide(-counts[size + 1])
                return model
        return None

    def _first(self, model: Model) -> Model:
        """The first in the order of the vocabulary: known before not known, earlier values before later ones."""
        left = [unit.known for unit in self.units if unit.known != TRUE]
        while left:
            place = next((i for i, known in enumerate(left) if model[known]), len(left))
            sooner = self._holds(self.circuit.any_of(left[:place])) if place else None
            if sooner is not None:
                model = sooner
                continue
            self._decide(*(-known for known in left[:place]), *left[place : place + 1])
            left = left[place + 1 :]
        for unit in self.units:
            if model[unit.known]:
                model = self._value(model, unit)
        return model

    def _value(self, model: Model, unit: Unit) -> Model:
        """The first value that a unit can have."""
        for _, literal in unit.values:
            found = model if model[literal] else self._holds(literal)
            if found is not None:
                self._decide(literal)
                return found
            self._decide(-literal)
        raise AssertionError("a fact that is known has a value")

    def _instead(self, stated: Stated) -> Iterator[tuple[Unit, tuple[Value, ...]]]:
        """Facts with the other values that would do as well."""
        known = (one.known if one in stated.values else -one.known for one in self.units)
        claim = self.circuit.all_of((self.claim, *known))
        for unit, value in stated.values.items():
            if unit.member is None and not unit.judged:
                others = self._others(claim, stated, unit, value)
                if others:
                    yield unit, others

    def _others(self, claim: int, stated: Stated, unit: Unit, value: Value) -> tuple[Value, ...]:
        kept = [literal for one, literal in stated.literals().items() if one is not unit]
        found: list[Value] = []
        literals = dict(unit.values)
        for way in self.ground.practices.ways(unit.fact):
            if value in way or self.solver.holds(self.circuit.all_of((claim, *kept, literals[way[0]]))):
                found += [one for one in way if one != value]
        return tuple(found)
