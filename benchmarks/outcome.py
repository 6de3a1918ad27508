"""What was measured, as a table for people and as JSON, beside what was promised."""

import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.batch import Batch
from benchmarks.population import Compared
from benchmarks.proof import BILL, LAW, Proved
from benchmarks.scenarios import Scenarios
from benchmarks.single import Single


@dataclass(frozen=True, slots=True)
class Bar:
    """Something promised: measured stays at or under the limit, or for `at_least` at or over it."""

    work: str
    measured: float
    limit: float
    unit: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit


def bars(
    single: Single,
    batch: Batch,
    scenarios: Scenarios | None = None,
    compared: Compared | None = None,
    proofs: Sequence[Proved] = (),
) -> tuple[Bar, ...]:
    """What was promised about what was measured."""
    found = [Bar("one practice, both engines, reasons", single.decision * 1000, 2.0, "ms")]
    if single.command is not None:
        found.append(Bar("compliance check, cold", single.command, 0.6, "s"))
    for name in ("hand-written Polars", "hand-written DuckDB"):
        if peer := batch.named(name):
            found.append(Bar(f"columns against {name}", 1 / peer.ratio, 1.5, "×"))
    if peer := batch.named("zen-engine"):
        found.append(Bar("zen-engine's batch against columns", peer.ratio, 20.0, "×", at_least=True))
    if scenarios is not None and scenarios.pytest is not None:
        work = f"{scenarios.count:,} scenarios, pytest -n {scenarios.workers}"
        found.append(Bar(work, scenarios.pytest, 60.0, "s"))
    if compared is not None:
        found.append(Bar(f"{compared.practices:,} practices × a bill", compared.seconds, 5.0, "s"))
    for proved in proofs:
        found.append(Bar(f"covers, {LAW} rules by {BILL}: {proved.name}", proved.ours, 0.1, "s"))
    return tuple(found)


def as_json(
    single: Single,
    batch: Batch,
    machine: dict[str, Any],
    scenarios: Scenarios | None = None,
    compared: Compared | None = None,
    proofs: Sequence[Proved] = (),
) -> dict[str, Any]:
    """Everything, with the bars."""
    return {
        "schema": "compliance/benchmark/1",
        "machine": machine,
        "single": asdict(single),
        "batch": asdict(batch),
        "scenarios": None if scenarios is None else asdict(scenarios),
        "compared": None if compared is None else asdict(compared),
        "proofs": [{**asdict(one), "ratio": one.ratio} for one in proofs],
        "bars": [
            {**asdict(bar), "holds": bar.holds} for bar in bars(single, batch, scenarios, compared, proofs)
        ],
    }


def machine() -> dict[str, Any]:
    """Where it was measured."""
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "processors": os.cpu_count(),
    }


def show(
    single: Single,
    batch: Batch,
    machine: dict[str, Any],
    scenarios: Scenarios | None = None,
    compared: Compared | None = None,
    proofs: Sequence[Proved] = (),
) -> None:
    """The tables, to stdout."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if os.isatty(1) else 150)
    console.print(
        f"Python {machine['python']}, {machine['system']}, {machine['processors']} processors; "
        "medians of runs in turns"
    )
    title = f"{batch.practices:,} practices × {batch.rules} rules × {batch.positions} positions"
    table = Table(title=title, title_justify="left")
    for name, justify in (("engine", "left"), ("ms", "right"), ("against ours", "right"), ("notes", "left")):
        table.add_column(name, justify="right" if justify == "right" else "left")
    for one in batch.engines:
        table.add_row(one.name, f"{one.seconds * 1000:,.1f}", f"{one.ratio:.2f} ×", one.notes)
    console.print(table)
    console.print("All engines give the same counts: " + _counts(batch))
    apart = ", ".join(f"{name} {seconds * 1000:,.0f} ms" for name, seconds in batch.apart.items())
    console.print(f"Not in the time of ours: {apart}")
    if single.command is None:
        console.print(f"compliance check, cold: not measured, the command failed ({single.why_not})")
    if scenarios is not None:
        console.print(_played(scenarios))
    if compared is not None:
        console.print(_compared(compared))
    for proved in proofs:
        answer = "all covered" if proved.covered else "not all covered"
        console.print(
            f"covers, {LAW} rules by {BILL}, {proved.name}: {answer}; ours {proved.ours * 1000:.0f} ms, "
            f"written by hand for z3 {proved.by_hand * 1000:.0f} ms ({proved.ratio:.2f} ×)"
        )
    promised = Table(title="promised", title_justify="left")
    for name in ("work", "measured", "bar", ""):
        promised.add_column(name, justify="right" if name in ("measured", "bar") else "left")
    for bar in bars(single, batch, scenarios, compared, proofs):
        sign = "at least" if bar.at_least else "at most"
        measured = f"{bar.measured:.2f} {bar.unit}"
        promised.add_row(
            bar.work, measured, f"{sign} {bar.limit:g} {bar.unit}", "kept" if bar.holds else "MISSED"
        )
    console.print(promised)


def _played(scenarios: Scenarios) -> str:
    if scenarios.pytest is None:
        return f"{scenarios.count:,} scenarios: not measured, they failed ({scenarios.why_not})"
    return (
        f"{scenarios.count:,} scenarios: pytest with {scenarios.workers} workers {scenarios.pytest:.1f} s, "
        f"played without pytest in one process {scenarios.play:.1f} s"
    )


def _compared(compared: Compared) -> str:
    return (
        f"{compared.practices:,} practices × a bill ({compared.bill}; {compared.rules_before} rules before, "
        f"{compared.rules_after} after, {compared.touched} that can differ): drawn in {compared.drawing:.2f} s, "
        f"compiled and counted in {compared.counting:.2f} s; the ordinary engine, by a sample, "
        f"{compared.ordinary:.0f} s ({compared.ordinary / compared.seconds:.0f} ×)"
    )


def _counts(batch: Batch) -> str:
    return ", ".join(f"{number:,} {status}" for status, number in batch.statuses.items())
