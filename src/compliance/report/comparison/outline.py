"""A whole comparison as blocks, in the order in which legislative counsel reads it."""

from collections.abc import Iterator

from compliance.model.comparison import KINDS, Comparison, Draft
from compliance.report.blocks import Aside, Block, Heading, Item, Marked, Paragraph, Points, Table
from compliance.report.comparison import words
from compliance.report.comparison.practice import practice_blocks
from compliance.report.ruling import cited_rule
from compliance.report.words import DRAFT, NOTICE, STANDARDS, day, listed, number, sentence, stop


def blocks(comparison: Comparison) -> Iterator[Block]:
    """The report: what is compared, in short, each practice that changes, each draft's clauses and words, receipt."""
    yield from _opening(comparison)
    yield from _in_short(comparison)
    for practice in comparison.practices:
        if not all(column.left for column in practice.columns):
            yield from practice_blocks(practice, comparison)
    for place, draft in enumerate(comparison.drafts):
        yield from _alarms(comparison, draft, place)
        yield from _clauses(draft)
        yield from _redlines(draft)
    yield from _closing(comparison)


def _opening(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, f"What {listed([draft.name for draft in comparison.drafts])} would change")
    for draft in comparison.drafts:
        yield from (Aside(line) for line in _bills(draft))
    several = len(comparison.drafts) > 1
    yield Paragraph(
        f"{number(len(comparison.practices), 'practice')}, each put under the law of {day(comparison.day)}, as it is "
        f"encoded now and with {'each draft' if several else 'the draft'}. What is said of conduct of other days is "
        "counterfactual: a bill does not reach conduct that ended before it takes effect."
    )
    yield Paragraph("A bill is a proposal. The days of signing are assumptions.")


def _bills(draft: Draft) -> Iterator[str]:
    for bill, signed in draft.enactment.signed.items():
        found = draft.enactment.current.instruments[bill]
        assert found.bill is not None
        on = f" on {day(found.bill.as_of)}" if found.bill.as_of else ""
        yield (
            f"{found.short}: {stop(found.title)} {sentence(words.STAGE[found.bill.stage])}{on}; taken to be signed on "
            f"{day(signed)}."
        )


def _in_short(comparison: Comparison) -> Iterator[Block]:
    yield Heading(1, "In short")
    for place, draft in enumerate(comparison.drafts):
        told = {
            kind: [one.id for one in comparison.practices if one.columns[place].kind == kind]
            for kind in KINDS
        }
        yield Points(
            draft.name,
            tuple(
                Item(words.names(found), f"{words.SUMMARY[kind]} ({len(found)}):")
                for kind, found in told.items()
            ),
        )


def _alarms(comparison: Comparison, draft: Draft, place: int) -> Iterator[Block]:
    """New duties, conflicts and risks of preemption, over all practices."""
    changes = [(one, change) for one in comparison.practices for change in one.columns[place].changes]
    duties: dict[str, list[str]] = {}
    collisions: dict[str, list[str]] = {}
    risks: dict[str, list[str]] = {}
    for practice, change in changes:
        name = f"{change.after.title} ({change.after.citation})"
        if change.new_duty:
            duties.setdefault(name, []).append(f"{change.after.bearer} in {practice.id}")
        for other in change.new_conflicts:
            against = cited_rule(other, draft.library)
            collisions.setdefault(f"{name} against {against}", []).append(practice.id)
        if change.newly_overridden and change.after.overridden_by is not None:
            against = cited_rule(change.after.overridden_by, draft.library)
            collisions.setdefault(f"{name} would give way to {against}", []).append(practice.id)
        for flag in change.new_risks:
            risks.setdefault(f"{name}: {flag.because}", []).append(practice.id)
    yield Heading(1, f"{draft.name}: duties, conflicts and risks")
    for label, found in (
        ("New duties", duties),
        ("New conflicts", collisions),
        ("New risks of preemption", risks),
    ):
        items = tuple(
            Item(f"{words.names(dict.fromkeys(who))}.", f"{stop(what)}") for what, who in found.items()
        )
        yield Points(label, items or (Item("none over these practices."),))


def _clauses(draft: Draft) -> Iterator[Block]:
    yield Heading(1, f"{draft.name}: clause by clause")
    rows = tuple(
        (
            words.clause_words(draft, use.clause),
            words.a_day_or_never(use.since) + (f" to {day(use.until)}" if use.until else ""),
            number(use.changes, "finding")
            + (f" in {number(len(use.practices), 'practice')}" if use.changes else ""),
        )
        for use in draft.clauses
    )
    if rows:
        yield Table("What each clause changed", ("Clause", "Takes effect", "Changed"), rows)
    idle = [use for use in draft.clauses if not use.changes]
    if idle:
        yield Points(
            "Clauses that changed nothing here",
            tuple(Item(_idle(use.matters), f"{words.clause_words(draft, use.clause)}:") for use in idle),
        )


def _idle(matters: bool | None) -> str:
    if matters is False:
        return "it changes no finding on any facts."
    if matters:
        return "no finding over these practices; on other facts it would."
    return "no finding over these practices; whether it would on other facts is not proved."


def _redlines(draft: Draft) -> Iterator[Block]:
    altered = [
        (one, words.amendment_of(draft, use.clause))
        for use in draft.clauses
        for one in [use.clause]
        if words.amendment_of(draft, one) is not None
    ]
    if not altered:
        return
    yield Heading(1, f"{draft.name}: redline")
    library = draft.library
    for redline in draft.redlines:
        what = "the words quoted" if redline.part == "words" else "what it says, in our words"
        yield Heading(2, f"{library.cite(redline.instrument, redline.provision)}: {what}")
        yield Aside("By " + listed([words.clause_cite(draft, clause) for clause in redline.clauses]))
        yield Marked(redline.words)


def _closing(comparison: Comparison) -> Iterator[Block]:
    receipt = comparison.receipt
    yield Heading(1, "How this was found")
    yield Paragraph(STANDARDS.get(receipt.standard, f"Standard: {receipt.standard}."))
    names = listed(receipt.engines)
    agree = f"{names} agree on every finding" if len(receipt.engines) > 1 else f"with {names} alone"
    yield Paragraph(f"Decided by {receipt.program}; {agree}. Positions heard: {listed(receipt.positions)}.")
    yield Paragraph(DRAFT)
    yield Paragraph(NOTICE)
