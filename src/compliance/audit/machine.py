"""What an audit asks of the machine that it runs on: cores, memory, packages that are installed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from compliance.audit.error import AuditError

PYTHON = 250_000_000
"""Bytes that Python takes with the libraries loaded, before there is any data."""


def cores() -> int:
    """How many of the machine's cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def installed(extra: str, needs: str) -> Iterator[None]:
    """What is imported inside comes with an extra. Raises AuditError, with how to install it, where it is missing."""
    try:
        yield
    except ImportError as error:
        extras = ",".join(dict.fromkeys(("audit", extra)))
        raise AuditError(
            f"{needs}, which is not installed: pip install 'policy-compliance[{extras}]'"
        ) from error
