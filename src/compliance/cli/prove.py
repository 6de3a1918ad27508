"""`compliance prove`: questions about every practice that the vocabulary allows."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.options import LibraryOption, OutputOption, PositionsOption, ShippedOption
from compliance.cli.session import chosen_positions, load, write
from compliance.model.library import Library
from compliance.model.logic import Logic
from compliance.model.proof import Asked, Proof, Result
from compliance.source.nearest import did_you_mean, listed

if TYPE_CHECKING:
    from compliance.prove.run import Limits

HELP = (
    "Ask a question about every practice that the vocabulary allows; get a proof, or a practice that shows the "
    "contrary. Exit: 0 proved, or none found; 1 found; 3 not decided in the time given."
)
INPUT_ERROR = 2
CODES: dict[Result, int] = {"proved": 0, "found": 1, "not decided": 3}


class Format(StrEnum):
    """How the report is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


class Question(StrEnum):
    """What is asked."""

    covers = "covers"
    loophole = "loophole"
    conflicts = "conflicts"
    gaps = "gaps"
    unreachable = "unreachable"
    redundant = "redundant"
    worst = "worst"


def prove(
    question: Annotated[
        Question,
        typer.Argument(
            help="covers: does the bill forbid all that the law forbids? loophole: what does the harm and is lawful? "
            "conflicts: what is both forbidden and allowed or required? gaps: what does no rule reach? "
            "unreachable: which rules and exceptions can never matter? redundant: which rules do others imply? "
            "worst: the most harmful practice that is lawful.",
            show_default=False,
        ),
    ],
    of: Annotated[
        list[str] | None,
        typer.Option("--of", help="Ask of this instrument alone; repeatable.", show_default=False),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            help="For 'covers': the instrument that should forbid as much; repeatable. By default the bills.",
            show_default=False,
        ),
    ] = None,
    bill: Annotated[
        list[str] | None,
        typer.Option("--bill", help="Ask of the law with this bill in force; repeatable.", show_default=False),
    ] = None,
    harm: Annotated[
        str | None,
        typer.Option(
            "--harm",
            help="For 'loophole': a harm of the vocabulary, or a condition such as '{act: disclosure}'.",
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--on",
            formats=["%Y-%m-%d"],
            help="The day of the law; by default the day on which the bills have taken effect, or today.",
            show_default=False,
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.001, help="Seconds for each position's question.")
    ] = 10.0,
    most: Annotated[int, typer.Option("--most", min=1, help="How many loopholes are shown.")] = 12,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--write",
            help="Write each practice that is shown, and a scenario that asserts what is found, into this folder.",
            show_default=False,
        ),
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="How the report is written.")
    ] = Format.text,
    output: OutputOption = None,
) -> None:
    """Answer the question."""
    from compliance.prove.run import Limits
    from compliance.prove.solver import Missing

    law = load(library, shipped)
    heard = chosen_positions(law, positions) or tuple(law.positions)
    _check("--of", of or [], law)
    day = on.date() if on else date.today()
    limits = Limits(timeout, most)
    try:
        if question is Question.covers:
            proof = _covers(law, of or [], by or [], day, heard, limits)
        else:
            proof = _of_one(question, law, of or [], harm, day, heard, limits)
    except Missing as missing:
        sys.stderr.write(f"error: {missing}\n")
        raise typer.Exit(INPUT_ERROR) from missing
    write(_rendered(proof, law, format_, files=folder is None), output)
    raise typer.Exit(CODES[proof.result])


def _covers(
    law: Library, of: Sequence[str], by: Sequence[str], day: date, heard: Sequence[str], limits: "Limits"
) -> Proof:
    from compliance.prove.run import only, prove

    if not by:
        raise typer.BadParameter("name the instrument that should forbid as much: --by", param_hint="--by")
    _check("--by", by, law)
    asked = Asked("covers", tuple(of), tuple(by), day=day)
    laws = (only(law, of), only(law, by))
    titles = (_titled(law, of) or "the law", _titled(law, by))
    return prove(asked, laws, titles, heard, limits=limits)


def _of_one(
    question: Question,
    law: Library,
    of: Sequence[str],
    harm: str | None,
    day: date,
    heard: Sequence[str],
    limits: "Limits",
) -> Proof:
    from compliance.prove.run import only, prove

    wanted, title = _harm(law, harm, question)
    asked = Asked(question.value, tuple(of), harm=title, day=day)
    return prove(asked, (only(law, of),), (_titled(law, of) or "the law",), heard, wanted, limits)


def _harm(law: Library, text: str | None, question: Question) -> tuple[Logic | None, str]:
    if question is not Question.loophole:
        return None, ""
    if text is None:
        known = f"the harms are {listed(law.harms)}; or " if law.harms else ""
        message = f"say which harm: {known}write a condition such as '{{act: disclosure}}'"
        raise typer.BadParameter(message, param_hint="--harm")
    if text in law.harms:
        return law.harms[text].logic, law.harms[text].title
    from compliance.source.condition_text import condition_from

    if not text.lstrip().startswith("{"):
        help_ = did_you_mean(text, law.harms, "write a condition such as '{act: disclosure}'")
        raise typer.BadParameter(f"no harm is called '{text}'; {help_}", param_hint="--harm")
    return condition_from(text, "--harm", law), text


def _check(option: str, names: Sequence[str], law: Library) -> None:
    for name in names:
        if name not in law.instruments:
            help_ = did_you_mean(name, law.instruments, "'compliance explain' lists the instruments")
            raise typer.BadParameter(f"no instrument is called '{name}'; {help_}", param_hint=option)


def _titled(law: Library, names: Sequence[str]) -> str:
    return " and ".join(law.instruments[name].short for name in names)


def _rendered(proof: Proof, law: Library, format_: Format, *, files: bool) -> str:
    match format_:
        case Format.json:
            from compliance.report.proof_json import render
        case Format.markdown:
            from compliance.report.proof_markdown import render
        case Format.text:
            from compliance.report.proof_text import render
    return render(proof, law, files=files)
