"""The plugin in other people's projects: what it takes, what it leaves alone, and whose law it asks."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.features.conftest import GOOD, PLUGINS, PRACTICE, Run, feature, said
from tests.law_text import write_law

Project = Callable[..., pytest.RunResult]

SHOP = """\
@TICKET-7 @shop/cart
Feature: A shop

  Scenario: A cart
    Given a cart
    When it is checked
    Then "Bob" is happy
"""
SHOP_STEPS = """\
import pytest
from pytest_bdd import given, scenarios, then, when

{scenarios}

@given("a cart", target_fixture="cart")
def cart():
    return []

@when("it is checked")
def checked(cart):
    cart.append("checked")

@then('"Bob" is happy')
def happy(cart, request):
    assert cart == ["checked"]
    assert sorted(mark.name for mark in request.node.iter_markers()) == {marks}
"""
RULES = """
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {purpose: civil}
"""
TOWN = """\
Feature: A town

  Scenario: A list is shared
    Given these facts:
      | fact    | value   |
      | act     | [share] |
      | purpose | civil   |
    And it happened on 2019-05-08
    When it is checked
    Then "ban" is violated
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Write files, run pytest on the folder, and give what it says."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("COLUMNS", "200")

    def _run(
        files: dict[str, str] | None = None, *options: str, plugins: tuple[str, ...] = PLUGINS
    ) -> pytest.RunResult:
        for name, text in (files or {}).items():
            path = pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return pytester.runpytest_inprocess(*plugins, *options)

    return _run


# --- what is loaded -------------------------------------------------------------------------------------


def test_the_entry_point_loads_next_to_nothing() -> None:
    script = (
        "import sys, pytest; before = set(sys.modules); import compliance.testing.entry;"
        "print(*sorted(name for name in set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["compliance", "compliance.testing", "compliance.testing.entry"]


def test_a_project_without_feature_files_does_not_load_the_plugin(project: Project) -> None:
    check = (
        "def test_it(pytestconfig):\n"
        "    assert not pytestconfig.pluginmanager.hasplugin('compliance.testing.plugin')\n"
    )
    project({"test_it.py": check, "practices/list.yaml": "- one\n", "data.yaml": PRACTICE}).assert_outcomes(
        passed=1
    )


def test_the_installed_entry_point_collects(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in anybody's project: nothing is named on the command line; warnings are errors."""
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", raising=False)
    pytester.mkdir("practices")
    Path("practices/unlogged-search.yaml").write_text(PRACTICE)
    Path("log.feature").write_text("@us-ny/order/1\n" + GOOD)
    result = pytester.runpytest_subprocess("-W", "error", "--strict-markers", "--strict-config")
    result.assert_outcomes(passed=2)


@pytest.mark.parametrize("mode", ["prepend", "append", "importlib"])
def test_every_import_mode_works(project: Project, mode: str) -> None:
    files = {
        "practices/unlogged-search.yaml": PRACTICE,
        "a/log.feature": GOOD,
        "b/log.feature": GOOD,
        "b/__init__.py": "",
        "b/test_it.py": "def test_it(): pass\n",
    }
    project(files, f"--import-mode={mode}").assert_outcomes(passed=4)


def test_a_root_elsewhere(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "log.feature").write_text(GOOD)
    (elsewhere / "practices").mkdir()
    (elsewhere / "practices/unlogged-search.yaml").write_text(PRACTICE)
    project({}, str(elsewhere), "--rootdir=.").assert_outcomes(passed=2)


def test_scenarios_are_tests_whatever_a_project_calls_its_own(project: Project) -> None:
    files = {"practices/unlogged-search.yaml": PRACTICE, "log.feature": GOOD}
    project(files, "-o", "python_functions=check_*").assert_outcomes(passed=2)


# --- without pytest-bdd ---------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["no:pytest-bdd", "no:compliance"])
def test_where_a_plugin_is_disabled_everything_else_runs(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", raising=False)
    Path("log.feature").write_text(GOOD)
    Path("test_it.py").write_text("def test_it(): pass\n")
    result = pytester.runpytest_subprocess("-p", option)
    result.assert_outcomes(passed=1)
    assert "compliance:" not in said(result)


def test_without_pytest_bdd_a_named_feature_file_is_not_run_and_the_header_says_why(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = ("-p", "compliance.testing.entry")
    files = {"log.feature": GOOD, "test_it.py": "def test_it(): pass\n"}
    result = project(files, "test_it.py", plugins=without)
    result.assert_outcomes(passed=1)
    assert "compliance:" not in said(result)
    result = project({}, "log.feature::test_a", plugins=without)
    assert "compliance: feature files are not run, because pytest-bdd is disabled" in said(result)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    monkeypatch.setattr("compliance.testing.entry.find_spec", lambda name: None)
    result = project({}, "log.feature", plugins=without)
    assert "pytest-bdd is not installed: pip install 'policy-compliance[test]'" in said(result)


# --- feature files of others ----------------------------------------------------------------------------


def test_a_feature_file_of_others_is_left_alone(project: Project) -> None:
    """It runs once, as its own module loads it, with its tags as marks; also beside one of ours."""
    steps = SHOP_STEPS.format(scenarios="scenarios('.')", marks="['TICKET-7', 'shop/cart']")
    files = {
        "shop/cart.feature": SHOP,
        "shop/test_cart.py": steps,
        "pytest.ini": "[pytest]\nmarkers =\n  TICKET-7\n  shop/cart\n",
    }
    project(files, "--strict-markers").assert_outcomes(passed=1)
    ours = {"a/practices/unlogged-search.yaml": PRACTICE, "a/log.feature": GOOD}
    project(ours, "--strict-markers").assert_outcomes(passed=3)


def test_a_step_that_others_miss_is_told_in_the_words_of_pytest_bdd(project: Project) -> None:
    steps = SHOP_STEPS.format(scenarios="scenarios('.')", marks="[]").replace('"a cart"', '"a wagon"')
    files = {
        "shop/cart.feature": SHOP.partition("\n")[2],
        "shop/test_cart.py": steps,
        "practices/unlogged-search.yaml": PRACTICE,
        "log.feature": GOOD,
    }
    result = project(files)
    result.assert_outcomes(passed=2, failed=1)
    assert "StepDefinitionNotFoundError" in said(result)
    assert "did you mean" not in said(result)


@pytest.mark.parametrize(
    "steps",
    [
        ('Given the practise "unlogged-search"', "When it is check", 'Then "ud-log" is violatted'),
        ('Given: the practice "unlogged-search"', "When: it is checked", 'Then: "ud-log" is violated'),
        ('given the practice "unlogged-search"', "when it is checked", 'then "ud-log" is violated'),
    ],
)
def test_a_file_that_was_meant_for_us_fails(project: Project, steps: tuple[str, ...]) -> None:
    result = project({"practices/unlogged-search.yaml": PRACTICE, "log.feature": feature(*steps)})
    assert result.ret != pytest.ExitCode.OK
    assert "write '" in said(result) or "did you mean" in said(result)


def test_a_file_named_on_the_command_line_is_ours(project: Project) -> None:
    files = {"cart.feature": SHOP.partition("\n")[2]}
    assert project(files).ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result = project(files, "cart.feature")
    result.assert_outcomes(failed=1)
    assert "cart.feature:4: Given a cart\n  there is no step 'Given a cart'" in said(result)


def test_settings_say_which_files_are_ours(project: Project) -> None:
    settings = '[tool.compliance]\nfeatures = ["ours"]\n'
    files = {
        "pyproject.toml": settings,
        "ours/cart.feature": SHOP.partition("\n")[2],
        "theirs/log.feature": GOOD,
    }
    result = project(files)
    result.assert_outcomes(failed=1)
    assert "there is no step 'Given a cart'" in said(result)
    result = project({"pyproject.toml": "[tool.compliance]\nfeatures = []\n"}, "theirs/log.feature")
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_steps_of_a_project_s_own_work_beside_ours(project: Project) -> None:
    files = {
        "practices/unlogged-search.yaml": PRACTICE,
        "log.feature": GOOD.replace("    When", "    And nobody minded\n    When"),
        "conftest.py": "from pytest_bdd import given\n\n@given('nobody minded')\ndef nobody(): pass\n",
    }
    project(files).assert_outcomes(passed=2)
    files["conftest.py"] = files["conftest.py"].replace("pass", "assert 1 == 2")
    result = project(files)
    result.assert_outcomes(passed=1, failed=1)
    assert "conftest.py:4: AssertionError" in said(result)


# --- the law --------------------------------------------------------------------------------------------


def test_the_law_is_what_the_project_s_settings_name(project: Project, pytester: pytest.Pytester) -> None:
    write_law(pytester.path / "town/law", RULES)
    settings = '[tool.compliance]\nlibrary = ["law"]\nshipped = false\n'
    files = {"town/pyproject.toml": settings, "town/features/list.feature": TOWN}
    project(files).assert_outcomes(passed=1)
    result = project({"town/pyproject.toml": settings + 'positions = "agent"\n'})
    result.assert_outcomes(failed=1)
    assert "no position is called 'agent'" in said(result)


def test_wrong_settings_fail_with_their_place(project: Project) -> None:
    result = project({"pyproject.toml": "[tool.compliance]\nlibary = []\n", "log.feature": GOOD})
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "error[bad-settings]: [tool.compliance] has no setting 'libary'" in said(result)
    assert "--> pyproject.toml:2:1" in said(result)


# --- practices that nothing checks ----------------------------------------------------------------------

OTHER = PRACTICE.replace("unlogged-search", "other-search")


def test_a_practice_that_no_scenario_checks_fails(project: Project) -> None:
    files = {
        "practices/unlogged-search.yaml": PRACTICE,
        "practices/other-search.yaml": OTHER,
        "practices/list.yaml": "- one\n",
        "log.feature": GOOD,
    }
    result = project(files)
    result.assert_outcomes(passed=2, failed=1)
    assert "error[unchecked-practice]: no scenario checks the practice 'other-search'" in said(result)
    assert "--> practices/other-search.yaml:1:1" in said(result)
    assert "FAILED practices/other-search.yaml::is checked by a scenario - unchecked-practice" in said(result)


def test_what_is_deselected_still_counts(project: Project) -> None:
    files = {"practices/unlogged-search.yaml": PRACTICE, "log.feature": GOOD}
    project(files, "-k", "checked").assert_outcomes(passed=1, deselected=1)
    project(files, "practices").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("deep/er/log.feature", GOOD),
        ("log.feature", GOOD.replace('"unlogged-search"', '"practices/unlogged-search.yaml"')),
        (
            "log.feature",
            GOOD.replace("Scenario:", "Scenario Outline:").replace("unlogged-search", "<name>-search")
            + "\n    Examples:\n      | name |\n      | unlogged |\n",
        ),
    ],
    ids=["below", "by its path", "in examples"],
)
def test_a_practice_can_be_named_so(project: Project, place: str, text: str) -> None:
    project({"practices/unlogged-search.yaml": PRACTICE, place: text}).assert_outcomes(passed=2)


def test_a_practice_below_a_feature_file_is_seen_by_it(project: Project) -> None:
    again = GOOD.partition("\n\n")[2].replace("A search", "Another")
    again = again.replace('"unlogged-search"', '"deep/practices/other.yaml"')
    files = {"practices/unlogged-search.yaml": PRACTICE, "deep/practices/other.yaml": OTHER}
    project({**files, "log.feature": GOOD}).assert_outcomes(passed=2, failed=1)
    project({**files, "more.feature": "Feature: More\n\n" + again}).assert_outcomes(passed=4)


def test_a_nearer_practice_of_the_same_name_hides_the_other(project: Project) -> None:
    files = {
        "practices/unlogged-search.yaml": PRACTICE,
        "deep/practices/unlogged-search.yaml": PRACTICE,
        "deep/log.feature": GOOD,
    }
    result = project(files)
    result.assert_outcomes(passed=2, failed=1)
    assert "FAILED practices/unlogged-search.yaml" in said(result)


def test_practices_that_no_feature_file_can_see_are_somebody_else_s(project: Project) -> None:
    files = {
        "a/practices/other-search.yaml": OTHER,
        "b/log.feature": GOOD,
        "b/practices/unlogged-search.yaml": PRACTICE,
    }
    project(files).assert_outcomes(passed=2)


def test_a_feature_file_that_cannot_be_read_still_names_its_practices(project: Project) -> None:
    files = {"log.feature": GOOD + "    Thn\n", "practices/unlogged-search.yaml": PRACTICE}
    result = project(files, "--continue-on-collection-errors")
    result.assert_outcomes(passed=1, errors=1)


def test_settings_list_practices_that_no_scenario_has_to_check(project: Project) -> None:
    files = {
        "practices/unlogged-search.yaml": PRACTICE,
        "practices/other-search.yaml": OTHER,
        "log.feature": GOOD,
        "pyproject.toml": '[tool.compliance]\nunchecked-practices = ["practices/other-*"]\n',
    }
    project(files).assert_outcomes(passed=3)


def test_the_plugin_can_be_named_by_itself(run: Run, project: Project) -> None:
    files = {"log.feature": GOOD}
    named = ("-p", "pytest_bdd.plugin", "-p", "compliance.testing.plugin")
    project(files, plugins=named).assert_outcomes(passed=2)
    project(files, plugins=(*named, "-p", "compliance.testing.entry")).assert_outcomes(passed=2)


def test_settings_that_name_no_feature_end_the_run(run: Run) -> None:
    Path("pyproject.toml").write_text('[tool.compliance]\nfeatures = ["nodir"]\n')
    result = run("Feature: Somebody else's\n")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "error[bad-settings]: the setting 'features' names 'nodir'" in said(result)
    assert "--> pyproject.toml:2:1" in said(result)
