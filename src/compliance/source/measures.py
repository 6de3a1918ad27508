"""Measures of a vocabulary: held against the fact that they show, and against the tables that they look into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compliance.model.log import TABLES, ColumnType
from compliance.model.measure import Measure, MeasureKind, TableName
from compliance.model.vocabulary import Fact, FactType
from compliance.source.complaints import Complaints
from compliance.source.conditions import typed
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.references import Links
from compliance.source.yaml_text import Document, Loc

_SHOWS: Mapping[MeasureKind, FactType] = {
    "given": "yes-no",
    "exists": "yes-no",
    "all": "yes-no",
    "any": "yes-no",
    "not": "yes-no",
    "count": "number",
    "longest-gap": "number",
    "choose": "choice",
    "members": "set",
}
"""Each kind of measure and the type of the facts that it shows."""


def link_measures(links: Links) -> dict[str, Measure]:
    """The measures that are sound, by their facts; what is wrong with the others is complained about."""
    found: dict[str, Measure] = {}
    for name, measure in links.words.measures.items():
        document, span = links.words.places[f"measures:{name}"]
        complaints, before = links.complaints, links.complaints.count
        fact = links.words.facts.get(name)
        if fact is None:
            help_ = did_you_mean(name, links.words.facts, "a measure is named like the fact that it shows")
            complaints.add(document, "unknown-fact", f"no fact is called '{short(name)}'", span, help_)
        _Checker(document, complaints).whole(measure, name, fact)
        if complaints.count == before:
            found[name] = measure
    return found


@dataclass
class _Checker:
    document: Document
    complaints: Complaints

    def complain(self, code: str, message: str, loc: Loc, help_: str, *, key: bool = False) -> None:
        span = self.document.key_span(loc) if key else self.document.span(loc)
        self.complaints.add(self.document, code, message, span, help_)

    def whole(self, measure: Measure, name: str, fact: Fact | None) -> None:
        """An outermost measure."""
        loc: Loc = ("measures", name)
        if fact is not None:
            self.shows(measure, name, fact, loc)
        if measure.of is None:
            message = "the key 'of' is missing here"
            help_ = "add 'of: queries', or whichever table's rows it measures"
            self.complain("missing-key", message, loc, help_, key=True)
            return
        for place, part in self._inside(measure, loc):
            if part is not measure and part.of is not None:
                message = "'of:' stands on the outermost measure only"
                self.complain("measure", message, (*place, "of"), "take it out here", key=True)
            if part is not measure and _SHOWS[part.kind] != "yes-no":
                message = f"a part of a measure is yes-no, and '{part.kind}:' is a {_SHOWS[part.kind]}"
                help_ = "write 'given:', 'exists:', 'all:', 'any:' or 'not:'"
                self.complain("wrong-measure", message, (*place, part.kind), help_, key=True)
            self.columns(part, measure.of, place)

    def _inside(self, measure: Measure, loc: Loc) -> Iterator[tuple[Loc, Measure]]:
        """A measure and all that are inside of it, each with its place."""
        yield loc, measure
        for i, option in enumerate(measure.choose or ()):
            yield from self._inside(option.when, (*loc, "choose", i, "when"))
        for member, part in (measure.members or {}).items():
            yield from self._inside(part, (*loc, "members", member))
        for key, parts in (("all", measure.all), ("any", measure.any)):
            for i, part in enumerate(parts or ()):
                yield from self._inside(part, (*loc, key, i))
        if measure.not_ is not None:
            yield from self._inside(measure.not_, (*loc, "not"))

    def shows(self, measure: Measure, name: str, fact: Fact, loc: Loc) -> None:
        """The kind of an outermost measure fits the type of its fact, and its values are the fact's."""
        if _SHOWS[measure.kind] != fact.type:
            message = (
                f"'{name}' is a {fact.type} fact, and '{measure.kind}:' shows a {_SHOWS[measure.kind]} fact"
            )
            fitting = [f"'{kind}:'" for kind, shown in _SHOWS.items() if shown == fact.type]
            help_ = "it is measured by " + " or ".join(fitting) if fitting else "no measure shows such a fact"
            self.complain("wrong-measure", message, (*loc, measure.kind), help_, key=True)
            return
        named: list[tuple[Loc, str, bool]] = [
            ((*loc, "choose", i, "value"), option.value, False)
            for i, option in enumerate(measure.choose or ())
        ]
        if measure.otherwise is not None:
            named.append(((*loc, "otherwise"), measure.otherwise, False))
        named += [((*loc, "members", member), member, True) for member in measure.members or ()]
        for place, value, key in named:
            _, problem, help_ = typed(fact, value)
            if problem:
                self.complain("wrong-value", f"'{name}' {problem}", place, help_, key=key)

    # --- tables and columns ------------------------------------------------------------------------------

    def columns(self, measure: Measure, of: TableName, loc: Loc) -> None:
        """Every column that one measure names is there, and is a time or a text where that is wanted."""
        match measure.kind:
            case "given":
                assert measure.given is not None
                self.column(of, measure.given, (*loc, "given"))
            case "exists":
                assert measure.exists is not None
                self.pairs(measure, measure.exists, of, loc)
                self.exists(measure, measure.exists, of, loc)
            case "count":
                self.count(measure, of, loc)
            case "longest-gap":
                assert measure.longest_gap is not None
                self.pairs(measure, measure.longest_gap, of, loc)
                self.needs(measure.longest_gap, ("time",), "longest-gap", loc)
                self.needs(of, ("from",), "longest-gap", loc)

    def pairs(self, measure: Measure, their: TableName, of: TableName, loc: Loc) -> None:
        assert isinstance(measure.same, dict)
        for key, columns in (("same", measure.same), ("differs", measure.differs)):
            for theirs, ours in columns.items():
                place: Loc = (*loc, key, theirs)
                kinds = self.column(their, theirs, place, key=True), self.column(of, ours, place)
                if None not in kinds and kinds[0] != kinds[1]:
                    message = (
                        f"'{theirs}' of '{their}' is a {kinds[0]}, and '{ours}' of '{of}' is a {kinds[1]}"
                    )
                    self.complain("audit-column", message, place, "compare two of one type")

    def exists(self, measure: Measure, their: TableName, of: TableName, loc: Loc) -> None:
        for theirs in measure.has:
            place: Loc = (*loc, "has", theirs)
            if self.column(their, theirs, place, key=True) == "time":
                message = f"'{theirs}' of '{their}' is a time, and 'has:' lists texts"
                help_ = "'within:', 'before:' and 'valid-at:' are about times"
                self.complain("audit-column", message, place, help_, key=True)
        if measure.valid_at is not None:
            if self.column(of, measure.valid_at, (*loc, "valid-at")) == "text":
                message = f"'{measure.valid_at}' of '{of}' is a text, and 'valid-at:' wants a time"
                help_ = "the times here are " + listed(_times(of))
                self.complain("audit-column", message, (*loc, "valid-at"), help_)
            self.needs(their, ("from", "to"), "valid-at", loc)
        for key, span in (("within", measure.within), ("before", measure.before)):
            if span is not None:
                self.needs(their, ("time",), key, loc)
                self.needs(of, ("time",), key, loc)

    def count(self, measure: Measure, of: TableName, loc: Loc) -> None:
        if measure.count != of:
            message = f"'count:' counts rows of the table that it measures, which is '{of}'"
            self.complain("audit-column", message, (*loc, "count"), f"write 'count: {of}'")
            return
        for i, column in enumerate(measure.same):
            self.column(of, column, (*loc, "same", i))
        self.needs(of, ("time",), "within", loc)

    def column(self, table: TableName, name: str, loc: Loc, *, key: bool = False) -> ColumnType | None:
        """The type of a column; None after a complaint that there is none."""
        found = TABLES[table].get(name)
        if found is None:
            help_ = did_you_mean(name, TABLES[table], "its columns are " + ", ".join(TABLES[table]))
            message = f"the table '{table}' of an audit has no column '{short(name)}'"
            self.complain("audit-column", message, loc, help_, key=key)
        return found

    def needs(self, table: TableName, columns: tuple[str, ...], what: str, loc: Loc) -> None:
        """The table has the columns that a key of the measure is about."""
        for name in columns:
            if name not in TABLES[table]:
                message = f"'{what}:' needs a column '{name}', and '{table}' has none"
                having = [other for other, its in TABLES.items() if set(columns) <= set(its)]
                help_ = "the tables that have it are " + ", ".join(having)
                self.complain("audit-column", message, (*loc, what), help_, key=True)
                return


def _times(table: TableName) -> list[str]:
    return [name for name, kind in TABLES[table].items() if kind == "time"]
