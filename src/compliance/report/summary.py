"""A job summary: what a CI shows of a run on one page, in Markdown, cut where a page would be too long.

Of findings: counts, and one table of practices with their statuses and what calls for action. Of scenarios: what
`markdown` says. A part is shown whole or not at all, the gravest first, and a line says how many were left out.
"""

from collections.abc import Iterable, Iterator

from compliance.model.finding import STATUSES, PracticeReport, Report
from compliance.model.library import Library
from compliance.model.scenario import ScenarioReport
from compliance.model.span import Span
from compliance.report import words
from compliance.report.markdown import (
    Section,
    laid_out,
    place,
    problems,
    row,
    safe,
    scenario_sections,
    table,
)
from compliance.report.outline import closing_blocks
from compliance.report.plain import gap, headline
from compliance.report.runs import Run, runs

LIMIT = 1_000_000
"""Bytes; GitHub takes a little more from one step, and shows nothing of a summary that is longer."""
_ROOM = 100
"""Bytes kept for the lines that say what was left out."""


def render(report: Report, library: Library, *, links: str = "", limit: int = LIMIT) -> str:
    """The report as a job summary; `links` is the address of the folder that the files lie in, for links to them."""
    return _fitted(_sections(report, library, links), limit)


def scenarios(report: ScenarioReport, *, links: str = "", limit: int = LIMIT) -> str:
    """What came of scenarios as a job summary."""
    return _fitted(scenario_sections(report, links), limit)


def _fitted(sections: Iterable[Section], limit: int) -> str:
    """Sections with as many of their parts as there is room for."""
    every = list(sections)
    room = limit - sum(_size(one.head) + _ROOM for one in every)
    page: list[str] = []
    for section in every:
        page.append(section.head)
        for place_, part in enumerate(section.parts):
            room -= _size(part)
            if room < 0:
                left = len(section.parts) - place_
                page.append(f"\n*{words.number(left, f'more {section.noun}')} left out here for length.*\n")
                break
            page.append(part)
    return "".join(page).rstrip() + "\n"


def _size(text: str) -> int:
    return len(text.encode())


def _sections(report: Report, library: Library, links: str) -> Iterator[Section]:
    counts = words.counted(practice.status for practice in report.practices)
    practices = words.number(len(report.practices), "practice")
    yield Section(f"# Findings\n\n**{practices}{f': {counts}' if counts else ''}.**\n\n")
    yield problems(report.errors, links)
    if report.practices:
        ordered = sorted(report.practices, key=_gravity)
        header = table("Practice", "Status", "What calls for action")
        yield Section(f"\n{header}", tuple(_row(one, links) for one in ordered), "practice")
    yield Section(f"\n{laid_out(closing_blocks(report, library)[1:])}")


def _gravity(practice: PracticeReport) -> tuple[bool, int]:
    """What calls for action first, then by status."""
    calls = any(finding.calls_for_action for period in practice.timeline for finding in period.findings)
    return not (calls or gap(practice)), STATUSES.index(practice.status)


def _row(practice: PracticeReport, links: str) -> str:
    told = [_finding(run) for run in runs(practice) if run.finding.waivable]
    if gap(practice) is not None:
        told.append(safe(words.GAP))
    named = f"{safe(practice.title)}<br>{place(Span(practice.file), links)}"
    return row(named, safe(words.of_practice(practice)), "<br>".join(told) or "nothing")


def _finding(run: Run) -> str:
    finding = run.finding
    when = "" if run.always else f", {words.span(run.since, run.until)}"
    told = safe(f"{headline(finding)} {words.within(finding.citation)}{when}")
    return told if finding.waived is None else f"{told}. {safe(words.waiver(finding.waived))}"
