"""The coverage of law as Markdown, for job summaries and reviews."""

from collections.abc import Iterable, Iterator

from compliance.model.coverage import Coverage, InstrumentCoverage, Measure
from compliance.model.library import Library
from compliance.report.coverage import words
from compliance.report.markdown import safe
from compliance.report.words import NOTICE, sentence

_Rows = Iterable[tuple[str, ...]]


def render(coverage: Coverage, library: Library) -> str:
    """The totals and what is missing, then a table for each instrument."""
    of = {total.measure for total in coverage.totals}
    lines = ["# Coverage of law", "", *_totals(coverage), *_failed(coverage), *_gaps(coverage)]
    for one in coverage.instruments:
        lines += _instrument(one, library, of)
    lines += ["---", "", safe(NOTICE)]
    return "\n".join(lines).rstrip() + "\n"


def _totals(coverage: Coverage) -> Iterator[str]:
    rows = [
        (sentence(total.measure), words.share(total), sentence(words.apart(total)))
        for total in coverage.totals
    ]
    yield from _table(("Of", "Covered", "Beside them"), rows)
    yield words.ran(coverage)
    if coverage.idle:
        yield words.idle(coverage)
    yield ""


def _failed(coverage: Coverage) -> Iterator[str]:
    if coverage.failed:
        yield "## Scenarios that fail"
        yield ""
    for one in coverage.failed:
        yield f"- **{safe(one.scenario.title)}** ({safe(f'{one.scenario.file}:{one.line}')}): {safe(one.message)}"
    if coverage.failed:
        yield ""


def _gaps(coverage: Coverage) -> Iterator[str]:
    missing = [(total.measure, name) for total in coverage.totals for name in total.missing]
    yield "## Not covered"
    yield ""
    yield from [f"- {sentence(measure[:-1])} {safe(name)}" for measure, name in missing] or ["Nothing."]
    yield ""


def _instrument(one: InstrumentCoverage, library: Library, of: set[Measure]) -> Iterator[str]:
    found = library.instruments[one.id]
    yield f"## {safe(found.short)}: {safe(found.title)}"
    yield ""
    if rules := list(_rules(one, of)):
        yield from _table(("Rule or exception", "Scenarios", "Outcomes", "Never seen"), rules)
    if "readings" in of and (readings := list(_readings(one, library))):
        yield from _table(("Term", "Reading", "Scenarios", "Outcomes"), readings)
    if "provisions" in of:
        rows = [
            (
                library.provision(one.id, provision.name).pin or provision.name,
                words.state(provision, library, one.id),
                words.tallied(provision.exercises),
            )
            for provision in one.provisions
        ]
        yield from _table(("Provision", "State", "Named in scenarios"), rows)


def _rules(one: InstrumentCoverage, of: set[Measure]) -> Iterator[tuple[str, ...]]:
    for rule in one.rules:
        if "rules" in of or ("exceptions" in of and rule.exceptions):
            yield _row(rule.id, rule.covered, len(rule.exercises), words.tallied(rule.exercises), rule.never)
        for unless in rule.exceptions if "exceptions" in of else ():
            told = words.tallied(unless.exercises)
            yield _row(f"… unless {unless.name}", unless.covered, len(unless.exercises), told, unless.never)


def _row(name: str, covered: bool, count: int, told: str, never: Iterable[str]) -> tuple[str, ...]:
    return name, str(count), _told(covered, told), words.never(never)


def _told(covered: bool, told: str) -> str:
    return told if covered else f"NOT COVERED; {told}" if told else "NOT COVERED"


def _readings(one: InstrumentCoverage, library: Library) -> Iterator[tuple[str, ...]]:
    for term in one.terms:
        name = term.address.rpartition("#")[2]
        for reading in term.readings:
            told = _told(reading.covered, words.tallied(reading.exercises))
            count = str(len(reading.exercises)) if reading.in_use else "–"
            yield (
                name,
                reading.name,
                count,
                told if reading.in_use else words.on_record(reading, term, library),
            )


def _table(head: tuple[str, ...], rows: _Rows) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(safe, row))} |"
    yield ""
