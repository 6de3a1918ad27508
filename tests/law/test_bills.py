"""What the encoded bills would change for the practices that ship."""

from functools import cache
from pathlib import Path

from compliance.analysis.enacted import EnactedLaw
from compliance.bills.compare import compare
from compliance.bills.law import DraftLaw
from compliance.engine.decide import Decider
from compliance.model.compared import Change, Column, Comparison
from compliance.model.library import Library
from compliance.source.library import load_library
from compliance.source.practices import find_practices, read_cases

FOLDER = Path(__file__).parent.parent.parent / "features/practices"
NY4A, A2261, DND = "us-ny/bill/2025-s2235b", "us-ny/bill/2025-a2261", "us-ny/bill/2025-s316"
NOTICE, STATUS_ONLY = "dcjs-arrest-notice", "dcjs-arrest-notice-status-only"
PRISONS = "doccs-tells-ice-of-alien-inmate"


@cache
def library() -> Library:
    return load_library()


@cache
def current() -> Decider:
    return Decider(library())


@cache
def compared(bill: str) -> Comparison:
    files, problems = find_practices([FOLDER])
    assert problems == ()
    cases, problems = read_cases(files, library())
    assert problems == ()
    return compare(cases, current(), [DraftLaw(EnactedLaw(library(), [bill]))])


def column(bill: str, practice: str) -> Column:
    return next(one for one in compared(bill).practices if one.id == practice).columns[0]


def changes(bill: str, practice: str) -> dict[str, Change]:
    return {one.rule: one for one in column(bill, practice).changes}


# --- New York for All -------------------------------------------------------------------------------------


def test_new_york_for_all_would_forbid_the_notice_on_both_readings() -> None:
    only = column(NY4A, NOTICE)
    assert only.overall.positions == {"agency": "violated", "advocate": "violated"}
    assert only.kind == "forbids"
    found = changes(NY4A, NOTICE)
    forbidding = {one.after.citation: one for one in found.values() if one.after.status == "violated"}
    assert all(one.after.instrument == NY4A for one in forbidding.values())


def test_by_the_ban_on_disclosure_that_has_no_test_of_purpose() -> None:
    ban = next(one for one in changes(NY4A, NOTICE).values() if one.after.provision == "319-a.2")
    assert set(ban.after.positions.values()) == {"violated"}
    assert [clause.provision for clause in ban.cause.clauses] == ["319-a.2"]
    facts = library().bills[NY4A].rules
    rule = next(one for one in facts if one.id == ban.rule)
    assert "disclosure.stated-purpose" not in library().support(*rule.conditions).facts


def test_and_by_the_definition_that_includes_reentry() -> None:
    means = next(one for one in changes(NY4A, NOTICE).values() if one.after.provision == "319-a.1")
    assert set(means.after.positions.values()) == {"violated"}
    words = [library().term_by_address[term] for term in means.terms if term in library().term_by_address]
    assert any("reentry" in (term.words or "") for term in words)


def test_a_bare_statement_of_status_would_stay_saved() -> None:
    only = column(NY4A, STATUS_ONLY)
    assert only.kind != "forbids"
    ban = next(one for one in only.changes if one.after.provision == "319-a.2")
    assert ban.after.status == "excused"


def test_records_and_certificates_would_be_new_duties() -> None:
    duties = {one.after.provision for one in changes(NY4A, NOTICE).values() if one.new_duty}
    assert {"319-a.9", "621.3"} <= duties
    audits = changes(NY4A, "attorney-general-and-audit-criteria").values()
    assert [one.after.provision for one in audits if one.new_duty] == ["63-e"]


def test_the_attorney_generals_duty_is_no_measure_of_another_bodys_audit() -> None:
    assert column(NY4A, "five-of-ten-agencies-audited").left


def test_the_repeal_of_correction_law_147_takes_the_excuse_from_what_leaned_on_it() -> None:
    change = changes(NY4A, PRISONS)["eo170-b2-disclosure"]
    assert (change.was, change.after.status) == ("excused", "violated")
    (clause,) = change.cause.clauses
    assert clause.amendment and clause.provision == "9"


def test_no_clause_of_the_bills_is_idle() -> None:
    assert compared(NY4A).errors == compared(A2261).errors == compared(DND).errors == ()


# --- others -----------------------------------------------------------------------------------------------


def test_the_negating_bill_would_make_the_findings_of_the_order_fall() -> None:
    change = changes(A2261, NOTICE)["eo170-b2-disclosure"]
    assert (change.was, change.after.status, change.after.reason) == (
        "contested",
        "not-applicable",
        "not-in-force",
    )
    assert change.ended_by is not None and change.ended_by.bill == A2261
    fallen = [one for one in compared(A2261).practices for c in one.columns[0].changes if c.ended_by]
    assert len(fallen) > 10


def test_dignity_not_detention_would_leave_the_notice_as_it_is() -> None:
    assert column(DND, NOTICE).left
    from compliance.report.comparison import render

    text = " ".join(render("text", compared(DND)).split())
    assert NOTICE in text.partition("Would leave as it is:")[2].partition(".")[0]
