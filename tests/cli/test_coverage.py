"""`compliance coverage`: exit codes, what it says to whom, and where it writes."""

import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.coverage_law import POLICY, Small, fact, holding, sharing, write_feature

CIVIL, NO_WARRANT, SHORT = fact("purpose", "civil"), fact("warrant", "false"), fact("hours", "1")
VIOLATED = sharing(CIVIL, NO_WARRANT, SHORT, '"ban" is violated')
EXCUSED = (
    *sharing(CIVIL, fact("warrant", "true"), SHORT, '"ban" is excused'),
    'And the exception "warrant" is shown',
)
TOLD = (*sharing(CIVIL, fact("told", "true"), SHORT, '"ban" is excused'), 'And the exception "told" is shown')
UNSEEN = (*VIOLATED, 'And the exception "unseen" is not encoded')
FAILS = sharing(CIVIL, NO_WARRANT, SHORT, '"ban" is satisfied')


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a small law and a folder for features; the current folder of the test."""
    Small(tmp_path)
    (tmp_path / "features").mkdir()
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nlibrary = ["law"]\nshipped = false\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_plays_the_features_of_the_project(run: Run, town: Path) -> None:
    write_feature(town / "features", VIOLATED)
    ran = run("coverage")
    assert (ran.code, ran.err) == (0, "")
    assert "rules 1 of 4 25 %" in " ".join(ran.out.split())
    assert "1 scenario, and it holds." in ran.out


def test_the_law_can_be_named(run: Run, town: Path) -> None:
    (town / "pyproject.toml").unlink()
    path = write_feature(town, VIOLATED)
    ran = run("coverage", path, "--library", "law", "--no-shipped")
    assert ran.code == 0
    assert "Order 1: A test order" in ran.out and "EO 170" not in ran.out


@pytest.mark.parametrize(
    ("least", "code", "says"),
    [
        ("25", 0, ""),
        ("25.1", 1, "rules: 1 of 4 (25 %) is 0.1 points under 25.1 %; not covered: tell, hold and may\n"),
        ("100", 1, "rules: 1 of 4 (25 %) is 75 points under 100 %; not covered: tell, hold and may\n"),
    ],
)
def test_too_little_is_covered(run: Run, town: Path, least: str, code: int, says: str) -> None:
    write_feature(town / "features", VIOLATED)
    ran = run("coverage", "--of", "rules", "--fail-under", least)
    assert (ran.code, ran.err) == (code, says)


def test_every_kind_has_to_reach_it(run: Run, town: Path) -> None:
    write_feature(town / "features", EXCUSED, TOLD, UNSEEN)
    assert run("coverage", "--of", "exceptions", "--fail-under", "100").code == 0
    ran = run("coverage", "--of", "exceptions,rules", "--fail-under", "100")
    assert ran.code == 1
    assert ran.err.startswith("rules: 1 of 4")


def test_what_is_not_counted_does_not_fail(run: Run, town: Path) -> None:
    """Two readings are on record only; all others are covered."""
    write_feature(town / "features", VIOLATED)
    assert run("coverage", "--of", "readings", "--fail-under", "100").code == 0


def test_a_scenario_that_fails(run: Run, town: Path) -> None:
    write_feature(town / "features", VIOLATED, FAILS)
    ran = run("coverage")
    assert ran.code == 1
    assert ran.err == "features/small.feature:21: the scenario fails: Two\n"
    assert "ban is violated, not satisfied" in ran.out


def test_a_feature_that_is_wrong(run: Run, town: Path) -> None:
    path = write_feature(town / "features", VIOLATED)
    path.write_text(path.read_text().replace("is checked", "is chequed"))
    ran = run("coverage")
    assert (ran.code, ran.out) == (2, "")
    assert "features/small.feature:10:" in ran.err and "did you mean" in ran.err


def test_no_features(run: Run, town: Path) -> None:
    ran = run("coverage")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no feature file in features" in ran.err


def test_law_that_is_wrong(run: Run, town: Path) -> None:
    write_feature(town / "features", VIOLATED)
    (town / "law/policies/test/order/1.yaml").write_text(POLICY.replace("gist", "jist", 1))
    assert run("coverage").code == 2


def test_nothing_that_could_be_covered(run: Run, town: Path) -> None:
    other = "instrument: test/order/2\ntitle: T\nshort: Order 2\ncite: T\nkind: statute\nissuer: tester\n"
    other += "in-force: {from: 2018-01-01}\nsource: {seen: full}\n"
    other += "provisions:\n  A: {effect: prohibits, gist: No., not-encoded: nobody has seen it}\n"
    (town / "law/policies/test/order/2.yaml").write_text(other)
    write_feature(town / "features", VIOLATED)
    ran = run("coverage", "--instrument", "test/order/2")
    assert ran.code == 2
    assert "there is nothing that could be covered" in ran.err
    assert "not encoded: nobody has seen it" in ran.out
    assert run("coverage", "--instrument", "test/order/1").code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--of", "rules,excptions"], "'excptions' cannot be counted; did you mean 'exceptions'?"),
        (["--of", ","], "name what to count"),
        (["--instrument", "test/order/11"], "no instrument is called 'test/order/11'; did you mean"),
        (["--fail-under", "101"], "less than or equal to 100"),
        (["--format", "sarif"], "sarif"),
        (["--output", "nowhere/x.txt"], "cannot be written"),
    ],
)
def test_what_is_asked_wrongly(run: Run, town: Path, arguments: list[str], says: str) -> None:
    write_feature(town / "features", VIOLATED)
    ran = run("coverage", *arguments)
    assert ran.code == 2
    assert says in " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize("format_", ["text", "json", "html", "markdown"])
def test_formats_and_files(run: Run, town: Path, format_: str) -> None:
    write_feature(town / "features", VIOLATED, holding('"test/order/1#G" is named as bearing on it'))
    printed = run("coverage", "--format", format_)
    written = run("coverage", "--format", format_, "--output", "out")
    assert (printed.code, written.code, written.out) == (0, 0, "")
    assert (town / "out").read_text("utf-8") == printed.out
    if format_ == "json":
        assert json.loads(printed.out)["scenarios"]["played"] == 2


def test_settings_of_other_commands_do_not_matter(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_feature(town / "features", VIOLATED)
    with (town / "pyproject.toml").open("a") as file:
        file.write('format = "sarif"\nfail-on = "never"\n')
    monkeypatch.setenv("COMPLIANCE_FORMAT", "sarif")
    assert run("coverage").out.startswith("─")


def test_the_missing_package_is_named(run: Run, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_feature(town / "features", VIOLATED)
    monkeypatch.setitem(sys.modules, "gherkin", None)
    monkeypatch.setattr("compliance.cli.coverage.find_spec", lambda name: None)
    ran = run("coverage")
    assert ran.code == 2
    assert "pip install 'policy-compliance[test]'" in ran.err


@pytest.mark.slow
def test_the_rules_and_exceptions_of_the_shipped_law_are_covered(run: Run) -> None:
    ran = run("coverage", "features", "--of", "rules,exceptions", "--fail-under", "100")
    assert ran.code == 0
    assert ran.err.endswith(" scenarios take bills to be law, and are left out\n")
    assert ran.err.count("\n") == 1
