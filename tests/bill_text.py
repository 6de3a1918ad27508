"""A small law and bills that amend it, written as the text of their files."""

from pathlib import Path
from textwrap import dedent, indent

from tests.law_text import BAN, write_law

from compliance.model.library import Library
from compliance.source.library import load_library

RULES = (
    BAN
    + """  - rule: tell
    provision: B
    title: The person is told
    binds: {actor: anyone}
    applies: {act: hold}
    must: {told: true}
"""
)
"""What Order 1 of `tests.law_text` means."""

OWN = """
rules:
  - rule: share-ban
    provision: "2"
    title: No sharing at all
    binds: {actor: anyone}
    applies: {act: share}
    forbids: {act: share}
"""


def write_bill(
    folder: Path, amendments: str = "", *, name: str = "test/bill/1", bill: str = "", rules: str = ""
) -> Path:
    """A bill in a library folder: its clauses are 1, 2 and 3, and it is signed on 2030-01-01.

    `amendments` is the text below `amendments:`, `bill` adds keys below `bill:`, and `rules` is what the ruleset says
    besides.
    """
    short = "Bill " + name.rpartition("/")[2]
    policy = f"""
        instrument: {name}
        title: A test bill
        short: {short}
        cite: {short}
        kind: bill
        issuer: tester
        source: {{seen: full}}
        provisions:
          "1": {{effect: meta, gist: It amends the order.}}
          "2": {{effect: prohibits, gist: It forbids something.}}
          "3": {{effect: meta, gist: It amends the order once more.}}
        bill:
          stage: example
          signed: 2030-01-01
    """
    text = dedent(policy) + indent(dedent(bill).strip(), "  ") + "\n"
    (folder / f"policies/{name}.yaml").parent.mkdir(parents=True, exist_ok=True)
    (folder / f"policies/{name}.yaml").write_text(text)
    (folder / f"rules/{name}.yaml").parent.mkdir(parents=True, exist_ok=True)
    head = f"encodes: {name}\nreview: {{status: draft}}\n"
    body = f"amendments:\n{indent(dedent(amendments).strip(), '  ')}\n" if amendments else ""
    (folder / f"rules/{name}.yaml").write_text(head + dedent(rules) + body)
    return folder


def law_and_bill(folder: Path, amendments: str = "", *, bill: str = "", rules: str = "") -> Library:
    """Order 1, and a bill that amends it. Raises InputError where the files are wrong."""
    write_law(folder, RULES)
    write_bill(folder, amendments, bill=bill, rules=rules)
    return load_library([folder], shipped=False)
