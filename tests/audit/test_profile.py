"""What a row shows as a number: digits, counts as far as rules tell them apart, and what is too much."""

from datetime import date, datetime
from typing import Any

import ibis
import pytest
from tests.audit.drawn import law

from compliance.audit.about import About, Lost, key_of
from compliance.audit.error import AuditError
from compliance.audit.profile import MOST, Digit, Profiles, edges_of, measured_digits
from compliance.audit.statements import Statements
from compliance.audit.windows import UNKNOWN
from compliance.model.case import Known, Members
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import AllOf, Compare, Logic, NotOf
from compliance.model.measure import Measure

FACT = "query.searches-of-subject"
COUNT = law()[0].measures[FACT]


def ruled(*logics: Logic) -> tuple[Library, list[LinkedRule]]:
    """Rules with these conditions, whatever else they say."""
    from dataclasses import replace

    library = law()[0]
    rule = library.rule_by_id["log-test-repeated-searches"]
    return library, [replace(rule, core=logic) for logic in logics]


def compared(operator: Any, value: Any) -> Compare:
    return Compare(FACT, operator, value)


@pytest.mark.parametrize(
    ("compares", "edges"),
    [
        ([compared("at-most", 5)], (5,)),
        ([compared("at-least", 5)], (4,)),
        ([compared("at-most", 5.5)], (5,)),
        ([compared("at-least", 5.5)], (5,)),
        ([compared("is", 5)], (4, 5)),
        ([compared("is", 0)], (0,)),
        ([compared("one-of", (2, 7))], (1, 2, 6, 7)),
        ([compared("at-most", -1)], (0,)),
        ([compared("at-most", 5), compared("at-least", 3)], (2, 5)),
        ([AllOf((compared("at-most", 9), NotOf(compared("at-least", 2))))], (1, 9)),
        ([compared("at-most", 1000), compared("at-most", 5)], (5, 1000)),
    ],
)
def test_counts_are_told_apart_where_a_rule_may_turn_on_them(
    compares: list[Logic], edges: tuple[int, ...]
) -> None:
    assert edges_of(FACT, *ruled(*compares)) == edges


def about_searches(keyless: int = 0) -> About:
    """What counts of searches ask for; of so many rows that could not be read it is not known what they count for."""
    about = About("queries", {}, {}, statements=Statements.__new__(Statements))
    about.lost_in["queries", ("user", "subject")] = Lost(None, keyless)
    return about


def count_digit(edges: tuple[int, ...], keyless: int = 0) -> Digit:
    (digit,) = measured_digits(FACT, COUNT, edges, about_searches(keyless))
    return digit


def read(digit: Digit, number: int | None, most: int | None = None) -> tuple[object, str | None]:
    """The value of a digit for a count, and how it is written if it stands for several."""
    schema = ibis.schema({"n": "int64", "n_most": "int64"})
    row = ibis.memtable({"n": [number], "n_most": [number if most is None else most]}, schema=schema)
    names = {key_of(COUNT): "n"}
    value = row.select(v=digit.worth(row, names, 1)).to_pyarrow().to_pylist()[0]["v"]
    shown = None if value == 0 else digit.values[value - 1][FACT].value
    return shown, digit.words.get(value)


@pytest.mark.parametrize(
    ("edges", "number", "shown", "words"),
    [
        ((5,), None, 5, "at most 5"),  # not looked for up to there
        ((5,), 4, 5, "at most 5"),
        ((5,), 5, 5, "at most 5"),
        ((5,), 6, 6, None),
        ((5,), 5 + MOST, 5 + MOST, f"{5 + MOST} or more"),
        ((5,), 90_000, 5 + MOST, f"{5 + MOST} or more"),
        ((5, 1000), 1000, 5 + MOST, f"{5 + MOST} or more"),
        ((5, 1000), 1001, 1001, "1001 or more"),
        ((5, 1000, 2000), 2000, 1001, "1001 or more"),
        ((5, 1000, 2000), 2001, 2001, "2001 or more"),
        ((1000,), 1000, 1000, "at most 1000"),
        ((1000,), 1001, 1001, None),
        ((0,), None, 0, None),
        ((0,), 1, 1, None),
    ],
)
def test_a_count_is_exact_above_the_first_limit_and_falls_on_the_right_side_of_all(
    edges: tuple[int, ...], number: int | None, shown: int, words: str | None
) -> None:
    assert read(count_digit(edges), number) == (shown, words)


def test_a_count_is_unknown_where_a_key_is_empty() -> None:
    assert read(count_digit((5,)), UNKNOWN) == (None, None)


@pytest.mark.parametrize("keyless", [False, True], ids=["of the same keys", "without keys"])
@pytest.mark.parametrize(
    ("edges", "number", "most", "shown"),
    [
        ((5,), 3, 5, (5, "at most 5")),
        ((5,), 5, 6, (None, None)),
        ((5,), 1, 900, (None, None)),
        ((5,), 6, 7, (6, "6 or more")),
        ((5,), 90_000, 90_001, (6, "6 or more")),
        ((5, 1000), 900, 1100, (None, None)),
        ((5, 1000), 1001, 1002, (1001, "1001 or more")),
        ((0,), 1, 2, (1, "1 or more")),
    ],
)
def test_a_count_that_may_be_greater_is_unknown_where_a_limit_lies_between(
    edges: tuple[int, ...], number: int, most: int, shown: tuple[object, str | None], keyless: bool
) -> None:
    """Since others of the same keys may count, or some of which the keys could not be read."""
    found = (
        read(count_digit(edges, most - number), number) if keyless else read(count_digit(edges), number, most)
    )
    assert found == shown


def test_counts_are_looked_for_from_as_many_below_the_limit_as_may_be_added() -> None:
    about = about_searches(keyless=2)
    list(measured_digits(FACT, COUNT, (5,), about))
    assert about.floors == {key_of(COUNT): 3}


def test_two_facts_that_count_the_same_look_from_the_lower_limit_on() -> None:
    about = about_searches()
    list(measured_digits("one", COUNT, (2,), about))
    list(measured_digits("other", COUNT, (5,), about))
    assert about.floors == {key_of(COUNT): 2}


def plain(name: str, values: int) -> Digit:
    return Digit(name, tuple({name: Known(i)} for i in range(values)), lambda *_: None)


def test_a_number_is_taken_apart_into_what_it_was_put_together_from() -> None:
    profiles = Profiles(
        (plain("a", 2), plain("b", 3)),
        {"c": Known("always"), "b": Known("unless shown")},
        (date(2018, 1, 1), date(2019, 1, 1)),
        (datetime(2019, 1, 1),),
    )
    assert profiles.factors == (1, 2, 6)
    day, facts = profiles.facts(1 + 2 * 2 + 6 * 3)
    assert day == date(2019, 1, 1)
    assert {name: known.value for name, known in facts.items()} == {"a": 1, "b": 2, "c": "always"}
    assert profiles.facts(0)[1] == {"c": Known("always"), "b": Known("unless shown")}


def test_members_of_a_set_are_put_together() -> None:
    def member(name: str) -> Digit:
        has, lacks = Members(frozenset({name}), frozenset()), Members(frozenset(), frozenset({name}))
        return Digit(f"s:{name}", ({"s": Known(has)}, {"s": Known(lacks)}), lambda *_: None)

    profiles = Profiles((member("a"), member("b")), {}, (date.min,), ())
    assert profiles.facts(1 + 3 * 2)[1]["s"].value == Members(frozenset({"a"}), frozenset({"b"}))


def test_more_than_a_number_can_hold_is_an_error_that_says_what_to_do() -> None:
    digits = tuple(plain(f"fact-{i}", 255) for i in range(8))
    with pytest.raises(AuditError, match=r"fact-0, fact-1, .* out of the library"):
        Profiles(digits, {}, (date.min,), ())
    Profiles(digits[:7], {}, (date.min,), ())


def test_a_measure_that_no_column_shows_is_no_digit() -> None:
    measure = Measure.model_validate({"of": "queries", "given": "case"})

    class Table:
        rows = ibis.table({"id": "string"}, name="t")

    tables: Any = {"queries": Table}
    about = About("queries", tables, {}, statements=Statements.__new__(Statements))
    assert not about.shows(measure)
    assert about.shows(Measure.model_validate({"any": [{"given": "case"}, {"given": "id"}]}))
    choose = [{"value": "a", "when": {"given": "case"}}, {"value": "b", "when": {"given": "id"}}]
    assert not about.shows(Measure.model_validate({"choose": choose, "otherwise": "c"}))
