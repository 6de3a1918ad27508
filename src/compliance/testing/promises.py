"""Feature files that would pass without proving anything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

_KEYWORDS = ("given", "when", "then", "and", "but", "scenario", "background", "examples")
_HINT = "a step begins with Given, When, Then, And or But, without a colon"


def empty_promises(path: Path) -> list[str]:
    """What is wrong with a feature file: no scenario, two of one name, no step, no Then, a misspelt step.

    Each as one line with file and line; empty where every scenario can fail.
    """
    from pytest_bdd.exceptions import GherkinParseError
    from pytest_bdd.gherkin_parser import get_gherkin_document

    try:
        feature = get_gherkin_document(str(path)).feature
    except KeyError:
        return [f"{path}:1: the feature has no scenario; write one, or delete the file"]
    except GherkinParseError as error:
        line = error.line_content.strip()
        return [f"{path}:{error.line}: {error.message}: '{line}'; {_instead(line) or _HINT}"]
    scenarios = list(_scenarios(feature))
    if not scenarios:
        return [f"{path}:1: the feature has no scenario; write one, or delete the file"]
    problems: list[str] = []
    lines: dict[str, int] = {}
    for scenario in scenarios:
        line = scenario.location.line
        where = f"{path}:{line}: the scenario '{scenario.name}'"
        if scenario.name in lines:
            problems.append(f"{where} has the name of the one on line {lines[scenario.name]}; rename one")
        lines.setdefault(scenario.name, line)
        problems += [f"{where} {problem}" for problem in _wrong(scenario)]
    return problems


def _scenarios(parent: Any) -> Iterator[Any]:
    """The scenarios of a feature, those below its rules included."""
    for child in parent.children if parent is not None else ():
        if child.scenario is not None:
            yield child.scenario
        elif getattr(child, "rule", None) is not None:
            yield from _scenarios(child.rule)


def _wrong(scenario: Any) -> Iterator[str]:
    if not scenario.steps:
        yield f"has no steps; {_HINT}"
    elif not any(step.keyword.strip() == "Then" for step in scenario.steps):
        yield "has no Then, so it can never fail; say what must be found"
    for line in map(str.strip, (scenario.description or "").splitlines()):
        if instead := _instead(line):
            yield f"has a line that is not a step: '{line}'; {instead}"


def _instead(line: str) -> str | None:
    """How a misspelt step is written; None for a line that is none."""
    word = line.partition(" ")[0].rstrip(":").lower()
    return (
        f"write '{word.capitalize()} …', with a capital letter and without a colon"
        if word in _KEYWORDS
        else None
    )
