"""What pages say of bills: that they are no law, when they would take effect, and what each clause would change."""

from collections.abc import Iterator, Sequence

from compliance.model.bill import RuleChange, Strike
from compliance.model.instrument import BillTerms, TakesEffect
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment
from compliance.model.page import Entry


def not_law(library: Library, home: str) -> Iterator[Entry]:
    """That a bill and all that stands in it is no law; nothing for other instruments."""
    found = library.instruments[home]
    if found.bill is not None:
        stage = found.bill.stage.replace("-", " ")
        yield Entry("In force", f"no; it is not law, but stands in a bill: {found.short} ({stage})")


def amendments_of(library: Library, home: str, clause: str) -> Iterator[Entry]:
    """What a clause of a bill would do to other law."""
    for one in _amendments(library, home):
        if one.clause == clause:
            yield Entry("Amendment", f"{one.name} {one.verb}s {one.address}")
            yield from (Entry("Text", _edit(edit), 1) for edit in one.written.text)
            yield from (Entry("Changes", _changed(change), 1) for change in one.written.changes)
            yield from (
                Entry("Rule that it would add", f"{rule.id}: {rule.rule.title}", 1) for rule in one.rules
            )
            if one.written.not_encoded is not None:
                yield Entry("Not encoded", one.written.not_encoded, 1)
            yield from (Entry("Note", note, 1) for note in one.written.notes)


def _edit(edit: Strike) -> str:
    """What happens to words: 'strikes “a”, inserts “b”'."""
    found = [f"strikes “{edit.strike}”"] if edit.strike is not None else []
    if edit.insert is not None:
        found.append(
            f"inserts “{edit.insert}”" + (f" after “{edit.after}”" if edit.after is not None else "")
        )
    return ", ".join(found) + (" in what it says in our words" if edit.in_ == "gist" else "")


def _changed(change: RuleChange) -> str:
    """The parts of a rule that become others: 'the rule ban: forbids, drops exceptions (warrant)'."""
    plain = ("title", "binds", "applies", "forbids", "must", "permits")
    parts = [name for name in plain if getattr(change, name) is not None]
    parts += _names("adds exceptions", [one.exception for one in change.adds_exceptions])
    parts += _names("drops exceptions", change.drops_exceptions)
    parts += _names("adds flags", [one.flag for one in change.adds_flags])
    return f"the rule {change.rule}: {', '.join(parts)}"


def _names(what: str, names: Sequence[str]) -> list[str]:
    return [f"{what} ({', '.join(names)})"] if names else []


def _amendments(library: Library, home: str) -> Sequence[LinkedAmendment]:
    bill = library.bills.get(home)
    return bill.amendments if bill is not None else ()


def bill_entries(library: Library, home: str, terms: BillTerms) -> Iterator[Entry]:
    """When it would take effect, and what it would do to other law."""
    since = f", on {terms.as_of}" if terms.as_of else ""
    yield Entry("Stage", terms.stage.replace("-", " ") + since)
    if terms.signed is not None:
        yield Entry("Signed", f"assumed on {terms.signed}")
    yield Entry("Takes effect", _takes_effect(terms.takes_effect))
    if terms.sunset is not None:
        years = terms.sunset.years
        yield Entry("Ends", f"{years} years after it takes effect" if years else f"after {terms.sunset.on}")
    yield from (Entry("Builds on", other) for other in terms.builds_on)
    if terms.transition is not None:
        yield Entry("Transition", terms.transition)
    for amendment in _amendments(library, home):
        does = f"{amendment.verb}s {amendment.address}"
        yield Entry("Amendment", f"{amendment.name} (clause {amendment.clause}) {does}")


def _takes_effect(effect: TakesEffect) -> str:
    day = (
        f"on {effect.on}" if effect.on else f"{effect.days} days after signing" if effect.days else "at once"
    )
    more = f"; {effect.existing_conduct} days later for conduct that began before"
    return day + (more if effect.existing_conduct else "")
