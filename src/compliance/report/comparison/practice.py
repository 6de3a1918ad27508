"""One practice under the law as it is and under each draft, as blocks."""

from collections.abc import Iterator, Sequence
from typing import Literal

from compliance.model.compared import Change, Column, ComparedPractice, Comparison, Draft, Edge
from compliance.model.finding import Finding
from compliance.report.blocks import Aside, Block, Heading, Item, Paragraph, Points, Table
from compliance.report.comparison import words
from compliance.report.ruling import cited_rule, decisive, why_not
from compliance.report.words import SHORT, WHY_NOT, day, listed, number, of_finding, span, stop, within

CURRENT = "Current law"
_MATTER = {"shown", "unsettled", "not encoded"}
"""Of an exception: that it excuses, or may."""


def practice_blocks(practice: ComparedPractice, comparison: Comparison) -> Iterator[Block]:
    """Title, the table of all drafts, then what each draft changes and why."""
    yield Heading(1, practice.title)
    yield Aside(f"{practice.id} · {practice.file} · {span(practice.since, practice.until)}")
    yield _side_by_side(practice, comparison)
    told: list[tuple[str, Change]] = []
    for draft, column in zip(comparison.drafts, practice.columns, strict=True):
        if len(comparison.drafts) > 1:
            yield Heading(2, f"With {draft.name}")
        if column.left:
            yield Paragraph(f"{draft.name} would leave it as it is: every finding stays.")
        else:
            yield from _changes(column, draft, 3 if len(comparison.drafts) > 1 else 2, told)
            yield from _timeline(column, draft)
            told += [(draft.name, one) for one in column.changes]
        if column.bearing:
            items = tuple(Item(stop(one.gist), f"{one.citation}:") for one in column.bearing)
            yield Points("Would also bear on it, without a finding", items)


def _side_by_side(practice: ComparedPractice, comparison: Comparison) -> Table:
    head = ("Finding", CURRENT, *(draft.name for draft in comparison.drafts))
    whole = (words.of_column(column, practice.current.status) for column in practice.columns)
    rows = [("The practice as a whole", SHORT[practice.current.status], *whole)]
    if len(practice.current.positions) > 1:
        for position, status in practice.current.positions.items():
            sides = (SHORT[column.overall.positions[position]] for column in practice.columns)
            rows.append((words.side(comparison.drafts[0], position), SHORT[status], *sides))
    first: dict[str, Change] = {}
    for column in practice.columns:
        for change in column.changes:
            first.setdefault(change.rule, change)
    for rule, change in first.items():
        own = [next((one for one in column.changes if one.rule == rule), None) for column in practice.columns]
        cells = (words.status(one.after if one else change.before) for one in own)
        rows.append(
            (f"{change.after.title} {within(change.after.citation)}", words.status(change.before), *cells)
        )
    return Table("Side by side", head, tuple(rows))


def _changes(
    column: Column, draft: Draft, level: Literal[2, 3], told: Sequence[tuple[str, Change]]
) -> Iterator[Block]:
    """Each change; of one that an earlier draft makes in the same way, only that."""
    kept = [one for one in column.changes if one.was == "not-applicable" and one.after.status in words.KEPT]
    for change in column.changes:
        if change not in kept or change.new_duty:
            alike = next((name for name, one in told if one == change), None)
            if alike is None:
                yield from _change(change, draft, level)
            else:
                yield Heading(level, f"{change.after.title}: {words.of_change(change)}")
                yield Aside(
                    f"{change.after.citation} · as with {alike}, from the same days and for the same reasons"
                )
    rest = [one for one in kept if not one.new_duty]
    if rest:
        items = tuple(
            Item(
                f"{words.of_change(one)}, {words.since(one)}.",
                f"“{one.after.title}” {within(one.after.citation)}",
                ((0, stop(of_finding(one.after))),) if one.after.status == "excused" else (),
            )
            for one in rest
        )
        yield Points("Rules that would reach it without forbidding it", items)


def _change(change: Change, draft: Draft, level: Literal[2, 3]) -> Iterator[Block]:
    after = change.after
    yield Heading(level, f"{after.title}: {words.of_change(change)}")
    yield Aside(f"{after.citation} · binds {after.bearer} · {words.since(change)}")
    items = [words.caused(draft, change.cause)]
    if change.ended_by is not None and change.ended_by not in change.cause.clauses:
        items.append(Item(f"{words.clause_words(draft, change.ended_by)}.", "Ended by"))
    if change.terms:
        items.append(Item(f"{listed([_term(draft, term) for term in change.terms])}.", "By its definitions"))
    items += _sides(change, draft)
    items += _exceptions(change, draft)
    if after.conflicts_with:
        others = [cited_rule(rule, draft.library) for rule in after.conflicts_with]
        items.append(Item(f"{listed(others)}.", "In conflict with"))
    if after.overridden_by is not None:
        items.append(Item(f"{cited_rule(after.overridden_by, draft.library)}.", "Gives way to"))
    items += [Item(stop(flag.because), "New risk of preemption:") for flag in change.new_risks]
    yield Points("What changes, and why", tuple(items))


def _term(draft: Draft, address: str) -> str:
    term, (home, _, name) = draft.library.term_by_address[address], address.partition("#")
    elsewhere, _, pin = term.provision.rpartition("#")
    return f"“{term.words or name.replace('-', ' ')}” {within(draft.library.cite(elsewhere or home, pin))}"


def _sides(change: Change, draft: Draft) -> Iterator[Item]:
    """The finding under both laws, with what decides each; what decides both is told once."""
    before, after = (_decided(one, draft) for one in (change.before, change.after))
    alike = before[1] == after[1] and len(after[1]) > 0
    yield Item(before[0], f"{CURRENT}:", () if alike else before[1])
    yield Item(after[0], "With the draft:", () if alike else after[1])
    if alike:
        yield Item("", "Under both:", after[1])


def _decided(finding: Finding | None, draft: Draft) -> tuple[str, tuple[tuple[int, str], ...]]:
    """(the status of a finding in words, what decides it)."""
    if finding is None:
        return "there is no such rule.", ()
    if finding.status == "not-applicable":
        return f"does not apply. {why_not(finding, draft.library)}", ()
    reasons = tuple((line.depth, line.says) for line in decisive(finding))
    sides = tuple(
        (0, f"{words.side(draft, position)}: {SHORT[held.status]}. {WHY_NOT.get(held.reason, held.reason)}")
        for position, held in finding.held.items()
        if finding.divided
    )
    return stop(of_finding(finding)), (*sides, *reasons)


def _exceptions(change: Change, draft: Draft) -> Iterator[Item]:
    """The exceptions that come to something else with the draft, side by side where the sides differ."""
    if change.before is None or "not-applicable" in (change.was, change.after.status):
        return
    sides = tuple(change.after.held)
    before, after = _tried(change.before, sides), _tried(change.after, sides)
    for name in dict.fromkeys((*before, *after)):
        lead, was = before.get(name, ("", {}))
        lead, now = after.get(name, (lead, {}))
        told = {side: _turned(was.get(side), now.get(side)) for side in sides}
        if len({*told.values()}) == 1 and told[sides[0]]:
            yield Item(told[sides[0]], lead)
        elif any(told.values()):
            notes = ((0, f"{words.side(draft, side)}: {one}") for side, one in told.items() if one)
            yield Item("", lead, tuple(notes))


def _turned(was: str | None, now: str | None) -> str:
    """What became of an exception; empty where it is what it was, or decides nothing."""
    if was == now or not _MATTER & {was, now}:
        return ""
    return f"{was or 'no such exception'} now, {now or 'gone'} with the draft."


def _tried(finding: Finding, sides: Sequence[str]) -> dict[str, tuple[str, dict[str, str]]]:
    """Each exception with its title, and what came of it for each side; `exceptions` has it for the gravest alone."""
    found: dict[str, tuple[str, dict[str, str]]] = {}
    for tried in finding.exceptions:
        said = {
            side: one.says.rpartition(": ")[2].rstrip(".")
            for side, held in finding.held.items()
            for one in held.because.of
            if one.part == "exception" and one.name == tried.id
        }
        title = f"Exception “{tried.title}” {within(tried.citation)}:"
        found[tried.id] = (title, {side: said.get(side, tried.status) for side in sides})
    return found


def _timeline(column: Column, draft: Draft) -> Iterator[Block]:
    """What becomes of conduct that goes on when the draft takes effect."""
    match column.reach:
        case "ended":
            yield Paragraph(
                "Counterfactual: the conduct ended before the draft would take effect, and the draft would not reach "
                "it. What is said here is of such conduct later."
            )
        case "later" if not column.edges:
            yield Paragraph("The conduct falls under the draft on its own dates.")
    if column.edges:
        head = ("Day", "The day before", "On the day", "The day after", "Current law that day")
        yield Table(
            "While the conduct goes on", head, tuple(_edge(edge, draft, column) for edge in column.edges)
        )


def _edge(edge: Edge, draft: Draft, column: Column) -> tuple[str, ...]:
    what = number(len(edge.turns), "finding changes", "findings change")
    for word, clauses in (("begins", edge.begins), ("ended", edge.ends)):
        cited = list(dict.fromkeys(words.clause_cite(draft, one) for one in clauses))
        if cited and len(column.edges) > 1 and len(cited) < 4:
            what += f"; {word}: {listed(cited)}"
    return (
        f"{day(edge.day)}: {what}",
        SHORT[edge.before],
        SHORT[edge.on],
        "–" if edge.after is None else SHORT[edge.after],
        SHORT[edge.current],
    )
