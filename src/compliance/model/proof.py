"""What comes of a question about every practice there can be: proofs, and practices that show the contrary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from compliance.model.finding import Receipt

QuestionName = Literal["covers", "loophole", "conflicts", "gaps", "unreachable", "redundant", "worst"]
QUESTIONS: tuple[QuestionName, ...] = get_args(QuestionName)

Result = Literal["proved", "found", "not decided"]
"""It holds of every practice; a practice shows that it does not; neither is known, since the time was up or the law is
not encoded far enough."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the ordinary check finds of a rule on a witness."""

    rule: str
    citation: str
    status: str
    reason: str
    law: str = ""
    """Under which of two laws, where there are two."""
    place: int = 0
    """The number of that law, from 0."""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A fact of a witness with the other values that would do as well, each by itself."""

    fact: str
    ask: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """A practice that was made up to show something, and that the ordinary check bears out."""

    name: str
    practice: Mapping[str, Any]
    """As its file has it."""
    position: str
    facts: tuple[tuple[str, str], ...]
    """Questions with their answers, in words."""
    shown: tuple[Shown, ...]
    smallest: bool
    """Whether it is proved that no practice that states less would do."""
    otherwise: tuple[Otherwise, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: about a rule, a part of one, an act, or the law as a whole."""

    about: str
    """A rule, RULE#EXCEPTION, an act; empty for the law as a whole."""
    position: str
    result: Result
    says: str
    """In a sentence or two."""
    closes: str = ""
    """What would close a loophole."""
    rules: tuple[str, ...] = ()
    """Rules that the answer rests on."""
    witness: Witness | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and of what it was asked."""

    question: QuestionName
    law: tuple[str, ...]
    """The instruments it is about; none: all."""
    by: tuple[str, ...] = ()
    """For `covers`, the instruments that may cover them."""
    bills: tuple[str, ...] = ()
    """Those enacted in the law; for `covers` in the one that may cover the other."""
    before: tuple[str, ...] = ()
    """For `covers`, those enacted in the law that is to be covered."""
    harm: str = ""
    """Its title, or the condition as it was given."""
    signed: date | None = None
    """When the bills are taken to be signed, where they do not say so themselves."""
    day: date = date.min


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that came of a question."""

    asked: Asked
    answers: tuple[Answer, ...]
    receipt: Receipt
    notes: tuple[str, ...] = field(default=())

    @property
    def result(self) -> Result:
        """`found` where any answer is, else `not decided` where any is."""
        results = {answer.result for answer in self.answers}
        return "found" if "found" in results else "not decided" if "not decided" in results else "proved"
