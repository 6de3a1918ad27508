"""What an instrument means, as its file says it."""

from compliance.model.base import Frozen
from compliance.model.bill import Amendment
from compliance.model.reference import InstrumentId, Name
from compliance.model.rule import Priority, Review, Rule, Term


class RuleSet(Frozen):
    """rules/P.yaml."""

    encodes: InstrumentId
    review: Review
    terms: dict[Name, Term] = {}
    rules: tuple[Rule, ...] = ()
    priorities: tuple[Priority, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    """Of a bill: what it changes in other law."""
