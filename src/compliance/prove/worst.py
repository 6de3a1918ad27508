"""The most harmful practice that is lawful, by the weights that the vocabulary gives its harms."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from heapq import heappop, heappush

from compliance.model.library import LinkedHarm
from compliance.model.logic import AllOf
from compliance.model.proof import Answer
from compliance.prove.ground import Claim, Found, Ground
from compliance.prove.solver import NotDecided
from compliance.prove.telling import LEAVES_OPEN, Telling
from compliance.prove.witnesses import is_lawful


def heaviest_first(harms: Sequence[LinkedHarm]) -> Iterator[tuple[LinkedHarm, ...]]:
    """Every set of harms, by weight from the heaviest; of equal ones the one that leaves out later harms first."""
    lightest = sorted(range(len(harms)), key=lambda place: (Fraction(harms[place].weight), -place))
    weights = [Fraction(harms[place].weight) for place in lightest]
    heap: list[tuple[Fraction, tuple[int, ...]]] = [(Fraction(0), ())]
    while heap:
        without, dropped = heappop(heap)
        gone = {lightest[place] for place in dropped}
        yield tuple(harm for place, harm in enumerate(harms) if place not in gone)
        last = dropped[-1] if dropped else -1
        if last + 1 < len(harms):
            heappush(heap, (without + weights[last + 1], (*dropped, last + 1)))
            if dropped:
                heappush(heap, (without - weights[last] + weights[last + 1], (*dropped[:-1], last + 1)))


def doing(harms: Sequence[LinkedHarm]) -> Claim:
    """A practice is lawful and does all of these harms."""
    return lambda view: view.circuit.all_of(
        (view.law.lawful(), *(view.law.holds(harm.logic).yes for harm in harms))
    )


def perhaps_doing(harms: Sequence[LinkedHarm]) -> Claim:
    """A practice is lawful or may be, and does all of these harms, or may."""
    return lambda view: view.circuit.all_of(
        (view.law.may_be_lawful(), *(view.law.holds(harm.logic).may for harm in harms))
    )


def worst(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position the most harmful lawful practice. Raises NotBorneOut."""
    for ground in grounds:
        yield _of_position(telling, ground)


def _of_position(telling: Telling, ground: Ground) -> Answer:
    every = tuple(ground.practices.library.harms.values())
    open_ = False
    try:
        if not ground.possible(doing(())):
            open_ = ground.leaves_open(doing(()), perhaps_doing(()))
            says = f"No practice is certainly lawful. {LEAVES_OPEN}" if open_ else "No practice is lawful."
            return Answer("", ground.position, "proved", says)
        for harms in heaviest_first(every):
            found = ground.find(doing(harms)) if harms else None
            if found is not None:
                return _shown(telling, ground, harms, found, open_)
            open_ = open_ or bool(harms and ground.leaves_open(doing(harms), perhaps_doing(harms)))
    except NotDecided:
        says = "Which lawful practice does the most harm was not decided in the time given."
        return Answer("", ground.position, "not decided", says)
    says = "No lawful practice does any of the harms."
    if open_:
        says = f"No practice that does any of the harms is certainly lawful. {LEAVES_OPEN}"
    return Answer("", ground.position, "proved", says)


def _shown(
    telling: Telling, ground: Ground, harms: Sequence[LinkedHarm], found: Found, open_: bool
) -> Answer:
    weight = float(sum(Fraction(harm.weight) for harm in harms))
    titles = "; ".join(harm.title for harm in harms)
    says = f"No lawful practice does more harm than this one, {weight:g} by the declared weights: {titles}."
    if open_:
        says = says.replace("No lawful practice", "No practice that is certainly lawful") + f" {LEAVES_OPEN}"
    together = AllOf(tuple(harm.logic for harm in harms))
    title = f"The most harmful practice that is lawful under {telling.titles[0]}"
    witness = telling.witness(ground, found, "practice", title, (is_lawful(),), together)
    return Answer("", ground.position, "found", says, witness=witness)
