"""The tree of reasons: why a rule has its status, each statement with what it rests on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from compliance.engine.atoms import truth_of
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice
from compliance.engine.status import Parts
from compliance.engine.truth import Truth, negate
from compliance.engine.wording import answer, in_words, said
from compliance.model.case import Case
from compliance.model.finding import Reason, Tried, TriedException
from compliance.model.interval import InForce, in_force
from compliance.model.library import Library, LinkedException, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm

_Part = Literal["scope", "bearer", "elements"]
_SCOPE = "The conduct is of the kind the rule is about"
_ELEMENTS = {
    "prohibition": "What the rule forbids",
    "obligation": "What the rule requires",
    "permission": "What the rule permits",
}


class Reasoner:
    """Words the evaluation of one case under one choice of readings."""

    def __init__(self, library: Library, evaluation: Evaluation, stated: Case) -> None:
        """`stated` is the case as stated, to quote alleged facts that the evaluation did not count."""
        self.library = library
        self.evaluation = evaluation
        self.stated = stated
        self._terms: dict[str, Reason] = {}
        self._facts: dict[int, Reason] = {}
        self._truths: dict[int, Truth] = {}

    @property
    def choice(self) -> Choice:
        return self.evaluation.choice

    def rule(self, rule: LinkedRule, parts: Parts) -> Reason:
        """Why the rule has its status; only the parts that decide it."""
        cite = self.library.cite(rule.instrument, rule.provision)
        party = self.party(rule.role)
        steps: tuple[tuple[Truth, Callable[[], Reason]], ...] = (
            (parts.scope, lambda: self._part("scope", _SCOPE, rule.scope, parts.scope, cite)),
            (parts.in_force, lambda: self._in_force(rule, parts.in_force, cite)),
            (
                parts.bound,
                lambda: self._part("bearer", f"The rule binds {party}", rule.bound, parts.bound, cite),
            ),
        )
        for value, worded in steps:
            if value is False:
                return Reason(rule.rule.title, False, cite, of=(worded(),))
        nodes = [worded() for _, worded in steps]
        nodes.append(self._part("elements", _ELEMENTS[rule.modality], rule.core, parts.core, cite))
        for exception, value in zip(rule.exceptions, parts.exceptions, strict=True):
            nodes.append(self._exception(exception, value))
        return Reason(rule.rule.title, parts.core, cite, of=tuple(nodes))

    def exceptions(self, rule: LinkedRule, parts: Parts) -> tuple[TriedException, ...]:
        """Each exception of a rule that reaches the practice, and what became of it."""
        if any(part is False for part in (parts.in_force, parts.bound, parts.scope)):
            return ()
        return tuple(
            self._tried(exception, value)
            for exception, value in zip(rule.exceptions, parts.exceptions, strict=True)
        )

    def party(self, role: str) -> str:
        """The party in a role, by its title, else by the role's."""
        return self.stated.parties.get(role) or self.library.roles[role].title

    def _part(self, part: _Part, label: str, logic: Logic, value: Truth, cite: str) -> Reason:
        if isinstance(logic, AllOf) and not logic.of:
            return Reason(f"{label}: every party in that role.", True, cite, part=part)
        verdict = {True: "yes", False: "no", None: "not settled"}[value]
        return Reason(f"{label}: {verdict}.", value, cite, of=self._inside(logic), part=part)

    def _in_force(self, rule: LinkedRule, value: Truth, cite: str) -> Reason:
        return Reason(self._force(rule.in_force, rule.instrument), value, cite, part="in-force")

    def _inside(self, logic: Logic) -> tuple[Reason, ...]:
        """The statements that decide a condition; one that is not a list of conditions is itself the statement.

        Below a `not`, a statement bears out the condition where it does not hold.
        """
        match logic:
            case AllOf(of) | AnyOf(of):
                return tuple(node for part in self._decisive(logic, of) for node in self._inside(part))
            case NotOf(part):
                return tuple(replace(node, holds=negate(node.holds)) for node in self._inside(part))
            case _:
                return (self._statement(logic),)

    def _truth(self, logic: Logic) -> Truth:
        """The truth of a condition of the library, worked out once."""
        key = id(logic)
        if key not in self._truths:
            self._truths[key] = self.evaluation.truth(logic)
        return self._truths[key]

    def _decisive(self, logic: Logic, of: tuple[Logic, ...]) -> tuple[Logic, ...]:
        value = self._truth(logic)
        values = [self._truth(part) for part in of]
        settles = isinstance(logic, AnyOf)
        if value is settles:
            return tuple(part for part, own in zip(of, values, strict=True) if own is settles)
        if value is None:
            return tuple(part for part, own in zip(of, values, strict=True) if own is None)
        return of

    def _statement(self, logic: Logic) -> Reason:
        value = self._truth(logic)
        match logic:
            case Compare():
                if id(logic) not in self._facts:
                    self._facts[id(logic)] = self._fact(logic, value)
                return self._facts[id(logic)]
            case UseTerm(key):
                if key not in self._terms:
                    self._terms[key] = self._term(key, value)
                return self._terms[key]
            case NotEncoded(instrument, provision):
                reason = self.library.provision(instrument, provision).not_encoded
                cite = self.library.cite(instrument, provision)
                return Reason(f"This provision could not be encoded: {reason}", None, cite)
        raise TypeError(logic)

    def _fact(self, compare: Compare, value: Truth) -> Reason:
        fact = self.library.facts[compare.fact]
        known = self.evaluation.case.facts.get(compare.fact)
        stated = self.stated.facts.get(compare.fact)
        says = answer(compare, fact, known, value, self._ask(compare.fact))
        if stated is None or truth_of(compare, stated) is None:
            # What the fact rests on says nothing about what is not known.
            return Reason(says, value, None, compare.fact)
        if value is None:
            says = f"{self._ask(compare.fact)} Only {stated.standing}: {said(fact, stated.value)}."
        return Reason(says, value, None, compare.fact, stated.evidence, stated.standing)

    def _ask(self, name: str) -> str:
        """The question about a fact; one about a party names it."""
        role, _, attribute = name.partition(".")
        if role in self.stated.parties and attribute in self.library.attributes:
            return self.library.attributes[attribute].ask.replace("{party}", self.stated.parties[role])
        return self.library.ask(name)

    def _term(self, key: str, value: Truth) -> Reason:
        use = self.library.terms[key]
        reading = self.choice[key]
        cite = self.library.cite(*self._term_provision(key))
        ask = use.term.ask.replace("{party}", self.party(use.role) if use.role else "the party")
        verdict = {True: "Yes", False: "No", None: "Not settled"}[value]
        if isinstance(reading.logic, Judged):
            return Reason(f"{ask} {self._judged(key)}", value, cite, part="term", name=use.address)
        told = {self._truth(other.logic) for other in self.library.terms[key].readings}
        on_this = reading.reading is not None and len(told) > 1
        says = f"{ask} {verdict}" + (
            f", on this reading: {reading.reading.gloss}" if on_this and reading.reading else "."
        )
        return Reason(says, value, cite, of=self._inside(reading.logic), part="term", name=use.address)

    def _term_provision(self, key: str) -> tuple[str, str]:
        use = self.library.terms[key]
        instrument, separator, provision = use.term.provision.rpartition("#")
        return (instrument if separator else use.instrument), provision

    def _judged(self, key: str) -> str:
        judgment = self.evaluation.case.judgments.get(key)
        if judgment is None:
            return "It is left to judgment, and nobody has decided it."
        verdict = "Yes" if judgment.holds else "No"
        return f"{verdict}; left to judgment, and decided by {judgment.by}: {judgment.why}"

    def _exception(self, exception: LinkedException, value: Truth) -> Reason:
        tried = self._tried(exception, value)
        inside = () if tried.status in ("not in force", "not encoded") else self._inside(exception.logic)
        says = f"Exception, {exception.title}: {tried.status}."
        return Reason(says, value, tried.citation, of=inside, part="exception", name=exception.name)

    def _tried(self, exception: LinkedException, value: Truth) -> TriedException:
        cite = self.library.cite(exception.instrument, exception.provision)

        def tried(status: Tried, because: str) -> TriedException:
            return TriedException(
                exception.name, exception.title, cite, status, because, exception.actor_shows
            )

        if in_force(exception.in_force, self.evaluation.day) is False:
            return tried("not in force", self._force(exception.in_force, exception.instrument))
        if isinstance(exception.logic, NotEncoded):
            reason = self.library.provision(exception.instrument, exception.provision).not_encoded
            return tried("not encoded", f"{reason}")
        because = " ".join(leaf.says for leaf in _leaves(self._inside(exception.logic)))
        if value is True:
            return tried("shown", because)
        if value is False:
            return tried("fails", because)
        return tried("not shown" if exception.actor_shows else "unsettled", because)

    def _force(self, intervals: tuple[InForce, ...], instrument: str) -> str:
        day = self.evaluation.day
        when = in_words(day)
        value = in_force(intervals, day)
        holding = next((one for one in intervals if one.holds_on(day) is not False), None)
        note = f" Note: {holding.note}" if holding is not None and holding.note else ""
        if value is None and holding is not None:
            return f"Whether the provision was in force is not known; it begins {_first_day(holding)}.{note}"
        if value:
            return f"The provision was in force on {when}.{note}"
        first = intervals[0].earliest
        if day >= first:
            return f"The provision was no longer in force on {when}."
        if self.library.instruments[instrument].kind == "case":
            return f"On {when} this had not been decided; the decision is of {in_words(first)}."
        return f"The provision was not yet in force on {when}; it begins {_first_day(intervals[0])}."


def _first_day(interval: InForce) -> str:
    """On what day something begins, as far as that is known."""
    earliest, certain = interval.earliest, interval.certain_from
    if certain is None:
        return f"on {in_words(earliest)} at the earliest"
    if certain == earliest:
        return f"on {in_words(earliest)}"
    return f"between {in_words(earliest)} and {in_words(certain)}"


def _leaves(nodes: tuple[Reason, ...]) -> list[Reason]:
    found: list[Reason] = []
    for node in nodes:
        found.extend(_leaves(node.of) if node.of else [node])
    return found
