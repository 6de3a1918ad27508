"""The same verdict by every path: rows over columns on an engine, measures taken naively, and the ordinary engines."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.audit.drawn import Drawn, covered, drawn, law, on_engine, there

from compliance.analysis.check import check_case
from compliance.audit import naive
from compliance.audit.about import About
from compliance.audit.chunks import Chunks
from compliance.audit.engines import Engine
from compliance.audit.naive import Row
from compliance.audit.plan import Chunk, plan
from compliance.audit.profile import constants_of
from compliance.audit.read import read
from compliance.audit.stage import Staged
from compliance.audit.statements import statements
from compliance.audit.unit import unit
from compliance.audit.work import open_work
from compliance.engine.parties import brought
from compliance.model.case import Case, Known
from compliance.model.log import LinkedLog
from compliance.model.measure import Measure, UnitName

CASES = int(os.environ.get("COMPLIANCE_AUDIT_CASES", "8"))
"""So many logs are drawn."""
COUNTS = {"query.searches-of-subject": 5, "query.after-hours-searches": 10}
"""Counts that rules limit, with the limit."""
UNITS: tuple[UnitName, ...] = ("queries", "disseminations")

Shown = dict[str, Known]
Found = dict[str, tuple[Shown, dict[str, Any]]]


class Recorded(Chunks):
    """Chunks that remember the number of each row."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.seen: list[tuple[str, int]] = []

    def _cells(self, numbers: Any) -> list[Any]:
        rows = self._on.fetch(self._queries.rows).to_pylist()
        self.seen += [(row["id"], row["number"]) for row in rows]
        return super()._cells(numbers)


def by_columns(log: LinkedLog, engine: Engine, folder: Path, name: UnitName, most: int = 100_000) -> Found:
    """Each row's facts and rulings, as an audit has them that takes so many rows at a time."""
    _, decider = law()
    with open_work(folder / "work", {"log": log.name}) as work, statements(engine) as on:
        tables = read(log, engine, Staged({}, {}))
        complete = {one: span for one, table in log.tables.items() if (span := covered(table)) is not None}
        chunks: tuple[Chunk, ...] = plan(tables[name], most)
        one = unit(log, decider, tables[name], About(name, tables, complete, on), chunks)
        run = Recorded(one, work, None)
        run.run(lambda rows: None)
        work.forget()
    assert len({id_ for id_, _ in run.seen}) == len(run.seen)
    return {
        id_: (one.profiles.facts(number)[1], dict(one.verdicts.rulings(one.verdicts.of(number))))
        for id_, number in run.seen
        if id_ not in run.twice
    }


def measures(name: UnitName) -> dict[str, Measure]:
    return {fact: one for fact, one in law()[0].measures.items() if one.of == name}


def by_hand(log: Drawn, name: UnitName) -> Iterator[tuple[dict[str, Any], Shown]]:
    """Each row with the facts that it shows, taken naively."""
    library, _ = law()
    tables, table = log.naive(name), log.log.tables[name]
    kept = tables[name]
    for i, row in enumerate(log.decided(name)):
        facts = constants_of(log.log, table, library)
        for fact in table.facts:
            facts[fact.fact] = fact.codes.get(row[fact.source] or "", Known(None))
        agency = row["agency"] if "agency" in kept.columns else None
        if isinstance(agency, str) and agency in log.log.agencies:
            facts |= brought(library, library.actors[log.log.agencies[agency]], "user-agency")
        for fact_, measure in measures(name).items():
            limits = (COUNTS[fact_],) * 2 if fact_ in COUNTS else None
            facts[fact_] = Known(naive.shown(measure, kept.rows[i], name, tables, kept.minutes[i], limits))
        yield row, facts


def told(fact: str, known: Known) -> object:
    """The value of a fact, as far as the rules tell values apart."""
    if fact in COUNTS and isinstance(known.value, int):
        return max(known.value, COUNTS[fact])
    return known.value


def assert_same_facts(log: Drawn, name: UnitName, found: Found) -> None:
    rows = list(by_hand(log, name))
    assert found.keys() == {row["id"] for row, _ in rows}
    for row, facts in rows:
        shown, _ = found[row["id"]]
        for fact in measures(name):
            assert told(fact, shown.get(fact, Known(None))) == told(fact, facts[fact]), (row, fact)


def assert_same_findings(log: Drawn, name: UnitName, found: Found) -> None:
    for row, facts in by_hand(log, name):
        _, rulings = found[row["id"]]
        day = there(row["time"]).date()
        (period,) = check_case(Case(row["id"], "a row", "", day, day, facts), law()[1]).timeline
        for finding in period.findings:
            if finding.modality != "permission":
                ruling = rulings.get(finding.rule)
                status = "not-applicable" if ruling is None else ruling.status
                assert status == finding.status, (row, finding.rule, facts)
                if ruling is not None:
                    assert dict(ruling.positions) == dict(finding.positions)


def audited(log: Drawn) -> list[UnitName]:
    return [name for name in UNITS if name in log.log.tables]


@pytest.mark.parametrize(
    ("seed", "name"), [(seed, name) for seed in range(CASES) for name in audited(drawn(seed))]
)
def test_every_row_has_the_same_facts_and_the_same_findings_by_every_path(
    engine: Engine, tmp_path: Path, seed: int, name: UnitName
) -> None:
    log = drawn(seed)
    found = by_columns(on_engine(log, engine, tmp_path), engine, tmp_path, name)
    assert_same_facts(log, name, found)
    assert_same_findings(log, name, found)


@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
@pytest.mark.parametrize("ordered", [False, True], ids=["any order", "in order"])
@pytest.mark.parametrize("seed", range(1000, 1000 + -(-CASES // 4)))
def test_rows_have_the_same_facts_however_they_are_cut_into_chunks_and_files(
    engine: Engine, tmp_path: Path, seed: int, ordered: bool, twice: bool
) -> None:
    log = drawn(seed, ordered=ordered, twice=twice)
    for name in audited(log):
        found = by_columns(on_engine(log, engine, tmp_path, files=3), engine, tmp_path, name, most=4)
        assert_same_facts(log, name, found)


def search(id_: str, time: datetime) -> dict[str, Any]:
    known: Row = {"user": "u1", "agency": "A1", "office": None, "subject": "s1", "case": None, "reason": None}
    return {"id": id_, "time": time, **known, "purpose": "C", "passed": None}


@pytest.mark.parametrize(
    ("moments", "counts"),
    [
        # A span is of whole seconds: the first lies in the second that the last one's span begins with.
        ([0.2, 1, 2, 3, 4, 86_400.1], 6),
        ([0.2, 1, 2, 3, 4, 86_400.9], 6),
        ([0.9, 1, 2, 3, 4, 86_400.1], 6),
        ([0.9, 1, 2, 3, 4, 86_401.1], 5),
    ],
)
@pytest.mark.parametrize("most", [1, 100])
def test_spans_are_of_whole_seconds_also_over_the_edges_of_chunks(
    engine: Engine, tmp_path: Path, moments: list[float], counts: int, most: int
) -> None:
    log = drawn(0, ordered=True, days=False)
    start = datetime(2018, 3, 5, 12)
    log.rows["queries"][:] = [
        search(f"q{i}", start + timedelta(seconds=second)) for i, second in enumerate(moments)
    ]
    assert {"user", "subject"} <= {column.name for column in log.log.tables["queries"].columns}
    found = by_columns(on_engine(log, engine, tmp_path), engine, tmp_path, "queries", most)
    shown, _ = found["q5"]
    assert told("query.searches-of-subject", shown["query.searches-of-subject"]) == counts
