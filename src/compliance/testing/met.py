"""The law that a scenario meets: what is at hand, with folders, positions and bills that steps name."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from compliance.analysis.enact import UnknownBill
from compliance.analysis.enacted import EnactedLaw
from compliance.engine.decide import Decider
from compliance.model.library import Library
from compliance.source.nearest import did_you_mean
from compliance.testing.law import Deciders, enacted, law_at_hand


@dataclass
class MetLaw:
    """The law at hand for a scenario of a feature file, and what steps made of it."""

    feature: Path
    law: Deciders = field(default_factory=law_at_hand)
    folders: tuple[Path, ...] = ()
    """Folders that add to it."""
    heard: tuple[str, ...] = ()
    """The positions that are heard; none: all."""
    law_as_of: date | None = None
    """The day whose law it is, whenever the practice was, where a step says so."""
    bills: tuple[str, ...] = ()
    """Bills that are taken to be law, in order."""
    signed: date | None = None
    """The day on which they are taken to be signed, where a step says so."""

    def law_met(self) -> Decider | EnactedLaw:
        """The law that the practice meets, with the bills that are taken to be law."""
        decider = self.law((self.folders, self.heard))
        if not self.bills:
            return decider
        try:
            return enacted(decider, self.bills, self.signed)
        except UnknownBill as error:
            raise AssertionError(str(error)) from error

    def law_on(self, day: date, since: date | None) -> Decider:
        """The engines that have the law: with bills, that of a day (else of `law_as_of`), for conduct begun then or on
        the day `since`."""
        law = self.law_met()
        return law if isinstance(law, Decider) else law.at(self.law_as_of or day, since)

    def libraries(self) -> tuple[Library, ...]:
        """The law that the practice meets, with bills that of every stage."""
        law = self.law_met()
        return (law.library,) if isinstance(law, Decider) else tuple(one.library for one in law.stages())

    def hear(self, position: str) -> None:
        """Decide for this position, beside those named before. Raises AssertionError for an unknown one."""
        known = self.law((self.folders, ())).library.positions
        if position not in known:
            help_ = did_you_mean(position, known, "the positions are " + ", ".join(known))
            raise AssertionError(f"no position is called '{position}'; {help_}")
        self.heard = (*self.heard, position)
