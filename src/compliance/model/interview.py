"""An interview that was saved: questions and answers in the order in which they were asked."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from compliance.model.base import Frozen, Text
from compliance.model.reference import Name

WHOLE = ("when", "claims", "evidence", "notes", "row")
"""What a question can be about beside one fact, one role or one judgment."""
_ABOUT = re.compile(rf"(?:{'|'.join(WHOLE)}|(?:fact|role|judgment):\S+)")


def _about(value: Any) -> str:
    if isinstance(value, str) and _ABOUT.fullmatch(value):
        return value
    raise PydanticCustomError("answer-about", "a question cannot be about '{value}'", {"value": value})


class Answer(Frozen):
    """One question with its answer."""

    question: Text
    """As it was put."""
    about: Annotated[str, BeforeValidator(_about)]
    """`fact:NAME`, `role:NAME`, `judgment:INSTRUMENT#TERM` (with @ROLE for a term about a party), or one of WHOLE."""
    answer: Any
    """As a practice file has it; `unknown` where nobody could say."""


class Interview(Frozen):
    """NAME.yaml or NAME.json."""

    interview: Name
    """The name of the practice that it is about."""
    title: Text
    answers: tuple[Answer, ...] = ()
