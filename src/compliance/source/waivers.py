"""Waiver files: read, held against a day, and everything that can be wrong with them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from compliance.model.diagnostic import Diagnostic
from compliance.model.waiver import Waiver, WaiverRecord
from compliance.source.files import SourceFile, read_file
from compliance.source.nearest import did_you_mean, short
from compliance.source.yaml_text import Loc

EXPIRED: Final = "expired-waiver"
UNUSED: Final = "unused-waiver"


@dataclass(frozen=True)
class WaiverFile:
    """A file of waivers, held against a day."""

    file: SourceFile
    today: date

    @property
    def waivers(self) -> Sequence[Waiver]:
        """Every waiver of the file."""
        found: Sequence[Waiver] = self.file.model.waivers
        return found

    @cached_property
    def in_effect(self) -> dict[int, Waiver]:
        """The waivers that have not expired, by their place in the file."""
        return {place: one for place, one in enumerate(self.waivers) if self.today <= one.expires}

    def said_before(self, place: int) -> int | None:
        """The place of an earlier waiver that covers some of the same; None for one that there is none of."""
        one = self.waivers[place]
        return next((i for i, other in enumerate(self.waivers[:place]) if _overlap(one, other)), None)

    @property
    def record(self) -> WaiverRecord:
        """What a receipt says of it."""
        return WaiverRecord(self.file.name, self.file.document.digest, self.today)

    def complain(self, place: int, inside: Loc, code: str, message: str, help_: str) -> Diagnostic:
        """A complaint about a part of a waiver."""
        document = self.file.document
        return document.complain(code, message, document.span(("waivers", place, *inside)), help_)

    def unused(
        self, place: int, inside: Loc, why: str, name: str, known: Collection[str], otherwise: str
    ) -> Diagnostic:
        """The complaint about a waiver that matches nothing; `known` are names that its own may have meant."""
        message = f"this waiver matches nothing: {why}"
        return self.complain(place, inside, UNUSED, message, did_you_mean(name, known, otherwise))


def read_waivers(
    path: Path, today: date, rules: Collection[str] | None = None
) -> tuple[WaiverFile | None, tuple[Diagnostic, ...]]:
    """A waiver file on a day, as far as it can be read, and what is wrong with it.

    `rules` are those of the law at hand, for a file that is held against findings.
    """
    file, problems = read_file(path, ("waivers",))
    if file is None:
        return None, problems
    found = WaiverFile(file, today)
    return found, tuple(sorted(_problems(found, rules), key=lambda problem: problem.sort_key))


def _problems(file: WaiverFile, rules: Collection[str] | None) -> Iterator[Diagnostic]:
    """Waivers that have expired, that name a rule that is not there, and that say again what another says."""
    for place, one in enumerate(file.waivers):
        if place not in file.in_effect:
            message = f"this waiver expired on {one.expires}, and today is {file.today}"
            help_ = "take it out, or have it approved anew and write the new last day"
            yield file.complain(place, ("expires",), EXPIRED, message, help_)
        if one.rule is not None and rules is not None and one.rule not in rules:
            help_ = did_you_mean(one.rule, rules, "'compliance explain INSTRUMENT' lists its rules")
            yield file.complain(
                place, ("rule",), "unknown-rule", f"no rule is called '{short(one.rule)}'", help_
            )
        earlier = file.said_before(place)
        if earlier is not None:
            line = file.file.document.span(("waivers", earlier)).line
            inside: Loc = ("scenario", "name") if one.scenario else ("practice",)
            message = f"the waiver on line {line} waives the same"
            yield file.complain(place, inside, "defined-twice", message, "keep one of the two")


def _overlap(one: Waiver, other: Waiver) -> bool:
    same = (one.practice, one.rule, one.scenario) == (other.practice, other.rule, other.scenario)
    return same and bool(set(one.covers) & set(other.covers))
