"""The audit's work as hand-written DuckDB SQL, the best that was found. Measured, with 10 million queries:

- Months of some two million rows at a time: hash tables stay small, and row groups of other months are skipped. All at
  once took a quarter longer and three times the memory; chunks of a few row groups took half as long again, since both
  processors hardly found work in them.
- Nothing is copied into a temporary table: writing the texts of a chunk took longer than reading its file again.
- What most rows satisfy is an anti join, whose few rows are then counted. Certifications and cases are left joins, as
  there is at most one for a row once certifications that touch or overlap are one: then one scan does for four terms.
- Only pairs of user and subject with more than five searches in a chunk come to the window, found by a hash of both.
- Ids are told apart by their order, where each row's is behind that of the row before it. Else by their hashes: as many
  hashes as rows prove that no id is twice, and strings need not be kept.
- Open ends are a far date. An OR in the condition of a join makes it a loop over all pairs, which never ends.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.audit_log import (
    DIMENSIONS,
    FORBIDDEN,
    LIMIT,
    PERMITTED,
    TERMS,
    Counts,
    Month,
    chunked,
    counts_of,
    main,
    months,
)

AT_A_TIME = 2_000_000
"""Rows in a chunk of months, about."""
_NUMBERS = tuple(f"{term}_{kind}" for term in TERMS for kind in ("violated", "unknown"))
_KEYS = 'agency, office, "user", month'


def counts(folder: Path, at_a_time: str = str(AT_A_TIME)) -> Counts:
    """Of a made-up log in Parquet."""
    connection = duckdb.connect()
    connection.execute("SET preserve_insertion_order = false")
    for name in ("queries", "reviews", "certifications", "cases"):
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM '{folder / f'{name}.parquet'}'")
    connection.execute(_CERTIFIED)
    connection.execute(_OPEN)
    numbers = ", ".join(f"{name} BIGINT DEFAULT 0" for name in _NUMBERS)
    connection.execute(
        f'CREATE TEMP TABLE found (agency VARCHAR, office VARCHAR, "user" VARCHAR, month VARCHAR, {numbers})'
    )
    all_months, rows = months(folder), _one(connection, "SELECT count(*) FROM queries")[0]
    chunks = chunked(all_months, rows, int(at_a_time))
    ranges = [_chunk(connection, chunk, all_months[-1]) for chunk in chunks]
    # Ids of chunks that do not overlap cannot be the same; else all ids are compared.
    ordered = sorted((low, high) for number, _, low, high in ranges if number)
    apart = all(one[1] < other[0] for one, other in pairwise(ordered))
    twice = 0
    if not apart or any(number != different for number, different, _, _ in ranges):
        twice = _one(connection, _TWICE)[0]
    sums = ", ".join(f"sum({name})" for name in _NUMBERS)
    marginals = " UNION ALL ".join(
        f"""SELECT '{one}', "{one}", {sums} FROM found GROUP BY "{one}" """ for one in DIMENSIONS
    )
    return counts_of(connection.execute(marginals).fetchall(), rows, twice)


def _chunk(connection: Any, chunk: Sequence[Month], last: Month) -> tuple[int, int, str, str]:
    """Count some months; how many rows, how many different hashes of ids, and the range of the ids."""
    since, until = chunk[0].since, chunk[-1].until
    here = f"time >= TIMESTAMP '{since}' AND time < TIMESTAMP '{until}'"
    month = (
        "CASE "
        + " ".join(f"WHEN time < TIMESTAMP '{one.until}' THEN '{one.name}'" for one in chunk[:-1])
        + f" ELSE '{chunk[-1].name}' END"
        if len(chunk) > 1
        else f"'{chunk[0].name}'"
    )
    rows, no_user = _one(connection, f'SELECT count(*), count(*) - count("user") FROM queries WHERE {here}')
    if not rows:
        return 0, 0, "", ""
    behind, low, high = _one(
        connection,
        f"""SELECT count_if(id > before), first(id), last(id)
        FROM (SELECT id, lag(id) OVER () AS before FROM queries WHERE {here})""",
    )
    different = rows
    if behind != rows - 1:
        different, low, high = _one(
            connection, f"SELECT count(DISTINCT hash(id)), min(id), max(id) FROM queries WHERE {here}"
        )
    connection.execute(_ROWS.format(here=here, month=month))
    in_time = f"TIMESTAMP '{last.until}' - INTERVAL 720 HOURS"
    reviews = f"(SELECT query, time, reviewer FROM reviews WHERE query BETWEEN '{low}' AND '{high}')"
    connection.execute(_REVIEWS.format(here=here, month=month, reviews=reviews, due=f"time < {in_time}"))
    if no_user:
        connection.execute(_REVIEWED_OF_NOBODY.format(here=here, month=month, reviews=reviews, due=in_time))
    near = f"time >= TIMESTAMP '{since - timedelta(hours=24)}' AND time < TIMESTAMP '{until}'"
    connection.execute(_SEARCHES.format(here=here, month=month, near=near))
    return rows, different, low, high


def _one(connection: Any, statement: str) -> Any:
    return connection.execute(statement).fetchone()


_FAR = "TIMESTAMP '9999-12-31'"
_CERTIFIED = f"""
CREATE TEMP TABLE certified AS
WITH ends AS (SELECT "user", "from", coalesce("to", {_FAR}) AS "to" FROM certifications),
marked AS (
    SELECT *, coalesce("from" > max("to") OVER (
        PARTITION BY "user" ORDER BY "from", "to" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS fresh
    FROM ends),
numbered AS (SELECT *, count_if(fresh) OVER (PARTITION BY "user" ORDER BY "from", "to") AS island FROM marked)
SELECT "user", min("from") AS "from", max("to") AS "to" FROM numbered GROUP BY "user", island
"""
_OPEN = f"""
CREATE TEMP TABLE opened AS SELECT number, "from", coalesce("to", {_FAR}) AS "to" FROM cases
"""
_ROWS = f"""
INSERT INTO found ({_KEYS}, purpose_violated, purpose_unknown, reason_violated, certified_violated, certified_unknown,
    case_violated, searches_unknown)
SELECT agency, office, q."user", {{month}},
    count(*) FILTER (purpose IN {FORBIDDEN}),
    count(*) FILTER (purpose IS NULL OR purpose NOT IN {PERMITTED + FORBIDDEN}),
    count(*) FILTER (reason IS NULL OR reason = ''),
    count(*) FILTER (c."user" IS NULL AND q."user" IS NOT NULL),
    count(*) FILTER (q."user" IS NULL),
    count(*) FILTER (k.number IS NULL),
    count(*) FILTER (q."user" IS NULL OR subject IS NULL)
FROM (SELECT * FROM queries WHERE {{here}}) q
LEFT JOIN certified c ON q."user" = c."user" AND c."from" <= q.time AND q.time <= c."to"
LEFT JOIN opened k ON q."case" = k.number AND k."from" <= q.time AND q.time <= k."to"
GROUP BY ALL
"""
_REVIEWS = f"""
INSERT INTO found ({_KEYS}, review_violated, review_unknown)
SELECT agency, office, q."user", {{month}},
    count(*) FILTER ({{due}} AND b.query IS NULL),
    count(*) FILTER (NOT {{due}} OR b.query IS NOT NULL)
FROM (
    SELECT id, time, agency, office, "user" FROM (SELECT * FROM queries WHERE {{here}}) q
    ANTI JOIN {{reviews}} r
    ON q.id = r.query AND r.time >= q.time AND r.time <= q.time + INTERVAL 720 HOURS AND r.reviewer <> q."user") q
LEFT JOIN (SELECT DISTINCT query FROM {{reviews}} WHERE reviewer IS NULL) b ON q.id = b.query
GROUP BY ALL
"""
_REVIEWED_OF_NOBODY = f"""
INSERT INTO found ({_KEYS}, review_violated, review_unknown)
SELECT agency, office, q."user", {{month}}, -count(*), count(*)
FROM (SELECT * FROM queries WHERE {{here}} AND "user" IS NULL AND time < {{due}}) q
SEMI JOIN {{reviews}} r ON q.id = r.query AND r.time >= q.time AND r.time <= q.time + INTERVAL 720 HOURS
    AND r.reviewer IS NOT NULL
GROUP BY ALL
"""
_SEARCHES = f"""
INSERT INTO found ({_KEYS}, searches_violated)
WITH many AS (
    SELECT h FROM (
        SELECT hash("user", subject) AS h FROM queries
        WHERE {{near}} AND "user" IS NOT NULL AND subject IS NOT NULL)
    GROUP BY h HAVING count(*) > {LIMIT}),
counted AS (
    SELECT time, agency, office, "user", count(*) OVER (
        PARTITION BY "user", subject ORDER BY time RANGE BETWEEN INTERVAL 24 HOURS PRECEDING AND CURRENT ROW) AS number
    FROM (SELECT time, agency, office, "user", subject FROM queries WHERE {{near}}) q
    SEMI JOIN many ON hash("user", subject) = h
    WHERE "user" IS NOT NULL AND subject IS NOT NULL)
SELECT agency, office, "user", {{month}}, count(*) FROM counted WHERE {{here}} AND number > {LIMIT} GROUP BY ALL
"""
_TWICE = "SELECT coalesce(sum(rows), 0)::BIGINT FROM (SELECT count(*) AS rows FROM queries GROUP BY id HAVING rows > 1)"


if __name__ == "__main__":
    main(counts)
