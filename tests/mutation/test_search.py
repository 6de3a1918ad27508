"""What the search claims, on random laws: facts that tell two laws apart do, and the same law is the same."""

from datetime import date
from random import Random

import pytest
from tests.generate import Shape, random_case, random_day, random_library

from compliance.analysis.edits import edited
from compliance.analysis.meaning import Meanings
from compliance.analysis.mutation import mutants
from compliance.analysis.telling import Laws, Situation
from compliance.analysis.witness import nearest, witness
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.model.case import Case, Given
from compliance.model.library import Library
from compliance.model.mutant import Mutant

SHAPE = Shape(rules=2, terms=3, facts=1, depth=2, width=2, exceptions=1, not_encoded=0.03, always_law=1.0)
KNOWN = Shape(unknown=0.0)
NOTHING = Case("", "", "", date.min, None, {})


def _pairs(seed: int) -> list[tuple[Mutant, Laws]]:
    """Mutants of a random law, with every rule that they may bear on."""
    library = random_library(Random(seed), SHAPE)
    before = Decider(library, inference=False)
    found = []
    for mutant in mutants(library):
        after = Decider(edited(library, mutant.edit), inference=False)
        found += [(mutant, Laws(before, after, rule.id)) for rule in library.rules]
    return found


@pytest.mark.parametrize("seed", [*range(9), 15, 18, 30])
def test_no_full_facts_tell_apart_what_is_proved_to_be_the_same(seed: int) -> None:
    random = Random(seed)
    proved = 0
    for mutant, laws in _pairs(seed):
        day = laws.days()[0]
        if not witness(laws, NOTHING, day).none:
            continue
        proved += 1
        for _ in range(60):
            case = random_case(random, laws.before.library, KNOWN)
            assert not laws.differ(Given(case.facts, case.judgments), day), mutant.id
    assert proved


@pytest.mark.parametrize("seed", [2, 3, 4, 5, 6, 7, 8, 9])
def test_facts_that_are_found_tell_the_laws_apart_also_on_top_of_a_case(seed: int) -> None:
    random = Random(seed)
    settled = 0
    for mutant, laws in _pairs(seed):
        case, day = random_case(random, laws.before.library, SHAPE), laws.days()[0]
        found = witness(laws, case, day)
        if found.settled is None:
            continue
        settled += 1
        least = nearest(laws, case, day, found.settled, waiting=False)
        assert _differ(laws, case, least, day), mutant.id
        assert len(least.facts) <= len(found.settled.facts)
    assert settled


def _differ(laws: Laws, case: Case, situation: Situation, day: date) -> bool:
    facts, judgments = {**case.facts, **situation.facts}, {**case.judgments, **situation.judgments}
    return laws.differ(Given(facts, judgments), day)


@pytest.mark.parametrize("seed", range(40))
def test_conditions_of_one_meaning_have_one_truth(seed: int) -> None:
    """The conditions of a law and of its mutants, in pairs that look the same once written out."""
    random = Random(seed)
    library = random_library(random, Shape(rules=3, terms=4, facts=1, depth=3, width=3))
    choice = next(iter(Decider(library, inference=False).choices.values()))
    meanings = Meanings(choice)
    by_meaning: dict[object, list[object]] = {}
    cases = [random_case(random, library) for _ in range(30)]
    evaluations = [Evaluation(case, choice, random_day(random)) for case in cases]
    for logic in _conditions(library):
        truths = [evaluation.truth(logic) for evaluation in evaluations]
        by_meaning.setdefault(meanings.of(logic), []).append(truths)
    assert all(one == several[0] for several in by_meaning.values() for one in several)


def _conditions(library: Library) -> list:
    laws = [library, *(edited(library, mutant.edit) for mutant in mutants(library))]
    return [logic for law in laws for rule in law.rules for logic in rule.conditions]
