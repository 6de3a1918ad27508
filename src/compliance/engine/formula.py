"""Propositional formulas over named propositions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Is:
    """True when the named proposition is true."""

    name: str


@dataclass(frozen=True, slots=True)
class And:
    """True when every part is true; `And(())` is true."""

    of: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """True when any part is true; `Or(())` is false."""

    of: "tuple[Formula, ...]"


@dataclass(frozen=True, slots=True)
class Neg:
    """True when its formula is false."""

    of: "Formula"


Formula = Is | And | Or | Neg


def names(formula: Formula) -> frozenset[str]:
    """Every name the formula mentions."""
    match formula:
        case Is(name):
            return frozenset((name,))
        case Neg(part):
            return names(part)
        case And(parts) | Or(parts):
            return frozenset[str]().union(*map(names, parts))
