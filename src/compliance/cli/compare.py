"""`compliance compare`: what would a bill change?"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.options import (
    LibraryOption,
    OutputOption,
    PositionsOption,
    ShippedOption,
    SignedOption,
    Standard,
    StandardOption,
)
from compliance.cli.session import color_wanted, complain, decider_for, load, progress, read_all, write
from compliance.engine.decide import Decider
from compliance.model.compared import Column, Comparison
from compliance.model.library import Library
from compliance.source.nearest import listed
from compliance.source.practices import find_practices

if TYPE_CHECKING:
    from compliance.bills.law import DraftLaw

HELP = """Put practices under current law and under bills, side by side, and say what each clause would change.

Each --bill is a draft of its own, in a column of its own; bills joined by commas are enacted together, in that order,
and share a column: --bill A --bill B,C.

Exit: 0 a comparison was made, whatever it says; 1 something that --fail-on names was found, which is then said on
standard error; 2 bad input, an idle clause, or nothing was compared."""
FOUND, INPUT_ERROR = 1, 2


class Format(StrEnum):
    """How the comparison is written."""

    text = "text"
    markdown = "markdown"
    json = "json"
    html = "html"


class FailOn(StrEnum):
    """What a comparison may not find."""

    newly_forbids = "newly-forbids"
    newly_permits = "newly-permits"
    unsettles = "unsettles"
    conflict = "conflict"
    any = "any"


def compare(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Practice files, folders of them, or patterns in quotes; also saved interviews, logs (.csv) and "
            "scenarios (.feature). May be left out with --population.",
            show_default=False,
        ),
    ] = None,
    bill: Annotated[
        list[str] | None,
        typer.Option(
            "--bill",
            help="A draft: a bill, or several joined by commas, enacted in order; repeatable.",
            show_default=False,
        ),
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
    standard: StandardOption = Standard.proven,
    signed: SignedOption = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            help="Compare under the law of this day, instead of that on which the last clause takes effect.",
            show_default=False,
        ),
    ] = None,
    population: Annotated[
        int,
        typer.Option(
            min=0,
            max=1_000_000,
            help="Also draw so many practices at random from the vocabulary, and count what changes.",
        ),
    ] = 0,
    seed: Annotated[int, typer.Option(help="With --population: another seed, another draw.")] = 1,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How the comparison is written.")
    ] = Format.text,
    output: OutputOption = None,
    fail_on: Annotated[
        list[FailOn] | None,
        typer.Option(
            help="Fail where a draft does this to a practice as a whole; repeatable. Practices drawn at random do not "
            "count.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Compare practices under bills."""
    from compliance.bills.compare import compare as compare_cases

    if not bill:
        raise typer.BadParameter("name a bill, such as us-ny/bill/2025-s2235b", param_hint="--bill")
    if not paths and not population:
        raise typer.BadParameter(
            "name practices to compare, such as features/practices, or add --population", param_hint="paths"
        )
    if fail_on and not paths:
        raise typer.BadParameter(
            "name practices that it can look at; those that --population draws at random do not count",
            param_hint="--fail-on",
        )
    if population and (find_spec("pyarrow") is None or find_spec("ibis") is None):
        sys.stderr.write("Drawing practices needs more packages: pip install 'policy-compliance[audit]'\n")
        raise typer.Exit(INPUT_ERROR)
    law = load(library, shipped)
    files, problems = find_practices(paths) if paths else ([], ())
    cases, more = read_all(files, law, library, shipped)
    current = decider_for(law, positions)
    drafts = _drafts(bill, law, current, signed.date() if signed else None)
    day = on.date() if on else None
    with progress("Comparing", len(cases)) as done:
        found = compare_cases(cases, current, drafts, standard.value, day, done)
    if population:
        from compliance.bills.sample import samples

        drawn = samples(current, drafts, population, seed, standard.value, found.day)
        columns = (replace(one, sample=sample) for one, sample in zip(found.drafts, drawn, strict=True))
        found = replace(found, drafts=tuple(columns))
    errors = sorted((*problems, *more, *found.errors), key=lambda problem: problem.sort_key)
    found = replace(found, errors=tuple(errors))
    complain(found.errors)
    compared = bool(cases or population)
    if not compared and format_ is Format.text:
        raise typer.Exit(INPUT_ERROR)
    from compliance.report.comparison import render

    write(render(format_.value, found, color=color_wanted(output)), output, files)
    failures = list(_failures(found, fail_on or ()))
    sys.stderr.write("".join(failures))
    raise typer.Exit(INPUT_ERROR if errors or not compared else FOUND if failures else 0)


def _drafts(asked: Sequence[str], law: Library, current: Decider, signed: date | None) -> "list[DraftLaw]":
    """The drafts asked for, each a stack of bills. Raises InputError, and BadParameter for what is no bill."""
    from compliance.analysis.enact import UnknownBill
    from compliance.analysis.enacted import EnactedLaw
    from compliance.bills.law import DraftLaw

    stacks = [tuple(name.strip() for name in one.split(",") if name.strip()) for one in asked]
    if not all(stacks):
        raise typer.BadParameter("name a bill, such as us-ny/bill/2025-s2235b", param_hint="--bill")
    heard, inference = current.positions or None, current.why_alone is None
    try:
        return [
            DraftLaw(EnactedLaw(law, bills, signed, heard, inference=inference), signed)
            for bills in dict.fromkeys(stacks)
        ]
    except UnknownBill as error:
        raise typer.BadParameter(str(error), param_hint="--bill") from error


def _failures(found: Comparison, fail_on: Sequence[FailOn]) -> Iterator[str]:
    """A line for each draft and each thing that may not be found and was: which, and in what practices."""
    for place, draft in enumerate(found.drafts):
        for one in dict.fromkeys(fail_on):
            practices = [practice.id for practice in found.practices if _seen(one, practice.columns[place])]
            if practices:
                yield f"{draft.name}: {one.value}: {listed(practices)}\n"


def _seen(what: FailOn, column: Column) -> bool:
    match what:
        case FailOn.newly_forbids:
            return column.kind == "forbids"
        case FailOn.newly_permits:
            return column.kind == "permits"
        case FailOn.unsettles:
            return column.kind == "unsettles"
        case FailOn.conflict:
            return any(change.new_conflicts for change in column.changes)
        case FailOn.any:
            return not column.left
