"""An instrument: an order, ruling, agreement, audit standard or statute, and its provisions."""

from typing import Annotated, Literal

from pydantic import Field

from compliance.model.base import Day, Frozen, Text
from compliance.model.condition import Condition
from compliance.model.interval import Between, Intervals
from compliance.model.reference import InstrumentId, Name, ProvisionId, ProvisionRef, RowIds

InstrumentKind = Literal[
    "constitution",
    "executive-order",
    "case",
    "agreement",
    "audit-standard",
    "statute",
    "regulation",
    "directive",
    "ordinance",
    "bill",
]

Effect = Literal["prohibits", "requires", "permits", "defines", "excepts", "voids", "meta"]
"""What a provision does; `meta` is about other law (precedence, continuation, scope of a holding)."""

Seen = Literal["full", "part", "secondary", "described", "known", "known-check-cite", "uncertain"]
"""How far the text was seen: `full` the words themselves, `part` an opening or extract, `secondary` a report of it,
`described` only a description of a document nobody has seen, `known` from knowledge without the text,
`known-check-cite` the same with the pin cite or wording to be checked, `uncertain` not to be leaned on."""


class Source(Frozen):
    """How far the text behind an encoding was seen, where, and when it was last checked."""

    seen: Seen
    at: tuple[Text, ...] = ()
    """Where it was seen."""
    checked: Day | None = None
    note: Text | None = None


class Difference(Frozen):
    """Something said about a provision that the provision does not say; the law stands, this is on record."""

    told_by: Text
    says: Text
    law: Text
    """What the provision says in fact."""
    effect: Text | None = None
    """What would come out wrong if the telling were encoded instead."""
    row: RowIds = ()


class Provision(Frozen):
    """A cited part of an instrument."""

    gist: Text
    """What it says, in our words."""
    effect: Effect
    pin: Text | None = None
    """How the pinpoint is cited, where that is not the key itself."""
    words: tuple[Text, ...] = ()
    """Short verbatim quotations of the operative words."""
    in_force: Intervals | None = None
    """Where it differs from the instrument's."""
    source: Source | None = None
    """Where it differs from the instrument's."""
    row: RowIds = ()
    """The rows of the legal memorandum it was encoded from."""
    not_encoded: Text | None = None
    """Why no rule stands for it; what depends on it is tainted."""
    bears_on: Condition | None = None
    """Practices to which a provision without a rule should be shown all the same."""
    notes: tuple[Text, ...] = ()
    differences: tuple[Difference, ...] = ()
    continues: tuple[InstrumentId, ...] = ()
    """Instruments that this provision keeps in force."""


class Execution(Frozen):
    """One signed copy of an agreement: with whom, when, and what is not known about it."""

    with_: Annotated[Name, Field(alias="with")]
    """The actor that signed."""
    signed: Day | Between | None = None
    not_known: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()


class Instrument(Frozen):
    """policies/P.yaml."""

    instrument: InstrumentId
    title: Text
    short: Text
    """How it is cited in a line: EO 170 (2017)."""
    cite: Text
    """The full citation."""
    kind: InstrumentKind
    issuer: Name
    number: Text | None = None
    made: Day | Between | None = None
    in_force: Intervals
    source: Source
    provisions: Annotated[dict[ProvisionId, Provision], Field(min_length=1)]
    executed: tuple[Execution, ...] = ()
    notes: tuple[Text, ...] = ()
    related: tuple[ProvisionRef, ...] = ()
