"""Agencies with access: few rows, each checked by the ordinary engines on what small tables show, taken naively."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from compliance.analysis.check import check_case
from compliance.audit.engines import records
from compliance.audit.error import AuditError
from compliance.audit.moments import day_of
from compliance.audit.naive import Row, Rows, pairs, shown
from compliance.audit.profile import constants_of
from compliance.audit.read import ReadTable
from compliance.audit.sources import last_of, lost_key
from compliance.engine.decide import Decider
from compliance.engine.parties import brought
from compliance.model.case import Case, Known
from compliance.model.finding import STATUSES, Finding, PracticeReport
from compliance.model.log import LinkedLog
from compliance.model.measure import Measure, TableName, leaves

MOST = 100_000
"""How many rows of a table, told apart by what is asked of them, are taken into memory."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One agreement and what was found."""

    id: str
    row: Row
    report: PracticeReport

    def finding(self, rule: str) -> Finding | None:
        """The finding of a rule, over the whole time: the gravest; None where the rule is not about it."""
        found = [one for period in self.report.timeline for one in period.findings if one.rule == rule]
        applied = [one for one in found if one.status != "not-applicable"]
        return min(applied, key=_gravity, default=None)


def _gravity(finding: Finding) -> int:
    return STATUSES.index(finding.status)


def measures_of(decider: Decider) -> dict[str, Measure]:
    """The measures of agreements, by fact."""
    return {fact: one for fact, one in decider.library.measures.items() if one.of == "agreements"}


def small_tables(
    tables: Mapping[TableName, ReadTable],
    measures: Iterable[Measure],
    complete: Mapping[TableName, tuple[datetime, datetime]],
) -> dict[TableName, Rows]:
    """What these measures ask of each table, in memory; equal rows once."""
    coded = tables["agreements"].linked.facts
    own = ("agency", "from", "to", *(f"fact:{one.fact}" for one in coded))
    asked: dict[TableName, dict[str, None]] = {"agreements": dict.fromkeys(own)}
    for leaf in leaves(measures):
        other = leaf.exists or leaf.longest_gap
        if other is not None:
            columns = [theirs for theirs, _ in pairs(leaf.same)] + [*leaf.has, *leaf.differs]
            columns += ["time", last_of("time")] if leaf.longest_gap or leaf.span else []
            columns += ["from", "to"] if leaf.valid_at else []
            asked.setdefault(other, {}).update(dict.fromkeys(columns))
    found: dict[TableName, Rows] = {}
    for name, columns_ in asked.items():
        if name in tables:
            rows, lost = tables[name].rows, tables[name].rejected
            kept = [column for column in columns_ if column in rows.columns]
            listed = rows.select(*kept).distinct() if name != "agreements" else rows
            held = _held(listed) if kept else []
            told = {column: lost[lost_key(column)] for column in columns_ if lost_key(column) in lost.columns}
            rejected = _held(lost.select(**told).distinct()) if told and name != "agreements" else []
            if held is None and name == "agreements":
                raise AuditError(
                    f"the table 'agreements' has more than {MOST:,} rows, which is one for each agency with access: "
                    "check what the log format reads as agreements"
                )
            if held is None or rejected is None:
                continue  # too many to hold, so that what is asked of them stays unknown
            span = complete.get(name)
            found[name] = Rows(frozenset(rows.columns), held, span, rejected=rejected)
    return found


def _held(rows: Any) -> list[Row] | None:
    """Rows in memory; None where they are too many."""
    held = records(rows.limit(MOST + 1))
    return None if len(held) > MOST else [_naive(one) for one in held]


def _naive(row: Mapping[str, object]) -> Row:
    return {
        name: value.replace(tzinfo=None)
        if isinstance(value, datetime)
        else None
        if value is None
        else str(value)
        for name, value in row.items()
    }


def cases(
    log: LinkedLog, decider: Decider, tables: Mapping[TableName, Rows], days: tuple[date, date]
) -> Iterator[tuple[str, Row, Case]]:
    """A case for each agreement that was made before the last of some days, on those of these days on which it stood.

    What it shows may have happened before, on days that other tables cover; whose law applies depends on these days.
    """
    library, linked = decider.library, log.tables["agreements"]
    constants = constants_of(log, linked, library)
    measures = measures_of(decider)
    for row in sorted(
        tables["agreements"].rows, key=lambda one: (str(one.get("agency")), str(one.get("from")))
    ):
        code, since, end = str(row["agency"]), row["from"], row.get("to")
        assert isinstance(since, datetime)
        facts: dict[str, Known] = dict(constants)
        actor = log.agencies.get(code)
        if actor is not None:
            for role in log.agency_roles:
                facts.update(brought(library, library.actors[actor], role))
        for coded in linked.facts:
            facts[coded.fact] = coded.codes.get(str(row[f"fact:{coded.fact}"]), Known(None))
        given = {*linked.constants, *(coded.fact for coded in linked.facts)}
        for fact, measure in measures.items():
            if fact not in given:
                facts[fact] = Known(
                    shown(measure, row, "agreements", tables), evidence=(f"the tables of {log.title}",)
                )
        first = max(days[0], day_of(since, log.zone))
        last = min(days[1], day_of(end, log.zone)) if isinstance(end, datetime) else days[1]
        if first > last:
            continue
        title = f"Access of {library.actors[actor].title if actor else code}"
        parties = {role: library.actors[name].title for role, name in log.parties.items()}
        actors = dict(log.parties)
        for role in log.agency_roles:
            parties[role] = library.actors[actor].title if actor else code
            actors[role] = actor or code
        yield code, row, Case(code, title, log.file, first, last, facts, {}, parties, actors)


def checked(
    log: LinkedLog, decider: Decider, tables: Mapping[TableName, Rows], days: tuple[date, date]
) -> Sequence[Checked]:
    """Every agreement, checked."""
    return [
        Checked(code, row, check_case(case, decider)) for code, row, case in cases(log, decider, tables, days)
    ]
