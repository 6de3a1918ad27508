"""Typed comparisons: what holds, what does not, and what is a slip of the linker."""

from datetime import date
from typing import Any

import pytest

from compliance.engine.atoms import truth_of
from compliance.model.case import Known, Members
from compliance.model.logic import Compare

PART = Members(frozenset({"a"}), frozenset({"b"}))


@pytest.mark.parametrize(
    ("operator", "wanted", "value", "holds"),
    [
        ("is", "x", "x", True),
        ("is", "x", "y", False),
        ("is", True, 1, False),
        ("is", 1, True, False),
        ("is", 1, 1.0, True),
        ("one-of", ("x", "y"), "y", True),
        ("one-of", (1, 2), True, False),
        ("includes", "a", PART, True),
        ("includes", "b", PART, False),
        ("includes", "c", PART, None),
        ("at-least", 3, 3, True),
        ("at-least", 3, 2.9, False),
        ("at-most", 3, 3, True),
        ("at-most", 3, 4, False),
        ("before", date(2020, 1, 2), date(2020, 1, 1), True),
        ("before", date(2020, 1, 2), date(2020, 1, 2), False),
        ("after", date(2020, 1, 1), date(2020, 1, 2), True),
        ("after", date(2020, 1, 1), date(2020, 1, 1), False),
        ("is", "x", None, None),
    ],
)
def test_comparison(operator: Any, wanted: Any, value: Any, holds: bool | None) -> None:
    assert truth_of(Compare("fact", operator, wanted), Known(value)) is holds


def test_a_fact_that_nobody_gave_is_unknown() -> None:
    assert truth_of(Compare("fact", "is", "x"), None) is None


@pytest.mark.parametrize(
    ("operator", "wanted", "value"),
    [
        ("includes", "a", "a"),
        ("is", "a", PART),
        ("at-least", 3, "many"),
        ("at-most", 3, True),
        ("before", date(2020, 1, 1), "2019"),
    ],
)
def test_types_that_do_not_fit_are_never_compared(operator: Any, wanted: Any, value: Any) -> None:
    with pytest.raises(TypeError):
        truth_of(Compare("fact", operator, wanted), Known(value))
