"""Pages about instruments, provisions, terms, rules, facts, positions, roles, actors and diagnostic codes."""

from collections.abc import Iterator

from compliance.analysis.explain_bill import amendments_of, bill_entries, not_law
from compliance.analysis.flags import SEEN_WORDS
from compliance.engine.wording import in_words, said, wanted
from compliance.model.instrument import Instrument, Provision, Source
from compliance.model.interval import InForce
from compliance.model.library import Library, LinkedRule, TermUse
from compliance.model.logic import AllOf, AnyOf, Compare, Judged, Logic, NotEncoded, NotOf, UseTerm, Value
from compliance.model.page import Entry, Page
from compliance.model.reference import split_reference
from compliance.model.vocabulary import UNKNOWN, Fact
from compliance.source.codes import EXPLAINED


def subjects(library: Library) -> list[str]:
    """Everything that can be explained."""
    provisions = [
        f"{home}#{name}" for home, found in library.instruments.items() for name in found.provisions
    ]
    terms = [f"{home}#{name}" for home, ruleset in library.rulesets.items() for name in ruleset.terms]
    rules = list(library.written)
    laws = [*library.instruments, *provisions, *terms, *rules]
    words = [*library.facts, *library.positions, *library.roles, *library.actors]
    return [*laws, *words, *EXPLAINED, "roles", "actors"]


def explain(library: Library, subject: str) -> Page | None:
    """The page about a subject, or None where there is no such thing."""
    if subject in library.instruments:
        return Page(library.instruments[subject].title, tuple(_instrument(library, subject)))
    if subject in library.written:
        rule = library.written[subject]
        return Page(rule.rule.title, tuple(_rule(library, rule)))
    if "#" in subject:
        home, name = split_reference(subject, "")
        if home in library.rulesets and name in library.rulesets[home].terms:
            return Page(_about(library.rulesets[home].terms[name].ask), tuple(_term(library, home, name)))
        if home in library.instruments and name in library.instruments[home].provisions:
            return Page(library.cite(home, name), tuple(_provision(library, home, name)))
    if subject in library.facts:
        return Page(_about(library.facts[subject].ask), tuple(_fact(library, subject)))
    if subject in library.positions:
        return Page(library.positions[subject].title, tuple(_position(library, subject)))
    if subject in library.roles:
        return Page(library.roles[subject].title, tuple(_role(library, subject)))
    if subject in library.actors:
        return Page(library.actors[subject].title, tuple(_actor(library, subject)))
    if subject in EXPLAINED:
        meaning, cure = EXPLAINED[subject]
        return Page(subject, (Entry("Means", meaning), Entry("What to do", cure)))
    if subject == "roles":
        return Page("Roles", tuple(Entry(name, role.title) for name, role in library.roles.items()))
    if subject == "actors":
        return Page("Actors", tuple(Entry(name, actor.title) for name, actor in library.actors.items()))
    return None


def _instrument(library: Library, home: str) -> Iterator[Entry]:
    found: Instrument = library.instruments[home]
    yield Entry("Cite", found.cite)
    yield Entry("Kind", found.kind.replace("-", " "))
    yield from (Entry("In force", _interval(interval)) for interval in found.in_force)
    if found.bill is not None:
        yield from bill_entries(library, home, found.bill)
    yield from _source(found.source)
    yield from (Entry("Note", note) for note in found.notes)
    for execution in found.executed:
        title = library.actors[execution.with_].title
        yield Entry("Signed with", title)
        yield from (Entry("Not known", what, 1) for what in execution.not_known)
        yield from (Entry("Note", note, 1) for note in execution.notes)
    for name, provision in found.provisions.items():
        yield Entry(provision.pin or name, provision.gist)
        if provision.source is not None:
            yield Entry("Source", SEEN_WORDS[provision.source.seen], 1)
        for difference in provision.differences:
            yield Entry("Told otherwise", f"By {difference.told_by}: {difference.says}", 1)
            yield Entry("The law", difference.law, 1)
        if provision.not_encoded is not None:
            yield Entry("Not encoded", provision.not_encoded, 1)
    yield from (_named(library, rule) for rule in library.written.values() if rule.instrument == home)


def _named(library: Library, rule: LinkedRule) -> Entry:
    """A rule by its name; of one that a bill would put into other law, that it is none yet."""
    bill = library.proposed.get(rule.id, rule.instrument)
    label = (
        "Rule"
        if bill == rule.instrument
        else f"Rule that a bill would add, {library.instruments[bill].short}"
    )
    return Entry(label, f"{rule.id}: {rule.rule.title}")


def _provision(library: Library, home: str, name: str) -> Iterator[Entry]:
    provision: Provision = library.provision(home, name)
    yield Entry("Says", provision.gist)
    yield from (Entry("Words", f"“{words}”") for words in provision.words)
    yield Entry("Effect", "about other law" if provision.effect == "meta" else provision.effect)
    yield from not_law(library, home)
    yield from amendments_of(library, home, name)
    for interval in provision.in_force or library.instruments[home].in_force:
        yield Entry("In force", _interval(interval))
    yield from _source(library.source(home, name))
    if provision.not_encoded is not None:
        yield Entry("Not encoded", provision.not_encoded)
    yield from (Entry("Continues", target) for target in provision.continues)
    yield from (Entry("Note", note) for note in provision.notes)
    for difference in provision.differences:
        yield Entry("Told otherwise", f"By {difference.told_by}: {difference.says}")
        yield Entry("The law", difference.law, 1)
        if difference.effect is not None:
            yield Entry("What would come out wrong", difference.effect, 1)
    yield from (
        _named(library, rule)
        for rule in library.written.values()
        if (rule.instrument, rule.provision) == (home, name)
    )
    for other, ruleset in library.rulesets.items():
        for term_name, term in ruleset.terms.items():
            if split_reference(term.provision, other) == (home, name):
                yield Entry("Term", f"{other}#{term_name}: {_about(term.ask)}")


def _rule(library: Library, rule: LinkedRule) -> Iterator[Entry]:
    yield Entry("Cite", library.cite(rule.instrument, rule.provision))
    yield Entry("Provision", f"{rule.instrument}#{rule.provision}")
    if rule.rule.words is not None:
        yield Entry("Words", f"“{rule.rule.words}”")
    yield Entry("Binds", f"{library.roles[rule.role].title}, where: {worded(library, rule.bound)}")
    yield Entry("Applies where", worded(library, rule.scope))
    verb = {"prohibition": "Forbids that", "obligation": "Requires that", "permission": "Permits where"}
    yield Entry(verb[rule.modality], worded(library, rule.core))
    for exception in rule.exceptions:
        shown = " (the actor has to show it)" if exception.actor_shows else ""
        named = f" [{exception.name}]"
        yield Entry("Unless", f"{exception.title}{named}{shown}: {worded(library, exception.logic)}")
        yield Entry("Cite", library.cite(exception.instrument, exception.provision), 1)
    bill = library.proposed.get(rule.id)
    if bill is None:
        yield from (Entry("In force", _interval(interval)) for interval in rule.in_force)
    else:
        yield from not_law(library, bill)
    for flag in rule.flags:
        when = "" if flag.logic is None else f" Where: {worded(library, flag.logic)}."
        yield Entry("Flag", f"{flag.flag.flag}: {flag.flag.because}{when}")
    for priority in library.priorities:
        if priority.prevails == rule.id:
            yield Entry("Prevails over", f"{priority.over}, as {priority.as_}: {priority.because}")
        elif priority.over == rule.id:
            yield Entry("Yields to", f"{priority.prevails}, as {priority.as_}: {priority.because}")
    yield from _source(library.source(rule.instrument, rule.provision))
    yield Entry("Review", "a draft: no lawyer has reviewed this encoding" if rule.draft else "reviewed")
    yield from (Entry("Note", note) for note in rule.rule.notes)


def _term(library: Library, home: str, name: str) -> Iterator[Entry]:
    term = library.rulesets[home].terms[name]
    uses = [use for use in library.terms.values() if use.address == f"{home}#{name}"]
    yield Entry("Cite", library.cite(*split_reference(term.provision, home)))
    if term.words is not None:
        yield Entry("Words", f"“{term.words}”")
    if term.judgment:
        yield Entry("Decided by", "a person's judgment, which the practice records")
    for use in uses[:1]:
        yield from _readings(library, use)
    if term.default is not None:
        yield Entry("Otherwise", f"positions that hold no reading take '{term.default}'")
    yield from (Entry("Would help to settle it", library.ask(fact)) for fact in term.settled_by)
    yield from (Entry("Note", note) for note in term.notes)


def _readings(library: Library, use: TermUse) -> Iterator[Entry]:
    for linked in use.readings:
        if linked.reading is None:
            yield Entry("Means", worded(library, linked.logic))
            continue
        held = ", ".join(linked.reading.held_by) or "nobody; on record only"
        yield Entry(f"Reading: {linked.name}", linked.reading.gloss)
        yield Entry("Held by", held, 1)
        yield Entry("Authority", linked.reading.authority, 1)
        yield Entry("Means", worded(library, linked.logic), 1)


def _fact(library: Library, name: str) -> Iterator[Entry]:
    fact = library.facts[name]
    yield Entry("Type", fact.type + (f", in {fact.unit}" if fact.unit else ""))
    yield from (Entry(value, meaning) for value, meaning in fact.values.items())
    if fact.note is not None:
        yield Entry("Note", fact.note)
    for rule in library.rules:
        if name in library.support(*rule.conditions).facts:
            yield Entry("Matters to", f"{rule.id} ({library.cite(rule.instrument, rule.provision)})")


def _position(library: Library, name: str) -> Iterator[Entry]:
    for home, ruleset in library.rulesets.items():
        for term_name, term in ruleset.terms.items():
            for reading in term.readings.values():
                if name in reading.held_by:
                    yield Entry(f"{home}#{term_name}", reading.gloss)


def _role(library: Library, name: str) -> Iterator[Entry]:
    yield Entry("Asks", library.roles[name].ask)
    bound = [rule for rule in library.rules if rule.role == name]
    for rule in bound:
        cite = library.cite(rule.instrument, rule.provision)
        yield Entry("Bound by", f"{rule.id}: {rule.rule.title} ({cite})")
    if not bound:
        yield Entry("Bound by", "no rule")
    yield Entry("In a practice", f"parties: {{{name}: ACTOR}}")
    yield Entry("In a scenario", f'the {name} is the actor "ACTOR"')


def _actor(library: Library, name: str) -> Iterator[Entry]:
    actor = library.actors[name]
    for attribute, value in actor.attributes.items():
        fact = library.attributes[attribute]
        words = _attribute(fact, value)
        asked = fact.ask.replace("{party}", actor.title)
        yield Entry(attribute, f"{asked} {words[:1].upper()}{words[1:]}")
    yield from (Entry("Note", note) for note in actor.notes)
    yield Entry("In a practice", f"parties: {{ROLE: {name}}}")
    yield Entry("In a scenario", f'the ROLE is the actor "{name}"')


def _attribute(fact: Fact, value: Value) -> str:
    """An attribute in words; one that is a set is told with every member."""
    if fact.type == "set":
        names = value if isinstance(value, tuple) else (value,)
        return "; ".join(said(fact, name) for name in names) or "none of what is listed"
    return "not known" if value == UNKNOWN else said(fact, value)


def _source(source: Source) -> Iterator[Entry]:
    checked = f"; checked {source.checked}" if source.checked else ""
    yield Entry("Source", SEEN_WORDS[source.seen] + checked)
    yield from (Entry("Seen in", place, 1) for place in source.at)
    if source.note is not None:
        yield Entry("Note", source.note, 1)


def _interval(interval: InForce) -> str:
    earliest, certain = in_words(interval.earliest), interval.certain_from
    if certain == interval.earliest:
        begins = f"from {earliest}"
    elif certain is None:
        begins = f"from a day not known, {earliest} at the earliest"
    else:
        begins = f"from a day between {earliest} and {in_words(certain)}"
    ends = f" to {in_words(interval.to)}" if interval.to else ""
    by = f", kept in force by {interval.by}" if interval.by else ""
    note = f". Note: {interval.note}" if interval.note else ""
    return begins + ends + by + note


def worded(library: Library, logic: Logic, *, named: bool = True) -> str:
    """A condition in words; behind each fact, in brackets, how a rule file has it, unless not `named`."""
    match logic:
        case AllOf(()):
            return "always"
        case AllOf(of):
            return _joined(library, of, " and ", named)
        case AnyOf(of):
            return _joined(library, of, " or ", named)
        case NotOf(part):
            return f"not ({worded(library, part, named=named)})"
        case Compare(fact=name):
            fact = library.facts[name]
            words = said(fact, logic.value) if fact.type == "yes-no" else wanted(logic, fact)
            return f"“{fact.ask}” {words}" + (f" [{_written(logic)}]" if named else "")
        case UseTerm(key):
            use = library.terms[key]
            return use.term.ask.rstrip("?").replace("{party}", _role_of(library, use)) + f" [{use.name}]"
        case Judged():
            return "a person so judges"
        case NotEncoded(instrument, provision):
            return f"nobody can say: {library.cite(instrument, provision)} is not encoded"


def _written(compare: Compare) -> str:
    """A comparison as a rule file has it: 'act: sharing', 'hours: {at-least: 3}'."""
    value = compare.value
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, tuple):
        text = "[" + ", ".join(str(item) for item in value) + "]"
    else:
        text = str(value)
    if compare.operator in ("is", "includes"):
        return f"{compare.fact}: {text}"
    return f"{compare.fact}: {{{compare.operator}: {text}}}"


def _about(ask: str) -> str:
    """A question about a party, asked of any."""
    return ask.replace("{party}", "the party")


def _role_of(library: Library, use: TermUse) -> str:
    return library.roles[use.role].title if use.role else "the party"


def _joined(library: Library, of: tuple[Logic, ...], word: str, named: bool) -> str:
    worded_parts = [worded(library, part, named=named) for part in of]
    if len(worded_parts) == 1:
        return worded_parts[0]
    return word.join(f"({part})" for part in worded_parts)
