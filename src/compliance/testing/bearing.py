"""The law under a mutant, and what of it the mutant bears on."""

from dataclasses import dataclass

from compliance.analysis.edits import edited, holds
from compliance.engine.decide import Decider
from compliance.engine.priority import acts
from compliance.model.library import Library
from compliance.model.mutant import DropPriority, Edit, EditCondition, SetModality
from compliance.testing.law import Deciders, Law


@dataclass(frozen=True)
class Bearing:
    """What of the law a mutant bears on."""

    decided: frozenset[str]
    """The rules whose decision may be another."""
    told: frozenset[str]
    """The rules whose finding may say something else, though it is decided alike."""
    collides: frozenset[str]
    """The rules that may collide with one of these."""
    collisions: bool
    """Whether rules may collide otherwise, though they are decided alike."""
    related: bool
    """Whether other provisions may be shown beside the findings."""


class MutatedLaw:
    """The law at hand under a mutant; law that does not hold what it changes stays as it is."""

    def __init__(self, base: Deciders, home: Library, edit: Edit) -> None:
        self.base, self.home, self.edit = base, home, edit
        self._found: dict[Law, Decider] = {}

    def __call__(self, law: Law) -> Decider:
        if law not in self._found:
            original = self.base(law)
            if holds(self.home, original.library, self.edit):
                library = edited(original.library, self.edit)
                self._found[law] = Decider(library, law[1] or None, inference=False)
            else:
                self._found[law] = original
        return self._found[law]


class Bearings:
    """Says what mutants bear on; remembers which acts the rules are about."""

    def __init__(self, base: Deciders) -> None:
        self.base = base
        self._acts: dict[tuple[Law, str], frozenset[str]] = {}

    def of(self, law: Law, mutated: MutatedLaw) -> Bearing | None:
        """What a mutant bears on of some law; None where that law is as it was."""
        original, other = self.base(law), mutated(law)
        if original is other:
            return None
        before, after, edit = original.library, other.library, mutated.edit
        term = edit.owner if isinstance(edit, EditCondition) else getattr(edit, "term", "")
        keys = {key for key, use in before.terms.items() if use.address == term}
        decided = {one.id for one, two in zip(before.rules, after.rules, strict=True) if one is not two}
        if keys:
            decided |= {id_ for id_, support in before.support_of.items() if keys & set(support.terms)}
        flagged = {
            rule.id
            for rule in before.rules
            for flag in rule.flags
            if flag.logic is not None and keys & set(before.support(flag.logic).terms)
        }
        told = decided | flagged
        if isinstance(edit, DropPriority):
            told |= {edit.prevails, edit.over}
        acts_before = {rule: self._acts_of(law, rule) for rule in told}
        acts_after = {rule: acts(after, after.rule_by_id[rule]) for rule in told}
        about = frozenset[str]().union(*acts_before.values(), *acts_after.values())
        collides = {rule.id for rule in before.rules if self._acts_of(law, rule.id) & about}
        return Bearing(
            frozenset(decided),
            frozenset(told),
            frozenset(collides),
            isinstance(edit, DropPriority | SetModality) or acts_before != acts_after,
            _shown(before) != _shown(after)
            or any(keys & set(before.support(logic).terms) for _, _, logic in before.related),
        )

    def _acts_of(self, law: Law, rule: str) -> frozenset[str]:
        if (law, rule) not in self._acts:
            library = self.base(law).library
            self._acts[law, rule] = acts(library, library.rule_by_id[rule])
        return self._acts[law, rule]


def _shown(library: Library) -> list[object]:
    """When the provisions are law that practices are shown beside the findings."""
    found: list[object] = []
    for instrument, name, _ in library.related:
        intervals = library.provision(instrument, name).in_force or library.instruments[instrument].in_force
        found.append([(one.earliest, one.to) for one in intervals])
    return found
