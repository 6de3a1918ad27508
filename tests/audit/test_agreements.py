"""Agencies with access: what small tables show of their terms, taken naively."""

from datetime import datetime, timedelta

import pytest

from compliance.audit.naive import YEAR, Row, Rows, shown
from compliance.model.measure import Measure, TableName

GAP = Measure.model_validate({"of": "agreements", "longest-gap": "audits", "same": {"agency": "agency"}})
AUDITED = Measure.model_validate({"of": "agreements", "exists": "audits", "same": {"agency": "agency"}})
COVERED = (datetime(2006, 1, 1), datetime(2018, 12, 31))
COLUMNS = frozenset({"agency", "from", "to"})


def term(begin: str, end: str | None = None, agency: str | None = "A") -> Row:
    return {
        "agency": agency,
        "from": datetime.fromisoformat(begin),
        "to": datetime.fromisoformat(end) if end else None,
    }


def told(
    measure: Measure,
    row: Row,
    *audits: str,
    covered: tuple[datetime, datetime] | None = COVERED,
    columns: tuple[str, ...] = ("agency", "time"),
) -> object:
    rows: list[Row] = [{"agency": "A", "time": datetime.fromisoformat(one)} for one in audits]
    rows.append({"agency": "B", "time": datetime(2010, 1, 1)})
    tables: dict[TableName, Rows] = {
        "agreements": Rows(COLUMNS, [row]),
        "audits": Rows(frozenset(columns), [{n: one[n] for n in columns} for one in rows], covered),
    }
    return shown(measure, row, "agreements", tables)


def days(measure: Measure, row: Row, *audits: str) -> float | None:
    found = told(measure, row, *audits)
    assert found is None or isinstance(found, float)
    return None if found is None else round(found * (YEAR / timedelta(days=1)), 6)


@pytest.mark.parametrize(
    ("row", "audits", "gap"),
    [
        (term("2018-01-01"), [], 364),
        (term("2018-01-01"), ["2018-03-02"], 304),
        (term("2018-01-01"), ["2018-12-01", "2018-03-02"], 274),
        (term("2018-01-01", "2018-03-01"), ["2018-12-01"], 59),
        (term("2018-01-01", "2018-03-01"), ["2017-12-31"], 59),  # before the term
        (term("2018-01-01", "2018-03-01"), ["2018-01-01", "2018-03-01"], 59),
        (term("2005-01-01", "2006-01-31"), [], None),  # counted from when audits are all there
        (term("2018-12-31", "2030-01-01"), [], 0),
        (term("2019-01-01"), [], None),
        (term("2005-01-01", "2005-12-31"), [], None),
        (term("2018-01-01", agency=None), [], None),
    ],
)
def test_the_longest_time_without_an_audit_lies_in_the_term_and_in_what_is_covered(
    row: Row, audits: list[str], gap: float | None
) -> None:
    assert days(GAP, row, *audits) == gap


@pytest.mark.parametrize(
    ("row", "audits", "audited"),
    [
        (term("2018-01-01"), ["2018-03-01"], True),
        (term("2018-01-01"), [], False),
        (term("2018-12-31"), [], False),
        (term("2019-01-01"), [], None),
        (term("2005-01-01", "2005-12-31"), [], None),
        (term("2005-01-01", "2006-01-01"), [], False),
        (term("2018-01-01", agency=None), ["2018-03-01"], None),
    ],
)
def test_that_an_agency_was_never_audited_is_known_only_of_terms_that_are_covered(
    row: Row, audits: list[str], audited: bool | None
) -> None:
    assert told(AUDITED, row, *audits) is audited


@pytest.mark.parametrize("measure", [GAP, AUDITED])
def test_nothing_is_told_of_audits_that_may_be_missing(measure: Measure) -> None:
    row = term("2018-01-01")
    assert told(measure, row, covered=None) is None
    assert told(measure, row, columns=("time",)) is None
    assert told(measure, row, columns=("agency",)) is (None if measure is GAP else False)
