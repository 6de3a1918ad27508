"""Chance that is the same for a seed on every machine and every version of Python."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """Draws for a seed. Of Python's generator only `random()` is used, which alone is promised never to change."""

    def __init__(self, seed: int) -> None:
        self._next = Random(seed).random

    def chance(self, rate: float) -> bool:
        """True as often as the rate says."""
        return self._next() < rate

    def pick(self, of: Sequence[T]) -> T:
        """One of several, all as likely."""
        return of[int(self._next() * len(of))]

    def weighted(self, weights: Sequence[float]) -> int:
        """The place of one of several weights, which add up to 1."""
        left = self._next()
        for place, weight in enumerate(weights):
            left -= weight
            if left < 0:
                return place
        return len(weights) - 1

    def some(self, of: Sequence[T], count: int) -> list[T]:
        """So many different ones of several, of which none is there twice; all if there are not as many."""
        found: list[T] = []
        while len(found) < min(count, len(of)):
            one = self.pick(of)
            if one not in found:
                found.append(one)
        return found
