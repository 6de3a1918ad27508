"""The steps before Then: what the practice is, which law it meets, and that it is checked."""

from datetime import date
from typing import Any

from compliance.testing.proceeding import Proceeding, read_value
from compliance.testing.step import Steps

STEPS = Steps()
given, when = STEPS.given, STEPS.when
Table = list[dict[str, str]]


STEPS.about("The practice")


@given('the practice "{name}"', example='the practice "dcjs-arrest-notice"')
def practice(proceeding: Proceeding, name: str) -> None:
    """Starts from a practice file: a path, or NAME.yaml in the nearest folder `practices` beside or above."""
    proceeding.read_practice(proceeding.find(name, "practices"))


@given(
    'a practice called "{name}"',
    'a practice called "{name}", for the row "{row}"',
    example='a practice called "county-jail-notice"',
)
def called(proceeding: Proceeding, name: str, row: str | None = None) -> None:
    """Names the practice that the scenario describes, and the rows of the register that it is for."""
    proceeding.say(("name",), (name, row), "what the practice is called")
    proceeding.data["practice"] = name
    if row is not None:
        proceeding.data["row"] = row.replace(",", " ").split()


@given("it happened on {day}", "it happened from {since} to {until}", example="it happened on 2019-05-08")
def happened(
    proceeding: Proceeding, day: str | None = None, since: str | None = None, until: str | None = None
) -> None:
    """Says when it happened; a span is cut where the law changes."""
    proceeding.happened(day or str(since), until)


@given("it has happened since {since}", example="it has happened since 2005-01-01")
def goes_on(proceeding: Proceeding, since: str) -> None:
    """Says when it began, where it goes on."""
    proceeding.happened(since, goes_on=True)


STEPS.about("Who took part")


@given(
    'the {role} is the actor "{actor}"',
    "the {role} is not known",
    example='the discloser is the actor "dcjs"',
)
def party(proceeding: Proceeding, role: str, actor: str | None = None) -> None:
    """Says who plays a role, by the name of an actor of the library, or that nobody knows who does."""
    proceeding.played_by(role, actor)


@given(
    "the {role} is this body:",
    example="the custodian is this body:",
    table=("title", "[attribute]", "[value]"),
)
def described_party(proceeding: Proceeding, role: str, table: Table) -> None:
    """Describes on the spot who plays a role; its title stands in the first row, an attribute and its value in each."""
    attributes = {row["attribute"]: read_value(row["value"]) for row in table if row.get("attribute")}
    body = {"title": table[0]["title"]} | ({"is": attributes} if attributes else {})
    proceeding.played_by(role, body)


STEPS.about("The facts and what they rest on")


@given(
    "a practice with these facts:",
    "these facts:",
    example="these facts:",
    table=("fact", "value", "[standing]", "[source]", "[note]"),
)
def facts(proceeding: Proceeding, table: Table) -> None:
    """States facts; a value is written as in a practice file: `[one, two]`, `{includes: [one]}`, `unknown`."""
    _once("fact", table)
    for line, row in enumerate(table, 1):
        more: dict[str, Any] = {}
        if row.get("source"):
            more["source"] = read_value(row["source"])
        if row.get("note"):
            more["note"] = row["note"]
        proceeding.state(row["fact"], row["value"], row.get("standing") or None, line, more)


def _once(column: str, table: Table) -> None:
    """Raises AssertionError where two rows of a table are about the same."""
    names = [row[column] for row in table]
    for name in names:
        if names.count(name) > 1:
            raise AssertionError(f"the table has two rows on '{name}'; take one out")


@given(
    'the fact "{fact}" is "{value}"',
    'the fact "{fact}" is not known',
    'the fact "{fact}" is {standing} to be "{value}"',
    example='the fact "disclosure.trigger" is alleged to be "civil-fingerprints"',
)
def single_fact(
    proceeding: Proceeding, fact: str, value: str = "unknown", standing: str | None = None
) -> None:
    """States one fact, says that nobody knows it, or gives it the standing alleged, disputed or admitted."""
    proceeding.state(fact, value, standing)


@given("this evidence:", example="this evidence:", table=("name", "title", "[date]", "[kind]", "[note]"))
def evidence(proceeding: Proceeding, table: Table) -> None:
    """Lists what facts and claims rest on, by the names that they cite as their source."""
    _once("name", table)
    listed = proceeding.data.setdefault("evidence", {})
    for row in table:
        listed[row["name"]] = {key: cell for key, cell in row.items() if key != "name" and cell}


@given(
    "these claims:",
    example="these claims:",
    table=("by", "gist", "[on]", "[says]", "[source]", "[row]", "[note]"),
)
def claims(proceeding: Proceeding, table: Table) -> None:
    """Records what somebody said about the practice, and the facts it asserts: `{disclosure.unasked: false}`."""
    for row in table:
        claim: dict[str, Any] = {key: cell for key, cell in row.items() if cell}
        for key in {"says", "row"} & set(claim):
            claim[key] = read_value(claim[key])
        proceeding.data.setdefault("claims", []).append(claim)


@given(
    'the judgment "{term}" is "{answer}", by "{who}", because "{why}"',
    'the judgment "{term}" of the {role} is "{answer}", by "{who}", because "{why}"',
    example='the judgment "us-xx/order/1#reasonable" is "yes", by "counsel", because "the officer knew"',
)
def judgment(
    proceeding: Proceeding, term: str, answer: str, who: str, why: str, role: str | None = None
) -> None:
    """Decides a term that is left to judgment, yes or no; of a role, where the term is about a party."""
    proceeding.judge(term, answer, who, why, role and role.replace(" ", "-"))


@given("these judgments:", example="these judgments:", table=("term", "[of]", "answer", "by", "why"))
def judgments(proceeding: Proceeding, table: Table) -> None:
    """Decides several terms; a term about a party names its role under `of`."""
    for row in table:
        proceeding.judge(row["term"], row["answer"], row["by"], row["why"], row.get("of") or None)


@given("these notes:", example="these notes:", table=("note",))
def notes(proceeding: Proceeding, table: Table) -> None:
    """Says what else readers of the findings should know."""
    proceeding.data.setdefault("notes", []).extend(row["note"] for row in table)


STEPS.about("The law, and who is heard")


@given('the law library "{folder}"', example='the law library "my-law"')
def library(proceeding: Proceeding, folder: str) -> None:
    """Adds a folder with `policies/` and `rules/` to the law at hand, beside or above the feature file."""
    proceeding.folders = (*proceeding.folders, proceeding.find(folder, "."))


@given("the law as of {day}", example="the law as of 2016-11-23")
def law_as_of(proceeding: Proceeding, day: str) -> None:
    """Puts the conduct under the law of another day than its own: a counterfactual."""
    proceeding.say(("law",), day, "the day of the law")
    proceeding.law_as_of = _day(day)


@given(
    'the bill "{bill}" is law',
    'the bill "{bill}" is law, signed on {day}',
    example='the bill "us-xx/bill/2027-a1" is law, signed on 2027-03-01',
)
def bill(proceeding: Proceeding, bill: str, day: str | None = None) -> None:
    """Takes a bill to be law from the day it takes effect; said again, another one on top of it."""
    proceeding.enact(bill, None if day is None else _day(day))


@given('only the position "{position}" is heard', example='only the position "agency" is heard')
def position(proceeding: Proceeding, position: str) -> None:
    """Decides on the readings of one position alone; said twice, of both."""
    proceeding.hear(position)


@given("alleged facts are taken as stated", example="alleged facts are taken as stated")
def alleged(proceeding: Proceeding) -> None:
    """Counts alleged and disputed facts as known; without it they count as unknown."""
    proceeding.standard = "alleged"


STEPS.about("The check")


@when(
    "it is checked", "it is checked as it stood on {day}", example="it is checked as it stood on 2019-05-08"
)
def checked(proceeding: Proceeding, day: str | None = None) -> None:
    """Checks the practice; the steps that follow look at its last period, or at the one that holds the day."""
    proceeding.check(None if day is None else _day(day))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise AssertionError(f"'{text}' is not a date; write year-month-day, such as 2019-05-08") from None
