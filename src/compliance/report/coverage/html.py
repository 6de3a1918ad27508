"""The coverage of law as one page: each provision, what is encoded from it, and the scenarios that exercise it."""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from compliance.model.coverage import Coverage, InstrumentCoverage, ProvisionCoverage, Total
from compliance.model.interval import InForce
from compliance.model.library import Library
from compliance.report.coverage import words
from compliance.report.coverage.beside import anchor, badge, beside, link, where
from compliance.report.markup import NEWLINE, Html, lines, page, table, tag
from compliance.report.words import DRAFT, NOTICE, number, sentence

TITLE = "Coverage of law"
ABOUT = (
    "What the scenarios exercise of the law as it is encoded: each provision, the rules, exceptions and terms that "
    "are encoded from it, and the scenarios that look at their findings. What no scenario covers is marked as a gap."
)


def render(coverage: Coverage, library: Library) -> str:
    """A page that stands alone: no script, no other file. All text from the data is escaped."""
    style = files("compliance.report.coverage").joinpath("page.css").read_text("utf-8")
    main = (
        tag("h1", TITLE),
        tag("p", ABOUT, class_="lead"),
        *_summary(coverage),
        *_failed(coverage),
        *_gaps(coverage),
        _contents(coverage, library),
        *(_instrument(one, library) for one in coverage.instruments),
        *_idle(coverage),
        *_meanings(),
        tag("footer", tag("p", NOTICE)),
    )
    return page(TITLE, style, main)


# What comes first


def _summary(coverage: Coverage) -> Iterator[Html]:
    rows = [
        (link(sentence(total.measure), "means", total.measure), *_shares(total), words.apart(total))
        for total in coverage.totals
    ]
    yield tag("h2", "In short")
    yield table("What is covered", ("Of", "Covered", "Percent", "Beside them"), rows, "totals")
    yield tag("p", words.ran(coverage), f" {words.idle(coverage)}" if coverage.idle else "")


def _shares(total: Total) -> tuple[str, str]:
    return (f"{total.covered} of {total.count}" if total.count else "none to cover"), words.percent(total)


def _failed(coverage: Coverage) -> Iterator[Html]:
    if coverage.failed:
        rows = [
            (one.scenario.title, tag("pre", one.message), where(one.scenario.file, one.line))
            for one in coverage.failed
        ]
        yield tag("h2", "Scenarios that fail")
        yield table("They cover nothing", ("Scenario", "Why", "Where"), rows, "scenarios")


def _gaps(coverage: Coverage) -> Iterator[Html]:
    missing = [(total.measure[:-1], name) for total in coverage.totals for name in total.missing]
    yield tag("h2", "Not covered")
    if missing:
        items = (tag("li", f"{sentence(kind)} ", link(name, kind, name)) for kind, name in missing)
        yield tag("ul", NEWLINE, lines(items))
    else:
        yield tag("p", "Nothing: all that counts is covered.")


def _contents(coverage: Coverage, library: Library) -> Html:
    items = (
        tag(
            "li",
            link(library.instruments[one.id].short, "instrument", one.id),
            f": {library.instruments[one.id].title} ({_counted(one)})",
        )
        for one in coverage.instruments
    )
    heading = tag("h2", "Instruments", id="contents")
    return tag("nav", heading, NEWLINE, tag("ul", NEWLINE, lines(items)), aria_labelledby="contents")


def _counted(one: InstrumentCoverage) -> str:
    if all(provision.state in ("not encoded", "on record") for provision in one.provisions):
        return "not encoded"
    gaps = sum(not rule.covered for rule in one.rules)
    gaps += sum(not unless.covered for rule in one.rules for unless in rule.exceptions)
    gaps += sum(reading.in_use and not reading.covered for term in one.terms for reading in term.readings)
    gaps += sum(provision.state == "not covered" for provision in one.provisions)
    told = f"{number(len(one.rules), 'rule')}, " if one.rules else ""
    return told + (f"{number(gaps, 'gap')}" if gaps else "no gap")


# The law


def _instrument(one: InstrumentCoverage, library: Library) -> Html:
    found = library.instruments[one.id]
    facts = [
        ("Cite", found.cite),
        ("Kind", found.kind.replace("-", " ")),
        *_in_force(found.in_force, one.id, library),
        ("Source", sentence(words.source(found.source))),
    ]
    if found.source.note:
        facts.append(("Note on the source", found.source.note))
    if any(library.rule_by_id[rule.id].draft for rule in one.rules):
        facts.append(("Encoding", DRAFT))
    return tag(
        "section",
        NEWLINE,
        tag("h2", f"{found.short}: {found.title}", id=anchor("instrument", one.id)),
        NEWLINE,
        _facts(facts),
        NEWLINE,
        lines(_provision(provision, one, library) for provision in one.provisions),
    )


def _in_force(stretches: Iterable[InForce], home: str, library: Library) -> list[tuple[str, str]]:
    return [("In force", sentence(words.in_force(stretch, home, library))) for stretch in stretches]


def _facts(facts: Iterable[tuple[str, str]]) -> Html:
    return tag("dl", NEWLINE, lines(tag("div", tag("dt", name), tag("dd", what)) for name, what in facts))


def _provision(one: ProvisionCoverage, home: InstrumentCoverage, library: Library) -> Html:
    provision = library.provision(home.id, one.name)
    facts = [
        ("Effect", provision.effect),
        *_in_force(provision.in_force or (), home.id, library),
        ("Source", sentence(words.source(library.source(home.id, one.name)))),
    ]
    law = tag(
        "div",
        tag("p", provision.gist),
        [tag("blockquote", tag("p", f"“{quoted}”")) for quoted in provision.words],
        NEWLINE,
        _facts(facts),
        class_="law",
    )
    state = badge(sentence(one.state), one.state == "not covered")
    name = anchor("provision", f"{home.id}#{one.name}")
    return tag(
        "article",
        NEWLINE,
        tag("h3", provision.pin or one.name, " ", state, id=name),
        NEWLINE,
        tag("div", law, NEWLINE, tag("div", beside(one, home, library)), class_="columns"),
        NEWLINE,
    )


# What comes last


def _idle(coverage: Coverage) -> Iterator[Html]:
    if coverage.idle:
        rows = [(one.title, where(one.file, one.line)) for one in coverage.idle]
        yield tag("h2", "Scenarios that exercise nothing here")
        yield table(
            "They speak of a practice as a whole, or of other law", ("Scenario", "Where"), rows, "scenarios"
        )


def _meanings() -> Iterator[Html]:
    yield tag("h2", "What counts as covered")
    meanings = (
        tag("div", tag("dt", sentence(measure), id=anchor("means", measure)), tag("dd", meaning))
        for measure, meaning in words.MEANS.items()
    )
    yield tag("dl", NEWLINE, lines(meanings))
    yield tag("p", words.NEVER_MEANS)
