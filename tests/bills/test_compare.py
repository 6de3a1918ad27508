"""What a bill changes: kinds of change as a whole and for each position, from when, and which clause causes it."""

from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from tests.bill_text import OWN, RULES, write_bill
from tests.bills.comparing import (
    ANY_PURPOSE,
    BILL,
    BOTH,
    CIVIL,
    CRIME,
    DAY,
    EXCUSED,
    HOLD,
    NO_WARRANT,
    REPEAL_WARRANT,
    change,
    column,
    compared,
    draft,
    law,
    practice,
)
from tests.generate import random_case, random_library
from tests.law_text import write_law

from compliance.analysis.enacted import EnactedLaw
from compliance.bills.compare import compare
from compliance.bills.law import DraftLaw
from compliance.engine.decide import Decider
from compliance.model.enactment import Clause
from compliance.model.instrument import Instrument
from compliance.model.overlay import LinkedBill
from compliance.model.span import Span
from compliance.source.library import load_library

PERMIT = """
rules:
  - rule: share-permit
    provision: "2"
    title: Sharing is allowed
    binds: {actor: anyone}
    applies: {act: share}
    permits: {act: share}
"""
DUTY = """
rules:
  - rule: count
    provision: "2"
    title: Whoever shares tells the person
    binds: {actor: anyone}
    applies: {act: share}
    must: {told: true}
"""


# --- what changes -----------------------------------------------------------------------------------------


def test_a_wider_term_forbids_what_one_side_called_lawful(tmp_path: Path) -> None:
    library = law(tmp_path, ANY_PURPOSE)
    found = compared(library, practice(library, facts=BOTH)).practices[0]
    assert (found.current.status, found.current.positions) == (
        "contested",
        {"strict": "violated", "lenient": "satisfied"},
    )
    (only,) = found.columns
    assert (only.overall.status, only.kind) == ("violated", "forbids")
    assert only.positions == {"strict": "leaves", "lenient": "forbids"}
    (one,) = only.changes
    assert (one.rule, one.kind, one.was, one.after.status) == ("ban", "forbids", "contested", "violated")
    assert one.positions == {"strict": "leaves", "lenient": "forbids"}
    assert one.cause.clauses == (Clause(BILL, "1", "any-purpose"),)
    assert one.terms == ("test/order/1#civil",)
    assert one.since == DAY


def test_a_repealed_ban_no_longer_forbids(tmp_path: Path) -> None:
    library = law(tmp_path, '{amendment: a-falls, clause: "1", repeal: test/order/1#A}')
    only = column(library, CIVIL)
    assert (only.overall.status, only.kind) == ("not-applicable", "permits")
    assert only.changes[0].ended_by == Clause(BILL, "1", "a-falls")


def test_a_rule_of_the_bill_is_not_law_without_it(tmp_path: Path) -> None:
    library = law(tmp_path, rules=OWN)
    one = change(library, CRIME)
    assert one.before is None
    assert (one.was, one.after.status, one.kind) == ("not-applicable", "violated", "forbids")
    assert one.cause.clauses == (Clause(BILL, "2"),)


@pytest.mark.parametrize(
    ("told", "status"), [(True, "satisfied"), (False, "violated"), (None, "undetermined")]
)
def test_a_new_duty_is_one_whatever_comes_of_it(tmp_path: Path, told: bool | None, status: str) -> None:
    library = law(tmp_path, rules=DUTY)
    facts = CRIME if told is None else {**CRIME, "told": told}
    one = change(library, facts)
    assert one.new_duty and one.after.status == status
    assert column(library, {**HOLD}).left


def test_a_new_rule_that_is_kept_settles_nothing_that_is_open(tmp_path: Path) -> None:
    """Whether the warrant excuses, or nothing was to be excused, stays as unknown as it was."""
    found = column(law(tmp_path, rules=DUTY), {"act": ["share"], "warrant": True, "told": True})
    assert (found.kind, found.overall.status) == ("alters", "satisfied")
    assert set(found.positions.values()) == {"alters"}


def test_a_prohibition_is_no_duty(tmp_path: Path) -> None:
    assert not change(law(tmp_path, rules=OWN), CRIME).new_duty


def test_a_rule_that_another_of_the_bill_collides_with_is_in_conflict(tmp_path: Path) -> None:
    library = law(tmp_path, rules=PERMIT)
    changes = {one.rule: one for one in column(library, CIVIL).changes}
    assert changes["ban"].new_conflicts == ("share-permit",)
    assert (changes["ban"].was, changes["ban"].after.status) == ("violated", "conflict")
    assert changes["ban"].cause.clauses == (Clause(BILL, "2"),)


def test_one_more_conflict_of_a_rule_that_is_in_conflict_is_a_change(tmp_path: Path) -> None:
    allowed = """
  - rule: allowed
    provision: C
    title: Sharing is allowed already
    binds: {actor: anyone}
    applies: {act: share}
    permits: {act: share}
"""
    write_law(tmp_path, RULES + allowed)
    write_bill(tmp_path, rules=PERMIT)
    changes = {one.rule: one for one in column(load_library([tmp_path], shipped=False), CIVIL).changes}
    assert changes["ban"].was == changes["ban"].after.status == "conflict"
    assert changes["ban"].new_conflicts == ("share-permit",)
    assert changes["ban"].kind == "alters"


def test_a_declared_priority_is_told_with_the_rule_that_gives_way(tmp_path: Path) -> None:
    wins = """
priorities:
  - {prevails: share-permit, over: ban, as: later, provision: "3", because: The bill is later.}
"""
    library = law(tmp_path, rules=PERMIT + wins)
    changes = {one.rule: one for one in column(library, CIVIL).changes}
    assert changes["ban"].newly_overridden
    assert (changes["ban"].was, changes["ban"].after.status, changes["ban"].kind) == (
        "violated",
        "excused",
        "permits",
    )
    assert Clause(BILL, "2") in changes["ban"].cause.clauses


def test_a_risk_of_preemption_that_is_new_is_told(tmp_path: Path) -> None:
    risk = OWN + "    flags: [{flag: preemption-risk, because: Federal law may prevail.}]\n"
    library = law(tmp_path, rules=risk)
    assert [one.because for one in change(library, CRIME).new_risks] == ["Federal law may prevail."]


def test_what_stays_possible_is_a_change_too(tmp_path: Path) -> None:
    """Not settled before and after; but a violation is possible only with the bill."""
    library = law(tmp_path, ANY_PURPOSE)
    one = change(library, {"act": ["share"], "purpose": "crime"})
    assert (one.was, one.after.status) == ("satisfied", "undetermined")
    assert one.kind == "unsettles"


def test_practices_that_the_bill_does_not_touch_are_left(tmp_path: Path) -> None:
    library = law(tmp_path, ANY_PURPOSE, rules=OWN)
    assert column(library, HOLD).left
    assert column(library, HOLD).kind == "leaves"
    assert not column(library, CRIME).left


def test_facts_that_are_only_alleged_count_where_that_is_asked(tmp_path: Path) -> None:
    library = law(tmp_path, rules=OWN)
    facts = {"act": {"is": ["share"], "standing": "alleged"}}
    case = practice(library, facts=facts)
    proven, alleged = (
        compare([case], Decider(library), [draft(library)], standard).practices[0].columns[0]
        for standard in ("proven", "alleged")
    )
    assert proven.overall.status == "undetermined"
    assert alleged.overall.status == "violated"


# --- which clause -----------------------------------------------------------------------------------------


def test_of_two_clauses_that_touch_a_rule_the_one_that_matters_here_is_named(tmp_path: Path) -> None:
    """The purpose is civil on every reading, so that only the lost exception makes it a violation."""
    no_warrant = NO_WARRANT.replace('clause: "1"', 'clause: "3"')
    one = change(law(tmp_path, ANY_PURPOSE, no_warrant), EXCUSED)
    assert (one.was, one.after.status) == ("excused", "violated")
    assert one.cause.clauses == (Clause(BILL, "3", "no-warrant"),)
    assert one.cause.how == "alone"


def test_two_clauses_that_only_together_forbid_are_named_together(tmp_path: Path) -> None:
    no_warrant = NO_WARRANT.replace('clause: "1"', 'clause: "3"')
    one = change(law(tmp_path, ANY_PURPOSE, no_warrant), {**CRIME, "warrant": True})
    assert (one.was, one.after.status) == ("satisfied", "violated")
    assert {clause.amendment for clause in one.cause.clauses} == {"any-purpose", "no-warrant"}
    assert one.cause.how == "together"


def test_two_clauses_of_which_each_would_do_are_both_named(tmp_path: Path) -> None:
    """One takes the exception out of the rule, the other repeals the provision that it rests on."""
    one = change(law(tmp_path, REPEAL_WARRANT, NO_WARRANT), EXCUSED)
    assert (one.was, one.after.status) == ("excused", "violated")
    assert {clause.amendment for clause in one.cause.clauses} == {"no-warrant", "d-falls"}
    assert one.cause.how == "each"


def test_clauses_that_cannot_stand_without_each_other_are_not_told_apart(tmp_path: Path) -> None:
    """The second strikes words that the first inserts, so that nothing can be tried without the first."""
    first = """{amendment: first, clause: "1", amend: test/order/1#A,
      text: [{strike: civil, insert: private}], changes: [{rule: ban, drops-exceptions: [warrant]}]}"""
    second = """{amendment: second, clause: "3", amend: test/order/1#A,
      text: [{strike: private, insert: any}], changes: [{rule: ban, forbids: {act: share}}]}"""
    one = change(law(tmp_path, first, second), {**CRIME, "warrant": True})
    assert {clause.amendment for clause in one.cause.clauses} == {"first", "second"}
    assert one.cause.how == "among"


# --- from when --------------------------------------------------------------------------------------------

LONGER = "takes-effect: {days: 0, existing-conduct: 90}"


def test_conduct_that_ended_before_is_compared_as_if_it_happened_later(tmp_path: Path) -> None:
    only = column(law(tmp_path, rules=OWN), CRIME, on="2019-05-08")
    assert (only.kind, only.reach, only.edges) == ("forbids", "ended", ())


def test_conduct_that_goes_on_is_told_the_day_before_on_and_after(tmp_path: Path) -> None:
    only = column(law(tmp_path, rules=OWN), CRIME, during={"from": "2019-05-08"})
    assert only.reach == "goes-on"
    (edge,) = only.edges
    assert (edge.day, edge.before, edge.on, edge.after) == (DAY, "satisfied", "violated", "violated")
    assert edge.current == "satisfied"
    assert [(one.rule, one.before, one.after) for one in edge.turns] == [
        ("share-ban", "not-applicable", "violated")
    ]


def test_conduct_that_ends_on_the_day_has_no_day_after(tmp_path: Path) -> None:
    during = {"from": "2019-05-08", "to": "2030-01-01"}
    (edge,) = column(law(tmp_path, rules=OWN), CRIME, during=during).edges
    assert edge.after is None


def test_conduct_that_began_before_is_given_the_time_that_the_bill_gives_it(tmp_path: Path) -> None:
    library = law(tmp_path, rules=OWN, bill=LONGER)
    only = column(library, CRIME, during={"from": "2019-05-08"})
    (edge,) = only.edges
    assert (edge.day, edge.before, edge.on) == (date(2030, 4, 1), "satisfied", "violated")
    (one,) = only.changes
    assert (one.since, one.existing) == (DAY, date(2030, 4, 1))


def test_conduct_that_begins_later_is_given_no_more_time(tmp_path: Path) -> None:
    only = column(law(tmp_path, rules=OWN, bill=LONGER), CRIME, during={"from": "2030-02-01"})
    assert (only.reach, only.edges) == ("later", ())
    assert only.changes[0].existing is None


def test_a_bill_that_ends_by_itself_is_told_to_the_day(tmp_path: Path) -> None:
    only = column(law(tmp_path, rules=OWN, bill="sunset: {years: 3}"), CRIME, during={"from": "2019-05-08"})
    begins, ends = only.edges
    assert (begins.day, begins.before, begins.on) == (DAY, "satisfied", "violated")
    assert (ends.day, ends.before, ends.on) == (date(2033, 1, 1), "violated", "satisfied")
    assert begins.begins == ends.ends == (Clause(BILL, "2"),)
    assert only.changes[0].until == date(2032, 12, 31)


def test_what_current_law_changes_on_the_day_is_not_put_down_to_the_bill(tmp_path: Path) -> None:
    """The order itself ends on the day on which the bill takes effect."""
    library = law(tmp_path, rules=OWN)
    order = library.instruments["test/order/1"]
    shorter = [one.model_copy(update={"to": date(2029, 12, 31)}) for one in order.in_force]
    rules = tuple(replace(rule, in_force=tuple(shorter)) for rule in library.rules)
    ended = replace(library, rules=rules)
    (edge,) = column(ended, CIVIL, during={"from": "2019-05-08"}).edges
    assert edge.current == "not-applicable"
    assert [one.rule for one in edge.turns] == ["share-ban"]


def test_the_law_of_another_day_can_be_compared(tmp_path: Path) -> None:
    library = law(tmp_path, rules=OWN)
    assert (
        compared(library, practice(library, facts=CRIME), day=date(2029, 12, 31)).practices[0].columns[0].left
    )


# --- what holds of every comparison -----------------------------------------------------------------------


def test_a_bill_that_only_says_why_it_changes_nothing_changes_nothing(tmp_path: Path) -> None:
    library = law(
        tmp_path,
        """{amendment: words, clause: "1", amend: test/order/1#A, not-encoded: it says the same,
        text: [{strike: civil, insert: private}]}""",
    )
    found = compared(library, *(practice(library, facts=one) for one in (CIVIL, BOTH, CRIME, EXCUSED, HOLD)))
    assert all(one.columns[0].left for one in found.practices)
    assert found.errors == ()


@pytest.mark.parametrize("seed", range(15))
def test_a_law_compared_with_itself_leaves_everything(seed: int) -> None:
    random = Random(seed)
    library = random_library(random)
    home = "test/bill/empty"
    clause = {"1": {"gist": "Nothing.", "effect": "meta"}}
    terms = {"stage": "example", "signed": "2030-01-01"}
    data = {"instrument": home, "title": "T", "short": "T", "cite": "T", "kind": "bill", "issuer": "t"}
    bill = Instrument.model_validate(
        {**data, "source": {"seen": "full"}, "provisions": clause, "bill": terms}
    )
    linked = LinkedBill(home, (), (), (), (), Span(""))
    with_bill = replace(library, instruments={**library.instruments, home: bill}, bills={home: linked})
    empty = DraftLaw(EnactedLaw(with_bill, [home], inference=False))
    cases = [random_case(random, library) for _ in range(10)]
    found = compare(cases, Decider(with_bill, inference=False), [empty])
    for one in found.practices:
        assert one.columns[0].left
        assert one.columns[0].overall == one.current
        assert one.columns[0].kind == "leaves"


def test_the_order_of_practices_does_not_matter(tmp_path: Path) -> None:
    library = law(tmp_path, ANY_PURPOSE, rules=DUTY)
    named = {"a": CIVIL, "b": BOTH, "c": HOLD}
    cases = [practice(library, name, facts) for name, facts in named.items()]
    told = [{one.id: one for one in compared(library, *order).practices} for order in permutations(cases)]
    assert all(one == told[0] for one in told)


def test_each_draft_is_compared_with_the_law_and_not_with_the_others(tmp_path: Path) -> None:
    law(tmp_path, ANY_PURPOSE)
    write_bill(tmp_path, rules=OWN, name="test/bill/2")
    library = load_library([tmp_path], shipped=False)
    drafts = [draft(library, BILL), draft(library, "test/bill/2"), draft(library, BILL, "test/bill/2")]
    found = compare([practice(library, facts=BOTH)], Decider(library), drafts)
    first, second, both = found.practices[0].columns
    assert [one.rule for one in first.changes] == ["ban"]
    assert [one.rule for one in second.changes] == ["share-ban"]
    assert [one.rule for one in both.changes] == ["ban", "share-ban"]
    assert [one.name for one in found.drafts] == ["Bill 1", "Bill 2", "Bill 1 + Bill 2"]
    assert dict(found.receipt.bills) == {BILL: DAY, "test/bill/2": DAY}
