"""Draws populations of practices from a vocabulary: what could happen, in no proportion to what does.

    population = draw(library, 10_000, seed=1, also=(amended,))
    population.table(program.layout, day)
    population.case(17, day)

Every practice has one act or a few, who plays the roles, and the facts that rules about these acts rest on. Some stay
unknown. No practice breaks a constraint of the vocabulary. Most practices lead up to some rule: conduct that it is
about, of somebody whom it binds, since few others would meet any law at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from compliance.columns.bodies import TRIES, Body, actors_of, made_up, of_one_body
from compliance.columns.dice import Dice
from compliance.columns.layout import comparisons
from compliance.columns.population import Drawn, Party, Population
from compliance.columns.values import edges_of, value
from compliance.engine.consistency import broken
from compliance.engine.evaluate import Evaluation
from compliance.engine.priority import ACT
from compliance.engine.readings import SOLE, Choice, choice_of
from compliance.model.case import Given, Judged, Known, Members
from compliance.model.library import Library, LinkedConstraint, LinkedRule, Support
from compliance.model.logic import ALWAYS, AllOf, Logic

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
LED = 0.8
"""How often a practice leads up to a rule; else its acts are any."""
CHANGED = 0.5
"""How often that rule is one that the states of the law do not have in common, where there are such."""
LEANING = 8
"""How often something is drawn that does not lead away from that rule, before anything is taken."""

Facts = Mapping[str, Known]


def draw(
    library: Library, count: int, seed: int, *, also: Iterable[Library] = (), unknown: float = UNKNOWN
) -> Population:
    """So many practices. The same arguments always give the same ones; a larger count gives these and more.

    `also` are other states of the law, such as the law with a bill: their rules are thought of too, and more often than
    others those that not all states have. The constraints and the actors are those of `library`. `unknown` is a rate
    from 0 to 1.
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


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule, in one state of the law."""

    rule: LinkedRule
    acts: frozenset[str]
    """The acts that it names in its scope or its elements, under any reading."""
    support: Support
    reach: Logic
    """Whom it binds and what it is about."""
    rests_on: frozenset[str]
    """The facts that decide about its reach."""
    choices: tuple[Choice, ...]


class _Source:
    """What is drawn from: the vocabulary, and what rules ask."""

    def __init__(self, libraries: tuple[Library, ...], dice: Dice, unknown: float) -> None:
        library = libraries[0]
        self.dice, self.unknown, self.roles = dice, unknown, tuple(library.roles)
        self.vocabulary = {name: fact for one in reversed(libraries) for name, fact in one.facts.items()}
        self.brought = {f"{role}.{one}": role for role in library.roles for one in library.attributes}
        self.rules, self.changed = _rules(libraries)
        named = {act for one in self.rules for act in one.acts}
        every = self.vocabulary[ACT].values if ACT in self.vocabulary else {}
        self.acts = [act for act in every if act in named] or list(every)
        self.edges = edges_of(libraries)
        self.actors = actors_of(library)
        self.bodies = made_up(library, dice, self.edges, BODIES)
        self.wanted: dict[tuple[str, ...], _Wanted] = {}
        self.asked: dict[str | None, _Wanted] = {}
        self.linked: dict[str, list[LinkedConstraint]] = {}
        for constraint in library.constraints:
            if not of_one_body(library, constraint):  # whoever plays a role keeps those already
                for fact in library.support(constraint.logic).facts:
                    self.linked.setdefault(fact, []).append(constraint)

    def practice(self) -> Drawn:
        """The next practice."""
        facts: dict[str, Known] = {}
        lead = _Lead(self._leading(), self.dice)
        acts = self._acts(facts, lead)
        wanted = self.wanted.get(acts)
        if wanted is None:
            wanted = self.wanted[acts] = self._wanted(acts)
        parties: dict[str, Party] = {}
        for role, asked in wanted.roles.items():
            if (self.actors or self.bodies) and not self.dice.chance(self.unknown):
                self._cast(role, asked, facts, parties, lead)
        for name in wanted.facts:
            if not self.dice.chance(self.unknown):
                self._settle(facts, partial(self._fact, name), lead)
        judgments = {
            key: Judged(self.dice.chance(0.5), "nobody", "It was drawn at random.")
            for key in wanted.judgments
            if not self.dice.chance(self.unknown)
        }
        return Drawn(wanted.title, facts, judgments, parties)

    def _leading(self) -> _Rule | None:
        if not self.rules or not self.dice.chance(LED):
            return None
        return self.dice.pick(self.changed if self.changed and self.dice.chance(CHANGED) else self.rules)

    def _settle(self, facts: dict[str, Known], drawn: Callable[[], Facts], lead: "_Lead") -> Facts | None:
        """Facts that go together with those that there are, added to them; None where none were drawn.

        Those that keep the leading rule within reach are taken first.
        """
        found: Facts | None = None
        for number in range(LEANING):
            if number >= TRIES and (found is None or not lead.rests_on):
                break
            more = drawn()
            if not self.linked.keys().isdisjoint(more):
                touched = {id(one): one for name in more for one in self.linked.get(name, ())}
                if broken(touched.values(), Given({**facts, **more}, {})):
                    continue
            found = more
            if lead.rests_on.isdisjoint(more) or not lead.leaves({**facts, **more}):
                break
        facts.update(found or {})
        return found

    def _acts(self, facts: dict[str, Known], lead: "_Lead") -> tuple[str, ...]:
        if not self.acts:
            return ()
        every = self.vocabulary[ACT].values
        own = [act for act in self.acts if act in lead.acts]

        def some() -> Facts:
            drawn = self.dice.some(self.acts, 1 + self.dice.weighted(ACTS))
            if own and not lead.acts.intersection(drawn):
                drawn[0] = self.dice.pick(own)
            return {ACT: Known(Members(frozenset(drawn), frozenset(every).difference(drawn)))}

        known = (self._settle(facts, some, lead) or {ACT: Known(None)})[ACT].value
        return tuple(act for act in every if isinstance(known, Members) and act in known.has)

    def _cast(
        self,
        role: str,
        asked: frozenset[str],
        facts: dict[str, Known],
        parties: dict[str, Party],
        lead: "_Lead",
    ) -> None:
        """Somebody for a role. Of a body that is made up only what is asked about is told."""
        drawn: list[tuple[Body, Facts]] = []

        def body() -> Facts:
            shipped = bool(self.actors) and (not self.bodies or self.dice.chance(SHIPPED))
            somebody = self.dice.pick(self.actors if shipped else self.bodies)
            told = own = somebody.facts[role]
            if not shipped:
                names = [name for name in own if name in asked and not self.dice.chance(self.unknown)]
                told = {name: own[name] for name in names}
            drawn.append((somebody, told))
            return told

        told = self._settle(facts, body, lead)
        for somebody, brought in drawn:
            if brought is told and (told or somebody.actor):
                own = (
                    {} if somebody.actor else {name.partition(".")[2]: known for name, known in told.items()}
                )
                parties[role] = Party(somebody.title, somebody.actor, own)

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
        parts = [self._asked(act) for act in (None, *acts)]
        roles: dict[str, frozenset[str]] = {}
        for part in parts:
            for role, asked in part.roles.items():
                roles[role] = roles.get(role, frozenset()) | asked
        return _Wanted(
            f"Drawn at random: {', '.join(acts)}" if acts else "Drawn at random",
            tuple(dict.fromkeys(fact for part in parts for fact in part.facts)),
            tuple(dict.fromkeys(key for part in parts for key in part.judgments)),
            roles,
        )

    def _asked(self, act: str | None) -> _Wanted:
        """What rules about an act ask; for None those that name no act."""
        if act not in self.asked:
            rules = [one for one in self.rules if (act in one.acts if act else not one.acts)]
            facts = dict.fromkeys(fact for one in rules for fact in one.support.facts if fact != ACT)
            roles: dict[str, set[str]] = {
                one.rule.role: set() for one in rules if one.rule.role in self.roles
            }
            for fact in facts:
                if fact in self.brought:
                    roles.setdefault(self.brought[fact], set()).add(fact)
            self.asked[act] = _Wanted(
                act or "",
                tuple(fact for fact in facts if fact not in self.brought),
                tuple(dict.fromkeys(key for one in rules for key in one.support.judgments)),
                {role: frozenset(of) for role, of in roles.items()},
            )
        return self.asked[act]


class _Lead:
    """The rule that one practice leads up to, if any, as one side reads it."""

    def __init__(self, rule: _Rule | None, dice: Dice) -> None:
        self.acts = frozenset[str]() if rule is None else rule.acts
        self.rests_on = frozenset[str]() if rule is None else rule.rests_on
        self._reach = ALWAYS if rule is None else rule.reach
        self._choice = {} if rule is None else dice.pick(rule.choices)

    def leaves(self, facts: Facts) -> bool:
        """Whether facts put the practice out of the rule's reach."""
        return Evaluation(Given(facts, {}), self._choice, date.min).truth(self._reach) is False


def _rules(libraries: Iterable[Library]) -> tuple[list[_Rule], list[_Rule]]:
    """Every rule in each form that it has in some state of the law; and those that not all states have so."""
    found: dict[tuple[object, ...], _Rule] = {}
    times: dict[tuple[object, ...], int] = {}
    states = tuple(libraries)
    for library in states:
        choices = tuple(choice_of(library, name) for name in tuple(library.positions) or (SOLE,))
        for rule in library.rules:
            support = library.support_of[rule.id]
            means = tuple(tuple(one.logic for one in library.terms[key].readings) for key in support.terms)
            key = (rule.id, rule.modality, rule.conditions, rule.burdens, rule.forces, means)
            times[key] = times.get(key, 0) + 1
            if key not in found:
                asked = comparisons(library, (rule.scope, rule.core))
                acts = (str(one.value) for one in asked if one.fact == ACT and one.operator == "includes")
                reach = AllOf((rule.bound, rule.scope))
                rests_on = frozenset(library.support(reach).facts)
                found[key] = _Rule(rule, frozenset(acts), support, reach, rests_on, choices)
    return list(found.values()), [one for key, one in found.items() if times[key] < len(states)]
