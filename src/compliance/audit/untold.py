"""What a table's columns do not tell: codes that the log format does not list, and cells with nothing in them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from compliance.audit.read import ReadTable
from compliance.audit.statements import Statements
from compliance.audit.unit import Unit
from compliance.model.audit import Untold

MOST = 20
"""How many codes of a column are named."""
_KEPT = "codes"


def of_unit(
    one: Unit, numbers: Iterable[tuple[int, int]], agencies: Sequence[tuple[str | None, int]]
) -> Iterator[Untold]:
    """Of a table whose rows are audited. `numbers` are its profiles, and `agencies` its agencies as they are written,
    each with how many rows have it.

    A column is looked at again only where some profile does not know what it shows.
    """
    open_ = set[str]()
    for number, _ in numbers:
        _, *digits = one.profiles.taken_apart(number)
        open_ |= {digit.name for digit, value in zip(one.profiles.digits, digits, strict=True) if not value}
    linked = one.table.linked
    for coded in linked.facts:
        if coded.fact in open_:
            listed = [code for code, known in coded.codes.items() if known.value is not None]
            column = one.table.rows[f"fact:{coded.fact}"]
            yield from _codes(one.table, one.statements, column, listed, coded.source, coded.fact)
    agency = linked.column("agency")
    if "agency" in open_ and agency is not None:
        unlisted = [(code, rows) for code, rows in agencies if code not in one.log.agencies]
        ordered = sorted(unlisted, key=lambda code: (-code[1], code[0] is not None, code[0] or ""))
        rest = sum(rows for _, rows in ordered[MOST:])
        yield from _named(one.table, ordered[:MOST], rest, agency.source, "agency")


def of_table(table: ReadTable, on: Statements) -> Iterator[Untold]:
    """Of columns with codes, in any table."""
    for column in table.linked.columns:
        if column.codes:
            raw = table.rows[f"code:{column.name}"]
            yield from _codes(table, on, raw, list(column.codes), column.source, column.name)


def _codes(
    table: ReadTable, on: Statements, column: Any, listed: Collection[str], source: str, fact: str
) -> Iterator[Untold]:
    rows = table.rows.select(code=column)
    # Kept in between: asked for the unlisted ones, an engine compares each row with the list before it groups them.
    groups = on.keep(_KEPT, rows.group_by("code").agg(n=rows.count()))
    unlisted = groups.filter(groups.code.isnull() | groups.code.notin(list(listed))) if listed else groups
    found = on.fetch(unlisted.order_by([unlisted.n.desc(), unlisted.code]).limit(MOST)).to_pylist()
    (all_,) = on.fetch(unlisted.agg(n=unlisted.n.sum())).column("n").to_pylist()
    on.drop(_KEPT)
    named = [(one["code"], one["n"]) for one in found]
    yield from _named(table, named, int(all_ or 0) - sum(rows for _, rows in named), source, fact)


def _named(
    table: ReadTable, codes: Iterable[tuple[str | None, int]], rest: int, source: str, fact: str
) -> Iterator[Untold]:
    for code, rows in codes:
        yield Untold(table.linked.name, source, fact, code or "", rows)
    if rest:
        yield Untold(table.linked.name, source, fact, "any other code", rest)
