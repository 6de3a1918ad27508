"""The practice that is shown is the smallest, and the first of these in the order of the vocabulary."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from tests.generate import Shape, random_day, random_library

from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import choice_of
from compliance.model.case import Given, Judged, Known, Members
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import NotEncoded, Value
from compliance.prove.ground import Claim, Ground
from compliance.prove.practices import Unit
from compliance.prove.solver import Deadline

MOST = 4_000


def law_of(random: Random) -> Library:
    """Two rules that are encoded in full and always law; nobody has to show an exception."""
    shape = Shape(
        rules=2, terms=2, facts=1, types=tuple(random.sample(("yes-no", "choice", "set", "number"), 2)),
        acts=2, depth=2, width=2, not_encoded=0, always_law=1,
    )  # fmt: skip
    library = random_library(random, shape)
    rules = tuple(
        replace(rule, exceptions=tuple(replace(one, actor_shows=False) for one in rule.exceptions))
        for rule in library.rules
    )
    return replace(library, rules=rules, priorities=())


def given(stated: Mapping[Unit, Value]) -> Given:
    """Facts as the evaluator takes them; of the act everything is known."""
    facts: dict[str, Known] = {}
    judged = {unit.fact: Judged(value is True, "", "") for unit, value in stated.items() if unit.judged}
    sets: dict[str, tuple[set[str], set[str]]] = {}
    for unit, value in stated.items():
        if unit.member is not None:
            has, lacks = sets.setdefault(unit.fact, (set(), set()))
            (has if value else lacks).add(unit.member)
        elif not unit.judged:
            facts[unit.fact] = Known(value)
    for fact, (has, lacks) in sets.items():
        facts[fact] = Known(Members(frozenset(has), frozenset(lacks)))
    return Given(facts, judged)


def broken(rule: LinkedRule) -> Claim:
    """The rule is violated."""
    return lambda view: view.law.taken(rule).yes


@pytest.mark.parametrize("group", range(4))
def test_no_practice_that_states_less_would_do(group: int) -> None:
    random, tried = Random(group), 0
    while tried < 10:
        library, day = law_of(random), random_day(random)
        position = "agency"
        ground = Ground([library], position, day, Deadline(60))
        rule = library.rules[0]
        units = [unit for unit in ground.practices.units if _rests_on(library, rule.id, unit)]
        size = 1
        for unit in units:
            size *= len(unit.values) + (unit.known != 1)
        if size > MOST or any(isinstance(logic, NotEncoded) for logic in rule.conditions):
            continue
        if rule.modality == "permission" or len(library.rules) < 2:
            continue
        tried += 1
        alone = replace(library, rules=(rule,))
        found = Ground([alone], position, day, Deadline(60)).find(broken(rule))
        choice = choice_of(library, position)
        fewest: int | None = None
        for picked in product(
            *(
                [(unit, value) for value, _ in unit.values] + ([None] if unit.known != 1 else [])
                for unit in units
            )
        ):
            stated = dict(one for one in picked if one is not None)
            if Evaluation(given(stated), choice, day).outcome(rule).status == "violated":
                cost = sum(unit.fact != "act" or value is True for unit, value in stated.items())
                fewest = cost if fewest is None else min(fewest, cost)
        assert (found is None) == (fewest is None)
        if found is not None:
            assert found.smallest
            values = found.stated.values
            assert sum(unit.fact != "act" or value is True for unit, value in values.items()) == fewest


def _rests_on(library: Library, rule: str, unit: Unit) -> bool:
    support = library.support_of[rule]
    return unit.fact in support.facts or (unit.judged and unit.fact in support.judgments)
