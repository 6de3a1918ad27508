"""Practices under the law as it is, and under drafts of bills: what each clause would change, for whom, from when."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from compliance.analysis.check import Question, check_case, receipt
from compliance.bills.attribution import cause_of, own_terms
from compliance.bills.difference import differ, differ_for, kind_between, kinds_between, status_for
from compliance.bills.idle import complaints, uses
from compliance.bills.law import DraftLaw, last_day_of, on_day
from compliance.bills.redline import redlines
from compliance.bills.transition import edges, reach_of
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.compared import Change, Column, ComparedPractice, Comparison, Draft, Overall
from compliance.model.comparison import KINDS, Kind, kind_of
from compliance.model.finding import Finding, Period, PracticeReport


def compare(
    cases: Iterable[Case],
    current: Decider,
    drafts: Sequence[DraftLaw],
    standard: str = "proven",
    day: date | None = None,
    done: Callable[[Case], None] = lambda case: None,
) -> Comparison:
    """Every case under the law of one day, as it is and with each draft.

    The day is `day`, by default that on which the last clause of any draft takes effect. `done` is told of each case as
    it is finished. Raises EnginesDisagree or InferenceError where the engines cannot be trusted.
    """
    at = day or max(draft.last_day for draft in drafts)
    digests = dict(current.library.files)
    practices: list[ComparedPractice] = []
    for case in cases:
        practices.append(compare_case(case, current, drafts, standard, at))
        digests[case.file] = case.digest
        done(case)
    columns: list[Draft] = []
    for place, draft in enumerate(drafts):
        used = uses(draft, at, [(one.id, one.columns[place]) for one in practices])
        columns.append(Draft(draft.enactment, used, redlines(draft.enactment)))
    bills = {bill: signed for draft in drafts for bill, signed in draft.enactment.signed.items()}
    made = replace(receipt(current, digests, Question(standard, at)), bills=bills)
    idle = dict.fromkeys(complaint for draft in columns for complaint in complaints(draft))
    return Comparison(at, tuple(columns), tuple(practices), made, tuple(idle))


def compare_case(
    case: Case, current: Decider, drafts: Sequence[DraftLaw], standard: str, day: date
) -> ComparedPractice:
    """One case under the law of a day, as it is and with each draft."""
    before = check_case(on_day(case, day), current, Question(standard))
    overall = _overall(before.timeline[-1], tuple(current.choices))
    columns = tuple(_column(case, current, draft, standard, day, before, overall) for draft in drafts)
    return ComparedPractice(case.id, case.title, case.file, case.since, case.until, overall, columns)


def _column(
    case: Case,
    current: Decider,
    draft: DraftLaw,
    standard: str,
    day: date,
    before: PracticeReport,
    overall: Overall,
) -> Column:
    after = check_case(on_day(case, day), draft.law, Question(standard))
    was, now = before.timeline[-1].findings, after.timeline[-1].findings
    found_changes = _changes(case, draft, standard, day, was, now)
    changes = tuple(sorted(found_changes, key=lambda one: KINDS.index(one.kind)))
    found = _overall(after.timeline[-1], tuple(overall.positions))
    kind = kind_of(overall.status, found.status)
    kinds: dict[str, Kind] = {}
    for position, status in overall.positions.items():
        own = kind_of(status, found.positions[position])
        kinds[position] = _told(own, [one for one in changes if differ_for(position, one.before, one.after)])
    return Column(
        found,
        _told(kind, changes),
        kinds,
        changes,
        reach_of(case, draft),
        edges(case, current, draft, standard) if changes or draft.ends else (),
        tuple(one for one in after.related if one not in before.related),
    )


def _told(kind: Kind, changes: Sequence[Change]) -> Kind:
    """What a draft does to a practice, from the change of its status and those of its findings.

    A rule that newly applies and is kept settles nothing: what was open stays open.
    """
    if kind == "leaves" and changes:
        return "alters"
    if kind == "settles" and all(one.was == "not-applicable" for one in changes):
        return "alters"
    return kind


def _overall(period: Period, positions: Sequence[str]) -> Overall:
    return Overall(period.status, {one: status_for(one, period.findings) for one in positions})


def _changes(
    case: Case, draft: DraftLaw, standard: str, day: date, before: Sequence[Finding], after: Sequence[Finding]
) -> Iterator[Change]:
    """What differs, in the order of the rules."""
    known = {finding.rule: finding for finding in before}
    existing, reached = draft.law.begun(case.since), reach_of(case, draft) != "ended"
    for finding in after:
        was = known.get(finding.rule)
        if not differ(was, finding):
            continue
        cause = cause_of(draft, case, day, standard, was, finding)
        days = [draft.enactment.days[one] for one in cause.clauses]
        longer = [existing.days[one] for one in cause.clauses]
        first = min if cause.how == "each" else max
        ends = [end for one in cause.clauses if (end := last_day_of(draft.enactment.library, one))]
        since = first(days) if days else None
        late = first(longer) if longer else None
        yield Change(
            was,
            finding,
            kind_between(was, finding),
            kinds_between(was, finding),
            cause,
            since,
            late if late != since and reached else None,
            min(ends) if ends else None,
            draft.enactment.ended.get(finding.rule) if finding.status == "not-applicable" else None,
            own_terms(draft.enactment, finding),
        )
