"""One rule's finding as blocks: status, citation, reasons, sides, exceptions, questions, warnings."""

from collections.abc import Iterator, Sequence

from compliance.model.finding import STATUSES, Finding, Question, Reason, TriedException
from compliance.model.library import Library
from compliance.report import words
from compliance.report.blocks import Aside, Block, Heading, Item, Line, Paragraph, Points, Reasons, Verdict
from compliance.report.runs import Run
from compliance.report.sides import parts as parts_of
from compliance.report.sides import shared, side_title, sides

_MOST_ANSWERS = 4
_TRIED = {
    "shown": "shown",
    "not shown": "not shown by the party that relies on it",
    "fails": "fails",
    "unsettled": "unsettled",
    "not encoded": "not encoded, so nobody can say from here whether it applies",
    "not in force": "not in force",
}


def ruling(run: Run, library: Library, explain: bool) -> list[Block]:
    """All that is said about one rule on one practice; with `explain`, the whole tree of reasons too."""
    finding = run.finding
    blocks: list[Block] = [
        Heading(2, finding.title),
        Aside(_cited(finding)),
        Verdict(finding.status, words.of_finding(finding)),
    ]
    if finding.waived is not None:
        blocks.append(Paragraph(words.waiver(finding.waived)))
    if not run.always:
        blocks.append(Aside(words.sentence(words.span(run.since, run.until))))
    blocks += [Paragraph(text) for text in _summary(finding, library)]
    if finding.status == "conflict":
        blocks.append(Points("The rules in conflict", tuple(_quoted(finding, library))))
    reasons = tuple(decisive(finding))
    if reasons and not explain:
        blocks.append(Reasons("Taken the same way by all sides" if finding.divided else "Why", reasons))
    if finding.divided:
        blocks += sides(finding, library)
    blocks += _exceptions(finding, library)
    blocks += _questions(finding)
    warnings = tuple(_warnings(finding))
    if warnings:
        blocks.append(Points("Take care", warnings))
    if finding.notes and finding.status not in ("satisfied", "permitted"):
        blocks.append(Points("Notes on the encoding", tuple(Item(note) for note in finding.notes)))
    if explain:
        blocks.append(
            Reasons("Reasons in full", tuple(_tree(finding.because, 0, finding.citation)), full=True)
        )
    return blocks


def why_not(finding: Finding, library: Library) -> str:
    """Why a rule does not apply, in words."""
    stopped = finding.because.of[-1] if finding.because.of else finding.because
    facts = " ".join(words.folded(leaf.says for leaf in _leaves(stopped) if leaf is not stopped))
    match finding.reason:
        case "not-in-force":
            return stopped.says
        case "not-bound":
            return f"It does not bind {finding.bearer}. {facts}".strip()
        case "overridden":
            other = finding.overridden_by
            return f"It gives way to {cited_rule(other, library) if other else 'another rule'}."
        case _:
            return f"{words.WHY_NOT['out-of-scope']} {facts}".strip()


def cited_rule(rule: str, library: Library) -> str:
    """A rule by its title and citation."""
    found = library.rule_by_id.get(rule)
    return (
        f"“{found.rule.title}” {words.within(library.cite(found.instrument, found.provision))}"
        if found
        else rule
    )


def _cited(finding: Finding) -> str:
    flags = {flag.name for flag in finding.flags}
    trees = [held.because for held in finding.held.values()] or [finding.because]
    bearers = [parts_of(tree).get("bearer") for tree in trees]
    sure = all(node is None or node.holds for node in bearers)
    parts = [finding.citation, f"{'binds' if sure else 'would bind'} {finding.bearer}"]
    if "source-unverified" in flags:
        parts.append(words.SEEN.get(finding.source_seen, "text not verified"))
    if "draft-encoding" in flags:
        parts.append("draft encoding")
    return " · ".join(parts)


def _summary(finding: Finding, library: Library) -> Iterator[str]:
    if finding.status not in ("contested", "undetermined", "satisfied", "permitted"):
        yield finding.reason
    if finding.status == "undetermined" and finding.overridden_by is not None:
        yield finding.reason
    if finding.status == "excused" and finding.overridden_by is not None:
        yield f"It gives way to {cited_rule(finding.overridden_by, library)}."
    still = words.possible(finding)
    if still:
        yield still
    if finding.as_alleged is not None:
        yield f"Taking alleged and disputed facts as stated: {words.SHORT[finding.as_alleged]}."


def decisive(finding: Finding) -> Iterator[Line]:
    """The statements that decide a finding, the elements with their facts; for sides, what they agree on."""
    for tree in (held.because for held in finding.held.values()):
        force = parts_of(tree).get("in-force")
        if force is not None and force.holds is None:
            yield Line(0, None, force.says)
            break
    if finding.divided:
        yield from _folded([Line(0, node.holds, node.says) for node in shared(finding)])
        return
    found = parts_of(finding.because)
    for name in ("bearer", "scope"):
        part = found.get(name)
        if part is None or finding.status == "satisfied" or (finding.status == "undetermined" and part.holds):
            continue
        yield from _folded([Line(0, node.holds, node.says) for node in part.of])
    plain: list[Line] = []
    for node in found["elements"].of if "elements" in found else ():
        if node.of:
            yield Line(0, node.holds, node.says)
            yield from _folded([Line(1, leaf.holds, leaf.says) for leaf in _leaves(node)])
        else:
            plain.append(Line(0, node.holds, node.says))
    yield from _folded(plain)


def _folded(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines of one depth, with what answers one question alike told in one."""
    for holds in dict.fromkeys(line.holds for line in lines):
        alike = [line for line in lines if line.holds is holds]
        yield from (Line(alike[0].depth, holds, says) for says in words.folded(line.says for line in alike))


def _leaves(reason: Reason) -> Iterator[Reason]:
    if not reason.of:
        yield reason
    for part in reason.of:
        yield from _leaves(part)


def _exceptions(finding: Finding, library: Library) -> list[Block]:
    """The exceptions tried; for a contested finding, as the side with the gravest finding has them."""
    if finding.status in ("satisfied", "permitted", "not-applicable"):
        return []
    shown = [tried for tried in finding.exceptions if tried.status == "shown" or finding.status != "excused"]
    items = tuple(
        Item(
            f"{_TRIED.get(tried.status, tried.status)}.",
            f"{words.sentence(tried.title)} {words.within(tried.citation)}:",
            tuple((0, words.sentence(words.stop(says))) for says in _shown_by(finding, tried)),
        )
        for tried in shown
    )
    if not items:
        return []
    match finding.status:
        case "excused":
            label = "The exception"
        case "contested":
            gravest = min(finding.positions, key=lambda side: STATUSES.index(finding.positions[side]))
            label = f"Exceptions tried ({side_title(gravest, library)})"
        case _:
            label = "Exceptions tried"
    return [Points(label, items)]


def _shown_by(finding: Finding, tried: TriedException) -> list[str]:
    """What an exception's outcome rests on: the statements below it in the reasons, else its own words."""
    trees = [held.because for held in finding.held.values()] or [finding.because]
    nodes = (node for tree in trees for node in tree.of if node.part == "exception" and node.name == tried.id)
    node = next((node for node in nodes if node.of and f": {tried.status}." in node.says), None)
    if node is not None:
        return words.folded(leaf.says for leaf in _leaves(node))
    return [tried.because] if tried.because else []


def _questions(finding: Finding) -> list[Block]:
    """What to find out: each question once, and which of them together are enough."""
    if not finding.missing:
        return []
    facts = {question.fact: question.ask for group in finding.missing for question in group}
    place = {fact: number for number, fact in enumerate(facts, 1)}
    sets = [list(map(str, sorted(place[question.fact] for question in group))) for group in finding.missing]
    answers: dict[str, dict[str, None]] = {fact: {} for fact in facts}
    for question in (question for group in finding.missing for question in group):
        answers[question.fact].update(dict.fromkeys(_answers(question)))
    items = tuple(
        Item(ask, notes=tuple((0, answer) for answer in answers[fact])) for fact, ask in facts.items()
    )
    if finding.status == "contested":
        label = "Questions that bear on the dispute"
    elif len(items) == 1:
        label = "To settle it, find out"
    elif len(sets) == 1:
        label = "To settle it, find out all of these"
    elif all(len(group) == 1 for group in sets):
        label = "To settle it, find out any one of these"
    else:
        label = f"To settle it, find out any one set: {'; '.join(words.listed(group) for group in sets)}"
    return [Points(label, items, "numbers")]


def _answers(question: Question) -> Iterator[str]:
    """The single answers that settle it; combinations would take more words than they are worth."""
    simple = [(answer, status) for answer, status in question.settles if ";" not in answer]
    if len(simple) <= _MOST_ANSWERS:
        for answer, status in simple:
            yield f"“{words.sentence(answer)}” settles it: {words.SHORT[status]}."


def _warnings(finding: Finding) -> Iterator[Item]:
    contradicted = False
    for flag in finding.flags:
        if flag.name == "claim-contradicted":
            contradicted = True
        elif flag.name not in ("draft-encoding", "source-unverified"):
            where = f" {words.within(flag.citation)}" if flag.citation else ""
            yield Item(words.stop(flag.because), f"{words.flag(flag.name)}{where}:")
    if contradicted:
        yield Item("the facts contradict a claim that bears on this rule; see below.", "Claim contradicted:")


def _quoted(finding: Finding, library: Library) -> Iterator[Item]:
    """This rule and those that command the opposite, each with its citation and its words."""
    for rule in (finding.rule, *finding.conflicts_with):
        found = library.rule_by_id.get(rule)
        if found is None:
            own = rule == finding.rule
            yield Item(finding.title, f"{finding.citation}:") if own else Item(rule)
            continue
        provision = library.provision(found.instrument, found.provision)
        quoted = (found.rule.words,) if found.rule.words else provision.words
        notes = ((0, " … ".join(f"“{text}”" for text in quoted)),) if quoted else ()
        yield Item(provision.gist, f"{library.cite(found.instrument, found.provision)}:", notes)


def _tree(reason: Reason, depth: int, cited: str) -> Iterator[Line]:
    """Every reason with what it rests on; a citation is given where it is not its parent's."""
    rests = [reason.citation] if reason.citation and (depth == 0 or reason.citation != cited) else []
    if reason.fact is not None and reason.standing is not None:
        rests.append(_standing(reason))
    elif reason.evidence:
        rests.append(words.listed(reason.evidence))
    yield Line(depth, reason.holds, reason.says, "; ".join(rests))
    for part in reason.of:
        yield from _tree(part, depth + 1, reason.citation or cited)


def _standing(reason: Reason) -> str:
    if reason.evidence:
        return f"{reason.standing}: {words.listed(reason.evidence)}"
    word = "stated" if reason.standing == "established" else reason.standing
    return f"{word} in the practice"
