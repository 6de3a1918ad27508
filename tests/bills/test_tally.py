"""A population under the law before and after a change: who it is newly forbidden to, permitted to, and so on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.bill_text import OWN, law_and_bill
from tests.bills.ordinary import Counts, counted
from tests.generate import Shape, random_day, random_library

from compliance.analysis.enact import enact
from compliance.bills.tally import BeforeAndAfter, tally
from compliance.columns.draw import draw
from compliance.columns.population import Drawn, Population
from compliance.engine.decide import Decider
from compliance.model.case import Known, Members
from compliance.model.comparison import KINDS
from compliance.model.interval import InForce
from compliance.model.library import Library, LinkedReading, LinkedRule
from compliance.model.logic import ALWAYS, NotOf
from compliance.model.tally import Tally, by_kind
from compliance.source.library import load_library

DAY = date(2031, 1, 1)
SHAPES = (
    Shape(rules=8),
    Shape(rules=6, terms=8, facts=2, exceptions=3),
    Shape(rules=4, terms=3, facts=1, depth=4, width=2, always_law=0.1),
    Shape(rules=5, terms=5, positions=()),
    Shape(rules=5, terms=5, positions=("agency", "advocate", "court")),
)


def flat(found: Tally) -> Counts:
    """A tally as `counted` has it."""
    shifts = [(one.rule, shift) for one in found.rules for shift in one.shifts]
    shifts += [("", shift) for shift in found.whole]
    return {
        (rule, one.position, one.kind, one.before, one.after): (one.count, one.example)
        for rule, one in shifts
    }


# --- edits of a random law ----------------------------------------------------------------------------


def _rule(library: Library, random: Random, change: Callable[[LinkedRule], LinkedRule]) -> Library:
    chosen = random.choice(library.rules)
    return replace(library, rules=tuple(change(rule) if rule is chosen else rule for rule in library.rules))


def _reading(library: Library, random: Random) -> Library:
    """A term means the opposite, in each of its readings."""
    key = random.choice(list(library.terms))
    use = library.terms[key]
    readings = tuple(LinkedReading(one.name, NotOf(one.logic), one.reading) for one in use.readings)
    return replace(library, terms={**library.terms, key: replace(use, readings=readings)})


def _repealed(library: Library, random: Random) -> Library:
    chosen = random.choice(library.rules)
    return replace(library, rules=tuple(rule for rule in library.rules if rule is not chosen))


def _added(library: Library, random: Random) -> Library:
    new = replace(random.choice(library.rules), id="rule-new", core=ALWAYS, scope=ALWAYS)
    return replace(library, rules=(*library.rules, new))


EDITS: tuple[Callable[[Library, Random], Library], ...] = (
    _repealed,
    _added,
    _reading,
    lambda library, random: _rule(library, random, lambda rule: replace(rule, core=NotOf(rule.core))),
    lambda library, random: _rule(library, random, lambda rule: replace(rule, bound=NotOf(rule.bound))),
    lambda library, random: _rule(library, random, lambda rule: replace(rule, modality="obligation")),
    lambda library, random: _rule(
        library, random, lambda rule: replace(rule, in_force=(InForce(from_=date(2015, 6, 1)),))
    ),
    lambda library, random: _rule(
        library,
        random,
        lambda rule: replace(
            rule,
            exceptions=tuple(replace(one, actor_shows=not one.actor_shows) for one in rule.exceptions),
        ),
    ),
    lambda library, random: _rule(library, random, lambda rule: replace(rule, exceptions=())),
)


@pytest.mark.parametrize("seed", range(30))
def test_the_counts_are_those_of_the_ordinary_engine(seed: int) -> None:
    """Random law with one to three changes, or another law altogether; unknowns included."""
    random, shape = Random(seed), SHAPES[seed % len(SHAPES)]
    before = random_library(random, shape)
    after = before
    for _ in range(random.randint(1, 3)):
        after = random.choice(EDITS)(after, random)
    if seed % 6 == 0:
        after = random_library(random, shape)
    population = draw(before, 60, seed, also=(after,), unknown=random.choice((0.0, 0.2, 0.6)))
    day, positions = random_day(random), tuple(before.positions)
    found = tally(before, after, population, positions, day)
    wanted = counted(before, after, population, positions, day)
    kept = {key: value for key, value in wanted.items() if key[0] not in found.untouched}
    assert flat(found) == kept
    assert all(key[2] == "leaves" for key in wanted if key[0] in found.untouched), "nothing there can differ"


def test_both_engines_agree_on_the_counts() -> None:
    random = Random(3)
    before = random_library(random, Shape(rules=4))
    after = _repealed(before, random)
    population = draw(before, 15, 1, also=(after,))
    found = tally(before, after, population, ("agency",), date(2015, 1, 1))
    wanted = counted(before, after, population, ("agency",), date(2015, 1, 1), inference=True)
    assert flat(found) == {key: value for key, value in wanted.items() if key[0] not in found.untouched}


def test_law_that_does_not_change_leaves_every_practice_as_it_was() -> None:
    library = random_library(Random(5), Shape(rules=6))
    population = draw(library, 50, 1)
    found = tally(library, replace(library), population, ("agency", "advocate"), date(2015, 1, 1))
    assert found.rules == ()
    assert found.untouched == tuple(rule.id for rule in library.rules)
    assert [found.moved(position) for position in found.positions] == [0, 0]
    assert {shift.kind for shift in found.whole} == {"leaves"}


def test_every_practice_is_counted_once() -> None:
    random = Random(9)
    before = random_library(random, Shape(rules=8))
    after = random_library(random, Shape(rules=8))
    population = draw(before, 200, 4, also=(after,))
    found = tally(before, after, population, ("agency", "advocate"), date(2016, 1, 1))
    for shifts in (*(one.shifts for one in found.rules), found.whole):
        for position in {shift.position for shift in shifts}:
            assert sum(by_kind(shifts, position).values()) == 200
            assert list(by_kind(shifts, position)) == list(KINDS)
    assert found.moved("agency") == sum(
        shift.count for shift in found.whole if shift.position == "agency" and shift.before != shift.after
    )


# --- a bill -------------------------------------------------------------------------------------------


def practices(*rows: dict[str, object]) -> Population:
    return Population(0, 0.0, tuple(Drawn("A practice", _known(row), {}, {}) for row in rows))


def _known(row: dict[str, object]) -> dict[str, Known]:
    every = {"share", "hold"}
    facts = {name: Known(value) for name, value in row.items() if isinstance(value, str | bool)}
    act = row["act"]
    facts["act"] = Known(Members(frozenset({str(act)}), frozenset(every - {str(act)})))
    return facts


def test_a_bill_that_forbids_all_sharing(tmp_path: Path) -> None:
    """What was left free is newly forbidden, what was unlawful already stays so, and holding somebody is untouched."""
    library = law_and_bill(tmp_path, rules=OWN)
    after = enact(library, ["test/bill/1"]).on(DAY)
    population = practices(
        {"act": "share", "purpose": "civil"},
        {"act": "share", "purpose": "crime"},
        {"act": "share", "purpose": "both"},
        {"act": "share", "purpose": "crime"},
        {"act": "hold", "told": True},
    )
    found = tally(library, after, population, ("strict", "lenient"), DAY)
    assert found.untouched == ("ban", "tell")
    assert [one.rule for one in found.rules] == ["share-ban"]
    (forbidden, left) = [one for one in found.rules[0].shifts if one.position == "strict"]
    assert (forbidden.before, forbidden.after, forbidden.count) == ("not-applicable", "violated", 4)
    assert (left.kind, left.count, left.example) == ("leaves", 1, 4)
    # As a whole: with no warrant known the ban is undetermined for the first, and for the third on the strict side.
    assert by_kind(found.whole, "strict")["forbids"] == 4
    assert {
        (one.before, one.example) for one in found.whole if one.kind == "forbids" and one.position == "strict"
    } == {
        ("undetermined", 0),
        ("satisfied", 1),
    }
    assert {
        (one.before, one.count) for one in found.whole if one.kind == "forbids" and one.position == "lenient"
    } == {
        ("undetermined", 1),
        ("satisfied", 3),
    }


def test_the_day_before_a_bill_takes_effect_nothing_is_otherwise(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, rules=OWN)
    enactment = enact(library, ["test/bill/1"])
    population = practices({"act": "share", "purpose": "crime"})
    first = enactment.signed["test/bill/1"]
    for day, moved in ((date(2029, 12, 31), 0), (first, 1)):
        found = tally(library, enactment.on(day), population, ("strict",), day)
        assert found.moved("strict") == moved, day


def test_compiled_once_it_counts_any_population_on_any_day() -> None:
    random = Random(11)
    before = random_library(random, Shape(rules=6, always_law=0.2))
    after = random_library(random, Shape(rules=6, always_law=0.2))
    both = BeforeAndAfter(before, after, ("agency", "advocate"))
    found = []
    for seed, day in ((1, date(2012, 1, 1)), (2, date(2019, 1, 1)), (1, date(2016, 5, 5))):
        population = draw(before, 40, seed, also=(after,))
        found.append(both.tally(population, day))
        assert found[-1] == tally(before, after, population, ("agency", "advocate"), day)
    assert found[0].rules != found[2].rules, "the days differ in law"


def test_an_example_is_the_practice_that_changes(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, rules=OWN)
    after = enact(library, ["test/bill/1"]).on(DAY)
    population = draw(library, 300, 2, also=(after,))
    found = tally(library, after, population, ("strict", "lenient"), DAY)
    assert {shift.kind for one in found.rules for shift in one.shifts} >= {"forbids", "leaves"}
    for one in found.rules:
        for shift in one.shifts:
            case = population.case(shift.example, DAY)
            key = (one.rule, shift.position)
            assert Decider(after, inference=False).decide(case, DAY)[key].outcome.status == shift.after


def test_what_it_does_not_count_is_said() -> None:
    library = random_library(Random(5), Shape(rules=2))
    found = tally(library, library, draw(library, 3, 1), (), date(2015, 1, 1))
    assert "collide" in found.note
    assert (found.seed, found.practices, found.day) == (1, 3, date(2015, 1, 1))


@pytest.mark.slow
def test_the_law_that_ships() -> None:
    """Repeal of EO 170 B.2, the ban on disclosure for civil enforcement, forbids nobody anything new."""
    library = load_library()
    gone = "eo170-b2-disclosure"
    after = replace(library, rules=tuple(rule for rule in library.rules if rule.id != gone))
    assert gone in library.rule_by_id
    population = draw(library, 400, 1, also=(after,))
    day, positions = date(2026, 11, 22), ("agency", "advocate")
    found = tally(library, after, population, positions, day)
    wanted = counted(library, after, population, positions, day)
    assert flat(found) == {key: value for key, value in wanted.items() if key[0] in ("", gone)}
    (only,) = found.rules
    assert by_kind(only.shifts, "advocate")["permits"] > 0
    assert by_kind(only.shifts, "advocate")["settles"] > 0
    for position in positions:
        kinds = by_kind(only.shifts, position)
        assert kinds["forbids"] == kinds["unsettles"] == 0
        assert by_kind(found.whole, position)["forbids"] == 0
