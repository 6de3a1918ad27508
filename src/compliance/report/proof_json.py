"""A proof as JSON, schema `compliance/proof/1`; `proof.schema.json` beside this file describes it."""

import json
from dataclasses import asdict
from typing import Any

from compliance.model.library import Library
from compliance.model.proof import Answer, Proof, Witness

SCHEMA = "compliance/proof/1"


def render(proof: Proof, library: Library, *, files: bool = True) -> str:
    """The proof as JSON text: keys in a fixed order; equal proofs are equal bytes."""
    del library, files
    asked, receipt = proof.asked, proof.receipt
    data = {
        "schema": SCHEMA,
        "question": asked.question,
        "result": proof.result,
        "law": list(asked.law),
        "by": list(asked.by),
        "bills": list(asked.bills),
        "before": list(asked.before),
        "harm": asked.harm or None,
        "day": asked.day.isoformat(),
        "signed": None if asked.signed is None else asked.signed.isoformat(),
        "notes": list(proof.notes),
        "answers": [_answer(answer) for answer in proof.answers],
        "receipt": {
            "program": receipt.program,
            "engines": list(receipt.engines),
            "files": dict(receipt.files),
            "positions": list(receipt.positions),
        },
    }
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "about": answer.about or None,
        "position": answer.position,
        "result": answer.result,
        "says": answer.says,
        "closes": answer.closes or None,
        "rules": list(answer.rules),
        "witness": None if answer.witness is None else _witness(answer.witness),
    }


def _witness(witness: Witness) -> dict[str, Any]:
    return {
        "name": witness.name,
        "smallest": witness.smallest,
        "practice": dict(witness.practice),
        "facts": [{"ask": ask, "answer": answer} for ask, answer in witness.facts],
        "otherwise": [asdict(one) for one in witness.otherwise],
        "findings": [
            {
                "rule": one.rule,
                "citation": one.citation,
                "status": one.status,
                "reason": one.reason,
                "law": one.law or None,
            }
            for one in witness.shown
        ],
    }
