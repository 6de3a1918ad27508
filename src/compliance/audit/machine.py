"""What an audit asks of the machine that it runs on: cores, memory, packages that are installed."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder

from compliance.audit.error import AuditError

PYTHON = 250_000_000
"""Bytes that Python takes with the libraries loaded, before there is any data."""


def cores() -> int:
    """How many of the machine's cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spare_pandas() -> None:
    """Let pyarrow do without pandas in this process, as if it were not installed.

    At its first array pyarrow imports pandas to know its types, which takes a quarter of a second, and nothing here is
    of pandas. For a process that is a command's own.
    """
    import pyarrow

    class Hidden(MetaPathFinder):
        def find_spec(self, fullname: str, *_: object) -> None:
            if fullname == "pandas":
                raise ModuleNotFoundError("pandas is not asked for", name=fullname)

    hidden = Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        pyarrow.array([0])
    finally:
        sys.meta_path.remove(hidden)


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
