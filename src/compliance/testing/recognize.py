"""Which feature files are ours: other projects, and other parts of a project, have some for other things."""

import re
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

from compliance.model.diagnostic import InputError
from compliance.model.finding import STATUSES
from compliance.source.settings import settings_at
from compliance.testing.checks import STEP_WORDS
from compliance.testing.step import PLACES, bare, pattern_of
from compliance.testing.vocabulary import VOCABULARY

_STEP = re.compile(r"\s*(\*|\w+):?\s+(\S.*?)\s*")
_CHECKED = "it is checked"
CLOSE = 0.87
"""From which likeness on a wording is taken for a slip; 'the account _ is _' is no slip of 'the fact _ is _'."""


def file_is_ours(path: Path, *, named: bool = False) -> bool:
    """Whether a feature file is ours: as `features` in [tool.compliance] lists it, else where somebody `named` it.

    Otherwise its words decide. Settings that are wrong list nothing; whoever collects the file says what is wrong.
    """
    try:
        listed = settings_at(path.parent).covers("features", path)
    except InputError:
        listed = None
    if listed is not None:
        return listed
    return named or _speaks(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4096)
def _speaks(path: Path, changed: int) -> bool:
    del changed
    try:
        return is_ours(path.read_bytes().decode("utf-8", "replace"))
    except OSError:
        return False


def is_ours(text: str) -> bool:
    """Whether the text of a feature file speaks of our practices, rightly or with slips.

    It does where two different published steps stand in it, each with a name in quotation marks or a status, or
    'it is checked'; or where three steps in four are nearly so, two different ones among them.
    Keywords may be misspelt, and the file need not be Gherkin.
    """
    lines = [found[2] for row in text.splitlines() if (found := _STEP.fullmatch(row)) and _begins(found[1])]
    exact: set[int] = set()
    nearly: set[int] = set()
    count = 0
    for line in dict.fromkeys(lines):
        step = _telling(line)
        if step is not None:
            exact.add(step)
        near = step if step is not None else _near(line)
        if near is not None:
            nearly.add(near)
            count += 1
    return len(exact) >= 2 or (len(nearly) >= 2 and 4 * count >= 3 * len(set(lines)))


@cache
def _begins(word: str) -> bool:
    """Whether a word is, or was meant to be, one that a step begins with."""
    return word == "*" or bool(get_close_matches(word.lower(), STEP_WORDS, n=1, cutoff=0.6))


def _telling(line: str) -> int | None:
    """The number of the published step that a line is, if it is one that hardly anybody else has."""
    for i, patterns in enumerate(_patterns()):
        if any(pattern.fullmatch(line) for pattern in patterns):
            return i
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], ...]:
    """Of each published step the telling wordings; a place may also hold a column of examples."""
    statuses = "|".join(STATUSES)
    column = r"<[^<>]+>"
    places = {name: rf"(?:{regex}|{column})" for name, regex in PLACES.items()}
    places["status"] = rf"(?:{statuses}|{column})"
    return tuple(
        tuple(re.compile(pattern_of(form, places)) for form in step.forms if _tells(form))
        for step in VOCABULARY.steps
    )


def _tells(form: str) -> bool:
    return '"' in form or "{status}" in form or form.startswith(_CHECKED)


def _near(line: str) -> int | None:
    """The number of the published step that a line is a slip of."""
    near = get_close_matches(bare(line), _bare_forms(), n=1, cutoff=CLOSE)
    return _bare_forms()[near[0]] if near else None


@cache
def _bare_forms() -> dict[str, int]:
    """The telling wordings without what stands in their places, and with each status."""
    return {
        bare(form.replace("{status}", status)): i
        for i, step in enumerate(VOCABULARY.steps)
        for form in step.forms
        if _tells(form)
        for status in (STATUSES if "{status}" in form else ("",))
    }
