"""The benchmarks run, compare before they time, and say where engines differ."""

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest
from benchmarks.batch import PEERS, Batch, Mismatch, batch
from benchmarks.peers import Engine, in_process
from benchmarks.single import Single
from benchmarks.workload import STATUSES, Workload, workload

from benchmarks import __main__, outcome, population, proof, scenarios, single

INSTALLED = tuple(peer for peer in PEERS if peer not in ("polars", "zen") or find_spec(peer))
"""Polars and zen-engine come with the dependency group `bench`; the others need no more than the tests do."""


@pytest.fixture(scope="module")
def work() -> Workload:
    return workload(practices=60, rules=6)


@pytest.fixture(scope="module")
def measured(work: Workload) -> Batch:
    return batch(work, 1, INSTALLED, lambda line: None)


def test_every_engine_is_measured(work: Workload, measured: Batch) -> None:
    assert {"duckdb", "python", "evaluator", "both"} <= set(INSTALLED)
    assert len(measured.engines) == 1 + len(INSTALLED)
    assert all(one.seconds > 0 for one in measured.engines)
    assert sum(measured.statuses.values()) == 60 * 6 * 2
    assert sum(number > 0 for number in measured.statuses.values()) >= 4


def test_the_same_seed_gives_the_same_work() -> None:
    one, other = workload(5, 3), workload(5, 3)
    assert one.library.rules == other.library.rules
    assert one.rows == other.rows
    assert workload(5, 3, seed=2).rows != one.rows


def test_a_wrong_answer_is_not_timed(work: Workload, monkeypatch: pytest.MonkeyPatch) -> None:
    right = in_process.engine

    def wrong(given: Workload, inference: bool) -> Engine:
        engine = right(given, inference)

        def counts(answers: object) -> dict[tuple[str, str], tuple[int, ...]]:
            found = engine.counts(answers)
            key = next(iter(found))
            return {**found, key: tuple(reversed(found[key]))}

        return replace(engine, counts=counts)

    monkeypatch.setattr(in_process, "engine", wrong)
    with pytest.raises(Mismatch, match="differs on 1 of 12 columns") as mismatch:
        batch(work, 1, ("evaluator",), lambda line: None)
    assert "rule-0 for agency" in str(mismatch.value)
    assert (
        __main__.main(
            [
                "--practices",
                "20",
                "--rules",
                "6",
                "--repeat",
                "1",
                "--scenarios",
                "0",
                "--population",
                "0",
                "--peers",
                "evaluator",
            ]
        )
        == 1
    )


def test_it_prints_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "figures.json"
    arguments = [
        "--practices",
        "20",
        "--rules",
        "4",
        "--repeat",
        "1",
        "--scenarios",
        "20",
        "--population",
        "30",
        "--json",
        str(file),
        "--peers",
        "python",
    ]
    code = __main__.main(arguments)
    written = json.loads(file.read_text())
    assert code == (0 if written["single"]["command"] is not None else 1)
    assert written["scenarios"]["count"] == 20
    assert 0 < written["scenarios"]["play"] < written["scenarios"]["pytest"]
    assert written["compared"]["practices"] == 30
    assert written["compared"]["touched"] > 0
    assert written["schema"] == "compliance/benchmark/1"
    assert [engine["name"] for engine in written["batch"]["engines"]] == [
        "columns (ours)",
        "code-generated Python",
    ]
    printed = capsys.readouterr().out
    assert "20 practices × 4 rules × 2 positions" in printed
    assert "promised" in printed
    assert "covers, 100 rules by 200, the same rules, wider: all covered" in printed
    assert [one["covered"] for one in written["proofs"]] == [False, True]
    assert "20 scenarios: pytest with 2 workers" in printed
    assert "30 practices × a bill" in printed


def test_one_practice(work: Workload, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(single, "MOST", 3)
    monkeypatch.setattr(single, "PRACTICE", tmp_path / "absent.yaml")
    found = single.single(work, 1)
    assert 0 < found.check <= found.slowest
    assert len(found.engines) == 2
    assert found.command is None
    assert "exit" in found.why_not


def test_what_was_promised(measured: Batch) -> None:
    fast = Single(decision=0.001, check=0.001, slowest=0.001, engines=(), command=0.5)
    slow = Single(decision=0.003, check=0.003, slowest=0.003, engines=(), command=None, why_not="exit 1")
    assert [bar.holds for bar in outcome.bars(fast, measured)[:2]] == [True, True]
    assert not outcome.bars(slow, measured)[0].holds
    assert len(outcome.bars(fast, measured)) == len(outcome.bars(slow, measured)) + 1
    assert not outcome.Bar("work", 19, 20, "×", at_least=True).holds


def test_scenarios_that_fail_are_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenarios, "_found", lambda finding: [f'    And "{finding.rule}" is no-rule'])
    found = scenarios.scenarios(3)
    assert found.pytest is None
    assert "no-rule" in found.why_not


def test_counts_that_differ_from_the_ordinary_engines_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(population, "counted", lambda *arguments, **options: {})
    with pytest.raises(Mismatch, match="the ordinary engine None"):
        population.compared(5)


def test_statuses_are_all_there() -> None:
    assert len(STATUSES) == 6


def test_a_proof_that_the_encoding_by_hand_contradicts_is_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    few = proof.pairs(law=4, bill=8)
    assert [one.covered for one in proof.proofs(1, few)] == [False, True]
    monkeypatch.setattr(proof, "covered", lambda ground: True)
    with pytest.raises(Mismatch, match="other rules"):
        proof.proofs(1, few)
