"""What the codes in the columns mean."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from compliance.engine.status import Outcome, Parts, outcome
from compliance.engine.truth import Truth
from compliance.model.finding import NotApplicable, Status
from compliance.model.rule import Modality

BITS: Mapping[Status, int] = {
    "violated": 1,
    "excused": 2,
    "satisfied": 4,
    "permitted": 8,
    "not-applicable": 16,
}
"""A status that is possible sets its bit. One bit is the status; several are undetermined."""
_WHY_NOT: Mapping[NotApplicable | None, int] = {"not-in-force": 32, "not-bound": 64, "out-of-scope": 0}
"""Why a rule does not apply."""
CODES = 128


def code_of(
    modality: Modality, in_force: Truth, bound: Truth, scope: Truth, core: Truth, excused: Truth
) -> int:
    """The code of a rule's outcome from the truth of its parts; `excused`: whether any exception excuses."""
    decided = outcome(modality, Parts(in_force, bound, scope, core, (excused,)), (False,))
    code = sum(BITS[status] for status in decided.possible or (decided.status,))
    return code | _WHY_NOT.get(decided.why_not, 0)


@cache
def outcome_of(code: int) -> Outcome:
    """The outcome that a code stands for. Raises ValueError for a code that stands for none."""
    possible = tuple(status for status, bit in BITS.items() if code & bit)
    if len(possible) > 1:
        return Outcome("undetermined", None, possible)
    if not possible:
        raise ValueError(f"{code} is not the code of an outcome")
    if possible != ("not-applicable",):
        return Outcome(possible[0])
    return Outcome("not-applicable", next(why for why, bits in _WHY_NOT.items() if code & bits == bits))


def column_name(rule: str, position: str) -> str:
    """The column of a rule for a position."""
    return f"{rule}@{position}"


def statuses(codes: Any) -> Any:
    """A table of codes (pyarrow) as one of words: every column behind `practice` and `day` as its status."""
    import pyarrow

    words: list[Status] = [*BITS, "undetermined"]
    index = pyarrow.array([_index(code, words) for code in range(CODES)], pyarrow.int8())
    dictionary = pyarrow.array(words)
    columns = {}
    for name in codes.column_names:
        column = codes.column(name)
        if pyarrow.types.is_integer(column.type):
            taken = index.take(column.combine_chunks())
            column = pyarrow.DictionaryArray.from_arrays(taken, dictionary)
        columns[name] = column
    return pyarrow.table(columns)


def _index(code: int, words: list[Status]) -> int | None:
    return words.index(outcome_of(code).status) if code & sum(BITS.values()) else None


def counts(codes: Any) -> dict[str, dict[Status, int]]:
    """How many rows have each status, by column (RULE@POSITION) of a table of codes (pyarrow)."""
    import pyarrow

    found: dict[str, dict[Status, int]] = {}
    for name in codes.column_names:
        column = codes.column(name)
        if pyarrow.types.is_integer(column.type):
            own: dict[Status, int] = {}
            for item in column.value_counts().to_pylist():
                status = outcome_of(item["values"]).status
                own[status] = own.get(status, 0) + item["counts"]
            found[name] = dict(sorted(own.items()))
    return found
