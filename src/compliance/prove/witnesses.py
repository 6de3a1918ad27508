"""Practices that the solver found, described as their files have them and borne out by the ordinary check."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from compliance.analysis.check import check_case
from compliance.engine.decide import Decider, case_text
from compliance.engine.evaluate import Evaluation
from compliance.engine.priority import ACT
from compliance.engine.wording import said
from compliance.model.case import Case, Members
from compliance.model.finding import Finding, Status
from compliance.model.library import Library
from compliance.model.logic import Logic, Value
from compliance.model.proof import Otherwise, Shown, Witness
from compliance.model.vocabulary import Actor
from compliance.prove.ground import Found, Ground
from compliance.prove.practices import Unit
from compliance.source.from_data import practice_from

NOTE = "This practice was made up to show what the law allows. It is no account of what anybody did."


class NotBorneOut(Exception):
    """The ordinary check does not find what the solver said: a defect of this program. `case` is the case as text."""

    def __init__(self, witness: str, says: str, case: str) -> None:
        super().__init__(f"the check does not bear out the practice '{witness}': {says}")
        self.case = case


Findings = Mapping[str, Finding]
"""By rule, what the check finds."""


MOST_EXAMPLES = 3
"""Bodies that a party could be; of one kind (the first of their attributes) one is named."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a witness is to show under one of the laws, and the rules whose findings are told."""

    says: str
    holds: Callable[[Findings], bool]
    law: int = 0
    tells: tuple[str, ...] = ()


def finds(rule: str, *statuses: Status, law: int = 0, tell: bool = True) -> Expected:
    """The rule has one of these statuses."""
    says = f"'{rule}' is {' or '.join(statuses)}"
    return Expected(says, lambda found: found[rule].status in statuses, law, (rule,) if tell else ())


def not_violated(law: int = 0) -> Expected:
    """No rule is certainly violated."""
    return Expected(
        "no rule is violated", lambda found: all(one.status != "violated" for one in found.values()), law
    )


def is_lawful(law: int = 0) -> Expected:
    """No rule is violated or may be, and none is in conflict."""
    return Expected(
        "nothing is violated, may be or is in conflict",
        lambda found: not any(one.can_be_violated for one in found.values()),
        law,
    )


@dataclass
class Witnesses:
    """Makes witnesses, each checked by both engines under the position that it is about."""

    laws: Sequence[Library]
    day: date
    titles: Sequence[str] = ("",)
    """What each of the laws is called, where there are several."""
    _deciders: dict[tuple[int, str], Decider] = field(default_factory=dict)

    def decider(self, law: int, position: str) -> Decider:
        """The engines for a law and a position."""
        if (law, position) not in self._deciders:
            library = self.laws[law]
            heard = (position,) if position in library.positions else ()
            self._deciders[law, position] = Decider(library, heard)
        return self._deciders[law, position]

    def witness(
        self,
        ground: Ground,
        found: Found,
        name: str,
        title: str,
        expected: Sequence[Expected],
        harm: Logic | None = None,
    ) -> Witness:
        """A practice as a witness. Raises NotBorneOut where the check finds otherwise."""
        vocabulary = ground.practices.library
        data = practice_data(found.stated.values, vocabulary, self.day, name, title)
        case = practice_from(data, f"{name}.yaml", vocabulary)
        findings = {law: self._findings(case, law, ground.position) for law in {one.law for one in expected}}
        for one in expected:
            if not one.holds(findings[one.law]):
                raise NotBorneOut(name, one.says, case_text(case, self.day))
        if harm is not None and Evaluation(case, {}, self.day).truth(harm) is not True:
            raise NotBorneOut(name, "it does the harm", case_text(case, self.day))
        told = dict.fromkeys((one.law, rule) for one in expected for rule in one.tells)
        return Witness(
            name,
            data,
            ground.position,
            tuple(_in_words(found.stated.values, vocabulary)),
            tuple(self._shown(law, findings[law][rule]) for law, rule in told),
            found.smallest,
            tuple(
                Otherwise(
                    unit.fact,
                    vocabulary.ask(unit.fact),
                    tuple(said(vocabulary.facts[unit.fact], value) for value in values),
                )
                for unit, values in found.instead
            ),
        )

    def _findings(self, case: Case, law: int, position: str) -> Findings:
        (period,) = check_case(case, self.decider(law, position)).timeline
        return {one.rule: one for one in period.findings}

    def _shown(self, law: int, finding: Finding) -> Shown:
        return Shown(
            finding.rule,
            finding.citation,
            finding.status,
            finding.reason,
            self.titles[law] if len(self.titles) > 1 else "",
            law,
        )


def practice_data(
    values: Mapping[Unit, Value], library: Library, day: date, name: str, title: str
) -> dict[str, Any]:
    """A practice as its file has it."""
    facts: dict[str, Any] = {}  # what was done comes first
    parties: dict[str, dict[str, Any]] = {}
    judgments: list[dict[str, Any]] = []
    for fact, value in sorted(_stated(values, library).items(), key=lambda one: one[0] != ACT):
        role, _, attribute = fact.partition(".")
        if role in library.roles and attribute in library.attributes and not isinstance(value, dict):
            parties.setdefault(role, {})[attribute] = value
        else:
            facts[fact] = value
    for unit, value in values.items():
        if unit.judged:
            use = library.terms[unit.fact]
            of = {} if use.role is None else {"of": use.role}
            why = "assumed for this example"
            judgments.append({"term": use.address, **of, "holds": value, "by": "nobody", "why": why})
    found: dict[str, Any] = {"practice": name, "title": title}
    if parties:
        found["parties"] = {
            role: {"title": _title(role, attributes, library), "is": attributes}
            for role, attributes in parties.items()
        }
    found["on"] = day.isoformat()
    if facts:
        found["facts"] = facts
    if judgments:
        found["judgments"] = judgments
    return {**found, "notes": [NOTE]}


def _stated(values: Mapping[Unit, Value], library: Library) -> dict[str, Any]:
    """Facts as a file states them."""
    found: dict[str, Any] = {}
    sets: dict[str, Members] = {}
    for unit, value in values.items():
        if unit.judged:
            continue
        if unit.member is None:
            found[unit.fact] = value.isoformat() if isinstance(value, date) else value
            continue
        members = sets.get(unit.fact, Members(frozenset(), frozenset()))
        one = frozenset((unit.member,))
        sets[unit.fact] = (
            Members(members.has | one, members.lacks) if value else Members(members.has, members.lacks | one)
        )
        found[unit.fact] = None
    for fact, members in sets.items():
        every = library.facts[fact].values
        has, lacks = ([one for one in every if one in some] for some in (members.has, members.lacks))
        parts = {key: some for key, some in (("includes", has), ("excludes", lacks)) if some}
        found[fact] = has if fact == ACT or len(has) + len(lacks) == len(every) else parts
    return found


def _title(role: str, attributes: Mapping[str, Any], library: Library) -> str:
    """What a party that is made up is called; no two of a practice are called alike, or they would be the same."""
    title = library.roles[role].title
    if any(one.title == title for name, one in library.roles.items() if name != role):
        title = f"{title} ({role.replace('-', ' ')})"
    wanted = {name: _bare(value) for name, value in attributes.items()}
    like = [one for one in library.actors.values() if wanted.items() <= one.attributes.items()]
    others = [one for one in library.actors.values() if one not in like]
    by_kind: dict[object, str] = {}
    for one in sorted(like, key=lambda one: _telling(one, others)):
        by_kind.setdefault(next(iter(one.attributes.values()), None), one.title)
    examples = list(by_kind.values())[:MOST_EXAMPLES]
    return f"{title}, such as {'; or '.join(examples)}" if examples else title


def _telling(actor: Actor, others: Sequence[Actor]) -> tuple[bool, int]:
    """How little an actor says as an example: one that is made up says least; of the others the one says most that is
    nearest to an actor of another kind, since it shows where the line runs."""
    shared = (len(actor.attributes.items() & one.attributes.items()) for one in others)
    return "made up" in actor.title, -max(shared, default=0)


def _bare(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _in_words(values: Mapping[Unit, Value], library: Library) -> Sequence[tuple[str, str]]:
    """Questions with their answers."""
    found: list[tuple[str, str]] = []
    sets: dict[str, Members] = {}
    for unit, value in values.items():
        if unit.judged:
            use = library.terms[unit.fact]
            party = library.roles[use.role].title if use.role else "the party"
            found.append((use.term.ask.replace("{party}", party), "yes" if value else "no"))
        elif unit.member is None:
            found.append((_ask(unit.fact, library), said(library.facts[unit.fact], value)))
        else:
            known = sets.get(unit.fact, Members(frozenset(), frozenset()))
            one = frozenset((unit.member,))
            sets[unit.fact] = (
                Members(known.has | one, known.lacks) if value else Members(known.has, known.lacks | one)
            )
            found = [pair for pair in found if pair[0] != _ask(unit.fact, library)]
            found.append((_ask(unit.fact, library), _members(library, unit.fact, sets[unit.fact])))
    return found


def _members(library: Library, fact: str, members: Members) -> str:
    values = library.facts[fact].values
    has = "; ".join(values[one] for one in values if one in members.has)
    if fact == ACT:
        return has or "none of what is listed"
    lacks = "; ".join(values[one] for one in values if one in members.lacks)
    return "; ".join(part for part in (has, f"not among them: {lacks}" if lacks else "") if part)


def _ask(fact: str, library: Library) -> str:
    role, _, attribute = fact.partition(".")
    ask = library.ask(fact)
    return ask.replace("{party}", library.roles[role].title) if role in library.roles and attribute else ask
