"""Logs drawn at random, as rows in memory and as tables of an engine.

Few users, subjects and ids, so that much meets; times around the edges of spans; cells that are empty, tables that are
complete for some days, for none, or not there at all; times that are days alone, and rows that nothing can be said of.
"""

import random
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import pyarrow.parquet as pq
from tests.audit.conftest import stored

from compliance.audit.engines import Engine
from compliance.audit.naive import Rows
from compliance.engine.decide import Decider
from compliance.model.case import Known, Members
from compliance.model.library import Library
from compliance.model.log import NEEDED, TABLES, LinkedColumn, LinkedFact, LinkedLog, LinkedTable
from compliance.model.measure import TableName
from compliance.source.library import load_library

EXAMPLE = Path("features/logs/federal-offices/tests")
ZONE = "America/New_York"
START = datetime(2018, 3, 10, 3)
"""A day before the clocks go forward."""
CODES = {"C": "crime", "R": "entry-or-reentry", "A": "civil-immigration", "O": "other-official"}
LAST = "last:time"
KEYS: dict[TableName, str] = {
    "queries": "id",
    "reviews": "query",
    "certifications": "user",
    "cases": "number",
    "disseminations": "query",
    "audits": "agency",
}
"""What rows of each table are looked up by."""


@cache
def law() -> tuple[Library, Decider]:
    library = load_library((EXAMPLE,))
    return library, Decider(library)


@dataclass(frozen=True)
class Drawn:
    """A log that was drawn: the audit's tables as rows, and what the format says of them."""

    log: LinkedLog
    rows: dict[TableName, list[dict[str, Any]]]
    days: frozenset[TableName]
    """The tables that give the days of events alone."""

    def read(self, name: TableName) -> list[dict[str, Any]]:
        """The rows of a table that something can be said of."""
        return [row for row in self.rows[name] if not unread(name, row)]

    def decided(self, unit: TableName) -> list[dict[str, Any]]:
        """The rows of a table that no other has the id of."""
        ids = Counter(row["id"] for row in self.read(unit))
        return [row for row in self.read(unit) if ids[row["id"]] == 1]

    def naive(self, unit: TableName) -> dict[TableName, Rows]:
        """The tables in memory; of the one whose rows are audited those that are decided about."""
        found: dict[TableName, Rows] = {}
        for name, table in self.log.tables.items():
            columns = frozenset(column.name for column in table.columns)
            rows = self.decided(name) if name == unit else self.read(name)
            lost = [row for row in self.rows[name] if unread(name, row)]
            kept, rejected = (
                [{key: row[key] for key in row if key in columns or key == LAST} for row in some]
                for some in (rows, lost)
            )
            minutes = [minute(row["time"]) if "time" in row else None for row in rows]
            twice = [
                (row, minute(row["time"])) for row in self.read(name) if name == unit and row not in rows
            ]
            found[name] = Rows(columns, kept, covered(table), minutes, rejected, twice)
        return found


def unread(name: TableName, row: dict[str, Any]) -> bool:
    """Whether nothing can be said of a row."""
    return any(row[column] is None for column in NEEDED[name])


def covered(table: LinkedTable) -> tuple[datetime, datetime] | None:
    """From when until when, in UTC, a table holds all there is."""
    if table.complete is None:
        return None
    first, last = table.complete
    return local(first), local(last + timedelta(days=1)) - timedelta(microseconds=1)


def local(day: date) -> datetime:
    """The first moment of a day in New York, in UTC; the clocks went forward at 7:00 UTC on 11 March 2018."""
    midnight = datetime(day.year, day.month, day.day)
    return midnight + timedelta(hours=5 if midnight + timedelta(hours=5) < datetime(2018, 3, 11, 7) else 4)


def there(time: datetime) -> datetime:
    """What the clocks in New York show at a time in UTC."""
    return time - timedelta(hours=5 if time < datetime(2018, 3, 11, 7) else 4)


def minute(time: datetime) -> int:
    return there(time).hour * 60 + there(time).minute


def drawn(seed: int, *, ordered: bool = False, twice: bool = False, days: bool = True) -> Drawn:
    """A log for a seed. Its searches have their ids in order of time, or some have others' ids, where it is said;
    and some tables give days alone, unless it is said that none does."""
    dice = random.Random(seed)
    users, subjects, cases = ["u1", "u2", "u'3"], ["s1", "s2"], ["c1", "c2"]

    def time(spread: int = 6 * 24) -> datetime:
        steps = dice.choice([0, 0, 1, dice.randrange(60), dice.randrange(3600)])
        return START + timedelta(
            hours=dice.randrange(spread), seconds=steps, microseconds=dice.choice([0, 0, 1, 999_999])
        )

    def maybe(values: list[str], empty: float = 0.15) -> str | None:
        return None if dice.random() < empty else dice.choice(values)

    ids = [f"q{i:02}" for i in range(dice.randrange(1, 40))]
    moments = {id_: time() for id_ in ids}
    for a, b in pairwise(ids):
        if dice.random() < 0.3:  # exactly at an edge of a span
            moments[b] = moments[a] + dice.choice([timedelta(hours=24), timedelta(hours=1), timedelta(0)])
    if ordered:
        moments = dict(zip(ids, sorted(moments.values()), strict=True))
    rows: dict[TableName, list[dict[str, Any]]] = {
        "queries": [
            {
                "id": id_,
                "time": moments[id_],
                "user": maybe(users),
                "agency": maybe(["A1", "A2", "A9"]),
                "office": maybe(["11"]),
                "subject": maybe(subjects),
                "case": maybe(cases, 0.4),
                "reason": maybe(["a reason"], 0.3),
                "purpose": maybe([*CODES, "Z"], 0.1),
                "passed": maybe(["Y", "N"], 0.2),
            }
            for id_ in ids
        ],
        "reviews": [
            {
                "query": (query := dice.choice([*ids, "none"])),
                "time": moments.get(query, START)
                + dice.choice(
                    [
                        timedelta(days=30),
                        timedelta(days=30, microseconds=1),
                        timedelta(days=dice.randrange(40)),
                    ]
                ),
                "reviewer": maybe(users),
                "outcome": maybe(["validated", "questioned"]),
            }
            for _ in range(dice.randrange(0, 40))
        ],
        "certifications": [
            {"user": dice.choice(users), "from": (since := time()), "to": after(dice, since)}
            for _ in range(dice.randrange(0, 6))
        ],
        "cases": [
            {
                "number": dice.choice(cases),
                "offense": None,
                "from": (since := time()),
                "to": after(dice, since),
            }
            for _ in range(dice.randrange(0, 5))
        ],
        "disseminations": [
            {
                "id": f"d{i}",
                "time": time(),
                "query": maybe([*ids, "none"], 0.05),
                "user": None,
                "agency": maybe(["A1", "A2"]),
                "office": None,
                "recipient": None,
            }
            for i in range(dice.randrange(0, 8))
        ],
        "audits": [
            {"agency": dice.choice(["A1", "A2"]), "time": START + timedelta(days=dice.randrange(-10, 1200))}
            for _ in range(dice.randrange(0, 3))
        ],
    }
    if twice:
        for row in rows["queries"]:
            row["id"] = dice.choice(ids) if dice.random() < 0.2 else row["id"]
    for name, key in KEYS.items():
        for _ in range(dice.choice([0, 0, 1])):
            known = {"queries": ["none"], "reviews": ids, "disseminations": ids}.get(name, [])
            known = known or {"user": users, "number": cases, "agency": ["A1", "A2"]}[key]
            lost = dict.fromkeys([*TABLES[name], "purpose", "passed"]) | {key: maybe(known)}
            rows[name].insert(dice.randrange(len(rows[name]) + 1), lost)
    alone = frozenset(name for name in rows if "time" in TABLES[name] and dice.random() < 0.2 and days)
    for row in (row for name in alone for row in rows[name] if row["time"] is not None):
        row["time"] = row["time"].replace(hour=0, minute=0, second=0, microsecond=0)
        row[LAST] = row["time"] + timedelta(days=1) - timedelta(microseconds=1)
    there = ["queries", *(name for name in rows if name != "queries" and dice.random() < 0.85)]
    tables = {name: _table(name, dice) for name in get_args(TableName) if name in there}
    parties = {"record-keeper": "dcjs"}
    agencies = {"A1": "ice-batavia", "A2": "tsa"}
    return Drawn(
        LinkedLog(
            "drawn",
            "a drawn log",
            "drawn.log.yaml",
            "",
            ZONE,
            tables,
            parties,
            ("user-agency",),
            agencies,
            {},
        ),
        {name: rows[name] for name in tables},
        alone,
    )


def after(dice: random.Random, since: datetime) -> datetime | None:
    return None if dice.random() < 0.3 else since + timedelta(hours=dice.randrange(0, 72))


def _table(name: TableName, dice: random.Random) -> LinkedTable:
    """A table of the format: now and then without some column, complete for some days or for none."""
    needed = (
        {"id", "time", "query", "user", "number", "agency"} if name != "queries" else {"id", "time", "user"}
    )
    columns = tuple(
        LinkedColumn(column, type_, f"{column} '\";", zone="UTC")
        for column, type_ in TABLES[name].items()
        if column in needed or column == "from" or dice.random() < 0.93
    )
    facts: tuple[LinkedFact, ...] = ()
    constants: dict[str, Known] = {}
    if name == "queries":
        purposes = {code: Known(value) for code, value in CODES.items()}
        facts = (
            LinkedFact("records.purpose", "purpose", purposes),
            LinkedFact("query.passed-on", "passed", {"Y": Known(True), "N": Known(False)}),
        )
        act = members(law()[0], "act", {"record-query"})
        constants = {"act": act, "records.source": Known("own-search"), "query.logged": Known(True)}
    if name == "disseminations":
        constants = {"act": members(law()[0], "act", {"record-use"}), "records.source": Known("own-search")}
    complete = None
    if dice.random() < 0.8:
        first = date(2018, 3, 1) if dice.random() < 0.7 else date(2018, 3, 12)
        complete = (first, dice.choice([date(2018, 3, 13), date(2018, 5, 1), date(2022, 1, 1)]))
    return LinkedTable(name, "parquet", (), None, columns, constants, facts, complete)


def members(library: Library, fact: str, has: set[str]) -> Known:
    return Known(Members(frozenset(has), frozenset(library.facts[fact].values) - has))


def on_engine(log: Drawn, engine: Engine, folder: Path, files: int = 1) -> LinkedLog:
    """The log with its rows where the engine reads them: in so many Parquet files, or in tables of its own."""
    tables: dict[TableName, LinkedTable] = {}
    for name, table in log.log.tables.items():
        sources = {column.name: column.source for column in table.columns}
        sources |= {fact.source: fact.source for fact in table.facts}
        types = {column.name: column.type for column in table.columns}
        times = pa.date32() if name in log.days else pa.timestamp("us")
        arrow = pa.table(
            {
                source: pa.array(
                    [row[column] for row in log.rows[name]],
                    times if types.get(column) == "time" else pa.string(),
                )
                for column, source in sources.items()
            }
        )
        if engine.reads_files:
            paths = tuple(folder / f"{name}-{i}.parquet" for i in range(files))
            for i, path in enumerate(paths):
                size = -(-arrow.num_rows // files)
                pq.write_table(arrow.slice(i * size, size), path, row_group_size=7)
            tables[name] = replace(table, files=paths)
        else:
            tables[name] = replace(table, kind=None, table=stored(engine, arrow))
    return replace(log.log, tables=tables)
