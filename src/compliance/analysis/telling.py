"""What tells changed law from the law as it stands, near a case: the day, or one fact that is otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from compliance.analysis.answers import answers, comparisons
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.model.case import Case, Given, Judged, Known, Members
from compliance.model.interval import edges, in_force
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import Compare, Logic

Look = Literal["as it is", "one fact", "details"]
"""How far from a case to look, and for what."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What is otherwise in a case: facts, judgments, and perhaps the day."""

    facts: Mapping[str, Known] = field(default_factory=dict)
    judgments: Mapping[str, Judged] = field(default_factory=dict)
    day: date | None = None


@dataclass(frozen=True)
class Laws:
    """A rule as it stands and as it is changed, each with its law."""

    before: Decider
    after: Decider
    rule: str

    @property
    def both(self) -> tuple[tuple[Decider, LinkedRule], tuple[Decider, LinkedRule]]:
        """Each law with its rule."""
        return (
            (self.before, self.before.library.rule_by_id[self.rule]),
            (self.after, self.after.library.rule_by_id[self.rule]),
        )

    def comparisons(self) -> dict[str, list[Compare]]:
        """Every comparison under the rule, before or after, flags included, by fact."""
        found: dict[str, list[Compare]] = {}
        for decider, rule in self.both:
            flags = [flag.logic for flag in rule.flags if flag.logic is not None]
            for fact, compares in comparisons(decider.library, *rule.conditions, *flags).items():
                known = found.setdefault(fact, [])
                known += [compare for compare in compares if compare not in known]
        return found

    def judgments(self) -> tuple[str, ...]:
        """The terms left to judgment under the rule."""
        return self.before.library.support_of[self.rule].judgments

    def days(self) -> tuple[date, ...]:
        """A day for each way in which the rule and its exceptions can be law, the latest first."""
        rules = [rule for _, rule in self.both]
        forces = [force for rule in rules for force in rule.forces]
        found: dict[tuple[object, ...], date] = {}
        for day in sorted({day for force in forces for day in edges(force)}, reverse=True):
            if any(in_force(rule.in_force, day) is not False for rule in rules):
                found.setdefault(tuple(in_force(force, day) for force in forces), day)
        return tuple(found.values())

    def differ(self, given: Given, day: date) -> bool:
        """Whether the rule has another status for some position."""
        before, after = (_view(decider, rule, given, day)[0] for decider, rule in self.both)
        return before != after


def near(laws: Laws, case: Case, days: tuple[date, ...], look: Look) -> Iterator[Situation]:
    """Situations in which a rule comes out otherwise; the first of the days is the case's own.

    With `as it is` only the day changes, with `one fact` one fact or judgment does as well. So its status differs for
    some position; with `details` its flags do, or what became of an exception, and nothing else.
    """
    for day in days:
        for situation in _variants(laws, case, look):
            given = Given({**case.facts, **situation.facts}, {**case.judgments, **situation.judgments})
            before, after = (_view(decider, rule, given, day) for decider, rule in laws.both)
            if (before[0] == after[0] and before != after) if look == "details" else before[0] != after[0]:
                yield situation if day == days[0] else replace(situation, day=day)


def _view(decider: Decider, rule: LinkedRule, given: Given, day: date) -> tuple[object, object, object]:
    """What can be seen of a rule: its status for each position, its flags, and what became of its exceptions."""
    statuses: list[object] = []
    tried: list[object] = []
    flags: set[str] = set()
    for position in decider.positions_of(rule):
        evaluation = Evaluation(given, decider.choices[position], day)
        outcome = evaluation.outcome(rule)
        statuses.append((outcome.status, outcome.why_not))
        if outcome.why_not is None:
            tried += [(one.name, one.actor_shows, evaluation.exception(rule, one)) for one in rule.exceptions]
            flags |= {one.flag.flag for one in rule.flags if one.logic is None or evaluation.truth(one.logic)}
    return statuses, flags, tried


def _variants(laws: Laws, case: Case, look: Look) -> Iterator[Situation]:
    """The case as it is, or with one fact otherwise or not known, or one more judgment."""
    if look != "one fact":
        yield Situation()
    if look == "as it is":
        return
    library = laws.before.library
    for fact, compares in laws.comparisons().items():
        yield from one_otherwise(library, case, fact, compares)
    for key in laws.judgments():
        if key not in case.judgments:
            for holds in (True, False):
                yield Situation(judgments={key: Judged(holds, "", "")})


def one_otherwise(library: Library, case: Case, fact: str, compares: list[Compare]) -> Iterator[Situation]:
    """A case with another answer to one fact, or with none."""
    stands = case.facts.get(fact)
    for known in (*_answers(library, fact, compares, stands), Known(None)):
        if stands is None or known.value != stands.value:
            yield Situation({fact: known})


def _answers(library: Library, fact: str, compares: list[Compare], stands: Known | None) -> list[Known]:
    """The answers a fact can have; a set loses or gains one member, has one alone, or none."""
    if library.facts[fact].type != "set":
        return answers(library, fact, compares)
    every = frozenset(library.facts[fact].values)
    has = stands.value.has if stands is not None and isinstance(stands.value, Members) else frozenset()
    asked = dict.fromkeys(str(compare.value) for compare in compares)
    found = [has ^ {member} for member in asked] + [frozenset({member}) for member in asked] + [frozenset()]
    return [Known(Members(one, every - one)) for one in dict.fromkeys(found)]


# --- provisions shown beside the findings ----------------------------------------------------------------


def near_related(
    before: Decider, after: Decider, case: Case, days: tuple[date, ...], look: Look
) -> Iterator[Situation]:
    """Situations in which other provisions are shown beside the findings, as `near` has them."""
    logics = [logic for decider in (before, after) for _, _, logic in decider.library.related]
    for day in days:
        for situation in _related_variants(before.library, case, logics, look):
            facts = {**case.facts, **situation.facts}
            given = Given(facts, case.judgments)
            if _shown(before, given, day) != _shown(after, given, day):
                yield situation if day == days[0] else replace(situation, day=day)


def _related_variants(library: Library, case: Case, logics: list[Logic], look: Look) -> Iterator[Situation]:
    if look == "as it is":
        yield Situation()
    elif look == "one fact":
        for fact, compares in comparisons(library, *logics).items():
            yield from one_otherwise(library, case, fact, compares)


def _shown(decider: Decider, given: Given, day: date) -> set[tuple[str, str]]:
    library = decider.library
    evaluation = Evaluation(given, next(iter(decider.choices.values())), day)
    found: set[tuple[str, str]] = set()
    for instrument, name, logic in library.related:
        intervals = library.provision(instrument, name).in_force or library.instruments[instrument].in_force
        law = any(one.earliest <= day and (one.to is None or one.to >= day) for one in intervals)
        if law and evaluation.truth(logic) is True:
            found.add((instrument, name))
    return found
