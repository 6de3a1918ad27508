"""An audit as blocks, in the order in which a lawyer or an auditor reads it."""

import shlex
from collections.abc import Iterable, Iterator, Mapping

from compliance.model.audit import AuditReport, Dimension, Example, RuleCount, Tally, UnitCount
from compliance.model.finding import STATUSES, Status
from compliance.model.library import Library, TermUse
from compliance.report import words as house
from compliance.report.audit import words
from compliance.report.blocks import Aside, Block, Heading, Item, Paragraph, Points, Table, Verdict
from compliance.report.sides import question, side_title

MOST = 10
"""How many agencies, offices and users a breakdown shows; the others are counted together."""
MOST_MONTHS = 24
"""From more months on, years are shown."""
MOST_CODES = 20


def blocks(report: AuditReport, library: Library) -> Iterator[Block]:
    """The report: what came out, rows, what the log does not tell, rules, rejected rows, how it was found."""
    yield from head(report, library)
    for _, told in rules(report, library):
        yield from told
    yield from tail(report, library)


# --- what came out -----------------------------------------------------------------------------------------


def head(report: AuditReport, library: Library) -> Iterator[Block]:
    """What came out, the rows of each table that is audited, and what the log does not tell."""
    yield Heading(1, f"Audit of {report.title}")
    yield Verdict(_status(report), words.headline(report, library))
    yield Aside(f"{report.log} · {report.file} · times of {report.zone}")
    if report.warnings:
        yield Points("Take care", tuple(map(Item, report.warnings)))
    yield Heading(1, "The rows")
    yield Table(
        "What was read",
        ("Rows", "Read", "Rejected", "Decided", "Days"),
        tuple(_read(one) for one in report.units),
    )
    for one in report.units:
        if one.tally.rows:
            label = f"{words.TABLES[one.unit]}: what they come to"
            yield _by_position(label, one.tally, library)
    tests = any(words.is_test(one.instrument, library) for one in report.rules)
    yield Paragraph(f"{words.UNKNOWN} {words.WITH_TESTS}" if tests else words.UNKNOWN)
    if any(one.tally.statuses.get("no-rule") for one in report.units):
        yield Paragraph(f"For rows that are governed by no rule nothing is encoded. {house.GAP}")
    yield from _untold(report, library)


def _status(report: AuditReport) -> Status:
    found = [status for one in report.units if (status := words.gravest(one.tally))]
    return min(found, key=STATUSES.index, default="no-rule")


def _read(one: UnitCount) -> tuple[str, ...]:
    days = "–" if one.since is None else house.span(one.since, one.until)
    return (words.TABLES[one.unit], *(f"{n:,}" for n in (one.read, one.rejected, one.decided)), days)


def _by_position(label: str, tally: Tally, library: Library) -> Table:
    """How many rows have each status: over all sides, then for each."""
    statuses = words.present([tally])
    found = {words.ALL_SIDES: tally.statuses}
    found |= {side_title(position, library): counts for position, counts in tally.positions.items()}
    rows = ((side, *(f"{counts.get(one, 0):,}" for one in statuses)) for side, counts in found.items())
    return Table(label, ("For", *(house.sentence(house.SHORT[one]) for one in statuses)), tuple(rows))


# --- the rules ---------------------------------------------------------------------------------------------


def rules(report: AuditReport, library: Library) -> Iterator[tuple[RuleCount | None, list[Block]]]:
    """Rules of law and then tests that are none: each that some row calls into question, and the others in a table."""
    every = words.ordered(report, library)
    for heading, opening, own in (
        ("Rules", "", [one for one in every if not words.is_test(one.instrument, library)]),
        (
            "Tests that are no law",
            words.TESTS,
            [one for one in every if words.is_test(one.instrument, library)],
        ),
    ):
        if not own:
            continue
        yield None, [Heading(1, heading), *([Paragraph(opening)] if opening else [])]
        for rule in own:
            if words.counted(rule.tally, *words.GRAVE):
                yield rule, list(_rule(rule, report, library))
        open_ = [one for one in own if words.in_question(one) and not words.counted(one.tally, *words.GRAVE)]
        if open_:
            yield None, [Heading(2, "Not settled"), _open(open_, library)]
        settled = [one for one in own if not words.in_question(one)]
        if settled:
            yield None, [Heading(2, "Not in question"), _settled(settled, library)]


def _rule(rule: RuleCount, report: AuditReport, library: Library) -> Iterator[Block]:
    status = words.gravest(rule.tally) or "no-rule"
    yield Heading(2, rule.title)
    yield Aside(" · ".join((rule.citation, *words.sureness(rule, library))))
    yield Verdict(status, words.outcome(rule))
    yield _by_position(f"{words.TABLES[rule.unit]} that it is about", rule.tally, library)
    if rule.turns_on:
        label = "A contest turns on this question" if len(rule.turns_on) == 1 else "A contest turns on"
        yield Points(label, tuple(_term(term, library) for term in rule.turns_on))
    for dimension in words.DIMENSIONS:
        found = broken_down(rule, dimension, report, MOST)
        if found is not None:
            yield found
    if rule.examples:
        items = (_example(one, rule, report) for one in rule.examples)
        yield Points("A row of each kind, to look at", tuple(items))


def _open(rules: Iterable[RuleCount], library: Library) -> Table:
    """Rules under which rows are open and none is violated or contested: all there is to say of each is in a row."""
    rows = tuple(
        (
            one.title,
            "; ".join((one.citation, *words.sureness(one, library))),
            words.TABLES[one.unit],
            f"{words.counted(one.tally, 'undetermined'):,} of {one.tally.rows:,}",
            ", ".join(example.id for example in one.examples),
        )
        for one in rules
    )
    label = "Rules under which rows are open, and none is violated or contested"
    return Table(label, ("Rule", "Citation", "Of", "Not settled", "A row to look at"), rows)


def _settled(rules: Iterable[RuleCount], library: Library) -> Table:
    rows = tuple(
        (
            one.title,
            "; ".join((one.citation, *words.sureness(one, library))),
            words.TABLES[one.unit],
            *([f"{one.tally.rows:,}", _counts(one.tally)] if one.tally.rows else ["0", "about none of them"]),
        )
        for one in rules
    )
    return Table(
        "Rules under which no row is open or violated", ("Rule", "Citation", "Of", "Rows", "Came to"), rows
    )


def _counts(tally: Tally) -> str:
    told = [f"{tally.statuses[one]:,} {house.SHORT[one]}" for one in words.present([tally])]
    return ", ".join(told)


def _term(address: str, library: Library) -> Item:
    """The question that a term poses, and how each position reads it."""
    use = next((one for one in library.terms.values() if one.address == address), None)
    if use is None:
        return Item(house.sentence(address.rpartition("#")[2].replace("-", " ")))
    party = library.roles[use.role].title if use.role is not None else "the party"
    return Item(
        question(use, use.term.ask.replace("{party}", party), library), notes=tuple(_readings(use, library))
    )


def _readings(use: TermUse, library: Library) -> Iterator[tuple[int, str]]:
    for name, reading in use.term.readings.items():
        holders = [side_title(one, library) for one in reading.held_by if one in library.positions]
        if not holders and use.term.default == name:
            holders = ["Where no other reading is held"]
        if holders:
            yield 0, f"{house.listed(holders)}: {reading.gloss}"


def _example(one: Example, rule: RuleCount, report: AuditReport) -> Item:
    unit = "" if rule.unit == "queries" else f" --unit {rule.unit}"
    under = "".join(f" {shlex.quote(option)}" for option in report.under)
    command = f"compliance audit {shlex.quote(report.file)}{under} --explain {shlex.quote(one.id)}{unit}"
    lead = f"{house.sentence(house.SHORT[one.status])}, {one.id}:"
    return Item(house.stop(one.reason), lead, ((0, command),), one.status)


# --- agency, office, user, month ---------------------------------------------------------------------------


def broken_down(rule: RuleCount, dimension: Dimension, report: AuditReport, most: int) -> Table | None:
    """Rows of a rule that are violated or contested, by agency, office or user, the most first; by month, or by year,
    in order. None where no row is, or where the log does not say.

    Of a user's rows only those that are violated or contested are counted, so that there is no sum of all to tell.
    """
    tallies = rule.by.get(dimension, {})
    statuses = words.present(list(tallies.values()), words.GRAVE)
    found = {one: tally for one, tally in tallies.items() if words.counted(tally, *statuses)}
    if not statuses or not found or all(value == "" for value in tallies):
        return None
    label = f"By {dimension}"
    if dimension == "month":
        shown, others = dict(sorted(found.items())), list[Tally]()
        if len(shown) > MOST_MONTHS:
            label, shown = "By year", _years(tallies)
    else:
        order = sorted(found, key=lambda one: (*(-found[one].statuses.get(s, 0) for s in statuses), one))
        shown, others = {one: found[one] for one in order[:most]}, [found[one] for one in order[most:]]
    in_all = dimension != "user"
    rows = [
        (words.named(dimension, one, report), *words.cells(statuses, [tally], in_all))
        for one, tally in shown.items()
    ]
    if others:
        rows.append((f"and {house.number(len(others), 'other')}", *words.cells(statuses, others, in_all)))
    named = label.removeprefix("By ").capitalize()
    head = (
        named,
        *(house.sentence(house.SHORT[one]) for one in statuses),
        *([words.IN_ALL] if in_all else []),
    )
    return Table(label, head, tuple(rows))


def _years(months: Mapping[str, Tally]) -> dict[str, Tally]:
    found: dict[str, dict[Status, int]] = {}
    for month, tally in sorted(months.items()):
        year = found.setdefault(month.partition("-")[0], {})
        for status, count in tally.statuses.items():
            year[status] = year.get(status, 0) + count
    return {year: Tally(counts, {}) for year, counts in found.items()}


# --- the end -----------------------------------------------------------------------------------------------


def tail(report: AuditReport, library: Library) -> Iterator[Block]:
    """Rejected rows, where rows were written, and how it was found."""
    yield from _rejected(report)
    yield Heading(1, "How this was found")
    for what, file in (
        ("The rows that break a rule for some position, each with the rule and the reason", report.rows_file),
        ("The rows that were rejected, each with its place and the reason", report.rejected_file),
    ):  # fmt: skip
        if file is not None:
            yield Paragraph(f"{what}: {file}")
    yield from map(Paragraph, _found(report))
    if report.notes:
        yield Points("Notes on the log", tuple(map(Item, report.notes)))
    if any(words.is_draft(one, library) for one in report.rules):
        yield Paragraph(house.DRAFT)


def _rejected(report: AuditReport) -> Iterator[Block]:
    if not report.rejected:
        return
    yield Heading(1, "Rows that were rejected")
    yield Paragraph("Nothing can be said about them; they are in no count of decided rows.")
    rows = []
    for one in report.rejected:
        more = " …" if one.rows > len(one.places) else ""
        rows.append(
            (words.TABLES[one.table], house.stop(one.reason), f"{one.rows:,}", ", ".join(one.places) + more)
        )
    yield Table("By reason", ("Table", "Why", "Rows", "Where"), tuple(rows))


def _untold(report: AuditReport, library: Library) -> Iterator[Block]:
    if not report.unmapped and not report.untold:
        return
    yield Heading(1, "What the log does not tell")
    for unit, facts in report.unmapped.items():
        items = tuple(Item(_ask(one, library), f"{one}:") for one in facts)
        yield Points(f"Facts that rules ask for and no row of {words.TABLES[unit].lower()} shows", items)
    if report.untold:
        yield Paragraph(words.UNTOLD)
        order = sorted(report.untold, key=lambda one: (-one.rows, one.table, one.column, one.fact, one.code))
        rows = [
            (words.TABLES[one.table], one.column, one.fact, one.code or "(empty cell)", f"{one.rows:,}")
            for one in order[:MOST_CODES]
        ]
        others = order[MOST_CODES:]
        if others:
            count = f"{sum(one.rows for one in others):,}"
            rows.append((f"and {house.number(len(others), 'other')}", "", "", "", count))
        yield Table(
            "Codes that are not listed, and empty cells",
            ("Table", "Column", "Unknown for it", "Code", "Rows"),
            tuple(rows),
        )


def _ask(fact: str, library: Library) -> str:
    return library.facts[fact].ask if fact in library.facts else ""


def _found(report: AuditReport) -> Iterator[str]:
    receipt = report.receipt
    names = house.listed(receipt.engines)
    yield f"Decided by {receipt.program} with {names}, over rows that {report.engine} read and counted."
    yield words.BY_ITSELF
    if receipt.positions:
        yield f"Positions heard: {house.listed(receipt.positions)}."
    yield house.STANDARDS.get(receipt.standard, f"Standard: {receipt.standard}.")
    if receipt.law_as_of is not None:
        yield f"Law as of {house.day(receipt.law_as_of)}, whenever the conduct took place: a counterfactual."
    for bill, signed in receipt.bills.items():
        yield f"{bill} is taken to be law, signed on {house.day(signed)}: this is not the law that there is."
    yield f"Computed from {house.number(len(receipt.files), 'file')}; the report in JSON has the digest of each."
