"""What a witness looks like: a practice that states no more than it has to, in the words of its file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.bill_text import write_bill
from tests.law_text import VOCABULARY, law, write_law

from compliance.analysis.enact import enact
from compliance.model.library import Library
from compliance.model.logic import Logic
from compliance.model.proof import Answer, Asked, QuestionName
from compliance.prove.run import Limits, only, prove
from compliance.source.condition_text import condition_from
from compliance.source.library import load_library

DAY = date(2019, 5, 8)
RULES = """
terms:
  state-body: {provision: A, of: party, ask: "Is {party} a state body?", means: {party.level: state}}
  fair: {provision: A, ask: Is it fair?, judgment: true}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: state-body}
    applies: {act: share}
    forbids: {purpose: civil}
"""


def ask(
    library: Library, question: QuestionName, harm: str = "", positions: Sequence[str] = ("strict",)
) -> list[Answer]:
    """The answers to a question about one law."""
    logic: Logic | None = condition_from(harm, "harm", library) if harm else None
    asked = Asked(question, (), harm=harm, day=DAY)
    return list(prove(asked, (library,), ("the law",), positions, logic, Limits(30)).answers)


def practice(answers: list[Answer], about: str) -> dict[str, Any]:
    """The practice that shows an answer."""
    witness = next(one.witness for one in answers if one.about == about)
    assert witness is not None
    return dict(witness.practice)


def test_what_does_not_matter_is_left_open(tmp_path: Path) -> None:
    found = ask(law(tmp_path, RULES), "loophole", "{act: share}")
    bearer = practice(found, "ban#bearer")
    assert bearer["facts"] == {"act": ["share"], "purpose": "civil"}
    assert bearer["parties"] == {"actor": {"title": "the body that acts", "is": {"level": "local"}}}
    assert bearer["on"] == "2019-05-08"


def test_what_a_set_must_not_hold_is_named_after_the_question(tmp_path: Path) -> None:
    words = VOCABULARY.rstrip() + (
        "\n  papers: {type: set, ask: Which papers were there?, values: {pass: there was a pass, visa: a visa}}\n"
    )
    rules = RULES.replace("{purpose: civil}", "{all: [{purpose: civil}, {papers: pass}, {papers: visa}]}")
    found = ask(law(tmp_path, rules, vocabulary=words), "loophole", "{act: share}")
    witness = next(one.witness for one in found if one.about == "ban#element-2")
    assert witness is not None
    said = dict(witness.facts)
    assert said["Which papers were there?"] == "a visa; not among them: there was a pass"


def test_a_party_is_said_to_be_such_as_an_actor_that_fits(tmp_path: Path) -> None:
    folder = write_law(tmp_path, RULES)
    actors = "actors: test\nmembers:\n  town: {title: Smallville, is: {level: local}}\n"
    (folder / "policies/actors.yaml").write_text(actors)
    found = ask(load_library([folder], shipped=False), "loophole", "{act: share}")
    party = practice(found, "ban#bearer")["parties"]["actor"]
    assert party["title"] == "the body that acts, such as Smallville"


def test_two_parties_of_a_witness_are_never_the_same(tmp_path: Path) -> None:
    roles = VOCABULARY.replace(
        "roles:\n", "roles:\n  second: {title: the body that acts, ask: Who acts as well?}\n"
    )
    rules = RULES.replace("{act: share}", "{all: [{act: share}, {second.level: state}]}")
    found = practice(ask(law(tmp_path, rules, vocabulary=roles), "loophole", "{act: share}"), "ban#bearer")
    titles = [party["title"] for party in found["parties"].values()]
    assert len(titles) == len(set(titles)) == 2


def test_a_number_need_not_be_whole(tmp_path: Path) -> None:
    """Nothing lies between 0 and 1 among whole numbers; hours there are all the same."""
    rules = RULES.replace("{purpose: civil}", "{any: [{hours: {at-most: 0}}, {hours: {at-least: 1}}]}")
    found = ask(law(tmp_path, rules), "loophole", "{all: [{act: share}, {hours: {at-most: 10}}]}")
    assert practice(found, "ban#element-1")["facts"]["hours"] == 0.5


def test_what_is_left_to_judgment_is_assumed_and_said_so(tmp_path: Path) -> None:
    rules = RULES.replace("forbids: {purpose: civil}", "forbids: fair")
    found = practice(ask(law(tmp_path, rules), "loophole", "{act: share}"), "ban#element-1")
    (judgment,) = found["judgments"]
    assert judgment["term"] == "test/order/1#fair" and judgment["holds"] is False
    assert judgment["why"] == "assumed for this example"


def test_law_that_is_not_encoded_is_no_clearance(tmp_path: Path) -> None:
    """What an exception that nobody could encode may forbid is not lawful, and covers nothing for certain."""
    unless = "    unless:\n      - {exception: unseen, provision: E}\n"
    library = law(tmp_path, RULES + unless)
    harm = "{all: [{act: share}, {purpose: civil}]}"
    abouts = {one.about for one in ask(library, "loophole", harm)}
    assert "ban#bearer" in abouts and "ban#unseen" not in abouts
    plain = law(tmp_path / "other", RULES)
    asked = Asked("covers", (), day=DAY)
    (answer,) = prove(asked, (plain, library), ("one law", "the other"), ("strict",)).answers
    assert answer.result == "found"
    assert [one for one in ask(library, "unreachable") if one.result == "found"] == []


def test_a_ban_with_an_exception_that_was_not_seen_is_not_said_to_be_violated_by_nothing(
    tmp_path: Path,
) -> None:
    """Nobody can say what violates it, which is no proof that nothing does."""
    unless = "    unless:\n      - {exception: unseen, provision: E}\n"
    library = law(tmp_path, RULES + unless)
    asked = Asked("covers", (), day=DAY)
    (answer,) = prove(asked, (library, library), ("one law", "the other"), ("strict",)).answers
    assert answer.result == "not decided"
    assert answer.says == (
        "Whether the other forbids all that Order 1, A forbids cannot be said: part of that law is not encoded, or not "
        "known to be in force."
    )


def test_an_exception_to_be_shown_that_is_not_encoded_excuses_nobody(tmp_path: Path) -> None:
    unless = "    unless:\n      - {exception: unseen, provision: E, burden: actor}\n"
    library, plain = law(tmp_path, RULES + unless), law(tmp_path / "other", RULES)
    asked = Asked("covers", (), day=DAY)
    (answer,) = prove(asked, (plain, library), ("one law", "the other"), ("strict",)).answers
    assert answer.result == "proved"


def test_a_rule_that_is_not_law_on_the_day_is_named_apart(tmp_path: Path) -> None:
    rules = RULES + "    in-force: {from: 2020-01-01}\n"
    answers = ask(law(tmp_path, rules), "unreachable")
    assert [one.says for one in answers] == [
        "Not law on this day, and therefore left aside: Order 1, A.",
        "0 other rules and exceptions each matter on some facts.",
    ]
    asked = Asked("covers", (), day=DAY)
    library = law(tmp_path / "other", rules)
    (answer,) = prove(asked, (library, library), ("one law", "the other"), ("strict",)).answers
    assert (
        answer.says == "Nothing violates Order 1, A on this day, so that there is nothing to forbid as well."
    )


def test_what_a_repealed_provision_required_is_required_no_more(tmp_path: Path) -> None:
    """What rests on a provision is forbidden once a bill has ended it; and nothing is left of its own demand."""
    words = VOCABULARY.rstrip() + (
        "\n  because: {type: choice, ask: Why?, values: {law: a law, whim: a whim}, laws: {law: test/order/1#B}}\n"
    )
    unless = "    unless:\n      - {exception: required, provision: D, when: {because: law}}\n"
    tell = """
  - rule: tell
    provision: B
    title: The person is told
    binds: {actor: anyone}
    applies: {act: hold}
    must: {told: true}
"""
    folder = write_law(tmp_path, RULES + unless + tell, vocabulary=words)
    amendment = """
        - amendment: no-telling
          clause: "1"
          repeal: test/order/1#B
    """
    write_bill(folder, amendment)
    library = load_library([folder], shipped=False)
    after = enact(library, ["test/bill/1"]).library
    asked = Asked("covers", (), bills=("test/bill/1",), day=date(2031, 1, 1))
    back = prove(asked, (after, library), ("the law with the bill", "the law"), ("strict",))
    assert {one.about: one.result for one in back.answers} == {"ban": "found", "tell": "proved"}
    forth = prove(asked, (library, after), ("the law", "the law with the bill"), ("strict",))
    assert {one.about: one.result for one in forth.answers} == {"ban": "proved", "tell": "found"}
    assert "ban#required" in {one.about for one in ask(library, "loophole", "{act: share}")}
    harm = condition_from("{act: share}", "harm", after)
    asked = Asked("loophole", (), harm="h", day=date(2031, 1, 1))
    slipping = prove(asked, (after,), ("the law with the bill",), ("strict",), harm).answers
    assert "ban#required" not in {one.about for one in slipping}


def test_a_law_can_be_cut_down_to_some_instruments(tmp_path: Path) -> None:
    library = law(tmp_path, RULES)
    assert only(library, ()) is library
    assert [rule.id for rule in only(library, ("test/order/1",)).rules] == ["ban"]
    assert only(library, ("test/order/2",)).rules == ()


@pytest.mark.parametrize("positions", [("strict",), ("lenient",), ("strict", "lenient")])
def test_each_position_has_its_own_answers(tmp_path: Path, positions: tuple[str, ...]) -> None:
    answers = ask(law(tmp_path, RULES), "gaps", positions=positions)
    assert {one.position for one in answers} == set(positions)
