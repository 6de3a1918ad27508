"""A draft ready to be compared: the law with its bills, and with some of their clauses left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from compliance.analysis.amendment_faults import on_record
from compliance.analysis.check import Question, check_case
from compliance.analysis.enact import enact
from compliance.analysis.enacted import EnactedLaw
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.diagnostic import InputError
from compliance.model.enactment import Clause, Enactment
from compliance.model.finding import Finding
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment

DAY = timedelta(days=1)


@dataclass
class DraftLaw:
    """Bills enacted together, in order."""

    law: EnactedLaw
    signed: date | None = None
    """The day on which they are taken to be signed; None: the day that each of them assumes."""
    _enacted: dict[frozenset[Clause], Enactment | None] = field(default_factory=dict)
    _without: dict[tuple[frozenset[Clause], date], Decider | None] = field(default_factory=dict)

    @property
    def enactment(self) -> Enactment:
        return self.law.enactment

    @property
    def last_day(self) -> date:
        """The day on which the last clause takes effect."""
        return max(self.enactment.days.values())

    @property
    def ends(self) -> bool:
        """Whether any clause ends by itself, so that a later day does not show all it does."""
        return any(
            last_day_of(self.enactment.library, one) is not None for one in speaking_clauses(self.enactment)
        )

    def without(self, clauses: Iterable[Clause], day: date) -> Decider | None:
        """The law of a day without some of the clauses, for one engine; None where the others cannot stand alone."""
        key = (frozenset(clauses), day)
        if key not in self._without:
            library = self.library_without(key[0], day)
            positions = self.law.at(day, day).positions
            self._without[key] = None if library is None else Decider(library, positions, inference=False)
        return self._without[key]

    def library_without(self, clauses: Iterable[Clause], day: date) -> Library | None:
        """The same as a library."""
        key = frozenset(clauses)
        if key not in self._enacted:
            try:
                self._enacted[key] = enact(self.law.current, self.law.bills, self.signed, without=key)
            except InputError:
                self._enacted[key] = None
        found = self._enacted[key]
        return None if found is None else found.on(day)


def speaking_clauses(enactment: Enactment) -> tuple[Clause, ...]:
    """The clauses that can change a finding: provisions of the bills that have rules, and amendments that do not say
    themselves that they change none; in their order."""
    found: dict[Clause, None] = {}
    for bill in enactment.bills:
        linked = enactment.current.bills[bill]
        spoken = {rule.provision for rule in linked.rules}
        named = dict.fromkeys((*enactment.current.instruments[bill].provisions, *spoken))
        found |= dict.fromkeys(Clause(bill, name) for name in named if name in spoken)
        changing = (one for one in linked.amendments if not on_record(one))
        found |= dict.fromkeys(Clause(bill, one.clause, one.name) for one in changing)
    return tuple(found)


def amendments(enactment: Enactment) -> Mapping[Clause, LinkedAmendment]:
    """The amendments of an enactment, by clause."""
    return {
        Clause(bill, one.clause, one.name): one
        for bill in enactment.bills
        for one in enactment.current.bills[bill].amendments
    }


def last_day_of(library: Library, clause: Clause) -> date | None:
    """The last day of a clause that ends by itself, in a library in which its bill is enacted."""
    home = library.instruments[clause.bill]
    days = home.provisions[clause.provision].in_force or home.in_force
    return days[-1].to if days else None


def never_law(library: Library, clause: Clause) -> bool:
    """Whether a clause would have ended before it takes effect."""
    home = library.instruments[clause.bill]
    return not (home.provisions[clause.provision].in_force or home.in_force)


def findings_on(
    case: Case, law: Decider | EnactedLaw, day: date, standard: str, rule: str | None = None
) -> tuple[Finding, ...]:
    """What is found of the conduct of a case as if it happened on a day; with `rule` of that rule alone."""
    placed = on_day(case, day)
    about = None if rule is None else (rule,)
    return check_case(placed, law, Question(standard), about).timeline[-1].findings


def on_day(case: Case, day: date, until: date | None = None) -> Case:
    """The same conduct on another day, or from it to another."""
    return replace(case, since=day, until=until or day)
