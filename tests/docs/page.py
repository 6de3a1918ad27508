"""A page of the documentation as what it shows: files to write and commands to run, in order.

```yaml file=rules/town/ordinance/7.yaml     a file that is written
```console                                   commands behind `$ `, and what they print; `…` stands for anything
$ compliance check x.yaml  # exit 3          the exit code, where it is not 0
```text                                      shown only; for what no program can check
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(
    r"^(?P<indent> *)```(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL
)
_EXIT = re.compile(r"\s+# exit (\d+)$")
SHOWN_ONLY = ("text",)


@dataclass(frozen=True)
class ShownFile:
    """A file to write."""

    path: str
    text: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command to run, its exit code, and what it prints (None: nothing is shown)."""

    words: str
    code: int
    prints: str | None
    line: int


@dataclass(frozen=True)
class Unchecked:
    """A block that nothing would check: a fault of the page."""

    info: str
    line: int


Shown = ShownFile | Command | Unchecked


def shown(path: Path) -> Iterator[Shown]:
    """Everything that a page shows, in order."""
    text = path.read_text(encoding="utf-8")
    for fence in _FENCE.finditer(text):
        line = text.count("\n", 0, fence.start()) + 1
        indent = len(fence["indent"])
        body = "\n".join(row[indent:] for row in fence["body"].splitlines()) + "\n"
        language, _, rest = fence["info"].strip().partition(" ")
        if rest.startswith("file="):
            yield ShownFile(rest.removeprefix("file="), body, line)
        elif language == "console":
            yield from _commands(body, line)
        elif language not in SHOWN_ONLY:
            yield Unchecked(fence["info"].strip(), line)


def _commands(body: str, line: int) -> Iterator[Command]:
    rows = body.splitlines()
    starts = [i for i, row in enumerate(rows) if row.startswith("$ ")]
    for i, start in enumerate(starts):
        end = starts[i + 1] if i + 1 < len(starts) else len(rows)
        words, code = rows[start][2:], 0
        if matched := _EXIT.search(words):
            words, code = words[: matched.start()], int(matched[1])
        printed = "\n".join(rows[start + 1 : end]).strip("\n")
        yield Command(words, code, printed or None, line + 1 + start)


def agrees(wanted: str, printed: str) -> bool:
    """Whether what was printed is what the page shows; `…` stands for anything, several lines as well."""
    pattern = ".*?".join(re.escape(part) for part in _tidy(wanted).split("…"))
    return re.fullmatch(pattern, _tidy(printed), re.DOTALL) is not None


def _tidy(text: str) -> str:
    return "\n".join(row.rstrip() for row in text.strip().splitlines())
