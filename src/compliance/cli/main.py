"""The command line: one file a command; errors become messages and exit codes here and nowhere else."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from compliance import __version__
from compliance.cli.settings import project_settings
from compliance.model.diagnostic import InputError

INPUT_ERROR = 2
INTERNAL_ERROR = 70
INTERRUPTED = 130

COMMANDS = (
    "check",
    "compare",
    "test",
    "explain",
    "ask",
    "convert",
    "coverage",
    "mutate",
    "prove",
    "audit",
    "lint",
    "fmt",
    "new",
    "schema",
)
"""Each is a module of this package, with a function of its name and its HELP."""


class Commands(TyperGroup):
    """The commands, each imported only when it is called for."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"compliance.cli.{cmd_name}")
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
        single.command(cmd_name, help=module.HELP)(getattr(module, cmd_name))
        return get_command(single)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Check described practices against encoded law.",
    epilog="Exit: 0 nothing violated, 1 violated, 2 bad input or nothing checked, 3 unsettled, 70 internal error.",
)


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
        with suppress(OSError):  # where nothing can be written, the exit code says it all
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
