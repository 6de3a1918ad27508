"""`--compliance-report FORMAT=FILE`: what came of scenarios under pytest, in the formats of `compliance test`.

Whoever runs a scenario, pytest itself or a worker of pytest-xdist, notes on the test's report which scenario it was
and how it failed, in plain values that a worker can send. The process that was started gathers these, reads the
feature files again for all else, and writes. Nothing heavy is imported before the option is given.

PYTEST_DONT_REWRITE: it asserts nothing, and pytest would warn where it was imported before.
"""

from collections.abc import Generator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

OPTION = "--compliance-report"
NOTE, PROBLEM = "compliance_scenario", "compliance_problem"
"""Attributes of a test's report: the scenario that it is, and what is wrong with a file, where that is the test."""
_STEP = pytest.StashKey[tuple[int, str]]()
"""The line of the step that failed, and why."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option."""
    parser.getgroup("compliance").addoption(
        OPTION,
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="Write what came of scenarios to a file, in a format of 'compliance test'; repeatable.",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin to gather, in the process that was started. Raises UsageError for a format that there is not."""
    if not config.getoption(OPTION) or hasattr(config, "workerinput"):
        return
    from compliance.report import SCENARIO_FORMATS
    from compliance.testing.gathered import Gathered

    wanted: list[tuple[str, Path]] = []
    for value in config.getoption(OPTION):
        format_, equals, file = value.partition("=")
        if not equals or not file or format_ not in SCENARIO_FORMATS:
            raise pytest.UsageError(
                f"{OPTION} {value}: write FORMAT=FILE, where FORMAT is one of {', '.join(SCENARIO_FORMATS)}"
            )
        wanted.append((format_, Path(file).absolute()))
    config.pluginmanager.register(Gathered(config.rootpath, wanted), "compliance-report")


@pytest.hookimpl(optionalhook=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Any, exception: BaseException) -> None:
    """Note the step that failed."""
    request.node.stash[_STEP] = (step.line_number, _said(exception))


@pytest.hookimpl(optionalhook=True)
def pytest_bdd_step_func_lookup_error(request: pytest.FixtureRequest, step: Any) -> None:
    """Note a step that there is not."""
    from compliance.testing.vocabulary import VOCABULARY

    said, near = f"{step.type.capitalize()} {step.name}", VOCABULARY.nearest(step.type, step.name)
    request.node.stash[_STEP] = (step.line_number, f"there is no step '{said}'; {near}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put what is known of the scenario on its report."""
    report = yield
    if item.config.getoption(OPTION):
        from compliance.model.diagnostic import Diagnostic

        note = _identity(item)
        if note is not None:
            note["failure"] = _failure(item, call) if report.failed else None
            setattr(report, NOTE, note)
        problem = getattr(call.excinfo and call.excinfo.value, "problem", None)
        if isinstance(problem, Diagnostic):
            setattr(report, PROBLEM, asdict(problem))
    return report


def _identity(item: pytest.Item) -> dict[str, Any] | None:
    """Which scenario a test is; None for a test that is none."""
    try:
        from pytest_bdd.scenario import scenario_wrapper_template_registry as templates
    except ImportError:
        return None

    function = getattr(item, "obj", None)
    template = None if function is None else templates.get(function)
    if template is None:
        return None
    callspec = getattr(item, "callspec", None)
    example = dict(callspec.params.get("_pytest_bdd_example", {})) if callspec else {}
    return {
        "file": str(template.feature.filename),
        "feature": template.feature.name,
        "name": template.render(example).name,
        "line": template.line_number,
        "example": example,
    }


def _failure(item: pytest.Item, call: pytest.CallInfo[None]) -> tuple[int, str]:
    """The line of the step that failed (0 where it was none) and why."""
    from compliance.model.scenario import Failure

    error = None if call.excinfo is None else call.excinfo.value
    known = getattr(error, "failure", None)
    if isinstance(known, Failure):
        return known.span.line, known.message
    if _STEP in item.stash:
        return item.stash[_STEP]
    return 0, "" if error is None else _said(error)


def _said(error: BaseException) -> str:
    """An error in words; what is no failed expectation is named."""
    expected = isinstance(error, AssertionError | pytest.fail.Exception)
    return str(error) if expected else f"{type(error).__name__}: {error}"
