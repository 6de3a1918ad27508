"""Written conditions to resolved ones."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.source.support import RULE, RULES, TERMS, loaded

from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, UseTerm

TERM = """\
  ours:
    provision: A
    of: party
    ask: Is {party} ours?
    means: {any: [{party.level: city}, {party.services: parking}]}
  plain:
    provision: A
    ask: Is it so?
    means: {consent: true}
  via:
    provision: A
    of: party
    ask: Is {party} ours, and is it so?
    means: {all: [ours, plain, {not: {recipient: ours}}]}
"""


def core(condition: str, folder: Path) -> Logic:
    text = f"{TERMS}{TERM}{RULES}{RULE}    forbids: {condition}\n"
    library = loaded(folder, {"rules/city/ordinance/2.yaml": text})
    return library.rule_by_id["r"].core


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ("{purpose: crime}", Compare("purpose", "is", "crime")),
        ("{purpose: {is: crime}}", Compare("purpose", "is", "crime")),
        ("{purpose: {one-of: [crime, profit]}}", Compare("purpose", "one-of", ("crime", "profit"))),
        ("{act: sale}", Compare("act", "includes", "sale")),
        ("{act: {includes: sale}}", Compare("act", "includes", "sale")),
        ("{consent: false}", Compare("consent", "is", False)),
        ("{days: 5}", Compare("days", "is", 5)),
        ("{days: {at-least: 2.5}}", Compare("days", "at-least", 2.5)),
        ("{days: {at-most: -1}}", Compare("days", "at-most", -1)),
        ("{days: {one-of: [1, 2]}}", Compare("days", "one-of", (1, 2))),
        ("{signed: 2020-05-08}", Compare("signed", "is", date(2020, 5, 8))),
        ('{signed: {before: "2020-05-08"}}', Compare("signed", "before", date(2020, 5, 8))),
        ("{signed: {after: 2020-05-08}}", Compare("signed", "after", date(2020, 5, 8))),
        ("{keeper.level: city}", Compare("keeper.level", "is", "city")),
        ("{keeper.services: parking}", Compare("keeper.services", "includes", "parking")),
        ("plain", UseTerm("city/ordinance/2#plain")),
        ("{keeper: ours}", UseTerm("city/ordinance/2#ours@keeper")),
        ("{not: plain}", NotOf(UseTerm("city/ordinance/2#plain"))),
        ("{all: [plain]}", AllOf((UseTerm("city/ordinance/2#plain"),))),
        (
            "{any: [{not: {not: {days: 0}}}, {all: [{act: sale}]}]}",
            AnyOf((NotOf(NotOf(Compare("days", "is", 0))), AllOf((Compare("act", "includes", "sale"),)))),
        ),
    ],
)
def test_resolved(written: str, resolved: Logic, tmp_path: Path) -> None:
    assert core(written, tmp_path) == resolved


def test_numbers_and_truths_are_kept_apart(tmp_path: Path) -> None:
    found = core("{days: 1}", tmp_path)
    assert isinstance(found, Compare) and type(found.value) is int


def test_a_term_about_a_party_is_linked_for_each_role(tmp_path: Path) -> None:
    text = f"{TERMS}{TERM}{RULES}{RULE}    forbids: {{any: [{{keeper: via}}, {{recipient: ours}}]}}\n"
    terms = loaded(tmp_path, {"rules/city/ordinance/2.yaml": text}).terms
    home = "city/ordinance/2#"
    assert f"{home}ours@party" not in terms
    assert {key for key in terms if key.startswith(home)} == {
        home + "plain",
        home + "via@keeper",
        home + "ours@keeper",
        home + "ours@recipient",
    }
    via: Any = terms[home + "via@keeper"].readings[0].logic
    assert via.of == (
        UseTerm(home + "ours@keeper"),
        UseTerm(home + "plain"),
        NotOf(UseTerm(home + "ours@recipient")),
    )
    assert terms[home + "ours@keeper"].readings[0].logic == AnyOf(
        (Compare("keeper.level", "is", "city"), Compare("keeper.services", "includes", "parking"))
    )


def test_a_term_about_a_party_may_mean_what_a_plain_term_means(tmp_path: Path) -> None:
    term = TERM + "  same:\n    provision: A\n    of: party\n    ask: Is it?\n    means: plain\n"
    text = f"{TERMS}{term}{RULES}{RULE}    forbids: {{keeper: same}}\n"
    terms = loaded(tmp_path, {"rules/city/ordinance/2.yaml": text}).terms
    assert terms["city/ordinance/2#same@keeper"].readings[0].logic == UseTerm("city/ordinance/2#plain")
