"""What a row shows, as one number: a digit for each thing that rules can ask, 0 where it is unknown.

Rows with the same number have the same facts under the same law, so that rules decide about each number once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import reduce
from itertools import accumulate
from math import ceil, floor
from operator import add, mul
from typing import Any

from compliance.audit.about import About, key_of
from compliance.audit.error import AuditError
from compliance.audit.measures import held
from compliance.audit.windows import UNKNOWN
from compliance.columns.layout import comparisons
from compliance.engine.parties import brought
from compliance.model.case import Known, Members
from compliance.model.library import Library, LinkedRule
from compliance.model.log import LinkedLog, LinkedTable
from compliance.model.logic import Compare, Value
from compliance.model.measure import Measure

MOST = 255
"""So many counts above the floor are told apart one by one; those above them only as far as rules do."""

Facts = Mapping[str, Known]
Worth = Callable[[Any, Mapping[str, str], int], Any]
"""From joined rows, the names of their measures and a factor: the digit times the factor (Ibis integer, never null)."""


@dataclass(frozen=True, slots=True)
class Digit:
    """One thing that a row shows."""

    name: str
    """The fact, `FACT:MEMBER` for a member of a set, or `agency`."""
    values: tuple[Facts, ...]
    """The facts that 1, 2, … stand for."""
    worth: Worth
    of_group: bool = False
    """Whether it hangs on columns alone that rows are counted by."""
    words: Mapping[int, str] = field(default_factory=dict)
    """How digits are written that stand for more than one number."""


@dataclass(frozen=True)
class Profiles:
    """How rows of a table are told apart."""

    digits: tuple[Digit, ...]
    constants: Facts
    """Facts of every row."""
    days: tuple[date, ...]
    """A day of each stretch of law, in order; the lowest digit."""
    cuts: tuple[datetime, ...]
    """When each stretch but the first begins, in UTC."""

    def __post_init__(self) -> None:
        if reduce(mul, self.bases, 1) >= 2**62:
            names = ", ".join(digit.name for digit in self.digits)
            raise AuditError(
                f"the rules ask too much of one row at a time: {names}. "
                "Take some of these rules or measures out of the library, and audit for them apart"
            )

    @property
    def bases(self) -> tuple[int, ...]:
        """How many values each digit has, that of the law first."""
        return (len(self.days), *(len(digit.values) + 1 for digit in self.digits))

    @property
    def factors(self) -> tuple[int, ...]:
        """What a digit is worth in the number."""
        return tuple(accumulate(self.bases[:-1], mul, initial=1))

    def number(self, joined: Any, names: Mapping[str, str], of_each: bool = True) -> Any:
        """The number of each of the joined rows (Ibis int64); not `of_each`, without the digits `completed` adds."""
        parts = [_large(0)] + ([_law(joined, self.cuts)] if self.cuts else [])
        parts += [
            digit.worth(joined, names, factor)
            for digit, factor in zip(self.digits, self.factors[1:], strict=True)
            if of_each or not digit.of_group
        ]
        return reduce(add, parts)

    def completed(self, rest: Any, groups: Any) -> Any:
        """Such a number with the other digits, once rows are grouped by what these hang on (Ibis int64)."""
        parts = [rest]
        parts += [
            digit.worth(groups, {}, factor)
            for digit, factor in zip(self.digits, self.factors[1:], strict=True)
            if digit.of_group
        ]
        return reduce(add, parts)

    def taken_apart(self, number: int) -> tuple[int, ...]:
        """The digits of a number, that of the law first."""
        found = []
        for base in self.bases:
            number, digit = divmod(number, base)
            found.append(digit)
        return tuple(found)

    def facts(self, number: int) -> tuple[date, dict[str, Known]]:
        """The day of law and the facts that a number stands for."""
        law, *digits = self.taken_apart(number)
        facts = dict(self.constants)
        for digit, value in zip(self.digits, digits, strict=True):
            for fact, known in (digit.values[value - 1] if value else {}).items():
                facts[fact] = _both(facts.get(fact), known)
        return self.days[law], facts

    def words(self, number: int) -> dict[str, str]:
        """How those facts are written of which a number tells no more than between which numbers they lie."""
        _, *digits = self.taken_apart(number)
        paired = zip(self.digits, digits, strict=True)
        return {digit.name: digit.words[value] for digit, value in paired if value in digit.words}


def _both(one: Known | None, other: Known) -> Known:
    if one is not None and isinstance(one.value, Members) and isinstance(other.value, Members):
        return Known(Members(one.value.has | other.value.has, one.value.lacks | other.value.lacks))
    return other


def _law(joined: Any, cuts: Sequence[datetime]) -> Any:
    import ibis

    at = [(joined["time"] < ibis.literal(cut, type="timestamp"), _number(i)) for i, cut in enumerate(cuts)]
    return ibis.cases(*at, else_=_number(len(cuts)))


def _number(number: int) -> Any:
    import ibis

    return ibis.literal(number, type="int64")


def _large(number: int) -> Any:
    """A number that makes sums large: engines take written ones for 32 bits, and such sums overflow or wrap."""
    import ibis

    return ibis.literal(number, type="int32").cast("int64")


# --- which digits there are ------------------------------------------------------------------------------


def constants_of(log: LinkedLog, table: LinkedTable, library: Library) -> dict[str, Known]:
    """The facts of every row of a table, those of the parties that are the same in all included."""
    facts: dict[str, Known] = {}
    for role, actor in log.parties.items():
        facts.update(brought(library, library.actors[actor], role))
    facts.update(table.constants)
    return facts


def digits_of(
    log: LinkedLog, table: LinkedTable, library: Library, rules: Sequence[LinkedRule], about: About
) -> Iterator[Digit]:
    """A digit for each fact that these rules ask for and a row of the table can show."""
    asked = {fact for rule in rules for fact in library.support_of[rule.id].facts}
    if (
        log.agency_roles
        and table.column("agency")
        and any(fact.split(".")[0] in log.agency_roles for fact in asked)
    ):
        yield _agency(log, library, asked)
    for coded in table.facts:
        if coded.fact in asked:
            yield _coded(coded.fact, coded.codes)
    for fact, measure in measured(library, table, asked, about).items():
        yield from measured_digits(fact, measure, edges_of(fact, library, rules), about)


def measured(library: Library, table: LinkedTable, asked: set[str], about: About) -> dict[str, Measure]:
    """The measures of facts that are asked for, as far as a table's rows show any of them; without facts that the log
    gives itself."""
    given = {*table.constants, *(coded.fact for coded in table.facts)}
    return {
        fact: measure
        for fact, measure in library.measures.items()
        if measure.of == table.name and fact in asked and fact not in given and about.shows(measure)
    }


def _agency(log: LinkedLog, library: Library, asked: set[str]) -> Digit:
    actors = sorted(set(log.agencies.values()))
    values = tuple(
        {
            name: known
            for role in log.agency_roles
            for name, known in brought(library, library.actors[actor], role).items()
            if name in asked
        }
        for actor in actors
    )
    codes = {code: actors.index(actor) + 1 for code, actor in log.agencies.items()}
    return Digit("agency", values, lambda joined, _, factor: _by_code(joined["agency"], codes, factor), True)


def _coded(fact: str, codes: Mapping[str, Known]) -> Digit:
    values: list[Known] = []
    digits: dict[str, int] = {}
    for code, known in codes.items():
        if known.value is not None:
            if known not in values:
                values.append(known)
            digits[code] = values.index(known) + 1
    return Digit(
        fact,
        tuple({fact: known} for known in values),
        lambda joined, names, factor: _by_code(joined[f"fact:{fact}"], digits, factor),
    )


def _by_code(column: Any, codes: Mapping[str, int], factor: int) -> Any:
    import ibis

    if not codes:
        return _number(0)
    by_digit: dict[int, list[str]] = {}
    for code, digit in codes.items():
        by_digit.setdefault(digit, []).append(code)
    return ibis.cases(
        *(
            (column == listed[0] if len(listed) == 1 else column.isin(listed), _number(digit * factor))
            for digit, listed in by_digit.items()
        ),
        else_=_number(0),
    )


def measured_digits(fact: str, measure: Measure, edges: Sequence[int], about: About) -> Iterator[Digit]:
    """The digits of a measure that shows something; of a count, `edges` are those that `edges_of` has."""
    match measure.kind:
        case "choose":
            yield _choice(fact, measure)
        case "members":
            for member, one in (measure.members or {}).items():
                has = Known(Members(frozenset({member}), frozenset()))
                lacks = Known(Members(frozenset(), frozenset({member})))
                if about.shows(one):
                    yield _yes_no(f"{fact}:{member}", ({fact: has}, {fact: lacks}), one)
        case "count":
            key, more = key_of(measure), about.lost(measure).keyless
            floor = max(edges[0] - more, 0)
            about.floors[key] = min(floor, about.floors.get(key, floor))
            yield _count(fact, measure, edges, more)
        case "longest-gap":
            raise ValueError(f"{fact}: a gap is measured of agreements only")
        case _:
            yield _yes_no(fact, ({fact: Known(True)}, {fact: Known(False)}), measure)


def _yes_no(name: str, values: tuple[Facts, Facts], measure: Measure) -> Digit:
    def worth(joined: Any, names: Mapping[str, str], factor: int) -> Any:
        import ibis

        of = held(measure, joined, names)
        return ibis.cases((of.yes, _number(factor)), (of.no, _number(2 * factor)), else_=_number(0))

    return Digit(name, values, worth)


def _choice(fact: str, measure: Measure) -> Digit:
    options = measure.choose or ()
    listed = list(dict.fromkeys([*(option.value for option in options), str(measure.otherwise)]))

    def worth(joined: Any, names: Mapping[str, str], factor: int) -> Any:
        import ibis

        branches = []
        for option in options:
            value = _number((listed.index(option.value) + 1) * factor)
            of = held(option.when, joined, names)
            branches += [(of.yes, value), (~of.no, _number(0))]
        return ibis.cases(*branches, else_=_number((listed.index(str(measure.otherwise)) + 1) * factor))

    return Digit(fact, tuple({fact: Known(value)} for value in listed), worth)


def edges_of(fact: str, library: Library, rules: Sequence[LinkedRule]) -> tuple[int, ...]:
    """The counts, in order and never none, that the rules tell apart from the next one."""
    logics = [logic for rule in rules for logic in rule.conditions]
    edges = {edge for one in comparisons(library, logics) if one.fact == fact for edge in _edges(one)}
    return tuple(sorted(edge for edge in edges if edge >= 0)) or (0,)


def _edges(compare: Compare) -> Iterator[int]:
    values: tuple[Value, ...] = compare.value if isinstance(compare.value, tuple) else (compare.value,)
    for value in values:
        if isinstance(value, int | float):
            if compare.operator != "at-most":
                yield ceil(value) - 1
            if compare.operator != "at-least":
                yield floor(value)


def _count(fact: str, measure: Measure, edges: Sequence[int], more: int) -> Digit:
    """Digit 1 is any number up to the first edge; those from `MOST` on are any from one edge to the next.

    The last one is any above all edges, of a count that may be greater than what was found. `more`: how many rows may
    count for any, since they could not be read, nor what they would count for.
    """
    first, last = edges[0], edges[0] + MOST
    above = [edge for edge in edges if edge >= last]
    numbers = [*range(first, last + 1), *(edge + 1 for edge in above)]

    def worth(joined: Any, names: Mapping[str, str], factor: int) -> Any:
        import ibis

        name = names[key_of(measure)]
        number, most = joined[name], joined[f"{name}_most"] + _number(more)
        exact = ibis.greatest(ibis.least(number, _number(last)), _number(first))
        digit = exact.cast("int64") - _number(first - 1)
        for edge in above:
            digit += (number > edge).cast("int64")
        return ibis.cases(
            (number.isnull(), _number(factor)),
            (number == UNKNOWN, _number(0)),
            (most <= first, _number(factor)),
            (most == number, digit * _number(factor)),
            (number > _number(edges[-1]), _number((len(numbers) + 1) * factor)),
            else_=_number(0),
        )

    words = {1: f"at most {first}"} if first else {}
    words |= {i: f"{number} or more" for i, number in enumerate(numbers, 1) if number >= last}
    words[len(numbers) + 1] = f"{edges[-1] + 1} or more"
    values = tuple({fact: Known(number)} for number in (*numbers, edges[-1] + 1))
    return Digit(fact, values, worth, words=words)
