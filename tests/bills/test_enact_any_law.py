"""Whatever the law is: a bill does what the same edits of the law would do, no more without its clauses, and in any
order where two touch different rules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from tests.generate import random_case, random_day, random_library

from compliance.analysis.check import Question, check_case
from compliance.analysis.edits import edited
from compliance.analysis.enact import enact
from compliance.analysis.enacted import EnactedLaw
from compliance.bills.compare import compare_case
from compliance.bills.difference import differ
from compliance.bills.law import DraftLaw, findings_on
from compliance.engine.decide import Decider
from compliance.model.bill import Amendment, RuleChange
from compliance.model.diagnostic import InputError
from compliance.model.enactment import Clause
from compliance.model.finding import Status
from compliance.model.instrument import Instrument
from compliance.model.library import Library, LinkedRule
from compliance.model.mutant import DropException, Edit, EditCondition
from compliance.model.overlay import LinkedAmendment, LinkedBill, LinkedChange
from compliance.model.rule import Priority
from compliance.model.span import Place, Span

BILL = "gen/bill/1"
HERE, LONG_AGO = Place(Span("generated"), ""), date(1900, 1, 1)


def bill(library: Library, name: str, amendments: Sequence[LinkedAmendment] = ()) -> Library:
    """The library with a bill, signed long ago, whose clause 1 makes amendments."""
    data = {"instrument": name, "title": name, "short": name, "cite": name, "kind": "bill", "issuer": "gen"}
    clauses = {"1": {"gist": "It amends.", "effect": "meta"}}
    terms = {"stage": "example", "signed": str(LONG_AGO)}
    made = Instrument.model_validate(
        {**data, "source": {"seen": "full"}, "provisions": clauses, "bill": terms}
    )
    priorities = (
        Priority(prevails="rule-0", over="rule-1", as_="later", provision="1", because="It says so."),
    )
    linked = LinkedBill(name, (), tuple(amendments), priorities if amendments else (), (), Span(""))
    return replace(
        library,
        instruments={**library.instruments, name: made},
        bills={**library.bills, name: linked},
        priorities=(),
    )


def amendment(library: Library, home: str, edit: Edit, name_: str = "a") -> LinkedAmendment:
    """The same edit as an amendment of a rule, or of a term."""
    other = edited(library, edit)
    if isinstance(edit, EditCondition) and "#" in edit.owner:
        instrument, _, term = edit.owner.partition("#")
        found = {key: use for key, use in other.terms.items() if use.address == edit.owner}
        readings = {key: use.readings for key, use in found.items()}
        written = Amendment.model_construct(
            amendment=name_, clause="1", redefine=edit.owner, term=next(iter(found.values())).term
        )
        return LinkedAmendment(
            name_, home, "1", "redefine", instrument, term, written, (), (), readings, HERE, ()
        )
    assert isinstance(edit, EditCondition | DropException)
    name = edit.owner if isinstance(edit, EditCondition) else edit.rule
    rule = other.rule_by_id[name]
    dropped = (edit.exception,) if isinstance(edit, DropException) else ()
    change = LinkedChange(
        name,
        RuleChange.model_construct(rule=name, drops_exceptions=dropped),
        None,
        None,
        None if dropped else rule.scope,
        None if dropped else rule.core,
        None,
        (),
        (),
        Span(""),
    )
    written = Amendment(amendment=name_, clause="1", amend=f"{rule.instrument}#{rule.provision}", changes=())
    place = (rule.instrument, rule.provision)
    return LinkedAmendment(name_, home, "1", "amend", *place, written, (change,), (), {}, HERE, ())


def edit_of(random: Random, library: Library, rule: LinkedRule) -> Edit:
    """An edit that surely changes something."""
    pick = random.random()
    if rule.exceptions and pick < 0.4:
        return DropException(rule.id, random.choice(rule.exceptions).name)
    if pick < 0.6:
        plain = [use for use in library.terms.values() if not use.term.judgment]
        if plain:
            use = random.choice(plain)
            return EditCondition(use.address, random.choice(use.readings).name, (), "negate")
    return EditCondition(rule.id, random.choice(("applies", "elements")), (), "negate")


def found_by(library: Library, seed: int) -> list[dict[str, Status]]:
    """What is found of some practices on some days."""
    random, decider = Random(seed), Decider(library, inference=False)
    cases = [(random_case(random, library), random_day(random)) for _ in range(6)]
    return [
        {
            one.rule: one.status
            for one in check_case(case, decider, Question(law_as_of=day)).timeline[-1].findings
        }
        for case, day in cases
    ]


def law_of(seed: int) -> tuple[Random, Library]:
    """A library all of whose instruments are law on the days that bills take effect."""
    random = Random(seed)
    library = random_library(random)
    always = {
        name: one.model_copy(update={"in_force": (one.in_force[0].model_copy(update={"from_": LONG_AGO}),)})
        for name, one in library.instruments.items()
    }
    return random, replace(library, instruments=always, priorities=())


@pytest.mark.parametrize("seed", range(60))
def test_a_bill_does_what_the_same_edit_of_the_law_does(seed: int) -> None:
    random, library = law_of(seed)
    edit = edit_of(random, library, random.choice(library.rules))
    with_bill = bill(library, "gen/bill/1", [amendment(library, "gen/bill/1", edit)])
    try:
        enacted = enact(with_bill, ["gen/bill/1"]).library
    except InputError as error:  # no rule rests on the term
        assert [one.code for one in error.diagnostics] == ["idle-amendment"]
        assert found_by(edited(library, edit), seed) == found_by(library, seed)
        return
    ranked = replace(edited(library, edit), priorities=with_bill.bills["gen/bill/1"].priorities)
    assert found_by(enacted, seed) == found_by(ranked, seed)


@pytest.mark.parametrize("seed", range(30))
def test_a_bill_without_any_of_its_clauses_changes_no_finding(seed: int) -> None:
    random, library = law_of(seed)
    edit = edit_of(random, library, random.choice(library.rules))
    with_bill = bill(library, "gen/bill/1", [amendment(library, "gen/bill/1", edit)])
    none = [Clause("gen/bill/1", "1"), Clause("gen/bill/1", "1", "a")]
    enacted = enact(with_bill, ["gen/bill/1"], without=none).library
    assert enacted.priorities == library.priorities
    assert found_by(enacted, seed) == found_by(library, seed)


@pytest.mark.parametrize("seed", range(30))
def test_bills_that_touch_different_rules_can_be_enacted_in_any_order(seed: int) -> None:
    random, library = law_of(seed)
    one, other = random.sample(library.rules, 2)
    both = library
    for name, rule in (("gen/bill/1", one), ("gen/bill/2", other)):
        edit = EditCondition(rule.id, "elements", (), "negate")
        both = bill(both, name, [amendment(library, name, edit)])
    first, second = (enact(both, order).library for order in (list(both.bills), list(both.bills)[::-1]))
    assert {one.id: one for one in first.rules} == {one.id: one for one in second.rules}
    assert found_by(first, seed) == found_by(second, seed)


@pytest.mark.parametrize("seed", range(40))
def test_without_the_clause_that_causes_a_change_the_finding_is_another(seed: int) -> None:
    """And where each of several would cause it alone, without any one of them it is the same."""
    random, library = law_of(seed)
    edits = {edit_of(random, library, rule) for rule in library.rules[:3]}
    named = [amendment(library, BILL, edit, f"a{i}") for i, edit in enumerate(sorted(edits, key=repr))]
    with_bill = bill(library, BILL, named)
    try:
        draft = DraftLaw(EnactedLaw(with_bill, [BILL], inference=False))
    except InputError:
        return
    current = Decider(with_bill, inference=False)
    for _ in range(10):
        case, day = random_case(random, library), random_day(random)
        for change in compare_case(case, current, [draft], "proven", day).columns[0].changes:
            cause = change.cause
            assert cause.clauses
            for clause in cause.clauses if cause.how != "among" else ():
                law = draft.without([clause], day)
                assert law is not None
                (found,) = findings_on(case, law, day, "proven", change.rule)
                assert differ(found, change.after) is (cause.how != "each")
