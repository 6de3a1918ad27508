"""A whole comparison as blocks, in the order in which legislative counsel reads it."""

from collections.abc import Iterator

from compliance.model.compared import ComparedPractice, Comparison, Draft
from compliance.report.blocks import Aside, Block, Heading, Item, Paragraph, Points, Table
from compliance.report.comparison import words
from compliance.report.comparison.clauses import clause_blocks, counts_on, redline_blocks
from compliance.report.comparison.practice import CURRENT, practice_blocks
from compliance.report.comparison.sample import sample_blocks
from compliance.report.ruling import cited_rule
from compliance.report.words import (
    DRAFT,
    NOTICE,
    SHORT,
    STANDARDS,
    day,
    listed,
    number,
    sentence,
    stop,
    within,
)


def blocks(comparison: Comparison) -> Iterator[Block]:
    """The report: what is compared, in short, each practice that changes, each draft's clauses and words, receipt."""
    yield from _opening(comparison)
    if comparison.practices:
        yield from _in_short(comparison)
    for practice in comparison.practices:
        if any(column.changes or column.bearing for column in practice.columns):
            yield from practice_blocks(practice, comparison)
    for place, draft in enumerate(comparison.drafts):
        if comparison.practices:
            yield from _alarms(comparison, draft, place)
            yield from clause_blocks(comparison, draft)
        yield from redline_blocks(draft)
        if draft.sample is not None:
            yield from sample_blocks(draft, draft.sample)
    yield from _closing(comparison)


def _opening(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, f"What {listed([draft.name for draft in comparison.drafts])} would change")
    told = dict.fromkeys(line for draft in comparison.drafts for line in _bills(draft))
    yield from map(Aside, told)
    several = len(comparison.drafts) > 1
    if comparison.practices:
        counted = number(len(comparison.practices), "practice")
        yield Paragraph(
            f"{counted}, each put under the law of {day(comparison.day)}, as it is encoded now and with "
            f"{'each draft' if several else 'the draft'}. What is said of conduct of other days is counterfactual: a "
            "bill does not reach conduct that ended before it takes effect."
        )
    for draft in comparison.drafts:
        if draft.clauses and not any(counts_on(use, comparison.day) for use in draft.clauses):
            yield Paragraph(
                f"No clause of {draft.name} that could change a finding is law on {day(comparison.day)}, so that "
                "nothing here shows what it would do."
            )
    yield Paragraph("A bill is a proposal, and the day of its signing is an assumption.")


def _bills(draft: Draft) -> Iterator[str]:
    for bill, signed in draft.enactment.signed.items():
        found = draft.enactment.current.instruments[bill]
        assert found.bill is not None
        on = f", as of {day(found.bill.as_of)}" if found.bill.as_of else ""
        yield (
            f"{found.short}: {stop(found.title)} {sentence(words.STAGE[found.bill.stage])}{on}; taken to be signed on "
            f"{day(signed)}."
        )
        if found.bill.transition:
            yield f"Transition of {found.short}: {stop(found.bill.transition)}"


# --- in short --------------------------------------------------------------------------------------------


def _in_short(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, "In short")
    for place, draft in enumerate(comparison.drafts):
        yield _counts(comparison, draft, place)
        found = {
            kind: [one.id for one in comparison.practices if _whole(one, place) == kind]
            for kind in words.TOLD
        }
        items = [
            Item(
                f"{words.names(practices)}.",
                f"{words.SUMMARY[kind]}:",
            )
            for kind, practices in found.items()
            if practices
        ]
        yield Points(
            f"What {draft.name} would do to the practices",
            (*items, *_by_side(comparison, draft, place)),
        )
    changed = [one for one in comparison.practices if not all(column.left for column in one.columns)]
    if changed:
        rows = (
            (
                one.id,
                SHORT[one.current.status],
                *(words.of_column(column, one.current.status) for column in one.columns),
            )
            for one in changed
        )
        head = ("Practice", CURRENT, *(draft.name for draft in comparison.drafts))
        yield Table("The practices that change", head, tuple(rows))


def _counts(comparison: Comparison, draft: Draft, place: int) -> Table:
    """How many practices each kind of change befalls, as a whole and for each position."""
    practices = comparison.practices
    positions = list(practices[0].columns[place].positions) if practices else []
    if len(positions) < 2:
        positions = []
    rows = []
    for kind in words.TOLD:
        whole = sum(_whole(one, place) == kind for one in practices)
        sides = [sum(_for(one, place, position) == kind for one in practices) for position in positions]
        rows.append((words.SUMMARY[kind].lower(), *map(str, (whole, *sides))))
    head = ("Practices that it", "As a whole", *(words.side(draft, position) for position in positions))
    return Table(f"{draft.name}: practices, counted", head, tuple(rows))


def _whole(practice: ComparedPractice, place: int) -> words.Told:
    """What a draft does to a practice as a whole."""
    return words.told(practice.columns[place].kind, practice.current.status)


def _for(practice: ComparedPractice, place: int, position: str) -> words.Told:
    """The same for one position."""
    return words.told(practice.columns[place].positions[position], practice.current.positions[position])


def _by_side(comparison: Comparison, draft: Draft, place: int) -> Iterator[Item]:
    """What befalls practices for one position, where that is another thing than for the practice as a whole."""
    for kind in words.TOLD[:-2]:
        sides: dict[str, list[str]] = {}
        for one in comparison.practices:
            for position in one.columns[place].positions:
                if _for(one, place, position) == kind != _whole(one, place):
                    sides.setdefault(position, []).append(one.id)
        for position, practices in sides.items():
            yield Item(
                f"{words.names(practices)}.", f"{words.SUMMARY[kind]}, for {_in_a_sentence(draft, position)}:"
            )


def _in_a_sentence(draft: Draft, position: str) -> str:
    title = words.side(draft, position)
    return f"the {title[4:]}" if title.startswith("The ") else title


# --- duties, conflicts, risks ----------------------------------------------------------------------------


def _alarms(comparison: Comparison, draft: Draft, place: int) -> Iterator[Block]:
    """New duties, conflicts and risks of preemption, over all practices."""
    duties: dict[str, dict[str, list[str]]] = {}
    collisions: dict[str, list[str]] = {}
    risks: dict[str, list[str]] = {}
    for practice in comparison.practices:
        for change in practice.columns[place].changes:
            name = f"“{change.after.title}” {within(change.after.citation)}"
            if change.new_duty:
                who = duties.setdefault(name, {}).setdefault(change.after.bearer, [])
                who.append(f"{practice.id} ({SHORT[change.after.status]})")
            for other in change.new_conflicts:
                against = f"{name} against {cited_rule(other, draft.library)}"
                collisions.setdefault(against, []).append(practice.id)
            if change.newly_overridden and change.after.overridden_by is not None:
                prevails = cited_rule(change.after.overridden_by, draft.library)
                collisions.setdefault(f"{name} would give way to {prevails}", []).append(practice.id)
            for flag in change.new_risks:
                risks.setdefault(f"{name}: {flag.because.rstrip('.')}", []).append(practice.id)
    yield Heading(1, f"{draft.name}: duties, conflicts and risks")
    yield _list(
        "New duties, whatever comes of them",
        [
            Item(
                "", f"{what}:", tuple((0, f"{who}: {words.names(cases)}.") for who, cases in bearers.items())
            )
            for what, bearers in duties.items()
        ],
    )
    for label, found in (
        ("New conflicts, and rules that would give way", collisions),
        ("New risks of preemption", risks),
    ):
        yield _list(label, [Item(f"{words.names(who)}.", f"{what}:") for what, who in found.items()])


def _list(label: str, items: list[Item]) -> Points:
    return Points(label, tuple(items) or (Item("None over these practices."),))


# --- the end ---------------------------------------------------------------------------------------------


def _closing(comparison: Comparison) -> Iterator[Block]:
    receipt = comparison.receipt
    yield Heading(1, "How this was found")
    yield Paragraph(STANDARDS.get(receipt.standard, f"Standard: {receipt.standard}."))
    names = listed(receipt.engines)
    agree = (
        f"{names} agree on every finding"
        if len(receipt.engines) > 1
        else f"with {names} alone; no second engine confirmed it"
    )
    heard = f" Positions heard: {listed(receipt.positions)}." if receipt.positions else ""
    yield Paragraph(f"Decided by {receipt.program}; {agree}.{heard}")
    yield Paragraph(f"{DRAFT} {NOTICE}")
