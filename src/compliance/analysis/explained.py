"""Survivors that people explained one by one, and what is wrong with such explanations."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from compliance.model.diagnostic import Diagnostic
from compliance.model.mutant import Explanation, Explanations, Fate
from compliance.source.files import display_name
from compliance.source.nearest import visible
from compliance.source.validate import validate
from compliance.source.yaml_text import Document, read_yaml


@dataclass(frozen=True)
class Explained:
    """A file of explanations, with its places."""

    document: Document
    explanations: tuple[Explanation, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The mutants that it explains."""
        return frozenset(one.mutant for one in self.explanations)


def read_explained(path: Path) -> tuple[Explained | None, tuple[Diagnostic, ...]]:
    """The explanations of a file, or what is wrong with it.

    explained:
      - mutant: RULE/drop-exception/NAME
        reason: Why no scenario notices it.
        equivalent: true    # where it is the same law, so that none ever can
    """
    document, problems = read_yaml(path, display_name(path))
    if problems:
        return None, problems
    model, problems = validate(document, Explanations)
    return (None if model is None else Explained(document, model.explained)), problems


def unknown(explained: Explained, known: Collection[str]) -> tuple[Diagnostic, ...]:
    """Explanations of mutants that there are not, and second ones of the same."""
    found: list[Diagnostic] = []
    seen: set[str] = set()
    for place, one in enumerate(explained.explanations):
        span = explained.document.span(("explained", place, "mutant"))
        if one.mutant not in known:
            message = f"there is no mutant '{visible(one.mutant)}'"
            near = get_close_matches(one.mutant, known, n=1, cutoff=0.8)
            help_ = f"did you mean '{near[0]}'?" if near else "the law has changed; take the explanation out"
            found.append(explained.document.complain("unknown-mutant", message, span, help_))
        elif one.mutant in seen:
            message = f"'{visible(one.mutant)}' is explained twice"
            found.append(
                explained.document.complain(
                    "defined-twice", message, span, "keep one of the two explanations"
                )
            )
        seen.add(one.mutant)
    return tuple(found)


def with_explanations(
    fates: Sequence[Fate], explained: Explained
) -> tuple[tuple[Fate, ...], tuple[Diagnostic, ...]]:
    """Fates with their explanations, and the explanations of mutants that some scenario does notice."""
    by_id = {one.mutant: (place, one) for place, one in enumerate(explained.explanations)}
    found: list[Fate] = []
    problems: list[Diagnostic] = []
    for fate in fates:
        place, explanation = by_id.get(fate.mutant.id, (0, None))
        if explanation is not None and fate.killer is not None:
            span = explained.document.span(("explained", place, "mutant"))
            message = (
                f"'{visible(fate.mutant.id)}' is explained, and a scenario kills it: '{fate.killer.scenario}'"
            )
            problems.append(
                explained.document.complain("killed-mutant", message, span, "take the explanation out")
            )
        found.append(fate if fate.killer else replace(fate, explanation=explanation))
    return tuple(found), tuple(problems)
