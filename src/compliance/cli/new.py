"""`compliance new`: a first draft of a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter, ValidationError

from compliance.cli.schema import schema_folder
from compliance.model.reference import InstrumentId, Name
from compliance.source.drafts import draft

HELP = "Write a first draft of an instrument, its rules, a practice, a log and so on; never over an existing file."
EXISTS = 2


class Kind(StrEnum):
    """What to draft."""

    instrument = "instrument"
    rules = "rules"
    bill = "bill"
    amendments = "amendments"
    practice = "practice"
    vocabulary = "vocabulary"
    feature = "feature"
    log = "log"


def new(
    kind: Annotated[Kind, typer.Argument(help="What to draft.")],
    name: Annotated[str, typer.Argument(help="Its path or name: us-xx/statute/title, or a practice's name.")],
    root: Annotated[
        Path, typer.Option("--in", help="The folder that holds policies/, rules/ and features/.")
    ] = Path(),
) -> None:
    """Write the draft and say where."""
    wanted = InstrumentId if kind not in (Kind.practice, Kind.vocabulary, Kind.log) else Name
    try:
        TypeAdapter(wanted).validate_python(name)
    except ValidationError as error:
        like = "us-xx/statute/title" if wanted is InstrumentId else "lower-case-words"
        raise typer.BadParameter(
            f"'{name}' is not a name; write it like {like}", param_hint="name"
        ) from error
    path, text = draft(kind.value, name, schema_folder(root))
    target = root / path
    if target.exists():
        typer.echo(f"{target} exists already; nothing was written.", err=True)
        raise typer.Exit(EXISTS)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    typer.echo(f"Wrote {target}. Every place to fill in holds an example; replace them all.")
    if kind is not Kind.feature and not (root / schema_folder(root)).is_dir():
        typer.echo(f"For help while you edit: compliance schema --to {root / schema_folder(root)}")
