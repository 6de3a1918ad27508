"""A small law, bills that amend it, and practices that are compared under them."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.bill_text import RULES, write_bill
from tests.law_text import write_law

from compliance.analysis.enacted import EnactedLaw
from compliance.bills.compare import compare
from compliance.bills.law import DraftLaw
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.compared import Change, Column, Comparison
from compliance.model.library import Library
from compliance.source.from_data import practice_from
from compliance.source.library import load_library

BILL = "test/bill/1"
DAY = date(2030, 1, 1)
"""The day on which bills are signed and, where they say nothing else, take effect."""
CIVIL: dict[str, Any] = {"act": ["share"], "purpose": "civil", "warrant": False}
BOTH: dict[str, Any] = {"act": ["share"], "purpose": "both", "warrant": False}
CRIME: dict[str, Any] = {"act": ["share"], "purpose": "crime", "warrant": False}
EXCUSED: dict[str, Any] = {"act": ["share"], "purpose": "civil", "warrant": True}
HOLD: dict[str, Any] = {"act": ["hold"], "told": True}

NO_WARRANT = """{amendment: no-warrant, clause: "1", amend: test/order/1#A,
  changes: [{rule: ban, drops-exceptions: [warrant]}]}"""
REPEAL_WARRANT = '{amendment: d-falls, clause: "3", repeal: test/order/1#D}'
ANY_PURPOSE = """{amendment: any-purpose, clause: "1", redefine: test/order/1#civil,
  term: {provision: A, ask: Is data shared?, means: {act: share}}}"""


def practice(library: Library, name: str = "p", facts: dict[str, Any] | None = None, **when: Any) -> Case:
    """A practice of a body, on a day in 2031 unless `on` or `during` says otherwise."""
    data = {
        "practice": name,
        "title": f"Practice {name}",
        "parties": {"actor": {"title": "The body"}},
        "facts": facts or {},
        **(when or {"on": "2031-05-08"}),
    }
    return practice_from(data, f"{name}.yaml", library)


def law(folder: Path, *amendments: str, bill: str = "", rules: str = "") -> Library:
    """Order 1, and a bill that amends it."""
    write_law(folder, RULES)
    listed = "[" + ",\n".join(amendments) + "]" if amendments else ""
    write_bill(folder, listed, bill=bill, rules=rules)
    return load_library([folder], shipped=False)


def draft(library: Library, *bills: str, signed: date | None = None) -> DraftLaw:
    """Bills enacted together."""
    return DraftLaw(EnactedLaw(library, bills or (BILL,), signed), signed)


def compared(library: Library, *cases: Case, day: date | None = None) -> Comparison:
    """Practices under the law and the bill."""
    return compare(cases, Decider(library), [draft(library)], day=day)


def column(library: Library, facts: dict[str, Any], **when: Any) -> Column:
    """One practice under the bill."""
    return compared(library, practice(library, facts=facts, **when)).practices[0].columns[0]


def change(library: Library, facts: dict[str, Any], **when: Any) -> Change:
    """The one change that the bill makes to a practice."""
    (only,) = column(library, facts, **when).changes
    return only
