"""What all formats of an audit say alike: what came out, how sure each rule is, and its rows counted in words."""

from collections.abc import Iterator, Mapping, Sequence

from compliance.analysis.audit_verdict import UNSETTLED, rejected, verdict
from compliance.model.audit import NOT_GIVEN, AuditReport, Dimension, RuleCount, Tally, UnitCount
from compliance.model.finding import STATUSES, Status
from compliance.model.library import Library
from compliance.model.measure import TableName, UnitName
from compliance.report.words import GAP, SEEN, SHORT, listed, number

UNITS: Mapping[UnitName, tuple[str, str]] = {
    "queries": ("query", "queries"),
    "disseminations": ("dissemination", "disseminations"),
    "agreements": ("agreement", "agreements"),
}
"""One row of each table that is audited, and several."""
TABLES: Mapping[TableName, str] = {
    "queries": "Queries",
    "reviews": "Reviews",
    "certifications": "Certifications",
    "cases": "Cases",
    "disseminations": "Disseminations",
    "audits": "Audits held",
    "agreements": "Agreements",
}
DIMENSIONS: tuple[Dimension, ...] = ("agency", "office", "user", "month")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

GRAVE: tuple[Status, ...] = ("violated", "conflict", "contested")
"""What rows are broken down for."""
OPEN: tuple[Status, ...] = (*GRAVE, "undetermined")
"""What is not settled in favor of the practice."""

ALL_SIDES = "All sides together"
NO_LAW = "a test of an auditor's own, no law"
TESTS = (
    "These are examples of what an auditor may look for. Their thresholds stand in no law, agreement or standard that "
    "was seen: a row that does not meet one is a row to look at, and no breach of law is found by it."
)
IN_ALL = "Rows in all"
UNKNOWN = (
    "Each row has the gravest status of the rules that are about it. A row is not settled where the log does not tell "
    "what a rule asks: it is unknown, and never counted as fine."
)
WITH_TESTS = "The tests that are no law count here too; each rule and each test is told by itself below."
UNTOLD = "What these codes and cells would show is unknown for those rows; what is unknown is never taken for false."

BY_ITSELF = (
    "Of queries and disseminations each rule is told by itself, and permissions are left out. Explaining a row "
    "shows what rules that collide, or prevail over each other, come to."
)


def is_test(instrument: str, library: Library) -> bool:
    """Whether an instrument is an example that was drafted for a library, and so no law: it is named example-…"""
    found = library.instruments.get(instrument)
    staged = found is not None and found.bill is not None and found.bill.stage == "example"
    return staged or instrument.rpartition("/")[2].startswith("example")


def ordered(report: AuditReport, library: Library) -> list[RuleCount]:
    """Rules of law, the gravest outcome and then the most rows first; then the tests that are no law, likewise."""
    return sorted(report.rules, key=lambda one: (is_test(one.instrument, library), *_gravity(one.tally)))


def _gravity(tally: Tally) -> tuple[int, int]:
    status = gravest(tally)
    return (len(STATUSES), 0) if status is None else (STATUSES.index(status), -tally.statuses[status])


def gravest(tally: Tally) -> Status | None:
    """The gravest status that any row has; None where the rule is about none."""
    return next((status for status in STATUSES if tally.statuses.get(status)), None)


def counted(tally: Tally, *statuses: Status) -> int:
    """How many rows have one of these statuses."""
    return sum(tally.statuses.get(status, 0) for status in statuses)


def in_question(rule: RuleCount) -> bool:
    """Whether some row is not settled in favor of the practice."""
    return counted(rule.tally, *OPEN) > 0


def rows(count: int, unit: UnitName) -> str:
    """A number of rows: '1,204 queries'."""
    return number(count, *UNITS[unit])


# --- what came out -----------------------------------------------------------------------------------------


def headline(report: AuditReport, library: Library) -> str:
    """What came out, in a line."""
    match verdict(report):
        case "violated":
            return f"Violated: {_broken(report, library)}, by {_share(report, 'violated')}."
        case "unsettled":
            return f"Not settled: no row is violated, but {listed(list(_open(report)))}."
        case "clear":
            return f"Nothing violated: {_told(report.units)}, and nothing about them is open."
        case "nothing-checked":
            read = sum(one.read for one in report.units)
            why = "no encoded rule is about any row" if read > rejected(report) else "no row could be decided"
            return f"Nothing was audited: {why}. {GAP if read else 'That is no clearance.'}"


def _share(report: AuditReport, *statuses: Status) -> str:
    """How many rows have one of these statuses, of how many: '12 of 9,900 queries and 1 of 40 disseminations'."""
    found = [(counted(one.tally, *statuses), one) for one in report.units]
    return listed([f"{count:,} of {rows(one.decided, one.unit)}" for count, one in found if count])


def _broken(report: AuditReport, library: Library) -> str:
    """How many rules are violated, and how many tests that are no law."""
    broken = [is_test(one.instrument, library) for one in report.rules if one.tally.statuses.get("violated")]
    tests, law = broken.count(True), broken.count(False)
    told = f"{number(tests, 'test')} of an auditor's own"
    if not tests:
        return number(law, "rule")
    if not law:
        return f"no rule, but {told}"
    return f"{number(law, 'rule')}, or {told} that {'is' if tests == 1 else 'are'} no law"


def _open(report: AuditReport) -> Iterator[str]:
    """What is open, in clauses."""
    share, left = _share(report, *UNSETTLED), rejected(report)
    if share:
        one = sum(counted(unit.tally, *UNSETTLED) for unit in report.units) == 1
        yield f"{share} {'is' if one else 'are'} open or governed by no rule"
    if left:
        yield f"{number(left, 'row')} could not be read"


def _told(units: Sequence[UnitCount]) -> str:
    """How many rows were decided, as the beginning of a sentence."""
    decided = [one for one in units if one.decided]
    verb = "was" if sum(one.decided for one in decided) == 1 else "were"
    return f"{listed([rows(one.decided, one.unit) for one in decided])} {verb} decided"


# --- a rule ------------------------------------------------------------------------------------------------


def outcome(rule: RuleCount) -> str:
    """What came of a rule: 'Violated: 12 of the 9,800 queries that it is about; 3 contested'."""
    found = [status for status in OPEN if rule.tally.statuses.get(status)]
    if not found:
        return f"None of {rows(rule.tally.rows, rule.unit)} that it is about is open or violated."
    first, *others = found
    further = "".join(f"; {rule.tally.statuses[one]:,} {SHORT[one]}" for one in others)
    of = f"{rule.tally.statuses[first]:,} of {rows(rule.tally.rows, rule.unit)} that it is about"
    return f"{SHORT[first].capitalize()}: {of}{further}."


def sureness(rule: RuleCount, library: Library) -> list[str]:
    """How sure the rule is, in short: how far its text was seen, that nobody reviewed it, that it is no law."""
    if is_test(rule.instrument, library):
        return [NO_LAW]
    found = [] if rule.source_seen == "full" else [SEEN.get(rule.source_seen, "text not verified")]
    return [*found, "draft encoding"] if is_draft(rule, library) else found


def is_draft(rule: RuleCount, library: Library) -> bool:
    """Whether no lawyer has yet reviewed how the rule is encoded."""
    linked = library.rule_by_id.get(rule.rule)
    return linked is None or linked.draft


# --- what rows are told apart by ---------------------------------------------------------------------------


def named(dimension: Dimension, value: str, report: AuditReport) -> str:
    """An agency, office, user or month as reports name it, with its code: 'Buffalo [11]'."""
    if value == NOT_GIVEN:
        return "(not given)"
    if dimension == "month":
        return month(value)
    known = {"agency": report.agencies, "office": report.offices}.get(dimension, {})
    return f"{known[value]} [{value}]" if value in known else value


def month(value: str) -> str:
    """A month in words: '2018-05' is 'May 2018'."""
    year, _, number_ = value.partition("-")
    known = number_.isdecimal() and 1 <= int(number_) <= 12
    return f"{MONTHS[int(number_) - 1]} {year}" if known else value


def present(tallies: Sequence[Tally], among: Sequence[Status] = STATUSES) -> list[Status]:
    """The statuses that some row has, on all sides or for one, from the gravest."""
    found = {
        status
        for tally in tallies
        for counts in (tally.statuses, *tally.positions.values())
        for status, count in counts.items()
        if count
    }
    return [status for status in among if status in found]


def cells(statuses: Sequence[Status], tallies: Sequence[Tally], in_all: bool) -> Iterator[str]:
    """How many rows have each status, and if wanted how many there are in all."""
    for status in statuses:
        yield f"{sum(one.statuses.get(status, 0) for one in tallies):,}"
    if in_all:
        yield f"{sum(one.rows for one in tallies):,}"
