"""What the scenarios that hold exercise of the law; docs/decisions says what counts as covered, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from compliance.analysis.exercises import Looked, ref
from compliance.analysis.outcomes import of_exception, of_rule
from compliance.model.coverage import (
    MEASURES,
    Coverage,
    Encoded,
    ExceptionCoverage,
    Exercise,
    Exercises,
    FailedScenario,
    InstrumentCoverage,
    Measure,
    PriorityCoverage,
    ProvisionCoverage,
    ReadingCoverage,
    RuleCoverage,
    State,
    TermCoverage,
    Total,
)
from compliance.model.library import Library, LinkedException, LinkedRule, TermUse
from compliance.model.logic import NotEncoded
from compliance.model.reference import split_reference
from compliance.model.scenario import Played

Place = tuple[str, str]
"""(instrument, provision)."""


def coverage(
    library: Library,
    played: Iterable[Played],
    of: Sequence[Measure] = MEASURES,
    instruments: Iterable[str] = (),
) -> Coverage:
    """What the scenarios exercise of a library, whatever order they come in.

    `of` are the kinds of things that are totaled; `instruments` narrows the law to some (none: all of it).
    Scenarios that failed cover nothing. Raises KeyError for an instrument that the library does not have.
    """
    every = sorted(played, key=lambda one: ref(one.scenario))
    held = [one for one in every if one.failure is None]
    law = _Law(Looked(library, held))
    found = tuple(law.instrument(name) for name in dict.fromkeys(instruments or library.law))
    used = {exercise.scenario for one in found for exercise in _exercises(one)}
    return Coverage(
        found,
        tuple(_total(measure, found) for measure in MEASURES if measure in of),
        len(every),
        tuple(
            FailedScenario(ref(one.scenario), one.failure.span.line, one.failure.message)
            for one in every
            if one.failure is not None
        ),
        tuple(ref(one.scenario) for one in held if ref(one.scenario) not in used),
    )


@dataclass(frozen=True)
class _Law:
    """Everything of a library, each with what scenarios saw of it."""

    looked: Looked

    @property
    def library(self) -> Library:
        return self.looked.library

    def instrument(self, name: str) -> InstrumentCoverage:
        return InstrumentCoverage(
            name,
            tuple(self._provision(name, one) for one in self.library.instruments[name].provisions),
            tuple(rule for rule in self.rules if rule.instrument == name),
            tuple(term for term in self.terms.values() if term.instrument == name),
            tuple(one for one in self.priorities if one.instrument == name),
        )

    @cached_property
    def rules(self) -> list[RuleCoverage]:
        return [self._rule(rule) for rule in self.library.rules]

    def _rule(self, rule: LinkedRule) -> RuleCoverage:
        exercises = self.looked.at_rule(rule.id)
        return RuleCoverage(
            rule.id,
            rule.instrument,
            rule.provision,
            any(touch.status != "not-applicable" for _, touch in self.looked.touches[rule.id]),
            exercises,
            _never(of_rule(self.library, rule, self.looked.choices), exercises),
            tuple(self._exception(rule, one) for one in rule.exceptions),
        )

    def _exception(self, rule: LinkedRule, exception: LinkedException) -> ExceptionCoverage:
        exercises = self.looked.at_exception(rule.id, exception.name)
        never = _never(of_exception(rule, exception), exercises)
        encoded = not isinstance(exception.logic, NotEncoded)
        covered = ("shown" if encoded else "not encoded") not in never
        place = (exception.instrument, exception.provision)
        return ExceptionCoverage(exception.name, *place, encoded, covered, exercises, never)

    @cached_property
    def terms(self) -> Mapping[str, TermCoverage]:
        """Those in use by INSTRUMENT#TERM, in the order of their files."""
        uses = {use.address: use for use in self.library.terms.values()}
        written = [
            f"{home}#{name}"
            for home, ruleset in self.library.rulesets.items()
            if home in self.library.law
            for name in ruleset.terms
        ]
        return {address: self._term(uses[address]) for address in written if address in uses}

    def _term(self, use: TermUse) -> TermCoverage:
        used: dict[str, set[str]] = {}
        for (rule, _), terms in self.looked.rests.items():
            if use.address in terms:
                used.setdefault(terms[use.address], set()).add(rule)
        rules = set().union(*used.values())
        readings = tuple(
            ReadingCoverage(one.name, one.name in used, bool(exercises), exercises)
            for one in use.readings
            for exercises in (self.looked.at_reading(use.address, one.name),)
        )
        return TermCoverage(
            use.address,
            *split_reference(use.term.provision, use.instrument),
            tuple(rule.id for rule in self.library.rules if rule.id in rules),
            any(reading.covered for reading in readings),
            readings if use.term.readings else (),
        )

    @cached_property
    def priorities(self) -> list[PriorityCoverage]:
        return [
            PriorityCoverage(
                one.prevails, one.over, *split_reference(one.provision, home), bool(exercises), exercises
            )
            for home, ruleset in self.library.rulesets.items()
            if home in self.library.law
            for one in ruleset.priorities
            for exercises in (self.looked.at_priority(one.prevails, one.over),)
        ]

    def _provision(self, instrument: str, name: str) -> ProvisionCoverage:
        exercises = self.looked.at_provision(f"{instrument}#{name}")
        encoded = tuple(self.encoded.get((instrument, name), ()))
        state: State = "on record"
        if self.library.provision(instrument, name).not_encoded is not None:
            state = "not encoded"
        elif exercises or any(one.covered for one in encoded):
            state = "covered"
        elif encoded:
            state = "not covered"
        return ProvisionCoverage(name, state, encoded, exercises)

    @cached_property
    def encoded(self) -> Mapping[Place, list[Encoded]]:
        """What is encoded from each provision."""
        found: dict[Place, list[Encoded]] = {}
        for place, encoded in self._encodings():
            found.setdefault(place, []).append(encoded)
        return found

    def _encodings(self) -> Iterator[tuple[Place, Encoded]]:
        for rule in self.rules:
            yield (rule.instrument, rule.provision), Encoded("rule", rule.id, rule.covered)
            for one in rule.exceptions:
                name = f"{rule.id}: {one.name}"
                yield (one.instrument, one.provision), Encoded("exception", name, one.covered)
        for address, term in self.terms.items():
            if term.rules:
                yield (term.instrument, term.provision), Encoded("term", address, term.covered)
        for priority in self.priorities:
            name = f"{priority.prevails} over {priority.over}"
            yield (priority.instrument, priority.provision), Encoded("priority", name, priority.covered)
        for instrument, provision, _ in self.library.related:
            named = self.looked.at_provision(f"{instrument}#{provision}")
            yield (instrument, provision), Encoded("bearing", "practices that it bears on", bool(named))
        for address, seen in self.looked.continuations.items():
            instrument, provision = split_reference(address, "")
            yield (
                (instrument, provision),
                Encoded("continuation", "law that it keeps in force", bool(seen)),
            )


def _never(possible: Iterable[str], exercises: Exercises) -> tuple[str, ...]:
    seen = {outcome.what for exercise in exercises for outcome in exercise.outcomes}
    return tuple(what for what in possible if what not in seen)


def _exercises(found: InstrumentCoverage) -> Iterator[Exercise]:
    yield from (exercise for one in found.provisions for exercise in one.exercises)
    yield from (exercise for one in found.rules for exercise in one.exercises)
    yield from (exercise for one in found.priorities for exercise in one.exercises)


def _total(measure: Measure, found: Sequence[InstrumentCoverage]) -> Total:
    counted: dict[str, bool] = {}
    apart: list[str] = []
    for one in found:
        match measure:
            case "rules":
                counted |= {rule.id: rule.covered for rule in one.rules}
            case "exceptions":
                for rule in one.rules:
                    counted |= {f"{rule.id}: {unless.name}": unless.covered for unless in rule.exceptions}
            case "readings":
                for term in one.terms:
                    for reading in term.readings:
                        name = f"{term.address}: {reading.name}"
                        if reading.in_use:
                            counted[name] = reading.covered
                        else:
                            apart.append(name)
            case "provisions":
                for provision in one.provisions:
                    name = f"{one.id}#{provision.name}"
                    if provision.state in ("covered", "not covered"):
                        counted[name] = provision.state == "covered"
                    else:
                        apart.append(name)
    missing = tuple(name for name, covered in counted.items() if not covered)
    return Total(measure, len(counted) - len(missing), len(counted), missing, tuple(apart))
