"""Makes up query logs of federal offices, with conduct in them that rules are about, and says how much of it.

    synthesize(Path("made-up"), queries=1_000_000, seed=1)

The offices' and users' codes are invented, no person is in them, and which agencies were audited, and when, is made up.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

BATCH = 983_040
"""Queries at a time: eight groups of rows."""
GROUP = 122_880
"""Rows in a group of a Parquet file; what DuckDB reads at a time."""
NAME = "federal-offices"


def synthesize(
    folder: Path,
    queries: int,
    seed: int = 1,
    kind: Literal["csv", "parquet"] = "parquet",
    tell: Callable[[int], None] = lambda rows: None,
) -> Path:
    """Write a log of so many queries into the folder, and return its format, `federal-offices.log.yaml`.

    The same arguments always make the same rows. Beside it, `expected.json` says exactly how many queries of each
    kind there are, from how they were made: no part of an audit computes it. The format is written last, so that where
    it is, the log is whole. `tell` is given the number of queries written so far. Raises ValueError for fewer than 100
    queries, and OSError where the folder cannot be written.
    """
    from compliance.audit import synthetic_csv, synthetic_format, synthetic_text
    from compliance.audit.synthetic_plan import plan
    from compliance.audit.synthetic_rows import batches, cases
    from compliance.audit.synthetic_truth import Truth

    log = plan(queries, seed)
    truth = Truth()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{NAME}.log.yaml"
    path.unlink(missing_ok=True)
    tables: Any = synthetic_csv.Tables(folder, log) if kind == "csv" else _Parquet(folder)
    done = 0
    with tables:
        for rows, reviewed, passed_on in batches(log, BATCH):
            tables.write("queries", synthetic_text.queries(rows))
            tables.write("reviews", synthetic_text.reviews(reviewed))
            tables.write("disseminations", synthetic_text.disseminations(passed_on))
            truth.add(rows, len(reviewed.query), passed_on)
            done += len(rows.id)
            tell(done)
        tables.write("certifications", synthetic_text.certifications(log))
        tables.write("cases", synthetic_text.cases(log, cases(log)))
        tables.write("audits", synthetic_text.audits(log))
        tables.write("agreements", synthetic_text.agreements(log))
    expected = truth.as_json(log, seed)
    if kind == "csv":
        expected["rejected"] = synthetic_csv.REJECTED
    (folder / "expected.json").write_text(_readable(expected), encoding="utf-8", newline="\n")
    path.write_text(synthetic_format.text(log, kind), encoding="utf-8", newline="\n")
    return path


def _readable(expected: dict[str, Any]) -> str:
    """JSON with one profile on a line."""
    profiles = expected["profiles"]["rows"]
    whole = json.dumps({**expected, "profiles": {**expected["profiles"], "rows": []}}, indent=2)
    lines = ",\n".join("      " + json.dumps(one) for one in profiles)
    return whole.replace('"rows": []', f'"rows": [\n{lines}\n    ]') + "\n"


class _Parquet:
    """One Parquet file for each table, written in whole groups of rows."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writers: dict[str, Any] = {}
        self._waiting: dict[str, Any] = {}

    def __enter__(self) -> "_Parquet":
        return self

    def __exit__(self, *error: object) -> None:
        for name, writer in self._writers.items():
            if not any(error):
                writer.write_table(self._waiting[name].combine_chunks(), row_group_size=GROUP)
            writer.close()

    def write(self, name: str, rows: Any) -> None:
        """Some more rows of a table."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        if name not in self._writers:
            few = [one.name for one in rows.schema if pa.types.is_dictionary(one.type)]
            self._writers[name] = pq.ParquetWriter(
                self._folder / f"{name}.parquet",
                rows.schema,
                compression="zstd",
                compression_level=1,
                use_dictionary=[*few, "user", "reviewer", "agency"],
                store_schema=False,
            )
            self._waiting[name] = rows.schema.empty_table()
        waiting = pa.concat_tables([self._waiting[name], rows])
        whole = len(waiting) // GROUP * GROUP
        if whole:
            self._writers[name].write_table(waiting.slice(0, whole).combine_chunks(), row_group_size=GROUP)
        self._waiting[name] = waiting.slice(whole)
