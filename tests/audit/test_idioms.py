"""What the audit writes in Ibis means the same on every engine, nulls and odd names included.

The answers stand here, so that an engine is held to them and not only to the other engines.
COMPLIANCE_AUDIT_ENGINES="duckdb local[2]" names the engines; those named run, and nothing else.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import ibis
import pyarrow
import pyarrow.parquet
import pytest
from tests.audit.conftest import loaded

from compliance.audit.engines import Engine, connect
from compliance.audit.error import AuditError

DAY = 86_400
HOSTILE = (
    'a "quoted" name',
    "it's; DROP TABLE queries --",
    "back`tick",
    "back\\slash \\' \\n",
    "${user} {x} {{y}} :name ? $1",
    "100 %s %(a)s.b",
    "select",
    "ünï — 漢字",
    " space at both ends ",
    "line\nbreak\ttab",
)
TEXTS = (*HOSTILE, "", "\\", "'", "\\'", "%", "a\rb", "\u2028", "😀")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.fixture(scope="module")
def tables(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("tables")
    us = pyarrow.timestamp("us")
    queries = pyarrow.table(
        {
            "id": ["q1", "q2", "q3", "q4", "q5", "q6"],
            "time": pyarrow.array(
                [
                    at("2019-05-08T10:00:00"),
                    at("2019-05-09T09:59:59"),
                    at("2019-05-09T10:00:00"),
                    at("2019-05-09T10:00:00.999999"),
                    at("1969-12-31T23:59:59.500000"),
                    at("2019-11-03T01:30:00"),
                ],
                us,
            ),
            "user": ["u1", "u1", "u1", "u1", "u2", None],
            "subject": ["s1", "s1", "s1", "s1", "s1", "s1"],
            "logged": [True, False, None, True, None, None],
        }
    )
    periods = pyarrow.table(
        {
            "user": ["u1", "u1", "u3", None],
            "from": pyarrow.array(
                [at("2019-01-01"), at("2019-05-09T10:00:00"), at("2019-01-01"), at("2019-01-01")], us
            ),
            "to": pyarrow.array([at("2019-05-09"), None, None, None], us),
        }
    )
    reviews = pyarrow.table(
        {"query": ["q1", "q1", "q2", "q9", None], "reviewer": ["u1", "c1", "u1", "c1", "c1"]}
    )
    yield {
        "queries": loaded(engine, queries, folder),
        "certifications": loaded(engine, periods, folder),
        "reviews": loaded(engine, reviews, folder),
    }


def rows(engine: Engine, table: Any) -> list[tuple[Any, ...]]:
    """All rows, in the order of their text."""
    found = [tuple(row.values()) for batch in engine.batches(table) for row in batch.to_pylist()]
    return sorted(found, key=repr)


def seconds(table: Any) -> Any:
    """Whole seconds since 1970; without `truncate` the engines round a fraction each in its own way."""
    return table.time.truncate("s").epoch_seconds().cast("int64")


# --- times -------------------------------------------------------------------------------------------------


def test_whole_seconds_since_1970_of_a_time_without_a_zone(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    found = dict(rows(engine, queries.select(queries.id, second=seconds(queries))))
    assert found == {
        "q1": 1557309600,
        "q2": 1557395999,
        "q3": 1557396000,
        "q4": 1557396000,
        "q5": -1,
        "q6": 1572744600,
    }


def test_parts_of_a_time(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"].filter(lambda t: t.id.isin(["q2", "q6"]))
    time = queries.time
    parts = queries.select(
        queries.id,
        year=time.year(),
        month=time.month(),
        day=time.day(),
        hour=time.hour(),
        minute=time.minute(),
    )
    assert rows(engine, parts) == [("q2", 2019, 5, 9, 9, 59), ("q6", 2019, 11, 3, 1, 30)]


def test_a_time_from_a_literal_on(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    since = queries.filter(queries.time >= ibis.literal(at("2019-05-09T10:00:00"), "timestamp"))
    assert rows(engine, since.select("id")) == [("q3",), ("q4",), ("q6",)]


def test_a_constant_span_later(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"].filter(lambda t: t.id == "q4")
    later = queries.time + ibis.interval(seconds=30 * DAY)
    earlier = queries.time + ibis.interval(seconds=-5 * 3600)
    assert rows(engine, queries.select(later=later, earlier=earlier)) == [
        (at("2019-06-08T10:00:00.999999"), at("2019-05-09T05:00:00.999999"))
    ]


def test_offset_by_the_period_that_a_time_lies_in(engine: Engine, tables: dict[str, Any]) -> None:
    time = tables["queries"].time
    offset = ibis.cases(
        (time < ibis.literal(at("2019-03-10T07:00:00"), "timestamp"), -5 * 3600),
        (time < ibis.literal(at("2019-11-03T06:00:00"), "timestamp"), -4 * 3600),
        else_=-5 * 3600,
    )
    local = time + offset.cast("int64").as_interval("s")
    found = dict(rows(engine, tables["queries"].select("id", local=local)))
    assert found["q1"] == at("2019-05-08T06:00:00")
    assert found["q4"] == at("2019-05-09T06:00:00.999999")
    assert found["q5"] == at("1969-12-31T18:59:59.500000")
    assert found["q6"] == at("2019-11-02T21:30:00")


def test_a_day_as_text(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    assert (
        dict(rows(engine, queries.select("id", day=queries.time.date().cast("string"))))["q6"] == "2019-11-03"
    )


# --- counts over windows -----------------------------------------------------------------------------------


def test_rows_of_the_same_user_in_the_day_that_ends_with_a_row(
    engine: Engine, tables: dict[str, Any]
) -> None:
    """A row that is a whole day older is outside; rows of the same second count each other."""
    queries = tables["queries"].mutate(second=seconds)
    window = ibis.window(group_by=["user", "subject"], order_by="second", range=(-(DAY - 1), 0))
    found = dict(rows(engine, queries.select("id", n=queries.count().over(window))))
    assert found == {"q1": 1, "q2": 2, "q3": 3, "q4": 3, "q5": 1, "q6": 1}


def test_counting_only_some_rows_of_a_window(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"].mutate(second=seconds)
    window = ibis.window(group_by=["user"], order_by="second", range=(-(DAY - 1), 0))
    early = (queries.time.hour() < 10).ifelse(ibis.literal(1, "int64"), ibis.literal(0, "int64"))
    found = dict(rows(engine, queries.select("id", n=early.sum().over(window).cast("int64"))))
    assert found == {"q1": 0, "q2": 1, "q3": 1, "q4": 1, "q5": 0, "q6": 1}


def test_time_since_the_row_before(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"].mutate(second=seconds)
    window = ibis.window(group_by=["user"], order_by=["second", "id"])
    gap = queries.second - queries.second.lag(1).over(window)
    found = dict(rows(engine, queries.select("id", gap=gap)))
    assert found == {"q1": None, "q2": 86399, "q3": 1, "q4": 0, "q5": None, "q6": None}


def test_sums_are_whole_numbers(engine: Engine, tables: dict[str, Any]) -> None:
    """DuckDB's are decimals; what comes out is of the type that Ibis says."""
    numbers = ibis.memtable(
        pyarrow.table({"k": ["x", "x"], "n": pyarrow.array([1, 2**53 + 1], pyarrow.int64())})
    )
    assert rows(engine, numbers.group_by("k").agg(n=numbers.n.sum())) == [("x", 2**53 + 2)]
    assert all(type(n) is int for _, n in rows(engine, numbers.group_by("k").agg(n=numbers.n.sum())))


def test_the_id_of_the_earliest_row(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    assert rows(engine, queries.group_by("user").agg(id=queries.id.argmin(queries.time))) == [
        ("u1", "q1"),
        ("u2", "q5"),
        (None, "q6"),
    ]


# --- joins -------------------------------------------------------------------------------------------------


def test_whether_a_period_of_the_same_user_holds_a_time(engine: Engine, tables: dict[str, Any]) -> None:
    """The joined rows become one again by grouping; nobody matches a null."""
    queries, periods = tables["queries"], tables["certifications"].mutate(here=ibis.literal(True))
    joined = queries.left_join(
        periods,
        [
            queries.user == periods.user,
            periods["from"] <= queries.time,
            periods["to"].isnull() | (queries.time <= periods["to"]),
        ],
    )
    found = joined.group_by("id").agg(valid=joined.here.any().fill_null(False))
    assert dict(rows(engine, found)) == {
        "q1": True,
        "q2": False,
        "q3": True,
        "q4": True,
        "q5": False,
        "q6": False,
    }


def test_whether_a_row_of_the_same_id_differs(engine: Engine, tables: dict[str, Any]) -> None:
    queries, reviews = tables["queries"], tables["reviews"]
    match = reviews.mutate(here=ibis.literal(1, "int16"))
    joined = queries.left_join(match, [queries.id == match.query, match.reviewer != queries.user])
    found = joined.group_by("id").agg(n=joined.here.count())
    assert dict(rows(engine, found)) == {"q1": 1, "q2": 0, "q3": 0, "q4": 0, "q5": 0, "q6": 0}


def test_rows_with_and_without_a_match(engine: Engine, tables: dict[str, Any]) -> None:
    queries, reviews = tables["queries"], tables["reviews"]
    matches = [queries.id == reviews.query]
    assert rows(engine, queries.semi_join(reviews, matches).select("id")) == [("q1",), ("q2",)]
    assert len(rows(engine, queries.anti_join(reviews, matches).select("id"))) == 4
    assert rows(engine, reviews.anti_join(queries, [reviews.query == queries.id]).select("query")) == [
        ("q9",),
        (None,),
    ]


def test_a_small_table_from_memory_joined_in(engine: Engine, tables: dict[str, Any]) -> None:
    codes = ibis.memtable(
        pyarrow.table(
            {
                "subject": ["s1", "s2"],
                "code": pyarrow.array([7, None], pyarrow.int16()),
                "profile": pyarrow.array([2**62 + 1, 1], pyarrow.int64()),
                "note": ["it's \\n ${x} %s", None],
            }
        )
    )
    joined = tables["queries"].filter(lambda t: t.id == "q1").inner_join(codes, "subject")
    assert rows(engine, joined.select("code", "profile", "note")) == [(7, 2**62 + 1, "it's \\n ${x} %s")]
    assert rows(engine, codes.select("code", "note")) == [(7, "it's \\n ${x} %s"), (None, None)]


# --- three values and numbers ------------------------------------------------------------------------------


def test_and_or_not_of_unknown(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"].filter(lambda t: t.id.isin(["q1", "q2", "q3"]))
    true, false = ibis.literal(True), ibis.literal(False)
    found = queries.select(
        "id", a=queries.logged & true, b=queries.logged & false, c=queries.logged | true, d=~queries.logged
    )
    assert rows(engine, found) == [
        ("q1", True, False, True, False),
        ("q2", False, False, True, True),
        ("q3", None, False, True, None),
    ]


def test_first_case_that_holds_as_a_small_number(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"].filter(lambda t: t.id.isin(["q1", "q2", "q3"]))
    digit = ibis.cases(
        (queries.logged, ibis.literal(2, "int16")),
        (~queries.logged, ibis.literal(1, "int16")),
        else_=ibis.literal(0, "int16"),
    )
    packed = digit.cast("int64") * 2**55 + 1
    found = queries.select("id", digit=digit, packed=packed)
    assert rows(engine, found) == [("q1", 2, 2**56 + 1), ("q2", 1, 2**55 + 1), ("q3", 0, 1)]
    assert found.schema()["digit"].is_int16()


def test_packed_digits_are_taken_apart(engine: Engine, tables: dict[str, Any]) -> None:
    one = tables["queries"].filter(lambda t: t.id == "q1")
    packed = ibis.literal(2, "int64") * 3**30 + ibis.literal(1, "int64") * 3 + 2
    found = one.select(high=(packed // 3**30) % 3, middle=(packed // 3) % 3, low=packed % 3)
    assert [tuple(int(value) for value in row) for row in rows(engine, found)] == [(2, 1, 2)]


def test_any_over_unknown(engine: Engine, tables: dict[str, Any]) -> None:
    """Unknown is passed over; over nothing else it is unknown."""
    queries = tables["queries"]
    found = queries.group_by("user").agg(any=queries.logged.any(), all=queries.logged.all())
    assert rows(engine, found) == [("u1", True, False), ("u2", None, None), (None, None, None)]


def test_counts_of_rows_that_hold(engine: Engine, tables: dict[str, Any]) -> None:
    """Spark has null for none; fill_null makes it 0."""
    queries = tables["queries"]
    found = queries.group_by("user").agg(
        n=queries.count(), held=queries.count(where=queries.logged).fill_null(0)
    )
    assert rows(engine, found) == [("u1", 4, 2), ("u2", 1, 0), (None, 1, 0)]
    none = queries.filter(queries.id == "nobody")
    assert rows(engine, none.agg(n=none.count(), held=none.count(where=none.logged).fill_null(0))) == [(0, 0)]


def test_least_and_greatest_text(engine: Engine, tables: dict[str, Any]) -> None:
    """Of letters in one case and digits; a database sorts others by its own language."""
    words = ibis.memtable(pyarrow.table({"k": [1, 1, 1, 1], "word": ["q10", None, "q02", "q9"]}))
    found = words.group_by("k").agg(least=words.word.min(), greatest=words.word.max())
    assert rows(engine, found) == [(1, "q02", "q9")]


def test_union_keeps_doubles_and_distinct_does_not(engine: Engine, tables: dict[str, Any]) -> None:
    ids = tables["queries"].select("subject")
    assert len(rows(engine, ibis.union(ids, ids))) == 12
    assert rows(engine, ibis.union(ids, ids).distinct()) == [("s1",)]


def test_a_row_number_within_a_group(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    window = ibis.window(group_by="user", order_by=[queries.time, queries.id])
    found = dict(rows(engine, queries.select("id", n=ibis.row_number().over(window).cast("int64"))))
    assert found == {"q1": 0, "q2": 1, "q3": 2, "q4": 3, "q5": 0, "q6": 0}


# --- text --------------------------------------------------------------------------------------------------


def test_time_from_text_where_it_is_one(engine: Engine, tables: dict[str, Any]) -> None:
    text = ["05/08/2019 10:00:00", "02/29/2019 10:00:00", "13/01/2019 10:00:00", "", "x' OR 1=1 --", None]
    table = ibis.memtable(pyarrow.table({"n": list(range(6)), "c": text}))
    pattern = "^(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/[0-9]{4} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
    fits = table.c.re_search(pattern)
    year = fits.ifelse(table.c.substr(6, 4), "2000").cast("int32")
    month = fits.ifelse(table.c.substr(0, 2), "1").cast("int32")
    day = fits.ifelse(table.c.substr(3, 2), "1").cast("int32")
    found = table.select("n", fits=fits.fill_null(False), year=year, month=month, day=day)
    assert rows(engine, found) == [
        (0, True, 2019, 5, 8),
        (1, True, 2019, 2, 29),
        (2, False, 2000, 1, 1),
        (3, False, 2000, 1, 1),
        (4, False, 2000, 1, 1),
        (5, False, 2000, 1, 1),
    ]


def test_text_stays_text(engine: Engine, tmp_path: Path) -> None:
    """In a column, in a literal, in a list of values, and in what a case gives."""
    table: Any = loaded(engine, pyarrow.table({"text": [*TEXTS, None]}), tmp_path)
    same = table.agg(**{f"n{number}": (table.text == text).sum() for number, text in enumerate(TEXTS)})
    assert [int(n) for n in rows(engine, same)[0]] == [1] * len(TEXTS)
    assert rows(engine, table.filter(table.text.isin(TEXTS)).select("text")) == sorted(
        ((text,) for text in TEXTS), key=repr
    )
    after: dict[str | None, str | None] = {text: TEXTS[number - 1] for number, text in enumerate(TEXTS)}
    given = ibis.cases(*((table.text == text, ibis.literal(other)) for text, other in after.items()))
    assert dict(rows(engine, table.select("text", given=given))) == after | {None: None}


def test_columns_of_any_name(engine: Engine, tmp_path: Path) -> None:
    table: Any = loaded(engine, pyarrow.table({name: [name, None] for name in HOSTILE}), tmp_path)
    renamed = table.select(**{f"c{number}": table[name] for number, name in enumerate(HOSTILE)})
    assert rows(engine, renamed.filter(renamed.c0.notnull())) == [HOSTILE]


# --- files, and what is kept -------------------------------------------------------------------------------


def test_types_of_a_file_are_kept(engine: Engine, tmp_path: Path) -> None:
    """Nulls make no number a float, and an instant is read as the time in UTC."""
    moment = pyarrow.array([at("2019-05-08T10:00:00"), None], pyarrow.timestamp("us"))
    whole = pyarrow.table(
        {
            "number": pyarrow.array([2**62 + 1, None], pyarrow.int64()),
            "small": pyarrow.array([3, None], pyarrow.int16()),
            "flag": [True, None],
            "time": moment,
            "instant": moment.cast(pyarrow.timestamp("us", "UTC")),
        }
    )
    table: Any = loaded(engine, whole, tmp_path)
    found = table.mutate(instant=table.instant.cast("timestamp"))
    assert rows(engine, found) == [
        (2**62 + 1, 3, True, at("2019-05-08T10:00:00"), at("2019-05-08T10:00:00")),
        (None,) * 5,
    ]


def test_another_connection_does_not_end_the_first(engine: Engine, engine_spec: str, tmp_path: Path) -> None:
    one = ibis.memtable(pyarrow.table({"n": [1]}))
    with connect(engine_spec, None, tmp_path / "spill") as other:
        assert rows(other, one) == [(1,)]
    assert rows(engine, one) == [(1,)]


def test_a_kept_table_is_let_go(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    kept = queries.mutate(early=queries.time.hour() < 10).cache()
    assert rows(engine, kept.filter(kept.early).select("id")) == [("q2",), ("q6",)]
    assert rows(engine, kept.agg(n=kept.count())) == [(6,)]
    kept.release()


def test_rows_come_in_batches(engine: Engine, tables: dict[str, Any]) -> None:
    found = list(engine.batches(tables["queries"].select("id"), rows=4))
    assert sum(batch.num_rows for batch in found) == 6
    assert max(batch.num_rows for batch in found) <= 4


def test_a_file_that_was_cut_off(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "queries.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"id": ["q1"]}), file)
    file.write_bytes(file.read_bytes()[:-20])
    told = file.name if engine.reads_files else "cannot read files"
    with pytest.raises(AuditError, match=told), engine.errors("reading"):
        rows(engine, engine.parquet([file]))


def test_what_the_engine_refuses_is_said_in_a_line(engine: Engine) -> None:
    with pytest.raises(AuditError) as caught, engine.errors("counting"):
        engine.backend.raw_sql("SELECT nothing FROM nowhere")
    assert str(caught.value).startswith(f"{engine.name} failed counting: ")
    assert "nowhere" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_faults_of_this_program_are_not_the_engines(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), engine.errors("counting"):
        print(1 / 0)


def test_nothing_found_is_no_rows(engine: Engine, tables: dict[str, Any]) -> None:
    queries = tables["queries"]
    assert rows(engine, queries.filter(queries.id == "nobody").select("id", "time")) == []
