"""Practices to scenarios: the facts as Given steps, a check, and what is found today as Then steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from compliance.model.finding import Finding, Period, PracticeReport
from compliance.model.scenario import Keyword, Line
from compliance.model.span import Span
from compliance.source.write import value_text
from compliance.testing.law import Deciders, law_at_hand
from compliance.testing.play import step
from compliance.testing.proceeding import Proceeding
from compliance.testing.unused import used_facts

Rows = tuple[tuple[str, ...], ...]
_FACT_COLUMNS = ("fact", "value", "standing", "source", "note")
_NOWHERE = Path("converted.feature")
_PLACE = Span(str(_NOWHERE))


@dataclass
class Written:
    """A feature file's text, and what of the practices a scenario has no place for."""

    text: str
    left_out: list[str] = field(default_factory=list)


def feature_text(practices: Sequence[Mapping[str, Any]], title: str, law: Deciders | None = None) -> Written:
    """A feature with a scenario for each practice (as its file has it), which passes on the law at hand.

    Raises InputError or AssertionError for a practice that cannot be checked on it.
    """
    blocks: list[str] = [f"Feature: {title}"]
    left_out: list[str] = []
    names: set[str] = set()
    for data in practices:
        name = str(data["title"])
        if name in names:
            name = f"{name} ({data['practice']})"
            left_out.append(
                f"{data['practice']}: its title, since another has the same; '{name}' stands for it"
            )
        names.add(name)
        lines, lost = _lines(data, law or law_at_hand())
        left_out += [f"{data['practice']}: {what}" for what in lost]
        blocks.append("\n".join([f"  Scenario: {name}", *_shown(lines)]))
    return Written("\n\n".join(blocks) + "\n", left_out)


def _lines(data: Mapping[str, Any], law: Deciders) -> tuple[list[Line], list[str]]:
    """The steps of one scenario; facts that no rule asks about stand outside of the table, where they may be idle."""
    given = list(_given(data, frozenset()))
    then, idle = _checked(given, data, law)
    lost: list[str] = []
    if idle:
        given = list(_given(data, idle))
        then, _ = _checked(given, data, law)
        for name in sorted(idle):
            stated = data["facts"][name]
            kept = ("source", "note", "includes", "excludes") if isinstance(stated, dict) else ()
            lost += [f"the {key} of '{name}', about which no rule asks" for key in kept[:2] if key in stated]
    return [*given, _line("when", "it is checked"), *then], lost


def _checked(
    given: Sequence[Line], data: Mapping[str, Any], law: Deciders
) -> tuple[list[Line], frozenset[str]]:
    """The Then steps that hold, and the facts of the table that nothing looks at."""
    proceeding = Proceeding(_NOWHERE.absolute(), law)
    for line in given:
        _do(proceeding, line)
    _do(proceeding, _line("when", "it is checked"))
    assert proceeding.report is not None
    then = list(_then(proceeding.report))
    for line in then:
        _do(proceeding, line)
    stated = [row[0] for line in given if line.text == "these facts:" for row in line.rows[1:]]
    idle = [name for name in stated if name not in used_facts(proceeding)]
    period = proceeding.report.timeline[-1]
    for name in idle:
        if name not in used_facts(proceeding):
            more = _asks_about(name, period, proceeding)
            then += more
            for line in more:
                _do(proceeding, line)
    return then, frozenset(name for name in idle if name not in used_facts(proceeding))


def _do(proceeding: Proceeding, line: Line) -> None:
    failure = step(proceeding, line)
    if failure is not None:
        raise AssertionError(f"{line.said}: {failure.message}")


def _asks_about(fact: str, period: Period, proceeding: Proceeding) -> list[Line]:
    """A step on the first rule that asks about a fact, though it does not apply."""
    law = proceeding.library
    for finding in period.findings:
        if fact in law.support(*law.rule_by_id[finding.rule].conditions).facts:
            return list(_found(finding))
    return []


# --- what is so -----------------------------------------------------------------------------------------


def _given(data: Mapping[str, Any], idle: frozenset[str]) -> Iterator[Line]:
    row = data.get("row", ())
    rows = (row,) if isinstance(row, str) else row
    yield _line(
        "given",
        f'a practice called "{data["practice"]}"' + (f', for the row "{", ".join(rows)}"' if rows else ""),
    )
    for role, party in data.get("parties", {}).items():
        yield from _party(role.replace("-", " "), party)
    during = data.get("during")
    if during is None:
        yield _line("given", f"it happened on {data['on']}")
    elif "to" in during:
        yield _line("given", f"it happened from {during['from']} to {during['to']}")
    else:
        yield _line("given", f"it has happened since {during['from']}")
    facts = data.get("facts", {})
    yield from _table(
        "these facts:", _FACT_COLUMNS, [_fact(name, facts[name]) for name in facts if name not in idle]
    )
    for name in idle:
        yield _single(name, facts[name])
    judgments = [
        {**{key: str(value) for key, value in one.items()}, "answer": "yes" if one["holds"] else "no"}
        for one in data.get("judgments", ())
    ]
    yield from _table("these judgments:", ("term", "of", "answer", "by", "why"), judgments)
    claims = [_claim(one) for one in data.get("claims", ())]
    yield from _table("these claims:", ("by", "gist", "on", "says", "source", "row", "note"), claims)
    evidence = [{"name": name, **one} for name, one in data.get("evidence", {}).items()]
    yield from _table("this evidence:", ("name", "title", "date", "kind", "note"), evidence)
    yield from _table("these notes:", ("note",), [{"note": note} for note in data.get("notes", ())])


def _party(role: str, party: Any) -> Iterator[Line]:
    if isinstance(party, str):
        yield _line("given", f'the {role} is the actor "{party}"')
        return
    attributes = [
        {"attribute": name, "value": value_text(value)} for name, value in party.get("is", {}).items()
    ]
    first, *more = attributes or [{}]
    rows = [{"title": party["title"], **first}, *more]
    yield from _table(f"the {role} is this body:", ("title", "attribute", "value"), rows)


def _fact(name: str, stated: Any) -> dict[str, str]:
    if not isinstance(stated, dict):
        return {"fact": name, "value": value_text(stated)}
    value = (
        stated["is"] if "is" in stated else {k: stated[k] for k in ("includes", "excludes") if k in stated}
    )
    row = {"fact": name, "value": value_text(value)}
    row |= {key: stated[key] for key in ("standing", "note") if key in stated}
    return row | ({"source": value_text(stated["source"])} if "source" in stated else {})


def _single(name: str, stated: Any) -> Line:
    row = _fact(name, stated)
    if row["value"] == "unknown" and "standing" not in row:
        return _line("given", f'the fact "{name}" is not known')
    is_ = f"is {row['standing']} to be" if "standing" in row else "is"
    return _line("given", f'the fact "{name}" {is_} "{row["value"]}"')


def _claim(claim: Mapping[str, Any]) -> dict[str, str]:
    row = {key: value for key, value in claim.items() if key not in ("says", "row")}
    return row | {key: value_text(claim[key]) for key in ("says", "row") if claim.get(key)}


# --- what is found --------------------------------------------------------------------------------------


def _then(report: PracticeReport) -> Iterator[Line]:
    """What is found in the last period, and for rules whose status changes, over time."""
    period = report.timeline[-1]
    if period.status == "no-rule":
        yield _line("then", "no rule governs it")
    else:
        yield _line("then", f"the practice is {period.status}")
    for finding in period.findings:
        if finding.status != "not-applicable":
            yield from _found(finding)
    for finding in period.findings:
        changes = list(_changes(finding.rule, report.timeline))
        if len(changes) > 1:
            rows = [{"from": since, "status": status} for since, status in changes]
            yield from _table(f'over time "{finding.rule}" is:', ("from", "status"), rows, "then")


def _found(finding: Finding) -> Iterator[Line]:
    because = f" because {finding.reason}" if finding.status == "not-applicable" else ""
    yield _line("then", f'"{finding.rule}" is {finding.status}{because}')
    if finding.status == "contested":
        for position, status in finding.positions.items():
            yield _line("then", f'the position "{position}" finds it {status}')


def _changes(rule: str, timeline: Iterable[Period]) -> Iterator[tuple[str, str]]:
    last = ""
    for period in timeline:
        status = next(finding.status for finding in period.findings if finding.rule == rule)
        if status != last:
            yield period.since.isoformat(), status
        last = status


# --- as text --------------------------------------------------------------------------------------------


def _line(keyword: Keyword, text: str, rows: Rows = ()) -> Line:
    return Line(keyword, text, _PLACE, rows, (1,) * len(rows))


def _table(
    text: str, columns: Sequence[str], rows: Sequence[Mapping[str, str]], keyword: Keyword = "given"
) -> Iterator[Line]:
    """A step with a table of the columns that some row fills; none where there is no row."""
    if rows:
        used = [name for i, name in enumerate(columns) if i < 1 or any(row.get(name) for row in rows)]
        cells = [tuple(str(row.get(name, "")) for name in used) for row in rows]
        yield _line(keyword, text, (tuple(used), *cells))


def _shown(lines: Sequence[Line]) -> Iterator[str]:
    """Steps as they stand in a file; a keyword that the step before has too is written And."""
    last = ""
    for line in lines:
        word = "And" if line.keyword == last else line.keyword.capitalize()
        last = line.keyword
        yield f"    {word} {line.text}"
        rows = [tuple(map(_escaped, row)) for row in line.rows]
        widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield f"      | {cells} |"


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")
