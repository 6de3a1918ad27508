"""Feature files played to a report, without pytest."""

from collections.abc import Callable, Sequence
from pathlib import Path

from compliance import __version__
from compliance.model.scenario import PlayedFeature, Scenario, ScenarioReport
from compliance.source.files import display_name
from compliance.testing.features import Feature, read_features
from compliance.testing.law import Deciders
from compliance.testing.play import play

PROGRAM = f"policy-compliance {__version__}"


def read_sound_features(paths: Sequence[Path]) -> tuple[list[Feature], ScenarioReport]:
    """The features that can be played, and a report that has nothing but what is wrong with the others."""
    features, problems = read_features(list(paths))
    broken = {problem.span.file for problem in problems if problem.severity == "error"}
    sound = [feature for feature in features if display_name(feature.path) not in broken]
    return sound, ScenarioReport((), PROGRAM, problems)


def played(
    features: Sequence[Feature],
    law: Deciders,
    wanted: Callable[[Feature, Scenario], bool],
    done: Callable[[Scenario], None],
) -> tuple[PlayedFeature, ...]:
    """The wanted scenarios of each feature that has any, played; `done` is told of each."""
    found: list[PlayedFeature] = []
    for feature in features:
        scenarios = []
        for scenario in feature.scenarios:
            if wanted(feature, scenario):
                scenarios.append(play(scenario, feature.path, law))
                done(scenario)
        if scenarios:
            found.append(PlayedFeature(feature.title, display_name(feature.path), tuple(scenarios)))
    return tuple(found)
