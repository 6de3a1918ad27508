"""What commands do before and after their own work: load the law, pick positions, write results."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from compliance.engine.decide import Decider
from compliance.model.library import Library
from compliance.source.library import load_library
from compliance.source.nearest import did_you_mean


def load(added: Sequence[Path] | None, shipped: bool) -> Library:
    """The law to work with. Raises InputError."""
    return load_library(tuple(added or ()), shipped=shipped)


def decider_for(library: Library, positions: str | None) -> Decider:
    """The engines, for the positions asked for; warns where durable_rules is missing."""
    chosen = None if positions is None else [name.strip() for name in positions.split(",") if name.strip()]
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
