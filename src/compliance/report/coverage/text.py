"""The coverage of law as text for a terminal."""

import shutil
from collections.abc import Iterable, Iterator
from textwrap import wrap

from compliance.model.coverage import Coverage, InstrumentCoverage, Measure
from compliance.model.library import Library
from compliance.report.coverage import words
from compliance.report.words import clean, sentence

NARROWEST, WIDEST = 60, 110
GAP = "NOT COVERED"
Row = tuple[int, str, str, str]
"""Depth, name, number of scenarios, and the rest."""


def render(coverage: Coverage, library: Library, *, width: int | None = None) -> str:
    """A table for each instrument, then what no scenario touches, then the totals; never in color.

    `width` in columns, by default the terminal's, between 60 and 110.
    """
    columns = max(NARROWEST, width or min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST))
    of = {total.measure for total in coverage.totals}
    lines: list[str] = []
    for one in coverage.instruments:
        lines += _instrument(one, library, of, columns)
    lines += _gaps(coverage, columns)
    lines += _failed(coverage, columns)
    lines += _totals(coverage, columns)
    return "\n".join(lines) + "\n"


def _instrument(one: InstrumentCoverage, library: Library, of: set[Measure], width: int) -> Iterator[str]:
    found = library.instruments[one.id]
    yield "─" * width
    yield from _wrapped(f"{found.short}: {found.title}", width)
    yield clean(one.id)
    yield ""
    for title, rows in (
        ("Rule", list(_rules(one, of))),
        ("Reading", list(_readings(one, library)) if "readings" in of else []),
        ("Provision", list(_provisions(one, library)) if "provisions" in of else []),
    ):
        if rows:
            count = "" if title == "Provision" else "Scenarios"
            yield from _table((title, count, "State" if title == "Provision" else "Outcomes"), rows, width)
            yield ""


def _rules(one: InstrumentCoverage, of: set[Measure]) -> Iterator[Row]:
    for rule in one.rules:
        if "rules" in of or ("exceptions" in of and rule.exceptions):
            yield 0, rule.id, *_seen(rule.covered, len(rule.exercises), words.tallied(rule.exercises))
        for unless in rule.exceptions if "exceptions" in of else ():
            seen = _seen(unless.covered, len(unless.exercises), words.tallied(unless.exercises))
            yield 1, f"unless {unless.name}", *seen


def _readings(one: InstrumentCoverage, library: Library) -> Iterator[Row]:
    for term in one.terms:
        if term.readings:
            yield 0, term.address.rpartition("#")[2], "", ""
        for reading in term.readings:
            if reading.in_use:
                told = words.tallied(reading.exercises)
                yield 1, reading.name, *_seen(reading.covered, len(reading.exercises), told)
            else:
                yield 1, reading.name, "–", words.on_record(reading, term, library)


def _provisions(one: InstrumentCoverage, library: Library) -> Iterator[Row]:
    for provision in one.provisions:
        pin = library.provision(one.id, provision.name).pin or provision.name
        told = words.tallied(provision.exercises)
        yield 0, pin, "", words.state(provision, library, one.id) + (f" ({told})" if told else "")


def _seen(covered: bool, count: int, told: str) -> tuple[str, str]:
    gap = "" if covered else f"{GAP}; seen: {told}" if told else GAP
    return str(count), gap or told


def _table(head: tuple[str, str, str], rows: Iterable[Row], width: int) -> Iterator[str]:
    """Columns side by side, the last one wrapped; a name that is too long gets a line of its own."""
    listed = [(f"{'  ' * depth}{clean(name)}", count, rest) for depth, name, count, rest in rows]
    first = min(max(len(name) for name, _, _ in (head, *listed)), width * 2 // 5)
    second = max(len(count) for _, count, _ in (head, *listed))
    start = 2 + first + 2 + (second + 2 if second else 0)
    for name, count, rest in (head, *listed):
        lines = wrap(clean(rest), max(20, width - start)) or [""]
        lead = f"  {name:<{first}}  " + (f"{count:>{second}}  " if second else "")
        if len(name) > first:
            yield f"  {name}"
            lead = f"  {'':<{first}}  " + (f"{count:>{second}}  " if second else "")
        yield f"{lead}{lines[0]}".rstrip()
        yield from (" " * start + line for line in lines[1:])


def _gaps(coverage: Coverage, width: int) -> Iterator[str]:
    yield "─" * width
    missing = [total for total in coverage.totals if total.missing]
    yield "Not covered" if missing else "Not covered: nothing that counts"
    for total in missing:
        yield f"  {sentence(total.measure)}"
        for name in total.missing:
            yield from _wrapped(name, width, "    ")
    yield ""
    counted = any(total.measure == "rules" for total in coverage.totals)
    rules = [rule for one in coverage.instruments for rule in one.rules if rule.covered and rule.never]
    if counted and rules:
        title = (
            "Outcomes that no scenario sees, of rules that are covered (for the record; they do not count)"
        )
        yield from _wrapped(title, width)
        for rule in rules:
            yield from _wrapped(f"{rule.id}: {words.never(rule.never)}", width, "  ")
        yield ""


def _failed(coverage: Coverage, width: int) -> Iterator[str]:
    if coverage.failed:
        yield "Scenarios that fail, and therefore cover nothing"
    for one in coverage.failed:
        where = f"{one.scenario.file}:{one.line}: {one.scenario.title}"
        yield from _wrapped(where, width, "  ")
        for line in one.message.splitlines():
            yield from _wrapped(line, width, "      ")
    if coverage.failed:
        yield ""


def _totals(coverage: Coverage, width: int) -> Iterator[str]:
    yield "Covered"
    counts = [f"{total.covered} of {total.count}" if total.count else "none" for total in coverage.totals]
    widest = max(map(len, counts), default=0)
    for total, count in zip(coverage.totals, counts, strict=True):
        line = f"{total.measure:<10}  {count:>{widest}}  {words.percent(total):>6}  {words.apart(total)}"
        yield from _wrapped(line, width, "  ", keep=True)
    yield ""
    yield from _wrapped(words.ran(coverage), width)
    if coverage.idle:
        yield from _wrapped(words.idle(coverage), width)


def _wrapped(text: str, width: int, indent: str = "", *, keep: bool = False) -> Iterator[str]:
    """Text in the room that is left; with `keep` its inner spaces stay."""
    shown = text.rstrip() if keep else clean(text)
    yield from wrap(
        shown, width, initial_indent=indent, subsequent_indent=indent + "    ", drop_whitespace=True
    )
