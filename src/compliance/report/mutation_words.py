"""What a mutation report says, whatever its format."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor

from compliance.model.library import Library
from compliance.model.mutant import Fate, MutationReport
from compliance.report.words import number

WHAT = "A mutant is the law with one small change. A scenario kills it by failing under it."
SAME = "No facts that are known in full tell it from the law; every way was tried. It does not count."
EQUIVALENT = "Explained as the same law. It does not count."
NO_SCENARIO = "No scenario that would kill it was found; it may be the same law."


@dataclass(frozen=True, slots=True)
class Tally:
    """How the mutants of an instrument fared."""

    mutants: int
    killed: int
    open: int
    explained: int
    equivalent: int


def percent(score: float, digits: int = 1) -> str:
    """A score in percent, rounded down: what is not reached is not said."""
    return f"{floor(score * 10**digits) / 10**digits:.{digits}f}%"


def headline(report: MutationReport) -> str:
    """The score in a sentence."""
    counted = len(report.counted)
    return (
        f"{percent(report.score)}: {report.killed:,} of {number(counted, 'mutant')} of the law killed by "
        f"{number(report.scenarios, 'scenario')}."
    )


def notes(report: MutationReport) -> list[str]:
    """What a reader has to know of how it was found out."""
    found = [WHAT]
    if report.engines == ("evaluate",):
        found.append("The second engine decided alone: mutants are not compiled for durable_rules.")
    same = sum(fate.equivalent for fate in report.fates)
    if same:
        found.append(f"{number(same, 'mutant')} {'is' if same == 1 else 'are'} the same law and not counted.")
    if report.left_out:
        found.append(f"{number(report.left_out, 'mutant')} not tried, because of the limit.")
    return found


def tallies(report: MutationReport, library: Library) -> dict[str, Tally]:
    """By instrument, in the order of the law."""
    return {
        instrument: Tally(
            len(fates),
            sum(fate.killer is not None for fate in fates),
            sum(fate in report.open for fate in fates),
            sum(fate.explanation is not None and not fate.equivalent for fate in fates),
            sum(fate.equivalent for fate in fates),
        )
        for instrument, fates in _by_instrument(report.fates, library).items()
    }


def by_provision(fates: Iterable[Fate], library: Library) -> dict[str, dict[str, list[Fate]]]:
    """By instrument and citation, in the order of the law."""
    found: dict[str, dict[str, list[Fate]]] = {}
    for instrument, inside in _by_instrument(fates, library).items():
        order = {name: place for place, name in enumerate(library.instruments[instrument].provisions)}
        cited = found.setdefault(instrument, {})
        for fate in sorted(inside, key=lambda one: order.get(one.mutant.provision or "", -1)):
            cited.setdefault(citation(fate, library), []).append(fate)
    return found


def citation(fate: Fate, library: Library) -> str:
    """The provision that a mutant changes, or the whole instrument."""
    mutant = fate.mutant
    if mutant.provision is None:
        return library.instruments[mutant.instrument].short
    return library.cite(mutant.instrument, mutant.provision)


def _by_instrument(fates: Iterable[Fate], library: Library) -> Mapping[str, list[Fate]]:
    order = {name: place for place, name in enumerate(library.instruments)}
    found: dict[str, list[Fate]] = {}
    for fate in fates:
        found.setdefault(fate.mutant.instrument, []).append(fate)
    return dict(sorted(found.items(), key=lambda one: order[one[0]]))


def verdict(fate: Fate) -> str:
    """What is to be said of a survivor."""
    if fate.explanation is not None:
        return f"{fate.explanation.reason} {EQUIVALENT}" if fate.equivalent else fate.explanation.reason
    if fate.same:
        return SAME
    return NO_SCENARIO if fate.skeleton is None else ""
