"""What one scenario builds up: a practice, the law it is checked against, and what was found."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from compliance.analysis.check import Question, check_case
from compliance.analysis.flips import Flip, flips
from compliance.engine.decide import Decider
from compliance.model.case import Case
from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.finding import Finding, Period, PracticeReport, Reason
from compliance.model.library import Library
from compliance.source.from_data import practice_from
from compliance.source.library import load_library
from compliance.source.yaml_text import parse_yaml


@cache
def decider_for(folders: tuple[Path, ...]) -> Decider:
    """The shipped law and added folders, loaded and compiled once a process."""
    return Decider(load_library(folders))


@dataclass
class Proceeding:
    """The state of a scenario; steps fill it in and question it."""

    feature: Path
    data: dict[str, Any] = field(default_factory=dict)
    """The practice, as its file would have it."""
    folders: tuple[Path, ...] = ()
    standard: str = "proven"
    law_as_of: date | None = None
    report: PracticeReport | None = None
    period: Period | None = None
    finding: Finding | None = None

    @property
    def library(self) -> Library:
        return decider_for(self.folders).library

    def find(self, name: str, folder: str) -> Path:
        """A file named in a scenario: below the nearest `folder` beside or above the feature file, or a path."""
        for place in self.feature.parents:
            for candidate in (place / folder / f"{name}.yaml", place / name):
                if candidate.is_file() or (candidate.is_dir() and candidate.name == Path(name).name):
                    return candidate
        raise AssertionError(
            f"there is no '{name}', neither in a folder '{folder}' nor as a path from {self.feature}"
        )

    def read_practice(self, path: Path) -> None:
        """Take a practice file as the start."""
        document, problems = parse_yaml(path.read_bytes(), str(path))
        raise_for(problems)
        if not isinstance(document.data, dict):
            raise AssertionError(f"{path} is not a practice")
        self.data = document.data

    def state(self, fact: str, value: str, standing: str | None = None) -> None:
        """Set one fact; `value` as a file would have it."""
        document, problems = parse_yaml(value.encode(), fact)
        raise_for(problems)
        stated: Any = document.data
        self.data.setdefault("facts", {})[fact] = (
            stated if standing is None else {"is": stated, "standing": standing}
        )

    def judge(self, term: str, answer: str, who: str, why: str, role: str | None = None) -> None:
        """Record a judgment; `role` for a term about a party."""
        if answer not in ("yes", "no"):
            raise AssertionError(f"a judgment is yes or no, not '{answer}'")
        judgment: dict[str, Any] = {"term": term, "holds": answer == "yes", "by": who, "why": why}
        if role is not None:
            judgment["of"] = role
        self.data.setdefault("judgments", []).append(judgment)

    def happened(self, since: str, until: str | None = None) -> None:
        """Set when it happened."""
        self.data.pop("on", None)
        self.data.pop("during", None)
        if until is None:
            self.data["on"] = since
        else:
            self.data["during"] = {"from": since, "to": until}

    def case(self) -> Case:
        """The practice as it stands now."""
        data = {"practice": "unnamed", "title": "An unnamed practice", **self.data}
        if "on" not in data and "during" not in data:
            raise AssertionError("the practice has no date; say 'it happened on 2019-05-08'")
        try:
            return practice_from(data, f"the practice '{data['practice']}'", self.library)
        except InputError as error:
            raise_for(error.diagnostics)
            raise

    def check(self, day: date | None = None) -> None:
        """Check the practice; look at the period that holds `day`, else at the last one."""
        question = Question(self.standard, self.law_as_of)
        self.report = check_case(self.case(), decider_for(self.folders), question)
        self.period = self.report.timeline[-1]
        if day is not None:
            periods = [
                p for p in self.report.timeline if p.since <= day and (p.until is None or day <= p.until)
            ]
            if not periods:
                raise AssertionError(
                    f"the practice has no day {day}; it runs from {self.report.timeline[0].since}"
                )
            self.period = periods[0]
        self.finding = None

    def look_at(self, rule: str) -> Finding:
        """Turn to one rule's finding."""
        if self.period is None:
            raise AssertionError("nothing was checked yet; say 'When it is checked'")
        found = [finding for finding in self.period.findings if finding.rule == rule]
        if not found:
            known = ", ".join(finding.rule for finding in self.period.findings)
            raise AssertionError(f"no rule is called '{rule}'; the rules are {known}")
        self.finding = found[0]
        return found[0]

    def at_hand(self) -> Finding:
        """The finding last turned to."""
        if self.finding is None:
            raise AssertionError("name a rule first: 'Then \"RULE\" is violated'")
        return self.finding

    def flips(self) -> tuple[Flip, ...]:
        """The smallest changes of facts that flip the finding at hand, under any of its positions."""
        finding, decider = self.at_hand(), decider_for(self.folders)
        rule = decider.library.rule_by_id[finding.rule]
        assert self.period is not None
        day = self.law_as_of or self.period.since
        return tuple(
            flip
            for position in finding.positions
            for flip in flips(
                decider.library, self.case().under(self.standard), day, rule, decider.choices[position]
            )
        )


def raise_for(problems: tuple[Diagnostic, ...]) -> None:
    """Fail the step with what is wrong."""
    if problems:
        raise AssertionError("\n".join(f"{p.code}: {p.message} ({p.help})" for p in problems))


def quote(finding: Finding) -> str:
    """A finding in a few lines, for the message of a failed step."""
    sides = ", ".join(f"{position}: {status}" for position, status in finding.positions.items())
    exceptions = "; ".join(f"{tried.id}: {tried.status}" for tried in finding.exceptions) or "none"
    turns = " | ".join(" and ".join(terms) for terms in finding.turns_on) or "nothing"
    asks = "; ".join(" and ".join(q.fact for q in questions) for questions in finding.missing) or "nothing"
    return (
        f"{finding.rule} ({finding.citation}): {finding.status}. {finding.reason}\n"
        f"  positions: {sides}\n  exceptions: {exceptions}\n  turns on: {turns}\n  missing: {asks}\n"
        f"  flags: {', '.join(flag.name for flag in finding.flags) or 'none'}\n"
        + "\n".join(tree(finding.because, 1))
    )


def tree(reason: Reason, depth: int = 0) -> list[str]:
    """A tree of reasons as indented lines."""
    lines = ["  " * depth + reason.says]
    for inner in reason.of:
        lines += tree(inner, depth + 1)
    return lines
