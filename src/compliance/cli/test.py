"""`compliance test`: do the scenarios about the law still hold?"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.options import (
    LibraryOption,
    OutputOption,
    PositionsOption,
    ShippedOption,
    TodayOption,
    WaiversOption,
)
from compliance.cli.session import (
    chosen_positions,
    color_wanted,
    complain,
    file_links,
    progress,
    waivers_for,
    warn_if_alone,
    write,
)
from compliance.model.diagnostic import Diagnostic
from compliance.model.scenario import Scenario
from compliance.model.span import Span
from compliance.source.nearest import did_you_mean, listed

if TYPE_CHECKING:
    from compliance.engine.decide import Decider
    from compliance.testing.features import Feature
    from compliance.testing.law import Law

HELP = "Play the scenarios of feature files, and say which of them fail, at which step, and what was found instead."
FAILED = 1
INPUT_ERROR = 2


class Format(StrEnum):
    """How the outcome is written."""

    text = "text"
    json = "json"
    junit = "junit"
    sarif = "sarif"
    github = "github"
    markdown = "markdown"
    summary = "summary"


def test(
    paths: Annotated[
        list[Path], typer.Argument(help="Feature files, or folders with everything below them.")
    ],
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
    format_: Annotated[
        Format,
        typer.Option("--format", "-f", help="How the outcome is written.", envvar="COMPLIANCE_FORMAT"),
    ] = Format.text,
    output: OutputOption = None,
    words: Annotated[
        str | None,
        typer.Option(
            "-k",
            metavar="WORDS",
            help="Play only scenarios that have all of these words in their name, feature, file or tags.",
        ),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", help="Play only scenarios with this tag; repeatable.")
    ] = None,
    waivers: WaiversOption = None,
    today: TodayOption = None,
) -> None:
    """Play, tell, and exit: 0 all hold, 1 one fails, 2 bad input or nothing was played."""
    if find_spec("gherkin") is None:
        sys.stderr.write(
            "compliance test reads Gherkin, which needs one more package: pip install 'policy-compliance[test]'\n"
        )
        raise typer.Exit(INPUT_ERROR)
    from compliance.testing.law import law_at_hand
    from compliance.testing.run import played, read_sound_features

    law = law_at_hand(tuple(library or ()), shipped)
    decider = law(((), ()))
    warn_if_alone(decider)
    chosen = chosen_positions(decider.library, positions) or ()

    def at_hand(wanted: "Law") -> "Decider":
        folders, heard = wanted
        return law((folders, heard or chosen))

    tags = frozenset(name.removeprefix("@") for name in tag or ())
    parts = (words or "").lower().split()

    def wanted(feature: "Feature", scenario: Scenario) -> bool:
        said = " ".join((str(feature.path), feature.title, scenario.title, *scenario.tags)).lower()
        return (not tags or not tags.isdisjoint(scenario.tags)) and all(part in said for part in parts)

    features, report = read_sound_features(paths)
    waiving, wrong = waivers_for(waivers, today)
    errors = [*report.errors, *wrong]
    with progress("Playing", sum(len(one.scenarios) for one in features)) as done:
        report = replace(report, features=played(features, at_hand, wanted, done))
    if not report.features and not report.errors:
        errors.append(_nothing(paths, features, parts, tags))
    report = replace(report, errors=tuple(sorted(errors, key=lambda problem: problem.sort_key)))
    if waiving is not None:
        from compliance.analysis.waive import waive_scenarios

        part = bool(parts or tags) or not any(path.is_dir() for path in paths)
        report = waive_scenarios(report, waiving, "none" if chosen else "seen" if part else "all")
    if format_ is not Format.text or output is not None:
        complain(report.errors)
    from compliance.report import render_scenarios

    text = render_scenarios(format_.value, report, color=color_wanted(output), links=file_links())
    write(text, output, [one.path for one in features])
    raise typer.Exit(INPUT_ERROR if report.errors else FAILED if report.count("failed") else 0)


def _nothing(
    paths: Sequence[Path], features: Sequence["Feature"], words: Sequence[str], tags: frozenset[str]
) -> Diagnostic:
    """The complaint that nothing was played."""
    known = {tag for feature in features for one in feature.scenarios for tag in one.tags}
    unknown = sorted(tags - known)
    place = Span(", ".join(str(path) for path in paths))
    if unknown:
        help_ = did_you_mean(unknown[0], known, "the tags are " + listed(sorted(known)))
        return Diagnostic("no-scenario", f"no scenario has the tag '{unknown[0]}'", place, help_)
    message = f"no scenario has all of these: {', '.join((*words, *sorted(tags)))}"
    return Diagnostic("no-scenario", message, place, "take some of them out")
