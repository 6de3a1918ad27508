"""The columns engine gives every row the outcome that the evaluator gives the practice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random
from typing import Any

import pyarrow
import pytest
from tests.generate import Shape, random_case, random_day, random_library

from compliance.columns import ColumnProgram, counts, layout_of, outcome_of, statuses, table
from compliance.columns.program import ColumnsError
from compliance.columns.statuses import code_of
from compliance.engine.decide import Decider
from compliance.engine.readings import choice_of
from compliance.engine.status import Outcome, Parts, outcome
from compliance.model.case import Case, Known, Members
from compliance.model.interval import Between, InForce
from compliance.model.library import Library
from compliance.model.logic import ALWAYS, Compare
from compliance.model.rule import Modality

Row = tuple[Case, date]
SHAPES = (
    Shape(rules=8),
    Shape(rules=8, terms=8, facts=2, exceptions=3, unknown=0.15),
    Shape(rules=5, terms=3, facts=1, depth=5, width=2, unknown=0.5, always_law=0.1),
    Shape(rules=6, terms=0, facts=4, width=5, exceptions=5, not_encoded=0.2),
    Shape(rules=4, terms=5, positions=("agency", "advocate", "court"), unknown=0.0),
)


def rows_of(random: Random, library: Library, shape: Shape, count: int = 40) -> list[Row]:
    return [(random_case(random, library, shape, number), random_day(random)) for number in range(count)]


def found(codes: Any, key: tuple[str, str]) -> list[Outcome]:
    return [outcome_of(code) for code in codes.column(f"{key[0]}@{key[1]}").to_pylist()]


def assert_equal(program: ColumnProgram, decider: Decider, rows: Iterable[Row]) -> None:
    rows = list(rows)
    codes = program.run(table(rows, program.layout))
    assert codes.column("practice").to_pylist() == [case.id for case, _ in rows]
    decisions = [decider.decide(case, day) for case, day in rows]
    for rule, position in product(decider.library.rules, decider.choices):
        key = (rule.id, position)
        assert found(codes, key) == [one[key].outcome for one in decisions], key


@pytest.mark.parametrize("seed", range(15))
def test_row_by_row(seed: int) -> None:
    """Unknowns, sets known in part, burdens, readings, and law whose first day is uncertain; three tables.

    The first table has no unknowns at all: a plan made for it must serve the others.
    """
    random, shape = Random(seed), SHAPES[seed % len(SHAPES)]
    library = random_library(random, shape)
    program, decider = ColumnProgram(library), Decider(library, inference=False)
    assert_equal(program, decider, rows_of(random, library, replace(shape, unknown=0)))
    assert_equal(program, decider, rows_of(random, library, replace(shape, unknown=0.9)))
    assert_equal(program, decider, rows_of(random, library, shape))


def test_several_batches_keep_their_order() -> None:
    random = Random(3)
    library = random_library(random, Shape(rules=2))
    program = ColumnProgram(library)
    rows = rows_of(random, library, Shape(), 50)
    one = table(rows, program.layout)
    many = pyarrow.concat_tables([one] * 2_500)
    assert program.run(many).equals(pyarrow.concat_tables([program.run(one)] * 2_500))


def test_no_rows_and_no_rules() -> None:
    library = random_library(Random(1))
    program = ColumnProgram(library)
    codes = program.run(table([], program.layout))
    assert codes.num_rows == 0
    assert len(codes.column_names) == 2 + 2 * len(library.rules)
    assert counts(codes) == {name: {} for name in codes.column_names[2:]}
    bare = ColumnProgram(replace(library, rules=()))
    case = random_case(Random(2), library)
    assert bare.run(table([(case, date(2015, 1, 1))], bare.layout)).column_names == ["practice", "day"]


def test_the_day_first_in_force_and_the_days_between() -> None:
    library = random_library(Random(1), Shape(rules=1, exceptions=0))
    interval = (
        InForce(from_=Between(earliest=date(2015, 1, 10), latest=date(2015, 1, 20)), to=date(2015, 1, 30)),
        InForce(from_=Between(earliest=date(2016, 1, 1))),
    )
    rule = replace(library.rules[0], in_force=interval, bound=ALWAYS, scope=ALWAYS)
    library = replace(library, rules=(rule,))
    case = random_case(Random(2), library)
    days = [date(2015, 1, day) for day in (9, 10, 19, 20, 30, 31)] + [date(2016, 1, 1), date(2030, 1, 1)]
    assert_equal(ColumnProgram(library), Decider(library, inference=False), [(case, day) for day in days])


def test_some_choices_only() -> None:
    library = random_library(Random(4))
    program = ColumnProgram(library, {"advocate": choice_of(library, "advocate")})
    codes = program.run(table([(random_case(Random(5), library), date(2015, 1, 1))], program.layout))
    assert codes.column_names == ["practice", "day", *(f"{rule.id}@advocate" for rule in library.rules)]


def test_columns_are_those_that_rules_ask_about() -> None:
    library = random_library(Random(1), Shape(rules=1, terms=0, exceptions=0, always_law=1.0))
    rule = replace(
        library.rules[0],
        bound=Compare("flag-0", "is", True),
        scope=Compare("data-0", "includes", "photo"),
        core=Compare("days-0", "at-least", 2.5),
    )
    layout = layout_of(replace(library, rules=(rule,)))
    assert layout.types == {
        "practice": "string",
        "day": "date",
        "fact:flag-0": "boolean",
        "fact:data-0:photo": "boolean",
        "fact:days-0": "double",
    }
    known = {
        "flag-0": Known(None),
        "data-0": Known(Members(frozenset(), frozenset({"photo"}))),
        "days-0": Known(3),
    }
    case = random_case(Random(2), library).with_facts(known)
    day = date(2015, 1, 1)
    assert table([(case, day)], layout).to_pylist() == [
        {"practice": case.id, "day": day, "fact:flag-0": None, "fact:data-0:photo": False, "fact:days-0": 3.0}
    ]


def test_every_code() -> None:
    """A code is read as the outcome of the parts that it was made from."""
    truths = (True, False, None)
    modalities: tuple[Modality, ...] = ("prohibition", "obligation", "permission")
    for force, bound, scope, core, excused in product(truths, repeat=5):
        for modality in modalities:
            wanted = outcome(modality, Parts(force, bound, scope, core, (excused,)), (False,))
            assert outcome_of(code_of(modality, force, bound, scope, core, excused)) == wanted
    for code in (0, 32, 96):
        with pytest.raises(ValueError, match="not the code"):
            outcome_of(code)


def test_words_and_counts() -> None:
    random = Random(6)
    library = random_library(random)
    program = ColumnProgram(library)
    codes = program.run(table(rows_of(random, library, Shape()), program.layout))
    words = statuses(codes)
    assert words.column_names == codes.column_names
    for rule in library.rules:
        key = (rule.id, "agency")
        own = [one.status for one in found(codes, key)]
        assert words.column(f"{rule.id}@agency").to_pylist() == own
        assert counts(codes)[f"{rule.id}@agency"] == {
            status: own.count(status) for status in sorted(set(own))
        }


@pytest.mark.parametrize("number", [2**53 + 1, 10**400, float("nan")])
def test_numbers_that_a_double_cannot_hold(number: float) -> None:
    library = random_library(Random(1), Shape(rules=1, terms=0))
    rule = replace(library.rules[0], core=Compare("days-0", "at-least", 3))
    layout = layout_of(replace(library, rules=(rule,)))
    case = random_case(Random(2), library).with_facts({"days-0": Known(number)})
    with pytest.raises(ValueError, match="doubles"):
        table([(case, date(2015, 1, 1))], layout)


def test_a_value_of_the_wrong_type() -> None:
    library = random_library(Random(1), Shape(rules=1, terms=0))
    for compare in (
        Compare("flag-0", "is", True),
        Compare("purpose-0", "is", "civil"),
        Compare("days-0", "at-least", 3),
        Compare("date-0", "before", date(2015, 1, 1)),
        Compare("data-0", "includes", "photo"),
    ):
        layout = layout_of(replace(library, rules=(replace(library.rules[0], core=compare),)))
        case = random_case(Random(2), library).with_facts({compare.fact: Known(("odd",))})
        with pytest.raises(TypeError):
            table([(case, date(2015, 1, 1))], layout)


def test_tables_that_do_not_fit() -> None:
    library = random_library(Random(1), Shape(rules=3))
    program = ColumnProgram(library)
    good = table([(random_case(Random(2), library), date(2015, 1, 1))], program.layout)
    last = good.column_names[-1]
    with pytest.raises(ColumnsError, match=f"no column '{last}'"):
        program.run(good.drop_columns([last]))
    with pytest.raises(ColumnsError, match="is of type"):
        program.run(good.set_column(1, "day", pyarrow.array(["2015-01-01"])))
    with pytest.raises(ColumnsError, match="whose law applies"):
        program.run(good.set_column(1, "day", pyarrow.array([None], pyarrow.date32())))
    assert program.run(good.append_column("more", pyarrow.array([1]))).num_rows == 1
    assert program.run(good).num_rows == 1


def test_another_backend() -> None:
    """The expression is Ibis's: a table of any connection takes it."""
    import ibis

    random = Random(8)
    library = random_library(random)
    program = ColumnProgram(library)
    practices = table(rows_of(random, library, Shape()), program.layout)
    connection = ibis.duckdb.connect()
    connection.con.register("elsewhere", practices)
    decided = program.expression(connection.table("elsewhere")).to_pyarrow()
    assert program.codes(decided).equals(program.run(practices))
