"""Rules over thousands of practices at once: the same condition trees as expressions over columns.

    program = ColumnProgram(library)
    codes = program.run(table(((case, case.since) for case in cases), program.layout))
    statuses(codes)

Facts go in as an Arrow table with a row for each practice and day of law, where null is unknown. Codes come
out, a column for each rule and position: which statuses are possible, as bits. The expressions are Ibis's;
DuckDB runs them unless they are put on a table of another backend. It takes the extra `audit`, of which
nothing is imported before a table is made or a program is compiled. `draw` makes practices for such tables from the
vocabulary.
"""

from compliance.columns.draw import draw
from compliance.columns.layout import Layout, layout_of
from compliance.columns.population import Population
from compliance.columns.program import ColumnProgram
from compliance.columns.statuses import counts, outcome_of, statuses
from compliance.columns.table import table

__all__ = [
    "ColumnProgram",
    "Layout",
    "Population",
    "counts",
    "draw",
    "layout_of",
    "outcome_of",
    "statuses",
    "table",
]
