"""Saved interviews to practices, and back: each part of a practice is the answer to a question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.interview import WHOLE, Interview
from compliance.model.library import Library
from compliance.model.span import Span
from compliance.model.vocabulary import UNKNOWN
from compliance.source.files import SourceFile
from compliance.source.located import located, practice_file
from compliance.source.nearest import short
from compliance.source.write import json_text, practice_text
from compliance.source.yaml_text import Loc

_ASK = {
    "when": "When did it happen?",
    "claims": "What was said about it, and by whom?",
    "evidence": "What do the facts rest on?",
    "notes": "What else should readers know?",
    "row": "Which rows of the register is it for?",
}


def practice_of(file: SourceFile, *, dated: bool = True) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """The practice that an interview has gathered; what is wrong with it is placed in the interview's file.

    Without `dated` it may still lack its date.
    """
    document, interview = file.document, file.model
    assert isinstance(interview, Interview)
    data: dict[str, Any] = {"practice": interview.interview, "title": interview.title}
    places: dict[Loc, Span] = {("practice",): document.span(("interview",))}
    places["title",] = document.span(("title",))
    names: dict[Loc, Span] = {("practice",): document.key_span(("interview",))}
    first: dict[str, int] = {}
    moved: dict[str | int, Loc] = {}
    problems: list[Diagnostic] = []
    for i, one in enumerate(interview.answers):
        at: Loc = ("answers", i)
        if one.about in first:
            message = f"a second answer is about '{short(one.about)}'"
            help_ = f"the first is on line {document.span(('answers', first[one.about])).line}; take one out"
            problems.append(document.complain("defined-twice", message, document.span((*at, "about")), help_))
        first.setdefault(one.about, i)
        put = _put(data, one.about, document.data["answers"][i]["answer"])
        if put is not None:
            moved[i] = put
            names[put] = document.span((*at, "about"))
            if put[0] == "judgments":
                places[*put, "term"] = names[put]
    for loc, span in document.values.items():
        if loc[2:3] == ("answer",) and loc[1] in moved:
            places[*moved[loc[1]], *loc[3:]] = span
    for loc, span in document.keys.items():
        if len(loc) > 3 and loc[2] == "answer" and loc[1] in moved:
            names[*moved[loc[1]], *loc[3:]] = span
    around = document.span(())
    made = located(data, places, around, document.text, document.digest, names)
    practice, more = practice_file(file.path, made)
    more = tuple(one for one in more if dated or one.code != "practice-date")
    return (None if problems else practice), (*problems, *more)


def _put(data: dict[str, Any], about: str, answer: Any) -> Loc | None:
    """Put an answer where a practice file has it; None where there is no place for it, since it is not known."""
    kind, _, name = about.partition(":")
    if answer == UNKNOWN and kind != "fact":
        return None
    if kind == "fact":
        data.setdefault("facts", {})[name] = answer
        return ("facts", name)
    if kind == "role":
        data.setdefault("parties", {})[name] = answer
        return ("parties", name)
    if kind == "judgment":
        term, _, role = name.partition("@")
        judged = answer if isinstance(answer, dict) else {"holds": answer}
        judgments = data.setdefault("judgments", [])
        judgments.append({"term": term, **({"of": role} if role else {}), **judged})
        return ("judgments", len(judgments) - 1)
    key = kind if kind != "when" else "during" if isinstance(answer, dict) else "on"
    data[key] = answer
    return (key,)


@dataclass
class Record:
    """An interview as it goes on: the answers in order, and the practice that they give so far."""

    answers: list[dict[str, Any]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def new(cls, name: str) -> "Record":
        """One that begins, about a practice of this name."""
        return cls([], {"practice": name, "title": name.replace("-", " ").capitalize()})

    @classmethod
    def of_interview(cls, interview: Mapping[str, Any]) -> "Record":
        """One that goes on."""
        record = cls([], {"practice": interview["interview"], "title": interview["title"]})
        for one in interview.get("answers", ()):
            record.put(one["about"], one["question"], one["answer"])
        return record

    def put(self, about: str, question: str, answer: Any) -> None:
        """Take an answer."""
        self.answers.append({"question": question, "about": about, "answer": answer})
        _put(self.data, about, answer)

    @property
    def settled(self) -> set[str]:
        """What was asked about, answered or not: facts by name, roles as role:NAME."""
        return {one["about"].removeprefix("fact:") for one in self.answers}

    def interview(self) -> dict[str, Any]:
        """As its file has it."""
        return {
            "interview": self.data["practice"],
            "title": self.data["title"],
            "answers": self.answers,
        }


def interview_text(interview: Mapping[str, Any], *, as_json: bool = False) -> str:
    """An interview as the text of its file."""
    if as_json:
        return json_text(interview) + "\n"
    return practice_text(interview)


def asked_in_vain(interview: Interview) -> list[str]:
    """What was asked and nobody could say, where a practice has no place for that."""
    return [
        f"that '{one.about}' was asked and is not known"
        for one in interview.answers
        if one.answer == UNKNOWN and not one.about.startswith("fact:")
    ]


def interview_of(data: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """A practice as an interview that gives it, with the questions of the library; dates as text."""
    answers = [
        {"question": ask, "about": about, "answer": answer} for about, ask, answer in _answers(data, library)
    ]
    return {"interview": data["practice"], "title": data["title"], "answers": answers}


def _answers(data: Mapping[str, Any], library: Library) -> Iterator[tuple[str, str, Any]]:
    """(about, question, answer) for each part of a practice."""
    for key in ("on", "during"):
        if key in data:
            yield "when", _ASK["when"], data[key]
    for role, party in data.get("parties", {}).items():
        yield f"role:{role}", question(f"role:{role}", library), party
    for name, stated in data.get("facts", {}).items():
        yield f"fact:{name}", question(f"fact:{name}", library), stated
    for judgment in data.get("judgments", ()):
        key = judgment["term"] + (f"@{judgment['of']}" if "of" in judgment else "")
        answer = {name: value for name, value in judgment.items() if name not in ("term", "of")}
        yield f"judgment:{key}", question(f"judgment:{key}", library), answer
    for key in WHOLE[1:]:
        if key in data:
            yield key, _ASK[key], data[key]


def question(about: str, library: Library) -> str:
    """How something is asked; a name that the library does not have is asked for as it is."""
    kind, _, name = about.partition(":")
    if kind == "role" and name in library.roles:
        return library.roles[name].ask
    if kind == "fact" and name in library.facts:
        return library.facts[name].ask
    if kind == "judgment" and name in library.terms:
        use = library.terms[name]
        party = library.roles[use.role].title if use.role else "the party"
        return use.term.ask.replace("{party}", party)
    return _ASK.get(kind, f"What is '{name}'?")
