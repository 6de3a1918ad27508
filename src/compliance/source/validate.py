"""Plain data to models: pydantic's complaints become diagnostics with a place and a next step."""

import types
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from compliance.model.diagnostic import Diagnostic
from compliance.source.nearest import did_you_mean
from compliance.source.yaml_text import Document, Loc

M = TypeVar("M", bound=BaseModel)


def validate(document: Document, model: type[M]) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The document as a model, or every complaint about it."""
    if document.data is None:
        return None, ()
    try:
        return model.model_validate(document.data), ()
    except ValidationError as error:
        return None, tuple(_diagnostic(document, model, item) for item in error.errors(include_url=False))


def place(data: Any, loc: Loc) -> tuple[Loc, bool]:
    """The part of an error's `loc` that stands in the data, and whether the error is about a key."""
    found: list[str | int] = []
    for step in loc:
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            continue
        found.append(step)
    return tuple(found), loc[-1:] == ("[key]",)


def _diagnostic(document: Document, model: type[BaseModel], item: Any) -> Diagnostic:
    kind: str = item["type"]
    loc, about_key = place(document.data, item["loc"])
    span = document.key_span(loc) if about_key else document.span(loc)
    context: dict[str, Any] = item.get("ctx", {})
    match kind:
        case "extra_forbidden":
            name = str(loc[-1])
            keys = list(_keys(model, loc[:-1]))
            return document.complain(
                "unknown-key",
                f"no key is called '{name}' here",
                document.key_span(loc),
                did_you_mean(name, keys, "the keys here are " + ", ".join(keys)),
            )
        case "missing":
            name = str(item["loc"][-1])
            return document.complain(
                "missing-key", f"the key '{name}' is missing here", _start(document, loc), f"add '{name}: …'"
            )
        case "literal_error":
            choices = [choice.strip(" '") for choice in context["expected"].replace(" or ", ",").split(",")]
            return document.complain(
                "bad-choice",
                f"'{item['input']}' is not one of the choices here",
                span,
                did_you_mean(str(item["input"]), choices, "the choices are " + ", ".join(choices)),
            )
        case "string_pattern_mismatch":
            return document.complain(
                "bad-name",
                f"'{item['input']}' is not a name",
                span,
                "names are lower-case words joined by hyphens; a reference is INSTRUMENT#PROVISION or a provision",
            )
        case "too_short" | "too_long":
            return document.complain(
                "bad-count", f"{_count(context)} here", span, "add what is missing, or take the key out"
            )
        case _ if "_" not in kind:
            return document.complain(kind, item["msg"], span, "'compliance explain " + kind + "' says more")
        case _:
            return document.complain("bad-value", _plain(item), span, "see 'compliance schema' for what goes here")


def _start(document: Document, loc: Loc) -> Any:
    if loc in document.keys:
        return document.keys[loc]
    if isinstance(loc[-1:], tuple) and loc:
        return document.span(loc)
    first = next(iter(document.keys.values()), None)
    return first or document.span(())


def _count(context: dict[str, Any]) -> str:
    if "min_length" in context:
        return f"at least {context['min_length']} is needed"
    return f"at most {context.get('max_length')} can stand"


_WANTED = {
    "dict_type": "keys and values are wanted here",
    "model_type": "keys and values are wanted here",
    "model_attributes_type": "keys and values are wanted here",
    "tuple_type": "a list is wanted here",
    "string_type": "text is wanted here",
    "bool_type": "true or false is wanted here",
    "int_type": "a whole number is wanted here",
    "float_type": "a number is wanted here",
}


def _plain(item: Any) -> str:
    message = _WANTED.get(item["type"])
    if message is None:
        return str(item["msg"])
    got = item["input"]
    return f"{message}, and this is {'empty' if got is None else repr(got)[:60]}"


def _keys(model: type[BaseModel], loc: Loc) -> Iterator[str]:
    """The keys that the models at a path take."""
    seen: set[str] = set()
    for found in _models_at({model}, loc):
        for name, info in found.model_fields.items():
            key = info.alias or name
            if key not in seen:
                seen.add(key)
                yield key


def _models_at(models: set[type[BaseModel]], loc: Loc) -> list[type[BaseModel]]:
    """The models that may stand at a path, sorted by name."""
    current = models
    for step in loc:
        stepped: set[type[BaseModel]] = set()
        for model in current:
            for name, info in model.model_fields.items():
                if step in (info.alias, name):
                    stepped |= set(_models_in(info.annotation))
        current = stepped or current
    return sorted(current, key=lambda model: model.__name__)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for argument in get_args(annotation):
        yield from _models_in(argument)
