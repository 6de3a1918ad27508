"""Flips and why-not: the smallest change of facts that would give a finding another status."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from math import prod

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
    example: bool = False
    """Whether other values of the same facts would do as well."""


_Found = dict[tuple[Status, frozenset[str]], list[dict[str, Known]]]
"""By status and the facts that change: each way in which they can."""


def flips(
    library: Library,
    case: Case,
    day: date,
    rule: LinkedRule,
    choice: Choice,
    among: Collection[str] | None = None,
) -> tuple[Flip, ...]:
    """The smallest changes of facts (at most two) that give a rule another settled status under a choice of readings.

    Changes that only make the rule not apply are left out; no change holds a smaller one that leads to the same.
    With `among` only these facts are changed.
    """
    before = Evaluation(case, choice, day).outcome(rule).status
    options = _options(library, case, rule)
    if among is not None:
        options = {fact: known for fact, known in options.items() if fact in among}
    found: _Found = {}
    tried = 0
    for size in range(1, MOST_FACTS + 1):
        for chosen in sorted(combinations(options, size), key=lambda facts: _ways(options, facts)):
            for picked in product(*(options[fact] for fact in chosen)):
                tried += 1
                if tried > MOST_TRIED:
                    return _worded(library, case, found)
                changed = dict(zip(chosen, picked, strict=True))
                after = (
                    Evaluation(case.with_facts({**case.facts, **changed}), choice, day).outcome(rule).status
                )
                key = (after, frozenset(chosen))
                if after in (before, "undetermined", "not-applicable") or _known_smaller(found, key):
                    continue
                found.setdefault(key, []).append(changed)
    return _worded(library, case, found)


def _worded(library: Library, case: Case, found: _Found) -> tuple[Flip, ...]:
    return tuple(
        Flip(
            status,
            tuple(_change(library, case, name, [one[name] for one in ways]) for name in ways[0])
            if len(ways[0]) == 1
            else tuple(_change(library, case, name, [ways[0][name]]) for name in ways[0]),
            len(ways) > 1 and len(ways[0]) > 1,
        )
        for (status, _), ways in found.items()
    )


def _ways(options: Mapping[str, Sequence[Known]], facts: Sequence[str]) -> int:
    """In how many ways some facts can change; few are tried before many, so that the budget reaches far."""
    return prod(len(options[fact]) for fact in facts)


def _known_smaller(found: _Found, key: tuple[Status, frozenset[str]]) -> bool:
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


def _change(library: Library, case: Case, name: str, ways: Sequence[Known]) -> Change:
    """One fact that would have to be otherwise, with every way in which it could be."""
    fact = library.facts[name]
    stands = case.facts.get(name)
    words: list[str] = []
    has = [known.value.has for known in ways if isinstance(known.value, Members)]
    for known in ways:
        if not isinstance(known.value, Members):
            words.append(said(fact, known.value))
        elif not any(other < known.value.has for other in has):
            names = [fact.values[member] for member in fact.values if member in known.value.has]
            words.append("; and ".join(names) or "none of what matters")
    return Change(
        name,
        fact.ask,
        said(fact, None if stands is None else stands.value),
        ", or ".join(dict.fromkeys(words)),
    )
