"""The clauses of a draft, and what it does to the words of other law, as blocks."""

from collections.abc import Iterator
from datetime import date

from compliance.model.compared import ClauseUse, Comparison, Draft
from compliance.model.enactment import Clause
from compliance.model.overlay import LinkedAmendment
from compliance.model.reference import split_reference
from compliance.report.blocks import Aside, Block, Heading, Item, Marked, Paragraph, Points, Table
from compliance.report.comparison import words
from compliance.report.words import day, listed, number, sentence, stop

OURS = "What it says, in our words:"


def clause_blocks(comparison: Comparison, draft: Draft) -> Iterator[Block]:
    """What each clause changed, and those that changed nothing."""
    yield Heading(1, f"{draft.name}: clause by clause")
    rows = tuple(
        (words.clause_words(draft, use.clause), words.days(use.since, use.until), _changed(use))
        for use in draft.clauses
    )
    if rows:
        yield Table("What each clause changed", ("Clause", "Law from", "Changed over these practices"), rows)
    else:
        yield Paragraph("No clause of it has a rule or changes one, so that it can change no finding.")
    elsewhere = [use for use in draft.clauses if not counts_on(use, comparison.day)]
    if elsewhere:
        named = tuple(
            Item(f"{words.days(use.since, use.until)}.", f"{words.clause_words(draft, use.clause)}:")
            for use in elsewhere
        )
        yield Points(f"Clauses that are not law on {day(comparison.day)}, and so changed nothing here", named)
    idle = [use for use in draft.clauses if not use.changes and use not in elsewhere]
    if idle:
        named = tuple(Item(_idle(use), f"{words.clause_words(draft, use.clause)}:") for use in idle)
        yield Points("Clauses that changed nothing", named)
    through = list(_through_others(draft))
    if through:
        yield Points("Clauses that count with others, and were not tried by themselves", tuple(through))
    on_record = list(_on_record(draft))
    if on_record:
        yield Points("Clauses for which no rule stands", tuple(on_record))


def _changed(use: ClauseUse) -> str:
    if not use.changes:
        return "nothing"
    return f"{number(use.changes, 'finding')} in {number(len(use.practices), 'practice')}"


def counts_on(use: ClauseUse, on: date) -> bool:
    """Whether a clause is law on a day."""
    return use.since is not None and use.since <= on and (use.until is None or on <= use.until)


def _idle(use: ClauseUse) -> str:
    if use.matters is False:
        return "it changes no finding on any facts."
    if use.matters:
        return "no finding over these practices; on other facts it would."
    return "no finding over these practices; whether it would on other facts is not proved."


def _through_others(draft: Draft) -> Iterator[Item]:
    """The provisions of the bills that have no rule of their own, but an exception or a term of rules."""
    library = draft.library
    tried = {(use.clause.bill, use.clause.provision) for use in draft.clauses}
    for bill in draft.enactment.bills:
        linked, terms = draft.enactment.current.bills[bill], library.rulesets[bill].terms
        rules = (*linked.rules, *(rule for one in linked.amendments for rule in one.rules))
        for name in library.instruments[bill].provisions:
            if (bill, name) in tried:
                continue
            told = [
                f"the exception “{one.title}” to {library.cite(rule.instrument, rule.provision)}"
                for rule in rules
                for one in rule.exceptions
                if (one.instrument, one.provision) == (bill, name)
            ]
            told += [
                f"the definition of “{term.words or key.replace('-', ' ')}”"
                for key, term in terms.items()
                if split_reference(term.provision, bill) == (bill, name)
            ]
            if told:
                yield Item(f"{listed(told)}.", f"{library.cite(bill, name)}:")


def _on_record(draft: Draft) -> Iterator[Item]:
    """Provisions and amendments that say themselves that no rule stands for them, and why."""
    for bill in draft.enactment.bills:
        for name, provision in draft.library.instruments[bill].provisions.items():
            if provision.not_encoded:
                yield Item(stop(provision.not_encoded), f"{draft.library.cite(bill, name)}:")
        for one in draft.enactment.current.bills[bill].amendments:
            if one.written.not_encoded:
                said = words.clause_words(draft, Clause(bill, one.clause, one.name))
                yield Item(stop(one.written.not_encoded), f"{said}:")


# --- redline ---------------------------------------------------------------------------------------------


def redline_blocks(draft: Draft) -> Iterator[Block]:
    """What the draft does to other law: words deleted and inserted, provisions added, repealed and voided."""
    amendments = [
        (Clause(bill, one.clause, one.name), one)
        for bill in draft.enactment.bills
        for one in draft.enactment.current.bills[bill].amendments
    ]
    if not amendments:
        return
    library = draft.library
    yield Heading(1, f"{draft.name}: redline of other law")
    for redline in draft.redlines:
        what = "words quoted from it" if redline.part == "words" else "what it says, in our words"
        yield Heading(2, f"{library.cite(redline.instrument, redline.provision)}: {what}")
        yield Aside("By " + listed([words.clause_cite(draft, clause) for clause in redline.clauses]))
        yield Marked(redline.words)
    told = {(redline.instrument, redline.provision) for redline in draft.redlines}
    rest = [(c, one) for c, one in amendments if (one.instrument, one.target) not in told]
    if rest:
        yield Points("Other changes of law", tuple(_alteration(draft, clause, one) for clause, one in rest))


def _alteration(draft: Draft, clause: Clause, one: LinkedAmendment) -> Item:
    """An amendment without a redline: what it does, from when, and what the provision says."""
    library = draft.library
    lead = f"{sentence(words.what_it_does(library, one))}:"
    by = f"by {words.clause_cite(draft, clause)}, from {day(draft.enactment.days[clause])}."
    match one.verb:
        case "redefine":
            return Item(by, lead, tuple(_meanings(draft, one)))
        case "amend":
            note = "What it means for rules changes; no words of it are struck or inserted here."
        case "add":
            note = f"{OURS} [inserted: {library.provision(one.instrument, one.target).gist}]"
        case "repeal" | "void":
            home = library.instruments[one.instrument]
            gist = home.provisions[one.target].gist if one.target else home.title
            note = f"{OURS} [{'deleted' if one.verb == 'repeal' else 'without effect'}: {gist}]"
    return Item(by, lead, ((0, note),))


def _meanings(draft: Draft, one: LinkedAmendment) -> Iterator[tuple[int, str]]:
    """A term's question and readings before and after."""
    before = draft.enactment.current.term_by_address.get(one.address)
    for part, term in (("deleted", before), ("inserted", one.written.term)):
        if term is not None:
            readings = "; ".join(
                f"{name}: {reading.gloss.rstrip('.')}" for name, reading in term.readings.items()
            )
            yield 0, f"[{part}: {term.ask}{f' Readings: {readings}' if readings else ''}]"
