"""Bills enacted in a library: the law as it is from which day on, by which clause; or what is wrong with them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from compliance.analysis.amend import added, amended, ended, redefined, with_bill, without_values
from compliance.analysis.amendment_faults import Walk
from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.enactment import Clause, Enactment, Stage
from compliance.model.instrument import BillTerms, TakesEffect
from compliance.model.interval import InForce
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment, LinkedBill
from compliance.source.nearest import did_you_mean

_DAY = timedelta(days=1)


class UnknownBill(ValueError):
    """No bill is called so, or nothing of it is encoded; the message says which, with the nearest names."""


@dataclass(frozen=True, slots=True)
class _Step:
    """An amendment with the days on which it counts."""

    clause: Clause
    amendment: LinkedAmendment
    since: date
    until: date | None
    """Its last day, where the bill ends by itself."""

    def counts_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


def enact(
    library: Library,
    bills: Sequence[str],
    signed: date | None = None,
    *,
    begun: date | None = None,
    without: Collection[Clause] = (),
) -> Enactment:
    """The law with bills enacted, in order, each on what those before it made of the law.

    `signed` is the day on which all of them are taken to be signed; without it each says so itself. `begun` is when the
    conduct began that is looked at, for clauses that give existing conduct longer. Clauses `without` are left out.
    Raises UnknownBill, and InputError with everything that is wrong with the amendments.
    """
    found = [_bill(library, name) for name in dict.fromkeys(bills)]
    days = {bill.instrument: _signed(library, bill, signed) for bill in found}
    problems = list(_out_of_order(library, found))
    if problems:
        raise InputError(tuple(problems))
    base = library
    for bill in found:
        base = _with_rules(base, bill, days[bill.instrument], begun, without)
    steps = [
        step
        for bill in found
        for step in _steps(library, bill, days[bill.instrument], begun)
        if step.clause not in without
    ]
    steps.sort(key=lambda step: step.since)  # and else in the order of the bills
    walk = Walk(base, {bill.instrument for bill in found}, _built_on(library, found))
    for step in steps:
        walk.go(step.clause, step.amendment, step.since, partial(_applied, step=step))
    if walk.problems:
        raise InputError(tuple(walk.problems))
    own = {
        rule.id: (Clause(bill.instrument, rule.provision),)
        for bill in found
        for rule in bill.rules
        if Clause(bill.instrument, rule.provision) not in without
    }
    effective = {step.clause: step.since for step in steps}
    for bill in found:
        for name in library.instruments[bill.instrument].provisions:
            terms = _terms(library, bill)
            effective[Clause(bill.instrument, name)] = _since(
                library, bill, name, terms, days[bill.instrument], begun
            )
    return Enactment(
        bills=tuple(days),
        signed=days,
        current=library,
        stages=tuple(_stages(base, steps)),
        days=effective,
        causes={**own, **{rule: (*own.get(rule, ()), *causes) for rule, causes in walk.causes.items()}},
        ended=walk.ended_rules,
        edits=tuple(walk.edits),
    )


def _bill(library: Library, name: str) -> LinkedBill:
    if name in library.bills:
        return library.bills[name]
    instrument = library.instruments.get(name)
    if instrument is None:
        known = [home for home, one in library.instruments.items() if one.bill is not None]
        help_ = did_you_mean(name, known, "the bills are " + (", ".join(known) or "none"))
        raise UnknownBill(f"no bill is called '{name}'; {help_}")
    if instrument.bill is None:
        raise UnknownBill(f"'{name}' is no bill, but law already; its kind is '{instrument.kind}'")
    raise UnknownBill(
        f"nothing of '{name}' is encoded, so that nothing can be said of what it changes; add 'rules/{name}.yaml'"
    )


def _terms(library: Library, bill: LinkedBill) -> BillTerms:
    terms = library.instruments[bill.instrument].bill
    assert terms is not None
    return terms


def _signed(library: Library, bill: LinkedBill, signed: date | None) -> date:
    found = signed or _terms(library, bill).signed
    if found is None:
        short = library.instruments[bill.instrument].short
        raise UnknownBill(
            f"nobody says when {short} would be signed; add 'signed:' below its 'bill:', or name the day"
        )
    return found


def _built_on(library: Library, bills: Sequence[LinkedBill]) -> Mapping[str, frozenset[str]]:
    """By bill, those that it builds on."""
    return {bill.instrument: frozenset(_terms(library, bill).builds_on) for bill in bills}


def _out_of_order(library: Library, bills: Sequence[LinkedBill]) -> list[Diagnostic]:
    before: set[str] = set()
    found: list[Diagnostic] = []
    for bill in bills:
        for other in _terms(library, bill).builds_on:
            if other not in before:
                message = f"'{bill.instrument}' builds on '{other}', which is not enacted before it"
                help_ = f"name '{other}' before it"
                found.append(Diagnostic("bill-order", message, bill.span, help_))
        before.add(bill.instrument)
    return found


def _takes_effect(library: Library, bill: LinkedBill, provision: str, terms: BillTerms) -> TakesEffect:
    return library.instruments[bill.instrument].provisions[provision].takes_effect or terms.takes_effect


def _since(
    library: Library, bill: LinkedBill, provision: str, terms: BillTerms, signed: date, begun: date | None
) -> date:
    """The day on which a provision of a bill takes effect, for conduct begun on a day."""
    effect = _takes_effect(library, bill, provision, terms)
    day = effect.on or signed + timedelta(days=effect.days or 0)
    if begun is not None and begun < day:
        day += timedelta(days=effect.existing_conduct)
    return day


def _until(terms: BillTerms, since: date) -> date | None:
    """The last day of what takes effect on a day."""
    if terms.sunset is None:
        return None
    if terms.sunset.on is not None:
        return terms.sunset.on
    year = since.year + (terms.sunset.years or 0)
    leap = since.month == 2 and since.day == 29
    return (date(year, 3, 1) if leap else since.replace(year=year)) - _DAY


def _days(terms: BillTerms, since: date) -> tuple[InForce, ...]:
    until = _until(terms, since)
    return () if until is not None and until < since else (InForce(from_=since, to=until),)


def _with_rules(
    library: Library, bill: LinkedBill, signed: date, begun: date | None, without: Collection[Clause]
) -> Library:
    terms = _terms(library, bill)
    own = {
        name: _days(terms, _since(library, bill, name, terms, signed, begun))
        for name in library.instruments[bill.instrument].provisions
    }
    left = tuple(rule for rule in bill.rules if Clause(bill.instrument, rule.provision) not in without)
    kept = LinkedBill(bill.instrument, left, bill.amendments, bill.priorities, bill.related, bill.span)
    effect = terms.takes_effect
    whole = _days(terms, effect.on or signed + timedelta(days=effect.days or 0))
    return with_bill(library, kept, whole, own)


def _steps(library: Library, bill: LinkedBill, signed: date, begun: date | None) -> list[_Step]:
    terms = _terms(library, bill)
    found: list[_Step] = []
    for amendment in bill.amendments:
        since = _since(library, bill, amendment.clause, terms, signed, begun)
        clause = Clause(bill.instrument, amendment.clause, amendment.name)
        found.append(_Step(clause, amendment, since, _until(terms, since)))
    return found


def _staged(library: Library, amendment: LinkedAmendment) -> bool:
    """Whether it changes what law says, and not only on which days."""
    return amendment.verb in ("amend", "redefine") or bool(values_of(library, amendment))


def values_of(library: Library, amendment: LinkedAmendment) -> frozenset[tuple[str, str]]:
    """The values of facts (fact, value) that stand for what an amendment ends."""
    if amendment.verb not in ("repeal", "void"):
        return frozenset()
    address = amendment.address

    def falls(reference: str) -> bool:
        return reference == address or reference.startswith((f"{address}#", f"{address}.", f"{address}("))

    return frozenset(
        (name, value)
        for name, fact in library.facts.items()
        for value, reference in fact.laws.items()
        if falls(reference)
    )


def _applied(library: Library, step: _Step) -> Library:
    """The library with an amendment, as on its days."""
    amendment = step.amendment
    match amendment.verb:
        case "add":
            return added(library, amendment, (InForce(from_=step.since, to=step.until),))
        case "amend":
            return amended(library, amendment)
        case "redefine":
            return redefined(library, amendment)
    again = None if step.until is None else step.until + _DAY
    cut = ended(library, amendment, step.since - _DAY, again)
    values = values_of(library, amendment)
    return without_values(cut, values) if values else cut


def _on(base: Library, steps: Sequence[_Step], day: date) -> Library:
    """The law as it is amended on a day; what only has other days is the same on every day."""
    law = base
    for step in steps:
        if not _staged(base, step.amendment) or step.counts_on(day):
            law = _applied(law, step)
        elif step.amendment.verb in ("repeal", "void"):
            again = None if step.until is None else step.until + _DAY
            law = ended(law, step.amendment, step.since - _DAY, again)
    return law


def _stages(base: Library, steps: Sequence[_Step]) -> list[Stage]:
    cuts = {step.since for step in steps if _staged(base, step.amendment)}
    cuts |= {step.until + _DAY for step in steps if step.until is not None and _staged(base, step.amendment)}
    first = Stage(None, _on(base, steps, date.min))
    return [first, *(Stage(day, _on(base, steps, day)) for day in sorted(cuts))]
