"""What is proved only of what is certain says so: law that is not encoded may decide otherwise."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from tests.law_text import POLICY, law

from compliance.model.library import Library, LinkedHarm
from compliance.model.logic import AnyOf, Compare, NotEncoded
from compliance.model.proof import Answer, Asked, QuestionName
from compliance.model.span import Span
from compliance.prove.run import prove
from compliance.prove.solver import Deadline, NotDecided
from compliance.prove.telling import LEAVES_OPEN

DAY = date(2019, 5, 8)
BAN = """
  - rule: ban
    provision: A
    title: No sharing
    binds: {actor: anyone}
    applies: {act: share}
    forbids: %s
"""
UNSEEN = BAN + "    unless: [{exception: unseen, provision: E}]\n"
MAY = (
    "  - {rule: may, provision: C, title: May, binds: {actor: anyone}, applies: {act: share}, permits: %s}\n"
)
PERHAPS_LAW = POLICY.replace("in-force: {from: 2018-01-01}", "in-force: {from: {earliest: 2018-01-01}}")
SHARED, SHARES = "{act: share}", Compare("act", "includes", "share")


def answers(question: QuestionName, *laws: Library, **more: Any) -> list[Answer]:
    """The answers under the strict reading."""
    asked = Asked(question, (), day=DAY)
    return list(
        prove(asked, laws, ("the first law", "the second law")[: len(laws)], ["strict"], **more).answers
    )


def harmed(library: Library) -> Library:
    """With a harm: that data are shared."""
    harm = LinkedHarm("sharing", "Data are shared.", SHARES, 2, Span(""))
    return replace(library, harms={harm.name: harm})


def proved(found: list[Answer], about: str = "") -> str:
    return next(one.says for one in found if one.about == about and one.result == "proved")


def test_a_rule_that_only_may_apply_is_not_said_to_apply(tmp_path: Path) -> None:
    library = law(tmp_path, "rules:" + BAN % SHARED, policy=PERHAPS_LAW)
    says = proved(answers("gaps", library), "share")
    assert says == f"Some rule always applies, or may, where this is done: data were shared. {LEAVES_OPEN}"


def test_a_conflict_that_unseen_text_may_bring_is_not_ruled_out(tmp_path: Path) -> None:
    rules = "rules:" + UNSEEN % SHARED + MAY % SHARED
    assert proved(answers("conflicts", law(tmp_path, rules))).endswith(LEAVES_OPEN)


def test_where_all_is_encoded_nothing_is_added(tmp_path: Path) -> None:
    rules = "rules:" + BAN % SHARED
    library = harmed(law(tmp_path, rules))
    assert LEAVES_OPEN not in proved(answers("conflicts", library))
    assert LEAVES_OPEN not in proved(answers("gaps", library), "share")
    assert proved(answers("worst", library)) == "No lawful practice does any of the harms."
    assert LEAVES_OPEN not in proved(answers("covers", library, library), "ban")
    found = answers("loophole", library, harm=SHARES)
    assert [one.says for one in found] == ["No lawful practice does this harm: "]


def test_what_unseen_text_may_forbid_is_not_said_to_be_unlawful(tmp_path: Path) -> None:
    library = harmed(law(tmp_path, "rules:" + UNSEEN % SHARED))
    (found,) = answers("loophole", library, harm=SHARES)
    assert found.says.startswith("No practice that does this harm is certainly lawful")
    worst = proved(answers("worst", library))
    assert worst == f"No practice that does any of the harms is certainly lawful. {LEAVES_OPEN}"


def test_what_may_violate_a_rule_is_not_said_to_be_forbidden_as_well(tmp_path: Path) -> None:
    first = law(tmp_path / "first", "rules:" + UNSEEN % SHARED)
    second = law(tmp_path / "second", "rules:" + BAN % "{all: [{act: share}, {warrant: false}]}")
    (found,) = (one for one in answers("covers", first, second) if one.about == "ban")
    assert found.result == "not decided"
    assert "cannot be said: part of that law is not encoded" in found.says


def test_a_rule_that_others_imply_only_where_it_is_certain(tmp_path: Path) -> None:
    """The second forbids all that the first certainly forbids; what the unseen text may forbid it does not."""
    rules = (
        "rules:" + BAN % "{warrant: false}" + (BAN % "{warrant: false}").replace("rule: ban", "rule: other")
    )
    library = law(tmp_path, rules)
    first, second = library.rules
    vague = AnyOf((first.core, NotEncoded("test/order/1", "E")))
    found = answers("redundant", replace(library, rules=(replace(first, core=vague), second)))
    says = {one.about: one.says for one in found}
    assert says["ban"].endswith(LEAVES_OPEN)
    assert not says["other"].endswith(LEAVES_OPEN)


# --- time ------------------------------------------------------------------------------------------------


def test_the_time_of_a_question_runs_from_when_it_is_put(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the answer for one side takes nothing from the time for the next."""
    now = monotonic()
    monkeypatch.setattr("compliance.prove.solver.monotonic", lambda: now)
    deadline = Deadline(2)
    now += 60
    assert deadline.milliseconds() == 2000
    now += 3
    with pytest.raises(NotDecided):
        deadline.milliseconds()
