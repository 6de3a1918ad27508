"""Formats of audits: each turns what an audit of a log found into text.

`FORMATS` names them; each is a module of this package with `render(report, library)`, imported when it is used.
"""

from importlib import import_module

from compliance.model.audit import AuditReport
from compliance.model.library import Library

FORMATS = ("text", "markdown", "html", "json", "sarif", "github")


def render(name: str, report: AuditReport, library: Library, *, color: bool = False) -> str:
    """The audit in the format of this name; only text is colored."""
    module = import_module(f"compliance.report.audit.{name}")
    options = {"color": color} if name == "text" else {}
    rendered: str = module.render(report, library, **options)
    return rendered
