"""`compliance mutate`: would our scenarios notice if the law were a little different?"""

import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, get_args

import typer

from compliance.cli.options import LibraryOption, OutputOption, ShippedOption
from compliance.cli.session import write
from compliance.model.diagnostic import Diagnostic
from compliance.model.mutant import Fate, Mutant, MutantOperator, MutationReport

if TYPE_CHECKING:
    from compliance.analysis.explained import Explained
    from compliance.model.library import Library
    from compliance.testing.features import Feature
    from compliance.testing.law import Deciders
    from compliance.testing.replay import Recording

HELP = "Change the law a little, in every way, and say which changes no scenario notices."
FAILED = 1
INPUT_ERROR = 2
FEATURES = Path("features")


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


def mutate(
    features: Annotated[
        list[Path] | None,
        typer.Argument(help="Feature files, and folders of them; 'features' by default.", show_default=False),
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    instrument: Annotated[
        list[str] | None,
        typer.Option("--instrument", help="Only mutants of this instrument; repeatable.", show_default=False),
    ] = None,
    rule: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            help="Only mutants of this rule and of what it rests on; repeatable.",
            show_default=False,
        ),
    ] = None,
    operators: Annotated[
        str | None,
        typer.Option(
            "--operators",
            help=f"Only these kinds of change, separated by commas: {', '.join(get_args(MutantOperator))}.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit", min=1, help="Try no more mutants than this, spread over all.", show_default=False
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs", "-j", min=1, help="How many processes work; one a core by default.", show_default=False
        ),
    ] = None,
    explained: Annotated[
        Path | None,
        typer.Option("--explained", help="A file that explains survivors one by one.", show_default=False),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under", min=0, max=100, help="Fail where the score is lower.", show_default=False
        ),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How the report is written.")
    ] = Format.text,
    output: OutputOption = None,
) -> None:
    """Try mutants of the law against scenarios."""
    from compliance.analysis.mutation import mutants
    from compliance.testing.replay import AT_HAND, second_engine

    added = tuple(library or ())
    found = _read(features or [FEATURES])
    base = second_engine(added, shipped)
    law = base(AT_HAND).library
    every = mutants(law)
    reasons = _explanations(explained, {one.id for one in every})
    chosen = _chosen(every, law, instrument or [], rule or [], _operators(operators))
    tried = _spread(chosen, limit)
    if not tried:
        _stop(
            "there is nothing to mutate: no rule, term or day of law is left; see --instrument, --rule, --operators"
        )
    recordings = _record(found, base)
    fates = _tried(tried, recordings, added, shipped, reasons, jobs)
    problems: tuple[Diagnostic, ...] = ()
    if reasons is not None:
        from compliance.analysis.explained import with_explanations

        fates, problems = with_explanations(fates, reasons)
    report = MutationReport(fates, len(recordings), ("evaluate",), len(chosen) - len(tried))
    write(_rendered(report, law, format_), output)
    _complain(problems)
    if problems:
        raise typer.Exit(INPUT_ERROR)
    raise typer.Exit(FAILED if fail_under is not None and report.score < fail_under else 0)


def _read(paths: Sequence[Path]) -> list["Feature"]:
    """The features. Stops where something is wrong with one, or where none can be read."""
    from compliance.testing.features import read_features
    from compliance.testing.of_law import of_law

    found, problems = read_features(list(paths))
    _complain(problems)
    if problems:
        raise typer.Exit(INPUT_ERROR)
    kept, left_out = of_law(found)
    if left_out:
        sys.stderr.write(f"{left_out} scenarios take bills to be law, and are left out\n")
    return kept


def _record(features: Sequence["Feature"], law: "Deciders") -> list["Recording"]:
    """The scenarios, all of which pass under the law as it stands. Stops where one does not."""
    from compliance.testing.replay import record_all

    with _progress("Scenarios", sum(len(feature.scenarios) for feature in features)) as done:
        recordings = record_all(features, law, done)
    if not recordings:
        _stop("no scenario was played")
    failures = [one.played.failure for one in recordings if one.played.failure is not None]
    for failure in failures:
        span, message = failure.span, failure.message.splitlines()[0]
        sys.stderr.write(f"{span.file}:{span.line}: {message}\n")
    if failures:
        sys.stderr.write(
            f"{len(failures)} of {len(recordings)} scenarios fail under the law as it stands; "
            "mend them first, since a scenario that fails kills nothing.\n"
        )
        raise typer.Exit(FAILED)
    return recordings


def _explanations(path: Path | None, known: Collection[str]) -> "Explained | None":
    if path is None:
        return None
    from compliance.analysis.explained import read_explained, unknown

    found, problems = read_explained(path)
    problems = problems if found is None else unknown(found, known)
    _complain(problems)
    if problems:
        raise typer.Exit(INPUT_ERROR)
    return found


def _operators(text: str | None) -> list[str]:
    return [] if text is None else [name.strip() for name in text.split(",") if name.strip()]


def _chosen(
    every: Sequence[Mutant],
    law: "Library",
    instruments: Sequence[str],
    rules: Sequence[str],
    operators: Sequence[str],
) -> list[Mutant]:
    """The mutants asked for. Raises BadParameter for a name that there is not."""
    from compliance.analysis.mutation import bears_on

    _check("--instrument", "instrument", instruments, law.instruments)
    _check("--rule", "rule", rules, law.rule_by_id)
    _check("--operators", "kind of change", operators, get_args(MutantOperator))
    return [
        one
        for one in every
        if (not instruments or one.instrument in instruments)
        and (not operators or one.operator in operators)
        and (not rules or any(bears_on(law, one, rule) for rule in rules))
    ]


def _check(option: str, what: str, names: Sequence[str], known: Collection[str]) -> None:
    from compliance.source.nearest import did_you_mean, listed

    for name in names:
        if name not in known:
            help_ = did_you_mean(name, known, "there are " + listed(known))
            raise typer.BadParameter(f"no {what} is called '{name}'; {help_}", param_hint=option)


def _spread(mutants: Sequence[Mutant], limit: int | None) -> list[Mutant]:
    """No more than `limit`, at even distances."""
    if limit is None or limit >= len(mutants):
        return list(mutants)
    return [mutants[place * len(mutants) // limit] for place in range(limit)]


def _tried(
    mutants: Sequence[Mutant],
    recordings: Sequence["Recording"],
    added: tuple[Path, ...],
    shipped: bool,
    reasons: "Explained | None",
    jobs: int | None,
) -> tuple[Fate, ...]:
    from compliance.testing.mutation import Bench, try_all

    bench = Bench(recordings, added, shipped, frozenset() if reasons is None else reasons.ids)
    with _progress("Mutants", len(mutants)) as done:
        return try_all(mutants, bench, jobs, done)


def _rendered(report: MutationReport, law: "Library", format_: Format) -> str:
    match format_:
        case Format.json:
            from compliance.report.mutation_json import render
        case Format.markdown:
            from compliance.report.mutation_markdown import render
        case Format.text:
            from compliance.report.mutation_text import render
    return render(report, law)


def _complain(problems: Sequence[Diagnostic]) -> None:
    from compliance.report.diagnostics import render

    sys.stderr.write(render(problems, color=sys.stderr.isatty() and "NO_COLOR" not in os.environ))


def _stop(message: str) -> NoReturn:
    sys.stderr.write(f"error: {message}\n")
    raise typer.Exit(INPUT_ERROR)


@contextmanager
def _progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Tells how many are done and how long it will take; without a thread, so that processes can be forked."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("", total=total)

        def done(count: int) -> None:
            progress.update(task, advance=count, refresh=True)

        yield done
