"""Whether conditions can hold together for some facts."""

from collections.abc import Iterator

from compliance.analysis.answers import answers
from compliance.engine.atoms import truth_of
from compliance.engine.readings import Choice
from compliance.model.library import Library
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, UseTerm

MOST_TRIED = 20_000
"""Ways in which the conditions could hold that are tried; beyond that the answer is 'perhaps'."""

_Literal = tuple[Logic, bool]


def can_hold(library: Library, choice: Choice, *conditions: Logic) -> bool | None:
    """True or false where some facts make all conditions true under a choice of readings, or none do; None: not
    decided within MOST_TRIED ways. Judgments and provisions that are not encoded may come out either way."""
    for number, literals in enumerate(_ways(choice, [(condition, True) for condition in conditions], {})):
        if number >= MOST_TRIED:
            return None
        if _consistent(library, literals):
            return True
    return False


def _ways(choice: Choice, goals: list[_Literal], taken: dict[Logic, bool]) -> Iterator[dict[Logic, bool]]:
    """Every set of comparisons (each with the truth it has) that makes all goals come out as wanted."""
    if not goals:
        yield taken
        return
    (logic, wanted), rest = goals[0], goals[1:]
    match logic:
        case NotOf(part):
            yield from _ways(choice, [(part, not wanted), *rest], taken)
        case UseTerm(key):
            yield from _ways(choice, [(choice[key].logic, wanted), *rest], taken)
        case AllOf(of) | AnyOf(of):
            if isinstance(logic, AllOf) is wanted:
                yield from _ways(choice, [*((part, wanted) for part in of), *rest], taken)
            else:
                for part in of:
                    yield from _ways(choice, [(part, wanted), *rest], taken)
        case _:
            if taken.get(logic, wanted) is wanted:
                yield from _ways(choice, rest, {**taken, logic: wanted})


def _consistent(library: Library, literals: dict[Logic, bool]) -> bool:
    by_fact: dict[str, list[tuple[Compare, bool]]] = {}
    for logic, wanted in literals.items():
        # Whether a set has one member never decides whether it has another.
        if isinstance(logic, Compare) and logic.operator != "includes":
            by_fact.setdefault(logic.fact, []).append((logic, wanted))
    return all(
        any(
            all(truth_of(compare, answer) is wanted for compare, wanted in asked)
            for answer in answers(library, fact, [compare for compare, _ in asked])
        )
        for fact, asked in by_fact.items()
    )
