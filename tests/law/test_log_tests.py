"""What query logs show of the law, and the example of an auditor's own tests that stands beside it."""

from functools import cache
from pathlib import Path

import pytest

from compliance.analysis.check import check_case
from compliance.engine.decide import Decider
from compliance.model.library import Library
from compliance.source.library import load_library
from compliance.source.practices import find_practices, read_cases

FEATURES = Path(__file__).parent.parent.parent / "features"
ADDED = FEATURES / "logs" / "federal-offices" / "tests"
EXAMPLE = "us-ny/audit/example-log-tests"


@cache
def decider(*, with_tests: bool) -> Decider:
    return Decider(load_library([ADDED] if with_tests else []), inference=False)


def law(*, with_tests: bool) -> Library:
    return decider(with_tests=with_tests).library


def asked(library: Library, instrument: str) -> set[str]:
    """The facts, beside what was done and by whom, that the rules of an instrument ask."""
    rules = [rule for rule in library.written.values() if rule.instrument == instrument]
    facts = {fact for rule in rules for fact in library.support(*rule.conditions).facts}
    return {fact for fact in facts if fact.split(".")[0] not in {"act", *library.roles}}


def test_the_example_is_no_shipped_law() -> None:
    assert EXAMPLE not in law(with_tests=False).instruments
    assert EXAMPLE in law(with_tests=True).instruments


def test_the_example_says_that_it_is_one() -> None:
    library = law(with_tests=True)
    example = library.instruments[EXAMPLE]
    assert example.title.startswith("Example")
    assert "no law" in example.title
    for rule in library.written.values():
        if rule.instrument == EXAMPLE:
            assert rule.rule.title.startswith("Example test: ")


@pytest.mark.parametrize("path", sorted((FEATURES / "practices").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_example_leaves_every_finding_of_the_law_as_it_is(path: Path) -> None:
    found = []
    for with_tests in (False, True):
        at_hand = decider(with_tests=with_tests)
        cases, problems = read_cases(find_practices([path])[0], at_hand.library)
        assert not problems
        report = check_case(cases[0], at_hand)
        found.append(
            [
                (period.since, [finding for finding in period.findings if finding.instrument != EXAMPLE])
                for period in report.timeline
            ]
        )
    assert found[0] == found[1]


def test_a_log_shows_what_the_agreements_ask_of_searches_and_audits() -> None:
    library = law(with_tests=False)
    assert set(library.measures) == {
        "audit.user-audited",
        "audit.years-between",
        "query.log-review",
        "query.user-certified",
        "records.criminal-case",
    }
    assert asked(library, "us-ny/agreement/use-and-dissemination") - set(library.measures) == {
        "audit.clause",
        "audit.covered",
        "audit.searches",
        "query.logged",
        "records.followed-by",
        "records.purpose",
        "records.source",
    }, "a fact that a log can show wants a measure"


def test_a_log_shows_what_the_example_asks_but_for_what_was_passed_on() -> None:
    library = law(with_tests=True)
    assert asked(library, EXAMPLE) - set(library.measures) == {"query.passed-on"}
