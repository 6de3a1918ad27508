"""The steps after Then: what must have been found."""

from compliance.analysis.flips import Flip
from compliance.model.finding import Finding, Held, Reason
from compliance.testing.proceeding import Proceeding, quote, tree
from compliance.testing.step import Steps

STEPS = Steps()
then = STEPS.then
Table = list[list[str]]


# The practice as a whole


@then("the practice is {status}", "no rule governs it", example="the practice is contested")
def practice_status(proceeding: Proceeding, status: str = "no-rule") -> None:
    """The gravest status of its findings in the period looked at."""
    period = proceeding.looked_at()
    reasons = "\n".join(quote(one) for one in period.findings if one.status != "not-applicable")
    assert period.status == status, f"the practice is {period.status}, not {status}\n{reasons}"


@then('the practice is flagged "{flag}"', example='the practice is flagged "claim-contradicted"')
def practice_flagged(proceeding: Proceeding, flag: str) -> None:
    """A warning rides on the practice or on one of its findings."""
    flags = {one.name for one in proceeding.checked().flags}
    assert flag in flags, f"the practice is flagged {', '.join(sorted(flags)) or 'with nothing'}"


@then('a claim about "{fact}" is contradicted', example='a claim about "disclosure.trigger" is contradicted')
def contradicted(proceeding: Proceeding, fact: str) -> None:
    """The facts of the practice contradict what somebody said about it."""
    facts = {one.fact for one in proceeding.checked().contradictions}
    assert fact in facts, f"the contradicted claims are about {', '.join(sorted(facts)) or 'nothing'}"


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
    found = {f"{one.instrument}#{one.provision}" for one in report.related}
    assert (address in found) is not negated, f"named are {', '.join(sorted(found)) or 'none'}"
    if not negated:
        proceeding.touch_provision(address)


# One rule


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
    assert finding.status == status, f"{rule} is {finding.status}, not {status}\n{quote(finding)}"
    assert reason is None or finding.reason == reason, (
        f"{rule} is not-applicable because {finding.reason}, not because {reason}\n{quote(finding)}"
    )


@then('over time "{rule}" is:', example='over time "eo170-b2-disclosure" is:', table=("from", "status"))
def over_time(proceeding: Proceeding, rule: str, table: Table) -> None:
    """The status of a rule over the whole practice: each first day, in order."""
    report = proceeding.checked()
    proceeding.look_at(rule)
    found: list[tuple[str, str]] = []
    for period in report.timeline:
        status = next(finding.status for finding in period.findings if finding.rule == rule)
        proceeding.touch_status(rule, period)
        if not found or found[-1][1] != status:
            found.append((period.since.isoformat(), status))
    assert found == [tuple(row) for row in table[1:]], f"over time {rule} is {found}"


@then('the position "{position}" finds it {status}', example='the position "advocate" finds it violated')
def position(proceeding: Proceeding, position: str, status: str) -> None:
    """The status on the readings of one position."""
    finding = proceeding.at_hand()
    found = finding.positions.get(position)
    proceeding.touch_position(position)
    assert found == status, f"{position} finds it {found}, not {status}\n{quote(finding)}"


@then('it binds "{party}"', example='it binds "New York State Police"')
def binds(proceeding: Proceeding, party: str) -> None:
    """The party bound, by its title."""
    finding = proceeding.at_hand()
    assert finding.bearer == party, f"it binds {finding.bearer}\n{quote(finding)}"


@then('it cites "{citation}"', example='it cites "EO 170 (2017), B.2, first sentence"')
def cites(proceeding: Proceeding, citation: str) -> None:
    """The citation of the rule or of one of its exceptions."""
    finding = proceeding.at_hand()
    cited = {finding.citation, *(tried.citation for tried in finding.exceptions)}
    proceeding.touch_citation(citation)
    assert citation in cited, f"it cites {', '.join(sorted(cited))}\n{quote(finding)}"


@then('the reasons say "{words}"', example='the reasons say "is for the purpose"')
def because(proceeding: Proceeding, words: str) -> None:
    """Words that stand in the tree of reasons, on any side."""
    finding = proceeding.at_hand()
    trees = [finding.because, *(held.because for held in finding.held.values())]
    said = "\n".join(line.strip() for one in trees for line in tree(one))
    assert words in said or words in finding.reason, f"the reasons do not say '{words}'\n{quote(finding)}"


@then('it rests on "{evidence}"', example='it rests on "DCJS annual report for 2009"')
def rests_on(proceeding: Proceeding, evidence: str) -> None:
    """Evidence behind a fact that the finding rests on, by its title."""
    finding = proceeding.at_hand()
    found = set().union(*map(_evidence, (finding.because, *(held.because for held in finding.held.values()))))
    assert evidence in found, f"it rests on {'; '.join(sorted(found)) or 'no evidence'}\n{quote(finding)}"


def _evidence(reason: Reason) -> set[str]:
    return set(reason.evidence).union(*map(_evidence, reason.of))


@then(
    'it turns on "{term}"', 'it does not turn on "{term}"', example='it turns on "civil-enforcement-purpose"'
)
def turns_on(proceeding: Proceeding, term: str, *, negated: bool = False) -> None:
    """The term whose reading divides the positions."""
    finding, law = proceeding.at_hand(), proceeding.library
    known = {law.terms[key].address for key in law.support_of[finding.rule].terms}
    known |= {address.rpartition("#")[2] for address in known}
    if term not in known:
        raise AssertionError(f"{finding.rule} has no term '{term}'; its terms are {', '.join(sorted(known))}")
    named = {address for one in finding.turns_on for address in one}
    named |= {address.rpartition("#")[2] for address in named}
    assert (term in named) is not negated, (
        f"it turns on {', '.join(sorted(named)) or 'nothing'}\n{quote(finding)}"
    )


@then(
    'it asks about "{fact}"',
    'it does not ask about "{fact}"',
    "it asks nothing",
    example='it asks about "disclosure.outcome"',
)
def asks(proceeding: Proceeding, fact: str | None = None, *, negated: bool = False) -> None:
    """The missing facts that would settle the finding."""
    finding = proceeding.at_hand()
    asked = {question.fact for questions in finding.missing for question in questions}
    said = f"it asks about {', '.join(sorted(asked)) or 'nothing'}\n{quote(finding)}"
    if fact is None:
        assert not asked, said
    else:
        assert (fact in asked) is not negated, said


@then(
    'the exception "{name}" {tried}',
    'the exception "{name}" is {tried}',
    'it is excused by "{name}"',
    example='it is excused by "required-by-law"',
)
def exception(proceeding: Proceeding, name: str, tried: str | None = None) -> None:
    """What came of an exception (shown, not shown, fails, unsettled, not encoded, not in force), or that it excuses."""
    finding = proceeding.at_hand()
    found = {one.id: one.status for one in finding.exceptions}
    proceeding.touch_exception(name)
    assert found.get(name) == (tried or "shown"), f"the exceptions: {found}\n{quote(finding)}"
    assert tried is not None or finding.status == "excused", f"it is {finding.status}\n{quote(finding)}"


@then('it is flagged "{flag}"', 'it is not flagged "{flag}"', example='it is flagged "preemption-risk"')
def flagged(proceeding: Proceeding, flag: str, *, negated: bool = False) -> None:
    """A warning rides on the finding."""
    finding = proceeding.at_hand()
    assert (flag in {one.name for one in finding.flags}) is not negated, quote(finding)


@then("as alleged it would be {status}", example="as alleged it would be violated")
def as_alleged(proceeding: Proceeding, status: str) -> None:
    """The status with alleged and disputed facts taken as stated."""
    finding = proceeding.at_hand()
    assert finding.as_alleged == status, f"as alleged it would be {finding.as_alleged}\n{quote(finding)}"


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
    one: Finding | Held | None = finding if position is None else finding.held.get(position)
    assert one is not None, f"no position is called '{position}'\n{quote(finding)}"
    said = f"it is {one.status}; possible are {', '.join(one.possible) or 'no others'}\n{quote(finding)}"
    if status is None:
        assert not {one.status, *one.possible} & {"violated", "conflict"}, said
    else:
        assert status in one.possible, said


@then(
    "it would be {status} if {facts} were otherwise",
    example='it would be satisfied if "disclosure.stated-purpose" were otherwise',
)
def would_flip(proceeding: Proceeding, status: str, facts: str) -> None:
    """The smallest change of facts (one, or two joined by 'and') that gives the finding another status."""
    wanted = frozenset(fact.strip('"') for fact in facts.split(" and "))
    if (status, wanted) not in _flips(proceeding.flips(wanted)):
        found = sorted((to, *sorted(by)) for to, by in _flips(proceeding.flips()))
        raise AssertionError(f"it would flip by {found}\n{quote(proceeding.at_hand())}")


def _flips(flips: tuple[Flip, ...]) -> set[tuple[str, frozenset[str]]]:
    return {(flip.status, frozenset(change.fact for change in flip.changes)) for flip in flips}


@then('it conflicts with "{rule}"', example='it conflicts with "town2-request"')
def conflicts(proceeding: Proceeding, rule: str) -> None:
    """Another rule commands the opposite, and no declared priority decides."""
    finding = proceeding.at_hand()
    assert rule in finding.conflicts_with, f"it conflicts with {finding.conflicts_with}\n{quote(finding)}"
