"""Hand-written DuckDB SQL: a boolean per term and part, nulls for unknown, one CASE per rule."""

from typing import Any

import duckdb

from benchmarks.peers import Engine
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
from compliance.engine.readings import Choice
from compliance.model.interval import InForce
from compliance.model.library import LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm


def engine(work: Workload) -> Engine:
    """One statement over a table in memory, prepared once."""
    connection = duckdb.connect()
    practices = table(work.rows, layout_of(work.library))
    connection.register("given", practices)
    connection.execute("CREATE TABLE practices AS SELECT * FROM given")
    connection.execute(f"PREPARE statuses AS {statement(work)}")

    def run() -> Any:
        return connection.execute("EXECUTE statuses").to_arrow_table()

    def counted(answers: Any) -> Counts:
        found: Counts = {}
        for rule, position in work.columns:
            values = answers.column(f"{rule}@{position}").value_counts().to_pylist()
            numbers = {item["values"]: item["counts"] for item in values}
            found[rule, position] = tuple(numbers.get(number, 0) for number in range(len(STATUSES)))
        return found

    return Engine(
        "hand-written DuckDB", run, counted, "one prepared statement, table in memory; statuses only"
    )


def statement(work: Workload) -> str:
    """Terms in the order in which they rest on one another, then the parts of rules, then a CASE for each."""
    rules = work.library.rules
    layers: list[str] = []
    terms: list[list[str]] = []
    for position, choice in work.choices.items():
        levels: dict[str, int] = {}
        for rule in rules:
            for key in work.library.support(*rule.conditions).terms:
                _term(key, position, choice, levels, terms)
    layers += [", ".join(level) for level in terms]
    layers.append(", ".join(_parts(rule, position) for position in work.choices for rule in rules))
    source = "practices"
    for layer in layers:
        source = f"(SELECT *, {layer} FROM {source})"
    statuses = ", ".join(_status(rule, position) for position in work.choices for rule in rules)
    return f"SELECT {statuses} FROM {source}"


def _term(key: str, position: str, choice: Choice, levels: dict[str, int], steps: list[list[str]]) -> int:
    if key not in levels:
        inside = [_term(other, position, choice, levels, steps) for other in _terms(choice[key].logic)]
        level = max(inside, default=0)
        while len(steps) <= level:
            steps.append([])
        steps[level].append(f'{_truth(choice[key].logic, position)} AS "{key}@{position}"')
        levels[key] = level + 1
    return levels[key]


def _terms(logic: Logic) -> set[str]:
    match logic:
        case UseTerm(key):
            return {key}
        case AllOf(of) | AnyOf(of):
            return set[str]().union(*map(_terms, of))
        case NotOf(part):
            return _terms(part)
    return set()


def _truth(logic: Logic, position: str) -> str:
    match logic:
        case AllOf(of):
            return "(" + " AND ".join(_truth(part, position) for part in of) + ")" if of else "TRUE"
        case AnyOf(of):
            return "(" + " OR ".join(_truth(part, position) for part in of) + ")" if of else "FALSE"
        case NotOf(part):
            return f"(NOT {_truth(part, position)})"
        case UseTerm(key):
            return f'"{key}@{position}"'
        case Judged(key):
            return f'"judged:{key}"'
        case NotEncoded():
            return "NULL::BOOLEAN"
        case Compare(fact, "includes", value):
            return f'"fact:{fact}:{value}"'
        case Compare(fact, operator, value):
            if isinstance(value, bool):
                return f'"fact:{fact}"' if value else f'(NOT "fact:{fact}")'
            values = value if isinstance(value, tuple) else (value,)
            written = ", ".join(_literal(one) for one in values)
            sign = {"is": "=", "one-of": "IN", "at-least": ">=", "at-most": "<=", "before": "<", "after": ">"}
            return f'("fact:{fact}" {sign[operator]} ({written}))'


def _literal(value: object) -> str:
    if isinstance(value, int | float):
        return f"{float(value)!r}::DOUBLE"
    return f"'{value}'" if isinstance(value, str) else f"DATE '{value}'"


def _in_force(intervals: tuple[InForce, ...]) -> str:
    found = []
    for one in intervals:
        inside = f"day >= DATE '{one.earliest}'"
        if one.to is not None:
            inside += f" AND day <= DATE '{one.to}'"
        if one.certain_from != one.earliest:
            certain = "FALSE" if one.certain_from is None else f"day >= DATE '{one.certain_from}'"
            inside += f" AND CASE WHEN {certain} THEN TRUE END"
        found.append(f"({inside})")
    return "(" + " OR ".join(found) + ")"


def _parts(rule: LinkedRule, position: str) -> str:
    reach = " AND ".join(
        (_in_force(rule.in_force), _truth(rule.bound, position), _truth(rule.scope, position))
    )
    exceptions = []
    for exception in rule.exceptions:
        applies = _truth(exception.logic, position)
        if exception.in_force != rule.in_force:
            applies = f"({applies} AND {_in_force(exception.in_force)})"
        exceptions.append(f"coalesce({applies}, FALSE)" if exception.actor_shows else applies)
    excused = " OR ".join(exceptions) or "FALSE"
    name = f"{rule.id}@{position}"
    core = _truth(rule.core, position)
    breach = f"NOT {core}" if rule.modality == "obligation" else core
    return f'({reach}) AS "reach {name}", ({breach}) AS "core {name}", ({excused}) AS "excused {name}"'


def _status(rule: LinkedRule, position: str) -> str:
    name = f"{rule.id}@{position}"
    reach, core, excused = f'"reach {name}"', f'"core {name}"', f'"excused {name}"'
    if rule.modality == "permission":
        permitted = f"({reach} AND {core} AND NOT {excused})"
        branches = {permitted: PERMITTED, f"NOT {permitted}": NOT_APPLICABLE}
    else:
        branches = {
            f"NOT {reach}": NOT_APPLICABLE,
            f"{reach} AND NOT {core}": SATISFIED,
            f"{reach} AND {core} AND {excused}": EXCUSED,
            f"{reach} AND {core} AND NOT {excused}": VIOLATED,
        }
    cases = " ".join(f"WHEN {test} THEN {number}::UTINYINT" for test, number in branches.items())
    return f'CASE {cases} ELSE {UNDETERMINED}::UTINYINT END AS "{name}"'
