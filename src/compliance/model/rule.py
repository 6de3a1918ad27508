"""The parts of what an instrument means: terms with their readings, rules with their exceptions, and priorities."""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from compliance.model.base import Day, Frozen, Text
from compliance.model.condition import Condition
from compliance.model.interval import Intervals
from compliance.model.reference import Name, ProvisionRef, RowIds

Modality = Literal["prohibition", "obligation", "permission"]
FlagName = Literal[
    "preemption-risk", "claim-contradicted", "authority-unverified", "source-unverified", "draft-encoding"
]
ANYONE = "anyone"
"""The bearer of a rule that binds every party in the role."""


class Review(Frozen):
    """Who has read the encoding against the law."""

    status: Literal["draft", "reviewed"]
    by: Text | None = None
    on: Day | None = None


class Reading(Frozen):
    """One defensible meaning of a term."""

    means: Condition
    gloss: Text
    """The reading in a sentence."""
    authority: Text
    """What speaks for it; say so where nothing but argument does."""
    held_by: tuple[Name, ...] = ()
    """The positions that hold it; none for a reading that is only on record."""


class Term(Frozen):
    """A defined or open-textured word of one instrument."""

    provision: ProvisionRef
    ask: Text
    """The question the term poses."""
    words: Text | None = None
    """The words it stands for, as the provision has them."""
    of: Literal["party"] | None = None
    """A term about one party; its condition asks `party.ATTRIBUTE`."""
    means: Condition | None = None
    readings: dict[Name, Reading] = {}
    default: Name | None = None
    """The reading for positions that hold none of them."""
    judgment: StrictBool = False
    """Left to a person's judgment, which the practice records."""
    settled_by: tuple[Name, ...] = ()
    """Facts that would help to choose between the readings."""
    row: RowIds = ()
    """The interpretive question of the legal memorandum it answers to."""
    notes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum((self.means is not None, bool(self.readings), self.judgment)) != 1:
            raise PydanticCustomError(
                "term-kind", "a term has exactly one of 'means:', 'readings:' and 'judgment: true'"
            )
        if self.readings and len(self.readings) < 2:
            raise PydanticCustomError(
                "one-reading", "a single reading is a plain meaning; write 'means:' instead"
            )
        return self


class Exception_(Frozen):
    """What takes conduct out of a rule whose elements hold."""

    exception: Name
    provision: ProvisionRef
    title: Text | None = None
    when: Condition | None = None
    """Left out only where the provision is not encoded: then nobody can say whether it applies."""
    burden: Literal["actor"] | None = None
    """`actor`: unless the actor shows it, it does not excuse."""


class RuleFlag(Frozen):
    """A warning that rides on the rule's findings; it never changes a status."""

    flag: FlagName
    when: Condition | None = None
    provision: ProvisionRef | None = None
    because: Text


class Rule(Frozen):
    """One norm encoded from a provision."""

    rule: Name
    provision: ProvisionRef
    title: Text
    words: Text | None = None
    """The operative words, as the provision has them."""
    binds: Annotated[dict[Name, Name], Field(min_length=1, max_length=1)]
    """The role bound, and the term that makes a party in it bound (or `anyone`)."""
    applies: Condition
    forbids: Condition | None = None
    must: Condition | None = None
    permits: Condition | None = None
    unless: tuple[Exception_, ...] = ()
    flags: tuple[RuleFlag, ...] = ()
    in_force: Intervals | None = None
    row: RowIds = ()
    notes: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _one_modality(self) -> Self:
        if sum(c is not None for c in (self.forbids, self.must, self.permits)) != 1:
            raise PydanticCustomError(
                "one-modality", "a rule has exactly one of 'forbids:', 'must:' and 'permits:'"
            )
        return self

    @property
    def modality(self) -> Modality:
        if self.forbids is not None:
            return "prohibition"
        return "obligation" if self.must is not None else "permission"


class Priority(Frozen):
    """Which of two rules prevails where both speak, and why."""

    prevails: Name
    over: Name
    as_: Annotated[Literal["exception", "later", "higher"], Field(alias="as")]
    """lex specialis, lex posterior, lex superior."""
    provision: ProvisionRef
    because: Text
