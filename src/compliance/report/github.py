"""GitHub workflow commands: annotations on the files of practices, features, and whatever else was read.

Violated, and a scenario that failed, is an error. Contested, not settled, in conflict and governed by no rule
are warnings; where no violation is possible, for claims that the facts contradict, and for what is waived, it
is a notice. GitHub shows only the first few of each kind in a step, so the gravest come first.
"""

from collections.abc import Iterable, Iterator, Sequence

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Report
from compliance.model.library import Library
from compliance.model.scenario import ScenarioReport
from compliance.model.span import Span
from compliance.report import words
from compliance.report.plain import Level, gap, headline, level, message, scenario_headline, scenario_message
from compliance.report.runs import runs

_NAMES: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}
Command = tuple[Level, str]


def render(report: Report, library: Library) -> str:
    """One command to a line; nothing for findings that need no attention."""
    return _ordered([*_findings(report, library), *_of_diagnostics(report.errors)])


def scenarios(report: ScenarioReport) -> str:
    """One command to a line for each scenario that failed, and for each file that could not be played."""
    return _ordered([*_scenarios(report), *_of_diagnostics(report.errors)])


def of_diagnostics(found: Sequence[Diagnostic]) -> str:
    """One command to a line for each diagnostic."""
    return _ordered(_of_diagnostics(found))


def _ordered(commands: Iterable[Command]) -> str:
    every = list(commands)
    return "".join(line for grave in _NAMES for own, line in every if own == grave)


def _findings(report: Report, library: Library) -> Iterator[Command]:
    for practice in report.practices:
        place = Span(practice.file)
        nothing = gap(practice)
        if nothing is not None:
            yield "warning", command("warning", nothing, place, title=words.STATUS[practice.status])
        for run in runs(practice):
            grave = level(run.finding)
            if grave is not None:
                text = f"{practice.title}. {message(run, library)}"
                yield grave, command(grave, text, place, title=headline(run.finding))
        for one in practice.contradictions:
            text = f"{one.by} said: {one.gist} The facts say: {words.stop(one.stated)}"
            yield "note", command("note", text, place, title=words.flag("claim-contradicted"))


def _scenarios(report: ScenarioReport) -> Iterator[Command]:
    for played in report.played:
        if played.failure is not None:
            grave: Level = "error" if played.waived is None else "note"
            found = f"\n{played.failure.found}" if played.failure.found else ""
            text = f"{scenario_message(played)}{found}"
            yield grave, command(grave, text, played.place, title=scenario_headline(played))


def _of_diagnostics(found: Sequence[Diagnostic]) -> Iterator[Command]:
    for one in found:
        text = one.message if one.help is None else f"{one.message}\n{one.help}"
        yield one.severity, command(one.severity, text, one.span, title=one.code)


def command(grave: Level, text: str, span: Span, *, title: str = "") -> str:
    """One workflow command with its line end; columns only count where it is all on one line."""
    properties: dict[str, object] = {"file": span.file, "line": max(1, span.line)}
    if (span.end_line, span.end_column) > (span.line, span.column):
        properties["endLine"] = span.end_line
    if span.end_line == span.line and (span.end_column > span.column or span.column > 1):
        properties["col"] = span.column
        if span.end_column > span.column:
            properties["endColumn"] = span.end_column
    if title:
        properties["title"] = title
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_NAMES[grave]} {told}::{_data(text)}\n"


def _data(text: str) -> str:
    return words.visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
