"""Commands that run for long, and are told to end before they are done."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl-C; a scheduler or an operator who ends it; a terminal that is closed."""


class _Stopped(BaseException):
    """A signal came; no error, so that nothing on the way takes it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.number = number


@contextmanager
def in_order(said: Callable[[], str]) -> Iterator[None]:
    """What is inside ends in order when a signal says so: it cleans up, `said()` goes to stderr, and the exit code is
    128 and the signal's number, as the shell has it. A second signal ends it at once."""
    before = {number: signal.getsignal(number) for number in STOPS}
    heard = [number for number in STOPS if before[number] is not signal.SIG_IGN]  # nohup has one ignored

    def stop(number: int, frame: Any) -> NoReturn:
        del frame
        for one in heard:
            signal.signal(one, signal.SIG_DFL)
        raise _Stopped(number)

    for number in heard:
        signal.signal(number, stop)
    try:
        yield
    except BaseException as error:
        stopped = _stopped(error)
        if stopped is None:
            raise
        sys.stderr.write(f"stopped by {stopped}: {said()}\n")
        raise typer.Exit(128 + stopped.number) from error
    finally:
        for number in heard:
            signal.signal(number, before[number])


def _stopped(error: BaseException | None) -> _Stopped | None:
    """The signal behind an error: engines pass it on as the cause of theirs."""
    while error is not None:
        if isinstance(error, _Stopped):
            return error
        error = error.__cause__ or error.__context__
    return None
