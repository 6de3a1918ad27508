"""Mutants tried against recorded scenarios, in several processes; what comes out depends neither on how many nor on
which is done first."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from compliance.model.mutant import Fate, Killer, Mutant
from compliance.model.scenario import Failure
from compliance.testing.bearing import MutatedLaw
from compliance.testing.replay import AT_HAND, Recording, replay, second_engine
from compliance.testing.selection import Selection
from compliance.testing.skeleton import Ground, same, skeleton

MOST_TOGETHER = 16
"""Mutants of one rule or term that are tried one behind the other, so that what noticed one is tried on the next."""


@dataclass(frozen=True)
class Bench:
    """What mutants are tried against."""

    recordings: Sequence[Recording]
    added: tuple[Path, ...] = ()
    shipped: bool = True
    settled: frozenset[str] = frozenset()
    """Ids of mutants for which no scenario is looked for, since somebody explained them."""


def try_all(
    mutants: Sequence[Mutant],
    bench: Bench,
    jobs: int | None = None,
    done: Callable[[int], None] = lambda count: None,
    start: str | None = None,
) -> tuple[Fate, ...]:
    """The fate of each mutant, in the order in which they come.

    `jobs` is how many processes work, by default one for each core; `done` is told how many mutants were finished
    each time. `start` is how processes are started, by default the quickest way that is safe.
    """
    groups = list(_together(mutants))
    jobs = min(jobs or cores(), len(groups))
    fates: list[tuple[Fate, ...]] = [()] * len(groups)
    if jobs <= 1:
        trials = _Trials(bench)
        for place, group in enumerate(groups):
            fates[place] = trials.of(group)
            done(len(group))
        return tuple(fate for group_ in fates for fate in group_)
    context = multiprocessing.get_context(start or _quickest())
    with ProcessPoolExecutor(jobs, context, _prepare, (bench,)) as pool:
        # The longest first, so that no process is left alone with one at the end.
        order = sorted(range(len(groups)), key=lambda place: -len(groups[place]))
        futures: dict[Future[tuple[Fate, ...]], int] = {
            pool.submit(_try, groups[place]): place for place in order
        }
        try:
            for future in as_completed(futures):
                place = futures[future]
                fates[place] = future.result()
                done(len(groups[place]))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in multiprocessing.active_children():
                process.terminate()
            raise
    return tuple(fate for group_ in fates for fate in group_)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _quickest() -> str:
    """Forking shares what is loaded, and is safe only while there is one thread."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _together(mutants: Iterable[Mutant]) -> Iterator[list[Mutant]]:
    """Neighbors that change the same rule, term or days."""
    group: list[Mutant] = []
    for mutant in mutants:
        if group and (mutant.subject != group[0].subject or len(group) == MOST_TOGETHER):
            yield group
            group = []
        group.append(mutant)
    if group:
        yield group


# --- in each process -------------------------------------------------------------------------------------

_trials: "_Trials | None" = None


def _prepare(bench: Bench) -> None:
    """Set up a process of the pool. The one that started it ends it where it is interrupted, or by its own end."""
    global _trials  # noqa: PLW0603 - what a process of a pool is given at its start can be kept nowhere else
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _trials = _Trials(bench)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _try(mutants: Sequence[Mutant]) -> tuple[Fate, ...]:
    assert _trials is not None
    return _trials.of(mutants)


class _Trials:
    """Tries mutants; remembers how the recorded cases are decided under the law as it stands."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.base = second_engine(bench.added, bench.shipped)
        self.home = self.base(AT_HAND).library
        self.selection = Selection(bench.recordings, self.base)

    def of(self, mutants: Sequence[Mutant]) -> tuple[Fate, ...]:
        """Mutants of one kind; the scenario that noticed one is tried first on the next."""
        fates: list[Fate] = []
        last: Recording | None = None
        for mutant in mutants:
            fate, noticed = self._one(mutant, last)
            last = noticed or last
            fates.append(fate)
        return tuple(fates)

    def _one(self, mutant: Mutant, first: Recording | None) -> tuple[Fate, Recording | None]:
        mutated = MutatedLaw(self.base, self.home, mutant.edit)
        for recording in self.selection.of(mutated, first):
            failure = replay(recording, mutated)
            if failure is not None:
                return Fate(mutant, _killer(recording, failure)), recording
        if mutant.id in self.bench.settled:
            return Fate(mutant, None), None
        bearing = self.selection.bearings.of(AT_HAND, mutated)
        assert bearing is not None
        ground = Ground(mutant, self.base, mutated, bearing, self.bench.recordings)
        found = skeleton(ground)
        return Fate(mutant, None, found, found is None and same(ground)), None


def _killer(recording: Recording, failure: Failure) -> Killer:
    scenario = recording.scenario
    step = failure.line.said if failure.line else failure.message
    return Killer(scenario.span.file, scenario.title, failure.span, step)
