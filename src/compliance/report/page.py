"""A page about one thing, as text."""

from textwrap import fill

from compliance.model.page import Page


def render(page: Page, *, width: int = 100) -> str:
    """The title, then one paragraph an entry, wrapped; deeper entries are indented."""
    lines = [fill(page.title, width), "=" * min(width, len(page.title)), ""]
    for entry in page.entries:
        indent = "  " * entry.depth
        lines.append(
            fill(
                f"{entry.label}: {entry.text}",
                width,
                initial_indent=indent,
                subsequent_indent=indent + "    ",
                break_on_hyphens=False,
            )
        )
    return "\n".join(lines) + "\n"
