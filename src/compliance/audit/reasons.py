"""Why a rule has the status that it has for the rows of a profile, in a sentence; from the ordinary engines."""

from collections.abc import Mapping
from datetime import date

from compliance.analysis.check import check_case
from compliance.engine.decide import Decider
from compliance.model.case import Case, Known, Members
from compliance.model.finding import Finding
from compliance.model.library import Library, LinkedRule


class Reasons:
    """Findings on what rows show, remembered by what each rule asks."""

    def __init__(self, library: Library, decider: Decider) -> None:
        """`library` has the rules that rows are about, and no others; positions are those of `decider`."""
        self._library = library
        self._decider = Decider(library, decider.positions)
        self._found: dict[tuple[object, ...], Finding] = {}

    def finding(self, rule: LinkedRule, day: date, facts: Mapping[str, Known]) -> Finding:
        """The finding of a rule on facts, under the law of a day."""
        asked = self._library.support_of[rule.id].facts
        own = {fact: facts[fact] for fact in asked if fact in facts}
        key = (rule.id, day, *((fact, known.value) for fact, known in own.items()))
        if key not in self._found:
            case = Case("row", "a row of the log", "", day, day, own)
            report = check_case(case, self._decider, about=(rule.id,))
            self._found[key] = report.timeline[0].findings[0]
        return self._found[key]

    def sentence(
        self, rule: LinkedRule, day: date, facts: Mapping[str, Known], words: Mapping[str, str]
    ) -> str:
        """Why the rule has its status, with what the rows show of the facts that it asks for.

        `words` has what is written of a fact instead of its value.
        """
        finding = self.finding(rule, day, facts)
        turns = [term.partition("#")[2] for terms in finding.turns_on for term in terms]
        core = self._library.support(rule.core, *(one.logic for one in rule.exceptions)).facts
        shown = [
            f"{fact} is {words[fact]}" if fact in words else f"{fact} {_written(facts[fact])}"
            for fact in core
            if fact in facts and facts[fact].value is not None
        ]
        open_ = [fact for fact in core if fact not in facts or facts[fact].value is None]
        said = [finding.reason]
        said += [f"It turns on what '{turn}' means." for turn in dict.fromkeys(turns)]
        said += [f"The log shows: {'; '.join(shown)}."] if shown else []
        told = finding.status in ("undetermined", "contested") and open_
        said += [f"It does not tell: {', '.join(open_)}."] if told else []
        return " ".join(said)


def _written(known: Known) -> str:
    match known.value:
        case None:
            return "is unknown"
        case bool():
            return "is yes" if known.value else "is no"
        case Members(has, lacks):
            parts = [f"has {', '.join(sorted(has))}"] if has else []
            parts += [f"does not have {', '.join(sorted(lacks))}"] if lacks and not has else []
            return " and ".join(parts) or "is unknown"
        case value:
            return f"is {value}"
