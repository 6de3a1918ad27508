"""Formulas as Ibis expressions.

In a column of practices null is unknown. Inside of the expressions a truth is two bits, that it is possible
and that it is certain: false is 00, unknown 01, true 11. So `all` is a bitwise and, `any` a bitwise or, just
as Kleene has them, and much faster on columns than AND and OR over nulls. Each number holds the same truth
five times over, so that one number can take each of the five parts of a rule from a place of its own.
"""

from functools import reduce
from operator import and_, or_
from typing import Any

from compliance.columns.formulas import Decided, Formulas, Given, Shown
from compliance.columns.layout import DAY, PRACTICE, Layout
from compliance.columns.table import double
from compliance.engine.formula import And, Formula, Is, Neg, Or
from compliance.engine.truth import Truth
from compliance.model.interval import InForce
from compliance.model.logic import Compare, Judged

PARTS = 5
"""How many truths a number holds; in a packed one they are in force, bound, scope, core and excused."""
FALSE, UNKNOWN, TRUE = 0, 0b01_01_01_01_01, 0b11_11_11_11_11


def expression(formulas: Formulas, layout: Layout, practices: Any) -> Any:
    """An Ibis table of what rules are decided by, from one of practices.

    `practice`, `day`, and a column for each of `decided_names`, in whose numbers five truths are packed.

    Every level of formulas is a select over the one below, so that what is shared is worked out once.
    """
    given = {name: _given(what, layout, practices) for name, what in formulas.given.items()}
    layer = practices.select(practices[PRACTICE], practices[DAY], **given)
    levels: dict[int, dict[str, Formula | Shown]] = {}
    for name, formula in formulas.named.items():
        levels.setdefault(formulas.level[name], {})[name] = formula
    for _, named in sorted(levels.items()):
        layer = layer.mutate(**{name: _truth(formula, layer) for name, formula in named.items()})
    packed = {name: _packed(decided, layer) for decided, name in decided_names(formulas).items()}
    return layer.select(layer[PRACTICE], layer[DAY], **packed)


def decided_names(formulas: Formulas) -> dict[Decided, str]:
    """The column of each way in which some rule is decided for some position."""
    return {decided: f"d{i}" for i, decided in enumerate(dict.fromkeys(formulas.decided.values()))}


def _packed(decided: Decided, layer: Any) -> Any:
    parts = (decided.force, decided.bound, decided.scope, decided.core, decided.excused)
    return reduce(or_, (layer[part] & _number(0b11 << 2 * i) for i, part in enumerate(parts)))


def unpacked(packed: int) -> tuple[Truth, ...] | None:
    """In force, bound, scope, core and excused, from what is packed; None for a number that packs none."""
    truths = {0b00: False, 0b01: None, 0b11: True}
    bits = [packed >> 2 * i & 0b11 for i in range(PARTS)]
    return tuple(truths[one] for one in bits) if all(one in truths for one in bits) else None


def _number(number: int) -> Any:
    import ibis

    return ibis.literal(number, type="int16")


def _cases(*branches: tuple[Any, int], otherwise: int) -> Any:
    """The first value whose test holds. The cast is for DuckDB, which has plain numbers 32 bits wide."""
    import ibis

    return ibis.cases(
        *((test, _number(value)) for test, value in branches),
        else_=ibis.literal(otherwise, type="int32").cast("int16"),
    )


def _given(given: Given, layout: Layout, practices: Any) -> Any:
    match given:
        case None:
            return _number(UNKNOWN)
        case Judged(key):
            column = practices[layout.name_of_judgment[key]]
            return _cases((column, TRUE), (column.isnull(), UNKNOWN), otherwise=FALSE)
        case Compare():
            column = _column(given, layout, practices)
            return _cases((_compared(given, column), TRUE), (column.isnull(), UNKNOWN), otherwise=FALSE)
        case _:
            return reduce(or_, (_in_force(stretch, practices[DAY]) for stretch in given), _number(FALSE))


def _column(compare: Compare, layout: Layout, practices: Any) -> Any:
    member = str(compare.value) if compare.operator == "includes" else None
    return practices[layout.name_of_fact[compare.fact, member]]


def _compared(compare: Compare, column: Any) -> Any:
    """Whether a column compares as wanted; null where it is null."""
    value: Any = compare.value
    match compare.operator:
        case "includes":
            return column
        case "is" if isinstance(value, bool):
            return column if value else ~column
        case "is":
            return column == _literal(value)
        case "one-of":
            return column.isin([_literal(item) for item in value])
        case "at-least":
            return column >= _literal(value)
        case "at-most":
            return column <= _literal(value)
        case "before":
            return column < _literal(value)
        case "after":
            return column > _literal(value)


def _literal(value: Any) -> Any:
    import ibis

    if isinstance(value, int | float):
        return ibis.literal(double(value), type="float64")
    return ibis.literal(value)


def _in_force(stretch: InForce, day: Any) -> Any:
    outside = day < _literal(stretch.earliest)
    if stretch.to is not None:
        outside |= day > _literal(stretch.to)
    certain = stretch.certain_from
    if certain is None:
        return _cases((outside, FALSE), otherwise=UNKNOWN)
    if certain == stretch.earliest:
        return _cases((outside, FALSE), otherwise=TRUE)
    return _cases((outside, FALSE), (day >= _literal(certain), TRUE), otherwise=UNKNOWN)


def _truth(formula: Formula | Shown, layer: Any) -> Any:
    match formula:
        case Is(name):
            return layer[name]
        case And(of):
            return reduce(and_, (_truth(part, layer) for part in of)) if of else _number(TRUE)
        case Or(of):
            return reduce(or_, (_truth(part, layer) for part in of)) if of else _number(FALSE)
        case Neg(part):
            value = _truth(part, layer)
            one = _number(UNKNOWN)
            return ((value >> _number(1)) & one ^ one) | ((value & one ^ one) << _number(1))
        case Shown(name):
            certain = layer[name] & _number(TRUE - UNKNOWN)
            return certain | certain >> _number(1)
