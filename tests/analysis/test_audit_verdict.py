"""What an audit comes to, and the exit code that says so."""

from collections.abc import Mapping

import pytest
from tests.report.audited import REPORT, with_rows

from compliance.analysis.audit_verdict import exit_code, rejected, verdict
from compliance.analysis.verdict import Verdict
from compliance.model.finding import Status


@pytest.mark.parametrize(
    ("queries", "unread", "found", "codes"),
    [
        ({"satisfied": 9, "excused": 2, "permitted": 1}, 0, "clear", (0, 0, 0)),
        ({"satisfied": 9, "violated": 1}, 0, "violated", (1, 1, 0)),
        ({"violated": 1}, 5, "violated", (1, 1, 0)),
        ({"satisfied": 9, "contested": 1}, 0, "unsettled", (3, 0, 0)),
        ({"satisfied": 9, "undetermined": 1}, 0, "unsettled", (3, 0, 0)),
        ({"satisfied": 9, "conflict": 1}, 0, "unsettled", (3, 0, 0)),
        ({"satisfied": 9, "no-rule": 1}, 0, "unsettled", (3, 0, 0)),
        ({"satisfied": 9, "not-applicable": 1}, 0, "unsettled", (3, 0, 0)),
        ({"satisfied": 9}, 1, "unsettled", (3, 0, 0)),
        ({}, 0, "nothing-checked", (2, 2, 2)),
        ({}, 7, "nothing-checked", (2, 2, 2)),
        ({"no-rule": 9, "not-applicable": 1}, 0, "nothing-checked", (2, 2, 2)),
    ],
)
def test_verdicts(
    queries: Mapping[Status, int], unread: int, found: Verdict, codes: tuple[int, int, int]
) -> None:
    """Codes with --fail-on unsettled, violated and never: a pass with nothing behind it is none with any of them."""
    report = with_rows(queries, rejected=unread)
    assert verdict(report) == found
    assert (exit_code(report), exit_code(report, "violated"), exit_code(report, "never")) == codes


def test_a_violation_in_any_table_counts() -> None:
    assert verdict(with_rows({"satisfied": 9}, {"violated": 1})) == "violated"


def test_rows_rejected_from_tables_that_are_not_audited_count_too() -> None:
    assert rejected(REPORT) == 1_300
