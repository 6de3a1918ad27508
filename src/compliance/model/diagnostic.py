"""What is wrong with an input, where, and what to do next."""

from dataclasses import dataclass
from typing import Literal

from compliance.model.span import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint about one place; `code` is stable and has a page (`compliance explain CODE`)."""

    code: str
    message: str
    span: Span
    help: str | None = None
    severity: Severity = "error"
    line_text: str | None = None
    """The line of the file that the span starts on, for the caret."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.span.file, self.span.line, self.span.column, self.code, self.message)


class InputError(Exception):
    """Input that cannot be used; carries every diagnostic found, not only the first."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("; ".join(f"{d.code}: {d.message}" for d in diagnostics))
        self.diagnostics = tuple(sorted(diagnostics, key=lambda d: d.sort_key))
