"""Facts and comparisons in words."""

from datetime import date

from compliance.model.case import Known, Members
from compliance.model.logic import Compare, Value
from compliance.model.vocabulary import Fact


def in_words(day: date) -> str:
    """A day as people write it: 15 September 2017."""
    return f"{day.day} {day:%B} {day.year}"


def said(fact: Fact, value: Value | Members | None) -> str:
    """A value as the vocabulary words it: 'to report a federal crime'."""
    if value is None:
        return "not known"
    if isinstance(value, Members):
        return _members(fact, value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, tuple):
        return " or ".join(said(fact, item) for item in value)
    if isinstance(value, str):
        return fact.values.get(value, value)
    return f"{value:,}" + (f" {fact.unit}" if fact.unit else "")


def _members(fact: Fact, members: Members) -> str:
    has = "; ".join(fact.values[name] for name in fact.values if name in members.has)
    if is_closed(fact, members):
        return has or "none of what is listed"
    lacks = [name for name in fact.values if name in members.lacks]
    known = [has] if has else []
    if lacks:
        known.append("not " + ", nor ".join(fact.values[name] for name in lacks))
    return "; ".join([*known, "the rest is not known"]) if known else "not known"


def is_closed(fact: Fact, members: Members) -> bool:
    """Whether it is known of every value of a set if it is in it."""
    return fact.values.keys() <= members.has | members.lacks


def wanted(compare: Compare, fact: Fact) -> str:
    """What a comparison asks for: 'at least 3 days'."""
    value = said(fact, compare.value)
    match compare.operator:
        case "is" | "one-of" | "includes":
            return value
        case "at-least":
            return f"at least {value}"
        case "at-most":
            return f"at most {value}"
        case "before":
            return f"before {value}"
        case "after":
            return f"after {value}"


def answer(compare: Compare, fact: Fact, known: Known | None, holds: bool | None, ask: str) -> str:
    """The question with its answer, and with what would have mattered where that differs."""
    value = None if known is None else known.value
    matters = "" if fact.type == "yes-no" else f" (what matters: {wanted(compare, fact)})"
    if isinstance(value, Members):
        if is_closed(fact, value):
            if not value.has:
                return f"{ask} None of these."
        elif holds is not None:
            return f"{ask} {'Among others' if holds else 'Not'}: {wanted(compare, fact)}."
    stated = _sentence(said(fact, value))
    return f"{ask} {stated}." if holds else f"{ask} {stated}{matters}."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
