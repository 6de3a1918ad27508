"""A proof as Markdown, with each practice as its file would have it."""

from compliance.model.library import Library
from compliance.model.proof import Proof
from compliance.report.markdown import fenced, laid_out, safe
from compliance.report.proof_outline import answers, head, tail
from compliance.source.write import practice_text


def render(proof: Proof, library: Library, *, files: bool = True) -> str:
    """The report as Markdown; without `files` practices are only described."""
    parts = [laid_out(head(proof, library))]
    for blocks, witness in answers(proof, library):
        parts.append(laid_out(blocks))
        if witness is not None and files:
            parts.append(f"{safe(witness.name)}.yaml:\n\n{fenced(practice_text(witness.practice))}\n\n")
    return "".join([*parts, laid_out(tail(proof))]).rstrip() + "\n"
