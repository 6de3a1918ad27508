"""YAML text to plain data, keeping the place of every key and value.

The subset read here leaves out what surprises people: only `true`, `false`, plain integers and decimals are
not text (`no`, `on`, `012`, `1:30` stay text); anchors, aliases, merge keys, tags, duplicate keys, unseen
characters and several documents in a file are errors.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Place, Span
from compliance.source.nearest import short, visible
from compliance.source.yaml_words import GENERAL, explained

Loc = tuple[str | int, ...]
"""A path into the data: keys and list positions."""

MAX_BYTES = 2_000_000
MAX_VALUES = 100_000
MAX_DEPTH = 60
_LINE_TAIL = 400
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_BREAK = re.compile(r"\r\n|\r|\n")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
"""Control characters, line breaks that editors do not show, and marks that turn the direction of writing."""


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
        help: str | None = None,
    ) -> Diagnostic:
        """A diagnostic in this file, with the text of its line."""
        line = self.place(span).line_text
        return Diagnostic(code, visible(message), span, help and visible(help), line_text=line)

    def place(self, span: Span) -> Place:
        """A place in this file, with the text of its line as messages show it."""
        line = line_of(self.text, span.line) if span.file == self.file else None
        if line is not None:
            line = "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in line)
        if line is not None and len(line) > span.column + _LINE_TAIL:
            line = line[: span.column + _LINE_TAIL] + "…"
        return Place(span, line)


def line_of(text: str, line: int) -> str | None:
    """One line of a text, 1-based."""
    start = 0
    for found in _BREAK.finditer(text):
        if line == 1:
            return text[start : found.start()]
        line, start = line - 1, found.end()
    return text[start:] if line == 1 and start < len(text) else None


class _Trouble(Exception):
    def __init__(self, code: str, message: str, span: Span, help_: str) -> None:
        super().__init__(message)
        self.code, self.message, self.span, self.help = code, message, span, help_


def read_yaml(path: Path, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A file as data with places, called `name` in messages; its data is None where it could not be read."""
    raw, problems = _bytes_of(path, name)
    return (Document(name, "", None, ""), problems) if problems else parse_yaml(raw, name)


def read_text(path: Path, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A file as text alone, for what is not YAML."""
    raw, problems = _bytes_of(path, name)
    if problems:
        return Document(name, "", None, ""), problems
    try:
        return _checked(raw, name), ()
    except _Trouble as trouble:
        return Document(name, "", None, ""), (_told(raw, name, trouble),)


def _bytes_of(path: Path, name: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    try:
        if path.exists() and not path.is_file():
            raise ValueError("it is not a file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), ()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"this file cannot be read: {reason}"
        return b"", (
            Diagnostic("unreadable-file", message, Span(name), "check its path and who may read it"),
        )


def parse_yaml(raw: bytes, name: str) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Bytes as data with places; every problem is a diagnostic, never an exception."""
    try:
        document = _checked(raw, name)
        data = _Builder(document).build()
    except _Trouble as trouble:
        problem = _told(raw, name, trouble)
        return Document(name, _decoded(raw), None, hashlib.sha256(raw).hexdigest()), (problem,)
    return Document(name, document.text, data, document.digest, document.values, document.keys), ()


def _checked(raw: bytes, name: str) -> Document:
    """Bytes as text that is UTF-8, not too long, and shows all that it says."""
    if len(raw) > MAX_BYTES:
        message = f"this file has more than {MAX_BYTES:,} bytes"
        raise _Trouble("file-too-large", message, Span(name), "split it into several files")
    _refuse_other_encodings(raw, name)
    text = _decoded(raw)
    _refuse_unseen(text, name)
    return Document(name, text, None, hashlib.sha256(raw).hexdigest())


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8-sig", "replace") if len(raw) <= MAX_BYTES else ""


def _told(raw: bytes, name: str, trouble: _Trouble) -> Diagnostic:
    document = Document(name, _decoded(raw), None, "")
    return document.complain(trouble.code, trouble.message, trouble.span, trouble.help)


def _refuse_other_encodings(raw: bytes, name: str) -> None:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8", "replace")
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8 text"
        raise _Trouble(
            "not-utf8", message, _character(name, good, len(good)), "save the file as UTF-8"
        ) from error


def _refuse_unseen(text: str, name: str) -> None:
    found = _UNSEEN.search(text)
    if found is not None:
        span = _character(name, text, found.start())
        raise _Trouble("control-character", _unseen(found.group()), span, "take it out, or type it anew")


def _unseen(character: str) -> str:
    return f"a character that cannot be seen stands here (U+{ord(character):04X})"


def _character(file: str, text: str, index: int) -> Span:
    """The place of one character of a text."""
    line, start = 1, 0
    for found in _BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return Span(file, line, index - start + 1, line, index - start + 2)


class _Builder:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.events = self._events()
        self.count = 0

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.document.text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            text = self.document.text
            message, help_, mark = explained(error, text)
            raise _Trouble("yaml-syntax", message, self._at(mark), help_) from error
        except yaml.YAMLError as error:
            raise _Trouble(
                "yaml-syntax", "this is not valid YAML", Span(self.document.file), GENERAL
            ) from error

    def _at(self, mark: Any) -> Span:
        """The place of a mark; one behind the end of the text is placed at the end of its last line."""
        if mark is None:
            return Span(self.document.file)
        text = self.document.text.rstrip()
        end = _character(self.document.file, text, len(text))
        if (mark.line + 1, mark.column + 1) > (end.line, end.column):
            return end
        return Span(self.document.file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)

    def build(self) -> Any:
        documents = 0
        data: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._trouble(
                        event, "several-documents", "a file holds one document", "split it at '---'"
                    )
                data = self._value(next(self.events), (), 0)
        if data is None:
            span = Span(self.document.file)
            raise _Trouble("empty-file", "this file is empty", span, "'compliance new' writes a first draft")
        return data

    def _value(self, event: Any, loc: Loc, depth: int) -> Any:
        self.count += 1
        if self.count > MAX_VALUES:
            message = f"this file has more than {MAX_VALUES:,} values"
            raise self._trouble(event, "file-too-large", message, "split it into several files")
        if depth > MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} levels deep"
            raise self._trouble(event, "too-deep", message, "give parts of it a name under 'terms:'")
        self._refuse(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_hidden(event)
            self.document.values[loc] = _span(self.document.file, event, event)
            plain = event.implicit[0] and not event.style
            return scalar(event.value) if plain else event.value
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, loc, depth)
        return self._sequence(event, loc, depth)

    def _refuse(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            message = f"anchors and aliases ('{sign}{short(event.anchor)}') are not read here"
            raise self._trouble(event, "yaml-anchor", message, "write the value out where it is used")
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            tag = short(event.tag.replace("tag:yaml.org,2002:", "!!"))
            message = f"the tag '{tag}' is not read here"
            raise self._trouble(event, "yaml-tag", message, "take the tag out")

    def _refuse_hidden(self, event: Any) -> None:
        found = _UNSEEN.search(event.value)
        if found is not None:
            raise self._trouble(
                event, "control-character", _unseen(found.group()), "take it out, or type it anew"
            )

    def _mapping(self, start: Any, loc: Loc, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._refuse(event)
            if not isinstance(event, yaml.ScalarEvent) or not event.value:
                raise self._trouble(event, "key-not-text", "a key must be a word", "write 'key: value'")
            self._refuse_hidden(event)
            key = event.value
            if key == "<<" and not event.style:
                message = "merge keys ('<<') are not read here"
                raise self._trouble(event, "yaml-merge", message, "write the keys out")
            if key in result:
                first = self.document.keys[(*loc, key)].line
                message = f"the key '{short(key)}' stands here twice"
                raise self._trouble(
                    event, "duplicate-key", message, f"its first is on line {first}; join the two"
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


def scalar(text: str) -> Any:
    """A word as YAML has it here: true and false, whole numbers and decimals are not text."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text


def _span(file: str, first: Any, last: Any) -> Span:
    start, end = first.start_mark, last.end_mark
    return Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
