"""Scenarios without pytest: the same answers; and the steps as a page."""

from pathlib import Path

import pytest
from tests.features.conftest import GOOD, PRACTICE

from compliance.testing.features import read_features
from compliance.testing.law import law_at_hand
from compliance.testing.play import play_all
from compliance.testing.steps_page import grouped, steps_markdown
from compliance.testing.vocabulary import VOCABULARY


def failure(tmp_path: Path, text: str) -> str:
    """Why a scenario fails, with its line; nothing where it does not."""
    (tmp_path / "practices").mkdir(exist_ok=True)
    (tmp_path / "practices/unlogged-search.yaml").write_text(PRACTICE)
    (tmp_path / "log.feature").write_text(text)
    features, _ = read_features([tmp_path / "log.feature"])
    (played,) = play_all(features)
    if played.failure is None:
        return ""
    return f"{played.failure.span.line}: {played.failure.message}"


def test_a_scenario_that_holds(tmp_path: Path) -> None:
    assert failure(tmp_path, GOOD) == ""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("is violated", "is satisfied", "6: ud-log is violated, not satisfied\n  wanted (-) and found (+):"),
        (
            "it is checked",
            "it is chequed",
            "5: there is no step 'When it is chequed'; did you mean 'When it is",
        ),
        ("    When", '    And the law library "practices"\n    When', "6: practices:1:1: no-library"),
        (
            '"ud-log" is',
            '"us/x#y" is named as bearing on it\n    And "ud-log" is',
            "6: there is no provision 'us/x#y'",
        ),
        ('Then "ud-log" is violated', "Then no rule governs it", "6: the practice is violated, not no-rule"),
        (
            "is violated",
            'is violated\n    And the exception "x" fails',
            "7: ud-log (DCJS U&D agreements, log term",
        ),
    ],
)
def test_a_scenario_that_does_not_hold(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    found = failure(tmp_path, GOOD.replace(old, new))
    assert says in found.replace(f"{tmp_path}/", "")


def test_positions_that_nobody_declared_fail_every_scenario(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices/unlogged-search.yaml").write_text(PRACTICE)
    (tmp_path / "log.feature").write_text(GOOD)
    features, _ = read_features([tmp_path])
    (played,) = play_all(features, law_at_hand((), True, ("agent",)))
    assert played.failure is not None
    assert played.failure.message == "no position is called 'agent'; did you mean 'agency'?"


def test_the_steps_as_markdown_have_every_wording_once() -> None:
    text = steps_markdown(VOCABULARY)
    wordings = [f"    {one.keyword.capitalize()} {form}\n" for one in VOCABULARY.steps for form in one.forms]
    assert [line for line in wordings if text.count(line) != 1] == []
    assert text.startswith("# The steps of a scenario\n\n")
    assert text.count("\n## ") == len(grouped(VOCABULARY)) == 8
    assert "Table: `fact`, `value`, `[standing]`, `[source]`, `[note]`" in text
    assert text == steps_markdown(VOCABULARY)


def test_no_line_is_two_steps() -> None:
    for step in VOCABULARY.steps:
        matching = [
            one
            for one in VOCABULARY.steps
            if one.keyword == step.keyword and one.places(step.example) is not None
        ]
        assert matching == [step]
