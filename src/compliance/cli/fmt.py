"""`compliance fmt`: files in their canonical form."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from compliance.model.diagnostic import Diagnostic, InputError
from compliance.source.files import display_name
from compliance.source.format import format_text
from compliance.source.write import write_whole
from compliance.source.yaml_text import read_yaml

HELP = "Put YAML files into their canonical form; comments and meaning stay."
DIFFERS = 1


def fmt(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders with everything below them.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 where a file would change.")
    ] = False,
) -> None:
    """Format files in place, each whole or not at all."""
    changed = 0
    problems: list[Diagnostic] = []
    for path in _files(paths):
        document, found = read_yaml(path, display_name(path))
        if found:
            problems.extend(found)
            continue
        text = path.read_bytes().decode("utf-8")
        formatted = format_text(document.text)
        if formatted == text:
            continue
        changed += 1
        typer.echo(f"{'would change' if check else 'changed'}: {display_name(path)}")
        if not check:
            write_whole(formatted, path)
    sys.stderr.write(
        f"{changed} {'file' if changed == 1 else 'files'} {'would change' if check else 'changed'}\n"
    )
    if problems:
        raise InputError(tuple(problems))
    raise typer.Exit(DIFFERS if check and changed else 0)


def _files(paths: list[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(one for one in path.rglob("*.yaml") if one.is_file())))
        else:
            found[path] = None
    return list(found)
