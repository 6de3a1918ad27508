"""What a table's columns do not tell: codes that the log format does not list, and cells with nothing in them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from compliance.audit.engines import records
from compliance.audit.read import ReadTable
from compliance.audit.unit import Unit
from compliance.model.audit import Untold

MOST = 20
"""How many codes of a column are named."""


def of_unit(one: Unit, numbers: Iterable[tuple[int, int]]) -> Iterator[Untold]:
    """Of a table whose rows are audited. `numbers` are its profiles, each with how many rows have it.

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
            yield from _codes(one.table, column, listed, coded.source, coded.fact)
    agency = linked.column("agency")
    if "agency" in open_ and agency is not None:
        listed = list(one.log.agencies)
        yield from _codes(one.table, one.table.rows["agency"], listed, agency.source, "agency")


def of_table(table: ReadTable) -> Iterator[Untold]:
    """Of columns with codes, in any table."""
    for column in table.linked.columns:
        if column.codes:
            raw = table.rows[f"code:{column.name}"]
            yield from _codes(table, raw, list(column.codes), column.source, column.name)


def _codes(table: ReadTable, column: Any, listed: list[str], source: str, fact: str) -> Iterator[Untold]:
    rows = table.rows.select(code=column)
    unlisted = rows.filter(rows.code.isnull() | rows.code.notin(listed)) if listed else rows
    counted = unlisted.group_by("code").agg(n=unlisted.count())
    found = records(counted.order_by([counted.n.desc(), counted.code]).limit(MOST + 1))
    for one in found[:MOST]:
        yield Untold(table.linked.name, source, fact, one["code"] or "", one["n"])
    if len(found) > MOST:
        whole: Mapping[str, int] = records(unlisted.agg(n=unlisted.count()))[0]
        rest = whole["n"] - sum(one["n"] for one in found[:MOST])
        yield Untold(table.linked.name, source, fact, "any other code", rest)
