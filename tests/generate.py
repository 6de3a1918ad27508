"""Random libraries and practices, as the linker would hand them over; the same seed gives the same ones.

random = Random(7)
library = random_library(random)
case, day = random_case(random, library), random_day(random)
"""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Literal

from compliance.model.case import Case, Judged, Known, Members
from compliance.model.instrument import Instrument, Provision, Source
from compliance.model.interval import Between, InForce
from compliance.model.library import (
    Library,
    LinkedException,
    LinkedReading,
    LinkedRule,
    TermUse,
)
from compliance.model.logic import ALWAYS, AllOf, AnyOf, Compare, Logic, NotEncoded, NotOf, UseTerm, Value
from compliance.model.logic import Judged as JudgedTerm
from compliance.model.practice import Standing
from compliance.model.rule import Exception_, Priority, Reading, Rule, Term
from compliance.model.span import Span
from compliance.model.vocabulary import Fact, FactType, Position, Role

ORDER, STATUTE = "gen/executive-order/1", "gen/statute/2"
ROLES = ("discloser", "recipient")
PROVISIONS = ("A", "B", "C")
NOT_ENCODED = "D"
ACT = "act"
ACTS = ("disclosure", "query", "transfer", "retention")
MEMBERS = ("name", "photo", "address", "prints")
CHOICES = ("civil", "criminal", "audit", "benefits")
NUMBERS: tuple[int | float, ...] = (0, 1, 2.5, 30, 365)
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2020, 12, 31)
_EDGES = tuple(FIRST_DAY + timedelta(days=400 * step) for step in range(10))
_WRITTEN = "generated"
"""What stands for a condition as it was written; the resolved one is what counts."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a library is, how deep its conditions are, and how much of a practice is unknown."""

    rules: int = 5
    terms: int = 4
    facts: int = 3
    """Of each type."""
    types: tuple[FactType, ...] = ("yes-no", "choice", "set", "number", "day")
    """Those that there are facts of; there always are some that say yes or no."""
    acts: int = 4
    """How many things can be done."""
    positions: tuple[str, ...] = ("agency", "advocate")
    depth: int = 3
    width: int = 3
    exceptions: int = 2
    not_encoded: float = 0.05
    """How often a condition rests on a provision that is not encoded."""
    always_law: float = 0.5
    """How often a rule or an exception is law on every day."""
    unknown: float = 0.3
    """How often a fact or a judgment is unknown."""


SMALL = Shape()


# --- libraries ------------------------------------------------------------------------------------------


def random_library(random: Random, shape: Shape = SMALL) -> Library:
    """A library with several readings, judgments, exceptions, burdens, permissions and uncertain dates."""
    facts = _facts(shape)
    terms: dict[str, TermUse] = {}
    conditions = _Conditions(random, shape, facts, terms)
    for number in range(shape.terms):
        use = _term(conditions, number)
        terms[use.key] = use
    rules = tuple(_rule(conditions, number) for number in range(shape.rules))
    return Library(
        instruments={name: _instrument(name) for name in (ORDER, STATUTE)},
        rulesets={},
        rules=rules,
        terms=terms,
        facts=facts,
        roles={role: Role(title=f"the {role}", ask=f"Who is the {role}?") for role in ROLES},
        attributes={},
        actors={},
        positions={name: Position(title=f"the {name}") for name in shape.positions},
        priorities=_priorities(random, rules),
        positions_of={ORDER: shape.positions, STATUTE: shape.positions},
    )


def _facts(shape: Shape) -> dict[str, Fact]:
    acts = ACTS[: shape.acts]
    found = {ACT: Fact(type="set", ask="What is done?", values={act: act for act in acts})}
    for number in range(shape.facts):
        every: dict[str, Fact] = {
            f"flag-{number}": Fact(type="yes-no", ask=f"Does flag {number} hold?"),
            f"purpose-{number}": Fact(
                type="choice", ask=f"What is purpose {number}?", values={value: value for value in CHOICES}
            ),
            f"data-{number}": Fact(
                type="set", ask=f"What is in data {number}?", values={member: member for member in MEMBERS}
            ),
            f"days-{number}": Fact(type="number", ask=f"How many days are {number}?"),
            f"date-{number}": Fact(type="day", ask=f"When is date {number}?"),
        }
        found.update((name, fact) for name, fact in every.items() if fact.type in shape.types)
    for role in ROLES:
        found[f"{role}.public"] = Fact(type="yes-no", ask=f"Is the {role} a public body?")
    return found


def _instrument(name: str) -> Instrument:
    provisions = {key: Provision(gist=f"Provision {key}.", effect="prohibits") for key in PROVISIONS}
    provisions[NOT_ENCODED] = Provision(gist="Vague.", effect="excepts", not_encoded="too vague to encode")
    return Instrument(
        instrument=name,
        title=f"Instrument {name}",
        short=name.rpartition("/")[0],
        cite=name,
        kind="statute",
        issuer="gen",
        in_force=(InForce(from_=FIRST_DAY),),
        source=Source(seen="full"),
        provisions=provisions,
    )


def _priorities(random: Random, rules: tuple[LinkedRule, ...]) -> tuple[Priority, ...]:
    if len(rules) < 2 or random.random() < 0.5:
        return ()
    one, other = random.sample(rules, 2)
    return (Priority(prevails=one.id, over=other.id, as_="higher", provision="A", because="It says so."),)


@dataclass(frozen=True)
class _Conditions:
    """What conditions are made of; `terms` grows, so that a term rests on earlier ones only."""

    random: Random
    shape: Shape
    facts: dict[str, Fact]
    terms: dict[str, TermUse]

    def condition(self, depth: int) -> Logic:
        """A condition at most so deep; now and then an empty `all` or `any`."""
        random = self.random
        if depth == 0 or random.random() < 0.3:
            return self.leaf()
        pick = random.random()
        if pick < 0.2:
            return NotOf(self.condition(depth - 1))
        size = 0 if random.random() < 0.05 else random.randint(1, self.shape.width)
        of = tuple(self.condition(depth - 1) for _ in range(size))
        return AllOf(of) if pick < 0.6 else AnyOf(of)

    def leaf(self) -> Logic:
        random = self.random
        if random.random() < self.shape.not_encoded:
            return NotEncoded(ORDER, NOT_ENCODED)
        if self.terms and random.random() < 0.35:
            return UseTerm(random.choice(list(self.terms)))
        return self.compare(random.choice(list(self.facts)))

    def compare(self, name: str) -> Compare:
        random = self.random
        match self.facts[name].type:
            case "yes-no":
                return Compare(name, "is", random.random() < 0.7)
            case "choice":
                if random.random() < 0.5:
                    return Compare(name, "is", random.choice(CHOICES))
                return Compare(name, "one-of", tuple(random.sample(CHOICES, random.randint(1, 3))))
            case "set":
                return Compare(name, "includes", random.choice(list(self.facts[name].values)))
            case "number":
                pick = random.random()
                if pick < 0.2:
                    return Compare(name, "is", random.choice(NUMBERS))
                if pick < 0.3:
                    several: Any = tuple(random.sample(NUMBERS, 2))
                    return Compare(name, "one-of", several)
                return Compare(name, random.choice(("at-least", "at-most")), random.choice(NUMBERS))
            case "day":
                return Compare(name, random.choice(("is", "before", "after")), random.choice(_EDGES))

    def in_force(self) -> tuple[InForce, ...]:
        """Always, or one or two stretches, some of whose first days are uncertain."""
        random = self.random
        if random.random() < self.shape.always_law:
            return (InForce(from_=date(1900, 1, 1)),)
        edges = sorted(random.sample(_EDGES, 4))
        stretches = []
        for first, last in (edges[:2], edges[2:])[: random.randint(1, 2)]:
            from_: date | Between = first
            if random.random() < 0.4:
                latest = None if random.random() < 0.3 else first + timedelta(days=random.randint(0, 300))
                from_ = Between(earliest=first, latest=latest)
            stretches.append(InForce(from_=from_, to=None if random.random() < 0.4 else last))
        return tuple(stretches)


def _term(conditions: _Conditions, number: int) -> TermUse:
    random, shape = conditions.random, conditions.shape
    name, role = f"term-{number}", random.choice((None, *ROLES))
    home = random.choice((ORDER, STATUTE))
    key = f"{home}#{name}" + (f"@{role}" if role else "")
    of: Literal["party"] | None = "party" if role else None
    pick = random.random()
    readings: tuple[LinkedReading, ...]
    if pick < 0.2:
        term = Term(provision="A", ask=f"Does {name} hold?", of=of, judgment=True)
        readings = (LinkedReading("plain", JudgedTerm(key), None),)
    elif pick < 0.5 or not shape.positions:
        term = Term(provision="A", ask=f"Does {name} hold?", of=of, means=_WRITTEN)
        readings = (LinkedReading("plain", conditions.condition(shape.depth), None),)
    else:
        names = [f"reading-{i}" for i in range(random.randint(2, 3))]
        held: dict[str, list[str]] = {reading: [] for reading in names}
        for position in shape.positions:
            if random.random() < 0.8:
                held[random.choice(names)].append(position)
        written = {
            reading: Reading(
                means=_WRITTEN, gloss=f"As {reading} has it.", authority="argument", held_by=tuple(by)
            )
            for reading, by in held.items()
        }
        term = Term(
            provision="A", ask=f"Does {name} hold?", of=of, readings=written, default=random.choice(names)
        )
        readings = tuple(
            LinkedReading(reading, conditions.condition(shape.depth), item)
            for reading, item in written.items()
        )
    return TermUse(key, home, f"term-{number}", role, term, readings, Span("generated"))


def _rule(conditions: _Conditions, number: int) -> LinkedRule:
    random, shape = conditions.random, conditions.shape
    home, role = random.choice((ORDER, STATUTE)), random.choice(ROLES)
    modality = random.choices(("prohibition", "obligation", "permission"), (5, 3, 2))[0]
    acts: tuple[Logic, ...] = tuple(
        Compare(ACT, "includes", act) for act in random.sample(ACTS[: shape.acts], 2)
    )
    scope = AnyOf(acts) if random.random() < 0.6 else conditions.condition(1)
    bound = ALWAYS if random.random() < 0.4 else conditions.condition(1)
    force = conditions.in_force()
    exceptions = tuple(
        _exception(conditions, i, home, force) for i in range(random.randint(0, shape.exceptions))
    )
    written = Rule(
        rule=f"rule-{number}",
        provision="A",
        title=f"Rule {number}",
        binds={role: "anyone"},
        applies=_WRITTEN,
        forbids=_WRITTEN if modality == "prohibition" else None,
        must=_WRITTEN if modality == "obligation" else None,
        permits=_WRITTEN if modality == "permission" else None,
        unless=tuple(
            Exception_(exception=one.name, provision=one.provision, when=_WRITTEN) for one in exceptions
        ),
    )
    return LinkedRule(
        written.rule,
        home,
        random.choice(PROVISIONS),
        written,
        written.modality,
        role,
        bound,
        scope,
        conditions.condition(shape.depth),
        exceptions,
        (),
        force,
        random.random() < 0.5,
        Span("generated"),
    )


def _exception(
    conditions: _Conditions, number: int, home: str, of_rule: tuple[InForce, ...]
) -> LinkedException:
    random, shape = conditions.random, conditions.shape
    name = f"exception-{number}"
    encoded = random.random() >= shape.not_encoded
    logic = conditions.condition(max(shape.depth - 1, 0)) if encoded else NotEncoded(home, NOT_ENCODED)
    force = of_rule if random.random() < 0.5 else conditions.in_force()
    provision = random.choice(PROVISIONS) if encoded else NOT_ENCODED
    return LinkedException(name, name, home, provision, logic, random.random() < 0.4, force)


# --- practices ------------------------------------------------------------------------------------------


def random_case(random: Random, library: Library, shape: Shape = SMALL, number: int = 0) -> Case:
    """A practice on the library's facts: some not given, some on record as unknown, sets known in part."""
    facts: dict[str, Known] = {}
    for name, fact in library.facts.items():
        if random.random() >= shape.unknown:
            facts[name] = Known(random_value(random, fact, shape), _standing(random))
        elif random.random() < 0.5:
            facts[name] = Known(None)
    judgments = {
        key: Judged(random.random() < 0.5, "a lawyer", "on the whole")
        for key, use in library.terms.items()
        if use.term.judgment and random.random() >= shape.unknown
    }
    since = random_day(random)
    return Case(f"practice-{number}", f"Practice {number}", "generated.yaml", since, since, facts, judgments)


def random_value(random: Random, fact: Fact, shape: Shape = SMALL) -> Value | Members:
    """A value of the fact's type, often on or beside one that conditions compare with."""
    match fact.type:
        case "yes-no":
            return random.random() < 0.5
        case "choice":
            return random.choice(list(fact.values))
        case "set":
            open_ = random.random() < shape.unknown
            sides = [random.choice("+-?" if open_ else "+-") for _ in fact.values]
            chosen = list(zip(fact.values, sides, strict=True))
            return Members(
                frozenset(member for member, side in chosen if side == "+"),
                frozenset(member for member, side in chosen if side == "-"),
            )
        case "number":
            return random.choice(NUMBERS) + random.choice((-1, 0, 0, 1))
        case "day":
            return random.choice(_EDGES) + timedelta(days=random.choice((-1, 0, 0, 1)))


def random_day(random: Random) -> date:
    """A day of law: on or beside one on which rules begin or cease, or any."""
    if random.random() < 0.5:
        return random.choice(_EDGES) + timedelta(days=random.choice((-1, 0, 1)))
    return FIRST_DAY + timedelta(days=random.randrange((LAST_DAY - FIRST_DAY).days))


def _standing(random: Random) -> Standing:
    standings: tuple[Standing, ...] = ("established", "admitted", "alleged", "disputed")
    return random.choices(standings, (8, 2, 1, 1))[0]
