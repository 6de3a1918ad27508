"""`--compliance-report`: what a pytest run writes about scenarios, on one worker and on two."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compliance.testing.gathered import Gathered

Run = Callable[..., pytest.RunResult]

PLUGINS = ("-p", "pytest_bdd.plugin", "-p", "compliance.testing.plugin")
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
FEATURE = """\
Feature: Logs

  Background:
    Given the practice "unlogged-search"

  Scenario: A search outside the log
    When it is checked
    Then "ud-log" is violated

  @S-1
  Scenario: A search that is said to be in the log
    When it is checked
    Then "ud-log" is satisfied

  Scenario Outline: A log that is <logged>
    Given the fact "query.logged" is "<logged>"
    When it is checked
    Then "ud-log" is violated

    Examples:
      | logged |
      | false  |
      | true   |

  @skip
  Scenario: A search that takes too long
    When it is checked
    Then "ud-log" is satisfied

  Scenario: A step that there is not
    When it is checked
    Then "ud-log" is all right
"""
OUTCOMES = {
    "A search outside the log": ("passed", None),
    "A search that is said to be in the log": ("failed", 13),
    "A log that is false": ("passed", None),
    "A log that is true": ("failed", 18),
    "A search that takes too long": ("skipped", None),
    "A step that there is not": ("failed", 32),
}
"""By scenario what comes of it, and the line that fails."""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run feature files in a project that has one practice."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.mkdir("practices")
    Path("practices/unlogged-search.yaml").write_text(PRACTICE)

    def _run(features: dict[str, str], *options: str, subprocess: bool = False) -> pytest.RunResult:
        for name, text in features.items():
            Path(name).write_text(text)
        start = pytester.runpytest_subprocess if subprocess else pytester.runpytest_inprocess
        return start(*PLUGINS, "--strict-markers", "--tb=native", *options, *features)

    return _run


def _json() -> Any:
    return json.loads(Path("out.json").read_text())


def _outcomes(data: Any) -> dict[str, tuple[str, int | None]]:
    return {
        one["name"]: (one["outcome"], one["failure"] and one["failure"]["line"])
        for feature in data["features"]
        for one in feature["scenarios"]
    }


def test_every_scenario_with_what_came_of_it(run: Run) -> None:
    result = run({"log.feature": FEATURE}, "--compliance-report", "json=out.json")
    result.assert_outcomes(passed=2, failed=3, skipped=1)
    data = _json()
    assert data["counts"] == {"failed": 3, "skipped": 1, "passed": 2}
    assert _outcomes(data) == OUTCOMES
    (feature,) = data["features"]
    assert (feature["title"], feature["file"]) == ("Logs", "log.feature")
    failed = feature["scenarios"][1]
    assert failed["tags"] == ["S-1"]
    assert failed["failure"]["step"] == 'Then "ud-log" is satisfied'
    assert failed["failure"]["difference"] == "ud-log is violated, not satisfied"
    assert "ud-log (DCJS U&D agreements" in failed["failure"]["found"]
    assert feature["scenarios"][3]["example"] == {"logged": "true"}
    assert "there is no step" in feature["scenarios"][5]["failure"]["difference"]


def test_two_workers_write_what_one_process_does(run: Run) -> None:
    features = {"log.feature": FEATURE, "more.feature": GOOD}
    run(features, "--compliance-report", "json=out.json")
    alone = _json()
    Path("out.json").unlink()
    options = ("-p", "xdist.plugin", "-n", "2", "--compliance-report", "json=out.json")
    run(features, *options, subprocess=True).assert_outcomes(passed=3, failed=3, skipped=1)
    assert _json() == alone


@pytest.mark.parametrize("workers", [(), ("-p", "xdist.plugin", "-n", "2")], ids=["alone", "two workers"])
def test_a_feature_that_cannot_be_read_is_in_the_report(run: Run, workers: tuple[str, ...]) -> None:
    features = {"bad.feature": GOOD.replace("Then ", "Then: "), "log.feature": GOOD}
    options = (*workers, "--continue-on-collection-errors", "--compliance-report", "json=out.json")
    result = run(features, *options, subprocess=bool(workers))
    assert result.ret != pytest.ExitCode.OK
    errors = [(one["code"], one["file"]) for one in _json()["errors"]]
    assert ("feature-syntax", "bad.feature") in errors
    assert len(errors) == len(set(errors))


def test_several_files_in_one_run(run: Run) -> None:
    wanted = {"junit": "ci/junit.xml", "sarif": "out.sarif", "github": "out.txt", "markdown": "out.md"}
    options = [word for name, file in wanted.items() for word in ("--compliance-report", f"{name}={file}")]
    run({"log.feature": FEATURE}, *options)
    for file in wanted.values():
        text = Path(file).read_text()
        assert "A search that is said to be in the log" in text
        assert "ud-log is violated, not satisfied" in text


def test_what_compliance_test_says_of_the_same_file(run: Run) -> None:
    """Both players come to the same, line for line, on a file that both take."""
    from compliance.model.scenario import ScenarioReport
    from compliance.report import render_scenarios
    from compliance.testing.law import law_at_hand
    from compliance.testing.run import PROGRAM, played, read_sound_features

    text = FEATURE.partition("  @skip")[0]
    run({"log.feature": text}, "--compliance-report", "json=out.json")
    features, _ = read_sound_features([Path("log.feature")])
    found = played(features, law_at_hand(), lambda *_: True, lambda _: None)
    assert render_scenarios("json", ScenarioReport(found, PROGRAM)) == Path("out.json").read_text()


def test_other_tests_are_left_out_and_a_run_without_scenarios_leaves_no_stale_file(
    run: Run, pytester: pytest.Pytester
) -> None:
    Path("out.json").write_text("stale")
    pytester.makepyfile(test_other="def test_other():\n    assert False\n")
    result = pytester.runpytest_inprocess(*PLUGINS, "test_other.py", "--compliance-report", "json=out.json")
    result.assert_outcomes(failed=1)
    assert (_json()["features"], _json()["counts"]) == ([], {})


def test_scenarios_that_a_test_module_binds(run: Run, pytester: pytest.Pytester) -> None:
    Path("log.feature").write_text(FEATURE.partition("  @skip")[0])
    pytester.makepyfile(test_logs="from pytest_bdd import scenarios\nscenarios('log.feature')\n")
    pytester.runpytest_inprocess(*PLUGINS, "test_logs.py", "--compliance-report", "json=out.json")
    assert _json()["counts"] == {"failed": 2, "passed": 2}


@pytest.mark.parametrize("value", ["pdf=out.pdf", "json", "json=", "=out.json"])
def test_a_format_that_there_is_not_is_an_error(run: Run, value: str) -> None:
    result = run({"log.feature": GOOD}, "--compliance-report", value, subprocess=True)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "FORMAT is one of text, json, github, sarif, junit" in result.stderr.str()


def test_a_file_that_cannot_be_written_fails_the_run(run: Run) -> None:
    Path("taken").mkdir()
    result = run({"log.feature": GOOD}, "--compliance-report", "json=taken", subprocess=True)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "taken cannot be written" in result.stderr.str()


def test_a_test_that_finds_something_wrong_with_a_file_puts_it_among_the_errors(
    run: Run, pytester: pytest.Pytester
) -> None:
    pytester.makepyfile(
        test_files="""
        from compliance.model.diagnostic import Diagnostic
        from compliance.model.span import Span

        class Wrong(Exception):
            problem = Diagnostic("unchecked", "no scenario checks it", Span("a.yaml", 3, 2, 3, 5), "write one")

        def test_file():
            raise Wrong
        """
    )
    options = ("-p", "xdist.plugin", "-n", "2", "--compliance-report", "json=out.json")
    pytester.runpytest_subprocess(*PLUGINS, *options, "test_files.py")
    assert [(one["code"], one["file"], one["line"], one["help"]) for one in _json()["errors"]] == [
        ("unchecked", "a.yaml", 3, "write one")
    ]


def test_pytest_can_keep_the_gatherer_in_a_set_with_its_other_plugins() -> None:
    assert {Gathered(Path(), [])}


def test_without_the_option_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, compliance.testing.pytest_report\nprint([m for m in sys.modules if 'compliance.' in m])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "['compliance.testing', 'compliance.testing.pytest_report']\n"


def test_a_run_without_pytest_bdd(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_other="def test_other():\n    pass\n")
    options = ("-p", "compliance.testing.pytest_report", "--compliance-report", "json=out.json")
    pytester.runpytest_subprocess(*options, "test_other.py").assert_outcomes(passed=1)
    assert _json()["features"] == []
