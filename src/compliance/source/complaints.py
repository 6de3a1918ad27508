"""The complaints of one loading: sorted, and without those that an unreadable file may have caused."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Span
from compliance.source.yaml_text import Document

DECLARED_IN: dict[str, str] = {
    "unknown-fact": "vocabulary",
    "unknown-role": "vocabulary",
    "unknown-attribute": "vocabulary",
    "unknown-position": "vocabulary",
    "reading-not-held": "vocabulary",
    "unknown-actor": "actors",
    "unknown-instrument": "instrument",
    "unknown-provision": "instrument",
    "exception-without-condition": "instrument",
    "unknown-term": "encodes",
    "unknown-rule": "encodes",
}
"""Complaints about references, and the kind of file that declares what they refer to."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read: what it may have declared is not known."""

    kinds: tuple[str, ...]
    """What it is, or may be."""
    name: str | None
    """What it is about, where so much could be read: the instrument, or the vocabulary's name."""
    span: Span

    def may_declare(self, code: str, about: str | None) -> bool:
        """Whether a complaint about a reference (into an instrument) may come from this file."""
        kind = DECLARED_IN.get(code)
        if kind not in self.kinds:
            return False
        return kind in ("vocabulary", "actors") or self.name is None or about is None or self.name == about


@dataclass
class Complaints:
    """Everything found wrong so far."""

    unread: list[Unread] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    left_out: int = 0
    """References that were not checked because a file could not be read."""
    repeated: int = 0
    """References whose fault was complained about elsewhere."""

    def add(
        self, document: Document, code: str, message: str, span: Span, help_: str, *, about: str | None = None
    ) -> None:
        """Complain about a place; `about` is the instrument that a reference leads into.

        References that may lead into a file that could not be read are only counted.
        """
        if any(unread.may_declare(code, about) for unread in self.unread):
            self.left_out += 1
        else:
            self.problems.append(document.complain(code, message, span, help_))

    @property
    def count(self) -> int:
        """How much was complained about or left out."""
        return len(self.problems) + self.left_out + self.repeated

    def result(self, others: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """Each complaint once, by file and place, with a note where some were left out."""
        found = dict.fromkeys([*others, *self.problems])
        if self.left_out:
            span = min(unread.span for unread in self.unread)
            message = "references into files that could not be read were not checked"
            found[Diagnostic("not-checked", message, span, "correct these files first", "note")] = None
        return tuple(sorted(found, key=lambda problem: problem.sort_key))
