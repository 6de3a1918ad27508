"""A finding in a few sentences, for formats that show one message for each."""

from compliance.model.finding import Finding, PracticeReport
from compliance.model.library import Library
from compliance.report import words
from compliance.report.runs import Run
from compliance.report.sides import side_title


def headline(finding: Finding) -> str:
    """Status and rule: 'Violated: No inquiry about immigration status'."""
    return f"{words.of_finding(finding).partition(':')[0]}: {finding.title}"


def message(run: Run, library: Library) -> str:
    """What was found, on whose reading, with citation and dates, and what would settle it."""
    finding = run.finding
    sentences = [f"{finding.citation}, binding {finding.bearer}, {words.span(run.since, run.until)}."]
    match finding.status:
        case "contested":
            sentences += [
                f"{side_title(position, library)}: {words.SHORT[status]}."
                for position, status in finding.positions.items()
            ]
        case "undetermined" if finding.missing or not (finding.unseen or finding.force_unknown):
            sentences.append(f"{words.of_finding(finding)}.")
        case _:
            sentences.append(finding.reason)
    still = words.possible(finding)
    if still:
        sentences.append(still)
    asks = list(dict.fromkeys(question.ask for group in finding.missing for question in group))
    if asks:
        sentences.append(f"To find out: {' '.join(asks)}")
    return " ".join(sentences)


def gap(practice: PracticeReport) -> str | None:
    """What is said of a practice that no rule governs; None for one that some rule governs."""
    if practice.status not in ("no-rule", "not-applicable"):
        return None
    return f"{words.STATUS[practice.status]}: {practice.title}. {words.GAP}"
