"""Does one law forbid everything that another forbids?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compliance.model.library import LinkedRule
from compliance.model.proof import Answer
from compliance.prove.ground import Claim, Found, Ground, View
from compliance.prove.solver import NotDecided
from compliance.prove.telling import LEAVES_OPEN, Telling
from compliance.prove.witnesses import finds, not_violated


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether a rule is covered: proved, a practice that slips through, or neither."""

    rule: LinkedRule
    decided: bool
    found: Found | None = None
    idle: bool = False
    """Whether nothing violates the rule, so that there is nothing to cover."""
    open: bool = False
    """Whether what may violate the rule, as far as law that is not encoded leaves that open, is not all covered."""


def duties(ground: Ground) -> list[LinkedRule]:
    """The rules of the first law that can be violated."""
    return [rule for rule in ground.libraries[0].rules if rule.modality != "permission"]


def covered(ground: Ground) -> bool:
    """Whether every practice that violates the first law violates the last. Raises NotDecided."""
    return not ground.possible(
        lambda view: view.circuit.all_of(
            (view.circuit.any_of(view.law.violated(rule).yes for rule in duties(ground)), _free(view))
        )
    )


def coverage(ground: Ground) -> Iterator[Coverage]:
    """For each rule of the first law whether the last covers it."""
    try:
        every = covered(ground)
    except NotDecided:
        every = False
    for rule in duties(ground):
        try:
            found = None if every else _slips(ground, rule)
            idle = found is None and not ground.possible(broken(rule))
            open_ = found is None and ground.leaves_open(_only(rule, certainly=False), _perhaps(rule))
            yield Coverage(rule, True, found, idle, open_)
        except NotDecided:
            yield Coverage(rule, False)


def broken(rule: LinkedRule) -> Claim:
    """The rule is violated."""
    return lambda view: view.law.violated(rule).yes


def _slips(ground: Ground, rule: LinkedRule) -> Found | None:
    """A practice that violates a rule and certainly nothing of the last law; else one that may violate it, for ever."""
    found = ground.find(_only(rule, certainly=True))
    return found or ground.find(_only(rule, certainly=False))


def _only(rule: LinkedRule, *, certainly: bool) -> Claim:
    return lambda view: view.circuit.all_of(
        (view.law.violated(rule).yes, _clear(view) if certainly else _free(view))
    )


def _perhaps(rule: LinkedRule) -> Claim:
    return lambda view: view.circuit.all_of((view.law.violated(rule).may, _free(view)))


def _free(view: View) -> int:
    """No rule of the last law is certainly violated."""
    return view.circuit.all_of(view.other.violated(rule).never for rule in view.other.library.rules)


def _clear(view: View) -> int:
    """No rule of the last law is violated or may be."""
    return view.circuit.all_of(view.other.violated(rule).no for rule in view.other.library.rules)


def covers(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """For each position an answer for each rule of the first law. Raises NotBorneOut."""
    by = telling.titles[-1]
    for ground in grounds:
        for one in coverage(ground):
            rule, cite = one.rule, telling.cite(one.rule)
            if not one.decided:
                says = (
                    f"Whether {by} forbids everything that {cite} forbids was not decided in the time given."
                )
                yield Answer(rule.id, ground.position, "not decided", says)
            elif one.idle and one.open:
                says = (
                    f"Whether {by} forbids all that {cite} forbids cannot be said: part of that law is not encoded, or "
                    "not known to be in force."
                )
                yield Answer(rule.id, ground.position, "not decided", says)
            elif one.found is None:
                says = f"Everything that {cite} forbids, {by} forbids as well."
                if one.idle:
                    says = f"Nothing violates {cite} on this day, so that there is nothing to forbid as well."
                if one.open:
                    says = f"{says} {LEAVES_OPEN}"
                yield Answer(rule.id, ground.position, "proved", says)
            else:
                says = f"This violates {cite}, and {by} does not forbid it."
                title = f"Violates {cite} and is not forbidden by {by}"
                expected = (finds(rule.id, "violated"), not_violated(len(ground.libraries) - 1))
                witness = telling.witness(ground, one.found, rule.id, title, expected)
                yield Answer(rule.id, ground.position, "found", says, witness=witness)
