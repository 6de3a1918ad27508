"""The steps before Then: what the practice is, which law it meets, and that it is checked."""

from datetime import date

from compliance.testing.proceeding import Proceeding
from compliance.testing.step import Steps

STEPS = Steps()
given, when = STEPS.given, STEPS.when
Table = list[list[str]]


# The practice


@given('the practice "{name}"', example='the practice "dcjs-arrest-notice"')
def practice(proceeding: Proceeding, name: str) -> None:
    """Starts from a practice file: a path, or NAME.yaml in the nearest folder `practices` beside or above."""
    proceeding.read_practice(proceeding.find(name, "practices"))


@given(
    "a practice with these facts:",
    "these facts:",
    example="these facts:",
    table=("fact", "value", "[standing]"),
)
def facts(proceeding: Proceeding, table: Table) -> None:
    """States facts in a table; a value is written as in a practice file, a set as `[one, two]`."""
    for line, (fact, value, *standing) in enumerate(table[1:], 1):
        proceeding.state(fact, value, standing[0] if standing and standing[0] else None, row=line)


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


@given(
    'the {role} is the actor "{actor}"',
    "the {role} is not known",
    example='the discloser is the actor "dcjs"',
)
def party(proceeding: Proceeding, role: str, actor: str | None = None) -> None:
    """Says who plays a role, by the name of an actor of the library, or that nobody knows who does."""
    parties = proceeding.data.setdefault("parties", {})
    if actor is None:
        parties.pop(role.replace(" ", "-"), None)
    else:
        parties[role.replace(" ", "-")] = actor


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


@given(
    "it happened on {day}",
    "it happened from {since} to {until}",
    example="it happened on 2019-05-08",
)
def happened(
    proceeding: Proceeding, day: str | None = None, since: str | None = None, until: str | None = None
) -> None:
    """Says when it happened; a span is cut where the law changes."""
    proceeding.happened(day or str(since), until)


# The law, and who is heard


@given('the law library "{folder}"', example='the law library "my-law"')
def library(proceeding: Proceeding, folder: str) -> None:
    """Adds a folder with `policies/` and `rules/` to the shipped law, beside or above the feature file."""
    proceeding.folders = (*proceeding.folders, proceeding.find(folder, "."))


@given("the law as of {day}", example="the law as of 2016-11-23")
def law_as_of(proceeding: Proceeding, day: str) -> None:
    """Puts the conduct under the law of another day than its own: a counterfactual."""
    proceeding.law_as_of = date.fromisoformat(day)


@given(
    'only the position "{position}" is heard',
    example='only the position "agency" is heard',
)
def position(proceeding: Proceeding, position: str) -> None:
    """Decides on the readings of one position alone; said twice, of both."""
    proceeding.hear(position)


@given("alleged facts are taken as stated", example="alleged facts are taken as stated")
def alleged(proceeding: Proceeding) -> None:
    """Counts alleged and disputed facts as known; without it they count as unknown."""
    proceeding.standard = "alleged"


# The check


@when(
    "it is checked", "it is checked as it stood on {day}", example="it is checked as it stood on 2019-05-08"
)
def checked(proceeding: Proceeding, day: str | None = None) -> None:
    """Checks the practice; the steps that follow look at its last period, or at the one that holds the day."""
    proceeding.check(None if day is None else date.fromisoformat(day))
