"""What a scenario has to expect so that it passes on one report and fails on another: steps after Then."""

from collections.abc import Collection, Iterator

from compliance.model.finding import Finding, Period, PracticeReport

Looked = tuple[PracticeReport, Period]
"""A report and the period of it that is looked at."""


def expectations(before: Looked, after: Looked, first: Collection[str]) -> list[str]:
    """Steps that hold of the one and not of the other, none where no step tells them apart.

    They speak of one rule, of one in `first` where that is enough, and rather of its status than of details.
    """
    pairs = [(one, two) for one, two in zip(before[1].findings, after[1].findings, strict=True)]
    pairs.sort(key=lambda pair: pair[0].rule not in first)
    for kind in (_status, _positions, _exceptions, _possible, _flags, _conflicts, _turns, _asks):
        for one, two in pairs:
            steps = list(kind(one, two))
            if steps:
                return ([] if kind is _status else [f'"{one.rule}" is {one.status}']) + steps[:1]
    return list(_related(before[0], after[0]))[:1]


def _status(one: Finding, two: Finding) -> Iterator[str]:
    if one.status != two.status:
        yield f'"{one.rule}" is {one.status}'
    elif one.status == "not-applicable" and one.reason != two.reason:
        yield f'"{one.rule}" is not-applicable because {one.reason}'


def _positions(one: Finding, two: Finding) -> Iterator[str]:
    for position, status in one.positions.items():
        if two.positions.get(position) != status:
            yield f'the position "{position}" finds it {status}'


def _exceptions(one: Finding, two: Finding) -> Iterator[str]:
    other = {tried.id: tried.status for tried in two.exceptions}
    for tried in one.exceptions:
        if other.get(tried.id) != tried.status:
            yield f'the exception "{tried.id}" {"" if tried.status == "fails" else "is "}{tried.status}'


def _possible(one: Finding, two: Finding) -> Iterator[str]:
    for status in one.possible:
        if status not in two.possible:
            yield f"{status} is still possible"
    if two.can_be_violated and not one.can_be_violated:
        yield "no violation is possible"


def _flags(one: Finding, two: Finding) -> Iterator[str]:
    before, after = ({flag.name for flag in finding.flags} for finding in (one, two))
    for name in sorted(before ^ after):
        yield f'it is {"" if name in before else "not "}flagged "{name}"'


def _conflicts(one: Finding, two: Finding) -> Iterator[str]:
    for rule in one.conflicts_with:
        if rule not in two.conflicts_with:
            yield f'it conflicts with "{rule}"'


def _turns(one: Finding, two: Finding) -> Iterator[str]:
    before, after = (
        {term.rpartition("#")[2] for terms in finding.turns_on for term in terms} for finding in (one, two)
    )
    for term in sorted(before ^ after):
        yield f'it {"turns" if term in before else "does not turn"} on "{term}"'


def _asks(one: Finding, two: Finding) -> Iterator[str]:
    before, after = (
        {question.fact for questions in finding.missing for question in questions} for finding in (one, two)
    )
    for fact in sorted(before ^ after):
        yield f'it {"asks" if fact in before else "does not ask"} about "{fact}"'


def _related(one: PracticeReport, two: PracticeReport) -> Iterator[str]:
    before, after = (
        {f"{found.instrument}#{found.provision}" for found in report.related} for report in (one, two)
    )
    for address in sorted(before ^ after):
        yield f'"{address}" is {"" if address in before else "not "}named as bearing on it'
