"""JUnit XML: of findings, a suite for each practice and a case for each rule that applies and its days; of
scenarios, a suite for each feature and a case for each scenario.

What passes and what does not follows the exit code. A violation is a failure. A finding that is contested,
not settled or in conflict is no failure, since nobody has shown a violation, and no pass either: it is a
skipped case, which every reader of JUnit shows apart, with what would settle it in its message. So is what
is waived. Where no violation is possible it passes. A practice that no rule governs has one skipped case, so
that a gap never looks like a clearance. Input that could not be read is an `error`. Rules that do not apply
are left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from textwrap import dedent
from xml.etree import ElementTree as xml

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import PracticeReport, Report
from compliance.model.library import Library
from compliance.model.scenario import Played, PlayedFeature, ScenarioReport
from compliance.report import words
from compliance.report.plain import gap, headline, message, scenario_message
from compliance.report.ruling import ruling
from compliance.report.runs import Run, runs
from compliance.report.text import render_blocks


def render(report: Report, library: Library) -> str:
    """The report as an XML document; times are zero, so that the same report gives the same bytes."""
    return _document([_practice(practice, library) for practice in report.practices], report.errors)


def scenarios(report: ScenarioReport) -> str:
    """What came of scenarios as an XML document; times are zero."""
    return _document([_feature(feature) for feature in report.features], report.errors)


def _document(suites: Iterable[xml.Element], errors: Sequence[Diagnostic]) -> str:
    root = xml.Element("testsuites", name="compliance")
    root.extend(suites)
    if errors:
        root.append(_suite("input", "", [_rejected(one) for one in errors]))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    root.set("time", "0")
    xml.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml.tostring(root, encoding="unicode")}\n'


def _suite(
    name: str, file: str, cases: Sequence[xml.Element], properties: Mapping[str, str] | None = None
) -> xml.Element:
    """Cases with their counts; `file` may be empty."""
    counts = {tag: sum(case.find(tag) is not None for case in cases) for tag in _OUTCOMES}
    suite = xml.Element(
        "testsuite",
        name=_valid(name),
        tests=str(len(cases)),
        failures=str(counts["failure"]),
        errors=str(counts["error"]),
        skipped=str(counts["skipped"]),
        time="0",
    )
    if file:
        suite.set("file", _valid(file))
    if properties:
        inside = xml.SubElement(suite, "properties")
        for key, value in properties.items():
            xml.SubElement(inside, "property", name=key, value=_valid(value))
    suite.extend(cases)
    return suite


_OUTCOMES = ("failure", "error", "skipped")


def _case(group: str, name: str, file: str, line: int | None = None) -> xml.Element:
    case = xml.Element("testcase", classname=_valid(group), name=_valid(name), file=_valid(file), time="0")
    if line is not None:
        case.set("line", str(line))
    return case


def _outcome(case: xml.Element, tag: str, type_: str, message: str, told: str = "") -> None:
    """Put what came of a case into it."""
    xml.SubElement(case, tag, type=type_, message=_valid(message)).text = _valid(told)


def _rejected(one: Diagnostic) -> xml.Element:
    """Input that could not be read."""
    span = one.span
    case = _case("input", f"{span.file}:{span.line}:{span.column} {one.code}", span.file, span.line)
    _outcome(case, "error", one.code, one.message, one.help or "")
    return case


# --- findings ------------------------------------------------------------------------------------------


def _practice(practice: PracticeReport, library: Library) -> xml.Element:
    cases = [_ruling(practice, run, library) for run in runs(practice)]
    nothing = gap(practice)
    if nothing is not None:
        case = _case(practice.id, "a rule governs it", practice.file)
        _outcome(case, "skipped", practice.status, nothing)
        cases.append(case)
    told = {"title": practice.title, "file": practice.file, "status": practice.status}
    return _suite(practice.id, practice.file, cases, told)


def _ruling(practice: PracticeReport, run: Run, library: Library) -> xml.Element:
    finding = run.finding
    when = "" if run.always else f", {words.span(run.since, run.until)}"
    case = _case(practice.id, f"{finding.rule}{when}", practice.file)
    told = "\n" + dedent(render_blocks(ruling(run, library, explain=False)))
    if not finding.waivable:
        xml.SubElement(case, "system-out").text = _valid(told)
        return case
    tag = "failure" if finding.status == "violated" and finding.waived is None else "skipped"
    _outcome(case, tag, finding.status, f"{headline(finding)}. {message(run, library)}", told)
    return case


# --- scenarios -----------------------------------------------------------------------------------------


def _feature(feature: PlayedFeature) -> xml.Element:
    cases = [_scenario(feature, one) for one in feature.scenarios]
    return _suite(feature.title, feature.file, cases)


def _scenario(feature: PlayedFeature, played: Played) -> xml.Element:
    group = ".".join(PurePosixPath(feature.file).with_suffix("").parts).strip("./")
    case = _case(group, played.scenario.title, feature.file, played.scenario.span.line)
    failure = played.failure
    told = "" if failure is None else f"\n{failure.span.file}:{failure.span.line}\n{failure.message}\n"
    match played.outcome:
        case "failed":
            _outcome(case, "failure", "failed", scenario_message(played), told)
        case "waived" | "skipped":
            _outcome(case, "skipped", played.outcome, scenario_message(played), told)
    return case


def _valid(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return "".join(one for one in text if _allowed(ord(one)))


def _allowed(code: int) -> bool:
    if code < 32:
        return code in (9, 10, 13)
    return code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
