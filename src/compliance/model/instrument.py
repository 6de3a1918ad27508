"""An instrument: an order, ruling, agreement, audit standard or statute, and its provisions."""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

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

BillStage = Literal[
    "example",
    "proposed",
    "introduced",
    "in-committee",
    "passed-one-house",
    "passed-both-houses",
    "signed",
    "vetoed",
    "died",
]
"""How far a bill has come; `example` is one that nobody has introduced, `proposed` one that was announced."""

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


class TakesEffect(Frozen):
    """When a bill, or a clause of it, would take effect: some days after it is signed, or on a day that it names."""

    days: Annotated[StrictInt, Field(ge=0)] | None = None
    on: Day | None = None
    existing_conduct: Annotated[StrictInt, Field(ge=0)] = 0
    """Transition: so many days later for conduct that had begun before."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.days is None) == (self.on is None):
            raise PydanticCustomError(
                "takes-effect",
                "a bill takes effect some 'days:' after it is signed, or 'on:' a day; write one",
            )
        return self


class Sunset(Frozen):
    """When what a bill does ends by itself; its last day."""

    years: Annotated[StrictInt, Field(gt=0)] | None = None
    """So many years after it took effect."""
    on: Day | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.years is None) == (self.on is None):
            raise PydanticCustomError(
                "sunset", "a sunset is 'years:' after taking effect, or 'on:' a day; write one"
            )
        return self


class BillTerms(Frozen):
    """What makes an instrument a bill: how far it has come, and when it would be law."""

    stage: BillStage
    as_of: Day | None = None
    """The day on which it stood there."""
    signed: Day | None = None
    """The day of signing that is assumed; nobody knows it before."""
    takes_effect: TakesEffect = TakesEffect(days=0)
    sunset: Sunset | None = None
    builds_on: tuple[InstrumentId, ...] = ()
    """Bills that have to be law first."""
    transition: Text | None = None
    """What it says, or leaves open, about conduct that began before."""


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
    takes_effect: TakesEffect | None = None
    """Of a bill's clause, where it differs from the bill's."""


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
    in_force: Intervals = ()
    """When it is law; a bill has none until it is."""
    bill: BillTerms | None = None
    source: Source
    provisions: Annotated[dict[ProvisionId, Provision], Field(min_length=1)]
    executed: tuple[Execution, ...] = ()
    notes: tuple[Text, ...] = ()
    related: tuple[ProvisionRef, ...] = ()

    @model_validator(mode="after")
    def _law_or_bill(self) -> Self:
        if (self.kind == "bill") != (self.bill is not None):
            raise PydanticCustomError(
                "bill-terms", "an instrument of the kind 'bill' has 'bill:', and no other has"
            )
        if self.bill is None and not self.in_force:
            raise PydanticCustomError("law-or-bill", "this does not say when it is law")
        if self.bill is not None and self.in_force:
            raise PydanticCustomError("law-or-bill", "a bill is not in force; 'bill:' says when it would be")
        return self
