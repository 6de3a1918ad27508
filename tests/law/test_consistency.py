"""Which facts go together, by the vocabulary that ships; and the harms that a drafter can ask about."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.law_text import VOCABULARY, write_law

from compliance.analysis.lint import inconsistent_actors
from compliance.engine.consistency import broken
from compliance.engine.evaluate import Evaluation
from compliance.model.case import Case
from compliance.model.library import Library
from compliance.source.from_data import practice_from
from compliance.source.library import load_library
from compliance.source.practices import cases_of, find_practices, read_cases
from compliance.testing.scenario_practices import practices_in

FEATURES = Path(__file__).parent.parent.parent / "features"
CONTRARY = {
    "Nobody but the state runs state prisons, whatever is said of a county": "state-prisons-are-run-by-the-state"
}
"""Scenarios that state on purpose what cannot be, with the constraint that they break."""


@cache
def library() -> Library:
    return load_library()


def case(facts: Mapping[str, object]) -> Case:
    data = {
        "practice": "p",
        "title": "A practice",
        "on": "2026-11-22",
        "facts": dict(facts),
    }
    return practice_from(data, "p.yaml", library())


def names(described: Case) -> set[str]:
    return {one.name for one in broken(library().constraints, described)}


def test_every_practice_that_ships_can_be() -> None:
    files, _ = find_practices([FEATURES / "practices"])
    cases, problems = read_cases(files, library())
    assert not problems
    assert len(cases) > 60
    assert {one.id: names(one) for one in cases if names(one)} == {}


@pytest.mark.slow
def test_every_scenario_can_be_or_says_that_it_cannot() -> None:
    found: dict[str, str] = {}
    checked = 0
    for path in sorted(FEATURES.rglob("*.feature")):
        cases, _ = cases_of(practices_in(path).files, library())
        checked += len(cases)
        found.update({one.title: name for one in cases for name in names(one)})
    assert checked > 1_000
    assert found == CONTRARY


def test_every_actor_that_ships_can_be() -> None:
    assert list(inconsistent_actors(library())) == []


IMPOSSIBLE: dict[str, dict[str, object]] = {
    "federal-under-no-governor": {"recipient.level": "federal", "recipient.governors-hold": "appoints"},
    "executive-authority-is-of-the-state": {
        "recipient.level": "local",
        "recipient.governors-hold": "executive-authority",
    },
    "executive-authority-in-its-branches": {
        "recipient.branch": "judicial",
        "recipient.governors-hold": "executive-authority",
    },
    "private-has-no-branch": {"recipient.level": "private", "recipient.branch": "executive"},
    "port-authority-is-an-authority": {"recipient.excluded-by-name": True, "recipient.branch": "executive"},
    "immigration-agency-is-one-of-the-bodies": {
        "recipient.immigration-agency": False,
        "recipient.immigration-body": "cbp",
    },
    "part-of-ice-is-ice": {"recipient.part-of-ice": True, "recipient.immigration-body": "cbp"},
    "immigration-agency-is-federal": {"recipient.immigration-agency": True, "recipient.level": "state"},
    "immigration-agency-has-a-part": {
        "recipient.immigration-agency": True,
        "recipient.immigration-arm": "no-part",
    },
    "homeland-security-is-federal": {
        "recipient.immigration-arm": "passes-on",
        "recipient.level": "local",
    },
    "removal-is-removal-work": {
        "recipient.immigration-arm": "removal",
        "recipient.civil-removal-work": "no-part",
    },
    "motor-vehicle-department-is-not-federal": {
        "recipient.motor-vehicle-department": True,
        "recipient.level": "federal",
    },
    "state-prisons-are-run-by-the-state": {
        "recipient.runs-state-prisons": True,
        "recipient.branch": "judicial",
    },
    "removal-unit-as-recipient": {
        "recipient.immigration-arm": "removal",
        "disclosure.reaches-removal-unit": False,
    },
    "removal-officers-as-addressees": {
        "disclosure.handling": "both",
        "disclosure.reaches-removal-unit": False,
    },
    "request-is-no-unasked-disclosure": {"disclosure.trigger": "request", "disclosure.unasked": True},
    "criminal-history-confirms-record": {
        "disclosure.content": ["criminal-history"],
        "disclosure.confirms-record": False,
    },
    "review-of-logged-search": {"query.log-review": "validated", "query.logged": False},
    "attending-a-proceeding": {
        "arrest.court-attendance": "attending",
        "arrest.place": "inside",
        "courthouse.kind": "state-courthouse",
        "arrest.proceeding": "no-proceeding",
    },
    "used-clause-exists": {
        "agreement.termination-used": True,
        "agreement.termination-clause": False,
    },
}
"""For each constraint, facts that it says cannot go together."""


def test_every_constraint_is_shown() -> None:
    assert {one.name for one in library().constraints} == set(IMPOSSIBLE)


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_go_together(name: str) -> None:
    facts = IMPOSSIBLE[name]
    assert names(case(facts)) == {name}
    for left_out in facts:
        kept = {fact: value for fact, value in facts.items() if fact != left_out}
        assert names(case(kept)) == set(), f"without {left_out} nothing stands against it"


HARMFUL: dict[str, dict[str, object]] = {
    "address-reaches-removal-unit": {
        "act": ["disclosure"],
        "disclosure.content": ["identity", "address"],
        "disclosure.reaches-removal-unit": True,
    },
    "held-on-civil-detainer": {
        "act": ["custody"],
        "custody.extended": True,
        "custody.held-on": ["immigration-detainer"],
    },
    "civil-arrest-at-courthouse": {
        "act": ["civil-arrest"],
        "courthouse.kind": "town-or-village-court",
        "arrest.place": "grounds",
    },
    "record-search-for-civil-removal": {"act": ["record-query"], "records.purpose": "civil-immigration"},
    "status-inquiry-without-asking": {
        "act": ["inquiry"],
        "inquirer.officers": "sworn",
        "inquiry.means": ["asking-authority"],
    },
}
HARMLESS: dict[str, dict[str, object]] = {
    "address-reaches-removal-unit": {"disclosure.content": ["identity"]},
    "held-on-civil-detainer": {"custody.held-on": ["immigration-detainer", "federal-judge-warrant"]},
    "civil-arrest-at-courthouse": {"courthouse.kind": "no-courthouse"},
    "record-search-for-civil-removal": {"records.purpose": "entry-or-reentry"},
    "status-inquiry-without-asking": {"inquiry.means": ["asking-authority", "asking-person"]},
}
"""For each harm, facts that bring it about; and what of them to change so that it does not come about."""


def does(name: str, described: Case) -> bool | None:
    return Evaluation(described, {}, date.min).truth(library().harms[name].logic)


def test_every_harm_is_shown() -> None:
    assert set(library().harms) == set(HARMFUL)


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harm_comes_about_on_its_facts_only(name: str) -> None:
    facts = HARMFUL[name]
    assert names(case(facts)) == set()
    assert does(name, case(facts)) is True
    assert does(name, case(facts | HARMLESS[name])) is False
    assert does(name, case(facts | {"act": []})) is False
    for left_out in facts:
        kept = {fact: value for fact, value in facts.items() if fact != left_out}
        assert does(name, case(kept)) is None, f"nobody knows without {left_out}"


def test_an_actor_that_cannot_be_is_pointed_out(tmp_path: Path) -> None:
    vocabulary = VOCABULARY.replace(
        "facts:",
        "  police: {type: yes-no, ask: 'Is {party} police?'}\n"
        "constraints:\n"
        "  police-of-towns:\n"
        "    of: party\n"
        "    holds: {any: [{party.police: false}, {party.level: local}]}\n"
        "    because: Only towns have police.\n"
        "facts:",
    )
    rules = """
    rules:
      - rule: r
        provision: A
        title: A rule
        binds: {actor: anyone}
        applies: {act: share}
        forbids: {warrant: true}
    """
    folder = write_law(tmp_path, rules, vocabulary=vocabulary)
    (folder / "policies/actors.yaml").write_text(
        "actors: test\nmembers:\n"
        "  town: {title: a town, is: {level: local, police: true}}\n"
        "  somebody: {title: somebody, is: {police: true}}\n"
        "  state: {title: a state, is: {level: state, police: true}}\n"
    )
    (found,) = inconsistent_actors(load_library([folder], shipped=False))
    assert found.code == "inconsistent-actor"
    assert "'state'" in found.message
    assert "Only towns have police." in found.message
    assert found.help == "correct one of police, level"
    assert found.span.line == 5
