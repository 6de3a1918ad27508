"""A whole report as blocks, in the order in which a lawyer reads it."""

from collections.abc import Iterator
from datetime import date

from compliance.model.finding import Contradiction, Finding, PracticeReport, Receipt, Related, Report
from compliance.model.library import Library
from compliance.report import words
from compliance.report.blocks import Aside, Block, Heading, Item, Paragraph, Points, Rows, Verdict
from compliance.report.ruling import ruling, why_not
from compliance.report.runs import about, never, runs, spans


def practice_blocks(practice: PracticeReport, library: Library, explain: bool) -> list[Block]:
    """One practice: title, status, timeline, then every rule that applies, then what lies around it."""
    blocks: list[Block] = [
        Heading(1, practice.title),
        Aside(f"{practice.id} · {practice.file}"),
        Verdict(practice.status, words.of_practice(practice)),
    ]
    told = spans(practice)
    if len(told) == 1:
        blocks.append(Aside(words.sentence(words.span(told[0].since, told[0].until))))
    else:
        blocks.append(Rows(tuple((words.span(one.since, one.until), one.status) for one in told)))
    if practice.notes:
        blocks.append(Points("Notes on the practice", tuple(Item(note) for note in practice.notes)))
    blocks += _gap(practice)
    blocks += _unseen(practice)
    for run in runs(practice):
        blocks += ruling(run, library, explain)
    blocks += _around(practice, library, explain)
    return blocks


def closing_blocks(report: Report, library: Library) -> list[Block]:
    """What was counted, under which standard and law, by what, and that it is no legal advice."""
    statuses = [practice.status for practice in report.practices]
    counts = f": {words.counted(statuses)}" if statuses else ""
    blocks: list[Block] = [Paragraph(f"{words.number(len(statuses), 'practice')}{counts}.{_waived(report)}")]
    blocks += [Aside(line) for line in _terms(report, library)]
    return blocks


def _gap(practice: PracticeReport) -> Iterator[Block]:
    match practice.status:
        case "no-rule":
            yield Paragraph(f"Nothing encoded governs this practice. {words.GAP}")
        case "not-applicable":
            yield Paragraph(
                "No encoded rule governs this practice: those about such conduct were not in force, "
                f"or do not bind the party. {words.GAP}"
            )
        case _ if any(period.status in ("no-rule", "not-applicable") for period in practice.timeline):
            yield Paragraph(f"For some of the time nothing encoded and in force governs it. {words.GAP}")


def _unseen(practice: PracticeReport) -> Iterator[Block]:
    """Law that nobody could encode and that may decide against everybody, whatever else is contested."""
    waiting: dict[tuple[date, date | None, str, bool], dict[str, None]] = {}
    for run in runs(practice):
        if run.finding.waits_for_text:
            unseen = words.cited(one.citation for one in run.finding.unseen)
            key = (run.since, run.until, unseen, run.finding.force_unknown)
            waiting.setdefault(key, {})[run.finding.citation] = None
    for (since, until, unseen, force_unknown), cited in waiting.items():
        verb = "is" if until is None else "was"
        force = f"It is not known whether that law {verb} in force, and nobody" if force_unknown else "Nobody"
        yield Paragraph(
            f"{words.sentence(words.span(since, until))}: it may be a violation of {words.cited(cited)}, on every "
            f"side's reading. {force} can say from here whether it is excepted by {unseen}, which could not be encoded."
        )


def _around(practice: PracticeReport, library: Library, explain: bool) -> Iterator[Block]:
    silent = never(practice)
    near = [finding for finding in silent if about(finding)]
    far = [finding for finding in silent if not about(finding)]
    gap = practice.status in ("no-rule", "not-applicable")
    named = near if gap or explain else [finding for finding in near if finding.reason == "overridden"]
    for label, findings in (
        ("Rules about such conduct that do not apply", named),
        ("Rules about other conduct", far if explain else []),
    ):
        if findings:
            yield Points(label, tuple(_absent(finding, library) for finding in findings))
    if practice.contradictions:
        items = tuple(_contradiction(one, library) for one in practice.contradictions)
        yield Points("Claims that the facts contradict", items)
    if practice.related:
        first = practice.timeline[0].since
        related = tuple(_bearing(one, first) for one in practice.related)
        yield Points("Also bears on it, without a finding", related)
    unnamed = len(silent) - len(named)
    if unnamed and not explain:
        also = len(near) - len(named)
        which = f", {also} of them about such conduct; the full reasons name them" if also else ""
        verb = "does" if unnamed == 1 else "do"
        noun = "other rule" if len(silent) < _rules(practice) or named else "rule"
        yield Aside(f"{words.number(unnamed, noun)} {verb} not apply{which}.")


def _bearing(one: Related, first: date) -> Item:
    """A provision that bears on a practice: how far it was seen, since when, and why no rule stands for it."""
    limits = [] if one.seen == "full" else [words.SEEN[one.seen]]
    if one.since > first:
        limits.append(f"from {words.day(one.since)} at the earliest")
    bracketed = f" [{'; '.join(limits)}]" if limits else ""
    notes = ((0, f"No rule: {words.stop(one.why_not_encoded)}"),) if one.why_not_encoded else ()
    return Item(one.gist, f"{one.citation}{bracketed}:", notes)


def _rules(practice: PracticeReport) -> int:
    return len({finding.rule for period in practice.timeline for finding in period.findings})


def _absent(finding: Finding, library: Library) -> Item:
    return Item(why_not(finding, library), f"{finding.title} {words.within(finding.citation)}:")


def _contradiction(one: Contradiction, library: Library) -> Item:
    fact = library.facts.get(one.fact)
    said = f"As claimed: {words.stop(one.claimed)} As the practice has it: {words.stop(one.stated)}"
    return Item(
        one.gist,
        f"{words.sentence(one.by)} is reported to have said:",
        ((0, f"{fact.ask} {said}" if fact else said),),
    )


def _waived(report: Report) -> str:
    """How many findings are waived, each rule's on a practice once."""
    found = {
        (practice.id, finding.rule)
        for practice in report.practices
        for period in practice.timeline
        for finding in period.findings
        if finding.waived is not None
    }
    return f" {words.number(len(found), 'finding')} waived." if found else ""


def _terms(report: Report, library: Library) -> Iterator[str]:
    receipt = report.receipt
    yield words.STANDARDS.get(receipt.standard, f"Standard: {receipt.standard}.")
    if receipt.law_as_of is not None:
        yield (
            f"Law as of {words.day(receipt.law_as_of)}, whenever the conduct took place: "
            "a counterfactual, not what the law was."
        )
    for bill, signed in receipt.bills.items():
        short = library.instruments[bill].short
        yield f"{short} is taken to be law, signed on {words.day(signed)}: this is not the law that there is."
    if receipt.waivers is not None:
        yield f"Waivers of {receipt.waivers.file}, as of {words.day(receipt.waivers.today)}."
    yield _engines(receipt)
    findings = [finding for one in report.practices for period in one.timeline for finding in period.findings]
    if any(flag.name == "draft-encoding" for finding in findings for flag in finding.flags):
        yield words.DRAFT
    yield words.NOTICE


def _engines(receipt: Receipt) -> str:
    names = words.listed(receipt.engines)
    if len(receipt.engines) > 1:
        return f"Decided by {receipt.program}; {names} agree on every finding."
    return f"Decided by {receipt.program} with {names} alone; no second engine confirmed it."
