"""The one layout: reached from every other, and never at the cost of anything that is said."""

import random
from pathlib import Path

import pytest
import yaml
from tests.source.support import ROOT

from compliance.source.format import format_text
from compliance.source.yaml_text import parse_yaml, read_yaml

FILES = sorted(
    path for top in ("policies", "rules", "features", "tests") for path in (ROOT / top).rglob("*.yaml")
)
DATA = [path for path in FILES if "tests" not in path.relative_to(ROOT).parts]

MESSY = """\


#a comment
a :   x   # behind
b:
      - p:  1
        q:   |
              text
                more

              end


        r: >-
           folded
           more
      #   - commented
      -   k: [a,
       b,
        c
       ]


      - "several
     lines

     in quotes"
      - plain
        goes on

c:
- 1
-   2
# behind c
d:
    e: 1
    # f: 2
g: |+
  kept

h:
  - - 1
    - 2
  - {i: 1,
     j: 2}
# last


"""
TIDY = """\
#a comment
a: x   # behind
b:
  - p: 1
    q: |
      text
        more

      end

    r: >-
      folded
      more
  #   - commented
  - k: [a,
      b,
      c
    ]

  - "several
    lines

    in quotes"
  - plain
    goes on

c:
  - 1
  - 2
# behind c
d:
  e: 1
  # f: 2
g: |+
  kept

h:
  - - 1
    - 2
  - {i: 1,
    j: 2}
# last
"""


def data(text: str) -> str:
    """The data of a text, numbers told apart."""
    document, problems = parse_yaml(text.encode(), "x")
    assert not problems
    return repr(document.data)


def test_messy_to_tidy() -> None:
    assert format_text(MESSY) == TIDY
    assert format_text(TIDY) == TIDY
    assert data(MESSY) == data(TIDY)


@pytest.mark.parametrize(
    ("text", "formatted"),
    [
        ("a: 1", "a: 1\n"),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        ("\ufeffa: 1\n", "a: 1\n"),
        ("a: 1\n\n\n\nb: 2\n", "a: 1\n\nb: 2\n"),
        ("a: 1\n   \nb: 2\n\n", "a: 1\n\nb: 2\n"),
        ("   a: 1\n   b: 2\n", "a: 1\nb: 2\n"),
        ("a: '  x  '\nb: \" y \"\n", "a: '  x  '\nb: \" y \"\n"),
        ("a: |2\n    x\n", "a: |2\n    x\n"),
        ("a:    # why\n    b: 1\n", "a:    # why\n  b: 1\n"),
        ("a:\n    # first\n    - 1\n    # second\n    - 2\n", "a:\n  # first\n  - 1\n  # second\n  - 2\n"),
    ],
)
def test_small_things(text: str, formatted: str) -> None:
    assert format_text(text) == formatted
    assert format_text(formatted) == formatted


@pytest.mark.parametrize("text", ["", "a: [", "a: 1\na: 2\n", "\x00", "- &a b", "a: \ud800"])
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    assert format_text(text) == text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_lost(path: Path) -> None:
    document, problems = read_yaml(path, "x")
    formatted = format_text(document.text)
    assert format_text(formatted) == formatted
    assert "".join(formatted.split()) == "".join(document.text.split())
    if not problems:
        assert data(formatted) == repr(document.data)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_one_layout_for_all(path: Path) -> None:
    """Other programs' layouts of the same data lead to the same text."""
    document, _ = read_yaml(path, "x")
    dumps = (
        yaml.safe_dump(document.data, indent=indent, width=10**6, sort_keys=False, allow_unicode=True)
        for indent in (2, 5)
    )
    texts = set(map(format_text, dumps))
    assert len(texts) == 1
    assert data(texts.pop()) == repr(document.data)


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_stray_space_goes_away(path: Path) -> None:
    """White space added where it means nothing is taken out again."""
    text = format_text(read_yaml(path, "x")[0].text)
    chance = random.Random(path.name)
    lines = text.split("\n")
    for _ in range(5):
        at = chance.randrange(len(lines))
        if lines[at].lstrip().startswith("#") or (lines[at].endswith(":") and "- " not in lines[at]):
            lines[at] += " " * chance.randrange(1, 4)
    assert format_text("\n\n" + "\n".join(lines) + "\n\n\n") == text
