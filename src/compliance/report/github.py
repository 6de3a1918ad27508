"""The report as GitHub workflow commands: annotations on the practice files.

Violated is an error. Contested, not settled, in conflict and governed by no rule are warnings; where no
violation is possible, and for claims that the facts contradict, it is a notice. GitHub shows only the first
few of each kind in a step, so the gravest come first.
"""

from collections.abc import Iterator
from typing import Literal

from compliance.model.finding import Finding, Report
from compliance.model.library import Library
from compliance.report import words
from compliance.report.plain import gap, headline, message
from compliance.report.runs import runs

Level = Literal["error", "warning", "notice"]
_ORDER: tuple[Level, ...] = ("error", "warning", "notice")


def render(report: Report, library: Library) -> str:
    """One command to a line; nothing for findings that need no attention."""
    commands = list(_commands(report, library))
    return "".join(line for level in _ORDER for own, line in commands if own == level)


def _commands(report: Report, library: Library) -> Iterator[tuple[Level, str]]:
    for practice in report.practices:
        nothing = gap(practice)
        if nothing is not None:
            yield "warning", command("warning", nothing, practice.file, title=words.STATUS[practice.status])
        for run in runs(practice):
            level = _level(run.finding)
            if level is not None:
                text = f"{practice.title}. {message(run, library)}"
                yield level, command(level, text, practice.file, title=headline(run.finding))
        for one in practice.contradictions:
            text = f"{one.by} said: {one.gist} The facts say: {words.stop(one.stated)}"
            yield "notice", command("notice", text, practice.file, title=words.flag("claim-contradicted"))


def _level(finding: Finding) -> Level | None:
    if finding.status == "violated":
        return "error"
    if finding.status not in ("contested", "undetermined", "conflict"):
        return None
    return "warning" if finding.can_be_violated else "notice"


def command(
    level: Level,
    text: str,
    file: str,
    line: int = 1,
    *,
    column: int | None = None,
    end_line: int | None = None,
    end_column: int | None = None,
    title: str = "",
) -> str:
    """One workflow command with its line end; columns only count where it is all on one line."""
    properties: dict[str, object] = {"file": file, "line": line}
    if end_line is not None:
        properties["endLine"] = end_line
    if column is not None and end_line in (None, line):
        properties["col"] = column
        if end_column is not None:
            properties["endColumn"] = end_column
    if title:
        properties["title"] = title
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level} {told}::{_data(text)}\n"


def _data(text: str) -> str:
    return words.visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
