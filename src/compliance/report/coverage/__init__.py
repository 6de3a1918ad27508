"""Formats of the coverage of law: each turns coverage and the library it is about into text.

`FORMATS` names them; each is a module of this package with `render(coverage, library)`, imported when it is used.
"""

from importlib import import_module

from compliance.model.coverage import Coverage
from compliance.model.library import Library

FORMATS = ("text", "json", "html", "markdown")


def render(name: str, coverage: Coverage, library: Library) -> str:
    """The coverage in the format of this name."""
    rendered: str = import_module(f"compliance.report.coverage.{name}").render(coverage, library)
    return rendered
