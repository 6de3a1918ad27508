"""`compliance check`: do these practices comply?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compliance.analysis.check import Question
from compliance.analysis.check import check as check_cases
from compliance.analysis.enacted import EnactedLaw
from compliance.analysis.verdict import exit_code
from compliance.analysis.waive import Judged, waive
from compliance.cli.options import (
    BillsOption,
    LibraryOption,
    OutputOption,
    PositionsOption,
    ShippedOption,
    SignedOption,
    Standard,
    StandardOption,
    TodayOption,
    WaiversOption,
)
from compliance.cli.session import (
    color_wanted,
    complain,
    file_links,
    law_for,
    load,
    progress,
    read_all,
    waivers_for,
    write,
)
from compliance.source.practices import find_practices

HELP = "Check practices against the law, and say what was found, on whose reading, and what is missing."
INPUT_ERROR = 2


class Format(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    summary = "summary"
    github = "github"
    sarif = "sarif"
    junit = "junit"


class FailOn(StrEnum):
    """From which finding on the command fails."""

    unsettled = "unsettled"
    violated = "violated"
    never = "never"


def check(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Practice files, folders of them, or patterns in quotes; "
            "also saved interviews, logs (.csv) and scenarios (.feature)."
        ),
    ],
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
    standard: StandardOption = Standard.proven,
    law_as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Put the conduct under the law of this day instead of its own (counterfactual).",
            envvar="COMPLIANCE_LAW_AS_OF",
            show_default=False,
        ),
    ] = None,
    bill: BillsOption = None,
    signed: SignedOption = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How findings are written.", envvar="COMPLIANCE_FORMAT")
    ] = Format.text,
    output: OutputOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the whole tree of reasons.")] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which finding on the command fails.", envvar="COMPLIANCE_FAIL_ON")
    ] = FailOn.unsettled,
    waivers: WaiversOption = None,
    today: TodayOption = None,
) -> None:
    """Check practices."""
    law = load(library, shipped)
    files, problems = find_practices(paths)
    cases, more = read_all(files, law, library, shipped)
    waiving, wrong = waivers_for(waivers, today, law.written)
    errors = tuple(sorted((*problems, *more, *wrong), key=lambda problem: problem.sort_key))
    met = law_for(law, positions, bill, signed)
    day: date | None = law_as_of.date() if law_as_of else None
    with progress("Checking", len(cases)) as done:
        report = replace(check_cases(cases, met, Question(standard.value, day), done), errors=errors)
    if waiving is not None:
        report = waive(report, waiving, _judged(paths, whole=positions is None and day is None and not bill))
    complain(report.errors)
    if not cases and format_ is Format.text:
        raise typer.Exit(INPUT_ERROR)
    from compliance.report import render

    color = color_wanted(output)
    library_met = met.enactment.library if isinstance(met, EnactedLaw) else law
    text = render(format_.value, report, library_met, color=color, explain=explain, links=file_links())
    write(text, output, files)
    raise typer.Exit(INPUT_ERROR if report.errors else exit_code(report, fail_on.value))


def _judged(paths: Sequence[Path], whole: bool) -> Judged:
    """Which waivers must match: with a folder all of them, with single files those that are about them."""
    if not whole:
        return "none"
    return "all" if any(path.is_dir() for path in paths) else "seen"
