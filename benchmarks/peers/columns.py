"""Ours: the columns engine."""

from collections.abc import Callable
from time import perf_counter

from benchmarks.peers import Engine
from benchmarks.workload import STATUSES, Counts, Workload
from compliance.columns import ColumnProgram, counts, table
from compliance.columns.statuses import column_name


def engine(work: Workload) -> tuple[Engine, Callable[[int], Counts], dict[str, float]]:
    """The engine, its counts for the first so many practices, and the seconds that went before.

    Those are to compile, to put facts into columns, and for the first run.
    """
    began = perf_counter()
    program = ColumnProgram(work.library, work.choices)
    program.compile()
    compiled = perf_counter()
    practices = table(work.rows, program.layout)
    tabled = perf_counter()
    program.run(practices)
    first = perf_counter() - tabled

    def counted(codes: object) -> Counts:
        found = counts(codes)
        return {
            key: tuple(found[column_name(*key)].get(status, 0) for status in STATUSES) for key in work.columns
        }

    notes = "DuckDB through Ibis, compiled once; says besides what is still possible, and why not"
    apart = {"compile": compiled - began, "facts to columns": tabled - compiled, "first run": first}
    return (
        Engine("columns (ours)", lambda: program.run(practices), counted, notes),
        lambda first: counted(program.run(practices.slice(0, first))),
        apart,
    )
