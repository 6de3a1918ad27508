"""The steps: each can fail, a slip gets help, and what failed is told with place, finding and difference."""

from pathlib import Path

import pytest
from tests.features.conftest import GOOD, Run, feature, said


def test_a_feature_file_is_a_test(run: Run) -> None:
    run(GOOD).assert_outcomes(passed=1)


def test_each_row_of_an_outline_is_a_test(run: Run) -> None:
    text = feature(
        'Given the practice "unlogged-search"',
        'And the fact "query.logged" is "<logged>"',
        "When it is checked",
        'Then "ud-log" is <status>',
    ).replace("Scenario:", "Scenario Outline:")
    rows = (
        "\n    Examples:\n      | logged | status |\n      | false | violated |\n      | true | satisfied |\n"
    )
    run(text + rows).assert_outcomes(passed=2)


def test_scenarios_under_a_rule_are_tests(run: Run) -> None:
    run(GOOD.replace("  Scenario:", "  Rule: The log term\n  Scenario:")).assert_outcomes(passed=1)


# --- what proves nothing --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "error[empty-feature]: the feature has no scenario"),
        ("# nothing but a comment\n", "error[empty-feature]: the feature has no scenario"),
        ("Feature: Logs\n", "error[empty-feature]: the feature has no scenario"),
        (
            feature(),
            "error[no-steps]: the scenario 'A search outside the log' has no steps\n --> log.feature:3:3",
        ),
        (
            feature('Given the practice "unlogged-search"', "When it is checked"),
            "error[no-then]: the scenario 'A search outside the log' has no Then, so it can never fail\n"
            " --> log.feature:3:3",
        ),
        (GOOD + GOOD.partition("\n\n")[2], "error[scenario-twice]"),
        (GOOD.replace('"unlogged-search"', '"<practice>"'), "error[unknown-column]"),
        (GOOD + "      | fact | value |\n", "error[wrong-table]"),
    ],
    ids=["empty", "comment", "no scenario", "no steps", "no Then", "twice", "no column", "no table"],
)
def test_a_feature_that_proves_nothing_fails(run: Run, text: str, says: str) -> None:
    result = run(text)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert says in said(result)
    assert "Traceback" not in said(result)


@pytest.mark.parametrize(
    ("keyword", "misspelt"),
    [
        ("Given", "Given:"),
        ("Given", "given"),
        ("When", "When:"),
        ("Then", "Then:"),
        ("Then", "then"),
        ("Then", "Thn"),
    ],
)
def test_a_misspelt_step_fails_with_file_and_line(run: Run, keyword: str, misspelt: str) -> None:
    text = GOOD.replace(f"    {keyword} ", f"    {misspelt} ")
    result = run(text)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.strip().startswith(misspelt))
    assert f"--> log.feature:{line}:5" in said(result)
    assert f"help: write '{keyword} …'" in said(result)
    assert "Traceback" not in said(result)


def test_what_is_stated_behind_the_check_is_never_checked(run: Run) -> None:
    result = run(GOOD + '    Given the fact "query.logged" is "true"\n')
    result.assert_outcomes(failed=1)
    assert (
        "log.feature:7:\n"
        "  'Given the fact \"query.logged\" is \"true\"' is never checked; say 'When it is checked' behind it\n"
    ) in said(result)


def test_a_row_of_facts_that_no_rule_asks_about_is_never_used(run: Run) -> None:
    table = "    And these facts:\n      | fact | value |\n      | query.logged | false |\n      | {} | {} |\n    When"
    result = run(GOOD.replace("    When", table.format("inquiry.relevant", "true"), 1))
    result.assert_outcomes(failed=1)
    assert "log.feature:8:\n  the table's row on 'inquiry.relevant' was never used" in said(result)


SLIPS = {
    "rule": ('"ud-log" is', '"ud-logs" is', ["no rule is called 'ud-logs'", "did you mean 'ud-log'"]),
    "practice": ('"unlogged-search"', '"unlogged"', ["there is no 'unlogged'", "practices"]),
    "fact": (
        "    When",
        '    And the fact "query.loged" is "false"\n    When',
        ["log.feature:5:5: unknown-fact: no fact is called 'query.loged'", "query.logged"],
    ),
    "fact in a table": (
        "    When",
        "    And these facts:\n      | fact | value |\n      | query.loged | false |\n    When",
        ["log.feature:7:9: unknown-fact: no fact is called 'query.loged'"],
    ),
    "value": (
        "    When",
        '    And the fact "query.logged" is "perhaps"\n    When',
        ["log.feature:5:5: wrong-value: 'query.logged'", "perhaps"],
    ),
    "no value": (
        "    When",
        "    And these facts:\n      | fact | value |\n      | query.logged | |\n    When",
        ["a value is missing; write it, or 'unknown'"],
    ),
    "value that is no YAML": (
        "    When",
        '    And the fact "query.logged" is "[a"\n    When',
        ["log.feature:5: Given the fact", "'[a' is no value:"],
    ),
    "fact twice": (
        "    When",
        "    And these facts:\n      | fact | value |\n      | act | [] |\n      | act | [] |\n    When",
        ["the table has two rows on 'act'"],
    ),
    "set with nothing in it": (
        "    When",
        '    And the fact "act" is "none"\n    When',
        ["wrong-value: 'act' has no value 'none' (a set with nothing in it is written [])"],
    ),
    "step after another keyword's wording": (
        "it is checked",
        'the reasons sya "no log"',
        ["there is no step 'When the reasons sya \"no log\"'; 'compliance explain steps' lists the steps"],
    ),
    "source": (
        "    When",
        "    And these facts:\n      | fact | value | source |\n      | query.logged | false | memo |\n    When",
        ["log.feature:7:32: unknown-evidence: no evidence is called 'memo'"],
    ),
    "actor": (
        "    When",
        '    And the user agency is the actor "county-sherif"\n    When',
        ["county-sherif", "county-sheriff"],
    ),
    "role": ("    When", '    And the loser is the actor "dcjs"\n    When', ["no role is called 'loser'"]),
    "position": (
        "    When",
        '    And only the position "agent" is heard\n    When',
        ["no position is called 'agent'; did you mean 'agency'?"],
    ),
    "unchecked": ("    When it is checked\n", "", ["nothing was checked yet; say 'When it is checked'"]),
    "no rule named": (
        'Then "ud-log" is violated',
        'Then it asks about "act"',
        ["name a rule first: 'Then \"RULE\" is violated'"],
    ),
    "day": (
        "it is checked",
        "it is checked as it stood on 2001-01-01",
        ["the practice has no day 2001-01-01"],
    ),
    "no day": (
        "it is checked",
        "it is checked as it stood on 2001-02-31",
        ["'2001-02-31' is not a date; write year-month-day"],
    ),
    "reason": (
        "is violated",
        "is not-applicable because not-bound",
        ["ud-log is violated, not not-applicable because not-bound"],
    ),
    "status": (
        "is violated",
        "is viollated",
        ["\n  no status is called 'viollated'; did you mean 'violated'"],
    ),
    "reason of no rule": (
        "is violated",
        "is not-applicable because not-bond",
        ["\n  no reason is called 'not-bond'; did you mean 'not-bound'"],
    ),
    "status as alleged": (
        '"ud-log" is violated',
        '"ud-log" is violated\n    And as alleged it would be satsified',
        ["\n  no status is called 'satsified'; did you mean 'satisfied'"],
    ),
    "status over time": (
        '"ud-log" is violated',
        'over time "ud-log" is:\n      | from | status |\n      | 2019-05-08 | viollated |',
        ["\n  no status is called 'viollated'; did you mean 'violated'"],
    ),
    "step": (
        '"ud-log" is violated',
        '"ud-log" is not applicable because not-bound',
        [
            'log.feature:6: Then "ud-log" is not applicable because not-bound\n  there is no step \'Then',
            "did you mean 'Then \"{rule}\" is not-applicable because {reason}'?",
        ],
    ),
    "undated": (
        'Given the practice "unlogged-search"',
        'Given the fact "act" is "[record-query]"',
        ["the practice has no date; say 'it happened on 2019-05-08'"],
    ),
    "judgment": (
        "    When",
        '    And the judgment "us-ny/x#y" is "maybe", by "me", because "so"\n    When',
        ["a judgment is yes or no, not 'maybe'"],
    ),
    "library": ("    When", '    And the law library "gone"\n    When', ["there is no 'gone'"]),
    "library of nothing": (
        "    When",
        '    And the law library "practices"\n    When',
        ["no-library: there is no library in 'practices'"],
    ),
}


CONTRADICTIONS = {
    "day": ("it happened on 2019-05-08", "it happened on 2020-05-08", "about when it happened"),
    "span": ("it happened on 2019-05-08", "it has happened since 2019-05-08", "about when it happened"),
    "role": (
        'the user agency is the actor "dcjs"',
        'the user agency is the actor "county-sheriff"',
        "about the user agency",
    ),
    "role not known": (
        'the user agency is the actor "dcjs"',
        "the user agency is not known",
        "about the user agency",
    ),
    "fact": ('the fact "act" is "[]"', 'the fact "act" is not known', "about the fact 'act'"),
    "standing": (
        'the fact "query.logged" is "false"',
        'the fact "query.logged" is alleged to be "false"',
        "about the fact 'query.logged'",
    ),
    "table": (
        'the fact "query.logged" is "false"',
        "these facts:\n      | fact | value |\n      | query.logged | true |",
        "about the fact 'query.logged'",
    ),
    "law": ("the law as of 2019-05-08", "the law as of 2018-05-08", "about the day of the law"),
    "name": ('a practice called "one"', 'a practice called "other"', "about what the practice is called"),
}


@pytest.mark.parametrize("about", CONTRADICTIONS)
def test_two_steps_that_say_different_things_contradict_each_other(run: Run, about: str) -> None:
    one, other, says = CONTRADICTIONS[about]
    result = run(GOOD.replace("    When", f"    And {one}\n    And {other}\n    When"))
    result.assert_outcomes(failed=1)
    assert f"log.feature:6: Given {other.partition(chr(10))[0]}\n  line 5 says otherwise {says}" in said(
        result
    )


def test_a_step_of_the_background_is_a_step(run: Run) -> None:
    background = (
        '  Background:\n    Given the practice "unlogged-search"\n    And it happened on 2019-05-08\n\n'
    )
    text = GOOD.replace("  Scenario:", background + "  Scenario:", 1).replace(
        'Given the practice "unlogged-search"\n    When', "Given it happened on 2020-05-08\n    When"
    )
    result = run(text)
    result.assert_outcomes(failed=1)
    assert "line 5 says otherwise about when it happened" in said(result)


def test_a_practice_file_does_not_undo_a_step(run: Run) -> None:
    result = run(GOOD.replace("    Given", "    Given it happened on 2020-05-08\n    And", 1))
    result.assert_outcomes(failed=1)
    assert "the practice file would undo what line 4 says; begin with the practice" in said(result)


def test_what_was_checked_may_be_said_otherwise_and_checked_again(run: Run) -> None:
    set_ = '    {} the fact "query.logged" is "{}"\n    When it is checked\n    Then "ud-log" is {}\n'
    text = GOOD.replace("    When", '    And the fact "query.logged" is "false"\n    When', 1)
    run(text + set_.format("Given", "true", "satisfied")).assert_outcomes(passed=1)


NO_SUCH_NAME = {
    'it is not flagged "drat-encoding"': "no flag is called 'drat-encoding'; did you mean 'draft-encoding'?",
    'it is flagged "preemption"': "no flag is called 'preemption'; did you mean 'preemption-risk'?",
    'the practice is flagged "claim-contradictd"': "no flag is called 'claim-contradictd'; did you mean",
    'it does not ask about "query.loged"': "is called 'query.loged'; did you mean 'query.logged'",
    'it does not ask about "user-agncy"': "is called 'user-agncy'; did you mean 'user-agency'",
    'it does not ask about "judgment:reasonable"': "is called 'judgment:reasonable'",
    'a claim about "query.loged" is contradicted': "no fact is called 'query.loged'; did you mean 'query.logged'",
    'it conflicts with "ud-acces"': "no rule is called 'ud-acces'; did you mean 'ud-access'",
    'the reasons say ""': "'' stands in almost every reason",
    'the reasons say "lo"': "'lo' stands in almost every reason",
    'the reasons say "a b"': "'a b' stands in almost every reason",
}


@pytest.mark.parametrize("step", NO_SUCH_NAME)
def test_a_name_that_does_not_exist_proves_nothing(run: Run, step: str) -> None:
    result = run(GOOD + f"    And {step}\n")
    result.assert_outcomes(failed=1)
    assert NO_SUCH_NAME[step] in said(result)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_fails_with_help(run: Run, slip: str) -> None:
    old, new, says = SLIPS[slip]
    assert old in GOOD
    result = run(GOOD.replace(old, new))
    result.assert_outcomes(failed=1)
    for words in says:
        assert words in said(result)
    assert "Traceback" not in said(result)
    assert ".py" not in said(result).partition("= FAILURES =")[2]


def test_what_is_wrong_with_a_practice_file_is_placed_in_it(run: Run) -> None:
    path = Path("practices/unlogged-search.yaml")
    path.write_text(path.read_text().replace("query.logged: false", "query.loged: false"))
    result = run(GOOD)
    result.assert_outcomes(failed=1)
    assert "practices/unlogged-search.yaml:7:3: unknown-fact: no fact is called 'query.loged'" in said(result)


# --- what is told ---------------------------------------------------------------------------------------

WRONG = [
    'it turns on "periodic-audit"',
    'it asks about "query.logged"',
    'it cites "EO 170 (2017), B.2"',
    'it is flagged "preemption-risk"',
    'it is not flagged "draft-encoding"',
    'the position "agency" finds it satisfied',
    'the position "governor" finds it violated',
    'the exception "charter" is shown',
    'the reasons say "on a clear day"',
    'it rests on "hearsay"',
    'it binds "DCJS"',
    'it conflicts with "ud-access"',
    'it would be excused if "query.logged" were otherwise',
    'it would be satisfied if "act" were otherwise',
    "as alleged it would be satisfied",
    "satisfied is still possible",
    'satisfied is still possible for the position "agency"',
    'violated is still possible for the position "governor"',
    "no violation is possible",
    'no violation is possible for the position "agency"',
    'no violation is possible for the position "governor"',
    "no rule governs it",
    "the practice is satisfied",
    'the practice is flagged "preemption-risk"',
    'a claim about "query.logged" is contradicted',
    '"us-ny/executive-order/170#B.2" is named as bearing on it',
    '"us-ny/agreement/use-and-dissemination#ONWARD" is not named as bearing on it',
    'it does not turn on "periodic-audit"',
    '"ud-log" is not-applicable because out-of-scope',
    '"ud-purpose" is violated',
]
"""Expectations that do not hold of a search outside the log."""


def test_every_expectation_can_fail(run: Run) -> None:
    head, scenario = GOOD.split("\n\n", 1)
    each = [scenario.replace("the log", f"log {n}") + f"    And {step}\n" for n, step in enumerate(WRONG)]
    text = "\n\n".join([head, *each])
    result = run(text)
    result.assert_outcomes(failed=len(WRONG))
    rows = text.splitlines()
    for step in WRONG:
        assert f"log.feature:{rows.index(f'    And {step}') + 1}: Then {step}\n" in said(result)
    assert "there is no step" not in said(result)


def test_a_failure_tells_the_place_the_step_the_difference_and_the_finding(run: Run) -> None:
    result = run(GOOD.replace("is violated", "is satisfied"))
    told = said(result).partition("_ test_a_search_outside_the_log _")[2].partition("\n")[2]
    start, _, reasons = told.partition("\n      positions:")
    assert start == (
        'log.feature:6: Then "ud-log" is satisfied\n'
        "  ud-log is violated, not satisfied\n"
        "    wanted (-) and found (+):\n"
        "      - satisfied\n"
        "      + violated\n"
        "    ud-log (DCJS U&D agreements, log term (as reported)): violated. "
        "What the rule requires was not done, and no exception is shown."
    )
    assert (
        "Is the search in the log of criminal-history queries that the agency's program keeps? No." in reasons
    )
    assert "FAILED log.feature::test_a_search_outside_the_log - ud-log is violated, not satisfied" in reasons


def test_the_difference_of_a_timeline_has_the_lines_that_differ(run: Run) -> None:
    table = "\n      | from | status |\n      | 2019-05-08 | satisfied |\n"
    result = run(GOOD.replace('"ud-log" is violated\n', f'over time "ud-log" is:{table}'))
    assert "- 2019-05-08 satisfied" in said(result)
    assert "+ 2019-05-08 violated" in said(result)


def test_the_difference_of_names_has_those_that_were_found(run: Run) -> None:
    result = run(GOOD + '    And it is flagged "preemption-risk"\n')
    assert "it is flagged draft-encoding" in said(result)
    assert "- preemption-risk" in said(result)


@pytest.mark.parametrize(
    ("option", "says", "never"),
    [
        ("--tb=line", "log.feature:6: ud-log is violated, not satisfied", "positions:"),
        ("--tb=no", "FAILED log.feature::test_a_search_outside_the_log", "positions:"),
        ("--tb=short", "wanted (-) and found (+)", "Traceback"),
        ("--tb=long", "wanted (-) and found (+)", "Traceback"),
        ("--tb=native", "wanted (-) and found (+)", "Traceback"),
        ("-q", "wanted (-) and found (+)", "Traceback"),
        ("-x", "stopping after 1 failures", "Traceback"),
    ],
)
def test_options_of_pytest_work(run: Run, option: str, says: str, never: str) -> None:
    result = run(GOOD.replace("is violated", "is satisfied"), option)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert says in said(result)
    assert never not in said(result)


def test_a_junit_file_has_the_whole_of_it(run: Run) -> None:
    run(
        GOOD.replace("is violated", "is satisfied"),
        "-p",
        "junitxml",
        "--junitxml=out.xml",
        "-o",
        "junit_family=xunit1",
    )
    text = Path("out.xml").read_text()
    assert 'message="ud-log is violated, not satisfied"' in text
    assert "wanted (-) and found (+)" in text
    assert 'file="log.feature"' in text


# --- tags -----------------------------------------------------------------------------------------------


def test_tags_that_are_paths_or_rows_need_no_registration_and_select(run: Run) -> None:
    text = GOOD.replace("  Scenario", "  @us-ny/agreement/use-and-dissemination @S-11 @B.3.a\n  Scenario")
    text = "@us-ny/agreement/use-and-dissemination\n" + text
    run(text, "-W", "error").assert_outcomes(passed=1)
    run(text, "-W", "error", "-m", "S-11").assert_outcomes(passed=1)
    run(text, "-W", "error", "-m", "not S-11").assert_outcomes(deselected=1)


def test_examples_can_have_labels(run: Run) -> None:
    text = GOOD.replace("Scenario:", "Scenario Outline:").replace("unlogged-search", "<name>")
    text += "\n    @S-11\n    Examples:\n      | name |\n      | unlogged-search |\n"
    run(text, "-W", "error").assert_outcomes(passed=1)


def test_a_tag_that_is_a_mark_is_a_mark(run: Run) -> None:
    result = run(GOOD.replace("  Scenario", "  @skip\n  Scenario"))
    result.assert_outcomes(skipped=1)


def test_a_tag_that_nobody_registered_fails(run: Run) -> None:
    result = run(GOOD.replace("  Scenario", "  @slwo\n  Scenario"))
    assert result.ret == pytest.ExitCode.INTERRUPTED
    assert "'slwo' not found in `markers`" in said(result)


# --- the project ----------------------------------------------------------------------------------------


def test_two_workers(run: Run) -> None:
    rows = "\n".join(f"      | {n} |" for n in range(6))
    text = GOOD.replace("Scenario:", "Scenario Outline:").replace(
        "    When", "    And it happened on 2019-05-0<n>\n    When"
    )
    text += f"\n    Examples:\n      | n |\n{rows.replace('| 0 |', '| 9 |')}\n"
    wrong = text.replace("is violated", "is satisfied")
    options = ("-p", "xdist.plugin", "-n", "2")
    run(text, *options, subprocess=True).assert_outcomes(passed=6)
    result = run(wrong, *options, subprocess=True)
    result.assert_outcomes(failed=6)
    assert said(result).count('log.feature:7: Then "ud-log" is satisfied\n') == 6
    assert "- ud-log is violated, not satisfied" in said(result)
