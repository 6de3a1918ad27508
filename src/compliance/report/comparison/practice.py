"""One practice under the law as it is and under each draft, as blocks."""

from collections.abc import Iterator

from compliance.model.comparison import Change, Column, ComparedPractice, Comparison, Draft, Edge
from compliance.model.finding import Finding
from compliance.report.blocks import Aside, Block, Heading, Item, Paragraph, Points, Table
from compliance.report.comparison import words
from compliance.report.ruling import decisive, why_not
from compliance.report.words import SHORT, day, listed, number, of_finding, sentence, span, stop, within

CURRENT = "Current law"


def practice_blocks(practice: ComparedPractice, comparison: Comparison) -> Iterator[Block]:
    """Title, the table of all drafts, then what each draft changes and why."""
    yield Heading(1, practice.title)
    yield Aside(f"{practice.id} · {practice.file} · {span(practice.since, practice.until)}")
    yield _side_by_side(practice, comparison)
    several = len(comparison.drafts) > 1
    for draft, column in zip(comparison.drafts, practice.columns, strict=True):
        if several:
            yield Heading(2, f"With {draft.name}")
        if column.left:
            yield Paragraph(f"{draft.name} would leave it as it is: every finding stays.")
            continue
        for change in column.changes:
            yield from _change(change, draft)
        yield from _timeline(column, draft)


def _side_by_side(practice: ComparedPractice, comparison: Comparison) -> Table:
    head = ("", CURRENT, *(draft.name for draft in comparison.drafts))
    rows = [
        (
            "The practice as a whole",
            SHORT[practice.current.status],
            *(words.of_column(column) for column in practice.columns),
        )
    ]
    rows += [
        (
            f"for the position “{position}”",
            SHORT[status],
            *(SHORT[column.overall.positions[position]] for column in practice.columns),
        )
        for position, status in practice.current.positions.items()
        if len(practice.current.positions) > 1
    ]
    changed: dict[str, Change] = {}
    for column in practice.columns:
        for change in column.changes:
            changed.setdefault(change.rule, change)
    for rule, change in changed.items():
        own = [next((one for one in column.changes if one.rule == rule), None) for column in practice.columns]
        rows.append(
            (
                f"{change.after.title} ({change.after.citation})",
                words.status(change.before),
                *(words.status(one.after if one else change.before) for one in own),
            )
        )
    return Table("Side by side", head, tuple(rows))


def _change(change: Change, draft: Draft) -> Iterator[Block]:
    after = change.after
    yield Heading(3, f"{after.title}: {words.of_change(change)}")
    yield Aside(f"{after.citation} · binds {after.bearer} · {words.since(change)}")
    items = [
        Item(says, "By" if place == 0 else "") for place, says in enumerate(words.caused(draft, change.cause))
    ]
    if change.ended_by is not None:
        items.append(Item(f"{words.clause_cite(draft, change.ended_by)}.", "Ended by"))
    if change.terms:
        items.append(Item(listed([_term(draft, term) for term in change.terms]) + ".", "Resting on"))
    items.append(_side("Before", change.before, draft))
    items.append(_side("With it", after, draft))
    yield Points("What changes, and why", tuple(items))


def _term(draft: Draft, address: str) -> str:
    term, (home, _, name) = draft.library.term_by_address[address], address.partition("#")
    elsewhere, _, pin = term.provision.rpartition("#")
    return f"“{term.words or name.replace('-', ' ')}” {within(draft.library.cite(elsewhere or home, pin))}"


def _side(label: str, finding: Finding | None, draft: Draft) -> Item:
    if finding is None:
        return Item("the rule is not law.", f"{label}:")
    if finding.status == "not-applicable":
        return Item(f"does not apply. {why_not(finding, draft.library)}", f"{label}:")
    notes = tuple((line.depth, line.says) for line in decisive(finding))
    if finding.status == "contested":
        sides = tuple(
            (0, f"{sentence(position)}: {SHORT[held.status]}. {stop(held.reason)}")
            for position, held in finding.held.items()
        )
        return Item(of_finding(finding) + ".", f"{label}:", (*sides, *notes))
    return Item(stop(of_finding(finding)), f"{label}:", notes)


def _timeline(column: Column, draft: Draft) -> Iterator[Block]:
    """What becomes of conduct that goes on when the draft takes effect."""
    match column.reach:
        case "ended":
            yield Paragraph(
                "Counterfactual: this conduct ended before, and the draft would not reach it. It is told as if it "
                "happened then."
            )
        case "later":
            yield Paragraph("The conduct falls under the draft on its own dates.")
    if column.edges:
        rows = tuple(_edge(edge, draft) for edge in column.edges)
        head = ("Day", "The day before", "On the day", "The day after", "Current law that day")
        yield Table("As the conduct goes on", head, rows)


def _edge(edge: Edge, draft: Draft) -> tuple[str, ...]:
    begins = listed(list(dict.fromkeys(words.clause_cite(draft, one) for one in edge.begins)))
    ends = listed(list(dict.fromkeys(words.clause_cite(draft, one) for one in edge.ends)))
    what = "; ".join(part for part in (begins and f"begins: {begins}", ends and f"ended: {ends}") if part)
    return (
        f"{day(edge.day)} ({number(len(edge.turns), 'finding')} change{'s' if len(edge.turns) == 1 else ''})"
        + (f": {what}" if len(edge.begins) + len(edge.ends) <= 3 else ""),
        SHORT[edge.before],
        SHORT[edge.on],
        "–" if edge.after is None else SHORT[edge.after],
        SHORT[edge.current],
    )
