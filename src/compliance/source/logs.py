"""Log formats to logs: every column, fact, party and file that a NAME.log.yaml names, looked up and checked."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

from compliance.model.case import Known
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.model.log import (
    NEEDED,
    TABLES,
    AgencyParty,
    CodedFact,
    ColumnFormat,
    ColumnType,
    Kind,
    LinkedColumn,
    LinkedFact,
    LinkedLog,
    LinkedTable,
    LogFormat,
    TableFormat,
)
from compliance.model.measure import TableName, UnitName, leaves
from compliance.source.files import SourceFile, display_name, read_file
from compliance.source.log_files import KINDS, expand, kind_of
from compliance.source.log_times import format_problem, zone_problem
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.practices import Linker
from compliance.source.yaml_text import Loc

UNITS: tuple[UnitName, ...] = get_args(UnitName)
"""The tables whose rows are audited."""


def read_log(path: Path, library: Library) -> LinkedLog:
    """A log format with every name in it resolved against a library; its files found, but not opened.

    Raises InputError with everything that is wrong.
    """
    file, problems = read_file(path, ("log",))
    if file is None:
        raise InputError(problems)
    linker = _LogLinker(file, library)
    log = linker.log()
    problems = linker.complaints.result()
    if problems:
        raise InputError(problems)
    return log


class _LogLinker(Linker):
    def __init__(self, file: SourceFile, library: Library) -> None:
        super().__init__(file.document, library)
        self.format: LogFormat = file.model
        self.name = file.name
        self.folder = file.path.parent

    def log(self) -> LinkedLog:
        """The log as far as it can be resolved."""
        log = self.format
        self.zone(log.time_zone, ("time-zone",))
        parties, agency_roles = self.parties()
        for code, actor in log.agencies.items():
            self.actor(actor, ("agencies", code))
        if not any(name in UNITS for name in log.tables):
            message = "no row of this log is audited"
            help_ = "add one of the tables " + ", ".join(UNITS)
            self.complain("log-units", message, ("tables",), help_, key=True)
        tables = {name: self.table(name, table, agency_roles) for name, table in log.tables.items()}
        return LinkedLog(
            log.log,
            log.title,
            self.name,
            self.document.digest,
            log.time_zone,
            tables,
            parties,
            agency_roles,
            log.agencies,
            log.offices,
            log.notes,
        )

    def zone(self, name: str, loc: Loc) -> None:
        problem = zone_problem(name)
        if problem is not None:
            self.complain("time-zone", problem[0], loc, problem[1])

    def actor(self, name: str, loc: Loc) -> None:
        actors = self.library.actors
        if name not in actors:
            otherwise = f"the actors are {listed(actors)}; others are added to a file below 'policies/'"
            help_ = did_you_mean(name, actors, otherwise)
            self.complain("unknown-actor", f"no actor is called '{short(name)}'", loc, help_)

    def parties(self) -> tuple[Mapping[str, str], tuple[str, ...]]:
        """The roles that an actor plays in every row, and those that the row's agency plays."""
        actors: dict[str, str] = {}
        by_agency: list[str] = []
        for role, party in self.format.parties.items():
            self.role(role, ("parties", role))
            if isinstance(party, AgencyParty):
                by_agency.append(role)
            else:
                self.actor(party, ("parties", role))
                actors[role] = party
        if by_agency and not self.format.agencies:
            message = f"'{short(by_agency[0])}' is the agency in each row, and no agency is listed"
            help_ = "list the log's codes for agencies under 'agencies:', each with its actor"
            self.complain("missing-key", message, ("parties", by_agency[0]), help_)
        return actors, tuple(by_agency)

    # --- a table -----------------------------------------------------------------------------------------

    def table(self, name: TableName, table: TableFormat, agency_roles: tuple[str, ...]) -> LinkedTable:
        loc: Loc = ("tables", name)
        columns = tuple(self.columns(name, table, (*loc, "columns")))
        for column in NEEDED[name]:
            if column not in table.columns:
                message = f"'{name}' needs the column '{column}': nothing can be said of a row without it"
                self.complain(
                    "missing-column",
                    message,
                    (*loc, "columns"),
                    f"add '{column}: NAME OF THE COLUMN'",
                    key=True,
                )
        if name in UNITS and agency_roles and "agency" not in {*table.columns, *NEEDED[name]}:
            message = (
                f"'{short(agency_roles[0])}' is the agency in each row, and '{name}' has no column for it"
            )
            help_ = "add 'agency: NAME OF THE COLUMN', or name one actor under 'parties:'"
            self.complain("missing-column", message, (*loc, "columns"), help_, key=True)
        constants, facts = self.facts(name, table, (*loc, "facts"))
        kind, files = self.files(table, loc)
        self.cells(table, kind, loc)
        complete: tuple[date, date] | None = None
        if table.complete is not None:
            complete = (table.complete.from_, table.complete.to)
        return LinkedTable(
            name,
            kind,
            files,
            table.table,
            columns,
            constants,
            facts,
            complete,
            table.delimiter or ",",
            table.encoding or "utf-8",
        )

    def columns(self, name: TableName, table: TableFormat, loc: Loc) -> Iterator[LinkedColumn]:
        known = TABLES[name]
        for column, written in table.columns.items():
            here: Loc = (*loc, column)
            kind = known.get(column)
            if kind is None:
                message = f"the table '{name}' of an audit has no column '{short(column)}'"
                help_ = did_you_mean(column, known, "its columns are " + ", ".join(known))
                self.complain("audit-column", message, here, help_, key=True)
                continue
            one = ColumnFormat(column=written) if isinstance(written, str) else written
            self.column(column, kind, one, here)
            self.codes(name, column, one, here)
            yield LinkedColumn(
                column,
                kind,
                one.column,
                one.format,
                one.time_zone or self.format.time_zone,
                one.codes,
                end_of_day=column == "to",
            )

    def column(self, name: str, kind: ColumnType, one: ColumnFormat, loc: Loc) -> None:
        """What is said about a column fits its type."""
        said = {"format": one.format, "time-zone": one.time_zone, "codes": one.codes or None}
        for key in ("codes",) if kind == "time" else ("format", "time-zone"):
            if said[key] is not None:
                message = f"'{key}:' says nothing about '{name}', which is a {kind}"
                self.complain("log-cells", message, (*loc, key), "take it out", key=True)
        if kind == "time" and one.format is not None:
            problem = format_problem(one.format)
            if problem is not None:
                self.complain("time-format", problem[0], (*loc, "format"), problem[1])
        if kind == "time" and one.time_zone is not None:
            self.zone(one.time_zone, (*loc, "time-zone"))

    def codes(self, table: TableName, column: str, one: ColumnFormat, loc: Loc) -> None:
        """What a measure tells apart by its values has codes: the log's own would silently be none of them."""
        asked: dict[str, None] = {}
        for measure in leaves(self.library.measures.values()):
            if measure.exists == table:
                asked |= dict.fromkeys(measure.has.get(column, ()))
        if asked and not one.codes:
            message = f"measures ask whether '{column}' of '{table}' is {_either(asked)}, and it has no codes"
            help_ = (
                "add 'codes:' with what each of the log's own values stands for, as in "
                f"'{column}: {{column: {short(one.column)}, codes: {{OK: {short(next(iter(asked)))}}}}}'"
            )
            self.complain("missing-codes", message, loc, help_)

    def facts(
        self, name: TableName, table: TableFormat, loc: Loc
    ) -> tuple[Mapping[str, Known], tuple[LinkedFact, ...]]:
        """The facts of every row, and those that a column shows."""
        if table.facts and name not in UNITS:
            message = f"rows of '{name}' are not audited, so that no fact is about them"
            help_ = "facts stand at the tables " + ", ".join(UNITS)
            self.complain("log-fact", message, loc, help_, key=True)
        constants: dict[str, Known] = {}
        coded: list[LinkedFact] = []
        for fact_name, written in table.facts.items():
            here: Loc = (*loc, fact_name)
            fact = self.fact(fact_name, here)
            if fact is None:
                continue
            if not isinstance(written, CodedFact):
                value = self.value(fact_name, fact, written, here)
                constants[fact_name] = Known(value, evidence=(self.format.title,))
                continue
            shown = f"{self.format.title}, column '{short(written.column)}'"
            codes = {
                code: Known(self.value(fact_name, fact, value, (*here, "codes", code)), evidence=(shown,))
                for code, value in written.codes.items()
            }
            coded.append(LinkedFact(fact_name, written.column, codes))
        return constants, tuple(coded)

    # --- its files ---------------------------------------------------------------------------------------

    def files(self, table: TableFormat, loc: Loc) -> tuple[Kind | None, tuple[Path, ...]]:
        """What kind of files it is read from, and the files: each once, in the order of the patterns."""
        if table.files is None:
            return None, ()
        single = isinstance(table.files, str)
        found: dict[str, Path] = {}
        kinds: dict[Kind, Path] = {}
        for i, pattern in enumerate([table.files] if isinstance(table.files, str) else table.files):
            here: Loc = (*loc, "files") if single else (*loc, "files", i)
            try:
                files = expand(pattern, self.folder, any_suffix=table.kind is not None)
            except (OSError, ValueError, re.error) as error:
                reason = getattr(error, "strerror", None) or str(error)
                message = f"'{short(pattern)}' cannot be searched: {short(reason)}"
                self.complain("log-files", message, here, "check the path, and who may read it")
                continue
            if not files:
                message = (
                    f"no file matches '{short(pattern)}' in the folder '{short(display_name(self.folder))}'"
                )
                help_ = "paths are read from the folder of this file on; check it, and who may read it"
                self.complain("log-files", message, here, help_)
            for file in files:
                kind = table.kind or kind_of(file)
                if kind is None:
                    message = f"the name of '{short(file.name)}' does not say what kind of file it is"
                    help_ = "add 'kind:', which is one of " + ", ".join(get_args(Kind))
                    self.complain("log-files", message, here, help_)
                    break
                kinds.setdefault(kind, file)
                found.setdefault(os.path.realpath(file), file)
        if len(kinds) > 1:
            message = f"the files are of several kinds: {_examples(kinds.values())}"
            help_ = "a table is read from files of one kind; its suffixes are " + ", ".join(KINDS)
            self.complain("log-files", message, (*loc, "files"), help_)
        return next(iter(kinds), None), tuple(found.values())

    def cells(self, table: TableFormat, kind: Kind | None, loc: Loc) -> None:
        """How cells are divided and encoded fits the kind of files, and can be done."""
        if kind is None:
            return
        for key, given, kinds in (
            ("delimiter", table.delimiter, ("csv",)),
            ("encoding", table.encoding, ("csv", "json-lines")),
        ):
            if given is not None and kind not in kinds:
                message = f"'{key}:' says nothing about files that are {kind}"
                self.complain("log-cells", message, (*loc, key), "take it out", key=True)
        if table.delimiter is not None and (len(table.delimiter) != 1 or table.delimiter in '"\r\n'):
            message = "what divides the cells is one character, and no quotation mark or line break"
            help_ = 'such as ";" or "\\t" for a tabulator'
            self.complain("log-cells", message, (*loc, "delimiter"), help_)
        if table.encoding is not None and not _decodes(table.encoding):
            message = f"no encoding is called '{short(table.encoding)}'"
            help_ = "common ones are utf-8, utf-16, latin-1 and cp1252"
            self.complain("log-cells", message, (*loc, "encoding"), help_)


def _examples(files: Iterable[Path]) -> str:
    return ", ".join(f"'{short(file.name)}'" for file in files)


def _either(values: Iterable[str]) -> str:
    return " or ".join(f"'{short(value)}'" for value in values)


def _decodes(encoding: str) -> bool:
    """Whether it is the name of a way to write text as bytes."""
    try:
        return b"a".decode(encoding, "replace") is not None
    except (LookupError, ValueError):
        return False
