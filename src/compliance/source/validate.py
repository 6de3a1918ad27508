"""Plain data to models: pydantic's complaints become diagnostics with a place and a next step."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from compliance.model.diagnostic import Diagnostic
from compliance.model.span import Span
from compliance.source.faults import Fault, faults_of, sized, value_at
from compliance.source.nearest import as_name, did_you_mean, short
from compliance.source.shapes import keys_at
from compliance.source.yaml_text import Document, Loc

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M]) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The document as a model, or every complaint about it."""
    if document.data is None:
        return None, ()
    empty = list(_empty(document.data, ()))
    problems = [_empty_value(document, model, loc) for loc in empty]
    found: M | None = None
    try:
        found = model.model_validate(document.data)
    except ValidationError as error:
        faults = faults_of(error, model, document.data)
        problems.extend(_diagnostic(document, model, one) for one in faults if not _follows_from(one, empty))
    except RecursionError:
        message = "this is nested too deep to be read"
        problems.append(document.complain("too-deep", message, document.span(()), "take it apart"))
    return (None if problems else found), tuple(sorted(problems, key=lambda problem: problem.sort_key))


# --- values that are not there -------------------------------------------------------------------------


def _empty(data: Any, loc: Loc) -> Iterator[Loc]:
    """The paths of all values that are null."""
    if data is None:
        yield loc
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _empty(value, (*loc, key))
    elif isinstance(data, list):
        for i, value in enumerate(data):
            yield from _empty(value, (*loc, i))


def _empty_value(document: Document, model: type[BaseModel], loc: Loc) -> Diagnostic:
    name = loc[-1] if loc else ""
    what = f"the key '{short(name)}' has no value" if isinstance(name, str) else "this list item is empty"
    help_ = "write its value, or take it out"
    if model.__name__ == "Practice" and loc[:1] == ("facts",):
        help_ = "write its value, or 'unknown' where nobody knows it"
    return document.complain("empty-value", what, document.key_span(loc), help_)


def _follows_from(fault: Fault, empty: Sequence[Loc]) -> bool:
    """Whether a complaint only says again that a value is empty."""
    if fault.kind in ("extra_forbidden", "missing"):
        return False
    return any(fault.loc == loc or ("_" not in fault.kind and fault.loc == loc[:-1]) for loc in empty)


# --- what it says --------------------------------------------------------------------------------------

_AT: dict[str, tuple[str, ...]] = {
    "interval": ("to", "latest"),
    "one-reading": ("readings",),
    "fact-values": ("values",),
    "fact-laws": ("laws",),
    "practice-date": ("during", "on"),
    "one-modality": ("permits", "must", "forbids"),
    "term-kind": ("judgment", "readings", "means"),
    "bill-terms": ("bill", "kind"),
    "law-or-bill": ("in-force", "instrument"),
    "amendment-part": ("amendment",),
    "one-verb": ("redefine", "void", "repeal", "amend", "add"),
    "log-source": ("table", "files"),
    "waiver-subject": ("scenario", "practice", "rule"),
}
"""Complaints about a mapping as a whole that are best shown at one of its keys."""

_HELP: dict[str, str] = {
    "empty-text": "write the text, or take the key out",
    "day": "write year-month-day, such as 2019-05-08",
    "interval": "swap the two days, or correct one of them",
    "one-condition": "'all:' holds when every one of a list does, 'any:' when at least one does",
    "not-a-condition": "it is a term, 'fact: value', 'role: term', 'all: […]', 'any: […]' or 'not: …'",
    "one-operator": "write one of them; two comparisons are joined with 'all:'",
    "one-modality": "write one of them; two norms are two rules",
    "term-kind": "write one of them; several defensible meanings stand under 'readings:'",
    "one-reading": "add the other reading, or write 'means:' where nobody reads it otherwise",
    "fact-values": "a choice or a set has 'values: {word: what it means}', any other type has none",
    "bill-terms": "add 'bill: {stage: …}' to a bill; correct 'kind:' otherwise",
    "law-or-bill": "add 'in-force: {from: …}' to law; take it out of a bill",
    "takes-effect": "write 'takes-effect: {days: 0}' for at once",
    "sunset": "write 'sunset: {years: 3}', or its last day: 'sunset: {on: …}'",
    "one-verb": "write one of them; what does two things is two amendments",
    "amendment-part": "'text:' and 'changes:' go with 'amend:', 'provision:' and 'rules:' with 'add:', "
    "'term:' with 'redefine:'",
    "strike-nothing": "add 'strike:', 'insert:' or both",
    "strike-place": "write 'strike:' with 'insert:', or 'after:' with 'insert:'",
    "fact-laws": "write a value of the fact, and the provision that it stands for",
    "fact-value": "write 'is: VALUE', or 'includes:' and 'excludes:' for a set of which only a part is known",
    "waiver-subject": "name a practice and one of its rules, or a scenario; 'statuses:' goes with a rule",
    "measure": "'compliance explain measure' says more",
    "time-span": "write seconds, minutes, hours or days, such as 24 hours",
    "clock": 'write hours and minutes in quotes, such as "07:00"',
    "log-source": "write one of the two; 'kind:', 'delimiter:' and 'encoding:' go with 'files:'",
    "answer-about": "write fact:NAME, role:NAME, judgment:INSTRUMENT#TERM, when, claims, evidence, notes or row",
    "practice-date": "'on:' for a single day, 'during:' for a practice that went on; keep one of them",
}
"""What to do next, by code."""

_NAMES: tuple[tuple[str, str], ...] = (
    ("#", "a reference is a provision, such as B.2, or INSTRUMENT#PROVISION"),
    (
        "A-Z",
        "a pinpoint has letters, digits, dots and hyphens, such as B.3.b; how it is cited goes under 'pin:'",
    ),
    (")+$", "an instrument reads like a path of lower-case words, such as us-ny/executive-order/170"),
)
"""How a name that did not match is written, by a part of its pattern."""

_WANTED = {
    "dict_type": "keys and values are wanted here",
    "model_type": "keys and values are wanted here",
    "model_attributes_type": "keys and values are wanted here",
    "tuple_type": "a list is wanted here",
    "string_type": "text is wanted here",
    "bool_type": "true or false is wanted here",
    "int_type": "a number is wanted here",
    "float_type": "a number is wanted here",
}


def _diagnostic(document: Document, model: type[BaseModel], fault: Fault) -> Diagnostic:
    loc, kind = fault.loc, fault.kind
    span = document.key_span(loc) if fault.about_key else document.span(loc)
    match kind:
        case "extra_forbidden":
            name = str(loc[-1])
            keys = keys_at(model, loc[:-1], document.data)
            # Keys are short and few: where none is very near, the list says more than a guess.
            help_ = did_you_mean(name, keys, "the keys here are " + ", ".join(keys), cutoff=0.7)
            return document.complain(
                "unknown-key", f"no key is called '{short(name)}' here", document.key_span(loc), help_
            )
        case "missing":
            message, help_ = f"the key '{fault.wanted}' is missing here", f"add '{fault.wanted}: …'"
            return document.complain("missing-key", message, _whole(document, loc), help_)
        case "literal_error":
            choices = re.findall(r"'([^']*)'", fault.context["expected"])
            written = loc[-1] if fault.about_key else fault.value
            help_ = did_you_mean(str(written), choices, "the choices are " + ", ".join(choices))
            return document.complain(
                "bad-choice", f"'{short(written)}' is not one of the choices here", span, help_
            )
        case "string_pattern_mismatch":
            return _bad_name(document, fault, span)
        case "too_short" | "too_long":
            help_ = (
                "take out what is too much"
                if kind == "too_long"
                else "add what is missing, or take the key out"
            )
            return document.complain("bad-count", _count(fault), span, help_)
        case "wanted":
            message = f"{fault.message} is wanted here, and this is {_form(fault.value)}"
            return document.complain("bad-value", message, span, _help_for_value(fault))
        case _ if "_" not in kind:
            if isinstance(fault.value, dict):
                span = _whole(document, loc, _AT.get(kind, ()))
            help_ = _HELP.get(kind, f"'compliance explain {kind}' says more")
            if kind == "text":
                help_ = _help_for_text(fault.value)
            return document.complain(kind, _message(fault), span, help_)
        case _:
            message = (
                f"{_WANTED[kind]}, and this is {_form(fault.value)}" if kind in _WANTED else fault.message
            )
            return document.complain("bad-value", message, span, _help_for_value(fault))


def _whole(document: Document, loc: Loc, shown_at: Iterable[str] = ()) -> Span:
    """The place of a mapping: one of its keys that says more, else its own key, else the first key in it."""
    for key in shown_at:
        if (*loc, key) in document.keys:
            return document.keys[*loc, key]
    if loc in document.keys:
        return document.keys[loc]
    inside = value_at(document.data, loc)
    first = next(iter(inside), None) if isinstance(inside, dict) else None
    return document.span(loc) if first is None else document.key_span((*loc, first))


def _bad_name(document: Document, fault: Fault, span: Span) -> Diagnostic:
    name = str(fault.loc[-1] if fault.about_key else fault.value)
    pattern = fault.context.get("pattern", "")
    help_ = next((text for sign, text in _NAMES if sign in pattern), "")
    if not help_:
        better = as_name(name)
        help_ = "a name is lower-case words joined by hyphens" + (f", such as '{better}'" if better else "")
    return document.complain("bad-name", f"'{short(name)}' is not a name", span, help_)


def _count(fault: Fault) -> str:
    many = len(sized(fault.value))
    if not many:
        return f"this is empty, and at least {fault.context['min_length']} must stand here"
    if fault.kind == "too_short":
        return f"at least {fault.context['min_length']} must stand here, and this has {many}"
    return f"at most {fault.context['max_length']} can stand here, and this has {many}"


def _message(fault: Fault) -> str:
    match fault.kind:
        case "day":
            return f"'{short(fault.value)}' is not a date"
        case "text":
            return f"this must be text, and is {_form(fault.value)}"
        case "empty-text":
            return "this text is empty"
        case "not-a-condition":
            return f"{_form(fault.value)} is not a condition"
    return fault.message.partition("; ")[0]


def _help_for_value(fault: Fault) -> str:
    if fault.kind == "string_type":
        return _help_for_text(fault.value)
    if fault.kind == "bool_type":
        return "write true or false, without quotes"
    if fault.kind in ("int_type", "float_type"):
        return "write digits, without quotes or a unit"
    if fault.kind == "tuple_type":
        return "write '[…]', or each on a line that begins with '- '"
    if isinstance(fault.value, list) and "comparison" in fault.message:
        return (
            "to compare with several values write '{one-of: […]}'; to join conditions write 'all:' or 'any:'"
        )
    return "'compliance schema' shows what goes here"


def _help_for_text(value: Any) -> str:
    if isinstance(value, dict | list):
        return "write it in quotes, or on lines of its own below '>-'"
    return f'put it in quotes: "{short(value)}"'


def _form(value: Any) -> str:
    """A value as messages name it."""
    if isinstance(value, dict):
        return "a mapping" if value else "an empty mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {short(value)}"
    return f"'{short(value)}'"
