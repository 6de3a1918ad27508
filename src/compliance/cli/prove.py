"""`compliance prove`: questions about every practice that the vocabulary allows."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from compliance.cli.options import LibraryOption, OutputOption, PositionsOption, ShippedOption, SignedOption
from compliance.cli.proof_files import write_question, write_witnesses
from compliance.cli.session import chosen_positions, load, stacked, write
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.model.logic import Logic
from compliance.model.proof import Asked, Proof, Result
from compliance.source.nearest import did_you_mean, listed

if TYPE_CHECKING:
    from compliance.model.enactment import Enactment
    from compliance.prove.amendments import Variant
    from compliance.prove.run import Limits

HELP = (
    "Ask a question about every practice that the vocabulary allows; get a proof, or a practice that shows the "
    "contrary. Exit: 0 proved, or none found; 1 found; 3 not decided in the time given, or left open by law that is "
    "not encoded."
)
INPUT_ERROR = 2
WHOLE = "law"
"""What `--by` calls all law, with the bills in it."""
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
            metavar="QUESTION",
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
            help="For 'covers': the instrument that should forbid as much; repeatable. By default the bills alone; "
            "'law' is all law with the bills in it.",
            show_default=False,
        ),
    ] = None,
    bill: Annotated[
        list[str] | None,
        typer.Option(
            "--bill",
            help="Ask of the law with this bill in force; repeatable or joined by commas, in the order of enactment.",
            show_default=False,
        ),
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
    signed: SignedOption = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.001, max=86_400, help="Seconds for each position's question.")
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
    smt: Annotated[
        Path | None,
        typer.Option(
            "--smt",
            help="Write each question that is put to the solver into this folder, in SMT-LIB, with its answer.",
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
    _check("--by", [] if by == [WHOLE] else by or [], law)
    drafts = Drafts(law, stacked(bill or ()), signed.date() if signed else None, on.date() if on else None)
    limits = Limits(timeout, most, keep=None if smt is None else partial(write_question, smt))
    try:
        if question is Question.covers:
            proof = _covers(drafts, tuple(of or ()), tuple(by or ()), heard, limits)
        else:
            proof = _of_one(question, drafts, tuple(of or ()), harm, heard, limits)
    except Missing as missing:
        sys.stderr.write(f"error: {missing}\n")
        raise typer.Exit(INPUT_ERROR) from missing
    if folder is not None:
        files = write_witnesses(proof, law, folder)
        sys.stderr.write(f"{len(files)} files written below {folder}; play them with 'compliance test'\n")
    write(_rendered(proof, law, format_, files=folder is None), output)
    raise typer.Exit(CODES[proof.result])


@dataclass(frozen=True)
class Drafts:
    """The law as it is, and bills that may be enacted in it."""

    law: Library
    bills: tuple[str, ...]
    signed: date | None
    asked: date | None

    def with_bills(self, bills: tuple[str, ...]) -> "Enactment | None":
        """The law with bills enacted; None where there are none. Raises BadParameter and InputError."""
        if not bills:
            return None
        from compliance.analysis.enact import UnknownBill, enact

        try:
            return enact(self.law, bills, self.signed)
        except UnknownBill as unknown:
            raise typer.BadParameter(str(unknown), param_hint="--bill") from unknown

    def day(self, *enacted: "Enactment | None") -> date:
        """The day that was asked for, else the one on which the bills have taken effect, else today."""
        days = [day for one in enacted if one is not None for day in one.days.values()]
        return self.asked or max(days, default=date.today())

    def without_each(self, bills: tuple[str, ...], day: date, of: tuple[str, ...]) -> "list[Variant]":
        """The law of a day with the bills, each time without one of their amendments that is not only on record; those
        without which the others cannot stand are left out."""
        from compliance.analysis.enact import enact
        from compliance.model.enactment import Clause
        from compliance.prove.amendments import Variant
        from compliance.prove.run import only

        found: list[Variant] = []
        for amendment in (one for bill in bills for one in self.law.bills[bill].amendments):
            clause = Clause(amendment.bill, amendment.clause, amendment.name)
            try:
                law = enact(self.law, bills, self.signed, without=[clause]).on(day)
            except InputError:
                continue
            if amendment.written.not_encoded is None:
                cite = law.cite(amendment.bill, amendment.clause)
                found.append(Variant(amendment.name, cite, only(law, of)))
        return found

    def drafts_among(self, names: Sequence[str]) -> tuple[str, ...]:
        """The instruments that are bills."""
        return tuple(
            name
            for name in names
            if name in self.law.instruments and self.law.instruments[name].bill is not None
        )


def _covers(
    drafts: Drafts, of: tuple[str, ...], by: tuple[str, ...], heard: Sequence[str], limits: "Limits"
) -> Proof:
    from compliance.prove.run import only, prove

    law = drafts.law
    if not by and not drafts.bills:
        raise typer.BadParameter(
            "say what should forbid as much: --by INSTRUMENT, or --bill BILL", param_hint="--by"
        )
    earlier = drafts.drafts_among(of)
    bills = tuple(dict.fromkeys((*drafts.bills, *drafts.drafts_among(by))))
    before, after = drafts.with_bills(earlier), drafts.with_bills(bills)
    day = drafts.day(before, after)
    first = law if before is None else before.on(day)
    last = law if after is None else after.on(day)
    notes = []
    if by == (WHOLE,):
        by = ()
    elif not by:
        own = tuple(bill for bill in drafts.bills if any(rule.instrument == bill for rule in last.rules))
        by = own
        if not own:
            notes.append(
                "The bill has no rule of its own, so that the law with the bill in it is held against the law."
            )
        elif not of:
            notes.append(
                "All law is held against the bill by itself: '--by law' asks whether the law with the bill in it "
                "forbids as much, and '--of' asks about single instruments."
            )
    asked = Asked("covers", of, by, bills, earlier, signed=drafts.signed, day=day)
    titles = (_titled(law, of) or "the law as it is", _titled(law, by) or "the law with the bill in it")
    return prove(asked, (only(first, of), only(last, by)), titles, heard, limits=limits, notes=notes)


def _of_one(
    question: Question,
    drafts: Drafts,
    of: tuple[str, ...],
    harm: str | None,
    heard: Sequence[str],
    limits: "Limits",
) -> Proof:
    from compliance.prove.run import only, prove

    law = drafts.law
    bills = tuple(dict.fromkeys((*drafts.bills, *drafts.drafts_among(of))))
    enacted = drafts.with_bills(bills)
    day = drafts.day(enacted)
    found = law if enacted is None else enacted.on(day)
    wanted, title = _harm(law, harm, question)
    if question is Question.worst and not law.harms:
        raise typer.BadParameter("the vocabulary declares no harm; add 'harms:' to it", param_hint="question")
    asked = Asked(question.value, of, (), bills, harm=title, signed=drafts.signed, day=day)
    titled = _titled(law, of) or ("the law with the bill in it" if bills else "the law")
    variants = drafts.without_each(bills, day, of) if question is Question.unreachable else ()
    return prove(asked, (only(found, of),), (titled,), heard, wanted, limits, variants=variants)


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
        known = f"the harms are {listed(law.harms)}; or " if law.harms else ""
        help_ = did_you_mean(text, law.harms, f"{known}write a condition such as '{{act: disclosure}}'")
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
