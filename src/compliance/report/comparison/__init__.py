"""Formats of comparisons: each turns what bills would change into text.

`FORMATS` names them; each is a module of this package with `render(comparison)`, imported when it is used.
"""

from importlib import import_module

from compliance.model.compared import Comparison

FORMATS = ("text", "markdown", "json", "html")


def render(name: str, comparison: Comparison, *, color: bool = False) -> str:
    """The comparison in the format of this name; only text is colored."""
    module = import_module(f"compliance.report.comparison.{name}")
    rendered: str = module.render(comparison, color=color) if name == "text" else module.render(comparison)
    return rendered
