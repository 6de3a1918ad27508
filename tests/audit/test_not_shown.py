"""What a log does not show is never said to be broken."""

from pathlib import Path

import pytest

from compliance.audit.run import Options, audit
from compliance.engine.decide import Decider
from compliance.model.audit import AuditReport
from compliance.source.library import load_library
from compliance.source.logs import read_log

EXAMPLE = Path(__file__).parent.parent.parent / "features" / "logs" / "federal-offices" / "tests"
FORMAT = """\
log: office
title: Log of an office
time-zone: America/New_York
parties: {record-keeper: dcjs, user-agency: ice-batavia}
tables:
  queries:
    files: queries.csv
    columns: {id: NO, time: AT, user: WHO, subject: NYSID}
    facts: {act: [record-query], records.source: own-search, records.purpose: crime, query.logged: true}
    complete: {from: 2018-01-01, to: 2018-12-31}
  certifications:
    files: certifications.csv
    columns: {user: WHO, from: FROM, to: TO}
    complete: {from: 2018-01-01, to: 2018-12-31}
  reviews:
    files: reviews.csv
    columns: {query: NO, time: AT, reviewer: BY, outcome: {column: RESULT, codes: {OK: validated}}}
    complete: {from: 2018-01-01, to: 2018-12-31}
  disseminations:
    files: disseminations.csv
    columns: {id: D, time: AT, query: NO}
    facts: {act: [record-use], records.source: own-search}
    complete: {from: 2018-01-01, to: 2018-12-31}
"""
LOG = {
    "queries": """\
NO,AT,WHO,NYSID
q1,2018-05-01 10:00,ann,1
q2,2018-05-02 10:00,ben,2
q3,2018-05-03 10:00,eve,3
""",
    "certifications": "WHO,FROM,TO\nann,2018-01-01,2018-12-31\n",
    "reviews": "NO,AT,BY,RESULT\n",
    "disseminations": "D,AT,NO\n",
}


def audited(folder: Path, **tables: str) -> AuditReport:
    """The audit of the log, with some of its tables written otherwise."""
    for name, text in (LOG | tables).items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "office.log.yaml").write_text(FORMAT, encoding="utf-8")
    library = load_library((EXAMPLE,))
    log = read_log(folder / "office.log.yaml", library)
    return audit(log, Decider(library), Options(work=folder / "work"), lambda *_, **__: None)


def statuses(report: AuditReport, rule: str) -> dict[str, int]:
    (found,) = (one for one in report.rules if one.rule == rule)
    return {str(status): number for status, number in found.tally.statuses.items() if number}


# --- rows that could not be read -------------------------------------------------------------------------


def test_a_user_whose_certificate_cannot_be_read_is_not_said_to_have_none(tmp_path: Path) -> None:
    report = audited(tmp_path, certifications=LOG["certifications"] + "ben,the first of May,\n")
    assert statuses(report, "ud-certified") == {"satisfied": 1, "undetermined": 1, "violated": 1}
    (warning,) = report.warnings
    assert warning.startswith("1 row of certifications could not be read. What seems to be missing from")


@pytest.mark.parametrize("line", ["a line, with, too many, cells\n", ",2018-01-01,\n"])
def test_a_certificate_of_nobody_knows_whom_may_be_anybodys(tmp_path: Path, line: str) -> None:
    report = audited(tmp_path, certifications=LOG["certifications"] + line)
    assert statuses(report, "ud-certified") == {"satisfied": 1, "undetermined": 2}


def test_an_entry_on_a_search_whose_number_came_twice_names_a_search_of_the_log(tmp_path: Path) -> None:
    twice = LOG["queries"] + "q3,2018-05-04 10:00,eve,3\n"
    entries = LOG["disseminations"] + "d1,2018-05-05 10:00,q3\nd2,2018-05-05 10:00,q9\n"
    report = audited(tmp_path, queries=twice, disseminations=entries)
    assert statuses(report, "log-test-dissemination-search") == {"satisfied": 1, "violated": 1}


def test_an_entry_on_a_search_that_could_not_be_read_is_not_said_to_be_without_one(tmp_path: Path) -> None:
    unread = LOG["queries"] + "q9,some day,eve,3\n"
    entries = LOG["disseminations"] + "d1,2018-05-05 10:00,q9\nd2,2018-05-05 10:00,q8\n"
    report = audited(tmp_path, queries=unread, disseminations=entries)
    assert statuses(report, "log-test-dissemination-search") == {"undetermined": 1, "violated": 1}


# --- days without a time of day --------------------------------------------------------------------------


def test_a_review_is_counted_by_days_where_the_log_gives_its_day_alone(tmp_path: Path) -> None:
    reviews = "q1,2018-05-01,kay,OK\nq2,2018-06-01,kay,OK\nq3,2018-06-03,kay,OK\n"
    report = audited(tmp_path, reviews=LOG["reviews"] + reviews)
    assert statuses(report, "log-test-review") == {"satisfied": 2, "violated": 1}


def test_a_day_alone_does_not_show_how_many_searches_lie_in_some_hours(tmp_path: Path) -> None:
    many = "".join(f"q{i},2018-05-0{1 + i % 2},ann,1\n" for i in range(12))
    report = audited(tmp_path, queries="NO,AT,WHO,NYSID\n" + many)
    assert statuses(report, "log-test-repeated-searches") == {"undetermined": 12}
    assert statuses(report, "log-test-after-hours") == {"undetermined": 12}


def test_a_certificate_that_ended_within_the_day_of_a_search_may_have_been_in_force(tmp_path: Path) -> None:
    queries = "NO,AT,WHO,NYSID\nq1,2018-05-01,ann,1\nq2,2018-05-02,ann,1\nq3,2018-05-03,ann,1\n"
    certificate = "WHO,FROM,TO\nann,2018-01-01,2018-05-02 12:00\n"
    report = audited(tmp_path, queries=queries, certifications=certificate)
    assert statuses(report, "ud-certified") == {"satisfied": 1, "undetermined": 1, "violated": 1}


# --- before the log --------------------------------------------------------------------------------------


def test_an_entry_of_the_first_days_may_name_a_search_from_before_the_log(tmp_path: Path) -> None:
    entries = (
        LOG["disseminations"] + "d1,2018-02-01 10:00,x1\nd2,2018-06-01 10:00,x2\nd3,2018-05-05 10:00,q1\n"
    )
    report = audited(tmp_path, disseminations=entries)
    assert statuses(report, "log-test-dissemination-search") == {
        "satisfied": 1,
        "undetermined": 1,
        "violated": 1,
    }
