"""A step that did not hold: what was wanted, what was found, the difference, and the finding with its citation."""

from collections.abc import Iterable, Sequence
from difflib import ndiff

from compliance.model.diagnostic import Diagnostic
from compliance.model.finding import Finding, Reason


class Unmet(AssertionError):
    """What was expected is not what was found; its text is the whole message."""

    def __init__(
        self, summary: str, wanted: Sequence[str], found: Sequence[str], findings: Iterable[str] = ()
    ) -> None:
        self.summary = summary
        self.difference = difference(wanted, found)
        quoted = "".join(f"\n{one}" for one in findings)
        super().__init__(f"{summary}\n  wanted (-) and found (+):\n{self.difference}{quoted}")


def expect(
    holds: bool, summary: str, wanted: Sequence[str], found: Sequence[str], finding: Finding | None = None
) -> None:
    """Raises Unmet where something does not hold."""
    if not holds:
        raise Unmet(summary, wanted, found, () if finding is None else (quote(finding),))


def expect_named(
    name: str, found: Iterable[str], negated: bool, said: str, finding: Finding | None = None
) -> None:
    """Expect that a name is among those found, or with `negated` that it is not; `said` says what they are."""
    names = sorted(set(found))
    others = [one for one in names if one != name]
    wanted = others if negated else sorted([*others, name])
    summary = f"{said} {', '.join(names) or 'nothing'}"
    expect((name in names) is not negated, summary, wanted or ["nothing"], names or ["nothing"], finding)


def difference(wanted: Sequence[str], found: Sequence[str]) -> str:
    """Lines that were wanted and not found begin with '-', lines found and not wanted with '+'."""
    lines = (line.rstrip() for line in ndiff(list(wanted), list(found)) if not line.startswith("?"))
    return "\n".join(f"    {line}" for line in lines)


def quote(finding: Finding) -> str:
    """A finding in a few lines, with its citation and its reasons."""
    sides = ", ".join(f"{position}: {status}" for position, status in finding.positions.items())
    exceptions = "; ".join(f"{tried.id}: {tried.status}" for tried in finding.exceptions) or "none"
    turns = " | ".join(" and ".join(terms) for terms in finding.turns_on) or "nothing"
    asks = "; ".join(" and ".join(q.fact for q in questions) for questions in finding.missing) or "nothing"
    rows = [
        f"  {brief(finding)}. {finding.reason}",
        f"    positions: {sides}",
        f"    exceptions: {exceptions}",
        f"    turns on: {turns}",
        f"    missing: {asks}",
        f"    flags: {', '.join(flag.name for flag in finding.flags) or 'none'}",
        *tree(finding.because, 2),
    ]
    return "\n".join(rows)


def brief(finding: Finding) -> str:
    """A finding in a line: rule, citation and status."""
    return f"{finding.rule} ({finding.citation}): {finding.status}"


def tree(reason: Reason, depth: int = 0) -> list[str]:
    """A tree of reasons as indented lines."""
    lines = ["  " * depth + reason.says]
    for inner in reason.of:
        lines += tree(inner, depth + 1)
    return lines


def told(problem: Diagnostic) -> str:
    """What is wrong with an input, in a line, with its place."""
    help_ = f" ({problem.help})" if problem.help else ""
    span = problem.span
    return f"{span.file}:{span.line}:{span.column}: {problem.code}: {problem.message}{help_}"
