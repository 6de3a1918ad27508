"""A project somewhere, with feature files: what pytest says about it."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., pytest.RunResult]

PLUGINS = ("-p", "pytest_bdd.plugin", "-p", "compliance.testing.entry")
"""As the entry points of the two packages name them."""
PRACTICE = """\
practice: unlogged-search
title: A search that is not in the log
parties: {user-agency: federal-user-agency}
on: 2019-05-08
facts:
  act: [record-query]
  query.logged: false
"""
GOOD = """\
Feature: Logs

  Scenario: A search outside the log
    Given the practice "unlogged-search"
    When it is checked
    Then "ud-log" is violated
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run feature text in an empty project that has one practice, and give what pytest says."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("COLUMNS", "200")
    pytester.mkdir("practices")
    Path("practices/unlogged-search.yaml").write_text(PRACTICE)

    def _run(text: str, *options: str, subprocess: bool = False) -> pytest.RunResult:
        Path("log.feature").write_text(text)
        start = pytester.runpytest_subprocess if subprocess else pytester.runpytest_inprocess
        return start(*PLUGINS, "--strict-markers", *options, "log.feature")

    return _run


def said(result: pytest.RunResult) -> str:
    """All that pytest printed."""
    return result.stdout.str() + result.stderr.str()


def feature(*steps: str) -> str:
    """A feature with one scenario of these steps."""
    lines = "\n".join(f"    {step}" for step in steps)
    return f"Feature: Logs\n\n  Scenario: A search outside the log\n{lines}\n"
