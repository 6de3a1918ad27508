"""Hand-written Polars: a boolean expression per term and part, null for unknown, a `when` chain per rule."""

from functools import reduce
from operator import and_, or_
from typing import Any

import polars as pl

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
    """Expressions built once; terms first, each in a column, then all statuses in one select."""
    frame = pl.from_arrow(table(work.rows, layout_of(work.library)))
    assert isinstance(frame, pl.DataFrame)
    steps: list[list[pl.Expr]] = []
    statuses: list[pl.Expr] = []
    for position, choice in work.choices.items():
        levels: dict[str, int] = {}
        for rule in work.library.rules:
            for key in work.library.support(*rule.conditions).terms:
                _term(key, position, choice, levels, steps)
        statuses += [
            _status(rule, position, choice).alias(f"{rule.id}@{position}") for rule in work.library.rules
        ]

    def run() -> pl.DataFrame:
        lazy = frame.lazy()
        for step in steps:
            lazy = lazy.with_columns(step)
        return lazy.select(statuses).collect()

    def counted(answers: pl.DataFrame) -> Counts:
        return {
            (rule, position): tuple(
                int((answers[f"{rule}@{position}"] == number).sum()) for number in range(len(STATUSES))
            )
            for rule, position in work.columns
        }

    return Engine("hand-written Polars", run, counted, "lazy, expressions built once; statuses only")


def _term(key: str, position: str, choice: Choice, levels: dict[str, int], steps: list[list[pl.Expr]]) -> int:
    """Puts a term into the step behind those that it rests on; returns the number of the step after it."""
    if key not in levels:
        inside = [_term(other, position, choice, levels, steps) for other in _terms(choice[key].logic)]
        level = max(inside, default=0)
        while len(steps) <= level:
            steps.append([])
        steps[level].append(_truth(choice[key].logic, position).alias(f"{key}@{position}"))
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


def _truth(logic: Logic, position: str) -> pl.Expr:
    match logic:
        case AllOf(of):
            return reduce(and_, (_truth(part, position) for part in of)) if of else pl.lit(True)
        case AnyOf(of):
            return reduce(or_, (_truth(part, position) for part in of)) if of else pl.lit(False)
        case NotOf(part):
            return ~_truth(part, position)
        case UseTerm(key):
            return pl.col(f"{key}@{position}")
        case Judged(key):
            return pl.col(f"judged:{key}")
        case NotEncoded():
            return pl.lit(None, pl.Boolean)
        case Compare(fact, "includes", value):
            return pl.col(f"fact:{fact}:{value}")
        case Compare(fact, operator, bool(value)):
            return pl.col(f"fact:{fact}") if value else ~pl.col(f"fact:{fact}")
        case Compare(fact, "one-of", tuple(values)):
            several: list[Any] = [*values]
            floats = [float(one) if isinstance(one, int) else one for one in several]
            return pl.col(f"fact:{fact}").is_in(floats)
        case Compare(fact, operator, value):
            column, wanted = pl.col(f"fact:{fact}"), pl.lit(value)
            match operator:
                case "at-least":
                    return column >= wanted
                case "at-most":
                    return column <= wanted
                case "before":
                    return column < wanted
                case "after":
                    return column > wanted
                case _:
                    return column == wanted


def _in_force(intervals: tuple[InForce, ...]) -> pl.Expr:
    day = pl.col("day")
    found = []
    for one in intervals:
        inside = day >= one.earliest if one.to is None else day.is_between(one.earliest, one.to)
        certain = pl.lit(None, pl.Boolean)
        if one.certain_from is not None:
            certain = pl.when(day >= one.certain_from).then(True).otherwise(certain)
        found.append(inside if one.certain_from == one.earliest else inside & certain)
    return reduce(or_, found)


def _status(rule: LinkedRule, position: str, choice: Choice) -> pl.Expr:
    del choice
    reach = _in_force(rule.in_force) & _truth(rule.bound, position) & _truth(rule.scope, position)
    core = _truth(rule.core, position)
    excused = pl.lit(False)
    for exception in rule.exceptions:
        applies = _truth(exception.logic, position)
        if exception.in_force != rule.in_force:
            applies &= _in_force(exception.in_force)
        excused |= applies.fill_null(False) if exception.actor_shows else applies
    if rule.modality == "permission":
        permitted = reach & core & ~excused
        chain = pl.when(permitted).then(_number(PERMITTED)).when(~permitted).then(_number(NOT_APPLICABLE))
        return chain.otherwise(_number(UNDETERMINED))
    breach = ~core if rule.modality == "obligation" else core
    return (
        pl.when(~reach)
        .then(_number(NOT_APPLICABLE))
        .when(reach & ~breach)
        .then(_number(SATISFIED))
        .when(reach & breach & excused)
        .then(_number(EXCUSED))
        .when(reach & breach & ~excused)
        .then(_number(VIOLATED))
        .otherwise(_number(UNDETERMINED))
    )


def _number(number: int) -> pl.Expr:
    return pl.lit(number, pl.UInt8)
