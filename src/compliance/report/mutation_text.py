"""Mutation as text: the score, how each instrument fared, and every survivor with a scenario that would kill it."""

from collections.abc import Iterator
from textwrap import fill, indent

from compliance.model.library import Library
from compliance.model.mutant import Fate, MutationReport
from compliance.report.mutation_words import by_provision, headline, notes, tallies, verdict

_WIDTH = 100


def render(report: MutationReport, library: Library) -> str:
    """The report as text."""
    lines = [headline(report), *(fill(note, _WIDTH) for note in notes(report)), ""]
    lines += _table(report, library)
    settled = [fate for fate in report.fates if fate.killer is None and fate not in report.open]
    for title, fates in (("Survivors", list(report.open)), ("Settled survivors", settled)):
        if fates:
            lines += ["", title, "=" * len(title), *_survivors(fates, library)]
    return "\n".join(lines) + "\n"


def _table(report: MutationReport, library: Library) -> Iterator[str]:
    found = tallies(report, library)
    widest = max((len(name) for name in found), default=0)
    yield f"{'':<{widest}}  mutants  killed  open  explained  same law"
    for name, one in found.items():
        yield (
            f"{name:<{widest}}  {one.mutants:>7}  {one.killed:>6}  {one.open:>4}  "
            f"{one.explained:>9}  {one.equivalent:>8}"
        )


def _survivors(fates: list[Fate], library: Library) -> Iterator[str]:
    for instrument, cited in by_provision(fates, library).items():
        yield from ("", instrument)
        for citation, inside in cited.items():
            yield from ("", f"  {citation}")
            for fate in inside:
                yield from (
                    "",
                    fill(fate.mutant.change, _WIDTH, initial_indent="  - ", subsequent_indent="    "),
                )
                yield f"    [{fate.mutant.id}]"
                told = verdict(fate)
                if told:
                    yield fill(told, _WIDTH, initial_indent="    ", subsequent_indent="    ")
                if fate.skeleton is not None:
                    yield f"    Would be killed by this, in {fate.skeleton.feature}:"
                    yield indent(fate.skeleton.text.rstrip(), "    ")
