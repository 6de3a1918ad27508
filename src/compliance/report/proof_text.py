"""A proof as text for a terminal, with each practice as its file would have it."""

from textwrap import indent

from compliance.model.library import Library
from compliance.model.proof import Proof
from compliance.report.proof_outline import answers, head, tail
from compliance.report.text import render_blocks
from compliance.source.write import practice_text


def render(proof: Proof, library: Library, *, files: bool = True) -> str:
    """The report as text; without `files` practices are only described."""
    parts = [render_blocks(head(proof, library))]
    for blocks, witness in answers(proof, library):
        if blocks:
            parts.append(render_blocks(blocks))
        if witness is not None and files:
            parts[-1] += f"\n    {witness.name}.yaml:\n\n" + indent(practice_text(witness.practice), "    ")
    return "\n".join([*parts, render_blocks(tail(proof))])
