"""The command `compliance`."""

import gc

# A command builds one library and keeps it: looking for cycles at the usual pace costs a third of the start.
PACE = (200_000, 20, 50)
gc.set_threshold(*PACE)

from compliance.cli.main import main  # noqa: E402 - the pace is set before anything is built

__all__ = ["PACE", "main"]
