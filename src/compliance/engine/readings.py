"""Which reading each term has: by position, or with some of them swapped."""

from collections.abc import Iterable, Mapping

from compliance.model.library import Library, LinkedReading
from compliance.model.logic import Logic

SOLE = "everyone"
"""The name under which rules are decided that no position argues about."""

Choice = Mapping[str, LinkedReading]
"""Term key to the reading it has."""


def choice_of(library: Library, position: str) -> dict[str, LinkedReading]:
    """The readings a position holds; for terms where it holds none, the default, else the first on record."""
    return {key: _held(library, key, position) for key in library.terms}


def _held(library: Library, key: str, position: str) -> LinkedReading:
    use = library.terms[key]
    for reading in use.readings:
        if reading.reading is None or position in reading.reading.held_by:
            return reading
    default = use.term.default
    return next((reading for reading in use.readings if reading.name == default), use.readings[0])


def arguing(library: Library, instrument: str, positions: Iterable[str]) -> tuple[str, ...]:
    """Of some positions those that argue about an instrument; never none."""
    heard = tuple(positions)
    own = library.positions_of.get(instrument, ())
    return tuple(position for position in heard if position in own or position == SOLE) or heard[:1]


def disputed_terms(library: Library, first: Choice, second: Choice, *conditions: Logic) -> tuple[str, ...]:
    """The terms (INSTRUMENT#TERM) under conditions that two choices read differently."""
    found: dict[str, None] = {}
    for key in library.support(*conditions).terms:
        if first[key].name != second[key].name:
            found[library.terms[key].address] = None
    return tuple(found)


def swapped(
    library: Library, choice: Choice, other: Choice, addresses: frozenset[str]
) -> dict[str, LinkedReading]:
    """A choice with the named terms read as in another choice."""
    return {
        key: other[key] if library.terms[key].address in addresses else reading
        for key, reading in choice.items()
    }
