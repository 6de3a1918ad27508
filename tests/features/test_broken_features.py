"""Feature files that prove nothing, or cannot be read: each is answered with what its first lines expect.

    # expect: no-then 4:3 | the scenario 'A sale' has no Then | say what must be found

is the code, line and column, and words of the message and help, of one diagnostic; there are no others. Where a
comment would spoil the file, the same lines stand beside it in NAME.expect.
"""

import ast
import shutil
from pathlib import Path

import pytest
from tests.source.test_broken import EXPECT

from compliance.model.diagnostic import Diagnostic
from compliance.source.codes import CODES, FEATURE_CODES
from compliance.testing.features import read_features
from compliance.testing.unchecked import unchecked

ROOT = Path(__file__).parent.parent.parent
BROKEN = ROOT / "tests/broken/feature"
TESTING = ROOT / "src/compliance/testing"


def cases() -> list[Path]:
    return sorted(BROKEN.glob("*.feature"))


def expected(case: Path) -> list[tuple[str, int, int, list[str]]]:
    """(code, line, column, words) of each diagnostic."""
    sidecar = case.with_suffix(".expect")
    found = []
    for line in (sidecar if sidecar.exists() else case).read_text().splitlines():
        if "expect:" in line:
            match = EXPECT.fullmatch(line.strip())
            assert match, f"{case}: this is not an expectation: {line}"
            words = [word.strip() for word in match["words"].split("|") if word.strip()]
            found.append((match["code"], int(match["line"]), int(match["column"]), words))
    assert found, f"{case} does not say what must come out"
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda path: path.stem)
def test_broken(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(case, tmp_path / "a.feature")
    monkeypatch.chdir(tmp_path)
    _, found = read_features([Path("a.feature")])
    said = [f"{d.code} {d.span.line}:{d.span.column} {d.message} | {d.help}" for d in found]
    assert [(d.code, d.span.line, d.span.column) for d in found] == [one[:3] for one in expected(case)], said
    for diagnostic, (*_, words) in zip(found, expected(case), strict=True):
        for word in words:
            assert word in f"{diagnostic.message} | {diagnostic.help}", said
        assert diagnostic.span.file == "a.feature"
        _is_well_made(diagnostic)


def _is_well_made(diagnostic: Diagnostic) -> None:
    assert diagnostic.help
    assert len(diagnostic.message) <= 250
    assert diagnostic.code in {**CODES, **FEATURE_CODES}
    assert diagnostic.span.end_column >= diagnostic.span.column >= 1


def test_a_folder_without_a_feature_file(tmp_path: Path) -> None:
    (tmp_path / "practice.yaml").write_text("practice: sale\n")
    found, (problem,) = read_features([tmp_path])
    assert not found
    assert problem.code == "no-feature"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    _, (problem,) = read_features([tmp_path / "gone.feature"])
    assert problem.code == "unreadable-file"


def test_a_step_of_somebody_s_own_is_wrong_only_where_nobody_can_have_one(tmp_path: Path) -> None:
    path = tmp_path / "a.feature"
    path.write_text((BROKEN / "unknown-step.feature").read_text())
    assert not read_features([path], published=False)[1]


def test_every_code_has_a_broken_file_and_an_explanation() -> None:
    shown = {code for case in cases() for code, *_ in expected(case)}
    shown |= {"no-feature", "unreadable-file"}
    shown |= {"unchecked-practice", "step-fails", "not-installed"}  # test_plugin.py and test_forms.py
    assert emitted() <= shown
    assert emitted() - set(CODES) == set(FEATURE_CODES)


def emitted() -> set[str]:
    """Every code that the sources name where they complain."""
    found: set[str] = set()
    for path in TESTING.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Fault", "Diagnostic"):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_an_unchecked_practice_is_placed(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    practice = tmp_path / "practices/sale.yaml"
    practice.write_text("# a comment\npractice: sale\n")
    problem = unchecked(practice, tmp_path, ())
    assert problem is not None
    assert (problem.code, problem.span.line) == ("unchecked-practice", 2)
