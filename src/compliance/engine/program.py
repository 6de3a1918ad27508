"""A library as propositions for inference: terms, then what each rule rests on, then its status."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from compliance.engine.atoms import truth_of
from compliance.engine.durable import Inference, Proposition
from compliance.engine.formula import And, Formula, Is, Neg, Or
from compliance.engine.readings import Choice
from compliance.engine.truth import Truth
from compliance.model.case import Case
from compliance.model.finding import Status
from compliance.model.interval import InForce, in_force
from compliance.model.library import LinkedException, LinkedRule
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm

_ALWAYS = And(())


@dataclass
class _Compiler:
    """Turns conditions into formulas over named propositions; equal conditions share one proposition."""

    compares: dict[str, Compare] = field(default_factory=dict)
    judged: dict[str, str] = field(default_factory=dict)
    intervals: dict[str, tuple[InForce, ...]] = field(default_factory=dict)
    named: dict[Formula, str] = field(default_factory=dict)
    propositions: list[Proposition] = field(default_factory=list)
    names_of_compares: dict[Compare, str] = field(default_factory=dict)
    names_of_intervals: dict[tuple[InForce, ...], str] = field(default_factory=dict)

    def compare(self, compare: Compare) -> Is:
        name = self.names_of_compares.setdefault(compare, f"fact:{len(self.names_of_compares)}")
        self.compares[name] = compare
        return Is(name)

    def force(self, intervals: tuple[InForce, ...]) -> Is:
        name = self.names_of_intervals.setdefault(intervals, f"force:{len(self.names_of_intervals)}")
        self.intervals[name] = intervals
        return Is(name)

    def formula(self, logic: Logic, choice: Choice, terms: dict[str, Formula]) -> Formula:
        match logic:
            case AllOf(of):
                return And(tuple(self.formula(part, choice, terms) for part in of))
            case AnyOf(of):
                return Or(tuple(self.formula(part, choice, terms) for part in of))
            case NotOf(part):
                return Neg(self.formula(part, choice, terms))
            case Compare():
                return self.compare(logic)
            case Judged(key):
                self.judged[f"judged:{key}"] = key
                return Is(f"judged:{key}")
            case NotEncoded():
                return Is("not-encoded")
            case UseTerm(key):
                if key not in terms:
                    terms[key] = self.name(self.formula(choice[key].logic, choice, terms))
                return terms[key]

    def name(self, formula: Formula) -> Formula:
        """The proposition that stands for a formula; a formula seen before keeps its proposition."""
        if isinstance(formula, Is):
            return formula
        if formula not in self.named:
            self.named[formula] = f"p{len(self.propositions)}"
            self.propositions.append(Proposition(self.named[formula], formula))
        return Is(self.named[formula])

    def exception(
        self, rule: LinkedRule, exception: LinkedException, choice: Choice, terms: dict[str, Formula]
    ) -> Is:
        formula = self.formula(exception.logic, choice, terms)
        if exception.in_force != rule.in_force:
            formula = And((self.force(exception.in_force), formula))
        named = self.name(formula)
        assert isinstance(named, Is)
        return named


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where a rule's parts and statuses are found among the propositions."""

    rule: str
    exceptions: tuple[tuple[str, bool, str], ...]
    """(proposition, whether the actor has to show it, the name it is given as in the second pass)."""
    reach: str
    core: str
    statuses: tuple[tuple[Status, str], ...]


class Program:
    """The rules of a library under several choices of readings, compiled for durable_rules.

    Two passes: the first works out terms, scope, elements and exceptions; the second, which is told of an
    exception that the actor has to show only whether it was shown, works out the statuses.
    """

    def __init__(self, rules: tuple[LinkedRule, ...], choices: Mapping[str, Choice]) -> None:
        """Raises CompileError or InferenceError as `Inference` does."""
        self._compiler = _Compiler()
        self._verdicts: dict[tuple[str, ...], _Entry] = {}
        self._second: list[Proposition] = []
        self._entries: dict[tuple[str, str], _Entry] = {}
        for position, choice in choices.items():
            terms: dict[str, Formula] = {}
            for rule in rules:
                self._entries[rule.id, position] = self._entry(rule, choice, terms)
        compiler = self._compiler
        given = [*compiler.compares, *compiler.judged, *compiler.intervals, "not-encoded"]
        self._first_pass = Inference(compiler.propositions, given)
        self._given = frozenset(given)
        entries = self._verdicts.values()
        parts = {
            name for entry in entries for name in (entry.reach, entry.core, *(e[2] for e in entry.exceptions))
        }
        self._second_pass = Inference(self._second, sorted(parts))
        self._parts = parts

    def _entry(self, rule: LinkedRule, choice: Choice, terms: dict[str, Formula]) -> _Entry:
        compiler = self._compiler
        reach = compiler.name(
            And(
                (
                    compiler.force(rule.in_force),
                    compiler.formula(rule.bound, choice, terms),
                    compiler.formula(rule.scope, choice, terms),
                )
            )
        )
        core = compiler.name(compiler.formula(rule.core, choice, terms))
        assert isinstance(reach, Is)
        assert isinstance(core, Is)
        exceptions: list[tuple[str, bool, str]] = []
        for exception in rule.exceptions:
            name = compiler.exception(rule, exception, choice, terms).name
            shown = f"shown:{name}" if exception.actor_shows else name
            exceptions.append((name, exception.actor_shows, shown))
        key = (rule.modality, reach.name, core.name, *(shown for _, _, shown in exceptions))
        if key not in self._verdicts:
            self._verdicts[key] = self._verdict(rule, reach, core, tuple(exceptions))
        return self._verdicts[key]

    def _verdict(
        self, rule: LinkedRule, reach: Is, core: Is, exceptions: tuple[tuple[str, bool, str], ...]
    ) -> _Entry:
        excused = Or(tuple(Is(shown) for _, _, shown in exceptions))
        breach: Formula = Neg(core) if rule.modality == "obligation" else core
        verdicts: dict[Status, Formula]
        if rule.modality == "permission":
            permitted = And((reach, core, Neg(excused)))
            verdicts = {"permitted": permitted, "not-applicable": Neg(permitted)}
        else:
            verdicts = {
                "violated": And((reach, breach, Neg(excused))),
                "excused": And((reach, breach, excused)),
                "satisfied": And((reach, Neg(breach))),
                "not-applicable": Neg(reach),
            }
        number = len(self._verdicts)
        self._second += [Proposition(f"{status}:{number}", formula) for status, formula in verdicts.items()]
        named = tuple((status, f"{status}:{number}") for status in verdicts)
        return _Entry(rule.id, exceptions, reach.name, core.name, named)

    def statuses(self, case: Case, day: date) -> dict[tuple[str, str], dict[Status, Truth]]:
        """(rule, choice) to the truth of each status, under the law of a day. Raises InferenceError."""
        compiler = self._compiler
        given: dict[str, Truth] = {
            name: truth_of(compare, case.facts.get(compare.fact))
            for name, compare in compiler.compares.items()
        }
        for name, key in compiler.judged.items():
            judgment = case.judgments.get(key)
            given[name] = None if judgment is None else judgment.holds
        for name, intervals in compiler.intervals.items():
            given[name] = in_force(intervals, day)
        given["not-encoded"] = None
        worked_out = {**given, **self._first_pass.run(given)}
        parts: dict[str, Truth] = {name: worked_out[name] for name in self._parts if name in worked_out}
        for entry in self._verdicts.values():
            for name, burden, shown in entry.exceptions:
                if burden:
                    parts[shown] = worked_out[name] is True
        verdicts = self._second_pass.run(parts)
        return {
            key: {status: verdicts[name] for status, name in entry.statuses}
            for key, entry in self._entries.items()
        }
