"""Report formats: each turns a report and the library it was made with into text.

`FORMATS` names them. A format is imported when it is first used, so that the command starts fast. Every one
of them is called alike, and leaves aside the options that mean nothing to it.
"""

from collections.abc import Callable

from compliance.model.finding import Report
from compliance.model.library import Library


def _text(
    report: Report, library: Library, *, explain: bool = False, color: bool = False, width: int | None = None
) -> str:
    from compliance.report.text import render

    return render(report, library, explain=explain, color=color, width=width)


def _json(
    report: Report, library: Library, *, explain: bool = False, color: bool = False, width: int | None = None
) -> str:
    from compliance.report.json import render

    return render(report, library)


def _markdown(
    report: Report, library: Library, *, explain: bool = False, color: bool = False, width: int | None = None
) -> str:
    from compliance.report.markdown import render

    return render(report, library, explain=explain)


def _github(
    report: Report, library: Library, *, explain: bool = False, color: bool = False, width: int | None = None
) -> str:
    from compliance.report.github import render

    return render(report, library)


def _sarif(
    report: Report, library: Library, *, explain: bool = False, color: bool = False, width: int | None = None
) -> str:
    from compliance.report.sarif import render

    return render(report, library)


def _junit(
    report: Report, library: Library, *, explain: bool = False, color: bool = False, width: int | None = None
) -> str:
    from compliance.report.junit import render

    return render(report, library)


FORMATS: dict[str, Callable[..., str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
    "junit": _junit,
    "markdown": _markdown,
}
"""Name to `render(report, library, *, explain=False, color=False, width=None)`."""


def render(
    name: str,
    report: Report,
    library: Library,
    *,
    explain: bool = False,
    color: bool = False,
    width: int | None = None,
) -> str:
    """The report in the format of this name."""
    return FORMATS[name](report, library, explain=explain, color=color, width=width)
