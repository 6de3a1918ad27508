"""Settings: flags come first, then COMPLIANCE_* variables, then [tool.compliance] in pyproject.toml."""

from pathlib import Path
from typing import Any

from compliance.source.settings import FOR_COMMANDS, settings_at

COMMANDS = ("check", "convert", "explain", "ask", "lint")


def project_settings(folder: Path) -> dict[str, dict[str, Any]]:
    """The settings that hold in a folder, as defaults for each command.

    Raises InputError for a file that is not TOML or a setting that does not exist.
    """
    values = settings_at(folder).values
    defaults = {key.replace("-", "_"): value for key, value in values.items() if key in FOR_COMMANDS}
    return dict.fromkeys(COMMANDS, defaults)
