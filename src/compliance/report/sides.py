"""Contested findings in words: each side's readings, what the dispute turns on, who must win what."""

from collections.abc import Iterator

from compliance.engine.readings import SOLE
from compliance.model.finding import Finding, Held, Reason
from compliance.model.library import Library, TermUse
from compliance.model.reference import split_reference
from compliance.report.blocks import Block, Item, Points, letter
from compliance.report.words import SHORT, WHY_NOT, folded, listed, sentence, still_possible, stop, within


def sides(finding: Finding, library: Library) -> list[Block]:
    """The sides with their readings, then what the finding turns on."""
    turning = tuple(dict.fromkeys(term for sets in _sets(finding) for term in sets))
    contested = finding.status == "contested"
    apart = turning if contested else _read_apart(finding)
    told = tuple(_side(finding, position, held, apart, library) for position, held in finding.held.items())
    blocks: list[Block] = [Points("The sides", told)]
    if turning:
        label = "It turns on this question" if len(turning) == 1 else "It turns on these questions"
        items = tuple(Item(_question(finding, term, library)) for term in turning)
        blocks.append(Points(label, items, "none" if len(items) == 1 else "letters"))
    if len(turning) > 1:
        needs = tuple(
            Item(_needs(finding.turns_for[position], turning), f"{side_title(position, library)}:")
            for position in finding.held
            if finding.turns_for.get(position)
        )
        blocks.append(Points("To keep its finding, a side must prevail", needs))
    return blocks


def side_title(position: str, library: Library) -> str:
    """A position's title."""
    if position == SOLE:
        return "Everyone"
    known = library.positions.get(position)
    return known.title if known else sentence(position)


def parts(tree: Reason) -> dict[str, Reason]:
    """The parts of a rule's tree of reasons by name, exceptions aside; none where it does not apply."""
    nodes = tree.of if len(tree.of) > 1 else ()
    return {node.part: node for node in nodes if node.part is not None and node.part != "exception"}


def shared(finding: Finding) -> list[Reason]:
    """The statements, exceptions aside, on which the reasons of all sides agree."""
    told = [
        [node for part in parts(held.because).values() for node in part.of] for held in finding.held.values()
    ]
    return [node for node in told[0] if all(node in others for others in told[1:])] if told else []


def _sets(finding: Finding) -> tuple[tuple[str, ...], ...]:
    return (*finding.turns_on, *(terms for sets in finding.turns_for.values() for terms in sets))


def _read_apart(finding: Finding) -> tuple[str, ...]:
    """The terms that the sides read differently and that come out differently for them."""
    first, *others = finding.held.values()
    found: list[str] = []
    for address, reading in first.readings.items():
        if any(other.readings.get(address) != reading for other in others):
            values = {_value(held, address) for held in finding.held.values()}
            found += [address] if len(values) > 1 else []
    return tuple(found)


def _value(held: Held, address: str) -> bool | str | None:
    """How a term comes out for a side; where its reasons do not come to it, that."""
    node = next((node for node in _nodes(held.because) if node.name == address), None)
    return "not reached" if node is None else node.holds


def _side(finding: Finding, position: str, held: Held, turning: tuple[str, ...], library: Library) -> Item:
    reason = WHY_NOT.get(held.reason, held.reason)
    if held.status == "undetermined" and finding.status == "undetermined":
        reason = still_possible(held.possible)
    notes: list[tuple[int, str]] = [(0, reason)]
    if held.status == "excused":
        notes += [(0, node.says) for node in held.because.of if node.holds and node.part == "exception"]
    for address in turning:
        use = term_use(finding, address, library)
        reading = use.term.readings.get(held.readings.get(address, "")) if use else None
        if use is None or reading is None:
            continue
        words = f"“{use.term.words}” means:" if use.term.words else f"{_ask(finding, use, library)} Read as:"
        notes.append((0, f"{words} {reading.gloss}"))
        notes.append((1, f"Authority: {stop(reading.authority)}"))
        notes.extend((1, says) for says in _on_it(held, address))
    return Item(
        lead=f"{side_title(position, library)}: {SHORT[held.status]}.", notes=tuple(notes), status=held.status
    )


def _on_it(held: Held, address: str) -> Iterator[str]:
    """What decides a term, as this side's reasons tell it."""
    node = next((node for node in _nodes(held.because) if node.of and node.name == address), None)
    if node is not None:
        yield from folded(leaf.says for leaf in _nodes(node) if not leaf.of)


def _nodes(reason: Reason) -> Iterator[Reason]:
    yield reason
    for part in reason.of:
        yield from _nodes(part)


def _question(finding: Finding, address: str, library: Library) -> str:
    use = term_use(finding, address, library)
    if use is None:
        return sentence(address.rpartition("#")[2].replace("-", " "))
    return question(use, _ask(finding, use, library), library)


def question(use: TermUse, ask: str, library: Library) -> str:
    """The question that a term poses, with the citation of what it is a term of."""
    instrument, provision = split_reference(use.term.provision, use.instrument)
    return f"{ask} {within(library.cite(instrument, provision))}"


def _ask(finding: Finding, use: TermUse, library: Library) -> str:
    if use.role is None:
        return use.term.ask
    rule = library.rule_by_id.get(finding.rule)
    bound = rule is not None and rule.role == use.role
    return use.term.ask.replace("{party}", finding.bearer if bound else library.roles[use.role].title)


def term_use(finding: Finding, address: str, library: Library) -> TermUse | None:
    """The term of this address, as the rule of the finding uses it."""
    rule = library.rule_by_id.get(finding.rule)
    keys = library.support(*rule.conditions).terms if rule else ()
    uses = [library.terms[key] for key in keys] + list(library.terms.values())
    return next((use for use in uses if use.address == address), None)


def _needs(sets: tuple[tuple[str, ...], ...], turning: tuple[str, ...]) -> str:
    """What a side has to win, from the sets of terms that overcome it when they are read the other way."""
    names = [[letter(turning.index(term)) for term in terms] for terms in sets]
    if all(len(terms) == 1 for terms in names):
        each = [terms[0] for terms in names]
        return f"on {each[0]}." if len(each) == 1 else f"on each of {listed(each)}."
    if len(names) == 1:
        return f"on at least one of {listed(names[0])}."
    ways = [terms[0] if len(terms) == 1 else f"{listed(terms)} together" for terms in names]
    return f"on enough of them: it is overcome by losing {listed(ways, 'or')}."
