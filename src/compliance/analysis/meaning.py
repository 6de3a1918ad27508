"""What conditions mean under a choice of readings, in a form in which many equal ones look equal.

Terms are written out, lists in lists of the same kind are joined, negations stand at comparisons, and what another
part already says is left out. All of this keeps the three-valued meaning. Two conditions with different forms may
still mean the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from compliance.engine.readings import Choice
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, UseTerm


@dataclass(frozen=True, slots=True)
class Literal:
    """A comparison, a judgment or what is not encoded, or the opposite of one."""

    of: Logic
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """Several of which all hold, or one at least; in no order and without repetition."""

    every: bool
    of: frozenset["Meaning"]


Meaning = Literal | Listed
ALWAYS, NEVER = Listed(True, frozenset()), Listed(False, frozenset())


@dataclass
class Meanings:
    """The meanings of conditions under one choice; each term is written out once."""

    choice: Choice
    _terms: dict[tuple[str, bool], Meaning] = field(default_factory=dict)

    def of(self, logic: Logic, holds: bool = True) -> Meaning:
        """The meaning of a condition, or of its opposite."""
        match logic:
            case NotOf(part):
                return self.of(part, not holds)
            case UseTerm(key):
                if (key, holds) not in self._terms:
                    self._terms[key, holds] = self.of(self.choice[key].logic, holds)
                return self._terms[key, holds]
            case AllOf(of) | AnyOf(of):
                every = isinstance(logic, AllOf) is holds
                return _listed(every, (self.of(part, holds) for part in of))
            case Compare(fact, "one-of", tuple((value,))):
                return Literal(Compare(fact, "is", value), holds)
            case Compare(fact, "one-of", tuple(values)):
                return Literal(Compare(fact, "one-of", tuple(sorted(values, key=repr))), holds)
            case _:
                return Literal(logic, holds)


def _listed(every: bool, of: Iterable[Meaning]) -> Meaning:
    found: set[Meaning] = set()
    for part in of:
        if isinstance(part, Listed) and part.every is every:
            found |= part.of
        elif part == (NEVER if every else ALWAYS):
            return part
        else:
            found.add(part)
    kept = frozenset(part for part in found if not _said_already(part, found))
    return next(iter(kept)) if len(kept) == 1 else Listed(every, kept)


def _said_already(part: Meaning, others: set[Meaning]) -> bool:
    """Whether another part settles it: beside `a` nobody needs `a or b`, nor `a or b or c` beside `a or b`."""
    if not isinstance(part, Listed):
        return False
    return any(
        other in part.of or (isinstance(other, Listed) and other.every is part.every and other.of < part.of)
        for other in others
        if other != part
    )
