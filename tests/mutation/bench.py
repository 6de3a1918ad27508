"""Small laws and features, and mutants of them tried as the command does."""

from dataclasses import dataclass
from pathlib import Path

from tests.law_text import POLICY, VOCABULARY, write_law

from compliance.analysis.mutation import mutants
from compliance.model.library import Library
from compliance.model.mutant import Fate, Mutant
from compliance.testing.features import read_features
from compliance.testing.law import Deciders
from compliance.testing.mutation import Bench, try_all
from compliance.testing.replay import AT_HAND, Recording, record_all, second_engine


@dataclass(frozen=True)
class Field:
    """A law at hand, scenarios that pass under it, and its mutants."""

    folder: Path
    law: Deciders
    recordings: list[Recording]
    mutants: tuple[Mutant, ...]
    added: tuple[Path, ...]
    shipped: bool

    @property
    def library(self) -> Library:
        return self.law(AT_HAND).library

    def fates(self, jobs: int = 1, start: str | None = None, *, search: bool = True) -> dict[str, Fate]:
        """Every mutant's fate, by id; without `search` no scenarios are looked for."""
        settled = frozenset() if search else frozenset(one.id for one in self.mutants)
        bench = Bench(self.recordings, self.added, self.shipped, settled)
        return {fate.mutant.id: fate for fate in try_all(self.mutants, bench, jobs, start=start)}

    def only(self, *ids: str) -> "Field":
        """The same with these mutants alone; each must be there."""
        by_id = {one.id: one for one in self.mutants}
        chosen = tuple(by_id[id_] for id_ in ids)
        return Field(self.folder, self.law, self.recordings, chosen, self.added, self.shipped)


def field(added: tuple[Path, ...], features: list[Path], *, shipped: bool = False) -> Field:
    """Law and features as they lie; every scenario must pass."""
    found, problems = read_features(features)
    assert not problems, problems
    law = second_engine(added, shipped)
    recordings = record_all(found, law)
    failures = [one.played.failure for one in recordings if one.played.failure]
    assert not failures, failures
    return Field(features[0].parent, law, recordings, mutants(law(AT_HAND).library), added, shipped)


def small(
    folder: Path, rules: str, *scenarios: str, policy: str = POLICY, vocabulary: str = VOCABULARY
) -> Field:
    """A law of one instrument, written as `law_text` has it, and a feature with these scenarios."""
    law = write_law(folder / "law", rules, policy=policy, vocabulary=vocabulary)
    feature = folder / "small.feature"
    feature.write_text("Feature: A small law\n\n" + "\n".join(scenarios))
    return field((law,), [feature])


def scenario(
    facts: str, *thens: str, on: str = "2019-05-08", given: tuple[str, ...] = (), name: str = "s"
) -> str:
    """A scenario: `facts` is 'act: [share]; purpose: civil', a `?` for one that is not known."""
    lines = [f"  Scenario: {name} {facts} {on} {thens}"]
    for fact in facts.split("; "):
        subject, _, value = fact.partition(": ")
        known = "not known" if value == "?" else f'"{value}"'
        lines.append(f'    Given the fact "{subject}" is {known}')
    lines += [f"    And {one}" for one in given]
    lines += [f"    And it happened on {on}", "    When it is checked", *(f"    Then {one}" for one in thens)]
    return "\n".join(lines) + "\n"
