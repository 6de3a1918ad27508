"""Mutation as JSON, schema `compliance/mutation/1`; `mutation.schema.json` beside this file describes it."""

import json
from dataclasses import asdict
from math import floor
from typing import Any

from compliance.model.library import Library
from compliance.model.mutant import Fate, MutationReport
from compliance.report.mutation_words import citation, tallies

SCHEMA = "compliance/mutation/1"


def render(report: MutationReport, library: Library) -> str:
    """The report as JSON text: keys in a fixed order, no time stamps; equal reports are equal bytes."""
    survived = len(report.fates) - report.killed
    equivalent = sum(fate.equivalent for fate in report.fates)
    data = {
        "schema": SCHEMA,
        "score": floor(report.score * 100) / 100,
        "counts": {
            "mutants": len(report.fates),
            "killed": report.killed,
            "survived": survived,
            "open": len(report.open),
            "explained": survived - len(report.open) - equivalent,
            "equivalent": equivalent,
            "left_out": report.left_out,
        },
        "scenarios": report.scenarios,
        "engines": list(report.engines),
        "instruments": [
            {"instrument": name, **asdict(one)} for name, one in tallies(report, library).items()
        ],
        "mutants": [_fate(fate, library) for fate in report.fates],
    }
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _fate(fate: Fate, library: Library) -> dict[str, Any]:
    mutant, killer, explanation, skeleton = fate.mutant, fate.killer, fate.explanation, fate.skeleton
    return {
        "id": mutant.id,
        "operator": mutant.operator,
        "instrument": mutant.instrument,
        "provision": mutant.provision,
        "citation": citation(fate, library),
        "subject": mutant.subject,
        "change": mutant.change,
        "killed_by": None
        if killer is None
        else {
            "feature": killer.feature,
            "scenario": killer.scenario,
            "line": killer.span.line,
            "step": killer.step,
        },
        "proved_equivalent": fate.same,
        "explanation": None
        if explanation is None
        else {"reason": explanation.reason, "equivalent": explanation.equivalent},
        "would_be_killed_by": None
        if skeleton is None
        else {"feature": skeleton.feature, "text": skeleton.text},
    }
