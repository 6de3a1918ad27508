"""What was kept of a table's chunks, as the counts of a report."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

from compliance.audit.agreements import Checked
from compliance.audit.cells import Counts
from compliance.audit.reasons import Reasons
from compliance.audit.unit import Unit
from compliance.audit.verdicts import Verdicts
from compliance.audit.work import Work
from compliance.engine.decide import Decider
from compliance.model.audit import Dimension, Example, RuleCount, Tally, UnitCount
from compliance.model.finding import STATUSES, Status
from compliance.model.library import Library, LinkedRule
from compliance.model.log import LinkedLog

OPEN: tuple[Status, ...] = ("violated", "contested", "undetermined")
"""The statuses of which a row is given as an example."""


def unit_counts(one: Unit, parts: Iterable[Path], reasons: Reasons) -> tuple[UnitCount, list[RuleCount]]:
    """The counts of a table, and of each rule that some row of it is something for."""
    counts = Counts(parts, one.verdicts) if one.verdicts else None
    assert counts is not None
    numbers = {
        number: (verdict, example)
        for number, verdict, example in zip(
            *(counts.numbers.column(name).to_pylist() for name in ("number", "verdict", "example")), strict=True
        )
    }
    name = one.table.linked.name
    since, until = _days(counts)
    found: list[RuleCount] = []
    for rule in one.verdicts.rules:
        tally = counts.of_rule(rule.id)
        if tally.rows:
            examples, turns = _examples(one, rule, numbers, reasons)
            by = {dimension: counts.by(rule.id, dimension) for dimension in get_args(Dimension)}
            found.append(_rule_count(one.verdicts.library, rule, name, tally, by, examples, turns))
    return UnitCount(name, counts.rows, 0, counts.of_rows(), since, until), found  # type: ignore[arg-type]
