"""Mutation reports: what counts, and what their words make of hostile names."""

from pathlib import Path

import pytest
from tests.law_text import law

from compliance.model.mutant import DropException, Explanation, Fate, Killer, Mutant, MutationReport, Skeleton
from compliance.model.span import Span
from compliance.report import mutation_json, mutation_markdown, mutation_text
from compliance.report.mutation_words import percent

RULES = """
rules:
  - rule: ban
    provision: A
    title: No sharing
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {purpose: civil}
"""
KILLER = Killer("a.feature", "A case", Span("a.feature", 7), 'Then "ban" is violated')
SKELETON = Skeleton("a.feature", "  Scenario: To be named\n    When it is checked\n")


def _fate(
    name: str,
    provision: str | None = "A",
    *,
    killer: Killer | None = None,
    skeleton: Skeleton | None = None,
    same: bool = False,
    explanation: Explanation | None = None,
) -> Fate:
    mutant = Mutant(
        f"ban/drop-exception/{name}",
        "drop-exception",
        "test/order/1",
        provision,
        "ban",
        f"There is no more {name}.",
        DropException("ban", name),
    )
    return Fate(mutant, killer, skeleton, same, explanation)


FATES = (
    _fate("killed", killer=KILLER),
    _fate("a <b>|*", "B", skeleton=SKELETON),
    _fate("whole", None),
    _fate("proved", same=True),
    _fate("settled", explanation=Explanation(mutant="x", reason="Nobody asks.")),
    _fate("explained", explanation=Explanation(mutant="x", reason="The same.", equivalent=True)),
)
REPORT = MutationReport(FATES, 12, ("evaluate",), left_out=3)


def test_what_counts() -> None:
    assert [fate.equivalent for fate in FATES] == [False, False, False, True, False, True]
    assert (len(REPORT.counted), REPORT.killed, len(REPORT.open)) == (4, 1, 2)
    assert REPORT.score == 25.0
    assert MutationReport((_fate("proved", same=True),), 1, ("evaluate",)).score == 100.0


@pytest.mark.parametrize(
    ("score", "said"), [(100.0, "100.0%"), (99.99, "99.9%"), (89.96, "89.9%"), (0.0, "0.0%")]
)
def test_a_score_is_never_rounded_up(score: float, said: str) -> None:
    assert percent(score) == said


def test_text(tmp_path: Path) -> None:
    assert mutation_text.render(REPORT, law(tmp_path, RULES)) == (
        "25.0%: 1 of 4 mutants of the law killed by 12 scenarios.\n"
        "A mutant is the law with one small change. A scenario kills it by failing under it.\n"
        "The second engine decided alone: mutants are not compiled for durable_rules.\n"
        "2 mutants are the same law and not counted.\n"
        "3 mutants not tried, because of the limit.\n"
        "\n"
        "              mutants  killed  open  explained  same law\n"
        "test/order/1        6       1     2          1         2\n"
        "\n"
        "Survivors\n"
        "=========\n"
        "\n"
        "test/order/1\n"
        "\n"
        "  Order 1\n"
        "\n"
        "  - There is no more whole.\n"
        "    [ban/drop-exception/whole]\n"
        "    No scenario that would kill it was found; it may be the same law.\n"
        "\n"
        "  Order 1, B\n"
        "\n"
        "  - There is no more a <b>|*.\n"
        "    [ban/drop-exception/a <b>|*]\n"
        "    Would be killed by this, in a.feature:\n"
        "      Scenario: To be named\n"
        "        When it is checked\n"
        "\n"
        "Settled survivors\n"
        "=================\n"
        "\n"
        "test/order/1\n"
        "\n"
        "  Order 1, A\n"
        "\n"
        "  - There is no more proved.\n"
        "    [ban/drop-exception/proved]\n"
        "    No facts that are known in full tell it from the law; every way was tried. It does not count.\n"
        "\n"
        "  - There is no more settled.\n"
        "    [ban/drop-exception/settled]\n"
        "    Nobody asks.\n"
        "\n"
        "  - There is no more explained.\n"
        "    [ban/drop-exception/explained]\n"
        "    The same. Explained as the same law. It does not count.\n"
    )


def test_markdown_leaves_names_as_they_are(tmp_path: Path) -> None:
    said = mutation_markdown.render(REPORT, law(tmp_path, RULES))
    assert r"- There is no more a \<b\>\|\*." in said
    assert "| test/order/1 | 6 | 1 | 2 | 1 | 2 |" in said


def test_the_same_report_is_the_same_bytes(tmp_path: Path) -> None:
    library = law(tmp_path, RULES)
    assert mutation_json.render(REPORT, library) == mutation_json.render(REPORT, library)
