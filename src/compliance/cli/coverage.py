"""`compliance coverage`: what do the scenarios exercise of the law?"""

import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, get_args

import typer

from compliance.cli.options import LibraryOption, OutputOption, ShippedOption
from compliance.cli.session import write
from compliance.model.coverage import MEASURES, Coverage, Measure
from compliance.model.diagnostic import InputError
from compliance.source.nearest import did_you_mean

HELP = """Play scenarios, and say what they exercise of the law and what none of them touches.

A rule is covered where a scenario that holds looks at a finding in which the rule applies. An exception: where a
scenario names it and finds it shown, or calls a finding excused that it alone excuses; where its provision is not
encoded, where a scenario finds it 'not encoded'. A reading of a term: where a finding that a scenario looks at rests
on it, or turns on the term; readings by which no position decides are listed and not counted. A provision: where
something encoded from it is covered, or a scenario cites it or names it as bearing on a practice; those not encoded
are listed with the reason and not counted. A scenario that fails covers nothing.

Exit: 0 all is well, 1 a scenario fails or too little is covered, 2 bad input, or nothing was played or could be
covered."""
FELL_SHORT = 1
INPUT_ERROR = 2


class Format(StrEnum):
    """How the coverage is written."""

    text = "text"
    json = "json"
    html = "html"
    markdown = "markdown"


def coverage(
    features: Annotated[
        list[Path] | None,
        typer.Argument(help="Feature files, or folders of them; 'features' by default.", show_default=False),
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    of: Annotated[
        str,
        typer.Option("--of", help="What to count, separated by commas.", envvar="COMPLIANCE_COVERAGE_OF"),
    ] = ",".join(MEASURES),
    instrument: Annotated[
        list[str] | None,
        typer.Option("--instrument", help="Only the law of this instrument; repeatable.", show_default=False),
    ] = None,
    fail_under: Annotated[
        float,
        typer.Option(
            min=0,
            max=100,
            help="Fail where less than so many percent of anything counted are covered.",
            envvar="COMPLIANCE_COVERAGE_FAIL_UNDER",
        ),
    ] = 0,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How the coverage is written.")
    ] = Format.text,
    output: OutputOption = None,
) -> None:
    """Play scenarios and report."""
    measures = _measures(of)
    if find_spec("gherkin") is None:
        sys.stderr.write("Reading scenarios needs one more package: pip install 'policy-compliance[test]'\n")
        raise typer.Exit(INPUT_ERROR)
    from compliance.analysis.coverage import coverage as cover
    from compliance.report.coverage import render
    from compliance.testing.features import read_features
    from compliance.testing.law import law_at_hand
    from compliance.testing.of_law import of_law
    from compliance.testing.play import play_all

    found, problems = read_features(features or [Path("features")])
    if problems:
        raise InputError(problems)
    found, left_out = of_law(found)
    if left_out:
        sys.stderr.write(f"{left_out} scenarios take bills to be law, and are left out\n")
    deciders = law_at_hand(tuple(folder.absolute() for folder in library or ()), shipped)
    law = deciders(((), ())).library
    chosen = _instruments(instrument or (), law.law)
    if sys.stderr.isatty():
        sys.stderr.write(f"Playing {sum(len(one.scenarios) for one in found)} scenarios …\n")
    result = cover(law, play_all(found, deciders), measures, chosen)
    write(render(format_.value, result, law), output, [one.path for one in found])
    raise typer.Exit(_verdict(result, fail_under))


def _measures(of: str) -> tuple[Measure, ...]:
    asked = [name.strip() for name in of.split(",") if name.strip()]
    for name in asked:
        if name not in MEASURES:
            help_ = did_you_mean(name, MEASURES, "there are " + ", ".join(MEASURES))
            raise typer.BadParameter(f"'{name}' cannot be counted; {help_}", param_hint="--of")
    if not asked:
        raise typer.BadParameter("name what to count: " + ", ".join(MEASURES), param_hint="--of")
    return tuple(measure for measure in get_args(Measure) if measure in asked)


def _instruments(asked: Sequence[str], known: Iterable[str]) -> Sequence[str]:
    names = list(known)
    for name in asked:
        if name not in names:
            help_ = did_you_mean(name, names, "'compliance explain' lists the instruments")
            raise typer.BadParameter(f"no instrument is called '{name}'; {help_}", param_hint="--instrument")
    return asked


def _verdict(result: Coverage, least: float) -> int:
    """The exit code; what is wrong goes to stderr."""
    from compliance.report.coverage.words import shortfall

    told = [
        f"{one.scenario.file}:{one.line}: the scenario fails: {one.scenario.title}" for one in result.failed
    ]
    told += [shortfall(total, least) for total in result.totals if not total.reaches(least)]
    code = FELL_SHORT if told else 0
    if not result.scenarios:
        told, code = ["no scenario was played, so that nothing is covered"], INPUT_ERROR
    elif not any(total.count for total in result.totals):
        told.append("there is nothing that could be covered: check --instrument and --of, or the library")
        code = INPUT_ERROR
    sys.stderr.write("".join(f"{line}\n" for line in told))
    return code
