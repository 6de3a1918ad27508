"""All law that was loaded, with every cross-reference resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from compliance.model.instrument import Instrument, Provision, Source
from compliance.model.interval import InForce, edges
from compliance.model.logic import Compare, Judged, Logic, UseTerm, parts
from compliance.model.measure import Measure
from compliance.model.memorandum import Memorandum
from compliance.model.rule import Modality, Priority, Reading, Rule, RuleFlag, Term
from compliance.model.ruleset import RuleSet
from compliance.model.span import Span
from compliance.model.vocabulary import Actor, Fact, Position, Role

if TYPE_CHECKING:
    from compliance.model.overlay import LinkedBill


@dataclass(frozen=True, slots=True)
class LinkedReading:
    """A reading with its condition resolved; a plain meaning is a reading called `plain`."""

    name: str
    logic: Logic
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term as it is used: of one role where it is about a party."""

    key: str
    """INSTRUMENT#TERM, with @ROLE behind it for a term about a party."""
    instrument: str
    name: str
    role: str | None
    term: Term
    readings: tuple[LinkedReading, ...]
    span: Span

    @property
    def address(self) -> str:
        """INSTRUMENT#TERM."""
        return f"{self.instrument}#{self.name}"


@dataclass(frozen=True, slots=True)
class LinkedException:
    """An exception with its condition resolved."""

    name: str
    title: str
    instrument: str
    provision: str
    logic: Logic
    actor_shows: bool
    in_force: tuple[InForce, ...]


@dataclass(frozen=True, slots=True)
class LinkedFlag:
    """A declared flag with its condition resolved; no condition means always."""

    flag: RuleFlag
    logic: Logic | None


@dataclass(frozen=True, slots=True)
class LinkedRule:
    """A rule with every name in it resolved."""

    id: str
    instrument: str
    provision: str
    rule: Rule
    modality: Modality
    role: str
    bound: Logic
    scope: Logic
    core: Logic
    exceptions: tuple[LinkedException, ...]
    flags: tuple[LinkedFlag, ...]
    in_force: tuple[InForce, ...]
    draft: bool
    span: Span

    @property
    def burdens(self) -> tuple[bool, ...]:
        """For each exception, whether the actor has to show it."""
        return tuple(exception.actor_shows for exception in self.exceptions)

    @property
    def forces(self) -> tuple[tuple[InForce, ...], ...]:
        """When it is law, and when each of its exceptions is."""
        return (self.in_force, *(exception.in_force for exception in self.exceptions))

    @property
    def conditions(self) -> tuple[Logic, ...]:
        """Everything its status is decided by, in the order it is decided."""
        return (self.bound, self.scope, self.core, *(e.logic for e in self.exceptions))


@dataclass(frozen=True, slots=True)
class LinkedConstraint:
    """What holds of every practice, with its condition resolved; of one role where it is about a party."""

    name: str
    role: str | None
    logic: Logic
    because: str
    span: Span


@dataclass(frozen=True, slots=True)
class LinkedHarm:
    """A harm with its condition resolved."""

    name: str
    title: str
    logic: Logic
    weight: int | float
    span: Span


@dataclass(frozen=True)
class Library:
    """All policies and rules, loaded and cross-linked. Keys are as the files write them."""

    instruments: Mapping[str, Instrument]
    rulesets: Mapping[str, RuleSet]
    rules: tuple[LinkedRule, ...]
    terms: Mapping[str, TermUse]
    facts: Mapping[str, Fact]
    roles: Mapping[str, Role]
    attributes: Mapping[str, Fact]
    actors: Mapping[str, Actor]
    positions: Mapping[str, Position]
    priorities: tuple[Priority, ...]
    related: tuple[tuple[str, str, Logic], ...] = ()
    """(instrument, provision, condition) of provisions without a rule that bear on practices all the same."""
    constraints: tuple[LinkedConstraint, ...] = ()
    """What holds of every practice; one about a party stands once for every role."""
    harms: Mapping[str, LinkedHarm] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    """Fact to how a query log shows it."""
    memoranda: Mapping[str, Memorandum] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    """File name to SHA-256 of its bytes."""
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where instruments, provisions (INSTRUMENT#PROVISION), facts, actors and rows (row:ROW) are written."""
    positions_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The positions that argue about each instrument."""
    bills: Mapping[str, "LinkedBill"] = field(default_factory=dict)
    """Bills, which are no law: their rules are among those of the library only once they are enacted in it."""

    @cached_property
    def rule_by_id(self) -> Mapping[str, LinkedRule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def changes(self) -> tuple[date, ...]:
        """Every day on which a rule or an exception comes into force, certainly does, or has ceased."""
        return tuple(sorted({day for rule in self.rules for force in rule.forces for day in edges(force)}))

    @cached_property
    def law(self) -> Mapping[str, Instrument]:
        """The instruments without the bills that are not enacted here."""
        return {home: one for home, one in self.instruments.items() if one.bill is None or one.in_force}

    @cached_property
    def written(self) -> Mapping[str, LinkedRule]:
        """Every rule by its name, those of bills that are not enacted here included."""
        proposed = {
            rule.id: rule
            for bill in self.bills.values()
            for rule in (*bill.rules, *(rule for one in bill.amendments for rule in one.rules))
        }
        return {**proposed, **self.rule_by_id}

    @cached_property
    def proposed(self) -> Mapping[str, str]:
        """The rules that are no law here, since only a bill has them: name to the bill."""
        return {
            rule.id: bill.instrument
            for bill in self.bills.values()
            for rule in (*bill.rules, *(rule for one in bill.amendments for rule in one.rules))
            if rule.id not in self.rule_by_id
        }

    @cached_property
    def _additions(self) -> Mapping[tuple[str, str], Provision]:
        """Provisions that bills would add to instruments, by instrument and name."""
        return {
            (one.instrument, one.target): one.written.provision
            for bill in self.bills.values()
            for one in bill.amendments
            if one.written.provision is not None
        }

    def provision(self, instrument: str, provision: str) -> Provision:
        """A provision of an instrument, or one that a bill would add to it."""
        found = self.instruments[instrument].provisions.get(provision)
        return self._additions[instrument, provision] if found is None else found

    def source(self, instrument: str, provision: str) -> Source:
        """How far the text of a provision was seen: its own word, else its instrument's."""
        return self.provision(instrument, provision).source or self.instruments[instrument].source

    def cite(self, instrument: str, provision: str) -> str:
        """The citation of a provision in one line: EO 170 (2017) B.2."""
        pin = self.provision(instrument, provision).pin or provision
        return f"{self.instruments[instrument].short}, {pin}"

    def ask(self, fact: str) -> str:
        """The question that establishes a fact."""
        return self.facts[fact].ask

    @cached_property
    def support_of(self) -> Mapping[str, "Support"]:
        """What each rule rests on, by rule."""
        return {rule.id: self.support(*rule.conditions) for rule in self.rules}

    @cached_property
    def term_by_address(self) -> Mapping[str, Term]:
        """Every term in use, by INSTRUMENT#TERM."""
        return {use.address: use.term for use in self.terms.values()}

    def support(self, *conditions: Logic) -> "Support":
        """Every fact, judgment and term that conditions rest on, through every reading of their terms."""
        facts: dict[str, None] = {}
        judgments: dict[str, None] = {}
        terms: dict[str, None] = {}
        queue = list(reversed(conditions))
        while queue:
            match logic := queue.pop():
                case Compare(fact):
                    facts[fact] = None
                case Judged(key):
                    judgments[key] = None
                case UseTerm(term) if term not in terms:
                    terms[term] = None
                    queue.extend(reading.logic for reading in reversed(self.terms[term].readings))
                case _:
                    queue.extend(reversed(parts(logic)))
        return Support(tuple(facts), tuple(judgments), tuple(terms))


@dataclass(frozen=True, slots=True)
class Support:
    """What a condition rests on, each in the order it is first met."""

    facts: tuple[str, ...]
    judgments: tuple[str, ...]
    terms: tuple[str, ...]
