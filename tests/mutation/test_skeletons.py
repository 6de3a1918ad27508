"""Scenarios written for survivors: each passes under the law and kills its mutant when it is run from a file."""

from pathlib import Path

import pytest
from tests.mutation.bench import Field, field, scenario, small
from tests.mutation.test_operators import BANNED, HELD, LAW

from compliance.model.mutant import Fate

WEAK = (
    scenario(BANNED, '"ban" is violated'),
    scenario(HELD, '"tell" is satisfied'),
    scenario(BANNED.replace("told: false", "told: true"), '"leave" is permitted', name="told"),
)
"""Scenarios that look at every rule and let most mutants live."""


@pytest.fixture(scope="module")
def weak(tmp_path_factory: pytest.TempPathFactory) -> tuple[Field, dict[str, Fate]]:
    ground = small(tmp_path_factory.mktemp("weak"), LAW, *WEAK)
    return ground, ground.fates()


def test_each_kills_its_mutant(weak: tuple[Field, dict[str, Fate]], tmp_path: Path) -> None:
    ground, fates = weak
    written = {id_: fate.skeleton for id_, fate in fates.items() if fate.skeleton is not None}
    assert len(written) > 20
    feature = tmp_path / "found.feature"
    feature.write_text("Feature: Found\n\n" + "\n".join(one.text for one in written.values()))
    found = field(ground.added, [feature]).only(*written).fates(search=False)
    assert [id_ for id_, fate in found.items() if fate.killer is None] == []


def test_only_the_same_law_is_left_without_one(weak: tuple[Field, dict[str, Fate]]) -> None:
    _, fates = weak
    assert [
        id_ for id_, fate in fates.items() if not fate.killer and not fate.skeleton and not fate.same
    ] == []


def test_it_says_what_is_otherwise_and_what_the_law_comes_to(weak: tuple[Field, dict[str, Fate]]) -> None:
    skeleton = weak[1]["ban/drop-exception/warrant"].skeleton
    assert skeleton is not None
    assert skeleton.feature.endswith("small.feature")
    assert skeleton.text == (
        "  Scenario: To be named (kills ban/drop-exception/warrant)\n"
        '    Given the fact "act" is "[share]"\n'
        '    And the fact "purpose" is "civil"\n'
        '    And the fact "hours" is "30"\n'
        '    And the fact "told" is "false"\n'
        "    And it happened on 2019-05-08\n"
        '    And the fact "warrant" is "true"\n'
        "    When it is checked\n"
        '    Then "ban" is excused\n'
    )


HIDDEN = """
terms:
  within: {provision: A, ask: Is it a sharing?, means: {act: share}}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {all: [within, {purpose: civil}]}
"""


def test_a_mutant_that_no_facts_can_tell_is_proved_to_be_the_same_law(tmp_path: Path) -> None:
    ground = small(tmp_path, HIDDEN, scenario("act: [share]; purpose: civil", '"ban" is violated'))
    fates = ground.fates()
    same = {id_ for id_, fate in fates.items() if fate.same}
    assert same == {"ban/drop-element/forbids/within"}
    assert fates["ban/drop-element/forbids/within"].equivalent
    assert not fates["ban/drop-element/forbids/purpose=civil"].equivalent


def test_it_works_from_far_away(tmp_path: Path) -> None:
    """Nothing near the only practice tells; the facts are built up."""
    far = "act: [hold]; purpose: crime; hours: 1; told: false; warrant: true; signed: 2019-01-01"
    ground = small(tmp_path, LAW, scenario(far, '"ban" is not-applicable because out-of-scope'))
    fate = ground.only("test/order/1#long/drop-element/means/all/not(told=true)").fates()
    (skeleton,) = (one.skeleton for one in fate.values())
    assert skeleton is not None
    assert 'the fact "signed" is "2018-05-31"' in skeleton.text
