"""Terms: used where conditions name them, each linked once for every role it is about."""

from collections.abc import Mapping

from compliance.model.library import LinkedReading, TermUse
from compliance.model.logic import Judged, UseTerm
from compliance.model.rule import Term
from compliance.source.conditions import PARTY, Scope, resolve
from compliance.source.files import SourceFile
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.references import Links
from compliance.source.words import RESERVED
from compliance.source.yaml_text import Document, Loc

PLAIN = "plain"
"""The name of the only reading of a term with a plain meaning."""

MAX_HEIGHT = 200
"""How deep terms may stand on one another, in steps of the paths to where they are used."""


def scope_of(
    home: str, document: Document, links: Links, role: str | None = None, also: str | None = None
) -> Scope:
    """Where conditions of an instrument stand; `role` is what `party` means there.

    `also` is another instrument whose terms may be used where the first has none of the name.
    """

    def use(name: str, named: str | None, loc: Loc) -> UseTerm | None:
        own = also is None or name not in _terms(also, links) or name in _terms(home, links)
        return use_term(home if own else str(also), document, name, named, role, loc, links)

    return Scope(links.words.names, document, use, links.complaints, role)


def _terms(home: str, links: Links) -> Mapping[str, Term]:
    return links.rulesets[home].terms if home in links.rulesets else {}


def use_term(
    home: str, document: Document, name: str, named: str | None, around: str | None, loc: Loc, links: Links
) -> UseTerm | None:
    """An instrument's term as a place uses it; None after a complaint.

    `named` is the role it is written of (`ROLE: TERM`), `around` what `party` means at that place.
    """
    terms = _terms(home, links)
    term = terms.get(name)
    span = document.span(loc)
    if term is None:
        message = f"'{short(home)}' has no term '{short(name)}'"
        help_ = did_you_mean(name, terms, "terms are local to their instrument; declare it under 'terms:'")
        links.complaints.add(document, "unknown-term", message, span, help_, about=home)
        return None
    role = (named or around) if term.of == PARTY else None
    if term.of == PARTY and role is None:
        help_ = f"write 'ROLE: {name}', such as '{next(iter(links.words.roles), 'recipient')}: {name}'"
        links.complaints.add(document, "term-wants-role", f"'{name}' is about a party", span, help_)
        return None
    if term.of is None and named is not None:
        help_ = f"write '{name}' alone, or give the term 'of: party'"
        links.complaints.add(document, "term-not-of-party", f"'{name}' is not about a party", span, help_)
        return None
    key = f"{home}#{name}" + (f"@{role}" if role else "")
    if key in links.open_terms:
        chain = [*links.open_terms, key]
        steps = " → ".join(step.rpartition("#")[2].partition("@")[0] for step in chain[chain.index(key) :])
        help_ = f"{steps}; say what one of them means without the others"
        links.complaints.add(document, "circular-term", f"'{name}' is defined by itself", span, help_)
        return None
    below = sum(links.open_terms.values()) + len(loc)
    if below <= MAX_HEIGHT and key not in links.terms:
        own = links.documents.get(home, document)
        links.terms[key] = _linked(home, own, name, term, role, key, len(loc), links)
    height = links.heights.get(key, 0) + len(loc)
    if max(below, height) > MAX_HEIGHT:
        message = f"the terms below '{name}' stand on one another too deep"
        links.complaints.add(
            document, "too-deep", message, span, "say what some of them mean without the others"
        )
        return None
    outer = next(reversed(links.open_terms), None)
    if outer is not None:
        links.heights[outer] = max(links.heights.get(outer, 0), height)
    return UseTerm(key)


def _linked(
    home: str, document: Document, name: str, term: Term, role: str | None, key: str, depth: int, links: Links
) -> TermUse:
    scope = scope_of(home, document, links, role)
    loc: Loc = ("terms", name)
    links.open_terms[key] = depth
    readings = readings_of(term, key, scope, loc)
    del links.open_terms[key]
    return TermUse(key, home, name, role, term, readings, document.key_span(loc))


def readings_of(term: Term, key: str, scope: Scope, loc: Loc) -> tuple[LinkedReading, ...]:
    """The readings of a term, which stands at a place, as they are used under a key."""
    if term.judgment:
        return (LinkedReading(PLAIN, Judged(key), None),)
    if term.means is not None:
        return (LinkedReading(PLAIN, resolve(term.means, scope, (*loc, "means")), None),)
    return tuple(
        LinkedReading(reading, resolve(item.means, scope, (*loc, "readings", reading, "means")), item)
        for reading, item in term.readings.items()
    )


def link_terms(file: SourceFile, links: Links) -> None:
    """Link every term of a ruleset that is not about a party, and check what each says about itself."""
    home, document = file.model.encodes, file.document
    for name, term in file.model.terms.items():
        if name in RESERVED:
            span = document.key_span(("terms", name))
            message = f"nothing can be called '{name}'"
            links.complaints.add(document, "reserved-name", message, span, "choose another name")
        check_term(home, document, name, term, ("terms", name), links)
        if term.of is None:
            use_term(home, document, name, None, None, ("terms", name), links)


def link_unused(file: SourceFile, links: Links) -> None:
    """Link the terms about a party that nothing uses, for what may be wrong with them; nothing is kept."""
    home, document = file.model.encodes, file.document
    for name, term in file.model.terms.items():
        if term.of == PARTY and not any(key.startswith(f"{home}#{name}@") for key in links.terms):
            kept, heights = dict(links.terms), dict(links.heights)
            use_term(home, document, name, PARTY, None, ("terms", name), links)
            links.terms, links.heights = kept, heights


def check_term(home: str, document: Document, name: str, term: Term, loc: Loc, links: Links) -> None:
    """Check what a term, which stands at a place, says about itself: provisions, facts, defaults and who holds what."""
    links.provision(term.provision, home, document, (*loc, "provision"))
    for i, fact in enumerate(term.settled_by):
        if fact not in links.words.facts:
            help_ = did_you_mean(fact, links.words.facts, "facts are declared in a vocabulary file")
            span = document.span((*loc, "settled-by", i))
            links.complaints.add(document, "unknown-fact", f"no fact is called '{short(fact)}'", span, help_)
    if term.default is not None and term.default not in term.readings:
        help_ = did_you_mean(term.default, term.readings, "its readings are " + listed(term.readings))
        if not term.readings:
            help_ = "a term without readings has no default; take it out"
        message = f"'{name}' has no reading '{short(term.default)}'"
        links.complaints.add(document, "unknown-reading", message, document.span((*loc, "default")), help_)
    if term.readings:
        _check_holders(home, document, name, term, loc, links)


def _check_holders(home: str, document: Document, name: str, term: Term, loc: Loc, links: Links) -> None:
    """Every position that argues about the instrument holds one reading, or there is a default."""
    holders: dict[str, str] = {}
    known = links.words.positions_at(links.ranks[home])
    strangers = False
    for reading, item in term.readings.items():
        for i, position in enumerate(item.held_by):
            span = document.span((*loc, "readings", reading, "held-by", i))
            if position not in known:
                strangers = True
                help_ = did_you_mean(position, known, "the positions here are " + (listed(known) or "none"))
                message = f"no position is called '{short(position)}'"
                links.complaints.add(document, "unknown-position", message, span, help_)
            elif position in holders:
                message = f"'{position}' already holds the reading '{holders[position]}' of '{name}'"
                help_ = "a position holds one reading of a term; take it out of one of the two"
                links.complaints.add(document, "reading-held-twice", message, span, help_)
            holders.setdefault(position, reading)
    idle = [position for position in known if position not in holders]
    if idle and term.default is None and not strangers:
        message = f"no reading of '{name}' is held by {listed(idle)}"
        help_ = "add it to a reading's 'held-by:', or name a 'default:' reading"
        links.complaints.add(document, "reading-not-held", message, document.key_span(loc), help_)
