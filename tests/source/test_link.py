"""Files to a library: what replaces what, who argues about what, and that errors come all at once."""

from datetime import date
from pathlib import Path

import pytest
from tests.source.support import BASE, RULE, RULES, TERMS, base, loaded, write

from compliance.model.diagnostic import InputError
from compliance.model.interval import InForce
from compliance.model.logic import ALWAYS, Compare, Judged, NotEncoded, NotOf, UseTerm
from compliance.source.files import shipped_root
from compliance.source.library import load_library, read_library

READINGS = """\
  t:
    provision: A
    ask: Is it so?
    readings:
      narrow: {means: {consent: true}, gloss: Narrow., authority: None., held-by: [%s]}
      wide: {means: {consent: false}, gloss: Wide., authority: None., held-by: [%s]}
"""


def test_a_rule_with_everything(tmp_path: Path) -> None:
    text = f"""{TERMS}
  t: {{provision: A, ask: Is it so?, means: {{consent: true}}}}
{RULES}{RULE}
    forbids: t
    unless:
      - {{exception: emergency, provision: B, when: {{not: t}}, burden: actor}}
      - {{exception: as-the-mayor-says, provision: C, title: What the mayor says}}
      - {{exception: elsewhere, provision: city/ordinance/1#1, when: t}}
    flags:
      - {{flag: preemption-risk, because: State law may say more.}}
      - {{flag: draft-encoding, when: t, provision: B, because: It is new.}}
priorities:
  - {{prevails: r, over: ord1-1, as: later, provision: A, because: It is later.}}
"""
    library = loaded(tmp_path, {"rules/city/ordinance/2.yaml": text})
    rule, term = library.rule_by_id["r"], UseTerm("city/ordinance/2#t")
    assert (rule.instrument, rule.provision, rule.modality) == ("city/ordinance/2", "A", "prohibition")
    assert (rule.role, rule.bound, rule.draft) == ("keeper", ALWAYS, True)
    assert rule.core == term
    assert rule.in_force == (InForce.model_validate({"from": date(2020, 1, 1)}),)
    emergency, mayor, elsewhere = rule.exceptions
    assert (emergency.logic, emergency.actor_shows, emergency.title) == (NotOf(term), True, "emergency")
    assert (mayor.logic, mayor.actor_shows) == (NotEncoded("city/ordinance/2", "C"), False)
    assert (mayor.title, elsewhere.instrument) == ("What the mayor says", "city/ordinance/1")
    assert [flag.logic for flag in rule.flags] == [None, term]
    assert [priority.over for priority in library.priorities] == ["ord1-1"]
    first = library.rule_by_id["ord1-1"]
    assert first.bound == UseTerm("city/ordinance/1#city-body@keeper")
    assert first.core == NotOf(UseTerm("city/ordinance/1#fair"))
    assert library.terms["city/ordinance/1#fair"].readings[0].logic == Judged("city/ordinance/1#fair")
    assert library.places["city/ordinance/2#t"].line == 5
    assert library.places["facts:consent"].file.endswith("vocabulary.yaml")


def test_attributes_become_facts_of_every_role(tmp_path: Path) -> None:
    library = loaded(tmp_path)
    assert library.facts["keeper.armed"].ask == "Is the keeper armed?"
    assert library.facts["recipient.level"].type == "choice"
    assert "armed" not in library.facts


def test_a_reading_for_every_position(tmp_path: Path) -> None:
    library = loaded(tmp_path, {"rules/city/ordinance/2.yaml": TERMS + READINGS % ("city", "resident")})
    narrow, wide = library.terms["city/ordinance/2#t"].readings
    assert (narrow.name, narrow.logic) == ("narrow", Compare("consent", "is", True))
    assert wide.reading is not None and wide.reading.held_by == ("resident",)


def test_a_default_stands_in_for_positions_that_hold_nothing(tmp_path: Path) -> None:
    text = TERMS + READINGS % ("city", "") + "    default: wide\n"
    assert (
        loaded(tmp_path, {"rules/city/ordinance/2.yaml": text}).terms["city/ordinance/2#t"].term.default
        == "wide"
    )


def test_a_relevant_provision_without_a_rule(tmp_path: Path) -> None:
    path = "policies/city/ordinance/2.yaml"
    text = (BASE / path).read_text() + "    bears-on: {keeper: ours}\n"
    ours = "  ours: {provision: A, of: party, ask: Is it?, means: {party.level: city}}\n"
    library = loaded(tmp_path, {path: text, "rules/city/ordinance/2.yaml": TERMS + ours})
    assert library.related == (("city/ordinance/2", "C", UseTerm("city/ordinance/2#ours@keeper")),)


# --- folders after folders -----------------------------------------------------------------------------


def test_a_later_folder_replaces_files(tmp_path: Path) -> None:
    first = base(tmp_path / "first")
    path = "rules/city/ordinance/1.yaml"
    second = write(
        tmp_path / "second", {path: (BASE / path).read_text().replace("No sale", "Nothing is sold")}
    )
    library, problems = read_library([first, second], shipped=False)
    assert not problems
    assert [rule.rule.title for rule in library.rules] == ["Nothing is sold"]
    assert sum(name.endswith(path) for name in library.files) == 1
    assert read_library([second, first], shipped=False)[0].rules[0].rule.title == "No sale"


def test_a_later_vocabulary_replaces_one_of_its_name_and_adds_to_others(tmp_path: Path) -> None:
    path = "rules/city/vocabulary.yaml"
    same = (BASE / path).read_text().replace("days: {", "weeks: {")
    more = "vocabulary: more\nfacts:\n  price: {type: number, ask: How much?}\n"
    second = write(tmp_path / "second", {path: same, "rules/city/more.yaml": more})
    library, problems = read_library([base(tmp_path / "first"), second], shipped=False)
    assert not problems
    assert {"weeks", "price"} <= set(library.facts)
    assert "days" not in library.facts


def test_each_folder_has_its_own_positions(tmp_path: Path) -> None:
    policy = (BASE / "policies/city/ordinance/2.yaml").read_text().replace("city/ordinance/2", "town/rule/1")
    town = {
        "policies/town/rule/1.yaml": policy,
        "rules/town/words.yaml": "vocabulary: town\npositions:\n  clerk: {title: C}\n  baker: {title: B}\n",
        "rules/town/rule/1.yaml": TERMS.replace("city/ordinance/2", "town/rule/1")
        + READINGS % ("clerk", "baker"),
    }
    first = base(tmp_path / "first", {"rules/city/ordinance/2.yaml": TERMS + READINGS % ("city", "resident")})
    library, problems = read_library([first, write(tmp_path / "town", town)], shipped=False)
    assert not problems
    assert list(library.positions) == ["city", "resident", "clerk", "baker"]
    assert library.positions_of["town/rule/1"] == ("clerk", "baker")
    assert library.positions_of["city/ordinance/2"] == ("city", "resident")
    del town["rules/town/words.yaml"]
    plain = town | {"rules/town/rule/1.yaml": town["rules/town/rule/1.yaml"].replace("clerk", "city")}
    found = read_library([first, write(tmp_path / "plain", plain)], shipped=False)[1]
    assert [problem.code for problem in found] == ["unknown-position"]


def test_who_argues_is_said_by_the_folder_that_says_what_the_law_means(tmp_path: Path) -> None:
    words = "vocabulary: town\npositions:\n  clerk: {title: C}\n  baker: {title: B}\n"
    files = {"rules/words.yaml": words, "rules/city/ordinance/2.yaml": TERMS + READINGS % ("clerk", "baker")}
    second = write(tmp_path / "second", files)
    library, problems = read_library([base(tmp_path / "first"), second], shipped=False)
    assert not problems
    assert library.positions_of["city/ordinance/2"] == ("clerk", "baker")


# --- what is wrong with it -----------------------------------------------------------------------------


def test_everything_wrong_is_said_at_once_in_order(tmp_path: Path) -> None:
    files = {
        "policies/city/ordinance/3.yaml": "instrument: [\n",
        "policies/city/actors.yaml": "actors: city\nmembers: {a: {titel: A}, b: {title: 5}}\n",
        "rules/city/ordinance/2.yaml": TERMS + READINGS % ("city", "residents") + "    settled-by: [x, y]\n",
    }
    with pytest.raises(InputError) as raised:
        load_library([base(tmp_path, files)], shipped=False)
    found = raised.value.diagnostics
    assert [(Path(d.span.file).name, d.code) for d in found] == [
        ("actors.yaml", "unknown-key"),
        ("actors.yaml", "text"),
        ("3.yaml", "yaml-syntax"),
        ("2.yaml", "unknown-position"),
        ("2.yaml", "unknown-fact"),
        ("2.yaml", "unknown-fact"),
    ]
    assert list(found) == sorted(found, key=lambda d: d.sort_key)


def test_a_broken_file_hides_what_it_would_replace(tmp_path: Path) -> None:
    first = base(tmp_path / "first", {"rules/city/ordinance/2.yaml": TERMS + READINGS % ("city", "resident")})
    path = "rules/city/vocabulary.yaml"
    broken = (BASE / path).read_text().replace("type: number", "type: nummber")
    _, problems = read_library([first, write(tmp_path / "second", {path: broken})], shipped=False)
    assert [(problem.code, problem.severity) for problem in problems] == [
        ("not-checked", "note"),
        ("bad-choice", "error"),
    ]


def test_a_fault_in_a_term_is_said_once_however_often_it_is_used(tmp_path: Path) -> None:
    term = "  ours: {provision: A, of: party, ask: Is it?, means: {all: [{party.levle: city}, gone]}}\n"
    uses = "    forbids: {any: [{keeper: ours}, {recipient: ours}, {not: {keeper: ours}}]}\n"
    files = {"rules/city/ordinance/2.yaml": TERMS + term + RULES + RULE + uses}
    problems = read_library([base(tmp_path, files)], shipped=False)[1]
    assert [problem.code for problem in problems] == ["unknown-fact", "unknown-term"]


def test_a_rule_with_a_fault_does_not_make_priorities_wrong(tmp_path: Path) -> None:
    text = (
        f"{TERMS.replace('terms:', '')}{RULES}{RULE}    forbids: gone\n"
        "priorities:\n  - {prevails: r, over: ord1-1, as: later, provision: A, because: It is later.}\n"
    )
    library, problems = read_library([base(tmp_path, {"rules/city/ordinance/2.yaml": text})], shipped=False)
    assert [problem.code for problem in problems] == ["unknown-term"]
    assert [rule.id for rule in library.rules] == ["ord1-1"]


def test_a_library_without_words_or_rules_is_a_library(tmp_path: Path) -> None:
    path = "policies/city/ordinance/2.yaml"
    library, problems = read_library([write(tmp_path, {path: (BASE / path).read_text()})], shipped=False)
    assert not problems
    assert not library.rules
    assert list(library.instruments) == ["city/ordinance/2"]


def test_the_shipped_library_is_sound() -> None:
    library, problems = read_library()
    assert not problems, [f"{p.span.file}:{p.span.line}: {p.message}" for p in problems]
    assert library.rules
    assert (shipped_root() / "policies").is_dir()
