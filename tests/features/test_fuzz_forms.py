"""Whatever stands in a file of any form: the answer is practices, or diagnostics with a place, and no exception."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.cli.test_convert import ANSWERS, CSV, GHERKIN, YAML
from tests.law_text import write_law

from compliance.model.diagnostic import Diagnostic
from compliance.source.codes import EXPLAINED
from compliance.source.practices import cases_of
from compliance.testing import forms
from compliance.testing.features import read_feature
from compliance.testing.law import Deciders, law_at_hand
from compliance.testing.recognize import is_ours

TEXTS = {".yaml": YAML, ".answers.yaml": ANSWERS, ".csv": CSV, ".feature": GHERKIN}
PIECES = [
    "|",
    '"',
    '"""',
    ",",
    ";",
    ":",
    "#",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "  ",
    "<x>",
    "@a",
    "And",
    "Examples:",
    "é",
    "\u2028",
]
PIECES += [
    "# language: xx",
    "# language: fr\n",
    "Rule: R",
    "Background:",
    "Scenario Outline:",
    "[",
    "]",
    "{",
    "}",
    "unknown",
    "?",
    "0x0",
]

fuzz = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Deciders:
    from tests.law_text import BAN

    folder = write_law(tmp_path_factory.mktemp("law") / "law", BAN)
    return law_at_hand((folder,), shipped=False)


def well_made(problems: list[Diagnostic], text: str) -> None:
    for problem in problems:
        assert problem.code in EXPLAINED, problem
        assert problem.message and problem.help
        assert problem.span.line >= 1 and problem.span.column >= 1
        assert problem.span.line <= text.count("\n") + text.count("\r") + 1


def spoiled(text: str, random: Random) -> str:
    """A text with some characters taken out, put in or moved."""
    for _ in range(random.randint(1, 4)):
        at, end = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
        end = min(end, at + random.choice((0, 1, 5, 40)))
        text = text[:at] + random.choice(["", *PIECES]) + text[end:]
    return text


@pytest.mark.parametrize("suffix", TEXTS)
@fuzz
@given(st.integers(0, 2**32))
def test_spoiled_files(law: Deciders, tmp_path: Path, suffix: str, seed: int) -> None:
    read(law, tmp_path / f"a{suffix}", spoiled(TEXTS[suffix], Random(seed)))


@pytest.mark.parametrize("suffix", TEXTS)
@fuzz
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=12).map("".join))
@example("# language: xx\nFeature: a\n")
@example("")
@example('"')
def test_anything(law: Deciders, tmp_path: Path, suffix: str, text: str) -> None:
    read(law, tmp_path / f"a{suffix}", text)


def read(law: Deciders, path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    library = law(((), ())).library
    found = forms.read([path], library, law)
    well_made(found.problems, text)
    well_made(list(cases_of(found.files, library)[1]), text)
    if path.suffix == ".feature":
        is_ours(text)
        for published in (True, False):
            feature, problems = read_feature(path, published=published)
            assert feature is not None or problems
    if not found.problems and not cases_of(found.files, library)[1]:
        for form in forms.FORMS:
            if found.files:
                forms.write(found.files, form, library, law)
