"""The steps about what bills change: a practice under the law with them beside the law without them."""

from datetime import date

from compliance.analysis.check import Question, check_case
from compliance.bills.compare import compare_case
from compliance.bills.law import DraftLaw, on_day
from compliance.engine.decide import Decider
from compliance.model.compared import Change, Column, ComparedPractice
from compliance.testing.proceeding import Proceeding
from compliance.testing.step import Steps
from compliance.testing.unmet import Unmet, brief, expect, expect_named

STEPS = Steps()
when, then = STEPS.when, STEPS.then

STEPS.about("What a bill changes")


@when(
    "it is compared with the law without the bill",
    "it is compared with the law without the bills",
    example="it is compared with the law without the bill",
)
def compared(proceeding: Proceeding) -> None:
    """Puts the conduct under the law of the day on which the last clause takes effect (or of the day that a step
    names), without the bills and with them; the steps that follow look at what is found with them."""
    law, current = proceeding.law_met(), proceeding.law((proceeding.folders, proceeding.heard))
    if isinstance(law, Decider):
        raise AssertionError("no bill is taken to be law; say 'Given the bill \"…\" is law'")
    draft, case, standard = DraftLaw(law, proceeding.signed), proceeding.case(), proceeding.standard
    day = proceeding.law_as_of or draft.last_day
    found = compare_case(case, current, [draft], standard, day)
    proceeding.look_at_all(check_case(on_day(case, day), law, Question(standard), proceeding.about))
    proceeding.compared = found


def _practice(proceeding: Proceeding) -> ComparedPractice:
    if proceeding.compared is None:
        raise AssertionError(
            "nothing was compared yet; say 'When it is compared with the law without the bill'"
        )
    proceeding.whole = True
    return proceeding.compared


def _column(proceeding: Proceeding) -> Column:
    return _practice(proceeding).columns[0]


def _change(proceeding: Proceeding, rule: str) -> Change | None:
    return next((one for one in _column(proceeding).changes if one.rule == rule), None)


@then(
    "the bill changes the practice from {before} to {after}",
    "the bill leaves the practice as it is",
    example="the bill changes the practice from contested to violated",
)
def practice_changes(proceeding: Proceeding, before: str | None = None, after: str | None = None) -> None:
    """The status of the practice as a whole without the bill and with it; or that every single finding stays."""
    practice, column = _practice(proceeding), _column(proceeding)
    if before is None or after is None:
        changes = [f"  {brief(one.after)}" for one in column.changes]
        named = [one.rule for one in column.changes]
        if changes:
            raise Unmet(f"the bill changes {', '.join(named)}", ["nothing"], named, changes)
        return
    found = f"{practice.current.status} to {column.overall.status}"
    if found != f"{before} to {after}":
        moved = [f"  {brief(one.after)}" for one in column.changes] or ["  every finding stays"]
        raise Unmet(f"the practice goes from {found}", [f"{before} to {after}"], [found], moved)


@then(
    'the bill changes "{rule}" from {before} to {after}',
    'the bill changes "{rule}" for "{position}" from {before} to {after}',
    'the bill leaves "{rule}" as it is',
    example='the bill changes "eo170-b2-disclosure" for "agency" from satisfied to violated',
)
def rule_changes(
    proceeding: Proceeding,
    rule: str,
    before: str | None = None,
    after: str | None = None,
    position: str | None = None,
) -> None:
    """The finding of one rule without the bill and with it, over all positions or for one; a rule that is not law
    without the bill is not-applicable there. The steps that begin with 'it' are about the rule last named."""
    _column(proceeding)
    finding, change = proceeding.look_at(rule), _change(proceeding, rule)
    was, now = (change.was, finding.status) if change is not None else (finding.status, finding.status)
    if position is not None:
        if position not in finding.positions:
            heard = ", ".join(finding.positions)
            raise AssertionError(f"no position '{position}' is heard on {rule}; heard are {heard}")
        now = finding.positions[position]
        known = finding if change is None else change.before
        was = "not-applicable" if known is None else known.positions.get(position, "not-applicable")
    found = f"{was} to {now}"
    if before is None or after is None:
        stays = change is None
        turned = f"from {found}" if was != now else f"on other grounds; it is {was} as before"
        expect(stays, f"the bill changes {rule} {turned}", ["it stays"], [turned], finding)
    else:
        same = " (the bill leaves it as it is)" if was == now and (change is None or position) else ""
        summary = f"{rule} goes from {found}{same}"
        expect(found == f"{before} to {after}", summary, [f"{before} to {after}"], [found], finding)


def _at_hand(proceeding: Proceeding) -> Change:
    _column(proceeding)
    rule = proceeding.at_hand().rule
    change = _change(proceeding, rule)
    if change is None:
        raise AssertionError(f"the bill leaves {rule} as it is, so that no clause changes it")
    return change


@then('clause "{clause}" changes it', example='clause "9" changes it')
def clause_changes(proceeding: Proceeding, clause: str) -> None:
    """A clause that causes the change: its name, with BILL# before it where bills are stacked."""
    change = _at_hand(proceeding)
    causes = [f"{one.bill}#{one.provision}" for one in change.cause.clauses]
    named = causes if "#" in clause else [cause.rpartition("#")[2] for cause in causes]
    expect_named(clause, named, False, "it is changed by", change.after)


@then("the change takes effect on {day}", example="the change takes effect on 2027-01-01")
def takes_effect(proceeding: Proceeding, day: str) -> None:
    """The first day of the change for the conduct at hand; later than for other conduct where it began before and is
    given longer."""
    change = _at_hand(proceeding)
    first = change.existing or change.since
    found = "no day that is known" if first is None else first.isoformat()
    date.fromisoformat(day)
    expect(found == day, f"the change takes effect on {found}", [day], [found], change.after)


@then("it is a new duty", example="it is a new duty")
def new_duty(proceeding: Proceeding) -> None:
    """The rule requires something of whoever it binds here, and no such rule applied without the bill."""
    change = _at_hand(proceeding)
    found = f"{change.after.modality}, {change.was} without the bill and {change.after.status} with it"
    expect(change.new_duty, f"it is no new duty: {found}", ["a new duty"], [found], change.after)
