"""How a scenario that failed is shown by pytest: the place, the step and what was found, and no Python."""

from _pytest._code.code import ReprEntryNative, ReprExceptionInfo, ReprFileLocation, ReprTraceback

from compliance.model.diagnostic import Diagnostic
from compliance.model.scenario import Failure
from compliance.report.diagnostics import render


class ScenarioFailed(Exception):
    """A step that did not hold."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure_text(failure))
        self.failure = failure


def failure_text(failure: Failure) -> str:
    """File and line, the step, and what was wanted and found."""
    said = f" {failure.line.said}" if failure.line is not None else ""
    below = "\n".join(f"  {line}" if line else line for line in failure.message.splitlines())
    return f"{failure.span.file}:{failure.span.line}:{said}\n{below}\n"


def as_pytest_shows_it(wrong: Failure | Diagnostic, style: str) -> ReprExceptionInfo:
    """As a report that every reporter takes, other processes included; --tb=line and summaries have one line of it."""
    if isinstance(wrong, Failure):
        text, summary = failure_text(wrong), wrong.message.partition("\n")[0]
    else:
        text, summary = render([wrong], color=False), f"{wrong.code}: {wrong.message}"
    place = ReprFileLocation(wrong.span.file, wrong.span.line, summary)
    return ReprExceptionInfo(
        ReprTraceback([ReprEntryNative([] if style == "line" else [text])], None, "native"), place
    )
