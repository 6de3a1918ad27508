"""Bills enacted in a library: the law as it is from which day on, by which clause; or what is wrong with them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from compliance.analysis.amend import added, amended, ended, redefined, with_bill, without_values
from compliance.analysis.amendment_faults import Walk
from compliance.analysis.dated import DatedBill, Ranking, Step, moved
from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.enactment import Clause, Enactment, Stage
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment, LinkedBill
from compliance.model.rule import Priority
from compliance.source.nearest import did_you_mean, short


class UnknownBill(ValueError):
    """No bill is called so, or nothing of it is encoded; the message says which, with the nearest names."""


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
    bills_ = [_dated(library, name, signed, begun) for name in dict.fromkeys(bills)]
    problems = list(_out_of_order(bills_))
    if problems:
        raise InputError(tuple(problems))
    left_out = frozenset(without)
    drafts = [one.without(left_out) for one in bills_]
    rankings = [ranking for one in drafts for ranking in one.rankings()]
    base = library
    for one in drafts:
        base = _with_rules(base, one, {ranking.priority for ranking in rankings})
    # What would have ended before it takes effect is never law.
    steps = [step for one in drafts for step in one.steps() if not step.days.never]
    # In the order in which they take effect, also for conduct that is given longer, and else in that of the bills.
    first = {step.clause: step.days.since for one in drafts for step in replace(one, begun=None).steps()}
    steps.sort(key=lambda step: first[step.clause])
    built_on = {one.bill.instrument: frozenset(one.terms.builds_on) for one in drafts}
    walk = Walk(base, {one.bill.instrument for one in drafts}, built_on, whole=not left_out)
    fallen: list[Step] = []
    for step in steps:
        fallen += [step] if values_of(library, step.amendment) else []
        apply = partial(_applied, step=step, fallen=tuple(fallen))
        walk.go(step.clause, step.amendment, step.days.since, apply)
    # What is wrong is wrong for conduct that begins later; for other conduct, clauses only come further apart.
    if walk.problems and begun is None:
        raise InputError(tuple(walk.problems))
    own = {rule.id: (Clause(rule.instrument, rule.provision),) for one in drafts for rule in one.bill.rules}
    days = {step.clause: step.days.since for one in bills_ for step in one.steps()}
    for one in bills_:
        for name in one.instrument.provisions:
            days[Clause(one.bill.instrument, name)] = one.days(name).since
    signings = {one.bill.instrument: one.signed for one in bills_}
    return Enactment(
        bills=tuple(signings),
        signed=signings,
        current=library,
        stages=tuple(_stages(base, steps, rankings, begun)),
        days=days,
        causes={**own, **{rule: (*own.get(rule, ()), *causes) for rule, causes in walk.causes.items()}},
        ended=walk.ended_rules,
        edits=tuple(walk.edits),
    )


def _dated(library: Library, name: str, signed: date | None, begun: date | None) -> DatedBill:
    bill = _bill(library, name)
    instrument = library.instruments[bill.instrument]
    assert instrument.bill is not None
    day = signed or instrument.bill.signed
    if day is None:
        raise UnknownBill(
            f"nobody says when {instrument.short} would be signed; add 'signed:' below its 'bill:', or name the day"
        )
    return DatedBill(bill, instrument, day, begun)


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


def _out_of_order(bills: Sequence[DatedBill]) -> Iterator[Diagnostic]:
    before: set[str] = set()
    for one in bills:
        for other in one.terms.builds_on:
            if other not in before:
                message = f"'{one.bill.instrument}' builds on '{other}', which is not enacted before it"
                yield Diagnostic("bill-order", message, one.bill.span, f"name '{other}' before it")
        before.add(one.bill.instrument)


def _with_rules(library: Library, dated: DatedBill, apart: Collection[Priority]) -> Library:
    """The library with a bill's own rules, and its priorities but for those that are told `apart` from day to day."""
    own = {name: dated.days(name).intervals for name in dated.instrument.provisions}
    priorities = tuple(one for one in dated.bill.priorities if one not in apart)
    return with_bill(library, replace(dated.bill, priorities=priorities), dated.whole.intervals, own)


def _staged(library: Library, amendment: LinkedAmendment) -> bool:
    """Whether it changes what law says, and not only on which days."""
    return amendment.verb in ("amend", "redefine") or bool(values_of(library, amendment))


def values_of(library: Library, amendment: LinkedAmendment) -> frozenset[tuple[str, str]]:
    """The values of facts (fact, value) that stand for what an amendment ends."""
    if amendment.verb not in ("repeal", "void"):
        return frozenset()
    address = amendment.address
    below = (f"{address}.", f"{address}(") if amendment.target else (f"{address}#",)

    def falls(reference: str) -> bool:
        return reference == address or reference.startswith(below)

    return frozenset(
        (name, value)
        for name, fact in library.facts.items()
        for value, reference in fact.laws.items()
        if falls(reference)
    )


def _applied(library: Library, step: Step, fallen: Sequence[Step]) -> Library:
    """The library with an amendment, as on its days; values that stand for what has `fallen` meet no condition."""
    amendment = step.amendment
    match amendment.verb:
        case "add":
            law = added(library, amendment, step.days.intervals)
        case "amend":
            law = amended(library, amendment)
        case "redefine":
            law = redefined(library, amendment)
        case _:
            law = _cut(library, step)
    return _without_values(law, fallen)


def _cut(library: Library, step: Step) -> Library:
    return ended(library, step.amendment, moved(step.days.since, -1), step.days.again)


def _without_values(library: Library, fallen: Sequence[Step]) -> Library:
    values = frozenset(value for step in fallen for value in values_of(library, step.amendment))
    return without_values(library, values) if values else library


def _on(
    base: Library, steps: Sequence[Step], rankings: Sequence[Ranking], day: date, begun: date | None
) -> Library:
    """The law as it is amended on a day; what only has other days is the same on every day."""
    counted = tuple(one.priority for one in rankings if day in one.days)
    law = replace(base, priorities=(*base.priorities, *counted)) if counted else base
    for step in steps:
        if step.amendment.verb in ("repeal", "void"):
            law = _cut(law, step)
        elif not _staged(base, step.amendment) or day in step.days:
            law = _in_words(law, step, day, begun)
    return _without_values(law, [step for step in steps if day in step.days])


def _in_words(law: Library, step: Step, day: date, begun: date | None) -> Library:
    """The library with an amendment, but for its words where conduct `begun` earlier meets it before what put the words
    there that it strikes. Raises InputError where the words are gone by then for all conduct."""
    try:
        return _applied(law, step, ())
    except ValueError as error:
        if begun is None:
            raise InputError((_gone(law, step, str(error), day),)) from None
    written = step.amendment.written.model_copy(update={"text": ()})
    return _applied(law, replace(step, amendment=replace(step.amendment, written=written)), ())


def _gone(law: Library, step: Step, words: str, day: date) -> Diagnostic:
    """Words that an amendment strikes went with another one that ended by itself."""
    one = step.amendment
    message = f"from {day} on, '{short(words)}' does not stand in {law.cite(one.instrument, one.target)}"
    help_ = "what put it there ends before; let this end with it, with a 'sunset:', or strike other words"
    return Diagnostic("strike-not-found", message, one.place.span, help_, line_text=one.place.line_text)


def _stages(
    base: Library, steps: Sequence[Step], rankings: Sequence[Ranking], begun: date | None
) -> list[Stage]:
    staged = [step.days for step in steps if _staged(base, step.amendment)]
    cuts = {day for days in (*staged, *(one.days for one in rankings)) for day in days.edges}
    first = Stage(None, _on(base, steps, rankings, date.min, begun))
    return [first, *(Stage(day, _on(base, steps, rankings, day, begun)) for day in sorted(cuts))]
