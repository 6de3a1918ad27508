"""What the contenders of the audit's benchmark have in common: the log's days, the counts, a process for each."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from compliance.model.audit import Dimension

ZONE = ZoneInfo("America/New_York")
TERMS = ("purpose", "reason", "certified", "case", "searches", "review")
"""Purpose not a permitted one; no reason; user not certified then; no case open then; more than 5 searches of one
subject by one user within 24 hours; no review within 30 days by another."""
DIMENSIONS: tuple[Dimension, ...] = ("agency", "office", "month", "user")
PERMITTED, FORBIDDEN = ("C", "R"), ("A", "O", "P")
"""Codes of purposes; any other, or none, is unknown."""
LIMIT = 5

Counts = dict[str, list[int]]
"""`TERM DIMENSION VALUE` to how many rows violate the term and of how many it is unknown, where there are any (of a
user, only the former); and `rows` and `duplicates`, each with one number."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month on the log's clock, as naive UTC times."""

    name: str
    since: datetime
    until: datetime


def months(folder: Path) -> tuple[Month, ...]:
    """The months of a made-up log, as expected.json names them."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    first, last = (date.fromisoformat(expected[key]) for key in ("first-day", "last-day"))
    found = []
    while first <= last:
        after = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
        found.append(Month(f"{first:%Y-%m}", _utc(first), _utc(after)))
        first = after
    return tuple(found)


def chunked(all_months: Sequence[Month], rows: int, at_a_time: int) -> list[Sequence[Month]]:
    """The months in chunks of about so many of the rows, or of a month where it has more."""
    size = max(1, at_a_time * len(all_months) // max(rows, 1))
    return [all_months[start : start + size] for start in range(0, len(all_months), size)]


def counts_of(rows: Iterable[Sequence[Any]], queries: int, duplicates: int) -> Counts:
    """Rows of dimension, value, and two numbers per term, as counts."""
    found: Counts = {"rows": [queries], "duplicates": [duplicates]}
    for dimension, value, *numbers in rows:
        for at, term in enumerate(TERMS):
            both = [int(number) for number in numbers[2 * at : 2 * at + 2]]
            add(found, term, dimension, value, both)
    return found


def add(counts: Counts, term: str, dimension: str, value: str | None, both: list[int]) -> None:
    """Add how many rows violate a term and of how many it is unknown; of a user, only the former."""
    kept = both[:1] if dimension == "user" else both
    if any(kept):
        counts[f"{term} {dimension} {value or ''}"] = kept


@dataclass(frozen=True, slots=True)
class Ran:
    """What a contender did, in a process of its own."""

    seconds: float
    peak: int
    """Bytes of memory at most."""
    counts: Counts


class Failed(Exception):
    """A contender ended with an error; the message has the end of what it wrote."""


def run(module: str, folder: Path, *arguments: str) -> Ran:
    """`python -m benchmarks.MODULE FOLDER`, which `main` answers. Raises Failed."""
    command = [sys.executable, "-m", f"benchmarks.{module}", str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines()[-3:]
        raise Failed(f"{module} ended with {done.returncode}: " + " | ".join(lines))
    answer = json.loads(done.stdout.splitlines()[-1])
    return Ran(answer["seconds"], answer["peak"], answer["counts"])


def main(counts: Callable[..., Counts]) -> None:
    """Run a contender on the folder that the command names, and print its time, its memory and its counts."""
    import resource

    folder, *arguments = sys.argv[1:]
    began = perf_counter()
    found = counts(Path(folder), *arguments)
    seconds = perf_counter() - began
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = most if sys.platform == "darwin" else most * 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "counts": found}))


def _utc(day: date) -> datetime:
    local = datetime(day.year, day.month, day.day, tzinfo=ZONE)
    return local.astimezone(UTC).replace(tzinfo=None)
