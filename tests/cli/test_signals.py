"""A command that is told to end before it is done."""

import os
import signal

import pytest
import typer

from compliance.cli.signals import STOPS, in_order


@pytest.mark.parametrize("number", STOPS)
def test_it_ends_in_order_though_an_engine_makes_an_error_of_it(
    capsys: pytest.CaptureFixture[str], number: signal.Signals
) -> None:
    before = [signal.getsignal(one) for one in STOPS]
    with pytest.raises(typer.Exit) as stopped, in_order(lambda: "go on"):
        try:
            os.kill(os.getpid(), number)
        except BaseException as error:
            raise RuntimeError("query interrupted") from error
    assert stopped.value.exit_code == 128 + number
    assert capsys.readouterr().err == f"stopped by {number.name}: go on\n"
    assert [signal.getsignal(one) for one in STOPS] == before


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with in_order(lambda: "go on"):
            os.kill(os.getpid(), signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_other_errors_pass(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="other"), in_order(lambda: "go on"):
        raise ValueError("other")
    assert capsys.readouterr().err == ""
