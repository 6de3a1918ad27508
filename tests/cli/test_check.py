"""`compliance check`: exit codes, formats, settings, and what it does with bad input."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run

from compliance.engine import decide, durable

NO_FILE = "no-such-file.yaml"


@pytest.mark.parametrize(
    ("practices", "fail_on", "code"),
    [
        (["satisfied"], "unsettled", 0),
        (["violated"], "unsettled", 1),
        (["contested"], "unsettled", 3),
        (["undetermined"], "unsettled", 3),
        (["ungoverned"], "unsettled", 2),
        (["ungoverned", "satisfied"], "unsettled", 3),
        (["violated", "contested", "ungoverned"], "unsettled", 1),
        (["contested"], "violated", 0),
        (["violated"], "violated", 1),
        (["ungoverned"], "violated", 2),
        (["violated", "contested"], "never", 0),
        (["ungoverned"], "never", 0),
    ],
)
def test_exit_code(run: Run, town: Path, practices: list[str], fail_on: str, code: int) -> None:
    ran = run("check", *(f"{name}.yaml" for name in practices), "--fail-on", fail_on)
    assert ran.code == code, ran.err


def test_a_folder_a_pattern_and_a_file_name_the_same_practices_once(run: Run, town: Path) -> None:
    (town / "practices").mkdir()
    (town / "satisfied.yaml").rename(town / "practices/satisfied.yaml")
    ran = run("check", "practices", "practices/*.yaml", "practices/satisfied.yaml", "--format", "json")
    assert [practice["id"] for practice in json.loads(ran.out)["practices"]] == ["satisfied"]


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "github", "sarif", "junit"])
def test_every_format_names_the_violated_provision(run: Run, town: Path, format_: str) -> None:
    ran = run("check", "violated.yaml", "--format", format_)
    assert ran.code == 1
    assert "Order 1" in ran.out
    assert ran.err == ""


def test_the_same_inputs_give_the_same_bytes(run: Run, town: Path) -> None:
    first = run("check", "violated.yaml", "contested.yaml", "--format", "json")
    assert first.out == run("check", "violated.yaml", "contested.yaml", "--format", "json").out


def test_output_goes_whole_into_a_file(run: Run, town: Path) -> None:
    ran = run("check", "violated.yaml", "--format", "json", "--output", "report.json")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((town / "report.json").read_text())["schema"] == "compliance/report/1"
    assert not list(town.glob(".*partial"))


def test_an_output_that_cannot_be_written_is_an_input_error(run: Run, town: Path) -> None:
    ran = run("check", "violated.yaml", "--output", "no/such/folder/report.txt")
    assert ran.code == 2
    assert "cannot be written" in ran.err


def test_one_broken_practice_leaves_the_findings_of_the_others(run: Run, town: Path) -> None:
    (town / "broken.yaml").write_text(
        "practice: broken\ntitle: Broken\non: 2019-05-08\nfacts: {prpose: civil}\n"
    )
    ran = run("check", "violated.yaml", "broken.yaml")
    assert ran.code == 2
    assert "Order 1" in ran.out
    assert "broken.yaml:4:" in ran.err
    assert "did you mean 'purpose'?" in ran.err


def test_input_errors_become_annotations_on_github(run: Run, town: Path) -> None:
    (town / "broken.yaml").write_text("practice: broken\n")
    ran = run("check", "broken.yaml", "--format", "github")
    assert ran.code == 2
    assert "::error file=broken.yaml" in ran.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([NO_FILE], "there is no such file"),
        (["*.yml"], "no practice file matches"),
        (["violated.yaml", "--positions", "strictt"], "did you mean 'strict'?"),
        (["violated.yaml", "--library", "nowhere"], "there is no library"),
        (["violated.yaml", "--format", "pdf"], "'pdf'"),
        (["violated.yaml", "--law-as-of", "8 May"], "8 May"),
        ([], "Missing argument"),
    ],
)
def test_bad_usage_says_what_to_do(run: Run, town: Path, arguments: list[str], says: str) -> None:
    ran = run("check", *arguments)
    assert ran.code == 2
    assert says in ran.err


def test_one_position_alone_contests_nothing(run: Run, town: Path) -> None:
    ran = run("check", "contested.yaml", "--positions", "strict", "--format", "json")
    finding = json.loads(ran.out)["practices"][0]["timeline"][0]["findings"][0]
    assert (ran.code, finding["status"], finding["positions"]) == (1, "violated", {"strict": "violated"})


def test_law_of_another_day_is_said_to_be_counterfactual(run: Run, town: Path) -> None:
    ran = run("check", "violated.yaml", "--law-as-of", "2017-01-01")
    assert ran.code == 2
    assert "counterfactual" in ran.out


def test_a_setting_that_does_not_exist_is_an_error(run: Run, town: Path) -> None:
    (town / "pyproject.toml").write_text("[tool.compliance]\nlibary = []\n")
    ran = run("check", "violated.yaml")
    assert ran.code == 2
    assert "'libary'" in ran.err


def test_a_pyproject_that_is_not_toml_is_an_error(run: Run, town: Path) -> None:
    (town / "pyproject.toml").write_text("[tool")
    ran = run("check", "violated.yaml")
    assert ran.code == 2
    assert "TOML" in ran.err


def test_the_environment_beats_the_project_file(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPLIANCE_FAIL_ON", "never")
    assert run("check", "violated.yaml").code == 0


def test_without_durable_rules_it_goes_on_with_one_engine_and_says_so(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "available", lambda: "durable_rules cannot be imported: cure")
    ran = run("check", "violated.yaml", "--format", "json")
    assert ran.code == 1
    assert "cure" in ran.err
    assert json.loads(ran.out)["receipt"]["engines"] == ["evaluate"]


def test_engines_that_differ_are_an_internal_error_and_no_finding(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decide, "statuses", lambda *_: {"violated": True})
    ran = run("check", "violated.yaml")
    assert (ran.code, ran.out) == (70, "")
    assert "the engines differ on ban" in ran.err
    record = Path(ran.err.split("The record is in ")[1].split(";")[0])
    assert '"purpose"' in record.read_text()
    record.unlink()


@pytest.mark.parametrize("format_", ["json", "sarif", "junit"])
@pytest.mark.parametrize("others", [[], ["violated.yaml"]])
def test_a_machine_report_names_the_input_that_was_not_checked(
    run: Run, town: Path, format_: str, others: list[str]
) -> None:
    (town / "broken.yaml").write_text("practice: broken\n")
    (town / "report").write_text("stale")
    ran = run("check", "broken.yaml", *others, "--format", format_, "--output", "report")
    assert ran.code == 2
    report = (town / "report").read_text()
    assert "missing-key" in report
    assert "broken.yaml" in report


def test_a_practice_with_a_mistake_in_it_is_not_checked(run: Run, town: Path) -> None:
    """Its finding would rest on less than its author meant to say."""
    text = (town / "violated.yaml").read_text()
    (town / "violated.yaml").write_text(text.replace("purpose: civil", "purpose: civl"))
    ran = run("check", "violated.yaml", "satisfied.yaml")
    assert ran.code == 2
    assert "violated.yaml:6:12" in ran.err
    assert "did you mean 'civil'" in ran.err
    assert "1 practice: 1 satisfied" in ran.out
