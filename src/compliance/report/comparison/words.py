"""Kinds of change, clauses, drafts and days of a comparison, in the words that a lawyer reads."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from compliance.model.bill import Verb
from compliance.model.comparison import Cause, Change, Column, Draft, Kind
from compliance.model.enactment import Clause
from compliance.model.finding import Finding
from compliance.model.instrument import BillStage
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment
from compliance.report.words import SHORT, day, listed, stop

PRACTICE: Mapping[Kind, str] = {
    "forbids": "newly forbidden",
    "permits": "no longer forbidden",
    "unsettles": "newly open",
    "settles": "settled in its favor",
    "alters": "the same as a whole, on other findings",
    "leaves": "as now",
}
"""What becomes of a practice as a whole."""

SUMMARY: Mapping[Kind, str] = {
    "forbids": "Would newly forbid",
    "permits": "Would no longer forbid",
    "unsettles": "Would make unsettled",
    "settles": "Would settle in its favor",
    "alters": "Would change findings, and not the practice as a whole",
    "leaves": "Would leave as it is",
}

STAGE: Mapping[BillStage, str] = {
    "example": "an example that nobody has introduced",
    "proposed": "proposed",
    "introduced": "introduced",
    "in-committee": "in committee",
    "passed-one-house": "passed by one house",
    "passed-both-houses": "passed by both houses",
    "signed": "signed",
    "vetoed": "vetoed",
    "died": "died",
}

_VERBS: Mapping[Verb, str] = {
    "add": "would add",
    "amend": "would amend",
    "repeal": "would repeal",
    "void": "would take the effect from",
    "redefine": "would redefine",
}


def amendment_of(draft: Draft, clause: Clause) -> LinkedAmendment | None:
    """The amendment that a clause makes; None where its provision is law by itself."""
    if not clause.amendment:
        return None
    amendments = draft.enactment.current.bills[clause.bill].amendments
    return next(one for one in amendments if one.name == clause.amendment)


def clause_cite(draft: Draft, clause: Clause) -> str:
    """The citation of a clause."""
    return draft.library.cite(clause.bill, clause.provision)


def clause_words(draft: Draft, clause: Clause) -> str:
    """A clause with what it does: 'S1 (2027), § 9, which would repeal Correction Law 147'."""
    amendment = amendment_of(draft, clause)
    does = "" if amendment is None else f", which {what_it_does(draft.library, amendment)}"
    return f"{clause_cite(draft, clause)}{does}"


def what_it_does(library: Library, amendment: LinkedAmendment) -> str:
    """What an amendment does: 'would repeal Correction Law 147'."""
    home = library.instruments[amendment.instrument]
    if amendment.verb == "redefine":
        what = f"“{amendment.target.replace('-', ' ')}” of {home.short}"
    else:
        what = library.cite(amendment.instrument, amendment.target) if amendment.target else home.short
    return f"{_VERBS[amendment.verb]} {what}"


def caused(draft: Draft, cause: Cause) -> Iterator[str]:
    """The clauses that cause a change, each with its gist, and how they do so together."""
    if not cause.clauses:
        yield "Comes of the bill as a whole."
        return
    match cause.how:
        case "together":
            yield "Only these clauses together cause it:"
        case "each":
            yield "Each of these clauses would cause it by itself:"
        case "among":
            yield "One or several of these clauses cause it, which could not be told apart:"
    for clause in cause.clauses:
        gist = draft.library.provision(clause.bill, clause.provision).gist
        yield f"{clause_words(draft, clause)}: {stop(gist)}"


def since(change: Change) -> str:
    """From which day on a change would hold."""
    if change.since is None:
        return "from the day on which the bill takes effect"
    told = f"from {day(change.since)}"
    if change.existing is not None:
        told += f", and for conduct that began before from {day(change.existing)}"
    return told + (f", through {day(change.until)}" if change.until is not None else "")


def status(finding: Finding | None) -> str:
    """The status of a finding in a cell; by position where they differ."""
    if finding is None:
        return "–"
    if finding.status != "contested":
        return SHORT[finding.status]
    sides = "; ".join(f"{position}: {SHORT[found]}" for position, found in finding.positions.items())
    return f"contested ({sides})"


def of_change(change: Change) -> str:
    """What a change of a finding comes to, in a clause."""
    match change.kind:
        case "forbids":
            return "would newly forbid it"
        case "permits" if change.after.status == "not-applicable":
            return "would no longer apply to it"
        case "permits":
            return "would no longer forbid it"
        case "unsettles":
            return "would leave open whether it is forbidden"
        case "settles" if change.after.status == "not-applicable":
            return "would no longer apply to it"
        case "settles":
            return "would settle it"
    if change.was == "not-applicable":
        return {"satisfied": "would newly apply, and is kept", "permitted": "would newly permit it"}.get(
            change.after.status, "would newly apply, and excuses it"
        )
    return "would no longer apply to it" if change.after.status == "not-applicable" else "would change"


def of_column(column: Column) -> str:
    """What a draft makes of a practice, in a cell."""
    return f"{SHORT[column.overall.status]} ({PRACTICE[column.kind]})"


def names(practices: Iterable[str]) -> str:
    """Practices by name; 'none' where there are none."""
    return listed(list(practices)) or "none"


def a_day_or_never(value: date | None) -> str:
    return "never" if value is None else day(value)
