"""The published steps: how scenarios speak about practices, law and findings."""

from datetime import date
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from compliance.model.finding import Reason
from compliance.testing.proceeding import Proceeding, quote, tree


@pytest.fixture
def proceeding(request: pytest.FixtureRequest) -> Proceeding:
    """The state of one scenario."""
    return Proceeding(Path(request.node.path))


# Given: the practice


@given(parsers.parse('the practice "{name}"'))
def _practice(proceeding: Proceeding, name: str) -> None:
    proceeding.read_practice(proceeding.find(name, "practices"))


@given(parsers.parse('the law library "{folder}"'))
def _library(proceeding: Proceeding, folder: str) -> None:
    proceeding.folders = (*proceeding.folders, proceeding.find(folder, "."))


@given("a practice with these facts:")
@given("these facts:")
def _facts(proceeding: Proceeding, datatable: list[list[str]]) -> None:
    header, *rows = datatable
    if header[:2] != ["fact", "value"] or header[2:] not in ([], ["standing"]):
        raise AssertionError("the table's columns are: fact, value and, if wanted, standing")
    for fact, value, *standing in rows:
        proceeding.state(fact, value, standing[0] if standing and standing[0] else None)


@given(parsers.parse('the {role} is the actor "{actor}"'))
def _party(proceeding: Proceeding, role: str, actor: str) -> None:
    proceeding.data.setdefault("parties", {})[role.replace(" ", "-")] = actor


@given(parsers.re(r"the (?P<role>[a-z][a-z -]*) is not known$"))
def _no_party(proceeding: Proceeding, role: str) -> None:
    proceeding.data.get("parties", {}).pop(role.replace(" ", "-"), None)


@given(parsers.parse('the fact "{fact}" is "{value}"'))
def _fact(proceeding: Proceeding, fact: str, value: str) -> None:
    proceeding.state(fact, value)


@given(parsers.parse('the fact "{fact}" is not known'))
def _fact_unknown(proceeding: Proceeding, fact: str) -> None:
    proceeding.state(fact, "unknown")


@given(
    parsers.re(
        r'the fact "(?P<fact>[^"]+)" is (?P<standing>alleged|disputed|admitted) to be "(?P<value>[^"]+)"'
    )
)
def _fact_standing(proceeding: Proceeding, fact: str, standing: str, value: str) -> None:
    proceeding.state(fact, value, standing)


@given(parsers.parse('the judgment "{term}" is "{answer}", by "{who}", because "{why}"'))
def _judgment(proceeding: Proceeding, term: str, answer: str, who: str, why: str) -> None:
    proceeding.judge(term, answer, who, why)


@given(parsers.parse('the judgment "{term}" of the {role} is "{answer}", by "{who}", because "{why}"'))
def _judgment_of(proceeding: Proceeding, term: str, role: str, answer: str, who: str, why: str) -> None:
    proceeding.judge(term, answer, who, why, role.replace(" ", "-"))


@given(parsers.parse("it happened on {day}"))
def _on(proceeding: Proceeding, day: str) -> None:
    proceeding.happened(day)


@given(parsers.parse("it happened from {since} to {until}"))
def _during(proceeding: Proceeding, since: str, until: str) -> None:
    proceeding.happened(since, until)


@given(parsers.parse("the law as of {day}"))
def _law_as_of(proceeding: Proceeding, day: str) -> None:
    proceeding.law_as_of = date.fromisoformat(day)


@given("alleged facts are taken as stated")
def _alleged(proceeding: Proceeding) -> None:
    proceeding.standard = "alleged"


# When: it is checked


@when("it is checked")
def _check(proceeding: Proceeding) -> None:
    proceeding.check()


@when(parsers.parse("it is checked as it stood on {day}"))
def _check_on(proceeding: Proceeding, day: str) -> None:
    proceeding.check(date.fromisoformat(day))


# Then: what was found


@then(parsers.re(r"the practice is (?P<status>[a-z-]+)$"))
def _practice_status(proceeding: Proceeding, status: str) -> None:
    assert proceeding.report is not None, "nothing was checked yet; say 'When it is checked'"
    assert proceeding.period is not None
    found = proceeding.period.status
    reasons = "\n".join(quote(f) for f in proceeding.period.findings if f.status != "not-applicable")
    assert found == status, f"the practice is {found}, not {status}\n{reasons}"


@then("no rule governs it")
def _no_rule(proceeding: Proceeding) -> None:
    _practice_status(proceeding, "no-rule")


@then(parsers.re(r'"(?P<rule>[^"]+)" is (?P<status>[a-z-]+)$'))
def _rule_status(proceeding: Proceeding, rule: str, status: str) -> None:
    finding = proceeding.look_at(rule)
    assert finding.status == status, f"{rule} is {finding.status}, not {status}\n{quote(finding)}"


@then(parsers.re(r'"(?P<rule>[^"]+)" is not-applicable because (?P<reason>[a-z-]+)$'))
def _rule_reason(proceeding: Proceeding, rule: str, reason: str) -> None:
    finding = proceeding.look_at(rule)
    found = (finding.status, finding.reason)
    assert found == ("not-applicable", reason), (
        f"{rule} is {found}, not for the reason {reason}\n{quote(finding)}"
    )


@then(parsers.parse('over time "{rule}" is:'))
def _over_time(proceeding: Proceeding, rule: str, datatable: list[list[str]]) -> None:
    header, *rows = datatable
    if header != ["from", "status"]:
        raise AssertionError("the table's columns are: from and status")
    assert proceeding.report is not None, "nothing was checked yet; say 'When it is checked'"
    proceeding.look_at(rule)
    found: list[tuple[str, str]] = []
    for period in proceeding.report.timeline:
        status = next(finding.status for finding in period.findings if finding.rule == rule)
        if not found or found[-1][1] != status:
            found.append((period.since.isoformat(), status))
    assert found == [tuple(row) for row in rows], f"over time {rule} is {found}"


@then(parsers.parse('it binds "{party}"'))
def _binds(proceeding: Proceeding, party: str) -> None:
    finding = proceeding.at_hand()
    assert finding.bearer == party, f"it binds {finding.bearer}\n{quote(finding)}"


@then(parsers.parse('the position "{position}" finds it {status}'))
def _position(proceeding: Proceeding, position: str, status: str) -> None:
    finding = proceeding.at_hand()
    found = finding.positions.get(position)
    assert found == status, f"{position} finds it {found}, not {status}\n{quote(finding)}"


@then(parsers.parse('it cites "{citation}"'))
def _cites(proceeding: Proceeding, citation: str) -> None:
    finding = proceeding.at_hand()
    cited = {finding.citation, *(tried.citation for tried in finding.exceptions)}
    assert citation in cited, f"it cites {', '.join(sorted(cited))}\n{quote(finding)}"


@then(parsers.parse('it turns on "{term}"'))
def _turns_on(proceeding: Proceeding, term: str) -> None:
    finding = proceeding.at_hand()
    terms = {address for one in finding.turns_on for address in one}
    named = terms | {address.rpartition("#")[2] for address in terms}
    assert term in named, f"it turns on {', '.join(sorted(terms)) or 'nothing'}\n{quote(finding)}"


@then(parsers.parse('it does not turn on "{term}"'))
def _turns_not_on(proceeding: Proceeding, term: str) -> None:
    finding = proceeding.at_hand()
    library = proceeding.library
    known = {library.terms[key].address for key in library.support_of[finding.rule].terms}
    known |= {address.rpartition("#")[2] for address in known}
    if term not in known:
        raise AssertionError(f"{finding.rule} has no term '{term}'; its terms are {', '.join(sorted(known))}")
    named = {address for one in finding.turns_on for address in one}
    named |= {address.rpartition("#")[2] for address in named}
    assert term not in named, f"it turns on {', '.join(sorted(named))}\n{quote(finding)}"


@then(parsers.parse('it asks about "{fact}"'))
def _asks(proceeding: Proceeding, fact: str) -> None:
    finding = proceeding.at_hand()
    asked = {question.fact for questions in finding.missing for question in questions}
    assert fact in asked, f"it asks about {', '.join(sorted(asked)) or 'nothing'}\n{quote(finding)}"


@then(parsers.parse('it does not ask about "{fact}"'))
def _asks_not(proceeding: Proceeding, fact: str) -> None:
    finding = proceeding.at_hand()
    asked = {question.fact for questions in finding.missing for question in questions}
    assert fact not in asked, f"it asks about {', '.join(sorted(asked))}\n{quote(finding)}"


@then("it asks nothing")
def _asks_nothing(proceeding: Proceeding) -> None:
    finding = proceeding.at_hand()
    assert not finding.missing, quote(finding)


@then(parsers.parse('the reasons say "{words}"'))
def _because(proceeding: Proceeding, words: str) -> None:
    finding = proceeding.at_hand()
    trees = [finding.because, *(held.because for held in finding.held.values())]
    said = "\n".join(line.strip() for one in trees for line in tree(one))
    assert words in said or words in finding.reason, f"the reasons do not say '{words}'\n{quote(finding)}"


@then(parsers.parse('it rests on "{evidence}"'))
def _rests_on(proceeding: Proceeding, evidence: str) -> None:
    finding = proceeding.at_hand()
    found = set().union(*map(_evidence, (finding.because, *(held.because for held in finding.held.values()))))
    assert evidence in found, f"it rests on {'; '.join(sorted(found)) or 'no evidence'}\n{quote(finding)}"


def _evidence(reason: Reason) -> set[str]:
    return set(reason.evidence).union(*map(_evidence, reason.of))


@then(
    parsers.re(
        r'the exception "(?P<name>[^"]+)" (?:is )?'
        r"(?P<status>shown|not shown|fails|unsettled|not encoded|not in force)$"
    )
)
def _exception(proceeding: Proceeding, name: str, status: str) -> None:
    finding = proceeding.at_hand()
    tried = {one.id: one.status for one in finding.exceptions}
    assert tried.get(name) == status, f"the exceptions: {tried}\n{quote(finding)}"


@then(parsers.parse('it is flagged "{flag}"'))
def _flagged(proceeding: Proceeding, flag: str) -> None:
    finding = proceeding.at_hand()
    assert flag in {one.name for one in finding.flags}, quote(finding)


@then(parsers.parse('it is not flagged "{flag}"'))
def _not_flagged(proceeding: Proceeding, flag: str) -> None:
    finding = proceeding.at_hand()
    assert flag not in {one.name for one in finding.flags}, quote(finding)


@then(parsers.parse('the practice is flagged "{flag}"'))
def _practice_flagged(proceeding: Proceeding, flag: str) -> None:
    assert proceeding.report is not None, "nothing was checked yet; say 'When it is checked'"
    flags = {one.name for one in proceeding.report.flags}
    assert flag in flags, f"the practice is flagged {', '.join(sorted(flags)) or 'with nothing'}"


@then(parsers.parse('a claim about "{fact}" is contradicted'))
def _contradicted(proceeding: Proceeding, fact: str) -> None:
    assert proceeding.report is not None, "nothing was checked yet; say 'When it is checked'"
    facts = {one.fact for one in proceeding.report.contradictions}
    assert fact in facts, f"the contradicted claims are about {', '.join(sorted(facts)) or 'nothing'}"


@then(parsers.parse('"{address}" is named as bearing on it'))
def _related(proceeding: Proceeding, address: str) -> None:
    assert proceeding.report is not None, "nothing was checked yet; say 'When it is checked'"
    found = {f"{one.instrument}#{one.provision}" for one in proceeding.report.related}
    assert address in found, f"named are {', '.join(sorted(found)) or 'none'}"


@then(parsers.parse('"{address}" is not named as bearing on it'))
def _not_related(proceeding: Proceeding, address: str) -> None:
    assert proceeding.report is not None, "nothing was checked yet; say 'When it is checked'"
    proceeding.library.provision(*address.split("#"))
    found = {f"{one.instrument}#{one.provision}" for one in proceeding.report.related}
    assert address not in found, f"named are {', '.join(sorted(found))}"


@then(parsers.parse("as alleged it would be {status}"))
def _as_alleged(proceeding: Proceeding, status: str) -> None:
    finding = proceeding.at_hand()
    assert finding.as_alleged == status, f"as alleged it would be {finding.as_alleged}\n{quote(finding)}"


@then(parsers.parse("{status} is still possible"))
def _possible(proceeding: Proceeding, status: str) -> None:
    finding = proceeding.at_hand()
    assert status in finding.possible, f"possible are {finding.possible}\n{quote(finding)}"


@then("no violation is possible")
def _no_violation(proceeding: Proceeding) -> None:
    finding = proceeding.at_hand()
    assert not finding.can_be_violated, quote(finding)


@then(parsers.parse('{status} is still possible for the position "{position}"'))
def _possible_for(proceeding: Proceeding, status: str, position: str) -> None:
    finding = proceeding.at_hand()
    held = finding.held.get(position)
    found = () if held is None else held.possible
    assert status in found, f"possible for {position} are {found}\n{quote(finding)}"


@then(parsers.parse('no violation is possible for the position "{position}"'))
def _no_violation_for(proceeding: Proceeding, position: str) -> None:
    finding = proceeding.at_hand()
    held = finding.held.get(position)
    assert held is not None, f"no position is called '{position}'\n{quote(finding)}"
    found = {held.status, *held.possible}
    assert not found & {"violated", "conflict"}, (
        f"possible for {position} are {held.possible}\n{quote(finding)}"
    )


@then(parsers.parse('it would be {status} if "{fact}" were otherwise'))
def _would_flip(proceeding: Proceeding, status: str, fact: str) -> None:
    facts = frozenset(fact.split('" and "'))
    found = {(flip.status, frozenset(change.fact for change in flip.changes)) for flip in proceeding.flips()}
    assert (status, facts) in found, (
        f"it would flip by {sorted((to, *sorted(by)) for to, by in found)}\n{quote(proceeding.at_hand())}"
    )


@then(parsers.parse('it conflicts with "{rule}"'))
def _conflicts(proceeding: Proceeding, rule: str) -> None:
    finding = proceeding.at_hand()
    assert rule in finding.conflicts_with, f"it conflicts with {finding.conflicts_with}\n{quote(finding)}"
