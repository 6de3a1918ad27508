"""What a draft does to practices that were drawn at random, as blocks."""

from collections.abc import Iterator, Mapping, Sequence

from compliance.model.compared import Draft, Sample
from compliance.model.finding import Status
from compliance.model.tally import Shift
from compliance.report.blocks import Block, Code, Heading, Item, Paragraph, Points, Table
from compliance.report.comparison import words
from compliance.report.words import SHORT, number, within

MOST_FILES = 3
"""So many examples are written out as practice files; all of them stand in the JSON."""


def sample_blocks(draft: Draft, sample: Sample) -> Iterator[Block]:
    """Counts as a whole and by rule, each with its first example."""
    tally = sample.tally
    yield Heading(1, f"{draft.name}: {number(tally.practices, 'practice')} drawn at random")
    yield Paragraph(f"Seed {tally.seed}; {tally.unknown:.0%} of the facts were left unknown. {tally.note}")
    positions = tuple(dict.fromkeys(shift.position for shift in tally.whole))
    counts = {position: _counts(tally.whole, position) for position in positions}
    yield Table(
        "Practices as a whole, counted",
        ("Practices that it", *(words.side(draft, position) for position in positions)),
        tuple(
            (words.SUMMARY[kind].lower(), *(f"{counts[position][kind]:,}" for position in positions))
            for kind in words.TOLD
        ),
    )
    yield from _shifts("Practices as a whole that change", tally.whole, draft, sample)
    for one in tally.rules:
        rule = draft.library.rule_by_id.get(one.rule)
        cite = "" if rule is None else f" {within(draft.library.cite(rule.instrument, rule.provision))}"
        yield from _shifts(f"{one.title}{cite}", one.shifts, draft, sample)
    yield from _examples(sample)


def _counts(shifts: Sequence[Shift], position: str) -> Mapping[words.Told, int]:
    """How many practices each kind of change befalls for a position."""
    found = dict.fromkeys(words.TOLD, 0)
    for shift in shifts:
        if shift.position == position:
            found[words.told(shift.kind, shift.before)] += shift.count
    return found


def _shifts(label: str, shifts: Sequence[Shift], draft: Draft, sample: Sample) -> Iterator[Block]:
    """How many go from which status to which, for each position; nothing where all stay."""
    found: dict[tuple[words.Told, Status, Status], dict[str, Shift]] = {}
    for shift in shifts:
        if shift.kind != "leaves":
            found.setdefault((words.told(shift.kind, shift.before), shift.before, shift.after), {})[
                shift.position
            ] = shift
    if not found:
        return
    positions = tuple(dict.fromkeys(shift.position for shift in shifts))
    head = ("Change", *(words.side(draft, position) for position in positions), "First example")
    rows = []
    for (kind, before, after), own in sorted(found.items(), key=lambda one: words.TOLD.index(one[0][0])):
        counts = (f"{own[position].count:,}" if position in own else "0" for position in positions)
        row = min(shift.example for shift in own.values())
        change = f"{words.PRACTICE[kind]}: {SHORT[before]} to {SHORT[after]}"
        rows.append((change, *counts, f"drawn-{sample.tally.seed}-{row + 1}"))
    yield Table(label, head, tuple(rows))


def _examples(sample: Sample) -> Iterator[Block]:
    """What both engines find of the examples, collisions between rules included, and the first of them as files."""
    if not sample.examples:
        return
    items = tuple(
        Item(
            f"{SHORT[one.before.status]} now, {SHORT[one.after.status]} with the draft.",
            f"{one.id} ({one.title}):",
        )
        for one in sample.examples
    )
    yield Points("The examples, as both engines find them with all rules together", items)
    for one in sample.examples[:MOST_FILES]:
        yield Heading(2, f"{one.id}, as a practice file")
        yield Code(one.file)
