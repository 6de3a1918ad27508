"""The pytest plugin: `.feature` files are tests by themselves, and one that proves nothing fails."""

import re
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers, step

from compliance.model.scenario import Line
from compliance.model.span import Span
from compliance.testing.play import leftover
from compliance.testing.proceeding import Proceeding
from compliance.testing.step import Step
from compliance.testing.vocabulary import VOCABULARY

pytest_plugins = ("compliance.testing.pytest_report",)
_LABEL = re.compile(r"[/.]|^[A-Z]+-?[0-9]")


class Published(parsers.StepParser):
    """Tells pytest-bdd which lines are a step of the published vocabulary."""

    def __init__(self, published: Step) -> None:
        super().__init__(published.forms[0])
        self.published = published

    def is_matching(self, name: str) -> bool:
        """Whether the line is this step."""
        return self.published.places(name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """What stands in the places of the line."""
        return {"places": self.published.places(name)}


def _performing(published: Step) -> Callable[..., None]:
    def perform(proceeding: Proceeding, places: dict[str, Any], datatable: Any = None) -> None:
        published.perform(proceeding, places, datatable or ())

    return perform


for _published in VOCABULARY.steps:
    step(Published(_published), type_=_published.keyword)(_performing(_published))


@pytest.fixture
def proceeding(request: pytest.FixtureRequest) -> Proceeding:
    """The state of one scenario."""
    return Proceeding(Path(request.node.path))


class FeatureFile(pytest.Module):
    """A `.feature` file as a test module."""

    def _getobj(self) -> Any:
        from pytest_bdd import scenarios

        from compliance.report.diagnostics import render
        from compliance.testing.features import read_feature

        _, problems = read_feature(self.path, published=False)
        if problems:
            raise self.CollectError(render(problems, color=False))
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


def pytest_bdd_before_step(request: pytest.FixtureRequest, feature: Any, step: Any) -> None:
    """Tell the proceeding which line is at hand."""
    state = _proceeding(request)
    if state is None:
        return
    rows = step.datatable.rows if step.datatable else ()
    state.line = Line(
        step.type,
        step.name,
        Span(str(feature.filename), step.line_number),
        tuple(tuple(cell.value for cell in row.cells) for row in rows),
        tuple(row.location.line for row in rows),
    )
    if step.type == "given":
        state.changed(state.line)


def pytest_bdd_step_func_lookup_error(step: Any, exception: Exception) -> None:
    """Name the nearest step where there is none of this wording."""
    said = f"{step.type.capitalize()} {step.name}"
    exception.args = (f"there is no step '{said}'; {VOCABULARY.nearest(step.type, step.name)}",)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A scenario that built something which nothing looked at fails."""
    result = yield
    state = getattr(item, "funcargs", {}).get("proceeding")
    if isinstance(state, Proceeding):
        failure = leftover(state)
        if failure is not None:
            pytest.fail(f"{failure.span.file}:{failure.span.line}: {failure.message}", pytrace=False)
    return result


def _proceeding(request: pytest.FixtureRequest) -> Proceeding | None:
    found = request.getfixturevalue("proceeding")
    return found if isinstance(found, Proceeding) else None
