"""Did you mean: the known names nearest to an unknown one."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A help line: the nearest names, or `otherwise` where none is near."""
    near = get_close_matches(name, list(known), n=3, cutoff=0.6)
    if not near:
        return otherwise
    return "did you mean " + " or ".join(f"'{candidate}'" for candidate in near) + "?"
