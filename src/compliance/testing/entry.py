"""What pytest loads wherever this package is installed: next to nothing, until it meets a feature file that is ours.

Nothing heavy is imported here, so that runs that have no use for us start as fast as before, and so that a
measurement of coverage that begins later still sees the package.
"""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

PLUGIN = "compliance.testing.plugin"
pytest_plugins = ("compliance.testing.pytest_report",)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Wrong settings end the run, so that no feature file is left out in silence because of them."""
    root = session.config.rootpath
    if why_not(session.config) or not any(map(_has_settings, (root, *root.parents))):
        return
    from compliance.model.diagnostic import InputError
    from compliance.report.diagnostics import render
    from compliance.source.settings import settings_at

    try:
        settings_at(root)
    except InputError as error:
        raise pytest.UsageError(render(error.diagnostics, color=False)) from None


def _has_settings(folder: Path) -> bool:
    path = folder / "pyproject.toml"
    return path.is_file() and b"compliance" in path.read_bytes()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Load the plugin for the first file that is ours; from then on it collects by itself."""
    practice = file_path.suffix in (".yaml", ".yml") and "practices" in file_path.parts[:-1]
    if not practice and file_path.suffix != ".feature":
        return None
    manager = parent.config.pluginmanager
    if manager.hasplugin(PLUGIN) or manager.is_blocked(PLUGIN) or why_not(parent.config):
        return None
    plugin: Any = import_module(PLUGIN)
    collected: pytest.Collector | None = plugin.pytest_collect_file(file_path, parent)
    if collected is not None:
        manager.register(plugin, PLUGIN)
    return collected


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say why feature files that were asked for are not run."""
    named = any(argument.partition("::")[0].endswith(".feature") for argument in config.args)
    reason = why_not(config) if named else None
    return f"compliance: feature files are not run, because {reason}" if reason else None


def why_not(config: pytest.Config) -> str | None:
    """Why feature files cannot be run; None where they can."""
    if find_spec("pytest_bdd") is None:
        return "pytest-bdd is not installed: pip install 'policy-compliance[test]'"
    hook = getattr(config.hook, "pytest_bdd_before_step", None)
    if hook is None or not hook.has_spec():
        return "pytest-bdd is disabled"
    return None
