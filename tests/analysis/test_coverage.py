"""What counts as covered: each definition with a case on both sides."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.coverage_law import POLICY, RULES, Small, fact, holding, sharing
from tests.law_text import write_law

from compliance.analysis.coverage import coverage
from compliance.model.coverage import (
    Coverage,
    ExceptionCoverage,
    ProvisionCoverage,
    ReadingCoverage,
    RuleCoverage,
    TermCoverage,
    Total,
    tally,
)
from compliance.model.scenario import Played

CIVIL, CRIME, BOTH = fact("purpose", "civil"), fact("purpose", "crime"), fact("purpose", "both")
WARRANT, NO_WARRANT = fact("warrant", "true"), fact("warrant", "false")
TOLD, NOT_TOLD = fact("told", "true"), fact("told", "false")
SHORT = fact("hours", "1")
VIOLATED = sharing(CIVIL, NO_WARRANT, SHORT, '"ban" is violated')
CONTESTED = sharing(BOTH, NO_WARRANT, SHORT, '"ban" is contested')


def on(day: str, steps: tuple[str, ...]) -> tuple[str, ...]:
    """A scenario on another day."""
    return tuple(step.replace("2019-05-08", day) for step in steps)


def lasting(since: str, until: str, steps: tuple[str, ...], day: str | None = None) -> tuple[str, ...]:
    """A scenario over a span, looked at on its last day or on another one."""
    span, checked = f"from {since} to {until}", "it is checked" + (f" as it stood on {day}" if day else "")
    return tuple(step.replace("on 2019-05-08", span).replace("it is checked", checked) for step in steps)


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path)


def rule(found: Coverage, name: str = "ban") -> RuleCoverage:
    return next(rule for one in found.instruments for rule in one.rules if rule.id == name)


def exception(found: Coverage, name: str) -> ExceptionCoverage:
    return next(one for one in rule(found).exceptions if one.name == name)


def term(found: Coverage, name: str = "civil") -> TermCoverage:
    return next(one for one in found.instruments[0].terms if one.address == f"test/order/1#{name}")


def reading(found: Coverage, name: str, of: str = "civil") -> ReadingCoverage:
    return next(one for one in term(found, of).readings if one.name == name)


def provision(found: Coverage, name: str) -> ProvisionCoverage:
    return next(one for one in found.instruments[0].provisions if one.name == name)


def total(found: Coverage, measure: str) -> Total:
    return next(one for one in found.totals if one.measure == measure)


# Rules


def test_a_rule_is_covered_where_it_applied(small: Small) -> None:
    found = rule(small.cover(VIOLATED))
    assert found.covered
    assert tally(found.exercises) == {"violated": 1}
    assert "violated" not in found.never
    assert found.exercises[0].scenario.title == "One"


def test_a_rule_that_does_not_apply_is_exercised_and_not_covered(small: Small) -> None:
    found = rule(small.cover(holding('"ban" is not-applicable because out-of-scope')))
    assert not found.covered
    assert tally(found.exercises) == {"not-applicable because out-of-scope": 1}


def test_a_finding_that_nobody_looks_at_covers_nothing(small: Small) -> None:
    """The practice breaks the ban, and the scenario only asks about the practice as a whole."""
    found = small.cover(sharing(CIVIL, NO_WARRANT, SHORT, "the practice is violated"))
    assert not rule(found).covered
    assert total(found, "rules").covered == 0
    assert [one.title for one in found.idle] == ["One"]


def test_the_outcomes_that_a_rule_can_have(small: Small) -> None:
    found = small.cover(VIOLATED)
    away = {f"not-applicable because {reason}" for reason in ("not-in-force", "out-of-scope")}
    assert set(rule(found).never) == {"contested", "undetermined", "excused", "satisfied", *away}
    assert "not-applicable because not-bound" in rule(found, "tell").never  # it binds state bodies alone
    assert "excused" not in rule(found, "tell").never  # it has no exception
    assert "excused" in rule(found, "hold").never  # another rule prevails over it
    assert set(rule(found, "may").never) == {"permitted", "undetermined", *away}


def test_what_can_never_happen_is_not_missed(tmp_path: Path) -> None:
    """Where an exception is not encoded, and nobody has to show it, no breach is ever more than undetermined."""
    small = Small(tmp_path, RULES.replace("provision: E, burden: actor", "provision: E"))
    assert "violated" not in rule(small.cover(holding('"hold" is undetermined'))).never


def test_a_position_that_is_named_is_heard(small: Small) -> None:
    named = (*CONTESTED, 'Then the position "strict" finds it violated')
    silent, heard = rule(small.cover(CONTESTED)), rule(small.cover(named))
    assert tally(silent.exercises) == {"contested": 1}
    assert tally(heard.exercises) == {"violated": 1, "contested": 1}
    assert "satisfied" in heard.never  # the lenient side finds so, but no step says it


def test_over_time_every_period_is_looked_at(small: Small) -> None:
    table = (
        'Then over time "ban" is:',
        "  | from       | status         |",
        "  | 2017-12-01 | not-applicable |",
        "  | 2018-01-01 | violated       |",
    )
    found = rule(small.cover((*lasting("2017-12-01", "2018-02-01", VIOLATED[:-1]), *table)))
    (exercise,) = found.exercises
    assert [one.what for one in exercise.outcomes] == ["violated", "not-applicable because not-in-force"]


# Exceptions


def test_an_exception_is_covered_where_a_step_finds_it_shown(small: Small) -> None:
    found = small.cover(
        sharing(CIVIL, WARRANT, SHORT, '"ban" is excused', 'the exception "warrant" is shown')
    )
    assert exception(found, "warrant").covered
    assert exception(found, "warrant").never == ("fails", "unsettled")
    assert not exception(found, "told").covered


def test_an_exception_that_fails_is_exercised_and_not_covered(small: Small) -> None:
    found = exception(small.cover((*VIOLATED, 'Then the exception "warrant" fails')), "warrant")
    assert not found.covered
    assert tally(found.exercises) == {"fails": 1}


def test_an_exception_that_alone_excuses_needs_no_name(small: Small) -> None:
    alone = sharing(CIVIL, WARRANT, SHORT, NOT_TOLD, '"ban" is excused')
    both = sharing(CIVIL, WARRANT, SHORT, TOLD, '"ban" is excused')
    assert exception(small.cover(alone), "warrant").covered
    found = small.cover(both)
    assert not exception(found, "warrant").covered and not exception(found, "told").covered


def test_an_exception_that_excuses_for_a_position_that_is_named(small: Small) -> None:
    steps = sharing(BOTH, WARRANT, SHORT, '"ban" is contested')
    assert not exception(small.cover(steps), "warrant").covered
    found = small.cover((*steps, 'Then the position "strict" finds it excused'))
    assert exception(found, "warrant").covered


def test_an_exception_that_is_not_encoded_is_covered_where_a_step_says_so(small: Small) -> None:
    assert not exception(small.cover(VIOLATED), "unseen").covered
    found = exception(small.cover((*VIOLATED, 'Then the exception "unseen" is not encoded')), "unseen")
    assert found.covered and not found.encoded
    assert found.never == ()


def test_the_steps_behind_a_table_are_about_the_period_that_was_checked(tmp_path: Path) -> None:
    ends = POLICY.replace("to: 2019-12-31", "to: 2019-06-30").replace("from: 2020-01-01", "from: 2020-06-01")
    table = (
        'Then over time "ban" is:',
        "  | from       | status         |",
        "  | 2019-05-01 | violated       |",
        "  | 2019-07-01 | not-applicable |",
        'Then the exception "warrant" fails',
    )
    steps = lasting("2019-05-01", "2019-08-01", VIOLATED[:-1], day="2019-05-02")
    found = Small(tmp_path, policy=ends).cover((*steps, *table))
    assert tally(exception(found, "warrant").exercises) == {"fails": 1}


# Readings


def test_a_reading_is_covered_where_a_rule_applied_on_it(small: Small) -> None:
    found = small.cover(VIOLATED)
    assert reading(found, "stated").covered and reading(found, "any").covered
    assert not reading(found, "stated").decisive


def test_a_reading_is_decisive_where_the_finding_turned_on_it(small: Small) -> None:
    found = small.cover(CONTESTED)
    assert reading(found, "stated").decisive and reading(found, "any").decisive


def test_a_reading_is_not_covered_where_its_position_is_not_heard(small: Small) -> None:
    found = small.cover(('Given only the position "strict" is heard', *VIOLATED))
    assert reading(found, "any").covered
    assert not reading(found, "stated").covered


def test_a_reading_is_not_covered_where_the_rule_does_not_apply(small: Small) -> None:
    found = small.cover(holding('"ban" is not-applicable because out-of-scope'))
    assert not reading(found, "any").covered


def test_a_reading_that_nobody_decides_by_is_on_record_only(small: Small) -> None:
    found = small.cover(VIOLATED)
    assert not reading(found, "none").in_use
    assert "test/order/1#civil: none" in total(found, "readings").apart
    assert "test/order/1#civil: none" not in total(found, "readings").missing


def test_a_reading_counts_only_where_its_position_gets_to_it(small: Small) -> None:
    """Only the strict side reads 'civil' so that 'long' matters; the lenient reading of 'long' decides nothing."""
    found = small.cover(VIOLATED)
    assert reading(found, "week", "long").covered
    assert not reading(found, "day", "long").in_use
    assert total(found, "readings").count == 3


def test_a_default_reading_is_in_use(tmp_path: Path) -> None:
    rules = RULES.replace("words: civil purpose", "default: none").replace(", held-by: [lenient]", "", 1)
    found = Small(tmp_path, rules).cover(sharing(CIVIL, NO_WARRANT, NOT_TOLD, SHORT, '"ban" is violated'))
    assert reading(found, "none").in_use and reading(found, "none").covered
    assert not reading(found, "stated").in_use


def test_a_term_with_one_meaning_is_covered_with_its_rule(small: Small) -> None:
    bound = tuple(step.replace('"local"', '"state"') for step in sharing(TOLD, '"tell" is satisfied'))
    assert not term(small.cover(VIOLATED), "state").covered
    assert term(small.cover(bound), "state").covered
    assert term(small.cover(bound), "state").rules == ("tell",)


# Provisions and priorities


def test_a_provision_is_covered_by_what_is_encoded_from_it(small: Small) -> None:
    found = small.cover(VIOLATED)
    states = {one.name: one.state for one in found.instruments[0].provisions}
    assert states == {
        "A": "covered",  # the rule
        "A.1": "covered",  # a term of the rule
        "B": "not covered",
        "C": "not covered",
        "D": "not covered",
        "E": "not encoded",
        "F": "not covered",
        "G": "not covered",
        "H": "on record",
        "I": "not covered",
        "Y": "not covered",
        "Z": "not covered",
    }
    assert total(found, "provisions").apart == ("test/order/1#E", "test/order/1#H")
    assert (total(found, "provisions").covered, total(found, "provisions").count) == (2, 10)


def test_a_provision_of_an_exception_is_covered_with_it(small: Small) -> None:
    found = small.cover(sharing(CIVIL, WARRANT, SHORT, NOT_TOLD, '"ban" is excused'))
    assert provision(found, "D").state == "covered"


def test_a_provision_that_is_not_encoded_is_never_covered(small: Small) -> None:
    steps = (*VIOLATED, 'Then the exception "unseen" is not encoded', 'Then it cites "Order 1, E"')
    found = provision(small.cover(steps), "E")
    assert found.state == "not encoded"
    assert tally(found.exercises) == {"cited": 1}


def test_a_provision_that_is_cited_is_covered(small: Small) -> None:
    found = small.cover((*VIOLATED, 'Then it cites "Order 1, D"'))
    assert provision(found, "D").state == "covered"
    assert not exception(found, "warrant").covered


def test_a_provision_is_covered_where_it_is_named_as_bearing_on_the_practice(small: Small) -> None:
    named = holding('"test/order/1#G" is named as bearing on it')
    absent = sharing('"test/order/1#G" is not named as bearing on it')
    assert provision(small.cover(named), "G").state == "covered"
    assert provision(small.cover(absent), "G").state == "not covered"


def test_a_priority_is_covered_where_it_decides(small: Small) -> None:
    day = fact("hours", "30")
    broken = holding(day, NO_WARRANT, '"hold" is violated')
    excused = holding(day, WARRANT, '"hold" is excused')
    assert provision(small.cover(broken), "I").state == "not covered"
    found = small.cover(excused)
    assert provision(found, "I").state == "covered"
    assert [one.covered for one in found.instruments[0].priorities] == [True]


def test_a_priority_that_only_may_decide_is_not_covered(tmp_path: Path) -> None:
    """The prohibition prevails over the permission, and whether it was broken is open."""
    small = Small(tmp_path, RULES.replace("prevails: may, over: hold", "prevails: hold, over: may"))
    found = small.cover(holding(WARRANT, '"may" is undetermined'))
    assert provision(found, "I").state == "not covered"
    found = small.cover(holding(WARRANT, fact("hours", "30"), '"may" is not-applicable because overridden'))
    assert provision(found, "I").state == "covered"


@pytest.mark.parametrize(
    ("steps", "kept"),
    [
        (VIOLATED, set()),  # in 2019 nothing has to keep it in force
        (on("2020-05-08", VIOLATED), {"Y"}),
        (on("2021-05-08", VIOLATED), {"Z"}),
        (lasting("2019-05-01", "2021-05-01", VIOLATED), {"Y", "Z"}),
        (lasting("2019-05-01", "2021-05-01", VIOLATED, day="2020-05-01"), {"Y"}),
        (("Given the law as of 2021-05-08", *VIOLATED), {"Z"}),
        (on("2020-05-08", holding('"ban" is not-applicable because out-of-scope')), set()),
    ],
    ids=["before", "first", "second", "both", "one day", "counterfactual", "about other conduct"],
)
def test_a_provision_that_keeps_law_in_force_is_covered_on_days_on_which_it_does(
    small: Small, steps: tuple[str, ...], kept: set[str]
) -> None:
    found = small.cover(steps)
    assert {name for name in ("Y", "Z") if provision(found, name).state == "covered"} == kept


# What does not count


def test_a_scenario_that_fails_covers_nothing(small: Small) -> None:
    wrong = sharing(CIVIL, NO_WARRANT, SHORT, '"ban" is violated', 'the exception "warrant" is shown')
    found = coverage(small.library, small.play(wrong))
    assert not rule(found).covered
    assert [one.covered for one in found.totals] == [0, 0, 0, 0]
    assert [(one.scenario.title, one.line) for one in found.failed] == [("One", 12)]
    assert "warrant" in found.failed[0].message


def test_law_that_a_scenario_brings_along_is_not_this_law(small: Small) -> None:
    """It replaces the ban by another one, so that what it shows is about that one."""
    write_law(small.folder / "other", "# in front\n" + RULES.lstrip(), policy=POLICY)
    found = small.cover(('Given the law library "other"', *VIOLATED))
    assert not rule(found).covered
    assert [one.title for one in found.idle] == ["One"]


def test_only_what_is_asked_for_is_totaled(small: Small) -> None:
    found = small.cover(VIOLATED, of=("exceptions", "rules"))
    assert [one.measure for one in found.totals] == ["rules", "exceptions"]
    with pytest.raises(KeyError):
        small.cover(VIOLATED, instruments=["test/order/2"])


def test_percentages_are_rounded_down() -> None:
    assert Total("rules", 1999, 2000, ("one",)).percent == 99.9
    assert not Total("rules", 1999, 2000, ("one",)).reaches(100)
    assert Total("rules", 1999, 2000, ("one",)).reaches(99.95)
    assert Total("rules", 0, 0, ()).percent is None
    assert Total("rules", 0, 0, ()).reaches(100)


# Whatever the scenarios


POOL = (
    VIOLATED,
    CONTESTED,
    (*CONTESTED, 'Then the position "strict" finds it violated'),
    (*VIOLATED, 'Then the exception "warrant" fails', 'Then it cites "Order 1, D"'),
    sharing(CIVIL, WARRANT, SHORT, NOT_TOLD, '"ban" is excused'),
    sharing(CIVIL, NO_WARRANT, SHORT, '"ban" is satisfied'),  # fails
    holding(fact("hours", "30"), WARRANT, '"hold" is excused', '"ban" is not-applicable'),
    holding('"test/order/1#G" is named as bearing on it'),
    sharing(CRIME, SHORT, '"tell" is not-applicable because not-bound'),
)


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> tuple[Small, list[Played]]:
    small = Small(tmp_path_factory.mktemp("pool"))
    return small, small.play(*POOL)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_more_scenarios_never_lower_coverage_and_their_order_does_not_matter(
    pool: tuple[Small, list[Played]], data: st.DataObject
) -> None:
    small, played = pool
    some = data.draw(st.lists(st.sampled_from(played), unique_by=id))
    more = data.draw(st.lists(st.sampled_from(played), unique_by=id))
    few = coverage(small.library, some)
    assert few == coverage(small.library, data.draw(st.permutations(some)))
    many = coverage(small.library, {id(one): one for one in [*some, *more]}.values())
    for before, after in zip(few.totals, many.totals, strict=True):
        assert set(after.missing) <= set(before.missing)
        assert (before.count, before.apart) == (after.count, after.apart)
    for name in ("ban", "tell", "hold", "may"):
        assert set(rule(many, name).never) <= set(rule(few, name).never)
