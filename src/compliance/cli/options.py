"""Options that several commands share."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

LibraryOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--library",
        help="A folder with policies/ and rules/ that adds to the shipped law or replaces parts of it; repeatable.",
        envvar="COMPLIANCE_LIBRARY",
        show_default=False,
    ),
]
ShippedOption = Annotated[
    bool,
    typer.Option(
        "--shipped/--no-shipped", help="Use the law that ships with the program.", envvar="COMPLIANCE_SHIPPED"
    ),
]
PositionsOption = Annotated[
    str | None,
    typer.Option(
        "--positions",
        help="Decide for these positions only, separated by commas; all by default.",
        envvar="COMPLIANCE_POSITIONS",
        show_default=False,
    ),
]


class Standard(StrEnum):
    """Which facts count."""

    proven = "proven"
    alleged = "alleged"


StandardOption = Annotated[
    Standard,
    typer.Option(
        "--standard",
        help="'proven' counts alleged and disputed facts as unknown; 'alleged' takes them as stated.",
        envvar="COMPLIANCE_STANDARD",
    ),
]
WaiversOption = Annotated[
    Path | None,
    typer.Option(
        "--waivers",
        help="A file of waivers: what it covers is shown as waived and does not count for the exit code.",
        envvar="COMPLIANCE_WAIVERS",
        show_default=False,
    ),
]
TodayOption = Annotated[
    datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        help="The day that waivers are held against, so that a run can be repeated.",
        envvar="COMPLIANCE_TODAY",
        show_default=False,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write to this file instead of the terminal.", show_default=False),
]
BillsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--bill",
        help="A bill that is taken to be law; repeatable or joined by commas, each on top of those before it.",
        show_default=False,
    ),
]
SignedOption = Annotated[
    datetime | None,
    typer.Option(
        "--signed",
        formats=["%Y-%m-%d"],
        help="The day on which bills are taken to be signed; by default each bill's own assumption.",
        show_default=False,
    ),
]
