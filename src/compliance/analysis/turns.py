"""What a contested finding turns on: the smallest sets of terms whose reading flips it."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice, disputed_terms, swapped
from compliance.model.case import Case
from compliance.model.finding import Status
from compliance.model.library import Library, LinkedRule

MOST_TERMS = 4
"""Larger sets are not looked for; a finding that turns on more is said to turn on all disputed terms."""

Sets = tuple[tuple[str, ...], ...]


def turns_on(
    library: Library,
    case: Case,
    day: date,
    rule: LinkedRule,
    choices: Mapping[str, Choice],
    held: Mapping[str, Status],
) -> tuple[Sets, Mapping[str, Sets]]:
    """(the smallest sets over all positions, and for each position the sets that change its own finding).

    For each position: which terms, read as another position with another finding reads them, change its finding.
    """
    by_position: dict[str, Sets] = {}
    for position, status in held.items():
        found: list[frozenset[str]] = []
        for other, theirs in held.items():
            if theirs != status:
                found += _flips(library, case, day, rule, choices[position], choices[other], status)
        by_position[position] = _sorted(smallest(found))
    every = [frozenset(terms) for sets in by_position.values() for terms in sets]
    return _sorted(smallest(every)), by_position


def _flips(
    library: Library, case: Case, day: date, rule: LinkedRule, own: Choice, other: Choice, status: Status
) -> list[frozenset[str]]:
    terms = disputed_terms(library, own, other, *rule.conditions)
    found: list[frozenset[str]] = []
    for size in range(1, min(len(terms), MOST_TERMS) + 1):
        for chosen in map(frozenset, combinations(terms, size)):
            if any(smaller <= chosen for smaller in found):
                continue
            mixed = swapped(library, own, other, chosen)
            if Evaluation(case, mixed, day).outcome(rule).status != status:
                found.append(chosen)
    return found or ([frozenset(terms)] if terms else [])


def smallest(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The sets that hold no other of them."""
    unique = set(sets)
    return [one for one in unique if not any(other < one for other in unique)]


def _sorted(sets: Iterable[frozenset[str]]) -> Sets:
    return tuple(sorted((tuple(sorted(one)) for one in sets), key=lambda terms: (len(terms), terms)))
