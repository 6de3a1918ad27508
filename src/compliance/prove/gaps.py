"""For each act of the vocabulary: is there a practice with it that no rule reaches?"""

from collections.abc import Callable, Iterator, Sequence

from compliance.engine.priority import ACT
from compliance.model.library import LinkedRule
from compliance.model.proof import Answer
from compliance.prove.ground import Claim, Found, Ground, View
from compliance.prove.solver import NotDecided
from compliance.prove.statuses import Statuses
from compliance.prove.telling import LEAVES_OPEN, Telling
from compliance.prove.witnesses import Expected

NOBODY = Expected(
    "no rule applies", lambda found: all(one.status == "not-applicable" for one in found.values())
)


def applies_not(statuses: Statuses, rule: LinkedRule) -> int:
    """Where a rule certainly does not apply."""
    return statuses.taken(rule).no if rule.modality == "permission" else statuses.reach(rule).no


def may_not_apply(statuses: Statuses, rule: LinkedRule) -> int:
    """Where a rule does not certainly apply."""
    return -(statuses.taken(rule).yes if rule.modality == "permission" else statuses.reach(rule).yes)


def ungoverned(act: str, of: Callable[[Statuses, LinkedRule], int] = applies_not) -> Claim:
    """This act is done, and no rule applies."""

    def claim(view: View) -> int:
        statuses, practices = view.law, view.practices
        done = next(u.values[-1][1] for u in practices.units if u.fact == ACT and u.member == act)
        return view.circuit.all_of((done, *(of(statuses, rule) for rule in statuses.library.rules)))

    return claim


def gaps(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position an answer for each act. Raises NotBorneOut."""
    for ground in grounds:
        library = ground.practices.library
        if ACT not in library.facts:
            continue
        asked = {unit.member for unit in ground.practices.units if unit.fact == ACT}
        for act, words in library.facts[ACT].values.items():
            yield (
                _of_act(telling, ground, act, words)
                if act in asked
                else Answer(act, ground.position, "found", f"No rule is about this at all: {words}.")
            )


def _of_act(telling: Telling, ground: Ground, act: str, words: str) -> Answer:
    try:
        found: Found | None = ground.find(ungoverned(act))
        may = found is None and ground.leaves_open(ungoverned(act), ungoverned(act, may_not_apply))
    except NotDecided:
        says = f"Whether some rule always applies was not decided in the time given: {words}."
        return Answer(act, ground.position, "not decided", says)
    if found is None:
        says = f"Some rule always applies where this is done: {words}."
        if may:
            says = f"Some rule always applies, or may, where this is done: {words}. {LEAVES_OPEN}"
        return Answer(act, ground.position, "proved", says)
    bare = not any(unit.fact != ACT for unit in found.stated.values)
    says = f"No rule is about this at all: {words}." if bare else f"No rule reaches this: {words}."
    witness = telling.witness(ground, found, act, f"No rule of {telling.titles[0]} reaches it", (NOBODY,))
    return Answer(act, ground.position, "found", says, witness=witness)
