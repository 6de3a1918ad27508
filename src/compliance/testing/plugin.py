"""The pytest plugin: `.feature` files are tests by themselves, and one that proves nothing fails."""

import re
import types
from pathlib import Path
from typing import Any

import pytest

from compliance.testing.promises import empty_promises
from compliance.testing.steps import *  # noqa: F403 - step functions are found by being here

_LABEL = re.compile(r"[/.]|^[A-Z]+-?[0-9]")


class FeatureFile(pytest.Module):
    """A `.feature` file as a test module."""

    def _getobj(self) -> Any:
        from pytest_bdd import scenarios

        wrong = empty_promises(self.path)
        if wrong:
            raise self.CollectError("\n".join(wrong))
        module = types.ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        code = compile("scenarios(path)", str(self.path), "exec")
        namespace = module.__dict__
        namespace.update(scenarios=scenarios, path=str(self.path))
        exec(code, namespace)
        return module


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect feature files."""
    if file_path.suffix == ".feature":
        collected: pytest.Collector = FeatureFile.from_parent(parent, path=file_path)
        return collected
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: Any) -> bool | None:
    """Tags that are paths (us-ny/executive-order/170) or rows (S-1) are for reading, not marks."""
    return True if _LABEL.search(tag) else None
