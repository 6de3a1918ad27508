"""What all formats of the coverage say alike: outcomes, states, totals, and when something is law."""

from collections.abc import Iterable, Mapping

from compliance.model.coverage import (
    Coverage,
    Encoded,
    Exercise,
    Measure,
    Outcome,
    ProvisionCoverage,
    ReadingCoverage,
    ScenarioRef,
    TermCoverage,
    Total,
    tally,
)
from compliance.model.instrument import Source
from compliance.model.interval import InForce
from compliance.model.library import Library
from compliance.model.reference import split_reference
from compliance.model.rule import Term
from compliance.report.words import SEEN, day, listed, number, stop

NEVER_MEANS = (
    "Beside this, each rule and exception shows the outcomes that it can have and no scenario sees. They are there to "
    "think about, and do not count."
)
APART: Mapping[Measure, str] = {
    "readings": "on record only, by which no position decides",
    "provisions": "not encoded, or with nothing encoded from them",
}
"""What is not counted, in words."""

MEANS: Mapping[Measure, str] = {
    "rules": "A scenario that holds looks at a finding in which the rule applies.",
    "exceptions": (
        "A scenario that holds names the exception and finds it shown, or calls a finding excused that it alone "
        "excuses. Where its provision could not be encoded: a scenario names it and finds it not encoded."
    ),
    "readings": (
        "A scenario that holds looks at a finding in which the rule applies on that reading, or which turns on it. "
        "It is decisive where the finding turns on it: read as another position reads it, the finding differs. "
        "Readings that no position decides by are on record only, and not counted."
    ),
    "provisions": (
        "Something encoded from it is covered: a rule, an exception, a term, a priority, the practices that it bears "
        "on, or other law that it keeps in force. Or a scenario cites it, or names it as bearing on a practice. "
        "Provisions that are not encoded are shown with the reason, and not counted."
    ),
}
"""What is covered, for each kind of thing."""


def outcome(what: str) -> str:
    """An outcome in words; of a rule that does not apply the reason alone: 'not bound'."""
    status, _, reason = what.partition(" because ")
    return (reason or status).replace("-", " ")


def outcomes(found: Iterable[Outcome]) -> str:
    """What one scenario saw: 'contested; advocate: violated'."""
    return "; ".join(
        f"{one.position}: {outcome(one.what)}" if one.position else outcome(one.what) for one in found
    )


def tallied(exercises: Iterable[Exercise]) -> str:
    """Every outcome with its number of scenarios: 'violated 3, excused 1'."""
    return ", ".join(f"{outcome(what)} {count}" for what, count in tally(exercises).items())


def never(what: Iterable[str]) -> str:
    """Outcomes that no scenario sees, in a list."""
    return listed([outcome(one) for one in what], "or")


def place(scenario: ScenarioRef) -> str:
    """file:line."""
    return f"{scenario.file}:{scenario.line}"


def percent(total: Total) -> str:
    """'93.3 %'; a dash where there is nothing to cover."""
    return "–" if total.percent is None else f"{total.percent:.4g} %"


def share(total: Total) -> str:
    """'14 of 15 (93.3 %)'."""
    if not total.count:
        return "none to cover"
    return f"{total.covered} of {total.count} ({percent(total)})"


def apart(total: Total) -> str:
    """What is not counted: 'not counted: 9 on record only …'; empty where there is nothing."""
    return f"not counted: {len(total.apart)} {APART[total.measure]}" if total.apart else ""


def ran(coverage: Coverage) -> str:
    """How many scenarios were played and hold."""
    failed = len(coverage.failed)
    told = number(coverage.scenarios, "scenario")
    if not failed:
        return f"{told}, and all hold." if coverage.scenarios != 1 else f"{told}, and it holds."
    return f"{told}, of which {failed} {'fails and covers' if failed == 1 else 'fail and cover'} nothing."


def idle(coverage: Coverage) -> str:
    """How many scenarios hold and exercise nothing."""
    one = len(coverage.idle) == 1
    speak, cover = ("speaks", "covers") if one else ("speak", "cover")
    return (
        f"{number(len(coverage.idle), 'scenario')} {speak} of a practice as a whole, or of other law, "
        f"and {cover} nothing here."
    )


def shortfall(total: Total, least: float) -> str:
    """How far a total is from the percentage asked for, and what is missing."""
    assert total.percent is not None
    points = f"{max(0.1, least - total.percent):.4g}"
    return (
        f"{total.measure}: {share(total)} is {points} points under {least:.4g} %; "
        f"not covered: {listed(total.missing)}"
    )


def on_record(reading: ReadingCoverage, term: TermCoverage, library: Library) -> str:
    """Why a reading is not counted."""
    held = term_of(term, library).readings[reading.name].held_by
    return f"on record only{': no rule leads to it' if held else ''}"


def encoded(one: Encoded) -> str:
    """Something encoded from a provision: 'rule ban', 'exception ban: warrant'."""
    return one.name if one.kind in ("bearing", "continuation") else f"{one.kind} {one.name}"


def state(provision: ProvisionCoverage, library: Library, instrument: str) -> str:
    """Whether a provision is covered, and why it is not counted where it is not."""
    why = library.provision(instrument, provision.name).not_encoded
    match provision.state:
        case "not encoded":
            return f"not encoded: {why}"
        case "on record":
            return "on record: nothing is encoded from it that a scenario could look at"
        case "not covered":
            return f"NOT COVERED: {listed([encoded(one) for one in provision.encoded])}"
    return "covered"


def in_force(one: InForce, home: str, library: Library) -> str:
    """When something is law: 'from 15 September 2017 to 23 August 2021'."""
    begins = f"from {day(one.earliest)}"
    if one.certain_from is None:
        begins = f"from a day that is not known, {day(one.earliest)} at the earliest"
    elif one.certain_from != one.earliest:
        begins = f"from a day between {day(one.earliest)} and {day(one.certain_from)}"
    ends = f" to {day(one.to)}" if one.to else ""
    by = f", kept in force by {library.cite(*split_reference(one.by, home))}" if one.by else ""
    return f"{begins}{ends}{by}" + (f". {stop(one.note)}" if one.note else "")


def source(found: Source) -> str:
    """How far a text was seen, and when that was checked."""
    seen = SEEN.get(found.seen, "text seen in full")
    return seen + (f"; checked on {day(found.checked)}" if found.checked else "")


def term_of(term: TermCoverage, library: Library) -> Term:
    """The term as it is encoded."""
    return library.term_by_address[term.address]


def ask(term: Term) -> str:
    """The question that a term poses, of any party."""
    return term.ask.replace("{party}", "the party")
