"""Files written: whole or not at all; and practices as the text of theirs."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

FIRST_LINE = "# yaml-language-server: $schema={schema}\n"


class _Dumper(yaml.SafeDumper):
    """Block style with indented lists, and no quotes around the key `on`."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def write_whole(text: str, path: Path) -> None:
    """A text into a file, never half of it under the final name. Raises OSError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


def practice_text(data: Mapping[str, Any]) -> str:
    """A practice as the text of its file; `data` has the keys of the file, dates as text."""
    text: str = yaml.dump(
        dict(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=False
    )
    return (
        "\n".join("on:" + line[5:] if line.startswith("'on':") else line for line in text.splitlines()) + "\n"
    )
