"""What a party brings along: its attributes as facts of the role that it plays."""

from collections.abc import Mapping

from compliance.model.case import Known, Members
from compliance.model.library import Library
from compliance.model.vocabulary import UNKNOWN, Actor
from compliance.source.conditions import typed


def brought(library: Library, actor: Actor, role: str) -> Mapping[str, Known]:
    """The facts of a role that an actor of the library plays; what its record leaves open stands as unknown."""
    facts: dict[str, Known] = {}
    for attribute, written in actor.attributes.items():
        fact = library.attributes[attribute]
        if written == UNKNOWN:
            facts[f"{role}.{attribute}"] = Known(None)
        elif fact.type == "set":
            has = frozenset(written) if isinstance(written, tuple) else frozenset((str(written),))
            facts[f"{role}.{attribute}"] = Known(Members(has, frozenset(fact.values) - has))
        else:
            facts[f"{role}.{attribute}"] = Known(typed(fact, written)[0])
    return facts
