"""Scenarios to practices: what the steps before the first check describe."""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic
from compliance.model.scenario import Scenario
from compliance.source.files import SourceFile
from compliance.source.forms import Read
from compliance.source.located import practice_file
from compliance.source.nearest import as_name, short
from compliance.testing.features import Feature, lines_of, read_feature
from compliance.testing.law import Deciders, law_at_hand
from compliance.testing.play import step
from compliance.testing.proceeding import Proceeding


@dataclass
class _Gathered(Read):
    """The practices of a feature file, without repeating one."""

    known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, file: SourceFile, data: dict[str, Any]) -> None:
        """A practice, but not again one that is there already."""
        if self.known.get(data["practice"]) != data:
            self.known[data["practice"]] = data
            self.files.append(file)

    def name(self, title: str) -> str:
        """A name that no other practice has, for one that a scenario describes and does not name."""
        name = first = as_name(title) or "practice"
        number = 1
        while name in self.known:
            number += 1
            name = f"{first}-{number}"
        return name


def practices_in(path: Path, law: Deciders | None = None) -> Read:
    """The practices that the scenarios of a feature file describe, each placed in it."""
    feature, problems = read_feature(path)
    gathered = _Gathered([], list(problems))
    if feature is not None and not problems:
        text = path.read_bytes()
        for scenario in feature.scenarios:
            _gather(feature, scenario, text, law or law_at_hand(), gathered)
    return gathered


def _gather(feature: Feature, scenario: Scenario, text: bytes, law: Deciders, gathered: _Gathered) -> None:
    proceeding = Proceeding(feature.path, law)
    for i, line in enumerate(scenario.lines):
        if line.keyword != "given":
            if any(later.keyword == "given" for later in scenario.lines[i:]):
                gathered.left_out.append(f"{_told(scenario)}: what is said behind the first check")
            break
        failure = step(proceeding, line)
        if failure is not None:
            message = failure.message.partition("\n")[0]
            row = lines_of(text.decode("utf-8-sig"))[line.span.line - 1]
            help_ = "correct the step; 'compliance explain steps' lists them"
            gathered.problems.append(Diagnostic("step-fails", message, line.span, help_, line_text=row))
            return
    data, places = proceeding.data, proceeding.places.values
    if data != proceeding.start:
        if data.get("practice") == (proceeding.start or {}).get("practice"):
            data["practice"] = gathered.name(scenario.name)
            places["practice",] = scenario.span
        data["title"] = scenario.title
        places["title",] = scenario.span
    for said, what in (
        (proceeding.folders, "the law library"),
        (proceeding.law_as_of, "the law of another day"),
        (proceeding.heard, "who is heard"),
        (proceeding.standard != "proven", "that alleged facts are taken as stated"),
    ):
        if said:
            gathered.left_out.append(f"{_told(scenario)}: {what}, which is no part of a practice")
    document = proceeding.document(scenario.title, text.decode("utf-8-sig"), sha256(text).hexdigest())
    file, problems = practice_file(feature.path, document)
    gathered.problems += problems
    if file is not None:
        gathered.take(file, data)


def _told(scenario: Scenario) -> str:
    return f"{scenario.span.file}:{scenario.span.line} ('{short(scenario.title)}')"
