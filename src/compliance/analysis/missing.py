"""What is missing: the smallest sets of facts that settle an undetermined finding, however they come out."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations, islice, product
from math import prod

from compliance.analysis.answers import answers, comparisons
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice
from compliance.model.case import Case, Known, Members
from compliance.model.library import Library, LinkedRule

MOST_TRIED = 3_000
"""Combinations of answers tried for one finding; beyond that every open fact is named."""

Sets = tuple[tuple[str, ...], ...]


def missing(library: Library, case: Case, day: date, rule: LinkedRule, choice: Choice) -> Sets:
    """The smallest sets of unknown facts that settle a rule under a choice of readings, whatever the answers.

    Empty where no fact can settle it, because a provision it rests on is not encoded or is left to judgment.
    """
    options = open_facts(library, case, rule)
    looked_at = _read(case, day, rule, choice)
    relevant = [fact for fact in options if fact in looked_at]
    budget = MOST_TRIED
    found: list[frozenset[str]] = []
    for size in range(1, len(relevant) + 1):
        for chosen in combinations(relevant, size):
            if any(smaller <= frozenset(chosen) for smaller in found):
                continue
            cost = prod(len(options[fact]) for fact in chosen)
            if cost > budget:
                return _sorted(found) or (tuple(sorted(relevant)),)
            budget -= cost
            if _settles(chosen, options, case, day, rule, choice):
                found.append(frozenset(chosen))
    return _sorted(found)


def open_facts(library: Library, case: Case, rule: LinkedRule) -> dict[str, list[Known]]:
    """The facts under a rule that are not known, or not fully, each with the answers that make a difference."""
    found: dict[str, list[Known]] = {}
    for fact, compares in comparisons(library, *rule.conditions).items():
        known = case.facts.get(fact)
        partly = known is not None and isinstance(known.value, Members)
        if known is None or known.value is None or partly:
            options = answers(library, fact, compares, known)
            if len(options) > 1:
                found[fact] = options
    return found


def _settles(
    chosen: tuple[str, ...],
    options: Mapping[str, list[Known]],
    case: Case,
    day: date,
    rule: LinkedRule,
    choice: Choice,
) -> bool:
    for picked in product(*(options[fact] for fact in chosen)):
        changed = case.with_facts({**case.facts, **dict(zip(chosen, picked, strict=True))})
        if Evaluation(changed, choice, day).outcome(rule).status == "undetermined":
            return False
    return True


def _read(case: Case, day: date, rule: LinkedRule, choice: Choice) -> set[str]:
    """The facts that deciding the rule looks at under this choice; others cannot matter, known or not."""
    recorder = _Recorder(case.facts)
    Evaluation(case.with_facts(recorder), choice, day).parts(rule)
    return recorder.read


class _Recorder(dict[str, Known]):
    def __init__(self, facts: Mapping[str, Known]) -> None:
        super().__init__(facts)
        self.read: set[str] = set()

    def get(self, key: str, default: Known | None = None) -> Known | None:  # type: ignore[override]
        self.read.add(key)
        return super().get(key, default)


def _sorted(sets: list[frozenset[str]]) -> Sets:
    ordered = sorted((tuple(sorted(one)) for one in sets), key=lambda facts: (len(facts), facts))
    return tuple(islice(ordered, 12))
