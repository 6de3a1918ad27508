"""Report formats: each turns a report into text, one module a format.

A format is imported when it is first used, so that the command starts fast. Every one of them is called alike,
and leaves aside the options that mean nothing to it.
"""

from collections.abc import Mapping
from importlib import import_module

from compliance.model.finding import Report
from compliance.model.library import Library
from compliance.model.scenario import ScenarioReport

FORMATS: Mapping[str, tuple[str, ...]] = {
    "text": ("explain", "color", "width"),
    "json": (),
    "github": (),
    "sarif": (),
    "junit": (),
    "markdown": ("explain",),
    "summary": ("links",),
}
"""The formats of findings, and the options that each takes."""

SCENARIO_FORMATS: Mapping[str, tuple[str, ...]] = {
    "text": ("color",),
    "json": (),
    "github": (),
    "sarif": (),
    "junit": (),
    "markdown": ("links",),
    "summary": ("links",),
}
"""The formats of scenarios, and the options that each takes."""


def render(
    name: str,
    report: Report,
    library: Library,
    *,
    explain: bool = False,
    color: bool = False,
    width: int | None = None,
    links: str = "",
) -> str:
    """The report in the format of this name; `links` is the address of the folder that the files lie in."""
    options = {"explain": explain, "color": color, "width": width, "links": links}
    module = import_module(f"compliance.report.{name}")
    text: str = module.render(report, library, **{key: options[key] for key in FORMATS[name]})
    return text


def render_scenarios(name: str, report: ScenarioReport, *, color: bool = False, links: str = "") -> str:
    """What came of scenarios in the format of this name."""
    options = {"color": color, "links": links}
    module = import_module(f"compliance.report.{name}")
    text: str = module.scenarios(report, **{key: options[key] for key in SCENARIO_FORMATS[name]})
    return text
