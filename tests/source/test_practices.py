"""Practices to cases."""

from datetime import date
from pathlib import Path

import pytest
from tests.source.support import PRACTICE, case_of, loaded, write

from compliance.model.case import Judged, Known, Members
from compliance.model.library import Library
from compliance.model.logic import Value
from compliance.source.practices import find_practices, read_cases


@pytest.fixture
def law(tmp_path: Path) -> Library:
    return loaded(tmp_path / "law")


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("act: sale", Members(frozenset({"sale"}), frozenset({"sharing"}))),
        ("act: [sale, sharing]", Members(frozenset({"sale", "sharing"}), frozenset())),
        ("act: []", Members(frozenset(), frozenset({"sale", "sharing"}))),
        ("act: {is: [sale]}", Members(frozenset({"sale"}), frozenset({"sharing"}))),
        ("act: {includes: [sale]}", Members(frozenset({"sale"}), frozenset())),
        ("act: {excludes: [sale]}", Members(frozenset(), frozenset({"sale"}))),
        (
            "act: {includes: [sale], excludes: [sharing]}",
            Members(frozenset({"sale"}), frozenset({"sharing"})),
        ),
        ("act: unknown", None),
        ("consent: unknown", None),
        ("consent: {is: unknown}", None),
        ("consent: false", False),
        ("days: 0", 0),
        ("days: 1.5", 1.5),
        ("signed: 2020-02-29", date(2020, 2, 29)),
        ("purpose: {is: crime}", "crime"),
    ],
)
def test_stated_facts(stated: str, value: Value | Members | None, law: Library, tmp_path: Path) -> None:
    case, problems = case_of(f"facts: {{{stated}}}\n", law, tmp_path)
    assert not problems
    known = case.facts[stated.partition(":")[0]]
    assert known == Known(value)
    assert type(known.value) is type(value)


def test_a_fact_that_nobody_gave_is_not_there(law: Library, tmp_path: Path) -> None:
    case, _ = case_of("facts: {days: 5}\n", law, tmp_path)
    assert set(case.facts) == {"days"}


def test_standing_sources_and_notes(law: Library, tmp_path: Path) -> None:
    text = """\
facts:
  days: {is: 5, standing: alleged, source: [letter, memo], note: Somebody counted.}
  consent: {is: true, source: letter}
evidence:
  letter: {title: A letter}
  memo: {title: A memo}
"""
    case, problems = case_of(text, law, tmp_path)
    assert not problems
    assert case.facts["days"] == Known(5, "alleged", ("A letter", "A memo"), "Somebody counted.")
    assert case.facts["consent"].evidence == ("A letter",)
    assert case.has_unproven
    assert case.under("proven").facts["days"].value is None
    assert case.under("proven").facts["consent"].value is True
    assert case.under("alleged").facts["days"].value == 5


def test_an_actor_brings_its_attributes(law: Library, tmp_path: Path) -> None:
    case, problems = case_of("parties: {keeper: police}\n", law, tmp_path)
    assert not problems
    assert case.facts["keeper.level"] == Known("city", "established", ("the record of City police",))
    assert case.facts["keeper.services"].value == Members(frozenset({"patrol"}), frozenset({"parking"}))
    assert (case.parties, case.actors) == ({"keeper": "City police"}, {"keeper": "police"})


def test_a_party_described_on_the_spot(law: Library, tmp_path: Path) -> None:
    attributes = "{level: private, armed: unknown, services: parking}"
    text = f"parties:\n  keeper:\n    title: A shop\n    is: {attributes}\n"
    case, problems = case_of(text, law, tmp_path)
    assert not problems
    assert case.facts["keeper.level"] == Known("private", "established", ("the description of the party",))
    assert case.facts["keeper.armed"].value is None
    assert case.facts["keeper.services"].value == Members(frozenset({"parking"}), frozenset({"patrol"}))
    assert (case.parties, case.actors) == ({"keeper": "A shop"}, {"keeper": "A shop"})


def test_claims_are_typed_and_are_no_facts(law: Library, tmp_path: Path) -> None:
    text = """\
claims:
  - {by: mayor, on: 2020-06-01, gist: Nothing was sold., says: {act: [], signed: 2020-01-01, days: unknown}}
  - {by: clerk, gist: Ask the mayor.}
"""
    case, problems = case_of(text, law, tmp_path)
    assert not problems
    assert not case.facts
    mayor, clerk = case.claims
    assert mayor.facts == {
        "act": Members(frozenset(), frozenset({"sale", "sharing"})),
        "signed": date(2020, 1, 1),
    }
    assert (clerk.by, clerk.gist, clerk.facts) == ("clerk", "Ask the mayor.", {})


def test_judgments(law: Library, tmp_path: Path) -> None:
    text = 'judgments:\n  - {term: "city/ordinance/1#fair", holds: false, by: The court, why: It was dear.}\n'
    case, problems = case_of(text, law, tmp_path)
    assert not problems
    assert case.judgments == {"city/ordinance/1#fair": Judged(False, "The court", "It was dear.")}


def test_when(law: Library, tmp_path: Path) -> None:
    case, _ = case_of("", law, tmp_path)
    assert (case.since, case.until) == (date(2020, 5, 8), date(2020, 5, 8))
    path = tmp_path / "during.yaml"
    for end, until in (("", None), (", to: 9999-12-31", date(9999, 12, 31))):
        path.write_text(f"practice: p\ntitle: A practice\nduring: {{from: 0001-01-01{end}}}\n")
        (case,), problems = read_cases([path], law)
        assert not problems
        assert (case.since, case.until) == (date(1, 1, 1), until)


def test_finding_practices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["a/one.yaml", "a/b/two.YML", "a/.hidden/three.yaml", "a/readme.md", "c/[x].yaml"]
    write(tmp_path, dict.fromkeys(names, PRACTICE))

    def found(*paths: str) -> list[str]:
        files, problems = find_practices([Path(path) for path in paths])
        assert not problems
        return [file.as_posix() for file in files]

    assert found("a") == ["a/b/two.YML", "a/one.yaml"]
    assert found("a/*.yaml") == ["a/one.yaml"]
    assert found("**/*") == ["a/b/two.YML", "a/one.yaml", "c/[x].yaml"]
    assert found("c/[x].yaml") == ["c/[x].yaml"]
    assert found("a/one.yaml", "a", str(tmp_path / "a/one.yaml")) == ["a/one.yaml", "a/b/two.YML"]
    assert found("a/readme.md") == ["a/readme.md"]


@pytest.mark.parametrize("path", ["nowhere", "no*where", "**bad", "[", "\0", "a" * 5000, "a/" * 3000])
def test_paths_that_lead_to_nothing(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files, problems = find_practices([Path(path)])
    assert not files
    assert [problem.code for problem in problems] == ["no-practice"]


def test_a_link_that_leads_back_up_is_walked_once(tmp_path: Path) -> None:
    write(tmp_path, {"a/one.yaml": PRACTICE})
    (tmp_path / "a/back").symlink_to(tmp_path)
    (tmp_path / "other").symlink_to(tmp_path / "a")
    files, problems = find_practices([tmp_path])
    assert not problems
    assert len(files) == 1
