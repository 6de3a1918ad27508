"""One row of a log as a case, decided by the ordinary engines with the whole tree of reasons."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from compliance.analysis.check import check_case
from compliance.audit import agreements
from compliance.audit.about import Part
from compliance.audit.chunks import unsure_of
from compliance.audit.engines import connect
from compliance.audit.error import AuditError
from compliance.audit.moments import day_of
from compliance.audit.profile import constants_of
from compliance.audit.run import LARGE, Options, Tables, tables_of
from compliance.audit.statements import statements
from compliance.audit.unit import Unit
from compliance.audit.windows import KEY, SURE, UNKNOWN, counted
from compliance.audit.work import open_work
from compliance.engine.decide import Decider
from compliance.model.case import Case, Known
from compliance.model.finding import PracticeReport
from compliance.model.log import LinkedLog
from compliance.model.measure import Measure, UnitName

_MOMENT = timedelta(seconds=1)
_MORE = "rows that share their ids, or that could not be read, may count too"


def row(log: LinkedLog, decider: Decider, options: Options, unit: UnitName, id_: str) -> PracticeReport:
    """The findings on one row, every rule and collision between rules included.

    Raises AuditError where no row has this id, or several have.
    """
    return check_case(case(log, decider, options, unit, id_), decider)


def case(log: LinkedLog, decider: Decider, options: Options, unit: UnitName, id_: str) -> Case:
    """What a log shows of one row, as a case. Raises AuditError as `row` does."""
    if unit not in log.tables:
        raise AuditError(f"the log has no table '{unit}'; it has {', '.join(log.tables)}")
    with _opened(log, options) as tables:
        if unit not in LARGE:
            return _agreement(tables, decider, options, id_)
        return _case(tables, tables.unit(unit, decider, options), decider, id_)


@contextmanager
def _opened(log: LinkedLog, options: Options) -> Iterator[Tables]:
    with (
        TemporaryDirectory(prefix="compliance-") as folder,
        open_work(Path(folder), {}) as work,
        connect(options.engine, options.bytes, work.scratch) as engine,
        statements(engine) as on,
    ):
        yield tables_of(log, work, on)


def _case(tables: Tables, one: Unit, decider: Decider, id_: str) -> Case:
    import ibis

    log, on = tables.log, tables.statements
    rows = one.table.rows.filter(one.table.rows.id == ibis.literal(id_))
    met = on.fetch(rows.select("id", "time")).to_pylist()
    if len(met) != 1:
        raise AuditError(_missing(one.table.linked.name, id_, len(met)))
    at: datetime = met[0]["time"]
    around = one.table.between(at.replace(microsecond=0) - one.lookback, at + _MOMENT)
    rows, around = (one.clocked(these, at - one.lookback, at) for these in (rows, around))
    around = unsure_of(around.mutate(**{SURE: True}), _twice(one, around))
    counts = {
        key: counted(measure, around, floor, one.about.lost(measure).keys)
        for key, (measure, floor) in one.floors.items()
    }
    found = on.fetch(one.numbered(Part(rows, counts))).to_pylist()[0]
    day = day_of(at, log.zone)
    _, facts = one.profiles.facts(found["number"])
    notes = log.notes
    for fact, measure in decider.library.measures.items():
        if measure.kind == "count" and measure in one.measures:
            exact = _exactly(one, around, measure, id_)
            if isinstance(exact, int):
                facts[fact] = Known(exact)
            elif exact:
                shown = one.profiles.words(found["number"]).get(fact, "unknown")
                notes += (f"{fact} is {shown}: {_MORE}.",)
    source = f"the log, {found['file']}:{found['line']}" if found["file"] else "the log"
    actor = log.agencies.get(str(found.get("agency")))
    parties = {role: decider.library.actors[name].title for role, name in log.parties.items()}
    actors = dict(log.parties)
    for role in log.agency_roles:
        parties[role] = decider.library.actors[actor].title if actor else f"agency {found.get('agency')}"
        actors[role] = actor or parties[role]
    rested = {
        fact: known
        if "." in fact and fact.split(".")[0] in decider.library.roles
        else replace(known, evidence=(source,))
        for fact, known in facts.items()
    }
    return Case(
        id_,
        f"Row {id_} of {one.table.linked.name} in: {log.title}",
        log.file,
        day,
        day,
        {**constants_of(log, one.table.linked, decider.library), **rested},
        {},
        parties,
        actors,
        digest=log.digest,
        notes=notes,
    )


def _twice(one: Unit, around: Any) -> Any:
    """The ids of these rows that others have too, wherever: Ibis table of `twice`."""
    rows = one.table.rows
    near = rows.semi_join(around, rows.id == around.id)
    groups = near.group_by(twice=near.id).agg(n=near.count())
    return groups.filter(groups.n > 1).select("twice")


def _exactly(one: Unit, around: Any, measure: Measure, id_: str) -> int | Literal["doubtful"] | None:
    """A count of rows, below and above what the rules ask too; None where the row lacks what is compared."""
    import ibis

    lost = one.about.lost(measure)
    own = around.filter(around.id == ibis.literal(id_))
    found = counted(measure, around, 0, lost.keys)
    met = one.statements.fetch(found.semi_join(own, KEY)).to_pylist()
    if not met:
        return 0
    number, most = int(met[0]["n"]), int(met[0]["most"]) + lost.keyless
    return None if number == UNKNOWN else number if number == most else "doubtful"


def _missing(table: str, id_: str, rows: int) -> str:
    if rows:
        return f"{rows} rows of {table} have the id '{id_}': none of them is decided about"
    return f"no row of {table} that could be read has the id '{id_}'; ids are as the log writes them"


def _agreement(tables: Tables, decider: Decider, options: Options, id_: str) -> Case:
    measures = agreements.measures_of(decider).values()
    small = agreements.small_tables(tables.tables, measures, tables.complete)
    days = tables.days(options)
    met = [one for code, _, one in agreements.cases(tables.log, decider, small, days) if code == id_]
    if len(met) > 1:
        raise AuditError(
            f"{len(met)} agreements are of the agency '{id_}': name days on which only one of them stood with "
            "--since and --until"
        )
    if not met:
        raise AuditError(
            f"the agency '{id_}' has no agreement from {days[0]} to {days[1]}; agencies are as the log writes them"
        )
    return met[0]
