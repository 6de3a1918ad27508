"""A condition that somebody gives on the command line, in YAML's flow style: `{act: disclosure}`."""

from pydantic import RootModel

from compliance.model.condition import Condition
from compliance.model.diagnostic import InputError
from compliance.model.library import Library
from compliance.model.logic import Logic, UseTerm
from compliance.source.complaints import Complaints
from compliance.source.conditions import Names, Scope, resolve
from compliance.source.validate import validate
from compliance.source.yaml_text import Loc, parse_yaml


class _Given(RootModel[Condition]):
    """A condition that stands by itself."""


def condition_from(text: str, name: str, library: Library) -> Logic:
    """A condition over the facts of a library; `name` is what messages call the place that it was given at.

    Raises InputError with everything that is wrong with it.
    """
    document, problems = parse_yaml(text.encode(), name)
    if problems:
        raise InputError(problems)
    given, problems = validate(document, _Given)
    if given is None:
        raise InputError(problems)
    complaints = Complaints()

    def use(term: str, named: str | None, loc: Loc) -> UseTerm | None:
        del named
        message = f"'{term}' would be a term, and this knows facts alone"
        help_ = "write it with facts: 'fact: value', or name a harm of the vocabulary"
        complaints.add(document, "term-in-vocabulary", message, document.span(loc), help_)
        return None

    names = Names(dict(library.facts), frozenset(library.roles), dict(library.attributes))
    logic = resolve(given.root, Scope(names, document, use, complaints), ())
    if complaints.problems:
        raise InputError(complaints.result())
    return logic
