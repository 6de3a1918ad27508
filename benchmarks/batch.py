"""Many practices at once: ours beside hand-written, generated and other engines."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from statistics import median
from time import perf_counter

from benchmarks.peers import Engine
from benchmarks.workload import STATUSES, Counts, Workload

PEERS = ("polars", "duckdb", "python", "zen", "evaluator", "both")
"""What columns is measured beside."""
SLOW = 1.0
"""Seconds; an engine that takes longer is run three times only."""


class Mismatch(Exception):
    """Engines answer differently; the message says where."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One engine's time for all practices, in seconds."""

    name: str
    seconds: float
    ratio: float
    """Against ours."""
    notes: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The outcome for one workload."""

    practices: int
    rules: int
    positions: int
    statuses: dict[str, int]
    apart: dict[str, float]
    """Seconds of ours that are not in its time."""
    engines: tuple[Measured, ...]

    def named(self, start: str) -> Measured | None:
        return next((one for one in self.engines if one.name.startswith(start)), None)


def batch(
    work: Workload, repeat: int, peers: tuple[str, ...] = PEERS, say: Callable[[str], None] = print
) -> Batch:
    """Every engine on the workload, in turns. Raises Mismatch, before timing, where answers differ."""
    from benchmarks.peers import columns

    say("compiling columns")
    ours, counts_of_first, apart = columns.engine(work)
    engines = [ours]
    for peer in peers:
        say(f"preparing {peer}")
        engines.append(_peer(peer, work))
    reference = counts_of_first(len(work.rows))
    first: dict[str, float] = {}
    for engine in engines:
        say(f"comparing {engine.name}")
        began = perf_counter()
        answers = engine.run()
        first[engine.name] = perf_counter() - began
        wanted = reference if engine.practices is None else counts_of_first(engine.practices)
        _compare(engine.name, wanted, engine.counts(answers))
        del answers
    times: dict[str, list[float]] = {engine.name: [] for engine in engines}
    for turn in range(repeat):
        say(f"timing, turn {turn + 1} of {repeat}")
        for engine in engines:
            if turn < 3 or first[engine.name] < SLOW:
                began = perf_counter()
                engine.run()
                scale = 1.0 if engine.practices is None else len(work.rows) / engine.practices
                times[engine.name].append((perf_counter() - began) * scale)
    base = median(times[ours.name])
    measured = tuple(
        Measured(engine.name, median(times[engine.name]), median(times[engine.name]) / base, engine.notes)
        for engine in engines
    )
    totals = [sum(numbers) for numbers in zip(*reference.values(), strict=True)]
    statuses = dict(zip(STATUSES, totals, strict=True))
    return Batch(len(work.rows), len(work.library.rules), len(work.choices), statuses, apart, measured)


def _peer(name: str, work: Workload) -> Engine:
    if name in ("evaluator", "both"):
        from benchmarks.peers import in_process

        return in_process.engine(work, inference=name == "both")
    engine: Engine = import_module(f"benchmarks.peers.by_{name}").engine(work)
    return engine


def _compare(name: str, wanted: Counts, found: Counts) -> None:
    differ = [key for key in wanted if wanted[key] != found.get(key)]
    if differ:
        lines = [f"{name} differs on {len(differ)} of {len(wanted)} columns:"]
        for key in differ[:10]:
            lines.append(f"  {key[0]} for {key[1]}: {_words(wanted[key])}")
            lines.append(f"    {name}: {_words(found.get(key, ()))}")
        raise Mismatch("\n".join(lines))


def _words(numbers: tuple[int, ...]) -> str:
    return ", ".join(
        f"{number} {status}" for status, number in zip(STATUSES, numbers, strict=False) if number
    )
