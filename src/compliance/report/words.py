"""Statuses, dates, flags and the other fixed labels, in the words that a lawyer reads."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from compliance.model.finding import Finding, PracticeReport, Status
from compliance.model.rule import FlagName
from compliance.model.waiver import Waived

STATUS: Mapping[Status, str] = {
    "violated": "Violated",
    "conflict": "Conflict: two rules command opposite things",
    "contested": "Contested: the sides differ",
    "undetermined": "Not settled",
    "excused": "Excused",
    "satisfied": "Satisfied",
    "permitted": "Permitted",
    "not-applicable": "No rule applies",
    "no-rule": "No rule governs it",
}
"""The status of a practice or a period."""

SHORT: Mapping[Status, str] = {
    "violated": "violated",
    "conflict": "in conflict",
    "contested": "contested",
    "undetermined": "not settled",
    "excused": "excused",
    "satisfied": "satisfied",
    "permitted": "permitted",
    "not-applicable": "not applicable",
    "no-rule": "governed by no rule",
}
"""A status inside of a sentence."""

FLAGS: Mapping[FlagName, str] = {
    "preemption-risk": "Preemption risk",
    "claim-contradicted": "Claim contradicted",
    "authority-unverified": "Authority not verified",
    "source-unverified": "Text not verified",
    "draft-encoding": "Draft encoding",
}

WHY_NOT: Mapping[str, str] = {
    "not-in-force": "The provision was not in force.",
    "not-bound": "The rule does not bind the party.",
    "out-of-scope": "The conduct is not of the kind that the rule is about.",
    "overridden": "Another rule prevails.",
}
"""Why a rule does not apply, in short."""

SEEN: Mapping[str, str] = {
    "part": "text seen in part",
    "secondary": "text seen only second-hand",
    "described": "text not seen, only described",
    "known": "text not seen",
    "known-check-cite": "text and cite not verified",
    "uncertain": "uncertain, not to be relied on",
}
"""How far the text behind a finding was seen, where it was not seen in full."""

NOTICE = "A research and drafting aid, not legal advice."
GAP = "That is a gap in what is encoded, not a clearance."
DRAFT = "Draft encoding: no lawyer has yet reviewed it against the text."

STANDARDS: Mapping[str, str] = {
    "proven": "Standard: proven. Facts that are only alleged or disputed count as not known.",
    "alleged": "Standard: alleged. Alleged and disputed facts are taken as stated.",
}


def of_finding(finding: Finding) -> str:
    """The status of one rule in words: 'Excused by: required by law'."""
    match finding.status:
        case "undetermined" if finding.missing:
            return "Not settled: facts are missing"
        case "undetermined" if finding.overridden_by is not None:
            return "Not settled: whether a limit on it was kept is open"
        case "undetermined":
            return f"Not settled: {', and '.join(_beyond_facts(finding))}"
        case "excused":
            shown = [tried.title for tried in finding.exceptions if tried.status == "shown"]
            return f"Excused by: {listed(shown)}" if shown else "Excused: another rule prevails"
        case "not-applicable":
            return "Does not apply"
        case status:
            return STATUS[status]


def _beyond_facts(finding: Finding) -> Iterator[str]:
    """What no fact can settle, as clauses."""
    if finding.force_unknown:
        yield "whether it was in force is not known"
    if finding.unseen and (finding.can_be_violated or finding.modality == "permission"):
        number_of = (
            "an exception that may decide" if len(finding.unseen) == 1 else "exceptions that may decide"
        )
        yield f"{number_of} could not be encoded"
    if not finding.force_unknown and not finding.unseen:
        yield "it rests on what no fact can settle"


def flag(name: str) -> str:
    """A flag's name in words."""
    return next((words for known, words in FLAGS.items() if known == name), sentence(name.replace("-", " ")))


def possible(finding: Finding) -> str | None:
    """What an open finding can still come out as; says so where no violation is among it."""
    if finding.status not in ("undetermined", "contested") or not finding.possible:
        return None
    if finding.status == "contested" and finding.can_be_violated:
        return None
    return still_possible(finding.possible)


def still_possible(statuses: Sequence[Status]) -> str:
    """What something open can come out as."""
    outcomes = listed([SHORT[status] for status in statuses], "or")
    if "violated" in statuses:
        return f"Still possible: {outcomes}."
    return f"No violation is possible here, however it comes out: {outcomes}."


def waiver(waived: Waived) -> str:
    """The decision to live with a finding: who took it, why, and how long it lasts."""
    return f"Waived through {day(waived.expires)} by {waived.approver}: {stop(waived.reason)}"


def of_practice(practice: PracticeReport) -> str:
    """The status of a practice in words; says so where it is waived and nothing is left that calls for action."""
    findings = [finding for period in practice.timeline for finding in period.findings]
    waived = any(finding.waived is not None for finding in findings)
    settled = waived and not any(finding.calls_for_action for finding in findings)
    return f"{STATUS[practice.status]}{' (waived)' if settled else ''}"


def day(value: date) -> str:
    """A day: 15 September 2017."""
    return f"{value.day} {value:%B} {value.year}"


def span(since: date, until: date | None) -> str:
    """A stretch of days: '15 September 2017 to 24 April 2018', 'from 15 September 2017'."""
    if until is None:
        return f"from {day(since)}"
    return day(since) if since == until else f"{day(since)} to {day(until)}"


def listed(parts: Sequence[str], word: str = "and") -> str:
    """A list in a sentence: 'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def cited(citations: Iterable[str]) -> str:
    """Citations in a sentence, each instrument named once: 'EO 170 (2017), B.1 and B.2'."""
    found: dict[str, list[str]] = {}
    for citation in citations:
        instrument, _, provision = citation.partition(", ")
        found.setdefault(instrument, []).append(provision)
    return listed([f"{instrument}, {listed(provisions)}" for instrument, provisions in found.items()])


_REPEATED = re.compile(
    r"(?P<ask>.+?\?) "
    r"(?P<frame>Not known \(what matters: |Not: |Among others: |[^?]+? \(what matters: )"
    r"(?P<what>.+?)(?P<end>\)?\.)"
)


def folded(statements: Iterable[str]) -> list[str]:
    """Statements without repetition: what one question is answered with in several is told in one."""
    found: dict[tuple[str, ...], list[str]] = {}
    for says in dict.fromkeys(statements):
        split = _REPEATED.fullmatch(says)
        key = (split["ask"], split["frame"], split["end"]) if split else (says,)
        found.setdefault(key, []).append(split["what"] if split else says)
    return [_told(key, parts) for key, parts in found.items()]


def _told(key: tuple[str, ...], parts: Sequence[str]) -> str:
    if len(key) == 1:
        return key[0]
    ask, frame, end = key
    if len(parts) > 2 and any("," in part for part in parts):
        return f"{ask} {frame}{'; '.join(parts)}{end}"
    return f"{ask} {frame}{listed(parts, 'and' if frame.startswith('Among') else 'or')}{end}"


def within(citation: str) -> str:
    """A citation set off behind what it belongs to, in brackets where it has parentheses itself."""
    return f"[{citation}]" if "(" in citation else f"({citation})"


_UNSEEN = dict.fromkeys(
    (*range(9), *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)


def visible(text: str) -> str:
    """The text without control and direction characters: input must not steer a terminal or a log."""
    return text.translate(_UNSEEN)


def clean(text: str) -> str:
    """The visible text on one line, with single spaces."""
    return " ".join(visible(text).split())


def number(count: int, noun: str, plural: str | None = None) -> str:
    """A counted noun: '1 rule', '3 rules'."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def stop(text: str) -> str:
    """The text with a full stop, unless it ends in one or in another closing mark."""
    return text if not text or text[-1] in '.?!:;…"”' else f"{text}."


def counted(statuses: Iterable[Status]) -> str:
    """How many have each status, from the gravest: '1 violated, 2 contested'."""
    found = list(statuses)
    return ", ".join(f"{found.count(status)} {words}" for status, words in SHORT.items() if status in found)
