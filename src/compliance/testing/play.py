"""Plays scenarios without pytest: for coverage, for mutants, and for `compliance test`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import InputError
from compliance.model.scenario import Failure, Line, Played, Scenario
from compliance.model.span import Span
from compliance.testing.features import Feature
from compliance.testing.law import Deciders, law_at_hand
from compliance.testing.proceeding import Proceeding
from compliance.testing.step import Step
from compliance.testing.unmet import told
from compliance.testing.unused import unused
from compliance.testing.vocabulary import VOCABULARY


def play_all(features: Iterable[Feature], law: Deciders | None = None) -> list[Played]:
    """Every scenario of some features, in order."""
    return [play(scenario, feature.path, law) for feature in features for scenario in feature.scenarios]


def play(scenario: Scenario, feature: Path, law: Deciders | None = None) -> Played:
    """One scenario, step by step until one fails; `law` is the law at hand, by default the shipped."""
    return play_in(Proceeding(feature, law or law_at_hand()), scenario)


def play_in(proceeding: Proceeding, scenario: Scenario) -> Played:
    """One scenario in a proceeding that has just begun."""
    failure: Failure | None = None
    for line in scenario.lines:
        failure = step(proceeding, line)
        if failure is not None:
            break
    else:
        failure = leftover(proceeding)
    return Played(
        scenario,
        failure,
        tuple(proceeding.touches),
        tuple(proceeding.practices),
        proceeding.whole,
        dict(proceeding.named),
    )


def step(proceeding: Proceeding, line: Line) -> Failure | None:
    """One step; what did not hold, or None."""
    matched = VOCABULARY.match(line.keyword, line.text)
    if matched is None:
        message = f"there is no step '{line.said}'; {VOCABULARY.nearest(line.keyword, line.text)}"
        return Failure(line, line.span, message)
    return perform(proceeding, *matched, line)


def perform(proceeding: Proceeding, step: Step, places: dict[str, Any], line: Line) -> Failure | None:
    """Do what a line says, which is a published step; what did not hold, or None."""
    proceeding.line = line
    try:
        step.perform(proceeding, places, line.rows)
    except AssertionError as error:
        return Failure(line, line.span, str(error))
    except InputError as error:
        return Failure(line, line.span, "\n".join(map(told, error.diagnostics)))
    if line.keyword == "given":
        proceeding.changed(line)
    return None


def leftover(proceeding: Proceeding) -> Failure | None:
    """What the scenario built and nothing looked at."""
    found = unused(proceeding)
    if found is None:
        return None
    number, message = found
    file = proceeding.line.span.file if proceeding.line else str(proceeding.feature)
    return Failure(None, Span(file, number), message)
