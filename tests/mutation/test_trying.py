"""Trying mutants: no scenario that could kill one is left out, and processes change nothing."""

import multiprocessing
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.law_text import POLICY
from tests.mutation.bench import Field, field, scenario, small
from tests.mutation.test_operators import BANNED, HELD, LAW

from compliance.model.mutant import Mutant
from compliance.testing import mutation
from compliance.testing.bearing import MutatedLaw
from compliance.testing.play import step
from compliance.testing.proceeding import Proceeding
from compliance.testing.replay import Recording

ROOT = Path(__file__).parent.parent.parent
TOWN = ROOT / "tests/features"
FEDERAL = [ROOT / f"features/us/{name}.feature" for name in ("statute/8-usc-1357", "statute/8-usc-1373")]


def _fails(recording: Recording, mutated: MutatedLaw) -> bool:
    """Whether any step of a scenario fails, played anew from its first line."""
    proceeding = Proceeding(recording.feature, mutated)
    return any(step(proceeding, line) is not None for line in recording.scenario.lines)


def _by_brute_force(ground: Field, tried: Iterable[Mutant]) -> set[str]:
    """The mutants that some scenario kills, found by playing all of them on all."""
    return {
        one.id
        for one in tried
        if any(
            _fails(recording, MutatedLaw(ground.law, ground.library, one.edit))
            for recording in ground.recordings
        )
    }


def _killed(ground: Field) -> set[str]:
    return {id_ for id_, fate in ground.fates(search=False).items() if fate.killer}


def _only_of(ground: Field, *instruments: str) -> Field:
    return ground.only(*(one.id for one in ground.mutants if one.instrument in instruments))


def test_selection_is_exact_on_the_town() -> None:
    """A conflict, spans, an exception that is not encoded, a claim, a law at another day."""
    town = field((TOWN / "town",), [TOWN / "town.feature"], shipped=True)
    town = _only_of(town, "town/ordinance/1", "town/ordinance/2")
    every: set[str] = set()
    for one in town.recordings:
        alone = replace(town, recordings=[one])
        killed = _killed(alone)
        assert killed == _by_brute_force(alone, town.mutants), one.scenario.name
        assert len(killed) < len(town.mutants)
        every |= killed
    assert len(every) == len(town.mutants)


@pytest.mark.slow
def test_selection_is_exact_on_a_shipped_instrument() -> None:
    shipped = _only_of(field((), FEDERAL, shipped=True), "us/statute/8-usc-1373")
    killed = _killed(shipped)
    assert killed == _by_brute_force(shipped, shipped.mutants)
    assert 0 < len(killed) < len(shipped.mutants)


EVERY_KIND = (
    scenario(BANNED, '"ban" is violated', 'the reasons say "How many hours? 30"', name="reasons"),
    scenario(BANNED.replace("civil", "both"), '"ban" is contested', 'it turns on "civil"', name="turns"),
    scenario(
        BANNED.replace("warrant: false", "warrant: ?"), '"ban" is undetermined', 'it asks about "warrant"'
    ),
    scenario(BANNED, '"ban" is violated', 'it would be excused if "warrant" were otherwise', name="flips"),
    scenario(BANNED, "the practice is violated", 'the practice is flagged "preemption-risk"', name="whole"),
    scenario(HELD, '"tell" is satisfied', "no violation is possible", name="held"),
    scenario(HELD, "the practice is satisfied", on="2018-02-01", name="first day"),
    scenario(
        BANNED.replace("told: false", "told: true"),
        '"ban" is excused',
        'the exception "warrant" fails',
        name="priority",
    ),
)


def test_selection_is_exact_whatever_scenarios_expect(tmp_path: Path) -> None:
    ground = small(tmp_path, LAW, *EVERY_KIND)
    killed = _killed(ground)
    assert killed == _by_brute_force(ground, ground.mutants)
    assert 0 < len(killed) < len(ground.mutants)


LOG = """\
  - rule: log
    provision: B
    title: It is signed
    binds: {actor: anyone}
    applies: {act: hold}
    must: {signed: {after: 2000-01-01}}
    in-force: {from: 2018-06-01}
"""


BESIDE = (
    POLICY
    + """\
  F: {effect: defines, gist: What holding is., bears-on: {act: hold}, in-force: {from: 2018-03-01}}
"""
)
OPEN = """\
  - rule: open
    provision: C
    title: What was told may be shared
    binds: {actor: anyone}
    applies: {any: [{act: share}, {told: true}]}
    permits: {told: true}
"""
SPECIAL = {
    # What only one way of looking at a mutant can notice, and the mutant.
    "test/order/1#F/move-date/first-2018-03-01/later": scenario(
        HELD, '"test/order/1#F" is named as bearing on it', on="2018-03-01"
    ),
    "ban/swap-burden/warrant": scenario(
        BANNED.replace("civil", "crime").replace("warrant: false", "warrant: ?"),
        '"ban" is satisfied',
        'the exception "warrant" is unsettled',
    ),
    "open/drop-element/applies/act=share": scenario(
        BANNED.replace("told: false", "told: true"), '"open" is conflict'
    ),
    "test/order/1#long/shift-threshold/means/hours/up": scenario(
        "act: [share]; purpose: civil; warrant: false; signed: 2018-07-01",
        '"ban" is undetermined',
        "as alleged it would be violated",
        given=('the fact "hours" is alleged to be "24"',),
    ),
}


def test_each_kind_of_expectation_is_selected_by_itself(tmp_path: Path) -> None:
    """One scenario at a time, so that no other can kill what it should have."""
    for place, one in enumerate([*EVERY_KIND, *SPECIAL.values()]):
        law = LAW.replace("priorities:", OPEN + "priorities:") if one in SPECIAL.values() else LAW
        ground = small(tmp_path / str(place), law, one, policy=BESIDE)
        killed = _killed(ground)
        assert killed == _by_brute_force(ground, ground.mutants), one
        assert killed >= {id_ for id_, special in SPECIAL.items() if special == one}


def test_a_span_is_cut_where_the_mutant_cuts_it(tmp_path: Path) -> None:
    """Another rule's day parts the periods, and so decides which day the reasons speak of."""
    span = scenario(HELD, '"tell" is satisfied', 'the reasons say "in force on 1 June 2018"').replace(
        "it happened on 2019-05-08", "it happened from 2018-03-01 to 2018-12-31"
    )
    ground = small(tmp_path, LAW.replace("priorities:", LOG + "priorities:"), span)
    killed = _killed(ground)
    assert killed == _by_brute_force(ground, ground.mutants)
    assert "log/move-date/first-2018-06-01/later" in killed


# --- processes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_processes_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.setattr(mutation, "MOST_TOGETHER", 3)
    ground = small(tmp_path, LAW, *EVERY_KIND)
    if start == "spawn":
        ground = ground.only(*(one.id for one in ground.mutants[:4]), "tell/move-date/last-2019-12-31/later")
    alone = ground.fates(jobs=1)
    assert ground.fates(jobs=2, start=start) == alone
    assert list(alone) == [one.id for one in ground.mutants]
    assert any(fate.skeleton for fate in alone.values())


def test_progress_is_told_of_every_mutant(tmp_path: Path) -> None:
    ground = small(tmp_path, LAW, *EVERY_KIND)
    told: list[int] = []
    bench = mutation.Bench(ground.recordings, ground.added, ground.shipped)
    mutation.try_all(ground.mutants[:30], bench, 1, told.append)
    assert sum(told) == 30


def test_an_interrupt_ends_every_process(tmp_path: Path) -> None:
    ground = small(tmp_path, LAW, *EVERY_KIND)
    bench = mutation.Bench(ground.recordings, ground.added, ground.shipped)

    def interrupt(count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mutation.try_all(ground.mutants, bench, 2, interrupt, start="fork")
    waited_until = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < waited_until:
        time.sleep(0.05)
    assert not multiprocessing.active_children()
