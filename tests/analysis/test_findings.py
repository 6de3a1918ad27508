"""From a rule and facts to a finding: statuses, exceptions, readings, priorities, time and standing."""

from datetime import date
from pathlib import Path

import pytest
from tests.law_text import POLICY, case, finding, law, report

from compliance.analysis.check import Question
from compliance.analysis.explain import explain
from compliance.analysis.flips import flips
from compliance.engine.decide import Decider
from compliance.model.finding import Reason
from compliance.model.page import Entry

BAN = """
terms:
  state-body: {provision: A, of: party, ask: "Is {party} a state body?", means: {party.level: state}}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: state-body}
    applies: {act: share}
    forbids: {purpose: {one-of: [civil, both]}}
    unless:
      - {exception: warrant, provision: D, when: {warrant: true}}
      - {exception: told, provision: D, when: {told: true}, burden: actor}
"""


@pytest.mark.parametrize(
    ("facts", "status", "reason"),
    [
        ({"act": ["hold"]}, "not-applicable", "out-of-scope"),
        ({"act": ["share"], "purpose": "crime"}, "satisfied", "What the rule forbids was not done."),
        ({"act": ["share"], "purpose": "civil", "warrant": False}, "violated", "no exception is shown"),
        ({"act": ["share"], "purpose": "both", "warrant": True}, "excused", "an exception applies"),
        (
            {"act": ["share"], "purpose": "civil", "warrant": False, "told": True},
            "excused",
            "an exception applies",
        ),
        ({"act": ["share"], "purpose": "civil"}, "undetermined", "not known"),
        ({"act": ["share"], "warrant": True}, "undetermined", "not known"),
        ({"act": "unknown", "purpose": "crime"}, "undetermined", "not known"),
    ],
)
def test_status(tmp_path: Path, facts: dict[str, object], status: str, reason: str) -> None:
    library = law(tmp_path, BAN)
    found = finding(library, case(library, facts=facts), "ban")
    assert found.status == status
    assert reason in found.reason


def test_an_exception_that_the_actor_must_show_leaves_a_violation_unless_shown(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    found = finding(
        library, case(library, facts={"act": ["share"], "purpose": "civil", "warrant": False}), "ban"
    )
    assert [(tried.id, tried.status) for tried in found.exceptions] == [
        ("warrant", "fails"),
        ("told", "not shown"),
    ]


def test_an_open_exception_without_burden_leaves_it_undetermined_and_asks(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    found = finding(library, case(library, facts={"act": ["share"], "purpose": "civil"}), "ban")
    assert found.possible == ("violated", "excused")
    assert [[question.fact for question in one] for one in found.missing] == [["warrant"]]
    assert found.missing[0][0].settles == (("yes", "excused"), ("no", "violated"))


def test_an_undetermined_finding_that_cannot_be_a_violation_says_so(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    found = finding(library, case(library, facts={"act": "unknown", "purpose": "crime"}), "ban")
    assert found.possible == ("satisfied", "not-applicable")
    assert not found.can_be_violated


def test_nobody_in_the_role_is_asked_as_one_question(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    practice = case(library, parties={}, facts={"act": ["share"], "purpose": "civil", "warrant": False})
    found = finding(library, practice, "ban")
    assert [[(q.fact, q.ask) for q in one] for one in found.missing] == [[("actor", "Who acts?")]]


def test_a_body_that_is_not_bound(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    practice = case(
        library,
        parties={"actor": {"title": "A town", "is": {"level": "local"}}},
        facts={"act": ["share"], "purpose": "civil"},
    )
    outcome = report(library, practice)
    assert outcome.status == "not-applicable"
    assert outcome.timeline[0].findings[0].reason == "not-bound"


def test_no_rule_about_such_conduct_is_a_gap_and_no_clearance(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    assert report(library, case(library, facts={"act": ["hold"]})).status == "no-rule"


def test_the_reasons_name_what_failed_and_its_evidence(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    practice = case(
        library,
        facts={"act": ["share"], "purpose": {"is": "crime", "standing": "admitted", "source": "letter"}},
        evidence={"letter": {"title": "A letter"}},
    )
    leaves = [node for part in finding(library, practice, "ban").because.of for node in part.of]
    element = next(node for node in leaves if node.fact == "purpose")
    assert (element.holds, element.evidence, element.standing) == (False, ("A letter",), "admitted")
    assert element.says == "What for? A crime (what matters: a civil purpose or both of them)."


OBLIGATION = """
rules:
  - rule: tell
    provision: B
    title: Tell the person
    binds: {actor: anyone}
    applies: {act: hold}
    must: {told: true}
    unless:
      - {exception: unseen, provision: E}
"""


@pytest.mark.parametrize(
    ("told", "status", "exception"),
    [
        (True, "satisfied", "not encoded"),
        (False, "undetermined", "not encoded"),
        ("unknown", "undetermined", "not encoded"),
    ],
)
def test_a_provision_that_is_not_encoded_taints_what_depends_on_it(
    tmp_path: Path, told: object, status: str, exception: str
) -> None:
    library = law(tmp_path, OBLIGATION)
    found = finding(library, case(library, facts={"act": ["hold"], "told": told}), "tell")
    assert found.status == status
    assert [tried.status for tried in found.exceptions] == [exception]


def test_no_answer_settles_what_rests_on_a_provision_that_is_not_encoded(tmp_path: Path) -> None:
    library = law(tmp_path, OBLIGATION)
    found = finding(library, case(library, facts={"act": ["hold"], "told": False}), "tell")
    assert found.missing == ()
    assert set(found.possible) == {"violated", "excused"}


def test_the_reason_names_the_provision_that_could_not_be_encoded(tmp_path: Path) -> None:
    library = law(tmp_path, OBLIGATION)
    sure = finding(library, case(library, facts={"act": ["hold"], "told": False}), "tell")
    unsure = finding(library, case(library, facts={"act": ["hold"]}), "tell")
    unseen = "Whether Order 1, E excepts it nobody can say, since it could not be encoded."
    assert sure.reason == unseen
    assert unsure.reason == f"{unseen} Facts that bear on it are not known either."


UNSEEN = """
terms:
  civil:
    provision: A
    ask: Is the purpose civil?
    readings:
      stated: {means: {purpose: civil}, gloss: What is stated., authority: argument, held-by: [lenient]}
      any: {means: {purpose: {one-of: [civil, both]}}, gloss: Any part., authority: argument, held-by: [strict]}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids: civil
  - rule: unseen
    provision: B
    title: No sharing for a civil purpose, with exceptions
    binds: {actor: anyone}
    applies: {act: share}
    forbids: civil
    unless:
      - {exception: unread, provision: E}
"""


@pytest.mark.parametrize(
    ("purpose", "ban", "waits", "practice"),
    [
        ("civil", "violated", True, "violated"),
        ("both", "contested", False, "contested"),
        ("crime", "satisfied", False, "satisfied"),
    ],
)
def test_what_only_one_side_forbids_does_not_wait_for_unseen_text(
    tmp_path: Path, purpose: str, ban: str, waits: bool, practice: str
) -> None:
    library = law(tmp_path, UNSEEN)
    outcome = report(library, case(library, facts={"act": ["share"], "purpose": purpose}))
    found = {one.rule: one for one in outcome.timeline[0].findings}
    assert (found["ban"].status, found["unseen"].waits_for_text, outcome.status) == (ban, waits, practice)


def test_unseen_text_that_decides_for_everybody_stands_above_a_contest(tmp_path: Path) -> None:
    everybody = UNSEEN.replace("    forbids: civil\n    unless:", "    forbids: {act: share}\n    unless:")
    library = law(tmp_path, everybody)
    outcome = report(library, case(library, facts={"act": ["share"], "purpose": "both"}))
    assert [one.status for one in outcome.timeline[0].findings] == ["contested", "undetermined"]
    assert outcome.status == "undetermined"


def test_sides_that_are_both_open_may_still_differ(tmp_path: Path) -> None:
    library = law(tmp_path, UNSEEN)
    found = finding(library, case(library, facts={"act": ["share"]}), "unseen")
    sure = finding(library, case(library, facts={"act": ["share"], "purpose": "civil"}), "unseen")
    unsure = POLICY.replace("{from: 2018-01-01}", "{from: {earliest: 2018-01-01}}")
    open_ = law(tmp_path / "open", UNSEEN, policy=unsure)
    both = finding(open_, case(open_, facts={"act": ["share"], "purpose": "both"}), "ban")
    assert (found.divided, sure.divided) == (False, False)
    assert both.divided and both.status == "undetermined"
    assert both.held["strict"].possible == ("violated", "not-applicable")
    assert both.held["lenient"].possible == ("satisfied", "not-applicable")
    assert "on this reading: Any part." in str(both.held["strict"].because)


def test_law_that_may_not_have_been_in_force_is_settled_by_no_fact(tmp_path: Path) -> None:
    between = "in-force: {from: {earliest: 2018-01-01, latest: 2020-12-31}}"
    library = law(tmp_path, BAN, policy=POLICY.replace("in-force: {from: 2018-01-01}", between))
    found = finding(library, case(library, facts={"act": ["share"], "purpose": "civil"}), "ban")
    assert found.missing == () and found.force_unknown
    assert found.reason == (
        "Whether the provision was in force is not known. Facts that bear on it are not known either."
    )
    assert "it begins between 1 January 2018 and 31 December 2020." in str(found.because)
    before = finding(library, case(library, on="2017-12-31", facts={"act": ["share"]}), "ban")
    assert "not yet in force on 31 December 2017; it begins between 1 January 2018" in str(before.because)


READINGS = """
terms:
  civil:
    provision: A
    ask: Is the purpose civil?
    settled-by: [signed]
    readings:
      stated: {means: {purpose: civil}, gloss: What is stated., authority: argument, held-by: [lenient]}
      any: {means: {purpose: {one-of: [civil, both]}}, gloss: Any part., authority: argument, held-by: [strict]}
  long:
    provision: A
    ask: Is it long?
    readings:
      day: {means: {hours: {at-least: 24}}, gloss: A day., authority: argument, held-by: [lenient]}
      hour: {means: {hours: {at-least: 1}}, gloss: An hour., authority: argument, held-by: [strict]}
rules:
  - rule: ban
    provision: A
    title: No long sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids:
      all: [civil, long]
"""


def test_a_contested_finding_names_the_terms_it_turns_on(tmp_path: Path) -> None:
    library = law(tmp_path, READINGS)
    found = finding(library, case(library, facts={"act": ["share"], "purpose": "both", "hours": 30}), "ban")
    assert found.positions == {"strict": "violated", "lenient": "satisfied"}
    assert found.turns_on == (("test/order/1#civil",),)
    assert [[q.fact for q in one] for one in found.missing] == [["signed"]]


def test_a_side_that_needs_two_terms_says_so(tmp_path: Path) -> None:
    library = law(tmp_path, READINGS)
    found = finding(library, case(library, facts={"act": ["share"], "purpose": "both", "hours": 3}), "ban")
    assert found.turns_for == {
        "strict": (("test/order/1#civil",), ("test/order/1#long",)),
        "lenient": (("test/order/1#civil", "test/order/1#long"),),
    }


def test_a_decider_for_one_position_has_nothing_to_contest(tmp_path: Path) -> None:
    library = law(tmp_path, READINGS)
    practice = case(library, facts={"act": ["share"], "purpose": "both", "hours": 30})
    decisions = Decider(library, ["strict"]).decide(practice, date(2019, 5, 8))
    assert {key: decision.outcome.status for key, decision in decisions.items()} == {
        ("ban", "strict"): "violated"
    }


JUDGMENT = """
terms:
  fair: {provision: A, ask: Is it fair?, judgment: true}
rules:
  - {rule: ban, provision: A, title: Fair only, binds: {actor: anyone}, applies: {act: share}, forbids: {not: fair}}
"""


@pytest.mark.parametrize(("holds", "status"), [(True, "satisfied"), (False, "violated")])
def test_a_judgment_is_taken_from_the_practice(tmp_path: Path, holds: bool, status: str) -> None:
    library = law(tmp_path, JUDGMENT)
    decided = {"term": "test/order/1#fair", "holds": holds, "by": "counsel", "why": "of the circumstances"}
    found = finding(library, case(library, facts={"act": ["share"]}, judgments=[decided]), "ban")
    assert found.status == status
    assert "decided by counsel: of the circumstances" in str(found.because)


def test_an_open_judgment_is_asked(tmp_path: Path) -> None:
    library = law(tmp_path, JUDGMENT)
    found = finding(library, case(library, facts={"act": ["share"]}), "ban")
    assert found.status == "undetermined"
    assert [[(q.fact, q.ask) for q in one] for one in found.missing] == [
        [("judgment:test/order/1#fair", "Is it fair?")]
    ]


PARTY_JUDGMENT = """
terms:
  covered:
    provision: A
    of: party
    ask: "Is {party} covered?"
    means: {any: [party.level: state, maybe-covered]}
  maybe-covered: {provision: A, of: party, ask: "Is {party} covered all the same?", judgment: true}
rules:
  - {rule: ban, provision: A, title: Told only, binds: {actor: covered}, applies: {act: share}, forbids: {told: false}}
"""


def test_a_judgment_about_a_party_is_asked_where_it_matters_and_by_name(tmp_path: Path) -> None:
    library = law(tmp_path, PARTY_JUDGMENT)
    town = {"actor": {"title": "A town", "is": {"level": "local"}}}
    found = finding(library, case(library, parties=town, facts={"act": ["share"], "told": False}), "ban")
    assert [[q.ask for q in one] for one in found.missing] == [["Is A town covered all the same?"]]
    assert "It is left to judgment, and nobody has decided it." in str(found.because)
    state = finding(library, case(library, facts={"act": ["share"]}), "ban")
    assert [[q.fact for q in one] for one in state.missing] == [["told"]]


COLLISION = """
rules:
  - {rule: ban, provision: A, title: No sharing, binds: {actor: anyone}, applies: {act: share}, forbids: {act: share}}
  - {rule: may, provision: C, title: You may, binds: {actor: anyone}, applies: {act: share}, permits: {warrant: true}}
  - {rule: log, provision: B, title: Tell of it, binds: {actor: anyone}, applies: {act: share}, must: {told: true}}
  - {rule: do, provision: B, title: Share it, binds: {actor: anyone}, applies: {told: true}, must: {act: share}}
"""
SHARED = {"act": ["share"], "warrant": True, "told": True}


def test_rules_that_command_opposite_things_are_in_conflict(tmp_path: Path) -> None:
    library = law(tmp_path, COLLISION)
    practice = case(library, facts=SHARED)
    found = {one.rule: one for one in report(library, practice).timeline[0].findings}
    assert {rule: one.status for rule, one in found.items()} == {
        "ban": "conflict",
        "may": "conflict",
        "log": "satisfied",
        "do": "conflict",
    }
    assert found["ban"].conflicts_with == ("may", "do")


@pytest.mark.parametrize(
    ("prevails", "over", "ban", "may"),
    [("ban", "may", "violated", "not-applicable"), ("may", "ban", "excused", "permitted")],
)
def test_a_declared_priority_decides(tmp_path: Path, prevails: str, over: str, ban: str, may: str) -> None:
    rules = COLLISION.partition("  - {rule: log")[0]
    reason = "as: later, provision: A, because: It is later."
    library = law(tmp_path, rules + f"priorities:\n  - {{prevails: {prevails}, over: {over}, {reason}}}\n")
    found = {one.rule: one for one in report(library, case(library, facts=SHARED)).timeline[0].findings}
    assert (found["ban"].status, found["may"].status) == (ban, may)
    assert found[over].overridden_by == prevails


def test_a_span_is_cut_where_the_law_changes(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    facts = {"act": ["share"], "purpose": "civil", "warrant": False}
    practice = case(library, during={"from": "2017-06-01", "to": "2018-06-01"}, facts=facts)
    outcome = report(library, practice)
    assert [(str(p.since), str(p.until), p.status) for p in outcome.timeline] == [
        ("2017-06-01", "2017-12-31", "not-applicable"),
        ("2018-01-01", "2018-06-01", "violated"),
    ]
    assert outcome.timeline[0].findings[0].reason == "not-in-force"
    assert outcome.status == "violated"


def test_neighboring_periods_that_differ_in_nothing_are_one(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    practice = case(library, during={"from": "2017-06-01"}, facts={"act": ["hold"]})
    assert [(str(p.since), p.until) for p in report(library, practice).timeline] == [("2017-06-01", None)]


def test_a_first_day_that_is_not_known_leaves_it_undetermined_in_between(tmp_path: Path) -> None:
    between = "in-force: {from: {earliest: 2018-01-01, latest: 2018-12-31}, to: 2019-06-30}"
    library = law(tmp_path, BAN, policy=POLICY.replace("in-force: {from: 2018-01-01}", between))
    facts = {"act": ["share"], "purpose": "civil", "warrant": False}
    practice = case(library, during={"from": "2017-12-01", "to": "2019-12-31"}, facts=facts)
    assert [(str(p.since), p.status) for p in report(library, practice).timeline] == [
        ("2017-12-01", "not-applicable"),
        ("2018-01-01", "undetermined"),
        ("2018-12-31", "violated"),
        ("2019-07-01", "not-applicable"),
    ]


def test_old_conduct_under_another_days_law(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    practice = case(library, on="2016-01-01", facts={"act": ["share"], "purpose": "civil", "warrant": False})
    assert report(library, practice).status == "not-applicable"
    assert report(library, practice, Question(law_as_of=date(2019, 1, 1))).status == "violated"


@pytest.mark.parametrize(
    ("standing", "status", "alleged"),
    [("alleged", "undetermined", "violated"), ("admitted", "violated", None)],
)
def test_alleged_facts_count_as_unknown_and_the_finding_says_what_they_would_make(
    tmp_path: Path, standing: str, status: str, alleged: str | None
) -> None:
    library = law(tmp_path, BAN)
    facts = {"act": ["share"], "purpose": {"is": "civil", "standing": standing}, "warrant": False}
    practice = case(library, facts=facts)
    found = finding(library, practice, "ban")
    assert (found.status, found.as_alleged) == (status, alleged)
    assert finding(library, practice, "ban", Question("alleged")).status == "violated"


def test_a_claim_that_established_facts_contradict_is_flagged_and_changes_nothing(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    claims = [
        {"by": "an official", "gist": "It is for crimes only.", "says": {"purpose": "crime"}},
        {"by": "an official", "gist": "Nothing is shared.", "says": {"act": []}},
        {"by": "an official", "gist": "There was a warrant.", "says": {"warrant": True}},
    ]
    facts = {"act": ["share"], "purpose": "civil", "warrant": "unknown"}
    outcome = report(library, case(library, facts=facts, claims=claims))
    assert [one.fact for one in outcome.contradictions] == ["purpose", "act"]
    assert outcome.status == "undetermined"
    assert "claim-contradicted" in {flag.name for flag in outcome.timeline[0].findings[0].flags}


def test_flags_tell_what_was_not_seen_and_not_reviewed(tmp_path: Path) -> None:
    flag = "{flag: preemption-risk, when: {warrant: false}, provision: C, because: A risk.}"
    flagged = BAN + f"    flags:\n      - {flag}\n"
    library = law(tmp_path, flagged, policy=POLICY.replace("{seen: full}", "{seen: secondary}"))
    found = finding(
        library, case(library, facts={"act": ["share"], "purpose": "civil", "warrant": False}), "ban"
    )
    assert [(flag.name, flag.citation) for flag in found.flags] == [
        ("preemption-risk", "Order 1, C"),
        ("source-unverified", None),
    ]


def test_flips_name_the_smallest_changes(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    practice = case(library, facts={"act": ["share"], "purpose": "civil", "warrant": False})
    decider = Decider(library)
    found = flips(library, practice, date(2019, 5, 8), library.rules[0], decider.choices["strict"])
    assert {(flip.status, tuple(change.fact for change in flip.changes)) for flip in found} == {
        ("satisfied", ("purpose",)),
        ("excused", ("warrant",)),
        ("excused", ("told",)),
    }


def test_evidence_stands_only_behind_what_it_is_evidence_for(tmp_path: Path) -> None:
    library = law(tmp_path, BAN)
    evidence = {"letter": {"title": "a letter"}}

    def act(stated: dict[str, object]) -> Reason:
        facts = {"act": {**stated, "source": ["letter"]}, "purpose": "crime"}
        found = finding(library, case(library, facts=facts, evidence=evidence), "ban")
        return found.because.of[0].of[0]

    known = act({"includes": ["share"]})
    assert (known.says, known.evidence) == ("What was done? Among others: data were shared.", ("a letter",))
    partly = act({"includes": ["hold"]})
    assert "Somebody was held; the rest is not known" in partly.says
    assert (partly.evidence, partly.standing) == ((), None)
    assert act({"is": "unknown"}).evidence == ()
    alleged = act({"is": ["share"], "standing": "alleged"})
    assert (alleged.says, alleged.evidence) == (
        "What was done? Only alleged: data were shared.",
        ("a letter",),
    )


def test_a_note_on_when_something_begins_is_told_as_a_note(tmp_path: Path) -> None:
    policy = POLICY.replace(
        "in-force: {from: 2018-01-01}", "in-force: {from: 2018-01-01, note: Signed on 7 May 2017.}"
    )
    library = law(tmp_path, BAN, policy=policy)
    found = finding(library, case(library, facts={"act": ["share"], "purpose": "crime"}), "ban")
    force = next(reason for reason in found.because.of if reason.part == "in-force")
    assert force.says == "The provision was in force on 8 May 2019. Note: Signed on 7 May 2017."
    page = explain(library, "test/order/1")
    assert page is not None
    assert Entry("In force", "from 1 January 2018. Note: Signed on 7 May 2017.") in page.entries
