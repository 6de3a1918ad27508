"""A finding or a failed scenario in a few sentences, for formats that show one message for each."""

from typing import Literal

from compliance.model.finding import Finding, PracticeReport
from compliance.model.library import Library
from compliance.model.scenario import OUTCOMES, Played, PlayedFeature, ScenarioReport
from compliance.report import words
from compliance.report.runs import Run
from compliance.report.sides import side_title

Level = Literal["error", "warning", "note"]


def level(finding: Finding) -> Level | None:
    """How grave a finding is for programs that only know three levels; None where nobody need look at it.

    What is waived is a note, since not every program knows of waivers.
    """
    if finding.status not in ("violated", "contested", "undetermined", "conflict"):
        return None
    if not finding.calls_for_action:
        return "note"
    return "error" if finding.status == "violated" else "warning"


def headline(finding: Finding) -> str:
    """Status and rule: 'Violated: No inquiry about immigration status'."""
    waived = "" if finding.waived is None else ", waived"
    return f"{words.of_finding(finding).partition(':')[0]}{waived}: {finding.title}"


def message(run: Run, library: Library) -> str:
    """What was found, on whose reading, with citation and dates, and what would settle it."""
    finding = run.finding
    sentences = [f"{finding.citation}, binding {finding.bearer}, {words.span(run.since, run.until)}."]
    match finding.status:
        case "contested":
            sentences += [
                f"{side_title(position, library)}: {words.SHORT[status]}."
                for position, status in finding.positions.items()
            ]
        case "undetermined" if finding.missing or not (finding.unseen or finding.force_unknown):
            sentences.append(f"{words.of_finding(finding)}.")
        case _:
            sentences.append(finding.reason)
    still = words.possible(finding)
    if still:
        sentences.append(still)
    asks = list(dict.fromkeys(question.ask for group in finding.missing for question in group))
    if asks:
        sentences.append(f"To find out: {' '.join(asks)}")
    if finding.waived is not None:
        sentences.insert(0, words.waiver(finding.waived))
    return " ".join(sentences)


def gap(practice: PracticeReport) -> str | None:
    """What is said of a practice that no rule governs; None for one that some rule governs."""
    if practice.status not in ("no-rule", "not-applicable"):
        return None
    return f"{words.STATUS[practice.status]}: {practice.title}. {words.GAP}"


def scenario_headline(played: Played) -> str:
    """Outcome and scenario: 'Failed: A search outside of the log'."""
    return f"{words.sentence(played.outcome)}: {played.scenario.title}"


def scenario_message(played: Played) -> str:
    """The step that did not hold, what was found instead, and by what it is waived; empty where all holds."""
    failure = played.failure
    if played.skipped is not None:
        return played.skipped
    if failure is None:
        return ""
    step = "" if failure.line is None else f"{failure.line.said}: "
    waived = "" if played.waived is None else f"{words.waiver(played.waived)} "
    return f"{waived}{step}{words.stop(failure.difference)}"


def outcomes(report: ScenarioReport | PlayedFeature) -> str:
    """How many scenarios came out in each way: '1 failed, 3 passed'."""
    scenarios = report.played if isinstance(report, ScenarioReport) else report.scenarios
    found = [one.outcome for one in scenarios]
    counts = [f"{found.count(outcome)} {outcome}" for outcome in OUTCOMES if outcome in found]
    return ", ".join(counts) or "nothing was played"
