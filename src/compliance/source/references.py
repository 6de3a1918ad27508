"""What a linking knows so far, and the references that must lead somewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from compliance.model.instrument import Instrument
from compliance.model.interval import InForce
from compliance.model.library import TermUse
from compliance.model.reference import split_reference
from compliance.model.rule import Priority
from compliance.model.ruleset import RuleSet
from compliance.model.span import Span
from compliance.source.complaints import Complaints
from compliance.source.files import SourceFile
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.words import Words
from compliance.source.yaml_text import Document, Loc


@dataclass
class Links:
    """What has been resolved so far."""

    complaints: Complaints
    words: Words
    instruments: dict[str, Instrument] = field(default_factory=dict)
    rulesets: dict[str, RuleSet] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    """Instrument to the rank of the folder that says what it means."""
    lost: set[str] = field(default_factory=set)
    """Instruments that a file encodes though they are nowhere; complained about once."""
    terms: dict[str, TermUse] = field(default_factory=dict)
    open_terms: dict[str, int] = field(default_factory=dict)
    """The terms that are being linked, each with how deep in its condition the next one is used."""
    heights: dict[str, int] = field(default_factory=dict)
    """Term key to how deep the conditions below it reach."""
    rules: dict[str, Span] = field(default_factory=dict)
    """Every rule that is written, linked or not, and where."""
    places: dict[str, Span] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    """Instrument to the file that says what it means."""

    def provision(self, reference: str, home: str, document: Document, loc: Loc) -> tuple[str, str]:
        """(instrument, provision) of a reference written inside `home`; two empty words after a complaint."""
        instrument, inner = split_reference(reference, home)
        if not self.instrument(instrument, document, loc):
            return "", ""
        known = self.instruments[instrument].provisions
        if inner in known:
            return instrument, inner
        message = f"'{short(instrument)}' has no provision '{short(inner)}'"
        help_ = did_you_mean(inner, known, "its provisions are " + listed(known))
        self.complaints.add(
            document, "unknown-provision", message, document.span(loc), help_, about=instrument
        )
        return "", ""

    def instrument(self, name: str, document: Document, loc: Loc) -> bool:
        """Whether there is an instrument; complained about where there is none."""
        if name in self.instruments:
            return True
        if name in self.lost:
            self.complaints.repeated += 1
            return False
        message = f"no instrument is called '{short(name)}'"
        help_ = did_you_mean(name, self.instruments, f"add 'policies/{short(name)}.yaml'")
        self.complaints.add(document, "unknown-instrument", message, document.span(loc), help_, about=name)
        return False

    def force(self, intervals: Iterable[InForce], home: str, document: Document, loc: Loc) -> None:
        """Check what keeps something in force: `by` of each interval of a list, or of a single one."""
        for i, interval in enumerate(intervals):
            if interval.by is not None:
                at = (*loc, i, "by")
                self.provision(interval.by, home, document, at if at in document.values else (*loc, "by"))


def check_instrument(file: SourceFile, links: Links) -> None:
    """References of an instrument that carry no meaning for the engines, but must lead somewhere."""
    document, instrument = file.document, file.model
    home = instrument.instrument
    links.force(instrument.in_force, home, document, ("in-force",))
    for i, execution in enumerate(instrument.executed):
        if execution.with_ not in links.words.actors:
            help_ = did_you_mean(execution.with_, links.words.actors, "actors are declared in an actors file")
            message = f"no actor is called '{short(execution.with_)}'"
            span = document.span(("executed", i, "with"))
            links.complaints.add(document, "unknown-actor", message, span, help_)
    for i, reference in enumerate(instrument.related):
        if "#" in reference or "/" not in reference:
            links.provision(reference, home, document, ("related", i))
        else:
            links.instrument(reference, document, ("related", i))
    for name, provision in instrument.provisions.items():
        loc: Loc = ("provisions", name)
        links.force(provision.in_force or (), home, document, (*loc, "in-force"))
        for i, target in enumerate(provision.continues):
            links.instrument(target, document, (*loc, "continues", i))


def collect_rules(file: SourceFile, links: Links) -> None:
    """Note the rules that a file declares; a name can be used once in the whole library."""
    document, ruleset = file.document, file.model
    written: list[tuple[Loc, Any]] = [(("rules", i, "rule"), rule) for i, rule in enumerate(ruleset.rules)]
    for i, amendment in enumerate(ruleset.amendments):
        written += [(("amendments", i, "rules", j, "rule"), rule) for j, rule in enumerate(amendment.rules)]
    for loc, rule in written:
        span = document.span(loc)
        if rule.rule in links.rules:
            first = links.rules[rule.rule]
            help_ = f"its first is in {first.file}, line {first.line}; rename one"
            links.complaints.add(
                document, "defined-twice", f"two rules are called '{short(rule.rule)}'", span, help_
            )
        links.rules.setdefault(rule.rule, span)


def link_priorities(files: Iterable[SourceFile], links: Links) -> dict[str, tuple[Priority, ...]]:
    """The priorities that each ruleset declares; two that contradict each other are complained about."""
    found: dict[str, tuple[Priority, ...]] = {}
    declared: dict[tuple[str, str], Span] = {}
    for file in files:
        document = file.document
        for i, priority in enumerate(file.model.priorities):
            loc: Loc = ("priorities", i)
            before = links.complaints.count
            links.provision(priority.provision, file.model.encodes, document, (*loc, "provision"))
            for key, name in (("prevails", priority.prevails), ("over", priority.over)):
                if name not in links.rules:
                    help_ = did_you_mean(name, links.rules, "rules are named by their 'rule:'")
                    message, span = f"no rule is called '{short(name)}'", document.span((*loc, key))
                    links.complaints.add(document, "unknown-rule", message, span, help_)
            span = document.span((*loc, "prevails"))
            if priority.prevails == priority.over:
                message = f"'{short(priority.over)}' cannot prevail over itself"
                links.complaints.add(document, "circular-priority", message, span, "name the other rule")
            opposite = declared.get((priority.over, priority.prevails))
            if opposite is not None and priority.prevails != priority.over:
                message = f"'{short(priority.over)}' already prevails over '{short(priority.prevails)}'"
                help_ = f"see {opposite.file}, line {opposite.line}; keep one of the two"
                links.complaints.add(document, "circular-priority", message, span, help_)
            declared.setdefault((priority.prevails, priority.over), span)
            if links.complaints.count == before:
                home = file.model.encodes
                found[home] = (*found.get(home, ()), priority)
    return found
