"""Audits in every format: byte by byte, against the schemas, and on hostile input."""

import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.report import golden
from tests.report.audited import (
    BURSTS,
    CUSTODY,
    DISCLOSURE,
    INQUIRY,
    LAW,
    REPORT,
    grouped,
    hostile,
    rule,
    tally,
    with_rows,
)
from tests.report.page import Page, check_stands_alone
from tests.report.sarif_schema import VALIDATOR

from compliance.model.audit import AuditReport, RuleCount, UnitCount
from compliance.model.finding import STATUSES
from compliance.report.audit import FORMATS, render

SCHEMA: dict[str, Any] = json.loads(
    files("compliance.report.audit").joinpath("audit.schema.json").read_text("utf-8")
)
SUFFIX = {
    "text": "txt",
    "markdown": "md",
    "html": "html",
    "json": "json",
    "sarif": "sarif",
    "github": "github.txt",
}
HOSTILE = "<b>&\"'</b>|`*_[x](y)# \x1b[31m\u202e"
EMPTY = with_rows()
CLEAR = with_rows({"satisfied": 5}, rules=(CUSTODY,))
REPORTS = [REPORT, EMPTY, CLEAR, hostile(HOSTILE)]


def text(report: AuditReport) -> str:
    """The report as text, with single spaces."""
    return " ".join(render("text", report, LAW).split())


def data(report: AuditReport, name: str = "json") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render(name, report, LAW))
    return found


def about(*rules: RuleCount) -> AuditReport:
    """The audit with these rules alone."""
    return replace(REPORT, rules=rules)


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_what_it_was(name: str) -> None:
    golden.check(f"audit.{SUFFIX[name]}", render(name, REPORT, LAW))


# --- what came out -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("report", "says"),
    [
        (
            REPORT,
            "Violated: 2 rules, or 1 test of an auditor's own that is no law, by 1,204 of 9,900 queries and 2 of 40 "
            "disseminations.",
        ),
        (
            with_rows({"violated": 1, "satisfied": 9}, rules=(DISCLOSURE,)),
            "Violated: 1 rule, by 1 of 10 queries.",
        ),
        (
            with_rows({"violated": 7, "satisfied": 3}, rules=(BURSTS, CUSTODY)),
            "Violated: no rule, but 1 test of an auditor's own, by 7 of 10 queries.",
        ),
        (
            with_rows({"contested": 2, "undetermined": 1, "satisfied": 1}, {"no-rule": 1}, rejected=1_200),
            "Not settled: no row is violated, but 3 of 4 queries and 1 of 1 dissemination are open or governed by no "
            "rule and 1,200 rows could not be read.",
        ),
        (
            with_rows({"satisfied": 1}, rejected=1),
            "Not settled: no row is violated, but 1 row could not be read.",
        ),
        (CLEAR, "Nothing violated: 5 queries were decided, and nothing about them is open."),
        (EMPTY, "Nothing was audited: no row could be decided. That is no clearance."),
        (
            with_rows({"no-rule": 3}),
            "Nothing was audited: no encoded rule is about any row. That is a gap in what is encoded, not a clearance.",
        ),
    ],
)
def test_the_first_line_says_what_came_out(report: AuditReport, says: str) -> None:
    assert says in text(report)
    assert says.partition(":")[0] in render("markdown", report, LAW).split("\n\n")[1]


def test_rows_that_were_read_rejected_and_decided_are_told_with_their_days() -> None:
    assert "Queries 10,000 100 9,900 1 November 2016 to 28 February 2017" in text(REPORT)


def test_what_is_unknown_is_said_never_to_count_as_fine() -> None:
    for name in ("text", "markdown", "html"):
        assert "unknown, and never counted as fine" in " ".join(render(name, REPORT, LAW).split())


# --- rules -------------------------------------------------------------------------------------------------


def test_rules_stand_with_the_gravest_first_and_tests_that_are_no_law_behind_all_of_them() -> None:
    found = [one["rule"] for one in data(REPORT)["rules"]]
    assert found == [
        "order-disclosure",
        "act-sending",
        "order-inquiry",
        "ruling-custody",
        "act-keeping",
        "example-bursts",
    ]
    told = text(REPORT)
    places = [
        told.index(one)
        for one in ("No disclosure for", "No inquiry", "Tests that are no law", "At most five")
    ]
    assert places == sorted(places)


def test_a_test_of_an_auditors_own_is_never_told_as_law() -> None:
    told = text(REPORT)
    assert (
        "At most five searches of one person in a day Example thresholds, bursts · a test of an auditor's own, no law"
        in told
    )
    assert "no breach of law is found by it" in told
    assert {one["rule"]: one["is_law"] for one in data(REPORT)["rules"]}["example-bursts"] is False
    (result,) = [
        one for one in data(REPORT, "sarif")["runs"][0]["results"] if one["ruleId"] == "example-bursts"
    ]
    assert result["level"] == "warning"
    assert "a test of an auditor's own, no law" in result["message"]["text"]
    assert "test of an auditor" not in text(about(CUSTODY))


def test_how_far_the_text_of_a_rule_was_seen_stands_beside_its_citation() -> None:
    told = text(REPORT)
    assert "12 USC 90, (a) · text not seen · draft encoding" in told
    assert "Order 7 (2017), 2 · draft encoding" in told


def test_counts_by_status_stand_for_all_sides_and_for_each() -> None:
    assert (
        "For Violated Contested Not settled Satisfied "
        "────────────────────── ──────── ───────── ─────────── ───────── "
        "All sides together 1,204 300 96 8,200 "
        "The agency's reading 1,204 0 96 8,500 "
        "The advocates' reading 1,504 0 96 8,200"
    ) in text(REPORT)


def test_what_a_contest_turns_on_is_told_with_each_sides_reading() -> None:
    assert (
        "A contest turns on Is the disclosure made for the purpose of enforcement? [Order 7 (2017), 2] "
        "The agency's reading: The purpose is the one that the discloser states. "
        "The advocates' reading: The purpose is what the recipient foreseeably does."
    ) in text(REPORT)


def test_users_beyond_the_first_ten_are_counted_together() -> None:
    """25 users with violations, and rows without a user."""
    told = text(REPORT)
    assert "U09 31 0 and 16 others 345 3 By month" in told
    assert "U10" not in told
    by = {one["value"]: one["statuses"] for one in data(REPORT)["rules"][0]["by"]["user"]}
    assert by["U10"] == {"violated": 30} and by[""] == {"contested": 3}


def test_agencies_and_offices_are_named_as_the_log_format_names_them() -> None:
    assert "ICE, Buffalo field office [NYICE0] 1,200 300 9,500" in text(REPORT)
    assert "Buffalo [11] 1,204 300 1,600" in text(REPORT)


def test_more_than_two_years_of_months_are_told_by_year() -> None:
    assert "By year" in text(REPORT) and "July 2010" not in text(REPORT).partition("By year")[2]
    assert "By month Month Violated Contested Rows in all" in text(REPORT)
    many = rule(
        "order-disclosure",
        tally({"violated": 3}),
        by={"month": grouped({f"20{10 + n // 12}-{n % 12 + 1:02}": {"violated": n} for n in range(1, 26)})},
    )
    years = text(about(many)).partition("By year")[2]
    assert f"2010 {sum(range(1, 12))}" in years and f"2011 {sum(range(12, 24))}" in years


def test_where_no_row_says_a_dimension_it_is_left_out() -> None:
    silent = replace(DISCLOSURE, by={"office": grouped({"": {"violated": 3}})})
    assert "By office" not in text(about(silent))


def test_a_row_that_is_only_unknown_is_no_row_to_break_down() -> None:
    only = replace(INQUIRY, by={"user": grouped({"U1": {"undetermined": 4}})})
    assert "By user" not in text(about(only))


def test_examples_can_be_pasted_into_a_shell() -> None:
    told = render("text", REPORT, LAW)
    assert "--explain Q-0000017\n" in told
    assert """--explain 'Q '"'"'18'"'"''\n""" in told
    assert "--explain D-1 --unit disseminations\n" in told


def test_rules_in_whose_favor_all_is_settled_stand_in_one_table() -> None:
    told = text(REPORT).partition("Not in question")[2]
    assert "40 satisfied" in told and "about none of them" in told


# --- what could not be told --------------------------------------------------------------------------------


def test_rejected_rows_are_told_by_reason_with_places() -> None:
    told = text(REPORT)
    assert (
        "Queries the id is on more than one row. 98 queries.csv:17, queries.csv:18, queries.csv:912 …" in told
    )
    assert "Queries the time was not read. 2 queries.csv:1044, queries.csv:1045 Reviews" in told


def test_what_the_log_does_not_tell_is_told() -> None:
    told = text(REPORT)
    assert "trigger: What sets the disclosure off?" in told
    assert "Queries PURP purpose (empty cell) 56 Queries PURP purpose Z 40" in told
    assert "and 6 others 6" in told
    assert len(data(REPORT)["untold"]) == 26


def test_where_rows_were_written_is_told() -> None:
    assert "out/rows.parquet" in text(REPORT) and "out/rejected.csv" in text(REPORT)
    assert "out/rows.parquet" not in text(replace(REPORT, rows_file=None))


# --- formats -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("report", REPORTS)
def test_the_json_has_the_shape_that_the_schema_tells(report: AuditReport) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(data(report))


def test_the_schema_knows_every_status_and_would_notice() -> None:
    assert SCHEMA["$defs"]["status"]["enum"] == list(STATUSES)
    broken = data(REPORT)
    broken["rules"][0]["statuses"]["fine"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(broken)


@pytest.mark.parametrize("report", REPORTS)
def test_the_sarif_is_valid(report: AuditReport) -> None:
    found = data(report, "sarif")
    assert not [(list(error.absolute_path), error.message) for error in VALIDATOR.iter_errors(found)]


def test_sarif_has_a_result_with_counts_for_each_rule_in_question() -> None:
    run = data(REPORT, "sarif")["runs"][0]
    assert [(one["ruleId"], one["level"]) for one in run["results"]] == [
        ("order-disclosure", "error"),
        ("act-sending", "error"),
        ("order-inquiry", "warning"),
        ("example-bursts", "warning"),
    ]
    assert (
        "Violated: 1,204 of 9,800 queries that it is about; 300 contested; 96 not settled. The agency's reading: 1,204 "
        "violated, 96 not settled." in run["results"][0]["message"]["text"]
    )
    assert {one["rule"]: one["rows"] for one in run["properties"]["totals"]}["ruling-custody"] == 40
    assert (
        "98 rows of queries rejected"
        in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    )
    assert run["invocations"][0]["executionSuccessful"] is True
    assert data(EMPTY, "sarif")["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_the_commands_for_github_say_when_nothing_was_audited() -> None:
    assert render("github", CLEAR, LAW) == ""
    assert "Nothing was audited" in render("github", EMPTY, LAW)


def test_the_text_keeps_to_100_columns() -> None:
    for report in REPORTS:
        lines = render("text", report, LAW).split("\n")
        assert max(map(len, lines)) <= 100
        assert all(line == line.rstrip() for line in lines)


def test_color_says_nothing_of_its_own() -> None:
    colored = render("text", REPORT, LAW, color=True)
    assert "\x1b" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render("text", REPORT, LAW)


@pytest.mark.parametrize("report", REPORTS)
def test_the_page_is_sound_and_stands_alone(report: AuditReport) -> None:
    page = check_stands_alone(render("html", report, LAW))
    assert page.tags.count("svg") == page.tags.count("figure") == page.tags.count("title") - 1
    assert page.tags.count("desc") == page.tags.count("svg")
    assert page.tags.count("details") == page.tags.count("svg")


def test_the_page_draws_every_month_and_the_first_twenty_users() -> None:
    page = render("html", about(DISCLOSURE), LAW)
    months, users = page.split("<svg")[1:]
    assert [part.partition("<")[0] for part in re.split(r"<text[^>]*>", months)[3:]] == [
        "2016-11", "2016-12", "2017-01", "2017-02",
    ]  # fmt: skip
    drawn = months.partition("</svg>")[0]
    assert drawn.count('class="violated"') == 2 and drawn.count('class="contested"') == 2
    heights = dict(re.findall(r'height="([0-9.]+)" class="(violated|contested)"', drawn)[:2])
    assert float(next(iter(heights))) == 157.5  # 700 of the 800 in the tallest month, of 180
    assert users.partition("</svg>")[0].count("<rect") == 20
    assert "The 20 users with the most of them; the first has 40." in users


def test_months_far_apart_are_not_filled_up() -> None:
    wide = replace(
        DISCLOSURE, by={"month": grouped({"0001-01": {"violated": 1}, "9999-12": {"violated": 1}})}
    )
    assert render("html", about(wide), LAW).count("<rect") == 2


def test_hostile_text_is_text() -> None:
    page = Page(render("html", hostile(HOSTILE), LAW))
    assert "<b>&\"'</b>|`*_[x](y)# [31m" in page.text
    assert "<b>" not in render("markdown", hostile(HOSTILE), LAW).replace(r"\<b\>", "")
    for name in FORMATS:
        assert "\x1b" not in render(name, hostile(HOSTILE), LAW)
    assert render("github", hostile("a\n::error::b"), LAW).count("\n") == 3


def test_rows_of_one_day_and_open_ends_are_told() -> None:
    day = date(2019, 5, 8)
    one = UnitCount("queries", 1, 0, tally({"satisfied": 1}), day, day)
    assert "Queries 1 0 1 8 May 2019 Queries: what" in text(replace(CLEAR, units=(one,)))
