"""`compliance audit`: which rows of a query log break which rule?"""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.analysis.audit_verdict import exit_code
from compliance.cli.options import LibraryOption, OutputOption, PositionsOption, ShippedOption
from compliance.cli.session import color_wanted, decider_for, load, rows_done, write
from compliance.cli.signals import in_order
from compliance.engine.decide import Decider
from compliance.model.library import Library
from compliance.model.log import LinkedLog

if TYPE_CHECKING:
    from compliance.audit.run import Options

HELP = """Audit a query log against the law: exact counts by rule, agency, office, user and month, and the rows.

LOG is a log format, NAME.log.yaml, which says where the log is and what its columns mean.

Exit: 0 nothing violated; 1 some row violated; 2 bad input, or no row was decided; 3 nothing violated, but rows are
contested, not settled, governed by no rule, or rejected; 70 internal error."""
INPUT_ERROR = 2
PACKAGES = ("duckdb", "ibis", "pyarrow")
ROWS = (".parquet", ".csv")
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?) ?([KMGT])(i?)B?", re.IGNORECASE)


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    markdown = "markdown"
    html = "html"
    json = "json"
    sarif = "sarif"
    github = "github"


class FailOn(StrEnum):
    """From which finding on the command fails."""

    unsettled = "unsettled"
    violated = "violated"
    never = "never"


class Unit(StrEnum):
    """The tables whose rows are audited."""

    queries = "queries"
    disseminations = "disseminations"
    agreements = "agreements"


class Kind(StrEnum):
    """The kinds of files that a log is made up in."""

    parquet = "parquet"
    csv = "csv"


def audit(
    log: Annotated[
        Path | None,
        typer.Argument(metavar="LOG", help="A log format: NAME.log.yaml.", show_default=False),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            help="What reads and counts the rows: duckdb, which is built in; spark, local[2] or spark://HOST:PORT; or "
            "the address of a database, such as postgresql://HOST/NAME.",
        ),
    ] = "duckdb",
    memory: Annotated[
        str | None,
        typer.Option(
            help="About so much memory may be used, such as 1GB; the work is cut into pieces of time that fit.",
            show_default=False,
        ),
    ] = None,
    rows: Annotated[
        Path | None,
        typer.Option(
            "--rows",
            help="Write each row that breaks a rule for some position here, with the rule and the reason: .parquet or "
            ".csv.",
            show_default=False,
        ),
    ] = None,
    rejected: Annotated[
        Path | None,
        typer.Option(
            "--rejected",
            help="Write each row that nothing can be said about here, with its place and the reason.",
            show_default=False,
        ),
    ] = None,
    work: Annotated[
        Path,
        typer.Option(
            "--work", help="Keep what is finished here, so that an audit that was stopped goes on from there."
        ),
    ] = Path(".compliance-audit"),
    since: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only rows from this day on.", show_default=False),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Only rows up to this day.", show_default=False),
    ] = None,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="Instead of the audit, put one row to the ordinary check and show the whole tree of reasons.",
            show_default=False,
        ),
    ] = None,
    unit: Annotated[Unit, typer.Option(help="With --explain: the table that the row is in.")] = Unit.queries,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How the report is written.")
    ] = Format.text,
    output: OutputOption = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which finding on the command fails.", envvar="COMPLIANCE_FAIL_ON")
    ] = FailOn.unsettled,
    synthesize: Annotated[
        Path | None,
        typer.Option(
            "--synthesize",
            metavar="DIR",
            help="Instead of an audit, make up a log with known violations in this folder.",
            show_default=False,
        ),
    ] = None,
    queries: Annotated[int, typer.Option(min=100, help="With --synthesize: so many queries.")] = 100_000,
    seed: Annotated[int, typer.Option(help="With --synthesize: another seed, another log.")] = 1,
    kind: Annotated[Kind, typer.Option(help="With --synthesize: what it is written as.")] = Kind.parquet,
) -> None:
    """Audit a log, explain one row of it, or make one up."""
    if (log is None) == (synthesize is None):
        raise typer.BadParameter(
            "name a log format, such as features/logs/federal-offices/federal-offices.log.yaml, or a folder for "
            "--synthesize; one of the two",
            param_hint="LOG",
        )
    _check_packages()
    if synthesize is not None:
        _make_up(synthesize, queries, seed, kind)
        return
    assert log is not None
    size = None if memory is None else _bytes(memory)
    days = _days(since, until)
    _check_files({"--rows": rows, "--rejected": rejected, "--output": output}, log)
    if explain is not None and format_ is Format.html:
        raise typer.BadParameter(
            "one row is explained as text, markdown, json, sarif or github", param_hint="--format"
        )
    from compliance.audit.error import AuditError
    from compliance.audit.run import Options
    from compliance.source.logs import read_log

    law = load(library, shipped)
    linked = read_log(log, law)
    decider = decider_for(law, positions)
    options = Options(
        engine=engine,
        memory=size,
        rows=rows,
        rejected=rejected,
        work=work,
        since=days[0],
        until=days[1],
        under=_under(library, shipped, positions),
    )
    color = color_wanted(output)
    read = (log, *(file for table in linked.tables.values() for file in table.files))
    _check_not_read({"--rows": rows, "--rejected": rejected, "--output": output}, read)
    try:
        with in_order(lambda: _kept(work)):
            if explain is not None:
                text, code = _explained(linked, decider, options, (unit, explain), format_, fail_on, color)
                write(text, output, read)
            else:
                code = _audited(linked, decider, options, law, (format_, output, color), fail_on)
    except AuditError as error:
        sys.stderr.write(f"error: {error}\n")
        raise typer.Exit(INPUT_ERROR) from error
    raise typer.Exit(code)


def _audited(
    log: LinkedLog,
    decider: Decider,
    options: "Options",
    law: Library,
    shown: tuple[Format, Path | None, bool],
    fail_on: FailOn,
) -> int:
    """Write the report of an audit; the exit code. Raises AuditError."""
    from compliance.audit.disk import write_whole
    from compliance.audit.machine import spare_pandas
    from compliance.audit.run import audit as audit_log
    from compliance.model.audit import AuditReport
    from compliance.report.audit import render

    format_, output, color = shown

    def to_file(report: AuditReport) -> None:
        """Before what was finished is removed: the disk may be full."""
        if output is None:
            return
        text = render(format_.value, report, law)
        if output.exists() and not output.is_file():  # a device or a pipe
            write(text, output)
        else:
            write_whole(output, lambda file: file.write(text.encode()), "--output")

    if options.engine == "duckdb":
        spare_pandas()
    with rows_done("Auditing") as done:
        report = audit_log(log, decider, options, done, to_file)
    if output is None:
        write(render(format_.value, report, law, color=color), None)
    return exit_code(report, fail_on.value)


def _under(library: Sequence[Path] | None, shipped: bool, positions: str | None) -> tuple[str, ...]:
    """The options that choose the law, as they were given."""
    return (
        *(part for folder in library or () for part in ("--library", str(folder))),
        *(() if shipped else ("--no-shipped",)),
        *(("--positions", positions) if positions is not None else ()),
    )


def _kept(work: Path) -> str:
    if work.is_dir():
        return f"what is finished is kept in {work}; the same command again goes on from there"
    return "nothing was finished yet"


def _explained(
    log: LinkedLog,
    decider: Decider,
    options: "Options",
    row: tuple[Unit, str],
    format_: Format,
    fail_on: FailOn,
    color: bool,
) -> tuple[str, int]:
    """The ordinary report on one row, and the exit code of a check. Raises AuditError."""
    from compliance.analysis.check import Question, receipt
    from compliance.analysis.verdict import exit_code as check_code
    from compliance.audit.explain import row as explained
    from compliance.model.finding import Report
    from compliance.report import render

    unit, name = row
    practice = explained(log, decider, options, unit.value, name)
    digests = {**decider.library.files, log.file: log.digest}
    report = Report((practice,), receipt(decider, digests, Question()))
    text = render(format_.value, report, decider.library, color=color, explain=True)
    return text, check_code(report, fail_on.value)


def _make_up(folder: Path, queries: int, seed: int, kind: Kind) -> None:
    from compliance.audit.synthesize import synthesize

    if folder.exists() and not folder.is_dir():
        raise typer.BadParameter(f"'{folder}' is not a folder", param_hint="--synthesize")
    try:
        with rows_done("Making up") as done:
            path = synthesize(folder, queries, seed, kind.value, lambda rows: done(rows, queries))
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or error
        raise typer.BadParameter(
            f"no log could be made up in '{folder}': {told}", param_hint="--synthesize"
        ) from error
    typer.echo(f"{queries:,} queries made up; audit them with: compliance audit {path}")


# --- what is asked for -------------------------------------------------------------------------------------


def _check_packages() -> None:
    if any(find_spec(name) is None for name in PACKAGES):
        sys.stderr.write("error: audits need more packages: pip install 'policy-compliance[audit]'\n")
        raise typer.Exit(INPUT_ERROR)


def _bytes(size: str) -> int:
    """A size such as 1GB or 512 MiB in bytes."""
    found = _SIZE.fullmatch(size.strip())
    amount = 0.0 if found is None else float(found[1])
    if found is None or not amount:
        raise typer.BadParameter(
            f"'{size}' is no size of memory; write it as 1GB or 512MB", param_hint="--memory"
        )
    return int(amount * (1024 if found[3] else 1000) ** (1 + "KMGT".index(found[2].upper())))


def _days(since: datetime | None, until: datetime | None) -> tuple[date | None, date | None]:
    first, last = since.date() if since else None, until.date() if until else None
    if first is not None and last is not None and last < first:
        raise typer.BadParameter(f"the last day, {last}, is before the first, {first}", param_hint="--until")
    return first, last


def _check_files(written: dict[str, Path | None], log: Path) -> None:
    """Each file that is written has a name of its own, and rows a form that is known, before the work begins."""
    seen = {log.resolve(): "the log format"}
    for option, path in written.items():
        if path is None:
            continue
        if option != "--output" and path.suffix.lower() not in ROWS:
            raise typer.BadParameter(f"'{path}' has to end in .parquet or .csv", param_hint=option)
        if not path.resolve().parent.is_dir():
            raise typer.BadParameter(f"there is no folder '{path.parent}'; make it first", param_hint=option)
        if path.is_dir() or (option != "--output" and path.exists() and not path.is_file()):
            raise typer.BadParameter(f"'{path}' is no file; name another", param_hint=option)
        if path.resolve() in seen:
            raise typer.BadParameter(
                f"'{path}' is {seen[path.resolve()]} too; name another", param_hint=option
            )
        seen[path.resolve()] = f"what {option} names"


def _check_not_read(written: dict[str, Path | None], read: Iterable[Path]) -> None:
    """Nothing is written over what the audit reads."""
    files = {path.resolve() for path in read}
    for option, path in written.items():
        if path is not None and path.resolve() in files:
            raise typer.BadParameter(
                f"'{path}' is one of the files that are read, and would be lost; name another",
                param_hint=option,
            )
