"""What the rules say of each profile: decided once, however many rows have it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from compliance.analysis.stretch import joined
from compliance.audit.profile import Facts, Profiles
from compliance.columns.layout import DAY, PRACTICE, FactColumn
from compliance.columns.program import ColumnProgram
from compliance.columns.statuses import column_name, outcome_of
from compliance.columns.table import arrow_types, double
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.model.case import Given, Members
from compliance.model.finding import STATUSES, Status
from compliance.model.library import LinkedRule

_FIRST = 0x21
"""The letter of code 0 in a verdict. A verdict is text, so that any engine can keep, group and join it."""
BY_USER: tuple[Status, ...] = ("violated", "contested")
"""What is counted by user."""


def rules_about(decider: Decider, constants: Facts) -> tuple[LinkedRule, ...]:
    """The prohibitions and obligations that rows with these facts can be about, on the reading of any position."""
    given = Given(constants, {})
    ways = [Evaluation(given, choice, date.min) for choice in decider.choices.values()]
    return tuple(
        rule
        for rule in decider.library.rules
        if rule.modality != "permission"
        and any(way.truth(rule.scope) is not False and way.truth(rule.bound) is not False for way in ways)
    )


@dataclass(frozen=True, slots=True)
class Ruling:
    """One rule's part of a verdict."""

    status: Status
    """Over all positions; `contested` where they differ."""
    positions: Mapping[str, Status]
    can_be_violated: bool


class Verdicts:
    """The rules about a table's rows, and the verdict on each profile that was met.

    Statuses are those of each rule by itself, before collisions between rules and declared priorities, as in every use
    of columns (decision 0009).
    """

    def __init__(self, decider: Decider, rules: tuple[LinkedRule, ...], profiles: Profiles) -> None:
        self.rules, self.profiles = rules, profiles
        self.library = replace(decider.library, rules=rules)
        self._keys = [(rule.id, position) for rule in rules for position in decider.positions_of(rule)]
        self._program = ColumnProgram(self.library, decider.choices) if rules else None
        self._found: dict[int, str] = {}
        self._rulings: dict[str, Mapping[str, Ruling]] = {}

    def decide(self, numbers: Iterable[int]) -> None:
        """Decide about profiles that were not met before."""
        new = sorted(set(numbers) - self._found.keys())
        if not new:
            return
        if self._program is None:
            self._found.update(dict.fromkeys(new, ""))
            return
        codes = self._program.run(_table(new, self.profiles, self._program))
        columns = [codes.column(column_name(*key)).to_numpy() for key in self._keys]
        for number, row in zip(new, zip(*(column.tolist() for column in columns), strict=True), strict=True):
            self._found[number] = "".join(chr(_FIRST + code) for code in row)

    def of(self, number: int) -> str:
        """The verdict on a profile that was decided about."""
        return self._found[number]

    def rulings(self, verdict: str) -> Mapping[str, Ruling]:
        """What a verdict says, by rule; without rules that the row is not something for."""
        if verdict not in self._rulings:
            self._rulings[verdict] = dict(self._read(verdict))
        return self._rulings[verdict]

    def _read(self, verdict: str) -> Iterable[tuple[str, Ruling]]:
        found: dict[str, dict[str, int]] = {}
        for (rule, position), letter in zip(self._keys, verdict, strict=True):
            found.setdefault(rule, {})[position] = ord(letter) - _FIRST
        for rule, codes in found.items():
            outcomes = {position: outcome_of(code) for position, code in codes.items()}
            statuses = {position: one.status for position, one in outcomes.items()}
            status = joined(list(statuses.values()))
            if status != "not-applicable":
                open_ = any(
                    "violated" in one.possible or one.status == "violated" for one in outcomes.values()
                )
                yield rule, Ruling(status, statuses, open_)

    def row_status(self, verdict: str) -> Status:
        """The gravest status of a row's rules, as `check` has it of a practice; `no-rule` where none is about it."""
        rulings = self.rulings(verdict).values()
        settled = [
            one.status
            for one in rulings
            if one.can_be_violated or one.status not in ("contested", "undetermined")
        ]
        found = settled or [one.status for one in rulings]
        return min(found, key=STATUSES.index) if found else "no-rule"

    def broken(self, verdict: str) -> tuple[str, ...]:
        """The rules that the row breaks for some position."""
        return tuple(
            rule for rule, one in self.rulings(verdict).items() if "violated" in one.positions.values()
        )

    def by_user(self, verdict: str) -> bool:
        """Whether a row is counted by user: some rule is violated or contested."""
        return any(one.status in BY_USER for one in self.rulings(verdict).values())

    @cached_property
    def unmapped(self) -> tuple[str, ...]:
        """The facts that the rules ask for and no row shows."""
        shown = set(self.profiles.constants)
        for digit in self.profiles.digits:
            for facts in digit.values:
                shown |= facts.keys()
        asked = dict.fromkeys(fact for rule in self.rules for fact in self.library.support_of[rule.id].facts)
        return tuple(fact for fact in asked if fact not in shown)


# --- profiles as a table of practices ----------------------------------------------------------------------


def _table(numbers: Sequence[int], profiles: Profiles, program: ColumnProgram) -> Any:
    """A table for the columns program (pyarrow): a practice for each profile, in their order."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    left = np.array(numbers, dtype=np.int64)
    digits: list[Any] = []
    for base in profiles.bases:
        left, found = np.divmod(left, base)
        digits.append(pa.array(found.tolist(), pa.int64()))  # of an array, Arrow would ask pandas
    types = arrow_types()
    columns: dict[str, Any] = {
        PRACTICE: pa.array([str(number) for number in numbers], types["string"]),
        DAY: pa.array(profiles.days, types["date"]).take(digits[0]),
    }
    for column in program.layout.facts:
        type_, value = types[column.type], _value_of(column)
        constant = value(profiles.constants)
        parts = [pa.array([constant] * len(numbers), type_)]
        for digit, places in zip(profiles.digits, digits[1:], strict=True):
            values = [None, *(value(facts) for facts in digit.values)]
            if any(one is not None for one in values):
                parts.append(pa.array(values, type_).take(places))
        columns[column.name] = pc.coalesce(*reversed(parts)) if len(parts) > 1 else parts[0]
    for judgment in program.layout.judgments:
        columns[judgment.name] = pa.nulls(len(numbers), types["boolean"])
    return pa.table(columns)


def _value_of(column: FactColumn) -> Callable[[Facts], object]:
    def value(facts: Facts) -> object:
        known = facts.get(column.fact)
        if known is None or known.value is None:
            return None
        if column.member is not None:
            assert isinstance(known.value, Members)
            has, lacks = known.value.has, known.value.lacks
            return True if column.member in has else False if column.member in lacks else None
        return double(known.value) if column.type == "double" else known.value

    return value
