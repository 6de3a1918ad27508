"""Draws populations of practices from a vocabulary: what could happen, in no proportion to what does.

    population = draw(library, 10_000, seed=1, also=(amended,))
    population.table(program.layout, day)
    population.case(17, day)

Every practice has one act or a few, who plays the roles, and the facts that rules about these acts rest on. Some stay
unknown. No practice breaks a constraint of the vocabulary.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from compliance.columns.bodies import TRIES, Body, actors_of, made_up, of_one_body
from compliance.columns.dice import Dice
from compliance.columns.layout import comparisons
from compliance.columns.population import Drawn, Party, Population
from compliance.columns.values import edges_of, value
from compliance.engine.consistency import broken
from compliance.engine.priority import ACT
from compliance.model.case import Given, Judged, Known, Members
from compliance.model.library import Library, LinkedConstraint, LinkedRule, Support

UNKNOWN = 0.1
"""How often a fact, a judgment, or who plays a role is not known."""
ACTS = (0.75, 0.2, 0.05)
"""How often a practice has one act, two and three."""
SIDES = (0.2, 0.4, 0.4)
"""How often a member is in a set that is known in part, is not, and is left open."""
SHIPPED = 0.6
"""How often a role is played by an actor of the library, where it has any; else by a body that is made up."""
BODIES = 60
"""How many bodies are made up for a population."""

Facts = Mapping[str, Known]


def draw(
    library: Library, count: int, seed: int, *, also: Iterable[Library] = (), unknown: float = UNKNOWN
) -> Population:
    """So many practices. The same arguments always give the same ones; a larger count gives these and more.

    `also` are other states of the law, such as the law with a bill, whose rules are thought of too; the constraints
    and the actors are those of `library`. `unknown` is a rate from 0 to 1.
    """
    source = _Source((library, *also), Dice(seed), unknown)
    return Population(seed, unknown, tuple(source.practice() for _ in range(count)))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What practices with certain acts are asked about."""

    title: str
    facts: tuple[str, ...]
    judgments: tuple[str, ...]
    roles: Mapping[str, frozenset[str]]
    """Role to its facts that are asked about."""


class _Source:
    """What is drawn from: the vocabulary, and what rules ask."""

    def __init__(self, libraries: tuple[Library, ...], dice: Dice, unknown: float) -> None:
        library = libraries[0]
        self.dice, self.unknown, self.roles = dice, unknown, tuple(library.roles)
        self.vocabulary = {name: fact for one in reversed(libraries) for name, fact in one.facts.items()}
        self.brought = {f"{role}.{one}": role for role in library.roles for one in library.attributes}
        self.asking = _asking(libraries)
        named = {act for acts, _, _ in self.asking for act in acts}
        every = self.vocabulary[ACT].values if ACT in self.vocabulary else {}
        self.acts = [act for act in every if act in named] or list(every)
        self.edges = edges_of(libraries)
        self.actors = actors_of(library)
        self.bodies = made_up(library, dice, self.edges, BODIES)
        self.wanted: dict[tuple[str, ...], _Wanted] = {}
        self.linked: dict[str, list[LinkedConstraint]] = {}
        for constraint in library.constraints:
            if not of_one_body(library, constraint):  # whoever plays a role keeps those already
                for fact in library.support(constraint.logic).facts:
                    self.linked.setdefault(fact, []).append(constraint)

    def practice(self) -> Drawn:
        """The next practice."""
        facts: dict[str, Known] = {}
        acts = self._acts(facts)
        wanted = self.wanted.get(acts)
        if wanted is None:
            wanted = self.wanted[acts] = self._wanted(acts)
        parties: dict[str, Party] = {}
        for role, asked in wanted.roles.items():
            if (self.actors or self.bodies) and not self.dice.chance(self.unknown):
                self._cast(role, asked, facts, parties)
        for name in wanted.facts:
            if not self.dice.chance(self.unknown):
                self._settle(facts, partial(self._fact, name))
        judgments = {
            key: Judged(self.dice.chance(0.5), "nobody", "It was drawn at random.")
            for key in wanted.judgments
            if not self.dice.chance(self.unknown)
        }
        return Drawn(wanted.title, facts, judgments, parties)

    def _settle(self, facts: dict[str, Known], drawn: Callable[[], Facts]) -> Facts | None:
        """Facts that go together with those that there are, added to them; None where none were drawn."""
        for _ in range(TRIES):
            more = drawn()
            touched = {id(one): one for name in more for one in self.linked.get(name, ())}
            if not touched or not broken(touched.values(), Given({**facts, **more}, {})):
                facts.update(more)
                return more
        return None

    def _acts(self, facts: dict[str, Known]) -> tuple[str, ...]:
        if not self.acts:
            return ()
        every = self.vocabulary[ACT].values

        def some() -> Facts:
            drawn = self.dice.some(self.acts, 1 + self.dice.weighted(ACTS))
            return {ACT: Known(Members(frozenset(drawn), frozenset(every).difference(drawn)))}

        known = (self._settle(facts, some) or {ACT: Known(None)})[ACT].value
        return tuple(act for act in every if isinstance(known, Members) and act in known.has)

    def _cast(
        self, role: str, asked: frozenset[str], facts: dict[str, Known], parties: dict[str, Party]
    ) -> None:
        """Somebody for a role. Of a body that is made up only what is asked about is told."""
        somebody: list[Body] = []

        def body() -> Facts:
            shipped = bool(self.actors) and (not self.bodies or self.dice.chance(SHIPPED))
            somebody.append(self.dice.pick(self.actors if shipped else self.bodies))
            own = somebody[-1].facts[role]
            if shipped:
                return own
            told = (name for name in own if name in asked and not self.dice.chance(self.unknown))
            return {name: own[name] for name in told}

        told = self._settle(facts, body)
        title, actor = somebody[-1].title, somebody[-1].actor
        if told is not None and (told or actor):
            attributes = {} if actor else {name.partition(".")[2]: known for name, known in told.items()}
            parties[role] = Party(title, actor, attributes)

    def _fact(self, name: str) -> Facts:
        """A value for a fact; a set is known in part now and then."""
        fact = self.vocabulary[name]
        if fact.type == "set" and self.dice.chance(self.unknown):
            sides = [(member, self.dice.weighted(SIDES)) for member in fact.values]
            has = frozenset(member for member, side in sides if side == 0)
            lacks = frozenset(member for member, side in sides if side == 1)
            return {name: Known(Members(has, lacks))} if has or lacks else {}
        return {name: Known(value(self.dice, fact, self.edges.get(name, ())))}

    def _wanted(self, acts: tuple[str, ...]) -> _Wanted:
        facts: dict[str, None] = {}
        judgments: dict[str, None] = {}
        roles: dict[str, set[str]] = {}
        for about, rule, support in self.asking:
            if about and not about.intersection(acts):
                continue
            judgments.update(dict.fromkeys(support.judgments))
            if rule.role in self.roles:
                roles.setdefault(rule.role, set())
            for name in support.facts:
                if name in self.brought:
                    roles.setdefault(self.brought[name], set()).add(name)
                elif name != ACT:
                    facts[name] = None
        title = f"Drawn at random: {', '.join(acts)}" if acts else "Drawn at random"
        return _Wanted(
            title, tuple(facts), tuple(judgments), {one: frozenset(of) for one, of in roles.items()}
        )


def _asking(libraries: Iterable[Library]) -> list[tuple[frozenset[str], LinkedRule, Support]]:
    """Every rule with the acts that it is about and what it rests on; what several states of the law share once."""
    found: dict[tuple[str, Support], tuple[frozenset[str], LinkedRule, Support]] = {}
    for library in libraries:
        for rule in library.rules:
            support = library.support_of[rule.id]
            found.setdefault((rule.id, support), (_named(library, rule), rule, support))
    return list(found.values())


def _named(library: Library, rule: LinkedRule) -> frozenset[str]:
    """The acts that a rule names in its scope or its elements, under any reading."""
    asked = comparisons(library, (rule.scope, rule.core))
    return frozenset(str(one.value) for one in asked if one.fact == ACT and one.operator == "includes")
