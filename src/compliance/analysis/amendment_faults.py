"""What can be wrong with amendments: each is tried on what those before it made of the law."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from compliance.analysis.amend import provisions_of, texts_of
from compliance.analysis.changed import changed_rules
from compliance.analysis.strike import NotOnce, Struck, strike
from compliance.model.diagnostic import Diagnostic
from compliance.model.enactment import Clause, TextEdit
from compliance.model.instrument import Provision
from compliance.model.interval import InForce, in_force
from compliance.model.library import Library
from compliance.model.overlay import LinkedAmendment
from compliance.model.span import Place
from compliance.source.nearest import short

_SPEAKS = ("prohibits", "requires", "permits", "excepts", "voids")


@dataclass
class Walk:
    """Amendments tried one after another, in the order in which they take effect."""

    law: Library
    """What those before have made of it."""
    enacted: Collection[str]
    """The bills that are enacted."""
    built_on: Mapping[str, frozenset[str]]
    """By bill, those that it builds on, whose changes it may change."""
    whole: bool = True
    """Whether no clause is left out; where one is, others may have nothing left to change."""
    problems: list[Diagnostic] = field(default_factory=list)
    causes: dict[str, tuple[Clause, ...]] = field(default_factory=dict)
    """By rule, the amendments that change it."""
    ended_rules: dict[str, Clause] = field(default_factory=dict)
    edits: list[TextEdit] = field(default_factory=list)
    _touched: dict[tuple[str, ...], tuple[LinkedAmendment, date]] = field(default_factory=dict)
    """What is changed (a term, a part of a rule, whether a provision is law), by which amendment, from which day."""
    _ended: dict[str, tuple[LinkedAmendment, date]] = field(default_factory=dict)
    """Provision (INSTRUMENT#PROVISION) to the amendment that ends it."""

    def go(
        self, clause: Clause, amendment: LinkedAmendment, since: date, apply: Callable[[Library], Library]
    ) -> None:
        """Try one amendment, which takes effect on a day; it is applied where nothing is wrong with it."""
        edits: list[TextEdit] = []
        if self._is_missing(amendment):
            self.problems.append(self._missing(amendment, since))
            return
        found = [
            *self._not_in_force(amendment, since),
            *self._fights(amendment, since),
            *self._circular(amendment),
        ]
        # Words that the other of two that fight struck are gone for this one, and that is said already.
        found = found or list(self._not_struck(clause, amendment, since, edits))
        if found:
            self.problems += found
            return
        after = apply(self.law)
        changed = changed_rules(self.law, after)
        idle = not changed and after.related == self.law.related and not on_record(amendment)
        if idle and self.whole:
            self.problems.append(self._idle(amendment))
        self.edits += edits
        for rule in changed:
            self.causes[rule] = (*self.causes.get(rule, ()), clause)
        self._end(clause, amendment, since, after)
        self.law = after

    # --- the target is law ------------------------------------------------------------------------------

    def _is_missing(self, amendment: LinkedAmendment) -> bool:
        """Whether it is about a provision that another bill would add, and has not added."""
        provisions = self.law.instruments[amendment.instrument].provisions
        named = amendment.verb in ("amend", "repeal", "void") and amendment.target
        return bool(named) and amendment.target not in provisions

    def _missing(self, amendment: LinkedAmendment, since: date) -> Diagnostic:
        cite = f"{self.law.instruments[amendment.instrument].short}, {amendment.target}"
        adds = next(
            one
            for bill in self.law.bills.values()
            for one in bill.amendments
            if one.verb == "add" and one.address == amendment.address
        )
        message = f"{cite} is not law on {since}, when this would take effect"
        help_ = f"{self._named(adds)} would add it; "
        help_ += (
            "let this take effect after it"
            if adds.bill in self.enacted
            else f"name '{adds.bill}' before '{amendment.bill}'"
        )
        return _complain("target-not-in-force", message, amendment.place, help_)

    def _not_in_force(self, amendment: LinkedAmendment, since: date) -> Iterator[Diagnostic]:
        law, home = self.law, self.law.instruments[amendment.instrument]
        if home.bill is not None and amendment.instrument not in self.enacted:
            message = f"'{amendment.instrument}' is a bill that is not enacted here"
            help_ = f"name it before '{amendment.bill}'"
            yield _complain("target-not-in-force", message, amendment.place, help_)
            return
        if amendment.verb in ("amend", "repeal", "void") and amendment.target:
            forces = home.provisions[amendment.target].in_force or home.in_force
            name = law.cite(amendment.instrument, amendment.target)
        else:
            forces, name = home.in_force, home.short
        if in_force(forces, since) is False:
            message = f"{name} is not in force on {since}, when this would take effect"
            yield _complain(
                "target-not-in-force", message, amendment.place, self._since_when(amendment, forces)
            )

    def _since_when(self, amendment: LinkedAmendment, forces: tuple[InForce, ...]) -> str:
        ended = self._ended.get(amendment.address) or self._ended.get(amendment.instrument)
        if ended is not None:
            other, day = ended
            return f"{self._named(other)} ends it from {day}; take one of the two out, or let this take effect before"
        days = "; ".join(
            f"from {one.earliest}" + (f" to {one.to}" if one.to is not None else "") for one in forces
        )
        return f"it is law {days}; name what is law then" if days else "name what is law then"

    def _named(self, amendment: LinkedAmendment) -> str:
        """An amendment as messages name it."""
        cite = self.law.cite(amendment.bill, amendment.clause)
        return f"'{amendment.name}' ({cite})"

    # --- two that fight ---------------------------------------------------------------------------------

    def _fights(self, amendment: LinkedAmendment, since: date) -> Iterator[Diagnostic]:
        told: set[str] = set()
        for key, what in self._touches(amendment):
            other, day = self._touched.get(key, (None, None))
            if other is None:
                self._touched[key] = (amendment, since)
            elif other.bill == amendment.bill or other.bill not in self.built_on[amendment.bill]:
                if other.name not in told:
                    told.add(other.name)
                    message = f"{self._named(other)} changes {what} too, from {day}"
                    help_ = (
                        f"see {other.place.span.file}, line {other.place.span.line}; take one of the two out"
                    )
                    if other.bill != amendment.bill:
                        help_ += f", or let this bill say 'builds-on: [{other.bill}]'"
                    yield _complain("amendments-fight", message, amendment.place, help_)
            else:
                self._touched[key] = (amendment, since)
        if amendment.verb in ("repeal", "void"):
            yield from self._amended_in_vain(amendment, since)

    def _touches(self, amendment: LinkedAmendment) -> Iterator[tuple[tuple[str, ...], str]]:
        """What an amendment changes, as a key and in words."""
        if amendment.verb == "redefine":
            yield ("term", amendment.address), f"the meaning of '{amendment.target}'"
        if amendment.verb == "add":
            yield ("provision", amendment.address), f"'{amendment.address}'"
        for change in amendment.changes:
            written = change.written
            parts = {"title": written.title, "binds": written.binds, "applies": written.applies}
            named = [key for key, value in parts.items() if value is not None]
            named += ["elements"] if change.modality is not None else []
            named += [*written.drops_exceptions, *(one.exception for one in written.adds_exceptions)]
            for part in dict.fromkeys(named):  # an exception can be dropped and written anew
                yield ("rule", change.rule, part), f"'{part}' of the rule '{change.rule}'"

    def _amended_in_vain(self, amendment: LinkedAmendment, since: date) -> Iterator[Diagnostic]:
        """Amendments of what ends on the same day."""
        for other, day in {id(one[0]): one for one in self._touched.values()}.values():
            same = other.instrument == amendment.instrument and other is not amendment
            gone = provisions_of(self.law.instruments[amendment.instrument], amendment.target)
            if same and day == since and other.verb == "amend" and other.target in gone:
                message = f"{self._named(other)} amends what this ends on the same day"
                help_ = f"see {other.place.span.file}, line {other.place.span.line}; take one of the two out"
                yield _complain("amendments-fight", message, amendment.place, help_)

    # --- words ------------------------------------------------------------------------------------------

    def _not_struck(
        self, clause: Clause, amendment: LinkedAmendment, since: date, edits: list[TextEdit]
    ) -> Iterator[Diagnostic]:
        if not amendment.written.text:
            return
        provision = self.law.instruments[amendment.instrument].provisions[amendment.target]
        cite = self.law.cite(amendment.instrument, amendment.target)
        for change, place in zip(amendment.written.text, amendment.texts, strict=True):
            wanted, texts = str(change.strike or change.after), texts_of(provision, change.in_)
            results = [strike(text, change) for text in texts]
            once = [i for i, one in enumerate(results) if isinstance(one, Struck)]
            times = len(once) + sum(one.times for one in results if isinstance(one, NotOnce))
            if times != 1 or not once:
                yield self._not_once(wanted, cite, change.in_, times, results, place)
                continue
            (i,) = once
            struck = results[i]
            assert isinstance(struck, Struck)
            edits.append(
                TextEdit(
                    clause,
                    amendment.instrument,
                    amendment.target,
                    change.in_,
                    texts[i],
                    struck.struck,
                    struck.inserted,
                    struck.start,
                    since,
                )
            )
            provision = _with_text(provision, change.in_, i, struck.text)

    def _not_once(
        self, wanted: str, cite: str, part: str, times: int, results: list[Struck | NotOnce], place: Place
    ) -> Diagnostic:
        where = "the words quoted of" if part == "words" else "the gist of"
        if times:
            message = f"'{short(wanted)}' stands {times} times in {where} {cite}"
            return _complain("strike-not-unique", message, place, "write more of the words around it")
        message = f"'{short(wanted)}' does not stand in {where} {cite}"
        near = next((one.nearest for one in results if isinstance(one, NotOnce) and one.nearest), "")
        earlier = next((one for one in reversed(self.edits) if _gone(wanted, cite, one, self.law)), None)
        if earlier is not None:
            by = self.law.cite(earlier.clause.bill, earlier.clause.provision)
            help_ = f"{by} struck them before; strike what it put in their place"
        elif near:
            help_ = f"did you mean '{short(near)}'?"
        elif not results:
            help_ = "no words of it are quoted; quote them below its 'words:', or write 'in: gist'"
        else:
            help_ = "'compliance explain' with the provision shows its words"
        return _complain("strike-not-found", message, place, help_)

    # --- terms that would rest on themselves ------------------------------------------------------------

    def _circular(self, amendment: LinkedAmendment) -> Iterator[Diagnostic]:
        for key, readings in amendment.readings.items():
            below = self.law.support(*(reading.logic for reading in readings)).terms
            if key in below:
                message = f"'{amendment.target}' would be defined by itself"
                yield _complain("circular-term", message, amendment.place, "say what it means without itself")
                return

    # --- those that change nothing ----------------------------------------------------------------------

    def _idle(self, amendment: LinkedAmendment) -> Diagnostic:
        message = f"'{amendment.name}' changes nothing: no rule means anything else with it"
        match amendment.verb:
            case "amend":
                help_ = "say under 'changes:' what it means for a rule, or under 'not-encoded:' why no rule changes"
            case "redefine":
                help_ = "no rule rests on the term, or it meant the same before; correct it, or say 'not-encoded:' why"
            case "add":
                help_ = "add the 'rules:' that stand for it, or say under 'not-encoded:' why there are none"
            case _:
                help_ = "no rule and no exception stands for it; correct the target, or say under 'not-encoded:' why"
        return _complain("idle-amendment", message, amendment.place, help_)

    def _end(self, clause: Clause, amendment: LinkedAmendment, since: date, after: Library) -> None:
        if amendment.verb not in ("repeal", "void"):
            return
        gone = provisions_of(self.law.instruments[amendment.instrument], amendment.target)
        self._ended.update({f"{amendment.instrument}#{name}": (amendment, since) for name in gone})
        self._ended.setdefault(amendment.address, (amendment, since))
        for rule in after.rules:
            if rule.instrument == amendment.instrument and rule.provision in gone:
                self.ended_rules.setdefault(rule.id, clause)


def on_record(amendment: LinkedAmendment) -> bool:
    """Whether an amendment says that it changes no rule, and why; or adds what no rule can stand for."""
    if amendment.written.not_encoded is not None:
        return True
    new = amendment.written.provision
    return new is not None and (new.not_encoded is not None or new.effect not in _SPEAKS)


def _with_text(provision: Provision, part: str, place: int, text: str) -> Provision:
    if part == "gist":
        return provision.model_copy(update={"gist": text})
    words = (*provision.words[:place], text, *provision.words[place + 1 :])
    return provision.model_copy(update={"words": words})


def _gone(wanted: str, cite: str, edit: TextEdit, law: Library) -> bool:
    """Whether words of a provision were there until an earlier amendment."""
    return law.cite(edit.instrument, edit.provision) == cite and " ".join(wanted.split()) in edit.before


def _complain(code: str, message: str, place: Place, help_: str) -> Diagnostic:
    return Diagnostic(code, message, place.span, help_, line_text=place.line_text)
