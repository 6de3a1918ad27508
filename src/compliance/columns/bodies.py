"""Who can play a role in a drawn practice: actors of the library, and bodies made up from the attributes there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compliance.columns.dice import Dice
from compliance.columns.values import value
from compliance.engine.consistency import broken
from compliance.engine.parties import brought
from compliance.model.case import Given, Known
from compliance.model.library import Library, LinkedConstraint
from compliance.model.logic import Value

TRIES = 4
"""How often something is drawn that breaks no constraint, before it stays unknown."""


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who can play a role."""

    title: str
    actor: str | None
    facts: Mapping[str, Mapping[str, Known]]
    """Role to the facts that it brings along."""


def of_one_body(library: Library, constraint: LinkedConstraint) -> bool:
    """Whether a constraint is about the attributes of one party alone."""
    own = {f"{constraint.role}.{attribute}" for attribute in library.attributes}
    return constraint.role is not None and own.issuperset(library.support(constraint.logic).facts)


def actors_of(library: Library) -> list[Body]:
    """The actors of a library whose attributes go together."""
    found: list[Body] = []
    constraints = _constraints(library)
    for name, actor in library.actors.items():
        facts = {role: brought(library, actor, role) for role in library.roles}
        if facts and not broken(constraints, Given(next(iter(facts.values())), {})):
            found.append(Body(actor.title, name, facts))
    return found


def made_up(library: Library, dice: Dice, edges: Mapping[str, tuple[Value, ...]], count: int) -> list[Body]:
    """So many bodies whose attributes go together; an attribute for which nothing is found is unknown."""
    if not library.attributes or not library.roles:
        return []
    constraints = _constraints(library)
    asked: dict[str, list[LinkedConstraint]] = {}
    for constraint in constraints:
        for fact in library.support(constraint.logic).facts:
            asked.setdefault(fact, []).append(constraint)
    return [_body(library, dice, edges, asked) for _ in range(count)]


def _constraints(library: Library) -> list[LinkedConstraint]:
    """What holds of a body, as it stands for the first role; it is the same for all."""
    role = next(iter(library.roles), None)
    return [one for one in library.constraints if one.role == role and of_one_body(library, one)]


def _body(
    library: Library,
    dice: Dice,
    edges: Mapping[str, tuple[Value, ...]],
    asked: Mapping[str, Sequence[LinkedConstraint]],
) -> Body:
    role = next(iter(library.roles))
    own: dict[str, Known] = {}
    for attribute, fact in library.attributes.items():
        name = f"{role}.{attribute}"
        for _ in range(TRIES):
            known = Known(value(dice, fact, edges.get(name, ())))
            if not broken(asked.get(name, ()), Given({**own, name: known}, {})):
                own[name] = known
                break
    facts = {
        other: {other + name.removeprefix(role): known for name, known in own.items()}
        for other in library.roles
    }
    told = [str(known.value) for known in own.values() if isinstance(known.value, str)]
    return Body(f"a made-up body ({', '.join(told[:2])})" if told else "a made-up body", None, facts)
