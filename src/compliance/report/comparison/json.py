"""A comparison as JSON, schema `compliance/comparison/1`; `comparison.schema.json` beside this file describes it."""

import json
from datetime import date
from typing import Any

from compliance.model.compared import (
    Change,
    ClauseUse,
    Column,
    ComparedPractice,
    Comparison,
    Draft,
    Edge,
    Overall,
    Redline,
    Sample,
)
from compliance.model.comparison import KINDS, Kind
from compliance.model.enactment import Clause
from compliance.model.tally import Shift
from compliance.report.comparison.words import amendment_of
from compliance.report.json import error_data, finding_data, receipt_data
from compliance.report.words import NOTICE

SCHEMA = "compliance/comparison/1"


def render(comparison: Comparison) -> str:
    """The comparison as JSON text: keys in a fixed order, no time stamps; equal comparisons are equal bytes."""
    return json.dumps(as_data(comparison), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain lists, dictionaries and scalars."""
    return {
        "schema": SCHEMA,
        "notice": NOTICE,
        "law_of": comparison.day.isoformat(),
        "drafts": [_draft(draft, place, comparison) for place, draft in enumerate(comparison.drafts)],
        "practices": [_practice(one, comparison) for one in comparison.practices],
        "receipt": receipt_data(comparison.receipt),
        "errors": [error_data(one) for one in comparison.errors],
    }


def _draft(draft: Draft, place: int, comparison: Comparison) -> dict[str, Any]:
    columns = [one.columns[place] for one in comparison.practices]
    positions = list(columns[0].positions) if columns else []
    return {
        "name": draft.name,
        "bills": [
            {"bill": bill, "signed": _day(signed), "stage": _stage(draft, bill)}
            for bill, signed in draft.enactment.signed.items()
        ],
        "counts": {
            "whole": _counts([column.kind for column in columns]),
            "positions": {one: _counts([column.positions[one] for column in columns]) for one in positions},
        },
        "left": [one.id for one in comparison.practices if one.columns[place].left],
        "clauses": [_use(use, draft) for use in draft.clauses],
        "redlines": [_redline(one, draft) for one in draft.redlines],
        "population": None if draft.sample is None else _sample(draft.sample),
    }


def _sample(sample: Sample) -> dict[str, Any]:
    tally = sample.tally
    return {
        "seed": tally.seed,
        "practices": tally.practices,
        "unknown": tally.unknown,
        "note": tally.note,
        "whole": [_shift(shift) for shift in tally.whole],
        "rules": [
            {"rule": one.rule, "shifts": [_shift(shift) for shift in one.shifts]} for one in tally.rules
        ],
        "untouched": list(tally.untouched),
        "examples": [
            {
                "row": one.row,
                "id": one.id,
                "current": _overall(one.before),
                "with_draft": _overall(one.after),
                "file": one.file,
            }
            for one in sample.examples
        ],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "position": shift.position,
        "kind": shift.kind,
        "before": shift.before,
        "after": shift.after,
        "count": shift.count,
        "example": shift.example,
    }


def _stage(draft: Draft, bill: str) -> str:
    terms = draft.enactment.current.instruments[bill].bill
    assert terms is not None
    return terms.stage


def _counts(kinds: list[Kind]) -> dict[str, int]:
    return {kind: kinds.count(kind) for kind in KINDS}


def _use(use: ClauseUse, draft: Draft) -> dict[str, Any]:
    return {
        **_clause(use.clause, draft),
        "from": _day(use.since),
        "to": _day(use.until),
        "changes": use.changes,
        "practices": list(use.practices),
        "matters": use.matters,
    }


def _clause(clause: Clause, draft: Draft) -> dict[str, Any]:
    amendment = amendment_of(draft, clause)
    return {
        "bill": clause.bill,
        "provision": clause.provision,
        "citation": draft.library.cite(clause.bill, clause.provision),
        "amendment": clause.amendment or None,
        "verb": None if amendment is None else amendment.verb,
        "target": None if amendment is None else amendment.address,
    }


def _redline(one: Redline, draft: Draft) -> dict[str, Any]:
    return {
        "instrument": one.instrument,
        "provision": one.provision,
        "citation": draft.library.cite(one.instrument, one.provision),
        "part": one.part,
        "clauses": [_clause(clause, draft) for clause in one.clauses],
        "words": [{"part": words.part, "text": words.text} for words in one.words],
    }


def _practice(one: ComparedPractice, comparison: Comparison) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "file": one.file,
        "from": _day(one.since),
        "to": _day(one.until),
        "current": _overall(one.current),
        "drafts": [
            _column(column, draft) for column, draft in zip(one.columns, comparison.drafts, strict=True)
        ],
    }


def _overall(one: Overall) -> dict[str, Any]:
    return {"status": one.status, "positions": dict(one.positions)}


def _column(column: Column, draft: Draft) -> dict[str, Any]:
    return {
        **_overall(column.overall),
        "kind": column.kind,
        "kinds": dict(column.positions),
        "reach": column.reach,
        "changes": [_change(change, draft) for change in column.changes],
        "edges": [_edge(edge, draft) for edge in column.edges],
        "bearing": [f"{one.instrument}#{one.provision}" for one in column.bearing],
    }


def _change(change: Change, draft: Draft) -> dict[str, Any]:
    return {
        "rule": change.rule,
        "kind": change.kind,
        "kinds": dict(change.positions),
        "binds": change.after.bearer,
        "from": _day(change.since),
        "from_for_this_conduct": _day(change.existing),
        "to": _day(change.until),
        "because_of": {
            "how": change.cause.how,
            "clauses": [_clause(clause, draft) for clause in change.cause.clauses],
        },
        "ended_by": None if change.ended_by is None else _clause(change.ended_by, draft),
        "terms": list(change.terms),
        "new_duty": change.new_duty,
        "new_conflicts": list(change.new_conflicts),
        "newly_overridden": change.newly_overridden,
        "new_risks": [{"because": flag.because, "citation": flag.citation} for flag in change.new_risks],
        "before": None if change.before is None else finding_data(change.before),
        "after": finding_data(change.after),
    }


def _edge(edge: Edge, draft: Draft) -> dict[str, Any]:
    return {
        "day": _day(edge.day),
        "begins": [_clause(clause, draft) for clause in edge.begins],
        "ends": [_clause(clause, draft) for clause in edge.ends],
        "day_before": edge.before,
        "on_the_day": edge.on,
        "day_after": edge.after,
        "current_law": edge.current,
        "turns": [{"rule": one.rule, "before": one.before, "after": one.after} for one in edge.turns],
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
