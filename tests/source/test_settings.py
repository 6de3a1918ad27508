"""[tool.compliance] in pyproject.toml: which one holds, how its paths are read, and what can be wrong with it."""

from pathlib import Path

import pytest

from compliance.model.diagnostic import InputError
from compliance.source.settings import settings_at


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LIBRARY", "SHIPPED", "POSITIONS"):
        monkeypatch.delenv(f"COMPLIANCE_{name}", raising=False)
    return tmp_path


def write(project: Path, text: str) -> Path:
    (project / "pyproject.toml").write_text(text)
    return project


def test_no_settings_mean_the_shipped_law(project: Path) -> None:
    assert settings_at(project).law == ((), True, ())


def test_the_nearest_file_that_speaks_of_compliance_holds(project: Path) -> None:
    write(project, '[tool.compliance]\npositions = "agency, advocate"\nlibrary = ["law"]\nshipped = false\n')
    inner = project / "packages/one"
    inner.mkdir(parents=True)
    write(inner, "[tool.ruff]\nline-length = 100\n")
    assert settings_at(inner).law == ((project / "law",), False, ("agency", "advocate"))


def test_variables_come_first(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, '[tool.compliance]\npositions = "agency"\nlibrary = ["law"]\n')
    monkeypatch.chdir(project)
    monkeypatch.setenv("COMPLIANCE_LIBRARY", "other:third")
    monkeypatch.setenv("COMPLIANCE_SHIPPED", "0")
    monkeypatch.setenv("COMPLIANCE_POSITIONS", "advocate")
    assert settings_at(project).law == ((project / "other", project / "third"), False, ("advocate",))


@pytest.mark.parametrize(
    ("patterns", "path", "covered"),
    [
        ('["features"]', "features/a/b.feature", True),
        ('["features/"]', "features/b.feature", True),
        ('["./features"]', "features/b.feature", True),
        ('["features"]', "other/features/b.feature", False),
        ('["**/log.feature"]', "a/b/log.feature", True),
        ('["."]', "b.feature", True),
        ("[]", "b.feature", False),
    ],
)
def test_a_list_of_paths_covers_what_lies_below(
    project: Path, patterns: str, path: str, covered: bool
) -> None:
    for lies in ("features/a.feature", path):
        (project / lies).parent.mkdir(parents=True, exist_ok=True)
        (project / lies).touch()
    settings = settings_at(write(project, f"[tool.compliance]\nfeatures = {patterns}\n"))
    assert settings.covers("features", project / path) is covered
    assert settings.covers("unchecked-practices", project / path) is None
    assert settings.covers("features", Path("/elsewhere/features/b.feature")) is False


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("[tool.compliance]\n\nlibary = []\n", (3, 1), "no setting 'libary' | did you mean 'library'?"),
        ("[tool.compliance]\nx = 1\n", (2, 1), "no setting 'x' | the settings are library, shipped"),
        ('[tool.compliance]\nlibrary = "law"\n', (2, 1), "'library' is a list of paths"),
        ("[tool.compliance]\nfeatures = [1]\n", (2, 1), "'features' is a list of paths"),
        ('[tool.compliance]\nshipped = "no"\n', (2, 1), "'shipped' is true or false"),
        ("[tool.compliance]\npositions = []\n", (2, 1), "'positions' is text"),
        ("[tool]\ncompliance = 1\n", (2, 1), "[tool.compliance] is a table"),
        ("[tool.compliance]\nlibrary = [\n", (2, 1), "this is not valid TOML"),
        ("[tool.compliance]\n\nlibrary = = 1\n", (3, 11), "this is not valid TOML: Invalid value"),
    ],
)
def test_a_setting_that_is_wrong_is_placed(
    project: Path, text: str, place: tuple[int, int], says: str
) -> None:
    with pytest.raises(InputError) as raised:
        settings_at(write(project, text))
    (problem,) = raised.value.diagnostics
    assert problem.code == "bad-settings"
    assert says in f"{problem.message} | {problem.help}"
    assert (problem.span.line, problem.span.column) == place


NEARLY = ("feature", "../features", "*/log.feature")


@pytest.mark.parametrize(
    "pattern", ["nodir", "feature", "*/log.feature", "../features", "features/x/y/gone.feature"]
)
def test_features_that_lead_to_nothing_are_an_error(project: Path, pattern: str) -> None:
    (project / "features").mkdir()
    write(project, f'[tool.compliance]\nshipped = true\nfeatures = ["features", "{pattern}"]\n')
    with pytest.raises(InputError) as caught:
        settings_at(project)
    (problem,) = caught.value.diagnostics
    assert problem.code == "bad-settings"
    assert (problem.span.line, problem.span.column) == (3, 1)
    assert f"'features' names '{pattern}', and there is nothing of this name" in problem.message
    assert (problem.help == "did you mean 'features'?") is (pattern in NEARLY)
