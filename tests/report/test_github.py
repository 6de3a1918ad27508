"""Workflow commands: one line each, escaped as GitHub documents it."""

import re

from tests.report.sample import LAW, REPORT, hostile

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
    line = github.command(
        "error", "a: b,\n100%", "x,y:z.yaml", 3, column=2, end_line=3, end_column=5, title="t: u"
    )
    assert line == (
        "::error file=x%2Cy%3Az.yaml,line=3,endLine=3,col=2,endColumn=5,title=t%3A u::a: b,%0A100%25\n"
    )


def test_columns_only_count_on_one_line() -> None:
    assert "col" not in github.command("error", "a", "x", 3, column=2, end_line=4, end_column=5)
