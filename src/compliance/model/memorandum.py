"""The rows of a legal memorandum, so that none is lost between the memorandum and the encoding."""

from compliance.model.base import Frozen, Text
from compliance.model.reference import Name, RowId


class Row(Frozen):
    """One row of the memorandum: what it is about, and why nothing stands for it where nothing does."""

    about: Text
    not_encoded: Text | None = None


class Memorandum(Frozen):
    """policies/…/register.yaml: the machine-checked register of what was encoded from a memorandum."""

    memorandum: Name
    title: Text
    rows: dict[RowId, Row] = {}
    """Rows of law: each is carried by a provision, term or rule (`row:`), or says why not."""
    cases: dict[RowId, Row] = {}
    """Rows of cases and claims: each is carried by a practice, by one of its claims, or by a scenario's tag."""
