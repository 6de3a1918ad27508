"""`compliance prove`: what it answers, how it ends, and what it writes."""

import builtins
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import z3
from tests.bill_text import write_bill
from tests.cli.conftest import Run
from tests.law_text import POLICY, VOCABULARY, write_law
from tests.report import golden

from compliance.prove import witnesses
from compliance.prove.solver import Deadline, NotDecided

RULES = """
terms:
  state-body: {provision: A, of: party, ask: "Is {party} a state body?", means: {party.level: state}}
  civil:
    provision: A
    ask: Is the purpose civil?
    readings:
      stated: {means: {purpose: civil}, gloss: What is stated., authority: argument, held-by: [lenient]}
      any: {means: {purpose: {one-of: [civil, both]}}, gloss: Any part., authority: argument, held-by: [strict]}
rules:
  - rule: ban
    provision: A
    title: No sharing for a civil purpose
    binds: {actor: state-body}
    applies: {act: share}
    forbids: civil
    unless:
      - {exception: warrant, provision: D, title: There is a warrant, when: {warrant: true}}
  - rule: tell
    provision: B
    title: Whoever is held is told
    binds: {actor: anyone}
    applies: {act: hold}
    must: {told: true}
"""
HARMS = """
harms:
  shared-untold:
    title: Data are shared behind somebody's back
    when: {all: [{act: share}, {told: false}]}
    weight: 3
  long-hold:
    title: Somebody is held for days
    when: {all: [{act: hold}, {hours: {at-least: 48}}]}
constraints:
  told-when-held:
    holds: {any: [{not: {act: hold}}, {hours: {at-most: 72}}]}
    because: nobody can be held longer
"""
SCHEMA = files("compliance.report").joinpath("proof.schema.json")
HARM = "{all: [{act: share}, {told: false}]}"
WIDE = """
rules:
  - rule: wide-ban
    provision: "2"
    title: No sharing
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {not: {purpose: crime}}
"""


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small law with harms and a bill; the current folder of the test."""
    write_law(tmp_path / "law", RULES, policy=POLICY, vocabulary=VOCABULARY + HARMS)
    write_bill(tmp_path / "law", rules=WIDE)
    (tmp_path / "pyproject.toml").write_text('[tool.compliance]\nlibrary = ["law"]\nshipped = false\n')
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(run: Run, *arguments: str, code: int) -> dict[str, Any]:
    """What the command answers as JSON."""
    ran = run("prove", *arguments, "--on", "2030-06-01", "--format", "json")
    assert ran.code == code, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    jsonschema.validate(found, json.loads(SCHEMA.read_text()))
    return found


def test_a_practice_that_slips_through_a_bill_is_shown_as_small_as_it_can_be(run: Run, town: Path) -> None:
    found = ask(run, "covers", "--bill", "test/bill/1", "--positions", "strict", code=1)
    covered, slips = found["answers"]
    assert covered["about"] == "ban" and covered["result"] == "proved"
    assert covered["says"] == "Everything that Order 1, A forbids, Bill 1 forbids as well."
    assert slips["about"] == "tell" and slips["witness"]["smallest"]
    assert slips["witness"]["practice"]["facts"] == {"act": ["hold"], "told": False}
    assert [(one["rule"], one["status"]) for one in slips["witness"]["findings"]] == [("tell", "violated")]


def test_what_is_covered_is_proved(run: Run, town: Path) -> None:
    found = ask(run, "covers", "--of", "test/bill/1", "--bill", "test/bill/1", code=0)
    assert {one["result"] for one in found["answers"]} == {"proved"}


def test_what_a_rule_does_not_reach_is_a_loophole_with_the_clause_that_would_close_it(
    run: Run, town: Path
) -> None:
    found = ask(run, "loophole", "--harm", "shared-untold", "--positions", "lenient", code=1)
    by_about = {one["about"]: one for one in found["answers"] if one["about"]}
    bearer = by_about["ban#bearer"]
    assert bearer["says"].startswith("Order 1, A does not bind the body that acts")
    assert bearer["witness"]["practice"]["parties"]["actor"]["is"] == {"level": "local"}
    element = by_about["ban#element-1"]
    assert element["closes"].endswith("Here the answer is no on this side's reading: Is the purpose civil?")
    assert element["witness"]["practice"]["facts"]["purpose"] == "crime"
    assert [one["values"] for one in element["witness"]["otherwise"]] == [["both of them"]]
    assert by_about["ban#warrant"]["says"].startswith("An exception to Order 1, A excuses it")
    assert "tell#element-1" not in by_about


def test_a_condition_can_stand_for_a_harm(run: Run, town: Path) -> None:
    named = ask(run, "loophole", "--harm", "shared-untold", code=1)
    given = ask(run, "loophole", "--harm", HARM, code=1)
    assert [one["witness"] for one in named["answers"]] == [one["witness"] for one in given["answers"]]


def test_the_number_of_loopholes_can_be_limited(run: Run, town: Path) -> None:
    found = ask(run, "loophole", "--harm", HARM, "--most", "1", "--positions", "strict", code=1)
    assert [one["result"] for one in found["answers"]] == ["found", "not decided"]


def test_what_nothing_lawful_does_is_proved(run: Run, town: Path) -> None:
    harm = "{all: [{act: hold}, {told: false}]}"
    found = ask(run, "loophole", "--harm", harm, "--positions", "strict", code=0)
    assert found["answers"][0]["says"] == f"No lawful practice does this harm: {harm}"


def test_what_the_vocabulary_rules_out_is_no_practice(run: Run, town: Path) -> None:
    harm = "{all: [{act: hold}, {hours: {at-least: 73}}]}"
    found = ask(run, "loophole", "--harm", harm, "--positions", "strict", code=0)
    assert found["answers"][0]["says"].startswith("No practice at all does this harm")


def test_the_worst_lawful_practice_does_all_the_harms_that_go_together(run: Run, town: Path) -> None:
    found = ask(run, "worst", "--positions", "strict", code=1)
    (answer,) = found["answers"]
    assert "4 by the declared weights" not in answer["says"]  # both would need the person to be told, and not
    assert "3 by the declared weights" in answer["says"]


def test_gaps_are_told_by_act(run: Run, town: Path) -> None:
    found = ask(run, "gaps", "--positions", "strict", code=1)
    assert [(one["about"], one["result"]) for one in found["answers"]] == [
        ("share", "found"),
        ("hold", "proved"),
    ]


def test_rules_that_can_never_matter_and_rules_that_others_imply(run: Run, town: Path) -> None:
    text = (town / "law/rules/test/order/1.yaml").read_text()
    more = """
  - rule: again
    provision: A
    title: The same with less
    binds: {actor: state-body}
    applies: {act: share}
    forbids: {all: [civil, {warrant: false}]}
  - rule: never
    provision: C
    title: It takes what cannot be
    binds: {actor: anyone}
    applies: {act: hold}
    forbids: {hours: {at-least: 100}}
"""
    (town / "law/rules/test/order/1.yaml").write_text(text.rstrip() + more)
    dead = ask(run, "unreachable", code=1)
    assert [one["about"] for one in dead["answers"] if one["result"] == "found"] == ["never"]
    same = ask(run, "redundant", "--positions", "strict", code=1)
    assert {one["about"]: one["rules"] for one in same["answers"] if one["result"] == "found"} == {
        "ban": ["again"],
        "again": ["ban"],
    }


def test_a_prohibition_against_a_permission_that_nothing_ranks(run: Run, town: Path) -> None:
    assert ask(run, "conflicts", code=0)["result"] == "proved"
    text = (town / "law/rules/test/order/1.yaml").read_text()
    more = """
  - rule: may
    provision: C
    title: Sharing is allowed
    binds: {actor: anyone}
    applies: {act: share}
    permits: {told: true}
"""
    (town / "law/rules/test/order/1.yaml").write_text(text.rstrip() + more)
    found = ask(run, "conflicts", "--positions", "strict", code=1)
    (answer,) = found["answers"]
    assert answer["says"] == "Order 1, A forbids what Order 1, C allows, and no declared priority decides."
    assert {one["status"] for one in answer["witness"]["findings"]} == {"conflict"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("covers", "--bill", "test/bill/1"),
        ("loophole", "--harm", "shared-untold"),
        ("loophole", "--harm", "shared-untold", "--bill", "test/bill/1"),
        ("gaps",),
        ("worst",),
    ],
)
def test_what_is_written_is_borne_out_by_scenarios(run: Run, town: Path, arguments: tuple[str, ...]) -> None:
    ran = run("prove", *arguments, "--on", "2030-06-01", "--write", "cases")
    assert ran.code == 1
    assert "play them with 'compliance test'" in ran.err
    assert "practice:" not in ran.out
    assert list(Path("cases/practices").glob("*.yaml"))
    played = run("test", "cases")
    assert played.code == 0, played.out


def test_the_same_question_gives_the_same_bytes(run: Run, town: Path) -> None:
    ran = [run("prove", "loophole", "--harm", HARM, "--on", "2030-06-01").out for _ in range(2)]
    assert ran[0] == ran[1]


def test_text_reads_as_prose_with_the_practice_as_its_file(run: Run, town: Path) -> None:
    out = run("prove", "covers", "--bill", "test/bill/1", "--positions", "strict", "--on", "2030-06-01").out
    assert "Everything that Order 1, A forbids, Bill 1 forbids as well." in out
    assert "This violates Order 1, B, and Bill 1 does not forbid it." in out
    assert "    practice: covers-tell-strict\n" in out
    assert "It is no account of what anybody did." in " ".join(out.split())
    markdown = run("prove", "covers", "--bill", "test/bill/1", "--on", "2030-06-01", "-f", "markdown").out
    assert "## Does it forbid everything that the law forbids?" in markdown
    assert "```text\npractice: covers-tell-strict" in markdown


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_the_report_as_a_whole(run: Run, town: Path, format_: str) -> None:
    ran = run("prove", "loophole", "--harm", "shared-untold", "--on", "2030-06-01", "--format", format_)
    suffix = {"text": "txt", "markdown": "md", "json": "json"}[format_]
    golden.check(f"loopholes.{suffix}", ran.out)


def test_questions_are_written_for_other_solvers(run: Run, town: Path) -> None:
    run("prove", "covers", "--bill", "test/bill/1", "--on", "2030-06-01", "--smt", "asked")
    files = sorted(Path("asked").glob("*.smt2"))
    answers = set()
    for file in files:
        solver = z3.Solver()
        solver.from_file(str(file))
        answers.add(str(solver.check()))
        assert file.read_text().startswith(f"; {solver.check()}\n")
    assert answers == {"sat", "unsat"}


# --- what can go wrong ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("covers",), "say what should forbid as much"),
        (("covers", "--bill", "test/bill/2"), "no bill is called 'test/bill/2'; did you mean 'test/bill/1'?"),
        (("gaps", "--of", "test/oder/1"), "did you mean 'test/order/1'"),
        (("loophole",), "the harms are shared-untold"),
        (("loophole", "--harm", "shared-told"), "did you mean 'shared-untold'?"),
        (("gaps", "--positions", "strikt"), "did you mean 'strict'?"),
        (("gaps", "--timeout", "inf"), "less than or equal to 86400"),
    ],
)
def test_bad_input_says_what_to_do(run: Run, town: Path, arguments: tuple[str, ...], says: str) -> None:
    ran = run("prove", *arguments)
    assert ran.code == 2
    assert says in " ".join(ran.err.replace("│", " ").split())


def test_a_condition_that_is_wrong_is_shown_with_its_place(run: Run, town: Path) -> None:
    ran = run("prove", "loophole", "--harm", "{all: [{act: share}, {purpos: civil}]}")
    assert ran.code == 2
    assert "error[unknown-fact]: no fact or role is called 'purpos'" in ran.err
    assert "--> --harm:1:23" in ran.err and "did you mean 'purpose'?" in ran.err
    ran = run("prove", "loophole", "--harm", "{act: {at-least: 3}}")
    assert "error[wrong-comparison]" in ran.err


def test_a_question_that_takes_too_long_is_not_decided(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def over(deadline: Deadline) -> int:
        raise NotDecided

    monkeypatch.setattr(Deadline, "milliseconds", over)
    for question in ("covers", "loophole", "conflicts", "gaps", "unreachable", "redundant", "worst"):
        more = {"covers": ("--bill", "test/bill/1"), "loophole": ("--harm", HARM)}.get(question, ())
        ran = run("prove", question, *more, "--on", "2030-06-01", "--format", "json")
        answers = json.loads(ran.out)["answers"]
        if question == "conflicts":  # no two rules of this law can collide
            assert ran.code == 0
        else:
            assert ran.code == 3, question
            assert "found" not in {one["result"] for one in answers}
            assert any(one["result"] == "not decided" for one in answers)


def test_what_the_check_does_not_bear_out_is_an_internal_error(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = witnesses.practice_data

    def wrong(*arguments: Any) -> dict[str, Any]:
        found = right(*arguments)
        return {**found, "facts": {**found["facts"], "told": True}}

    monkeypatch.setattr(witnesses, "practice_data", wrong)
    ran = run("prove", "covers", "--bill", "test/bill/1", "--on", "2030-06-01")
    assert (ran.code, ran.out) == (70, "")
    assert "the check does not bear out the practice 'covers-tell-strict'" in ran.err
    record = Path(ran.err.split("The record is in ")[1].split("; please")[0])
    assert '"practice": "covers-tell-strict"' in record.read_text()
    record.unlink()


def test_without_z3_it_says_what_to_install(run: Run, town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "z3":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    ran = run("prove", "gaps")
    assert ran.code == 2
    assert "pip install 'policy-compliance[prove]'" in ran.err


# --- the law that ships ----------------------------------------------------------------------------------


def test_the_ways_by_which_an_address_reaches_a_removal_unit_under_eo_170(run: Run) -> None:
    harm = "address-reaches-removal-unit"
    ran = run(
        "prove", "loophole", "--of", "us-ny/executive-order/170", "--harm", harm,
        "--positions", "agency", "--on", "2026-11-01", "--format", "json",
    )  # fmt: skip
    assert ran.code == 1
    found = {one["about"]: one["witness"] for one in json.loads(ran.out)["answers"] if one["witness"]}
    purpose = found["eo170-b2-disclosure#element-1"]
    assert purpose["practice"]["facts"]["disclosure.stated-purpose"] == "report-federal-crime"
    local = found["eo170-b2-disclosure#bearer"]
    assert local["practice"]["parties"]["discloser"]["is"] == {"level": "local"}
    assert "a city police department" in local["practice"]["parties"]["discloser"]["title"]
    route = found["eo170-b2-disclosure#scope-2"]
    assert route["practice"]["parties"]["recipient"]["is"]["immigration-arm"] == "no-part"
    assert "Federal Bureau of Investigation" in route["practice"]["parties"]["recipient"]["title"]
    assert route["practice"]["facts"]["disclosure.reaches-removal-unit"] is True
    contents = [one["practice"]["facts"]["disclosure.content"] for one in found.values()]
    assert all("address" in (one["includes"] if isinstance(one, dict) else one) for one in contents)


def test_bills_joined_by_commas_are_a_stack_as_in_a_comparison(run: Run, town: Path) -> None:
    write_bill(town / "law", name="test/bill/2", rules=WIDE.replace("wide-ban", "second-ban"))
    asked = ("prove", "redundant", "--of", "test/bill/2", "--of", "test/bill/1", "--format", "json")
    joined = json.loads(run(*asked, "--bill", "test/bill/1, test/bill/2").out)
    apart = json.loads(run(*asked, "--bill", "test/bill/1", "--bill", "test/bill/2").out)
    assert joined == apart
    assert "second-ban" in {rule for one in joined["answers"] for rule in one["rules"]}


def test_a_harm_that_nobody_knows_is_answered_with_those_there_are(run: Run, town: Path) -> None:
    ran = run("prove", "loophole", "--harm", "release")
    assert ran.code == 2
    assert "the harms are shared-untold, long-hold" in " ".join(ran.err.split())


def test_what_both_sides_have_alike_is_told_once(run: Run, town: Path) -> None:
    out = run("prove", "conflicts").out
    assert out.count("No practice is forbidden by one rule and allowed or required by another") == 1
    assert "Both sides alike\n" in out and "The strict side" not in out
    one = run("prove", "conflicts", "--positions", "strict").out
    assert "The strict side\n" in one and "alike" not in one


def test_all_law_against_a_bill_alone_is_said_to_be_that(run: Run, town: Path) -> None:
    said = " ".join(run("prove", "covers", "--bill", "test/bill/1").out.split())
    assert "All law is held against the bill by itself: '--by law' asks" in said
    narrow = run("prove", "covers", "--bill", "test/bill/1", "--of", "test/order/1").out
    assert "by itself" not in narrow
