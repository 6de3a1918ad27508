"""Feature files to scenarios, and everything about them that would pass without proving anything."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.scenario import Keyword, Line, Scenario
from compliance.model.span import Span
from compliance.source.files import display_name
from compliance.testing import checks
from compliance.testing.checks import HINT, PLACEHOLDER, Fault, Node, instead

_KINDS: dict[str, Keyword] = {"Context": "given", "Action": "when", "Outcome": "then"}


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
        help_ = "name a folder with .feature files, or one of them"
        problems.append(Diagnostic("no-feature", message, Span(where), help_))
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
    name = display_name(path)
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        problem = Diagnostic("unreadable-file", message, Span(name), "check its path and who may read it")
        return None, (problem,)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8", "replace").splitlines() or [""]
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8 text"
        span = Span(name, len(good), len(good[-1]) + 1, len(good), len(good[-1]) + 2)
        return None, (Diagnostic("not-utf8", message, span, "save the file as UTF-8"),)
    reader = _Reader(name, lines_of(text))
    node = reader.parse()
    feature = None if node is None else reader.feature(path, node, published)
    return feature, tuple(reader.problems)


def lines_of(text: str) -> list[str]:
    """The lines of a file, as Gherkin counts them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


@dataclass
class _Reader:
    name: str
    text: list[str]
    problems: list[Diagnostic] = field(default_factory=list)

    def complain(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            line = min(max(fault.line, 1), max(len(self.text), 1))
            row = self.text[line - 1] if self.text else ""
            start = max(fault.column, len(row) - len(row.lstrip()) + 1)
            span = Span(self.name, line, start, line, max(start, len(row.rstrip()) + 1))
            self.problems.append(
                Diagnostic(fault.code, fault.message, span, fault.help, line_text=row or None)
            )

    def parse(self) -> Node | None:
        """The tree of the file, or None after a complaint."""
        try:
            from gherkin.errors import CompositeParserException, ParserException
            from gherkin.parser import Parser
        except ModuleNotFoundError:
            message = "what reads feature files is not installed"
            self.complain([Fault("not-installed", message, 1, "pip install 'policy-compliance[test]'")])
            return None
        try:
            feature: Node | None = Parser().parse("\n".join(self.text) + "\n").get("feature")
        except CompositeParserException as error:
            self.complain(self._syntax(one.location["line"], str(one)) for one in error.errors)
            return None
        except ParserException as error:
            self.complain([self._syntax(error.location["line"], str(error))])
            return None
        if not feature or not any(_scenarios(feature, "")):
            help_ = "write one: 'Feature: TITLE', and below it 'Scenario: NAME' with its steps"
            self.complain([Fault("empty-feature", "the feature has no scenario", 1, help_)])
            return None
        return feature

    def _syntax(self, line: int, error: str) -> Fault:
        row = self.text[line - 1].strip() if 0 < line <= len(self.text) else ""
        ragged = "inconsistent cell" in error
        what = (
            "this row of the table has more or fewer cells than the others" if ragged else "this is no step"
        )
        if not ragged and not row:
            what = "the file ends too early"
        help_ = "give every row as many cells as the first" if ragged else instead(row) or HINT
        return Fault("feature-syntax", f"{what}: '{row}'" if row else what, max(1, line), help_)

    def feature(self, path: Path, node: Node, published: bool) -> Feature:
        names: dict[str, int] = {}
        tags = _tags(node)
        scenarios: list[Scenario] = []
        self.complain(checks.of_parts(node, self.text))
        for group, above, inherited, one in _scenarios(node, ""):
            self.complain(checks.of_scenario(one, self.text, names))
            lines = (*self._lines(above), *self._lines(one["steps"]))
            place = one["location"]
            span = Span(self.name, place["line"], place.get("column", 1))
            labels = (*tags, *inherited, *_tags(one))
            scenario = Scenario(node["name"], group, one["name"], span, labels, lines)
            self.complain(checks.of_examples(one, scenario))
            scenarios += self._rows(one, scenario)
        self.complain(checks.of_lines(scenarios, published))
        self.problems.sort(key=lambda problem: problem.sort_key)
        prose = " ".join((node.get("description") or "").split())
        return Feature(path, node["name"], prose, tags, tuple(scenarios))

    def _lines(self, steps: list[Node]) -> list[Line]:
        found: list[Line] = []
        last: Keyword = "given"
        for step in steps:
            last = _KINDS.get(step["keywordType"], last)
            place = step["location"]
            end = place.get("column", 1) + len(step["keyword"]) + len(step["text"])
            rows = step["dataTable"]["rows"] if step.get("dataTable") else []
            found.append(
                Line(
                    last,
                    step["text"],
                    Span(self.name, place["line"], place.get("column", 1), place["line"], end),
                    tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows),
                    tuple(row["location"]["line"] for row in rows),
                    tuple(tuple(map(self._cell, row["cells"])) for row in rows),
                    bool(step.get("docString")),
                )
            )
        return found

    def _cell(self, cell: Node) -> Span:
        line, column = cell["location"]["line"], cell["location"].get("column", 1)
        return Span(self.name, line, column, line, column + max(1, len(cell["value"])))

    def _rows(self, node: Node, scenario: Scenario) -> Iterator[Scenario]:
        """The scenario itself, or one for each row of its examples."""
        examples = node.get("examples") or []
        if not examples:
            yield scenario
        for table in examples:
            header = [cell["value"] for cell in (table.get("tableHeader") or {"cells": []})["cells"]]
            for row in table.get("tableBody") or []:
                values = dict(zip(header, (cell["value"] for cell in row["cells"]), strict=True))
                place = row["location"]
                yield replace(
                    scenario,
                    name=_filled(scenario.name, values),
                    tags=(*scenario.tags, *_tags(table)),
                    span=Span(self.name, place["line"], place.get("column", 1)),
                    lines=tuple(_with_values(one, values) for one in scenario.lines),
                    example=values,
                )


def _scenarios(
    node: Node, group: str, above: tuple[Node, ...] = (), tags: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[Node], tuple[str, ...], Node]]:
    """(Gherkin rule, steps of the backgrounds, tags of the rule, scenario) for each scenario."""
    for child in node.get("children", ()):
        if "background" in child:
            above = (*above, *child["background"]["steps"])
        elif "scenario" in child:
            yield group, list(above), tags, child["scenario"]
        elif "rule" in child:
            rule = child["rule"]
            yield from _scenarios(rule, rule["name"], above, (*tags, *_tags(rule)))


def _tags(node: Node) -> tuple[str, ...]:
    return tuple(tag["name"].removeprefix("@") for tag in node.get("tags", ()))


def _filled(text: str, values: Mapping[str, Any]) -> str:
    """A text with the values of a row; a value that itself has `<name>` in it stays as it is."""
    return PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)


def _with_values(line: Line, values: Mapping[str, str]) -> Line:
    rows = tuple(tuple(_filled(cell, values) for cell in row) for row in line.rows)
    return replace(line, text=_filled(line.text, values), rows=rows)
