"""The workflow and the hooks that others copy: the very commands in them, run in projects good and bad."""

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.test_scenarios import BAD, BROKEN, GOOD
from tests.law_text import BAN, write_law

ROOT = Path(__file__).parent.parent.parent
WORKFLOW: dict[str, Any] = yaml.safe_load((ROOT / "docs/ci/github-actions.yml").read_text())
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["compliance"]["steps"]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
}
PRACTICE = (
    "practice: {0}\ntitle: {0}\non: 2019-05-08\nfacts:\n  act: [share]\n  purpose: {1}\n  warrant: false\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project as the workflow expects it, in which all is well."""
    write_law(tmp_path / "law", BAN)
    practices = tmp_path / "features/practices"
    practices.mkdir(parents=True)
    (practices / "satisfied.yaml").write_text(PRACTICE.format("satisfied", "crime"))
    feature = (
        GOOD.replace(".yaml", "").replace('"violated"', '"satisfied"').replace("is violated", "is satisfied")
    )
    (tmp_path / "features/good.feature").write_text(feature)
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nlibrary = ["law"]\nshipped = false\n')
    return tmp_path


def run(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """A command as a CI runs it, with the console script of this environment on the path."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("COMPLIANCE", "GITHUB"))
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=folder,
        env={**kept, "PATH": path, "PYTHONPATH": "", **more},
        capture_output=True,
        text=True,
        check=False,
    )


# --- the workflow --------------------------------------------------------------------------------------


@dataclass
class Job:
    """What the steps of the workflow came to."""

    folder: Path
    codes: dict[str, int]

    @property
    def succeeds(self) -> bool:
        return not any(self.codes.values())

    @property
    def summary(self) -> str:
        return (self.folder / "summary.md").read_text()


def run_workflow(folder: Path) -> Job:
    """Every command of the workflow but the installation, on the conditions that it names."""
    job = Job(folder, {})
    for step in STEPS:
        if "run" not in step or step.get("id") == "install":
            continue
        if job.succeeds or step.get("if", "").startswith("always()"):
            done = run(step["run"], folder, GITHUB_STEP_SUMMARY=str(folder / "summary.md"))
            job.codes[step["name"]] = done.returncode
    return job


def test_where_all_is_well_the_job_succeeds(project: Path) -> None:
    job = run_workflow(project)
    assert job.codes == {"Check the practices": 0, "Play the scenarios": 0, "Summary": 0}
    assert json.loads((project / "check.sarif").read_text())["runs"][0]["results"] == []
    assert 'tests="2" failures="0"' in (project / "scenarios.xml").read_text()
    assert "1 practice: 1 satisfied" in job.summary and "2 passed" in job.summary


def test_a_violation_and_a_failed_scenario_fail_the_job_and_everything_is_told(project: Path) -> None:
    (project / "features/practices/violated.yaml").write_text(PRACTICE.format("violated", "civil"))
    (project / "features/practices/contested.yaml").write_text(PRACTICE.format("contested", "both"))
    (project / "features/bad.feature").write_text(BAD.replace(".yaml", ""))
    job = run_workflow(project)
    assert job.codes == {"Check the practices": 1, "Play the scenarios": 1, "Summary": 0}
    results = json.loads((project / "check.sarif").read_text())["runs"][0]["results"]
    assert {one["level"] for one in results} == {"error", "warning"}
    assert 'failures="1"' in (project / "scenarios.xml").read_text()
    assert "1 violated, 1 contested, 1 satisfied" in job.summary
    assert "ban is contested, not violated" in job.summary


def test_input_that_cannot_be_read_fails_the_job_and_is_told(project: Path) -> None:
    (project / "features/practices/broken.yaml").write_text("practice: broken\n")
    (project / "features/broken.feature").write_text(BROKEN.replace(".yaml", ""))
    job = run_workflow(project)
    assert job.codes == {"Check the practices": 2, "Play the scenarios": 2, "Summary": 0}
    for said in ("the key 'title' is missing", "so it can never fail", "2 passed"):
        assert said in job.summary


def test_law_that_cannot_be_read_fails_the_job(project: Path) -> None:
    (project / "law/rules/test/order/1.yaml").write_text("encodes: [\n")
    job = run_workflow(project)
    assert job.codes["Check the practices"] == job.codes["Play the scenarios"] == 2
    assert not (project / "check.sarif").exists()


def test_waivers_of_the_project_hold(project: Path) -> None:
    (project / "features/practices/violated.yaml").write_text(PRACTICE.format("violated", "civil"))
    (project / "waivers.yaml").write_text(
        "waivers:\n  - practice: violated\n    rule: ban\n    reason: Soon.\n"
        "    approver: general counsel\n    expires: 2999-12-31\n"
    )
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text() + 'waivers = "waivers.yaml"\n')
    job = run_workflow(project)
    assert job.succeeds
    assert "Violated (waived)" in job.summary


def test_what_it_installs_is_this_package_with_an_extra_that_there_is() -> None:
    (install,) = [step["run"] for step in STEPS if step.get("id") == "install"]
    named = re.fullmatch(r"python -m pip install '([a-z-]+)\[([a-z]+)\]'", install)
    assert named is not None
    about = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert named[1] == about["name"] and named[2] in about["optional-dependencies"]


def test_what_is_uploaded_is_what_was_written_whatever_failed() -> None:
    written = set(re.findall(r"--output (\S+)", " ".join(step.get("run", "") for step in STEPS)))
    uploads = [step for step in STEPS if "upload" in step.get("uses", "")]
    named = {word for step in uploads for value in step["with"].values() for word in value.split()}
    assert written <= named
    assert all(step["if"].startswith("always()") for step in uploads)
    assert WORKFLOW["permissions"] == {"contents": "read", "security-events": "write"}


# --- the hooks -----------------------------------------------------------------------------------------


def run_hook(name: str, folder: Path) -> tuple[int, str, bool]:
    """(exit code, output, whether a file changed), as pre-commit calls a hook on every file."""
    hook = HOOKS[name]
    assert hook["language"] == "python"
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    names = [path.relative_to(folder).as_posix() for path in before]
    names = [one for one in names if re.search(hook["files"], one)]
    assert names
    given = names if hook.get("pass_filenames", True) else []
    done = run(" ".join([hook["entry"], *hook.get("args", []), *given]), folder)
    changed = any(path.read_bytes() != text for path, text in before.items())
    return done.returncode, done.stdout + done.stderr, changed


def test_the_hooks_pass_on_a_project_in_order(project: Path) -> None:
    run_hook("compliance-fmt", project)
    assert run_hook("compliance-fmt", project) == (0, "0 files changed\n", False)


def test_fmt_changes_what_is_out_of_order_and_nothing_else(project: Path) -> None:
    run_hook("compliance-fmt", project)
    other = project / "docker-compose.yaml"
    other.write_text("services:   {}\n")
    practice = project / "features/practices/satisfied.yaml"
    practice.write_text(practice.read_text().replace("title: ", "title:    "))
    code, out, changed = run_hook("compliance-fmt", project)
    assert (code, changed) == (0, True)
    assert "changed: features/practices/satisfied.yaml" in out
    assert other.read_text() == "services:   {}\n"


def test_fmt_fails_on_a_file_that_cannot_be_read(project: Path) -> None:
    (project / "features/practices/broken.yaml").write_text("practice: [\n")
    code, out, _ = run_hook("compliance-fmt", project)
    assert code == 2
    assert "features/practices/broken.yaml:1:" in out


def test_lint_fails_on_law_that_is_odd_and_on_law_that_cannot_be_read(project: Path) -> None:
    code, out, _ = run_hook("compliance-lint", project)
    assert code == 1
    assert "[unused-fact]" in out
    (project / "law/rules/test/order/1.yaml").write_text("encodes: [\n")
    code, out, _ = run_hook("compliance-lint", project)
    assert code == 2
    assert "law/rules/test/order/1.yaml:1:" in out


def test_lint_passes_on_law_in_order(project: Path) -> None:
    facts = re.compile(r"^  (hours|told|signed): .*\n", re.MULTILINE)
    vocabulary = project / "law/rules/vocabulary.yaml"
    text = facts.sub("", vocabulary.read_text())
    vocabulary.write_text(re.sub(r"attributes:\n.*\n", "", text))
    policy = project / "law/policies/test/order/1.yaml"
    policy.write_text(re.sub(r"  [BC]: .*\n", "", policy.read_text()))
    code, out, _ = run_hook("compliance-lint", project)
    assert (code, out) == (0, "0 warnings, 1 note.\n")
