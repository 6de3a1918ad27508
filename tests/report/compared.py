"""A small law compared with two bills: one that amends its words and its terms, and one with rules of its own."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.bill_text import RULES, write_bill
from tests.bills.comparing import BOTH, CIVIL, CRIME, EXCUSED, HOLD, draft, practice
from tests.law_text import write_law

from compliance.bills.compare import compare
from compliance.engine.decide import Decider
from compliance.model.compared import Comparison
from compliance.source.library import load_library

WIDER = """
- amendment: any-purpose
  clause: "1"
  redefine: test/order/1#civil
  term: {provision: A, ask: Is data shared for any purpose?, means: {act: share}}
- amendment: words
  clause: "1"
  amend: test/order/1#A
  not-encoded: The new meaning of the term says it.
  text: [{strike: a civil, insert: any}]
- amendment: d-falls
  clause: "3"
  repeal: test/order/1#D
"""
OWN = """
terms:
  sharing:
    provision: "2"
    words: sharing
    ask: Is data shared?
    means: {act: share}
rules:
  - rule: share-duty
    provision: "2"
    title: Whoever shares tells the person
    binds: {actor: anyone}
    applies: sharing
    must: {told: true}
    flags: [{flag: preemption-risk, because: Federal law may prevail.}]
  - rule: share-permit
    provision: "1"
    title: Sharing is allowed
    binds: {actor: anyone}
    applies: sharing
    permits: {act: share}
"""


@cache
def small() -> Comparison:
    """Five practices under both bills, and under both together."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.chdir(name)
        folder = Path("law")
        write_law(folder, RULES)
        write_bill(
            folder,
            WIDER,
            bill="as-of: 2029-05-08\ntransition: Nothing is said about conduct that began before.",
        )
        terms = "takes-effect: {days: 10, existing-conduct: 20}\nsunset: {years: 3}"
        write_bill(folder, rules=OWN, name="test/bill/2", bill=terms)
        library = load_library([folder], shipped=False)
        cases = [
            practice(library, "civil", CIVIL, on="2019-05-08"),
            practice(library, "both", BOTH, during={"from": "2019-05-08"}),
            practice(
                library, "crime", {**CRIME, "told": True}, during={"from": "2030-01-05", "to": "2030-06-01"}
            ),
            practice(library, "excused", EXCUSED),
            practice(library, "hold", HOLD),
        ]
        drafts = [
            draft(library, "test/bill/1"),
            draft(library, "test/bill/2"),
            draft(library, "test/bill/1", "test/bill/2"),
        ]
        return compare(cases, Decider(library), drafts)
