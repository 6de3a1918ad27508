"""YAML text to plain data, keeping the place of every key and value.

The subset read here leaves out what surprises people: only `true`, `false`, plain integers and decimals are
not text (`no`, `on`, `012`, `1:30` stay text); anchors, aliases, merge keys, tags, duplicate keys and
several documents in a file are errors.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Span

Loc = tuple[str | int, ...]
"""A path into the data: keys and list positions."""

MAX_BYTES = 8_000_000
MAX_DEPTH = 60
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})$")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}$")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True)
class Document:
    """One file: its data, and where each part of it stands."""

    file: str
    text: str
    data: Any
    digest: str
    """SHA-256 of the bytes."""
    values: dict[Loc, Span] = field(default_factory=dict)
    keys: dict[Loc, Span] = field(default_factory=dict)

    def span(self, loc: Loc) -> Span:
        """The place of a value, or of the nearest thing around it that has one."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, Span(self.file))

    def key_span(self, loc: Loc) -> Span:
        """The place of a key; of its value where it is a list item."""
        return self.keys.get(loc) or self.span(loc)

    def complain(
        self,
        code: str,
        message: str,
        span: Span,
        help: str | None = None,  # noqa: A002 - the word on the screen
    ) -> Diagnostic:
        """A diagnostic in this file, with the text of its line."""
        return Diagnostic(code, message, span, help, line_text=line_of(self.text, span.line))


def line_of(text: str, line: int) -> str | None:
    """One line of a text, 1-based."""
    lines = text.split("\n", line)
    return lines[line - 1].rstrip("\r") if line <= len(lines) else None


class _Trouble(Exception):
    def __init__(self, code: str, message: str, span: Span, help_: str) -> None:
        super().__init__(message)
        self.code, self.message, self.span, self.help = code, message, span, help_


def read_yaml(path: Path, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A file as data with places, called `name` in messages; its data is None where it could not be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        problem = Diagnostic("unreadable-file", f"this file cannot be read: {reason}", Span(name), "check its path")
        return Document(name, "", None, ""), (problem,)
    return parse_yaml(raw, name)


def parse_yaml(raw: bytes, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Bytes as data with places; every problem is a diagnostic, never an exception."""
    digest = hashlib.sha256(raw).hexdigest()
    if len(raw) > MAX_BYTES:
        message = f"this file has {len(raw):,} bytes; {MAX_BYTES:,} is the most that is read"
        return Document(name, "", None, digest), (
            Diagnostic("file-too-large", message, Span(name), "split it into several files"),
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        return Document(name, "", None, digest), (
            Diagnostic(
                "not-utf8",
                f"byte {error.start} is not UTF-8 text",
                Span(name, line, column, line, column + 1),
                "save the file as UTF-8",
            ),
        )
    document = Document(name, text, None, digest)
    try:
        data = _Builder(document).build()
    except _Trouble as trouble:
        return document, (document.complain(trouble.code, trouble.message, trouble.span, trouble.help),)
    return Document(name, text, data, digest, document.values, document.keys), ()


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.events = self._events()

    def _events(self) -> Iterator[Any]:
        file = self.document.file
        try:
            yield from yaml.parse(self.document.text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = Span(file) if mark is None else _point(file, mark)
            problem = error.problem or "this is not YAML"
            context = f" {error.context}" if error.context else ""
            raise _Trouble(
                "yaml-syntax",
                f"this is not valid YAML: {problem}{context}",
                place,
                "look for a missing colon, quote or bracket, or an indentation that differs from its neighbors",
            ) from error
        except yaml.YAMLError as error:
            text = self.document.text
            at = getattr(error, "position", 0)
            at = at if isinstance(at, int) else 0
            line = text.count("\n", 0, at) + 1
            column = at - (text.rfind("\n", 0, at) + 1) + 1
            raise _Trouble(
                "yaml-syntax",
                "this is not valid YAML: a control character that YAML does not allow",
                Span(file, line, column, line, column + 1),
                "take the character out",
            ) from error

    def build(self) -> Any:
        documents = 0
        data: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._trouble(event, "several-documents", "a file holds one document", "split it at '---'")
                data = self._value(next(self.events), (), 0)
        if data is None:
            raise _Trouble(
                "empty-file", "this file is empty", Span(self.document.file), "'compliance new' writes a first draft"
            )
        return data

    def _value(self, event: Any, loc: Loc, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise self._trouble(event, "too-deep", f"this is nested more than {MAX_DEPTH} levels deep", "flatten it")
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._trouble(
                event, "yaml-anchor", "anchors and aliases are not read here", "write the value out where it is used"
            )
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            raise self._trouble(event, "yaml-tag", f"the tag '{event.tag}' is not read here", "take the tag out")
        if isinstance(event, yaml.ScalarEvent):
            self.document.values[loc] = _span(self.document.file, event, event)
            plain = event.implicit[0] and not event.style
            return _scalar(event.value) if plain else event.value
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, loc, depth)
        return self._sequence(event, loc, depth)

    def _mapping(self, start: Any, loc: Loc, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None:
                raise self._trouble(event, "key-not-text", "a key must be plain text", "write 'key: value'")
            key = event.value
            if key == "<<":
                raise self._trouble(event, "yaml-merge", "merge keys ('<<') are not read here", "write the keys out")
            if key in result:
                first = self.document.keys[(*loc, key)].line
                raise self._trouble(
                    event, "duplicate-key", f"the key '{key}' stands here twice", f"its first is on line {first}"
                )
            self.document.keys[(*loc, key)] = _span(self.document.file, event, event)
            result[key] = self._value(next(self.events), (*loc, key), depth + 1)
        self.document.values[loc] = _span(self.document.file, start, event)
        return result

    def _sequence(self, start: Any, loc: Loc, depth: int) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.append(self._value(event, (*loc, len(result)), depth + 1))
        self.document.values[loc] = _span(self.document.file, start, event)
        return result

    def _trouble(self, event: Any, code: str, message: str, help_: str) -> _Trouble:
        return _Trouble(code, message, _span(self.document.file, event, event), help_)


def _scalar(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    if _DECIMAL.match(text):
        return float(text)
    return text


def _span(file: str, first: Any, last: Any) -> Span:
    start, end = first.start_mark, last.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _point(file: str, mark: Any) -> Span:
    return Span(file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
