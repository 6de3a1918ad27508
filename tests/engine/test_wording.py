"""What a fact is and what would have mattered, in words."""

import pytest

from compliance.engine.wording import answer
from compliance.model.case import Known, Members
from compliance.model.logic import Compare
from compliance.model.vocabulary import Fact

ASK = "Who signed the warrant?"
SIGNER = Fact(
    type="set",
    ask=ASK,
    values={"judge": "a federal judge", "magistrate": "a magistrate judge", "officer": "an officer"},
)


def members(has: str, lacks: str) -> Known:
    return Known(Members(frozenset(has.split()), frozenset(lacks.split())))


@pytest.mark.parametrize(
    ("known", "holds", "says"),
    [
        (members("judge", "magistrate officer"), True, "A federal judge."),
        (members("judge officer", "magistrate"), True, "A federal judge; an officer."),
        (
            members("magistrate", "judge officer"),
            False,
            "A magistrate judge (what matters: a federal judge).",
        ),
        (members("", "judge magistrate officer"), False, "None of these."),
        (members("judge", ""), True, "Among others: a federal judge."),
        (members("", "judge"), False, "Not: a federal judge."),
        (
            members("officer", ""),
            None,
            "An officer; the rest is not known (what matters: a federal judge).",
        ),
        (
            members("", "officer"),
            None,
            "Not an officer; the rest is not known (what matters: a federal judge).",
        ),
        (members("", ""), None, "Not known (what matters: a federal judge)."),
        (None, None, "Not known (what matters: a federal judge)."),
    ],
)
def test_a_set_is_told_as_far_as_it_is_known(known: Known | None, holds: bool | None, says: str) -> None:
    assert answer(Compare("signer", "includes", "judge"), SIGNER, known, holds, ASK) == f"{ASK} {says}"


def test_yes_and_no_need_no_word_on_what_matters() -> None:
    told = Fact(type="yes-no", ask="Told?")
    compare = Compare("told", "is", True)
    assert answer(compare, told, Known(False), False, "Told?") == "Told? No."
    assert answer(compare, told, None, None, "Told?") == "Told? Not known."
