"""`compliance schema`: the JSON Schemas of the file formats, for editors."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compliance.source.schema import FOLDER, schema_files, schemas

HELP = "Print the JSON Schema of a kind of file, or write all of them to a folder."
OWN_FOLDER = "schemas"


class Kind(StrEnum):
    """A kind of file."""

    instrument = "instrument"
    rules = "rules"
    vocabulary = "vocabulary"
    actors = "actors"
    register = "register"
    practice = "practice"
    waivers = "waivers"
    interview = "interview"
    log = "log"


def schema(
    kind: Annotated[Kind | None, typer.Argument(help="The kind of file.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Write all schemas instead.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", help="The folder to write them to.", show_default=False)
    ] = None,
) -> None:
    """Print one schema, or write all."""
    if write or to is not None:
        folder = to or Path(schema_folder(Path()))
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in schema_files().items():
            (folder / name).write_text(text, encoding="utf-8")
        typer.echo(f"Wrote {len(schema_files())} schemas to {folder}.")
        return
    if kind is None:
        raise typer.BadParameter("name a kind of file, or give --write", param_hint="KIND")
    typer.echo(json.dumps(schemas()[kind.value], indent=2, ensure_ascii=False))


def schema_folder(root: Path) -> str:
    """Where a folder of law keeps its schemas: this project's own place, or `schemas`."""
    return FOLDER if (root / FOLDER).is_dir() else OWN_FOLDER
