"""Pydantic's complaints, each placed in the data; of several about one value those that tell something."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from compliance.source.nearest import nearest
from compliance.source.shapes import keys_at
from compliance.source.yaml_text import Loc

_KEY = "[key]"
"""The last step of an error's `loc` that is about a key."""
_TAGS = frozenset({"all-of", "any-of", "not-of", "comparison", "term", _KEY})
"""Steps of a `loc` that stand neither in the data nor for one of several ways to read it."""


@dataclass(frozen=True)
class Fault:
    """One of pydantic's complaints, placed in the data."""

    kind: str
    loc: Loc
    wanted: str
    """The key that is missing, for a complaint of that kind."""
    about_key: bool
    branches: tuple[tuple[Loc, str], ...]
    """Where the data could be read in several ways, and the way that this complaint is about."""
    message: str
    value: Any
    context: dict[str, Any]


def faults_of(error: ValidationError, model: type[BaseModel], data: Any) -> list[Fault]:
    """What is wrong with data that a model refused."""
    faults = [_fault(data, item) for item in error.errors(include_url=False)]
    return list(_telling(faults, model, data))


def _fault(data: Any, item: Any) -> Fault:
    whole: tuple[str | int, ...] = item["loc"]
    found: list[str | int] = []
    branches: list[tuple[Loc, str]] = []
    inner = data
    for step in whole:
        if _leads_on(inner, step):
            inner = inner[step]
            found.append(step)
        elif isinstance(step, str) and step not in _TAGS:
            branches.append((tuple(found), step))
    wanted = ""
    if item["type"] == "missing":
        wanted = str(whole[-1])
        branches = [branch for branch in branches if branch[1] != wanted]
    about_key = whole[-1:] == (_KEY,)
    context = item.get("ctx", {})
    return Fault(item["type"], tuple(found), wanted, about_key, tuple(branches), item["msg"], inner, context)


def _leads_on(data: Any, step: str | int) -> bool:
    """Whether a step of a path is in the data."""
    if isinstance(step, int):
        return isinstance(data, list) and step < len(data)
    return isinstance(data, dict) and step in data


def _telling(faults: list[Fault], model: type[BaseModel], data: Any) -> Iterator[Fault]:
    """The complaints that tell something: of several ways to read a value only the one that was meant."""
    points = sorted(
        {point for fault in faults for point, _ in fault.branches}, key=lambda loc: (len(loc), str(loc))
    )
    for point in points:
        value = value_at(data, point)
        about = [fault for fault in faults if any(at == point for at, _ in fault.branches)]
        meant = [fault for fault in about if _fits(value, _ways(fault, point))]
        if not meant:
            ways = [way for fault in about for way in _ways(fault, point)]
            meant = [Fault("wanted", point, "", False, (), _wanted(ways), value, {})]
        elif all(fault.loc == point and fault.kind.endswith("_type") for fault in meant):
            meant = meant[:1]
        faults = [fault for fault in faults if fault not in about or fault in meant]
        faults.extend(fault for fault in meant if fault not in faults)
    slips = {(fault.loc[:-1], near) for fault in faults for near in _meant_key(fault, model, data)}
    for fault in faults:
        if fault.kind == "missing" and (fault.loc, fault.wanted) in slips:
            continue
        if fault.kind == "too_short" and len(sized(fault.value)) >= fault.context.get("min_length", 0):
            continue
        yield fault


def _meant_key(fault: Fault, model: type[BaseModel], data: Any) -> list[str]:
    """For an unknown key the known one that was probably meant."""
    if fault.kind != "extra_forbidden":
        return []
    return nearest(str(fault.loc[-1]), keys_at(model, fault.loc[:-1], data))[:1]


def _ways(fault: Fault, point: Loc) -> list[str]:
    return [way for at, way in fault.branches if at == point]


def _fits(value: Any, ways: list[str]) -> bool:
    """Whether a way to read a value suits its form: a mapping, a list, or anything single."""
    form = ways[-1]
    if isinstance(value, dict):
        return _is_model(form) or form.startswith("dict")
    if isinstance(value, list):
        return form.startswith("tuple")
    return not _is_model(form) and not form.startswith("tuple")


def _is_model(way: str) -> bool:
    return re.search(r"[A-Z]\w*\]?$", way) is not None


def _wanted(ways: list[str]) -> str:
    """What may stand where a value is of none of the forms allowed."""
    wanted: dict[str, None] = {}
    for way in ways:
        if way.startswith("tuple"):
            wanted["a list of words"] = None
        elif "Operation" in way:
            wanted["a comparison such as '{one-of: […]}'"] = None
        elif "Between" in way:
            wanted["'{earliest: …, latest: …}'"] = None
        elif "_day" in way:
            wanted["a date"] = None
        elif _is_model(way):
            wanted["a description"] = None
        elif way != "is":
            wanted["a single value"] = None
    return " or ".join(wanted)


def value_at(data: Any, loc: Loc) -> Any:
    """The part of the data at a path."""
    for step in loc:
        data = data[step]
    return data


def sized(value: Any) -> Sequence[Any] | dict[str, Any]:
    """A list or a mapping as it is; anything else as an empty one."""
    return value if isinstance(value, list | dict) else ()
