"""Facts under which a rule comes out otherwise under changed law, built up one by one; or proof that there are none.

Only what the rule still waits for is assumed, so that most combinations of facts are never looked at.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from compliance.analysis.answers import answers
from compliance.analysis.telling import Laws, Situation
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice
from compliance.model.case import Case, Given, Judged, Known, Members
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, UseTerm
from compliance.model.logic import Judged as Judgment

MOST_TRIED = 2_000
"""Sets of facts that are looked at for one rule, one position and one day."""


@dataclass
class Witness:
    """What was found: facts known in full, facts of which some are open, or nothing."""

    settled: Situation | None = None
    waiting: Situation | None = None
    exhausted: bool = True
    """Whether every way was tried."""

    @property
    def none(self) -> bool:
        """Whether it is proved that no facts that are known in full make a difference."""
        return self.exhausted and self.settled is None and self.waiting is None


def witness(laws: Laws, case: Case, day: date) -> Witness:
    """Facts under which a rule comes out otherwise on a day for some position, as near to a case as may be.

    The judgments of the case stand.
    """
    found = Witness()
    for position in laws.before.positions_of(laws.both[0][1]):
        walk = _Walk(laws, case, day, (laws.before.choices[position], laws.after.choices[position]), found)
        walk.go({}, dict(case.judgments))
        found.exhausted = found.exhausted and walk.tried <= MOST_TRIED
        if found.settled is not None:
            break
    return found


class _Walk:
    """One position's way through what a rule may wait for."""

    def __init__(
        self, laws: Laws, case: Case, day: date, choices: tuple[Choice, Choice], found: Witness
    ) -> None:
        self.library = laws.before.library
        self.rules = [rule for _, rule in laws.both]
        before, after = (
            {(one.name, one.logic, one.actor_shows) for one in rule.exceptions} for rule in self.rules
        )
        alike = before & after
        # What sets the two apart comes last: it may have to stay open, while all else is settled.
        self.conditions = [_in_order(rule, alike) for rule in self.rules]
        # What the actor has to show leaves no finding open while it is not known, and may still excuse.
        self.to_show = [
            tuple(
                one.logic
                for one in rule.exceptions
                if one.actor_shows and (one.name, one.logic, one.actor_shows) not in alike
            )
            for rule in self.rules
        ]
        self.compares = laws.comparisons()
        self.case, self.day, self.choices, self.found = case, day, choices, found
        self.tried = 0

    def go(self, facts: dict[str, Known], judgments: dict[str, Judged]) -> None:
        """Decide both rules on what is assumed so far, and assume more where that leaves one of them open."""
        self.tried += 1
        if self.tried > MOST_TRIED or self.found.settled is not None:
            return
        given = Given(facts, judgments)
        both = [
            (Evaluation(given, choice, self.day), rule)
            for choice, rule in zip(self.choices, self.rules, strict=True)
        ]
        outcomes = [evaluation.outcome(rule) for evaluation, rule in both]
        wanted = self.conditions
        settled = all(outcome.status != "undetermined" for outcome in outcomes)
        # Why a rule does not apply is settled only with its scope, which comes before all else.
        scoped = all(evaluation.truth(rule.scope) is not None for evaluation, rule in both)
        differ = outcomes[0].status != outcomes[1].status or (
            scoped and outcomes[0].why_not != outcomes[1].why_not
        )
        if differ:
            situation = Situation(dict(facts), dict(judgments))
            if settled:
                self.found.settled = situation
                return
            self.found.waiting = self.found.waiting or situation
        elif settled and (scoped or outcomes[0].status != "not-applicable"):
            if outcomes[0].status not in ("violated", "permitted"):
                return
            wanted = self.to_show
        for (evaluation, _), conditions in zip(both, wanted, strict=True):
            asked = _first(evaluation, conditions)
            if asked is not None:
                self._assume(asked, facts, judgments)
                return

    def _assume(
        self, asked: Compare | Judgment, facts: dict[str, Known], judgments: dict[str, Judged]
    ) -> None:
        match asked:
            case Compare(fact):
                for known in self._answers(asked, facts.get(fact)):
                    self.go({**facts, fact: known}, judgments)
            case Judgment(key):
                for holds in (True, False):
                    self.go(facts, {**judgments, key: Judged(holds, "", "")})

    def _answers(self, compare: Compare, known: Known | None) -> list[Known]:
        """What a fact can be, first as the case has it. A set is asked member by member."""
        stands = self.case.facts.get(compare.fact)
        value = None if stands is None else stands.value
        if self.library.facts[compare.fact].type == "set":
            member = frozenset({str(compare.value)})
            so_far = known.value if known is not None else None
            has, lacks = (
                (so_far.has, so_far.lacks) if isinstance(so_far, Members) else (frozenset(), frozenset())
            )
            both = [Known(Members(has | member, lacks)), Known(Members(has, lacks | member))]
            return both[::-1] if isinstance(value, Members) and member <= value.lacks else both
        compares = self.compares[compare.fact]
        found = answers(self.library, compare.fact, compares)
        if value is None:
            return found
        as_it_stands = _truths(compares, Known(value))
        others = [one for one in found if _truths(compares, one) != as_it_stands]
        return others if len(others) == len(found) else [Known(value), *others]


def _in_order(rule: LinkedRule, alike: Collection[object]) -> tuple[Logic, ...]:
    """What a rule rests on: scope, bearer, elements, then its exceptions, those that are not `alike` last."""
    exceptions = sorted(rule.exceptions, key=lambda one: (one.name, one.logic, one.actor_shows) not in alike)
    return rule.scope, rule.bound, rule.core, *(one.logic for one in exceptions)


def _truths(compares: list[Compare], known: Known) -> list[object]:
    given = Given({compares[0].fact: known}, {})
    evaluation = Evaluation(given, {}, date.min)
    return [evaluation.truth(compare) for compare in compares]


def _first(evaluation: Evaluation, conditions: tuple[Logic, ...]) -> Compare | Judgment | None:
    """The first comparison or judgment that leaves one of several conditions open."""
    for logic in conditions:
        if evaluation.truth(logic) is None:
            found = _open(evaluation, logic)
            if found is not None:
                return found
    return None


def _open(evaluation: Evaluation, logic: Logic) -> Compare | Judgment | None:
    """The first comparison or judgment that leaves a condition open; none where only what is not encoded does."""
    match logic:
        case Compare() | Judgment():
            return logic
        case UseTerm(key):
            return _open(evaluation, evaluation.choice[key].logic)
        case NotOf(part):
            return _open(evaluation, part)
        case AllOf(of) | AnyOf(of):
            return _first(evaluation, of)
    return None


def nearest(laws: Laws, case: Case, day: date, found: Situation, *, waiting: bool) -> Situation:
    """A situation on top of a case, without what need not be otherwise. While it is `waiting`, the facts that it leaves
    open are not known."""
    library = laws.before.library
    facts = {fact: Known(None) for fact in laws.comparisons() if waiting and fact in case.facts}
    for fact, known in found.facts.items():
        facts[fact] = known if waiting else _whole(library, fact, known, case.facts.get(fact))
    judgments = {key: judged for key, judged in found.judgments.items() if key not in case.judgments}
    for fact in list(facts):
        fewer = {name: known for name, known in facts.items() if name != fact}
        if laws.differ(Given({**case.facts, **fewer}, {**case.judgments, **judgments}), day):
            facts = fewer
    for key in list(judgments):
        less = {name: judged for name, judged in judgments.items() if name != key}
        if laws.differ(Given({**case.facts, **facts}, {**case.judgments, **less}), day):
            judgments = less
    return Situation(facts, judgments)


def _whole(library: Library, fact: str, known: Known, stands: Known | None) -> Known:
    """A set known in part as a whole: what is not known of it is as the case has it, else lacking."""
    if not isinstance(known.value, Members):
        return known
    had = stands.value.has if stands is not None and isinstance(stands.value, Members) else frozenset()
    has = known.value.has | (had - known.value.lacks)
    return Known(Members(has, frozenset(library.facts[fact].values) - has))
