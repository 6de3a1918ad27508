"""What a YAML parser complains about, in plain words."""

from typing import Any

import yaml

GENERAL = "look for a missing colon, quote or bracket, or an indentation that differs from its neighbors"

_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon stands in the middle of a text",
        "put the text in quotes, or on lines of its own below '>-'",
    ),
    (
        "could not find expected ':'",
        "this line is not 'key: value'",
        "add a colon and a space behind the key, or indent it as a part of the text above",
    ),
    (
        "did not find expected key",
        "a key was expected here",
        "check the indentation and the quotes of this line and of the one above it",
    ),
    (
        "did not find expected '-' indicator",
        "a list item was expected here",
        "begin it with '- ', or indent it like the lines above",
    ),
    ("expected ',' or", "this bracket is not closed", "close it, or look for a missing comma"),
    (
        "did not find expected node content",
        "a value is missing here",
        "write the value, or close the bracket",
    ),
    (
        "unexpected end of stream",
        "this quote is not closed",
        "close it; inside of single quotes write '' for '",
    ),
    (
        "unexpected document indicator",
        "this quote is not closed",
        "close it; inside of single quotes write '' for '",
    ),
    (
        "found unknown escape character",
        "a backslash in double quotes stands before a letter that it does not go with",
        "use single quotes, or write the backslash twice",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "begin the list on a line of its own",
    ),
)
"""(in the parser's message, what it means, what to do)."""

_OPENINGS = ("simple key", "quoted scalar", "flow sequence", "flow mapping", "flow node")
"""What the parser was reading where the fault lies at its beginning rather than where it noticed."""


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, str, Any]:
    """(message, help, mark) of a parser's complaint about a text; the mark is None where it has no place."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    opening = error.context_mark
    if (
        opening is not None
        and mark is not None
        and "escape" not in problem
        and any(word in context for word in _OPENINGS)
    ):
        brackets = "flow" in context
        mark = mark if brackets and mark.line == opening.line else opening
    if "cannot start any token" in problem and mark is not None:
        return *_stray(text, mark), mark
    for sign, message, help_ in _KNOWN:
        if sign in problem:
            return f"this is not valid YAML: {message}", help_, mark
    words = " ".join(word for word in (problem, context) if word) or "it cannot be read"
    return f"this is not valid YAML: {words}", GENERAL, mark


def _stray(text: str, mark: Any) -> tuple[str, str]:
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    character = line[mark.column : mark.column + 1]
    if character == "\t":
        return "this is not valid YAML: a tab cannot indent a line", "use spaces"
    return f"this is not valid YAML: a text cannot begin with '{character}'", "put the text in quotes"
