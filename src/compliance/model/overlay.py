"""A bill with every name in it resolved: what it adds to a library, and what it changes there."""

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.model.bill import Amendment, RuleChange, Verb
from compliance.model.library import LinkedException, LinkedFlag, LinkedReading, LinkedRule
from compliance.model.logic import Logic
from compliance.model.rule import Modality, Priority
from compliance.model.span import Place, Span


@dataclass(frozen=True, slots=True)
class LinkedChange:
    """What an amendment means for one rule; None where a part stays as it is."""

    rule: str
    written: RuleChange
    role: str | None
    bound: Logic | None
    scope: Logic | None
    core: Logic | None
    modality: Modality | None
    exceptions: tuple[LinkedException, ...]
    """Those it adds."""
    flags: tuple[LinkedFlag, ...]
    """Those it adds."""
    span: Span


@dataclass(frozen=True, slots=True)
class LinkedAmendment:
    """One amendment."""

    name: str
    bill: str
    clause: str
    """The provision of the bill that makes it."""
    verb: Verb
    instrument: str
    """The instrument that it changes."""
    target: str
    """The provision or the term; empty for the whole instrument."""
    written: Amendment
    changes: tuple[LinkedChange, ...]
    rules: tuple[LinkedRule, ...]
    """Those of a provision that it adds."""
    readings: Mapping[str, tuple[LinkedReading, ...]]
    """Term key, for each role that the term is used of, to the readings it is given."""
    place: Place
    texts: tuple[Place, ...]
    """Where each of the words that it strikes or inserts stands."""

    @property
    def address(self) -> str:
        """What it is about: INSTRUMENT, INSTRUMENT#PROVISION or INSTRUMENT#TERM."""
        return f"{self.instrument}#{self.target}" if self.target else self.instrument


@dataclass(frozen=True, slots=True)
class LinkedBill:
    """A bill."""

    instrument: str
    rules: tuple[LinkedRule, ...]
    """Its own, which are law once it is."""
    amendments: tuple[LinkedAmendment, ...]
    priorities: tuple[Priority, ...]
    related: tuple[tuple[str, str, Logic], ...]
    """(instrument, provision, condition) of its provisions without a rule that bear on practices all the same."""
    span: Span
