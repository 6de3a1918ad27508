"""The audit's work in Polars, lazily and streaming, some months at a time as in the SQL."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import polars as pl

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
_FAR = pl.datetime(9999, 12, 31)
_KEYS = ("agency", "office", "month", "user")
_NUMBERS = tuple(f"{term}_{kind}" for term in TERMS for kind in ("violated", "unknown"))


def counts(folder: Path, at_a_time: str = str(AT_A_TIME)) -> Counts:
    """Of a made-up log in Parquet."""
    tables = {name: pl.scan_parquet(folder / f"{name}.parquet") for name in ("queries", "reviews")}
    certified = _spans(pl.read_parquet(folder / "certifications.parquet"), "user")
    opened = _spans(pl.read_parquet(folder / "cases.parquet"), "number").rename({"number": "case"})
    ids = tables["queries"].select(pl.col("id"))
    all_months, found = months(folder), []
    for chunk in chunked(all_months, ids.select(pl.len()).collect().item(), int(at_a_time)):
        found += _chunk(tables, certified, opened, chunk, all_months[-1])
    rows, different = (
        ids.select(pl.len(), pl.col("id").hash().n_unique().alias("d")).collect(engine="streaming").row(0)
    )
    twice = 0
    if different != rows:
        many = ids.group_by("id").len().filter(pl.col("len") > 1).select(pl.col("len").sum())
        twice = many.collect(engine="streaming").item()
    none = pl.DataFrame(schema=dict.fromkeys(_NUMBERS, pl.UInt32))
    whole = pl.concat([none, *found], how="diagonal").group_by(_KEYS).agg(pl.col(*_NUMBERS).sum())
    marginals = []
    for dimension in DIMENSIONS:
        sums = whole.group_by(dimension).agg(pl.col(name).sum() for name in _NUMBERS)
        marginals += [(dimension, *row) for row in sums.rows()]
    return counts_of(marginals, rows, twice)


def _spans(frame: pl.DataFrame, key: str) -> pl.DataFrame:
    """Those of one key that touch or overlap as one, so that no moment lies in two."""
    ends = frame.select(key, "from", pl.col("to").fill_null(_FAR)).sort(key, "from", "to")
    before = pl.col("to").cum_max().shift(1).over(key)
    fresh = (pl.col("from") > before).fill_null(True)
    numbered = ends.with_columns(fresh.cum_sum().over(key).alias("island"))
    return numbered.group_by(key, "island").agg(pl.col("from").min(), pl.col("to").max()).drop("island")


def _chunk(
    tables: dict[str, pl.LazyFrame],
    certified: pl.DataFrame,
    opened: pl.DataFrame,
    chunk: Sequence[Month],
    last: Month,
) -> list[pl.DataFrame]:
    since, until = chunk[0].since, chunk[-1].until
    near = tables["queries"].filter(pl.col("time") >= since - timedelta(hours=24), pl.col("time") < until)
    rows = near.filter(pl.col("time") >= since).collect(engine="streaming")
    if rows.is_empty():
        return []
    rows = rows.sort("time").with_columns(_month(chunk))
    known, given = pl.col("user").is_not_null(), pl.col("subject").is_not_null()
    purpose, reason = pl.col("purpose"), pl.col("reason")
    joined = _latest(_latest(rows, certified, "user", "_user"), opened, "case", "_case")
    certain = (pl.col("to_user") >= pl.col("time")).fill_null(False)
    open_ = (pl.col("to_case") >= pl.col("time")).fill_null(False)
    found = [
        joined.group_by(_KEYS).agg(
            purpose.is_in(FORBIDDEN).sum().alias("purpose_violated"),
            (~purpose.is_in(PERMITTED + FORBIDDEN)).fill_null(True).sum().alias("purpose_unknown"),
            (reason.is_null() | (reason == "")).sum().alias("reason_violated"),
            (known & ~certain).sum().alias("certified_violated"),
            (~known).sum().alias("certified_unknown"),
            (~open_).sum().alias("case_violated"),
            (~(known & given)).sum().alias("searches_unknown"),
        )
    ]
    found.append(_reviews(tables["reviews"], rows, last))
    pairs = near.filter(known, given).select("time", "agency", "office", "user", "subject")
    found.append(_searches(pairs.collect(engine="streaming"), chunk))
    return found


def _latest(rows: pl.DataFrame, spans: pl.DataFrame, key: str, suffix: str) -> pl.DataFrame:
    """The last span that began before a row; if it has ended, no other is open, since spans do not overlap."""
    named = spans.sort("from").rename({"from": f"from{suffix}", "to": f"to{suffix}"})
    return rows.join_asof(
        named,
        left_on="time",
        right_on=f"from{suffix}",
        by=key,
        strategy="backward",
        check_sortedness=False,
    )


def _month(chunk: Sequence[Month]) -> pl.Expr:
    month: pl.Expr = pl.lit(chunk[-1].name)
    for one in reversed(chunk[:-1]):
        month = pl.when(pl.col("time") < one.until).then(pl.lit(one.name)).otherwise(month)
    return month.alias("month")


def _reviews(reviews: pl.LazyFrame, rows: pl.DataFrame, last: Month) -> pl.DataFrame:
    low, high = rows["id"].min(), rows["id"].max()
    near = reviews.filter(pl.col("query") >= low, pl.col("query") <= high).select("query", "time", "reviewer")
    conduct = rows.select("id", "time", *_KEYS)
    within = (pl.col("time_right") >= pl.col("time")) & (
        pl.col("time_right") <= pl.col("time") + timedelta(days=30)
    )
    both = near.rename({"time": "time_right"}).join(
        conduct.lazy().select("id", "time", "user"), left_on="query", right_on="id"
    )
    another = pl.col("reviewer") != pl.col("user")
    judged = both.filter(within).select("query", another).collect(engine="streaming")
    done = judged.filter(pl.col("reviewer")).select("query")
    perhaps = judged.filter(pl.col("reviewer").is_null()).select(pl.col("query").unique(), maybe=True)
    left = conduct.join(done, left_on="id", right_on="query", how="anti")
    left = left.join(perhaps, left_on="id", right_on="query", how="left")
    told = (pl.col("time") < last.until - timedelta(days=30)) & pl.col("maybe").is_null()
    return left.group_by(_KEYS).agg(
        told.sum().alias("review_violated"), (~told).sum().alias("review_unknown")
    )


def _searches(pairs: pl.DataFrame, chunk: Sequence[Month]) -> pl.DataFrame:
    many = pairs.group_by("user", "subject").len().filter(pl.col("len") > LIMIT).drop("len")
    some = pairs.join(many, on=["user", "subject"], how="semi").sort("user", "subject", "time")
    counted = some.rolling("time", period="24h", closed="both", group_by=["user", "subject"]).agg(
        pl.len().alias("number"), pl.col("agency").last(), pl.col("office").last()
    )
    over = counted.filter(pl.col("number") > LIMIT, pl.col("time") >= chunk[0].since)
    return over.with_columns(_month(chunk)).group_by(_KEYS).agg(pl.len().alias("searches_violated"))


if __name__ == "__main__":
    main(counts)
