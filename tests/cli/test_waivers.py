"""Waivers on the command line: what they do to exit codes and to every format, for findings and for scenarios."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.cli.test_scenarios import BAD, GOOD

TODAY = ("--today", "2026-11-24")


def waiver(subject: str, expires: str = "2027-03-31") -> str:
    return (
        f"  - {subject}\n    reason: A new system is on its way.\n    approver: general counsel\n"
        f"    expires: {expires}\n"
    )


def finding(practice: str, expires: str = "2027-03-31", statuses: str = "") -> str:
    more = f"\n    statuses: [{statuses}]" if statuses else ""
    return waiver(f"practice: {practice}\n    rule: ban{more}", expires)


def scenario(feature: str, name: str, expires: str = "2027-03-31") -> str:
    return waiver(f"scenario: {{feature: {feature}, name: {name}}}", expires)


@pytest.fixture
def waivers(town: Path) -> Path:
    """The waiver file, with one waiver for every finding of the town that calls for action."""
    path = town / "waivers.yaml"
    path.write_text("waivers:\n" + "".join(map(finding, ("violated", "contested", "undetermined"))))
    return path


@pytest.mark.parametrize("practice", ["violated", "contested", "undetermined"])
def test_what_is_waived_keeps_its_status_and_does_not_count(run: Run, waivers: Path, practice: str) -> None:
    ran = run("check", f"{practice}.yaml", "--waivers", waivers, *TODAY, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    report = json.loads(ran.out)
    (found,) = report["practices"][0]["timeline"][0]["findings"]
    assert found["status"] == report["practices"][0]["status"] == practice
    assert found["waived"] == {
        "reason": "A new system is on its way.",
        "approver": "general counsel",
        "expires": "2027-03-31",
    }
    assert report["receipt"]["waivers"]["file"] == "waivers.yaml"
    assert report["receipt"]["waivers"]["today"] == "2026-11-24"
    assert len(report["receipt"]["waivers"]["digest"]) == 64


@pytest.mark.parametrize(
    ("format_", "says"),
    [
        ("text", "Waived through 31 March 2027 by general counsel: A new system is on its way."),
        ("markdown", "**Violated (waived)**"),
        ("summary", "| Violated (waived) |"),
        ("github", "::notice file=violated.yaml"),
        ("sarif", '"kind": "external"'),
        ("junit", '<skipped type="violated" message="Violated, waived: '),
        ("json", '"waived": {'),
    ],
)
def test_every_format_shows_what_is_waived(run: Run, waivers: Path, format_: str, says: str) -> None:
    ran = run("check", "violated.yaml", "--waivers", waivers, *TODAY, "--format", format_)
    assert ran.code == 0
    for words in (says, "general counsel", "A new system is on its way", "2027"):
        assert words in ran.out.replace("\\(", "(").replace("\\)", ")")
    assert (
        "::error" not in ran.out
        and "<failure" not in ran.out
        and '"level": "error"\n' not in _results(ran.out)
    )


def _results(out: str) -> str:
    return out.partition('"results"')[2]


def test_without_waivers_the_receipt_has_none_and_no_day(run: Run, town: Path) -> None:
    ran = run("check", "satisfied.yaml", "-f", "json", *TODAY)
    assert json.loads(ran.out)["receipt"]["waivers"] is None


def test_an_expired_waiver_waives_nothing_and_fails_even_where_the_finding_is_gone(
    run: Run, waivers: Path
) -> None:
    waivers.write_text("waivers:\n" + finding("violated", "2026-11-23"))
    ran = run("check", "violated.yaml", "--waivers", waivers, *TODAY)
    assert ran.code == 2
    assert "Violated\n" in ran.out and "(waived)" not in ran.out
    assert "error[expired-waiver]: this waiver expired on 2026-11-23" in ran.err
    assert "waivers.yaml:6:14" in ran.err
    waivers.write_text("waivers:\n" + finding("gone", "2026-11-23"))
    assert run("check", "satisfied.yaml", "--waivers", waivers, *TODAY).code == 2


def test_the_day_can_be_set_by_the_environment(
    run: Run, waivers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMPLIANCE_WAIVERS", str(waivers))
    monkeypatch.setenv("COMPLIANCE_TODAY", "2027-03-31")
    assert run("check", "violated.yaml").code == 0
    monkeypatch.setenv("COMPLIANCE_TODAY", "2027-04-01")
    assert run("check", "violated.yaml").code == 2


def test_the_project_file_names_the_waivers(run: Run, waivers: Path, town: Path) -> None:
    settings = town / "pyproject.toml"
    settings.write_text(settings.read_text() + 'waivers = "waivers.yaml"\n')
    assert run("check", "violated.yaml", *TODAY).code == 0


def test_a_folder_finds_waivers_of_practices_that_are_not_there(run: Run, waivers: Path, town: Path) -> None:
    (town / "practices").mkdir()
    for name in ("violated", "contested", "undetermined"):
        (town / f"{name}.yaml").rename(town / f"practices/{name}.yaml")
    with_typo = waivers.read_text() + finding("violatd")
    assert run("check", "practices", "--waivers", waivers, *TODAY).code == 0
    waivers.write_text(with_typo)
    assert run("check", "practices/violated.yaml", "--waivers", waivers, *TODAY).code == 0
    ran = run("check", "practices", "--waivers", waivers, *TODAY)
    assert ran.code == 2
    assert "error[unused-waiver]: this waiver matches nothing: no practice called 'violatd'" in ran.err
    assert "did you mean 'violated'?" in ran.err


def test_a_waiver_that_is_not_needed_any_more_is_an_error(run: Run, waivers: Path) -> None:
    waivers.write_text("waivers:\n" + finding("satisfied"))
    ran = run("check", "satisfied.yaml", "--waivers", waivers, *TODAY)
    assert ran.code == 2
    assert "'ban' is satisfied for 'satisfied'" in ran.err


@pytest.mark.parametrize("asked", [["--positions", "lenient"], ["--law-as-of", "2018-06-01"]])
def test_a_question_asked_otherwise_judges_no_waiver(run: Run, waivers: Path, asked: list[str]) -> None:
    waivers.write_text("waivers:\n" + finding("contested", statuses="undetermined"))
    assert run("check", "contested.yaml", "--waivers", waivers, *TODAY).code == 2
    ran = run("check", "contested.yaml", "--waivers", waivers, *TODAY, *asked)
    assert "unused-waiver" not in ran.err


@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "markdown", "summary", "github"])
def test_a_broken_waiver_file_waives_nothing_and_is_in_every_report(
    run: Run, waivers: Path, format_: str
) -> None:
    waivers.write_text("waivers:\n  - practice: violated\n")
    ran = run("check", "violated.yaml", "--waivers", waivers, *TODAY, "--format", format_)
    assert ran.code == 2
    assert "missing-key" in ran.out and "Order 1" in ran.out
    assert "missing-key" in ran.err


def test_a_waiver_file_that_is_not_there_is_an_error(run: Run, town: Path) -> None:
    ran = run("check", "satisfied.yaml", "--waivers", "no.yaml")
    assert ran.code == 2
    assert "error[unreadable-file]" in ran.err


def test_a_day_that_is_none_is_an_error(run: Run, waivers: Path) -> None:
    ran = run("check", "violated.yaml", "--waivers", waivers, "--today", "soon")
    assert ran.code == 2
    assert "soon" in ran.err


# --- scenarios -----------------------------------------------------------------------------------------


@pytest.fixture
def features(town: Path) -> Path:
    (town / "features").mkdir()
    (town / "features/good.feature").write_text(GOOD)
    (town / "features/bad.feature").write_text(BAD)
    return town / "features"


def test_a_waived_scenario_does_not_count_and_says_so(run: Run, town: Path, features: Path) -> None:
    (town / "waivers.yaml").write_text(
        "waivers:\n" + scenario("features/bad.feature", "Sharing for both") + finding("violated")
    )
    assert run("test", features).code == 1
    ran = run("test", features, "--waivers", "waivers.yaml", *TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert "WAIVED Sharing for both" in ran.out
    assert "Waived through 31 March 2027 by general counsel" in ran.out
    assert "3 scenarios in 2 features: 1 waived, 2 passed." in ran.out
    for format_, says in (
        ("junit", '<skipped type="waived"'),
        ("sarif", '"suppressions"'),
        ("github", "::notice file=features/bad.feature,line=6"),
        ("json", '"outcome": "waived"'),
        ("markdown", "## Waived: Sharing for both"),
    ):
        ran = run("test", features, "--waivers", "waivers.yaml", *TODAY, "--format", format_)
        assert ran.code == 0
        assert says in ran.out and "A new system is on its way" in ran.out


def test_waivers_of_scenarios_expire_and_go_unused(run: Run, town: Path, features: Path) -> None:
    path = town / "waivers.yaml"
    path.write_text("waivers:\n" + scenario("features/bad.feature", "Sharing for both", "2026-11-23"))
    ran = run("test", features, "--waivers", path, *TODAY)
    assert ran.code == 2
    assert "error[expired-waiver]" in ran.out and "FAILED Sharing for both" in ran.out
    path.write_text("waivers:\n" + scenario("features/good.feature", "Sharing for a crime"))
    ran = run("test", features, "--waivers", path, *TODAY)
    assert ran.code == 2
    assert "the scenario 'Sharing for a crime' holds" in ran.out
    assert run("test", features / "good.feature", "-k", "civil", "--waivers", path, *TODAY).code == 0
