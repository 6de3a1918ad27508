"""What amendments do to the words of a provision, as one text with its words deleted and inserted."""

from compliance.model.compared import Redline, Words
from compliance.model.enactment import Enactment, TextEdit


def redlines(enactment: Enactment) -> tuple[Redline, ...]:
    """One for each text that is amended, with all amendments of it, in the order of the first."""
    found: list[Redline] = []
    for edit in enactment.edits:
        place = next((place for place, one in enumerate(found) if _continues(one, edit)), None)
        if place is None:
            start = Redline(edit.instrument, edit.provision, edit.part, (), (Words(edit.before, "kept"),))
            found.append(_edited(start, edit))
        else:
            found[place] = _edited(found[place], edit)
    return tuple(found)


def _continues(one: Redline, edit: TextEdit) -> bool:
    """Whether an edit is of the text that earlier ones left."""
    same = (one.instrument, one.provision, one.part) == (edit.instrument, edit.provision, edit.part)
    return same and as_amended(one.words) == edit.before


def as_amended(words: tuple[Words, ...]) -> str:
    """The text with the amendments."""
    return "".join(one.text for one in words if one.part != "deleted")


def as_it_was(words: tuple[Words, ...]) -> str:
    """The text without them."""
    return "".join(one.text for one in words if one.part != "inserted")


def _edited(one: Redline, edit: TextEdit) -> Redline:
    """The redline with one more amendment. What an earlier one inserted and this one strikes is gone."""
    start, end = edit.start, edit.start + len(edit.struck)
    words: list[Words] = []
    at, done = 0, False
    for piece in one.words:
        if piece.part == "deleted":
            words.append(piece)
            continue
        left = piece.text[: max(0, start - at)]
        middle = piece.text[max(0, start - at) : max(0, end - at)]
        right = piece.text[max(0, end - at) :]
        at += len(piece.text)
        words.append(Words(left, piece.part))
        if piece.part == "kept":
            words.append(Words(middle, "deleted"))
        if not done and at >= end:
            words.append(Words(edit.inserted, "inserted"))
            done = True
        words.append(Words(right, piece.part))
    clauses = tuple(dict.fromkeys((*one.clauses, edit.clause)))
    return Redline(one.instrument, one.provision, one.part, clauses, _joined(words))


def _joined(words: list[Words]) -> tuple[Words, ...]:
    """Neighbors of one kind as one; without empty ones."""
    found: list[Words] = []
    for one in words:
        if one.text and found and found[-1].part == one.part:
            found[-1] = Words(found[-1].text + one.text, one.part)
        elif one.text:
            found.append(one)
    return tuple(found)
