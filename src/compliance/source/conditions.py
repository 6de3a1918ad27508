"""Written conditions to resolved ones: every name looked up, every comparison checked against its fact's type."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from compliance.model.condition import All, Any_, Condition, Not, Operation, Test
from compliance.model.diagnostic import Diagnostic
from compliance.model.logic import AllOf, AnyOf, Compare, Logic, NotOf, Operator, UseTerm, Value
from compliance.model.vocabulary import Fact, FactType
from compliance.source.nearest import did_you_mean
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
    """Resolves (term, role, place of the word); None after it has complained."""
    role: str | None = None
    problems: list[Diagnostic] = field(default_factory=list)

    def complain(self, code: str, message: str, loc: Loc, help_: str, *, key: bool = False) -> None:
        span = self.document.key_span(loc) if key else self.document.span(loc)
        self.problems.append(self.document.complain(code, message, span, help_))


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
            return scope.use_term(term, scope.role, loc) or AllOf(())
        case Test():
            return _test(condition, scope, loc)
    raise TypeError(condition)


def _test(test: Test, scope: Scope, loc: Loc) -> Logic:
    subject, value = test.subject, test.value
    here = (*loc, subject)
    if subject in scope.names.roles:
        if isinstance(value, str):
            return scope.use_term(value, subject, here) or AllOf(())
        scope.complain("role-wants-term", f"'{subject}' is a role", here, f"write '{subject}: TERM'")
        return AllOf(())
    name = _fact_name(subject, scope, here)
    if name is None:
        return AllOf(())
    return compare(name, scope.names.facts[name], value, scope, here) or AllOf(())


def _fact_name(subject: str, scope: Scope, loc: Loc) -> str | None:
    names = scope.names
    if subject.startswith(f"{PARTY}."):
        attribute = subject.removeprefix(f"{PARTY}.")
        if scope.role is None:
            help_ = f"write the role instead, such as 'discloser.{attribute}', or give the term 'of: party'"
            scope.complain("party-outside", f"'{subject}' is only known in a term about a party", loc, help_, key=True)
            return None
        if attribute in names.attributes:
            return f"{scope.role}.{attribute}"
        known = [f"{PARTY}.{known}" for known in names.attributes]
    elif subject in names.facts:
        return subject
    else:
        known = [*names.facts, *names.roles]
    help_ = did_you_mean(subject, known, "facts and roles are declared in a vocabulary file below 'rules/'")
    scope.complain("unknown-fact", f"no fact or role is called '{subject}'", loc, help_, key=True)
    return None


def compare(name: str, fact: Fact, written: Any, scope: Scope, loc: Loc) -> Compare | None:
    """One comparison, checked; None after a complaint."""
    if isinstance(written, Operation):
        operator, operand = _operation(written)
        loc = (*loc, operator)
    else:
        operator, operand = ("includes" if fact.type == "set" else "is"), written
    allowed = _ALLOWED[fact.type]
    if operator not in allowed:
        message = f"'{name}' is a {fact.type} fact and cannot be compared with '{operator}'"
        scope.complain("wrong-comparison", message, loc, "it can be compared with " + ", ".join(allowed), key=True)
        return None
    values = tuple(operand) if operator == "one-of" else (operand,)
    read = []
    for i, value in enumerate(values):
        at = (*loc, i) if operator == "one-of" else loc
        good, problem, help_ = typed(fact, value)
        if problem:
            scope.complain("wrong-value", f"'{name}' {problem}", at, help_)
            return None
        read.append(good)
    value = tuple(read) if operator == "one-of" else read[0]
    return Compare(name, operator, value)


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
            return "", f"is answered by true or false, not '{value}'", "write true or false"
        case "choice" | "set":
            if isinstance(value, str) and value in fact.values:
                return value, "", ""
            help_ = did_you_mean(str(value), fact.values, "its values are " + ", ".join(fact.values))
            return "", f"has no value '{value}'", help_
        case "number":
            if isinstance(value, int | float) and not isinstance(value, bool):
                return value, "", ""
            return "", f"is a number, not '{value}'", "write digits, without a unit"
        case "day":
            if isinstance(value, date):
                return value, "", ""
            try:
                return date.fromisoformat(str(value)), "", ""
            except ValueError:
                return "", f"is a day, not '{value}'", "write year-month-day, 2019-05-08"
