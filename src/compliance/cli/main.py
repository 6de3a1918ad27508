"""The command line: one file a command; errors become messages and exit codes here and nowhere else."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from compliance import __version__
from compliance.cli import ask, check, explain, fmt, lint, new, schema
from compliance.cli.settings import project_settings
from compliance.model.diagnostic import InputError

INPUT_ERROR = 2
INTERNAL_ERROR = 70
INTERRUPTED = 130

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Check described practices against encoded law.",
    epilog="Exit: 0 nothing violated, 1 violated, 2 bad input or nothing checked, 3 unsettled, 70 internal error.",
)
app.command("check", help=check.HELP)(check.check)
app.command("explain", help=explain.HELP)(explain.explain)
app.command("ask", help=ask.HELP)(ask.ask)
app.command("lint", help=lint.HELP)(lint.lint)
app.command("fmt", help=fmt.HELP)(fmt.fmt)
app.command("new", help=new.HELP)(new.new)
app.command("schema", help=schema.HELP)(schema.schema)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"policy-compliance {__version__}")
        raise typer.Exit


@app.callback()
def _settings(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    del version
    context.default_map = project_settings(Path.cwd())


def main() -> None:
    """Run the command; never lets a Python exception pass for a finding."""
    try:
        app(prog_name="compliance")
    except InputError as error:
        from compliance.report.diagnostics import render

        sys.stderr.write(
            render(error.diagnostics, color=sys.stderr.isatty() and "NO_COLOR" not in os.environ)
        )
        sys.exit(INPUT_ERROR)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(INTERRUPTED)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(INTERRUPTED)
    except Exception as error:
        _internal(error)
        sys.exit(INTERNAL_ERROR)


def _internal(error: Exception) -> None:
    """Say that the program failed, and keep what is needed to find out why."""
    import tempfile
    import traceback

    record = "".join(traceback.format_exception(error)) + str(getattr(error, "case", ""))
    with tempfile.NamedTemporaryFile("w", prefix="compliance-", suffix=".txt", delete=False) as file:
        file.write(record)
    sys.stderr.write(
        f"internal error: {error}\n"
        f"This is a defect of the program, not a finding. The record is in {file.name}; please report it.\n"
    )
