"""The explained survivors of the shipped law: each is a mutant that there is. That none is killed, `mutate` tells."""

from pathlib import Path

from compliance.analysis.explained import read_explained, unknown
from compliance.analysis.mutation import mutants
from compliance.source.format import format_text
from compliance.source.library import load_library

SURVIVORS = Path(__file__).parent.parent.parent / "features/survivors.yaml"


def test_every_explained_survivor_is_a_mutant_of_the_law() -> None:
    explained, problems = read_explained(SURVIVORS)
    assert problems == ()
    assert explained is not None
    assert unknown(explained, {one.id for one in mutants(load_library())}) == ()


def test_each_has_a_reason_of_its_own_and_the_file_is_in_its_canonical_form() -> None:
    explained, _ = read_explained(SURVIVORS)
    assert explained is not None
    reasons = [one.reason for one in explained.explanations]
    assert len(set(reasons)) == len(reasons)
    assert format_text(explained.document.text) == SURVIVORS.read_text("utf-8")
