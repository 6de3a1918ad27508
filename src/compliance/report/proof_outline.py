"""What a proof says, as blocks: the question, an answer for each thing asked about, and the practices that show it."""

from collections.abc import Hashable, Iterator, Mapping

from compliance.model.library import Library
from compliance.model.proof import Answer, Proof, QuestionName, Result, Witness
from compliance.report import words
from compliance.report.blocks import Aside, Block, Heading, Item, Paragraph, Points
from compliance.report.sides import side_title

HEADINGS: Mapping[QuestionName, str] = {
    "covers": "Does it forbid everything that the law forbids?",
    "loophole": "What does the harm and is lawful?",
    "conflicts": "What is both forbidden and allowed or required?",
    "gaps": "What does no rule reach?",
    "unreachable": "What can never matter?",
    "redundant": "What do other rules say already?",
    "worst": "What is the most harmful practice that is lawful?",
}
RESULTS: Mapping[Result, str] = {"proved": "Proved", "found": "Found", "not decided": "Not decided"}
EVERY = (
    "Asked of every practice that the vocabulary allows, with another body in each role. What is not encoded counts as "
    "unknown."
)
NOT_SMALLEST = "It may state more than is needed: the time was up before that was known."
CHECKED = "Each practice shown was made up, and was put to the ordinary check, which finds the same."


def head(proof: Proof, library: Library) -> Iterator[Block]:
    """The question, and of which law it was asked."""
    asked = proof.asked
    yield Heading(1, HEADINGS[asked.question])
    law = ", ".join(library.instruments[name].short for name in asked.law) or "all law that is encoded"
    parts = [f"Law: {law}"]
    if asked.by:
        parts.append(f"held against: {', '.join(_short(library, name) for name in asked.by)}")
    if asked.bills:
        parts.append(f"with: {', '.join(_short(library, name) for name in asked.bills)}")
    if asked.harm:
        parts.append(f"harm: {asked.harm}")
    yield Aside(f"{'; '.join(parts)}. The law of {words.day(asked.day)}.")
    yield Paragraph(" ".join((EVERY, *([CHECKED] if proof.result == "found" else []), *proof.notes)))


def _short(library: Library, name: str) -> str:
    return library.instruments[name].short if name in library.instruments else name


def answers(proof: Proof, library: Library) -> Iterator[tuple[list[Block], Witness | None]]:
    """What all sides have alike, then each side's own: what is proved in one list, then the others one by one."""
    positions = tuple(dict.fromkeys(answer.position for answer in proof.answers))
    alike = _alike(proof, positions)
    if alike:
        label = "Both sides alike" if len(positions) == 2 else "All sides alike"
        first = [one for one in proof.answers if one.position == positions[0] and _essence(one) in alike]
        yield from _told(first, label)
    for position in positions:
        own = [one for one in proof.answers if one.position == position and _essence(one) not in alike]
        if own:
            yield from _told(own, side_title(position, library) if position in library.positions else "")


def _told(own: list[Answer], label: str) -> Iterator[tuple[list[Block], Witness | None]]:
    opening: list[Block] = [Heading(1, label)] if label else []
    for result in ("proved", "not decided"):
        items = tuple(Item(answer.says) for answer in own if answer.result == result)
        if items:
            opening.append(Points(RESULTS[result], items))
    yield opening, None
    for answer in own:
        if answer.result == "found":
            yield list(_found(answer)), answer.witness


def _alike(proof: Proof, positions: tuple[str, ...]) -> frozenset[Hashable]:
    """The answers that every side has, down to the practice that shows them; none where only one was asked."""
    if len(positions) < 2:
        return frozenset()
    by_side = [{_essence(one) for one in proof.answers if one.position == side} for side in positions]
    return frozenset(set.intersection(*by_side))


def _essence(answer: Answer) -> Hashable:
    """All that is told of an answer but whose it is."""
    shows = answer.witness
    shown = None if shows is None else (shows.facts, shows.shown, shows.smallest, shows.otherwise)
    return (answer.about, answer.result, answer.says, answer.closes, answer.rules, shown)


def _found(answer: Answer) -> Iterator[Block]:
    yield Heading(2, answer.says)
    if answer.closes:
        yield Paragraph(answer.closes)
    witness = answer.witness
    if witness is None:
        return
    yield Points("A practice that shows it", tuple(Item(f"{ask} {said}.") for ask, said in witness.facts))
    if witness.otherwise:
        yield Points(
            "Or, one at a time",
            tuple(Item(f"{one.ask} {', or '.join(one.values)}.") for one in witness.otherwise),
        )
    if witness.shown:
        items = tuple(Item(_shown(one.citation, one.status, one.reason, one.law)) for one in witness.shown)
        yield Points("The check finds", items)
    if not witness.smallest:
        yield Aside(NOT_SMALLEST)


def _shown(citation: str, status: str, reason: str, law: str) -> str:
    under = f" under {law}" if law else ""
    why = words.WHY_NOT.get(reason, "") if status == "not-applicable" else ""
    known: Mapping[str, str] = {str(name): text for name, text in words.SHORT.items()}
    return f"{citation}{under}: {known[status]}. {why}".rstrip()


def tail(proof: Proof) -> Iterator[Block]:
    """What closes the report."""
    yield Aside(words.NOTICE)
