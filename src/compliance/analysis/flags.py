"""Flags: warnings that ride on findings and never change a status."""

from collections.abc import Iterable, Mapping

from compliance.engine.evaluate import Evaluation
from compliance.engine.wording import said
from compliance.model.case import Case, Members
from compliance.model.finding import Contradiction, Flag
from compliance.model.instrument import Seen
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import Value
from compliance.model.practice import COUNTS
from compliance.model.reference import split_reference

SEEN_WORDS: Mapping[Seen, str] = {
    "full": "the full text was seen",
    "part": "only part of the text was seen",
    "secondary": "the text was seen only in a secondary source",
    "described": "the document itself was not seen, only a description of it",
    "known": "encoded from knowledge of the law; the text was not seen",
    "known-check-cite": "encoded from knowledge; pin cite and wording are still to be checked",
    "uncertain": "uncertain; not to be relied on",
}


def flags_of(library: Library, rule: LinkedRule, evaluations: Iterable[Evaluation]) -> tuple[Flag, ...]:
    """The flags of a rule's finding: how far its text was seen, whether it is a draft, and those it declares.

    A declared flag with a condition rides along where the condition holds under any position.
    """
    found: list[Flag] = []
    for linked in rule.flags:
        if linked.logic is None or any(evaluation.truth(linked.logic) for evaluation in evaluations):
            reference = linked.flag.provision
            cite = None if reference is None else library.cite(*split_reference(reference, rule.instrument))
            found.append(Flag(linked.flag.flag, linked.flag.because, cite))
    unseen = _unseen(library, rule)
    if unseen:
        found.append(Flag("source-unverified", " ".join(unseen)))
    if rule.draft:
        found.append(Flag("draft-encoding", "No lawyer has yet reviewed this encoding against the text."))
    return tuple(found)


def _unseen(library: Library, rule: LinkedRule) -> list[str]:
    """How far the texts that a rule rests on were seen, its own first; nothing on those that were seen in full."""
    rests = [(rule.instrument, rule.provision)]
    rests += [(exception.instrument, exception.provision) for exception in rule.exceptions]
    for key in library.support_of[rule.id].terms:
        use = library.terms[key]
        rests.append(split_reference(use.term.provision, use.instrument))
    by_seen: dict[Seen, dict[str, None]] = {}
    for instrument, provision in rests:
        seen = library.source(instrument, provision).seen
        if seen != "full":
            by_seen.setdefault(seen, {})[library.cite(instrument, provision)] = None
    return [f"{'; '.join(cites)}: {SEEN_WORDS[seen]}." for seen, cites in by_seen.items()]


def contradictions(library: Library, case: Case) -> tuple[Contradiction, ...]:
    """The claims that established or admitted facts of the practice contradict."""
    found: list[Contradiction] = []
    for claim in case.claims:
        for name, claimed in claim.facts.items():
            known = case.facts.get(name)
            if known is None or known.standing not in COUNTS or not _differ(known.value, claimed):
                continue
            fact = library.facts[name]
            found.append(
                Contradiction(claim.by, claim.gist, name, said(fact, claimed), said(fact, known.value))
            )
    return tuple(found)


def _differ(stated: Value | Members | None, claimed: Value | Members) -> bool:
    if stated is None:
        return False
    if isinstance(stated, Members) and isinstance(claimed, Members):
        return bool(claimed.has & stated.lacks or claimed.lacks & stated.has)
    return stated != claimed
