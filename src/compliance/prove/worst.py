"""The most harmful practice that is lawful, by the weights that the vocabulary gives its harms."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from heapq import heappop, heappush

from compliance.model.library import LinkedHarm
from compliance.model.logic import AllOf
from compliance.model.proof import Answer
from compliance.prove.ground import Claim, Found, Ground
from compliance.prove.solver import NotDecided
from compliance.prove.telling import Telling
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


def worst(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position the most harmful lawful practice. Raises NotBorneOut."""
    for ground in grounds:
        yield _of_position(telling, ground)


def _of_position(telling: Telling, ground: Ground) -> Answer:
    every = tuple(ground.practices.library.harms.values())
    try:
        if not ground.possible(lambda view: view.law.lawful()):
            return Answer("", ground.position, "proved", "No practice is lawful.")
        for harms in heaviest_first(every):
            found = ground.find(doing(harms)) if harms else None
            if found is not None:
                return _shown(telling, ground, harms, found)
    except NotDecided:
        says = "Which lawful practice does the most harm was not decided in the time given."
        return Answer("", ground.position, "not decided", says)
    return Answer("", ground.position, "proved", "No lawful practice does any of the harms.")


def _shown(telling: Telling, ground: Ground, harms: Sequence[LinkedHarm], found: Found) -> Answer:
    weight = float(sum(Fraction(harm.weight) for harm in harms))
    titles = "; ".join(harm.title for harm in harms)
    says = f"No lawful practice does more harm than this one, {weight:g} by the declared weights: {titles}."
    together = AllOf(tuple(harm.logic for harm in harms))
    title = f"The most harmful practice that is lawful under {telling.titles[0]}"
    witness = telling.witness(ground, found, "practice", title, (is_lawful(),), together)
    return Answer("", ground.position, "found", says, witness=witness)
