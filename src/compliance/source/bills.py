"""Bills: their own rules, and the amendments that they make to other law, with every name in them resolved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from compliance.model.bill import Amendment, RuleChange
from compliance.model.instrument import Instrument
from compliance.model.library import LinkedReading, LinkedRule
from compliance.model.logic import Logic
from compliance.model.overlay import LinkedAmendment, LinkedBill, LinkedChange
from compliance.model.rule import Modality, Priority
from compliance.model.span import Span
from compliance.source.conditions import Scope, resolve
from compliance.source.files import SourceFile
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.references import Links
from compliance.source.rules import CORE, bound_by, link_exceptions, link_flags, link_rule, link_rules
from compliance.source.terms import check_term, readings_of, scope_of
from compliance.source.yaml_text import Loc

Related = tuple[str, str, Logic]


def is_bill(file: SourceFile, links: Links) -> bool:
    """Whether a ruleset says what a bill means."""
    instrument = links.instruments.get(file.model.encodes)
    return instrument is not None and instrument.bill is not None


def check_no_amendments(file: SourceFile, links: Links) -> None:
    """Only a bill amends other law; of an instrument that could not be read nobody knows whether it is one."""
    if file.model.amendments and file.model.encodes in links.instruments:
        message = "only a bill amends other law"
        help_ = "give its instrument 'kind: bill' and 'bill:', or take the amendments out"
        span = file.document.key_span(("amendments",))
        links.complaints.add(file.document, "amendments-outside-bill", message, span, help_)


def link_bills(
    files: Sequence[SourceFile],
    law: Iterable[LinkedRule],
    priorities: Mapping[str, tuple[Priority, ...]],
    related: Iterable[Related],
    links: Links,
) -> dict[str, LinkedBill]:
    """The bills of some rulesets, by instrument. `law` are the rules of all other law."""
    extended = replace(links, instruments=_with_additions(files, links))
    own = {file.model.encodes: tuple(link_rules(file, extended)) for file in files}
    drafts = [
        _Amending(file, i, amendment, extended)
        for file in files
        for i, amendment in enumerate(file.model.amendments)
    ]
    _check_names(files, links)
    added = {draft.key: draft.added() for draft in drafts}
    known = {
        rule.id: rule
        for rule in (*law, *(rule for rules in (*own.values(), *added.values()) for rule in rules))
    }
    targets = {draft.key: draft.target() for draft in drafts}
    changes = {draft.key: draft.changes(known) for draft in drafts}
    readings = _readings(drafts, links)
    of_bill: dict[str, list[LinkedAmendment]] = {file.model.encodes: [] for file in files}
    for draft in drafts:
        target = targets[draft.key]
        if target is not None:
            linked = draft.linked(target, changes[draft.key], added[draft.key], readings[draft.key])
            of_bill[draft.home].append(linked)
    about = tuple(related)
    return {
        home: LinkedBill(
            home,
            own[home],
            tuple(amendments),
            priorities.get(home, ()),
            tuple(one for one in about if one[0] == home),
            links.places[home],
        )
        for home, amendments in of_bill.items()
    }


def _with_additions(files: Iterable[SourceFile], links: Links) -> dict[str, Instrument]:
    """The instruments with the provisions that bills add to them, so that rules can name these.

    Several drafts may add the same one; they fight only where they are enacted together.
    """
    found = dict(links.instruments)
    for file in files:
        mine: set[str] = set()
        for i, amendment in enumerate(file.model.amendments):
            home, _, name = (amendment.add or "").partition("#")
            if amendment.provision is None or home not in found or not name:
                continue
            provisions = found[home].provisions
            law = name in links.instruments[home].provisions
            if law or amendment.add in mine:
                message = f"'{short(home)}' already has a provision '{short(name)}'"
                span = file.document.span(("amendments", i, "add"))
                help_ = "write 'amend:' to change it, or add another"
                links.complaints.add(file.document, "provision-exists", message, span, help_)
                continue
            mine.add(str(amendment.add))
            update = {"provisions": {**provisions, name: provisions.get(name, amendment.provision)}}
            found[home] = found[home].model_copy(update=update)
    return found


def _check_names(files: Iterable[SourceFile], links: Links) -> None:
    for file in files:
        seen: set[str] = set()
        for i, amendment in enumerate(file.model.amendments):
            if amendment.amendment in seen:
                span = file.document.span(("amendments", i, "amendment"))
                message = f"two amendments are called '{short(amendment.amendment)}'"
                links.complaints.add(file.document, "defined-twice", message, span, "rename one")
            seen.add(amendment.amendment)


def _readings(
    drafts: Sequence["_Amending"], links: Links
) -> dict[tuple[str, int], dict[str, tuple[LinkedReading, ...]]]:
    """The new readings of redefined terms, for every role that each is used of.

    A new reading may use a term about a party of another role, and so call for more of them.
    """
    found: dict[tuple[str, int], dict[str, tuple[LinkedReading, ...]]] = {draft.key: {} for draft in drafts}
    before = -1
    while before != len(links.terms):
        before = len(links.terms)
        for draft in drafts:
            found[draft.key].update(draft.redefined(found[draft.key]))
    return found


class _Amending:
    """One amendment while it is linked."""

    def __init__(self, file: SourceFile, place: int, written: Amendment, links: Links) -> None:
        self.home: str = file.model.encodes
        self.key = (self.home, place)
        self.written, self.document, self.links = written, file.document, links
        self.loc: Loc = ("amendments", place)
        self.draft = file.model.review.status == "draft"
        self.instrument, _, self.name = written.target.partition("#")

    def scope(self, role: str | None = None) -> Scope:
        """Where its conditions stand: the instrument's terms, and the bill's own."""
        return scope_of(self.instrument, self.document, self.links, role, also=self.home)

    def complain(self, code: str, message: str, loc: Loc, help_: str, about: str | None = None) -> None:
        self.links.complaints.add(self.document, code, message, self.document.span(loc), help_, about=about)

    def target(self) -> str | None:
        """The provision or the term that it is about, empty for a whole instrument; None after a complaint."""
        written, links, at = self.written, self.links, (*self.loc, self.written.verb)
        links.provision(written.clause, self.home, self.document, (*self.loc, "clause"))
        if not links.instrument(self.instrument, self.document, at):
            return None
        if not self.name:
            if written.verb in ("repeal", "void"):
                return ""
            what = "term" if written.verb == "redefine" else "provision"
            message = f"'{written.verb}:' is about a {what}, and this names a whole instrument"
            self.complain("amends-whole", message, at, f"write '{self.instrument}#…'")
            return None
        if written.verb != "redefine":
            found = links.provision(written.target, self.home, self.document, at)
            return found[1] or None
        terms = links.rulesets[self.instrument].terms if self.instrument in links.rulesets else {}
        if self.name not in terms:
            help_ = did_you_mean(self.name, terms, "its terms are " + listed(terms))
            message = f"'{short(self.instrument)}' has no term '{short(self.name)}'"
            self.complain("unknown-term", message, at, help_, about=self.instrument)
            return None
        assert written.term is not None
        if written.term.of != terms[self.name].of:
            message = f"'{self.name}' {'is' if terms[self.name].of else 'is not'} about a party, and stays so"
            self.complain("term-not-of-party", message, (*self.loc, "term"), "keep its 'of:' as it is")
            return None
        check_term(self.instrument, self.document, self.name, written.term, (*self.loc, "term"), links)
        return self.name

    def added(self) -> tuple[LinkedRule, ...]:
        """The rules of a provision that it adds."""
        if not self.written.rules or self.instrument not in self.links.instruments:
            return ()
        found = [
            link_rule(rule, self.instrument, self.scope(), (*self.loc, "rules", i), self.draft, self.links)
            for i, rule in enumerate(self.written.rules)
        ]
        # When they would be law is for the bill to say, and not for the instrument they are added to.
        return tuple(replace(rule, in_force=rule.rule.in_force or ()) for rule in found if rule is not None)

    def changes(self, known: Mapping[str, LinkedRule]) -> tuple[LinkedChange, ...]:
        """What it means for rules."""
        found = [
            self._change(change, (*self.loc, "changes", i), known)
            for i, change in enumerate(self.written.changes)
        ]
        return tuple(change for change in found if change is not None)

    def _change(self, change: RuleChange, loc: Loc, known: Mapping[str, LinkedRule]) -> LinkedChange | None:
        rule = known.get(change.rule)
        own = [one.id for one in known.values() if one.instrument == self.instrument]
        if rule is None or rule.id not in own:
            problem = "no rule is called" if rule is None else f"'{short(self.instrument)}' has no rule"
            help_ = did_you_mean(change.rule, own, "its rules are " + (listed(own) if own else "none"))
            message = f"{problem} '{short(change.rule)}'"
            self.complain("unknown-rule", message, (*loc, "rule"), help_, about=self.instrument)
            return None
        scope = self.scope()
        role, bound = (
            bound_by(change.binds, scope, (*loc, "binds"), self.links) if change.binds else (None, None)
        )
        modality: Modality | None = None
        core: Logic | None = None
        for other, key in CORE.items():
            condition = {"forbids": change.forbids, "must": change.must, "permits": change.permits}[key]
            if condition is not None:
                modality, core = other, resolve(condition, scope, (*loc, key))
        exceptions = link_exceptions(
            change.adds_exceptions, self.home, scope, (*loc, "adds-exceptions"), self.links
        )
        has = [one.name for one in rule.exceptions]
        for i, name in enumerate(change.drops_exceptions):
            if name not in has:
                help_ = did_you_mean(name, has, "its exceptions are " + (listed(has) if has else "none"))
                message = f"the rule has no exception '{short(name)}'"
                self.complain("unknown-exception", message, (*loc, "drops-exceptions", i), help_)
        return LinkedChange(
            rule.id,
            change,
            role,
            bound,
            None if change.applies is None else resolve(change.applies, scope, (*loc, "applies")),
            core,
            modality,
            tuple(exceptions),
            tuple(link_flags(change.adds_flags, self.home, scope, (*loc, "adds-flags"), self.links)),
            self.document.span((*loc, "rule")),
        )

    def redefined(self, done: Mapping[str, object]) -> dict[str, tuple[LinkedReading, ...]]:
        """The new readings for the uses of the term that are not done yet."""
        term = self.written.term
        if term is None:
            return {}
        address = f"{self.instrument}#{self.name}"
        uses = [
            use for use in list(self.links.terms.values()) if use.address == address and use.key not in done
        ]
        return {
            use.key: readings_of(term, use.key, self.scope(use.role), (*self.loc, "term")) for use in uses
        }

    def linked(
        self,
        target: str,
        changes: tuple[LinkedChange, ...],
        rules: tuple[LinkedRule, ...],
        readings: Mapping[str, tuple[LinkedReading, ...]],
    ) -> LinkedAmendment:
        written = self.written
        return LinkedAmendment(
            written.amendment,
            self.home,
            written.clause,
            written.verb,
            self.instrument,
            target,
            written,
            changes,
            rules,
            readings,
            self.document.place(self.document.span((*self.loc, written.verb))),
            tuple(self.document.place(self._words(i)) for i in range(len(written.text))),
        )

    def _words(self, i: int) -> Span:
        """Where the words stand that a change of text looks for."""
        key = "after" if self.written.text[i].strike is None else "strike"
        return self.document.span((*self.loc, "text", i, key))
