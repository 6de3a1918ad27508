"""Workflow commands: one line each, escaped as GitHub documents it."""

import re

from tests.report.played import WAIVED
from tests.report.sample import LAW, REPORT, hostile

from compliance.model.span import Span
from compliance.report import github

COMMAND = re.compile(r"::(error|warning|notice) file=[^:,\n]*,line=\d+(,[a-zA-Z]+=[^:,\n]*)*::[^\n]*\n")


def test_every_line_is_a_command_and_the_gravest_come_first() -> None:
    lines = github.render(REPORT, LAW).splitlines(keepends=True)
    levels = [COMMAND.fullmatch(line)[1] for line in lines]  # type: ignore[index]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    assert (levels.count("error"), levels.count("warning"), levels.count("notice")) == (1, 6, 3)


def test_no_input_makes_another_command() -> None:
    lines = github.render(hostile("a\r\n::error file=x,line=1::b, 100%: c"), LAW).splitlines(keepends=True)
    assert all(COMMAND.fullmatch(line) for line in lines)


def test_escaping() -> None:
    line = github.command("error", "a: b,\n100%", Span("x,y:z.yaml", 3, 2, 3, 5), title="t: u")
    assert line == (
        "::error file=x%2Cy%3Az.yaml,line=3,endLine=3,col=2,endColumn=5,title=t%3A u::a: b,%0A100%25\n"
    )


def test_columns_only_count_on_one_line() -> None:
    assert "col" not in github.command("error", "a", Span("x", 3, 2, 4, 5))


def test_what_is_waived_is_a_notice() -> None:
    lines = github.render(WAIVED, LAW).splitlines()
    (line,) = [line for line in lines if "Violated%2C waived" in line]
    assert line.startswith("::notice file=features/practices/jail.yaml")
    assert "Waived through 31 March 2027 by the general counsel: A new jail opens." in line
    assert [line.startswith("::error") for line in lines].count(True) == 1  # the practice that was not read
