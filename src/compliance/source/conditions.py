"""Written conditions to resolved ones: every name looked up, every comparison checked against its fact."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from compliance.model.base import read_day
from compliance.model.condition import All, Any_, Condition, Not, Operation, Test
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, Operator, UseTerm, Value
from compliance.model.vocabulary import Fact, FactType
from compliance.source.complaints import Complaints
from compliance.source.nearest import did_you_mean, listed, short
from compliance.source.yaml_text import Document, Loc

PARTY = "party"

_ALLOWED: dict[FactType, tuple[Operator, ...]] = {
    "yes-no": ("is",),
    "choice": ("is", "one-of"),
    "set": ("includes",),
    "number": ("is", "one-of", "at-least", "at-most"),
    "day": ("is", "before", "after"),
}
"""Which comparisons each type of fact takes."""


@dataclass
class Names:
    """What conditions may refer to."""

    facts: dict[str, Fact]
    roles: frozenset[str]
    attributes: dict[str, Fact]


@dataclass
class Scope:
    """Where a condition stands: its file, its instrument's terms, and the role that `party` means there."""

    names: Names
    document: Document
    use_term: Callable[[str, str | None, Loc], UseTerm | None]
    """Resolves (term, role it is written of, place of the word); None after it has complained."""
    complaints: Complaints
    role: str | None = None

    def complain(self, code: str, message: str, loc: Loc, help_: str, *, key: bool = False) -> None:
        """Complain about the value at a place, or about its key."""
        span = self.document.key_span(loc) if key else self.document.span(loc)
        self.complaints.add(self.document, code, message, span, help_)


def resolve(condition: Condition, scope: Scope, loc: Loc) -> Logic:
    """The condition with its names resolved; what cannot be is complained about and left out."""
    match condition:
        case All(all=of):
            return AllOf(tuple(resolve(part, scope, (*loc, "all", i)) for i, part in enumerate(of)))
        case Any_(any=of):
            return AnyOf(tuple(resolve(part, scope, (*loc, "any", i)) for i, part in enumerate(of)))
        case Not(not_=part):
            return NotOf(resolve(part, scope, (*loc, "not")))
        case str(term):
            return scope.use_term(term, None, loc) or AllOf(())
        case Test():
            return _test(condition, scope, loc)
    raise TypeError(condition)


def _test(test: Test, scope: Scope, loc: Loc) -> Logic:
    subject, value = test.subject, test.value
    here = (*loc, subject)
    if subject in scope.names.roles:
        if isinstance(value, str):
            return scope.use_term(value, subject, here) or AllOf(())
        message = f"'{subject}' is a role, and a role is followed by a term about a party"
        scope.complain(
            "role-wants-term", message, here, f"write '{subject}: TERM', or '{subject}.ATTRIBUTE: …'"
        )
        return AllOf(())
    found = _fact(subject, scope, here)
    if found is None:
        return AllOf(())
    operator, operand = _compared(subject, found[1], value, scope, here)
    return AllOf(()) if operand is None else Compare(found[0], operator, operand)


def _fact(subject: str, scope: Scope, loc: Loc) -> tuple[str, Fact] | None:
    """(name, fact) of what a comparison is about; None after a complaint."""
    names = scope.names
    inner = subject.removeprefix(f"{PARTY}.")
    if inner != subject:
        if scope.role is None:
            message = f"'{subject}' is only known in a term about a party"
            role = min(names.roles, default="recipient")
            help_ = f"write the role instead, such as '{role}.{inner}', or give the term 'of: party'"
            scope.complain("party-outside", message, loc, help_, key=True)
            return None
        if inner in names.attributes:
            return f"{scope.role}.{inner}", names.attributes[inner]
        known = [f"{PARTY}.{attribute}" for attribute in names.attributes]
    elif subject in names.facts:
        return subject, names.facts[subject]
    else:
        known = [*names.facts, *names.roles]
    help_ = did_you_mean(subject, known, "facts and roles are declared in a vocabulary file below 'rules/'")
    scope.complain("unknown-fact", f"no fact or role is called '{short(subject)}'", loc, help_, key=True)
    return None


def _compared(name: str, fact: Fact, written: Any, scope: Scope, loc: Loc) -> tuple[Operator, Value | None]:
    """(operator, operand) of a comparison that fits the fact; the operand is None after a complaint."""
    if isinstance(written, Operation):
        operator, operand = _operation(written)
        loc = (*loc, operator)
    else:
        operator, operand = ("includes" if fact.type == "set" else "is"), written
    allowed = _ALLOWED[fact.type]
    if operator not in allowed:
        message = f"'{name}' is a {fact.type} fact and cannot be compared with '{operator}'"
        help_ = "it can be compared with " + ", ".join(allowed)
        scope.complain("wrong-comparison", message, loc, help_, key=True)
        return operator, None
    values = tuple(operand) if operator == "one-of" else (operand,)
    read: list[Any] = []
    for i, value in enumerate(values):
        good, problem, help_ = typed(fact, value)
        if problem:
            at = (*loc, i) if operator == "one-of" else loc
            scope.complain("wrong-value", f"'{name}' {problem}", at, help_)
        else:
            read.append(good)
    if len(read) < len(values):
        return operator, None
    return operator, tuple(read) if operator == "one-of" else read[0]


def _operation(operation: Operation) -> tuple[Operator, Any]:
    (field_name,) = operation.model_fields_set
    name: Any = field_name.rstrip("_").replace("_", "-")
    return name, getattr(operation, field_name)


def typed(fact: Fact, value: Any) -> tuple[Value, str, str]:
    """A single value as the fact's type has it: (value, what is wrong, help); nothing wrong is ''."""
    match fact.type:
        case "yes-no":
            if isinstance(value, bool):
                return value, "", ""
            return (
                "",
                f"is answered by true or false, not '{short(value)}'",
                "write true or false, without quotes",
            )
        case "choice" | "set":
            if isinstance(value, str) and value in fact.values:
                return value, "", ""
            help_ = did_you_mean(str(value), fact.values, "its values are " + listed(fact.values))
            return "", f"has no value '{short(value)}'", help_
        case "number":
            if isinstance(value, int | float) and not isinstance(value, bool):
                return value, "", ""
            return "", f"is a number, not '{short(value)}'", "write digits, without a unit"
        case "day":
            day = value if isinstance(value, date) else read_day(value) if isinstance(value, str) else None
            if day is not None:
                return day, "", ""
            return "", f"is a day, not '{short(value)}'", "write year-month-day, such as 2019-05-08"
