"""HTML by plain functions: what is not markup already is escaped, always."""

from collections.abc import Iterable, Iterator
from html import escape

from compliance.report.words import visible

_VOID = ("meta", "br", "wbr")


class Html(str):
    """Text that is markup; every other text is escaped where it is put inside of an element."""

    __slots__ = ()


NEWLINE = Html("\n")
"""Between elements, so that a page can be read and compared line by line."""


def tag(name: str, /, *children: str | Iterable[str | Iterable[str]], **attributes: str) -> Html:
    """An element; attributes are written as `class_="gap"`, `aria_label="…"`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(visible(value))}"'
        for key, value in attributes.items()
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(children)}</{name}>")


def joined(children: Iterable[str | Iterable[str | Iterable[str]]]) -> Html:
    """Children side by side."""
    return Html("".join(map(_child, children)))


def _child(child: str | Iterable[str | Iterable[str]]) -> str:
    if isinstance(child, Html):
        return child
    return escape(visible(child)) if isinstance(child, str) else joined(child)


def table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]], class_: str = "listed") -> Html:
    """A table whose first column heads its rows; every cell knows its column, for narrow pages."""
    names = tuple(head)
    body = (
        tag(
            "tr",
            tag("th", first, scope="row"),
            [tag("td", cell, data_label=name) for name, cell in zip(names[1:], rest, strict=True)],
        )
        for first, *rest in rows
    )
    return tag(
        "table",
        NEWLINE,
        tag("caption", caption),
        NEWLINE,
        tag("thead", tag("tr", [tag("th", name, scope="col") for name in names])),
        NEWLINE,
        tag("tbody", NEWLINE, [[row, NEWLINE] for row in body]),
        NEWLINE,
        class_=class_,
    )


def lines(parts: Iterable[Html]) -> Iterator[Html]:
    """Each on a line of its own."""
    for part in parts:
        yield part
        yield NEWLINE


def page(title: str, style: str, main: Iterable[Html]) -> str:
    """A page that stands alone: no script, no other file."""
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("style", NEWLINE, Html(style)),
    )
    body = (
        tag("a", "Skip to the content", href="#main", class_="skip"),
        tag("main", NEWLINE, lines(main), id="main"),
    )
    whole = tag(
        "html",
        NEWLINE,
        tag("head", NEWLINE, lines(head)),
        NEWLINE,
        tag("body", NEWLINE, lines(body)),
        lang="en",
    )
    return f"<!DOCTYPE html>\n{whole}\n"
