"""`compliance lint`: what is odd about the structure of the law as encoded."""

import os
import sys
from typing import Annotated

import typer

from compliance.analysis.lint import lint as find
from compliance.analysis.lint import summary
from compliance.cli.options import LibraryOption, ShippedOption
from compliance.cli.session import load

HELP = "Look for dead terms, unused facts, exceptions that cannot apply, misquotations, and provisions without a rule."
FOUND = 1


def lint(
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    notes: Annotated[
        bool, typer.Option("--notes", help="Also list the provisions on record as not encoded.")
    ] = False,
) -> None:
    """Print what the checks find. Exit 1 where there are warnings."""
    from compliance.report.diagnostics import render

    found = find(load(library, shipped))
    shown = tuple(one for one in found if notes or one.severity != "note")
    if shown:
        sys.stdout.write(render(shown, color=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    sys.stdout.write(f"{summary(found)}.\n")
    raise typer.Exit(FOUND if any(one.severity == "warning" for one in found) else 0)
