"""Words struck from a text and words inserted: found exactly once, or a complaint with the nearest words."""

from dataclasses import dataclass
from difflib import SequenceMatcher

from compliance.model.bill import Strike


@dataclass(frozen=True, slots=True)
class Struck:
    """A text after words were struck and inserted in it."""

    text: str
    struck: str
    inserted: str
    start: int
    """Where in the text before, in characters, the change begins."""


@dataclass(frozen=True, slots=True)
class NotOnce:
    """Words that are not found exactly once."""

    times: int
    nearest: str
    """The words of the text most like them; empty where none are."""


LIKE_ENOUGH = 0.6


def strike(text: str, change: Strike) -> Struck | NotOnce:
    """The text with the change. Words match where they begin and end as words, spaces aside."""
    wanted = " ".join((change.strike or change.after or "").split())
    starts = _starts(text, wanted)
    if len(starts) != 1:
        return NotOnce(len(starts), "" if starts else nearest_words(text, wanted))
    (start,) = starts
    if change.strike is None:
        start += len(wanted)
        inserted = f" {change.insert}"
        return Struck(text[:start] + inserted + text[start:], "", inserted, start)
    inserted = change.insert or ""
    end = start + len(wanted)
    if not inserted:  # with the words goes the space before them
        start = start - 1 if start and text[start - 1] == " " else start
    return Struck(text[:start] + inserted + text[end:], text[start:end], inserted, start)


def _starts(text: str, wanted: str) -> list[int]:
    found: list[int] = []
    at = text.find(wanted)
    while at >= 0 and wanted:
        before, after = text[at - 1 : at] if at else "", text[at + len(wanted) : at + len(wanted) + 1]
        if not (before.isalnum() and wanted[0].isalnum()) and not (after.isalnum() and wanted[-1].isalnum()):
            found.append(at)
        at = text.find(wanted, at + 1)
    return found


def nearest_words(text: str, wanted: str) -> str:
    """The run of as many words of a text that is most like some words; empty where none is like enough."""
    words, size = text.split(), len(wanted.split())
    runs = (" ".join(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))
    best = max(runs, key=lambda run: SequenceMatcher(None, run, wanted).ratio(), default="")
    if wanted[-1:].isalnum():
        best = best.rstrip(".,;:")
    return best if SequenceMatcher(None, best, wanted).ratio() >= LIKE_ENOUGH else ""
