"""What commands do before and after their own work: load the law, pick positions, write results."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.source.library import load_library
from compliance.source.nearest import did_you_mean
from compliance.source.practices import cases_of, read_cases

if TYPE_CHECKING:
    from compliance.testing.proceeding import Deciders


def load(added: Sequence[Path] | None, shipped: bool) -> Library:
    """The law to work with. Raises InputError."""
    return load_library(tuple(added or ()), shipped=shipped)


def decider_for(library: Library, positions: str | None) -> Decider:
    """The engines, for the positions asked for; warns where durable_rules is missing."""
    chosen = None if positions is None else _names(positions)
    for name in chosen or ():
        if name not in library.positions:
            known = library.positions
            help_ = did_you_mean(name, known, "the positions are " + ", ".join(known))
            raise typer.BadParameter(f"no position is called '{name}'; {help_}", param_hint="--positions")
    decider = Decider(library, chosen)
    if decider.why_alone:
        sys.stderr.write(
            f"warning: {decider.why_alone}\nGoing on with the second engine alone; the receipt says so.\n"
        )
    return decider


def _names(positions: str | None) -> list[str]:
    return [name.strip() for name in (positions or "").split(",") if name.strip()]


def deciders(
    decider: Decider, added: Sequence[Path] | None, shipped: bool, positions: str | None
) -> "Deciders":
    """What scenarios meet: the engines at hand, and others where a scenario adds law or hears fewer positions."""
    from compliance.testing.proceeding import law_at_hand

    other = law_at_hand(tuple(added or ()), shipped, tuple(_names(positions)))
    return lambda law: decider if law == ((), ()) else other(law)


def read_all(
    files: Sequence[Path], library: Library, added: Sequence[Path] | None, shipped: bool
) -> tuple[list[Case], tuple[Diagnostic, ...]]:
    """Every practice in some files, whatever their form, as a case; and everything that is wrong with them."""
    if not any(file.suffix.lower() == ".feature" for file in files):
        return read_cases(files, library)
    from compliance.testing.forms import read
    from compliance.testing.proceeding import law_at_hand

    found = read(files, library, law_at_hand(tuple(added or ()), shipped))
    for what in found.left_out:
        sys.stderr.write(f"not looked at: {what}\n")
    cases, problems = cases_of(found.files, library)
    return cases, (*found.problems, *problems)


def color_wanted(output: Path | None) -> bool:
    """Whether to color what goes to the terminal."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def write(text: str, output: Path | None) -> None:
    """To the terminal, or whole to a file: never half of it under the final name."""
    if output is None:
        sys.stdout.write(text)
        return
    partial = output.with_name(f".{output.name}.{os.getpid()}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(output)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise typer.BadParameter(
            f"'{output}' cannot be written: {error.strerror}", param_hint="--output"
        ) from error
