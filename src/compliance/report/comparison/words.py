"""Kinds of change, clauses, drafts and days of a comparison, in the words that a lawyer reads."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from compliance.model.bill import Verb
from compliance.model.compared import Cause, Change, Column, Draft, How
from compliance.model.comparison import KINDS, OPEN, Kind
from compliance.model.enactment import Clause
from compliance.model.finding import Finding, Status
from compliance.model.instrument import BillStage
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment
from compliance.report.blocks import Item
from compliance.report.sides import side_title
from compliance.report.words import SHORT, day, listed, stop

Told = Kind | Literal["forbids-open"]
"""A kind of change as it is told: to forbid what may be forbidden already is told apart."""
TOLD: tuple[Told, ...] = (KINDS[0], "forbids-open", *KINDS[1:])

PRACTICE: Mapping[Told, str] = {
    "forbids": "newly forbidden",
    "forbids-open": "clearly forbidden",
    "permits": "no longer forbidden",
    "unsettles": "newly open",
    "settles": "settled without a violation",
    "alters": "changed in its findings",
    "leaves": "as now",
}
"""What becomes of a practice as a whole, in a cell."""

SUMMARY: Mapping[Told, str] = {
    "forbids": "Would newly forbid",
    "forbids-open": "Would forbid what is open now",
    "permits": "Would no longer forbid",
    "unsettles": "Would make unsettled",
    "settles": "Would settle without a violation",
    "alters": "Would change in other ways",
    "leaves": "Would leave as it is",
}
"""The same as the head of a list of practices."""


def told(kind: Kind, before: Status) -> Told:
    """How a change of a kind is told, from what the status was."""
    return "forbids-open" if kind == "forbids" and before in OPEN else kind


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

KEPT: tuple[Status, ...] = ("satisfied", "permitted", "excused")
"""What a rule that newly reaches conduct can come to without forbidding it."""


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
        what = f"“{amendment.target.replace('-', ' ')}” in {home.short}"
    else:
        what = library.cite(amendment.instrument, amendment.target) if amendment.target else home.short
    return f"{_VERBS[amendment.verb]} {what}"


HOW: Mapping[How, str] = {
    "alone": "Because of",
    "together": "Because of these clauses together, and of none of them without the others:",
    "each": "Because of these clauses, each of which would do by itself:",
    "among": "Because of one or several of these clauses, which could not be told apart:",
}


def caused(draft: Draft, cause: Cause) -> Item:
    """The clauses that cause a change, each with its gist, and how they do so together."""
    named = [
        f"{clause_words(draft, one)}: {stop(draft.library.provision(one.bill, one.provision).gist)}"
        for one in cause.clauses
    ]
    if len(named) < 2:
        return Item("".join(named) or "the bill as a whole.", HOW["alone"])
    return Item("", HOW[cause.how], tuple((0, one) for one in named))


def since(change: Change) -> str:
    """From which day on a change would hold."""
    if change.since is None:
        return "from the day on which the bill takes effect"
    told = f"from {day(change.since)}"
    if change.existing is not None:
        told += f"; since this conduct began before, from {day(change.existing)}"
    return told + (f"; through {day(change.until)}" if change.until is not None else "")


def status(finding: Finding | None) -> str:
    """The status of a finding in a cell; by position where they differ."""
    if finding is None:
        return "–"
    if finding.status != "contested":
        return SHORT[finding.status]
    sides = "; ".join(f"{position}: {SHORT[found]}" for position, found in finding.positions.items())
    return f"contested ({sides})"


def of_change(change: Change) -> str:
    """What would become of the finding of one rule, in a clause."""
    was, now = change.was, change.after.status
    if now == "not-applicable":
        return "would no longer apply to it"
    if was == "not-applicable":
        told = {
            "satisfied": "and is kept",
            "permitted": "and permits it",
            "excused": "and an exception excuses it",
        }
        opening = "would newly apply"
        if now == "violated":
            return f"{opening}, and forbids it"
        return f"{opening}, {told[now]}" if now in told else f"{opening}, and is {SHORT[now]}"
    if was == now:
        return f"would still be {SHORT[now]}, on other grounds"
    return f"would be {SHORT[now]}, and is {SHORT[was]} now"


def of_column(column: Column, before: Status) -> str:
    """What a draft makes of a practice, in a cell."""
    return f"{SHORT[column.overall.status]} ({PRACTICE[told(column.kind, before)]})"


def side(draft: Draft, position: str) -> str:
    """A position by its title."""
    return side_title(position, draft.library)


def names(practices: Iterable[str]) -> str:
    """Practices by name; 'none' where there are none."""
    return listed(list(practices)) or "none"


def days(since: date | None, until: date | None) -> str:
    """From when to when a clause is law."""
    if since is None:
        return "never, since it would have ended before"
    return day(since) if until is None else f"{day(since)} to {day(until)}"
