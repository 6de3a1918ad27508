"""What is wrong with an input: for people, and as JSON (`compliance/diagnostics/1`)."""

import json
import unicodedata
from collections.abc import Iterable, Sequence

from compliance.model.diagnostic import Diagnostic, Severity

SCHEMA = "compliance/diagnostics/1"
WIDEST = 120
"""Columns of a source line that are shown; of a longer one the part around the place."""
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
_DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Characters that turn the direction of text, so that it would look like other text."""
_COLORS = {"error": "1;31", "warning": "1;33", "note": "1;36", "frame": "1;34", "strong": "1"}


def render(diagnostics: Sequence[Diagnostic], *, color: bool = False) -> str:
    """Each diagnostic with its line and a caret below it, then how many there are; nothing for none."""
    if not diagnostics:
        return ""
    return "".join(f"{_one(one, color)}\n\n" for one in diagnostics) + f"{count(diagnostics)}\n"


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """How many of each severity: '2 errors, 1 warning'."""
    found = [one.severity for one in diagnostics]
    numbers = [(found.count(severity), severity) for severity in _SEVERITIES if severity in found]
    return ", ".join(f"{number} {severity}{'' if number == 1 else 's'}" for number, severity in numbers)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """The diagnostics as JSON text; columns count from 1, the end column is the first behind it."""
    data = {
        "schema": SCHEMA,
        "diagnostics": [
            {
                "code": one.code,
                "severity": one.severity,
                "message": one.message,
                "help": one.help,
                "file": one.span.file,
                "line": one.span.line,
                "column": one.span.column,
                "end_line": one.span.end_line,
                "end_column": one.span.end_column,
            }
            for one in diagnostics
        ],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _one(one: Diagnostic, color: bool) -> str:
    span = one.span
    margin = " " * len(str(span.line))
    bar = _painted("|", "frame", color)
    severity = _painted(f"{one.severity}[{one.code}]", one.severity, color)
    lines = [
        f"{severity}{_painted(f': {_shown(one.message)}', 'strong', color)}",
        f"{margin}{_painted('-->', 'frame', color)} {_shown(span.file)}:{span.line}:{span.column}",
    ]
    if one.line_text is not None and one.line_text.strip():
        text, pad, carets = _excerpt(one.line_text.rstrip("\r\n"), one)
        lines += [
            f"{margin} {bar}",
            f"{_painted(str(span.line), 'frame', color)} {bar} {text}",
            f"{margin} {bar} {' ' * pad}{_painted('^' * carets, one.severity, color)}",
        ]
    if one.help is not None:
        lines.append(f"{margin} {bar}")
        first, *more = one.help.splitlines() or [""]
        label = f"{_painted('=', 'frame', color)} {_painted('help:', 'strong', color)}"
        lines.append(f"{margin} {label} {_shown(first)}")
        lines += [f"{margin}         {_shown(line)}" for line in more]
    return "\n".join(lines)


def _excerpt(line: str, one: Diagnostic) -> tuple[str, int, int]:
    """(the line as shown, columns before the carets, number of carets); the carets end with the line."""
    start = min(max(one.span.column - 1, 0), len(line))
    end = len(line.rstrip()) if one.span.end_line > one.span.line else one.span.end_column - 1
    end = min(max(end, start + 1), max(len(line), start + 1))
    before, marked, after = line[:start], line[start:end], line[end:]
    if len(line) > WIDEST:
        marked = marked[: WIDEST // 2]
        before = f"…{before[-WIDEST // 4 :]}" if len(before) > WIDEST // 4 else before
        room = WIDEST - len(before) - len(marked)
        after = "" if marked != line[start:end] else after
        after = f"{after[:room]}…" if len(after) > room or marked != line[start:end] else after
    shown = _shown(before) + _shown(marked) + _shown(after)
    return shown.rstrip(), _columns(_shown(before)), max(1, _columns(_shown(marked)))


def _shown(text: str) -> str:
    """Text as it can be shown: tabs as spaces, other control characters as their pictures."""
    return "".join(_picture(one) for one in text)


def _picture(one: str) -> str:
    if one == "\t":
        return "    "
    if ord(one) < 32:
        return chr(0x2400 + ord(one))
    turns = unicodedata.bidirectional(one) in _DIRECTIONS
    return "\ufffd" if turns or unicodedata.category(one) in ("Cc", "Cs") else one


def _columns(text: str) -> int:
    """How many columns a terminal gives a text."""
    wide = sum(unicodedata.east_asian_width(one) in "WF" for one in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def _painted(text: str, what: str, color: bool) -> str:
    return f"\x1b[{_COLORS[what]}m{text}\x1b[0m" if color else text
