"""The four forms of a practice agree: whichever way it is written down, the same is found; nothing is lost silently."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from tests.features.random_practices import ACTORS, PRACTICES, RULES, WORDS, Town, gist
from tests.law_text import write_law

from compliance.analysis.check import check_case
from compliance.model.finding import PracticeReport
from compliance.source.files import SourceFile
from compliance.source.from_data import practice_from
from compliance.source.practices import cases_of, find_practices
from compliance.source.write import practice_data
from compliance.testing import forms
from compliance.testing.features import read_features
from compliance.testing.forms import FORMS, Form
from compliance.testing.law import law_at_hand
from compliance.testing.play import play_all

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    folder = tmp_path_factory.mktemp("town")
    write_law(folder / "law", RULES, vocabulary=WORDS)
    (folder / "law/policies/actors.yaml").write_text(ACTORS)
    (folder / "practices").mkdir()
    return Town(law_at_hand((folder / "law",), shipped=False), folder / "practices")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(law_at_hand(), tmp_path_factory.mktemp("shipped"))


# --- random practices -----------------------------------------------------------------------------------

fuzz = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD = {
    "practice": "p",
    "title": 'A | \\ <b> "c"',
    "on": "2019-05-08",
    "facts": {"act": {"excludes": ["hold"]}},
}


@fuzz
@given(PRACTICES)
@example(ODD)
@example({**ODD, "parties": {"actor": {"title": "unknown", "is": {"level": "state", "powers": []}}}})
@example({**ODD, "parties": {"actor": {"title": '"town-police"'}}, "facts": {"act": [], "told": "unknown"}})
def test_a_random_practice_in_every_form_is_the_same_and_gives_the_same_findings(
    town: Town, data: dict[str, Any]
) -> None:
    files = town.read(data)
    (expected,) = map(gist, town.found(files))
    whole = practice_data(files[0].model)
    ways: tuple[tuple[Form, bool], ...] = (
        ("yaml", False),
        ("answers", False),
        ("answers", True),
        ("gherkin", False),
    )
    for form, as_json in ways:
        back = town.through(files, form, as_json=as_json)
        kept = practice_data(back.files[0].model)
        if form != "gherkin":
            assert not back.left_out
        for what in back.left_out:
            key, _, name = what.removeprefix(f"{data['practice']}: the ").partition(" of '")
            del whole_fact(whole, name.partition("'")[0])[key]
        assert kept == shortened(whole), form
        assert gist(town.found(back.files)[0]) == gist_without(expected, back.left_out, town, kept)


def whole_fact(data: dict[str, Any], name: str) -> dict[str, Any]:
    fact: dict[str, Any] = data["facts"][name]
    return fact


def shortened(data: dict[str, Any]) -> dict[str, Any]:
    """Facts of which only the value is left."""
    facts = {
        name: one["is"] if isinstance(one, dict) and one.keys() == {"is"} else one
        for name, one in data.get("facts", {}).items()
    }
    return {**data, **({"facts": facts} if facts else {})}


def gist_without(expected: Any, left_out: list[str], town: Town, kept: dict[str, Any]) -> Any:
    """What must be found: the same, or where something was left out, what the rest by itself gives."""
    if not left_out:
        return expected
    return gist(check_case(practice_from(kept, "p.yaml", town.library), town.law(((), ()))))


@fuzz
@given(PRACTICES)
@example({**ODD, "facts": {"act": [], "hours": {"is": "unknown", "standing": "alleged"}}})
@example({**ODD, "parties": {"actor": {"title": '"x"'}, "recipient": {"title": 'a, "b"; c'}}})
def test_a_random_practice_as_a_log_row_loses_only_what_is_told(town: Town, data: dict[str, Any]) -> None:
    files = town.read(data)
    back = town.through(files, "csv")
    whole = practice_data(files[0].model)
    for what in back.left_out:
        part = what.removeprefix(f"{data['practice']}: ")
        if part in whole:
            del whole[part]
        else:
            key, _, name = part.removeprefix("the ").partition(" of '")
            del whole_fact(whole, name.rstrip("'"))[key]
    assert practice_data(back.files[0].model) == shortened(whole)
    expected = gist(check_case(practice_from(whole, "p.yaml", town.library), town.law(((), ()))))
    assert list(map(gist, town.found(back.files))) == [expected]


@fuzz
@given(PRACTICES)
def test_a_converted_scenario_passes_and_proves_something(town: Town, data: dict[str, Any]) -> None:
    text = forms.write(town.read(data), "gherkin", town.library, town.law).texts["practices"]
    path = town.folder / "converted.feature"
    path.write_text(text, encoding="utf-8")
    features, problems = read_features([path])
    assert not problems, text
    (played,) = play_all(features, town.law)
    assert played.failure is None, (played.failure, text)


# --- the shipped practices ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def practices(shipped: Town) -> list[SourceFile]:
    """The shipped practices, without what a log row has no place for."""
    paths, _ = find_practices([ROOT / "features/practices"])
    found = forms.read(paths, shipped.library, shipped.law)
    assert len(found.files) >= 40
    return found.files


@pytest.mark.parametrize(("first", "second"), [*permutations(FORMS, 2), *((form, form) for form in FORMS)])
def test_shipped_practices_through_every_pair_of_forms(
    shipped: Town, practices: list[SourceFile], first: Form, second: Form
) -> None:
    there = shipped.through(practices, first)
    back = shipped.through(there.files, second)
    expected = {file.model.practice: practice_data(file.model) for file in practices}
    if "csv" in (first, second):
        expected = {name: in_a_row(data) for name, data in expected.items()}
    else:
        assert not there.left_out and not back.left_out
    assert {file.model.practice: practice_data(file.model) for file in back.files} == expected


def in_a_row(data: dict[str, Any]) -> dict[str, Any]:
    """What a log row carries."""
    kept = {
        key: value
        for key, value in data.items()
        if key not in ("judgments", "claims", "evidence", "notes", "row")
    }
    facts = {
        name: {key: value for key, value in one.items() if key not in ("source", "note")}
        if isinstance(one, dict)
        else one
        for name, one in data["facts"].items()
    }
    return shortened({**kept, "facts": facts})


@pytest.mark.parametrize("form", FORMS)
def test_shipped_practices_give_the_same_findings_in_every_form(
    shipped: Town, practices: list[SourceFile], form: Form
) -> None:
    few = practices[::6]
    found = shipped.found(shipped.through(few, form).files)
    pairs = zip(shipped.found(few), found, strict=True)
    for before, after in pairs:
        if form == "csv":
            assert statuses(after) == statuses(before)
        else:
            assert gist(after) == gist(before)


def statuses(report: PracticeReport) -> list[Any]:
    """Statuses by position and what is missing; a log row has no evidence for the reasons to name."""
    return [
        (finding.rule, dict(finding.positions), finding.missing)
        for period in report.timeline
        for finding in period.findings
    ]


# --- what is kept apart ---------------------------------------------------------------------------------


def test_a_set_that_is_empty_is_not_one_that_nobody_knows(town: Town) -> None:
    path = town.folder / "log.csv"
    path.write_text(
        "practice,on,act\nnone,2019-05-08,[]\nopen,2019-05-08,\n"
        "unknown,2019-05-08,unknown\npart,2019-05-08,not hold;?\n"
    )
    found = forms.read([path], town.library, town.law)
    assert [practice_data(file.model).get("facts") for file in found.files] == [
        {"act": []},
        None,
        {"act": "unknown"},
        {"act": {"excludes": ["hold"]}},
    ]
    assert [statuses(one)[1][1]["strict"] for one in town.found(found.files)] == [
        "not-applicable",
        "undetermined",
        "undetermined",
        "not-applicable",
    ]


def test_a_log_as_other_programs_write_it(town: Town) -> None:
    """Windows line ends, a byte-order mark, quotes around everything, yes and no, empty lines and columns."""
    path = town.folder / "log.csv"
    text = (
        '"practice","on","told","warrant","hours","actor","act"\r\n'
        '"a","2019-05-08","Yes","no"," 49 ","town-police","hold; "\r\n'
        "\r\n"
        '"b","2019-05-08","","FALSE","2.5","Village ""Elm"", board","share;hold"\r\n'
    )
    path.write_bytes(text.encode("utf-8-sig"))
    found = forms.read([path], town.library, town.law)
    assert not found.problems
    assert [practice_data(file.model) for file in found.files] == [
        {
            "practice": "a",
            "title": "A",
            "on": "2019-05-08",
            "parties": {"actor": "town-police"},
            "facts": {"told": True, "warrant": False, "hours": 49, "act": ["hold"]},
        },
        {
            "practice": "b",
            "title": "B",
            "on": "2019-05-08",
            "parties": {"actor": {"title": 'Village "Elm", board'}},
            "facts": {"warrant": False, "hours": 2.5, "act": ["share", "hold"]},
        },
    ]


def test_what_an_interview_asked_in_vain_is_told(town: Town) -> None:
    path = town.folder / "asked.yaml"
    path.write_text(
        "interview: asked\ntitle: Asked\nanswers:\n"
        "  - {question: When?, about: when, answer: 2019-05-08}\n"
        '  - {question: Who?, about: "role:actor", answer: unknown}\n'
        '  - {question: Told?, about: "fact:told", answer: unknown}\n'
    )
    found = forms.read([path], town.library, town.law)
    assert found.left_out == ["asked: that 'role:actor' was asked and is not known"]
    assert practice_data(found.files[0].model) == {
        "practice": "asked",
        "title": "Asked",
        "on": "2019-05-08",
        "facts": {"told": "unknown"},
    }


# --- scenarios as practices -----------------------------------------------------------------------------

FEATURE = """\
Feature: Town

  Scenario: A list is shared
    Given the practice "base"
    And the fact "purpose" is "civil"
    And the law as of 2018-02-01
    When it is checked
    Then the practice is undetermined
    Given the fact "told" is "true"
    When it is checked
    Then the practice is undetermined

  Scenario: The practice itself
    Given the practice "base"
    When it is checked
    Then the practice is undetermined

  Scenario: The practice once more
    Given the practice "base"
    When it is checked as it stood on 2019-05-08
    Then the practice is undetermined
"""


def test_scenarios_are_practices_each_once(town: Town, tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices/base.yaml").write_text(
        "practice: base\ntitle: A base\non: 2019-05-08\nfacts: {act: [share]}\n"
    )
    path = tmp_path / "town.feature"
    path.write_text(FEATURE)
    found = forms.read([path], town.library, town.law)
    assert [practice_data(file.model) for file in found.files] == [
        {
            "practice": "a-list-is-shared",
            "title": "A list is shared",
            "on": "2019-05-08",
            "facts": {"act": ["share"], "purpose": "civil"},
        },
        {"practice": "base", "title": "A base", "on": "2019-05-08", "facts": {"act": ["share"]}},
    ]
    assert [what.partition("'): ")[2] for what in found.left_out] == [
        "what is said behind the first check",
        "the law of another day, which is no part of a practice",
    ]


def test_scenarios_that_describe_practices_of_one_name_give_each_its_own(town: Town, tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices/base.yaml").write_text(
        "practice: base\ntitle: A base\non: 2019-05-08\nfacts: {act: [share]}\n"
    )
    text = """\
Feature: Town

  Scenario Outline: A list
    Given the practice "base"
    And the fact "purpose" is "<purpose>"
    When it is checked
    Then the practice is undetermined

    Examples:
      | purpose |
      | civil   |
      | crime   |
"""
    (tmp_path / "town.feature").write_text(text)
    found = forms.read([tmp_path / "town.feature"], town.library, town.law)
    assert [(file.model.practice, file.model.title) for file in found.files] == [
        ("a-list", "A list [purpose: civil]"),
        ("a-list-2", "A list [purpose: crime]"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "says"),
    [
        ('"base"\n    And', '"bas"\n    And', "step-fails", (4, 5), "there is no 'bas'"),
        ('"purpose" is "civil"', '"purpos" is "civil"', "unknown-fact", (5, 5), "did you mean 'purpose'"),
        ("And the law as of", "And the law of", "unknown-step", (6, 5), "did you mean"),
    ],
)
def test_what_is_wrong_with_a_scenario_is_placed(
    town: Town, tmp_path: Path, old: str, new: str, code: str, place: tuple[int, int], says: str
) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices/base.yaml").write_text(
        "practice: base\ntitle: A base\non: 2019-05-08\nfacts: {act: [share]}\n"
    )
    path = tmp_path / "town.feature"
    assert old in FEATURE
    path.write_text(FEATURE.replace(old, new))
    read = forms.read([path], town.library, town.law)
    problems = read.problems or cases_of(read.files, town.library)[1]
    assert [(one.code, one.span.line, one.span.column) for one in problems] == [(code, *place)]
    assert says in f"{problems[0].message} {problems[0].help}"
    assert problems[0].span.file.endswith("town.feature")
    assert problems[0].line_text == FEATURE.replace(old, new).splitlines()[place[0] - 1]


def test_without_the_packages_that_read_feature_files_it_says_what_to_install(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    path = tmp_path / "town.feature"
    path.write_text(FEATURE)
    monkeypatch.setitem(sys.modules, "gherkin.parser", None)
    (problem,) = forms.read([path], town.library, town.law).problems
    assert (problem.code, problem.help) == ("not-installed", "pip install 'policy-compliance[test]'")


def test_practices_of_one_title_get_scenarios_of_different_names(town: Town) -> None:
    one = town.read({"practice": "one", "title": "Same", "on": "2019-05-08", "facts": {"act": ["hold"]}})
    other = town.read({"practice": "other", "title": "Same", "on": "2019-05-08", "facts": {"act": ["hold"]}})
    back = town.through([*one, *other], "gherkin")
    assert [file.model.title for file in back.files] == ["Same", "Same (other)"]
    assert back.left_out == ["other: its title, since another has the same; 'Same (other)' stands for it"]


def test_every_example_of_a_step_is_that_step() -> None:
    from compliance.testing.vocabulary import VOCABULARY

    for step in VOCABULARY.steps:
        matched = VOCABULARY.match(step.keyword, step.example)
        assert matched is not None
        assert matched[0] is step
        assert step.says and step.group
