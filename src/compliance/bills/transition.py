"""The days on which clauses take effect or end, and what becomes of conduct that goes on over them."""

from datetime import date

from compliance.analysis.check import Question, check_case
from compliance.bills.law import DAY, DraftLaw, last_day_of, never_law, on_day, speaking_clauses
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.compared import Edge, Reach, Turn
from compliance.model.enactment import Clause, Enactment
from compliance.model.finding import Period, Status


def reach_of(case: Case, draft: DraftLaw) -> Reach:
    """Whether a case ended before a draft takes effect, goes on then, or begins later."""
    days = clause_days(draft.law.begun(case.since))
    first = min((day for day, (begins, _) in days.items() if begins), default=None)
    if first is None or (case.until is not None and case.until < first):
        return "ended"
    return "later" if case.since >= first else "goes-on"


def clause_days(enactment: Enactment) -> dict[date, tuple[tuple[Clause, ...], tuple[Clause, ...]]]:
    """Each day on which clauses that speak take effect, or no longer count: those that do."""
    begins: dict[date, list[Clause]] = {}
    ends: dict[date, list[Clause]] = {}
    for clause in speaking_clauses(enactment):
        if never_law(enactment.library, clause):
            continue
        begins.setdefault(enactment.days[clause], []).append(clause)
        last = last_day_of(enactment.library, clause)
        if last is not None:
            ends.setdefault(last + DAY, []).append(clause)
    return {day: (tuple(begins.get(day, ())), tuple(ends.get(day, ()))) for day in sorted({*begins, *ends})}


def edges(case: Case, current: Decider, draft: DraftLaw, standard: str) -> tuple[Edge, ...]:
    """What becomes of a case on each of these days that it goes on over, on its own dates."""
    days = {
        day: clauses
        for day, clauses in clause_days(draft.law.begun(case.since)).items()
        if case.since < day and (case.until is None or day <= case.until)
    }
    if not days:
        return ()
    # Conduct is looked at from its first day, so that it is given the time that it has; earlier ones cannot matter.
    eve = min(draft.enactment.days[one] for one in speaking_clauses(draft.enactment)) - DAY
    since = max(case.since, min(eve, min(days) - DAY))
    until = max(days) + DAY if case.until is None else min(case.until, max(days) + DAY)
    window = on_day(case, since, until)
    with_it, without = (check_case(window, law, Question(standard)).timeline for law in (draft.law, current))
    return tuple(_edge(day, *days[day], with_it, without, until) for day in days)


def _edge(
    day: date,
    begins: tuple[Clause, ...],
    ends: tuple[Clause, ...],
    with_it: tuple[Period, ...],
    without: tuple[Period, ...],
    until: date,
) -> Edge:
    eve, on = _period(with_it, day - DAY), _period(with_it, day)
    after = _period(with_it, day + DAY).status if day < until else None
    anyway = {turn.rule: turn for turn in _turns(_period(without, day - DAY), _period(without, day))}
    turns = tuple(turn for turn in _turns(eve, on) if anyway.get(turn.rule) != turn)
    return Edge(day, begins, ends, eve.status, on.status, after, _period(without, day).status, turns)


def _period(timeline: tuple[Period, ...], day: date) -> Period:
    return next(one for one in timeline if one.until is None or day <= one.until)


def _turns(before: Period, after: Period) -> list[Turn]:
    was: dict[str, Status] = {finding.rule: finding.status for finding in before.findings}
    return [
        Turn(finding.rule, was.get(finding.rule, "not-applicable"), finding.status)
        for finding in after.findings
        if was.get(finding.rule, "not-applicable") != finding.status
    ]
