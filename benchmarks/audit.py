"""`python -m benchmarks.audit`: the audit beside hand-written SQL, Polars and the bare scan, on one made-up log.

Exit 1 where contenders count differently, or one fails; 2 where an engine is not installed.
"""

import argparse
import json
import shutil
import sys
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import compliance
from benchmarks.audit_log import Counts, Failed, Ran, run
from benchmarks.batch import Mismatch
from benchmarks.outcome import Bar, machine

LIMIT, MEMORY = 1.25, 1_000_000_000


@dataclass(frozen=True, slots=True)
class Contender:
    """What is measured, each time in a process of its own."""

    name: str
    module: str
    arguments: tuple[str, ...] = ()
    needs: str = "duckdb"
    counts: bool = True
    """Whether it counts what the others do."""


SQL, OURS = "hand-written DuckDB SQL", "ours on DuckDB"
CONTENDERS = {
    "scan": Contender("bare scan of the columns", "audit_scan", counts=False),
    "sql": Contender(SQL, "audit_sql"),
    "polars": Contender("Polars", "audit_polars", needs="polars"),
    "ours": Contender(OURS, "audit_ours", ("duckdb",)),
    "spark": Contender("ours on Spark, local", "audit_ours", ("local[*]",), needs="pyspark"),
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One contender's time, in seconds, and its memory at most, in bytes."""

    name: str
    seconds: float
    peak: int


@dataclass(frozen=True, slots=True)
class Audited:
    """The outcome for one log."""

    queries: int
    turns: int
    contenders: tuple[Measured, ...]
    left_out: tuple[str, ...]
    counted: dict[str, int]
    """How many rows violate each term; the same for all."""

    def named(self, name: str) -> Measured | None:
        return next((one for one in self.contenders if one.name == name), None)


def made_up(queries: int, seed: int, folder: Path | None = None) -> Path:
    """The folder with a log of so many queries, which is made where it is not there yet."""
    from compliance.audit.synthesize import NAME, synthesize

    whole = (
        folder or Path(tempfile.gettempdir()) / "compliance-audit-bench" / f"{queries}-{seed}-{_made_by()}"
    )
    if not (whole / f"{NAME}.log.yaml").exists():
        print(f"making up {queries:,} queries in {whole}", file=sys.stderr)
        synthesize(whole, queries, seed)
    return whole


def _made_by() -> str:
    """A number that changes with what makes logs up, so that no log of an older way is measured."""
    sources = sorted((Path(compliance.__file__).parent / "audit").glob("synth*.py"))
    return f"{zlib.crc32(b''.join(file.read_bytes() for file in sources)):08x}"


def compared(folder: Path, queries: int, turns: int = 3, which: Sequence[str] = tuple(CONTENDERS)) -> Audited:
    """Every contender on the log, in turns. Raises Mismatch after the first turn where counts differ, and Failed."""
    out = [one for name, one in CONTENDERS.items() if name in which and find_spec(one.needs) is None]
    there = [one for name, one in CONTENDERS.items() if name in which and one not in out]
    ran: dict[str, list[Ran]] = {one.name: [] for one in there}
    reference: tuple[str, Counts] | None = None
    for turn in range(turns):
        for one in there:
            print(f"{one.name}, turn {turn + 1} of {turns}", file=sys.stderr)
            found = run(one.module, folder, *one.arguments)
            if one.counts:
                reference = reference or (one.name, found.counts)
                _compare(one.name, found.counts, *reference)
            ran[one.name].append(found)
    measured = tuple(
        Measured(name, median(one.seconds for one in all_), max(one.peak for one in all_))
        for name, all_ in ran.items()
    )
    left_out = tuple(f"{one.name}: {one.needs} is not installed" for one in out)
    return Audited(queries, turns, measured, left_out, _violated(reference[1] if reference else {}))


def _compare(name: str, found: Counts, other: str, wanted: Counts) -> None:
    differ = sorted(key for key in {*found, *wanted} if found.get(key) != wanted.get(key))
    if differ:
        lines = [f"{name} differs from {other} on {len(differ)} of {len(wanted)} counts:"]
        lines += [f"  {key}: {found.get(key)}; {other}: {wanted.get(key)}" for key in differ[:10]]
        raise Mismatch("\n".join(lines))


def _violated(counts: Counts) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, numbers in counts.items():
        term, _, place = key.partition(" ")
        if place.startswith("month "):
            found[term] = found.get(term, 0) + numbers[0]
    return found


def bars(audited: Audited) -> tuple[Bar, ...]:
    """What was promised about what was measured."""
    ours, sql = audited.named(OURS), audited.named(SQL)
    found = []
    if ours and sql:
        found.append(
            Bar(f"{audited.queries:,} queries, {OURS} against SQL", ours.seconds / sql.seconds, LIMIT, "×")
        )
    if ours:
        found.append(
            Bar(f"{audited.queries:,} queries, memory of {OURS}", ours.peak / 1e6, MEMORY / 1e6, "MB")
        )
    return tuple(found)


def show(audited: Audited, where: dict[str, Any]) -> None:
    """The tables, to stdout."""
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 150)
    console.print(
        f"Python {where['python']}, {where['system']}, {where['processors']} processors; "
        f"medians of {audited.turns} runs in turns, each in a process of its own"
    )
    table = Table(title=f"audit of {audited.queries:,} queries", title_justify="left")
    for name in ("contender", "s", "against SQL", "queries/s", "memory at most, MB"):
        table.add_column(name, justify="left" if name == "contender" else "right")
    base = audited.named(SQL)
    for one in audited.contenders:
        ratio = f"{one.seconds / base.seconds:.2f} ×" if base else ""
        speed = f"{audited.queries / one.seconds:,.0f}"
        table.add_row(one.name, f"{one.seconds:,.1f}", ratio, speed, f"{one.peak / 1e6:,.0f}")
    console.print(table)
    counted = ", ".join(f"{number:,} {term}" for term, number in audited.counted.items())
    console.print(f"All give the same counts of violations, by agency, office, month and user: {counted}")
    for line in audited.left_out:
        console.print(f"Left out, {line}")
    promised = Table(title="promised", title_justify="left")
    for name in ("work", "measured", "bar", ""):
        promised.add_column(name, justify="right" if name in ("measured", "bar") else "left")
    for bar in bars(audited):
        kept = "kept" if bar.holds else "MISSED"
        promised.add_row(
            bar.work, f"{bar.measured:.2f} {bar.unit}", f"at most {bar.limit:g} {bar.unit}", kept
        )
    console.print(promised)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.audit", description=__doc__)
    parser.add_argument("--queries", type=int, default=10_000_000)
    parser.add_argument("--repeat", type=int, default=3, help="turns")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, metavar="DIR", help="the log is here, or is made here")
    parser.add_argument("--clean", action="store_true", help="remove the made-up log at the end")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument(
        "--contenders", nargs="*", choices=tuple(CONTENDERS), default=tuple(CONTENDERS), help="by default all"
    )
    options = parser.parse_args(arguments)
    if find_spec("duckdb") is None:
        print("duckdb is not installed; `make bench` installs what the benchmarks need", file=sys.stderr)
        return 2
    folder = made_up(options.queries, options.seed, options.data)
    try:
        audited = compared(folder, options.queries, options.repeat, options.contenders)
    except (Mismatch, Failed) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        if options.clean and options.data is None:
            shutil.rmtree(folder, ignore_errors=True)
    where = machine()
    show(audited, where)
    if options.json is not None:
        figures = {
            "schema": "compliance/audit-benchmark/1",
            "machine": where,
            **asdict(audited),
            "bars": [{**asdict(bar), "holds": bar.holds} for bar in bars(audited)],
        }
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
