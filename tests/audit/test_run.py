"""Audits from end to end, of small logs in CSV."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.csv as pcsv
import pyarrow.parquet as pq
import pytest
import yaml
from tests.audit.drawn import EXAMPLE, law

from compliance.audit import explain
from compliance.audit.error import AuditError
from compliance.audit.run import Options, audit
from compliance.engine.decide import Decider
from compliance.model.audit import AuditReport, RuleCount
from compliance.model.finding import Status
from compliance.model.log import LinkedLog
from compliance.source.library import load_library
from compliance.source.logs import read_log

REPEATED, REASON = "log-test-repeated-searches", "log-test-reason"
START = datetime(2018, 6, 1, 8)


class Log:
    """A log in a folder: queries, and what else is given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rows: list[tuple[str, str, str, str, str]] = []
        self.tables: dict[str, Any] = {
            "queries": {
                "files": "queries.csv",
                "columns": {
                    "id": "ID",
                    "time": "AT",
                    "user": "USER",
                    "agency": "ORI",
                    "subject": "NYSID",
                    "reason": "WHY",
                },
                "facts": {
                    "act": ["record-query"],
                    "records.source": "own-search",
                    "query.logged": True,
                    "records.purpose": "crime",
                },
                "complete": {"from": date(2018, 1, 1), "to": date(2018, 12, 31)},
            }
        }

    def search(
        self, id_: str, after: timedelta = timedelta(), user: str = "u1", why: str = "a reason"
    ) -> None:
        self.rows.append((id_, f"{START + after:%Y-%m-%d %H:%M:%S}", user, "N1", why))

    def table(self, name: str, lines: Sequence[str], **said: Any) -> None:
        (self.folder / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        self.tables[name] = {"files": f"{name}.csv", **said}

    def read(self) -> LinkedLog:
        lines = ["ID,AT,USER,ORI,NYSID,WHY"]
        lines += [f"{id_},{at},{user},{agency},s1,{why}" for id_, at, user, agency, why in self.rows]
        (self.folder / "queries.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        format_ = {
            "log": "small",
            "title": "A small log",
            "time-zone": "America/New_York",
            "parties": {"record-keeper": "dcjs", "user-agency": {"by": "agency"}},
            "agencies": {"N1": "ice-batavia", "N2": "tsa"},
            "tables": self.tables,
        }
        path = self.folder / "small.log.yaml"
        path.write_text(yaml.safe_dump(format_, sort_keys=False), encoding="utf-8")
        return read_log(path, law()[0])

    def audit(self, **options: Any) -> AuditReport:
        asked = Options(work=self.folder / "work", **options)
        return audit(self.read(), law()[1], asked, lambda done, all_: None)

    def explain(self, unit: Any, id_: str, **options: Any) -> dict[str, Any]:
        found = explain.case(self.read(), law()[1], Options(**options), unit, id_)
        return {fact: known.value for fact, known in found.facts.items()}


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path)


def rule(report: AuditReport, name: str) -> RuleCount:
    return next(one for one in report.rules if one.rule == name)


def statuses(report: AuditReport, name: str) -> dict[Status, int]:
    return dict(rule(report, name).tally.statuses)


def test_rows_of_one_id_are_rejected_and_count_for_no_other(log: Log) -> None:
    for i in range(4):
        log.search(f"q{i}", timedelta(minutes=i))
    log.search("q9", timedelta(minutes=6))
    log.search("q9", timedelta(minutes=7))
    log.search("q5", timedelta(minutes=8))
    report = log.audit()
    assert statuses(report, REPEATED) == {"satisfied": 4, "undetermined": 1}, (
        "of q9 one or two may count for q5"
    )
    (unit,) = report.units
    assert (unit.read, unit.rejected) == (7, 2)
    assert log.explain("queries", "q3")["query.searches-of-subject"] == 4
    case = explain.case(log.read(), law()[1], Options(), "queries", "q5")
    assert "query.searches-of-subject" not in case.facts
    assert case.notes == (
        "query.searches-of-subject is unknown: rows that share their ids, or that could not be read, may count too.",
    )
    with pytest.raises(AuditError, match="2 rows of queries have the id 'q9'"):
        log.explain("queries", "q9")


@pytest.mark.parametrize(
    "days", [{"until": date(2018, 6, 1)}, {"since": date(2018, 6, 1)}, {}], ids=["until", "since", "all days"]
)
def test_an_id_is_not_its_row_s_own_if_a_row_of_another_day_has_it(log: Log, days: dict[str, date]) -> None:
    for i in range(6):
        log.search(f"q{i}", timedelta(minutes=i))
    log.search("q0", timedelta(days=2 if "until" in days else -2))
    report = log.audit(**days)
    assert statuses(report, REPEATED) == {"satisfied": 4, "undetermined": 1}, "of q0 one may count for q5"


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ("u1", {"satisfied": 4, "undetermined": 1, "violated": 1}),
        ("u2", {"satisfied": 5, "violated": 1}),
        ("", {"satisfied": 4, "undetermined": 1, "violated": 1}),
    ],
    ids=["of the same user", "of another", "of nobody"],
)
def test_a_search_that_could_not_be_read_may_be_one_more(
    log: Log, user: str, expected: dict[Status, int]
) -> None:
    for i in range(6):
        log.search(f"q{i}", timedelta(minutes=i))
    log.rows.append(("q9", "never", user, "N1", "a reason"))
    assert statuses(log.audit(), REPEATED) == expected


def test_a_column_of_the_log_that_is_called_as_ours_changes_nothing(log: Log) -> None:
    for i in range(8):
        log.search(f"q{i}", timedelta(minutes=i))
    log.read()
    rows = pcsv.read_csv(log.folder / "queries.csv")
    pq.write_table(rows.append_column("row number", [["a"] * 8]), log.folder / "queries.parquet")
    log.tables["queries"]["files"] = "queries.parquet"
    assert statuses(log.audit(), REPEATED) == {"violated": 3, "satisfied": 5}


def test_a_count_is_explained_as_it_is_also_where_no_test_turns_on_it(log: Log) -> None:
    log.search("q0")
    log.search("q1", timedelta(hours=24))
    log.search("q2", timedelta(hours=24, seconds=1))
    counts = [log.explain("queries", f"q{i}")["query.searches-of-subject"] for i in range(3)]
    assert counts == [1, 2, 2]
    assert log.explain("queries", "q0")["query.after-hours-searches"] == 0


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (date(2018, 6, 2), None, [1, 2]),
        (None, date(2018, 6, 2), [0, 1]),
        (date(2018, 6, 2), date(2018, 6, 2), [1]),
    ],
)
def test_the_days_asked_for_are_counted_as_in_the_whole_log(
    log: Log, since: date | None, until: date | None, days: list[int]
) -> None:
    for day in range(3):
        for i in range(4):
            log.search(f"q{day}{i}", timedelta(days=day, minutes=i, hours=-2 * day))
    log.search("q0x", timedelta(minutes=10))
    log.search("q0x", timedelta(minutes=11))
    rows = log.folder / "rows.csv"
    log.audit(rows=rows)
    whole = [row["id"] for row in pcsv.read_csv(rows).to_pylist() if row["rule"] == REPEATED]
    report = log.audit(rows=rows, since=since, until=until)
    cut = [row["id"] for row in pcsv.read_csv(rows).to_pylist() if row["rule"] == REPEATED]
    assert cut == [id_ for id_ in whole if int(id_[1]) in days]
    assert len(cut) > 0 or until == date(2018, 6, 1)
    assert report.units[0].decided == 4 * len(days)


def test_what_follows_a_row_that_could_not_be_read_is_warned_of(log: Log) -> None:
    log.search("q0")
    log.rows.append(("q1", "never", "u1", "N1", "a reason"))
    log.table(
        "disseminations",
        ["ID,AT,QRY,ORI", "d1,2018-06-02,q1,N1"],
        columns={"id": "ID", "time": "AT", "query": "QRY", "agency": "ORI"},
        facts={"act": ["record-use"], "records.source": "own-search"},
    )
    report = log.audit()
    assert statuses(report, "log-test-dissemination-search") == {"undetermined": 1}
    assert statuses(report, REPEATED) == {"satisfied": 1}, "also with q1 it is no more than five"
    assert report.warnings == (
        "1 row of queries could not be read. What seems to be missing from queries may be among them, and counts as "
        "unknown: where such a row names it, or everywhere if one of them names nothing.",
        "Counts within a span of time may be greater by what was rejected: 1 row of queries. Where they could pass a "
        "limit with such rows that name the same, or lack what is compared, they count as unknown.",
    )


def test_facts_that_no_column_can_show_are_named(log: Log) -> None:
    log.search("q0")
    unmapped = log.audit().unmapped["queries"]
    assert {"query.user-certified", "query.log-review", "query.passed-on", "query.case-open"} <= set(unmapped)
    assert "query.reason-given" not in unmapped


def test_an_audit_where_nothing_can_be_decided_is_an_error(log: Log) -> None:
    with pytest.raises(AuditError, match="no row could be decided"):
        log.audit()
    log.rows.append(("q1", "never", "u1", "N1", "a reason"))
    with pytest.raises(AuditError, match="no row could be decided"):
        log.audit()


def test_rows_of_an_agency_that_is_not_listed_are_not_settled(log: Log) -> None:
    log.search("q0", why="")
    log.rows.append(("q1", "2018-06-01 09:00:00", "u1", "N7", ""))
    report = log.audit()
    assert statuses(report, REASON) == {"violated": 1, "undetermined": 1}
    assert [(one.fact, one.code, one.rows) for one in report.untold] == [("agency", "N7", 1)]


def test_without_positions_rows_are_decided_all_the_same(log: Log) -> None:
    log.search("q0", why="")
    decider = Decider(load_library((EXAMPLE,)), ())
    report = audit(log.read(), decider, Options(work=log.folder / "work"), lambda done, all_: None)
    assert statuses(report, REASON) == {"violated": 1}


def test_two_agreements_of_an_agency_count_as_two_and_columns_show_their_facts(log: Log) -> None:
    log.search("q0")
    log.table(
        "agreements",
        ["ORI,A,Z,N", "N1,2018-01-01,2018-05-31,C", "N1,2018-06-01,,O", "N2,2018-06-01,,C"],
        columns={"agency": "ORI", "from": "A", "to": "Z"},
        facts={
            "act": ["audit"],
            "audit.searches": {"column": "N", "codes": {"C": ["criminal-justice"], "O": ["other-searches"]}},
        },
    )
    days = {"since": date(2018, 1, 1), "until": date(2018, 12, 31)}
    assert log.explain("agreements", "N2", **days)["audit.searches"].has == {"criminal-justice"}
    with pytest.raises(AuditError, match="2 agreements are of the agency 'N1'"):
        log.explain("agreements", "N1", **days)
    later = log.explain("agreements", "N1", since=date(2018, 7, 1), until=days["until"])
    assert later["audit.searches"].has == {"other-searches"}
    found = [one for one in log.audit(**days).rules if one.unit == "agreements"]
    assert found
    for one in found:
        assert sum(tally.rows for tally in one.by["agency"].values()) == one.tally.rows
