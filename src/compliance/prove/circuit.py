"""Boolean circuits: variables joined by `all` and `any`, where equal gates are one gate and negation costs nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

TRUE, FALSE = 1, -1
"""Literals are numbers; the opposite of a literal has the other sign."""


class Circuit:
    """Gates and variables, each by the number of its literal."""

    def __init__(self) -> None:
        self.names: dict[int, str] = {}
        """Variables."""
        self.gates: dict[int, tuple[int, ...]] = {TRUE: ()}
        """Each is true where all of its literals are."""
        self._variables: dict[str, int] = {}
        self._gates: dict[tuple[int, ...], int] = {}

    def variable(self, name: str) -> int:
        """The variable of a name."""
        if name not in self._variables:
            number = len(self.names) + len(self.gates) + 1
            self._variables[name] = number
            self.names[number] = name
        return self._variables[name]

    def all_of(self, of: Iterable[int]) -> int:
        """True where all literals are."""
        found = set(of)
        found.discard(TRUE)
        if FALSE in found or any(-one in found for one in found):
            return FALSE
        if len(found) < 2:
            return next(iter(found), TRUE)
        key = tuple(sorted(found))
        if key not in self._gates:
            number = len(self.names) + len(self.gates) + 1
            self._gates[key] = number
            self.gates[number] = key
        return self._gates[key]

    def any_of(self, of: Iterable[int]) -> int:
        """True where one literal at least is."""
        return -self.all_of(-one for one in of)

    def one_of(self, of: Sequence[int]) -> int:
        """True where exactly one literal is."""
        pairs = (self.any_of((-one, -other)) for i, one in enumerate(of) for other in of[:i])
        return self.all_of((self.any_of(of), *pairs))

    def at_least(self, of: Sequence[int], most: int) -> list[int]:
        """For each number up to `most` a literal that is true where so many literals are, or more."""
        counts = [TRUE] + [FALSE] * most
        for one in of:
            counts = [
                TRUE,
                *(self.any_of((counts[n], self.all_of((counts[n - 1], one)))) for n in range(1, most + 1)),
            ]
        return counts

    def below(self, goals: Iterable[int], known: Mapping[int, object] | set[int]) -> Iterator[int]:
        """Every variable and gate that literals rest on, each behind what it rests on, without those `known`."""
        seen: set[int] = set()
        stack = [abs(goal) for goal in goals]
        while stack:
            node = stack[-1]
            if node in seen or node in known:
                stack.pop()
                continue
            waiting = [
                abs(part)
                for part in self.gates.get(node, ())
                if abs(part) not in seen and abs(part) not in known
            ]
            if waiting:
                stack += waiting
            else:
                seen.add(stack.pop())
                yield node
