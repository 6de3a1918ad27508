"""Rules and exceptions that can never matter, whoever argues."""

from collections.abc import Iterator, Sequence

from compliance.model.interval import in_force
from compliance.model.library import LinkedException, LinkedRule
from compliance.model.proof import Answer
from compliance.prove.ground import Claim, Ground
from compliance.prove.solver import NotDecided
from compliance.prove.telling import Telling


def matters(rule: LinkedRule) -> Claim:
    """A rule that can be violated is, or may be as far as law that is not encoded leaves open; a permission permits."""
    if rule.modality == "permission":
        return lambda view: -view.law.taken(rule).no
    return lambda view: view.circuit.any_of((-view.law.violated(rule).no, view.law.conflicts(rule).yes))


def decides(rule: LinkedRule, exception: LinkedException) -> Claim:
    """An exception takes out, or may, what the rule would reach without it."""
    return lambda view: view.circuit.all_of(
        (
            -view.law.reach(rule).no,
            -view.law.breach(rule).no,
            -view.law.excused(rule, exception).yes,
            -view.law.certain.exception(rule, exception)[1],
        )
    )


def somewhere(grounds: Sequence[Ground], claim: Claim) -> bool | None:
    """Whether a claim can be true for some position; None where that was not decided."""
    undecided = False
    for ground in grounds:
        try:
            if ground.possible(claim):
                return True
        except NotDecided:
            undecided = True
    return None if undecided else False


def unreachable(telling: Telling, grounds: Sequence[Ground]) -> Iterator[Answer]:
    """An answer for each rule and exception that never matters, and one for all the others."""
    alive = 0
    asleep: list[str] = []
    for rule in grounds[0].libraries[0].rules:
        cite = telling.cite(rule)
        if in_force(rule.in_force, telling.day) is False:
            asleep.append(f"{cite}")
            continue
        never = "never permits anything" if rule.modality == "permission" else "can never be violated"
        found = somewhere(grounds, matters(rule))
        alive += found is True
        if found is not True:
            yield _answer(rule.id, found, f"{cite} {never}, whatever the facts.")
            continue
        for exception in rule.exceptions:
            if in_force(exception.in_force, telling.day) is False:
                asleep.append(f"the exception '{exception.name}' of {cite}")
                continue
            found = somewhere(grounds, decides(rule, exception))
            alive += found is True
            if found is not True:
                says = f"The exception '{exception.name}' of {cite} never changes anything."
                yield _answer(f"{rule.id}#{exception.name}", found, says)
    if asleep:
        yield Answer("", "", "proved", f"Not law on this day, and therefore left aside: {'; '.join(asleep)}.")
    says = f"{alive} other rules and exceptions each matter on some facts."
    yield Answer(
        "", "", "proved", says if alive != 1 else "One other rule or exception matters on some facts."
    )


def _answer(about: str, found: bool | None, says: str) -> Answer:
    if found is None:
        return Answer(about, "", "not decided", f"Not decided in the time given, for some side: {says}")
    return Answer(about, "", "found", says)
