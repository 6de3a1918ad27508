"""The command, run in this process as a shell would run it."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.shares import ACTORS, FINE, HEAD, LOG
from tests.law_text import BAN, write_law

from compliance.cli import main
from compliance.testing.law import law_at_hand


@dataclass(frozen=True)
class Ran:
    """What a run of the command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("check", "practice.yaml", stdin="…")`."""

    def call(*arguments: str | Path, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["compliance", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", StringIO(stdin))
        law_at_hand.cache_clear()  # as a process of its own would begin
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small law in `law/` and practices beside it; the current folder of the test."""
    write_law(tmp_path / "law", BAN)
    for name, facts in {
        "satisfied": "act: [share]\n  purpose: crime",
        "violated": "act: [share]\n  purpose: civil\n  warrant: false",
        "contested": "act: [share]\n  purpose: both\n  warrant: false",
        "undetermined": "act: [share]\n  purpose: civil",
        "ungoverned": "act: [hold]",
    }.items():
        text = f"practice: {name}\ntitle: {name}\non: 2019-05-08\nfacts:\n  {facts}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nlibrary = ["law"]\nshipped = false\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shares(town: Path) -> Path:
    """The town with a log of what it shared, none of whose rows is written yet; the current folder of the test."""
    (town / "law/policies/actors.yaml").write_text(ACTORS)
    (town / "shares.log.yaml").write_text(LOG)
    (town / "queries.csv").write_text(HEAD + FINE)
    return town
