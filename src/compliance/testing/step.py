"""A step of the published vocabulary: what it says, what it does, and how a line of a scenario is matched to it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from inspect import signature
from typing import Any, get_args

from compliance.model.finding import STATUSES, NotApplicable
from compliance.model.scenario import Keyword
from compliance.source.nearest import did_you_mean

PLACES = {
    "status": r"[a-z-]+",
    "before": r"[a-z-]+",
    "after": r"[a-z-]+",
    "reason": r"[a-z-]+",
    "day": r"\d{4}-\d{2}-\d{2}",
    "since": r"\d{4}-\d{2}-\d{2}",
    "until": r"\d{4}-\d{2}-\d{2}",
    "role": r"[a-z0-9][a-z0-9. -]*",
    "standing": r"alleged|disputed|admitted",
    "tried": r"shown|not shown|fails|unsettled|not encoded|not in force",
}
"""What the named places of a step accept; places in quotation marks accept anything without one."""

CLOSED: Mapping[str, tuple[str, ...]] = {
    "status": STATUSES,
    "before": STATUSES,
    "after": STATUSES,
    "reason": get_args(NotApplicable),
}
"""The places, and the columns of tables, for which only these words exist."""

_PLURALS = {"reason": "the reasons"}
_PLACE = re.compile(r'"\{(\w+)\}"|\{(\w+)\}')
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class Step:
    """One step. `forms` are its wordings, with named places: `the fact "{fact}" is "{value}"`."""

    keyword: Keyword
    forms: tuple[str, ...]
    act: Callable[..., None]
    """Called with the proceeding, the places by name, and `table` (its rows, by column) where the step has one."""
    says: str
    """What it does, in a sentence."""
    example: str
    """A line as it stands in a scenario, without the keyword."""
    table: tuple[str, ...] = ()
    """The columns of the table that belongs to it; none where it has no table. A column in brackets may be left out."""
    group: str = ""
    """What it is about, as the list of steps is divided."""

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """One for each wording."""
        return tuple(re.compile(pattern_of(form)) for form in self.forms)

    def places(self, text: str) -> dict[str, Any] | None:
        """The places of a line by name; None where the line is not this step.

        With `negated` where the wording has a 'not' and the step has both.
        """
        for form, pattern in zip(self.forms, self.patterns, strict=True):
            matched = pattern.fullmatch(text)
            if matched:
                negated = {"negated": True} if " not " in form and self._can_be_negated else {}
                return {**matched.groupdict(), **negated}
        return None

    @cached_property
    def _can_be_negated(self) -> bool:
        return "negated" in signature(self.act).parameters

    def wrong_table(self, rows: Sequence[Sequence[str]]) -> str | None:
        """What is wrong with the table below a line of this step (no rows: there is none); None where all is well."""
        if not self.table:
            return (
                "this step has no table, so that its rows would never be used; take it out" if rows else None
            )
        wanted = [column.strip("[]") for column in self.table]
        columns = "the columns are " + ", ".join(
            name if name == column else f"{name} (may be left out)"
            for name, column in zip(wanted, self.table, strict=True)
        )
        if len(rows) < 2:
            return f"a table belongs below this step; {columns}"
        header = list(rows[0])
        needed = [name for name, column in zip(wanted, self.table, strict=True) if name == column]
        if header != [name for name in wanted if name in header] or not set(needed) <= set(header):
            return f"the table's columns are {', '.join(header)}; {columns}"
        return None

    def wrong_word(self, places: Mapping[str, Any], rows: Sequence[Sequence[str]]) -> str | None:
        """What is wrong where a line of this step has a status or a reason that does not exist; None where none has."""
        header = rows[0] if rows and self.table else ()
        cells = [(name, cell) for row in rows[1:] for name, cell in zip(header, row, strict=False)]
        for name, word in (*places.items(), *cells):
            if name in CLOSED and word is not None and word not in CLOSED[name]:
                known = CLOSED[name]
                help_ = did_you_mean(
                    word, known, f"{_PLURALS.get(name, 'the statuses')} are {', '.join(known)}"
                )
                return f"no {'reason' if name == 'reason' else 'status'} is called '{word}'; {help_}"
        return None

    def perform(self, proceeding: Any, places: dict[str, Any], rows: Sequence[Sequence[str]]) -> None:
        """Do what the step says. Raises AssertionError with what is wrong, or with what was found instead."""
        wrong = self.wrong_table(rows) or self.wrong_word(places, rows)
        if wrong is not None:
            raise AssertionError(wrong)
        header = rows[0] if self.table else ()
        table = {"table": [dict(zip(header, row, strict=True)) for row in rows[1:]]} if self.table else {}
        self.act(proceeding, **places, **table)


def pattern_of(form: str, places: Mapping[str, str] = PLACES) -> str:
    """A wording as a regular expression, with a group for each of its places."""
    found: list[str] = []
    end = 0
    for place in _PLACE.finditer(form):
        found.append(re.escape(form[end : place.start()]))
        quoted, bare = place.groups()
        found.append(f'"(?P<{quoted}>[^"]*)"' if quoted else f"(?P<{bare}>{places.get(bare, '.+?')})")
        end = place.end()
    return "".join([*found, re.escape(form[end:])])


@dataclass(frozen=True)
class Vocabulary:
    """All steps, in the order in which they are published."""

    steps: tuple[Step, ...]

    def match(self, keyword: Keyword, text: str) -> tuple[Step, dict[str, Any]] | None:
        """The step that a line is, with its places."""
        for step in self.steps:
            if step.keyword == keyword:
                places = step.places(text)
                if places is not None:
                    return step, places
        return None

    def nearest(self, keyword: Keyword, text: str) -> str:
        """How to go on where a line is no step: the nearest one of its keyword.

        A step of another keyword is told only where the line is one.
        """
        for step in self.steps:
            if step.places(text) is not None:
                return f"this is a step after {step.keyword.capitalize()}, not after {keyword.capitalize()}"
        likeness = {
            f"'{keyword.capitalize()} {wording}'": SequenceMatcher(None, bare(text), bare(wording)).ratio()
            for step in self.steps
            if step.keyword == keyword
            for wording in step.forms
        }
        best, second = sorted(likeness, key=lambda one: -likeness[one])[:2]
        if likeness[best] < 0.5:
            return "'compliance explain steps' lists the steps"
        told = best if likeness[second] < likeness[best] - 0.1 else f"{best} or {second}"
        return f"did you mean {told}?"

    def slip_of(self, text: str) -> Step | None:
        """The published step that a line, without its keyword, is or is worded like."""
        for step in self.steps:
            if step.places(text) is not None:
                return step
        near = get_close_matches(bare(text), self._bare_forms, n=1, cutoff=CLOSE)
        return self._bare_forms[near[0]][0] if near else None

    @cached_property
    def _bare_forms(self) -> dict[str, tuple[Step, str]]:
        return {bare(form): (step, form) for step in self.steps for form in step.forms}


CLOSE = 0.75
"""From which likeness on a wording is taken for a slip."""


def bare(text: str) -> str:
    """A line without what stands in its places, to compare wordings alone."""
    return _PLACE.sub("_", _QUOTED.sub("_", text) if "{" not in text else text)


class Steps:
    """Gathers the steps of a module as they are written."""

    def __init__(self) -> None:
        self.found: list[Step] = []
        self._group = ""

    def about(self, group: str) -> None:
        """Put the steps that follow under a heading."""
        self._group = group

    def given(self, *forms: str, example: str, table: Iterable[str] = ()) -> Callable[[Any], Any]:
        """A step that says what is so."""
        return self._step("given", forms, example, table)

    def when(self, *forms: str, example: str, table: Iterable[str] = ()) -> Callable[[Any], Any]:
        """A step that checks."""
        return self._step("when", forms, example, table)

    def then(self, *forms: str, example: str, table: Iterable[str] = ()) -> Callable[[Any], Any]:
        """A step that says what must be found."""
        return self._step("then", forms, example, table)

    def _step(
        self, keyword: Keyword, forms: tuple[str, ...], example: str, table: Iterable[str]
    ) -> Callable[[Callable[..., None]], Callable[..., None]]:
        def take(act: Callable[..., None]) -> Callable[..., None]:
            says = (act.__doc__ or "").strip()
            self.found.append(Step(keyword, forms, act, says, example, tuple(table), self._group))
            return act

        return take
