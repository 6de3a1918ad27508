"""Check practices against a library: findings over time, and the report."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from compliance import __version__
from compliance.analysis.enacted import EnactedLaw
from compliance.analysis.findings import contradicted, finding
from compliance.analysis.flags import contradictions
from compliance.analysis.stretch import Stretch, alike, speaking, stretch
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.engine.timeline import stretches
from compliance.model.case import Case
from compliance.model.finding import (
    STATUSES,
    Finding,
    Flag,
    Period,
    PracticeReport,
    Receipt,
    Related,
    Report,
    Status,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the law: under which standard of proof, and under which day's law."""

    standard: str = "proven"
    law_as_of: date | None = None


Law = Decider | EnactedLaw
"""The law as it is, or with bills enacted in it."""


def check(
    cases: Iterable[Case],
    decider: Law,
    question: Question = Question(),
    done: Callable[[Case], None] = lambda case: None,
) -> Report:
    """Findings on every case; `done` is told of each case as it is finished.

    Raises EnginesDisagree or InferenceError where the engines cannot be trusted; never a wrong finding.
    """
    reports: list[PracticeReport] = []
    library = decider.current if isinstance(decider, EnactedLaw) else decider.library
    digests: dict[str, str] = dict(library.files)
    for case in cases:
        reports.append(check_case(case, decider, question))
        digests[case.file] = case.digest
        done(case)
    return Report(tuple(reports), receipt(decider, digests, question))


def receipt(law: Law, digests: dict[str, str], question: Question) -> Receipt:
    """What findings were computed from."""
    decider = law.at(date.max) if isinstance(law, EnactedLaw) else law
    return Receipt(
        f"policy-compliance {__version__}",
        decider.engines,
        dict(sorted(digests.items())),
        decider.positions,
        question.standard,
        question.law_as_of,
        bills=dict(law.enactment.signed) if isinstance(law, EnactedLaw) else {},
    )


def check_case(
    case: Case, law: Law, question: Question = Question(), about: Collection[str] | None = None
) -> PracticeReport:
    """Findings on one case, as a timeline.

    With `about` only these rules get a finding: periods are cut as ever, but their statuses are those of these rules.
    """
    spans = list(_spans(case, law, question))
    found = contradictions(spans[0][0].library, case)
    counted = case.under(question.standard)
    groups: list[list[Stretch]] = []
    for decider, since, until in spans:
        decided = stretch(decider, case, counted, (since, until), question.law_as_of or since, found)
        if groups and alike(groups[-1][0], decided):
            groups[-1].append(decided)
        else:
            groups.append([decided])
    timeline = tuple(_period(group, about) for group in groups)
    flags: dict[Flag, None] = {contradicted(one): None for one in found}
    for period in timeline:
        flags.update(dict.fromkeys(flag for finding in period.findings for flag in finding.flags))
    return PracticeReport(
        case.id,
        case.title,
        case.file,
        gravest([period.status for period in timeline]),
        tuple(flags),
        timeline,
        found,
        tuple(related(case, spans[-1][0], question)),
        case.notes,
    )


def _spans(case: Case, law: Law, question: Question) -> Iterable[tuple[Decider, date, date | None]]:
    """The case's days as stretches under unchanging law, each with the decider that has it."""
    if question.law_as_of is not None:
        day = question.law_as_of
        decider = law.at(day, case.since) if isinstance(law, EnactedLaw) else law
        yield decider, case.since, case.until
        return
    if isinstance(law, Decider):
        for since, until in stretches(case.since, case.until, law.library):
            yield law, since, until
        return
    for span in law.spans(case.since):
        since = case.since if span.since is None else max(case.since, span.since)
        ends = [day for day in (case.until, span.until) if day is not None]
        last = min(ends) if ends else None
        if last is None or since <= last:
            for first, until in stretches(since, last, span.decider.library):
                yield span.decider, first, until


def gravest(statuses: Sequence[Status]) -> Status:
    """The gravest of several statuses."""
    return min(statuses, key=STATUSES.index)


def _period(stretches: Sequence[Stretch], about: Collection[str] | None) -> Period:
    """Stretches alike as one period."""
    rules = stretches[0].decider.library.rules
    asked = [rule for rule in rules if about is None or rule.id in about]
    findings = tuple(finding(speaking(stretches, rule), rule) for rule in asked)
    return Period(stretches[0].since, stretches[-1].until, _period_status(findings), findings)


def _period_status(findings: Sequence[Finding]) -> Status:
    """The gravest finding; one that is open and cannot be a violation counts only by itself.

    Where law that nobody could encode may forbid it for everybody, a contest between readings does not say what is
    known of the practice: it is undetermined.
    """
    applied = [finding for finding in findings if finding.status != "not-applicable"]
    if not applied:
        return "not-applicable" if any(finding.reaches for finding in findings) else "no-rule"
    settled = [
        finding.status
        for finding in applied
        if finding.can_be_violated or finding.status not in ("contested", "undetermined")
    ]
    found = gravest(settled or [finding.status for finding in applied])
    waits = any(finding.waits_for_text for finding in applied)
    return "undetermined" if found == "contested" and waits else found


def related(case: Case, decider: Decider, question: Question = Question()) -> Iterable[Related]:
    """The provisions that bear on the case, though no finding comes of them, and are law on some day of it."""
    library, last = decider.library, question.law_as_of or case.until or date.max
    evaluation = Evaluation(case, next(iter(decider.choices.values())), case.since)
    for instrument, name, logic in library.related:
        provision = library.provision(instrument, name)
        intervals = provision.in_force or library.instruments[instrument].in_force
        if not any(one.earliest <= last and (one.to is None or one.to >= case.since) for one in intervals):
            continue
        if evaluation.truth(logic) is True:
            cite = library.cite(instrument, name)
            seen = library.source(instrument, name).seen
            yield Related(
                instrument, name, cite, provision.gist, seen, intervals[0].earliest, provision.not_encoded
            )
