"""The report as JUnit XML: a suite for each practice, a test case for each rule that applies and its days.

What passes and what does not follows the exit code. A violation is a failure. A finding that is contested,
not settled or in conflict is no failure, since nobody has shown a violation, and no pass either: it is a
skipped case, which every reader of JUnit shows apart, with what would settle it in its message. Where no
violation is possible it passes. A practice that no rule governs has one skipped case, so that a gap never
looks like a clearance. Input that could not be read is an `error`. Rules that do not apply are left out.
"""

from collections.abc import Sequence
from textwrap import dedent
from xml.etree import ElementTree as xml

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import PracticeReport, Report
from compliance.model.library import Library
from compliance.report import words
from compliance.report.plain import gap, headline, message
from compliance.report.ruling import ruling
from compliance.report.runs import Run, runs
from compliance.report.text import render_blocks


def render(report: Report, library: Library) -> str:
    """The report as an XML document; times are zero, so that the same report gives the same bytes."""
    root = xml.Element("testsuites", name="compliance")
    for practice in report.practices:
        root.append(_suite(practice, library))
    if report.errors:
        root.append(_rejected(report.errors))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", "0")
    xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml.tostring(root, encoding="unicode")}\n'


def _rejected(errors: Sequence[Diagnostic]) -> xml.Element:
    """Input that could not be read, as a suite of errors."""
    count = str(len(errors))
    suite = xml.Element(
        "testsuite", name="input", tests=count, failures="0", errors=count, skipped="0", time="0"
    )
    for one in errors:
        place = f"{one.span.file}:{one.span.line}:{one.span.column}"
        case = xml.SubElement(
            suite, "testcase", classname="input", name=_valid(f"{place} {one.code}"), time="0"
        )
        xml.SubElement(case, "error", type=one.code, message=_valid(one.message)).text = _valid(
            one.help or ""
        )
    return suite


def _suite(practice: PracticeReport, library: Library) -> xml.Element:
    cases = [_case(practice, run, library) for run in runs(practice)]
    nothing = gap(practice)
    if nothing is not None:
        case = xml.Element("testcase", classname=_valid(practice.id), name="a rule governs it", time="0")
        xml.SubElement(case, "skipped", type=practice.status, message=_valid(nothing))
        cases.append(case)
    suite = xml.Element(
        "testsuite",
        name=_valid(practice.id),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors="0",
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        time="0",
    )
    properties = xml.SubElement(suite, "properties")
    for name, value in (("title", practice.title), ("file", practice.file), ("status", practice.status)):
        xml.SubElement(properties, "property", name=name, value=_valid(value))
    suite.extend(cases)
    return suite


def _case(practice: PracticeReport, run: Run, library: Library) -> xml.Element:
    finding = run.finding
    when = "" if run.always else f", {words.span(run.since, run.until)}"
    case = xml.Element(
        "testcase",
        classname=_valid(practice.id),
        name=_valid(f"{finding.rule}{when}"),
        time="0",
    )
    told = _valid("\n" + dedent(render_blocks(ruling(run, library, explain=False))))
    if finding.status == "violated":
        kind = "failure"
    elif finding.status in ("contested", "undetermined", "conflict") and finding.can_be_violated:
        kind = "skipped"
    else:
        xml.SubElement(case, "system-out").text = told
        return case
    text = _valid(f"{headline(finding)}. {message(run, library)}")
    outcome = xml.SubElement(case, kind, type=finding.status, message=text)
    outcome.text = told
    return case


def _valid(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return "".join(one for one in text if _allowed(ord(one)))


def _allowed(code: int) -> bool:
    if code < 32:
        return code in (9, 10, 13)
    return code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
