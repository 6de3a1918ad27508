"""Which columns a table of practices has: the facts and judgments that rules rest on."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from compliance.model.library import Library
from compliance.model.logic import Compare, Logic, UseTerm, parts
from compliance.model.vocabulary import FactType

PRACTICE = "practice"
"""The column of the practice's name."""
DAY = "day"
"""The column of the day whose law applies."""

ColumnType = Literal["string", "date", "boolean", "double"]
_TYPES: dict[FactType, ColumnType] = {
    "yes-no": "boolean",
    "choice": "string",
    "number": "double",
    "day": "date",
    "set": "boolean",
}


@dataclass(frozen=True, slots=True)
class FactColumn:
    """A fact, or for a set whether it has one member; null is unknown."""

    name: str
    type: ColumnType
    fact: str
    member: str | None = None


@dataclass(frozen=True, slots=True)
class JudgmentColumn:
    """A decision on a term left to judgment; null where nobody has decided."""

    name: str
    key: str


@dataclass(frozen=True)
class Layout:
    """The columns of a table of practices, in order, behind `practice` and `day`."""

    facts: tuple[FactColumn, ...]
    judgments: tuple[JudgmentColumn, ...]

    @cached_property
    def types(self) -> dict[str, ColumnType]:
        """Every column with its type."""
        found: dict[str, ColumnType] = {PRACTICE: "string", DAY: "date"}
        found.update((column.name, column.type) for column in self.facts)
        found.update((column.name, "boolean") for column in self.judgments)
        return found

    @cached_property
    def name_of_fact(self) -> dict[tuple[str, str | None], str]:
        """(fact, member of a set or None) to the name of its column."""
        return {(column.fact, column.member): column.name for column in self.facts}

    @cached_property
    def name_of_judgment(self) -> dict[str, str]:
        """The key of a term left to judgment to the name of its column."""
        return {column.key: column.name for column in self.judgments}


def layout_of(*libraries: Library) -> Layout:
    """The columns for all that the rules of a library rest on, under every reading; of several, for all of them.

    `fact:NAME`, `fact:NAME:MEMBER` for a member of a set that some rule asks about, and `judged:KEY`.
    """
    facts: dict[tuple[str, str | None], FactColumn] = {}
    judgments: dict[str, JudgmentColumn] = {}
    for library in libraries:
        logics = [logic for rule in library.rules for logic in rule.conditions]
        for compare in comparisons(library, logics):
            member = str(compare.value) if compare.operator == "includes" else None
            name = f"fact:{compare.fact}" + (f":{member}" if member is not None else "")
            column = FactColumn(name, _TYPES[library.facts[compare.fact].type], compare.fact, member)
            facts.setdefault((compare.fact, member), column)
        for key in library.support(*logics).judgments:
            judgments.setdefault(key, JudgmentColumn(f"judged:{key}", key))
    return Layout(tuple(facts.values()), tuple(judgments.values()))


def comparisons(library: Library, logics: Iterable[Logic]) -> Iterable[Compare]:
    """Every comparison that conditions rest on, through every reading of their terms."""
    seen: set[str] = set()
    queue = list(logics)[::-1]
    while queue:
        match logic := queue.pop():
            case Compare():
                yield logic
            case UseTerm(key):
                if key not in seen:
                    seen.add(key)
                    queue.extend(reading.logic for reading in reversed(library.terms[key].readings))
            case _:
                queue.extend(reversed(parts(logic)))
