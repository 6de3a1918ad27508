"""The statuses of rules over all practices: what the engine decides of one practice, as circuits.

Each statement has three literals. `yes`: it holds of the practice, whatever else becomes known. `no`: it does not,
whatever becomes known. `never`: nobody can become certain of it, whatever becomes known; law that is not encoded may be
in the way. In a complete practice `never` is the opposite of `yes`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from compliance.engine.priority import acts
from compliance.engine.readings import Choice
from compliance.model.interval import InForce, in_force
from compliance.model.library import Library, LinkedException, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm
from compliance.prove.circuit import FALSE, TRUE, Circuit
from compliance.prove.practices import Pair, Practices

UNKNOWN: Pair = (FALSE, FALSE)


@dataclass(frozen=True, slots=True)
class Said:
    """A statement about a practice."""

    yes: int
    no: int
    never: int

    @property
    def may(self) -> int:
        """It holds, or law that is not encoded leaves open that it does."""
        return -self.no


@dataclass(frozen=True)
class Atoms:
    """What conditions rest on, as a practice has it."""

    compare: Callable[[Compare], Pair]
    judged: Callable[[str], Pair]
    not_encoded: Pair = UNKNOWN


def complete(practices: Practices) -> Atoms:
    """Every fact is known."""

    def compare(one: Compare) -> Pair:
        literal = practices.complete(one)
        return literal, -literal

    def judged(key: str) -> Pair:
        literal = practices.judged(key)
        return literal, -literal

    return Atoms(compare, judged)


def in_part(practices: Practices, not_encoded: Pair = UNKNOWN) -> Atoms:
    """Facts are known or not."""
    circuit = practices.circuit

    def both(known: int, literal: int) -> Pair:
        return circuit.all_of((known, literal)), circuit.all_of((known, -literal))

    def compare(one: Compare) -> Pair:
        return both(practices.known(one.fact, one.value), practices.complete(one))

    def judged(key: str) -> Pair:
        return both(practices.known(key), practices.judged(key))

    return Atoms(compare, judged, not_encoded)


class Conditions:
    """Conditions under a choice of readings."""

    def __init__(self, circuit: Circuit, choice: Choice, day: date, atoms: Atoms) -> None:
        self.circuit = circuit
        self.choice = choice
        self.day = day
        self.atoms = atoms
        self._terms: dict[str, Pair] = {}
        self._compares: dict[Compare, Pair] = {}

    def truth(self, logic: Logic) -> Pair:
        """Where a condition certainly holds, and where it certainly does not."""
        match logic:
            case Compare():
                if logic not in self._compares:
                    self._compares[logic] = self.atoms.compare(logic)
                return self._compares[logic]
            case UseTerm(key):
                if key not in self._terms:
                    self._terms[key] = self.truth(self.choice[key].logic)
                return self._terms[key]
            case AllOf(of):
                return self.all_of([self.truth(part) for part in of])
            case AnyOf(of):
                return turned(self.all_of([turned(self.truth(part)) for part in of]))
            case NotOf(part):
                return turned(self.truth(part))
            case Judged(key):
                return self.atoms.judged(key)
            case NotEncoded():
                return self.atoms.not_encoded
        raise TypeError(logic)

    def all_of(self, pairs: Sequence[Pair]) -> Pair:
        """Several conditions together."""
        yes = self.circuit.all_of(pair[0] for pair in pairs)
        if all(pair[1] == -pair[0] for pair in pairs):
            return yes, -yes
        return yes, self.circuit.any_of(pair[1] for pair in pairs)

    def force(self, intervals: tuple[InForce, ...]) -> Pair:
        """Whether something is law on the day."""
        held = in_force(intervals, self.day)
        return self.atoms.not_encoded if held is None else (TRUE, FALSE) if held else (FALSE, TRUE)

    def exception(self, rule: LinkedRule, exception: LinkedException) -> Pair:
        """Whether an exception applies where its rule does."""
        value = self.truth(exception.logic)
        return (
            value
            if exception.in_force == rule.in_force
            else self.all_of([self.force(exception.in_force), value])
        )


def turned(pair: Pair) -> Pair:
    """The opposite."""
    return pair[1], pair[0]


class Statuses:
    """The status of every rule of a library for one position on one day."""

    def __init__(self, library: Library, certain: Conditions, ever: Conditions | None) -> None:
        """`certain` and `ever` take what is not encoded for unknown, and for both; None: `ever` is the dual."""
        self.library = library
        self.circuit = certain.circuit
        self.certain = certain
        self.ever = ever
        self._found: dict[tuple[str, str], Said] = {}

    def holds(self, logic: Logic) -> Said:
        """A condition."""
        return self._said(lambda conditions: conditions.truth(logic))

    def _said(self, of: Callable[[Conditions], Pair]) -> Said:
        yes, no = of(self.certain)
        return Said(yes, no, -yes if self.ever is None else of(self.ever)[1])

    def in_force(self, rule: LinkedRule) -> Said:
        """Whether a rule is law on the day."""
        return self._said(lambda conditions: conditions.force(rule.in_force))

    # --- one rule by itself ------------------------------------------------------------------------------

    def shown(self, rule: LinkedRule, exception: LinkedException) -> Said:
        """Whether an exception counts; one that the actor has to show counts only where it certainly applies."""
        return self._said(lambda conditions: self._counts(conditions, rule, exception))

    def _counts(self, conditions: Conditions, rule: LinkedRule, exception: LinkedException) -> Pair:
        if not exception.actor_shows:
            return conditions.exception(rule, exception)
        yes = self.certain.exception(rule, exception)[0]
        return yes, -yes if self.ever is None else self.ever.exception(rule, exception)[1]

    def excused(self, rule: LinkedRule, but: LinkedException | None = None) -> Said:
        """Whether some exception (but one) counts."""
        return self._said(lambda conditions: self._excused(conditions, rule, but))

    def _excused(self, conditions: Conditions, rule: LinkedRule, but: LinkedException | None) -> Pair:
        pairs = [self._counts(conditions, rule, one) for one in rule.exceptions if one is not but]
        return turned(conditions.all_of([turned(pair) for pair in pairs]))

    def reach(self, rule: LinkedRule) -> Said:
        """Whether the rule is law, binds and is about the conduct."""
        return self._said(lambda conditions: self._reach(conditions, rule))

    def _reach(self, conditions: Conditions, rule: LinkedRule) -> Pair:
        pairs = [conditions.force(rule.in_force), conditions.truth(rule.bound), conditions.truth(rule.scope)]
        return conditions.all_of(pairs)

    def breach(self, rule: LinkedRule) -> Said:
        """Whether the elements of a prohibition or a permission hold, or what is demanded does not."""
        return self._said(lambda conditions: self._breach(conditions, rule))

    def _breach(self, conditions: Conditions, rule: LinkedRule) -> Pair:
        core = conditions.truth(rule.core)
        return turned(core) if rule.modality == "obligation" else core

    def taken(self, rule: LinkedRule) -> Said:
        """Whether a prohibition or an obligation is violated, or a permission permits, other rules aside."""
        return self._kept(
            "taken",
            rule,
            lambda conditions: conditions.all_of(
                [
                    self._reach(conditions, rule),
                    self._breach(conditions, rule),
                    turned(self._excused(conditions, rule, None)),
                ]
            ),
        )

    def satisfied(self, rule: LinkedRule) -> Said:
        """Whether an obligation or a prohibition reaches the conduct and is kept."""
        return self._kept(
            "satisfied",
            rule,
            lambda conditions: conditions.all_of(
                [self._reach(conditions, rule), turned(self._breach(conditions, rule))]
            ),
        )

    def _kept(self, what: str, rule: LinkedRule, of: Callable[[Conditions], Pair]) -> Said:
        key = (what, rule.id)
        if key not in self._found:
            self._found[key] = self._said(of)
        return self._found[key]

    def allows(self, rule: LinkedRule) -> Said:
        """Whether a permission permits, or an obligation is kept."""
        return self.taken(rule) if rule.modality == "permission" else self.satisfied(rule)

    # --- rules together ----------------------------------------------------------------------------------

    @cached_property
    def against(self) -> Mapping[str, tuple[tuple[LinkedRule, str | None], ...]]:
        """By rule the rules that can collide with it, in order, and which of the two prevails as declared."""
        return colliding(self.library)

    def violated(self, rule: LinkedRule) -> Said:
        """Whether the finding is that the rule is violated, once other rules have been heard.

        `no` also rules out that it is open.
        """
        taken = self.taken(rule)
        if rule.modality == "permission":
            return Said(FALSE, TRUE, TRUE)
        if rule.modality == "obligation" or not self.against[rule.id]:
            return taken
        rivals = [(self.allows(other), wins) for other, wins in self.against[rule.id] if wins != rule.id]
        every = self.circuit.all_of
        yes = every((taken.yes, *(said.never for said, _ in rivals)))
        heard = self.circuit.any_of(said.yes for said, _ in rivals)
        no = self.circuit.any_of((taken.no, every((taken.yes, heard))))
        return Said(yes, no, -yes if self.ever is None else self.circuit.any_of((taken.never, heard)))

    def conflicts(self, rule: LinkedRule) -> Said:
        """Whether the finding is that the rule is in conflict with another."""
        forbids = rule.modality == "prohibition"
        mine = self.taken(rule) if forbids else self.allows(rule)
        any_of, all_of = self.circuit.any_of, self.circuit.all_of
        first: list[int] = []
        none: list[int] = []
        yielded: list[Said] = []
        for other, wins in self.against[rule.id]:
            theirs = self.allows(other) if forbids else self.taken(other)
            if wins is None:
                first.append(all_of((theirs.yes, *((one.never if forbids else one.no) for one in yielded))))
                none.append(any_of((theirs.never, *(one.yes for one in yielded))))
            elif wins != rule.id:
                yielded.append(theirs)
        yes = all_of((mine.yes, any_of(first)))
        never = -yes if self.ever is None else any_of((mine.never, all_of(none)))
        return Said(yes, never, never)

    def lawful(self) -> int:
        """Nothing is violated or may be, and nothing is in conflict."""
        return self.circuit.all_of(literal for rule in self.library.rules for literal in self.unbroken(rule))

    def may_be_lawful(self) -> int:
        """Nothing is certainly violated or in conflict."""
        return self.circuit.all_of(
            literal
            for rule in self.library.rules
            for literal in (self.violated(rule).never, -self.conflicts(rule).yes)
        )

    def unbroken(self, rule: LinkedRule) -> tuple[int, int]:
        """Neither violated, nor open with a violation possible, nor in conflict."""
        return self.violated(rule).no, self.conflicts(rule).never


def colliding(library: Library) -> dict[str, tuple[tuple[LinkedRule, str | None], ...]]:
    """By rule the rules that can collide with it, in the order in which they are heard, and which of the two prevails.

    Different roles are different parties here, so that only rules that bind the same role collide.
    """
    declared = {frozenset((one.prevails, one.over)): one.prevails for one in reversed(library.priorities)}
    about = {rule.id: acts(library, rule) for rule in library.rules}
    found: dict[str, list[tuple[LinkedRule, str | None]]] = {rule.id: [] for rule in library.rules}
    for one in library.rules:
        if one.modality != "prohibition" or not about[one.id]:
            continue
        for other in library.rules:
            if other.modality != "prohibition" and one.role == other.role and about[one.id] & about[other.id]:
                wins = declared.get(frozenset((one.id, other.id)))
                found[one.id].append((other, wins))
                found[other.id].append((one, wins))
    return {rule: tuple(others) for rule, others in found.items()}
