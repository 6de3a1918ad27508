"""What a bill changes: kinds of change between a finding under the law as it is and under the law with the bill."""

from typing import Literal, get_args

from compliance.model.finding import Status

Kind = Literal["forbids", "permits", "unsettles", "settles", "alters", "leaves"]
"""What a bill does to a finding: it newly forbids or newly permits the conduct, makes the finding unsettled or settles
it, alters it in another way (a rule that now reaches the conduct and is kept), or leaves it as it was."""

KINDS: tuple[Kind, ...] = get_args(Kind)

OPEN: tuple[Status, ...] = ("conflict", "contested", "undetermined")
"""The statuses that leave open whether the law was broken."""


def kind_of(before: Status, after: Status) -> Kind:
    """What a change from one status to another is; a rule that is not law yet counts as not applicable."""
    if before == after:
        return "leaves"
    if after == "violated":
        return "forbids"
    if after in OPEN:
        return "alters" if before in OPEN else "unsettles"
    if before == "violated":
        return "permits"
    return "settles" if before in OPEN else "alters"
