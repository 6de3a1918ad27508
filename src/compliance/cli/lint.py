"""`compliance lint`: what is odd about the structure of the law as encoded."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from compliance.analysis.lint import lint as find
from compliance.analysis.lint import summary
from compliance.cli.options import LibraryOption, OutputOption, ShippedOption
from compliance.cli.session import color_wanted, complain, load, write
from compliance.model.diagnostic import Diagnostic, InputError

HELP = "Look for dead terms, unused facts, exceptions that cannot apply, misquotations, and provisions without a rule."
FOUND = 1
INPUT_ERROR = 2


class Format(StrEnum):
    """How what was found is written."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


def lint(
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    notes: Annotated[
        bool, typer.Option("--notes", help="Also list the provisions on record as not encoded.")
    ] = False,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How what was found is written.")
    ] = Format.text,
    output: OutputOption = None,
) -> None:
    """Write what the checks find. Exit 1 where there are warnings, 2 where the law cannot be read."""
    try:
        found = find(load(library, shipped))
    except InputError as error:
        complain(error.diagnostics)
        if format_ is not Format.text:
            write(_written(error.diagnostics, format_, color=False), output)
        raise typer.Exit(INPUT_ERROR) from None
    shown = tuple(one for one in found if notes or one.severity != "note")
    text = _written(shown, format_, color=color_wanted(output))
    write(f"{text}{summary(found)}.\n" if format_ is Format.text else text, output)
    raise typer.Exit(FOUND if any(one.severity == "warning" for one in found) else 0)


def _written(found: Sequence[Diagnostic], format_: Format, color: bool) -> str:
    from compliance.report import diagnostics, github, sarif

    match format_:
        case Format.text:
            return diagnostics.render(found, color=color)
        case Format.json:
            return diagnostics.as_json(found)
        case Format.github:
            return github.of_diagnostics(found)
        case Format.sarif:
            return sarif.of_diagnostics(found)
