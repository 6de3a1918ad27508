"""Bills enacted in a library: what each kind of amendment does, from when, by which clause; and how bills stack."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.bill_text import OWN, RULES, law_and_bill, write_bill
from tests.generate import random_case, random_day, random_library
from tests.law_text import write_law

from compliance.analysis.amend import without_days
from compliance.analysis.check import Question, check_case
from compliance.analysis.enact import UnknownBill, enact
from compliance.analysis.enacted import EnactedLaw
from compliance.engine.decide import Decider
from compliance.model.diagnostic import InputError
from compliance.model.enactment import Clause, Enactment
from compliance.model.interval import InForce, in_force
from compliance.model.library import Library
from compliance.source.from_data import practice_from
from compliance.source.library import load_library

BILL = "test/bill/1"
BEFORE, SINCE, LATER = date(2029, 12, 31), date(2030, 1, 1), date(2030, 4, 11)


def status(law: Library | EnactedLaw, rule: str, day: date, **facts: object) -> str:
    """The status of a rule, over both sides, on conduct of a day."""
    enacted = law if isinstance(law, EnactedLaw) else EnactedLaw(law, [BILL])
    data = {"practice": "p", "title": "P", "on": str(day), "parties": {"actor": {"title": "The body"}}}
    case = practice_from({**data, "facts": facts}, "p.yaml", enacted.current)
    report = check_case(case, enacted)
    (period,) = report.timeline
    return next(str(finding.status) for finding in period.findings if finding.rule == rule)


SHARE = {"act": ["share"], "warrant": False}
WIDER = """
- amendment: wider
  clause: "1"
  amend: test/order/1#A
  text: [{strike: for a civil purpose, insert: for any purpose}]
  changes:
    - {rule: ban, title: No sharing at all, forbids: {act: share}, drops-exceptions: [warrant]}
"""


def test_a_bill_is_no_law(tmp_path: Path) -> None:
    """Until it is enacted its rules are not among those of the library, and findings are as they were."""
    library = law_and_bill(tmp_path, WIDER, rules=OWN)
    assert [rule.id for rule in library.rules] == ["ban", "tell"]
    assert list(library.written) == ["share-ban", "ban", "tell"]
    assert library.bills[BILL].rules[0].in_force == ()


def test_what_a_bill_forbids_by_itself_is_forbidden_from_the_day_it_takes_effect(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, rules=OWN)
    assert status(library, "share-ban", BEFORE, **SHARE) == "not-applicable"
    assert status(library, "share-ban", SINCE, **SHARE) == "violated"


def test_an_amended_rule_says_something_else_from_that_day(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, WIDER)
    assert status(library, "ban", BEFORE, purpose="crime", **SHARE) == "satisfied"
    assert status(library, "ban", SINCE, purpose="crime", **SHARE) == "violated"
    assert status(library, "ban", SINCE, purpose="crime", act=["share"], warrant=True) == "violated"
    enacted = enact(library, [BILL])
    assert enacted.on(BEFORE).provision("test/order/1", "A").words == ("not share for a civil purpose",)
    assert enacted.on(SINCE).provision("test/order/1", "A").words == ("not share for any purpose",)
    assert enacted.library.rule_by_id["ban"].rule.title == "No sharing at all"
    (edit,) = enacted.edits
    assert (edit.struck, edit.inserted) == ("for a civil purpose", "for any purpose")
    assert edit.before[edit.start :].startswith(edit.struck)


def test_an_exception_can_be_added(tmp_path: Path) -> None:
    amendments = """
    - amendment: told
      clause: "1"
      amend: test/order/1#A
      text: [{insert: "unless the person is told", after: for a civil purpose}]
      changes:
        - rule: ban
          adds-exceptions: [{exception: told, provision: "1", when: {told: true}}]
    """
    library = law_and_bill(tmp_path, amendments)
    facts = {**SHARE, "purpose": "civil", "told": True}
    assert status(library, "ban", BEFORE, **facts) == "violated"
    assert status(library, "ban", SINCE, **facts) == "excused"
    words = enact(library, [BILL]).library.provision("test/order/1", "A").words
    assert words == ("not share for a civil purpose unless the person is told",)


def test_a_repealed_provision_is_law_until_the_day_before(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, '[{amendment: fall, clause: "1", repeal: test/order/1#A}]')
    facts = {**SHARE, "purpose": "civil"}
    assert status(library, "ban", BEFORE, **facts) == "violated"
    assert status(library, "ban", SINCE, **facts) == "not-applicable"
    assert status(library, "tell", SINCE, act=["hold"], told=False) == "violated"
    enacted = enact(library, [BILL])
    assert enacted.ended == {"ban": Clause(BILL, "1", "fall")}
    assert len(enacted.stages) == 1


def test_a_repealed_exception_excuses_no_more(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, '[{amendment: fall, clause: "1", repeal: test/order/1#D}]')
    facts = {"act": ["share"], "warrant": True, "purpose": "civil"}
    assert status(library, "ban", BEFORE, **facts) == "excused"
    assert status(library, "ban", SINCE, **facts) == "violated"


def test_a_whole_instrument_can_be_voided(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, '[{amendment: fall, clause: "1", void: test/order/1}]')
    assert status(library, "ban", SINCE, purpose="civil", **SHARE) == "not-applicable"
    assert status(library, "tell", SINCE, act=["hold"], told=False) == "not-applicable"


def test_a_redefined_term_means_the_same_to_both_sides(tmp_path: Path) -> None:
    amendments = """
    - amendment: any-part
      clause: "1"
      redefine: test/order/1#civil
      term: {provision: A, ask: Is any part civil?, means: {purpose: {one-of: [civil, both]}}}
    """
    library = law_and_bill(tmp_path, amendments)
    assert status(library, "ban", BEFORE, purpose="both", **SHARE) == "contested"
    assert status(library, "ban", SINCE, purpose="both", **SHARE) == "violated"


def test_a_provision_can_be_added_to_law_that_exists(tmp_path: Path) -> None:
    """Its rules use the terms of the instrument that they join, and the bill's own."""
    amendments = """
    - amendment: hold
      clause: "2"
      add: test/order/1#F
      provision: {effect: prohibits, gist: Do not hold for a civil purpose for long.}
      rules:
        - rule: hold-ban
          provision: F
          title: No long hold for a civil purpose
          binds: {actor: anyone}
          applies: {act: hold}
          forbids: {all: [civil, long]}
    """
    own = 'terms: {long: {provision: "2", ask: Is it long?, means: {hours: {at-least: 48}}}}\n'
    library = law_and_bill(tmp_path, amendments, rules=own)
    facts = {"act": ["hold"], "purpose": "civil", "hours": 50, "told": True}
    assert status(library, "hold-ban", BEFORE, **facts) == "not-applicable"
    assert status(library, "hold-ban", SINCE, **facts) == "violated"
    assert enact(library, [BILL]).library.cite("test/order/1", "F") == "Order 1, F"


def test_where_a_statute_falls_nothing_is_required_by_it_any_more(tmp_path: Path) -> None:
    """A value of a fact that stands for a provision counts only while the provision is law."""
    write_law(tmp_path, RULES.replace("when: {warrant: true}", "when: {compelled: order-1-b}"))
    words = tmp_path / "rules/more.yaml"
    words.write_text(
        "vocabulary: more\nfacts:\n  compelled:\n    type: set\n    ask: By what?\n"
        "    values: {order-1-b: Order 1 B, other: something else}\n    laws: {order-1-b: test/order/1#B}\n"
    )
    write_bill(tmp_path, '[{amendment: fall, clause: "1", repeal: test/order/1#B}]')
    library = load_library([tmp_path], shipped=False)
    facts = {"act": ["share"], "purpose": "civil", "compelled": ["order-1-b"]}
    assert status(library, "ban", BEFORE, **facts) == "excused"
    assert status(library, "ban", SINCE, **facts) == "violated"
    assert enact(library, [BILL]).causes["ban"] == (Clause(BILL, "1", "fall"),)


# --- from when -------------------------------------------------------------------------------------------


def test_a_clause_can_take_effect_later_than_the_bill(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, WIDER, rules=OWN)
    policy = tmp_path / "policies/test/bill/1.yaml"
    policy.write_text(
        policy.read_text().replace("It amends the order.}", "It amends., takes-effect: {days: 100}}", 1)
    )
    library = load_library([tmp_path], shipped=False)
    assert status(library, "share-ban", SINCE, **SHARE) == "violated"
    assert status(library, "ban", SINCE, purpose="crime", **SHARE) == "satisfied"
    assert status(library, "ban", date(2030, 4, 10), purpose="crime", **SHARE) == "satisfied"
    assert status(library, "ban", LATER, purpose="crime", **SHARE) == "violated"


def test_the_day_of_signing_moves_everything_that_counts_from_it(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, WIDER, bill="takes-effect: {days: 30}")
    enacted = EnactedLaw(library, [BILL], date(2027, 3, 1))
    assert status(enacted, "ban", date(2027, 3, 30), purpose="crime", **SHARE) == "satisfied"
    assert status(enacted, "ban", date(2027, 3, 31), purpose="crime", **SHARE) == "violated"


def test_what_a_bill_does_ends_with_its_sunset(tmp_path: Path) -> None:
    """Then the law is again what it was: an amended rule, a repealed one, and none of the bill's own."""
    amendments = WIDER + '- {amendment: fall, clause: "1", repeal: test/order/1#B}\n'
    library = law_and_bill(tmp_path, amendments, rules=OWN, bill="sunset: {years: 3}")
    last, after = date(2032, 12, 31), date(2033, 1, 1)
    assert status(library, "ban", last, purpose="crime", **SHARE) == "violated"
    assert status(library, "ban", after, purpose="crime", **SHARE) == "satisfied"
    assert status(library, "tell", last, act=["hold"], told=False) == "not-applicable"
    assert status(library, "tell", after, act=["hold"], told=False) == "violated"
    assert status(library, "share-ban", last, **SHARE) == "violated"
    assert status(library, "share-ban", after, **SHARE) == "not-applicable"


def test_conduct_that_had_begun_can_be_given_longer(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, WIDER, rules=OWN, bill="takes-effect: {days: 0, existing-conduct: 90}")
    enacted = EnactedLaw(library, [BILL])
    data = {"practice": "p", "title": "P", "parties": {"actor": {"title": "The body"}}}
    facts = {**SHARE, "purpose": "crime"}
    begun = {
        since: practice_from({**data, "during": {"from": since}, "facts": facts}, "p.yaml", library)
        for since in ("2029-06-01", "2030-01-02")
    }
    spans = {
        since: [(period.since, period.status) for period in check_case(case, enacted).timeline]
        for since, case in begun.items()
    }
    assert spans == {
        "2029-06-01": [(date(2029, 6, 1), "satisfied"), (date(2030, 4, 1), "violated")],
        "2030-01-02": [(date(2030, 1, 2), "violated")],
    }


def test_conduct_that_goes_on_has_a_timeline_over_the_change(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, WIDER)
    data = {"practice": "p", "title": "P", "parties": {"actor": {"title": "The body"}}}
    during = {"during": {"from": "2029-01-01", "to": "2031-01-01"}, "facts": {**SHARE, "purpose": "crime"}}
    case = practice_from({**data, **during}, "p.yaml", library)
    report = check_case(case, EnactedLaw(library, [BILL]))
    assert [(one.since, one.until, one.status) for one in report.timeline] == [
        (date(2029, 1, 1), BEFORE, "satisfied"),
        (SINCE, date(2031, 1, 1), "violated"),
    ]
    counterfactual = check_case(case, EnactedLaw(library, [BILL]), Question(law_as_of=SINCE))
    assert [one.status for one in counterfactual.timeline] == ["violated"]


@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        ("2020-01-01", [True, True], [True, True]),
        ("2031-06-01", [False, False], [False, True]),
        ({"earliest": "2020-01-01", "latest": "2021-01-01"}, [True, True], [True, True]),
        ({"earliest": "2029-01-01", "latest": "2032-01-01"}, [None, None], [None, True]),
        ({"earliest": "2029-01-01"}, [None, None], [None, None]),
    ],
)
def test_law_that_a_bill_suspends_begins_again_no_surer_than_it_was(
    start: object, before: list[bool | None], after: list[bool | None]
) -> None:
    """Suspended from 2030-01-01 up to 2030-12-31: the days before and after are as known as ever."""
    law = (InForce.model_validate({"from": start}),)
    cut = without_days(law, BEFORE, date(2031, 1, 1))
    assert [in_force(cut, day) for day in (date(2029, 6, 1), BEFORE)] == before
    assert not any(in_force(cut, day) for day in (SINCE, date(2030, 12, 31)))
    assert [in_force(cut, day) for day in (date(2031, 1, 1), date(2032, 1, 1))] == after


# --- stacks ----------------------------------------------------------------------------------------------


def test_bills_stack_in_order(tmp_path: Path) -> None:
    """The second amends the words that the first inserted, and the rule that it added."""
    law_and_bill(tmp_path, WIDER, rules=OWN)
    write_bill(
        tmp_path,
        """
        - amendment: back
          clause: "1"
          amend: test/order/1#A
          text: [{strike: for any purpose, insert: for profit}]
          changes: [{rule: ban, forbids: {purpose: both}}]
        - amendment: softer
          clause: "3"
          amend: test/bill/1#2
          changes: [{rule: share-ban, forbids: {purpose: civil}}]
        """,
        name="test/bill/2",
        bill="builds-on: [test/bill/1]",
    )
    library = load_library([tmp_path], shipped=False)
    both = EnactedLaw(library, [BILL, "test/bill/2"])
    assert status(both, "ban", SINCE, purpose="crime", **SHARE) == "satisfied"
    assert status(both, "share-ban", SINCE, purpose="crime", **SHARE) == "satisfied"
    assert both.enactment.library.provision("test/order/1", "A").words == ("not share for profit",)
    with pytest.raises(InputError, match="builds on 'test/bill/1'"):
        enact(library, ["test/bill/2", BILL])


SECOND_STRIKE = """
- amendment: too-late
  clause: "1"
  amend: test/order/1#A
  text: [{strike: for a civil purpose, insert: at all}]
"""


def test_words_that_another_bill_struck_before_are_said_to_have_been_struck(tmp_path: Path) -> None:
    law_and_bill(tmp_path, WIDER)
    encoded = "  not-encoded: Nobody knows what it means.\n"
    write_bill(tmp_path, SECOND_STRIKE.rstrip() + "\n" + encoded, name="test/bill/2")
    with pytest.raises(InputError) as error:
        enact(load_library([tmp_path], shipped=False), [BILL, "test/bill/2"])
    (found,) = error.value.diagnostics
    assert (found.code, found.help) == (
        "strike-not-found",
        "Bill 1, 1 struck them before; strike what it put in their place",
    )


def test_of_two_that_fight_it_is_not_said_besides_that_words_are_gone(tmp_path: Path) -> None:
    law_and_bill(tmp_path, WIDER)
    changes = "  changes: [{rule: ban, forbids: {purpose: both}}]\n"
    write_bill(tmp_path, SECOND_STRIKE.rstrip() + "\n" + changes, name="test/bill/2")
    with pytest.raises(InputError) as error:
        enact(load_library([tmp_path], shipped=False), [BILL, "test/bill/2"])
    assert [one.code for one in error.value.diagnostics] == ["amendments-fight"]


def test_a_bill_that_amends_one_that_is_not_enacted_is_refused(tmp_path: Path) -> None:
    law_and_bill(tmp_path, rules=OWN)
    amendments = """
    - {amendment: softer, clause: "1", amend: "test/bill/1#2", changes: [{rule: share-ban, forbids: {purpose: civil}}]}
    """
    write_bill(tmp_path, amendments, name="test/bill/2")
    library = load_library([tmp_path], shipped=False)
    with pytest.raises(InputError, match="is a bill that is not enacted here"):
        enact(library, ["test/bill/2"])


def test_two_bills_that_change_the_same_thing_fight(tmp_path: Path) -> None:
    law_and_bill(tmp_path, WIDER)
    changes = "changes: [{rule: ban, forbids: {act: hold}}]"
    amendments = f'[{{amendment: other, clause: "1", amend: "test/order/1#A", {changes}}}]'
    write_bill(tmp_path, amendments, name="test/bill/2")
    library = load_library([tmp_path], shipped=False)
    with pytest.raises(InputError, match="'elements' of the rule 'ban' too, from 2030-01-01"):
        enact(library, [BILL, "test/bill/2"])


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("test/bil/1", "no bill is called 'test/bil/1'; did you mean 'test/bill/1'"),
        ("test/order/1", "'test/order/1' is no bill, but law already"),
        ("test/bill/2", "nothing of 'test/bill/2' is encoded"),
    ],
)
def test_what_is_no_bill_is_refused(tmp_path: Path, name: str, says: str) -> None:
    law_and_bill(tmp_path, WIDER)
    write_bill(tmp_path, name="test/bill/2")
    (tmp_path / "rules/test/bill/2.yaml").unlink()
    with pytest.raises(UnknownBill, match=says):
        enact(load_library([tmp_path], shipped=False), [name])


def test_nobody_says_when_it_is_signed(tmp_path: Path) -> None:
    law_and_bill(tmp_path, WIDER)
    policy = tmp_path / "policies/test/bill/1.yaml"
    policy.write_text(policy.read_text().replace("  signed: 2030-01-01\n", ""))
    library = load_library([tmp_path], shipped=False)
    with pytest.raises(UnknownBill, match="nobody says when Bill 1 would be signed"):
        enact(library, [BILL])
    assert enact(library, [BILL], SINCE).days[Clause(BILL, "1", "wider")] == SINCE


# --- whatever the law is ---------------------------------------------------------------------------------


def test_a_bill_on_record_only_changes_no_finding(tmp_path: Path) -> None:
    """Nothing that is encoded differs where every amendment says that no rule changes."""
    amendments = """
    - {amendment: money, clause: "1", amend: "test/order/1#B", not-encoded: It is about money.}
    """
    library = law_and_bill(tmp_path, amendments)
    enacted = enact(library, [BILL])
    assert enacted.causes == {}
    for stage in enacted.stages:
        assert (stage.library.rules, stage.library.terms) == (library.rules, library.terms)


@pytest.mark.parametrize("seed", range(40))
def test_no_bills_change_no_finding(seed: int) -> None:
    """The law with no bill enacted finds what the law finds, on any law and any practice."""
    random = Random(seed)
    library = random_library(random)
    case, day = random_case(random, library), random_day(random)
    plain, none = Decider(library, inference=False), EnactedLaw(library, [], inference=False)
    question = Question(law_as_of=day)
    assert check_case(case, none, question) == check_case(case, plain, question)
    assert check_case(case, none) == check_case(case, plain)


def clauses(enactment: Enactment) -> set[Clause]:
    return {clause for causes in enactment.causes.values() for clause in causes}


def test_a_clause_can_be_left_out(tmp_path: Path) -> None:
    library = law_and_bill(tmp_path, WIDER, rules=OWN)
    amending, own = Clause(BILL, "1", "wider"), Clause(BILL, "2")
    assert clauses(enact(library, [BILL])) == {amending, own}
    assert clauses(enact(library, [BILL], without=[amending])) == {own}
    assert clauses(enact(library, [BILL], without=[own])) == {amending}
