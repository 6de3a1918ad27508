"""The steps after Then: what must have been found."""

from collections.abc import Collection, Iterable, Mapping
from typing import get_args

from compliance.analysis.flips import Flip
from compliance.model.finding import Finding, Held, Reason
from compliance.model.library import Library
from compliance.model.rule import FlagName
from compliance.source.nearest import did_you_mean, listed, nearest
from compliance.testing.proceeding import Proceeding
from compliance.testing.step import Steps
from compliance.testing.unmet import Unmet, brief, expect, expect_named, tree

STEPS = Steps()
then = STEPS.then
Table = list[dict[str, str]]
FLAGS: tuple[str, ...] = get_args(FlagName)
FEWEST_LETTERS = 3
"""The fewest letters of words that can tell one reason from another."""


def _known(what: str, name: str, known: Iterable[str]) -> None:
    """Raises AssertionError for a name that does not exist: that it is not found would prove nothing."""
    names = list(known)
    if name not in names:
        help_ = did_you_mean(name, names, f"there are {listed(names)}")
        raise AssertionError(f"no {what} is called '{name}'; {help_}")


STEPS.about("The practice as a whole")


@then("the practice is {status}", "no rule governs it", example="the practice is contested")
def practice_status(proceeding: Proceeding, status: str = "no-rule") -> None:
    """The gravest status of its findings in the period looked at."""
    period = proceeding.looked_at()
    if period.status != status:
        applied = [f"  {brief(one)}" for one in period.findings if one.status != "not-applicable"]
        summary = f"the practice is {period.status}, not {status}"
        raise Unmet(summary, [status], [period.status], applied or ["  no rule applies to it"])


@then('the practice is flagged "{flag}"', example='the practice is flagged "claim-contradicted"')
def practice_flagged(proceeding: Proceeding, flag: str) -> None:
    """A warning rides on the practice or on one of its findings."""
    _known("flag", flag, FLAGS)
    flags = [one.name for one in proceeding.checked().flags]
    expect_named(flag, flags, False, "the practice is flagged")


@then('a claim about "{fact}" is contradicted', example='a claim about "disclosure.trigger" is contradicted')
def contradicted(proceeding: Proceeding, fact: str) -> None:
    """The facts of the practice contradict what somebody said about it."""
    facts = [one.fact for one in proceeding.checked().contradictions]
    _known("fact", fact, proceeding.library.facts)
    expect_named(fact, facts, False, "the contradicted claims are about")


@then(
    '"{address}" is named as bearing on it',
    '"{address}" is not named as bearing on it',
    example='"us/statute/8-usc-1326#a" is named as bearing on it',
)
def related(proceeding: Proceeding, address: str, *, negated: bool = False) -> None:
    """A provision for which no rule stands is shown beside the findings."""
    report, law = proceeding.checked(), proceeding.library
    instrument, _, provision = address.partition("#")
    if provision not in getattr(law.instruments.get(instrument), "provisions", ()):
        raise AssertionError(f"there is no provision '{address}'")
    found = [f"{one.instrument}#{one.provision}" for one in report.related]
    expect_named(address, found, negated, "named are")
    if not negated:
        proceeding.touch_provision(address)


STEPS.about("The finding of one rule")


@then(
    '"{rule}" is {status}',
    '"{rule}" is not-applicable because {reason}',
    example='"eo170-b2-disclosure" is contested',
)
def rule_status(
    proceeding: Proceeding, rule: str, status: str = "not-applicable", reason: str | None = None
) -> None:
    """The status of a rule's finding; the steps that begin with 'it' are about the rule last named."""
    finding = proceeding.look_at(rule)
    wanted = status if reason is None else f"{status} because {reason}"
    because = f" because {finding.reason}" if finding.status == "not-applicable" else ""
    found = finding.status if reason is None else finding.status + because
    expect(wanted == found, f"{rule} is {found}, not {wanted}", [wanted], [found], finding)


@then('over time "{rule}" is:', example='over time "eo170-b2-disclosure" is:', table=("from", "status"))
def over_time(proceeding: Proceeding, rule: str, table: Table) -> None:
    """The status of a rule over the whole practice: each first day, in order."""
    report = proceeding.checked()
    finding = proceeding.look_at(rule)
    found: list[str] = []
    last = ""
    for period in report.timeline:
        status = next(finding.status for finding in period.findings if finding.rule == rule)
        proceeding.touch_status(rule, period)
        if status != last:
            found.append(f"{period.since.isoformat()} {status}")
        last = status
    wanted = [f"{row['from']} {row['status']}" for row in table]
    expect(wanted == found, f"over time {rule} is {', '.join(found)}", wanted, found, finding)


@then('the position "{position}" finds it {status}', example='the position "advocate" finds it violated')
def position(proceeding: Proceeding, position: str, status: str) -> None:
    """The status on the readings of one position."""
    finding = proceeding.at_hand()
    if position not in finding.positions:
        heard = ", ".join(finding.positions)
        raise AssertionError(f"no position '{position}' is heard on {finding.rule}; heard are {heard}")
    found = finding.positions[position]
    proceeding.touch_position(position)
    expect(found == status, f"{position} finds it {found}, not {status}", [status], [found], finding)


@then('it binds "{party}"', example='it binds "New York State Police"')
def binds(proceeding: Proceeding, party: str) -> None:
    """The party bound, by its title."""
    finding = proceeding.at_hand()
    bearer = finding.bearer
    expect(bearer == party, f"it binds {bearer}, not {party}", [party], [bearer], finding)


@then('it cites "{citation}"', example='it cites "EO 170 (2017), B.2, first sentence"')
def cites(proceeding: Proceeding, citation: str) -> None:
    """The citation of the rule or of one of its exceptions."""
    finding = proceeding.at_hand()
    cited = {finding.citation, *(tried.citation for tried in finding.exceptions)}
    proceeding.touch_citation(citation)
    expect_named(citation, cited, False, "it cites", finding)


@then('the reasons say "{words}"', example='the reasons say "is for the purpose"')
def because(proceeding: Proceeding, words: str) -> None:
    """Words that stand in the tree of reasons, on any side."""
    finding = proceeding.at_hand()
    if sum(map(str.isalpha, words)) < FEWEST_LETTERS:
        raise AssertionError(f"'{words}' stands in almost every reason; quote a word at least")
    trees = [finding.because, *(held.because for held in finding.held.values())]
    said = [finding.reason, *(line.strip() for one in trees for line in tree(one))]
    holds = any(words in line for line in said)
    near = nearest(words, said) or ["(no reason is worded like it)"]
    expect(holds, f"the reasons do not say '{words}'", [words], near[:1], finding)


@then('it rests on "{evidence}"', example='it rests on "DCJS annual report for 2009"')
def rests_on(proceeding: Proceeding, evidence: str) -> None:
    """Evidence behind a fact that the finding rests on, by its title."""
    finding = proceeding.at_hand()
    found = set().union(*map(_evidence, (finding.because, *(held.because for held in finding.held.values()))))
    expect_named(evidence, found, False, "it rests on", finding)


def _evidence(reason: Reason) -> set[str]:
    return set(reason.evidence).union(*map(_evidence, reason.of))


@then(
    'it turns on "{term}"', 'it does not turn on "{term}"', example='it turns on "civil-enforcement-purpose"'
)
def turns_on(proceeding: Proceeding, term: str, *, negated: bool = False) -> None:
    """The term whose reading divides the positions."""
    finding, law = proceeding.at_hand(), proceeding.library
    known = {law.terms[key].address for key in law.support_of[finding.rule].terms}
    bare = {address.rpartition("#")[2] for address in known}
    if term not in known | bare:
        names = ", ".join(sorted(bare)) or "none"
        raise AssertionError(f"{finding.rule} has no term '{term}'; its terms are {names}")
    named = {address for one in finding.turns_on for address in one}
    if "#" not in term:
        named = {address.rpartition("#")[2] for address in named}
    expect_named(term, named, negated, "it turns on", finding)


@then(
    'it asks about "{fact}"',
    'it does not ask about "{fact}"',
    "it asks nothing",
    example='it asks about "disclosure.outcome"',
)
def asks(proceeding: Proceeding, fact: str | None = None, *, negated: bool = False) -> None:
    """The missing facts that would settle the finding."""
    finding = proceeding.at_hand()
    asked = sorted({question.fact for questions in finding.missing for question in questions})
    if fact is None:
        expect(not asked, f"it asks about {', '.join(asked)}", ["nothing"], asked, finding)
    else:
        _known("fact, role or judgment", fact, _askable(proceeding.library, finding.rule))
        expect_named(fact, asked, negated, "it asks about", finding)


def _askable(law: Library, rule: str) -> Iterable[str]:
    """What a question can be about: facts, roles and what is known of their parties, and judgments of the rule."""
    yield from law.facts
    for role in law.roles:
        yield role
        yield from (f"{role}.{attribute}" for attribute in law.attributes)
    yield from (f"judgment:{key}" for key in law.support_of[rule].judgments)


@then(
    'the exception "{name}" {tried}',
    'the exception "{name}" is {tried}',
    'it is excused by "{name}"',
    example='it is excused by "required-by-law"',
)
def exception(proceeding: Proceeding, name: str, tried: str | None = None) -> None:
    """What came of an exception (shown, not shown, fails, unsettled, not encoded, not in force), or that it excuses."""
    finding = proceeding.at_hand()
    found: Mapping[str, str] = {one.id: one.status for one in finding.exceptions}
    if name not in found:
        raise AssertionError(_no_exception(finding, name, found))
    proceeding.touch_exception(name)
    wanted = tried or "shown"
    summary = f"the exception {name} is {found[name]}, not {wanted}"
    expect(found[name] == wanted, summary, [wanted], [found[name]], finding)
    if tried is None:
        summary = f"it is {finding.status}, not excused"
        expect(finding.status == "excused", summary, ["excused"], [finding.status], finding)


def _no_exception(finding: Finding, name: str, known: Collection[str]) -> str:
    names = ", ".join(known) or "none"
    return f"{finding.rule} ({finding.citation}) has no exception '{name}'; its exceptions are {names}"


@then('it is flagged "{flag}"', 'it is not flagged "{flag}"', example='it is flagged "preemption-risk"')
def flagged(proceeding: Proceeding, flag: str, *, negated: bool = False) -> None:
    """A warning rides on the finding."""
    finding = proceeding.at_hand()
    _known("flag", flag, FLAGS)
    expect_named(flag, [one.name for one in finding.flags], negated, "it is flagged", finding)


@then("as alleged it would be {status}", example="as alleged it would be violated")
def as_alleged(proceeding: Proceeding, status: str) -> None:
    """The status with alleged and disputed facts taken as stated."""
    finding = proceeding.at_hand()
    found = finding.as_alleged or "no other than proven"
    expect(found == status, f"as alleged it would be {found}, not {status}", [status], [found], finding)


@then(
    "{status} is still possible",
    '{status} is still possible for the position "{position}"',
    "no violation is possible",
    'no violation is possible for the position "{position}"',
    example="violated is still possible",
)
def possible(proceeding: Proceeding, status: str | None = None, position: str | None = None) -> None:
    """What an open finding may still become, over all positions or for one."""
    finding = proceeding.at_hand()
    one: Finding | Held = finding
    if position is not None:
        if position not in finding.held:
            heard = ", ".join(finding.held)
            raise AssertionError(f"no position '{position}' is heard on {finding.rule}; heard are {heard}")
        one = finding.held[position]
    if status is None:
        found = {one.status, *one.possible}
        summary = f"a violation is possible: it is {one.status}"
        expect(not found & {"violated", "conflict"}, summary, ["no violation"], sorted(found), finding)
    else:
        expect_named(status, one.possible, False, "possible are", finding)


@then(
    "it would be {status} if {facts} were otherwise",
    example='it would be satisfied if "disclosure.stated-purpose" were otherwise',
)
def would_flip(proceeding: Proceeding, status: str, facts: str) -> None:
    """The smallest change of facts (one, or two joined by 'and') that gives the finding another status."""
    wanted = frozenset(fact.strip('"') for fact in facts.split(" and "))
    if (status, wanted) not in {(flip.status, _facts(flip)) for flip in proceeding.flips(wanted)}:
        found = [f"{flip.status} by {' and '.join(sorted(_facts(flip)))}" for flip in proceeding.flips()]
        by = " and ".join(sorted(wanted))
        expect_named(f"{status} by {by}", found, False, "it would be", proceeding.at_hand())


def _facts(flip: Flip) -> frozenset[str]:
    return frozenset(change.fact for change in flip.changes)


@then('it conflicts with "{rule}"', example='it conflicts with "town2-request"')
def conflicts(proceeding: Proceeding, rule: str) -> None:
    """Another rule commands the opposite, and no declared priority decides."""
    finding = proceeding.at_hand()
    _known("rule", rule, proceeding.library.rule_by_id)
    expect_named(rule, finding.conflicts_with, False, "it conflicts with", finding)
