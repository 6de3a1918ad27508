"""z3 on circuits, with a time limit: it answers, or says that it did not decide."""

from collections.abc import Callable, Collection, Iterable, Sequence
from time import monotonic
from typing import Any

from compliance.prove.circuit import TRUE, Circuit


class NotDecided(Exception):
    """The time was up before there was an answer."""


class Missing(Exception):
    """z3 is not installed; the message says what to do."""


def z3_module() -> Any:
    """z3. Raises Missing where it is not installed."""
    try:
        import z3
    except ImportError as error:
        raise Missing(
            "proofs need z3, which is not installed: pip install 'policy-compliance[prove]'"
        ) from error
    return z3


class Deadline:
    """When the time for a question is up; it runs from when the question is first put."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end: float | None = None

    def milliseconds(self) -> int:
        """What is left. Raises NotDecided where nothing is."""
        if self._end is None:
            self._end = monotonic() + self.seconds
        left = int((self._end - monotonic()) * 1000)
        if left <= 0:
            raise NotDecided
        return left


class Model:
    """Which variables are true; one that did not matter is false."""

    def __init__(self, value: Callable[[int], bool]) -> None:
        self._value = value
        self._values: dict[int, bool] = {TRUE: True}

    def __getitem__(self, literal: int) -> bool:
        """Whether the literal of a variable is true."""
        variable = abs(literal)
        if variable not in self._values:
            self._values[variable] = self._value(variable)
        return self._values[variable] is (literal > 0)


class Solver:
    """What was asserted of a circuit, and questions about it."""

    def __init__(self, circuit: Circuit, deadline: Deadline) -> None:
        self.circuit = circuit
        self.deadline = deadline
        self._z3 = z3_module()
        self._solver = self._z3.SolverFor("QF_FD")
        self._declared: set[int] = set()
        self._symbols: dict[int, Any] = {}
        self._asserted: list[int] = []

    def add(self, *literals: int) -> None:
        """Assert literals."""
        self._tell(literals)
        self._asserted += literals

    def _tell(self, literals: Sequence[int], *, also: Iterable[int] = ()) -> None:
        text = "\n".join(_script(self.circuit, literals, (*literals, *also), self._declared))
        if text:
            self._solver.from_string(text)

    def _symbol(self, literal: int) -> Any:
        if literal not in self._symbols:
            symbol = self._z3.Bool(_name(self.circuit, abs(literal)))
            self._symbols[literal] = symbol if literal > 0 else self._z3.Not(symbol)
        return self._symbols[literal]

    def holds(self, *assumed: int) -> Model | None:
        """Values under which all that was asserted and these literals hold; None where there are none.

        Raises NotDecided where the time is up.
        """
        answer = self._check(assumed)
        return self._model() if answer == self._z3.sat else None

    def apart(self, *assumed: int) -> list[int] | None:
        """Of literals that cannot all hold, some that cannot either; None where they can.

        Raises NotDecided where the time is up.
        """
        if self._check(assumed) == self._z3.sat:
            return None
        by_id = {self._symbol(literal).get_id(): literal for literal in assumed}
        return [by_id[one.get_id()] for one in self._solver.unsat_core()]

    def _check(self, assumed: Sequence[int]) -> Any:
        self._tell((), also=assumed)
        self._solver.set("timeout", self.deadline.milliseconds())
        answer = self._solver.check(*map(self._symbol, assumed))
        if answer == self._z3.unknown:
            raise NotDecided
        return answer

    def _model(self) -> Model:
        model, is_true = self._solver.model(), self._z3.is_true
        return Model(lambda variable: variable in self._declared and is_true(model[self._symbol(variable)]))

    def script(self, goals: Collection[int]) -> str:
        """The question whether what was asserted and the goals can hold together, in SMT-LIB."""
        lines = ["(set-logic QF_UF)", *_script(self.circuit, [*self._asserted, *goals], (), set())]
        return "\n".join([*lines, "(check-sat)", ""])


def _name(circuit: Circuit, node: int) -> str:
    return circuit.names.get(node) or f"g{node}"


def _script(circuit: Circuit, asserted: Sequence[int], also: Iterable[int], known: set[int]) -> Iterable[str]:
    """Declarations of what is not `known` yet, and what gates are; then what is asserted. It is known from now on."""
    new = list(circuit.below((*asserted, *also), known))
    if not new and not asserted:
        return
    known.update(new)
    for node in new:
        yield f"(declare-const |{_name(circuit, node)}| Bool)"
    for node in new:
        if node == TRUE:
            yield f"(assert |g{TRUE}|)"
        elif node in circuit.gates:
            parts = " ".join(_literal(circuit, part) for part in circuit.gates[node])
            yield f"(assert (= |g{node}| (and {parts})))"
    for one in asserted:
        yield f"(assert {_literal(circuit, one)})"


def _literal(circuit: Circuit, literal: int) -> str:
    name = f"|{_name(circuit, abs(literal))}|"
    return name if literal > 0 else f"(not {name})"
