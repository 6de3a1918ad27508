"""Files spoiled at random: bytes, lines, single values, and the structure; the same seed spoils alike."""

from collections.abc import Callable
from random import Random
from typing import Any

import yaml

from compliance.source.yaml_text import parse_yaml

ODD = [
    *(
        "",
        "~",
        "null",
        "true",
        "no",
        "unknown",
        "[]",
        "{}",
        "[[]]",
        "{a: b}",
        "- a",
        "a: b",
        "?",
        ":",
        "-",
        "#",
    ),
    *("0", "-1", "1.5", "9" * 30, "9" * 5000, "1e999", ".inf", ".nan", "0x1F", "012", "1_0"),
    *("2019-02-30", "0001-01-01", "9999-12-31", "0000-00-00", "20190508", "2019-W01-1", "10000-01-01"),
    *("&a", "*a", "&a b", "!!int 5", "!x", "<<", "<<: *a", "%YAML 1.1", "---", "...", "|", ">-", "@", "`"),
    *(
        "'",
        '"',
        "'a",
        '"\\q"',
        '"\\0"',
        '"\\ud800"',
        '"\\U0010FFFF"',
        "\t",
        "\u2028",
        "\u202e",
        "\x00",
        "\ufeff",
    ),
    *(
        "all",
        "any",
        "not",
        "party",
        "anyone",
        "everyone",
        "is",
        "one-of",
        "[key]",
        "str",
        "comparison",
        "all-of",
    ),
    *("us-ny/executive-order/170", "us-ny/executive-order/170#B.2", "#", "a#b#c", "../../etc", "a" * 2000),
    *(
        "é",
        "日本",
        "🙂",
        "A B",
        "[a, b]",
        "{is: 5}",
        "{is: [a]}",
        "{at-least: 5, at-most: 6}",
        "{from: 2020-01-01}",
    ),
]
"""What may stand where something else should."""

DEEP: list[Any] = [
    None,
    True,
    0,
    10**30,
    -1.5,
    "",
    "unknown",
    "x" * 3000,
    [],
    {},
    [[]],
    {"": ""},
    ["a", ["b"]],
]


def spoiled(raw: bytes, chance: Random) -> bytes:
    """A file spoiled in one to three places."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        raw = chance.choice(_WAYS)(raw, chance)
    return raw


def _bytes(raw: bytes, chance: Random) -> bytes:
    at, end = sorted((chance.randrange(len(raw) + 1), chance.randrange(len(raw) + 1)))
    end = min(end, at + chance.choice((1, 3, 40)))
    junk = bytes(chance.randrange(256) for _ in range(chance.randrange(4)))
    return chance.choice((raw[:at] + junk + raw[end:], raw[:end] + raw[at:], raw[:at] + raw[end:], raw[:end]))


def _signs(raw: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(raw) + 1)
    return raw[:at] + chance.choice(b"[]{}:,-#&*!|>'\"%@` \n\t?").to_bytes(1, "big") + raw[at:]


def _lines(raw: bytes, chance: Random) -> bytes:
    lines = raw.split(b"\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = b" " * chance.randrange(6) + lines[at].lstrip()
        case 4:
            lines[at : at + 5] = [b"  " + line for line in lines[at : at + 5]]
        case _:
            lines[at] = lines[at] + b" " + lines[other].strip()
    return b"\n".join(lines)


def _value(raw: bytes, chance: Random) -> bytes:
    lines = raw.decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(lines))
    key, colon, value = lines[at].partition(": ")
    odd = chance.choice(ODD)
    match chance.randrange(4):
        case 0:
            lines[at] = key + colon + odd if colon else lines[at] + odd
        case 1:
            lines[at] = key + colon + "[" + value + ", " + odd + "]"
        case 2:
            lines[at] = key[: len(key) - len(key.lstrip())] + odd + ": " + value
        case _:
            words = lines[at].split(" ")
            words[chance.randrange(len(words))] = odd
            lines[at] = " ".join(words)
    return "\n".join(lines).encode("utf-8", "replace")


def _structure(raw: bytes, chance: Random) -> bytes:
    document, problems = parse_yaml(raw, "x")
    if problems or not isinstance(document.data, dict):
        return raw
    places = [loc for loc in document.values if loc]
    if not places:
        return raw
    loc = chance.choice(places)
    inside: Any = document.data
    for step in loc[:-1]:
        inside = inside[step]
    other: Any = document.data
    for step in chance.choice(places):
        other = other[step]
    value = inside[loc[-1]]
    match chance.randrange(8):
        case 0:
            del inside[loc[-1]]
        case 1:
            inside[loc[-1]] = chance.choice(DEEP)
        case 2:
            inside[loc[-1]] = [value, other]
        case 3:
            inside[loc[-1]] = {chance.choice(ODD): value}
        case 4:
            inside[loc[-1]] = {"all": [value, {"not": other}]}
        case 5 if isinstance(inside, dict):
            inside[chance.choice(ODD)] = inside.pop(loc[-1])
        case 6 if isinstance(inside, dict):
            inside[chance.choice([str(step) for place in places for step in place])] = value
        case _:
            inside[loc[-1]] = other
    try:
        text: str = yaml.dump(document.data, Dumper=_Plain, sort_keys=False, allow_unicode=True)
        return text.encode("utf-8", "replace")
    except RecursionError:
        return raw


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


_WAYS: list[Callable[[bytes, Random], bytes]] = [
    _bytes,
    _signs,
    _lines,
    _value,
    _value,
    _structure,
    _structure,
]
