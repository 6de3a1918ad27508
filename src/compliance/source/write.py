"""Practices to text: what an interview or a program has gathered, as a practice file."""

from collections.abc import Mapping
from typing import Any

import yaml

FIRST_LINE = "# yaml-language-server: $schema={schema}\n"


class _Dumper(yaml.SafeDumper):
    """Block style with indented lists, and no quotes around the key `on`."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def practice_text(data: Mapping[str, Any]) -> str:
    """A practice as the text of its file; `data` has the keys of the file, dates as text."""
    text: str = yaml.dump(
        dict(data), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=False
    )
    return (
        "\n".join("on:" + line[5:] if line.startswith("'on':") else line for line in text.splitlines()) + "\n"
    )
