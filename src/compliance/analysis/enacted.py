"""The law with bills enacted, ready to decide: a decider for each stage of it, compiled when it is first needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from compliance.analysis.enact import enact
from compliance.engine.decide import Decider
from compliance.model.enactment import Enactment
from compliance.model.library import Library


@dataclass(frozen=True, slots=True)
class Span:
    """Days on which one decider has the law; None where there is no first or no last one."""

    decider: Decider
    since: date | None
    until: date | None


class EnactedLaw:
    """Bills enacted in a library, under the readings of some positions."""

    def __init__(
        self,
        library: Library,
        bills: Sequence[str],
        signed: date | None = None,
        positions: Sequence[str] | None = None,
        *,
        inference: bool = True,
    ) -> None:
        """As for `enact` and `Decider`. Raises UnknownBill and InputError."""
        self.bills = tuple(dict.fromkeys(bills))
        self.current = library
        self._signed, self._inference = signed, inference
        self._asked = positions
        self.enactment = enact(library, self.bills, signed)
        self._deciders: dict[int, tuple[Library, Decider]] = {}
        self._begun: dict[int, Enactment] = {}

    def begun(self, since: date) -> Enactment:
        """The law for conduct that began on a day, which a transition may give longer."""
        if not self._gives_longer or since >= max(self.enactment.days.values()):
            return self.enactment
        # Only the clauses that it began before make a difference.
        key = sum(since < day for day in self.enactment.days.values())
        if key not in self._begun:
            self._begun[key] = enact(self.current, self.bills, self._signed, begun=since)
        return self._begun[key]

    @cached_property
    def _gives_longer(self) -> bool:
        instruments = [self.current.instruments[bill] for bill in self.bills]
        effects = [one.bill.takes_effect for one in instruments if one.bill is not None]
        effects += [p.takes_effect for one in instruments for p in one.provisions.values() if p.takes_effect]
        return any(effect.existing_conduct for effect in effects)

    def spans(self, since: date) -> tuple[Span, ...]:
        """The deciders for conduct that began on a day, each with the days on which it has the law."""
        stages = self.begun(since).stages
        ends = [*(stage.since for stage in stages[1:]), None]
        return tuple(
            Span(self._decider(stage.library), stage.since, end and date.fromordinal(end.toordinal() - 1))
            for stage, end in zip(stages, ends, strict=True)
        )

    def stages(self) -> tuple[Decider, ...]:
        """The deciders of all stages, in order."""
        return tuple(self._decider(stage.library) for stage in self.enactment.stages)

    def at(self, day: date, since: date | None = None) -> Decider:
        """The decider that has the law of a day, for conduct that began then or on the day `since`."""
        return self._decider(self.begun(since or day).on(day))

    def _decider(self, library: Library) -> Decider:
        key = id(library)
        if key not in self._deciders:
            # The library is kept beside it, so that no other can have its id.
            self._deciders[key] = (library, Decider(library, self._asked, inference=self._inference))
        return self._deciders[key][1]
