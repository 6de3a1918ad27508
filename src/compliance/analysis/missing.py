"""What is missing: the smallest sets of questions that settle an undetermined finding, however they are answered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from math import prod

from compliance.analysis.answers import Recorder, answers, comparisons
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice
from compliance.engine.wording import said
from compliance.model.case import Case, Given, Judged, Known, Members
from compliance.model.finding import Question, Status
from compliance.model.interval import in_force
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import NotEncoded

MOST_TRIED = 1_000
"""Combinations of answers tried for one finding; beyond that every open question is named."""
MOST_SETS = 6

_Answer = tuple[str, Mapping[str, Known], Mapping[str, Judged]]
"""An answer in words, and what it makes known."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """Something that can be asked, with the answers that make a difference."""

    name: str
    ask: str
    answers: Sequence[_Answer]


def is_open(library: Library, case: Case, fact: str) -> bool:
    """Whether a fact is not known, or known only in part."""
    known = case.facts.get(fact)
    if known is None or known.value is None:
        return True
    value = known.value
    return isinstance(value, Members) and len(value.has | value.lacks) < len(library.facts[fact].values)


def missing(
    library: Library, case: Case, day: date, rule: LinkedRule, choices: Sequence[Choice]
) -> tuple[tuple[Question, ...], ...]:
    """The smallest sets of questions that settle a rule under every one of the choices, whatever the answers.

    Empty where no answers can settle it: an exception is not encoded, or the rule may not have been in force.
    """
    if _beyond_facts(rule, day):
        return ()
    choices = _distinct(library, rule, choices)
    by_name = {s.name: s for choice in choices for s in _subjects(library, case, day, rule, choice)}
    subjects = list(by_name.values())
    budget = MOST_TRIED
    found: list[tuple[_Subject, ...]] = []
    for size in range(1, len(subjects) + 1):
        for chosen in combinations(subjects, size):
            names = {subject.name for subject in chosen}
            if any({subject.name for subject in smaller} <= names for smaller in found):
                continue
            cost = prod(len(subject.answers) for subject in chosen)
            if cost > budget:
                return _worded(found or [tuple(subjects)], case, day, rule, choices)
            budget -= cost
            if all(
                "undetermined" not in _statuses(case, day, rule, choices, picked)
                for picked in product(*(subject.answers for subject in chosen))
            ):
                found.append(chosen)
    return _worded(found, case, day, rule, choices)


def _beyond_facts(rule: LinkedRule, day: date) -> bool:
    """Whether a finding that is open stays so whatever the facts are."""
    return in_force(rule.in_force, day) is None or any(
        isinstance(exception.logic, NotEncoded)
        and not exception.actor_shows
        and in_force(exception.in_force, day) is not False
        for exception in rule.exceptions
    )


def _distinct(library: Library, rule: LinkedRule, choices: Sequence[Choice]) -> list[Choice]:
    """The choices that read the rule's terms differently."""
    terms = library.support_of[rule.id].terms
    return list({tuple(choice[key].name for key in terms): choice for choice in choices}.values())


def _worded(
    found: list[tuple[_Subject, ...]], case: Case, day: date, rule: LinkedRule, choices: Sequence[Choice]
) -> tuple[tuple[Question, ...], ...]:
    questions: dict[str, Question] = {}
    for subject in (subject for one in found for subject in one):
        if subject.name not in questions:
            settles: list[tuple[str, Status]] = []
            for answer in subject.answers:
                statuses = _statuses(case, day, rule, choices, (answer,))
                (status, *others) = statuses
                if not others and status != "undetermined":
                    settles.append((answer[0], status))
            questions[subject.name] = Question(subject.name, subject.ask, tuple(settles))
    return tuple(tuple(questions[subject.name] for subject in one) for one in found[:MOST_SETS])


def _statuses(
    case: Case, day: date, rule: LinkedRule, choices: Sequence[Choice], picked: Collection[_Answer]
) -> set[Status]:
    """The status of the rule under each choice, once questions are answered."""
    facts, judgments = dict(case.facts), dict(case.judgments)
    for _, known, judged in picked:
        facts.update(known)
        judgments.update(judged)
    answered = Given(facts, judgments)
    return {Evaluation(answered, choice, day).outcome(rule).status for choice in choices}


def _subjects(library: Library, case: Case, day: date, rule: LinkedRule, choice: Choice) -> list[_Subject]:
    """What is open and looked at when the rule is decided; attributes of a party nobody named are asked as one."""
    recorder, judged = Recorder(case.facts), Recorder(case.judgments)
    Evaluation(case.with_facts(recorder, judged), choice, day).parts(rule)
    found: list[_Subject] = []
    by_role: dict[str, dict[str, list[Known]]] = {}
    for name, compares in comparisons(library, *rule.conditions).items():
        if name not in recorder.read or not is_open(library, case, name):
            continue
        options = answers(library, name, compares, case.facts.get(name))
        role, _, attribute = name.partition(".")
        if len(options) < 2:
            continue
        if role in library.roles and attribute in library.attributes and role not in case.parties:
            by_role.setdefault(role, {})[name] = options
        else:
            worded = [
                (said(library.facts[name], known.value), {name: known}, dict[str, Judged]())
                for known in options
            ]
            found.append(_Subject(name, library.ask(name), tuple(worded)))
    found += [_who(library, role, attributes) for role, attributes in by_role.items()]
    for key in library.support_of[rule.id].judgments:
        if key in judged.read and key not in case.judgments:
            both: list[_Answer] = [
                (word, {}, {key: Judged(holds, "", "")}) for word, holds in (("yes", True), ("no", False))
            ]
            found.append(_Subject(f"judgment:{key}", _judgment(library, case, key), both))
    return found


def _judgment(library: Library, case: Case, key: str) -> str:
    """The question that is left to judgment; one about a party names it."""
    use = library.terms[key]
    party = case.parties.get(use.role) or library.roles[use.role].title if use.role else "the party"
    return use.term.ask.replace("{party}", party)


def _who(library: Library, role: str, attributes: Mapping[str, list[Known]]) -> _Subject:
    """Who plays a role: every kind of party that its attributes tell apart."""
    kinds: list[_Answer] = []
    for picked in product(*attributes.values()):
        known = dict(zip(attributes, picked, strict=True))
        words = "; ".join(said(library.facts[name], one.value) for name, one in known.items())
        kinds.append((words, known, {}))
    return _Subject(role, library.roles[role].ask, tuple(kinds))
