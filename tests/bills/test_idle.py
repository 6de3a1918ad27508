"""Clauses that change nothing: over the practices at hand, and on any facts."""

from datetime import date
from pathlib import Path

import pytest
from tests.bill_text import OWN, RULES, write_bill
from tests.bills.comparing import (
    ANY_PURPOSE,
    BILL,
    CIVIL,
    CRIME,
    HOLD,
    NO_WARRANT,
    REPEAL_WARRANT,
    compared,
    law,
    practice,
)
from tests.law_text import write_law

from compliance.analysis.enacted import EnactedLaw
from compliance.bills.compare import compare
from compliance.bills.law import DraftLaw
from compliance.engine.decide import Decider
from compliance.model.compared import Comparison
from compliance.source.library import load_library

SAME = """{amendment: same, clause: "1", amend: test/order/1#B,
  changes: [{rule: tell, must: {all: [{told: true}, {act: hold}]}}]}"""
"""The rule only applies where somebody is held, so that it comes out the same on any facts."""


def found(folder: Path, *amendments: str, rules: str = "", facts: dict[str, object] = HOLD) -> Comparison:
    library = law(folder, *amendments, rules=rules)
    return compared(library, practice(library, facts=facts))


def test_a_clause_that_changed_something_says_how_much(tmp_path: Path) -> None:
    (draft,) = found(tmp_path, ANY_PURPOSE, facts=CRIME).drafts
    (use,) = draft.clauses
    assert (use.clause.amendment, use.changes, use.practices, use.matters) == ("any-purpose", 1, ("p",), True)


def test_a_clause_that_changes_nothing_here_and_something_elsewhere_is_no_error(tmp_path: Path) -> None:
    result = found(tmp_path, ANY_PURPOSE, rules=OWN)
    assert [(use.changes, use.matters) for use in result.drafts[0].clauses] == [(0, True), (0, True)]
    assert result.errors == ()


def test_a_clause_that_changes_nothing_on_any_facts_is_an_error_with_its_place(tmp_path: Path) -> None:
    result = found(tmp_path, SAME)
    assert [use.matters for use in result.drafts[0].clauses] == [False]
    (error,) = result.errors
    assert error.code == "idle-amendment"
    assert "'same'" in error.message and "on any facts" in error.message
    assert error.span.file.endswith("rules/test/bill/1.yaml") and error.span.line > 1


def test_a_rule_that_can_never_apply_is_an_error_too(tmp_path: Path) -> None:
    never = OWN.replace("applies: {act: share}", "applies: {all: [{purpose: civil}, {purpose: crime}]}")
    (error,) = found(tmp_path, rules=never, facts=CRIME).errors
    assert error.code == "idle-clause"


@pytest.mark.parametrize("burden", ["", ", burden: actor"])
def test_an_exception_matters_whoever_has_to_show_it(tmp_path: Path, burden: str) -> None:
    """Where the actor shows it, an unknown exception leaves the rule violated, which must not end the search."""
    told = f"""{{amendment: told, clause: "1", amend: test/order/1#A, changes: [{{rule: ban,
      adds-exceptions: [{{exception: told, provision: "1", when: {{told: true}}{burden}}}]}}]}}"""
    assert [use.matters for use in found(tmp_path, told).drafts[0].clauses] == [True]


def test_a_word_of_an_exception_that_the_actor_shows_matters(tmp_path: Path) -> None:
    """Only the meaning of the term changes; the exception reads the same."""
    rules = RULES.replace("when: {warrant: true}", "when: paper, burden: actor").replace(
        "terms:\n", "terms:\n  paper: {provision: D, ask: Is there a paper?, means: {warrant: true}}\n"
    )
    write_law(tmp_path, rules)
    wider = """[{amendment: wider, clause: "1", redefine: test/order/1#paper,
      term: {provision: D, ask: Is there a paper?, means: {any: [{warrant: true}, {told: true}]}}}]"""
    write_bill(tmp_path, wider)
    library = load_library([tmp_path], shipped=False)
    result = compared(library, practice(library, facts=HOLD))
    assert [use.matters for use in result.drafts[0].clauses] == [True]


def test_a_clause_that_another_one_makes_needless_is_not_called_idle_where_either_acts(
    tmp_path: Path,
) -> None:
    result = found(tmp_path, REPEAL_WARRANT, NO_WARRANT, facts={**CIVIL, "warrant": True})
    assert result.errors == ()


def test_on_a_day_before_it_is_law_a_clause_is_not_called_idle(tmp_path: Path) -> None:
    library = law(tmp_path, ANY_PURPOSE)
    result = compared(library, practice(library, facts=CRIME), day=date(2029, 1, 1))
    assert result.errors == ()
    assert [use.changes for use in result.drafts[0].clauses] == [0]


def test_a_clause_without_a_rule_is_not_judged(tmp_path: Path) -> None:
    on_record = '{amendment: words, clause: "1", amend: test/order/1#A, not-encoded: it says the same}'
    result = found(tmp_path, on_record, rules=OWN)
    assert [use.clause.provision for use in result.drafts[0].clauses] == ["2"]


# --- what is only idle from one side ---------------------------------------------------------------------


def test_two_clauses_of_which_either_would_do_are_not_called_idle(tmp_path: Path) -> None:
    """Beside the other each changes nothing; with both taken out the law is another."""
    result = found(tmp_path, REPEAL_WARRANT, NO_WARRANT, facts=HOLD)
    assert [(use.changes, use.matters) for use in result.drafts[0].clauses] == [(0, True), (0, True)]
    assert result.errors == ()


def test_a_clause_that_only_moves_the_other_side_is_not_called_idle(tmp_path: Path) -> None:
    """Where one side alone was asked for."""
    wider = """{amendment: wider, clause: "1", redefine: test/order/1#civil, term: {provision: A, ask: Is it civil?,
      readings: {stated: {means: {purpose: civil}, gloss: Stated., authority: argument, held-by: [lenient]},
        any: {means: {act: share}, gloss: Any., authority: argument, held-by: [strict]}}}}"""
    library = law(tmp_path, wider)
    lenient = DraftLaw(EnactedLaw(library, [BILL], None, ["lenient"]))
    result = compare([practice(library, facts=CRIME)], Decider(library, ["lenient"]), [lenient])
    assert [(use.changes, use.matters) for use in result.drafts[0].clauses] == [(0, True)]
    assert result.errors == ()


def test_a_clause_about_a_rule_that_is_law_later_is_not_called_idle(tmp_path: Path) -> None:
    rules = RULES.replace("forbids: civil", "forbids: civil\n    in-force: {from: 2035-01-01}")
    write_law(tmp_path, rules)
    write_bill(tmp_path, f"[{NO_WARRANT}]")
    library = load_library([tmp_path], shipped=False)
    result = compared(library, practice(library, facts=CIVIL))
    assert [(use.changes, use.matters) for use in result.drafts[0].clauses] == [(0, True)]
    assert result.errors == ()
