"""`compliance compare`: what would a bill change?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compliance.cli.check import Standard
from compliance.cli.options import LibraryOption, OutputOption, PositionsOption, ShippedOption
from compliance.cli.session import color_wanted, complain, decider_for, load, progress, read_all, write
from compliance.model.comparison import Comparison
from compliance.source.practices import find_practices

HELP = """Put practices under current law and under bills, side by side, and say what each clause would change.

Each --bill is a draft of its own, in a column of its own; bills joined by commas are enacted together, in that order,
and share a column: --bill A --bill B,C.

Exit: 0 a comparison was made, whatever it says; 1 something that --fail-on names was found; 2 bad input, an idle
clause, or nothing was compared."""
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
        list[Path],
        typer.Argument(
            help="Practice files, folders of them, or patterns in quotes; "
            "also saved interviews, logs (.csv) and scenarios (.feature)."
        ),
    ],
    bill: Annotated[
        list[str],
        typer.Option(
            "--bill", help="A draft: a bill, or several joined by commas, enacted in order; repeatable."
        ),
    ],
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
    standard: Annotated[
        Standard,
        typer.Option(
            help="'proven' counts alleged and disputed facts as unknown; 'alleged' takes them as stated.",
            envvar="COMPLIANCE_STANDARD",
        ),
    ] = Standard.proven,
    signed: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Take all bills to be signed on this day, instead of the day that each assumes.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            help="Compare under the law of this day, instead of that on which the last clause takes effect.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How the comparison is written.")
    ] = Format.text,
    output: OutputOption = None,
    fail_on: Annotated[
        list[FailOn] | None,
        typer.Option(help="Fail where a draft does this to a practice; repeatable.", show_default=False),
    ] = None,
) -> None:
    """Compare practices under bills."""
    from compliance.analysis.enact import UnknownBill
    from compliance.analysis.enacted import EnactedLaw
    from compliance.bills.compare import compare as compare_cases
    from compliance.bills.law import DraftLaw

    law = load(library, shipped)
    files, problems = find_practices(paths)
    cases, more = read_all(files, law, library, shipped)
    current = decider_for(law, positions)
    day: date | None = signed.date() if signed else None
    try:
        drafts = [
            DraftLaw(
                EnactedLaw(law, names, day, current.positions or None, inference=current.why_alone is None),
                day,
            )
            for names in _drafts(bill)
        ]
    except UnknownBill as error:
        raise typer.BadParameter(str(error), param_hint="--bill") from error
    with progress("Comparing", len(cases)) as done:
        found = compare_cases(cases, current, drafts, standard.value, on.date() if on else None, done)
    errors = (*problems, *more)
    found = replace(found, errors=tuple(sorted(errors, key=lambda problem: problem.sort_key)))
    complain(found.errors)
    if not cases and format_ is Format.text:
        raise typer.Exit(INPUT_ERROR)
    from compliance.report.comparison import render

    write(render(format_.value, found, color=color_wanted(output)), output, files)
    raise typer.Exit(INPUT_ERROR if found.errors or not cases else _verdict(found, fail_on or ()))


def _drafts(asked: Sequence[str]) -> list[tuple[str, ...]]:
    """The drafts asked for: each a stack of bills."""
    drafts = [tuple(name.strip() for name in one.split(",") if name.strip()) for one in asked]
    if not all(drafts):
        raise typer.BadParameter("name a bill, such as us-ny/bill/2025-s2235b", param_hint="--bill")
    return list(dict.fromkeys(drafts))


def _verdict(found: Comparison, fail_on: Sequence[FailOn]) -> int:
    """The exit code for what was found."""
    columns = [column for practice in found.practices for column in practice.columns]
    kinds = {column.kind for column in columns}
    conflicts = any(change.new_conflicts for column in columns for change in column.changes)
    seen = {
        FailOn.newly_forbids: "forbids" in kinds,
        FailOn.newly_permits: "permits" in kinds,
        FailOn.unsettles: "unsettles" in kinds,
        FailOn.conflict: conflicts,
        FailOn.any: any(not column.left for column in columns),
    }
    return FOUND if any(seen[one] for one in fail_on) else 0
