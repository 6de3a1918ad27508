"""Whatever stands in a file, the answer is a model or diagnostics with a place, never an exception.

COMPLIANCE_FUZZ_EXAMPLES=20000 makes each test here try so many; COMPLIANCE_FUZZ_SEED picks others.
"""

import os
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.source.mutate import ODD, spoiled
from tests.source.support import BASE, ROOT

from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import SOLE, choice_of
from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.source.codes import CODES
from compliance.source.complaints import Unread
from compliance.source.files import KINDS, SourceFile, read_library_files
from compliance.source.format import format_text
from compliance.source.link import link
from compliance.source.practices import link_practice
from compliance.source.validate import validate
from compliance.source.yaml_text import line_of, parse_yaml

MANY = int(os.environ.get("COMPLIANCE_FUZZ_EXAMPLES", "0"))
SEED = int(os.environ.get("COMPLIANCE_FUZZ_SEED", "0"))
LIBRARIES = [BASE, ROOT / "tests/second_jurisdiction/library", ROOT]
PRACTICES = [ROOT / "features/practices", ROOT / "tests/second_jurisdiction/practices"]


def examples(few: int) -> int:
    return MANY or few


fuzz = settings(
    max_examples=examples(150),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def check(problems: tuple[Diagnostic, ...], text: str | None = None) -> None:
    """Diagnostics are well made: a known code, a place in the text, words that a terminal can show."""
    for problem in problems:
        assert problem.code in CODES
        assert problem.message and problem.message.isprintable() and len(problem.message) < 400
        assert problem.help and problem.help.isprintable()
        assert 1 <= problem.span.line <= problem.span.end_line
        assert problem.span.column >= 1
        if text is not None and problem.line_text is not None:
            line = line_of(text, problem.span.line)
            assert line is not None
            assert problem.span.column <= len(line) + 1
    assert list(problems) == sorted(problems, key=lambda problem: problem.sort_key)


def read(raw: bytes, kind: str) -> SourceFile | None:
    """A file of a kind, from its bytes; None, with diagnostics, where it is none."""
    document, problems = parse_yaml(raw, "a.yaml")
    check(problems, document.text)
    assert (document.data is None) == bool(problems)
    if problems:
        return None
    model, problems = validate(document, KINDS[kind])
    check(problems, document.text)
    assert (model is None) == bool(problems)
    return None if model is None else SourceFile(Path("a.yaml"), "a.yaml", kind, document, model)


def read_as_anything(raw: bytes) -> None:
    for kind in KINDS:
        read(raw, kind)
    text = raw.decode("utf-8", "replace")
    formatted = format_text(text)
    assert format_text(formatted) == formatted
    before, problems = parse_yaml(text.encode(), "")
    if not problems:
        assert repr(parse_yaml(formatted.encode(), "")[0].data) == repr(before.data)


# --- made up -------------------------------------------------------------------------------------------

INNER = """
    ask provision means readings judgment gloss authority held-by binds applies forbids must permits unless
    exception when burden flags from to earliest latest type values roles attributes facts is includes term
"""
OUTER = {info.alias or name for kind in KINDS.values() for name, info in kind.model_fields.items()}
WORDS = st.sampled_from([*sorted(OUTER), *ODD, *INNER.split()])
SCALARS = st.one_of(
    WORDS,
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates().map(str),
    st.text(),
    st.none(),
    st.characters(),
)
DATA = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(WORDS, inner, max_size=5))
)


@fuzz
@given(st.binary(max_size=400))
def test_bytes(raw: bytes) -> None:
    read_as_anything(raw)


@fuzz
@given(
    st.lists(
        st.one_of(st.sampled_from([*ODD, *"[]{}:,-&*!|>'\"%#\n \t", "\n  ", ": "]), st.text()), max_size=30
    )
)
def test_signs(parts: list[str]) -> None:
    read_as_anything("".join(parts).encode("utf-8", "surrogatepass"))


@fuzz
@given(st.dictionaries(WORDS, DATA, max_size=8), st.sampled_from(sorted(KINDS)))
def test_structures(data: dict[str, Any], kind: str) -> None:
    text = yaml.dump({kind: "a/b", **data}, sort_keys=False, allow_unicode=True)
    read_as_anything(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("sign", ["[", "{a: ", "- ", "? ", "a:\n", "!a ", "&a ", '"', "'", "|\n", "[{"])
@pytest.mark.parametrize("count", [100, 5_000, 100_000])
def test_deep(sign: str, count: int) -> None:
    raw = "".join(" " * i + sign for i in range(min(count, 900))) if sign == "a:\n" else sign * count
    read(raw.encode(), "practice")


# --- spoiled -------------------------------------------------------------------------------------------


@cache
def sound() -> tuple[tuple[SourceFile, ...], ...]:
    """The libraries whose files are spoiled, each alone."""
    return tuple(read_library_files(root).files for root in LIBRARIES)


@cache
def law(index: int) -> Library:
    return link([list(sound()[index])])[0]


def decided(library: Library, cases: list[Case]) -> None:
    """What loaded can be decided about."""
    for position in library.positions or [SOLE]:
        for case in cases:
            evaluation = Evaluation(case, choice_of(library, position), case.since)
            for rule in library.rules:
                evaluation.outcome(rule)


NOBODY = Case("nobody", "Nobody", "x", date(2020, 5, 8), None, {})


@pytest.mark.parametrize("seed", range(8))
def test_spoiled_libraries(seed: int) -> None:
    chance = Random(SEED * 1000 + seed)
    for _ in range(examples(160) // 8):
        files = list(sound()[chance.choice((0, 0, 0, 0, 1, 1, 2))])
        at = chance.randrange(len(files))
        raw = spoiled(files[at].document.text.encode(), chance)
        spoilt = read(raw, files[at].kind)
        unread = [] if spoilt else [Unread((files[at].kind,), None, files[at].document.span(()))]
        files[at : at + 1] = [spoilt] if spoilt else []
        library, problems = link([files], unread)
        check(problems)
        if not problems:
            decided(library, [NOBODY])


@pytest.mark.parametrize("seed", range(4))
def test_spoiled_practices(seed: int) -> None:
    chance = Random(SEED * 1000 + seed)
    paths = [
        (2 if top is PRACTICES[0] else 1, path) for top in PRACTICES for path in sorted(top.rglob("*.yaml"))
    ]
    for _ in range(examples(200) // 4):
        index, path = chance.choice(paths)
        practice = read(spoiled(path.read_bytes(), chance), "practice")
        if practice is None:
            continue
        case, problems = link_practice(practice, law(index))
        check(problems, practice.document.text)
        if not problems:
            decided(law(index), [case])


@pytest.mark.parametrize("seed", range(4))
def test_spoiled_files_read_as_other_kinds(seed: int) -> None:
    chance = Random(SEED * 1000 + seed)
    texts = [file.document.text for files in sound()[:2] for file in files]
    for _ in range(examples(60) // 4):
        read_as_anything(spoiled(chance.choice(texts).encode(), chance))
