"""A population of practices that was drawn, under drafts: counts by kind of change, and the first example of each."""

from collections.abc import Sequence
from datetime import date

from compliance.bills.compare import compare_case
from compliance.bills.law import DraftLaw
from compliance.bills.tally import tally
from compliance.columns.draw import draw
from compliance.columns.population import Population
from compliance.engine.decide import Decider
from compliance.model.compared import Example, Sample
from compliance.model.tally import Tally
from compliance.source.write import practice_text


def samples(
    current: Decider, drafts: Sequence[DraftLaw], count: int, seed: int, standard: str, day: date
) -> tuple[Sample, ...]:
    """The same drawn practices under each draft; one sample a draft. It takes the extra `audit`.

    The examples of practices as a whole are compared by both ordinary engines too, collisions between rules included.
    """
    laws = [draft.law.at(day, day).library for draft in drafts]
    population = draw(current.library, count, seed, also=laws)
    found: list[Sample] = []
    for draft, law in zip(drafts, laws, strict=True):
        counts = tally(current.library, law, population, current.positions, day)
        found.append(Sample(counts, _examples(current, draft, population, counts, standard, day)))
    return tuple(found)


def _examples(
    current: Decider, draft: DraftLaw, population: Population, counts: Tally, standard: str, day: date
) -> tuple[Example, ...]:
    """Each practice that is the first of a change of practices as a whole, once."""
    rows = dict.fromkeys(shift.example for shift in counts.whole if shift.kind != "leaves")
    return tuple(_example(current, draft, population, row, standard, day) for row in sorted(rows))


def _example(
    current: Decider, draft: DraftLaw, population: Population, row: int, standard: str, day: date
) -> Example:
    practice = compare_case(population.case(row, day), current, [draft], standard, day)
    (column,) = practice.columns
    text = practice_text(population.data(row, day, draft.law.at(day, day).library))
    return Example(row, practice.id, practice.title, practice.current, column.overall, text)
