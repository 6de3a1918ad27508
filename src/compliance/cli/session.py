"""What commands do before and after their own work: load the law, pick positions, read waivers, write results."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from compliance.analysis.enact import UnknownBill
from compliance.analysis.enacted import EnactedLaw
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.source.library import load_library
from compliance.source.nearest import did_you_mean
from compliance.source.practices import cases_of, read_cases
from compliance.source.waivers import WaiverFile, read_waivers
from compliance.source.write import write_whole

if TYPE_CHECKING:
    from compliance.testing.law import Deciders

MANY = 40
"""From so many things to do on, progress is shown."""


def load(added: Sequence[Path] | None, shipped: bool) -> Library:
    """The law to work with. Raises InputError."""
    return load_library(tuple(added or ()), shipped=shipped)


def chosen_positions(library: Library, positions: str | None) -> tuple[str, ...] | None:
    """The positions asked for; None for all. Raises BadParameter for one that the law does not know."""
    if positions is None:
        return None
    chosen = tuple(name.strip() for name in positions.split(",") if name.strip())
    for name in chosen:
        if name not in library.positions:
            known = library.positions
            help_ = did_you_mean(name, known, "the positions are " + ", ".join(known))
            raise typer.BadParameter(f"no position is called '{name}'; {help_}", param_hint="--positions")
    return chosen


def decider_for(library: Library, positions: str | None) -> Decider:
    """The engines, for the positions asked for; warns where durable_rules is missing."""
    decider = Decider(library, chosen_positions(library, positions))
    warn_if_alone(decider)
    return decider


def law_for(
    library: Library, positions: str | None, bills: Sequence[str] | None, signed: datetime | None
) -> Decider | EnactedLaw:
    """The engines, for the positions asked for, with bills enacted. Raises InputError, and BadParameter for no bill."""
    if not bills:
        if signed is not None:
            raise typer.BadParameter(
                "no bill is named that could be signed; add --bill", param_hint="--signed"
            )
        return decider_for(library, positions)
    try:
        day = signed.date() if signed else None
        law = EnactedLaw(library, stacked(bills), day, chosen_positions(library, positions))
    except UnknownBill as error:
        raise typer.BadParameter(str(error), param_hint="--bill") from error
    warn_if_alone(law.at(date.max))
    return law


def stacked(bills: Sequence[str]) -> tuple[str, ...]:
    """The bills of a stack, in order, whether each has an option of its own or commas join them."""
    names = (name.strip() for one in bills for name in one.split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def warn_if_alone(decider: Decider) -> None:
    """Say so where one engine decides without the other."""
    if decider.why_alone:
        sys.stderr.write(
            f"warning: {decider.why_alone}\nGoing on with the second engine alone; the receipt says so.\n"
        )


def waivers_for(
    path: Path | None, today: datetime | None, rules: Collection[str] | None = None
) -> tuple[WaiverFile | None, tuple[Diagnostic, ...]]:
    """The waivers asked for, held against the day asked for or else today's, and what is wrong with them."""
    if path is None:
        return None, ()
    return read_waivers(path, today.date() if today else date.today(), rules)


def complain(errors: Sequence[Diagnostic]) -> None:
    """What is wrong with input, to stderr."""
    if errors:
        from compliance.report.diagnostics import render

        sys.stderr.write(render(errors, color=sys.stderr.isatty() and "NO_COLOR" not in os.environ))


def _names(positions: str | None) -> list[str]:
    return [name.strip() for name in (positions or "").split(",") if name.strip()]


def deciders(
    decider: Decider, added: Sequence[Path] | None, shipped: bool, positions: str | None
) -> "Deciders":
    """What scenarios meet: the engines at hand, and others where a scenario adds law or hears fewer positions."""
    from compliance.testing.law import law_at_hand

    other = law_at_hand(tuple(added or ()), shipped, tuple(_names(positions)))
    return lambda law: decider if law == ((), ()) else other(law)


def read_all(
    files: Sequence[Path], library: Library, added: Sequence[Path] | None, shipped: bool
) -> tuple[list[Case], tuple[Diagnostic, ...]]:
    """Every practice in some files, whatever their form, as a case; and everything that is wrong with them."""
    if not any(file.suffix.lower() == ".feature" for file in files):
        return read_cases(files, library)
    from compliance.testing.forms import read
    from compliance.testing.law import law_at_hand

    found = read(files, library, law_at_hand(tuple(added or ()), shipped))
    for what in found.left_out:
        sys.stderr.write(f"not looked at: {what}\n")
    cases, problems = cases_of(found.files, library)
    return cases, (*found.problems, *problems)


def color_wanted(output: Path | None) -> bool:
    """Whether to color what goes to the terminal."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def file_links() -> str:
    """The address of the current folder's files, for a job on GitHub; empty elsewhere."""
    parts = [os.environ.get(name, "") for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")]
    server, repository, commit = parts
    return f"{server}/{repository}/blob/{commit}" if all(parts) else ""


class Done(Protocol):
    """Is told of each thing as it is finished."""

    def __call__(self, what: object, /) -> None: ...


@contextmanager
def progress(doing: str, total: int) -> Iterator[Done]:
    """A bar on a terminal, where there is much to do."""
    if total < MANY or not sys.stderr.isatty():
        yield lambda what, /: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda what, /: bar.advance(task)


@contextmanager
def rows_done(doing: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar with rows and the time that is left, on a terminal; told how many rows are done, of how many.

    Of None while rows are read of which no one knows how many there are.
    """
    if not sys.stderr.isatty():
        yield lambda done, total, /: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None, told="")

        def tell(done: int, total: int | None, /) -> None:
            if total is None:
                bar.update(task, description="Reading", completed=done, told=f"{done:,} rows")
            else:
                told = f"{done:,} of {total:,} rows"
                bar.update(task, description=doing, completed=done, total=total, told=told)

        yield tell


def write(text: str, output: Path | None, read: Iterable[Path] = ()) -> None:
    """To the terminal, or whole to a file: never half of it under the final name, and never over a file just read."""
    if output is None:
        sys.stdout.write(text)
        return
    if any(output.resolve() == path.resolve() for path in read):
        raise typer.BadParameter(
            f"'{output}' is one of the files that were read, and would be lost; name another",
            param_hint="--output",
        )
    try:
        write_whole(text, output)
    except OSError as error:
        raise typer.BadParameter(
            f"'{output}' cannot be written ({error.strerror}): make room or mend that, or name another",
            param_hint="--output",
        ) from error
