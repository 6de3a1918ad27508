"""JSON Schemas of the file kinds, for editors and other programs: made from the models, and a little wider.

What a model accepts its schema accepts. What only a model can tell (names that lead somewhere, days in
order) a schema lets pass.
"""

import ast
import json
from collections.abc import Callable, Mapping
from inspect import getsource
from itertools import pairwise
from pathlib import PurePosixPath
from posixpath import relpath
from typing import Any, get_args

from pydantic import BaseModel

from compliance.model.measure import MeasureKind
from compliance.source.files import KINDS
from compliance.source.shapes import models_in

SCHEMAS: Mapping[str, str] = {
    "instrument": "instrument",
    "rules": "encodes",
    "vocabulary": "vocabulary",
    "actors": "actors",
    "register": "memorandum",
    "practice": "practice",
    "waivers": "waivers",
    "interview": "interview",
    "log": "log",
}
"""The name of each schema, and the key that a file of its kind begins with."""

FOLDER = "src/compliance/schemas"
"""Where the schemas lie, below the folder that holds `policies/`, `rules/` and `features/`."""

_SINGLE = [{"type": "boolean"}, {"type": "number"}, {"type": "string"}]
_Node = dict[str, Any]


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each file kind, by its name."""
    return {name: _schema(name) for name in SCHEMAS}


def schema_files() -> dict[str, str]:
    """The schemas as files: name and text."""
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas().items()
    }


def first_line(kind: str, path: str, folder: str = FOLDER) -> str:
    """The line, with its end, that names a file's schema to editors.

    `kind` is a schema's name or the key that the file begins with; `path` is the file's and `folder` the
    schemas', both below the same folder.
    """
    name = next(name for name, key in SCHEMAS.items() if kind in (name, key))
    place = relpath(f"{folder}/{name}.schema.json", str(PurePosixPath(path).parent))
    return f"# yaml-language-server: $schema={place}\n"


def _schema(name: str) -> dict[str, Any]:
    model = KINDS[SCHEMAS[name]]
    made = model.model_json_schema(by_alias=True)
    root = model.__name__
    definitions: dict[str, _Node] = {**made.pop("$defs", {}), root: made}
    for definition in definitions.values():
        _tidy(definition)
    _describe(model, definitions, set())
    for owner, change in _CHANGES.items():
        if owner in definitions:
            change(definitions[owner])
    whole = definitions.pop(root)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole,
        "title": f"compliance: {name}",
        "$defs": dict(sorted(definitions.items())),
    }


def _describe(model: type[BaseModel], definitions: dict[str, _Node], told: set[str]) -> None:
    """Put the docstrings of fields into the schema, for editors to show; those of the models inside as well."""
    if model.__name__ in told or model.__name__ not in definitions:
        return
    told.add(model.__name__)
    properties = definitions[model.__name__].get("properties", {})
    docstrings = _docstrings(model)
    for name, info in model.model_fields.items():
        key = info.alias or name
        if name in docstrings and key in properties:
            properties[key]["description"] = docstrings[name]
        for inner in models_in(info.annotation):
            _describe(inner, definitions, told)


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """By field, the text that stands below it in the model's source."""
    (tree,) = ast.parse(getsource(model)).body
    assert isinstance(tree, ast.ClassDef)
    return {
        field.target.id: " ".join(text.value.value.split())
        for field, text in pairwise(tree.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _tidy(node: Any) -> None:
    """Take out what the reader of files refuses anyway (null), and what pydantic adds for its own sake."""
    if isinstance(node, list):
        for item in node:
            _tidy(item)
    if not isinstance(node, dict):
        return
    if "properties" in node:
        for item in node["properties"].values():
            item.pop("title", None)
            item.pop("default", None)
    if "anyOf" in node:
        kept = [way for way in node["anyOf"] if way != {"type": "null"}]
        if {"type": "number"} in kept:
            kept = [way for way in kept if way != {"type": "integer"}]
        node["anyOf"] = kept
        if len(kept) == 1:
            del node["anyOf"]
            node.update(kept[0])
    if "patternProperties" in node:
        node["additionalProperties"] = False
    for item in node.values():
        _tidy(item)
    if node.get("items") == {"$ref": "#/$defs/InForce"}:
        node.pop("minLength", None)
        several = {"type": node.pop("type"), "items": node.pop("items"), "minItems": 1}
        node["anyOf"] = [several["items"], several]


# --- what the models check in code ---------------------------------------------------------------------


def _one_key(node: _Node) -> None:
    node.update({"minProperties": 1, "maxProperties": 1})


def _comparison(node: _Node) -> None:
    node["propertyNames"] = {"not": {"enum": ["all", "any", "not"]}}


def _one_of(*keys: str) -> Callable[[_Node], None]:
    def change(node: _Node) -> None:
        node["oneOf"] = [{"required": [key]} for key in keys]

    return change


def _term(node: _Node) -> None:
    node["oneOf"] = [
        {"required": ["means"]},
        {"required": ["readings"], "properties": {"readings": {"minProperties": 2}}},
        {"required": ["judgment"], "properties": {"judgment": {"const": True}}},
    ]


def _fact(node: _Node) -> None:
    listed = {"properties": {"type": {"enum": ["choice", "set"]}}}
    node.update({"if": listed, "then": {"required": ["values"]}})


def _stated(node: _Node) -> None:
    names = node["properties"]["source"]
    node["properties"]["source"] = {
        **names,
        "anyOf": [names["items"], {"type": "array", "items": names["items"]}],
    }
    del node["properties"]["source"]["items"], node["properties"]["source"]["type"]
    node["anyOf"] = [{"required": [key]} for key in ("is", "includes", "excludes")]


def _waiver(node: _Node) -> None:
    finding = {
        "required": ["practice", "rule"],
        "properties": {"scenario": False},
    }
    scenario = {
        "required": ["scenario"],
        "properties": {"practice": False, "rule": False, "statuses": False},
    }
    node["oneOf"] = [finding, scenario]


def _practice(node: _Node) -> None:
    _one_of("on", "during")(node)
    facts = node["properties"]["facts"]["patternProperties"]
    for pattern, stated in facts.items():
        facts[pattern] = {"anyOf": [*_SINGLE, {"type": "array", "items": {"type": "string"}}, stated]}


_CHANGES: Mapping[str, Callable[[_Node], None]] = {
    "Operation": _one_key,
    "Test": _comparison,
    "Rule": _one_of("forbids", "must", "permits"),
    "Term": _term,
    "Fact": _fact,
    "StatedFact": _stated,
    "Practice": _practice,
    "Waiver": _waiver,
    "TableFormat": _one_of("files", "table"),
    "Measure": _one_of(*get_args(MeasureKind)),
}
"""By model: what its schema adds."""
