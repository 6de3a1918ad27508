"""`compliance explain`: what one thing in the library means, or why a practice has its finding."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.analysis.check import Question, check
from compliance.analysis.explain import explain as explain_subject
from compliance.analysis.explain import subjects
from compliance.analysis.flips import Flip, flips
from compliance.cli.options import LibraryOption, PositionsOption, ShippedOption
from compliance.cli.session import color_wanted, decider_for, load
from compliance.engine.decide import Decider
from compliance.model.diagnostic import InputError
from compliance.model.finding import Report
from compliance.model.library import Library
from compliance.source.nearest import did_you_mean
from compliance.source.practices import read_cases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compliance.report.blocks import Block

HELP = (
    "Explain an instrument, provision, term, rule, fact, position, role, actor or diagnostic code, "
    "or the steps of scenarios; "
    "with --practice, a finding."
)
STEPS = "steps"
"""What lists the published steps."""


def explain(
    subject: Annotated[
        str | None,
        typer.Argument(
            help="What to explain; 'steps', 'roles' and 'actors' list what scenarios can say; "
            "without it, the instruments are listed."
        ),
    ] = None,
    practice: Annotated[
        Path | None,
        typer.Option("--practice", help="Explain this rule's finding on this practice.", show_default=False),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="The day to explain the finding for."),
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
) -> None:
    """Print the page, or the finding with everything that would change it."""
    if subject == STEPS and practice is None:
        _explain_steps()
        return
    law = load(library, shipped)
    if subject is None and practice is not None:
        raise typer.BadParameter("name the rule whose finding is to be explained", param_hint="subject")
    if subject is None:
        for name, instrument in law.instruments.items():
            typer.echo(f"{name}\n    {instrument.title}")
        return
    if practice is not None:
        if subject in law.proposed:
            raise typer.BadParameter(
                f"'{subject}' stands in a bill and is no law; what would be found under it: "
                f"compliance check {practice} --bill {law.proposed[subject]} --explain"
            )
        if subject not in law.rule_by_id:
            raise typer.BadParameter(
                f"no rule is called '{subject}'; " + _nearest(subject, list(law.rule_by_id))
            )
        _explain_finding(law, decider_for(law, positions), subject, practice, on.date() if on else None)
        return
    page = explain_subject(law, _full_name(law, subject))
    if page is None:
        raise typer.BadParameter(
            f"there is nothing called '{subject}'; " + _nearest(subject, [*subjects(law), STEPS])
        )
    from compliance.report.page import render

    sys.stdout.write(render(page))


def _explain_steps() -> None:
    from compliance.report.page import render
    from compliance.testing.steps_page import steps_page
    from compliance.testing.vocabulary import VOCABULARY

    sys.stdout.write(render(steps_page(VOCABULARY)))


def _full_name(law: Library, subject: str) -> str:
    """A subject as the library names it: a bare term or provision stands for the only one of that name."""
    known = subjects(law)
    ending = [name for name in known if name.endswith(f"#{subject}")]
    return ending[0] if subject not in known and len(ending) == 1 else subject


def _nearest(subject: str, known: list[str]) -> str:
    ending = [name for name in known if name.endswith(f"#{subject}")]
    if ending:
        return "it may be " + " or ".join(f"'{name}'" for name in ending)
    return did_you_mean(subject, known, "without an argument, 'compliance explain' lists the instruments")


def _explain_finding(law: Library, decider: Decider, rule: str, path: Path, day: date | None) -> None:
    cases, problems = read_cases([path], law)
    if problems:
        raise InputError(problems)
    if len(cases) != 1:
        raise typer.BadParameter(
            f"'{path}' has {len(cases)} practices; name a file of one", param_hint="--practice"
        )
    (case,) = cases
    report = check([case], decider, Question())
    timeline = report.practices[0].timeline
    held = [p for p in timeline if day is None or (p.since <= day and (p.until is None or day <= p.until))]
    if not held:
        raise typer.BadParameter(f"the practice has no day {day}", param_hint="--on")
    period = held[-1]
    only = _only(report, rule, period.since)
    from compliance.report.text import render

    further = [
        block
        for position in decider.positions_of(law.rule_by_id[rule])
        for block in _would_be(
            law.positions[position].title if position in law.positions else position,
            flips(law, case.under("proven"), period.since, law.rule_by_id[rule], decider.choices[position]),
        )
    ]
    sys.stdout.write(render(only, law, explain=True, color=color_wanted(None), further=further))


def _only(report: Report, rule: str, since: date) -> Report:
    """The report with nothing but one rule in one period."""
    from dataclasses import replace

    practice = report.practices[0]
    timeline = tuple(
        replace(period, findings=(finding,), status=finding.status)
        for period in practice.timeline
        if period.since == since
        for finding in period.findings
        if finding.rule == rule
    )
    alone = replace(practice, timeline=timeline, related=(), status=timeline[0].status)
    return replace(report, practices=(alone,))


def _would_be(title: str, found: tuple[Flip, ...]) -> "Iterator[Block]":
    """What would give a position another finding."""
    from compliance.report.blocks import Heading, Item, Paragraph, Points
    from compliance.report.words import STATUS

    if not found:
        yield Heading(2, title)
        yield Paragraph("No change of one or two facts leads to another settled finding.")
        return
    yield Heading(2, f"{title}: any one of these would change the finding")
    for flip in found[:12]:
        together = " if all of this were so" if len(flip.changes) > 1 else " if"
        example = ", for example" if flip.example else ""
        items = tuple(
            Item(
                change.ask,
                notes=((0, f"as it stands: {change.stands}"), (0, f"it would take: {change.instead}")),
            )
            for change in flip.changes
        )
        yield Points(f"{STATUS[flip.status]}{together}{example}:", items)
