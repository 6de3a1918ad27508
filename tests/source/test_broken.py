"""Malformed files: each is answered with the diagnostics that stand beside it, at the right place, and no others.

A file in tests/broken/KIND/ is added to the sound library in tests/broken/base and says in its first lines
what must come out, one line for each diagnostic:

    # expect: unknown-fact 7:5 | no fact or role is called 'purpos' | did you mean 'purpose'?

that is the code, line and column, and words of its message and help. Where a comment would spoil the file,
the same lines stand beside it in NAME.expect. A folder in tests/broken/library/ holds several files, laid
over the base; expectations on a line of `expect` begin with the file's path: `# expect: rules/a.yaml CODE …`.
"""

import re
import shutil
from pathlib import Path

import pytest

from compliance.model.diagnostic import Diagnostic
from compliance.source.codes import CODES
from compliance.source.library import read_library
from compliance.source.practices import find_practices, read_cases

BROKEN = Path(__file__).parent.parent / "broken"
PLACES = {
    "policies": "policies/city/ordinance/3.yaml",
    "actors": "policies/city/more-actors.yaml",
    "rules": "rules/city/ordinance/2.yaml",
    "vocabulary": "rules/city/more-words.yaml",
    "practice": "practices/case.yaml",
}
"""Where a broken file of each folder goes."""
_EXPECT = re.compile(r"#? *expect: *(?:(?P<file>\S+/\S+|-) +)?(?P<code>[a-z0-9-]+) +(?P<line>\d+):(?P<column>\d+) *(?P<words>.*)")


def cases() -> list[Path]:
    files = [path for kind in PLACES for path in sorted((BROKEN / kind).glob("*.yaml"))]
    return files + sorted(path for path in (BROKEN / "library").iterdir() if path.is_dir())


def expected(case: Path) -> list[tuple[str, str, int, int, list[str]]]:
    """(file, code, line, column, words) of each diagnostic."""
    sidecar = case / "expect" if case.is_dir() else case.with_suffix(".expect")
    text = (sidecar if sidecar.exists() else case).read_text()
    found = []
    for line in text.splitlines():
        if "expect:" in line:
            match = _EXPECT.fullmatch(line.strip())
            assert match, f"{case}: this is not an expectation: {line}"
            words = [word.strip() for word in match["words"].split("|") if word.strip()]
            file = match["file"] or PLACES[case.parent.name]
            found.append((file, match["code"], int(match["line"]), int(match["column"]), words))
    assert found, f"{case} does not say what must come out"
    return found


def prepared(case: Path, folder: Path) -> None:
    """The base library with the broken files in their places."""
    shutil.copytree(BROKEN / "base", folder, dirs_exist_ok=True)
    if case.is_dir():
        shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expect"))
        return
    target = folder / PLACES[case.parent.name]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(case.read_bytes())


def diagnosed(folder: Path) -> list[Diagnostic]:
    library, problems = read_library([folder], shipped=False)
    found = list(problems)
    practices = folder / "practices"
    if practices.is_dir():
        paths, more = find_practices([practices])
        found += [*more, *read_cases(paths, library)[1]]
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_broken(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    found = diagnosed(tmp_path)
    said = [f"{d.span.file} {d.code} {d.span.line}:{d.span.column} {d.message} | {d.help}" for d in found]
    wanted = expected(case)
    assert [(d.span.file, d.code, d.span.line, d.span.column) for d in found] == [w[:4] for w in wanted], said
    for diagnostic, (*_, words) in zip(found, wanted, strict=True):
        whole = f"{diagnostic.message} {diagnostic.help}"
        for word in words:
            assert word in whole, said
    for diagnostic in found:
        _is_well_made(diagnostic, tmp_path)


def _is_well_made(diagnostic: Diagnostic, folder: Path) -> None:
    """It has a place in its file, shows that line, says what to do, and is short and plain."""
    span = diagnostic.span
    assert diagnostic.help
    assert diagnostic.message.isprintable() and diagnostic.help.isprintable()
    assert len(diagnostic.message) <= 250
    assert (span.end_line, span.end_column) >= (span.line, span.column) >= (1, 1)
    assert diagnostic.code in CODES
    if diagnostic.line_text is not None:
        lines = (folder / span.file).read_bytes().decode("utf-8-sig", "replace").splitlines() or [""]
        assert diagnostic.line_text.rstrip("…") in lines[span.line - 1]
        assert span.column <= len(diagnostic.line_text) + 1


def test_the_base_is_sound() -> None:
    library, problems = read_library([BROKEN / "base"], shipped=False)
    assert not problems
    assert len(library.rules) == 1


def test_the_practices_without_fault_are_sound(tmp_path: Path) -> None:
    library, _ = read_library([BROKEN / "base"], shipped=False)
    path = tmp_path / "case.yaml"
    path.write_text("practice: sound\ntitle: Nothing is wrong\non: 2020-05-08\nfacts: {act: sale}\n")
    cases, problems = read_cases([path], library)
    assert not problems
    assert cases[0].id == "sound"
