"""What one scenario builds up: a practice, the law it is checked against, and what was found."""

from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from compliance.analysis.check import Question, check_case
from compliance.analysis.flips import Flip, flips
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.compared import ComparedPractice
from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.finding import Finding, Period, PracticeReport
from compliance.model.library import Library
from compliance.model.scenario import Line, Touch
from compliance.model.span import Span
from compliance.source.files import display_name
from compliance.source.from_data import case_of
from compliance.source.located import located, practice_file
from compliance.source.nearest import did_you_mean
from compliance.source.yaml_text import Document, parse_yaml, read_yaml
from compliance.testing.met import MetLaw
from compliance.testing.places import Places
from compliance.testing.touches import touch_of
from compliance.testing.unmet import told

PARTS = ("name", "fact", "when", "role")
"""The parts of a practice that a step may say, and each of which it may say once."""


@dataclass
class Proceeding(MetLaw):
    """The state of a scenario; steps fill it in and question it."""

    data: dict[str, Any] = field(default_factory=dict)
    """The practice, as its file would have it."""
    start: dict[str, Any] | None = None
    """The practice as the file had it that it began with."""
    standard: str = "proven"
    report: PracticeReport | None = None
    period: Period | None = None
    finding: Finding | None = None
    compared: ComparedPractice | None = None
    """The practice without the bills and with them, where a step compared it."""
    about: Collection[str] | None = None
    """The rules that get a finding, where whoever plays the scenario knows which it looks at."""
    line: Line | None = None
    """The step at hand, where whoever plays the scenario says which it is."""
    touches: list[Touch] = field(default_factory=list)
    practices: dict[str, None] = field(default_factory=dict)
    """The practice files that were read."""
    whole: bool = False
    """Whether a step asked about the practice as a whole."""
    named: dict[str, Span | None] = field(default_factory=dict)
    """Provisions (INSTRUMENT#PROVISION) that a step named as bearing on the practice."""
    _day: date | None = None
    """The day that a step looks at, where it names one."""
    _at_hand: int = -1
    """Which touch is of the finding last turned to."""
    places: Places = field(default_factory=Places)
    """Where each part of the practice was said."""
    rows: dict[str, int] = field(default_factory=dict)
    """Facts from tables, each with the line of its row (0: not known)."""
    _said: dict[tuple[str, ...], tuple[Any, int]] = field(default_factory=dict)
    """What steps said since the last check, each with its line (0: not known)."""
    unchecked: Line | None = None
    """The last step that changed the practice since it was checked."""

    @property
    def decider(self) -> Decider:
        """The engines that have the law: with bills, that of the day at hand."""
        day = self._day or (self.period.since if self.period is not None else date.max)
        return self.law_on(day, self.report.timeline[0].since if self.report is not None else None)

    @property
    def library(self) -> Library:
        return self.decider.library

    # Given

    def find(self, name: str, folder: str) -> Path:
        """A file named in a scenario: below the nearest `folder` beside or above the feature file, or a path."""
        known: set[str] = set()
        for place in self.feature.absolute().parents:
            for candidate in (place / folder / f"{name}.yaml", place / name):
                if candidate.is_file() or (candidate.is_dir() and candidate.name == Path(name).name):
                    return candidate
            known |= {path.stem for path in (place / folder).glob("*.yaml")} if folder != "." else set()
        help_ = did_you_mean(name, known, "check the name")
        raise AssertionError(
            f"there is no '{name}', neither in a folder '{folder}' nor as a path from {self.feature}; {help_}"
        )

    def say(self, about: tuple[str, ...], value: Any, what: str) -> None:
        """Note that a step says something. Raises AssertionError where another step said otherwise before the check.

        What a practice file says may be said otherwise, once.
        """
        here = self.line.span.line if self.line is not None else 0
        said, line = self._said.setdefault(about, (value, here))
        if said != value:
            place = f"line {line} says" if line else "a step before says"
            raise AssertionError(f"{place} otherwise about {what}; take one of the two out")

    def read_practice(self, path: Path) -> None:
        """Take a practice file as the start. Raises AssertionError behind a step that it would undo."""
        self.say(("practice",), path, "which practice it is")
        before = [line for about, (_, line) in self._said.items() if about[0] in PARTS]
        if before:
            raise AssertionError(
                f"the practice file would undo what line {min(before)} says; begin with the practice"
            )
        document = _practice_file(path, path.stat().st_mtime_ns)
        self.practices[str(path)] = None
        self.data, self.start = deepcopy(document.data), document.data
        self.places.of_file(document)
        self.rows.clear()

    def state(
        self,
        fact: str,
        value: str,
        standing: str | None = None,
        row: int | None = None,
        more: dict[str, Any] | None = None,
    ) -> None:
        """Set one fact; `value` as a file would have it, `row` its place in the table of the step at hand."""
        stated = read_value(value)
        if standing is not None or more:
            stated = {**(stated if isinstance(stated, dict) else {"is": stated}), **(more or {})}
            stated |= {} if standing is None else {"standing": standing}
        self.say(("fact", fact), stated, f"the fact '{fact}'")
        self.data.setdefault("facts", {})[fact] = stated
        if row is not None:
            self.rows[fact] = self.line.row_lines[row] if self.line and self.line.row_lines else 0

    def judge(self, term: str, answer: str, who: str, why: str, role: str | None = None) -> None:
        """Record a judgment; `role` for a term about a party."""
        if answer not in ("yes", "no"):
            raise AssertionError(f"a judgment is yes or no, not '{answer}'")
        judgment: dict[str, Any] = {"term": term, "holds": answer == "yes", "by": who, "why": why}
        if role is not None:
            judgment["of"] = role
        self.data.setdefault("judgments", []).append(judgment)

    def played_by(self, role: str, party: Any) -> None:
        """Set who plays a role: an actor's name, or a body described; None where nobody knows."""
        name = role.replace(" ", "-")
        self.say(("role", name), party, f"the {role}")
        parties = self.data.setdefault("parties", {})
        if party is None:
            parties.pop(name, None)
        else:
            parties[name] = party

    def happened(self, since: str, until: str | None = None, *, goes_on: bool = False) -> None:
        """Set when it happened: on a day, or from one day to another, or without an end."""
        self.say(("when",), (since, until, goes_on), "when it happened")
        self.data.pop("on", None)
        self.data.pop("during", None)
        if goes_on:
            self.data["during"] = {"from": since}
        elif until is None:
            self.data["on"] = since
        else:
            self.data["during"] = {"from": since, "to": until}

    def enact(self, bill: str, signed: date | None) -> None:
        """Take a bill to be law, on top of those named before; `signed` on that day, else on the day it assumes."""
        self.say(("signed",), signed, "the day on which the bills are signed")
        self.bills = (*self.bills, bill)
        self.signed = signed
        self.law_met()

    # When

    def document(self, title: str = "An unnamed practice", text: str = "", digest: str = "") -> Document:
        """The practice as it stands now, each part at the place where it was said; `text` is the feature file's."""
        name = display_name(self.feature)
        around = self.line.span if self.line is not None else Span(name)
        data = {"practice": "unnamed", "title": title, **self.data}
        return located(data, self.places.values, around, text, digest, self.places.names)

    def case(self) -> Case:
        """The practice as it stands now, with every name resolved."""
        if "on" not in self.data and "during" not in self.data:
            raise AssertionError("the practice has no date; say 'it happened on 2019-05-08'")
        try:
            return case_of(self.document(), self.library)
        except InputError as error:
            raise_for(error.diagnostics)
            raise

    def check(self, day: date | None = None) -> None:
        """Check the practice; look at the period that holds `day`, else at the last one."""
        question = Question(self.standard, self.law_as_of)
        report = check_case(self.case(), self.law_met(), question, self.about)
        self.look_at_all(report)
        self._day = day
        if day is not None:
            periods = [p for p in report.timeline if p.since <= day and (p.until is None or day <= p.until)]
            if not periods:
                raise AssertionError(
                    f"the practice has no day {day}; it runs from {report.timeline[0].since}"
                )
            self.period = periods[0]

    def look_at_all(self, report: PracticeReport) -> None:
        """Turn to what was found; what steps said before is checked with it."""
        self.report, self.period, self.finding, self.compared = report, report.timeline[-1], None, None
        self._day = None
        self.unchecked = None
        self._said.clear()

    # Then

    def checked(self) -> PracticeReport:
        """What was found about the practice, all of it."""
        if self.report is None:
            raise AssertionError("nothing was checked yet; say 'When it is checked'")
        self.whole = True
        return self.report

    def looked_at(self) -> Period:
        """The period at hand, all of it."""
        self.checked()
        assert self.period is not None
        return self.period

    def look_at(self, rule: str) -> Finding:
        """Turn to one rule's finding."""
        if self.period is None:
            raise AssertionError("nothing was checked yet; say 'When it is checked'")
        found = [finding for finding in self.period.findings if finding.rule == rule]
        if not found:
            known = [finding.rule for finding in self.period.findings]
            help_ = did_you_mean(rule, known, "the rules are " + ", ".join(known))
            raise AssertionError(f"no rule is called '{rule}'; {help_}")
        self.finding = found[0]
        self._at_hand = len(self.touches)
        self._touch(found[0], self._day or self.period.since, self._day or self.period.until)
        return found[0]

    def touch_status(self, rule: str, period: Period) -> None:
        """Note that a rule's finding in a period was looked at."""
        found = next(finding for finding in period.findings if finding.rule == rule)
        self._touch(found, period.since, period.until)

    def touch_exception(self, name: str) -> None:
        """Note that a step spoke of an exception by name."""
        self._spoke(named=frozenset({name}))

    def touch_position(self, name: str) -> None:
        """Note that a step spoke of a position by name."""
        self._spoke(heard=frozenset({name}))

    def touch_citation(self, citation: str) -> None:
        """Note that a step cited the provision of the rule at hand, or of one of its exceptions."""
        rule, law = self.library.rule_by_id[self.at_hand().rule], self.library
        parts = [(rule.instrument, rule.provision), *((e.instrument, e.provision) for e in rule.exceptions)]
        self._spoke(cited=frozenset("#".join(part) for part in parts if law.cite(*part) == citation))

    def touch_provision(self, address: str) -> None:
        """Note that a step named a provision as bearing on the practice."""
        self.named[address] = self.library.places.get(address)

    def _spoke(
        self,
        named: frozenset[str] = frozenset(),
        heard: frozenset[str] = frozenset(),
        cited: frozenset[str] = frozenset(),
    ) -> None:
        """Note what a step spoke of about the finding at hand."""
        last = self.touches[self._at_hand]
        self.touches[self._at_hand] = replace(
            last, named=last.named | named, heard=last.heard | heard, cited=last.cited | cited
        )

    def _touch(self, finding: Finding, since: date, until: date | None) -> None:
        since, until = self.law_as_of or since, self.law_as_of or until
        self.touches.append(touch_of(finding, since, until, self.library.rule_by_id[finding.rule].span))

    def at_hand(self) -> Finding:
        """The finding last turned to."""
        if self.finding is None:
            raise AssertionError("name a rule first: 'Then \"RULE\" is violated'")
        return self.finding

    def flips(self, among: Collection[str] | None = None) -> tuple[Flip, ...]:
        """The smallest changes of facts (of these alone) that flip the finding at hand, under any of its positions."""
        finding, decider = self.at_hand(), self.decider
        rule = decider.library.rule_by_id[finding.rule]
        assert self.period is not None
        day = self.law_as_of or self.period.since
        case = self.case().under(self.standard)
        sides = dict.fromkeys(decider.alike[rule.id, position] for position in finding.positions)
        return tuple(
            flip
            for side in sides
            for flip in flips(decider.library, case, day, rule, decider.choices[side], among)
        )

    # The end

    def changed(self, line: Line) -> None:
        """Note that a step changed the practice, or the law, so that it wants checking; and what it said where."""
        self.unchecked = line
        self.places.of_step(line, self.data)


@lru_cache(maxsize=512)
def _practice_file(path: Path, changed: int) -> Document:
    """A practice file with its places; `changed` is when the file last did."""
    del changed
    document, problems = read_yaml(path, display_name(path))
    if not problems:
        _, problems = practice_file(path, document)
    raise_for(problems)
    return document


def read_value(text: str) -> Any:
    """A value as a practice file has it. Raises AssertionError with what is wrong with it."""
    if not text.strip():
        raise AssertionError("a value is missing; write it, or 'unknown' where nobody knows it")
    document, problems = parse_yaml(text.encode(), "")
    if problems:
        raise AssertionError(f"'{text}' is no value: {problems[0].message} ({problems[0].help})")
    return document.data


def raise_for(problems: tuple[Diagnostic, ...]) -> None:
    """Fail the step with what is wrong."""
    if problems:
        raise AssertionError("\n".join(map(told, problems)))
