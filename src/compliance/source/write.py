"""Files written: whole or not at all; and practices as the text of theirs."""

import json
import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from compliance.model.practice import Practice

FIRST_LINE = "# yaml-language-server: $schema={schema}\n"
_ENDLESS = 10**9


class _Dumper(yaml.SafeDumper):
    """Block style with indented lists, and numbers as they are read here."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """What stands twice is written twice: no anchors are read here."""
        del data
        return True


def _number(dumper: yaml.SafeDumper, value: float) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", number_text(value))


_Dumper.add_representer(float, _number)
_Dumper.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
"""Days are text here and need no quotation marks."""


def number_text(value: float) -> str:
    """A decimal without an exponent, which would not be read as a number."""
    text = format(Decimal(repr(value)), "f")
    return text if "." in text else f"{text}.0"


def write_whole(text: str, path: Path) -> None:
    """A text into a file, never half of it under the final name; into a device or a pipe as it is. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")  # a file put in its place would take /dev/null from everybody
        return
    path = Path(os.path.realpath(path))  # a link stays one
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


def value_text(value: Any) -> str:
    """A value of a practice file on one line: `[one, two]`, `{includes: [one]}`, `true`."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_ENDLESS, default_flow_style=True
    )
    return text.removesuffix("\n").removesuffix("\n...")


def json_text(value: Any, indent: str = "") -> str:
    """Data as JSON text in block style, with numbers as they are read here: json writes 0.00001 as 1e-05."""
    inner = indent + "  "
    if isinstance(value, Mapping) and value:
        items = [f"{inner}{json_text(key)}: {json_text(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(items) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"{inner}{json_text(one, inner)}" for one in value) + f"\n{indent}]"
    return number_text(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def practice_data(practice: Practice) -> dict[str, Any]:
    """A practice as its file would have it, in the shortest form: dates as text, nothing that goes without saying."""
    data: dict[str, Any] = practice.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for key, stated in data.get("facts", {}).items():
        if stated.keys() == {"is"}:
            data["facts"][key] = stated["is"]
        elif len(stated.get("source", ())) == 1:
            (stated["source"],) = stated["source"]
    for about in (data, *data.get("claims", ())):
        if len(about.get("row", ())) == 1:
            (about["row"],) = about["row"]
    return data
