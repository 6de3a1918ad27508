"""Plays scenarios without pytest: for coverage, for mutants, and for `compliance test`."""

from collections.abc import Callable
from pathlib import Path

from compliance.engine.decide import Decider
from compliance.model.scenario import Failure, Line, Played, Scenario
from compliance.model.span import Span
from compliance.testing.proceeding import Law, Proceeding, decider_for
from compliance.testing.vocabulary import VOCABULARY


def play(scenario: Scenario, feature: Path, law: Callable[[Law], Decider] = decider_for) -> Played:
    """One scenario, step by step until one fails; `law` gives the deciders, so that others can be tried."""
    proceeding = Proceeding(feature, law)
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
    )


def step(proceeding: Proceeding, line: Line) -> Failure | None:
    """One step; what did not hold, or None."""
    matched = VOCABULARY.match(line.keyword, line.text)
    if matched is None:
        message = f"there is no such step; {VOCABULARY.nearest(line.keyword, line.text)}"
        return Failure(line, line.span, message)
    one, places = matched
    proceeding.line = line
    if line.keyword == "given":
        proceeding.changed(line)
    try:
        one.perform(proceeding, places, line.rows)
    except AssertionError as error:
        return Failure(line, line.span, str(error))
    return None


def leftover(proceeding: Proceeding) -> Failure | None:
    """What the scenario built and nothing looked at."""
    unused = proceeding.unused()
    if unused is None:
        return None
    number, message = unused
    file = proceeding.line.span.file if proceeding.line else str(proceeding.feature)
    return Failure(None, Span(file, number), message)
