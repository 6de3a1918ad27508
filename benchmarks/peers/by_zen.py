"""zen-engine: one decision graph (JDM), an expression node for terms and one for statuses, run as a batch.

zen has no unknown: a comparison with null is an answer or an error. So every condition is written twice, as
whether it certainly holds and whether it possibly does, which is the only exact way to say it there.
"""

import json
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import zen

from benchmarks.peers import Engine
from benchmarks.peers.flags import Flags, Language, flags, parts_of
from benchmarks.workload import (
    EXCUSED,
    NOT_APPLICABLE,
    PERMITTED,
    SATISFIED,
    STATUSES,
    UNDETERMINED,
    VIOLATED,
    Counts,
    Workload,
)
from compliance.columns import layout_of, table
from compliance.model.interval import InForce
from compliance.model.library import LinkedRule
from compliance.model.logic import Compare


def engine(work: Workload) -> Engine:
    """A graph compiled once; dates are day numbers, which spares zen to read them."""
    layout = layout_of(work.library)
    names = {name: f"f{i}" for i, name in enumerate(layout.types)}
    language = _language(names)
    content = zen.ZenDecisionContent(json.dumps(_graph(work, language)))
    graph = zen.ZenEngine({"loader": lambda key: content})
    rows = table(work.rows, layout).to_pylist()
    requests: list[Any] = [
        {"key": "rules", "context": {names[name]: _plain(value) for name, value in row.items()}}
        for row in rows
    ]

    def run() -> Any:
        return graph.evaluate_batch(requests)

    def counted(answers: Any) -> Counts:
        found = {key: [0] * len(STATUSES) for key in work.columns}
        for answer in answers:
            if not answer.get("success"):
                raise RuntimeError(f"zen-engine failed: {answer.get('error')}")
            result = answer["data"]["result"]
            for i, key in enumerate(work.columns):
                found[key][int(result[f"s{i}"])] += 1
        return {key: tuple(numbers) for key, numbers in found.items()}

    notes = "evaluate_batch; it has no unknown, so each condition is written twice: certain, possible"
    return Engine("zen-engine batch", run, counted, notes)


def _graph(work: Workload, language: Language) -> dict[str, Any]:
    terms: list[dict[str, str]] = []
    statuses: list[dict[str, str]] = []
    for number, choice in enumerate(work.choices.values()):
        known: dict[str, Flags] = {}
        for i, key in enumerate(work.terms):
            certainly, possibly = flags(choice[key].logic, language, known)
            terms += [
                {"id": f"t{number}_{i}", "key": f"t{number}_{i}", "value": certainly},
                {"id": f"p{number}_{i}", "key": f"p{number}_{i}", "value": possibly},
            ]
            known[key] = (f"$.t{number}_{i}", f"$.p{number}_{i}")
        known = {key: (one[2:], other[2:]) for key, (one, other) in known.items()}
        for rule in work.library.rules:
            name = f"s{len(statuses)}"
            statuses.append({"id": name, "key": name, "value": _status(rule, language, known)})
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        _expressions("terms", terms, passing=True),
        _expressions("statuses", statuses, passing=False),
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    path = ["in", "terms", "statuses", "out"]
    edges = [
        {"id": f"{one}-{other}", "type": "edge", "sourceId": one, "targetId": other}
        for one, other in pairwise(path)
    ]
    return {"nodes": nodes, "edges": edges}


def _expressions(name: str, expressions: list[dict[str, str]], passing: bool) -> dict[str, Any]:
    content = {"expressions": expressions, "passThrough": passing}
    return {"id": name, "name": name, "type": "expressionNode", "content": content}


def _status(rule: LinkedRule, language: Language, terms: Mapping[str, Flags]) -> str:
    parts = parts_of(rule, language, terms)
    (reach_sure, reach_may), (core_sure, core_may) = parts.reach, parts.core
    excused_sure, excused_may = parts.excused
    if rule.modality == "permission":
        return (
            f"(not ({reach_may} and {core_may}) or {excused_sure}) ? {NOT_APPLICABLE} : "
            f"(({reach_sure} and {core_sure} and not {excused_may}) ? {PERMITTED} : {UNDETERMINED})"
        )
    return (
        f"(not {reach_may}) ? {NOT_APPLICABLE} : ((not {reach_sure}) ? {UNDETERMINED} : "
        f"((not {core_may}) ? {SATISFIED} : ((not {core_sure}) ? {UNDETERMINED} : "
        f"((not {excused_may}) ? {VIOLATED} : ({excused_sure} ? {EXCUSED} : {UNDETERMINED})))))"
    )


def _plain(value: object) -> object:
    return value.toordinal() if isinstance(value, date) else value


def _language(names: Mapping[str, str]) -> Language:
    def compare(compare: Compare) -> Flags:
        fact, value = compare.fact, compare.value
        if compare.operator == "includes":
            fact, value = f"{compare.fact}:{compare.value}", True
        name = names[f"fact:{fact}"]
        if isinstance(value, bool):
            return _is(name, value)
        sign = {"is": "==", "one-of": "in", "at-least": ">=", "at-most": "<=", "before": "<", "after": ">"}
        test = f"{name} {sign[compare.operator]} {json.dumps(_literal(value))}"
        return f"({name} != null and {test})", f"({name} == null or {test})"

    def in_force(intervals: tuple[InForce, ...]) -> Flags:
        day, sure, may = names["day"], [], []
        for one in intervals:
            end = "" if one.to is None else f" and {day} <= {one.to.toordinal()}"
            may.append(f"({day} >= {one.earliest.toordinal()}{end})")
            if one.certain_from is not None:
                sure.append(f"({day} >= {max(one.earliest, one.certain_from).toordinal()}{end})")
        return "(" + (" or ".join(sure) or "false") + ")", "(" + " or ".join(may) + ")"

    return Language("true", "false", compare, lambda key: _is(names[f"judged:{key}"], True), in_force)


def _is(name: str, value: bool) -> Flags:
    wanted, other = ("true", "false") if value else ("false", "true")
    return f"({name} == {wanted})", f"({name} != {other})"


def _literal(value: object) -> object:
    return [_plain(one) for one in value] if isinstance(value, tuple) else _plain(value)
