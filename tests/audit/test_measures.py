"""Measures that no vocabulary has yet: over columns they show of each row what they show taken naively."""

import os
import random
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.audit.drawn import Drawn, covered, drawn, law, on_engine

from compliance.audit import naive
from compliance.audit.about import About, Part
from compliance.audit.chunks import work_out
from compliance.audit.engines import Engine
from compliance.audit.plan import plan
from compliance.audit.profile import Digit, Profiles, measured_digits
from compliance.audit.read import read
from compliance.audit.stage import Staged
from compliance.audit.statements import statements
from compliance.audit.unit import Unit
from compliance.audit.verdicts import Verdicts
from compliance.audit.windows import counted
from compliance.model.case import Known
from compliance.model.log import NEEDED, TABLES
from compliance.model.measure import Measure, TableName, UnitName

CASES = int(os.environ.get("COMPLIANCE_AUDIT_CASES", "8"))
UNITS: tuple[UnitName, ...] = ("queries", "disseminations")
HAS = {"outcome": ["validated", "questioned"], "agency": ["A1"], "offense": ["x"], "user": ["u1", "u2"]}
SPANS = ["1 seconds", "1 hours", "24 hours", "30 days"]


def exists(dice: random.Random, unit: TableName) -> dict[str, Any]:
    """One that looks for rows of another table, by one or two keys of any columns."""
    other = dice.choice(get_args(TableName))
    texts = [name for name, type_ in TABLES[other].items() if type_ == "text"]
    own = [name for name, type_ in TABLES[unit].items() if type_ == "text"]
    same = {
        theirs: dice.choice(own) for theirs in dice.sample(texts, k=min(len(texts), dice.choice([1, 1, 2])))
    }
    if "query" in same and dice.random() < 0.7:
        same = {"query": "id" if unit == "queries" else "query"}
    if "user" in texts and dice.random() < 0.4:
        same = {"user": "user"}
    found: dict[str, Any] = {"exists": other, "same": same}
    if dice.random() < 0.4:
        found["differs"] = {dice.choice(texts): dice.choice(own)}
    coded = [name for name in texts if name in HAS]
    if coded and dice.random() < 0.4:
        name = dice.choice(coded)
        found["has"] = {name: dice.sample(HAS[name], k=dice.randrange(1, len(HAS[name]) + 1))}
    if "from" in TABLES[other] and dice.random() < 0.7:
        found["valid-at"] = "time"
    elif "time" in TABLES[other] and dice.random() < 0.6:
        found[dice.choice(["within", "before"])] = dice.choice(SPANS)
    return found


def yes_no(dice: random.Random, unit: TableName, depth: int = 2) -> dict[str, Any]:
    kind = dice.choice(["exists", "exists", "given", "all", "any", "not"] if depth else ["exists", "given"])
    if kind == "exists":
        return exists(dice, unit)
    if kind == "given":
        return {"given": dice.choice([name for name in TABLES[unit] if name not in NEEDED[unit]])}
    if kind == "not":
        return {"not": yes_no(dice, unit, depth - 1)}
    return {kind: [yes_no(dice, unit, depth - 1) for _ in range(dice.randrange(1, 4))]}


def count(dice: random.Random, unit: TableName) -> dict[str, Any]:
    texts = [name for name, type_ in TABLES[unit].items() if type_ == "text" and name != "id"]
    found: dict[str, Any] = {"count": unit, "same": dice.sample(texts, k=dice.randrange(1, 3))}
    found["within"] = dice.choice(SPANS)
    if dice.random() < 0.5:
        first, last = dice.sample(["00:00", "03:00", "06:00", "12:00", "21:00", "23:59"], k=2)
        found["outside"] = {"from": first, "to": last}
    return found


def whole(dice: random.Random, unit: TableName) -> Measure:
    kind = dice.choice(["yes-no", "yes-no", "choose", "members", "count"])
    if kind == "choose":
        options = [{"value": value, "when": yes_no(dice, unit)} for value in ("a", "b")]
        found: dict[str, Any] = {"choose": options, "otherwise": dice.choice(["c", "a"])}
    elif kind == "members":
        found = {"members": {name: yes_no(dice, unit) for name in ("a", "b")}}
    else:
        found = yes_no(dice, unit) if kind == "yes-no" else count(dice, unit)
    return Measure.model_validate({"of": unit, **found})


def by_columns(
    log: Drawn, engine: Engine, folder: Path, unit: UnitName, measures: dict[str, Measure]
) -> dict[str, dict[str, object]]:
    """What each row shows of each measure, by its profile."""
    linked = on_engine(log, engine, folder)
    _, decider = law()
    with statements(engine) as on:
        tables = read(linked, engine, Staged({}, {}))
        complete = {name: span for name, one in linked.tables.items() if (span := covered(one)) is not None}
        about = About(unit, tables, complete, on)
        (chunk,) = plan(tables[unit], 100_000)
        found: dict[str, dict[str, object]] = {}
        for fact, measure in measures.items():
            digits: tuple[Digit, ...] = ()
            if about.shows(measure):
                digits = tuple(measured_digits(fact, measure, (0,), about))
            profiles = Profiles(digits, {}, (law()[0].changes[0],), ())
            one = Unit(
                linked,
                tables[unit],
                about,
                profiles,
                Verdicts(decider, (), profiles),
                (measure,),
                (chunk,),
                on,
            )
            for row in numbered(one):
                value = profiles.facts(row["number"])[1].get(fact, Known(None)).value
                found.setdefault(row["id"], {})[fact] = value
        return found


def numbered(one: Unit) -> list[dict[str, Any]]:
    """Each row with its number: as it stands, and by what a chunk works out and keeps before it: the same."""
    (chunk,) = one.chunks
    on, rows, around = one.statements, one.within(chunk), one.around(chunk)
    counts = {
        key: counted(measure, around, floor, one.about.lost(measure).keys)
        for key, (measure, floor) in one.floors.items()
    }
    plain = on.fetch(one.numbered(Part(rows, counts))).to_pylist()
    on.view(one.name("part"), rows)
    on.view(one.name("around"), around)
    for (table, _), name in one.near.items():
        on.view(name, one.about.tables[table].rows)
    work_out(one)
    quick = on.fetch(one.queries.rows).to_pylist()
    assert {row["id"]: row["number"] for row in quick} == {row["id"]: row["number"] for row in plain}
    assert len(quick) == len(plain)
    return plain


@pytest.mark.parametrize("seed", range(2000, 2000 + CASES))
def test_measures_show_the_same_over_columns_as_taken_naively(
    engine: Engine, tmp_path: Path, seed: int
) -> None:
    dice, log = random.Random(seed), drawn(seed)
    unit = dice.choice([name for name in UNITS if name in log.rows and log.read(name)])
    measures = {f"fact-{i}": whole(dice, unit) for i in range(8)}
    tables = log.naive(unit)
    found = by_columns(log, engine, tmp_path, unit, measures)
    assert found.keys() == {row["id"] for row in log.read(unit)}
    for row, minute in zip(tables[unit].rows, tables[unit].minutes, strict=True):
        for fact, measure in measures.items():
            shown = naive.shown(measure, row, unit, tables, minute, limits=(0, 0))
            assert empty(found[str(row["id"])][fact]) == empty(shown), (measure, row)


def empty(shown: object) -> object:
    """A set of which nothing is known is as good as no set."""
    from compliance.model.case import Members

    return None if shown == Members(frozenset(), frozenset()) else shown
