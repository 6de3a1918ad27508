"""What else could run the rules. Each module turns a workload into a function that answers it.

Answers are in whatever form the engine has them; `counts` of the same module brings them to one form, and is
not timed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.workload import Counts


@dataclass(frozen=True)
class Engine:
    """A workload made ready for one engine."""

    name: str
    run: Callable[[], Any]
    """Every status of every practice; this is what is timed."""
    counts: Callable[[Any], Counts]
    """What `run` answered, counted."""
    notes: str
    practices: int | None = None
    """The number of practices that it is run on where that is not all; its time is scaled up."""
