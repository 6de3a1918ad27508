"""Code-generated Python: a compiled function per rule and position, over a dictionary per practice."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from benchmarks.peers import Engine
from benchmarks.peers.flags import Flags, Language, flags, parts_of
from benchmarks.workload import (
    EXCUSED,
    NOT_APPLICABLE,
    PERMITTED,
    SATISFIED,
    STATUSES,
    UNDETERMINED,
    VIOLATED,
    Counts,
    Workload,
)
from compliance.columns import layout_of, table
from compliance.model.interval import InForce
from compliance.model.library import LinkedRule
from compliance.model.logic import Compare


def engine(work: Workload) -> Engine:
    """Functions compiled once; a term is a function too."""
    rows: list[dict[str, Any]] = table(work.rows, layout_of(work.library)).to_pylist()
    functions = compiled(work)

    def run() -> list[list[int]]:
        return [[function(row) for function in functions] for row in rows]

    def counted(answers: list[list[int]]) -> Counts:
        found: Counts = {}
        for key, statuses in zip(work.columns, zip(*answers, strict=True), strict=True):
            numbers = Counter(statuses)
            found[key] = tuple(numbers[number] for number in range(len(STATUSES)))
        return found

    return Engine(
        "code-generated Python", run, counted, "a compiled function per rule and position; statuses only"
    )


def compiled(work: Workload) -> list[Callable[[Mapping[str, Any]], int]]:
    """For each rule and position a function from a practice's facts to the number of a status."""
    space: dict[str, Any] = {"date": date}
    source: list[str] = []
    names: list[str] = []
    for number, (position, choice) in enumerate(work.choices.items()):
        del position
        terms: dict[str, Flags] = {
            key: (f"t{number}_{i}(f)", f"p{number}_{i}(f)") for i, key in enumerate(work.terms)
        }
        for i, key in enumerate(work.terms):
            certainly, possibly = flags(choice[key].logic, PYTHON, terms)
            source += [
                f"def t{number}_{i}(f): return {certainly}",
                f"def p{number}_{i}(f): return {possibly}",
            ]
        for i, rule in enumerate(work.library.rules):
            names.append(f"rule{number}_{i}")
            source.append(f"def {names[-1]}(f):\n" + "".join(f"  {line}\n" for line in _body(rule, terms)))
    exec(compile("\n".join(source), "<rules>", "exec"), space)
    return [space[name] for name in names]


def _body(rule: LinkedRule, terms: Mapping[str, Flags]) -> list[str]:
    parts = parts_of(rule, PYTHON, terms)
    (reach_sure, reach_may), (core_sure, core_may) = parts.reach, parts.core
    excused_sure, excused_may = parts.excused
    if rule.modality == "permission":
        return [
            f"if not ({reach_may} and {core_may}) or {excused_sure}: return {NOT_APPLICABLE}",
            f"if {reach_sure} and {core_sure} and not {excused_may}: return {PERMITTED}",
            f"return {UNDETERMINED}",
        ]
    return [
        f"if not {reach_may}: return {NOT_APPLICABLE}",
        f"if not {reach_sure}: return {UNDETERMINED}",
        f"if not {core_may}: return {SATISFIED}",
        f"if not {core_sure}: return {UNDETERMINED}",
        f"if not {excused_may}: return {VIOLATED}",
        f"return {EXCUSED} if {excused_sure} else {UNDETERMINED}",
    ]


def _compare(compare: Compare) -> Flags:
    fact, value = f"f['fact:{compare.fact}']", compare.value
    if compare.operator == "includes":
        fact, value = f"f['fact:{compare.fact}:{compare.value}']", True
    if isinstance(value, bool):
        return f"({fact} is {value})", f"({fact} is not {not value})"
    sign = {"is": "==", "one-of": "in", "at-least": ">=", "at-most": "<=", "before": "<", "after": ">"}
    literal = f"date({value.year}, {value.month}, {value.day})" if isinstance(value, date) else repr(value)
    test = f"{fact} {sign[compare.operator]} {literal}"
    return f"({fact} is not None and {test})", f"({fact} is None or {test})"


def _in_force(intervals: tuple[InForce, ...]) -> Flags:
    sure, may = [], []
    for one in intervals:
        end = "" if one.to is None else f" and f['day'] <= {_day(one.to)}"
        may.append(f"f['day'] >= {_day(one.earliest)}{end}")
        if one.certain_from is not None:
            sure.append(f"f['day'] >= {_day(max(one.earliest, one.certain_from))}{end}")
    return "(" + (" or ".join(sure) or "False") + ")", "(" + " or ".join(may) + ")"


def _day(day: date) -> str:
    return f"date({day.year}, {day.month}, {day.day})"


PYTHON = Language(
    "True",
    "False",
    _compare,
    lambda key: (f"(f['judged:{key}'] is True)", f"(f['judged:{key}'] is not False)"),
    _in_force,
)
