"""`compliance convert`: practices from one form to another."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from compliance.cli.options import LibraryOption, PositionsOption, ShippedOption
from compliance.cli.session import decider_for, deciders, load, write
from compliance.model.diagnostic import InputError
from compliance.source.practices import cases_of, find_practices

HELP = "Turn practices into another form: practice file, scenario, saved interview, log row."
INPUT_ERROR = 2
SUFFIXES = {"yaml": ".yaml", "answers": ".answers.yaml", "gherkin": ".feature", "csv": ".csv"}


class Form(StrEnum):
    """What a practice is written down as."""

    yaml = "yaml"
    gherkin = "gherkin"
    answers = "answers"
    csv = "csv"


def convert(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Practice files, saved interviews (YAML, JSON), logs (.csv), scenarios (.feature); "
            "of a folder the YAML files."
        ),
    ],
    to: Annotated[Form, typer.Option("--to", help="The form to write.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file (answers end in .yaml or .json), or to files in this folder.",
            show_default=False,
        ),
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
) -> None:
    """Read, check that all of it means something, write; what the form has no place for is told on stderr."""
    law = load(library, shipped)
    engines = deciders(decider_for(law, positions), library, shipped, positions)
    from compliance.testing import forms

    found, problems = find_practices(paths)
    read = forms.read(found, law, engines)
    _, unlinked = cases_of(read.files, law)
    wrong = (*problems, *read.problems, *unlinked)
    if wrong:
        raise InputError(wrong)
    as_json = output is not None and output.suffix.lower() == ".json"
    converted = forms.write(read.files, to.value, law, engines, as_json=as_json)
    for what in (*read.left_out, *converted.left_out):
        sys.stderr.write(f"not carried over to {to.value}: {what}\n")
    _put(converted.texts, to, output)


def _put(texts: dict[str, str], to: Form, output: Path | None) -> None:
    """To the terminal, to a file, or to files in a folder."""
    folder = output is not None and (
        output.is_dir() or (not output.suffix and to in (Form.yaml, Form.answers))
    )
    if output is not None and folder:
        output.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            write(text, output / f"{name}{SUFFIXES[to]}")
        sys.stderr.write(f"{len(texts)} {'file' if len(texts) == 1 else 'files'} in {output}\n")
    elif len(texts) == 1:
        write(next(iter(texts.values())), output)
    else:
        typer.echo(
            f"{len(texts)} practices, and a file of this form holds one; name a folder with --output.",
            err=True,
        )
        raise typer.Exit(INPUT_ERROR)
