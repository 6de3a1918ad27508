"""What may stand at a path: the models' types, walked along a path into the data."""

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from compliance.source.yaml_text import Loc


def keys_at(model: type[BaseModel], loc: Loc, data: Any) -> list[str]:
    """The keys that the mapping at a path takes, in the order of its model; none where keys are names."""
    found: dict[str, None] = {}
    for kind in _at(model, loc, data):
        if _is_model(kind):
            found.update(dict.fromkeys(info.alias or name for name, info in kind.model_fields.items()))
    return list(found)


def _at(model: type[BaseModel], loc: Loc, data: Any) -> list[Any]:
    """The types that may stand at a path, among them only those that the data's keys do not rule out."""
    current = [*_flat(model)]
    for step in loc:
        current = [inner for kind in _fitting(current, data) for inner in _inside(kind, step)]
        data = data[step]
    return _fitting(current, data)


def _fitting(kinds: list[Any], data: Any) -> list[Any]:
    """Of several models the ones that have a key of the data; all of them where none has."""
    if not isinstance(data, dict):
        return kinds
    near = [kind for kind in kinds if any(True for key in data for _ in _inside(kind, key))]
    return near or kinds


def _inside(kind: Any, step: str | int) -> Iterator[Any]:
    """The types behind one step into a type."""
    if _is_model(kind):
        for name, info in kind.model_fields.items():
            if step == (info.alias or name):
                yield from _flat(info.annotation)
        return
    arguments = get_args(kind)
    if get_origin(kind) is dict and isinstance(step, str):
        yield from _flat(arguments[1])
    elif get_origin(kind) is tuple and isinstance(step, int):
        yield from _flat(arguments[0])


def _flat(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows: unions taken apart, and what only wraps a type taken off."""
    if get_origin(annotation) is Annotated:
        yield from _flat(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for part in get_args(annotation):
            yield from _flat(part)
    elif _is_model(annotation) and issubclass(annotation, RootModel):
        yield from _flat(annotation.model_fields["root"].annotation)
    else:
        yield annotation


def _is_model(kind: Any) -> bool:
    return get_origin(kind) is None and isinstance(kind, type) and issubclass(kind, BaseModel)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that an annotation names, at any depth of its lists and unions."""
    if _is_model(annotation):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)
