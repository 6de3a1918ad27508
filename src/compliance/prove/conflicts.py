"""Which practices are forbidden, and allowed or required all the same, with no declared priority to decide it."""

from collections.abc import Iterator, Sequence

from compliance.model.library import LinkedRule
from compliance.model.proof import Answer
from compliance.prove.ground import Claim, Ground
from compliance.prove.solver import NotDecided
from compliance.prove.statuses import Statuses
from compliance.prove.telling import LEAVES_OPEN, Telling
from compliance.prove.witnesses import Expected


def pairs(statuses: Statuses) -> Iterator[tuple[LinkedRule, LinkedRule]]:
    """A prohibition and a rule that may allow or require the same act of the same party, of which none prevails."""
    for rule in statuses.library.rules:
        if rule.modality == "prohibition":
            yield from ((rule, other) for other, wins in statuses.against[rule.id] if wins is None)


def both(one: LinkedRule, other: LinkedRule) -> Claim:
    """The prohibition is violated, the other allows or requires it, and one of the two findings is a conflict."""
    return lambda view: view.circuit.all_of(
        (
            view.law.taken(one).yes,
            view.law.allows(other).yes,
            view.circuit.any_of((view.law.conflicts(one).yes, view.law.conflicts(other).yes)),
        )
    )


def perhaps_both(one: LinkedRule, other: LinkedRule) -> Claim:
    """The prohibition is or may be violated, and the other allows or requires it, or may."""
    return lambda view: view.circuit.all_of((view.law.taken(one).may, view.law.allows(other).may))


def certain_both(one: LinkedRule, other: LinkedRule) -> Claim:
    """The prohibition is certainly violated, and the other certainly allows or requires it."""
    return lambda view: view.circuit.all_of((view.law.taken(one).yes, view.law.allows(other).yes))


def conflicts(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position an answer for each two rules that conflict, or proof that none do. Raises NotBorneOut."""
    for ground in grounds:
        quiet, open_ = True, False
        for one, other in pairs(ground.whole.law):
            found, about = None, f"{one.id}#{other.id}"
            first, second = telling.cite(one), telling.cite(other)
            try:
                found = ground.find(both(one, other))
                if found is None:
                    open_ = open_ or ground.leaves_open(certain_both(one, other), perhaps_both(one, other))
            except NotDecided:
                quiet = False
                says = f"Whether {first} and {second} can conflict was not decided in the time given."
                yield Answer(about, ground.position, "not decided", says)
            if found is not None:
                quiet = False
                does = "allows" if other.modality == "permission" else "requires"
                says = f"{first} forbids what {second} {does}, and no declared priority decides."
                expected = _either(one.id, other.id)
                witness = telling.witness(ground, found, about, f"{first} against {second}", (expected,))
                yield Answer(about, ground.position, "found", says, rules=(one.id, other.id), witness=witness)
        if quiet:
            says = (
                "No practice is forbidden by one rule and allowed or required by another that binds the same role "
                "and that nothing ranks."
            )
            yield Answer("", ground.position, "proved", f"{says} {LEAVES_OPEN}" if open_ else says)


def _either(one: str, other: str) -> Expected:
    return Expected(
        f"'{one}' or '{other}' is in conflict",
        lambda found: "conflict" in (found[one].status, found[other].status),
        tells=(one, other),
    )
