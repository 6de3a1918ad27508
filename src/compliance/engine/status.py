"""From the truth of a rule's parts to its status.

    not-applicable   not in force, or not bound, or out of scope
    excused          the elements hold and an exception is shown
    violated         a forbidden element set holds, or a `must` fails, and nothing excuses
    satisfied        in scope, and the forbidden elements fail or the `must` holds
    permitted        a permission applies

Each status is itself a three-valued statement about the parts; the one that is true is the status. Where none is
true, the finding is undetermined, and the ones that are not false are still possible.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from compliance.engine.truth import Truth, all_of, any_of, negate
from compliance.model.finding import NotApplicable, Status
from compliance.model.rule import Modality


@dataclass(frozen=True, slots=True)
class Parts:
    """The truth of each part of a rule; a part that was not needed may be None."""

    in_force: Truth
    bound: Truth
    scope: Truth
    core: Truth
    exceptions: tuple[Truth, ...]
    """Whether each exception applies, as far as the facts show."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status with its reason for not applying, and what is still possible while undetermined."""

    status: Status
    why_not: NotApplicable | None = None
    possible: tuple[Status, ...] = ()


def statuses(modality: Modality, parts: Parts, actor_shows: tuple[bool, ...]) -> dict[Status, Truth]:
    """Each status and whether it is the rule's: true, false or still possible (None).

    An exception that the actor has to show counts as failing until it is shown.
    """
    reach = all_of((parts.in_force, parts.bound, parts.scope))
    excused = any_of(
        value is True if burden else value
        for value, burden in zip(parts.exceptions, actor_shows, strict=True)
    )
    core = parts.core
    if modality == "permission":
        permitted = all_of((reach, core, negate(excused)))
        return {"permitted": permitted, "not-applicable": negate(permitted)}
    breach = core if modality == "prohibition" else negate(core)
    return {
        "violated": all_of((reach, breach, negate(excused))),
        "excused": all_of((reach, breach, excused)),
        "satisfied": all_of((reach, negate(breach))),
        "not-applicable": negate(reach),
    }


def chosen(values: Mapping[Status, Truth], parts: Parts) -> Outcome:
    """The status that is true; where none is, undetermined with those still possible."""
    for status, value in values.items():
        if value is True:
            return Outcome(status, _why_not(parts) if status == "not-applicable" else None)
    return Outcome("undetermined", None, tuple(status for status, value in values.items() if value is None))


def outcome(modality: Modality, parts: Parts, actor_shows: tuple[bool, ...]) -> Outcome:
    """The rule's status from the truth of its parts."""
    return chosen(statuses(modality, parts, actor_shows), parts)


def _why_not(parts: Parts) -> NotApplicable:
    """Conduct that the rule is not about is out of its scope on any day and for anybody; so that comes first."""
    if parts.scope is False:
        return "out-of-scope"
    if parts.in_force is False:
        return "not-in-force"
    return "not-bound" if parts.bound is False else "out-of-scope"
