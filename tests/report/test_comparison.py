"""Comparisons in every format: byte by byte, against the schema, and on hostile input."""

import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.bill_text import write_bill
from tests.bills.comparing import compared, practice
from tests.bills.comparing import law as small_law
from tests.law_text import write_law
from tests.report import golden
from tests.report.compared import small
from tests.report.page import Page, check_stands_alone

from compliance.model.compared import Comparison, Words
from compliance.model.comparison import KINDS
from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import STATUSES
from compliance.model.span import Span
from compliance.report.blocks import Marked, in_words
from compliance.report.comparison import FORMATS, render
from compliance.source.library import load_library

SCHEMA: dict[str, Any] = json.loads(
    files("compliance.report.comparison").joinpath("comparison.schema.json").read_text("utf-8")
)
SUFFIX = {"text": "txt", "markdown": "md", "json": "json", "html": "html"}
HOSTILE = "<b>&\"'</b>|`*_[x](y)# \x1b[31m\u202e"


def said(text: str) -> str:
    return " ".join(text.split())


def one_practice() -> Comparison:
    """One practice under the first draft alone."""
    found = small()
    practice = found.practices[1]
    return replace(
        found, drafts=found.drafts[:1], practices=(replace(practice, columns=practice.columns[:1]),)
    )


def hostile() -> Comparison:
    """The same with texts that mean harm wherever practices and errors bring them."""
    found = small()
    practices = tuple(replace(one, title=HOSTILE, id=HOSTILE, file=HOSTILE) for one in found.practices)
    error = Diagnostic("idle-amendment", HOSTILE, Span(HOSTILE), HOSTILE)
    return replace(found, practices=practices, errors=(error,))


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_what_it_was(name: str) -> None:
    text = render(name, one_practice() if name == "json" else small())
    if name == "json":  # which file a digest is of depends on where the test runs
        text = re.sub(r'"[0-9a-f]{64}"', '"DIGEST"', text)
    golden.check(f"comparison.{SUFFIX[name]}", text)


@pytest.mark.parametrize("comparison", [small(), hostile(), replace(small(), practices=())])
def test_the_json_has_the_shape_that_the_schema_tells(comparison: Comparison) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(render("json", comparison)))


def test_the_schema_knows_every_status_and_kind() -> None:
    assert SCHEMA["$defs"]["status"]["enum"] == list(STATUSES)
    assert SCHEMA["$defs"]["kind"]["enum"] == list(KINDS)


def test_the_text_keeps_to_100_columns() -> None:
    for comparison in (small(), hostile()):
        lines = render("text", comparison).split("\n")
        assert max(map(len, lines)) <= 100
        assert all(line == line.rstrip() for line in lines)


PAPERS = """
terms:
  papers: {provision: D, ask: Are there papers?, means: {told: true}}
rules:
  - rule: ban
    provision: A
    title: No sharing
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {purpose: civil}
    unless: [{exception: papers, provision: D, title: There are papers, when: papers}]
"""
ONE_SIDED = """
- amendment: narrower
  clause: "1"
  redefine: test/order/1#papers
  term:
    provision: D
    ask: Are there papers?
    readings:
      warrant: {means: {warrant: true}, gloss: A warrant., authority: argument, held-by: [strict]}
      any: {means: {told: true}, gloss: Anything., authority: argument, held-by: [lenient]}
"""


def test_an_exception_that_falls_for_one_side_alone_is_said_to_fall_for_that_side(tmp_path: Path) -> None:
    write_law(tmp_path, PAPERS)
    write_bill(tmp_path, ONE_SIDED)
    library = load_library([tmp_path], shipped=False)
    case = practice(library, "told", {"act": ["share"], "purpose": "civil", "told": True, "warrant": False})
    text = render("text", compared(library, case))
    assert "The strict side: excused" not in text and "The lenient side: excused" in text
    assert (
        "Exception “There are papers” (Order 1, D):\n      The strict side: shown now, fails with the draft.\n"
        in text
    )
    assert "The lenient side: shown now" not in text


def test_color_says_nothing_of_its_own() -> None:
    plain, colored = render("text", small()), render("text", small(), color=True)
    assert "\x1b" not in plain and "\x1b" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_words_deleted_and_inserted_are_named_in_every_format() -> None:
    assert "not share for [deleted: a civil] [inserted: any] purpose" in said(render("text", small()))
    assert r"not share for \[deleted: a civil\] \[inserted: any\] purpose" in render("markdown", small())
    page = render("html", small())
    assert '<del><span class="said">[deleted: </span>a civil]</del>' in page
    assert '<ins><span class="said">[inserted: </span>any]</ins>' in page


WITH_EXCEPTION = """
terms: {sharing: {provision: "3", ask: Is data shared?, means: {act: share}}}
rules:
  - rule: share-ban
    provision: "1"
    title: No sharing
    binds: {actor: anyone}
    applies: sharing
    forbids: {purpose: civil}
    unless: [{exception: warrant, provision: "2", title: There is a warrant, when: {warrant: true}}]
"""


def test_clauses_that_were_not_tried_by_themselves_are_named(tmp_path: Path) -> None:
    library = small_law(tmp_path, rules=WITH_EXCEPTION)
    text = said(render("text", compared(library, practice(library, facts={"act": ["share"]}))))
    assert (
        "Clauses that count with others, and were not tried by themselves "
        "Bill 1, 2: the exception “There is a warrant” to Bill 1, 1. "
        "Bill 1, 3: the definition of “sharing”."
    ) in text


def test_what_a_stack_does_as_one_of_its_bills_does_is_not_told_again() -> None:
    text = render("text", small())
    assert "Bill 2, 2 · as with Bill 2, from the same days and for the same reasons\n" in text
    alone = render("text", one_practice())
    assert "as with" not in alone


def test_a_day_on_which_the_bill_is_no_law_is_said_to_show_nothing(tmp_path: Path) -> None:
    library = small_law(tmp_path, rules=WITH_EXCEPTION)
    case, says = practice(library), "No clause of Bill 1 that could change a finding is law on 8 May 2019"
    assert says in said(render("text", compared(library, case, day=date(2019, 5, 8))))
    assert says not in said(render("text", compared(library, case)))


def test_that_a_bill_leaves_a_practice_is_said_of_each_by_name(tmp_path: Path) -> None:
    """Counsel asks about one of them; that it is among many others is no answer."""
    library = small_law(tmp_path, rules=WITH_EXCEPTION)
    cases = [practice(library, f"p{number}", {"act": ["hold"]}) for number in range(13)]
    assert (
        "p12" in said(render("text", compared(library, *cases))).partition("Would leave as it is: ")[2][:70]
    )
    assert "Would leave as it is: p0, p1 and p2.\n" in render("text", compared(library, *cases[:3]))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (((" for a purpose", "deleted"), (", unless", "kept")), "[deleted: for a purpose], unless"),
        ((("a", "kept"), (" b", "deleted"), (" c", "kept")), "a [deleted: b] c"),
        (
            (("a", "kept"), ("b", "deleted"), ("c", "inserted"), ("d", "kept")),
            "a [deleted: b] [inserted: c] d",
        ),
        ((("a ", "kept"), ("b", "deleted"), (".", "kept")), "a [deleted: b]."),
        ((("(", "kept"), ("b ", "deleted"), ("c", "kept")), "([deleted: b] c"),
    ],
)
def test_marked_words_stand_as_a_text_does(words: tuple[tuple[str, Any], ...], text: str) -> None:
    assert in_words(Marked(tuple(Words(*one) for one in words))) == text


def test_what_a_bill_would_repeal_is_shown_as_deleted() -> None:
    assert (
        "Would repeal Order 1, D: by Bill 1, 3, from 1 January 2030. "
        "What it says, in our words: [deleted: A warrant excuses.]" in said(render("text", small()))
    )


def test_what_is_left_is_said_by_name_and_in_the_practice() -> None:
    text = said(render("text", small()))
    assert "Would leave as it is: hold." in text
    assert "Practice hold" not in text


def test_conduct_that_ended_is_called_counterfactual() -> None:
    assert "Counterfactual: the conduct ended before the draft would take effect" in said(
        render("text", small())
    )


def test_transition_is_told_for_the_conduct_at_hand() -> None:
    text = said(render("text", small()))
    assert (
        "from 11 January 2030; since this conduct began before, from 31 January 2030; through 10 January 2033"
        in text
    )


def test_conflicts_risks_and_duties_are_listed() -> None:
    text = said(render("text", small()))
    assert "“No sharing for a civil purpose” (Order 1, A) against “Sharing is allowed” (Bill 2, 1)" in text
    assert "“Whoever shares tells the person” (Bill 2, 2): Federal law may prevail:" in text
    assert (
        "New duties, whatever comes of them “Whoever shares tells the person” (Bill 2, 2): The body:" in text
    )


def test_the_definitions_that_a_change_rests_on_are_named() -> None:
    assert "By its definitions “sharing” (Bill 2, 2)." in said(render("text", small()))


@pytest.mark.parametrize("comparison", [small(), one_practice(), hostile()])
def test_the_page_is_sound_and_stands_alone(comparison: Comparison) -> None:
    check_stands_alone(render("html", comparison))


def test_the_page_prints_with_its_headings_beside_what_they_head() -> None:
    style = render("html", small()).partition("</style>")[0]
    assert "@media print" in style
    assert "break-after: avoid" in style and "break-inside: avoid" in style


def test_hostile_text_is_text() -> None:
    page = Page(render("html", hostile()))
    assert "<b>&\"'</b>|`*_[x](y)# [31m" in page.text
    assert "<b>" not in render("markdown", hostile()).replace(r"\<b\>", "")
    assert "\x1b" not in render("text", hostile())


def test_an_error_stands_in_every_format_that_is_kept() -> None:
    error = Diagnostic("idle-amendment", "it changes nothing", Span("rules/x.yaml", 3), "take it out")
    found = replace(small(), errors=(error,))
    for name in ("markdown", "json", "html"):
        assert "it changes nothing" in render(name, found)
