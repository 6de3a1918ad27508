"""Bills that lean on one another, end by themselves, or rank rules: what then is law on which day, or what is wrong."""

from datetime import date
from pathlib import Path

import pytest
from tests.bill_text import OWN, RULES, write_bill
from tests.bills.comparing import CIVIL, DAY, HOLD, compared, draft, practice
from tests.bills.test_enact import status
from tests.law_text import write_law

from compliance.analysis.check import check_case
from compliance.analysis.enact import enact
from compliance.analysis.enacted import EnactedLaw
from compliance.bills.compare import compare
from compliance.engine.decide import Decider
from compliance.model.diagnostic import InputError
from compliance.model.enactment import Clause
from compliance.model.library import Library
from compliance.source.library import load_library

BILL, SECOND = "test/bill/1", "test/bill/2"
BEFORE, LATER = date(2029, 1, 1), date(2032, 1, 1)
ADDS = """
- amendment: new
  clause: "1"
  add: test/order/1#F
  provision: {effect: prohibits, gist: Tell whoever is held.}
  rules:
    - rule: f-ban
      provision: F
      title: Nobody is held untold
      binds: {actor: anyone}
      applies: {act: hold}
      forbids: {told: false}
"""
AMENDS_WHAT_IS_ADDED = """
- {amendment: wider, clause: "1", amend: "test/order/1#F", changes: [{rule: f-ban, forbids: {act: hold}}]}
"""
MAY = """
  - {rule: may, provision: C, title: Sharing is allowed, binds: {actor: anyone}, applies: {act: share},
     permits: {act: share}}
"""
RANKS = 'priorities:\n  - {prevails: may, over: ban, as: later, provision: "2", because: It says so.}\n'


def stacked(folder: Path, first: str, second: str, *, of_first: str = "", of_second: str = "") -> Library:
    """Order 1, and two bills that amend it."""
    write_law(folder, RULES)
    write_bill(folder, first, bill=of_first, rules=OWN)
    write_bill(folder, second, bill=of_second, name=SECOND)
    return load_library([folder], shipped=False)


@pytest.mark.parametrize(
    ("bills", "of_first", "help_"),
    [
        ([SECOND], "", "'new' (Bill 1, 1) would add it; name 'test/bill/1' before 'test/bill/2'"),
        ([SECOND, BILL], "", "'new' (Bill 1, 1) would add it; let this take effect after it"),
        (
            [BILL, SECOND],
            "takes-effect: {days: 9}",
            "'new' (Bill 1, 1) would add it; let this take effect after it",
        ),
    ],
    ids=["alone", "before it", "in effect before it"],
)
def test_a_bill_cannot_amend_a_provision_that_is_not_added_yet(
    tmp_path: Path, bills: list[str], of_first: str, help_: str
) -> None:
    library = stacked(tmp_path, ADDS, AMENDS_WHAT_IS_ADDED, of_first=of_first)
    with pytest.raises(InputError, match="Order 1, F is not law on 2030-01-01") as error:
        enact(library, bills)
    assert [(one.code, one.help) for one in error.value.diagnostics] == [("target-not-in-force", help_)]


def test_a_change_by_a_bill_that_adds_and_one_that_amends_what_it_added_is_told(tmp_path: Path) -> None:
    """The amendment cannot stand without the addition, so that nothing tells the two apart."""
    library = stacked(tmp_path, ADDS, AMENDS_WHAT_IS_ADDED)
    found = compare([practice(library, facts=HOLD)], Decider(library), [draft(library, BILL, SECOND)])
    (change,) = found.practices[0].columns[0].changes
    assert (change.rule, change.after.status, change.cause.how) == ("f-ban", "violated", "among")


def test_what_would_end_before_it_takes_effect_is_never_law(tmp_path: Path) -> None:
    fall = '- {amendment: fall, clause: "1", repeal: test/order/1#B}\n'
    library = stacked(tmp_path, ADDS + fall, "", of_first="sunset: {on: 2029-06-01}")
    enacted = enact(library, [BILL])
    assert {rule.id for rule in enacted.library.rules} == {"ban", "tell", "share-ban"}
    assert enacted.library.rule_by_id["tell"] == library.rule_by_id["tell"]
    assert enacted.ended == {}
    assert status(library, "tell", LATER, act=["hold"], told=False) == "violated"


def test_words_that_a_sunset_takes_back_cannot_be_struck_after_it(tmp_path: Path) -> None:
    first = """
    - {amendment: any, clause: "1", amend: "test/order/1#A", changes: [{rule: ban, forbids: {act: share}}],
       text: [{strike: for a civil purpose, insert: for any purpose}]}
    """
    second = """
    - {amendment: profit, clause: "1", amend: "test/order/1#A", changes: [{rule: ban, forbids: {purpose: both}}],
       text: [{strike: for any purpose, insert: for profit}]}
    """
    ends = "sunset: {years: 1}"
    library = stacked(tmp_path, first, second, of_first=ends, of_second=f"builds-on: [{BILL}]")
    says = "from 2031-01-01 on, 'for any purpose' does not stand in Order 1, A"
    with pytest.raises(InputError, match=says):
        enact(library, [BILL, SECOND])


def test_conduct_that_is_given_longer_can_meet_a_later_bill_first(tmp_path: Path) -> None:
    """The second amends words that the first puts in, which that conduct meets later; it is not refused for that."""
    first = """
    - {amendment: any, clause: "1", amend: "test/order/1#A", changes: [{rule: ban, drops-exceptions: [warrant]}],
       text: [{strike: for a civil purpose, insert: for any purpose}]}
    """
    second = """
    - {amendment: profit, clause: "1", amend: "test/order/1#A", changes: [{rule: ban, forbids: {purpose: both}}],
       text: [{strike: for any purpose, insert: for profit}]}
    """
    longer = "takes-effect: {days: 0, existing-conduct: 90}"
    later = f"takes-effect: {{days: 30}}\nbuilds-on: [{BILL}]"
    library = stacked(tmp_path, first, second, of_first=longer, of_second=later)
    case = practice(library, facts={**CIVIL, "purpose": "both"}, during={"from": "2029-06-01"})
    found = check_case(case, EnactedLaw(library, [BILL, SECOND], positions=["lenient"]))
    statuses = [
        (one.since, next(f.status for f in one.findings if f.rule == "ban")) for one in found.timeline
    ]
    assert statuses[0] == (date(2029, 6, 1), "satisfied")
    assert (date(2030, 1, 31), "violated") in statuses


@pytest.mark.parametrize(
    "terms", ["takes-effect: {days: 99999999}", "sunset: {years: 9999}", "sunset: {on: 9999-12-31}"]
)
def test_days_beyond_the_calendar_are_the_last_day_there_is(tmp_path: Path, terms: str) -> None:
    library = stacked(tmp_path, ADDS, "", of_first=terms)
    assert enact(library, [BILL]).days[Clause(BILL, "2")] in (DAY, date.max)


# --- several changes of one thing ------------------------------------------------------------------------


def test_each_change_that_an_amendment_makes_to_a_rule_counts(tmp_path: Path) -> None:
    both = """
    - {amendment: two, clause: "1", amend: "test/order/1#A",
       changes: [{rule: ban, applies: {act: hold}}, {rule: ban, forbids: {told: false}}]}
    """
    library = stacked(tmp_path, both, "")
    assert status(library, "ban", DAY, act=["hold"], told=False, warrant=False) == "violated"


def test_an_exception_can_be_written_anew(tmp_path: Path) -> None:
    anew = """
    - {amendment: anew, clause: "1", amend: "test/order/1#A", changes: [{rule: ban, drops-exceptions: [warrant],
       adds-exceptions: [{exception: warrant, provision: "1", when: {told: true}}]}]}
    """
    library = stacked(tmp_path, anew, "")
    assert status(library, "ban", DAY, **CIVIL, told=True) == "excused"
    assert status(library, "ban", DAY, act=["share"], purpose="civil", told=False, warrant=True) == "violated"


def test_the_same_part_cannot_be_changed_twice(tmp_path: Path) -> None:
    twice = """
    - {amendment: two, clause: "1", amend: "test/order/1#A",
       changes: [{rule: ban, forbids: {act: hold}}, {rule: ban, forbids: {told: false}}]}
    """
    with pytest.raises(InputError, match="changes 'elements' of the rule 'ban' too"):
        enact(stacked(tmp_path, twice, ""), [BILL])


def test_drafts_that_add_the_same_section_are_alternatives(tmp_path: Path) -> None:
    """They can be compared side by side; enacted together they fight."""
    library = stacked(
        tmp_path, ADDS, ADDS.replace("f-ban", "f-other").replace("told: false", "warrant: false")
    )
    drafts = [draft(library, BILL), draft(library, SECOND)]
    found = compare([practice(library, facts={"act": ["hold"], "told": False})], Decider(library), drafts)
    rules = [[change.rule for change in one.changes] for one in found.practices[0].columns]
    assert rules == [["f-ban"], ["f-other"]]
    with pytest.raises(InputError, match="changes 'test/order/1#F' too"):
        enact(library, [BILL, SECOND])


def test_conduct_that_is_given_longer_is_not_given_more_law(tmp_path: Path) -> None:
    """What ends some years after it takes effect ends on the same day for everybody."""
    library = stacked(
        tmp_path, ADDS, "", of_first="takes-effect: {days: 0, existing-conduct: 90}\nsunset: {years: 1}"
    )
    case = practice(library, facts=CIVIL, during={"from": "2029-06-01"})
    timeline = check_case(case, EnactedLaw(library, [BILL])).timeline
    found = [(one.since, next(f.status for f in one.findings if f.rule == "share-ban")) for one in timeline]
    assert (date(2030, 4, 1), "violated") in found
    assert (date(2031, 1, 1), "not-applicable") in found


# --- priorities that a bill declares ---------------------------------------------------------------------


def ranked(folder: Path) -> Library:
    """Order 1 with a permission, and a bill that only says which of its rules prevails."""
    write_law(folder, RULES + MAY)
    write_bill(folder, rules=RANKS)
    return load_library([folder], shipped=False)


def test_rules_that_a_bill_ranks_are_in_conflict_until_it_is_law(tmp_path: Path) -> None:
    library = ranked(tmp_path)
    assert status(library, "ban", BEFORE, **CIVIL) == "conflict"
    assert status(library, "ban", DAY, **CIVIL) == "excused"


def test_a_ranking_is_the_cause_of_what_it_settles(tmp_path: Path) -> None:
    library = ranked(tmp_path)
    (column,) = compared(library, practice(library, facts=CIVIL)).practices[0].columns
    causes = {one.rule: (one.kind, one.cause.clauses) for one in column.changes}
    assert causes == {rule: ("settles", (Clause(BILL, "2"),)) for rule in ("ban", "may")}


def test_a_clause_that_is_left_out_ranks_nothing(tmp_path: Path) -> None:
    library = ranked(tmp_path)
    assert enact(library, [BILL]).library.priorities != ()
    assert enact(library, [BILL], without=[Clause(BILL, "2")]).library.priorities == ()


# --- values that stand for law ---------------------------------------------------------------------------


def with_values(folder: Path, values: str) -> None:
    write_law(folder, RULES.replace("when: {warrant: true}", "when: {compelled: one}"))
    (folder / "rules/more.yaml").write_text(
        "vocabulary: more\nfacts:\n  compelled:\n    type: set\n    ask: By what?\n"
        f"    values: {{one: one of them, other: another}}\n    laws: {values}\n"
    )


def test_a_later_amendment_does_not_bring_back_a_value_that_has_fallen(tmp_path: Path) -> None:
    with_values(tmp_path, '{one: "test/order/1#B"}')
    amendments = """
    - {amendment: fall, clause: "1", repeal: "test/order/1#B"}
    - {amendment: wider, clause: "3", amend: "test/order/1#A", changes: [{rule: ban, forbids: {compelled: one}}]}
    """
    write_bill(tmp_path, amendments)
    library = load_library([tmp_path], shipped=False)
    facts = {"act": ["share"], "purpose": "crime", "compelled": ["one"]}
    assert status(library, "ban", DAY, **facts) == "satisfied"


def test_the_fall_of_one_order_is_not_that_of_another_with_a_longer_number(tmp_path: Path) -> None:
    with_values(tmp_path, '{one: "test/order/1.1#A"}')
    policy = (tmp_path / "policies/test/order/1.yaml").read_text()
    (tmp_path / "policies/test/order/1.1.yaml").write_text(
        policy.replace("test/order/1\n", "test/order/1.1\n")
    )
    write_law_again = policy.replace("test/order/1\n", "test/order/2\n")
    (tmp_path / "policies/test/order/2.yaml").write_text(write_law_again)
    rules = (tmp_path / "rules/test/order/1.yaml").read_text().replace("test/order/1\n", "test/order/2\n")
    (tmp_path / "rules/test/order/2.yaml").write_text(
        rules.replace("rule: ban", "rule: ban-2").replace("rule: tell", "rule: tell-2")
    )
    write_bill(tmp_path, '[{amendment: fall, clause: "1", void: test/order/1}]')
    library = load_library([tmp_path], shipped=False)
    law = EnactedLaw(library, [BILL])
    facts = {"act": ["share"], "purpose": "civil", "compelled": ["one"]}
    assert status(law, "ban", DAY, **facts) == "not-applicable"
    assert status(law, "ban-2", DAY, **facts) == "excused"
