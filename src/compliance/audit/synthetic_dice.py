"""Numbers by chance that are the same on every machine: a hash of a seed, a stream and a place, and no state."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
_Words = NDArray[np.uint64]

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


class Dice:
    """Draws for places (numbers of rows, users, days); the same place in the same stream always draws the same."""

    def __init__(self, seed: int) -> None:
        self._seed = seed & _MASK

    def below(self, limit: Any, stream: str, places: Ints) -> Ints:
        """Whole numbers from 0 on and under the limit, which is a number or one for each place, under 2**31."""
        high = self._words(stream, places) >> np.uint64(33)
        found: Ints = ((high.astype(np.int64) * limit) >> 31).astype(np.int64)
        return found

    def chance(self, rate: float, stream: str, places: Ints) -> Flags:
        """True at about this rate."""
        high = self._words(stream, places) >> np.uint64(32)
        found: Flags = high < np.uint64(int(rate * (1 << 32)))
        return found

    def _words(self, stream: str, places: Ints) -> _Words:
        # The finisher of splitmix64, on a counter; written out, since a library's generator may change.
        offset = self._seed
        for letter in stream.encode():
            offset = ((offset ^ letter) * _STEP + 1) & _MASK
        words = places.astype(np.uint64) * np.uint64(_STEP) + np.uint64(offset)
        words ^= words >> np.uint64(30)
        words *= np.uint64(0xBF58476D1CE4E5B9)
        words ^= words >> np.uint64(27)
        words *= np.uint64(0x94D049BB133111EB)
        words ^= words >> np.uint64(31)
        return words
