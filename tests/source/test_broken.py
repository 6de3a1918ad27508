"""Malformed files: each is answered with the diagnostics that stand beside it, in place, and no others.

A file in tests/broken/KIND/ is added to the sound library in tests/broken/base and says in its first lines
what must come out, one line for each diagnostic:

    # expect: unknown-fact 7:5 | no fact or role is called 'purpos' | did you mean 'purpose'?

that is the code, line and column, and words of its message and help. Where a comment would spoil the file,
the same lines stand beside it in NAME.expect. A folder in tests/broken/library/ holds several files, laid
over the base, and its file `expect` names the file before the code: `expect: rules/a.yaml CODE …`.
"""

import ast
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from compliance.analysis.enact import enact
from compliance.model.diagnostic import Diagnostic, InputError
from compliance.source.codes import CODES
from compliance.source.library import read_library
from compliance.source.logs import read_log
from compliance.source.practices import find_practices, read_cases

SOURCES = Path(__file__).parent.parent.parent / "src/compliance"
BROKEN = Path(__file__).parent.parent / "broken"
PLACES = {
    "policies": "policies/city/ordinance/3.yaml",
    "actors": "policies/city/more-actors.yaml",
    "rules": "rules/city/ordinance/2.yaml",
    "bill": "rules/city/bill/1.yaml",
    "vocabulary": "rules/city/more-words.yaml",
    "practice": "practices/case.yaml",
    "interview": "practices/answers.yaml",
    "log": "practices/log.csv",
    "audit-log": "logs/police.log.yaml",
}
"""Where a broken file of each folder goes."""
EXPECT = re.compile(
    r"#? *expect: *(?:(?P<file>\S+) +)?(?P<code>[a-z0-9-]+) +(?P<line>\d+):(?P<column>\d+)(?P<words>.*)"
)


def cases() -> list[Path]:
    files = [path for kind in PLACES for path in sorted((BROKEN / kind).glob("*.[yc]*"))]
    return files + sorted(path for path in (BROKEN / "library").iterdir() if path.is_dir())


def expected(case: Path) -> list[tuple[str, str, int, int, list[str]]]:
    """(file, code, line, column, words) of each diagnostic."""
    sidecar = case / "expect" if case.is_dir() else case.with_suffix(".expect")
    text = (sidecar if sidecar.exists() else case).read_text()
    found = []
    for line in text.splitlines():
        if "expect:" in line:
            match = EXPECT.fullmatch(line.strip())
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
        paths, more = find_practices([*practices.glob("*.csv")] or [practices])
        found += [*more, *read_cases(paths, library)[1]]
    for path in sorted((folder / "logs").glob("*.log.yaml")):
        try:
            read_log(path, library)
        except InputError as error:
            found += error.diagnostics
    if not found and library.bills:
        try:
            enact(library, sorted(library.bills))
        except InputError as error:
            found += error.diagnostics
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
        lines = re.split("\r\n|\r|\n", (folder / span.file).read_bytes().decode("utf-8-sig", "replace"))
        shown = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", "\ufffd", lines[span.line - 1])
        assert diagnostic.line_text.rstrip("…") in shown
        assert span.column <= len(diagnostic.line_text) + 1


# --- what no file in tests/broken can be ---------------------------------------------------------------


def _dangling(folder: Path) -> None:
    (folder / "rules/city/gone.yaml").symlink_to("nowhere.yaml")


def _folder_in_place_of_a_file(folder: Path) -> None:
    (folder / "real").mkdir()
    (folder / "rules/city/folder.yaml").symlink_to(folder / "real")
    (folder / "policies/city/actors.yaml").unlink()
    (folder / "policies/city/actors.yaml").symlink_to("/dev/null/none")


def _large(folder: Path) -> None:
    (folder / "rules/city/more.yaml").write_text("vocabulary: more\n" + "# on and on\n" * 200_000)


def _many(folder: Path) -> None:
    (folder / "rules/city/more.yaml").write_text("vocabulary: [" + "a," * 150_000 + "]\n")


def _closed(folder: Path) -> None:
    (folder / "rules/city/ordinance").chmod(0)


def _words(folder: Path) -> None:
    roles = "".join(f"  r{i}: {{title: r, ask: Who?}}\n" for i in range(500))
    facts = "".join(f"  a{i}: {{type: yes-no, ask: What?}}\n" for i in range(500))
    (folder / "rules/city/more.yaml").write_text(f"vocabulary: more\nroles:\n{roles}attributes:\n{facts}")


def _nothing(folder: Path) -> None:
    shutil.rmtree(folder / "rules")
    shutil.rmtree(folder / "policies")


BY_HAND: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "dangling": (_dangling, "unreadable-file", "rules/city/gone.yaml"),
    "folder": (_folder_in_place_of_a_file, "unreadable-file", "policies/city/actors.yaml"),
    "large": (_large, "file-too-large", "rules/city/more.yaml"),
    "many": (_many, "file-too-large", "rules/city/more.yaml"),
    "closed": (_closed, "unreadable-folder", "rules/city/ordinance"),
    "words": (_words, "too-many-facts", "rules/city/more.yaml"),
    "nothing": (_nothing, "no-library", "."),
}
"""How the base is spoiled, and the code and file that come out."""


@pytest.mark.parametrize("name", BY_HAND)
def test_broken_by_hand(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil, code, file = BY_HAND[name]
    shutil.copytree(BROKEN / "base", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    spoil(tmp_path)
    if name == "closed" and os.access(tmp_path / "rules/city/ordinance", os.R_OK):
        monkeypatch.setattr(os, "scandir", _refusing(os.scandir))
    found = diagnosed(tmp_path)
    assert [(d.code, d.span.file) for d in found if d.severity == "error"] == [(code, file)]
    for diagnostic in found:
        _is_well_made(diagnostic, tmp_path)


def _refusing(scandir: Callable[..., Any]) -> Callable[..., Any]:
    """os.scandir as someone without rights has it: folders closed to all refuse."""

    def refuse(path: str) -> Any:
        if not Path(path).stat().st_mode & 0o777:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    return refuse


# --- the set is complete -------------------------------------------------------------------------------


def emitted() -> set[str]:
    """Every code that the sources name where they complain."""
    found: set[str] = set()
    calls = {"complain", "add", "_trouble", "_Trouble", "Diagnostic", "PydanticCustomError"}
    amending = ["analysis/enact.py", "analysis/amendment_faults.py", "bills/idle.py"]
    bills = [SOURCES / name for name in amending]
    for path in [*(SOURCES / "source").glob("*.py"), *(SOURCES / "model").glob("*.py"), *bills]:
        named = calls | {"_complain"} if path in bills else calls
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                texts = [
                    a.value for a in node.args[:3] if isinstance(a, ast.Constant) and isinstance(a.value, str)
                ]
                if name in named and texts:
                    found.add(texts[0])
    return found


def test_every_code_has_a_broken_file() -> None:
    shown = {code for case in cases() for _, code, *_ in expected(case)} | {
        code for _, code, _ in BY_HAND.values()
    }
    shown |= {"bad-settings", "idle-clause"}  # test_settings.py, bills/test_idle.py
    assert emitted() - shown == set()


def test_every_code_is_explained_and_no_other() -> None:
    assert emitted() == set(CODES)


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
