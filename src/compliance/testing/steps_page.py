"""The published steps as a page: for the terminal, and as Markdown for the documentation."""

from collections.abc import Iterator

from compliance.model.page import Entry, Page
from compliance.testing.step import Step, Vocabulary

TITLE = "The steps of a scenario"
_INTRODUCTION = (
    "A scenario says what a practice is (Given), checks it (When), and says what must be found (Then). "
    "What stands in braces is a place to fill in; a column in brackets may be left out."
)


def steps_page(vocabulary: Vocabulary) -> Page:
    """Every step by group: its wordings, what it does, an example, and the columns of its table."""
    return Page(TITLE, tuple(_entries(vocabulary)))


def _entries(vocabulary: Vocabulary) -> Iterator[Entry]:
    for group, steps in grouped(vocabulary):
        yield Entry(group, f"{len(steps)} steps" if len(steps) > 1 else "1 step")
        for step in steps:
            for form in step.forms:
                yield Entry("Step", f"{step.keyword.capitalize()} {form}", 1)
            yield Entry("Does", step.says, 2)
            yield Entry("Example", _example(step), 2)
            if step.table:
                yield Entry("Table", " | ".join(step.table), 2)


def steps_markdown(vocabulary: Vocabulary) -> str:
    """The same as Markdown, with a heading for each group; the text of docs/steps.md."""
    lines = [f"# {TITLE}", "", _INTRODUCTION]
    for group, steps in grouped(vocabulary):
        lines += ["", f"## {group}"]
        for step in steps:
            lines += ["", *(f"    {step.keyword.capitalize()} {form}" for form in step.forms), "", step.says]
            lines += ["", f"Example: `{_example(step)}`"]
            if step.table:
                lines += ["", f"Table: {', '.join(f'`{column}`' for column in step.table)}"]
    return "\n".join(lines) + "\n"


def grouped(vocabulary: Vocabulary) -> list[tuple[str, list[Step]]]:
    """The steps by their group, in the order in which they are published."""
    groups: dict[str, list[Step]] = {}
    for step in vocabulary.steps:
        groups.setdefault(step.group, []).append(step)
    return list(groups.items())


def _example(step: Step) -> str:
    return f"{step.keyword.capitalize()} {step.example}"
