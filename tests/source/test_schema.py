"""JSON Schemas: current, named by every data file, and no narrower than the models."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from tests.source.support import ROOT

from compliance.source.files import KINDS
from compliance.source.schema import FOLDER, SCHEMAS, first_line, schema_files, schemas
from compliance.source.yaml_text import parse_yaml, read_yaml

REGENERATE = "run 'compliance schema --write' in the checkout and commit the result"
DATA = [
    path
    for top in ("policies", "rules", "features/practices", "features/logs")
    for path in sorted((ROOT / top).rglob("*.yaml"))
]
VALIDATORS = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
TESTED = sorted(path for path in (ROOT / "tests").rglob("*.yaml") if "second_jurisdiction" in path.parts)


def kind_of(data: Any) -> str:
    return next(name for name, key in SCHEMAS.items() if key in data)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_data() -> None:
    assert len(DATA) >= 10
    assert len(TESTED) >= 10


def test_the_checked_in_schemas_are_current() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / FOLDER).glob("*.json")}
    assert written == schema_files(), REGENERATE


@pytest.mark.parametrize("schema", schemas().values(), ids=SCHEMAS)
def test_schemas_are_schemas(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    used = set(re.findall(r"#/\$defs/(\w+)", json.dumps(schema)))
    assert used == set(schema["$defs"])


@pytest.mark.parametrize("path", DATA + TESTED, ids=name)
def test_data_files_fit_their_schemas(path: Path) -> None:
    data = read_yaml(path, str(path))[0].data
    assert not [error.message for error in VALIDATORS[kind_of(data)].iter_errors(data)]


@pytest.mark.parametrize("path", DATA, ids=name)
def test_data_files_name_their_schema(path: Path) -> None:
    document, _ = read_yaml(path, str(path))
    wanted = first_line(kind_of(document.data), name(path))
    assert document.text.startswith(wanted), f"its first line must be: {wanted}"
    schema = path.parent / wanted.partition("$schema=")[2].strip()
    assert schema.is_file()


def test_first_lines() -> None:
    assert first_line("rules", "rules/a/b/1.yaml") == (
        "# yaml-language-server: $schema=../../../src/compliance/schemas/rules.schema.json\n"
    )
    assert first_line("encodes", "rules/1.yaml", "schemas").endswith("=../schemas/rules.schema.json\n")
    assert first_line("practice", "p.yaml", "s").endswith("=s/practice.schema.json\n")


SOUND = {
    "practice": """\
practice: p
title: A practice
parties: {keeper: police, recipient: {title: A shop, is: {level: private, services: [a, b]}}}
during: {from: 2020-01-01}
facts:
  a: 5
  b: [c, d]
  e: {is: true, source: f}
  g: {includes: [h], source: [f, i], standing: disputed}
claims: [{by: j, gist: It was so., says: {a: 6, b: [c]}}]
judgments: [{term: "k/l#m", holds: true, by: A court, why: So it is.}]
""",
    "rules": """\
encodes: a/b
review: {status: draft}
terms:
  t: {provision: A, ask: Is it?, judgment: true}
  u: {provision: "c/d#1(a)", ask: Is it?, means: {not: t}}
  v:
    provision: A
    ask: Is it?
    readings:
      w: {means: {not: {is: 5}}, gloss: W., authority: X.}
      x: {means: {not: {any: [t, {all: [u]}]}}, gloss: Y., authority: Z.}
rules:
  - rule: r
    provision: A
    title: A rule
    binds: {keeper: anyone}
    applies: t
    must: {all: [{f: {one-of: [1, 2.5, a, true]}}, {g: {before: 2020-01-01}}, {h: {at-least: 5}}]}
    in-force: {from: {earliest: 2020-01-01}}
  - rule: s
    provision: A
    title: A rule
    binds: {keeper: t}
    applies: {keeper: t}
    permits: {f: false}
    in-force: [{from: 2020-01-01, to: 2021-01-01}]
""",
}
SOUND["log"] = """\
log: l
title: A log
time-zone: UTC
parties: {a: b, c: {by: agency}}
agencies: {"1 x": d}
tables:
  queries:
    files: [a.csv, "b  c.csv"]
    delimiter: ";"
    columns: {id: A, time: {column: "B  ", format: "%Y", time-zone: UTC}, user: {column: C, codes: {" ": d}}}
    facts: {e: true, f: [g], h: {column: I, codes: {j: 5}}}
    complete: {from: 2020-01-01, to: 2021-01-01}
  cases: {table: s.cases, columns: {number: A, from: B}}
"""
SOUND["vocabulary"] = """\
vocabulary: v
measures:
  a: {of: queries, given: b}
  b:
    of: queries
    choose: [{value: c, when: {exists: cases, same: {d: e}, has: {f: [g]}, valid-at: h}}]
    otherwise: c
  c: {of: queries, count: queries, same: [a], within: 24 hours, outside: {from: "06:00", to: "21:00"}}
  d: {of: disseminations, members: {e: {all: [{given: f}, {any: [{not: {given: g}}]}]}}}
  e: {of: agreements, longest-gap: audits, same: {a: b}}
"""
UNSOUND = {
    "practice": [
        ("title: A practice\n", ""),
        ("during: {from: 2020-01-01}\n", ""),
        ("during: {from: 2020-01-01}\n", "during: {from: 2020-01-01}\non: 2020-01-01\n"),
        ("a: 5", "A: 5"),
        ("a: 5", "a:"),
        ("a: 5", "a: {standing: alleged}"),
        ("standing: disputed", "standing: doubted"),
        ("holds: true", "holds: maybe"),
        ("source: f", "sauce: f"),
    ],
    "rules": [
        ("judgment: true", "judgement: true"),
        ("judgment: true", "judgment: false"),
        ("means: {not: t}", "means: {not: t, all: [t]}"),
        ("means: {not: t}", "means: {not: [t]}"),
        ("means: {not: t}", "means: {}"),
        ("must: {all:", "forbids: t\n    must: {all:"),
        ("{at-least: 5}", "{at-least: 5, at-most: 6}"),
        ("{at-least: 5}", "{atleast: 5}"),
        ("{keeper: anyone}", "{keeper: anyone, seller: anyone}"),
        ("2020-01-01}}", "1 January 2020}}"),
        ('provision: "c/d#1(a)"', "provision: A of B"),
    ],
    "log": [
        ("time-zone: UTC\n", ""),
        ("{by: agency}", "{by: office}"),
        ("agencies", "agency"),
        ("  queries:", "  query:"),
        ('    files: [a.csv, "b  c.csv"]\n', ""),
        ("table: s.cases", "table: s.cases, files: a.csv"),
        ("column: C", "colum: C"),
        ("codes: {j: 5}", "codes: {}"),
        ("to: 2021-01-01", "to: never"),
    ],
    "vocabulary": [
        ("given: b", "give: b"),
        ("given: b", "given: b, not: {given: c}"),
        ("of: agreements", "of: agreement"),
        ("24 hours", "a day"),
        ('"06:00"', '"6:00"'),
        ("exists: cases", "exists: case"),
        ("members: {", "members: {}, any: [], not: {"),
    ],
}


def verdicts(schema: str, text: str) -> tuple[bool, bool]:
    """(the model accepts it, the schema accepts it)."""
    document, problems = parse_yaml(text.encode(), "x")
    assert not problems
    try:
        KINDS[SCHEMAS[schema]].model_validate(document.data)
        sound = True
    except ValidationError:
        sound = False
    return sound, VALIDATORS[schema].is_valid(document.data)


@pytest.mark.parametrize("schema", SOUND)
def test_what_models_accept_schemas_accept(schema: str) -> None:
    assert verdicts(schema, SOUND[schema]) == (True, True)


@pytest.mark.parametrize(
    ("schema", "old", "new"), [(kind, *pair) for kind in UNSOUND for pair in UNSOUND[kind]]
)
def test_what_schemas_refuse_too(schema: str, old: str, new: str) -> None:
    assert old in SOUND[schema]
    assert verdicts(schema, SOUND[schema].replace(old, new, 1))[1] is False
