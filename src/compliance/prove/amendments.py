"""Amendments that can never matter: with them and without them every rule comes out the same, on any facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from compliance.analysis.changed import changed_rules
from compliance.model.library import Library
from compliance.model.proof import Answer
from compliance.prove.circuit import FALSE, TRUE
from compliance.prove.ground import Claim, Ground, View
from compliance.prove.solver import Deadline
from compliance.prove.statuses import Said, Statuses
from compliance.prove.unreachable import somewhere


@dataclass(frozen=True, slots=True)
class Variant:
    """The law with the bills, but without one amendment."""

    amendment: str
    cite: str
    """The clause that makes it."""
    library: Library


def differ(rules: Sequence[str]) -> Claim:
    """Some of the rules come out otherwise under the last law than under the first."""

    def claim(view: View) -> int:
        circuit = view.circuit
        found: list[int] = []
        for name in rules:
            both = (_parts(view.law, name), _parts(view.other, name))
            for one, other in zip(*both, strict=True):
                for a, b in ((one.yes, other.yes), (one.no, other.no)):
                    found += [circuit.all_of((a, -b)), circuit.all_of((-a, b))]
        return circuit.any_of(found)

    return claim


NOT = Said(FALSE, TRUE, TRUE)


def _parts(law: Statuses, name: str) -> tuple[Said, Said, Said, Said]:
    """Whether a rule is violated, permits, is kept, and applies; one that the law does not have does none of it.

    Whether an exception excuses follows from these.
    """
    rule = law.library.rule_by_id.get(name)
    if rule is None:
        return NOT, NOT, NOT, NOT
    if rule.modality == "permission":
        return NOT, law.taken(rule), NOT, law.taken(rule)
    return law.taken(rule), NOT, law.satisfied(rule), law.reach(rule)


def amendments(
    law: Library, variants: Sequence[Variant], positions: Sequence[str], day: date, seconds: float
) -> Iterator[Answer]:
    """An answer for each amendment that never matters, or of which that is not decided; one for all the others."""
    alive = 0
    for one in variants:
        changed = changed_rules(one.library, law)
        gone = tuple(rule.id for rule in one.library.rules if rule.id not in law.rule_by_id)
        laws = (law, one.library)
        grounds = [Ground(laws, position, day, Deadline(seconds)) for position in positions]
        found = somewhere(grounds, differ((*changed, *gone))) if changed or gone else False
        alive += found is True
        says = f"The amendment '{one.amendment}' ({one.cite}) never changes a finding, whatever the facts."
        if found is None:
            says = f"Not decided in the time given, for some side: {says}"
        if found is not True:
            yield Answer(one.amendment, "", "not decided" if found is None else "found", says)
    if alive:
        many = f"{alive} other amendments each change" if alive > 1 else "One other amendment changes"
        yield Answer("", "", "proved", f"{many} a finding on some facts.")
