"""Log rows to practices, and back: one practice a row, with a column for its dates, for each role and for each fact.

A cell is a value as a practice file has it; an empty one says that the fact is not given. The members of a set are
separated by semicolons, `[]` is the empty set, and `?` behind the last says that there may be others: `a; not b; ?`.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library
from compliance.model.span import Span
from compliance.model.vocabulary import UNKNOWN, Fact
from compliance.source.csv_text import Cell, parse_csv
from compliance.source.files import SourceFile
from compliance.source.located import located, practice_file
from compliance.source.nearest import did_you_mean, short
from compliance.source.write import value_text
from compliance.source.yaml_text import Document, Loc, read_text, scalar

FIXED = ("practice", "title", "on", "from", "to")
"""The columns that are not about a role or a fact."""
STANDING = " standing"
"""Behind the name of a fact: the column of its standing."""
_NAME = re.compile(r"[a-z0-9]+(?:[.\-][a-z0-9]+)*")
_YES = {"true": True, "yes": True, "false": False, "no": False}


# --- reading --------------------------------------------------------------------------------------------


def read_log(path: Path, name: str, library: Library) -> tuple[list[SourceFile], tuple[Diagnostic, ...]]:
    """The practice of every row; and everything that is wrong, at its cell."""
    document, problems = read_text(path, name)
    if problems:
        return [], problems
    rows, problems = parse_csv(document.text, name)
    if problems:
        return [], problems
    log = _Log(path, document, library)
    log.read(rows)
    return log.files, tuple(log.problems)


@dataclass
class _Log:
    path: Path
    document: Document
    library: Library
    files: list[SourceFile] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    def complain(self, code: str, message: str, span: Span, help_: str) -> None:
        self.problems.append(self.document.complain(code, message, span, help_))

    def read(self, rows: Sequence[Sequence[Cell]]) -> None:
        if len(rows) < 2:
            help_ = "the first row names the columns: practice, title, on, roles and facts; below it is one a practice"
            self.complain("csv-rows", "there is no row with a practice", Span(self.document.file), help_)
            return
        self._check_header(rows[0])
        if self.problems:
            return
        header = [cell.text for cell in rows[0]]
        for cells in rows[1:]:
            if len(cells) != len(header):
                message = f"this row has {len(cells)} cells, and the header has {len(header)}"
                help_ = "add commas for cells that are not known, or put text with a comma in quotation marks"
                self.complain("csv-rows", message, cells[0].span, help_)
                continue
            self._row(
                {name: cell for name, cell in zip(header, cells, strict=True) if cell.text.strip()}, cells
            )

    def _check_header(self, header: Sequence[Cell]) -> None:
        known = [*FIXED, *self.library.roles, *self.library.facts]
        seen: set[str] = set()
        for cell in header:
            name = cell.text
            if name in seen:
                self.complain(
                    "csv-column", f"two columns are called '{short(name)}'", cell.span, "take one out"
                )
            elif not self._is_column(name):
                help_ = did_you_mean(
                    name, known, "a column is one of practice, title, on, from, to, a role or a fact"
                )
                message = f"no role or fact is called '{short(name)}'" if name else "this column has no name"
                self.complain("csv-column", message, cell.span, help_)
            seen.add(name)
        if "practice" not in seen:
            message = "there is no column 'practice'"
            self.complain(
                "csv-column", message, header[0].span, "add it; each row has a name of its own there"
            )

    def _is_column(self, name: str) -> bool:
        role, colon, attribute = name.partition(":")
        if colon:
            return role in self.library.roles and attribute in self.library.attributes
        fact = name.removesuffix(STANDING)
        return name in FIXED or name in self.library.roles or fact in self.library.facts

    def _row(self, row: Mapping[str, Cell], cells: Sequence[Cell]) -> None:
        data: dict[str, Any] = {}
        places: dict[Loc, Span] = {}
        before = len(self.problems)
        for name, cell in row.items():
            self._put(name, cell, row, data, places)
        if len(self.problems) > before:
            return
        data.setdefault("title", data.get("practice", "").replace("-", " ").capitalize() or "untitled")
        around = Span(
            self.document.file, cells[0].span.line, 1, cells[-1].span.end_line, cells[-1].span.end_column
        )
        made = located(data, places, around, self.document.text, self.document.digest)
        file, problems = practice_file(self.path, made)
        self.problems += problems
        if file is not None:
            self.files.append(file)

    def _put(
        self, name: str, cell: Cell, row: Mapping[str, Cell], data: dict[str, Any], places: dict[Loc, Span]
    ) -> None:
        """Put what a cell says where a practice file has it."""
        role, colon, attribute = name.partition(":")
        if name in ("practice", "title", "on"):
            data[name] = cell.text
            places[name,] = cell.span
        elif name in ("from", "to"):
            data.setdefault("during", {})[name] = cell.text
            places["during", name] = cell.span
            places.setdefault(("during",), cell.span)
        elif colon:
            if _title(row[role].text if role in row else "") is None:
                message = f"'{short(name)}' describes a body, and '{role}' names none on the spot"
                help_ = f"name it in the column '{role}', in words; or use the column '{role}.{attribute}'"
                self.complain("csv-column", message, cell.span, help_)
                return
            party = data.setdefault("parties", {}).setdefault(role, {"title": _title(row[role].text)})
            value = self._value(self.library.attributes[attribute], cell)
            party.setdefault("is", {})[attribute] = value
            places["parties", role, "is", attribute] = cell.span
        elif name in self.library.roles:
            title = _title(cell.text)
            if cell.text != UNKNOWN:
                parties = data.setdefault("parties", {})
                parties.setdefault(name, cell.text if title is None else {"title": title})
                places["parties", name] = cell.span
        elif name.endswith(STANDING):
            fact = name.removesuffix(STANDING)
            if fact not in row:
                message = f"'{fact}' has a standing and no value"
                self.complain(
                    "csv-column", message, cell.span, "write its value, or 'unknown', in its column"
                )
                return
            places["facts", fact, "standing"] = cell.span
            data.setdefault("facts", {}).setdefault(fact, {})
            self._stand(data, fact, self._value(self.library.facts[fact], row[fact]), cell.text)
        else:
            places["facts", name] = cell.span
            facts = data.setdefault("facts", {})
            if f"{name}{STANDING}" not in row:
                facts[name] = self._value(self.library.facts[name], cell)

    def _stand(self, data: dict[str, Any], fact: str, value: Any, standing: str) -> None:
        stated = value if isinstance(value, dict) else {"is": value}
        data["facts"][fact] = {**stated, "standing": standing}

    def _value(self, fact: Fact, cell: Cell) -> Any:
        """What a cell says, by the type of its fact."""
        text = cell.text.strip()
        if text == UNKNOWN or (fact.type == "set" and text == "?"):
            return UNKNOWN
        if fact.type == "set":
            return self._members(text, cell)
        if fact.type == "yes-no":
            return _YES.get(text.lower(), text)
        return scalar(text) if fact.type == "number" else text

    def _members(self, text: str, cell: Cell) -> Any:
        """A set, or what is known of one."""
        if text == "[]":
            return []
        parts = [part.strip() for part in text.split(";") if part.strip()]
        lacks = [part.removeprefix("not ").strip() for part in parts if part.startswith("not ")]
        has = [part for part in parts if part != "?" and not part.startswith("not ")]
        if "?" in parts:
            return {key: items for key, items in (("includes", has), ("excludes", lacks)) if items} or UNKNOWN
        if lacks:
            message = f"'{short(text)}' says what a set lacks, and is the whole set"
            self.complain(
                "wrong-value", message, cell.span, "add '; ?' where there may be others, else take 'not' out"
            )
        return has


def _title(text: str) -> str | None:
    """The title of a body that a cell names in words, or in quotation marks; None for an actor's name, or for none."""
    text = text.strip()
    if len(text) > 2 and text[0] == text[-1] == '"':
        return text[1:-1]
    return None if not text or _NAME.fullmatch(text) else text


# --- writing --------------------------------------------------------------------------------------------


def log_text(practices: Sequence[Mapping[str, Any]], library: Library) -> str:
    """Practices (as their files have them) as the rows of a log; `not_in_a_log` says what of them it leaves out."""
    rows = [_cells(data) for data in practices]
    used = {column for row in rows for column in row}
    columns = [name for name in (*FIXED, *_order(library)) if name in used or name in ("practice", "title")]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return text.getvalue()


def _order(library: Library) -> Iterable[str]:
    for role in library.roles:
        yield role
        yield from (f"{role}:{attribute}" for attribute in library.attributes)
    for fact in library.facts:
        yield fact
        yield f"{fact}{STANDING}"


def _cells(data: Mapping[str, Any]) -> dict[str, str]:
    cells = {"practice": data["practice"], "title": data["title"]}
    cells |= {"on": data["on"]} if "on" in data else data["during"]
    for role, party in data.get("parties", {}).items():
        if isinstance(party, str):
            cells[role] = party
            continue
        named = _title(party["title"]) == party["title"]
        cells[role] = party["title"] if named else f'"{party["title"]}"'
        for attribute, value in party.get("is", {}).items():
            cells[f"{role}:{attribute}"] = _cell(value)
    for name, stated in data.get("facts", {}).items():
        if name in FIXED:
            continue
        plain = stated if isinstance(stated, dict) else {"is": stated}
        cells[name] = _cell(plain.get("is", plain))
        if "standing" in plain:
            cells[f"{name}{STANDING}"] = plain["standing"]
    return cells


def _cell(value: Any) -> str:
    """A value as a cell has it."""
    if isinstance(value, dict):
        lacks = [f"not {member}" for member in value.get("excludes", ())]
        return "; ".join([*value.get("includes", ()), *lacks, "?"])
    if isinstance(value, list):
        return "; ".join(value) if value else "[]"
    return value if isinstance(value, str) else value_text(value)


def not_in_a_log(data: Mapping[str, Any]) -> list[str]:
    """What of a practice a row has no place for."""
    found = [key for key in ("judgments", "claims", "evidence", "notes", "row") if key in data]
    for name, stated in data.get("facts", {}).items():
        if name in FIXED:
            found.append(f"the fact '{name}', which is called like a column")
        elif isinstance(stated, dict):
            found += [f"the {key} of '{name}'" for key in ("source", "note") if key in stated]
    return found
