"""Propositions as what a rules engine can match: alternatives of plain conjunctions, in strata.

Every literal is an integer: twice the slot of a value, plus one when it is negated. Slot 0 holds the constant
true, so that aliases and constants need no case of their own. To multiply `all` out over `any`, and to drop
alternatives that a shorter one covers, keeps the three-valued meaning. Nothing else is simplified:
`x or not x` is unknown while x is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from compliance.engine.formula import And, Formula, Is, Neg, Or, names

Clause = frozenset[int]
"""Literals that must all hold."""

Alternatives = frozenset[Clause]
"""Clauses of which one must hold: none of them is false, an empty clause is true."""

TRUE: Alternatives = frozenset((frozenset(),))
FALSE: Alternatives = frozenset()


class CompileError(Exception):
    """The propositions cannot be compiled; the message says which one and why."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """A named formula over given names and other propositions."""

    name: str
    formula: Formula


@dataclass(frozen=True, slots=True)
class Definition:
    """What fills one slot: the alternatives, each a conjunction of literals of lower strata."""

    slot: int
    clauses: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class NormalForm:
    """Compiled propositions: given names have the slots from 1 on, in order; definitions have the rest."""

    literals: dict[str, int]
    """The literal that each given name and each proposition stands for."""
    strata: tuple[tuple[Definition, ...], ...]
    """Definitions in the order of evaluation: each rests on given values and earlier strata only."""
    slots: int
    """How many slots there are."""


def normalise(
    propositions: Sequence[Proposition], given: Iterable[str], *, widest: int, most: int
) -> NormalForm:
    """The normal form of propositions in any order.

    No clause has more than `widest` literals, and no `all` is multiplied out into more than `most` clauses:
    what is larger is cut up with auxiliary definitions. Raises CompileError for a name that is given or
    defined twice, an unknown name, a circle, and a formula nested too deeply.
    """
    builder = _Builder(widest, most)
    formulas: dict[str, Formula] = {}
    for name in given:
        builder.add_given(name)
    for proposition in propositions:
        if proposition.name in formulas or proposition.name in builder.literals:
            raise CompileError(f"{proposition.name!r} is defined twice")
        formulas[proposition.name] = proposition.formula
    try:
        for name in _in_order(formulas, builder.literals.keys()):
            builder.add(name, formulas[name])
    except RecursionError:
        raise CompileError("a formula is nested too deeply; name its inner parts as propositions") from None
    return builder.result()


def _in_order(formulas: dict[str, Formula], given: Iterable[str]) -> Iterable[str]:
    """The names of formulas, each after those that it uses."""
    known = formulas.keys() | set(given)
    uses: dict[str, list[str]] = {}
    for name, formula in formulas.items():
        used = names(formula)
        if unknown := sorted(used - known):
            raise CompileError(f"{name!r} uses unknown {', '.join(map(repr, unknown))}")
        uses[name] = sorted(used & formulas.keys())
    try:
        return tuple(TopologicalSorter(uses).static_order())
    except CycleError as error:
        raise CompileError(f"defined in a circle: {' -> '.join(map(repr, error.args[1]))}") from None


class _Builder:
    """Collects definitions; equal definitions share one slot."""

    def __init__(self, widest: int, most: int) -> None:
        self.literals: dict[str, int] = {}
        self._widest = widest
        self._most = most
        self._levels = [0]  # by slot: the stratum that fills it, 0 for what is given
        self._definitions: list[Definition] = []
        self._slots: dict[Alternatives, int] = {}

    def add_given(self, name: str) -> None:
        if name in self.literals:
            raise CompileError(f"{name!r} is given twice")
        self.literals[name] = 2 * len(self._levels)
        self._levels.append(0)

    def add(self, name: str, formula: Formula) -> None:
        self.literals[name] = self._literal(self._alternatives(formula, negated=False))

    def result(self) -> NormalForm:
        strata: list[list[Definition]] = [[] for _ in range(max(self._levels))]
        for definition in self._definitions:
            strata[self._levels[definition.slot] - 1].append(definition)
        return NormalForm(dict(self.literals), tuple(map(tuple, strata)), len(self._levels))

    def _alternatives(self, formula: Formula, *, negated: bool) -> Alternatives:
        match formula:
            case Is(name):
                return _of_literal(self.literals[name] ^ negated)
            case Neg(part):
                return self._alternatives(part, negated=not negated)
            case And(parts) | Or(parts):
                normal = [self._alternatives(part, negated=negated) for part in parts]
                if isinstance(formula, And) != negated:
                    return self._conjunction(normal)
                return _shortest(frozenset[Clause]().union(*normal))

    def _conjunction(self, parts: list[Alternatives]) -> Alternatives:
        """All parts at once; those with most clauses become auxiliary where the product gets too large."""
        product = TRUE
        for part in sorted(parts, key=len):
            fits = len(product) * len(part) <= self._most
            factor = part if fits else _of_literal(self._literal(part))
            product = _shortest(frozenset(a | b for a in product for b in factor))
        return product

    def _literal(self, alternatives: Alternatives) -> int:
        """The literal with this meaning, of a new definition where there was none."""
        if alternatives in (TRUE, FALSE):
            return int(alternatives == FALSE)
        alternatives = frozenset(map(self._narrow, alternatives))
        match [*map(tuple, alternatives)]:
            case [[literal]]:
                return literal
        if (slot := self._slots.get(alternatives)) is None:
            self._slots[alternatives] = slot = len(self._levels)
            clauses = tuple(sorted(tuple(sorted(clause)) for clause in alternatives))
            level = max(self._levels[literal >> 1] for clause in clauses for literal in clause)
            self._levels.append(level + 1)
            self._definitions.append(Definition(slot, clauses))
        return 2 * slot

    def _narrow(self, clause: Clause) -> Clause:
        """The same conjunction in no more literals than allowed: the surplus stands behind auxiliaries."""
        while len(clause) > self._widest:
            head = frozenset(sorted(clause)[: self._widest])
            clause = (clause - head) | {self._literal(frozenset((head,)))}
        return clause


def _of_literal(literal: int) -> Alternatives:
    if literal <= 1:
        return FALSE if literal else TRUE
    return frozenset((frozenset((literal,)),))


def _shortest(clauses: Alternatives) -> Alternatives:
    """Without the clauses that contain another one: where the longer holds, so does the shorter."""
    if len({len(clause) for clause in clauses}) < 2:
        return clauses
    kept: list[Clause] = []
    for clause in sorted(clauses, key=len):
        if not any(shorter <= clause for shorter in kept):
            kept.append(clause)
    return frozenset(kept)
