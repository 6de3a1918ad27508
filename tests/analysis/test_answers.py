"""Which answers are tried where all of them count: those that lie between two numbers, too, and sets of any size."""

from datetime import date
from pathlib import Path

from tests.law_text import VOCABULARY, case, finding, law

from compliance.analysis.flips import flips
from compliance.analysis.satisfiable import can_hold
from compliance.engine.readings import choice_of

BETWEEN = """
rules:
  - rule: quick
    provision: A
    title: What took some of an hour needs a warrant
    binds: {actor: anyone}
    applies: {act: hold}
    forbids:
      all:
        - not: {hours: {at-most: 0}}
        - not: {hours: {at-least: 1}}
        - warrant: false
"""
DAY = date(2019, 5, 8)


def test_a_question_settles_nothing_where_an_answer_between_two_numbers_leaves_it_open(
    tmp_path: Path,
) -> None:
    """Half an hour is more than 0 and less than 1; then the warrant decides."""
    library = law(tmp_path, BETWEEN)
    found = finding(library, case(library, facts={"act": ["hold"]}), "quick")
    assert [[question.fact for question in one] for one in found.missing] == [["warrant", "hours"]]


def test_a_number_between_two_others_flips_a_finding(tmp_path: Path) -> None:
    library = law(tmp_path, BETWEEN)
    practice = case(library, facts={"act": ["hold"], "hours": 2, "warrant": False})
    (flip,) = flips(library, practice, DAY, library.rules[0], choice_of(library, "strict"))
    assert (flip.status, [change.instead for change in flip.changes]) == ("violated", ["0.5 hours"])


def test_what_only_a_number_between_two_others_meets_can_hold(tmp_path: Path) -> None:
    library = law(tmp_path, BETWEEN)
    assert can_hold(library, choice_of(library, "strict"), library.rules[0].core) is True


def test_a_set_can_have_more_members_than_are_combined_elsewhere(tmp_path: Path) -> None:
    acts = [f"act-{number}" for number in range(12)]
    values = ", ".join(f"{act}: {act} was done" for act in acts)
    every = "\n".join(f"        - act: {act}" for act in acts)
    rules = f"""
rules:
  - rule: everything
    provision: A
    title: Not all at once
    binds: {{actor: anyone}}
    applies:
      all:
{every}
    forbids: {{warrant: false}}
"""
    vocabulary = VOCABULARY.replace("{share: data were shared, hold: somebody was held}", f"{{{values}}}")
    library = law(tmp_path, rules, vocabulary=vocabulary)
    assert can_hold(library, choice_of(library, "strict"), library.rules[0].scope) is True
