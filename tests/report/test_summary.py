"""Job summaries: short, linked, and cut where they would be too long to be shown."""

import re

import pytest
from tests.report import golden
from tests.report.played import SCENARIOS, WAIVED
from tests.report.sample import EMPTY, LAW, REPORT

from compliance.report import markdown, summary

LINKS = "https://forge/town/blob/1"


def test_output() -> None:
    golden.check("summary.md", summary.render(WAIVED, LAW, links=LINKS))


def test_practices_that_call_for_action_stand_first_and_each_is_linked() -> None:
    rows = [
        line.split("|")[1:4]
        for line in summary.render(REPORT, LAW, links=LINKS).splitlines()
        if "<br>" in line
    ]
    assert len(rows) == len(REPORT.practices)
    assert "jail.yaml](https://forge/town/blob/1/features/practices/jail.yaml)" in rows[0][0]
    assert rows[0][2].startswith(" Violated: ")
    assert rows[-1][2] == " nothing "


def test_a_gap_calls_for_action() -> None:
    text = summary.render(REPORT, LAW)
    (row,) = [line for line in text.splitlines() if "A speech is given" in line]
    assert "a gap in what is encoded, not a clearance" in row


def test_what_is_waived_says_so_and_does_not_come_first() -> None:
    lines = summary.render(WAIVED, LAW).splitlines()
    (row,) = [line for line in lines if "A jail holds" in line]
    assert "Violated (waived)" in row
    assert "Waived through 31 March 2027 by the general counsel: A new jail opens." in row
    rows = [line for line in lines if line.startswith("| ")][2:]
    assert rows.index(row) > 0


def test_input_that_could_not_be_read_is_named() -> None:
    assert "broken.yaml:3: the key 'title' is missing here" in summary.render(WAIVED, LAW)


def test_without_practices() -> None:
    assert summary.render(EMPTY, LAW).startswith("# Findings\n\n**0 practices.**\n")


@pytest.mark.parametrize("limit", [1_500, 1_700, 2_000])
def test_it_is_cut_at_whole_rows_and_says_what_was_cut(limit: int) -> None:
    whole = summary.render(REPORT, LAW)
    cut = summary.render(REPORT, LAW, limit=limit)
    assert len(cut.encode()) <= limit
    (left,) = re.findall(r"\*(\d+) more practices? left out here for length\.\*", cut)
    rows = [line for line in cut.splitlines() if "<br>" in line]
    assert len(rows) + int(left) == len(REPORT.practices)
    assert all(row in whole.splitlines() for row in rows)
    assert cut.splitlines()[-1] == whole.splitlines()[-1]


def test_scenarios_are_cut_at_whole_failures_gravest_first() -> None:
    whole = summary.scenarios(SCENARIOS)
    assert whole == markdown.scenarios(SCENARIOS)
    assert whole.index("## Failed") < whole.index("## Waived")
    cut = summary.scenarios(SCENARIOS, limit=2_200)
    assert len(cut.encode()) <= 2_200
    assert "failures left out here for length" in cut
    assert cut.count("```") % 2 == 0


def test_a_summary_that_fits_is_whole() -> None:
    assert "left out" not in summary.render(REPORT, LAW)
    assert "left out" not in summary.scenarios(SCENARIOS)
