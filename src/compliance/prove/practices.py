"""Every practice that the vocabulary allows, as the variables of a circuit: which answer each fact has, and whether it
is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from compliance.analysis.answers import comparisons, values
from compliance.engine.atoms import truth_of
from compliance.engine.priority import ACT
from compliance.model.case import Known
from compliance.model.library import Library
from compliance.model.logic import Compare, Logic, Value
from compliance.prove.circuit import TRUE, Circuit
from compliance.prove.solver import Model

Pair = tuple[int, int]
"""Literals that are true where a statement is certainly true, and where it is certainly false."""


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing that can be known, or not: a fact, a member of a set, or a judgment."""

    fact: str
    """The fact, or the key of the judgment."""
    member: str | None
    known: int
    """Whether it is stated."""
    values: tuple[tuple[Value, int], ...]
    """Each answer with the literal that says it, those to be tried first before the others."""
    judged: bool = False

    @property
    def cost(self) -> int:
        """The literal that is true where it makes a practice larger: an act that is done, or what is stated."""
        return self.values[-1][1] if self.fact == ACT else self.known


class Practices:
    """The answers that make a difference to conditions; a complete practice gives each fact exactly one."""

    def __init__(self, circuit: Circuit, asked: Sequence[tuple[Library, Sequence[Logic]]]) -> None:
        """`asked` are all conditions that will be asked about, each with its law.

        All have the same vocabulary: a bill changes law, and no facts.
        """
        self.circuit = circuit
        self.library = asked[0][0]
        self._compares: dict[str, list[Compare]] = {}
        judged: dict[str, None] = {}
        for library, conditions in asked:
            for fact, compares in comparisons(library, *conditions).items():
                found = self._compares.setdefault(fact, [])
                found += [one for one in compares if one not in found]
            judged.update(dict.fromkeys(library.support(*conditions).judgments))
        self._judged = tuple(judged)
        self.constraints = self._bearing()
        self._literals: dict[Compare, int] = {}
        self._whole: list[int] = []

    def _bearing(self) -> tuple[Logic, ...]:
        """The constraints that bear on what is asked, by way of others too."""
        found: list[Logic] = []
        open_ = [comparisons(self.library, one.logic) for one in self.library.constraints]
        logics = [one.logic for one in self.library.constraints]
        changed = True
        while changed:
            changed = False
            for place, compares in enumerate(open_):
                if compares and compares.keys() & self._compares.keys():
                    for fact, more in compares.items():
                        known = self._compares.setdefault(fact, [])
                        known += [one for one in more if one not in known]
                    found.append(logics[place])
                    open_[place], changed = {}, True
        return tuple(found)

    def whole(self) -> tuple[int, ...]:
        """What holds of every practice: each fact has one answer."""
        return tuple(self._whole) if self.units else ()

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """All that can be known, in the order of the vocabulary."""
        library = self.library
        order = {fact: place for place, fact in enumerate(library.facts)}
        found: list[Unit] = []
        for fact in sorted(self._compares, key=lambda name: order[name]):
            found += self._of_fact(fact)
        for key in self._judged:
            holds = self.circuit.variable(f"judged {key}")
            known = self.circuit.variable(f"known judgment {key}")
            found.append(Unit(key, None, known, ((True, holds), (False, -holds)), judged=True))
        return tuple(found)

    def _of_fact(self, fact: str) -> list[Unit]:
        circuit, declared = self.circuit, self.library.facts[fact]
        if declared.type == "set":
            asked = {str(compare.value) for compare in self._compares[fact]}
            found = []
            for member in declared.values:
                if member in asked:
                    has = circuit.variable(f"{fact} includes {member}")
                    known = TRUE if fact == ACT else circuit.variable(f"known {fact} includes {member}")
                    found.append(Unit(fact, member, known, ((False, -has), (True, has))))
            return found
        ways = self.ways(fact)
        known = circuit.variable(f"known {fact}")
        if len(ways) == 1:
            literals = [TRUE]
        elif len(ways) == 2:
            first = circuit.variable(f"{fact} is {_plain(ways[0][0])}")
            literals = [first, -first]
        else:
            literals = [circuit.variable(f"{fact} is {_plain(way[0])}") for way in ways]
            self._whole.append(circuit.one_of(literals))
        return [
            Unit(fact, None, known, tuple((way[0], one) for way, one in zip(ways, literals, strict=True)))
        ]

    def ways(self, fact: str) -> list[list[Value]]:
        """The values of a fact that is no set, those together that no condition tells apart."""
        compares = self._compares[fact]
        found: dict[tuple[bool | None, ...], list[Value]] = {}
        for value in self._values(fact):
            truths = tuple(truth_of(compare, Known(value)) for compare in compares)
            found.setdefault(truths, []).append(value)
        return list(found.values())

    def _values(self, fact: str) -> list[Value]:
        """Values of each kind that conditions can tell apart, numbers below zero last."""
        found = values(self.library, fact, self._compares[fact])
        return sorted(found, key=_below_zero)

    def complete(self, compare: Compare) -> int:
        """Whether a comparison holds in a complete practice."""
        if compare not in self._literals:
            units = self._by_fact[compare.fact]
            if compare.operator == "includes":
                literal = next(
                    one
                    for unit in units
                    if unit.member == compare.value
                    for value, one in unit.values
                    if value
                )
            else:
                truths = [(truth_of(compare, Known(value)), one) for value, one in units[0].values]
                every = all(truth for truth, _ in truths)
                literal = TRUE if every else self.circuit.any_of(one for truth, one in truths if truth)
            self._literals[compare] = literal
        return self._literals[compare]

    def judged(self, key: str) -> int:
        """Whether a judgment holds in a complete practice."""
        return self._by_fact[key][0].values[0][1]

    def known(self, fact: str, member: object = None) -> int:
        """Whether a fact, a member of a set or a judgment is known."""
        return next(unit.known for unit in self._by_fact[fact] if unit.member in (None, member))

    @cached_property
    def _by_fact(self) -> Mapping[str, list[Unit]]:
        found: dict[str, list[Unit]] = {}
        for unit in self.units:
            found.setdefault(unit.fact, []).append(unit)
        return found

    def stated(self, model: Model) -> "Stated":
        """The complete practice of a model."""
        return Stated(
            {unit: next(value for value, literal in unit.values if model[literal]) for unit in self.units}
        )


@dataclass(frozen=True)
class Stated:
    """A practice as far as it is known."""

    values: Mapping[Unit, Value]

    def literals(self) -> dict[Unit, int]:
        """What says so in a circuit."""
        return {unit: dict(unit.values)[value] for unit, value in self.values.items()}


def _below_zero(value: Value) -> bool:
    return isinstance(value, int | float) and value < 0


def _plain(value: object) -> str:
    return "yes" if value is True else "no" if value is False else str(value)
