"""Feature files to scenarios, and everything about them that would pass without proving anything."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.scenario import Keyword, Line, Scenario
from compliance.model.span import Span
from compliance.source.files import display_name
from compliance.source.nearest import did_you_mean
from compliance.testing.vocabulary import VOCABULARY

_KINDS: dict[str, Keyword] = {"Context": "given", "Action": "when", "Outcome": "then"}
_KEYWORDS = ("given", "when", "then", "and", "but", "scenario", "background", "examples", "rule", "feature")
_HINT = "a step begins with Given, When, Then, And or But, without a colon"
_Node = Mapping[str, Any]


@dataclass(frozen=True)
class Feature:
    """A feature file: its title, its words, and its scenarios in order, outlines row by row."""

    path: Path
    title: str
    description: str
    tags: tuple[str, ...]
    scenarios: tuple[Scenario, ...]


def read_features(
    paths: list[Path], *, published: bool = True
) -> tuple[list[Feature], tuple[Diagnostic, ...]]:
    """Every feature file that paths name (files, and folders with all below them), and what is wrong with them."""
    found: list[Feature] = []
    problems: list[Diagnostic] = []
    for path in _files(paths):
        feature, wrong = read_feature(path, published=published)
        problems += wrong
        if feature is not None:
            found.append(feature)
    if not found and not problems:
        where = ", ".join(display_name(path) for path in paths)
        message = f"there is no feature file in {where}"
        problems.append(
            Diagnostic(
                "no-feature", message, Span(where), "name a folder with .feature files, or one of them"
            )
        )
    return found, tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _files(paths: list[Path]) -> list[Path]:
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(sorted(path.rglob("*.feature")) if path.is_dir() else [path]))
    return list(found)


def read_feature(path: Path, *, published: bool = True) -> tuple[Feature | None, tuple[Diagnostic, ...]]:
    """One feature file; None where it cannot be read at all.

    With `published`, a step that is not in the published vocabulary is wrong; without, it may be somebody's own.
    """
    reader = _Reader(display_name(path), published)
    try:
        reader.text = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reader.complain(
            "unreadable-file", f"this file cannot be read: {error}", 1, "check it, and save it as UTF-8"
        )
        return None, tuple(reader.problems)
    feature = reader.parse()
    if feature is None:
        return None, tuple(reader.problems)
    return reader.feature(path, feature), tuple(reader.problems)


@dataclass
class _Reader:
    name: str
    published: bool
    text: list[str] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def complain(self, code: str, message: str, line: int, help_: str, column: int = 1) -> None:
        row = self.text[line - 1] if 0 < line <= len(self.text) else ""
        start = max(column, len(row) - len(row.lstrip()) + 1)
        span = Span(self.name, line, start, line, max(start, len(row.rstrip()) + 1))
        self.problems.append(Diagnostic(code, message, span, help_, line_text=row or None))

    def parse(self) -> _Node | None:
        """The tree of the file, or None after a complaint."""
        from gherkin.errors import CompositeParserException, ParserException
        from gherkin.parser import Parser

        try:
            feature: _Node | None = Parser().parse("\n".join(self.text) + "\n").get("feature")
        except CompositeParserException as error:
            for one in error.errors:
                self._syntax(one.location["line"], str(one))
            return None
        except ParserException as error:
            self._syntax(error.location["line"], str(error))
            return None
        if not feature or not any(_scenarios(feature, "")):
            help_ = "write one: 'Feature: TITLE', and below it 'Scenario: NAME' with its steps"
            self.complain("empty-feature", "the feature has no scenario", 1, help_)
            return None
        return feature

    def _syntax(self, line: int, error: str) -> None:
        row = self.text[line - 1].strip() if 0 < line <= len(self.text) else ""
        what = (
            "inconsistent cell count within the table"
            if "inconsistent cell" in error
            else "this is not Gherkin here"
        )
        self.complain(
            "feature-syntax", f"{what}: '{row}'" if row else what, max(1, line), _instead(row) or _HINT
        )

    def feature(self, path: Path, node: _Node) -> Feature:
        names: dict[str, int] = {}
        tags = _tags(node)
        scenarios: list[Scenario] = []
        for group, above, inherited, one in _scenarios(node, ""):
            line = one["location"]["line"]
            self._check_name(one["name"], line, names)
            self._check_description(one, line)
            lines = [*self._lines(above), *self._lines(one["steps"])]
            self._check_lines(one, lines, line)
            span = Span(self.name, line, one["location"].get("column", 1))
            scenario = Scenario(
                node["name"], group, one["name"], span, (*tags, *inherited, *_tags(one)), tuple(lines)
            )
            scenarios += self._rows(one, scenario)
        self._check_tables(scenarios)
        return Feature(path, node["name"], _prose(node), tags, tuple(scenarios))

    def _lines(self, steps: list[_Node]) -> list[Line]:
        found: list[Line] = []
        last: Keyword = "given"
        for step in steps:
            last = _KINDS.get(step["keywordType"], last)
            table = step.get("dataTable") or {"rows": []}
            place = step["location"]
            end = place.get("column", 1) + len(step["keyword"]) + len(step["text"])
            found.append(
                Line(
                    last,
                    step["text"],
                    Span(self.name, place["line"], place.get("column", 1), place["line"], end),
                    tuple(tuple(cell["value"] for cell in row["cells"]) for row in table["rows"]),
                    tuple(row["location"]["line"] for row in table["rows"]),
                )
            )
        return found

    def _rows(self, node: _Node, scenario: Scenario) -> Iterator[Scenario]:
        """The scenario itself, or one for each row of its examples."""
        examples = node.get("examples") or []
        if not examples:
            yield scenario
            return
        for table in examples:
            line = table["location"]["line"]
            header = [cell["value"] for cell in (table.get("tableHeader") or {"cells": []})["cells"]]
            rows = table.get("tableBody") or []
            if not rows:
                self.complain(
                    "empty-examples", "the examples have no row, so that nothing runs", line, "add a row"
                )
            self._check_columns(header, scenario, line)
            for row in rows:
                values = dict(zip(header, (cell["value"] for cell in row["cells"]), strict=True))
                yield replace(
                    scenario,
                    name=_filled(scenario.name, values),
                    tags=(*scenario.tags, *_tags(table)),
                    span=Span(self.name, row["location"]["line"], row["location"].get("column", 1)),
                    lines=tuple(_with_values(one, values) for one in scenario.lines),
                    example=values,
                )

    # What would pass without proving anything

    def _check_name(self, name: str, line: int, names: dict[str, int]) -> None:
        if name in names:
            message = f"the scenario '{name}' has the name of the one on line {names[name]}"
            self.complain("scenario-twice", message, line, "rename one")
        names.setdefault(name, line)

    def _check_description(self, node: _Node, first: int) -> None:
        for row in (node.get("description") or "").splitlines():
            told = row.strip()
            if instead := _instead(told):
                line = (
                    next((n for n in range(first, len(self.text)) if self.text[n].strip() == told), first - 1)
                    + 1
                )
                message = f"the scenario '{node['name']}' has a line that is not a step: '{told}'"
                self.complain("not-a-step", message, line, instead)

    def _check_lines(self, node: _Node, lines: list[Line], line: int) -> None:
        where = f"the scenario '{node['name']}'"
        if not node["steps"]:
            self.complain("no-steps", f"{where} has no steps", line, _HINT)
            return
        if not any(one.keyword == "then" for one in lines):
            self.complain(
                "no-then", f"{where} has no Then, so it can never fail", line, "say what must be found"
            )

    def _check_columns(self, header: list[str], scenario: Scenario, line: int) -> None:
        said = "\n".join([scenario.name, *(cell for one in scenario.lines for cell in _texts(one))])
        steps = "\n".join(cell for one in scenario.lines for cell in _texts(one))
        for column in header:
            if f"<{column}>" not in said:
                message = f"the column '{column}' of the examples is never used"
                self.complain(
                    "unused-column", message, line + 1, f"write <{column}> in a step, or take it out"
                )
        if header and not any(f"<{column}>" in steps for column in header):
            message = "no step uses the examples, so that every row is the same test"
            self.complain("unused-column", message, line, f"write <{header[0]}> in a step")

    def _check_tables(self, scenarios: list[Scenario]) -> None:
        """Steps that are not in the vocabulary, and tables that do not belong to theirs; each place once."""
        seen: set[int] = set()
        for scenario in scenarios:
            for line in scenario.lines:
                if line.span.line in seen:
                    continue
                matched = VOCABULARY.match(line.keyword, line.text)
                if matched is None:
                    if self.published:
                        seen.add(line.span.line)
                        help_ = VOCABULARY.nearest(line.keyword, line.text)
                        self.complain(
                            "unknown-step", f"there is no step '{line.said}'", line.span.line, help_
                        )
                    continue
                wrong = matched[0].wrong_table(line.rows)
                if wrong is not None:
                    seen.add(line.span.line)
                    message, _, help_ = wrong.partition("; ")
                    self.complain("wrong-table", message, line.span.line, help_)


def _scenarios(
    node: _Node, group: str, above: tuple[_Node, ...] = (), tags: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[_Node], tuple[str, ...], _Node]]:
    """(Gherkin rule, steps of the backgrounds, tags of the rule, scenario) for each scenario."""
    for child in node.get("children", ()):
        if "background" in child:
            above = (*above, *child["background"]["steps"])
        elif "scenario" in child:
            yield group, list(above), tags, child["scenario"]
        elif "rule" in child:
            rule = child["rule"]
            yield from _scenarios(rule, rule["name"], above, (*tags, *_tags(rule)))


def _tags(node: _Node) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in node.get("tags", ()))


def _prose(node: _Node) -> str:
    return " ".join((node.get("description") or "").split())


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"<{name}>", value)
    return text


def _with_values(line: Line, values: Mapping[str, str]) -> Line:
    rows = tuple(tuple(_filled(cell, values) for cell in row) for row in line.rows)
    return replace(line, text=_filled(line.text, values), rows=rows)


def _texts(line: Line) -> list[str]:
    return [line.text, *(cell for row in line.rows for cell in row)]


def _instead(line: str) -> str | None:
    """How a misspelt step is written; None for a line that is none."""
    word = line.partition(" ")[0].rstrip(":").lower()
    if word in _KEYWORDS[:5]:
        return f"write '{word.capitalize()} …', with a capital letter and without a colon"
    if word in _KEYWORDS:
        return f"write '{word.capitalize()}: …', with a capital letter"
    near = did_you_mean(word, _KEYWORDS[:5], "") if len(word) > 2 and line[:1].isupper() else ""
    found = near.partition("'")[2].partition("'")[0]
    return f"write '{found.capitalize()} …'" if found else None
