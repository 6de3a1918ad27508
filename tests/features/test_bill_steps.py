"""The steps about what a bill changes: each holds where it is so, and fails with what was found where it is not."""

from pathlib import Path

import pytest
from tests.bill_text import RULES, write_bill
from tests.bills.comparing import ANY_PURPOSE
from tests.law_text import write_law

from compliance.testing.features import read_features
from compliance.testing.law import law_at_hand
from compliance.testing.play import play_all

DUTY = """
rules:
  - rule: count
    provision: "2"
    title: Whoever shares tells the person
    binds: {actor: anyone}
    applies: {act: share}
    must: {told: true}
"""
GIVEN = """\
    Given a practice called "sharing"
    And it has happened since 2019-05-08
    And the actor is this body:
      | title    |
      | The body |
    And these facts:
      | fact    | value   |
      | act     | [share] |
      | purpose | both    |
      | warrant | false   |
      | told    | true    |
    And the bill "test/bill/1" is law
    When it is compared with the law without the bill
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town")
    write_law(folder / "law", RULES)
    terms = "takes-effect: {days: 0, existing-conduct: 30}"
    write_bill(folder / "law", f"[{ANY_PURPOSE}]", rules=DUTY, bill=terms)
    return folder


def play(town: Path, *steps: str, given: str = GIVEN) -> str:
    """What is wrong with a scenario; empty where it holds."""
    lines = "".join(f"    {'Then' if place == 0 else 'And'} {step}\n" for place, step in enumerate(steps))
    path = town / "bill.feature"
    path.write_text(f"Feature: A bill\n\n  Scenario: One\n{given}{lines}")
    features, problems = read_features([path])
    if problems:
        return problems[0].message
    (played,) = play_all(features, law_at_hand((town / "law",), shipped=False))
    return "" if played.failure is None else played.failure.difference


@pytest.mark.parametrize(
    "step",
    [
        "the bill changes the practice from contested to violated",
        'the bill changes "ban" from contested to violated',
        'the bill changes "ban" for "lenient" from satisfied to violated',
        'the bill changes "count" from not-applicable to satisfied',
        'the bill leaves "tell" as it is',
    ],
)
def test_what_is_so_holds(town: Path, step: str) -> None:
    assert play(town, step) == ""


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (
            "the bill changes the practice from satisfied to violated",
            "the practice goes from contested to violated",
        ),
        ("the bill leaves the practice as it is", "the bill changes ban, count"),
        ('the bill changes "ban" from satisfied to violated', "ban goes from contested to violated"),
        (
            'the bill changes "tell" from violated to satisfied',
            "tell goes from not-applicable to not-applicable (the bill leaves it as it is)",
        ),
        ('the bill leaves "ban" as it is', "the bill changes ban from contested to violated"),
        (
            'the bill changes "ban" for "strict" from satisfied to violated',
            "ban goes from violated to violated (the bill leaves it as it is)",
        ),
        ('the bill changes "ban" for "judge" from satisfied to violated', "no position 'judge' is heard"),
        (
            'the bill changes "bann" from satisfied to violated',
            "no rule is called 'bann'; did you mean 'ban'",
        ),
        ('the bill changes "ban" from broken to violated', "no status is called 'broken'"),
    ],
)
def test_what_is_not_so_fails_with_what_was_found(town: Path, step: str, says: str) -> None:
    assert says in play(town, step)


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        (['the bill changes "ban" from contested to violated', 'clause "1" changes it'], ""),
        (['the bill changes "ban" from contested to violated', 'clause "test/bill/1#1" changes it'], ""),
        (['the bill changes "ban" from contested to violated', 'clause "3" changes it'], "it is changed by"),
        (['the bill leaves "tell" as it is', 'clause "1" changes it'], "the bill leaves tell as it is"),
        (
            [
                'the bill changes "ban" from contested to violated',
                "the change takes effect on 2030-01-31",
            ],
            "",
        ),
        (
            [
                'the bill changes "ban" from contested to violated',
                "the change takes effect on 2030-01-01",
            ],
            "the change takes effect on 2030-01-31",
        ),
        (['the bill changes "count" from not-applicable to satisfied', "it is a new duty"], ""),
        (['the bill changes "ban" from contested to violated', "it is a new duty"], "it is no new duty"),
        (['the bill changes "ban" from contested to violated', 'it cites "Order 1, A"'], ""),
        (['the bill changes "ban" from contested to violated', 'the reasons say "Is data shared"'], ""),
    ],
)
def test_what_follows_is_about_the_rule_last_named(town: Path, steps: list[str], says: str) -> None:
    found = play(town, *steps)
    assert (found == "") if says == "" else (says in found)


def test_a_practice_that_is_left_is_so(town: Path) -> None:
    given = GIVEN.replace("[share]", "[hold]")
    for row in ("purpose | both   ", "warrant | false  "):
        given = given.replace(f"      | {row} |\n", "")
    assert play(town, "the bill leaves the practice as it is", given=given) == ""


def test_the_law_of_another_day_can_be_named(town: Path) -> None:
    given = GIVEN.replace("    When", "    And the law as of 2029-12-31\n    When")
    given = given.replace("      | told    | true    |\n", "")
    assert play(town, "the bill leaves the practice as it is", given=given) == ""


def test_without_a_bill_nothing_can_be_compared(town: Path) -> None:
    given = GIVEN.replace('    And the bill "test/bill/1" is law\n', "")
    assert "no bill is taken to be law" in play(town, "the bill leaves the practice as it is", given=given)


def test_what_was_not_compared_cannot_be_asked(town: Path) -> None:
    given = GIVEN.replace("it is compared with the law without the bill", "it is checked")
    assert "nothing was compared yet" in play(town, "the bill leaves the practice as it is", given=given)


def test_a_fact_that_nothing_used_is_told(town: Path) -> None:
    given = GIVEN.replace("      | told    | true    |\n", "      | hours   | 3       |\n")
    found = play(town, 'the bill changes "ban" from contested to violated', given=given)
    assert "the table's row on 'hours' was never used" in found


def test_a_rule_that_stays_what_it_was_on_other_grounds_is_changed(tmp_path: Path) -> None:
    """Without the warrant's exception it is excused by nothing, and open whether there was a civil purpose."""
    write_law(tmp_path / "law", RULES)
    drop = """[{amendment: no-warrant, clause: "1", amend: test/order/1#A,
      changes: [{rule: ban, drops-exceptions: [warrant]}]}]"""
    write_bill(tmp_path / "law", drop)
    given = "".join(line for line in GIVEN.splitlines(keepends=True) if "purpose" not in line)
    given = given.replace("| warrant | false   |", "| warrant | true    |")
    found = play(tmp_path, 'the bill leaves "ban" as it is', given=given)
    assert "the bill changes ban on other grounds; it is undetermined as before" in found
