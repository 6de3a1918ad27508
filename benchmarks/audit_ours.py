"""The audit itself, with six rules that ask what the hand-written contenders count."""

import gc
import json
import tempfile
from pathlib import Path

import ibis.backends.duckdb  # noqa: F401 - before the clock starts, as what other contenders import
import yaml

from benchmarks.audit_log import DIMENSIONS, TERMS, Counts, add, main
from compliance.audit.machine import spare_pandas
from compliance.audit.run import Options, audit
from compliance.cli import PACE
from compliance.engine.decide import Decider
from compliance.source.library import load_library
from compliance.source.logs import read_log

LAW = Path(__file__).parent / "audit_law"
TABLES = ("queries", "reviews", "certifications", "cases")


def ours(folder: Path, engine: str = "duckdb", memory: str = "") -> Counts:
    """Of a made-up log in Parquet; loading the law and the format is part of it. The process is as the command's."""
    gc.set_threshold(*PACE)
    if engine == "duckdb":
        spare_pandas()
    law = load_library((LAW,), shipped=False)
    with tempfile.TemporaryDirectory() as work:
        log = read_log(_format(folder), law)
        options = Options(engine=engine, memory=int(memory) if memory else None, work=Path(work) / "audit")
        report = audit(log, Decider(law), options, lambda done, rows: None)
    queries = next(one for one in report.units if one.unit == "queries")
    found: Counts = {
        "rows": [queries.read],
        "duplicates": [sum(one.rows for one in report.rejected if one.table == "queries")],
    }
    for rule in report.rules:
        if rule.rule not in TERMS:
            raise ValueError(f"{rule.rule} is no rule of the benchmark")
        for dimension in DIMENSIONS:
            for value, tally in rule.by[dimension].items():
                both = [tally.statuses.get(status, 0) for status in ("violated", "undetermined")]
                add(found, rule.rule, dimension, value, both)
    return found


def _format(folder: Path) -> Path:
    """The log's format with the tables and facts that the six rules are about; written beside the log."""
    whole = yaml.safe_load((folder / "federal-offices.log.yaml").read_text(encoding="utf-8"))
    whole["parties"] = {"user-agency": {"by": "agency"}}
    whole["agencies"] = dict.fromkeys(whole["agencies"], "office")
    whole["tables"] = {name: table for name, table in whole["tables"].items() if name in TABLES}
    facts = whole["tables"]["queries"]["facts"]
    whole["tables"]["queries"]["facts"] = {name: facts[name] for name in ("act", "records.purpose")}
    path = folder / "bench.log.yaml"
    path.write_text(json.dumps(whole, default=str, indent=2), encoding="utf-8")
    return path


if __name__ == "__main__":
    main(ours)
