"""The pytest plugin: `.feature` files are tests by themselves, and one that proves nothing fails."""

import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Feature, ScenarioTemplate

from compliance.testing.steps import *  # noqa: F403 - step functions are found by being here

_LABEL = re.compile(r"[/.]|^[A-Z]+-?[0-9]")
_KEYWORDS = ("given", "when", "then", "and", "but", "scenario", "background", "examples")


class FeatureFile(pytest.Module):
    """A `.feature` file as a test module."""

    def _getobj(self) -> Any:
        from pytest_bdd import scenarios

        module = types.ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        code = compile("scenarios(path)", str(self.path), "exec")
        namespace = module.__dict__
        namespace.update(scenarios=scenarios, path=str(self.path))
        exec(code, namespace)
        for problem in empty_promises(self.path):
            raise self.CollectError(problem)
        return module


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect feature files."""
    if file_path.suffix == ".feature":
        collected: pytest.Collector = FeatureFile.from_parent(parent, path=file_path)
        return collected
    return None


def pytest_bdd_apply_tag(tag: str, function: Any) -> bool | None:
    """Tags that are paths (us-ny/executive-order/170) or rows (S-1) are for reading, not marks."""
    return True if _LABEL.search(tag) else None


def empty_promises(path: Path) -> Iterator[str]:
    """What is wrong with scenarios that would pass without proving anything: no step, no Then, a misspelt step."""
    from pytest_bdd.feature import get_feature

    feature: Feature = get_feature(str(path.parent), path.name)
    if not feature.scenarios:
        yield f"{path}: the feature has no scenario; write one, or delete the file"
    for name, scenario in feature.scenarios.items():
        where = f"{path}:{scenario.line_number}: the scenario '{name}'"
        if not scenario.steps:
            yield f"{where} has no steps; a step begins with Given, When, Then, And or But"
        elif not any(step.type == "then" for step in scenario.steps):
            yield f"{where} has no Then, so it can never fail; say what must be found"
        yield from (f"{where} {problem}" for problem in _misspelt(scenario))


def _misspelt(scenario: ScenarioTemplate) -> Iterator[str]:
    """Lines that look like steps but were read as a description."""
    for line in (scenario.description or "").splitlines():
        word = line.strip().split(" ")[0].rstrip(":").lower()
        if word in _KEYWORDS:
            yield f"has a line that is not a step: '{line.strip()}'; write '{word.capitalize()} …' without a colon"
