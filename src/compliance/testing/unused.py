"""What a scenario built and nothing looked at."""

from collections.abc import Iterator

from compliance.model.library import Library
from compliance.model.logic import Logic
from compliance.testing.proceeding import Proceeding


def unused(proceeding: Proceeding) -> tuple[int, str] | None:
    """(line, what is wrong) where the scenario built something that nothing looked at; None where all was."""
    if proceeding.unchecked is not None:
        message = f"'{proceeding.unchecked.said}' is never checked; say 'When it is checked' behind it"
        return proceeding.unchecked.span.line, message
    used = used_facts(proceeding)
    for fact, line in proceeding.rows.items():
        if fact not in used:
            return line, (
                f"the table's row on '{fact}' was never used: no rule that applies, or that a step "
                "speaks of, asks about it; take the row out"
            )
    return None


def used_facts(proceeding: Proceeding) -> frozenset[str]:
    """The facts that some rule which applies, or was looked at, rests on; claims and flags included."""
    if proceeding.report is None or not proceeding.rows:
        return frozenset(proceeding.rows)
    rules = {touch.rule for touch in proceeding.touches}
    for period in proceeding.report.timeline:
        rules |= {finding.rule for finding in period.findings if finding.status != "not-applicable"}
    claimed = {fact for claim in proceeding.case().claims for fact in claim.facts}
    found = (fact for law in proceeding.libraries() for fact in _facts(law, rules, proceeding.whole))
    return frozenset({*claimed, *found})


def _facts(law: Library, rules: set[str], whole: bool) -> Iterator[str]:
    """The facts that rules rest on, and where the practice is looked at as a `whole` those of what bears on it."""
    conditions: list[Logic] = []
    for rule in law.rules:
        if rule.id in rules:
            conditions += [*rule.conditions, *(one.logic for one in rule.flags if one.logic is not None)]
            for key in law.support_of[rule.id].terms:
                yield from law.terms[key].term.settled_by
    if whole:
        conditions += [logic for _, _, logic in law.related]
    yield from law.support(*conditions).facts
