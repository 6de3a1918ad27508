"""What stands beside a provision on the page: what is encoded from it, and the scenarios that exercise that."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from compliance.model.coverage import (
    ExceptionCoverage,
    Exercise,
    Exercises,
    InstrumentCoverage,
    Outcome,
    PriorityCoverage,
    ProvisionCoverage,
    RuleCoverage,
    ScenarioRef,
    TermCoverage,
    tally,
)
from compliance.model.library import Library
from compliance.report.coverage import words
from compliance.report.markup import NEWLINE, Html, joined, table, tag
from compliance.report.words import sentence, stop


def beside(one: ProvisionCoverage, home: InstrumentCoverage, library: Library) -> Iterator[Html]:
    """Everything beside one provision of an instrument."""
    yield from _state(one, home, library)
    for rule in home.rules:
        if rule.provision == one.name:
            yield _rule(rule, library)
    yield from _exceptions_away(one, home)
    yield from _terms([term for term in home.terms if term.provision == one.name], library)
    yield from _priorities([priority for priority in home.priorities if priority.provision == one.name], home)
    yield from _scenarios("Scenarios that speak of the provision itself", one.exercises)


def badge(text: str, gap: bool = False) -> Html:
    """A state in words, set off; a gap says that it is one."""
    return tag(
        "span", f"Gap: {text[:1].lower()}{text[1:]}" if gap else text, class_="badge gap" if gap else "badge"
    )


def anchor(kind: str, name: str) -> str:
    """The id of a thing on the page; ids have no spaces."""
    return f"{kind}-{'_'.join(name.split())}"


def link(text: str, kind: str, name: str) -> Html:
    """A link to a thing on the page."""
    return tag("a", text, href=f"#{quote(anchor(kind, name), safe='/')}")


def where(file: str, line: int) -> Html:
    """file:line, that may be broken behind a slash."""
    pieces = f"{file}:{line}".split("/")
    return tag("code", [[f"{piece}/", tag("wbr")] for piece in pieces[:-1]], pieces[-1])


def _state(one: ProvisionCoverage, home: InstrumentCoverage, library: Library) -> Iterator[Html]:
    if one.state in ("not encoded", "on record"):
        state, _, why = words.state(one, library, home.id).partition(": ")
        yield tag("p", tag("strong", f"{sentence(state)}: "), stop(why))
    for encoded in one.encoded:
        which = "A" if encoded.covered else "No"
        if encoded.kind == "bearing":
            yield tag("p", f"{which} scenario names it as bearing on a practice.")
        elif encoded.kind == "continuation":
            yield tag(
                "p", f"{which} scenario looks at law that it keeps in force, on a day on which it does."
            )


def _covered(covered: bool) -> Html:
    return badge("Covered" if covered else "Not covered", not covered)


# Rules and their exceptions


def _rule(one: RuleCoverage, library: Library) -> Html:
    rule = library.rule_by_id[one.id]
    counts = tally(one.exercises).items()
    return tag(
        "section",
        NEWLINE,
        tag("h4", "Rule: ", rule.rule.title, " ", _covered(one.covered), id=anchor("rule", one.id)),
        NEWLINE,
        tag("p", tag("code", one.id), f" · {rule.modality} · binds {library.roles[rule.role].title}", class_="aside"),
        NEWLINE,
        tag("p", "What it came to, and in how many scenarios", class_="label") if counts else "",
        tag("ul", [tag("li", words.outcome(what), " ", tag("b", str(n))) for what, n in counts], class_="outcomes")
        if counts
        else "",
        tag("p", tag("b", "No scenario sees it "), f"{words.never(one.never)}.") if one.never else "",
        NEWLINE,
        _exceptions(one, library) if one.exceptions else "",
        _scenarios("Scenarios that look at it", one.exercises, one.exceptions),
        class_="rule",
    )  # fmt: skip


def _exceptions(rule: RuleCoverage, library: Library) -> Html:
    rows = [
        (
            _exception(rule, one, library),
            words.tallied(one.exercises) or "–",
            words.never(one.never) or "–",
            _covered(one.covered),
        )
        for one in rule.exceptions
    ]
    return table("Its exceptions", ("Unless", "What became of it", "Never seen", "State"), rows)


def _exception(rule: RuleCoverage, one: ExceptionCoverage, library: Library) -> Html:
    cite = library.cite(one.instrument, one.provision)
    if one.instrument == rule.instrument:
        pin = library.provision(one.instrument, one.provision).pin or one.provision
        cite = link(pin, "provision", f"{one.instrument}#{one.provision}")
    return joined([tag("span", one.name, id=anchor("exception", f"{rule.id}: {one.name}")), " (", cite, ")"])


def _exceptions_away(one: ProvisionCoverage, home: InstrumentCoverage) -> Iterator[Html]:
    """Exceptions that rest on this provision, where their rule stands at another."""
    own = {rule.id: rule.provision for rule in home.rules}
    rows = []
    for encoded in one.encoded:
        rule = encoded.name.partition(":")[0]
        if encoded.kind == "exception" and own.get(rule) != one.name:
            name = link(encoded.name, "exception", encoded.name) if rule in own else encoded.name
            rows.append((name, _covered(encoded.covered)))
    if rows:
        yield table("Exceptions that rest on it", ("Rule and exception", "State"), rows)


# Terms and priorities


def _terms(terms: list[TermCoverage], library: Library) -> Iterator[Html]:
    for term in terms:
        if term.readings:
            yield _term(term, library)
    plain = [_plain(term, library) for term in terms if not term.readings]
    if plain:
        yield table("Terms with one meaning, or left to judgment", ("Term", "Decided by", "State"), plain)


def _plain(one: TermCoverage, library: Library) -> tuple[Html, str, Html]:
    term = words.term_of(one, library)
    return (
        joined([words.ask(term), " ", tag("code", _short(one))]),
        "a person's judgment" if term.judgment else "one meaning",
        _covered(one.covered) if one.rules else badge("No rule rests on it"),
    )


def _short(term: TermCoverage) -> str:
    return term.address.rpartition("#")[2]


def _term(one: TermCoverage, library: Library) -> Html:
    term = words.term_of(one, library)
    rows = []
    for reading in one.readings:
        known = term.readings[reading.name]
        state = _covered(reading.covered)
        if not reading.in_use:
            state = badge(sentence(words.on_record(reading, one, library)))
        name = tag("code", reading.name, id=anchor("reading", f"{one.address}: {reading.name}"))
        authority = tag("small", f"Authority: {known.authority}")
        says = joined([known.gloss, tag("br"), name, tag("br"), authority])
        rows.append(
            (says, ", ".join(known.held_by) or "nobody", words.tallied(reading.exercises) or "–", state)
        )
    return tag(
        "section",
        NEWLINE,
        tag("h4", "Term: ", words.ask(term)),
        NEWLINE,
        tag("p", f"“{term.words}” · " if term.words else "", tag("code", _short(one)), class_="aside"),
        NEWLINE,
        table("Its readings", ("Reading", "Held by", "Scenarios", "State"), rows),
        _scenarios("Scenarios that turn on it", _turning(one)),
        class_="term",
    )


def _turning(term: TermCoverage) -> Exercises:
    """The scenarios with a finding that turned on a term, each once, with the positions whose finding did."""
    found: dict[ScenarioRef, set[Outcome]] = {}
    for reading in term.readings:
        for one in reading.exercises:
            decisive = {outcome for outcome in one.outcomes if outcome.what == "decisive"}
            if decisive:
                found.setdefault(one.scenario, set()).update(decisive)
    return tuple(Exercise(at, tuple(sorted(outcomes))) for at, outcomes in sorted(found.items()))


def _priorities(priorities: list[PriorityCoverage], home: InstrumentCoverage) -> Iterator[Html]:
    own = {rule.id for rule in home.rules}

    def named(rule: str) -> str:
        return link(rule, "rule", rule) if rule in own else rule

    if priorities:
        rows = [
            (
                joined([named(one.prevails), " over ", named(one.over)]),
                words.tallied(one.exercises) or "–",
                _covered(one.covered),
            )
            for one in priorities
        ]
        yield table("Which rule prevails", ("Priority", "What the other came to", "State"), rows)


# Scenarios


def _scenarios(
    title: str, exercises: Exercises, exceptions: Iterable[ExceptionCoverage] = ()
) -> Iterator[Html]:
    if exercises:
        tried: dict[ScenarioRef, str] = {}
        for unless in exceptions:
            for one in unless.exercises:
                told = f"; unless {unless.name}: {words.outcomes(one.outcomes)}"
                tried[one.scenario] = tried.get(one.scenario, "") + told
        rows = [
            (
                one.scenario.title,
                words.outcomes(one.outcomes) + tried.get(one.scenario, ""),
                where(one.scenario.file, one.scenario.line),
            )
            for one in exercises
        ]
        shown = table(title, ("Scenario", "Outcome", "Where"), rows, "scenarios")
        yield tag("details", tag("summary", f"{title}: {len(exercises)}"), NEWLINE, shown)
        yield NEWLINE
