"""What a report for people is made of: plain blocks, which text and Markdown lay out each in its way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from compliance.model.compared import Words
from compliance.model.finding import Status


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a practice (level 1) or of a rule (level 2), or of what stands below it (level 3)."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status in words."""

    status: Status
    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Where something is found or from when to when: a citation, a file, dates."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or several."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list. `lead` is stressed; `notes` come below it, each with its depth, from 0."""

    text: str = ""
    lead: str = ""
    notes: tuple[tuple[int, str], ...] = ()
    status: Status | None = None
    """The status that the lead speaks of."""


@dataclass(frozen=True, slots=True)
class Points:
    """A labeled list; `marks` says how its points are told apart."""

    label: str
    items: tuple[Item, ...]
    marks: Literal["none", "numbers", "letters"] = "none"


@dataclass(frozen=True, slots=True)
class Line:
    """A reason: whether it holds, what it says, and in the full tree what it rests on."""

    depth: int
    holds: bool | None
    says: str
    rests_on: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Labeled reasons in order; `full` for the whole tree with marks, else only what is open is marked."""

    label: str
    lines: tuple[Line, ...]
    full: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Periods with their statuses."""

    rows: tuple[tuple[str, Status], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Things side by side: the first cell of each row says what the row is about."""

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with words deleted and inserted, each said to be so."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A text that stays as it is, such as a file."""

    text: str


Block = Heading | Verdict | Aside | Paragraph | Points | Reasons | Rows | Table | Marked | Code

MARKS = {True: "+", False: "-", None: "?"}
KEY = "+ holds · - does not hold · ? not settled"
"""How the full reasons are marked; no words, since the reasons themselves answer yes or no."""


def letter(place: int) -> str:
    """The letter of a lettered point, from 0: (a), (b), … (z), (27)."""
    return f"({chr(ord('a') + place)})" if place < 26 else f"({place + 1})"


OPENING, CLOSING = frozenset("([‘“"), frozenset(",.;:)]!?’”")
"""Marks that no space goes after, and before."""


def in_words(marked: Marked) -> str:
    """A marked text as one, the marks in words: 'not for [deleted: a civil] [inserted: any] purpose'."""
    told = (
        f"{gap}{one.text if one.part == 'kept' else f'[{one.part}: {one.text.strip()}]'}"
        for gap, one in spaced(marked)
    )
    return " ".join("".join(told).split())


def spaced(marked: Marked) -> Iterator[tuple[str, Words]]:
    """The words of a marked text, each with what goes before: a space, but none before a comma or behind a bracket."""
    before = ""
    for one in marked.words:
        first = one.text[:1]
        own = first.isspace()
        apart = before and not before[-1].isspace() and before[-1] not in OPENING and first not in CLOSING
        yield " " if (own and one.part != "kept") or (apart and not own) else "", one
        before = one.text if one.part == "kept" else "]"
