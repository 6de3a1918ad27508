"""Populations: practices that could happen, the same ones for a seed, none of them impossible."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.generate import Shape, random_library
from tests.law_text import VOCABULARY, write_law

from compliance.columns import ColumnProgram, layout_of, statuses
from compliance.columns.bodies import actors_of, made_up
from compliance.columns.dice import Dice
from compliance.columns.draw import draw
from compliance.columns.population import Population
from compliance.columns.values import edges_of
from compliance.engine.consistency import broken
from compliance.engine.decide import Decider
from compliance.engine.priority import ACT
from compliance.engine.readings import choice_of
from compliance.model.case import Case, Members
from compliance.model.library import Library
from compliance.source.from_data import practice_from
from compliance.source.library import load_library

DAY = date(2026, 11, 22)
RULES = """
rules:
  - rule: kept
    provision: A
    title: Nobody is held for more than two days by a town
    binds: {actor: in-town}
    applies: {act: hold}
    forbids: {hours: {at-least: 48}}
  - rule: purpose
    provision: B
    title: Data are shared for a crime only, once that is signed
    binds: {actor: anyone}
    applies: {act: share}
    must: {all: [{purpose: crime}, {signed: {after: 2020-05-05}}]}
terms:
  in-town: {provision: A, ask: "Is {party} a town?", of: party, means: {party.level: local}}
"""
FIRST: list[dict[str, Any]] = [
    {"facts": {"act": ["share"], "purpose": "crime", "signed": "2020-05-05"}},
    {
        "parties": {"actor": {"title": "a made-up body (local)", "is": {"level": "local"}}},
        "facts": {"act": ["share", "hold"], "purpose": "civil", "signed": "2020-05-06", "hours": 48},
    },
    {"facts": {"act": ["share"], "purpose": "crime", "signed": "2020-05-05"}},
]
"""The first practices for the seed 1."""


@cache
def shipped() -> Library:
    return load_library()


def small(folder: Path, constraints: str = "", actors: str = "") -> Library:
    vocabulary = VOCABULARY + (f"constraints:\n{constraints}" if constraints else "")
    write_law(folder, RULES, vocabulary=vocabulary)
    if actors:
        (folder / "policies/actors.yaml").write_text(f"actors: test\nmembers:\n{actors}")
    return load_library([folder], shipped=False)


def values(case: Case) -> Mapping[str, object]:
    return {name: known.value for name, known in case.facts.items()}


def acts(population: Population, row: int) -> frozenset[str]:
    known = population.rows[row].facts[ACT].value
    assert isinstance(known, Members)
    return known.has


# --- the same for a seed ------------------------------------------------------------------------------


def test_a_seed_gives_the_same_practices_and_a_larger_count_gives_more() -> None:
    one, other = draw(shipped(), 40, 7), draw(shipped(), 60, 7)
    assert one.rows == other.rows[:40]
    assert draw(shipped(), 40, 8).rows != one.rows


def test_dice_are_the_same_everywhere() -> None:
    """Of Python's generator only random() is used: its numbers for a seed are promised to stay."""
    dice = Dice(1)
    assert [dice.chance(0.5) for _ in range(8)] == [True, False, False, True, True, True, False, False]
    dice = Dice(1)
    assert [dice.pick("abcdefghij") for _ in range(8)] == ["b", "i", "h", "c", "e", "e", "g", "h"]
    assert [dice.some("abc", 2) for _ in range(3)] == [["a", "c"], ["b", "c"], ["a", "b"]]
    assert sorted(dice.some("abc", 5)) == ["a", "b", "c"]
    assert [Dice(1).weighted(weights) for weights in ((0.1, 0.02, 0.88), (0.1, 0.1, 0.8))] == [2, 1]


def test_the_first_practice_of_a_small_law(tmp_path: Path) -> None:
    """Written down, so that another Python or machine that draws otherwise is noticed."""
    law = small(tmp_path)
    population = draw(law, 3, 1)
    found = [population.data(row, DAY, law) for row in range(3)]
    assert [{key: one[key] for key in ("parties", "facts") if key in one} for one in found] == FIRST
    assert found[1] | FIRST[1] == {
        "practice": "drawn-1-2",
        "title": "Drawn at random: share, hold",
        "on": "2026-11-22",
        **FIRST[1],
        "notes": [
            "Drawn at random from the vocabulary. It describes nothing that is known to have happened."
        ],
    }


@pytest.mark.slow
def test_what_is_drawn_does_not_depend_on_how_python_orders_sets() -> None:
    """Each process hashes text in its own way, unless told how."""
    program = (
        "import json; from datetime import date; from compliance.columns import draw; "
        "from compliance.source.library import load_library; library = load_library(); drawn = draw(library, 60, 5); "
        "print(json.dumps([drawn.data(row, date(2030, 1, 1), library) for row in range(60)]))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1


# --- what a practice has ------------------------------------------------------------------------------


def test_every_practice_has_an_act_and_the_facts_that_rules_about_it_rest_on() -> None:
    law = shipped()
    population = draw(law, 300, 1, unknown=0.0)
    for row in range(300):
        about = acts(population, row)
        assert 1 <= len(about) <= 3
        facts = set(population.rows[row].facts) - {ACT}
        mentioned = {
            fact
            for rule in law.rules
            if not (named := _named(law, rule.id)) or named & about
            for fact in law.support_of[rule.id].facts
        }
        brought = {f"{role}.{one}" for role in population.rows[row].parties for one in law.attributes}
        assert facts <= mentioned | brought
    sizes = Counter(len(acts(population, row)) for row in range(300))
    assert sizes[1] > sizes[2] > sizes[3] > 0


def _named(law: Library, rule: str) -> set[str]:
    found = law.rule_by_id[rule]
    columns = layout_of(replace(law, rules=(replace(found, bound=found.scope, exceptions=()),))).facts
    return {str(column.member) for column in columns if column.fact == ACT}


def test_every_act_that_rules_are_about_and_every_rule_is_met() -> None:
    law = shipped()
    population = draw(law, 3_000, 1)
    met = Counter(act for row in range(3_000) for act in acts(population, row))
    assert set(met) == {act for rule in law.rules for act in _named(law, rule.id)}
    assert min(met.values()) >= 10


def test_how_much_is_unknown_is_given() -> None:
    law = random_library(Random(2), Shape(rules=6))
    known = [
        sum(len(drawn.facts) for drawn in draw(law, 400, 1, unknown=rate).rows) for rate in (0.0, 0.3, 0.9)
    ]
    assert known[0] > known[1] > known[2] > 0
    whole = draw(law, 50, 1, unknown=0.0)
    sets = [k.value for one in whole.rows for name, k in one.facts.items() if law.facts[name].type == "set"]
    assert sets
    assert not any(one is None for one in sets)
    part = draw(law, 200, 1, unknown=0.5)
    open_ = [
        name
        for one in part.rows
        for name, known_ in one.facts.items()
        if isinstance(known_.value, Members)
        and len(known_.value.has | known_.value.lacks) < len(law.facts[name].values)
    ]
    assert open_, "some sets are known in part"


def test_numbers_and_days_lie_on_and_beside_what_rules_compare_with(tmp_path: Path) -> None:
    law = small(tmp_path)
    assert edges_of([law]) == {
        "hours": (47, 48, 49),
        "signed": (date(2020, 5, 4), date(2020, 5, 5), date(2020, 5, 6)),
    }
    population = draw(law, 200, 1)
    assert {one.facts["hours"].value for one in population.rows if "hours" in one.facts} == {47, 48, 49}


def test_rules_that_only_the_law_with_a_bill_has_are_thought_of(tmp_path: Path) -> None:
    law = small(tmp_path)
    before = replace(law, rules=law.rules[:1])
    alone, both = draw(before, 200, 1), draw(before, 200, 1, also=(law,))
    assert not any("purpose" in one.facts for one in alone.rows)
    assert any("purpose" in one.facts for one in both.rows)
    assert sum("share" in acts(both, row) for row in range(200)) > 100, "what changes is met more often"


# --- nothing impossible -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_no_practice_breaks_a_constraint(seed: int) -> None:
    law = shipped()
    population = draw(law, 300, seed)
    for row in range(300):
        assert broken(law.constraints, population.case(row, DAY)) == ()


def test_constraints_over_facts_and_parties_are_kept(tmp_path: Path) -> None:
    constraints = """\
  long-hold: {holds: {any: [{not: {act: hold}}, {hours: {at-least: 49}}]}, because: Made up.}
  crime-in-towns: {holds: {any: [{actor.level: local}, {not: {purpose: crime}}]}, because: Made up.}
"""
    law = small(tmp_path, constraints)
    population = draw(law, 400, 1)
    cases = [population.case(row, DAY) for row in range(400)]
    assert not any(broken(law.constraints, case) for case in cases)
    assert any(case.facts["hours"].value == 49 for case in cases if "hours" in case.facts)
    local = [case for case in cases if "purpose" in case.facts and case.facts["purpose"].value == "crime"]
    assert local
    assert not any(
        "actor.level" in case.facts and case.facts["actor.level"].value == "state" for case in local
    )


def test_what_cannot_be_otherwise_stays_unknown_where_nothing_fits(tmp_path: Path) -> None:
    law = small(tmp_path, "  never: {holds: {hours: {at-least: 1000000}}, because: Made up.}\n")
    law = replace(law, rules=law.rules[:1])
    population = draw(law, 300, 1, unknown=0.0)
    hours = {one.facts["hours"].value for one in population.rows if "hours" in one.facts}
    assert hours <= {999_999, 1_000_000, 1_000_001}
    assert 999_999 not in hours


def test_actors_that_cannot_be_play_no_role(tmp_path: Path) -> None:
    law = small(
        tmp_path,
        "  no-state: {of: party, holds: {not: {party.level: state}}, because: Made up.}\n",
        "  town: {title: a town, is: {level: local}}\n  albany: {title: the state, is: {level: state}}\n",
    )
    assert [body.actor for body in actors_of(law)] == ["town"]
    levels = [body.facts["actor"].get("actor.level") for body in made_up(law, Dice(1), {}, 20)]
    assert {None if level is None else level.value for level in levels} == {"local", None}
    titles = {party.title for one in draw(law, 200, 1).rows for party in one.parties.values() if party.actor}
    assert titles == {"a town"}


def test_a_law_without_acts_or_parties(tmp_path: Path) -> None:
    law = random_library(Random(1), Shape(rules=3))
    bare = replace(law, rules=(), facts={})
    assert [one.facts for one in draw(bare, 2, 1).rows] == [{}, {}]
    assert draw(law, 0, 1).rows == ()


# --- as a table, a case and a file --------------------------------------------------------------------


def test_a_row_is_the_same_as_a_practice_file(tmp_path: Path) -> None:
    """Written as a file and read again it has the same facts, parties and judgments, and the same findings."""
    law = shipped()
    population = draw(law, 120, 3)
    decider = Decider(law, inference=False)
    for row in range(120):
        case = population.case(row, DAY)
        read = practice_from(population.data(row, DAY, law), "drawn.yaml", law)
        assert (read.id, read.since, read.until) == (case.id, DAY, DAY)
        assert values(read) == values(case)
        assert (read.parties, read.actors, read.judgments) == (case.parties, case.actors, case.judgments)
        assert decider.decide(read, DAY) == decider.decide(case, DAY)


def test_a_file_has_only_what_its_library_knows(tmp_path: Path) -> None:
    law = small(tmp_path)
    less = replace(law, facts={name: fact for name, fact in law.facts.items() if name != "hours"})
    population = draw(law, 50, 1)
    assert any("hours" in population.data(row, DAY, law).get("facts", {}) for row in range(50))
    assert not any("hours" in population.data(row, DAY, less).get("facts", {}) for row in range(50))


def test_a_table_has_what_the_cases_have() -> None:
    law = random_library(Random(4), Shape(rules=6))
    population = draw(law, 80, 1, unknown=0.3)
    program, decider = ColumnProgram(law), Decider(law, inference=False)
    day = date(2015, 1, 1)
    table = population.table(program.layout, day)
    assert table.num_rows == len(population) == 80
    assert set(table.column("day").to_pylist()) == {day}
    words = statuses(program.run(table))
    for row in range(80):
        for (rule, position), decision in decider.decide(population.case(row, day), day).items():
            assert words.column(f"{rule}@{position}")[row].as_py() == decision.outcome.status


def test_two_states_of_the_law_in_one_program() -> None:
    """What a program says of a law does not depend on what is beside it."""
    one, other = (random_library(Random(seed), Shape(rules=6)) for seed in (1, 2))
    old = {name: choice_of(one, name) for name in one.positions}
    new = {f"{name} after": choice_of(other, name) for name in other.positions}
    population = draw(one, 60, 1, also=(other,))
    both = ColumnProgram(one, old, (other, new))
    table = population.table(both.layout, DAY)
    codes = both.run(table)
    for program in (ColumnProgram(one, old), ColumnProgram(other, new)):
        alone = program.run(table)
        assert codes.select(alone.column_names).equals(alone)
    with pytest.raises(ValueError, match="names of their own"):
        ColumnProgram(one, old, (other, old))
