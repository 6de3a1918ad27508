"""Scenarios that would notice a mutant: found by search, written with the published steps, and played to be sure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from compliance.analysis.edits import force_of
from compliance.analysis.telling import Laws, Look, Situation, near, near_related
from compliance.analysis.witness import nearest, witness
from compliance.model.case import Case, Known, Members
from compliance.model.finding import Period, PracticeReport
from compliance.model.interval import edges
from compliance.model.library import Library
from compliance.model.mutant import Mutant, SetForce, Skeleton
from compliance.model.scenario import Keyword, Line, Scenario
from compliance.model.span import Span
from compliance.source.files import display_name
from compliance.testing.bearing import Bearing, MutatedLaw
from compliance.testing.differences import expectations
from compliance.testing.law import Deciders
from compliance.testing.play import play_in, step
from compliance.testing.proceeding import Proceeding
from compliance.testing.replay import AT_HAND, Check, Recording

MOST_CASES = 12
"""Recorded practices from which the search starts, for each rule."""
MOST_BUILT = 4
"""Of these, those on which facts are built up."""
MOST_PLAYED = 12
"""Scenarios that are written and played before the search gives up."""
_OPERATORS_PROVED = (
    "drop-exception",
    "drop-element",
    "negate-element",
    "swap-all-any",
    "swap-modality",
    "swap-reading",
    "drop-value",
    "shift-threshold",
)


@dataclass(frozen=True)
class Ground:
    """A mutant, and what a search for its scenario starts from."""

    mutant: Mutant
    base: Deciders
    mutated: MutatedLaw
    bearing: Bearing
    recordings: Sequence[Recording]


@dataclass(frozen=True)
class _Start:
    """A recorded practice, and the day whose law its scenario looks at."""

    recording: Recording
    check: Check
    case: Case
    """With the facts that count."""
    day: date


def skeleton(ground: Ground) -> Skeleton | None:
    """A scenario that passes under the law and fails under the mutant; None where the search finds none."""
    seen: set[str] = set()
    for start, situation in _situations(ground):
        lines = _lines(ground.base(start.check.law).library, start, situation)
        if repr(lines) in seen:
            continue
        seen.add(repr(lines))
        written = _scenario(ground, start.recording, lines)
        if written is not None:
            return Skeleton(display_name(start.recording.feature), text_of(written))
        if len(seen) == MOST_PLAYED:
            break
    return None


def same(ground: Ground) -> bool:
    """Whether it is proved that no facts that are known in full tell the mutant from the law.

    False where that was not proved, and where more than how rules are decided is at stake.
    """
    bearing = ground.bearing
    if ground.mutant.operator not in _OPERATORS_PROVED or not bearing.decided:
        return False
    if bearing.collisions or bearing.related or bearing.told != bearing.decided:
        return False
    nothing = Case("", "", "", date.min, None, {})
    every = [Laws(ground.base(AT_HAND), ground.mutated(AT_HAND), rule) for rule in sorted(bearing.decided)]
    return all(witness(laws, nothing, day).none for laws in every for day in laws.days())


# --- where it may be noticed -----------------------------------------------------------------------------


def _situations(ground: Ground) -> Iterator[tuple[_Start, Situation]]:
    """Situations that may tell the mutant from the law: near a recorded practice, then anywhere."""
    starts = [(start, laws) for rule in sorted(ground.bearing.told) for start, laws in _starts(ground, rule)]
    looks: tuple[Look, ...] = ("as it is", "one fact")
    for look in looks:
        for start, laws in starts:
            for situation in near(laws, start.case, (start.day, *_moved(ground, start)), look):
                yield start, situation
        for start in _every(ground) if ground.bearing.related else ():
            both = ground.base(start.check.law), ground.mutated(start.check.law)
            for situation in near_related(*both, start.case, (start.day, *_moved(ground, start)), look):
                yield start, situation
    rules = [laws.rule for _, laws in starts]
    built = [one for place, one in enumerate(starts) if rules[:place].count(one[1].rule) < MOST_BUILT]
    for start, laws in built:
        for day in dict.fromkeys((start.day, *laws.days())):
            found = witness(laws, start.case, day)
            for situation in filter(None, (found.settled, found.waiting)):
                waiting = situation is found.waiting
                least = nearest(laws, start.case, day, situation, waiting=waiting)
                yield start, replace(least, day=None if day == start.day else day)
    for start, laws in starts:
        for situation in near(laws, start.case, (start.day, *_moved(ground, start)), "details"):
            yield start, situation


def _starts(ground: Ground, rule: str) -> Iterator[tuple[_Start, Laws]]:
    """Practices of scenarios that look at a rule; those to which it applies first."""
    found: list[tuple[bool, _Start]] = []
    for start in _every(ground):
        if rule in start.recording.rules:
            touches = [touch for touch in start.recording.played.touches if touch.rule == rule]
            found.append((all(touch.status == "not-applicable" for touch in touches), start))
    for _, start in sorted(found, key=lambda one: one[0])[:MOST_CASES]:
        law = start.check.law
        yield start, Laws(ground.base(law), ground.mutated(law), rule)


def _every(ground: Ground) -> Iterator[_Start]:
    """Every recorded practice whose law the mutant changes, each with its first scenario for each day.

    Those come first whose feature is about the instrument that the mutant changes.
    """
    home = ground.mutant.instrument
    seen: set[tuple[int, date]] = set()
    for recording in sorted(ground.recordings, key=lambda one: not one.is_about(home)):
        for check in recording.checks:
            decider = ground.base(check.law)
            if ground.mutated(check.law) is decider:
                continue
            day = _day(check, decider.library)
            if (id(check.case), day) not in seen:
                seen.add((id(check.case), day))
                yield _Start(recording, check, check.case.under(check.question.standard), day)


def _day(check: Check, library: Library) -> date:
    """A day of the period that a scenario looks at."""
    asked = check.question.law_as_of or check.day or check.case.until
    return asked or max((check.case.since, *library.changes[-1:]))


def _moved(ground: Ground, start: _Start) -> tuple[date, ...]:
    """The days around those that the mutant moves, where they are days of law."""
    edit = ground.mutant.edit
    if not isinstance(edit, SetForce):
        return ()
    stood = force_of(ground.base(start.check.law).library, edit.owner)
    found = set(edges(stood)) ^ set(edges(edit.intervals))
    return tuple(sorted({day - timedelta(days=step) for day in found for step in (0, 1)} - {start.day}))


# --- how it is written -----------------------------------------------------------------------------------


def _lines(library: Library, start: _Start, situation: Situation) -> list[Line]:
    """The steps up to the check: what the scenario of the practice says, and then what is otherwise."""
    check, lines = start.check, start.recording.scenario.lines
    asked = lines[check.line].text
    added = [_fact(library, name, known) for name, known in situation.facts.items()]
    for key, judged in situation.judgments.items():
        term, _, role = key.partition("@")
        of = f" of the {role.replace('-', ' ')}" if role else ""
        answer = "yes" if judged.holds else "no"
        added.append(f'the judgment "{term}"{of} is "{answer}", by "counsel", because "to be said"')
    if situation.day is not None:
        as_of = check.question.law_as_of is not None
        added.append(f"the law as of {situation.day}" if as_of else f"it happened on {situation.day}")
        asked = "it is checked"
    said_anew = tuple(f'the fact "{name}" ' for name in situation.facts)
    if situation.day is not None:
        said_anew += ("the law as of ",) if check.question.law_as_of is not None else ("it happened ",)
    given = [
        line
        for line in lines[: check.line]
        if line.keyword == "given" and not line.text.startswith(said_anew)
    ]
    return [*given, *(_line("given", text) for text in added), _line("when", asked)]


def _fact(library: Library, name: str, known: Known) -> str:
    match known.value:
        case None:
            return f'the fact "{name}" is not known'
        case Members(has, lacks):
            every = library.facts[name].values
            listed = [", ".join(word for word in every if word in some) for some in (has, lacks)]
            whole = len(has | lacks) == len(every)
            value = f"[{listed[0]}]" if whole else f"{{includes: [{listed[0]}], excludes: [{listed[1]}]}}"
        case bool(value_):
            value = str(value_).lower()
        case other:
            value = str(other)
    return f'the fact "{name}" is "{value}"'


def _line(keyword: Keyword, text: str) -> Line:
    return Line(keyword, text, Span("skeleton"))


def _scenario(ground: Ground, recording: Recording, lines: list[Line]) -> Scenario | None:
    """The scenario with what the law as it stands comes to, where it notices the mutant."""
    before = _looked_at(Proceeding(recording.feature, ground.base), lines)
    after = _looked_at(Proceeding(recording.feature, ground.mutated), lines)
    if before is None or after is None:
        return None
    expected = expectations(before, after, ground.bearing.told)
    named = f"To be named (kills {ground.mutant.id})"
    thens = [_line("then", text) for text in expected]
    found = Scenario("", "", named, Span("skeleton"), (), (*lines, *thens))
    passes = play_in(Proceeding(recording.feature, ground.base), found).failure is None
    failure = play_in(Proceeding(recording.feature, ground.mutated), found).failure
    return found if expected and passes and failure is not None and failure.line is not None else None


def _looked_at(proceeding: Proceeding, lines: list[Line]) -> tuple[PracticeReport, Period] | None:
    """What a check comes to; None where the practice is none."""
    if any(step(proceeding, line) is not None for line in lines):
        return None
    assert proceeding.report is not None and proceeding.period is not None
    return proceeding.report, proceeding.period


def text_of(scenario: Scenario) -> str:
    """A scenario as it stands in a feature file."""
    rows = [f"  Scenario: {scenario.name}"]
    before: Keyword | None = None
    for line in scenario.lines:
        word = "And" if line.keyword == before else line.keyword.capitalize()
        rows.append(f"    {word} {line.text}")
        widths = (
            [max(len(_cell(row[i])) for row in line.rows) for i in range(len(line.rows[0]))]
            if line.rows
            else []
        )
        for row in line.rows:
            cells = (f"{_cell(cell):<{width}}" for cell, width in zip(row, widths, strict=True))
            rows.append(f"      | {' | '.join(cells)} |")
        before = line.keyword
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")
