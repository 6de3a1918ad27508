"""The steps and the plugin: a scenario that proves nothing fails, and one that is wrong says what was found."""

from collections.abc import Callable
from pathlib import Path

import pytest

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


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run feature text in an empty project that has one practice, and give what pytest says."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.mkdir("practices")
    Path("practices/unlogged-search.yaml").write_text(PRACTICE)

    def _run(text: str, *options: str, subprocess: bool = False) -> pytest.RunResult:
        Path("log.feature").write_text(text)
        start = pytester.runpytest_subprocess if subprocess else pytester.runpytest_inprocess
        return start(*PLUGINS, "--strict-markers", "--tb=native", *options, "log.feature")

    return _run


def _said(result: pytest.RunResult) -> str:
    return result.stdout.str() + result.stderr.str()


def _feature(*steps: str) -> str:
    lines = "\n".join(f"    {step}" for step in steps)
    return f"Feature: Logs\n\n  Scenario: A search outside the log\n{lines}\n"


def test_a_feature_file_is_a_test(run: Run) -> None:
    run(GOOD).assert_outcomes(passed=1)


def test_each_row_of_an_outline_is_a_test(run: Run) -> None:
    text = _feature(
        'Given the practice "unlogged-search"',
        'And the fact "query.logged" is "<logged>"',
        "When it is checked",
        'Then "ud-log" is <status>',
    ).replace("Scenario:", "Scenario Outline:")
    rows = (
        "\n    Examples:\n      | logged | status |\n      | false | violated |\n      | true | satisfied |\n"
    )
    run(text + rows).assert_outcomes(passed=2)


def test_scenarios_under_a_rule_are_tests(run: Run) -> None:
    run(GOOD.replace("  Scenario:", "  Rule: The log term\n  Scenario:")).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Feature: Logs\n", "the feature has no scenario"),
        (_feature(), "log.feature:3: the scenario 'A search outside the log' has no steps"),
        (
            _feature('Given the practice "unlogged-search"', "When it is checked"),
            "log.feature:3: the scenario 'A search outside the log' has no Then, so it can never fail",
        ),
    ],
    ids=["no scenario", "no steps", "no Then"],
)
def test_a_feature_that_proves_nothing_fails(run: Run, text: str, says: str) -> None:
    result = run(text)
    assert result.ret != pytest.ExitCode.OK
    assert says in _said(result)


@pytest.mark.parametrize(
    ("keyword", "misspelt"),
    [("Given", "Given:"), ("Given", "given"), ("When", "When:"), ("Then", "Then:"), ("Then", "then")],
)
def test_a_misspelt_step_fails_with_file_and_line(run: Run, keyword: str, misspelt: str) -> None:
    text = GOOD.replace(f"    {keyword} ", f"    {misspelt} ")
    result = run(text)
    assert result.ret != pytest.ExitCode.OK
    rows = list(enumerate(text.splitlines(), 1))
    line = next(
        n for n, row in rows if row.strip().startswith("Scenario" if keyword == "Given" else misspelt)
    )
    assert f"log.feature:{line}: " in _said(result)
    assert f"write '{keyword} …', with a capital letter and without a colon" in _said(result)
    assert "Traceback" not in _said(result)


SLIPS = {
    "rule": ('"ud-log" is', '"ud-logs" is', ["no rule is called 'ud-logs'", "ud-log"]),
    "practice": ('"unlogged-search"', '"unlogged"', ["there is no 'unlogged'", "practices"]),
    "fact": (
        "    When",
        '    And the fact "query.loged" is "false"\n    When',
        ["no fact is called 'query.loged'", "query.logged"],
    ),
    "value": (
        "    When",
        '    And the fact "query.logged" is "perhaps"\n    When',
        ["query.logged", "perhaps"],
    ),
    "actor": (
        "    When",
        '    And the user agency is the actor "county-sherif"\n    When',
        ["county-sherif", "county-sheriff"],
    ),
    "unchecked": ("    When it is checked\n", "", ["nothing was checked yet; say 'When it is checked'"]),
    "day": (
        "it is checked",
        "it is checked as it stood on 2001-01-01",
        ["the practice has no day 2001-01-01"],
    ),
    "reason": ("is violated", "is not-applicable because not-bound", ["ud-log is ('violated'"]),
    "step": ("is violated", "is all right", ['"ud-log" is all right']),
    "undated": (
        'Given the practice "unlogged-search"',
        'Given the fact "act" is "[record-query]"',
        ["the practice has no date; say 'it happened on 2019-05-08'"],
    ),
    "judgment": (
        "    When",
        '    And the judgment "us-ny/x#y" is "maybe", by "me", because "so"\n    When',
        ["a judgment is yes or no, not 'maybe'"],
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_fails_with_help(run: Run, slip: str) -> None:
    old, new, says = SLIPS[slip]
    assert old in GOOD
    result = run(GOOD.replace(old, new))
    result.assert_outcomes(failed=1)
    for words in says:
        assert words in _said(result)


WRONG = [
    'it turns on "periodic-audit"',
    'it asks about "query.logged"',
    'it cites "EO 170 (2017), B.2"',
    'it is flagged "preemption-risk"',
    'it is not flagged "draft-encoding"',
    'the position "agency" finds it satisfied',
    'the position "governor" finds it violated',
    'the exception "charter" is shown',
    'the reasons say "on a clear day"',
    'it rests on "hearsay"',
    'it binds "DCJS"',
    'it conflicts with "ud-access"',
    'it would be excused if "query.logged" were otherwise',
    'it would be satisfied if "act" were otherwise',
    "as alleged it would be satisfied",
    "satisfied is still possible",
    'satisfied is still possible for the position "agency"',
    'violated is still possible for the position "governor"',
    "no violation is possible",
    'no violation is possible for the position "agency"',
    'no violation is possible for the position "governor"',
    "no rule governs it",
    "the practice is satisfied",
    'the practice is flagged "preemption-risk"',
    'a claim about "query.logged" is contradicted',
    '"us-ny/executive-order/170#B.2" is named as bearing on it',
    '"us-ny/agreement/use-and-dissemination#ONWARD" is not named as bearing on it',
    'it does not turn on "periodic-audit"',
    '"ud-log" is not-applicable because out-of-scope',
    '"ud-purpose" is violated',
]
"""Expectations that do not hold of a search outside the log."""


def test_every_expectation_can_fail(run: Run) -> None:
    head, scenario = GOOD.split("\n\n", 1)
    each = [scenario.replace("the log", f"log {n}") + f"    And {step}\n" for n, step in enumerate(WRONG)]
    result = run("\n\n".join([head, *each]))
    result.assert_outcomes(failed=len(WRONG))
    assert _said(result).count("Error: ") >= len(WRONG)
    assert "StepDefinitionNotFound" not in _said(result)


def test_tags_that_are_paths_or_rows_need_no_registration(run: Run) -> None:
    text = GOOD.replace("  Scenario", "  @us-ny/agreement/use-and-dissemination @S-11 @B.3.a\n  Scenario")
    run("@us-ny/agreement/use-and-dissemination\n" + text, "-W", "error").assert_outcomes(passed=1)


def test_tags_that_are_paths_where_the_plugin_is_named_on_the_command_line(
    run: Run, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("log.feature").write_text("@us-ny/agreement/use-and-dissemination\n" + GOOD)
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    options = ("-p", "compliance.testing.plugin", "--strict-markers", "--tb=native")
    pytester.runpytest_subprocess(*options, "log.feature").assert_outcomes(passed=1)


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n"], ids=["empty", "comment"])
def test_a_file_without_a_feature_fails_with_help(run: Run, text: str) -> None:
    result = run(text)
    assert result.ret != pytest.ExitCode.OK
    assert "log.feature:1: the feature has no scenario" in _said(result)


def test_a_tag_that_is_a_mark_is_a_mark(run: Run) -> None:
    result = run(GOOD.replace("  Scenario", "  @skip\n  Scenario"))
    result.assert_outcomes(skipped=1)


def test_two_scenarios_of_one_name_fail(run: Run) -> None:
    """The second would silently take the place of the first."""
    again = "\n".join(GOOD.splitlines()[2:]).replace("violated", "satisfied")
    result = run(f"{GOOD}\n{again}\n")
    assert result.ret != pytest.ExitCode.OK
    assert "A search outside the log" in _said(result)


def test_two_workers(run: Run) -> None:
    rows = "\n".join(f"      | {n} |" for n in range(6))
    text = GOOD.replace("Scenario:", "Scenario Outline:").replace(
        "    When", "    And it happened on 2019-05-0<n>\n    When"
    )
    text += f"\n    Examples:\n      | n |\n{rows.replace('| 0 |', '| 9 |')}\n"
    run(text, "-p", "xdist.plugin", "-n", "2", subprocess=True).assert_outcomes(passed=6)
