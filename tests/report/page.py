"""Pages that stand alone, read as a browser does."""

import re
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "br", "wbr"}


class Page(HTMLParser):
    """Checks that elements are closed as they were opened, and gathers the text, the tags and their names."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.named += (found.get("aria-labelledby") or "").split()
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def check_stands_alone(text: str) -> Page:
    """One title, headings in order, everything closed, and nothing that reaches out or steers."""
    page = Page(text)
    assert page.open == []
    assert page.tags.count("h1") == 1
    assert not {"script", "link", "img", "b>"} & set(page.tags)
    assert "http" not in text and "url(" not in text and "\x1b" not in text and "\u202e" not in text
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-4]", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.named) <= set(page.ids)
    return page
