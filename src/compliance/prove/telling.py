"""What answers have in common: names of laws and rules in words, and witnesses with names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from compliance.model.library import Library, LinkedRule
from compliance.model.logic import Logic
from compliance.model.proof import QuestionName, Witness
from compliance.prove.ground import Found, Ground
from compliance.prove.witnesses import Expected, Witnesses

LEAVES_OPEN = "Law that is not encoded, or of which nobody knows whether it is law yet, leaves more open."
"""What is added to a proof that only is about what is certain."""


@dataclass
class Telling:
    """How the answers to a question are told."""

    question: QuestionName
    laws: Sequence[Library]
    titles: Sequence[str]
    """What each of the laws is called in a sentence."""
    day: date
    most: int = 12
    """How many practices are shown."""
    harm: Logic | None = None
    harm_title: str = ""

    @cached_property
    def _witnesses(self) -> Witnesses:
        return Witnesses(self.laws, self.day, self.titles)

    def cite(self, rule: LinkedRule) -> str:
        """A rule's citation, with its name where other rules have the same."""
        law = next(law for law in self.laws if rule.instrument in law.instruments)
        alike = (rule.instrument, rule.provision)
        several = [one for one in law.rules if (one.instrument, one.provision) == alike]
        cite = law.cite(*alike)
        return f"{cite} ({rule.id})" if len(several) > 1 else cite

    def witness(
        self,
        ground: Ground,
        found: Found,
        about: str,
        title: str,
        expected: Sequence[Expected],
        harm: Logic | None = None,
    ) -> Witness:
        """A witness for an answer about something. Raises NotBorneOut."""
        side = f"-{ground.position}" if ground.position in self.laws[-1].positions else ""
        name = f"{self.question}-{about.replace('#', '-')}{side}"
        return self._witnesses.witness(ground, found, name, title, expected, harm)
