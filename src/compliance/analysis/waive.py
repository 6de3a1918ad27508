"""Waivers laid over findings and over scenarios that failed: what they cover, and which of them cover nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Finding, Period, PracticeReport, Report
from compliance.model.scenario import Played, PlayedFeature, ScenarioReport
from compliance.model.waiver import Waived, Waiver
from compliance.source.waivers import WaiverFile

Judged = Literal["all", "seen", "none"]
"""Which waivers must match something: all of a file, those about what was looked at, or none.

A run over everything can say of each waiver whether it is still needed. A run over single files cannot speak of
practices and scenarios that it did not see, and one that asks otherwise than usual, under the law of another day or
for some positions only, can say it of none.
"""
_OUT = "take it out, or correct its names"


def waive(report: Report, file: WaiverFile, judged: Judged) -> Report:
    """The report with each finding that a waiver covers marked as waived; waivers that cover nothing are errors."""
    used: set[int] = set()
    practices = tuple(_practice(practice, file, used) for practice in report.practices)
    if judged == "all" and report.errors:
        judged = "seen"  # a practice that could not be read may be the one that a waiver is about
    unused = () if judged == "none" else tuple(_unused(practices, file, used, judged))
    receipt = replace(report.receipt, waivers=file.record)
    return replace(report, practices=practices, receipt=receipt, errors=_with(report.errors, unused))


def _practice(practice: PracticeReport, file: WaiverFile, used: set[int]) -> PracticeReport:
    about = {place: one for place, one in file.in_effect.items() if one.practice == practice.id}
    if not about:
        return practice
    timeline = tuple(_period(period, about, used) for period in practice.timeline)
    return replace(practice, timeline=timeline)


def _period(period: Period, about: dict[int, Waiver], used: set[int]) -> Period:
    return replace(period, findings=tuple(_finding(one, about, used) for one in period.findings))


def _finding(finding: Finding, about: dict[int, Waiver], used: set[int]) -> Finding:
    for place, one in about.items():
        if finding.waivable and one.rule == finding.rule and finding.status in one.covers:
            used.add(place)
            return replace(finding, waived=_waived(one))
    return finding


def _waived(one: Waiver) -> Waived:
    return Waived(one.reason, one.approver, one.expires)


def _unused(
    practices: tuple[PracticeReport, ...], file: WaiverFile, used: set[int], judged: Judged
) -> Iterator[Diagnostic]:
    checked = {practice.id: practice for practice in practices}
    for place, one in file.in_effect.items():
        if place in used or one.practice is None or one.rule is None:
            continue
        practice = checked.get(one.practice)
        if practice is not None:
            found = [one for period in practice.timeline for one in period.findings]
            statuses = dict.fromkeys(finding.status for finding in found if finding.rule == one.rule)
            if not statuses or file.said_before(place) is not None:
                continue  # there is no such rule, or it is said twice, which is complained about already
            if len(statuses) > 1:
                statuses.pop("not-applicable", None)
            why = f"'{one.rule}' is {' and '.join(statuses)} for '{one.practice}'"
            others = {finding.rule for finding in found if finding.calls_for_action}
            yield file.unused(place, ("rule",), why, one.rule, others - {one.rule}, _OUT)
        elif judged == "all":
            why = f"no practice called '{one.practice}' was checked"
            yield file.unused(place, ("practice",), why, one.practice, checked, _OUT)


def waive_scenarios(report: ScenarioReport, file: WaiverFile, judged: Judged) -> ScenarioReport:
    """The report with each failed scenario that a waiver covers marked; waivers that cover nothing are errors."""
    used: set[int] = set()
    about = {place: one for place, one in file.in_effect.items() if one.scenario is not None}
    features = tuple(_feature(feature, about, used) for feature in report.features)
    if judged == "all" and report.errors:
        judged = "seen"
    unused = () if judged == "none" else tuple(_unused_scenarios(report.features, file, about, used, judged))
    return replace(report, features=features, waivers=file.record, errors=_with(report.errors, unused))


def _feature(feature: PlayedFeature, about: dict[int, Waiver], used: set[int]) -> PlayedFeature:
    return replace(
        feature, scenarios=tuple(_scenario(one, feature, about, used) for one in feature.scenarios)
    )


def _scenario(played: Played, feature: PlayedFeature, about: dict[int, Waiver], used: set[int]) -> Played:
    for place, one in about.items():
        if played.failure is not None and _is_about(one, feature) and _names(one, played):
            used.add(place)
            return replace(played, waived=_waived(one))
    return played


def _is_about(one: Waiver, feature: PlayedFeature) -> bool:
    """Whether a waiver names this feature: its path, or the end of it, wherever the command was started."""
    assert one.scenario is not None
    named, own = Path(one.scenario.feature).parts, Path(feature.file).absolute().parts
    return own[-len(named) :] == named


def _names(one: Waiver, played: Played) -> bool:
    return one.scenario is not None and one.scenario.name in (played.scenario.name, played.scenario.title)


def _unused_scenarios(
    features: Iterable[PlayedFeature],
    file: WaiverFile,
    about: dict[int, Waiver],
    used: set[int],
    judged: Judged,
) -> Iterator[Diagnostic]:
    played = [feature for feature in features if feature.scenarios]
    for place, one in about.items():
        if place in used or one.scenario is None or file.said_before(place) is not None:
            continue
        named = one.scenario
        own = [feature for feature in played if _is_about(one, feature)]
        if own:
            scenarios = [scenario for feature in own for scenario in feature.scenarios]
            holds = any(_names(one, scenario) for scenario in scenarios)
            if holds or judged == "all":
                why = f"the scenario '{named.name}' {'holds' if holds else 'is not there'}"
                known = [] if holds else dict.fromkeys(scenario.scenario.name for scenario in scenarios)
                yield file.unused(place, ("scenario", "name"), why, named.name, known, _OUT)
        elif judged == "all":
            why = f"no feature file '{named.feature}' was played"
            known_files = [feature.file for feature in played]
            yield file.unused(place, ("scenario", "feature"), why, named.feature, known_files, _OUT)


def _with(errors: Iterable[Diagnostic], more: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted((*errors, *more), key=lambda problem: problem.sort_key))
