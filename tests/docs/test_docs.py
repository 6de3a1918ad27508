"""Every file that the documentation shows is written, and every command is run, page by page in an empty folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.page import Command, ShownFile, Unchecked, agrees, shown

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "decisions" not in path.parts)
INSTALLS = ("pip install", "python -m venv")
"""Shown, and not run here: what they install is what runs these tests; .ci/run does it for real."""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_does_what_it_shows(page: Path, tmp_path: Path) -> None:
    for one in shown(page):
        where = f"{page.relative_to(ROOT)}:{one.line}"
        match one:
            case Unchecked(info):
                pytest.fail(f"{where}: nothing checks a block '{info}'; make it a file, a console, or text")
            case ShownFile(path, text):
                target = tmp_path / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            case Command(words) if not words.startswith(INSTALLS):
                _run(one, where, tmp_path)


def _run(command: Command, where: str, folder: Path) -> None:
    ran = subprocess.run(
        ["bash", "-c", command.words],
        cwd=folder,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert ran.returncode == command.code, f"{where}: exit {ran.returncode}\n{ran.stdout}"
    if command.prints is not None:
        assert agrees(command.prints, ran.stdout), f"{where}: shown\n{command.prints}\nprinted\n{ran.stdout}"


def _environment() -> dict[str, str]:
    """What a new user has: the command on the path, and none of this test run's settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST", "COV", "COMPLIANCE"))
    }
    return {
        **kept,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTEST_ADDOPTS": "-p no:cacheprovider -p no:randomly",
        "NO_COLOR": "1",
        "COLUMNS": "100",
    }


def test_a_page_is_found() -> None:
    assert PAGES


def test_what_a_page_shows_is_told_apart(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    files = "Text.\n\n```yaml file=a/b.yaml\nkey: 1\n```\n\n"
    commands = "```console\n$ one  # exit 3\nprinted\n…\n$ two\n```\n\n"
    page.write_text(f"{files}{commands}```text\nx\n```\n\n```python\n1\n```\n")
    assert list(shown(page)) == [
        ShownFile("a/b.yaml", "key: 1\n", 3),
        Command("one", 3, "printed\n…", 8),
        Command("two", 0, None, 11),
        Unchecked("python", 18),
    ]


@pytest.mark.parametrize(
    ("wanted", "printed", "agree"),
    [
        ("one", "one\n", True),
        ("one\n…", "one\ntwo\nthree\n", True),
        ("1 … 3", "1 2 3", True),
        ("one", "one\ntwo", False),
        ("a.c", "abc", False),
    ],
)
def test_what_is_printed_agrees_with_what_is_shown(wanted: str, printed: str, agree: bool) -> None:
    assert agrees(wanted, printed) is agree
