"""The pytest plugin: `.feature` files are tests by themselves, and what proves nothing fails."""

import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import parsers, step
from pytest_bdd.exceptions import StepDefinitionNotFoundError

from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.scenario import KEYWORDS, Failure, Keyword, Line
from compliance.model.span import Span
from compliance.source.files import display_name
from compliance.source.settings import settings_at
from compliance.testing.failing import ScenarioFailed, as_pytest_shows_it
from compliance.testing.law import law_at_hand
from compliance.testing.play import leftover, perform
from compliance.testing.proceeding import Proceeding
from compliance.testing.recognize import file_is_ours
from compliance.testing.step import Step
from compliance.testing.unchecked import is_seen, unchecked
from compliance.testing.vocabulary import VOCABULARY

pytest_plugins = ("compliance.testing.pytest_report",)
_LABEL = re.compile(r"[/.]|^[A-Z]+-?[0-9]|^[A-Z]+$")
"""Tags that are labels, such as a row of the register, and no marker that pytest has to know."""
_STATE = pytest.StashKey[Proceeding]()
_NO_STEP = pytest.StashKey[Failure]()


# --- the steps ------------------------------------------------------------------------------------------


class Published(parsers.StepParser):
    """Tells pytest-bdd which lines are steps of the published vocabulary."""

    def __init__(self, keyword: Keyword) -> None:
        super().__init__(f"a published step after {keyword.capitalize()}")
        self.keyword = keyword

    def is_matching(self, name: str) -> bool:
        """Whether the line is one."""
        return VOCABULARY.match(self.keyword, name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """The step that it is, with what stands in its places."""
        return {"matched": VOCABULARY.match(self.keyword, name)}


def _published(proceeding: Proceeding, matched: tuple[Step, dict[str, Any]]) -> None:
    __tracebackhide__ = True
    assert proceeding.line is not None
    failure = perform(proceeding, *matched, proceeding.line)
    if failure is not None:
        raise ScenarioFailed(failure)


for _keyword in KEYWORDS:
    step(Published(_keyword), type_=_keyword)(_published)


@pytest.fixture
def proceeding(request: pytest.FixtureRequest) -> Proceeding:
    """The state of one scenario; the law is the one that the project's settings name."""
    path = Path(request.node.path)
    state = Proceeding(path, law_at_hand(*settings_at(path.parent).law))
    request.node.stash[_STATE] = state
    return state


def pytest_bdd_before_step(request: pytest.FixtureRequest, feature: Any, step: Any, step_func: Any) -> None:
    """Tell the proceeding which line is at hand, where it is one of ours."""
    if step_func is _published:
        request.getfixturevalue("proceeding").line = _line(step, display_name(Path(feature.filename)))


def _line(step: Any, file: str) -> Line:
    rows = step.datatable.rows if step.datatable else ()
    column = step.indent + 1
    end = column + len(step.keyword) + 1 + len(step.name)
    return Line(
        step.type,
        step.name,
        Span(file, step.line_number, column, step.line_number, end),
        tuple(tuple(cell.value for cell in row.cells) for row in rows),
        tuple(row.location.line for row in rows),
        tuple(tuple(_cell(cell, file) for cell in row.cells) for row in rows),
    )


def _cell(cell: Any, file: str) -> Span:
    line, column = cell.location.line, cell.location.column
    return Span(file, line, column, line, column + max(1, len(cell.value)))


# --- the files ------------------------------------------------------------------------------------------


class FeatureFile(pytest.Module):
    """A `.feature` file as a test module."""

    def _getobj(self) -> types.ModuleType:
        from pytest_bdd import scenarios
        from pytest_bdd.feature import get_features

        from compliance.report.diagnostics import render
        from compliance.testing.features import read_feature

        try:
            settings_at(self.path.parent)
        except InputError as error:
            raise self.CollectError(render(error.diagnostics, color=False)) from None
        feature, problems = read_feature(self.path, published=False)
        if feature is None or problems:
            raise self.CollectError(render(problems, color=False))
        for tag in dict.fromkeys(tag for one in feature.scenarios for tag in one.tags if _LABEL.search(tag)):
            self.config.addinivalue_line("markers", f"{tag}: a label in a feature file")
        module = types.ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        code = compile("scenarios(path)", str(self.path), "exec")
        namespace = module.__dict__
        namespace.update(scenarios=scenarios, path=str(self.path))
        exec(code, namespace)
        del namespace["scenarios"]
        (parsed,) = get_features([str(self.path)])
        lines = {f"{parsed.filename}: {name}": one.line_number for name, one in parsed.scenarios.items()}
        for found in namespace.values():
            if isinstance(found, types.FunctionType) and found.__doc__ in lines:
                _stands_at(found, self.path, lines[found.__doc__])
        return module

    def funcnamefilter(self, name: str) -> bool:
        """Every scenario is a test, whatever a project calls its own."""
        return name.startswith("test_")


def _stands_at(function: types.FunctionType, path: Path, line: int) -> None:
    """Let reports place a scenario in its feature file, and not in pytest-bdd."""
    function.__code__ = function.__code__.replace(co_filename=str(path), co_firstlineno=line)


class PracticeFile(pytest.File):
    """A practice file: some scenario has to check it."""

    def collect(self) -> Iterator[pytest.Item]:
        """One test."""
        yield CheckedPractice.from_parent(self, name="is checked by a scenario")


class Unchecked(Exception):
    """No scenario checks a practice."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


class CheckedPractice(pytest.Item):
    """That a feature file names the practice."""

    def runtest(self) -> None:
        """Raises Unchecked."""
        problem = unchecked(self.path, self.config.rootpath, self.config.getini("norecursedirs"))
        if problem is not None:
            raise Unchecked(problem)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Its file."""
        return self.path, 0, self.name


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect the feature files that are ours, and the practice files in their sight."""
    collected: pytest.Collector | None = None
    if file_path.suffix == ".feature" and _is_ours(file_path, parent.config):
        collected = FeatureFile.from_parent(parent, path=file_path)
    elif file_path.suffix in (".yaml", ".yml"):
        config = parent.config
        if is_seen(file_path, config.rootpath, config.getini("norecursedirs")):
            collected = PracticeFile.from_parent(parent, path=file_path)
    return collected


def _is_ours(path: Path, config: pytest.Config) -> bool:
    """Nothing else takes a feature file that is named on the command line, so that it is meant for us."""
    here = config.invocation_params.dir
    named = {(here / argument.partition("::")[0]).resolve() for argument in config.args}
    return file_is_ours(path, named=path.resolve() in named)


# --- what came out --------------------------------------------------------------------------------------


def pytest_bdd_step_func_lookup_error(
    request: pytest.FixtureRequest, step: Any, exception: Exception
) -> None:
    """Name the nearest step where there is none of this wording."""
    if request.node.getparent(FeatureFile) is not None:
        line = _line(step, display_name(request.node.path))
        near = VOCABULARY.nearest(line.keyword, line.text)
        failure = Failure(line, line.span, f"there is no step '{line.said}'; {near}")
        exception.args = (failure.message,)
        request.node.stash[_NO_STEP] = failure


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A scenario that built something which nothing looked at fails."""
    __tracebackhide__ = True
    result = yield
    state = item.stash.get(_STATE, None)
    failure = None if state is None else leftover(state)
    if failure is not None:
        raise ScenarioFailed(failure)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """What did not hold, in our words, instead of a traceback."""
    report = yield
    error = None if call.excinfo is None else call.excinfo.value
    wrong: Failure | Diagnostic | None = None
    if isinstance(error, ScenarioFailed):
        wrong = error.failure
    elif isinstance(error, StepDefinitionNotFoundError):
        wrong = item.stash.get(_NO_STEP, None)
    elif isinstance(error, Unchecked):
        wrong = error.problem
    if wrong is not None:
        report.longrepr = as_pytest_shows_it(wrong, item.config.getoption("tbstyle"))
    return report
