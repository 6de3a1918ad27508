"""What scenarios that hold saw of each rule, exception, reading, priority and provision."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from compliance.engine.readings import SOLE, Choice, arguing, choice_of
from compliance.model.coverage import ORDER, UNAPPLIED, Exercise, Exercises, Outcome, ScenarioRef
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import Logic, UseTerm, parts
from compliance.model.reference import split_reference
from compliance.model.scenario import Played, Scenario, Side, Touch

Seen = tuple[ScenarioRef, Outcome]
"""A scenario, and an outcome that it saw."""


def ref(scenario: Scenario) -> ScenarioRef:
    """A scenario by its place."""
    return ScenarioRef(scenario.span.file, scenario.span.line, scenario.title, scenario.feature)


@dataclass(frozen=True)
class Looked:
    """A library, and the scenarios that hold: what they looked at in it."""

    library: Library
    played: list[Played]

    def at_rule(self, rule: str) -> Exercises:
        """The status of each finding that was looked at, and those of the positions that a step named."""
        return joined(self._statuses(rule))

    def at_exception(self, rule: str, name: str) -> Exercises:
        """What became of an exception: as a step said by name, or because it alone excuses what a step called
        excused."""
        return joined(self._tried(rule, name))

    def at_reading(self, term: str, reading: str) -> Exercises:
        """Whether a finding that was looked at rests on the reading, or turned on its term."""
        return joined(self._readings.get((term, reading), ()))

    def at_priority(self, prevails: str, over: str) -> Exercises:
        """What a rule came to where another prevailed over it."""
        return joined(
            (at, _outcome(touch))
            for at, touch in self.touches.get(over, ())
            if touch.overridden_by == prevails and touch.status != "undetermined"
        )

    def at_provision(self, address: str) -> Exercises:
        """Where a provision is named or cited, or rules applied on days on which it kept them in force."""
        seen = [(ref(one.scenario), Outcome("named")) for one in self.played if self._names(one, address)]
        seen += [
            (at, Outcome("cited"))
            for touches in self.touches.values()
            for at, touch in touches
            if address in touch.cited
        ]
        return joined([*seen, *self.continuations.get(address, ())])

    @cached_property
    def choices(self) -> Mapping[str, Choice]:
        """The readings of each position."""
        return {one: choice_of(self.library, one) for one in self.library.positions or (SOLE,)}

    @cached_property
    def touches(self) -> Mapping[str, list[tuple[ScenarioRef, Touch]]]:
        """By rule what was looked at; a rule of a scenario's own law is no rule of this one."""
        found: dict[str, list[tuple[ScenarioRef, Touch]]] = {rule.id: [] for rule in self.library.rules}
        for one in self.played:
            for touch in one.touches:
                rule = self.library.rule_by_id.get(touch.rule)
                if rule is not None and touch.written in (None, rule.span):
                    found[rule.id].append((ref(one.scenario), touch))
        return found

    @cached_property
    def rests(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """(rule, position) to the terms (INSTRUMENT#TERM) that the rule rests on as the position reads them, each
        with its reading."""
        return {
            (rule.id, position): _rests(self.library, self.choices[position], rule)
            for rule in self.library.rules
            for position in arguing(self.library, rule.instrument, self.choices)
        }

    @cached_property
    def continuations(self) -> Mapping[str, list[Seen]]:
        """Provisions (INSTRUMENT#PROVISION) that keep rules in force, with what was seen of those rules on the days
        on which they did."""
        found: dict[str, list[Seen]] = {}
        for rule in self.library.rules:
            for stretch in rule.in_force:
                if stretch.by is None:
                    continue
                address = "#".join(split_reference(stretch.by, rule.instrument))
                found.setdefault(address, []).extend(
                    (at, Outcome("kept law in force"))
                    for at, touch in self.touches[rule.id]
                    if touch.status != "not-applicable"
                    and (stretch.to is None or touch.since <= stretch.to)
                    and (touch.until is None or touch.until >= stretch.earliest)
                )
        return found

    def _names(self, played: Played, address: str) -> bool:
        """Whether a scenario names a provision of this law."""
        return address in played.named and played.named[address] in (None, self.library.places.get(address))

    def _statuses(self, rule: str) -> Iterator[Seen]:
        for at, touch in self.touches[rule]:
            yield at, _outcome(touch)
            for position in touch.heard & touch.sides.keys():
                if touch.status == "contested":
                    yield at, _outcome(touch.sides[position], position)

    def _tried(self, rule: str, name: str) -> Iterator[Seen]:
        for at, touch in self.touches[rule]:
            if name in touch.named and name in touch.exceptions:
                yield at, Outcome(touch.exceptions[name])
            for position, side in touch.sides.items():
                contested = touch.status == "contested"
                said = position in touch.heard if contested else touch.status == "excused"
                if said and side.excused_by == {name}:
                    yield at, Outcome("shown", position if contested else None)

    @cached_property
    def _readings(self) -> Mapping[tuple[str, str], list[Seen]]:
        """(term, reading) to what was seen of it: that a rule applied, or that its finding turned on the term."""
        found: dict[tuple[str, str], list[Seen]] = {}
        for rule, touches in self.touches.items():
            for at, touch in touches:
                for position, side in touch.sides.items():
                    for term, reading in self.rests.get((rule, position), {}).items():
                        if side.status != "not-applicable" or term in side.turns_on:
                            what = "decisive" if term in side.turns_on else "applied"
                            found.setdefault((term, reading), []).append((at, Outcome(what, position)))
        return found


def _outcome(seen: Touch | Side, position: str | None = None) -> Outcome:
    """A status, with the reason where the rule does not apply."""
    return Outcome(UNAPPLIED.get(seen.reason, seen.status), position)


def _told_first(outcome: Outcome) -> tuple[bool, str, int]:
    """What a scenario saw for all before what it saw for one position."""
    return outcome.position is not None, outcome.position or "", ORDER.index(outcome.what)


def _rests(library: Library, choice: Choice, rule: LinkedRule) -> dict[str, str]:
    found: dict[str, str] = {}
    queue: list[Logic] = list(reversed(rule.conditions))
    while queue:
        match logic := queue.pop():
            case UseTerm(key):
                found.setdefault(library.terms[key].address, choice[key].name)
                queue.append(choice[key].logic)
            case _:
                queue.extend(reversed(parts(logic)))
    return found


def joined(seen: Iterable[Seen]) -> Exercises:
    """What was seen, by scenario, in the order of files and lines."""
    by_scenario: dict[ScenarioRef, set[Outcome]] = {}
    for at, outcome in seen:
        by_scenario.setdefault(at, set()).add(outcome)
    return tuple(
        Exercise(at, tuple(sorted(outcomes, key=_told_first))) for at, outcomes in sorted(by_scenario.items())
    )
