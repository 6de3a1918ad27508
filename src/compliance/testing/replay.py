"""Scenarios recorded once and replayed against other law.

The other law has the same vocabulary, so that every practice is the same case, and only what it comes to is new.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from compliance.analysis.check import Question
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.library import Library
from compliance.model.scenario import Failure, Played, Scenario
from compliance.source.library import load_library
from compliance.testing.features import Feature
from compliance.testing.finding_steps import practice_flagged, practice_status
from compliance.testing.law import Deciders, Law
from compliance.testing.play import play_in, step
from compliance.testing.proceeding import Proceeding
from compliance.testing.vocabulary import VOCABULARY

AT_HAND: Law = ((), ())
"""The law at hand as it is: no scenario adds to it, and all positions are heard."""
WHOLE = frozenset(step.__name__ for step in (practice_status, practice_flagged))
"""Steps to which the finding on every rule may matter."""

Cases = dict[tuple[tuple[Path, ...], str], Case]
"""By the folders that a scenario adds and the text of its practice: the case."""


@dataclass(frozen=True, slots=True)
class Check:
    """A practice as a scenario had it checked."""

    case: Case
    law: Law
    question: Question
    day: date | None
    """The day whose period is looked at; None: the last."""
    period: tuple[date, date | None]
    """The first and the last day of that period."""
    line: int
    """How many lines of the scenario stand before it."""

    @property
    def spans(self) -> bool:
        """Whether it may fall into several periods."""
        return self.question.law_as_of is None and self.case.since != self.case.until


@dataclass(frozen=True, slots=True)
class Recording:
    """A scenario that was played, with the practices it had checked and the kinds of what it expects."""

    feature: Path
    played: Played
    checks: tuple[Check, ...]
    expects: frozenset[str]
    """The names of the functions of its steps after Then."""
    rules: frozenset[str]
    """The rules whose findings it looked at."""

    @property
    def scenario(self) -> Scenario:
        return self.played.scenario

    def is_about(self, instrument: str) -> bool:
        """Whether its feature file is called like an instrument."""
        return self.feature.with_suffix("").as_posix().endswith(instrument)


@cache
def second_engine(added: tuple[Path, ...] = (), shipped: bool = True) -> Deciders:
    """The law at hand as `law_at_hand` has it, decided by the second engine alone, which needs no compiling."""

    @cache
    def library(folders: tuple[Path, ...]) -> Library:
        return load_library((*added, *folders), shipped=shipped)

    @cache
    def decider(law: Law) -> Decider:
        folders, positions = law
        return Decider(library(folders), positions or None, inference=False)

    return decider


@dataclass
class _Recorder(Proceeding):
    cases: Cases = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    scenario: Scenario | None = None

    def case(self) -> Case:
        key = (self.folders, repr(self.data))
        if key not in self.cases:
            self.cases[key] = super().case()
        return self.cases[key]

    def check(self, day: date | None = None) -> None:
        super().check(day)
        question = Question(self.standard, self.law_as_of)
        lines = self.scenario.lines if self.scenario else ()
        line = next((i for i, one in enumerate(lines) if one is self.line), 0)
        assert self.period is not None
        period = (self.period.since, self.period.until)
        law = (self.folders, self.heard)
        self.checks.append(Check(self.case(), law, question, day, period, line))


def record_all(
    features: Iterable[Feature], law: Deciders, done: Callable[[int], None] = lambda count: None
) -> list[Recording]:
    """Every scenario of some features, in order; equal practices share one case. `done` is told of each."""
    cases: Cases = {}
    found: list[Recording] = []
    for feature in features:
        for scenario in feature.scenarios:
            found.append(record(scenario, feature.path, law, cases))
            done(1)
    return found


def record(scenario: Scenario, feature: Path, law: Deciders, cases: Cases) -> Recording:
    """One scenario; `cases` is what is known of practices, and grows."""
    recorder = _Recorder(feature, law, cases=cases, scenario=scenario)
    played = play_in(recorder, scenario)
    found = [VOCABULARY.match("then", line.text) for line in scenario.lines if line.keyword == "then"]
    expects = frozenset(matched[0].act.__name__ for matched in found if matched is not None)
    rules = frozenset(touch.rule for touch in played.touches)
    return Recording(feature, played, tuple(recorder.checks), expects, rules)


@dataclass
class _Replay(Proceeding):
    checks: list[Check] = field(default_factory=list)

    def case(self) -> Case:
        return self.checks[0].case

    def check(self, day: date | None = None) -> None:
        if self.report is not None:
            self.checks.pop(0)
        now = self.checks[0]
        self.folders, self.heard = now.law
        self.standard, self.law_as_of = now.question.standard, now.question.law_as_of
        super().check(day)


def replay(recording: Recording, law: Deciders) -> Failure | None:
    """The step that fails under other law, or None. What Given builds up is taken from the recording; that all of it
    is used was checked then."""
    about = None if recording.expects & WHOLE else recording.rules
    proceeding = _Replay(recording.feature, law, checks=list(recording.checks), about=about)
    for line in recording.scenario.lines:
        if line.keyword != "given":
            failure = step(proceeding, line)
            if failure is not None:
                return failure
    return None
