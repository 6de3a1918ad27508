"""A page about one thing in the library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One labelled statement; deeper entries belong to the one above."""

    label: str
    text: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say about one thing."""

    title: str
    entries: tuple[Entry, ...]
