"""Witnesses written down: each as a practice file, and as a scenario that asserts what the check finds of it."""

from collections.abc import Iterator
from pathlib import Path

import typer

from compliance.analysis.check import Law, check_case
from compliance.analysis.enacted import EnactedLaw
from compliance.engine.decide import Decider
from compliance.model.finding import Finding, Period
from compliance.model.library import Library
from compliance.model.proof import Proof, Witness
from compliance.source.from_data import practice_from
from compliance.source.write import practice_text, write_whole


def write_witnesses(proof: Proof, library: Library, folder: Path) -> list[Path]:
    """`practices/NAME.yaml` and `NAME.feature` for each witness, in a folder. Raises BadParameter where it cannot."""
    written: list[Path] = []
    try:
        (folder / "practices").mkdir(parents=True, exist_ok=True)
        for answer in proof.answers:
            if answer.witness is not None:
                one = answer.witness
                practice, feature = folder / "practices" / f"{one.name}.yaml", folder / f"{one.name}.feature"
                write_whole(practice_text(one.practice), practice)
                write_whole(_feature(proof, one, answer.says, library), feature)
                written += [practice, feature]
    except OSError as error:
        raise typer.BadParameter(
            f"'{folder}' cannot be written: {error.strerror}", param_hint="--write"
        ) from error
    return written


def _feature(proof: Proof, witness: Witness, says: str, library: Library) -> str:
    lines = [f"Feature: {says}", ""]
    parts = [(True, [one for one in witness.shown if one.bills])]
    if any(not one.bills for one in witness.shown):
        parts.insert(0, (False, [one for one in witness.shown if not one.bills]))
    if not proof.asked.bills:
        parts = [(False, list(witness.shown))]
    for bills, shown in parts:
        under = "" if len(parts) == 1 else ", with the bill" if bills else ", as the law is"
        rules = tuple(one.rule for one in shown)
        lines += [
            f"  Scenario: {witness.practice['title']}{under}",
            *_steps(proof, witness, bills, rules, library),
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _steps(
    proof: Proof, witness: Witness, bills: bool, rules: tuple[str, ...], library: Library
) -> Iterator[str]:
    """What is given, and what the whole law finds of it, which may be more than what was asked about."""
    asked = proof.asked
    yield f'    Given the practice "{witness.name}"'
    for bill in asked.bills if bills else ():
        signed = "" if asked.signed is None else f", signed on {asked.signed}"
        yield f'    And the bill "{bill}" is law{signed}'
    heard = (witness.position,) if witness.position in library.positions else ()
    for position in heard:
        yield f'    And only the position "{position}" is heard'
    law: Law = EnactedLaw(library, asked.bills, asked.signed, heard) if bills else Decider(library, heard)
    case = practice_from(witness.practice, f"{witness.name}.yaml", library)
    period = check_case(case, law).timeline[-1]
    yield "    When it is checked"
    yield from _then(period, rules)


def _then(period: Period, rules: tuple[str, ...]) -> Iterator[str]:
    if period.status == "no-rule":
        yield "    Then no rule governs it"
    else:
        yield f"    Then the practice is {period.status}"
    for finding in period.findings:
        if finding.rule in rules:
            yield f"    And {_found(finding)}"


def _found(finding: Finding) -> str:
    because = f" because {finding.reason}" if finding.status == "not-applicable" else ""
    return f'"{finding.rule}" is {finding.status}{because}'
