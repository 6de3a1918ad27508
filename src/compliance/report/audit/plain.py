"""A rule's rows in a few sentences, for formats that show one message for each rule."""

from compliance.model.audit import RuleCount
from compliance.model.library import Library
from compliance.report.audit import words
from compliance.report.plain import Level
from compliance.report.sides import side_title
from compliance.report.words import SHORT


def level(rule: RuleCount, library: Library) -> Level | None:
    """How grave it is for programs that only know three levels; None where no row is open or violated.

    A test that is no law is never an error.
    """
    if not words.in_question(rule):
        return None
    broken = words.counted(rule.tally, "violated") > 0
    return "error" if broken and not words.is_test(rule.instrument, library) else "warning"


def headline(rule: RuleCount, library: Library) -> str:
    """Status and rule: 'Violated: Only certified users search'."""
    status = words.gravest(rule.tally)
    named = SHORT[status].capitalize() if status else "About no row"
    return f"{named}: {rule.title}"


def message(rule: RuleCount, library: Library) -> str:
    """Counts over all sides and for each, with citation and how sure the rule is."""
    sure = words.sureness(rule, library)
    sentences = [f"{'; '.join((rule.citation, *sure))}.", words.outcome(rule)]
    for position, counts in rule.tally.positions.items():
        told = [f"{counts[one]:,} {SHORT[one]}" for one in words.OPEN if counts.get(one)]
        sentences.append(f"{side_title(position, library)}: {', '.join(told) or 'none of them'}.")
    return " ".join(sentences)
