"""Practices that were drawn: as a table for the columns engine, and each as a case or as a practice file's data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from compliance.columns.layout import Layout
from compliance.columns.table import table
from compliance.model.case import Case, Judged, Known, Members
from compliance.model.library import Library
from compliance.model.logic import Value
from compliance.model.vocabulary import Fact

FILE = "population"
"""What stands for the file of a practice that is in none."""
NOTE = "Drawn at random from the vocabulary. It describes nothing that is known to have happened."


@dataclass(frozen=True, slots=True)
class Party:
    """Who plays a role: an actor of the library, or a body that was made up with the attributes that are known."""

    title: str
    actor: str | None
    attributes: Mapping[str, Known]
    """By attribute, for a body that was made up."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One practice of a population, on no day yet."""

    title: str
    facts: Mapping[str, Known]
    """Every fact that is known, those of the parties included; a set may be known in part."""
    judgments: Mapping[str, Judged]
    parties: Mapping[str, Party]


@dataclass(frozen=True)
class Population:
    """Practices drawn for a seed. A row is the number of a practice, from 0."""

    seed: int
    unknown: float
    """How often a fact was left unknown."""
    rows: tuple[Drawn, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def id(self, row: int) -> str:
        """The name of a practice, which says how it can be drawn again."""
        return f"drawn-{self.seed}-{row + 1}"

    def case(self, row: int, day: date) -> Case:
        """A practice as one that happened on a day, to check and to explain."""
        drawn = self.rows[row]
        return Case(
            self.id(row),
            drawn.title,
            FILE,
            day,
            day,
            drawn.facts,
            drawn.judgments,
            {role: party.title for role, party in drawn.parties.items()},
            {role: party.actor or party.title for role, party in drawn.parties.items()},
            notes=(NOTE,),
        )

    def table(self, layout: Layout, day: date) -> Any:
        """All practices as a pyarrow.Table, on one day of law; null is unknown."""
        return table(((self.case(row, day), day) for row in range(len(self))), layout)

    def data(self, row: int, day: date, library: Library) -> dict[str, Any]:
        """A practice with the keys of a practice file that this library reads; dates as text."""
        drawn = self.rows[row]
        brought = {f"{role}.{attribute}" for role in drawn.parties for attribute in library.attributes}
        data: dict[str, Any] = {
            "practice": self.id(row),
            "title": drawn.title,
            "on": day.isoformat(),
            "parties": {role: _party(party, library) for role, party in drawn.parties.items()},
            "facts": {
                name: _written(known.value, library.facts[name])
                for name, known in drawn.facts.items()
                if name in library.facts and name not in brought
            },
            "judgments": [
                _judgment(key, judged) for key, judged in drawn.judgments.items() if key in library.terms
            ],
            "notes": [NOTE],
        }
        return {key: value for key, value in data.items() if value}


def _party(party: Party, library: Library) -> Any:
    if party.actor is not None:
        return party.actor
    attributes = party.attributes.items()
    return {
        "title": party.title,
        "is": {name: _written(known.value, library.attributes[name]) for name, known in attributes},
    }


def _written(value: Value | Members | None, fact: Fact) -> Any:
    match value:
        case Members(has, lacks) if fact.values.keys() <= has | lacks:
            return [member for member in fact.values if member in has]
        case Members(has, lacks):
            parts = {"includes": sorted(has), "excludes": sorted(lacks)}
            return {key: members for key, members in parts.items() if members}
        case date():
            return value.isoformat()
        case _:
            return value


def _judgment(key: str, judged: Judged) -> dict[str, Any]:
    term, _, role = key.partition("@")
    of = {"of": role} if role else {}
    return {"term": term, **of, "holds": judged.holds, "by": judged.by, "why": judged.why}
