"""`compliance check`: do these practices comply?"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compliance.analysis.check import Question
from compliance.analysis.check import check as check_cases
from compliance.analysis.verdict import exit_code
from compliance.cli.options import LibraryOption, OutputOption, PositionsOption, ShippedOption
from compliance.cli.session import color_wanted, decider_for, load, read_all, write
from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic
from compliance.source.practices import find_practices

HELP = "Check practices against the law, and say what was found, on whose reading, and what is missing."
MANY = 40
"""From so many practices on, progress is shown."""
INPUT_ERROR = 2


class Format(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    github = "github"
    sarif = "sarif"
    junit = "junit"


class Standard(StrEnum):
    """Which facts count."""

    proven = "proven"
    alleged = "alleged"


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
    standard: Annotated[
        Standard,
        typer.Option(
            help="'proven' counts alleged and disputed facts as unknown; 'alleged' takes them as stated.",
            envvar="COMPLIANCE_STANDARD",
        ),
    ] = Standard.proven,
    law_as_of: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            help="Put the conduct under the law of this day instead of its own (counterfactual).",
            envvar="COMPLIANCE_LAW_AS_OF",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How findings are written.", envvar="COMPLIANCE_FORMAT")
    ] = Format.text,
    output: OutputOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the whole tree of reasons.")] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which finding on the command fails.", envvar="COMPLIANCE_FAIL_ON")
    ] = FailOn.unsettled,
) -> None:
    """Check practices."""
    law = load(library, shipped)
    files, problems = find_practices(paths)
    cases, more = read_all(files, law, library, shipped)
    errors = tuple(sorted((*problems, *more), key=lambda problem: problem.sort_key))
    complain(errors, format_)
    if not cases and format_ in (Format.text, Format.markdown, Format.github):
        raise typer.Exit(INPUT_ERROR)
    decider = decider_for(law, positions)
    day: date | None = law_as_of.date() if law_as_of else None
    with _progress(len(cases)) as done:
        report = replace(check_cases(cases, decider, Question(standard.value, day), done), errors=errors)
    from compliance.report import render

    write(render(format_.value, report, law, color=color_wanted(output), explain=explain), output)
    raise typer.Exit(INPUT_ERROR if errors else exit_code(report, fail_on.value))


def complain(ordered: tuple[Diagnostic, ...], format_: Format) -> None:
    """Input errors to stderr; for GitHub also as annotations."""
    if not ordered:
        return
    from compliance.report.diagnostics import github, render

    sys.stderr.write(render(ordered, color=sys.stderr.isatty() and "NO_COLOR" not in os.environ))
    if format_ is Format.github:
        sys.stdout.write(github(ordered))


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Case], None]]:
    if total < MANY or not sys.stderr.isatty():
        yield lambda case: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Checking", total=total)
        yield lambda case: progress.advance(task)
