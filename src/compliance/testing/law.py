"""The law that scenarios meet, loaded and compiled once a process."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from compliance.analysis.enacted import EnactedLaw
from compliance.engine.decide import Decider
from compliance.model.library import Library
from compliance.source.library import load_library
from compliance.source.nearest import did_you_mean

Law = tuple[tuple[Path, ...], tuple[str, ...]]
"""Folders that a scenario adds to the law at hand, and the positions that it hears (none: all)."""

Deciders = Callable[[Law], Decider]
"""The engines for the law that a scenario wants."""


@cache
def enacted(decider: Decider, bills: tuple[str, ...], signed: date | None) -> EnactedLaw:
    """The law at hand with bills enacted, in order; once a process. Raises UnknownBill and InputError."""
    inference = decider.why_alone is None
    return EnactedLaw(decider.library, bills, signed, decider.positions or None, inference=inference)


@cache
def law_at_hand(
    added: tuple[Path, ...] = (), shipped: bool = True, positions: tuple[str, ...] = ()
) -> Deciders:
    """The law that all scenarios of a run meet: the shipped law, folders added to it and positions, as for `check`.

    Each law that a scenario wants is loaded and compiled once a process.
    """

    @cache
    def decider(law: Law) -> Decider:
        folders, heard = law
        library = load_library((*added, *folders), shipped=shipped)
        return Decider(library, heard or _known(positions, library) or None)

    return decider


def _known(positions: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """The positions, all of which the library must have. Raises AssertionError for one that it has not."""
    for position in positions:
        if position not in library.positions:
            help_ = did_you_mean(
                position, library.positions, "the positions are " + ", ".join(library.positions)
            )
            raise AssertionError(f"no position is called '{position}'; {help_}")
    return positions
