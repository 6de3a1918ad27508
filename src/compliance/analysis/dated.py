"""A bill with the days on which each of its clauses counts, once it is taken to be signed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from compliance.model.enactment import Clause
from compliance.model.instrument import BillTerms, Instrument, TakesEffect
from compliance.model.interval import InForce
from compliance.model.overlay import LinkedAmendment, LinkedBill
from compliance.model.rule import Priority


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which something counts."""

    since: date
    until: date | None = None
    """The last one, where it ends by itself; before `since` where it never counts."""

    @property
    def never(self) -> bool:
        return self.until is not None and self.until < self.since

    @property
    def again(self) -> date | None:
        """The first day on which it no longer counts."""
        return None if self.until is None else moved(self.until, 1)

    @property
    def intervals(self) -> tuple[InForce, ...]:
        return () if self.never else (InForce(from_=self.since, to=self.until),)

    @property
    def edges(self) -> tuple[date, ...]:
        """The days on which it begins, and no longer counts."""
        return (self.since,) if self.again is None else (self.since, self.again)

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def within(self, other: "Days") -> bool:
        """Whether all of them are among the other days."""
        ends = other.until is None or (self.until is not None and self.until <= other.until)
        return self.never or (other.since <= self.since and ends)


@dataclass(frozen=True, slots=True)
class Step:
    """An amendment with the days on which it counts."""

    clause: Clause
    amendment: LinkedAmendment
    days: Days


@dataclass(frozen=True, slots=True)
class Ranking:
    """A priority with the days on which it counts."""

    priority: Priority
    days: Days


@dataclass(frozen=True)
class DatedBill:
    """A bill that is taken to be signed on a day."""

    bill: LinkedBill
    instrument: Instrument
    signed: date
    begun: date | None = None
    """When the conduct began that is looked at, for clauses that give existing conduct longer."""

    @property
    def terms(self) -> BillTerms:
        assert self.instrument.bill is not None
        return self.instrument.bill

    @property
    def whole(self) -> Days:
        """Its days where a provision has no other ones; no conduct is given longer."""
        return self._days(self.terms.takes_effect)

    def days(self, provision: str) -> Days:
        """The days of one of its provisions; conduct that is given longer meets it later, and no longer than others."""
        own = self.instrument.provisions.get(provision)
        effect = (own and own.takes_effect) or self.terms.takes_effect
        days = self._days(effect)
        if self.begun is None or self.begun >= days.since:
            return days
        return Days(moved(days.since, effect.existing_conduct), days.until)

    def _days(self, effect: TakesEffect) -> Days:
        since, sunset = effect.on or moved(self.signed, effect.days or 0), self.terms.sunset
        if sunset is None or sunset.on == date.max:
            return Days(since)
        if sunset.on is not None:
            return Days(since, sunset.on)
        year = since.year + (sunset.years or 0)
        if year > date.max.year:
            return Days(since)
        leap = since.month == 2 and since.day == 29
        return Days(since, moved(date(year, 3, 1) if leap else since.replace(year=year), -1))

    def steps(self) -> Iterator[Step]:
        """Its amendments, in order."""
        for one in self.bill.amendments:
            clause = Clause(self.bill.instrument, one.clause, one.name)
            yield Step(clause, one, self.days(one.clause))

    def rankings(self) -> Iterator[Ranking]:
        """Its priorities that count on certain days only; one over or under a rule of its own that is law on no other
        days counts whenever the rule does."""
        ruled = {rule.id: self.days(rule.provision) for rule in self.bill.rules}
        ruled |= {rule.id: self.days(one.clause) for one in self.bill.amendments for rule in one.rules}
        for priority in self.bill.priorities:
            clause = clause_of(self.bill.instrument, priority)
            days = self.whole if clause is None else self.days(clause.provision)
            own = [ruled[name] for name in (priority.prevails, priority.over) if name in ruled]
            if not any(clause is None or one.within(days) for one in own):
                yield Ranking(priority, days)

    def without(self, clauses: frozenset[Clause]) -> "DatedBill":
        """The bill with some of its clauses left out."""
        bill, home = self.bill, self.bill.instrument
        kept = replace(
            bill,
            rules=tuple(one for one in bill.rules if Clause(home, one.provision) not in clauses),
            amendments=tuple(
                one for one in bill.amendments if Clause(home, one.clause, one.name) not in clauses
            ),
            priorities=tuple(one for one in bill.priorities if clause_of(home, one) not in clauses),
            related=tuple(one for one in bill.related if Clause(home, one[1]) not in clauses),
        )
        return replace(self, bill=kept)


def clause_of(bill: str, priority: Priority) -> Clause | None:
    """The clause by which a bill declares a priority; None where other law says so."""
    home, _, name = priority.provision.rpartition("#")
    return Clause(bill, name) if home in ("", bill) else None


def moved(day: date, days: int) -> date:
    """So many days later; the last day that there is where there is none so late."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))
