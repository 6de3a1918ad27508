"""The coverage of a small law in every format: byte by byte, against its schema, and on hostile input."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator
from tests.coverage_law import POLICY, RULES, Small, fact, holding, sharing
from tests.report import golden

from compliance.analysis.coverage import coverage
from compliance.model.coverage import MEASURES, ORDER, Coverage, FailedScenario
from compliance.model.library import Library
from compliance.report.coverage import FORMATS, render
from compliance.report.coverage import text as as_text

SCHEMA: dict[str, Any] = json.loads(
    files("compliance.report.coverage").joinpath("coverage.schema.json").read_text("utf-8")
)
CIVIL, NO_WARRANT = fact("purpose", "civil"), fact("warrant", "false")
SCENARIOS = (
    (
        *sharing(CIVIL, NO_WARRANT, fact("hours", "1"), '"ban" is violated', 'the exception "warrant" fails'),
        'And the exception "unseen" is not encoded',
        'And it cites "Order 1, A"',
    ),
    (
        *sharing(fact("purpose", "both"), NO_WARRANT, fact("hours", "1"), '"ban" is contested'),
        'And the position "strict" finds it violated',
    ),
    sharing('"tell" is not-applicable because not-bound'),
    holding(fact("hours", "30"), fact("warrant", "true"), '"hold" is excused'),
    holding("the practice is undetermined"),
    sharing(CIVIL, NO_WARRANT, fact("hours", "1"), '"ban" is satisfied'),
)
HOSTILE = "<b>&\"'</b>|`*_[x](y)# \x1b[31m\u202e"


def small(folder: Path, policy: str = POLICY) -> tuple[Coverage, Library]:
    """A small law and its coverage, in which scenarios fail, hold and say nothing."""
    law = Small(folder, policy=policy)
    found = coverage(law.library, law.play(*SCENARIOS))
    told = "it is violated, not satisfied\n  and more"
    return replace(found, failed=tuple(replace(one, message=told) for one in found.failed)), law.library


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Coverage, Library]:
    folder = tmp_path_factory.mktemp("small")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return small(folder)


def hostile(sample: tuple[Coverage, Library]) -> tuple[Coverage, Library]:
    """The same with every text that people write replaced by one that means harm."""
    found, library = sample
    provisions = {
        name: one.model_copy(
            update={
                "gist": HOSTILE,
                "words": (HOSTILE,),
                "not_encoded": one.not_encoded and HOSTILE,
                "pin": HOSTILE,
            }
        )
        for name, one in library.instruments["test/order/1"].provisions.items()
    }
    texts = {"title": HOSTILE, "short": HOSTILE, "cite": HOSTILE, "provisions": provisions}
    instrument = library.instruments["test/order/1"].model_copy(update=texts)
    terms = {
        key: replace(
            use,
            term=use.term.model_copy(
                update={
                    "ask": HOSTILE,
                    "words": HOSTILE,
                    "readings": {
                        name: reading.model_copy(update={"gloss": HOSTILE, "authority": HOSTILE})
                        for name, reading in use.term.readings.items()
                    },
                }
            ),
        )
        for key, use in library.terms.items()
    }
    rules = tuple(
        replace(rule, rule=rule.rule.model_copy(update={"title": HOSTILE})) for rule in library.rules
    )
    failed = tuple(
        FailedScenario(replace(one.scenario, file=HOSTILE, title=HOSTILE), one.line, HOSTILE)
        for one in found.failed
    )
    idle = tuple(replace(one, title=HOSTILE, file=HOSTILE) for one in found.idle)
    return (
        replace(found, failed=failed, idle=idle),
        replace(library, instruments={"test/order/1": instrument}, terms=terms, rules=rules),
    )


@pytest.mark.parametrize(("name", "format_"), [("txt", "text"), ("md", "markdown"), ("html", "html")])
def test_output(sample: tuple[Coverage, Library], name: str, format_: str) -> None:
    out = as_text.render(*sample, width=90) if format_ == "text" else render(format_, *sample)
    golden.check(f"coverage.{name}", out)


# JSON


def test_it_has_the_shape_that_the_schema_tells(sample: tuple[Coverage, Library]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for one in (sample, hostile(sample)):
        Draft202012Validator(SCHEMA).validate(json.loads(render("json", *one)))


def test_the_schema_knows_every_outcome() -> None:
    assert SCHEMA["$defs"]["outcome"]["enum"] == list(ORDER)
    totals = SCHEMA["$defs"]["coverage"]["properties"]["totals"]
    assert totals["propertyNames"]["enum"] == list(MEASURES)


def test_a_schema_that_tells_less_would_be_noticed(sample: tuple[Coverage, Library]) -> None:
    data = json.loads(render("json", *sample))
    data["instruments"][0]["rules"][0]["surprise"] = 1
    assert list(Draft202012Validator(SCHEMA).iter_errors(data))


def test_json_says_what_is_covered_and_where(sample: tuple[Coverage, Library]) -> None:
    data = json.loads(render("json", *sample))
    assert data["schema"] == "compliance/coverage/1"
    assert data["totals"]["rules"] == {
        "covered": 2,
        "count": 4,
        "percent": 50.0,
        "not_covered": ["tell", "may"],
        "not_counted": [],
    }
    ban = data["instruments"][0]["rules"][0]
    assert ban["outcomes"] == {"violated": 2, "contested": 1}
    assert ban["scenarios"][1] == {
        "file": "small.feature",
        "line": 16,
        "feature": "Small cases",
        "scenario": "Two",
        "outcomes": [
            {"outcome": "contested", "position": None},
            {"outcome": "violated", "position": "strict"},
        ],
    }
    unseen = next(one for one in data["instruments"][0]["provisions"] if one["provision"] == "E")
    assert (unseen["state"], unseen["why_not_encoded"]) == ("not encoded", "the text was not seen")


# Text and Markdown


@pytest.mark.parametrize("width", [60, 80, 110])
def test_text_keeps_to_the_width(sample: tuple[Coverage, Library], width: int) -> None:
    lines = as_text.render(*sample, width=width).split("\n")
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_only_what_is_counted_is_listed(tmp_path: Path) -> None:
    law = Small(tmp_path)
    found = coverage(law.library, law.play(SCENARIOS[0]), of=("exceptions",))
    out = as_text.render(found, law.library, width=90)
    assert "unless warrant" in out and "\n  ban " in out
    assert "\n  tell " not in out and "Reading" not in out and "Provision" not in out
    assert "Reading" not in render("markdown", found, law.library)


@pytest.mark.parametrize("format_", FORMATS)
def test_no_input_steers_a_terminal(sample: tuple[Coverage, Library], format_: str) -> None:
    out = render(format_, *hostile(sample))
    assert "\x1b" not in out or format_ == "json"
    assert "\u202e" not in out or format_ == "json"
    assert out.endswith("\n")
    assert out == render(format_, *hostile(sample))


def test_markdown_leaves_hostile_text_as_it_is(sample: tuple[Coverage, Library]) -> None:
    out = render("markdown", *hostile(sample))
    assert "<b>" not in out and "[x](y)" not in out
    rows = [line for line in out.splitlines() if line.startswith("| ")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) in (4, 5) for row in rows)


# HTML


class Page(HTMLParser):
    """What a page consists of; complains where an element is not closed in its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "wbr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_stands_alone(sample: tuple[Coverage, Library]) -> None:
    out = render("html", *sample)
    page = Page(out)
    assert not {"script", "link", "img", "iframe", "object"} & {name for name, _ in page.tags}
    assert "http" not in out and "url(" not in out and "@import" not in out
    assert all(not name.startswith("on") and name != "style" for _, found in page.tags for name in found)


def test_every_link_leads_somewhere_and_every_id_is_there_once(sample: tuple[Coverage, Library]) -> None:
    page = Page(render("html", *sample))
    ids = [found["id"] for _, found in page.tags if "id" in found]
    assert len(ids) == len(set(ids))
    assert all(name and not re.search(r"\s", name) for name in ids)
    links = [found["href"] for found in page.all("a")]
    assert links and all(href and href[0] == "#" and unquote(href[1:]) in ids for href in links)


def test_links_lead_somewhere_where_only_some_law_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception may rest on a provision of an instrument that is not on the page."""
    other = POLICY.replace("test/order/1", "test/order/2").replace("Order 1", "Order 2")
    law = Small(tmp_path, RULES.replace("provision: D", "provision: test/order/2#D"))
    (law.law / "policies/test/order/2.yaml").write_text(other)
    found = coverage(law.library, law.play(SCENARIOS[0]), instruments=["test/order/1"])
    page = Page(render("html", found, law.library))
    ids = {found.get("id") for _, found in page.tags}
    assert all(unquote(str(found["href"])[1:]) in ids for found in page.all("a"))


def test_headings_tables_and_the_skip_link(sample: tuple[Coverage, Library]) -> None:
    page = Page(render("html", *sample))
    levels = [int(name[1]) for name, _ in page.tags if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(found.get("scope") in ("col", "row") for found in page.all("th"))
    names = [name for name, _ in page.tags]
    assert names.count("table") == names.count("caption") == names.count("thead")
    assert page.all("a")[0] == {"href": "#main", "class": "skip"}
    assert page.all("html")[0]["lang"] == "en"
    assert {"name": "color-scheme", "content": "light dark"} in page.all("meta")


def test_gaps_are_marked_in_words(sample: tuple[Coverage, Library]) -> None:
    page = Page(render("html", *sample))
    said = " ".join(" ".join(page.words).split())
    assert "Rule: Tell the person Gap: not covered" in said
    assert "Not encoded: the text was not seen." in said
    assert "Text not seen, only described" in said
    assert "From 1 January 2021, kept in force by Order 1, Z" in said
    assert "contested; strict: violated" in said
    assert "small.feature:16" in "".join(page.words)
    assert "On record only" in said


def test_all_text_is_escaped(sample: tuple[Coverage, Library]) -> None:
    out = render("html", *hostile(sample))
    page = Page(out)
    assert "<b>&" not in out
    assert "<b>&\"'</b>|`*_[x](y)#" in "".join(page.words)
    texts = 1 + out.count("&lt;b&gt;")
    assert texts > 20


def test_nothing_covered_and_nothing_played(tmp_path: Path) -> None:
    law = Small(tmp_path)
    found = coverage(law.library, [])
    assert [one.percent for one in found.totals] == [0.0, 0.0, 0.0, 0.0]
    for name in FORMATS:
        assert render(name, found, law.library).endswith("\n")
    nothing = coverage(law.library, [], of=("rules",), instruments=["test/order/1"])
    assert "NOT COVERED" in as_text.render(nothing, law.library)
