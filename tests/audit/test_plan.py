"""Chunks of time: each row in exactly one, ids that may be in two are known, whatever the files say of themselves."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.audit.logs import NEW_YORK, at, engine, opened, table

from compliance.audit.plan import Chunk, apart, plan
from compliance.audit.run import Options, asked

COLUMNS = {"id": "ID", "time": "AT"}


def planned(folder: Path, groups: list[list[Any]], most: int, *, zone: str = "UTC", **options: Any) -> Any:
    """The chunks of a file with these row groups of times, and the table."""
    path = folder / "queries.parquet"
    numbers = iter(range(1000))
    with pq.ParquetWriter(
        path, pa.schema([("ID", pa.string()), ("AT", pa.timestamp("us"))]), **options
    ) as file:
        for group in groups:
            ids = [f"q{next(numbers):03}" for _ in group]
            file.write_table(pa.table({"ID": ids, "AT": pa.array(group, pa.timestamp("us"))}))
    found = opened(table("queries", "parquet", [path], COLUMNS, zone=zone), folder)
    return plan(found, most), found


def minutes(*numbers: float) -> list[datetime]:
    return [at("2018-03-05 12:00") + timedelta(minutes=number) for number in numbers]


def spread(chunks: tuple[Chunk, ...], found: Any) -> list[int]:
    """How many rows each chunk has; each row is in one."""
    numbers = [found.between(one.since, one.until).count().to_pyarrow().as_py() for one in chunks]
    assert sum(numbers) == found.rows.count().to_pyarrow().as_py()
    return numbers


@pytest.mark.parametrize(
    ("groups", "most", "expected"),
    [
        ([minutes(0, 1), minutes(2, 3), minutes(4, 5)], 2, [2, 2, 2]),
        ([minutes(0, 1), minutes(2, 3), minutes(4, 5)], 4, [2, 4]),
        # In any order in the file.
        ([minutes(4, 5), minutes(0, 1), minutes(2, 3)], 2, [2, 2, 2]),
        # One that reaches into the next, or ends in the second that the next begins in.
        ([minutes(0, 2), minutes(1, 3), minutes(4, 5)], 2, [4, 2]),
        ([minutes(0, 1), minutes(1.01, 2), minutes(4, 5)], 2, [4, 2]),
        # Two together would be far too large, though they begin within the same share.
        ([minutes(*range(20 * i, 20 * i + 13)) for i in range(6)], 20, [13] * 6),
        # Too much in one another for chunks: days are counted, of which there is one.
        ([minutes(0, 9), minutes(1, 8), minutes(2, 7)], 2, [6]),
    ],
)
def test_row_groups_make_chunks_where_they_lie_behind_each_other(
    tmp_path: Path, groups: list[list[datetime]], most: int, expected: list[int]
) -> None:
    assert spread(*planned(tmp_path, groups, most)) == expected


@pytest.mark.parametrize(
    ("groups", "options"),
    [
        ([minutes(0, 1), minutes(2000, 2001)], {"write_statistics": False}),
        ([minutes(0, 1), minutes(2000, 2001), [None, None]], {}),
    ],
    ids=["no statistics", "a row group without times"],
)
def test_days_are_counted_where_footers_do_not_show_when_rows_are(
    tmp_path: Path, groups: list[list[Any]], options: dict[str, Any]
) -> None:
    chunks, found = planned(tmp_path, groups, 2, **options)
    assert spread(chunks, found) == [2, 2]
    assert [chunk.ids for chunk in chunks] == [("q000", "q001"), ("q002", "q003")]


def test_a_table_without_rows_has_no_chunks(tmp_path: Path) -> None:
    assert planned(tmp_path, [], 2)[0] == ()


@pytest.mark.parametrize(
    "groups",
    [
        # Clocks go forward at 2:00 on 11 March; 2:30 never was, and its row is rejected.
        [[at("2018-03-11 01:00"), at("2018-03-11 01:59")], [at("2018-03-11 02:30"), at("2018-03-11 03:00")]],
        [[at("2018-03-11 01:00"), at("2018-03-11 02:30")], [at("2018-03-11 03:00"), at("2018-03-11 03:10")]],
        # They go back at 2:00 on 4 November; 1:30 was twice.
        [[at("2018-11-04 00:30"), at("2018-11-04 01:30")], [at("2018-11-04 01:31"), at("2018-11-04 02:00")]],
        [[at("2018-11-04 00:30"), at("2018-11-04 01:30")], [at("2018-11-04 01:20"), at("2018-11-04 02:00")]],
    ],
)
@pytest.mark.parametrize("most", [1, 2, 10])
def test_no_row_is_lost_where_clocks_change(tmp_path: Path, groups: list[list[datetime]], most: int) -> None:
    spread(*planned(tmp_path, groups, most, zone=NEW_YORK))


def test_a_chunk_begins_and_ends_with_rows_on_any_clock(tmp_path: Path) -> None:
    (chunk,), _ = planned(tmp_path, [[at("2018-06-01 00:10"), at("2018-06-02 23:50")]], 10, zone=NEW_YORK)
    moments = [one.replace(tzinfo=UTC).astimezone(ZoneInfo(NEW_YORK)) for one in (chunk.since, chunk.last)]
    assert [moment.date() for moment in moments] == [date(2018, 6, 1), date(2018, 6, 2)]


def chunk(*ids: str) -> Chunk:
    return Chunk("c", at("2018-01-01"), at("2018-01-02"), 1, (ids[0], ids[1]) if ids else None)


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([], True),
        ([chunk()], True),
        ([chunk("a", "b"), chunk("c", "d")], True),
        ([chunk("c", "d"), chunk("a", "b")], True),
        ([chunk("a", "b"), chunk("b", "c")], False),
        ([chunk("a", "d"), chunk("b", "c")], False),
        ([chunk("a", "b"), chunk()], False),
    ],
)
def test_chunks_whose_ids_may_be_the_same_are_not_apart(chunks: list[Chunk], expected: bool) -> None:
    assert apart(chunks) == expected


def test_ids_are_not_compared_as_a_database_orders_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(engine().backend), "name", "postgres")
    chunks, _ = planned(tmp_path, [minutes(0), minutes(2000)], 1, write_statistics=False)
    assert [one.ids for one in chunks] == [None, None]
    assert not apart(chunks)


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (None, None, [0, 1, 2, 3]),
        (date(2018, 3, 6), None, [2, 3]),
        (None, date(2018, 3, 5), [0, 1]),
        (date(2018, 3, 6), date(2018, 3, 6), [2]),
        (date(2018, 3, 8), None, []),
    ],
)
@pytest.mark.parametrize("most", [1, 10])
def test_the_days_that_are_asked_for_hold_all_their_moments(
    tmp_path: Path, since: date | None, until: date | None, expected: list[int], most: int
) -> None:
    moments = ["2018-03-05 05:00", "2018-03-06 04:59:59.999999", "2018-03-06 05:00", "2018-03-07 05:00"]
    chunks, found = planned(tmp_path, [[at(one)] for one in moments], most)
    cut = asked(chunks, NEW_YORK, Options(since=since, until=until))
    ids = [one for each in cut for one in found.between(each.since, each.until).id.to_pyarrow().to_pylist()]
    assert ids == [f"q{number:03}" for number in expected]
