"""The same verdict by every path: rows over columns on an engine, measures taken naively, and the ordinary engines.

Logs are drawn at random: few users, subjects and ids, so that much meets; times around the edges of spans; cells that
are empty, tables that are complete for some days, for none, or not there at all; times that are days alone, and rows
that nothing can be said of.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.audit.conftest import stored

from compliance.analysis.check import check_case
from compliance.audit import naive
from compliance.audit.chunks import Chunks
from compliance.audit.engines import Engine
from compliance.audit.naive import Row, Rows
from compliance.audit.profile import constants_of
from compliance.audit.read import read
from compliance.audit.run import Options, Tables
from compliance.audit.stage import Staged
from compliance.audit.statements import statements
from compliance.audit.unit import Unit
from compliance.audit.work import Work, open_work
from compliance.engine.decide import Decider
from compliance.engine.parties import brought
from compliance.model.case import Case, Known, Members
from compliance.model.library import Library
from compliance.model.log import NEEDED, TABLES, LinkedColumn, LinkedFact, LinkedLog, LinkedTable
from compliance.model.measure import Measure, TableName
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

    def naive(self) -> dict[TableName, Rows]:
        found: dict[TableName, Rows] = {}
        for name, table in self.log.tables.items():
            columns = frozenset(column.name for column in table.columns)
            kept, rejected = (
                [
                    {key: value for key, value in row.items() if key in columns or key == LAST}
                    for row in self.rows[name]
                    if unread(name, row) == lost
                ]
                for lost in (False, True)
            )
            span = None
            if table.complete is not None:
                span = (
                    local(table.complete[0]),
                    local(table.complete[1] + timedelta(days=1)) - timedelta(microseconds=1),
                )
            minutes = [minute(row["time"]) if "time" in row else None for row in self.read(name)]
            found[name] = Rows(columns, kept, span, minutes, rejected)
        return found


def unread(name: TableName, row: Row) -> bool:
    """Whether nothing can be said of a row."""
    return any(row[column] is None for column in NEEDED[name])


def local(day: date) -> datetime:
    """The first moment of a day in New York, in UTC; the clocks went forward at 7:00 UTC on 11 March 2018."""
    midnight = datetime(day.year, day.month, day.day)
    return midnight + timedelta(hours=5 if midnight + timedelta(hours=5) < datetime(2018, 3, 11, 7) else 4)


def there(time: datetime) -> datetime:
    """What the clocks in New York show at a time in UTC."""
    return time - timedelta(hours=5 if time < datetime(2018, 3, 11, 7) else 4)


def minute(time: datetime) -> int:
    return there(time).hour * 60 + there(time).minute


def drawn(seed: int) -> Drawn:
    """A log for a seed."""
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
    for name, key in KEYS.items():
        for _ in range(dice.choice([0, 0, 1])):
            known = {"queries": ["none"], "reviews": ids, "disseminations": ids}.get(name, [])
            known = known or {"user": users, "number": cases, "agency": ["A1", "A2"]}[key]
            lost = dict.fromkeys([*TABLES[name], "purpose", "passed"]) | {key: maybe(known)}
            rows[name].insert(dice.randrange(len(rows[name]) + 1), lost)
    days = frozenset(name for name in rows if "time" in TABLES[name] and dice.random() < 0.2)
    for name in days:
        for row in rows[name]:
            if row["time"] is not None:
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
        days,
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


def on_engine(log: Drawn, engine: Engine, folder: Path) -> LinkedLog:
    """The log with its rows where the engine reads them: in Parquet files, or in tables of its own."""
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
                    pa.string() if types.get(column) != "time" else times,
                )
                for column, source in sources.items()
            }
        )
        if engine.reads_files:
            path = folder / f"{name}.parquet"
            pq.write_table(arrow, path, row_group_size=7)
            tables[name] = replace(table, files=(path,))
        else:
            tables[name] = replace(table, kind=None, table=stored(engine, arrow))
    return replace(log.log, tables=tables)


class Seen(Chunks):
    """Chunks that remember the number of every row."""

    def __init__(self, unit: Unit, work: Work, evidence: None) -> None:
        super().__init__(unit, work, evidence)
        self._unit_seen = unit
        self.seen: list[tuple[str, int]] = []

    def _cells(self, numbers: Any) -> list[Any]:
        rows = self._unit_seen.statements.fetch(self._unit_seen.queries.rows).to_pylist()
        self.seen += [(row["id"], row["number"]) for row in rows]
        return super()._cells(numbers)


def by_columns(
    log: LinkedLog, engine: Engine, folder: Path, name: Any, memory: int
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Each row's id, facts and rulings, as an audit has them."""
    _, decider = law()
    with open_work(folder / "work", {"log": log.name}) as work, statements(engine) as on:
        complete = {
            one: (
                local(table.complete[0]),
                local(table.complete[1] + timedelta(days=1)) - timedelta(microseconds=1),
            )
            for one, table in log.tables.items()
            if table.complete is not None
        }
        tables = Tables(log, read(log, engine, Staged({}, {})), complete, on)
        one = tables.unit(name, decider, Options(memory=memory))
        chunks = Seen(one, work, None)
        chunks.run(lambda rows: None)
        for id_, number in chunks.seen:
            yield id_, one.profiles.facts(number)[1], dict(one.verdicts.rulings(one.verdicts.of(number)))
        work.forget()


def measures(unit: TableName) -> dict[str, Measure]:
    return {fact: one for fact, one in law()[0].measures.items() if one.of == unit}


def by_hand(log: Drawn, unit: TableName) -> Iterator[tuple[dict[str, Any], dict[str, Known]]]:
    """Each row with the facts that it shows, taken naively."""
    library, _ = law()
    tables, table = log.naive(), log.log.tables[unit]
    kept = tables[unit]
    for i, row in enumerate(log.read(unit)):
        facts = constants_of(log.log, table, library)
        for fact in table.facts:
            facts[fact.fact] = fact.codes.get(row[fact.source] or "", Known(None))
        agency = str(row["agency"]) if "agency" in kept.columns else ""
        if agency in log.log.agencies:
            facts |= brought(library, library.actors[log.log.agencies[agency]], "user-agency")
        for fact_, measure in measures(unit).items():
            facts[fact_] = Known(naive.shown(measure, kept.rows[i], unit, tables, kept.minutes[i]))
        yield row, facts


COUNTS = {"query.searches-of-subject": 5, "query.after-hours-searches": 10}
"""Counts that rules limit, with the limit."""
SEEDS = range(24)


@pytest.mark.parametrize(
    ("seed", "unit"),
    [
        (seed, unit)
        for seed in SEEDS
        for unit in ("queries", "disseminations")
        if unit in drawn(seed).log.tables
    ],
)
def test_every_row_has_the_same_facts_and_the_same_findings_by_every_path(
    engine: Engine, tmp_path: Path, seed: int, unit: Any
) -> None:
    log = drawn(seed)
    _, decider = law()
    found = {
        id_: (facts, rulings)
        for id_, facts, rulings in by_columns(
            on_engine(log, engine, tmp_path), engine, tmp_path, unit, 50_000 * 500
        )
    }
    assert found.keys() == {row["id"] for row in log.read(unit)}
    for row, facts in by_hand(log, unit):
        shown, rulings = found[row["id"]]
        for fact in measures(unit):
            value, naively = shown.get(fact, Known(None)).value, facts[fact].value
            if fact in COUNTS and isinstance(naively, int):
                naively = max(naively, COUNTS[fact])  # up to there the rules tell no counts apart
            assert value == naively, (row, fact)
        day = there(row["time"]).date()
        case = Case(row["id"], "a row", "", day, day, facts)
        report = check_case(case, decider)
        (period,) = report.timeline
        for finding in period.findings:
            if finding.modality != "permission":
                ruling = rulings.get(finding.rule)
                status = "not-applicable" if ruling is None else ruling.status
                assert status == finding.status, (row, finding.rule, facts)
                if ruling is not None:
                    assert dict(ruling.positions) == dict(finding.positions)
