"""`compliance ask`: an interview that ends in a practice file and its findings."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from compliance.analysis.check import Question, check
from compliance.analysis.interview import Next, next_question
from compliance.cli.options import LibraryOption, PositionsOption, ShippedOption
from compliance.cli.session import color_wanted, decider_for, load, write
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.model.vocabulary import UNKNOWN
from compliance.source.files import read_file
from compliance.source.from_data import practice_from
from compliance.source.interviews import Record, interview_of, interview_text, practice_of, question
from compliance.source.nearest import as_name, did_you_mean
from compliance.source.write import practice_data, practice_text

HELP = "Interview at the terminal: asks only what still matters, then saves the practice and checks it."
NOT_KNOWN = ("?", "unknown", "i don't know", "don't know", "")


def ask(
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the practice is saved.")],
    start: Annotated[
        Path | None,
        typer.Option(
            "--from", help="Go on with this practice, or with this saved interview.", show_default=False
        ),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers",
            help="Save questions and answers here (.yaml or .json), and go on with them where the file exists.",
            show_default=False,
        ),
    ] = None,
    about: Annotated[
        list[str] | None, typer.Option("--about", help="Ask only what this instrument needs; repeatable.")
    ] = None,
    library: LibraryOption = None,
    shipped: ShippedOption = True,
    positions: PositionsOption = None,
) -> None:
    """Ask, save, check."""
    law = load(library, shipped)
    for instrument in about or ():
        if instrument not in law.instruments:
            help_ = did_you_mean(instrument, law.instruments, "'compliance explain' lists the instruments")
            raise typer.BadParameter(f"no instrument is called '{instrument}'; {help_}", param_hint="--about")
    decider = decider_for(law, positions)
    going_on = answers if start is None and answers is not None and answers.exists() else start
    record = _begin(going_on, output, law)
    typer.echo(
        "Answer with a number, a word, or several separated by commas. '?' means: I don't know. 'stop' ends.\n"
    )
    try:
        _interview(decider, record, tuple(about or ()))
    except (EOFError, KeyboardInterrupt, typer.Abort):
        typer.echo("\nStopped; what was answered is kept.")
    if answers is not None:
        write(interview_text(record.interview(), as_json=answers.suffix.lower() == ".json"), answers)
        typer.echo(
            f"\nThe answers are in {answers}. To go on: compliance ask --answers {answers} -o {output}"
        )
    data = record.data
    if "on" not in data and "during" not in data:
        typer.echo("No practice was saved: it needs a date.", err=True)
        raise typer.Exit(2)
    write(practice_text(data), output)
    typer.echo(f"\nSaved as {output}. To check it again: compliance check {output}\n")
    from compliance.report import render

    report = check([practice_from(data, str(output), law)], decider, Question())
    sys.stdout.write(render("text", report, law, color=color_wanted(None), explain=False))


def _begin(start: Path | None, output: Path, law: Library) -> Record:
    """The interview so far: of a file, or an empty one named after the file it will be saved as."""
    if start is None:
        return Record.new(as_name(output.stem) or "practice")
    file, problems = read_file(start, ("practice", "interview"))
    if file is None:
        raise InputError(problems)
    if file.kind == "practice":
        return Record.of_interview(interview_of(practice_data(file.model), law))
    practice, problems = practice_of(file, dated=False)
    if problems:
        raise InputError(problems)
    del practice
    return Record.of_interview(file.document.data)


def _interview(decider: Decider, record: Record, about: tuple[str, ...]) -> None:
    if "on" not in record.data and "during" not in record.data:
        ask = question("when", decider.library)
        record.put("when", ask, _day(f"{ask} (year-month-day)"))
    while True:
        case: Case = practice_from(record.data, record.data["practice"], decider.library)
        following = next_question(decider, case, case.since, record.settled, about)
        if following is None:
            typer.echo("Nothing else matters to any rule.")
            return
        if following.role is not None:
            record.put(f"role:{following.role}", following.ask, _ask_party(following, decider.library))
        else:
            record.put(f"fact:{following.fact}", following.ask, _ask_fact(following))


def _day(prompt: str) -> str:
    while True:
        text = _prompt(prompt)
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            typer.echo(f"'{text}' is not a date; write it as 2019-05-08.")


def _prompt(label: str) -> str:
    typer.echo(label)
    line = sys.stdin.readline() if not sys.stdin.isatty() else input("> ") + "\n"
    if not line or line.strip().lower() == "stop":
        raise EOFError
    return line.strip()


def _show(question: Next) -> list[str]:
    typer.echo(f"\n{question.ask}")
    typer.echo(f"  It matters to {question.why}.")
    names = list(question.values or ())
    for number, name in enumerate(names, 1):
        typer.echo(f"  {number:>2}  {(question.values or {})[name]}")
    return names


def _ask_party(question: Next, library: Library) -> Any:
    names = _show(question)
    answer = _prompt("  (a number; or the name of a body that is not listed)")
    if answer.lower() in NOT_KNOWN:
        return UNKNOWN
    chosen = _pick(answer, names)
    return chosen if chosen in library.actors else {"title": answer}


def _ask_fact(question: Next) -> Any:
    names = _show(question)
    hint = {"set": "  (numbers separated by commas; '0' for none; end with '?' if there may be more)"}
    while True:
        answer = _prompt(hint.get(question.type, f"  ({question.unit})" if question.unit else ""))
        try:
            return _stated(question, answer, names)
        except ValueError as error:
            typer.echo(f"  {error}")


def _stated(question: Next, answer: str, names: list[str]) -> Any:
    """An answer as the practice file has it. Raises ValueError with what to do instead."""
    if answer.lower() in NOT_KNOWN:
        return "unknown"
    if question.type == "set":
        parts = [part.strip() for part in answer.replace(";", ",").split(",") if part.strip()]
        more = any(part.endswith("?") for part in parts)
        picked = [
            _must_pick(part.rstrip("? "), names) for part in parts if part.rstrip("? ") not in ("", "0")
        ]
        return {"includes": picked} if more and picked else "unknown" if more else picked
    if question.type == "yes-no":
        word = {"y": "true", "yes": "true", "n": "false", "no": "false"}.get(answer.lower(), answer)
        return _must_pick(word, names) == "true"
    if question.type == "choice":
        return _must_pick(answer, names)
    if question.type == "day":
        return date.fromisoformat(answer).isoformat()
    try:
        return int(answer)
    except ValueError:
        return float(answer)


def _pick(answer: str, names: list[str]) -> str | None:
    if answer.isdigit() and 1 <= int(answer) <= len(names):
        return names[int(answer) - 1]
    return answer if answer in names else None


def _must_pick(answer: str, names: list[str]) -> str:
    chosen = _pick(answer, names)
    if chosen is None:
        raise ValueError(
            f"'{answer}' is not one of the answers; give a number from 1 to {len(names)}, or '?'."
        )
    return chosen
