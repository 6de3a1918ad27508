"""Text to data: what stays text, and where everything stands."""

from pathlib import Path

import pytest

from compliance.model.span import Span
from compliance.source.yaml_text import MAX_DEPTH, Document, line_of, parse_yaml, read_yaml


def data(text: str) -> object:
    document, problems = parse_yaml(text.encode(), "a.yaml")
    assert not problems, problems
    return document.data


TEXTS = """
    no No NO yes on off y n True TRUE False Null NULL
    012 0o14 0x1F 0b11 1_000 1e5 1.5e3 .5 5. +5 --5 1,5 0. 00 -01 .inf -.inf .nan .NaN
    1:30 12:30:45 190:20:30 2019-05-08 2019-05-08T10:00:00Z 20190508x
    < = ٣ 1234567890123456789
"""
"""What YAML 1.1, or a hasty reader, would take for something else."""


@pytest.mark.parametrize("word", TEXTS.split())
def test_stays_text(word: str) -> None:
    assert data(f"a: {word}") == {"a": word}
    assert data(f"{word}: a") == {word: "a"}
    assert data(f"- {word}") == [word]


def test_a_lone_merge_sign_is_text_where_it_is_no_key() -> None:
    assert data("a: <<") == {"a": "<<"}


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("2.50", 2.5),
        ("-0.1", -0.1),
        ("123456789012345678", 123456789012345678),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_is_no_text(word: str, value: object) -> None:
    assert repr(data(f"a: {word}")) == repr({"a": value})


@pytest.mark.parametrize("word", ["true", "5", "2.5", "null", "~", "2019-05-08", ""])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quotes_make_text(word: str, quote: str) -> None:
    assert data(f"a: {quote}{word}{quote}") == {"a": word}
    assert data(f"a: ! {quote}{word}{quote}") == {"a": word}


def test_block_text_stays_text() -> None:
    assert data("a: >-\n  5\nb: |-\n  true\n") == {"a": "5", "b": "true"}


@pytest.mark.parametrize("key", ["5", "true", "null", "~", "2019-05-08"])
def test_keys_stay_text(key: str) -> None:
    assert data(f"{key}: a") == {key: "a"}


def test_marks_and_line_ends_of_other_systems() -> None:
    assert data("\ufeffa: 1\r\nb: 2\r\n") == {"a": 1, "b": 2}
    assert data("a: 1\rb: 2\r") == {"a": 1, "b": 2}
    assert data("---\na: 1\n...\n") == {"a": 1}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places(end: str) -> None:
    text = end.join(["# a comment", "é: x", "list:", "  - {k: [v, 'w w']}", "long: >-", "  one", "  two", ""])
    document, _ = parse_yaml(text.encode(), "a.yaml")
    assert document.keys["é",] == Span("a.yaml", 2, 1, 2, 2)
    assert document.values["é",] == Span("a.yaml", 2, 4, 2, 5)
    assert document.keys["list", 0, "k"] == Span("a.yaml", 4, 6, 4, 7)
    assert document.values["list", 0, "k"] == Span("a.yaml", 4, 9, 4, 19)
    assert document.values["list", 0, "k", 1] == Span("a.yaml", 4, 13, 4, 18)
    assert document.values["long",].line == 5
    assert line_of(text, 4) == "  - {k: [v, 'w w']}"
    assert document.span(("list", 0, "k", 7, "x")) == document.values["list", 0, "k"]
    assert document.key_span(("list", 0)) == document.values["list", 0]
    assert document.span(("nowhere",)) == document.values[()]


def test_a_document_without_places_points_at_its_beginning() -> None:
    assert Document("a.yaml", "", {}, "").span(("a", 1)) == Span("a.yaml")


def test_lines() -> None:
    assert [line_of("a\nb\r\nc", i) for i in range(1, 5)] == ["a", "b", "c", None]
    assert line_of("a\n", 2) is None
    assert line_of("", 1) is None


def test_as_deep_as_is_allowed() -> None:
    assert data("[" * MAX_DEPTH + "]" * MAX_DEPTH)


def test_the_digest_is_of_the_bytes() -> None:
    one, other = parse_yaml(b"a: 1\n", "x")[0], parse_yaml(b"a: 1\r\n", "y")[0]
    assert one.data == other.data
    assert one.digest != other.digest


@pytest.mark.parametrize("path", ["", "\0", "a" * 5000, "/dev/full/x"])
def test_paths_that_cannot_be_opened(path: str) -> None:
    document, problems = read_yaml(Path(path), "x")
    assert document.data is None
    assert [problem.code for problem in problems] == ["unreadable-file"]
