"""Python programs in a process of their own, which tests may kill or give less room."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60.0
"""Seconds that a process may take for what it should do at once."""


def run(program: str, *arguments: object) -> str:
    """What a program prints; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def start(program: str, *arguments: object) -> subprocess.Popen[bytes]:
    """A program that is running."""
    return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], start_new_session=True)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill -9 for a process that has a session of its own, and for its children, if it is still there."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(PATIENCE)


def wait_for(there: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait until something is so, while a process is running."""
    end = time.monotonic() + PATIENCE
    while not there():
        assert process.poll() is None, "it ended before it could be killed"
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.002)


def names(folder: Path) -> list[str]:
    """All that is in a folder, at any depth; the hidden too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
