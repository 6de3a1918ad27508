"""An interview: which question about a practice still matters, and most."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from compliance.analysis.answers import Recorder, answers, comparisons
from compliance.engine.decide import Decider
from compliance.engine.evaluate import Evaluation
from compliance.engine.readings import Choice
from compliance.model.case import Case, Known, Members
from compliance.model.library import LinkedRule
from compliance.model.logic import Logic


@dataclass(frozen=True, slots=True)
class Next:
    """The question to ask now."""

    ask: str
    why: str
    """The provisions that turn on the answer."""
    fact: str | None = None
    role: str | None = None
    """Set where the question is who plays a role; then `fact` is not."""
    values: Mapping[str, str] | None = None
    """The answers to choose from and what they mean; None for a free one."""
    type: str = "choice"
    unit: str | None = None


def next_question(
    decider: Decider, case: Case, day: date, settled: Collection[str], about: Collection[str] = ()
) -> Next | None:
    """The fact (or the party in a role) that most undecided rules wait for, or None when nothing matters any more.

    `settled` are the facts and roles already asked about, answered or not; `about` limits the rules to instruments.
    """
    waiting: dict[str, list[str]] = {}
    for rule in decider.library.rules:
        if about and rule.instrument not in about:
            continue
        for position in decider.positions_of(rule):
            for fact in _awaited(decider, case, day, rule, decider.choices[position]):
                waiting.setdefault(_subject(decider, case, fact, settled), []).append(rule.id)
    open_ = {subject: rules for subject, rules in waiting.items() if subject and subject not in settled}
    if not open_:
        return None
    subject = max(open_, key=lambda name: len(open_[name]))
    return _worded(decider, case, subject, tuple(dict.fromkeys(open_[subject])))


def _awaited(decider: Decider, case: Case, day: date, rule: LinkedRule, choice: Choice) -> list[str]:
    """The open facts that the first undecided part of an undecided rule looks at: scope, then bearer, then the rest."""
    evaluation = Evaluation(case, choice, day)
    if evaluation.outcome(rule).status != "undetermined" and not _unshown(evaluation, rule):
        return []
    for logics in ((rule.scope,), (rule.bound,), (rule.core,), tuple(e.logic for e in rule.exceptions)):
        found = [
            fact
            for logic in logics
            if evaluation.truth(logic) is None
            for fact in _open(decider, case, evaluation, logic)
        ]
        if found:
            return list(dict.fromkeys(found))
    return []


def _unshown(evaluation: Evaluation, rule: LinkedRule) -> bool:
    """Whether an exception that the actor has to show is still open on a violated rule."""
    parts = evaluation.parts(rule)
    return evaluation.outcome(rule).status == "violated" and None in parts.exceptions


def _open(decider: Decider, case: Case, evaluation: Evaluation, logic: Logic) -> list[str]:
    """The facts not fully known that a condition looks at under the evaluation's readings."""
    looked_at = Recorder(case.facts)
    Evaluation(case.with_facts(looked_at), evaluation.choice, evaluation.day).truth(logic)
    compares = comparisons(decider.library, logic)
    return [
        fact
        for fact in looked_at.read
        if fact in compares
        and len(answers(decider.library, fact, compares[fact], case.facts.get(fact))) > 1
        and _unknown(case.facts.get(fact))
    ]


def _unknown(known: Known | None) -> bool:
    return known is None or known.value is None or isinstance(known.value, Members)


def _subject(decider: Decider, case: Case, fact: str, settled: Collection[str]) -> str:
    """What to ask for a fact: the fact itself, or who plays the role that it is an attribute of."""
    role, _, attribute = fact.partition(".")
    unnamed = role not in case.parties and f"role:{role}" not in settled
    about_party = role in decider.library.roles and attribute in decider.library.attributes
    return f"role:{role}" if about_party and unnamed else fact


def _worded(decider: Decider, case: Case, subject: str, rules: tuple[str, ...]) -> Next:
    library = decider.library
    cited = [library.cite(r.instrument, r.provision) for r in library.rules if r.id in rules]
    unique = list(dict.fromkeys(cited))
    more = f" and {len(unique) - 3} more" if len(unique) > 3 else ""
    why = ", ".join(f"{one}" for one in unique[:3]) + more
    if subject.startswith("role:"):
        role = subject.removeprefix("role:")
        actors = {name: actor.title for name, actor in library.actors.items()}
        return Next(library.roles[role].ask, why, None, role, actors)
    fact = library.facts[subject]
    ask = fact.ask
    role, _, attribute = subject.partition(".")
    if role in case.parties and attribute in library.attributes:
        ask = library.attributes[attribute].ask.replace("{party}", case.parties[role])
    values = dict(fact.values) or ({"true": "yes", "false": "no"} if fact.type == "yes-no" else None)
    return Next(ask, why, subject, None, values, fact.type, fact.unit)
