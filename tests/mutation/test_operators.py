"""Each kind of change: a scenario that kills it, and one that lets it survive."""

from pathlib import Path

import pytest
from tests.law_text import POLICY
from tests.mutation.bench import scenario, small

from compliance.analysis.edits import edited
from compliance.analysis.mutation import mutants

LAW = """
terms:
  state-body: {provision: B, of: party, ask: "Is {party} a state body?", means: {party.level: state}}
  civil:
    provision: A
    ask: Is the purpose civil?
    readings:
      stated: {means: {purpose: civil}, gloss: Civil alone., authority: argument, held-by: [lenient]}
      any-part: {means: {purpose: {one-of: [civil, both]}}, gloss: Any part., authority: argument, held-by: [strict]}
      on-record: {means: {told: true}, gloss: Nobody holds it., authority: argument}
  long:
    provision: B
    ask: Is it long?
    means: {any: [{hours: {at-least: 24}}, {all: [{signed: {before: 2018-06-01}}, {not: {told: true}}]}]}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {all: [civil, long]}
    unless:
      - {exception: warrant, provision: D, when: {warrant: true}}
    flags:
      - {flag: preemption-risk, when: {purpose: civil}, because: it may be preempted}
  - rule: leave
    provision: C
    title: Data may be shared after telling
    binds: {actor: anyone}
    applies: {act: share}
    permits: {all: [{told: true}, {warrant: false}]}
  - rule: tell
    provision: B
    title: The person is told
    binds: {actor: state-body}
    applies: {act: hold}
    must: {told: true}
    in-force: {from: 2018-02-01, to: 2019-12-31}
priorities:
  - {prevails: leave, over: ban, as: exception, provision: C, because: it is the narrower rule}
"""
BANNED = "act: [share]; purpose: civil; hours: 30; told: false; warrant: false"
HELD = "act: [hold]; told: true; actor.level: state"

CASES: dict[str, tuple[str, str]] = {
    "ban/drop-exception/warrant": (
        scenario(BANNED.replace("warrant: false", "warrant: true"), '"ban" is excused'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "ban/swap-burden/warrant": (
        scenario(BANNED.replace("warrant: false", "warrant: ?"), '"ban" is undetermined'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "ban/drop-element/forbids/long": (
        scenario(BANNED.replace("30", "3") + "; signed: 2018-07-01", '"ban" is satisfied'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "ban/negate-element/forbids/long": (
        scenario(BANNED, '"ban" is violated'),
        scenario("act: [share]; purpose: crime", '"ban" is satisfied'),
    ),
    "ban/swap-all-any/forbids": (
        scenario(BANNED.replace("civil", "crime"), '"ban" is satisfied'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "ban/swap-modality/forbids/permits": (
        scenario(BANNED, '"ban" is violated'),
        scenario("act: [hold]", '"ban" is not-applicable'),
    ),
    "tell/swap-modality/requires/forbids": (
        scenario(HELD, '"tell" is satisfied'),
        scenario(HELD.replace("hold", "share"), '"tell" is not-applicable because out-of-scope'),
    ),
    "leave/swap-modality/permits/requires": (
        scenario(BANNED.replace("told: false", "told: true"), '"leave" is permitted'),
        scenario("act: [hold]", '"leave" is not-applicable'),
    ),
    "ban/drop-flag/preemption-risk": (
        scenario(BANNED, '"ban" is violated', 'it is flagged "preemption-risk"'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "leave/drop-priority/ban": (
        scenario(BANNED.replace("told: false", "told: true"), '"ban" is excused'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "tell/move-date/first-2018-02-01/later": (
        scenario(HELD, '"tell" is satisfied', on="2018-02-01"),
        scenario(HELD, '"tell" is satisfied', on="2018-02-02"),
    ),
    "tell/move-date/last-2019-12-31/later": (
        scenario(HELD, '"tell" is not-applicable because not-in-force', on="2020-01-01"),
        scenario(HELD, '"tell" is satisfied', on="2019-12-31"),
    ),
    "test/order/1/move-date/first-2018-01-01/earlier": (
        scenario(BANNED, '"ban" is not-applicable because not-in-force', on="2017-12-31"),
        scenario(BANNED, '"ban" is violated', on="2018-01-01"),
    ),
    "test/order/1#civil/swap-reading/lenient/any-part": (
        scenario(BANNED.replace("civil", "both"), '"ban" is contested'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "test/order/1#civil/drop-value/any-part/without=both": (
        scenario(BANNED.replace("civil", "both"), '"ban" is contested'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "test/order/1#long/shift-threshold/means/hours/up": (
        scenario(BANNED.replace("30", "24") + "; signed: 2018-07-01", '"ban" is violated'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "test/order/1#long/shift-threshold/means/all/signed/up": (
        scenario(BANNED.replace("30", "3") + "; signed: 2018-06-01", '"ban" is satisfied'),
        scenario(BANNED.replace("30", "3") + "; signed: 2018-05-31", '"ban" is violated'),
    ),
    "test/order/1#long/negate-element/means/all/not(told=true)": (
        scenario(BANNED.replace("30", "3") + "; signed: 2018-05-01", '"ban" is violated'),
        scenario(BANNED, '"ban" is violated'),
    ),
    "test/order/1#state-body/negate-element/means": (
        scenario(HELD, '"tell" is satisfied'),
        scenario(HELD.replace("hold", "share"), '"tell" is not-applicable because out-of-scope'),
    ),
}


@pytest.mark.parametrize("id_", CASES)
def test_a_scenario_kills_it_and_another_does_not(id_: str, tmp_path: Path) -> None:
    kills, lets_live = CASES[id_]
    killed = small(tmp_path / "a", LAW, kills).only(id_).fates(search=False)[id_]
    survives = small(tmp_path / "b", LAW, lets_live).only(id_).fates(search=False)[id_]
    assert killed.killer is not None
    assert killed.killer.step in kills
    assert survives.killer is None


def test_every_operator_has_a_case(tmp_path: Path) -> None:
    found = small(tmp_path, LAW, scenario(BANNED, '"ban" is violated'))
    assert {one.operator for one in found.mutants if one.id in CASES} == {
        one.operator for one in found.mutants
    }


def test_mutants_say_where_they_are_and_what_changed(tmp_path: Path) -> None:
    found = small(tmp_path, LAW, scenario(BANNED, '"ban" is violated'))
    said = {one.id: (one.provision, one.subject, one.change) for one in found.mutants}
    assert said["ban/drop-exception/warrant"] == (
        "D",
        "ban",
        "There is no more exception “warrant” to “No sharing for a civil purpose”.",
    )
    assert said["ban/negate-element/forbids/long"] == (
        "A",
        "ban",
        "What “No sharing for a civil purpose” forbids asks for the opposite of: Is it long [long].",
    )
    assert said["test/order/1#long/shift-threshold/means/hours/up"] == (
        "B",
        "test/order/1#long",
        "The meaning of “long” asks for “at least 25 hours”, not “at least 24 hours”: How many hours?",
    )
    assert said["test/order/1#civil/swap-reading/lenient/any-part"][2] == (
        "The lenient side reads “civil” as “any part”, not as “stated”."
    )
    assert said["test/order/1/move-date/first-2018-01-01/earlier"] == (
        None,
        "test/order/1",
        "Order 1 begins a day earlier, 31 December 2017, not 1 January 2018.",
    )


def test_every_mutant_is_another_law_and_has_an_id_of_its_own(tmp_path: Path) -> None:
    found = small(tmp_path, LAW, scenario(BANNED, '"ban" is violated'))
    assert len({one.id for one in found.mutants}) == len(found.mutants)
    for one in found.mutants:
        assert edited(found.library, one.edit) != found.library, one.id


# --- what is no mutant -----------------------------------------------------------------------------------


def test_a_reading_that_nobody_holds_has_no_mutants(tmp_path: Path) -> None:
    found = small(tmp_path, LAW, scenario(BANNED, '"ban" is violated'))
    assert not [one.id for one in found.mutants if "/on-record" in one.id and "swap-reading" not in one.id]


SAME = """
terms:
  unused: {provision: A, ask: Is it?, means: {told: true}}
  shared: {provision: A, ask: Is it shared?, means: {any: [{act: share}, {all: [{act: share}, {told: true}]}]}}
rules:
  - rule: ban
    provision: A
    title: No sharing
    binds: {actor: anyone}
    applies: {all: [{act: share}, shared]}
    forbids: {all: [{warrant: true}]}
"""


def test_a_change_that_means_the_same_is_no_mutant(tmp_path: Path) -> None:
    found = small(tmp_path, SAME, scenario("act: [share]; warrant: true", '"ban" is violated'))
    ids = {one.id for one in found.mutants}
    assert not [one for one in ids if "unused" in one], "nothing rests on it"
    assert "ban/swap-all-any/forbids" not in ids, "all of one is any of one"
    assert "ban/drop-element/applies/shared" not in ids, "the other element says it already"
    assert "test/order/1#shared/drop-element/means/all" not in ids, "the wider alternative covers it"
    assert "test/order/1#shared/swap-all-any/means/all" in ids


def test_days_that_move_into_the_same_law_are_no_mutants(tmp_path: Path) -> None:
    policy = POLICY.replace(
        "in-force: {from: 2018-01-01}",
        "in-force: [{from: 2018-01-01, to: 2018-12-31}, {from: 2019-01-01}]",
    )
    found = small(tmp_path, LAW, scenario(BANNED, '"ban" is violated'), policy=policy)
    moved = {one.id.partition("move-date/")[2] for one in found.mutants if one.subject == "test/order/1"}
    assert moved == {
        "first-2018-01-01/earlier",
        "first-2018-01-01/later",
        "last-2018-12-31/earlier",
        "first-2019-01-01/later",
    }


def test_days_of_an_exception_that_its_rule_does_not_reach_are_no_mutants(tmp_path: Path) -> None:
    """Before the rule is law, nobody asks for its exceptions."""
    policy = POLICY.replace("A warrant excuses.}", "A warrant excuses., in-force: {from: 2018-01-01}}")
    found = small(tmp_path, LAW, scenario(BANNED, '"ban" is violated'), policy=policy)
    moved = {one.id.partition("move-date/")[2] for one in found.mutants if one.subject == "test/order/1#D"}
    assert moved == {"first-2018-01-01/later"}


def test_ids_stay_while_the_law_around_them_changes(tmp_path: Path) -> None:
    before = small(tmp_path / "a", LAW, scenario(BANNED, '"ban" is violated'))
    longer = LAW.replace("{any: [{hours", "{any: [{warrant: true}, {hours").replace(
        "unless:", "unless:\n      - {exception: consent, provision: D, when: {told: true}}"
    )
    after = small(tmp_path / "b", longer, scenario(BANNED, '"ban" is violated'))
    assert {one.id for one in before.mutants} <= {one.id for one in mutants(after.library)}
