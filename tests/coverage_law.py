"""A small law with everything that coverage counts, and scenarios over it, written as steps."""

from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

from tests.law_text import write_law

from compliance.analysis.coverage import coverage
from compliance.model.coverage import MEASURES, Coverage, Measure
from compliance.model.library import Library
from compliance.model.scenario import Played
from compliance.testing.features import read_features
from compliance.testing.law import Deciders, law_at_hand
from compliance.testing.play import play_all

POLICY = """
instrument: test/order/1
title: A test order
short: Order 1
cite: Order No. 1
kind: executive-order
issuer: tester
in-force:
  - {from: 2018-01-01, to: 2019-12-31}
  - {from: 2020-01-01, to: 2020-12-31, by: test/order/1#Y}
  - {from: 2021-01-01, by: test/order/1#Z}
source: {seen: full}
provisions:
  A: {effect: prohibits, gist: Do not share for a civil purpose., words: [not share for a civil purpose]}
  A.1: {effect: defines, gist: A purpose is civil or it is not., source: {seen: described}}
  B: {effect: requires, gist: Tell the person.}
  C: {effect: permits, gist: You may hold for an hour.}
  D: {effect: excepts, gist: A warrant excuses.}
  E: {effect: excepts, gist: Something unseen., not-encoded: the text was not seen}
  F: {effect: prohibits, gist: Do not hold for a day.}
  G: {effect: meta, gist: It bears on holding., bears-on: {act: hold}}
  H: {effect: meta, gist: Whereas.}
  I: {effect: meta, gist: F yields to C.}
  Y: {effect: meta, gist: It goes on for a year., continues: [test/order/1]}
  Z: {effect: meta, gist: It goes on., continues: [test/order/1]}
"""

RULES = """
terms:
  civil:
    provision: A.1
    ask: Is the purpose civil?
    words: civil purpose
    readings:
      stated: {means: {purpose: civil}, gloss: What is stated., authority: argument, held-by: [lenient]}
      any: {means: {any: [{purpose: {one-of: [civil, both]}}, long]}, gloss: Any part., authority: argument,
        held-by: [strict]}
      none: {means: {told: false}, gloss: Nothing., authority: argument}
  long:
    provision: A
    ask: Is it long?
    readings:
      day: {means: {hours: {at-least: 24}}, gloss: A day., authority: argument, held-by: [lenient]}
      week: {means: {hours: {at-least: 168}}, gloss: A week., authority: argument, held-by: [strict]}
  state:
    provision: B
    of: party
    ask: Is {party} a state body?
    means: {party.level: state}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids: civil
    unless:
      - {exception: warrant, provision: D, when: {warrant: true}}
      - {exception: told, provision: B, when: {told: true}, burden: actor}
      - {exception: unseen, provision: E, burden: actor}
  - rule: tell
    provision: B
    title: Tell the person
    binds: {actor: state}
    applies: {act: share}
    must: {told: true}
  - rule: hold
    provision: F
    title: No holding for a day
    binds: {actor: anyone}
    applies: {act: hold}
    forbids: {hours: {at-least: 24}}
  - rule: may
    provision: C
    title: Holding with a warrant
    binds: {actor: anyone}
    applies: {act: hold}
    permits: {warrant: true}
priorities:
  - {prevails: may, over: hold, as: exception, provision: I, because: a warrant carries}
"""

SHARING = (
    'Given the fact "act" is "[share]"',
    'And the fact "actor.level" is "local"',
    "And it happened on 2019-05-08",
)
HOLDING = ('Given the fact "act" is "[hold]"', "And it happened on 2019-05-08")


def fact(name: str, value: str) -> str:
    """A step that states a fact."""
    return f'And the fact "{name}" is "{value}"'


def sharing(*steps: str) -> tuple[str, ...]:
    """The steps of a scenario in which data are shared; the first steps are facts, those after it is checked follow
    the word Then."""
    return _checked(SHARING, steps)


def holding(*steps: str) -> tuple[str, ...]:
    """The same, in which somebody is held."""
    return _checked(HOLDING, steps)


def _checked(start: tuple[str, ...], steps: tuple[str, ...]) -> tuple[str, ...]:
    given = [step for step in steps if step.startswith("And ")]
    found = [step for step in steps if not step.startswith(("And ", "When "))]
    when = [step for step in steps if step.startswith("When ")] or ["When it is checked"]
    return (*start, *given, *when, *(f"Then {step}" for step in found))


def write_feature(folder: Path, *scenarios: Iterable[str], name: str = "small") -> Path:
    """A feature file with scenarios called One, Two, …"""
    numbers = (
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
    )
    lines = ["Feature: Small cases", ""]
    for number, steps in zip(numbers, scenarios, strict=False):
        lines += [f"  Scenario: {number}", *(f"    {step}" for step in steps), ""]
    path = folder / f"{name}.feature"
    path.write_text("\n".join(lines))
    return path


class Small:
    """The small law in a folder of its own; `rules` and `policy` may be other text."""

    def __init__(self, folder: Path, rules: str = RULES, policy: str = POLICY) -> None:
        self.folder = folder
        self.law = write_law(folder / "law", dedent(rules), policy=policy)
        self.deciders: Deciders = law_at_hand((self.law,), False)

    @property
    def library(self) -> Library:
        return self.deciders(((), ())).library

    def play(self, *scenarios: Iterable[str]) -> list[Played]:
        """What comes of scenarios, each a list of steps."""
        features, problems = read_features([write_feature(self.folder, *scenarios)])
        assert problems == ()
        return play_all(features, self.deciders)

    def cover(
        self, *scenarios: Iterable[str], of: tuple[Measure, ...] = MEASURES, instruments: Iterable[str] = ()
    ) -> Coverage:
        """What the scenarios exercise; all of them must hold."""
        played = self.play(*scenarios)
        assert [one.failure for one in played if one.failure] == []
        return coverage(self.library, played, of, instruments)
