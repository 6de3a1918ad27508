"""First drafts of files: complete, valid, and marked where to fill in."""

from collections.abc import Callable, Mapping

from compliance.source.schema import first_line

_INSTRUMENT = """\
instrument: {name}
title: TITLE OF THE INSTRUMENT
short: SHORT CITATION
cite: "FULL CITATION"
kind: statute
issuer: name-of-the-issuer
made: 2026-01-01
in-force:
  from: 2026-01-01
source:
  seen: full
  checked: 2026-01-01
provisions:
  "1":
    effect: prohibits
    gist: >-
      What the provision says, in your own words.
    words:
      - its operative words, verbatim
"""

_RULES = """\
encodes: {name}
review:
  status: draft

terms:
  public-body:
    provision: "1"
    of: party
    ask: Is {{party}} a public body?
    means: {{party.level: state}}

rules:
  - rule: {slug}-1
    provision: "1"
    title: What the rule says in a line
    binds: {{discloser: public-body}}
    applies: {{act: disclosure}}
    forbids: {{disclosure.stated-purpose: civil-immigration-enforcement}}
"""

_PRACTICE = """\
practice: {slug}
title: What was done, in a line
parties:
  discloser:
    title: The body that acts
    is:
      level: state
on: 2026-01-01
facts:
  act: [disclosure]
  disclosure.stated-purpose: {{is: other-purpose, standing: alleged, source: report}}
evidence:
  report:
    title: Where it is reported
"""

_VOCABULARY = """\
vocabulary: {slug}

# Law that stands alone (--no-shipped) declares its own words; take the signs out and adapt:
# roles:
#   discloser: {{title: the body that gives the information, ask: Which body gives the information?}}
# attributes:
#   level: {{type: choice, ask: "Which level is {{party}}?", values: {{state: the state, local: a town or county}}}}

facts:
  # act: {{type: set, ask: What was done?, values: {{disclosure: information was given to another body}}}}
  {slug}.days:
    type: number
    unit: days
    ask: How many days did it take?
"""

_FEATURE = """\
Feature: {name}

  Scenario: What must be found
    Given the practice "NAME-OF-A-PRACTICE"
    When it is checked
    Then "NAME-OF-A-RULE" is violated
    And it cites "SHORT CITATION, 1"
"""

DRAFTS: Mapping[str, tuple[Callable[[str], str], str]] = {
    "instrument": (lambda name: f"policies/{name}.yaml", _INSTRUMENT),
    "rules": (lambda name: f"rules/{name}.yaml", _RULES),
    "practice": (lambda name: f"features/practices/{name}.yaml", _PRACTICE),
    "vocabulary": (lambda name: f"rules/{name}/vocabulary.yaml", _VOCABULARY),
    "feature": (lambda name: f"features/{name}.feature", _FEATURE),
}
"""By kind: where the file lies, and its text."""


def draft(kind: str, name: str, schemas: str) -> tuple[str, str]:
    """(path below the library folder, text) of a first draft of a file; the schemas lie at `schemas`."""
    place, text = DRAFTS[kind]
    path = place(name)
    head = "" if kind == "feature" else first_line(kind, path, schemas)
    return path, head + text.format(name=name, slug=name.rpartition("/")[2].replace(".", "-"))
