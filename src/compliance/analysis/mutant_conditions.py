"""Mutants of one condition: elements dropped and negated, lists swapped, values dropped, thresholds shifted."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from compliance.analysis.edits import at, changed
from compliance.analysis.explain import worded
from compliance.analysis.meaning import Meanings
from compliance.engine.readings import Choice
from compliance.engine.wording import said, wanted
from compliance.model.library import Library
from compliance.model.logic import (
    AllOf,
    AnyOf,
    Compare,
    Judged,
    Logic,
    NotEncoded,
    NotOf,
    Operator,
    UseTerm,
    Value,
    parts,
)
from compliance.model.mutant import EditCondition, Mutant, MutantOperator, Path

_SIGNS: dict[Operator, str] = {
    "is": "=",
    "includes": "=",
    "one-of": "=",
    "at-least": ">=",
    "at-most": "<=",
    "before": "<",
    "after": ">",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A condition of a rule or a term, and how it is called."""

    instrument: str
    provision: str
    owner: str
    """The rule, or INSTRUMENT#TERM."""
    part: str
    """As `EditCondition` has it."""
    name: str
    """As ids have it."""
    words: str
    """The beginning of a sentence about it."""
    logic: Logic
    role: str | None = None
    """What `party` means in it."""
    negates_whole: bool = True
    """Whether a condition that is no list is an element to negate."""


def condition_mutants(library: Library, choices: Sequence[Choice], place: Place) -> Iterator[Mutant]:
    """Every mutant of a condition that means something else under one of the choices; of two alike the first."""
    meanings = [Meanings(choice) for choice in choices]

    def meant(logic: Logic) -> Hashable:
        return tuple(one.of(logic) for one in meanings)

    seen = {meant(place.logic)}
    for operator, edit, where, change in _edits(library, place):
        meaning = meant(changed(place.logic, edit))
        if meaning in seen:
            continue
        seen.add(meaning)
        id_ = "/".join(filter(None, (place.owner, operator, place.name, where.strip("/"))))
        yield Mutant(id_, operator, place.instrument, place.provision, place.owner, change, edit)


_Edits = Iterator[tuple[MutantOperator, EditCondition, str, str]]
"""(operator, change, where and what for the id, what changed in words)."""


def _edits(library: Library, place: Place) -> _Edits:
    library = _about_any_party(library, place.role)
    for path, logic, element in _elements(place):
        said_, where = _said(library, logic), _where(place, path)
        if element and path:
            change = f"{place.words} no longer asks: {said_}."
            yield "drop-element", _edit(place, path, "drop"), where, change
        if element and not isinstance(logic, Judged | NotEncoded):
            change = f"{place.words} asks for the opposite of: {said_}."
            yield "negate-element", _edit(place, path, "negate"), where, change
        if isinstance(logic, AllOf | AnyOf) and len(logic.of) > 1:
            now = "one of these is enough" if isinstance(logic, AllOf) else "all of these are needed"
            change = f"{place.words}: {now}: {'; '.join(_said(library, part) for part in logic.of)}."
            yield "swap-all-any", _edit(place, path, "swap"), where, change
        if isinstance(logic, Compare):
            yield from _values(library, place, path, logic)


def _values(library: Library, place: Place, path: Path, compare: Compare) -> _Edits:
    fact = library.facts[compare.fact]
    where = _where(place, path, values=False)
    match compare.operator, compare.value:
        case "one-of", tuple(values) if len(values) > 1:
            for value in values:
                rest = tuple(one for one in values if one != value)
                change = (
                    f"{place.words} no longer counts “{said(fact, value)}” among the answers to “{fact.ask}”"
                )
                edit = _edit(place, path, "value", rest)
                yield "drop-value", edit, f"{where}/without={_plain(value)}", f"{change}."
        case (("at-least" | "at-most" | "before" | "after"), value):
            for step, word in ((-1, "down"), (1, "up")):
                other = replace(compare, value=_shifted(value, step))
                change = f"{place.words} asks for “{wanted(other, fact)}”, not “{wanted(compare, fact)}”"
                edit = _edit(place, path, "value", other.value)
                yield "shift-threshold", edit, f"{where}/{word}", f"{change}: {fact.ask}"


def _said(library: Library, logic: Logic) -> str:
    """A condition in words; several answers to one question are told together."""
    if not isinstance(logic, AllOf | AnyOf):
        return worded(library, logic, named=False)
    word = "and" if isinstance(logic, AllOf) else "or"
    told: dict[object, list[str]] = {}
    for part in logic.of:
        if isinstance(part, Compare) and library.facts[part.fact].type != "yes-no":
            fact = library.facts[part.fact]
            told.setdefault(f"“{fact.ask}” ", []).append(wanted(part, fact))
        else:
            told[part] = [_said(library, part)]
    parts_ = [
        (ask if isinstance(ask, str) else "") + f" {word} ".join(answers) for ask, answers in told.items()
    ]
    return parts_[0] if len(parts_) == 1 else f" {word} ".join(f"({part})" for part in parts_)


def _about_any_party(library: Library, role: str | None) -> Library:
    """A library for words alone, in which a role is any party."""
    if role is None:
        return library
    asks = {
        f"{role}.{name}": fact.model_copy(update={"ask": fact.ask.replace("{party}", "the party")})
        for name, fact in library.attributes.items()
    }
    party = library.roles[role].model_copy(update={"title": "the party"})
    return replace(library, facts={**library.facts, **asks}, roles={**library.roles, role: party})


def _shifted(value: Value, step: int) -> Value:
    if isinstance(value, date):
        return value + timedelta(days=step)
    assert isinstance(value, int | float)
    return value + step


def _edit(
    place: Place, path: Path, how: Literal["drop", "negate", "swap", "value"], value: Value | None = None
) -> EditCondition:
    return EditCondition(place.owner, place.part, path, how, value)


def _elements(place: Place) -> Iterator[tuple[Path, Logic, bool]]:
    """Every condition inside a condition, from the outside in, and whether it is an element by itself."""
    queue: list[tuple[Path, Logic, bool]] = [
        ((), place.logic, place.negates_whole and not isinstance(place.logic, AllOf | AnyOf))
    ]
    while queue:
        path, logic, element = queue.pop(0)
        yield path, logic, element
        listed = isinstance(logic, AllOf | AnyOf)
        queue += [((*path, i), part, listed) for i, part in enumerate(parts(logic))]


# --- ids -------------------------------------------------------------------------------------------------


def _where(place: Place, path: Path, *, values: bool = True) -> str:
    """Where in the condition, by what stands there; without `values` a comparison at the end is called by its fact."""
    names: list[str] = []
    for depth, step in enumerate(path):
        around = at(place.logic, path[:depth])
        if isinstance(around, NotOf):
            continue
        bare = not values and depth + 1 == len(path)
        spelled = [_spelled(part, place.role, values=not bare) for part in parts(around)]
        before = spelled[: step + 1].count(spelled[step])
        names.append(spelled[step] if before == 1 else f"{spelled[step]}~{before}")
    return "/".join(names)


def _spelled(logic: Logic, role: str | None, *, values: bool = True) -> str:
    match logic:
        case AllOf():
            return "all"
        case AnyOf():
            return "any"
        case NotOf(of):
            return f"not({_spelled(of, role)})"
        case Judged():
            return "judgment"
        case NotEncoded():
            return "not-encoded"
        case UseTerm(key):
            name, _, party = key.rpartition("#")[2].partition("@")
            return f"{party}:{name}" if party and party != role else name
        case Compare(fact, operator, value):
            inner = fact.removeprefix(f"{role}.") if role else fact
            subject = f"party.{inner}" if inner != fact else fact
            return f"{subject}{_SIGNS[operator]}{_plain(value)}" if values else subject


def _plain(value: Value) -> str:
    if isinstance(value, tuple):
        return "|".join(map(_plain, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
