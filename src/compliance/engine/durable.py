"""Inference by durable_rules, in the one pattern of it that can be trusted.

A message states *markers*, each present with the value 1 or absent. A literal that is true is certain and
possible, one that is unknown is possible, one that is false is neither. Each clause of a definition becomes
two durable rules: a flat `$and` of certain markers, and the same of possible ones. Where the first fires the
definition is true; where only the second fires, unknown; where none fires, false. The values of one stratum
are the markers of the next. Every ruleset has a sentinel, a rule that always fires, so that silence shows.

The matching is the library's; its Python host is left out. That one starts threads, swallows what an action
raises, and takes ten times as long as the matching. Without it the rules need no actions: the C functions
that it calls hand over the names of the rules that fired.
"""

import json
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from itertools import count, islice
from threading import Lock
from typing import Any, Final

from compliance.engine.normal_form import CompileError, Definition, Proposition, normalise
from compliance.engine.truth import Truth

__all__ = ["CompileError", "Inference", "InferenceError", "Proposition", "available"]

# Beyond its limits the library crashes, hangs or drops matches; these stay well inside.
_RULES: Final = 60
_CONDITIONS: Final = 16
_SLOTS: Final = 120  # read by one ruleset: each is at most two properties of a message, which may have 252
# To multiply out more clauses than this costs more than one more stratum.
_PRODUCT: Final = 12

# The values of slots are numbers, to index what is sent and what is returned for them.
_FALSE, _UNKNOWN, _TRUE = range(3)
_VALUES: Final[dict[Truth, int]] = {False: _FALSE, None: _UNKNOWN, True: _TRUE}
_TRUTHS: Final[tuple[tuple[Truth, ...], ...]] = ((False, None, True), (True, None, False))

_SENTINEL: Final = "always"
# Every rule starts with this test: the message in which the library keeps its own state must match none.
_GUARD: Final = {"kind": "p"}
_MESSAGE: Final = '{"sid":"1","id":"message","kind":"p"%s}'
_RETRACTION: Final = '{"sid":"1","id":"message"}'
_STATE: Final = '{ "sid":"1", "id":"sid-1", "$s":1}'
_REFUSALS: Final = {1: "no rule matched", 2: "taken for an earlier message", 3: "put off"}
_WORDS: Final = (
    "sid id kind m all any pri count cap dist name $s $i $m $l $r $lt $lte $gt $gte $eq $neq $mt $imt $iall "
    f"$iany $ex $nex $or $and $add $sub $mul $div $forward {_SENTINEL}"
)

_Filling = tuple[int, tuple[int, ...]]
"""A slot and a clause that fills it."""


class InferenceError(Exception):
    """durable_rules is missing, or did what it must not, or was asked wrongly; the message says which."""


def available() -> str | None:
    """None where durable_rules can be imported, otherwise what failed and how to cure it."""
    try:
        _core()
    except InferenceError as error:
        return str(error)
    return None


def _core() -> Any:
    """The C functions of durable_rules. Raises InferenceError where they cannot be had."""
    try:
        return import_module("durable.engine").durable_rules_engine
    except (ImportError, AttributeError) as error:
        raise InferenceError(
            f"durable_rules cannot be imported: {error}\n"
            "It is built from source, which takes a C compiler and the Python headers:\n"
            "  pip install --force-reinstall --no-cache-dir durable-rules==2.0.28\n"
            "From Python 3.13 on, put this in front of that command:\n"
            "  CPPFLAGS='-DPyEval_CallObject=PyObject_CallObject'"
        ) from error


class Inference:
    """The propositions of a library, compiled once into durable_rules rulesets. Threads may share it."""

    def __init__(self, propositions: Sequence[Proposition], given: Iterable[str]) -> None:
        """Takes propositions in any order.

        Raises CompileError where they make no sense (a name twice, an unknown name, a circle), and
        InferenceError where durable_rules is missing or fails on them.
        """
        form = normalise(propositions, given, widest=_CONDITIONS - 1, most=_PRODUCT)
        literals = {proposition.name: form.literals[proposition.name] for proposition in propositions}
        self._results = tuple(
            (name, literal >> 1, _TRUTHS[literal & 1]) for name, literal in literals.items()
        )
        self._given = {name: literal >> 1 for name, literal in form.literals.items() if name not in literals}
        given_values = [_TRUE, *[_UNKNOWN] * len(self._given)]
        self._start = given_values + [_FALSE] * (form.slots - len(given_values))
        core = _core()
        self._rulesets = tuple(_Ruleset(core, part) for stratum in form.strata for part in _parts(stratum))
        self._lock = Lock()

    def run(self, given: Mapping[str, Truth]) -> dict[str, Truth]:
        """The value of every proposition; a given name that the mapping lacks is unknown.

        Raises InferenceError for a name or a value that cannot be given, and wherever the library does what
        it must not.
        """
        values = self._start.copy()
        for name, truth in given.items():
            try:
                values[self._given[name]] = _VALUES[truth]
            except (KeyError, TypeError):
                raise InferenceError(f"{name!r} cannot be given as {truth!r}") from None
        with self._lock:
            for ruleset in self._rulesets:
                ruleset.infer(values)
        return {name: truths[values[slot]] for name, slot, truths in self._results}


def _parts(stratum: Iterable[Definition]) -> Iterator[list[_Filling]]:
    """The clauses of a stratum in lists that fit a ruleset."""
    part: list[_Filling] = []
    slots: set[int] = set()
    for definition in stratum:
        for clause in definition.clauses:
            used = {literal >> 1 for literal in clause}
            if 1 + 2 * (len(part) + 1) > _RULES or len(slots | used) > _SLOTS:
                yield part
                part, slots = [], set()
            part.append((definition.slot, clause))
            slots |= used
    if part:
        yield part


class _Ruleset:
    """One durable_rules ruleset and its only state, which holds no message between two inferences."""

    def __init__(self, core: Any, fillings: Sequence[_Filling]) -> None:
        names = iter(_names())
        literals = sorted({literal for _, clause in fillings for literal in clause})
        certain = {literal: next(names) for literal in literals}
        possible = {literal: next(names) for literal in literals}
        conditions: dict[str, list[Mapping[str, object]]] = {_SENTINEL: [_GUARD]}
        # By rule: the slot it fills, the value it fills it with, and the rule that has to fire as well.
        self._rules = {_SENTINEL: (0, _TRUE, _SENTINEL)}
        for slot, clause in fillings:
            sure, maybe = next(names), next(names)
            conditions[sure] = [_GUARD, *({certain[literal]: 1} for literal in clause)]
            conditions[maybe] = [_GUARD, *({possible[literal]: 1} for literal in clause)]
            self._rules[sure] = slot, _TRUE, maybe
            self._rules[maybe] = slot, _UNKNOWN, _SENTINEL
        self._definition = json.dumps(
            {rule: {"all": [{"m": {"$and": tests}}]} for rule, tests in conditions.items()}
        )
        self._inputs = tuple(
            (slot, _texts(slot, certain, possible)) for slot in sorted({literal >> 1 for literal in literals})
        )
        self._core = core
        self._handle: int | None = self._open()

    def infer(self, values: list[int]) -> None:
        """Fills the slots that the rules define, from those that they read. Raises InferenceError."""
        markers = "".join([texts[values[slot]] for slot, texts in self._inputs])
        if not markers:
            return  # the sentinel alone needs none
        # Whatever interrupts what follows leaves no handle, and so the next inference starts afresh.
        handle, self._handle = self._handle or self._open(), None
        for slot, value in self._send(handle, markers):
            values[slot] = max(values[slot], value)
        self._handle = handle

    def _open(self) -> int:
        """The handle of a new ruleset that has proved to answer. Raises InferenceError."""
        try:
            handle: int = self._core.create_ruleset("propositions", self._definition)
        except Exception as error:
            raise InferenceError(f"durable_rules refuses {self._definition}: {error!r}") from error
        self._send(handle, "")
        # Not before: to delete a state in which no rule has fired crashes.
        weakref.finalize(self, _release, self._core, handle).atexit = False
        return handle

    def _send(self, handle: int, markers: str) -> list[tuple[int, int]]:
        """Slots, and the values that they get from a message of markers. Raises InferenceError."""
        message = _MESSAGE % markers
        try:
            fired = self._fired(handle, message)
            if alone := {name for name in fired if self._rules[name][2] not in fired}:
                raise InferenceError(f"fired without their counterparts: {sorted(alone)}")
            self._core.retract_fact(handle, _RETRACTION)
        except Exception as error:
            raise InferenceError(f"durable_rules was sent {message}: {error!r}") from error
        return [self._rules[name][:2] for name in fired]

    def _fired(self, handle: int, message: str) -> set[str]:
        """The names of the rules that a message fires. Raises InferenceError or what the library raises."""
        code, state = self._core.assert_fact(handle, message)
        if code:
            raise InferenceError(_REFUSALS.get(code, f"refused with code {code}"))
        started = self._core.start_action_for_state(handle, state)
        if started is None:
            raise InferenceError("no rule fired")
        content, result = started
        if content != _STATE:
            raise InferenceError(f"the state became {content}")
        fired: set[str] = set()
        while result is not None:
            name = result[2 : result.index('"', 2)]
            if name in fired:
                raise InferenceError(f"{name} fired twice")
            fired.add(name)
            result = self._core.complete_and_start_action(handle, state)
        return fired


def _release(core: Any, handle: int) -> None:
    core.delete_state(handle, "1")
    core.delete_ruleset(handle)


def _texts(slot: int, certain: Mapping[int, str], possible: Mapping[int, str]) -> tuple[str, ...]:
    """What to send of a slot that is false, unknown, or true, as far as a rule reads it."""
    holds, fails = 2 * slot, 2 * slot + 1
    sent = (
        (certain.get(fails), possible.get(fails)),
        (possible.get(holds), possible.get(fails)),
        (certain.get(holds), possible.get(holds)),
    )
    return tuple("".join(f',"{name}":1' for name in names if name) for names in sent)


@cache
def _names() -> tuple[str, ...]:
    """As many names as a ruleset may need, all different to the library, which knows only a name's hash."""
    return tuple(islice(_distinct(f"n{number}" for number in count()), 4 * _SLOTS + _RULES))


def _distinct(names: Iterable[str]) -> Iterator[str]:
    """Those names that share no hash with an earlier one or with a word that the library reads itself."""
    taken = {_hash(word) for word in _WORDS.split()}
    for name in names:
        if (code := _hash(name)) not in taken:
            taken.add(code)
            yield name


def _hash(name: str) -> int:
    """FNV-1a, as the library computes it."""
    code = 0x811C9DC5
    for byte in name.encode():
        code = (code ^ byte) * 0x01000193 & 0xFFFFFFFF
    return code
