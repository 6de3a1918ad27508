"""`compliance mutate`: score, exit codes, filters, explained survivors, formats, and what it does with bad input."""

import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Run

from compliance.model.mutant import MutantOperator

FEATURE = """\
Feature: Sharing

  Scenario: Sharing for a civil purpose without a warrant
    Given the practice "violated"
    When it is checked
    Then "ban" is violated
    And the exception "warrant" fails

  Scenario: A purpose that is only part civil divides the sides
    Given the practice "contested"
    When it is checked
    Then "ban" is contested
    And the position "lenient" finds it satisfied
"""
SURVIVES = "ban/swap-burden/warrant"
NOT_THERE = "ban/swap-burden/warant"
KILLED = "ban/drop-exception/warrant"


@pytest.fixture
def features(town: Path) -> Path:
    """The town with two scenarios."""
    (town / "features/practices").mkdir(parents=True)
    for name in ("violated", "contested"):
        (town / f"{name}.yaml").rename(town / f"features/practices/{name}.yaml")
    (town / "features/sharing.feature").write_text(FEATURE)
    return town


def _explain(folder: Path, *entries: str) -> Path:
    path = folder / "explained.yaml"
    path.write_text("explained:\n" + "".join(f"  - {entry}\n" for entry in entries))
    return path


def test_it_tells_the_score_and_every_survivor_with_a_scenario(run: Run, features: Path) -> None:
    ran = run("mutate", "--jobs", "1")
    assert ran.code == 0, ran.err
    assert ran.out.splitlines()[0].endswith("of the law killed by 2 scenarios.")
    assert "Order 1, D" in ran.out
    assert "The actor has to show the exception “warrant”" in ran.out
    assert f"[{SURVIVES}]" in ran.out
    assert "Would be killed by this, in features/sharing.feature:" in ran.out
    assert 'And the fact "warrant" is not known' in ran.out
    assert f"[{KILLED}]" not in ran.out
    assert "second engine decided alone" in ran.out


def test_json_has_the_shape_that_the_schema_tells(run: Run, features: Path) -> None:
    path = files("compliance.report").joinpath("mutation.schema.json")
    schema = json.loads(path.read_text("utf-8"))
    explained = _explain(features, f"{{mutant: {SURVIVES}, reason: It is so., equivalent: true}}")
    ran = run("mutate", "features", "--format", "json", "--jobs", "1", "--explained", explained)
    data = json.loads(ran.out)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    assert set(schema["$defs"]["mutant"]["properties"]["operator"]["enum"]) == set(get_args(MutantOperator))
    by_id = {one["id"]: one for one in data["mutants"]}
    assert by_id[KILLED]["killed_by"] == {
        "feature": "features/sharing.feature",
        "scenario": "Sharing for a civil purpose without a warrant",
        "line": 7,
        "step": 'Then the exception "warrant" fails',
    }
    assert by_id[SURVIVES]["explanation"] == {"reason": "It is so.", "equivalent": True}
    counts = data["counts"]
    assert counts["mutants"] == len(data["mutants"]) == counts["killed"] + counts["survived"]
    assert counts["survived"] == counts["open"] + counts["explained"] + counts["equivalent"]
    assert data["score"] == int(10000 * counts["killed"] / (counts["mutants"] - counts["equivalent"])) / 100


def test_markdown_has_a_table_and_scenarios_in_blocks(run: Run, features: Path) -> None:
    ran = run("mutate", "--format", "markdown", "--jobs", "1")
    assert "| Instrument | Mutants | Killed | Open | Explained | Same law |" in ran.out
    assert "  ```gherkin\n    Scenario: To be named" in ran.out
    assert f"`{SURVIVES}`" in ran.out


def test_two_jobs_and_one_write_the_same_bytes(run: Run, features: Path) -> None:
    alone = run("mutate", "--format", "json", "--jobs", "1")
    assert run("mutate", "--format", "json", "--jobs", "2").out == alone.out


def test_output_goes_whole_into_a_file(run: Run, features: Path) -> None:
    ran = run("mutate", "--jobs", "1", "--output", "report.txt")
    assert (ran.code, ran.out) == (0, "")
    assert "mutants of the law" in (features / "report.txt").read_text()


@pytest.mark.parametrize(("percent", "code"), [("10", 0), ("100", 1)])
def test_fail_under(run: Run, features: Path, percent: str, code: int) -> None:
    assert run("mutate", "--jobs", "1", "--fail-under", percent).code == code


def test_fail_under_reads_the_exact_score(run: Run, features: Path) -> None:
    data = json.loads(run("mutate", "--jobs", "1", "--format", "json").out)
    exact = 100 * data["counts"]["killed"] / (data["counts"]["mutants"] - data["counts"]["equivalent"])
    assert run("mutate", "--jobs", "1", "--fail-under", str(exact)).code == 0
    assert run("mutate", "--jobs", "1", "--fail-under", str(exact + 1e-9)).code == 1


# --- a part of the mutants -------------------------------------------------------------------------------


def _ids(run: Run, *options: str) -> list[str]:
    ran = run("mutate", "--jobs", "1", "--format", "json", *options)
    assert ran.code == 0, ran.err
    return [one["id"] for one in json.loads(ran.out)["mutants"]]


def test_operators_instruments_and_rules_choose(run: Run, features: Path) -> None:
    every = _ids(run)
    assert _ids(run, "--operators", "drop-exception, swap-burden") == [KILLED, SURVIVES]
    assert _ids(run, "--instrument", "test/order/1") == every
    rests_on = _ids(run, "--rule", "ban")
    assert rests_on == every, "terms and days as well"


def test_a_limit_takes_mutants_from_everywhere(run: Run, features: Path) -> None:
    every, few = _ids(run), _ids(run, "--limit", "4")
    assert len(few) == 4
    assert few == sorted(few, key=every.index)
    assert every.index(few[-1]) > len(every) // 2
    ran = run("mutate", "--jobs", "1", "--limit", "4")
    assert f"{len(every) - 4} mutants not tried, because of the limit." in ran.out


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--instrument", "test/order/2"], "did you mean 'test/order/1'?"),
        (["--rule", "bann"], "did you mean 'ban'?"),
        (["--operators", "drop-exceptions"], "did you mean 'drop-exception'"),
        (["--operators", "drop-priority"], "there is nothing to mutate"),
        (["--fail-under", "101"], "--fail-under"),
        (["--jobs", "0"], "--jobs"),
        (["nowhere.feature"], "nowhere.feature"),
        (["law"], "there is no feature file in law"),
        (["--explained", "nowhere.yaml"], "this file cannot be read"),
    ],
)
def test_bad_input(run: Run, features: Path, options: list[str], says: str) -> None:
    ran = run("mutate", *options)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_a_scenario_that_fails_already_comes_first(run: Run, features: Path) -> None:
    (features / "features/sharing.feature").write_text(
        FEATURE.replace('"ban" is violated', '"ban" is excused')
    )
    ran = run("mutate", "--jobs", "1")
    assert (ran.code, ran.out) == (1, "")
    assert "features/sharing.feature:6: ban is violated, not excused" in ran.err
    assert "1 of 2 scenarios fail under the law as it stands" in ran.err


def test_steps_that_are_not_published_are_bad_input(run: Run, features: Path) -> None:
    (features / "features/sharing.feature").write_text(FEATURE.replace("it is checked", "we look"))
    ran = run("mutate")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no step 'When we look'" in ran.err


def test_without_gherkin_it_says_what_to_install(
    run: Run, features: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "gherkin.parser", None)
    ran = run("mutate")
    assert (ran.code, ran.out) == (2, "")
    assert "error[not-installed]: what reads feature files is not installed" in ran.err
    assert "help: pip install 'policy-compliance[test]'" in ran.err


# --- explained survivors ---------------------------------------------------------------------------------


def test_an_explained_survivor_is_not_open_and_stays_in_the_score(run: Run, features: Path) -> None:
    plain = json.loads(run("mutate", "--jobs", "1", "--format", "json").out)
    path = _explain(features, f"{{mutant: {SURVIVES}, reason: Nobody ever argues about it.}}")
    ran = run("mutate", "--jobs", "1", "--format", "json", "--explained", path)
    data = json.loads(ran.out)
    assert ran.code == 0, ran.err
    assert data["score"] == plain["score"]
    assert data["counts"]["explained"] == 1
    assert data["counts"]["open"] == plain["counts"]["open"] - 1
    assert "Nobody ever argues about it." in run("mutate", "--jobs", "1", "--explained", path).out


def test_an_equivalent_one_leaves_the_score(run: Run, features: Path) -> None:
    plain = json.loads(run("mutate", "--jobs", "1", "--format", "json").out)
    path = _explain(features, f"{{mutant: {SURVIVES}, reason: The same., equivalent: true}}")
    data = json.loads(run("mutate", "--jobs", "1", "--format", "json", "--explained", path).out)
    assert data["score"] > plain["score"]
    assert data["counts"]["equivalent"] == plain["counts"]["equivalent"] + 1


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([f"{{mutant: {NOT_THERE}, reason: x}}"], [f"there is no mutant '{NOT_THERE}'", SURVIVES]),
        ([f"{{mutant: {KILLED}, reason: x}}"], [f"'{KILLED}' is explained, and a scenario kills it"]),
        ([f"{{mutant: {SURVIVES}, reason: x}}"] * 2, [f"'{SURVIVES}' is explained twice"]),
        ([f"{{mutant: {SURVIVES}}}"], ["reason"]),
        ([f"{{mutant: {SURVIVES}, reason: x, equivalent: perhaps}}"], ["equivalent", "true or false"]),
    ],
)
def test_explanations_that_are_wrong(run: Run, features: Path, entries: list[str], says: list[str]) -> None:
    ran = run("mutate", "--jobs", "1", "--explained", _explain(features, *entries))
    assert ran.code == 2
    assert f"explained.yaml:{len(entries) + 1}:" in ran.err
    for words in says:
        assert words in ran.err


def test_an_explanation_of_what_is_not_tried_does_no_harm(run: Run, features: Path) -> None:
    path = _explain(features, f"{{mutant: {KILLED}, reason: x}}")
    assert run("mutate", "--jobs", "1", "--operators", "swap-burden", "--explained", path).code == 0
