"""The durable_rules adapter agrees with a plain evaluator, and speaks up when the library does not behave."""

import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, product
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.engine import durable
from compliance.engine.durable import CompileError, Inference, InferenceError, Proposition, available
from compliance.engine.formula import And, Formula, Is, Neg, Or, names
from compliance.engine.truth import Truth, all_of, any_of, negate

TRUTHS: tuple[Truth, ...] = (True, False, None)
A, B, C = Is("a"), Is("b"), Is("c")


def oracle(formula: Formula, values: Mapping[str, Truth]) -> Truth:
    match formula:
        case Is(name):
            return values[name]
        case Neg(part):
            value = oracle(part, values)
            return None if value is None else not value
        case And(parts) | Or(parts):
            seen = {oracle(part, values) for part in parts}
            strong = isinstance(formula, Or)
            return strong if strong in seen else None if None in seen else not strong


def expected(propositions: list[Proposition], values: Mapping[str, Truth]) -> dict[str, Truth]:
    known = dict(values)
    for proposition in propositions:
        known[proposition.name] = oracle(proposition.formula, known)
    return {proposition.name: known[proposition.name] for proposition in propositions}


# --- truth and formulas ---------------------------------------------------------------------------------


@pytest.mark.parametrize("values", [values for size in range(4) for values in product(TRUTHS, repeat=size)])
def test_strong_kleene(values: tuple[Truth, ...]) -> None:
    assert all_of(values) is (False if False in values else None if None in values else True)
    assert any_of(values) is (True if True in values else None if None in values else False)


def test_negation() -> None:
    assert [negate(value) for value in TRUTHS] == [False, True, None]


def test_the_names_in_a_formula() -> None:
    assert names(And((A, Or((Neg(B), And(()))), A))) == {"a", "b"}


# --- what it infers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "formula",
    [
        A,
        Neg(A),
        Neg(Neg(A)),
        And(()),
        Or(()),
        Neg(And(())),
        And((A,)),
        And((A, B)),
        Or((A, B)),
        Neg(And((A, B))),
        Neg(Or((A, B))),
        And((A, And(()))),
        And((A, Or(()))),
        Or((A, And(()))),
        Or((A, Or(()))),
        And((A, Neg(A))),
        Or((A, Neg(A))),
        And((A, A)),
        Or((A, And((A, B)))),
        And((Or((A, B)), Or((Neg(A), C)))),
        Neg(And((Or((A, B)), Neg(And((B, C)))))),
    ],
    ids=str,
)
def test_every_assignment(formula: Formula) -> None:
    inference = Inference([Proposition("p", formula)], "abc")
    for values in product(TRUTHS, repeat=3):
        assignment = dict(zip("abc", values, strict=True))
        assert inference.run(assignment) == {"p": oracle(formula, assignment)}, assignment


def test_what_is_missing_is_unknown() -> None:
    assert Inference([Proposition("p", Or((A, B)))], "ab").run({"b": False}) == {"p": None}


def test_nothing_to_infer() -> None:
    assert Inference([], []).run({}) == {}


def test_propositions_come_in_any_order() -> None:
    propositions = [
        Proposition("violated", And((Is("reach"), Is("core"), Neg(Is("excuse"))))),
        Proposition("excuse", And((Is("core"), C))),
        Proposition("core", Or((A, B))),
        Proposition("reach", A),
    ]
    assert Inference(propositions, "abc").run({"a": True, "c": False}) == {
        "violated": True,
        "excuse": False,
        "core": True,
        "reach": True,
    }


def test_one_run_leaves_nothing_to_the_next() -> None:
    inference = Inference([Proposition("p", And((A, B))), Proposition("q", Or((Neg(Is("p")), C)))], "abc")
    for first, second in product(product(TRUTHS, repeat=3), repeat=2):
        for values in (first, second):
            assignment = dict(zip("abc", values, strict=True))
            p = oracle(And((A, B)), assignment)
            assert inference.run(assignment) == {"p": p, "q": any_of((negate(p), assignment["c"]))}


def test_any_text_is_a_name() -> None:
    odd = ["$and", "sid", "kind", 'say "no"', "a\\b", "§ 170.1", "", "n0", "{", "\n"]
    inference = Inference(
        [Proposition(f"not {name}", And((Neg(Is(name)), Neg(Is("b"))))) for name in odd], [*odd, "b"]
    )
    for name in odd:
        found = inference.run({other: other == name for other in [*odd, "b"]})
        assert found == {f"not {other}": other != name for other in odd}


def test_names_that_the_library_cannot_tell_apart() -> None:
    propositions = [Proposition(name.upper(), And((Is(name), A))) for name in ("costarring", "liquid")]
    inference = Inference(propositions, ["costarring", "liquid", "a"])
    assert inference.run({"costarring": True, "liquid": False, "a": True}) == {
        "COSTARRING": True,
        "LIQUID": False,
    }
    assert inference.run({"costarring": None, "liquid": True, "a": True}) == {
        "COSTARRING": None,
        "LIQUID": True,
    }


def test_generated_names_that_collide_are_passed_over() -> None:
    assert [*durable._distinct(["costarring", "kind", "liquid", "n1"])] == ["costarring", "n1"]


# --- beyond the library's limits ------------------------------------------------------------------------

MANY = [f"x{number}" for number in range(200)]
LARGE: dict[str, Callable[[list[Formula]], Formula]] = {
    "a wide all": lambda of: And(tuple(of)),
    "a wide any": lambda of: Or(tuple(of)),
    "a denied wide all": lambda of: Neg(And(tuple(of))),
    "all of many pairs": lambda of: And(tuple(Or((x, Neg(y))) for x, y in pairwise(of))),
    "any of many pairs": lambda of: Or(tuple(And((x, Neg(y))) for x, y in pairwise(of))),
    "any of wide ones": lambda of: Or((And(tuple(of)), And(tuple(map(Neg, of))))),
}


@pytest.mark.parametrize("size", [15, 16, 17, 29, 30, 61, 200])
@pytest.mark.parametrize("kind", LARGE)
def test_large_formulas(kind: str, size: int) -> None:
    formula = LARGE[kind]([*map(Is, MANY[:size])])
    inference = Inference([Proposition("p", formula), Proposition("not p", Neg(Is("p")))], MANY)
    for base, odd, at in product(TRUTHS, TRUTHS, (0, size // 2, size - 1)):
        values = dict.fromkeys(MANY, base) | {MANY[at]: odd}
        value = oracle(formula, values)
        assert inference.run(values) == {"p": value, "not p": negate(value)}


def test_every_ruleset_stays_within_the_limits() -> None:
    wide = [And(tuple(map(Is, MANY[start : start + 15]))) for start in range(0, 185, 2)]
    inference = Inference([Proposition(str(number), formula) for number, formula in enumerate(wide)], MANY)
    for ruleset in inference._rulesets:
        assert len(ruleset._rules) <= 60
        for texts in zip(*(texts for _, texts in ruleset._inputs), strict=True):
            assert sum(text.count(":") for text in texts) <= 248
    assert set(inference.run(dict.fromkeys(MANY, True)).values()) == {True}


def test_a_long_chain_of_strata() -> None:
    chain = [Proposition(f"p{n}", And((Is(f"p{n - 1}" if n else "a"), Neg(Is("b"))))) for n in range(40)]
    inference = Inference(chain, "ab")
    for a, b in product(TRUTHS, repeat=2):
        assert set(inference.run({"a": a, "b": b}).values()) == {all_of((a, negate(b)))}


# --- any formulas, any facts ----------------------------------------------------------------------------


def formulas(known: list[str]) -> st.SearchStrategy[Formula]:
    def deeper(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
        several = st.lists(inner, max_size=4).map(tuple)
        return st.one_of(several.map(And), several.map(Or), inner.map(Neg))

    return st.recursive(st.sampled_from(known).map(Is), deeper, max_leaves=12)


@st.composite
def libraries(draw: st.DrawFn) -> tuple[list[Proposition], list[str]]:
    given_names = [f"g{number}" for number in range(draw(st.integers(1, 6)))]
    known = given_names.copy()
    propositions = []
    for number in range(draw(st.integers(1, 6))):
        propositions.append(Proposition(f"p{number}", draw(formulas(known))))
        known.append(f"p{number}")
    return propositions, given_names


@settings(deadline=None, max_examples=50)
@given(libraries(), st.data())
def test_agrees_with_a_plain_evaluator(
    library: tuple[list[Proposition], list[str]], data: st.DataObject
) -> None:
    propositions, given_names = library
    inference = Inference(data.draw(st.permutations(propositions)), given_names)
    for _ in range(5):
        values = {name: data.draw(st.sampled_from(TRUTHS)) for name in given_names}
        assert inference.run(values) == expected(propositions, values)


@settings(deadline=None, max_examples=50)
@given(libraries(), st.data())
def test_to_know_more_changes_nothing_settled(
    library: tuple[list[Proposition], list[str]], data: st.DataObject
) -> None:
    propositions, given_names = library
    inference = Inference(propositions, given_names)
    values = {name: data.draw(st.sampled_from(TRUTHS)) for name in given_names}
    before = inference.run(values)
    after = inference.run(
        {name: data.draw(st.booleans()) if value is None else value for name, value in values.items()}
    )
    assert all(after[name] is value for name, value in before.items() if value is not None)


def test_threads_may_share_it() -> None:
    chain = [Proposition(f"p{n}", And((Is(f"p{n - 1}" if n else "a"), Neg(Is("b"))))) for n in range(9)]
    inference = Inference(chain, "ab")
    wrong: list[object] = []

    def work(a: Truth) -> None:
        for _ in range(200):
            if (found := set(inference.run({"a": a, "b": False}).values())) != {a}:
                wrong.append(found)

    threads = [Thread(target=work, args=(a,)) for a in TRUTHS * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


# --- what is refused ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("propositions", "given_names", "message"),
    [
        ([Proposition("p", A)], "b", "'p' uses unknown 'a'"),
        ([Proposition("p", A), Proposition("p", B)], "ab", "'p' is defined twice"),
        ([Proposition("a", B)], "ab", "'a' is defined twice"),
        ([], "aa", "'a' is given twice"),
        ([Proposition("p", Neg(Is("p")))], "", "in a circle: 'p' -> 'p'"),
        (
            [Proposition("p", And((A, Is("q")))), Proposition("q", Is("p"))],
            "a",
            "in a circle: '[pq]' -> '[pq]'",
        ),
    ],
)
def test_what_makes_no_sense(propositions: list[Proposition], given_names: str, message: str) -> None:
    with pytest.raises(CompileError, match=message):
        Inference(propositions, given_names)


def test_a_formula_nested_too_deeply() -> None:
    formula: Formula = A
    for _ in range(100_000):
        formula = Neg(formula)
    with pytest.raises(CompileError, match="nested too deeply"):
        Inference([Proposition("p", formula)], "a")


@pytest.mark.parametrize("values", [{"b": True}, {"p": True}, {"a": "unknown"}, {"a": []}])
def test_what_cannot_be_given(values: dict[str, Any]) -> None:
    with pytest.raises(InferenceError, match="cannot be given as"):
        Inference([Proposition("p", And((A, A)))], "a").run(values)


# --- when the library is missing or misbehaves ----------------------------------------------------------


def test_the_library_is_there() -> None:
    assert available() is None


def test_the_library_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable.engine", None)
    message = available()
    assert message is not None
    for part in ("cannot be imported", "durable-rules==2.0.28", "CPPFLAGS='-DPyEval_CallObject"):
        assert part in message
    with pytest.raises(InferenceError, match="cannot be imported"):
        Inference([], [])


def test_what_makes_no_sense_is_said_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable.engine", None)
    with pytest.raises(CompileError):
        Inference([Proposition("p", A)], [])


class Core:
    """The C functions of durable_rules, except those that a test replaces."""

    def __init__(self) -> None:
        self._real = durable._core()
        self.replaced: dict[str, Callable[..., Any]] = {}

    def __getattr__(self, name: str) -> Any:
        return self.replaced.get(name) or getattr(self._real, name)

    def without(self, name: str) -> Callable[..., Any]:
        """complete_and_start_action, passing over one rule."""

        def complete(handle: int, state: int) -> Any:
            result = self._real.complete_and_start_action(handle, state)
            while result and result.startswith(f'{{"{name}"'):
                result = self._real.complete_and_start_action(handle, state)
            return result

        return complete


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> Core:
    core = Core()
    monkeypatch.setattr(durable, "_core", lambda: core)
    return core


@pytest.fixture
def inference(core: Core) -> Iterator[Inference]:
    """One whose library can be made to misbehave, and which must be sound again afterwards."""
    inference = Inference([Proposition("p", And((A, B)))], "ab")
    yield inference
    core.replaced.clear()
    assert inference.run({"a": True, "b": True}) == {"p": True}
    assert inference.run({"a": True}) == {"p": None}


def raises(error: BaseException) -> Callable[..., Any]:
    def function(*_: object) -> Any:
        raise error

    return function


STATE = '{ "sid":"1", "id":"sid-1", "$s":1}'


@pytest.mark.parametrize(
    ("name", "function", "message"),
    [
        ("assert_fact", lambda *_: (1, 1), "no rule matched"),
        ("assert_fact", lambda *_: (2, 1), "taken for an earlier message"),
        ("assert_fact", lambda *_: (9, 1), "refused with code 9"),
        ("assert_fact", raises(MemoryError("full")), "full"),
        ("start_action_for_state", lambda *_: None, "no rule fired"),
        ("start_action_for_state", lambda *_: ('{"exception":"oh"}', '{"always":{}}'), "state became .*oh"),
        ("start_action_for_state", lambda *_: (STATE, '{"strange":{}}'), "'strange'"),
        ("start_action_for_state", lambda *_: (STATE, "{"), "ValueError"),
        ("complete_and_start_action", lambda *_: '{"always":{}}', "always fired twice"),
        ("retract_fact", raises(ValueError("gone")), "gone"),
    ],
)
def test_misbehaviour_is_an_error(
    inference: Inference, core: Core, name: str, function: Callable[..., Any], message: str
) -> None:
    core.replaced[name] = function
    with pytest.raises(InferenceError, match=message) as caught:
        inference.run({"a": True, "b": None})
    assert '"kind":"p"' in str(caught.value), "it says what was sent"


def test_a_certain_rule_without_its_possible_one_is_an_error(inference: Inference, core: Core) -> None:
    sure, (_, _, maybe) = next(
        (name, rule) for name, rule in inference._rulesets[0]._rules.items() if rule[0]
    )
    core.replaced["complete_and_start_action"] = core.without(maybe)
    with pytest.raises(InferenceError, match=f"without their counterparts: .*{sure}"):
        inference.run({"a": True, "b": True})


def test_a_silent_sentinel_is_an_error(inference: Inference, core: Core) -> None:
    def start(handle: int, state: int) -> Any:
        content, result = core._real.start_action_for_state(handle, state)
        while result.startswith('{"always"'):
            result = core._real.complete_and_start_action(handle, state)
        return content, result

    core.replaced["start_action_for_state"] = start
    with pytest.raises(InferenceError, match="without their counterparts"):
        inference.run({"a": True, "b": None})


def test_an_interrupted_inference_starts_afresh(inference: Inference, core: Core) -> None:
    core.replaced["complete_and_start_action"] = raises(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        inference.run({"a": True, "b": True})


def test_a_refused_ruleset_is_an_error(core: Core) -> None:
    core.replaced["create_ruleset"] = raises(ValueError("no"))
    with pytest.raises(InferenceError, match=r"durable_rules refuses .*no"):
        Inference([Proposition("p", And((A, B)))], "ab")


def test_a_library_that_never_answers_is_found_when_compiling(core: Core) -> None:
    core.replaced["start_action_for_state"] = lambda *_: None
    with pytest.raises(InferenceError, match="no rule fired"):
        Inference([Proposition("p", And((A, B)))], "ab")


def test_rulesets_are_freed(core: Core) -> None:
    freed: list[int] = []
    core.replaced["delete_ruleset"] = freed.append
    inference = Inference([Proposition("p", And((A, B))), Proposition("q", And((Is("p"), C)))], "abc")
    del inference
    assert len(freed) == 2
