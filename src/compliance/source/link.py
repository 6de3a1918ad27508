"""Files to a library: every cross-reference resolved, or complained about."""

from collections.abc import Iterable, Sequence

from compliance.model.diagnostic import Diagnostic
from compliance.model.library import Library, LinkedRule
from compliance.model.logic import Logic
from compliance.source.bills import check_no_amendments, is_bill, link_bills
from compliance.source.complaints import Complaints, Unread
from compliance.source.conditions import resolve
from compliance.source.files import SourceFile
from compliance.source.limits import check_laws, link_constraints, link_harms
from compliance.source.measures import link_measures
from compliance.source.nearest import did_you_mean, short
from compliance.source.references import Links, check_instrument, collect_rules, link_priorities
from compliance.source.rules import link_rules
from compliance.source.terms import link_terms, link_unused, scope_of
from compliance.source.words import collect_words

Ranked = tuple[int, SourceFile]
"""A file with the rank of the library folder that it lies in."""


def link(
    roots: Sequence[Sequence[SourceFile]], unread: Sequence[Unread] = ()
) -> tuple[Library, tuple[Diagnostic, ...]]:
    """The files of each library folder, in order, as one library; a later one replaces files of earlier ones.

    `unread` are files that could not be read; references that may lead into them are not complained about.
    """
    complaints = Complaints(list(unread))
    files = _replaced(roots, complaints)
    links = Links(complaints, collect_words(files, complaints))
    instruments = _collect_instruments(files, links)
    rulesets = _collect_rulesets(files, links)
    for file in rulesets:
        link_terms(file, links)
    law = [file for file in rulesets if not is_bill(file, links)]
    for file in law:
        check_no_amendments(file, links)
    rules: list[LinkedRule] = [rule for file in law for rule in link_rules(file, links)]
    related = [item for file in instruments for item in _related(file, links)]
    proposed = [file for file in rulesets if is_bill(file, links)]
    priorities = link_priorities(rulesets, links)
    bills = link_bills(proposed, rules, priorities, related, links)
    for file in rulesets:
        link_unused(file, links)
    for file in instruments:
        check_instrument(file, links)
    check_laws(links)
    words = links.words
    library = Library(
        instruments=links.instruments,
        rulesets={home: ruleset for home, ruleset in links.rulesets.items() if home in links.instruments},
        rules=tuple(rules),
        terms=links.terms,
        facts=words.facts,
        roles=words.roles,
        attributes=words.attributes,
        actors=words.actors,
        positions={name: position for name, (position, _) in words.positions.items()},
        priorities=tuple(one for home, found in priorities.items() if home not in bills for one in found),
        related=tuple(item for item in related if links.instruments[item[0]].bill is None),
        constraints=tuple(link_constraints(links)),
        harms={harm.name: harm for harm in link_harms(links)},
        measures=link_measures(links),
        memoranda={file.model.memorandum: file.model for _, file in files if file.kind == "memorandum"},
        files={file.name: file.document.digest for _, file in files},
        places={**{name: span for name, (_, span) in words.places.items()}, **links.places},
        positions_of={home: words.positions_at(links.ranks[home]) for home in links.instruments},
        bills=bills,
    )
    return library, complaints.result()


def _replaced(roots: Sequence[Sequence[SourceFile]], complaints: Complaints) -> list[Ranked]:
    """All files, by folder and name; of two that are about the same thing, the later folder's."""
    chosen: dict[tuple[str, str], Ranked] = {}
    for rank, files in enumerate(roots):
        for file in files:
            key = (file.kind, str(getattr(file.model, file.kind)))
            if key in chosen and chosen[key][0] == rank:
                message = f"'{short(key[1])}' is defined in two files"
                help_ = f"the other is {chosen[key][1].name}; rename one, or join them"
                span = file.document.span((file.kind,))
                complaints.add(file.document, "defined-twice", message, span, help_)
            else:
                chosen[key] = (rank, file)
    return sorted(chosen.values(), key=lambda item: (item[0], item[1].name))


def _collect_instruments(files: Iterable[Ranked], links: Links) -> list[SourceFile]:
    found: list[SourceFile] = []
    for rank, file in files:
        if file.kind == "instrument":
            home = file.model.instrument
            links.instruments[home] = file.model
            links.ranks[home] = rank
            links.places[home] = file.document.span(("instrument",))
            for provision in file.model.provisions:
                links.places[f"{home}#{provision}"] = file.document.key_span(("provisions", provision))
            found.append(file)
        elif file.kind == "memorandum":
            for section in ("rows", "cases"):
                for row in getattr(file.model, section):
                    links.places[f"row:{row}"] = file.document.key_span((section, row))
    return found


def _collect_rulesets(files: Iterable[Ranked], links: Links) -> list[SourceFile]:
    found: list[SourceFile] = []
    for rank, file in files:
        if file.kind == "encodes":
            home = file.model.encodes
            if home not in links.instruments:
                message = f"no instrument is called '{short(home)}'"
                help_ = did_you_mean(home, links.instruments, f"add 'policies/{short(home)}.yaml'")
                span = file.document.span(("encodes",))
                links.complaints.add(file.document, "unknown-instrument", message, span, help_, about=home)
                links.lost.add(home)
            links.rulesets[home] = file.model
            links.ranks[home] = rank
            links.documents[home] = file.document
            for name in file.model.terms:
                links.places[f"{home}#{name}"] = file.document.key_span(("terms", name))
            collect_rules(file, links)
            found.append(file)
    return found


def _related(file: SourceFile, links: Links) -> Iterable[tuple[str, str, Logic]]:
    """(instrument, provision, condition) of provisions without a rule that practices are shown."""
    home = file.model.instrument
    scope = scope_of(home, file.document, links)
    for name, provision in file.model.provisions.items():
        if provision.bears_on is not None:
            yield home, name, resolve(provision.bears_on, scope, ("provisions", name, "bears-on"))
