"""Mutation as Markdown, for job summaries: what the text says, with a table and code blocks."""

from collections.abc import Iterator

from compliance.model.library import Library
from compliance.model.mutant import Fate, MutationReport
from compliance.report.markdown import safe
from compliance.report.mutation_words import by_provision, headline, notes, tallies, verdict


def render(report: MutationReport, library: Library) -> str:
    """The report as Markdown."""
    lines = ["# Mutants of the law", "", f"**{safe(headline(report))}**", ""]
    lines += [safe(" ".join(notes(report))), ""]
    lines += ["| Instrument | Mutants | Killed | Open | Explained | Same law |", "| --- |" + " ---: |" * 5]
    for name, one in tallies(report, library).items():
        numbers = (one.mutants, one.killed, one.open, one.explained, one.equivalent)
        lines.append(f"| {safe(name)} | {' | '.join(map(str, numbers))} |")
    settled = [fate for fate in report.fates if fate.killer is None and fate not in report.open]
    for title, fates in (("Survivors", list(report.open)), ("Settled survivors", settled)):
        if fates:
            lines += ["", f"## {title}", *_survivors(fates, library)]
    return "\n".join(lines) + "\n"


def _survivors(fates: list[Fate], library: Library) -> Iterator[str]:
    for instrument, cited in by_provision(fates, library).items():
        yield from ("", f"### {safe(instrument)}")
        for citation, inside in cited.items():
            yield from ("", f"**{safe(citation)}**")
            for fate in inside:
                yield from ("", f"- {safe(fate.mutant.change)}", f"  `{fate.mutant.id}`")
                told = verdict(fate)
                if told:
                    yield f"  {safe(told)}"
                if fate.skeleton is not None:
                    yield f"  Would be killed by this, in {safe(fate.skeleton.feature)}:"
                    yield from ("", "  ```gherkin")
                    yield from (f"  {line}" for line in fate.skeleton.text.rstrip().splitlines())
                    yield "  ```"
