"""Rules that others imply: whatever violates the one violates one of the others."""

from collections.abc import Iterator, Sequence

from compliance.model.library import LinkedRule
from compliance.model.proof import Answer
from compliance.prove.covers import duties
from compliance.prove.ground import Claim, Ground, View
from compliance.prove.solver import NotDecided
from compliance.prove.telling import LEAVES_OPEN, Telling


def implied_by(ground: Ground, rule: LinkedRule) -> list[LinkedRule] | None:
    """The fewest rules, taken out one by one in their order, that are violated wherever one is.

    None where something violates it alone; an empty list where nothing violates it. Raises NotDecided.
    """
    statuses = ground.whole.law
    solver, violated = ground.solver, statuses.violated(rule).yes
    if solver.holds(violated) is None:
        return []
    others = {statuses.violated(other).never: other for other in duties(ground) if other is not rule}
    kept = [literal for literal in others if literal not in (1, violated)]
    if solver.holds(violated, *kept) is not None:
        return None
    for literal in list(kept):
        fewer = [one for one in kept if one != literal]
        if solver.holds(violated, *fewer) is None:
            kept = fewer
    return [others[literal] for literal in kept]


def _leaves_open(ground: Ground, rule: LinkedRule, others: Sequence[LinkedRule]) -> bool:
    """Whether a rule that others imply may be violated where none of them certainly is."""

    def alone(may: bool) -> Claim:
        def claim(view: View) -> int:
            violated = view.law.violated(rule)
            never = (view.law.violated(other).never for other in others)
            return view.circuit.all_of((violated.may if may else violated.yes, *never))

        return claim

    return ground.leaves_open(alone(may=False), alone(may=True))


def redundant(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position an answer for each rule that others imply, and one for all the others."""
    for ground in grounds:
        alone = 0
        for rule in duties(ground):
            cite = telling.cite(rule)
            try:
                others = implied_by(ground, rule)
                open_ = bool(others) and _leaves_open(ground, rule, others or [])
            except NotDecided:
                says = f"Whether others forbid all that {cite} forbids was not decided in the time given."
                yield Answer(rule.id, ground.position, "not decided", says)
                continue
            if others:
                names = " and ".join(f"{telling.cite(other)}" for other in others)
                says = f"{cite} forbids nothing that is not forbidden already by {names}."
                if open_:
                    says = f"{says} {LEAVES_OPEN}"
                yield Answer(rule.id, ground.position, "found", says, rules=tuple(one.id for one in others))
            else:
                alone += others is None
        says = f"Of the others, {alone} can be violated, and each by something that no other rule forbids."
        yield Answer("", ground.position, "proved", says)
