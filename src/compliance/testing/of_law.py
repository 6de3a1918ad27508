"""Scenarios about the law as it is, apart from those that take bills to be law."""

from collections.abc import Iterable
from dataclasses import replace

from compliance.model.scenario import Scenario
from compliance.testing.features import Feature
from compliance.testing.practice_steps import bill
from compliance.testing.vocabulary import VOCABULARY


def of_law(features: Iterable[Feature]) -> tuple[list[Feature], int]:
    """(features with their scenarios about the law as it is, how many others were left out).

    What a scenario finds under a bill says nothing about the law, so that it neither covers nor tests any of it.
    """
    kept: list[Feature] = []
    left = 0
    for feature in features:
        scenarios = tuple(one for one in feature.scenarios if not takes_a_bill(one))
        left += len(feature.scenarios) - len(scenarios)
        if scenarios:
            kept.append(replace(feature, scenarios=scenarios))
    return kept, left


def takes_a_bill(scenario: Scenario) -> bool:
    """Whether a step of it takes a bill to be law."""
    given = (line.text for line in scenario.lines if line.keyword == "given")
    matches = (VOCABULARY.match("given", text) for text in given if text.startswith("the bill"))
    return any(found is not None and found[0].act is bill for found in matches)
