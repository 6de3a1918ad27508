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


def write_question(folder: Path, name: str, text: str) -> None:
    """A question to the solver, as `NAME.smt2` in a folder. Raises BadParameter where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(text, folder / f"{name}.smt2")
    except OSError as error:
        raise typer.BadParameter(
            f"'{folder}' cannot be written: {error.strerror}", param_hint="--smt"
        ) from error


def _feature(proof: Proof, witness: Witness, says: str, library: Library) -> str:
    """A scenario for each of the laws that the question is about."""
    asked = proof.asked
    laws = [asked.before, asked.bills] if asked.question == "covers" else [asked.bills]
    lines = [f"Feature: {says}"]
    for bills in dict.fromkeys(laws):
        under = f", with {' and '.join(bills)}" if bills else ", as the law is" if len(set(laws)) > 1 else ""
        shown = tuple(one.rule for one in witness.shown if laws[one.place] == bills)
        steps = _steps(proof, witness, bills, shown, library)
        lines += ["", f"  Scenario: {witness.practice['title']}{under}", *steps]
    return "\n".join(lines) + "\n"


def _steps(
    proof: Proof, witness: Witness, bills: tuple[str, ...], rules: tuple[str, ...], library: Library
) -> Iterator[str]:
    """What is given, and what the whole law finds of it, which may be more than what was asked about."""
    asked = proof.asked
    yield f'    Given the practice "{witness.name}"'
    for bill in bills:
        signed = "" if asked.signed is None else f", signed on {asked.signed}"
        yield f'    And the bill "{bill}" is law{signed}'
    heard = (witness.position,) if witness.position in library.positions else ()
    for position in heard:
        yield f'    And only the position "{position}" is heard'
    law: Law = EnactedLaw(library, bills, asked.signed, heard) if bills else Decider(library, heard)
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
