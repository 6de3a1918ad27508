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

_BILL = """\
instrument: {name}
title: TITLE OF THE BILL
short: NUMBER OF THE BILL
cite: "FULL CITATION"
kind: bill
issuer: name-of-the-legislature
bill:
  stage: introduced
  as-of: 2026-01-01
  signed: 2027-01-01
  takes-effect: {{days: 0}}
source:
  seen: full
  checked: 2026-01-01
notes:
  - The day of signing is an assumption; nobody knows it.
provisions:
  "1":
    effect: prohibits
    gist: >-
      What the new section would say, in your own words.
    pin: § 1
  "2":
    effect: meta
    gist: >-
      What the clause would do to other law.
    pin: § 2
    not-encoded: The amendment is not written yet.
"""

_AMENDMENTS = """\
encodes: {name}
review:
  status: draft

terms:
  public-body:
    provision: "1"
    of: party
    ask: Is {{party}} a public body?
    means: {{party.level: state}}

# What the bill adds as law of its own.
rules:
  - rule: {slug}-1
    provision: "1"
    title: What the new section would say in a line
    binds: {{discloser: public-body}}
    applies: {{act: disclosure}}
    forbids: {{disclosure.stated-purpose: civil-immigration-enforcement}}

# What the bill changes in other law; take the signs out and adapt:
# amendments:
#   - amendment: what-it-does
#     clause: "2"
#     amend: INSTRUMENT#PROVISION
#     text: [{{strike: words that stand there, insert: words that replace them}}]
#     changes:
#       - rule: NAME-OF-A-RULE
#         forbids: {{act: disclosure}}
#   - amendment: what-else-it-does
#     clause: "2"
#     repeal: INSTRUMENT#PROVISION
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

_LOG = """\
log: {slug}
title: What the log records, and whose it is
time-zone: America/New_York

# Who plays each role in every row; '{{by: agency}}' is the agency in the row.
# parties:
#   record-keeper: NAME-OF-AN-ACTOR
#   user-agency: {{by: agency}}
# agencies:
#   CODE: NAME-OF-AN-ACTOR

tables:
  queries:
    files: {slug}.csv
    columns:
      id: NAME OF THE COLUMN
      time: {{column: NAME OF THE COLUMN, format: "%m/%d/%Y %H:%M:%S"}}
      user: NAME OF THE COLUMN
      # agency: NAME OF THE COLUMN
    # What is true of every row, and what a column shows by its codes:
    # facts:
    #   FACT: true
    #   FACT: {{column: NAME OF THE COLUMN, codes: {{CODE: value}}}}
  # reviews:
  #   files: reviews/*.parquet
  #   columns: {{query: NAME OF THE COLUMN, time: NAME OF THE COLUMN, reviewer: NAME OF THE COLUMN}}
  #   complete: {{from: 2026-01-01, to: 2026-12-31}}
"""

DRAFTS: Mapping[str, tuple[Callable[[str], str], str, str | None]] = {
    "instrument": (lambda name: f"policies/{name}.yaml", _INSTRUMENT, "instrument"),
    "rules": (lambda name: f"rules/{name}.yaml", _RULES, "rules"),
    "bill": (lambda name: f"policies/{name}.yaml", _BILL, "instrument"),
    "amendments": (lambda name: f"rules/{name}.yaml", _AMENDMENTS, "rules"),
    "practice": (lambda name: f"features/practices/{name}.yaml", _PRACTICE, "practice"),
    "vocabulary": (lambda name: f"rules/{name}/vocabulary.yaml", _VOCABULARY, "vocabulary"),
    "log": (lambda name: f"features/logs/{name}.log.yaml", _LOG, "log"),
    "feature": (lambda name: f"features/{name}.feature", _FEATURE, None),
}
"""By kind: where the file lies, its text, and the schema that editors complete it from."""


def draft(kind: str, name: str, schemas: str) -> tuple[str, str]:
    """(path below the library folder, text) of a first draft of a file; the schemas lie at `schemas`."""
    place, text, schema = DRAFTS[kind]
    path = place(name)
    head = "" if schema is None else first_line(schema, path, schemas)
    return path, head + text.format(name=name, slug=name.rpartition("/")[2].replace(".", "-"))
