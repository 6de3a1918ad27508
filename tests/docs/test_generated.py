"""The generated pages are what the program says today."""

import pytest
from tests.docs.generated import DOCS, PAGES

from compliance.cli.main import COMMANDS


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_current(name: str) -> None:
    written = (DOCS / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), f"docs/{name} is not current; run 'make docs'"


def test_every_command_is_on_its_page() -> None:
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    assert [command for command in COMMANDS if f"\n## {command}\n" not in page] == []
