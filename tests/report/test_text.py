"""The text report: width, color, and what it says of each kind of finding."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.law_text import POLICY, case, law, report
from tests.report.sample import LAW, OTHER, REPORT, hostile

from compliance.model.finding import Report
from compliance.report import text, words
from compliance.report.plain import message
from compliance.report.runs import never, runs
from compliance.report.sides import _needs

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def told(place: int, *, explain: bool = False, color: bool = False) -> str:
    """The report on one practice as one line of text."""
    report = Report((REPORT.practices[place],), REPORT.receipt)
    return " ".join(text.render(report, LAW, width=80, explain=explain, color=color).split())


@pytest.mark.parametrize("width", [60, 72, 100, 140])
@pytest.mark.parametrize("explain", [False, True])
def test_it_keeps_to_the_width(width: int, explain: bool) -> None:
    lines = text.render(REPORT, LAW, width=width, explain=explain).split("\n")
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_it_is_never_narrower_than_sixty() -> None:
    assert text.render(REPORT, LAW, width=20) == text.render(REPORT, LAW, width=60)


def test_color_says_nothing_of_its_own() -> None:
    plain = text.render(OTHER, LAW, width=80)
    colored = text.render(OTHER, LAW, width=80, color=True)
    assert "\x1b" not in plain and "\x1b" in colored
    assert ANSI.sub("", colored) == plain


def test_input_does_not_steer_the_terminal() -> None:
    out = text.render(hostile("a\x1b]0;x\x07\u202e [red]b[/red]"), LAW, color=False)
    assert "\x1b" not in out and "\x07" not in out and "\u202e" not in out
    assert "[red]b[/red]" in out


def test_a_contested_finding_says_who_reads_what_and_must_win_what() -> None:
    out = told(0)
    assert "The agency's reading: satisfied." in out
    assert "“for the purpose of” means: The purpose is the one that the discloser states." in out
    assert "Authority: The agency's public position, 2019." in out
    assert "The agency's reading: on at least one of (a) and (b)." in out
    assert "The advocates' reading: on each of (a) and (b)." in out
    assert "Is the enforcement that the State Records Office serves civil?" in out
    assert "Questions that bear on the dispute 1. What do such disclosures" in out


def test_missing_facts_are_numbered_once_and_grouped() -> None:
    out = told(0)
    assert "To settle it, find out any one set: 1; 2 and 3 1. Is a crime touched?" in out
    assert "Taking alleged and disputed facts as stated: violated." in out


def test_both_sides_of_a_conflict_are_quoted() -> None:
    out = told(2)
    assert "Order 7 (2017), 2: State officers may not disclose" in out
    assert "12 USC 90, (a): Every agency sends status information" in out
    assert "It gives way to “Status information may be kept” [12 USC 90, (c)]." not in told(1)
    assert "It gives way to “Status information may be kept” (12 USC 90, (c))." not in out
    assert "It gives way to “Status information may be kept” [12 USC 90, (c)]." in out


def test_what_cannot_be_a_violation_says_so() -> None:
    assert "No violation is possible here, however it comes out: permitted or not applicable." in told(3)


@pytest.mark.parametrize("place", [4, 5])
def test_a_gap_is_no_clearance(place: int) -> None:
    assert words.GAP in told(place)


def test_rules_that_would_reach_it_are_named_with_the_reason() -> None:
    out = told(4)
    assert "not yet in force on 1 January 2005; it begins on 15 September 2017." in out
    assert "It does not bind the State Records Office. Is it a state body? No." in out
    assert "1 other rule does not apply." in out


def test_the_full_reasons_show_what_they_rest_on() -> None:
    out = told(0, explain=True)
    assert "[Order 7 (2017), 9; admitted: the roster]" in out
    assert "[admitted: annual report 2009 and the 2019 statement]" in out
    assert "[stated in the practice]" in out
    assert "Rules about other conduct" in out


def test_another_law_is_called_counterfactual() -> None:
    out = " ".join(text.render(OTHER, LAW, width=80).split())
    assert "Law as of 27 May 2026, whenever the conduct took place: a counterfactual" in out
    assert "with evaluate alone; no second engine confirmed it." in out


def test_one_finding_over_several_periods_is_told_once() -> None:
    notice = REPORT.practices[0]
    found = [(run.finding.rule, run.since.isoformat(), run.until) for run in runs(notice)]
    assert found == [("order-disclosure", "2017-09-15", None), ("order-data", "2018-11-14", None)]
    assert [finding.rule for finding in never(notice)] == ["order-inquiry"]


def test_what_a_side_has_to_win() -> None:
    terms = ("x", "y", "z")
    assert _needs((("x",),), terms) == "on (a)."
    assert _needs((("x",), ("y",), ("z",)), terms) == "on each of (a), (b) and (c)."
    assert _needs((("x", "z"),), terms) == "on at least one of (a) and (c)."
    assert _needs((("x",), ("y", "z")), terms) == (
        "on enough of them: it is overcome by losing (a) or (b) and (c) together."
    )


def test_a_question_asked_twice_is_told_once() -> None:
    said = ["A? Not known (what matters: x).", "B? Yes.", "A? Not known (what matters: y (or z)).", "B? Yes."]
    assert words.folded(said) == ["A? Not known (what matters: x or y (or z)).", "B? Yes."]
    split = ["A? One (what matters: x, y).", "A? One (what matters: z).", "A? One (what matters: w)."]
    assert words.folded(split) == ["A? One (what matters: x, y; z; w)."]


def test_what_no_fact_can_settle_is_not_called_missing() -> None:
    finding = REPORT.practices[3].timeline[0].findings[0]
    assert words.of_finding(finding) == "Not settled: it rests on what no fact can settle"
    asked = replace(finding, missing=REPORT.practices[0].timeline[2].findings[2].missing)
    assert words.of_finding(asked) == "Not settled: facts are missing"


WAITING = """
terms:
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
    binds: {actor: anyone}
    applies: {act: share}
    forbids: civil
    unless: [{exception: unread, provision: E}]
  - rule: tell
    provision: B
    title: Tell the person
    binds: {actor: anyone}
    applies: {act: share}
    must: {told: true}
    unless: [{exception: unread, provision: E}]
"""


def written(folder: Path, policy: str, during: dict[str, str], **facts: object) -> str:
    """What is told of shared data under the law that waits for a text, on one line."""
    library = law(folder, WAITING, policy=policy)
    found = report(library, case(library, during=during, facts={"act": ["share"], **facts}))
    return " ".join(text.render(Report((found,), REPORT.receipt), library, width=100).split())


def test_what_waits_for_unseen_text_is_told_once_with_its_days(tmp_path: Path) -> None:
    out = written(tmp_path, POLICY, {"from": "2017-01-01"}, purpose="civil", told=False)
    assert (
        "From 1 January 2018: it may be a violation of Order 1, A and B, on every side's reading. Nobody can say from "
        "here whether it is excepted by Order 1, E, which could not be encoded."
    ) in out
    assert out.count("Not settled: an exception that may decide could not be encoded") == 2


@pytest.mark.parametrize(("to", "verb"), [({}, "is"), ({"to": "2019-05-08"}, "was")])
def test_law_that_may_not_be_in_force_yet_says_so(tmp_path: Path, to: dict[str, str], verb: str) -> None:
    unsure = POLICY.replace("{from: 2018-01-01}", "{from: {earliest: 2018-01-01}}")
    out = written(tmp_path, unsure, {"from": "2018-01-01", **to}, purpose="civil", told=True)
    assert f"It is not known whether that law {verb} in force, and nobody can say from here" in out
    assert (
        "Not settled: whether it was in force is not known, and an exception that may decide could not be encoded"
    ) in out
    assert (
        "Whether the provision was in force is not known; it begins on 1 January 2018 at the earliest." in out
    )
    assert "No violation is possible here, however it comes out: satisfied or not applicable." in out


def test_a_short_message_names_what_it_waits_for(tmp_path: Path) -> None:
    library = law(tmp_path, WAITING)
    found = report(library, case(library, facts={"act": ["share"], "purpose": "civil"}))
    assert message(runs(found)[0], library) == (
        "Order 1, A, binding A body, 8 May 2019. Whether Order 1, E excepts it nobody can say, since it could not be "
        "encoded. Still possible: violated or excused."
    )


def test_sides_that_are_both_open_are_told_apart(tmp_path: Path) -> None:
    unsure = POLICY.replace("{from: 2018-01-01}", "{from: {earliest: 2018-01-01}}")
    out = written(tmp_path, unsure, {"from": "2019-05-08"}, purpose="both", told=True)
    assert (
        "The lenient side: not settled. No violation is possible here, however it comes out: satisfied or not "
        "applicable. Is the purpose civil? Read as: What is stated. Authority: argument."
    ) in out
    assert "The strict side: not settled. Still possible: violated, excused or not applicable." in out
    assert "it may be a violation of" not in out
