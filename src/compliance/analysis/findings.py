"""Decisions to findings: positions joined, reasons, questions and flags attached."""

from collections.abc import Mapping

from compliance.analysis.flags import flags_of
from compliance.analysis.missing import is_open, missing
from compliance.analysis.stretch import Stretch, joined, settled
from compliance.analysis.turns import turns_on
from compliance.engine.decide import Decider
from compliance.engine.status import Outcome
from compliance.model.finding import (
    STATUSES,
    Contradiction,
    Finding,
    Flag,
    Held,
    Question,
    Reason,
    Status,
)
from compliance.model.library import LinkedRule


def finding(stretch: Stretch, rule: LinkedRule) -> Finding:
    decider, library = stretch.decider, stretch.decider.library
    positions = decider.positions_of(rule)
    outcomes = {
        position: settled(rule, stretch.decisions[rule.id, position].outcome, stretch.collisions[position])
        for position in positions
    }
    statuses = {position: outcome.status for position, outcome in outcomes.items()}
    status = joined(list(statuses.values()))
    first = positions[0]
    quiet = status == "not-applicable"
    contested = status == "contested"
    divided = contested or len({outcome.possible for outcome in outcomes.values()}) > 1
    trees = {
        position: stretch.reasoners[position].rule(rule, stretch.decisions[rule.id, position].parts)
        for position in (positions if divided else positions[:1])
    }
    reasons = {position: _reason(stretch, rule, position, outcomes[position]) for position in positions}
    reason = reasons[first]
    turning, turning_for = (
        turns_on(library, stretch.counted, stretch.day, rule, decider.choices, statuses)
        if contested
        else ((), {})
    )
    alleged = None if stretch.alleged is None else stretch.alleged[rule.id]
    collided = [c for p in positions for c in stretch.collisions[p] if rule.id in (c.forbids, c.allows)]
    held = {
        position: Held(
            statuses[position],
            reasons[position],
            outcomes[position].possible,
            trees.get(position, trees[first]),
            _readings(stretch, rule, position) if not quiet else {},
        )
        for position in positions
    }
    worst = max(positions, key=lambda position: -STATUSES.index(statuses[position])) if contested else first
    return Finding(
        rule=rule.id,
        title=rule.rule.title,
        instrument=rule.instrument,
        provision=rule.provision,
        citation=library.cite(rule.instrument, rule.provision),
        modality=rule.modality,
        bearer=stretch.reasoners[first].party(rule.role),
        status=status,
        reason=reason if not contested else _sides(statuses),
        possible=_possible(status, statuses, outcomes, _unshown(stretch, rule)),
        positions=statuses,
        held=held,
        turns_on=turning,
        turns_for=turning_for,
        exceptions=stretch.reasoners[worst].exceptions(rule, stretch.decisions[rule.id, worst].parts),
        missing=() if quiet else _missing(stretch, rule, statuses, turning),
        because=_divided_tree(decider, rule, trees, statuses) if divided else trees[first],
        flags=_flags(stretch, rule, status, reason),
        as_alleged=None if alleged == status else alleged,
        source_seen=library.source(rule.instrument, rule.provision).seen,
        conflicts_with=tuple(
            dict.fromkeys(
                c.allows if c.forbids == rule.id else c.forbids for c in collided if c.priority is None
            )
        ),
        overridden_by=next(
            (c.priority.prevails for c in collided if c.priority and c.loser == rule.id), None
        ),
        notes=rule.rule.notes,
        reaches=any(
            stretch.reasoners[position].evaluation.truth(rule.scope) is not False for position in positions
        ),
    )


def _reason(stretch: Stretch, rule: LinkedRule, position: str, outcome: Outcome) -> str:
    if outcome.why_not is not None:
        return outcome.why_not
    status, found = outcome.status, stretch.collisions[position]
    prevailing = next((c.priority for c in found if c.priority and c.loser == rule.id), None)
    if status == "excused" and prevailing is not None:
        return f"The rule would forbid it, but another rule allows it and prevails: {prevailing.because}"
    if status == "undetermined" and prevailing is not None:
        return (
            f"The rule permits it unless a rule that limits it is broken, which is open: {prevailing.because}"
        )
    match status, rule.modality:
        case "violated", "obligation":
            return "What the rule requires was not done, and no exception is shown."
        case "violated", _:
            return "What the rule forbids was done, and no exception is shown."
        case "excused", "obligation":
            return "The rule would require what was not done, but an exception applies."
        case "excused", _:
            return "The rule would forbid it, but an exception applies."
        case "satisfied", "obligation":
            return "What the rule requires was done."
        case "satisfied", _:
            return "What the rule forbids was not done."
        case "permitted", _:
            return "The rule permits it."
        case "conflict", _:
            return "Another rule commands the opposite, and no declared priority decides between them."
    return _open(stretch, rule, position, outcome)


def _open(stretch: Stretch, rule: LinkedRule, position: str, outcome: Outcome) -> str:
    """Why a finding is open: unknown facts, law that may not have been in force, exceptions nobody could encode."""
    parts = stretch.decisions[rule.id, position].parts
    tried = stretch.reasoners[position].exceptions(rule, parts)
    found: list[str] = []
    if parts.in_force is None:
        found.append("Whether the provision was in force is not known.")
    may_decide = bool({"violated", "permitted"} & set(outcome.possible))
    if may_decide:
        found += [
            f"Whether {one.citation} excepts it nobody can say, since it could not be encoded."
            for one in tried
            if one.status == "not encoded" and not one.actor_shows
        ]
    if not found:
        return "Facts that would decide it are not known."
    unsettled = may_decide and any(one.status == "unsettled" for one in tried)
    if unsettled or None in (parts.bound, parts.scope, parts.core):
        found.append("Facts that bear on it are not known either.")
    return " ".join(found)


def _sides(statuses: Mapping[str, Status]) -> str:
    return (
        "The sides differ: "
        + "; ".join(f"{position}: {status}" for position, status in statuses.items())
        + "."
    )


def _possible(
    status: Status, statuses: Mapping[str, Status], outcomes: Mapping[str, Outcome], unshown: bool
) -> tuple[Status, ...]:
    if status not in ("undetermined", "contested"):
        return ()
    open_ = {still for outcome in outcomes.values() for still in outcome.possible}
    open_ |= {own for own in statuses.values() if own != "undetermined"}
    if "violated" in open_ and unshown:
        open_.add("excused")
    return tuple(one for one in STATUSES if one in open_)


def _unshown(stretch: Stretch, rule: LinkedRule) -> bool:
    """Whether the actor may yet show an exception, as far as any position can tell."""
    return any(
        burden and value is None
        for position in stretch.decider.positions_of(rule)
        for burden, value in zip(
            rule.burdens, stretch.decisions[rule.id, position].parts.exceptions, strict=True
        )
    )


def _readings(stretch: Stretch, rule: LinkedRule, position: str) -> dict[str, str]:
    """The reading that a position gives each term of the rule that has several."""
    library, choice = stretch.decider.library, stretch.decider.choices[position]
    return {
        library.terms[key].address: choice[key].name
        for key in library.support_of[rule.id].terms
        if library.terms[key].term.readings
    }


def _missing(
    stretch: Stretch, rule: LinkedRule, statuses: Mapping[str, Status], turning: tuple[tuple[str, ...], ...]
) -> tuple[tuple[Question, ...], ...]:
    """The sets of questions that settle what is undetermined, then those that help to choose between readings."""
    library, case = stretch.decider.library, stretch.counted
    sets: dict[tuple[str, ...], tuple[Question, ...]] = {}
    if "undetermined" in statuses.values():
        choices = [stretch.decider.choices[position] for position in statuses]
        for questions in missing(library, case, stretch.day, rule, choices):
            sets[tuple(question.fact for question in questions)] = questions
    for terms in turning:
        for address in terms:
            for fact in library.term_by_address[address].settled_by:
                if is_open(library, case, fact):
                    sets.setdefault((fact,), (Question(fact, library.ask(fact)),))
    return tuple(sets.values())


def _divided_tree(
    decider: Decider, rule: LinkedRule, trees: Mapping[str, Reason], statuses: Mapping[str, Status]
) -> Reason:
    library = decider.library
    cite = library.cite(rule.instrument, rule.provision)
    sides = tuple(
        Reason(
            f"{library.positions[position].title}: {statuses[position]}.",
            tree.holds,
            tree.citation,
            of=tree.of,
        )
        for position, tree in trees.items()
    )
    return Reason(rule.rule.title, None, cite, of=sides)


def _flags(stretch: Stretch, rule: LinkedRule, status: Status, reason: str) -> tuple[Flag, ...]:
    if status == "not-applicable" and reason in ("out-of-scope", "not-bound"):
        return ()
    library = stretch.decider.library
    support = library.support_of[rule.id]
    settling = {fact for key in support.terms for fact in library.terms[key].term.settled_by}
    found: list[Flag] = []
    if reason != "not-in-force":
        found += flags_of(library, rule, [one.evaluation for one in stretch.reasoners.values()])
    for contradiction in stretch.contradictions:
        if contradiction.fact in support.facts or contradiction.fact in settling:
            found.append(contradicted(contradiction))
    return tuple(dict.fromkeys(found))


def contradicted(contradiction: Contradiction) -> Flag:
    """The flag of a claim that the facts contradict."""
    return Flag(
        "claim-contradicted",
        f"{contradiction.by} said: {contradiction.gist} The facts say: {contradiction.stated}.",
    )
