"""Amendments that can never matter are found over all facts, and those that can are not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.bill_text import law_and_bill
from tests.cli.conftest import Run

SAME = """
- amendment: in-other-words
  clause: "1"
  redefine: test/order/1#civil
  term:
    provision: A
    ask: Is the purpose civil?
    readings:
      stated:
        means: {any: [{purpose: civil}, {all: [{purpose: civil}, {told: true}]}]}
        gloss: What is stated.
        authority: argument
        held-by: [lenient]
      any:
        means: {not: {purpose: crime}}
        gloss: Any part.
        authority: argument
        held-by: [strict]
"""
FALLS = """
- {amendment: fall, clause: "3", repeal: test/order/1#B}
"""


@pytest.fixture
def ask(run: Run, tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """The answers about what can never matter, by what they are about."""

    def answers(amendments: str) -> dict[str, str]:
        law_and_bill(tmp_path, amendments)
        ran = run(
            "prove", "unreachable", "--bill", "test/bill/1", "--library", tmp_path, "--no-shipped", "--format", "json"
        )  # fmt: skip
        assert ran.code in (0, 1), ran.err
        return {one["about"] or one["says"]: one["result"] for one in json.loads(ran.out)["answers"]}

    return answers


def test_the_same_in_other_words_is_an_amendment_that_never_matters(
    ask: Callable[[str], dict[str, str]],
) -> None:
    """No practice of the three purposes there are comes out otherwise, on either side's reading."""
    found = ask(SAME + FALLS)
    assert found["in-other-words"] == "found"
    assert found["One other amendment changes a finding on some facts."] == "proved"


def test_a_meaning_that_reaches_one_purpose_more_matters(ask: Callable[[str], dict[str, str]]) -> None:
    found = ask(SAME.replace("{not: {purpose: crime}}", "{purpose: {one-of: [civil, crime, both]}}"))
    assert "in-other-words" not in found


def test_one_that_matters_for_one_side_alone_matters(ask: Callable[[str], dict[str, str]]) -> None:
    found = ask(SAME.replace("{told: true}", "{told: true}]}, {all: [{purpose: both}, {told: true}"))
    assert "in-other-words" not in found
