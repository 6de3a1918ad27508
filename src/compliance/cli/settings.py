"""Settings: flags come first, then COMPLIANCE_* variables, then [tool.compliance] in pyproject.toml."""

import tomllib
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.span import Span

COMMANDS = ("check", "test", "explain", "ask", "coverage", "lint")
KEYS = ("library", "shipped", "positions", "standard", "law-as-of", "format", "fail-on", "waivers")
_REPORTING = ("check", "test")
"""The commands that know every format."""
LAW_COMMANDS = ("mutate",)
"""Commands to which only the settings of the law apply."""


def project_settings(folder: Path) -> dict[str, dict[str, Any]]:
    """The settings of the nearest pyproject.toml from a folder upwards, as defaults for each command.

    Raises InputError for a file that is not TOML or a setting that does not exist.
    """
    for place in (folder, *folder.parents):
        path = place / "pyproject.toml"
        if path.is_file():
            return _read(path)
    return {}


def _read(path: Path) -> dict[str, dict[str, Any]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            (
                Diagnostic(
                    "bad-settings", f"this is not valid TOML: {error}", Span(str(path)), "correct the file"
                ),
            )
        ) from error
    tool = data.get("tool")
    settings = tool.get("compliance", {}) if isinstance(tool, dict) else {}
    unknown = (
        [key for key in settings if key not in KEYS] if isinstance(settings, dict) else ["tool.compliance"]
    )
    if unknown:
        message = f"[tool.compliance] has no setting '{unknown[0]}'"
        raise InputError(
            (Diagnostic("bad-settings", message, Span(str(path)), "the settings are " + ", ".join(KEYS)),)
        )
    defaults = {key.replace("-", "_"): value for key, value in settings.items() if key != "format"}
    shown = {"format_": settings["format"]} if "format" in settings else {}
    law = {key: value for key, value in defaults.items() if key in ("library", "shipped")}
    return {
        **{command: {**defaults, **(shown if command in _REPORTING else {})} for command in COMMANDS},
        **dict.fromkeys(LAW_COMMANDS, law),
    }
