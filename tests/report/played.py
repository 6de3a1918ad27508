"""A report with waived findings, and reports on scenarios that came out in every way."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.report.sample import RECEIPT, REPORT

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import PracticeReport, Report
from compliance.model.scenario import Failure, Keyword, Line, Played, PlayedFeature, Scenario, ScenarioReport
from compliance.model.span import Span
from compliance.model.waiver import Waived, WaiverRecord

# --- waivers -------------------------------------------------------------------------------------------

WAIVER = Waived("A new jail opens", "the general counsel", date(2027, 3, 31))
RECORD = WaiverRecord("waivers.yaml", "a" * 64, date(2026, 11, 24))


def _waived(one: PracticeReport) -> PracticeReport:
    """The practice with everything waived that can be."""
    timeline = tuple(
        replace(
            period,
            findings=tuple(
                replace(finding, waived=WAIVER) if finding.waivable else finding
                for finding in period.findings
            ),
        )
        for period in one.timeline
    )
    return replace(one, timeline=timeline)


PROBLEMS = (
    Diagnostic("missing-key", "the key 'title' is missing here", Span("features/practices/broken.yaml", 3, 5, 3, 9),
               "add 'title: …'"),
)  # fmt: skip
WAIVED = Report(
    tuple(_waived(one) if one.id == "jail" else one for one in REPORT.practices),
    replace(RECEIPT, waivers=RECORD),
    PROBLEMS,
)
"""The jail's violation is waived, and one practice could not be read."""


# --- scenarios -----------------------------------------------------------------------------------------

FEATURE = "features/us-xx/executive-order/7.feature"


def line(keyword: Keyword, text: str, number: int, file: str = FEATURE) -> Line:
    return Line(keyword, text, Span(file, number, 5, number, 5 + len(text)))


def scenario(name: str, number: int, *tags: str, **example: str) -> Scenario:
    """A scenario; the rows of an outline have the steps of line 15 on."""
    first = 15 if example else number
    lines = (
        line("given", 'the practice "notice"', first + 1),
        line("when", "it is checked", first + 2),
        line("then", '"order-disclosure" is violated', first + 3),
    )
    return Scenario("Order 7", "", name, Span(FEATURE, number, 3), tags, lines, example)


def failed(one: Scenario, message: str, **more: Any) -> Played:
    return Played(one, Failure(one.lines[-1], one.lines[-1].span, message), **more)


FOUND = """order-disclosure is contested, not violated
order-disclosure (Order 7 (2017), 2): contested. The sides differ: agency: satisfied; advocate: violated.
  positions: agency: satisfied, advocate: violated
  exceptions: required: not shown
  turns on: us-xx/executive-order/7#civil
  Is the recipient's work mainly removal? Yes."""
SCENARIOS = ScenarioReport(
    (
        PlayedFeature(
            "Order 7",
            FEATURE,
            (
                Played(scenario("A notice is sent", 4, "S-1"), None),
                failed(scenario("A notice <is> sent twice", 9, "S-2"), FOUND),
                failed(scenario("A notice goes to OFFICE", 22, OFFICE="a court"), FOUND),
                failed(scenario("A notice goes to OFFICE", 23, OFFICE="a school"), FOUND, waived=WAIVER),
                Played(scenario("A notice that nobody reads", 30), None, skipped="it takes too long"),
                Played(
                    scenario("A fact that nobody asks about", 40),
                    Failure(None, Span(FEATURE, 42), "the table's row on 'form' was never used"),
                ),
            ),
        ),
        PlayedFeature(
            "12 USC 90", "features/us/12-usc-90.feature", (Played(scenario("A file is kept", 3), None),)
        ),
    ),
    "policy-compliance 0.1.0",
    (
        Diagnostic(
            "no-then",
            "the scenario 'Nothing' has no Then, so it can never fail",
            Span("features/us/broken.feature", 3, 3, 3, 20),
            "say what must be found",
            line_text="  Scenario: Nothing",
        ),
    ),
    RECORD,
)
"""Every outcome, a failure with and without a step, and a feature that could not be played."""
NO_SCENARIOS = ScenarioReport((), "policy-compliance 0.1.0")


def hostile_scenarios(text: str) -> ScenarioReport:
    """A report in which a text stands wherever a feature file can put one."""
    one = Scenario(
        text,
        text,
        text,
        Span(text or "x", 1, 1),
        (text,),
        (line("then", text, 3, text or "x"),),
        {text: text},
    )
    waived = Waived(text, text, date(2027, 3, 31))
    return ScenarioReport(
        (
            PlayedFeature(
                text, text or "x", (failed(one, f"{text}\n{text}"), failed(one, text, waived=waived))
            ),
        ),
        "policy-compliance 0.1.0",
        (Diagnostic("code", text, Span(text or "x", 2, 1, 2, 3), text, line_text=text),),
    )
