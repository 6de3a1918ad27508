"""What `tally` counts, worked out practice by practice with the ordinary engine."""

from collections.abc import Sequence
from datetime import date

from compliance.columns.population import Population
from compliance.engine.decide import Decider
from compliance.engine.readings import arguing
from compliance.engine.status import Outcome
from compliance.model.comparison import Kind, kind_of
from compliance.model.finding import STATUSES, Status
from compliance.model.library import Library

Counts = dict[tuple[str, str, Kind, Status, Status], tuple[int, int]]
"""(rule, position, kind, before, after) to how many practices, and the first.

The rule is '' for a practice as a whole."""

NOT_YET = Outcome("not-applicable")


def counted(
    before: Library,
    after: Library,
    population: Population,
    positions: Sequence[str],
    day: date,
    *,
    inference: bool = False,
) -> Counts:
    """Every rule and every practice as a whole for every position; those that stay as they were too."""
    found: Counts = {}
    rules = dict.fromkeys(rule.id for rule in (*before.rules, *after.rules))
    deciders = [Decider(library, positions or None, inference=inference) for library in (before, after)]
    names = tuple(positions) or tuple(deciders[0].choices)

    def count(row: int, rule: str, position: str, old: Status, new: Status) -> None:
        key = (rule, position, kind_of(old, new), old, new)
        number, first = found.get(key, (0, row))
        found[key] = (number + 1, first)

    for row in range(len(population)):
        case = population.case(row, day)
        old, new = (decider.decide(case, day) for decider in deciders)
        for position in names:
            outcomes: list[tuple[Outcome, Outcome]] = []
            for rule in rules:
                home = (after.rule_by_id.get(rule) or before.rule_by_id[rule]).instrument
                library = after if rule in after.rule_by_id else before
                if position in arguing(library, home, names):
                    key = (rule, position)
                    pair = tuple(one[key].outcome if key in one else NOT_YET for one in (old, new))
                    outcomes.append((pair[0], pair[1]))
                    count(row, rule, position, pair[0].status, pair[1].status)
            count(row, "", position, whole([one for one, _ in outcomes]), whole([one for _, one in outcomes]))
    return found


def whole(outcomes: Sequence[Outcome]) -> Status:
    """The gravest of the findings for one position; what is open and harmless counts only by itself."""
    applied = [one for one in outcomes if one.status != "not-applicable"]
    settled = [one for one in applied if one.status != "undetermined" or "violated" in one.possible]
    statuses = [one.status for one in settled or applied]
    return min(statuses, key=STATUSES.index, default="not-applicable")
