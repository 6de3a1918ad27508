"""Every answer again, by going through all practices one by one with the ordinary evaluator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, combinations, pairwise, product
from math import prod

from compliance.analysis.answers import comparisons
from compliance.analysis.stretch import settled
from compliance.engine.evaluate import Evaluation
from compliance.engine.priority import ACT, acts, collisions
from compliance.engine.readings import choice_of
from compliance.engine.status import Outcome
from compliance.model.case import Case, Judged, Known, Members
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import Compare, Logic


def every_answer(library: Library, fact: str, compares: Sequence[Compare]) -> list[Known]:
    """Each answer that conditions may tell apart, and more."""
    declared = library.facts[fact]
    match declared.type:
        case "yes-no":
            return [Known(True), Known(False)]
        case "choice":
            return [Known(value) for value in declared.values]
        case "set":
            asked = sorted({str(compare.value) for compare in compares})
            some = chain.from_iterable(combinations(asked, size) for size in range(len(asked) + 1))
            every = frozenset(declared.values)
            return [Known(Members(frozenset(has), every - frozenset(has))) for has in some]
        case "number":
            points = sorted({one for c in compares for one in _many(c.value) if isinstance(one, int | float)})
            between = [(one + other) / 2 for one, other in pairwise(points)]
            return [Known(value) for value in (points[0] - 1, *points, *between, points[-1] + 1)]
        case "day":
            days = sorted({c.value.toordinal() for c in compares if isinstance(c.value, date)})
            around = sorted({day + step for day in days for step in (-1, 0, 1)})
            return [Known(date.fromordinal(day)) for day in around]


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


@dataclass
class Brute:
    """Every practice under one position on one day."""

    library: Library
    position: str
    day: date
    also: tuple[Logic, ...] = ()

    @cached_property
    def conditions(self) -> list[Logic]:
        rules = [logic for rule in self.library.rules for logic in rule.conditions]
        return [*rules, *self.also, *(one.logic for one in self.library.constraints)]

    @cached_property
    def answers(self) -> dict[str, list[Known]]:
        asked = comparisons(self.library, *self.conditions)
        return {fact: every_answer(self.library, fact, compares) for fact, compares in asked.items()}

    @cached_property
    def judgments(self) -> tuple[str, ...]:
        return self.library.support(*self.conditions).judgments

    @property
    def size(self) -> int:
        return prod(len(answers) for answers in self.answers.values()) * 2 ** len(self.judgments)

    @cached_property
    def practices(self) -> list["Seen"]:
        """All that the constraints allow."""
        return [seen for case in self.cases() if (seen := Seen(self, case)).allowed]

    def cases(self) -> Iterator[Case]:
        for picked in product(*self.answers.values()):
            facts = dict(zip(self.answers, picked, strict=True))
            for holds in product((True, False), repeat=len(self.judgments)):
                judged = {
                    key: Judged(value, "", "") for key, value in zip(self.judgments, holds, strict=True)
                }
                yield Case("p", "", "", self.day, self.day, facts, judged)


class Seen:
    """One complete practice, and what the evaluator finds of it."""

    def __init__(self, brute: Brute, case: Case) -> None:
        self.brute, self.case = brute, case
        self.evaluation = Evaluation(case, choice_of(brute.library, brute.position), brute.day)

    @property
    def allowed(self) -> bool:
        return all(self.holds(one.logic) for one in self.brute.library.constraints)

    def holds(self, logic: Logic) -> bool:
        return self.evaluation.truth(logic) is True

    @cached_property
    def raw(self) -> dict[str, Outcome]:
        return {rule.id: self.evaluation.outcome(rule) for rule in self.brute.library.rules}

    @cached_property
    def final(self) -> Mapping[str, Outcome]:
        return self.under([rule.id for rule in self.brute.library.rules])

    def under(self, rules: Sequence[str]) -> Mapping[str, Outcome]:
        """The outcomes where these rules alone are law."""
        kept = tuple(rule for rule in self.brute.library.rules if rule.id in rules)
        law = replace(self.brute.library, rules=kept)
        raw = {rule.id: self.raw[rule.id] for rule in kept}
        found = collisions(law, self.case, raw)
        return {rule.id: settled(rule, raw[rule.id], found) for rule in kept}

    @cached_property
    def lawful(self) -> bool:
        return not any(
            one.status in ("violated", "conflict") or "violated" in one.possible
            for one in self.final.values()
        )

    def allows(self, rule: LinkedRule) -> bool:
        wanted = "permitted" if rule.modality == "permission" else "satisfied"
        return self.raw[rule.id].status == wanted and rule.modality != "prohibition"

    def act(self, act: str) -> bool:
        return self.holds(Compare(ACT, "includes", act))

    @property
    def about(self) -> dict[str, frozenset[str]]:
        return {rule.id: acts(self.brute.library, rule) for rule in self.brute.library.rules}
