"""Which scenarios a mutant can touch: exact, in that no other scenario can fail under it.

A scenario notices a mutant through the findings it looks at, or through the practice as a whole. What a finding says
follows from how its rule is decided, but for its reasons, questions and flags; so where every decision on the recorded
practice stays as it was, only scenarios that look at these are left.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from compliance.analysis.check import related
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.engine.status import Outcome, Parts, outcome
from compliance.model.case import Case
from compliance.model.interval import edges
from compliance.model.library import LinkedRule
from compliance.model.mutant import (
    DropFlag,
    Edit,
    SetForce,
    SwapBurden,
)
from compliance.testing import finding_steps
from compliance.testing.bearing import Bearing, Bearings, MutatedLaw
from compliance.testing.law import Deciders, Law
from compliance.testing.replay import WHOLE, Check, Recording


def _names(*steps: Callable[..., None]) -> frozenset[str]:
    return frozenset(step.__name__ for step in steps)


_DECIDED = _names(
    finding_steps.rule_status,
    finding_steps.over_time,
    finding_steps.position,
    finding_steps.binds,
    finding_steps.cites,
    finding_steps.exception,
    finding_steps.as_alleged,
    finding_steps.possible,
    finding_steps.conflicts,
    finding_steps.practice_status,
    finding_steps.contradicted,
)
"""Steps that see nothing of a rule but how it and those that collide with it are decided."""
_DAYLESS = _DECIDED - _names(finding_steps.exception)
"""Of these, those that do not see which days a period has; a rule that does not apply does so for a reason, though."""
_TOLD = _names(
    finding_steps.because,
    finding_steps.rests_on,
    finding_steps.turns_on,
    finding_steps.asks,
    finding_steps.flagged,
    finding_steps.would_flip,
)
"""Steps that see how a finding is reasoned."""
_FLAGGED = _names(finding_steps.practice_flagged)
_RELATED = _names(finding_steps.related)
_KNOWN = _DECIDED | _TOLD | WHOLE | _RELATED
_EVERY_DAY = _names(finding_steps.over_time, finding_steps.practice_flagged)
"""Steps that look beyond the period at hand."""
_SLOW = _names(finding_steps.would_flip)
_DAY = timedelta(days=1)

_NOTHING, _PARTS, _OUTCOME = range(3)
"""How far a decision changes: not at all, in its parts alone, or in its outcome."""
_Sign = tuple[Outcome, Parts, tuple[object, ...]]
"""How a rule is decided: its outcome, its parts, and what matters to the word for each of its exceptions."""


class Selection:
    """Recordings, from which those are taken that a mutant can touch. Remembers how cases are decided."""

    def __init__(self, recordings: Sequence[Recording], base: Deciders) -> None:
        self.recordings = recordings
        self.base = base
        self._signs: dict[tuple[object, ...], list[list[_Sign]]] = {}
        self.bearings = Bearings(base)
        self._counted: dict[tuple[int, str], Case] = {}

    def of(self, mutated: MutatedLaw, first: Recording | None = None) -> Iterator[Recording]:
        """The recordings that may notice a mutant, those before others that most likely do, the slowest last; as they
        are found, so that who needs only one does not wait for all. `first` is looked at first."""
        trial = _Trial(self, mutated)
        left: list[Recording] = []
        others = [recording for recording in self.recordings if recording is not first]
        for recording in [*([first] if first else []), *others]:
            if trial.moves(recording, recording.rules) == _OUTCOME and not _is_slow(recording):
                yield recording
            else:
                left.append(recording)
        slow: list[Recording] = []
        perhaps: list[Recording] = []
        for recording in left:
            if not trial.may_be_decided(recording):
                perhaps.append(recording)
            elif _is_slow(recording):
                slow.append(recording)
            else:
                yield recording
        told = [recording for recording in perhaps if trial.may_be_told(recording)]
        yield from sorted([*told, *slow], key=_is_slow)

    # Whether a case is decided alike

    def change(self, check: Check, name: str, mutated: MutatedLaw, *, everywhere: bool) -> int:
        """How far a rule is decided otherwise for some position, on some day of a checked practice: `everywhere`, or
        of the period looked at and beside it."""
        original, other = self.base(check.law), mutated(check.law)
        rule, changed = original.library.rule_by_id[name], other.library.rule_by_id[name]
        days = _days(check, everywhere, rule, changed)
        key = (*_key(check), name, days)
        if key not in self._signs:
            self._signs[key] = self._decided(check, original, rule, days)
        before, after = self._signs[key], self._decided(check, other, changed, days)
        if before == after:
            return _NOTHING
        outcomes = ([[one[0] for one in row] for row in rows] for rows in (before, after))
        return _PARTS if next(outcomes) == next(outcomes) else _OUTCOME

    def _decided(
        self, check: Check, decider: Decider, rule: LinkedRule, days: tuple[date, ...]
    ) -> list[list[_Sign]]:
        """How a rule is decided on each of the days, as stated too where that differs, for each position."""
        stated, standard = check.case, check.question.standard
        if (id(stated), standard) not in self._counted:
            self._counted[id(stated), standard] = stated.under(standard)
        counted = self._counted[id(stated), standard]
        cases = (counted,) if counted is stated else (counted, stated)
        return [_row(decider, rule, case, day) for case in cases for day in days]


def _row(decider: Decider, rule: LinkedRule, case: Case, day: date) -> list[_Sign]:
    found: dict[str, _Sign] = {}
    for position, choice in decider.choices.items():
        first = decider.alike[rule.id, position]
        found[position] = found[first] if first in found else _sign(Evaluation(case, choice, day), rule)
    row = list(found.values())
    if all(sign[0].status == "not-applicable" for sign in row):
        return [(sign[0], sign[1], ()) for sign in row]
    return row


def _sign(evaluation: Evaluation, rule: LinkedRule) -> _Sign:
    parts = evaluation.parts(rule)
    tried = tuple(
        (one.name, evaluation.in_force(one.in_force) is False, value is None and one.actor_shows)
        for one, value in zip(rule.exceptions, parts.exceptions, strict=True)
    )
    return outcome(rule.modality, parts, rule.burdens), parts, tried


@dataclass
class _Trial:
    """One mutant, and what is known so far of how far it moves the recorded cases."""

    selection: Selection
    mutated: MutatedLaw
    bearings: dict[Law, Bearing | None] = field(default_factory=dict)
    changes: dict[tuple[object, ...], int] = field(default_factory=dict)

    def met(self, recording: Recording) -> list[tuple[Check, Bearing]]:
        """The checks of a scenario whose law is not as it was."""
        found: list[tuple[Check, Bearing]] = []
        for check in recording.checks:
            if check.law not in self.bearings:
                self.bearings[check.law] = self.selection.bearings.of(check.law, self.mutated)
            bearing = self.bearings[check.law]
            if bearing is not None:
                found.append((check, bearing))
        return found

    def moves(self, recording: Recording, among: frozenset[str] | None = None) -> int:
        """How far the decisions on the practices of a scenario change, of these rules or of all."""
        everywhere = _sees_every_day(recording)
        return max(
            (
                self._moves(check, bearing, among, everywhere=everywhere)
                for check, bearing in self.met(recording)
            ),
            default=_NOTHING,
        )

    def _moves(
        self, check: Check, bearing: Bearing, among: frozenset[str] | None, *, everywhere: bool
    ) -> int:
        most = _NOTHING
        for rule in sorted(bearing.decided if among is None else bearing.decided & among):
            key = (*_key(check), None if everywhere else check.period, rule)
            if key not in self.changes:
                self.changes[key] = self.selection.change(check, rule, self.mutated, everywhere=everywhere)
            most = max(most, self.changes[key])
            if most == _OUTCOME:
                break
        return most

    def may_be_decided(self, recording: Recording) -> bool:
        """Whether a scenario sees a rule that is decided otherwise, or collides with one, or periods cut otherwise."""
        for check, bearing in self.met(recording):
            sees = recording.rules & (bearing.told | bearing.collides) or recording.expects & WHOLE
            if sees and bearing.collisions:
                return True
            everywhere = _sees_every_day(recording)
            if (sees or (check.spans and _tells_days(recording))) and self._moves(
                check, bearing, None, everywhere=everywhere
            ):
                return True
        return False

    def may_be_told(self, recording: Recording) -> bool:
        """Whether a scenario looks at what a finding says of itself, or at what is shown beside the findings."""
        told_by = _told_by(self.mutated.edit)
        for check, bearing in self.met(recording):
            if recording.expects - _KNOWN or (bearing.told and recording.expects & told_by & _FLAGGED):
                return True
            if recording.rules & bearing.told and recording.expects & told_by - _FLAGGED:
                return True
            if bearing.related and recording.expects & _RELATED and self._shows_other(check):
                return True
        return False

    def _shows_other(self, check: Check) -> bool:
        """Whether other provisions are shown beside the findings."""
        before, after = (
            {(one.instrument, one.provision) for one in related(check.case, law(check.law), check.question)}
            for law in (self.selection.base, self.mutated)
        )
        return before != after


def _days(check: Check, everywhere: bool, *rules: LinkedRule) -> tuple[date, ...]:
    """The first day of each stretch on which the rules are the same law.

    Of the whole practice, or of the period looked at, with the days on both sides of it: while these are decided as
    they were, the period begins and ends where it did.
    """
    if check.question.law_as_of is not None:
        return (check.question.law_as_of,)
    since, until = check.case.since, check.case.until
    beyond: set[date] = set()
    if not everywhere:
        first, last = check.period
        if first > since:
            beyond.add(first - _DAY)
        if last is not None and (until is None or last < until):
            beyond.add(last + _DAY)
        since, until = check.period
    found = {
        day
        for rule in rules
        for force in rule.forces
        for day in edges(force)
        if day > since and (until is None or day <= until)
    }
    return (since, *sorted(found | beyond))


def _key(check: Check) -> tuple[object, ...]:
    return (id(check.case), check.law, check.question)


def _told_by(edit: Edit) -> frozenset[str]:
    """The steps that may see a change though every decision stays."""
    match edit:
        case DropFlag():
            return _FLAGGED | _names(finding_steps.flagged)
        case SetForce():
            return _names(finding_steps.because)
        case SwapBurden():
            return _TOLD
    return _TOLD | _FLAGGED


def _sees_every_day(recording: Recording) -> bool:
    """Whether a step looks beyond the period at hand."""
    return bool(recording.expects & _EVERY_DAY or recording.expects - _KNOWN)


def _tells_days(recording: Recording) -> bool:
    """Whether a step may see which days a period has, though every rule it looks at is decided alike."""
    return bool(recording.expects - _DAYLESS) or any(
        " because " in line.text for line in recording.scenario.lines
    )


def _is_slow(recording: Recording) -> bool:
    return bool(recording.expects & _SLOW)
