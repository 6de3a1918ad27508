"""Flips and why-not: the smallest change of facts that would give a finding another status."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from compliance.analysis.answers import answers, comparisons
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice
from compliance.engine.wording import said
from compliance.model.case import Case, Known, Members
from compliance.model.finding import Status
from compliance.model.library import Library, LinkedRule

MOST_FACTS = 2
MOST_TRIED = 4_000


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that would have to be otherwise."""

    fact: str
    ask: str
    stands: str
    """How it stands, in words."""
    instead: str
    """How it would have to be, in words."""


@dataclass(frozen=True, slots=True)
class Flip:
    """A smallest change of facts, and the status it leads to."""

    status: Status
    changes: tuple[Change, ...]


def flips(library: Library, case: Case, day: date, rule: LinkedRule, choice: Choice) -> tuple[Flip, ...]:
    """The smallest changes of facts (at most two) that give a rule another settled status under a choice of readings.

    Changes that only make the rule not apply are left out; no change holds a smaller one that leads to the same.
    """
    before = Evaluation(case, choice, day).outcome(rule).status
    options = _options(library, case, rule)
    found: dict[tuple[Status, frozenset[str]], Flip] = {}
    tried = 0
    for size in range(1, MOST_FACTS + 1):
        for chosen in combinations(options, size):
            for picked in product(*(options[fact] for fact in chosen)):
                tried += 1
                if tried > MOST_TRIED:
                    return tuple(found.values())
                changed = dict(zip(chosen, picked, strict=True))
                after = (
                    Evaluation(case.with_facts({**case.facts, **changed}), choice, day).outcome(rule).status
                )
                key = (after, frozenset(chosen))
                if after in (before, "undetermined", "not-applicable") or _known_smaller(found, key):
                    continue
                found.setdefault(key, Flip(after, tuple(_change(library, case, changed))))
    return tuple(found.values())


def _known_smaller(
    found: Mapping[tuple[Status, frozenset[str]], Flip], key: tuple[Status, frozenset[str]]
) -> bool:
    return any(status == key[0] and facts < key[1] for status, facts in found)


def _options(library: Library, case: Case, rule: LinkedRule) -> dict[str, list[Known]]:
    """For each fact under a rule, the answers other than the one that stands."""
    found: dict[str, list[Known]] = {}
    for fact, compares in comparisons(library, *rule.conditions).items():
        stands = case.facts.get(fact)
        other = [
            known
            for known in answers(library, fact, compares)
            if stands is None or known.value != stands.value
        ]
        if other:
            found[fact] = other
    return found


def _change(library: Library, case: Case, changed: Mapping[str, Known]) -> list[Change]:
    changes: list[Change] = []
    for name, known in changed.items():
        fact = library.facts[name]
        stands = case.facts.get(name)
        instead = known.value
        if isinstance(instead, Members):
            names = [fact.values[member] for member in fact.values if member in instead.has]
            words = "includes: " + "; ".join(names) if names else "includes none of what matters"
        else:
            words = said(fact, instead)
        changes.append(Change(name, fact.ask, said(fact, None if stands is None else stands.value), words))
    return changes
