"""Settings: flags come first, then COMPLIANCE_* variables, then [tool.compliance] in pyproject.toml."""

from pathlib import Path
from typing import Any

from compliance.source.settings import FOR_COMMANDS, settings_at

COMMANDS = ("check", "test", "convert", "explain", "ask", "coverage", "lint", "prove", "audit")
_REPORTING = ("check", "test")
"""The commands that know every format."""
LAW_COMMANDS = ("mutate",)
"""Commands to which only the settings of the law apply."""

COMPARING = ("library", "shipped", "positions", "standard")
"""The settings that apply to a comparison, which fails on other things than a check."""


def project_settings(folder: Path) -> dict[str, dict[str, Any]]:
    """The settings that hold in a folder, as defaults for each command.

    Raises InputError for a file that is not TOML or a setting that does not exist.
    """
    values = settings_at(folder).values
    defaults = {key.replace("-", "_"): value for key, value in values.items() if key in FOR_COMMANDS}
    chosen = defaults.pop("format", None)
    shown = {} if chosen is None else {"format_": chosen}
    law = {key: value for key, value in defaults.items() if key in ("library", "shipped")}
    return {
        **{command: {**defaults, **(shown if command in _REPORTING else {})} for command in COMMANDS},
        **dict.fromkeys(LAW_COMMANDS, law),
        "compare": {key: value for key, value in defaults.items() if key in COMPARING},
    }
