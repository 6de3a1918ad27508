"""What a vocabulary says of all practices: constraints that hold of every one, harms, and values that rest on law."""

from collections.abc import Iterable, Iterator

from compliance.model.library import LinkedConstraint, LinkedHarm
from compliance.model.logic import UseTerm
from compliance.source.conditions import PARTY, Scope, resolve
from compliance.source.references import Links
from compliance.source.yaml_text import Document, Loc


def scope_of_words(document: Document, links: Links, role: str | None = None) -> Scope:
    """Where conditions stand that know facts and no terms; `role` is what `party` means there."""

    def use(name: str, named: str | None, loc: Loc) -> UseTerm | None:
        del named
        message = f"'{name}' would be a term, and a vocabulary has none"
        links.complaints.add(
            document, "term-in-vocabulary", message, document.span(loc), "write it with facts: 'fact: value'"
        )
        return None

    return Scope(links.words.names, document, use, links.complaints, role)


def link_constraints(links: Links) -> Iterable[LinkedConstraint]:
    """The constraints, those about a party once for every role; what is wrong with one is complained about once."""
    for name, constraint in links.words.constraints.items():
        document, span = links.words.places[f"constraints:{name}"]
        loc: Loc = ("constraints", name, "holds")
        about_party = constraint.of == PARTY
        for role in links.words.roles if about_party else (None,):
            before = links.complaints.count
            logic = resolve(constraint.holds, scope_of_words(document, links, role), loc)
            if links.complaints.count > before:
                break
            yield LinkedConstraint(name, role, logic, constraint.because, span)


def link_harms(links: Links) -> Iterator[LinkedHarm]:
    """The harms."""
    for name, harm in links.words.harms.items():
        document, span = links.words.places[f"harms:{name}"]
        before = links.complaints.count
        logic = resolve(harm.when, scope_of_words(document, links), ("harms", name, "when"))
        if links.complaints.count == before:
            yield LinkedHarm(name, harm.title, logic, harm.weight, span)


def check_laws(links: Links) -> None:
    """Values of facts that rest on a provision name one that exists."""
    for section, facts in (("facts", links.words.facts), ("attributes", links.words.attributes)):
        for name, fact in facts.items():
            if fact.laws and f"{section}:{name}" in links.words.places:
                document, _ = links.words.places[f"{section}:{name}"]
                for value, reference in fact.laws.items():
                    links.provision(reference, "", document, (section, name, "laws", value))
