"""A question put to laws under every position asked about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from compliance.analysis.check import Question, receipt
from compliance.engine.decide import Decider
from compliance.engine.readings import SOLE
from compliance.model.library import Library
from compliance.model.logic import Logic
from compliance.model.proof import Answer, Asked, Proof
from compliance.prove.amendments import Variant, amendments
from compliance.prove.ground import Ground
from compliance.prove.solver import Deadline
from compliance.prove.telling import Telling

Ask = Callable[[Telling, Sequence[Ground]], Iterator[Answer]]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long each position's question may take, how many practices are shown for it, and what is kept."""

    seconds: float = 10.0
    most: int = 12
    keep: Callable[[str, str], None] | None = None
    """Is told of every question that was put to the solver: a name, and its text in SMT-LIB."""


def only(library: Library, instruments: Sequence[str]) -> Library:
    """A library with the rules of some instruments alone; all where none are named."""
    if not instruments:
        return library
    rules = tuple(rule for rule in library.rules if rule.instrument in instruments)
    return replace(library, rules=rules)


def prove(
    asked: Asked,
    laws: Sequence[Library],
    titles: Sequence[str],
    positions: Sequence[str],
    harm: Logic | None = None,
    limits: Limits = Limits(),
    notes: Sequence[str] = (),
    variants: Sequence[Variant] = (),
) -> Proof:
    """The answers to a question: about one law, for `covers` about two, under each of the positions.

    `variants` are the law without single amendments, for `unreachable`.

    Raises Missing where z3 is not installed, and NotBorneOut where the check finds otherwise than the solver.
    """
    question: Ask = getattr(import_module(f"compliance.prove.{asked.question}"), asked.question)
    telling = Telling(asked.question, laws, titles, asked.day, limits.most, harm, asked.harm)
    also = [logic for logic in (harm, *(one.logic for one in laws[-1].harms.values())) if logic is not None]
    grounds = [
        Ground(laws, position, asked.day, Deadline(limits.seconds), also) for position in positions or (SOLE,)
    ]
    answers = tuple(question(telling, grounds))
    if variants:
        heard = positions or (SOLE,)
        answers += tuple(amendments(laws[-1], variants, heard, asked.day, limits.seconds))
    if limits.keep is not None:
        for ground in grounds:
            for number, script in enumerate(ground.scripts(), 1):
                limits.keep(f"{asked.question}-{ground.position}-{number:03}", script)
    digests: dict[str, str] = {}
    for law in laws:
        digests |= law.files
    decider = Decider(laws[-1], tuple(positions))
    return Proof(asked, answers, receipt(decider, digests, Question()), tuple(notes))
