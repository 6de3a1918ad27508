"""Words for messages: the nearest known names, long texts cut short, lists of names."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

LONGEST = 80
"""The most letters of a value that a message quotes."""
MOST_NAMES = 12
"""The most names that a help line lists."""


def did_you_mean(name: str, known: Iterable[str], otherwise: str, cutoff: float = 0.6) -> str:
    """A help line: the nearest names, or `otherwise` where none is near; a higher cutoff wants them nearer."""
    near = nearest(name, known, cutoff)
    if not near:
        return otherwise
    return "did you mean " + " or ".join(f"'{candidate}'" for candidate in near) + "?"


def nearest(name: str, known: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """The known names nearest to a name, best first; none for a name that is too long to be a slip."""
    if len(name) > LONGEST:
        return []
    return get_close_matches(name, list(known), n=3, cutoff=cutoff)


def listed(names: Iterable[str]) -> str:
    """Names joined by commas; of many only the first few, and how many more there are."""
    every: Sequence[str] = list(names)
    if not every:
        return "(none is declared; declare them in a file below 'rules/', 'compliance new vocabulary' drafts one)"
    shown = ", ".join(every[:MOST_NAMES])
    more = len(every) - MOST_NAMES
    return f"{shown} and {more} more" if more > 0 else shown


def short(value: object) -> str:
    """A value as a message quotes it: on one line, without anything unprintable, and cut where it is long."""
    if value is True or value is False:
        text = str(value).lower()
    elif isinstance(value, dict):
        text = "{" + ", ".join(f"{key}: …" for key in list(value)[:3]) + "}"
    elif isinstance(value, list | tuple):
        text = "[" + ", ".join(str(item) for item in value[:4]) + ("" if len(value) <= 4 else ", …") + "]"
    else:
        text = str(value)
    text = visible(" ".join(text.split()))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def visible(text: str) -> str:
    """A text with every character that a terminal would not show, or would act on, written as its number."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def as_name(text: str) -> str:
    """A text turned into a name, as a suggestion: 'Agency Reading' to 'agency-reading'; may be empty."""
    joined = re.sub(r"[^a-z0-9.]+", "-", text.lower())
    return re.sub(r"[-.]{2,}", "-", joined).strip("-.")[:LONGEST].strip("-.")
