"""Every answer of every question equals what going through all practices one by one comes to, on random small laws."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import chain, combinations, permutations
from random import Random

import pytest
from tests.generate import Shape, random_day, random_library
from tests.prove.brute import Brute, Seen

from compliance.analysis.changed import changed_rules
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import choice_of
from compliance.engine.status import Outcome
from compliance.model.library import Library, LinkedConstraint, LinkedException, LinkedHarm, LinkedRule
from compliance.model.logic import ALWAYS, AllOf, AnyOf, Compare, Logic, NotOf
from compliance.model.rule import Priority
from compliance.model.span import Span
from compliance.model.vocabulary import FactType
from compliance.prove.amendments import differ
from compliance.prove.conflicts import both, pairs
from compliance.prove.covers import coverage
from compliance.prove.gaps import may_not_apply, ungoverned
from compliance.prove.ground import Ground
from compliance.prove.loophole import every_part, far, harmful, perhaps_harmful, slipping
from compliance.prove.parts import Part, conjuncts
from compliance.prove.redundant import implied_by
from compliance.prove.solver import Deadline
from compliance.prove.unreachable import decides, matters
from compliance.prove.worst import doing, heaviest_first

LAWS = int(os.environ.get("COMPLIANCE_PROVE_LAWS", "500"))
GROUPS = 20
MOST = 800
"""Complete practices of a law; one with more is left aside for another."""
TYPES: tuple[FactType, ...] = ("yes-no", "choice", "set", "number", "day")


def law_of(random: Random) -> tuple[Library, date, tuple[LinkedHarm, ...]]:
    """A small law with few facts, constraints and harms."""
    shape = Shape(
        rules=random.randint(2, 5),
        terms=2,
        facts=1,
        types=tuple(random.sample(TYPES, 2)),
        acts=2,
        depth=2,
        width=2,
        exceptions=2,
        not_encoded=random.choice((0, 0, 0.05)),
        always_law=0.8,
    )
    library = random_library(random, shape)
    if random.random() < 0.4:
        library = _colliding(random, library)
    facts = list(library.facts)

    def condition() -> Logic:
        picked = [_compare(random, library, random.choice(facts)) for _ in range(2)]
        joined: Logic = AllOf(tuple(picked)) if random.random() < 0.5 else AnyOf(tuple(picked))
        return NotOf(joined) if random.random() < 0.3 else joined

    harms = tuple(
        LinkedHarm(f"harm-{n}", f"Harm {n}", condition(), random.choice((1, 2, 2.5)), Span("generated"))
        for n in range(2)
    )
    constraints = tuple(
        LinkedConstraint(f"holds-{n}", None, condition(), "so it is", Span("generated"))
        for n in range(random.choice((0, 0, 1)))
    )
    found = replace(library, constraints=constraints, harms={one.name: one for one in harms})
    return found, random_day(random), harms


def _colliding(random: Random, library: Library) -> Library:
    """The same rules about one act of one party, some of which are declared to prevail over others."""
    act, role = Compare("act", "includes", "disclosure"), library.rules[0].role
    rules = tuple(
        replace(
            rule,
            role=role,
            bound=ALWAYS,
            scope=act,
            core=AllOf((act, rule.core)) if rule.modality == "obligation" else rule.core,
            exceptions=rule.exceptions[: random.choice((0, 0, 1))],
        )
        for rule in library.rules
    )
    some = [pair for pair in permutations(rules, 2) if random.random() < 0.3]
    ranked = tuple(
        Priority(prevails=one.id, over=other.id, as_="higher", provision="A", because="It says so.")
        for one, other in some
    )
    return replace(library, rules=rules, priorities=ranked)


def _compare(random: Random, library: Library, fact: str) -> Compare:
    match library.facts[fact].type:
        case "yes-no":
            return Compare(fact, "is", random.random() < 0.5)
        case "choice":
            return Compare(fact, "is", random.choice(list(library.facts[fact].values)))
        case "set":
            return Compare(fact, "includes", random.choice(list(library.facts[fact].values)))
        case "number":
            return Compare(fact, "at-least", random.choice((0, 1, 2.5, 30)))
        case "day":
            return Compare(fact, "before", date(2014, 1, 1))


def laws(group: int) -> Iterator[tuple[Ground, Brute, tuple[LinkedHarm, ...], Random]]:
    """The laws of a group, each under one position, with all its practices."""
    left, seed = LAWS // GROUPS, group * 100_000
    while left:
        random = Random(seed)
        seed += 1
        library, day, harms = law_of(random)
        position = random.choice(list(library.positions))
        also = tuple(one.logic for one in harms)
        brute = Brute(library, position, day, also)
        if brute.size > MOST:
            continue
        left -= 1
        yield Ground([library], position, day, Deadline(60), also), brute, harms, random


@pytest.mark.parametrize("group", range(GROUPS))
def test_every_answer_is_what_all_practices_one_by_one_come_to(group: int) -> None:
    for ground, brute, harms, random in laws(group):
        practices = brute.practices
        conflicts_agree(ground, practices)
        gaps_agree(ground, practices)
        unreachable_agrees(ground, practices)
        redundant_agrees(ground, practices)
        loopholes_agree(ground, practices, harms[0].logic)
        worst_agrees(ground, practices, harms)
        covers_agree(ground, brute, random)


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_change_of_law_matters_where_some_practice_comes_out_otherwise(group: int) -> None:
    for _, brute, _, random in laws(group):
        other = _changed(random, brute.library)
        names = changed_rules(brute.library, other)
        conditions = tuple(logic for rule in other.rules for logic in rule.conditions)
        joint = Brute(brute.library, brute.position, brute.day, conditions)
        if joint.size > 4 * MOST:
            continue
        ground = Ground([brute.library, other], brute.position, brute.day, Deadline(60))
        choice = choice_of(other, brute.position)
        wanted = any(
            _said(seen.evaluation.outcome(brute.library.rule_by_id[name]))
            != _said(Evaluation(seen.case, choice, brute.day).outcome(other.rule_by_id[name]))
            for seen in joint.practices
            for name in names
        )
        assert ground.possible(differ(names)) == wanted, names


def _said(outcome: Outcome) -> tuple[object, ...]:
    return outcome.status, outcome.possible


def _changed(random: Random, library: Library) -> Library:
    """The law with another condition in one of its rules, or without one of its exceptions; at times the same."""
    rule = random.choice(library.rules)
    facts = list(library.facts)
    condition = _compare(random, library, random.choice(facts))
    match random.randrange(4):
        case 0:
            other = replace(rule, exceptions=rule.exceptions[1:])
        case 1:
            other = replace(rule, core=AnyOf((rule.core, AllOf((rule.core, condition)))))
        case 2:
            other = replace(rule, core=AllOf((rule.core, condition)))
        case _:
            other = replace(rule, scope=AnyOf((rule.scope, condition)))
    return replace(library, rules=tuple(other if one is rule else one for one in library.rules))


def conflicts_agree(ground: Ground, practices: list[Seen]) -> None:
    for one, other in pairs(ground.whole.law):
        wanted = any(
            seen.raw[one.id].status == "violated"
            and seen.allows(other)
            and "conflict" in (seen.final[one.id].status, seen.final[other.id].status)
            for seen in practices
        )
        assert ground.possible(both(one, other)) == wanted, (one.id, other.id)
    quiet = not any("conflict" in {one.status for one in seen.final.values()} for seen in practices)
    assert quiet == (not any(ground.possible(both(*pair)) for pair in pairs(ground.whole.law)))


def gaps_agree(ground: Ground, practices: list[Seen]) -> None:
    for unit in ground.practices.units:
        if unit.fact == "act" and unit.member is not None:
            wanted = any(
                seen.act(unit.member) and all(one.status == "not-applicable" for one in seen.raw.values())
                for seen in practices
            )
            assert ground.possible(ungoverned(unit.member)) == wanted, unit.member
            perhaps = any(
                seen.act(unit.member)
                and all("not-applicable" in (one.status, *one.possible) for one in seen.raw.values())
                for seen in practices
            )
            assert ground.possible(ungoverned(unit.member, may_not_apply)) == perhaps, unit.member


def unreachable_agrees(ground: Ground, practices: list[Seen]) -> None:
    for rule in ground.libraries[0].rules:
        wanted = any(_matters(seen, rule) for seen in practices)
        assert ground.possible(matters(rule)) == wanted, rule.id
        for exception in rule.exceptions:
            wanted = any(_decides(seen, rule, exception) for seen in practices)
            assert ground.possible(decides(rule, exception)) == wanted, (rule.id, exception.name)


def _matters(seen: Seen, rule: LinkedRule) -> bool:
    if rule.modality == "permission":
        raw = seen.raw[rule.id]
        return raw.status == "permitted" or "permitted" in raw.possible
    final = seen.final[rule.id]
    return final.status in ("violated", "conflict") or "violated" in final.possible


def _decides(seen: Seen, rule: LinkedRule, exception: LinkedException) -> bool:
    """Whether the rule may be broken without the exception, and with it may not."""
    others = tuple(one for one in rule.exceptions if one is not exception)
    without = seen.evaluation.outcome(replace(rule, exceptions=others))
    wanted = "permitted" if rule.modality == "permission" else "violated"
    may = without.status == wanted or wanted in without.possible
    return may and seen.evaluation.exception(rule, exception) is not False


def redundant_agrees(ground: Ground, practices: list[Seen]) -> None:
    duties = [rule for rule in ground.libraries[0].rules if rule.modality != "permission"]
    for rule in duties:
        broken = [seen for seen in practices if seen.final[rule.id].status == "violated"]
        found = implied_by(ground, rule)

        def all_broken(ids: list[str], broken: list[Seen] = broken) -> bool:
            return all(any(seen.final[one].status == "violated" for one in ids) for seen in broken)

        if not broken:
            assert found == [], rule.id
        elif all_broken([other.id for other in duties if other is not rule]):
            assert found
            ids = [one.id for one in found]
            assert all_broken(ids), rule.id
            assert not any(all_broken([one for one in ids if one != left]) for left in ids), rule.id
        else:
            assert found is None, rule.id


def loopholes_agree(ground: Ground, practices: list[Seen], harm: Logic) -> None:
    harmful_ones = [seen for seen in practices if seen.lawful and seen.holds(harm)]
    assert ground.possible(harmful(harm)) == bool(harmful_ones)
    perhaps = any(
        seen.evaluation.truth(harm) is not False
        and not any(one.status in ("violated", "conflict") for one in seen.final.values())
        for seen in practices
    )
    assert ground.possible(perhaps_harmful(harm)) == perhaps
    every = every_part(ground, harm)
    near = [(part, [seen for seen in harmful_ones if _only_lets_go(seen, part)]) for part in every]
    for part, those in near:
        assert ground.possible(slipping(harm, part)) == bool(those), (part.rule.id, part.name)
    apart = [seen for seen in harmful_ones if not any(seen in those for _, those in near)]
    assert ground.possible(far(harm, every)) == bool(apart)


def _only_lets_go(seen: Seen, part: Part) -> bool:
    rule, evaluation = part.rule, seen.evaluation
    library, choice = seen.brute.library, evaluation.choice
    if evaluation.in_force(rule.in_force) is not True:
        return False
    wanted = [evaluation.truth(rule.bound) is (part.kind != "bearer")]
    for place, logic in enumerate(conjuncts(rule.scope, library, choice), 1):
        wanted.append(evaluation.truth(logic) is (part.name != f"scope-{place}"))
    elements = rule.core.of if isinstance(rule.core, AllOf) else (rule.core,)
    if rule.modality == "obligation":
        wanted.append(evaluation.truth(rule.core) is False)
    else:
        for place, logic in enumerate(elements, 1):
            wanted.append(evaluation.truth(logic) is (part.name != f"element-{place}"))
    for exception in rule.exceptions:
        value = evaluation.exception(rule, exception)
        counts = value is True if exception.actor_shows else value
        wanted.append(counts is True if exception is part.exception else counts is not True)
    if part.rival is not None:
        wanted.append(seen.allows(part.rival))
    return all(wanted)


def worst_agrees(ground: Ground, practices: list[Seen], harms: tuple[LinkedHarm, ...]) -> None:
    def weight(some: tuple[LinkedHarm, ...]) -> Fraction:
        return sum((Fraction(one.weight) for one in some), Fraction(0))

    lawful = [seen for seen in practices if seen.lawful]
    if not lawful:
        assert not ground.possible(lambda view: view.law.lawful())
        return
    wanted = max(weight(tuple(one for one in harms if seen.holds(one.logic))) for seen in lawful)
    found = next(some for some in heaviest_first(harms) if ground.possible(doing(some)))
    assert weight(found) == wanted


def covers_agree(ground: Ground, brute: Brute, random: Random) -> None:
    library = brute.library
    ids = [rule.id for rule in library.rules]
    first = set(random.sample(ids, random.randint(1, len(ids) - 1)))
    laws = [
        replace(library, rules=tuple(rule for rule in library.rules if (rule.id in first) is mine))
        for mine in (True, False)
    ]
    both_laws = Ground(laws, brute.position, brute.day, Deadline(60), brute.also)
    for one in coverage(both_laws):
        slips = [
            seen
            for seen in brute.practices
            if seen.under(sorted(first))[one.rule.id].status == "violated"
            and all(
                outcome.status != "violated"
                for outcome in seen.under([rule for rule in ids if rule not in first]).values()
            )
        ]
        assert one.decided
        assert (one.found is not None) == bool(slips), one.rule.id


def test_sets_of_harms_come_by_their_weight_and_each_once() -> None:
    harms = [
        LinkedHarm(f"harm-{n}", "", AllOf(()), weight, Span("generated"))
        for n, weight in enumerate((3, 1, 2.5, 1, 0.5))
    ]
    found = list(heaviest_first(harms))
    weights = [sum(one.weight for one in some) for some in found]
    every = chain.from_iterable(combinations(harms, size) for size in range(len(harms) + 1))
    assert weights == sorted(weights, reverse=True)
    assert {tuple(one.name for one in some) for some in found} == {
        tuple(one.name for one in some) for some in every
    }
    assert len(found) == 2 ** len(harms)
