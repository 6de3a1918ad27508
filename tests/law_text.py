"""Small laws for tests, written as the text of their files."""

from pathlib import Path
from textwrap import dedent

from compliance.analysis.check import Question, check_case
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.finding import Finding, PracticeReport
from compliance.model.library import Library
from compliance.source.from_data import practice_from
from compliance.source.library import load_library

VOCABULARY = """
vocabulary: test
positions:
  strict: {title: The strict side}
  lenient: {title: The lenient side}
roles:
  actor: {title: the body that acts, ask: Who acts?}
attributes:
  level: {type: choice, ask: "Which level is {party}?", values: {state: a state, local: a town}}
facts:
  act: {type: set, ask: What was done?, values: {share: data were shared, hold: somebody was held}}
  purpose: {type: choice, ask: What for?, values: {civil: a civil purpose, crime: a crime, both: both of them}}
  hours: {type: number, unit: hours, ask: How many hours?}
  warrant: {type: yes-no, ask: Was there a warrant?}
  told: {type: yes-no, ask: Was the person told?}
  signed: {type: day, ask: When was it signed?}
"""

POLICY = """
instrument: test/order/1
title: A test order
short: Order 1
cite: Order No. 1
kind: executive-order
issuer: tester
made: 2018-01-01
in-force: {from: 2018-01-01}
source: {seen: full}
provisions:
  A: {effect: prohibits, gist: Do not share for a civil purpose., words: [not share for a civil purpose]}
  B: {effect: requires, gist: Tell the person.}
  C: {effect: permits, gist: You may share.}
  D: {effect: excepts, gist: A warrant excuses.}
  E: {effect: excepts, gist: Something unseen., not-encoded: the text was not seen}
"""

BAN = """
terms:
  civil:
    provision: A
    ask: Is the purpose civil?
    readings:
      stated: {means: {purpose: civil}, gloss: What is stated., authority: argument, held-by: [lenient]}
      any: {means: {purpose: {one-of: [civil, both]}}, gloss: Any part., authority: argument, held-by: [strict]}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: anyone}
    applies: {act: share}
    forbids: civil
    unless:
      - {exception: warrant, provision: D, when: {warrant: true}}
"""
"""A ban with a term that the sides read differently, and an exception."""


def write_law(folder: Path, rules: str, *, policy: str = POLICY, vocabulary: str = VOCABULARY) -> Path:
    """A library folder with one instrument; `rules` is the text below `encodes:` and `review:`."""
    (folder / "policies/test/order").mkdir(parents=True)
    (folder / "rules/test/order").mkdir(parents=True)
    (folder / "policies/test/order/1.yaml").write_text(dedent(policy))
    (folder / "rules/vocabulary.yaml").write_text(dedent(vocabulary))
    head = "encodes: test/order/1\nreview: {status: reviewed}\n"
    (folder / "rules/test/order/1.yaml").write_text(head + dedent(rules))
    return folder


def law(folder: Path, rules: str, *, policy: str = POLICY, vocabulary: str = VOCABULARY) -> Library:
    """The same, loaded by itself."""
    return load_library([write_law(folder, rules, policy=policy, vocabulary=vocabulary)], shipped=False)


def case(library: Library, on: str = "2019-05-08", **data: object) -> Case:
    """A practice of a state body; `facts` and other keys as its file would have them."""
    body = {"title": "A body", "is": {"level": "state"}}
    start = {"practice": "p", "title": "A practice", "parties": {"actor": body}}
    dated = {} if "during" in data else {"on": on}
    return practice_from({**start, **dated, **data}, "p.yaml", library)


def report(library: Library, practice: Case, question: Question = Question()) -> PracticeReport:
    """What both engines find."""
    return check_case(practice, Decider(library), question)


def finding(library: Library, practice: Case, rule: str, question: Question = Question()) -> Finding:
    """One rule's finding in the last period."""
    return next(f for f in report(library, practice, question).timeline[-1].findings if f.rule == rule)
