"""Diagnostics for people, as JSON and as annotations."""

import json
import re

import pytest
from tests.report import golden

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Span
from compliance.report import diagnostics, github

LINE = "            - recipent.main-use: civil-removal"
UNKNOWN = Diagnostic(
    "unknown-fact",
    "no fact is called 'recipent.main-use'",
    Span("rules/us-ny/executive-order/170.yaml", 24, 15, 24, 32),
    "did you mean 'recipient.main-use'?",
    line_text=LINE,
)
SAMPLE = (
    UNKNOWN,
    Diagnostic("two-lines", "this goes on", Span("a.yaml", 3, 4, 5, 2), "1\n2", line_text="ab cdef  "),
    Diagnostic("no-line", "the file cannot be read", Span("b.yaml"), severity="warning"),
    Diagnostic("end", "something is missing", Span("c.yaml", 100, 8, 100, 8), None, "note", "key: a"),
)  # fmt: skip


def carets(line: str, column: int, end: int) -> list[str]:
    one = Diagnostic("x", "y", Span("f", 1, column, 1, end), line_text=line)
    return diagnostics.render([one]).splitlines()[3:5]


def test_the_example_of_the_design() -> None:
    assert diagnostics.render([UNKNOWN]) == (
        "error[unknown-fact]: no fact is called 'recipent.main-use'\n"
        "  --> rules/us-ny/executive-order/170.yaml:24:15\n"
        "   |\n"
        "24 |             - recipent.main-use: civil-removal\n"
        "   |               ^^^^^^^^^^^^^^^^^\n"
        "   |\n"
        "   = help: did you mean 'recipient.main-use'?\n"
        "\n"
        "1 error\n"
    )


def test_plain_colored_and_annotations() -> None:
    golden.check("diagnostics.txt", diagnostics.render(SAMPLE))
    golden.check("diagnostics-color.txt", diagnostics.render(SAMPLE, color=True))
    golden.check("diagnostics-github.txt", github.of_diagnostics(SAMPLE))
    golden.check("diagnostics.json", diagnostics.as_json(SAMPLE))


def test_color_says_nothing_of_its_own() -> None:
    colored = diagnostics.render(SAMPLE, color=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == diagnostics.render(SAMPLE)


def test_nothing_wrong_is_nothing_said() -> None:
    assert diagnostics.render([]) == ""
    assert json.loads(diagnostics.as_json([])) == {"schema": "compliance/diagnostics/1", "diagnostics": []}


@pytest.mark.parametrize(
    ("line", "column", "end", "shown"),
    [
        ("ab: c", 1, 3, ["1 | ab: c", "  | ^^"]),
        ("\tab: c", 2, 4, ["1 |     ab: c", "  |     ^^"]),
        ("日本: c", 1, 3, ["1 | 日本: c", "  | ^^^^"]),
        ("日本: c", 5, 6, ["1 | 日本: c", "  |       ^"]),
        ("ab", 9, 12, ["1 | ab", "  |   ^"]),
        ("a\x1bb", 3, 4, ["1 | a␛b", "  |   ^"]),
        ("a\u202eb", 3, 4, ["1 | a\ufffdb", "  |   ^"]),
    ],
)
def test_carets_stand_under_the_place(line: str, column: int, end: int, shown: list[str]) -> None:
    assert carets(line, column, end) == shown


@pytest.mark.parametrize("column", [1, 50, 500, 999])
def test_of_a_long_line_the_part_around_the_place_is_shown(column: int) -> None:
    line = "".join(chr(ord("a") + place % 26) for place in range(1000))
    text, marks = carets(line, column, column + 3)
    assert len(text) < 140
    assert text[marks.index("^") :].startswith(line[column - 1 : column + 1])


def test_a_place_before_the_file_does_no_harm() -> None:
    assert carets("a: b", 0, 0) == ["1 | a: b", "  | ^"]
