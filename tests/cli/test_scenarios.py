"""`compliance test`: exit codes, what is picked, formats, and what it does with bad input."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Run

from compliance.engine import durable

GOOD = """\
@town
Feature: Sharing

  @S-1
  Scenario: Sharing for a civil purpose
    Given the practice "violated.yaml"
    When it is checked
    Then "ban" is violated

  Scenario: Sharing for a crime
    Given the practice "satisfied.yaml"
    When it is checked
    Then "ban" is satisfied
"""
BAD = """\
Feature: Holding

  Scenario: Sharing for both
    Given the practice "contested.yaml"
    When it is checked
    Then "ban" is violated
"""
BROKEN = """\
Feature: Broken

  Scenario: Nothing is expected
    Given the practice "violated.yaml"
    When it is checked
"""
FORMATS = ["text", "json", "junit", "sarif", "github", "markdown", "summary"]


@pytest.fixture
def place(town: Path) -> Path:
    """The town with a feature that holds."""
    (town / "features").mkdir()
    (town / "features/good.feature").write_text(GOOD)
    return town


def test_all_hold(run: Run, place: Path) -> None:
    ran = run("test", "features")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "features/good.feature: 2 passed\n\n2 scenarios in 1 feature: 2 passed.\n"


def test_one_fails_and_says_where_at_which_step_and_what_was_found(run: Run, place: Path) -> None:
    (place / "features/bad.feature").write_text(BAD)
    ran = run("test", "features")
    assert (ran.code, ran.err) == (1, "")
    assert "features/bad.feature: 1 failed\n" in ran.out
    assert (
        "FAILED Sharing for both\n"
        "  --> features/bad.feature:6\n"
        '  Then "ban" is violated\n'
        "    ban is contested, not violated\n"
    ) in ran.out
    assert "ban (Order 1, A): contested." in ran.out
    assert ran.out.endswith("3 scenarios in 2 features: 1 failed, 2 passed.\n")


def test_a_broken_feature_leaves_what_came_of_the_others(run: Run, place: Path) -> None:
    (place / "features/broken.feature").write_text(BROKEN)
    (place / "features/bad.feature").write_text(BAD)
    ran = run("test", "features")
    assert ran.code == 2
    assert "FAILED Sharing for both" in ran.out
    assert "error[no-then]" in ran.out and "features/broken.feature:3:3" in ran.out
    assert "broken.feature: " not in ran.out


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("features", [["good", "bad", "broken"], ["broken"]], ids=" ".join)
def test_no_format_loses_what_could_not_be_played(
    run: Run, place: Path, format_: str, features: list[str]
) -> None:
    for name, text in (("bad", BAD), ("broken", BROKEN)):
        (place / f"features/{name}.feature").write_text(text)
    ran = run("test", *(f"features/{name}.feature" for name in features), "-f", format_, "--output", "report")
    assert (ran.code, ran.out) == (2, "")
    assert "error[no-then]" in ran.err
    report = (place / "report").read_text()
    assert "so it can never fail" in report.replace("\\", "")
    assert ("ban is contested, not violated" in report) == ("bad" in features)


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["-k", "civil purpose"], ["Sharing for a civil purpose"]),
        (["-k", "PURPOSE CIVIL"], ["Sharing for a civil purpose"]),
        (["-k", "good.feature crime"], ["Sharing for a crime"]),
        (["--tag", "S-1"], ["Sharing for a civil purpose"]),
        (["--tag", "@S-1", "--tag", "T-9"], ["Sharing for a civil purpose"]),
        (["--tag", "town"], ["Sharing for a civil purpose", "Sharing for a crime"]),
        (["--tag", "town", "-k", "crime"], ["Sharing for a crime"]),
    ],
)
def test_picking(run: Run, place: Path, options: list[str], names: list[str]) -> None:
    ran = run("test", "features", "--format", "json", *options)
    assert ran.code == 0
    played = [one["name"] for one in json.loads(ran.out)["features"][0]["scenarios"]]
    assert played == names


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["-k", "nothing like it"], "no scenario has all of these: nothing, like, it"),
        (["--tag", "S-2"], "no scenario has the tag 'S-2'"),
    ],
)
def test_that_nothing_was_played_is_no_pass(
    run: Run, place: Path, format_: str, options: list[str], says: str
) -> None:
    ran = run("test", "features", "--format", format_, *options)
    assert ran.code == 2
    assert says in ran.out.replace("\\", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no-such-folder"], "no-such-folder"),
        (["law"], "there is no feature file in law"),
        (["features", "--tag", "S-2"], "did you mean 'S-1'?"),
        (["features", "--library", "nowhere"], "there is no library"),
        (["features", "--positions", "strictt"], "did you mean 'strict'?"),
        (["features", "--format", "pdf"], "'pdf'"),
        ([], "Missing argument"),
    ],
)
def test_bad_usage_says_what_to_do(run: Run, place: Path, arguments: list[str], says: str) -> None:
    ran = run("test", *arguments)
    assert ran.code == 2
    assert says in ran.out + ran.err


def test_positions_are_heard_where_the_scenario_names_none(run: Run, place: Path) -> None:
    (place / "features/bad.feature").write_text(BAD)
    assert run("test", "features/bad.feature", "--positions", "strict").code == 0
    named = BAD.replace("    When", '    And only the position "lenient" is heard\n    When')
    (place / "features/bad.feature").write_text(named)
    ran = run("test", "features/bad.feature", "--positions", "strict")
    assert "ban is satisfied, not violated" in ran.out


def test_a_law_that_cannot_be_read_is_named_at_the_step_that_wants_it(run: Run, place: Path) -> None:
    (place / "other/rules").mkdir(parents=True)
    (place / "other/rules/words.yaml").write_text("vocabulary: [\n")
    with_law = BAD.replace("    When", '    And the law library "other"\n    When')
    (place / "features/bad.feature").write_text(with_law)
    ran = run("test", "features/bad.feature")
    assert ran.code == 1
    assert "this is not valid YAML" in ran.out


def test_without_gherkin_it_says_what_to_install(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec

    def without(name: str, *more: Any) -> Any:
        return None if name == "gherkin" else found(name, *more)

    monkeypatch.setattr("compliance.cli.test.find_spec", without)
    ran = run("test", "features")
    assert ran.code == 2
    assert "pip install 'policy-compliance[test]'" in ran.err


def test_without_durable_rules_it_goes_on_with_one_engine_and_says_so(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "available", lambda: "durable_rules cannot be imported: cure")
    ran = run("test", "features")
    assert ran.code == 0
    assert "cure" in ran.err


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_inputs_give_the_same_bytes(run: Run, place: Path, format_: str) -> None:
    (place / "features/bad.feature").write_text(BAD)
    first = run("test", "features", "--format", format_)
    assert first.out == run("test", "features", "--format", format_).out


def test_the_project_file_and_the_environment_set_the_format(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = place / "pyproject.toml"
    settings.write_text(settings.read_text() + 'format = "json"\n')
    assert json.loads(run("test", "features").out)["schema"] == "compliance/scenarios/1"
    assert json.loads(run("check", "satisfied.yaml").out)["schema"] == "compliance/report/1"
    assert "warnings" in run("lint").out
    monkeypatch.setenv("COMPLIANCE_FORMAT", "github")
    assert run("test", "features").out == ""


def test_links_of_a_summary_lead_to_the_commit_that_github_runs(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("SERVER_URL", "https://forge"), ("REPOSITORY", "town/law"), ("SHA", "abc")):
        monkeypatch.setenv(f"GITHUB_{name}", value)
    (place / "features/bad.feature").write_text(BAD)
    ran = run("test", "features", "--format", "summary")
    assert "](https://forge/town/law/blob/abc/features/bad.feature#L6)" in ran.out
    ran = run("check", "violated.yaml", "--format", "summary")
    assert "](https://forge/town/law/blob/abc/violated.yaml)" in ran.out
