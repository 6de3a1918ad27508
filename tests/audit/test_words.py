"""What an audit says of rows: rejected rows by reason, reasons of what is broken, and a row's gravest status."""

from typing import Any

import pytest
from tests.audit.drawn import law

from compliance.audit.reasons import Reasons
from compliance.audit.rejects import Rejects
from compliance.audit.verdicts import Ruling, Verdicts
from compliance.model.case import Known
from compliance.model.finding import Status


class Rows(Rejects):
    """Rejected rows that are given one by one."""

    def __init__(self) -> None:
        self._groups = {}

    def add(self, reason: str, **where: Any) -> None:
        self._count("queries", {"reason": reason, "id": None, "file": None, "line": None, **where})


@pytest.mark.parametrize(
    ("reasons", "found"),
    [
        (["the time '1/1' cannot be read."], [("the time '1/1' cannot be read.", 1)]),
        (
            ["the time '1/1' cannot be read.", "the time '2/1' cannot be read."],
            [("the time … cannot be read.", 2)],
        ),
        (
            ["2018-03-11 02:30:00 never was in X.", "2018-03-11 02:31:00 never was in X.", "empty"],
            [("…never was in X.", 2), ("empty", 1)],
        ),
    ],
)
def test_rows_are_counted_together_where_only_a_cell_differs(
    reasons: list[str], found: list[tuple[str, int]]
) -> None:
    rows = Rows()
    for reason in reasons:
        rows.add(reason)
    assert [(one.reason, one.rows) for one in rows.found()] == found


def test_the_first_few_places_are_named() -> None:
    rows = Rows()
    rows.add("empty", file="a.csv", line=1, id="q")
    rows.add("empty", id="q")
    rows.add("empty")
    for line in range(9):
        rows.add("empty", file="a.csv", line=line)
    (one,) = rows.found()
    assert one.places == ("a.csv:1, id q", "id q", "a row without an id", "a.csv:0", "a.csv:1")
    assert one.rows == 12


def test_a_reason_tells_what_the_log_shows_and_no_count_as_surer_than_it_is() -> None:
    library, decider = law()
    rule = library.rule_by_id["log-test-repeated-searches"]
    day = library.changes[-1]
    number = {"query.searches-of-subject": Known(260)}
    reasons = Reasons(library, decider)
    assert reasons.sentence(rule, day, number, {}).endswith("query.searches-of-subject is 260.")
    words = {"query.searches-of-subject": "260 or more"}
    assert reasons.sentence(rule, day, number, words).endswith("query.searches-of-subject is 260 or more.")


class Given(Verdicts):
    """A verdict that is given."""

    def __init__(self, *rulings: tuple[Status, bool]) -> None:
        named = {
            f"r{i}": Ruling(status, {"side": status}, open_) for i, (status, open_) in enumerate(rulings)
        }
        self._rulings = {"": named}


@pytest.mark.parametrize(
    ("rulings", "status", "by_user"),
    [
        ([], "no-rule", False),
        ([("satisfied", False), ("violated", True)], "violated", True),
        ([("satisfied", False), ("undetermined", True)], "undetermined", False),
        # What no side can find broken does not make a row open.
        ([("satisfied", False), ("undetermined", False)], "satisfied", False),
        ([("satisfied", False), ("contested", False)], "satisfied", True),
        ([("undetermined", False)], "undetermined", False),
    ],
)
def test_a_row_has_the_gravest_status_that_can_matter(
    rulings: list[tuple[Status, bool]], status: Status, by_user: bool
) -> None:
    verdicts = Given(*rulings)
    assert verdicts.row_status("") == status
    assert verdicts.by_user("") is by_user
