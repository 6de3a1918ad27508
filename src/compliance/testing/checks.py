"""What in a feature file would pass without proving anything."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compliance.model.scenario import Line, Scenario
from compliance.source.nearest import did_you_mean, short
from compliance.testing.vocabulary import VOCABULARY

Node = Mapping[str, Any]
STEP_WORDS = ("given", "when", "then", "and", "but")
PART_WORDS = ("scenario", "background", "examples", "rule", "feature")
HINT = "a step begins with Given, When, Then, And or But, without a colon"
PLACEHOLDER = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Fault:
    """One complaint about a line of a feature file."""

    code: str
    message: str
    line: int
    help: str
    column: int = 1


def of_parts(feature: Node, text: Sequence[str]) -> Iterator[Fault]:
    """Rules without a scenario, and lines among the prose that were meant to be something."""
    yield from _prose(feature, text, "the feature")
    for child in feature.get("children", ()):
        if "rule" in child:
            rule = child["rule"]
            yield from _prose(rule, text, f"the rule '{rule['name']}'")
            if not any("scenario" in inner for inner in rule.get("children", ())):
                place = rule["location"]["line"]
                message = f"the rule '{short(rule['name'])}' has no scenario"
                yield Fault("empty-feature", message, place, "write one below it, or take the rule out")
            for inner in rule.get("children", ()):
                if "background" in inner:
                    yield from _background(inner["background"], text)
        elif "background" in child:
            yield from _background(child["background"], text)


def _prose(node: Node, text: Sequence[str], where: str) -> Iterator[Fault]:
    """A misspelt 'Scenario:' in a description, below which all would be prose."""
    for line, told in _description(node, text):
        word, colon, _ = told.partition(":")
        near = _near(word.partition(" ")[0], PART_WORDS) if colon and len(word) < 20 else None
        if near is not None:
            message = f"{where} has a line that is read as prose: '{short(told)}'"
            yield Fault("not-a-step", message, line, f"write '{near.capitalize()}: …'")


def _background(node: Node, text: Sequence[str]) -> Iterator[Fault]:
    yield from _misspelt(node, text, "the background")
    yield from _begins(node["steps"], "the background")


def of_scenario(node: Node, text: Sequence[str], names: dict[str, int]) -> Iterator[Fault]:
    """Second scenarios of a name, lines that are no steps, scenarios that cannot fail; `names` are those before."""
    line, where = node["location"]["line"], f"the scenario '{short(node['name'])}'"
    if node["name"] in names:
        message = f"{where} has the name of the one on line {names[node['name']]}"
        yield Fault("scenario-twice", message, line, "the second would hide the first; rename one")
    names.setdefault(node["name"], line)
    yield from _misspelt(node, text, where)
    yield from _begins(node["steps"], where)
    if not node["steps"]:
        yield Fault("no-steps", f"{where} has no steps", line, HINT)
    elif not any(step["keywordType"] == "Outcome" for step in node["steps"]):
        message = f"{where} has no Then, so it can never fail"
        yield Fault("no-then", message, line, "say what must be found: 'Then \"RULE\" is violated'")
    outline = "outline" in node["keyword"].lower() or "template" in node["keyword"].lower()
    if outline and not node.get("examples"):
        message = f"{where} is an outline without examples"
        yield Fault("empty-examples", message, line, "add 'Examples:' and rows, or write 'Scenario:'")


def _misspelt(node: Node, text: Sequence[str], where: str) -> Iterator[Fault]:
    """Lines in front of the first step that look like one."""
    for line, told in _description(node, text):
        instead_ = instead(told)
        word, _, rest = told.partition(" ")
        if instead_ is None or (word in ("and", "but") and VOCABULARY.slip_of(rest) is None):
            continue
        message = f"{where} has a line that is not a step: '{short(told)}'"
        yield Fault("not-a-step", message, line, instead_)


def _begins(steps: Sequence[Node], where: str) -> Iterator[Fault]:
    if steps and steps[0]["keywordType"] in ("Conjunction", "Unknown"):
        step = steps[0]
        message = f"the first step of {where} continues nothing: '{step['keyword']}{short(step['text'])}'"
        help_ = "begin with Given, When or Then"
        yield Fault("not-a-step", message, step["location"]["line"], help_)


def of_examples(node: Node, scenario: Scenario) -> Iterator[Fault]:
    """Examples without rows or with one twice, columns that nothing uses, and `<name>` that is no column."""
    steps = [(line.span.line, cell) for line in scenario.lines for cell in _texts(line)]
    if not node.get("examples"):
        for line in scenario.lines:
            for name in PLACEHOLDER.findall(line.text):
                message = f"'<{short(name)}>' is no column: the scenario has no examples"
                help_ = "add 'Examples:' with this column, or write the value itself"
                yield Fault("unknown-column", message, line.span.line, help_)
    for table in node.get("examples") or ():
        line = table["location"]["line"]
        head = table.get("tableHeader")
        header = [cell["value"] for cell in head["cells"]] if head else []
        rows = [tuple(cell["value"] for cell in row["cells"]) for row in table.get("tableBody") or ()]
        lines = [row["location"]["line"] for row in table.get("tableBody") or ()]
        if not rows:
            message = "the examples have no row, so that nothing runs"
            yield Fault("empty-examples", message, line, "add a row")
        for i, row in enumerate(rows):
            if row in rows[:i]:
                message = f"this row of the examples is the one on line {lines[rows.index(row)]} again"
                yield Fault("row-twice", message, lines[i], "take it out, or correct it")
        yield from _columns(header, head["location"]["line"] if head else line, scenario, steps)


def _columns(
    header: Sequence[str], line: int, scenario: Scenario, steps: Sequence[tuple[int, str]]
) -> Iterator[Fault]:
    said = "\n".join([scenario.name, *(text for _, text in steps)])
    for i, column in enumerate(header):
        if column in header[:i]:
            message = f"two columns of the examples are called '{short(column)}'"
            yield Fault("unused-column", message, line, "rename one; the second would hide the first")
        elif f"<{column}>" not in said:
            message = f"the column '{short(column)}' of the examples is never used"
            yield Fault("unused-column", message, line, f"write <{column}> in a step, or take it out")
    if header and not any(f"<{column}>" in text for column in header for _, text in steps):
        message = "no step uses the examples, so that every row is the same test"
        yield Fault("unused-column", message, line, f"write <{header[0]}> in a step")
    for place, text in steps:
        for name in PLACEHOLDER.findall(text):
            if header and name not in header:
                message = f"'<{short(name)}>' is no column of the examples"
                help_ = did_you_mean(name, header, "the columns are " + ", ".join(header))
                yield Fault("unknown-column", message, place, help_)


def of_lines(scenarios: Sequence[Scenario], published: bool) -> Iterator[Fault]:
    """Steps that are not in the vocabulary, and what stands below steps that do not use it; each place once."""
    seen: set[int] = set()
    for scenario in scenarios:
        for line in scenario.lines:
            place = line.span.line
            if place in seen:
                continue
            matched = VOCABULARY.match(line.keyword, line.text)
            if matched is None:
                if published:
                    seen.add(place)
                    help_ = VOCABULARY.nearest(line.keyword, line.text)
                    yield Fault("unknown-step", f"there is no step '{short(line.said)}'", place, help_)
                continue
            wrong = matched[0].wrong_table(line.rows)
            if line.text_below:
                wrong = 'this step has no text below it (""") that it would use; take it out'
            if wrong is not None:
                seen.add(place)
                message, _, help_ = wrong.partition("; ")
                of_columns = matched[0].table and len(line.rows) > 1 and not line.text_below
                at = line.cells[0][0] if of_columns else line.span
                yield Fault("wrong-table", message, at.line, help_, at.column)
                continue
            # Where pytest runs, the line may be a step of the project's own.
            word = matched[0].wrong_word(matched[1], line.rows) if published else None
            if word is not None:
                seen.add(place)
                message, _, help_ = word.partition("; ")
                yield Fault("unknown-status", message, place, help_)


def instead(line: str) -> str | None:
    """How a misspelt step is written; None for a line that is none."""
    first = line.partition(" ")[0]
    word = first.rstrip(":").lower()
    if word in STEP_WORDS:
        return f"write '{word.capitalize()} …', with a capital letter and without a colon"
    if word in PART_WORDS:
        return f"write '{word.capitalize()}: …', with a capital letter"
    near = _near(word, STEP_WORDS) if len(word) > 2 and line[:1].isupper() else None
    return f"write '{near.capitalize()} …'" if near else None


def _near(word: str, words: Sequence[str]) -> str | None:
    found = did_you_mean(word.lower(), words, "").partition("'")[2].partition("'")[0]
    return found or None


def _description(node: Node, text: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of a part's prose, with their numbers."""
    line = node["location"]["line"]
    for row in (node.get("description") or "").splitlines():
        told = row.strip()
        if told:
            line = next((n + 1 for n in range(line, len(text)) if text[n].strip() == told), line)
            yield line, told


def _texts(line: Line) -> list[str]:
    return [line.text, *(cell for row in line.rows for cell in row)]
