"""How files name one another: instruments, provisions, terms, parties, facts."""

from typing import Annotated

from pydantic import StringConstraints

_WORD = r"[a-z0-9]+(?:[.\-][a-z0-9]+)*"

Name = Annotated[str, StringConstraints(pattern=rf"^{_WORD}$")]
"""A short name: lower-case words joined by hyphens; dots group facts."""

InstrumentId = Annotated[str, StringConstraints(pattern=rf"^{_WORD}(?:/{_WORD})+$")]
"""An instrument's path, which reads like the law: us-ny/executive-order/170."""

ProvisionId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(?:[.\-()][A-Za-z0-9)]+)*$")]
"""A pinpoint inside an instrument, as it cites itself: B.3.b."""

ProvisionRef = Annotated[str, StringConstraints(pattern=r"^(?:[^#\s]+#)?[^#\s]+$")]
"""A provision of the same instrument (B.2) or of another one (us/statute/8-usc-1373#a)."""


def split_reference(reference: str, home: str) -> tuple[str, str]:
    """(instrument, provision or term) of a reference written inside the instrument `home`."""
    instrument, separator, inner = reference.rpartition("#")
    return (instrument if separator else home), inner
