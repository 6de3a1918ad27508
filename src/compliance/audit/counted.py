"""What was kept of a table's chunks, as the counts of a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from compliance.audit.agreements import Checked
from compliance.audit.cells import Counts
from compliance.audit.moments import day_of
from compliance.audit.reasons import Reasons
from compliance.audit.unit import Unit
from compliance.model.audit import Dimension, Example, RuleCount, Tally, UnitCount
from compliance.model.finding import STATUSES, Finding, Status
from compliance.model.library import Library, LinkedRule
from compliance.model.measure import UnitName

OPEN: tuple[Status, ...] = ("violated", "contested", "undetermined")
"""The statuses of which a row is given as an example."""


@dataclass(frozen=True, slots=True)
class UnitFound:
    """What was found of one table."""

    unit: UnitCount
    rules: tuple[RuleCount, ...]
    numbers: tuple[tuple[int, int], ...] = ()
    """Each profile with how many rows have it."""
    agencies: tuple[tuple[str | None, int], ...] = ()
    """Each agency, as the log writes it, with how many rows name it."""


def unit_counts(one: Unit, parts: Iterable[Path], reasons: Reasons) -> UnitFound:
    """The counts of a table, and of each rule that some row of it is something for."""
    counts = Counts(parts, one.verdicts)
    profiles = _profiles(counts)
    name = one.about.unit
    found: list[RuleCount] = []
    for rule in one.verdicts.rules:
        tally = counts.of_rule(rule.id)
        if tally.rows:
            examples, turns = _examples(one, rule, profiles, reasons)
            by = {dimension: counts.by(rule.id, dimension) for dimension in get_args(Dimension)}
            found.append(_rule_count(one.verdicts.library, rule, name, tally, by, examples, turns))
    chunks = [chunk for chunk in one.chunks if chunk.rows]
    since = day_of(chunks[0].since, one.log.zone) if chunks else None
    until = day_of(chunks[-1].last, one.log.zone) if chunks else None
    numbers = tuple(
        zip(*(counts.numbers.column(column).to_pylist() for column in ("number", "rows")), strict=True)
    )
    unit = UnitCount(name, counts.rows, 0, counts.of_rows(), since, until)
    return UnitFound(unit, tuple(found), numbers, tuple(counts.agencies.items()))


def _profiles(counts: Counts) -> dict[int, tuple[str, str]]:
    """Each profile with its verdict and its first row."""
    columns = (counts.numbers.column(name).to_pylist() for name in ("number", "verdict", "example"))
    found: dict[int, tuple[str, str]] = {}
    for number, verdict, example in zip(*columns, strict=True):
        found[number] = (verdict, min(example, found[number][1]) if number in found else example)
    return found


def _examples(
    one: Unit, rule: LinkedRule, profiles: Mapping[int, tuple[str, str]], reasons: Reasons
) -> tuple[tuple[Example, ...], tuple[str, ...]]:
    """A row of each status that is open or worse, and the terms on which a contest turns."""
    first: dict[Status, tuple[str, int]] = {}
    for number, (verdict, example) in profiles.items():
        ruling = one.verdicts.rulings(verdict).get(rule.id)
        if ruling is not None and ruling.status in OPEN:
            first[ruling.status] = min(first.get(ruling.status, (example, number)), (example, number))
    examples, turns = [], dict[str, None]()
    for status in OPEN:
        if status in first:
            row, number = first[status]
            facts = one.profiles.facts(number)
            words = one.profiles.words(number)
            examples.append(Example(row, status, reasons.sentence(rule, *facts, words)))
            finding = reasons.finding(rule, *facts)
            turns.update(dict.fromkeys(term for terms in finding.turns_on for term in terms))
    return tuple(examples), tuple(turns)


def _rule_count(
    library: Library,
    rule: LinkedRule,
    unit: UnitName,
    tally: Tally,
    by: Mapping[Dimension, Mapping[str, Tally]],
    examples: tuple[Example, ...],
    turns: tuple[str, ...],
) -> RuleCount:
    return RuleCount(
        rule.id,
        rule.rule.title,
        rule.instrument,
        rule.provision,
        library.cite(rule.instrument, rule.provision),
        rule.modality,
        library.source(rule.instrument, rule.provision).seen,
        unit,
        tally,
        by,
        examples,
        turns,
    )


# --- agencies with access ---------------------------------------------------------------------------------


def agreement_counts(library: Library, checked: Sequence[Checked]) -> UnitFound:
    """The counts of agreements: all in all, and of each rule that is about some of them."""
    found: list[RuleCount] = []
    for rule in library.rules:
        met = [(one, finding) for one in checked if (finding := one.finding(rule.id)) is not None]
        if rule.modality != "permission" and met:
            agencies: dict[str, list[Finding]] = {}
            for one, finding in met:
                agencies.setdefault(one.id, []).append(finding)
            by: dict[Dimension, Mapping[str, Tally]] = {
                "agency": {agency: _tally(findings) for agency, findings in agencies.items()}
            }
            examples = _first_of_each(met)
            turns = dict.fromkeys(t for _, finding in met for terms in finding.turns_on for t in terms)
            tally = _tally([finding for _, finding in met])
            found.append(_rule_count(library, rule, "agreements", tally, by, examples, tuple(turns)))
    statuses = [one.report.status for one in checked]
    whole = {status: statuses.count(status) for status in STATUSES if status in statuses}
    days = [period for one in checked for period in one.report.timeline]
    since = min((period.since for period in days), default=None)
    until = max((period.until for period in days if period.until), default=None)
    return UnitFound(UnitCount("agreements", len(checked), 0, Tally(whole, {}), since, until), tuple(found))


def _first_of_each(met: Sequence[tuple[Checked, Finding]]) -> tuple[Example, ...]:
    first: dict[Status, Example] = {}
    for one, finding in met:
        if finding.status in OPEN:
            first.setdefault(finding.status, Example(one.id, finding.status, finding.reason))
    return tuple(first[status] for status in OPEN if status in first)


def _tally(findings: Sequence[Finding]) -> Tally:
    statuses = [finding.status for finding in findings]
    positions: dict[str, dict[Status, int]] = {}
    for finding in findings:
        for position, status in finding.positions.items():
            own = positions.setdefault(position, {})
            own[status] = own.get(status, 0) + 1
    ordered = {status: statuses.count(status) for status in STATUSES if status in statuses}
    return Tally(ordered, positions)
