"""How files name one another: instruments, provisions, terms, parties, facts."""

from typing import Annotated, Any

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

_WORD = r"[a-z0-9]+(?:[.\-][a-z0-9]+)*"

Name = Annotated[str, StringConstraints(pattern=rf"^{_WORD}$")]
"""A short name: lower-case words joined by hyphens; dots group facts."""

InstrumentId = Annotated[str, StringConstraints(pattern=rf"^{_WORD}(?:/{_WORD})+$")]
"""An instrument's path, which reads like the law: us-ny/executive-order/170."""

ProvisionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:[.\-()][A-Za-z0-9)]+)*$")]
"""A pinpoint inside an instrument, as it cites itself: B.3.b."""

ProvisionRef = Annotated[str, StringConstraints(pattern=r"^(?:[^#\s]+#)?[^#\s]+$")]
"""A provision of the same instrument (B.2) or of another one (us/statute/8-usc-1373#a)."""

_ROW = r"^[A-Za-z0-9]+(?:[.\-][A-Za-z0-9]+)*$"

RowId = Annotated[str, StringConstraints(pattern=_ROW)]
"""A row of the legal memorandum that an encoding answers to: EO170.B2."""


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


_ROW_SCHEMA: dict[str, Any] = {"type": "string", "pattern": _ROW}

RowIds = Annotated[
    tuple[RowId, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [_ROW_SCHEMA, {"type": "array", "items": _ROW_SCHEMA}]}),
]
"""One row, or a list of them."""


def split_reference(reference: str, home: str) -> tuple[str, str]:
    """(instrument, provision or term) of a reference written inside the instrument `home`."""
    instrument, separator, inner = reference.rpartition("#")
    return (instrument if separator else home), inner
