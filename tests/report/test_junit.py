"""The JUnit report against the shape that Jenkins' published schema allows, and its counts."""

from xml.etree import ElementTree as xml

import pytest
from tests.report.sample import EMPTY, LAW, OTHER, REPORT, hostile

from compliance.model.finding import Report
from compliance.report import junit

SHAPE = {
    "testsuites": ({"name"}, {"time", "tests", "failures", "disabled", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"skipped", "disabled", "time", "timestamp", "hostname", "id", "package", "group", "file"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set(), {"property"}),
    "property": ({"name", "value"}, set(), set()),
    "testcase": (
        {"name"},
        {"classname", "time", "status", "assertions", "class", "file", "line", "group"},
        {"skipped", "error", "failure", "system-out", "system-err", "properties"},
    ),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}
"""Element to the attributes that it must have, those that it may have, and the elements in it."""


@pytest.mark.parametrize("report", [REPORT, OTHER, EMPTY, hostile("a\x00\x1b\ufffe]]><b>&\"'")])
def test_it_has_the_published_shape(report: Report) -> None:
    root = xml.fromstring(junit.render(report, LAW))
    assert root.tag == "testsuites"
    for element in root.iter():
        must, may, inside = SHAPE[element.tag]
        assert must <= set(element.keys()) <= must | may
        assert {child.tag for child in element} <= inside


def outcome(case: xml.Element) -> str:
    return next((child.tag for child in case if child.tag in ("failure", "skipped", "error")), "passed")


def test_counts_add_up() -> None:
    root = xml.fromstring(junit.render(REPORT, LAW))
    for suite in root:
        outcomes = [outcome(case) for case in suite.iter("testcase")]
        assert suite.get("tests") == str(len(outcomes)) != "0"
        assert suite.get("failures") == str(outcomes.count("failure"))
        assert suite.get("skipped") == str(outcomes.count("skipped"))
        assert suite.get("errors") == "0"
    assert root.get("tests") == str(len(list(root.iter("testcase"))))


def test_outcomes_follow_the_exit_code() -> None:
    root = xml.fromstring(junit.render(REPORT, LAW))
    found = {f"{case.get('classname')}: {case.get('name')}": outcome(case) for case in root.iter("testcase")}
    assert found == {
        "notice: order-disclosure, from 15 September 2017": "skipped",
        "notice: order-data, from 14 November 2018": "skipped",
        "jail: ruling-custody, 14 November 2018 to 31 January 2019": "passed",
        "jail: ruling-custody, 1 February 2019 to 8 May 2019": "failure",
        "clash: order-disclosure": "skipped",
        "clash: act-sending": "skipped",
        "clash: order-data": "passed",
        "clash: order-inquiry": "passed",
        "clash: act-keeping": "passed",
        "harmless: act-keeping": "passed",
        "police: a rule governs it": "skipped",
        "nothing: a rule governs it": "skipped",
    }
